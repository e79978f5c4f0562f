import { CANCEL_SIGNALS } from '../gate/cancel-signals.ts';

const cancel = new AbortController();

// On import, so that whoever imports this first can be told to end from his first moment on.
for (const name of CANCEL_SIGNALS) {
  process.on(name, () => {
    cancel.abort(name);
  });
}

/**
 * Aborted, with the name of the signal as its reason, when this process is asked to end. The runner
 * sends SIGINT, SIGTERM 7.5 s later, and kills 2.5 s after that; the second of them changes nothing,
 * since the end is on its way.
 */
export const cancellation = cancel.signal;
