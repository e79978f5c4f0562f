import { performance } from 'node:perf_hooks';
import { styleText } from 'node:util';
import type { Terminal } from '../cli/terminal.ts';
import { CANCEL_SIGNALS } from '../endings/ending.ts';
import type { Clock } from '../polling/clock.ts';

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

/** Where a terminal does not tell its size. */
const USUAL_COLUMNS = 80;
const USUAL_ROWS = 24;

/**
 * A stream of this process. Colours are Node's own decision: on a terminal that has them, not with
 * `NO_COLOR`, and everywhere with `FORCE_COLOR`.
 */
export function processTerminal(stream: NodeJS.WriteStream): Terminal {
  return {
    write: text => {
      stream.write(text);
    },
    get drained() {
      return stream.writableLength === 0;
    },
    get interactive() {
      return stream.isTTY && process.env['TERM'] !== 'dumb';
    },
    get columns() {
      return stream.columns || USUAL_COLUMNS;
    },
    get rows() {
      return stream.rows || USUAL_ROWS;
    },
    onResize: listener => {
      stream.on('resize', listener);
      return () => {
        stream.off('resize', listener);
      };
    },
    paint: (style, text) => styleText(style, text, { stream }),
  };
}

/** Node's own handle of a stream; not part of its types. */
interface MaybeBlocking {
  readonly _handle?: { readonly setBlocking?: (blocking: boolean) => unknown };
}

/**
 * Makes writes to a pipe wait in memory instead of stopping the whole process: a reader that does not
 * read must not keep the gate from its deadline. Where Node makes its standard output block is its own
 * affair: on Windows it does, and its documentation promises nothing for Linux.
 */
export function neverBlock(stream: NodeJS.WriteStream): void {
  (stream as unknown as MaybeBlocking)._handle?.setBlocking?.(false);
}

/** Resolves when everything that was written has been taken, or after `limitMs`; a reader may never come. */
export function flushed(stream: NodeJS.WriteStream, limitMs: number): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, limitMs);
    stream.write('', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** `setTimeout` fires at once for delays longer than this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The clock of this machine. A sleep may be of any length, infinite too. */
export const systemClock: Clock = {
  nowMs: () => Math.floor(performance.now()),
  wallMs: () => new Date().getTime(),
  async sleep(durationMs, signal) {
    const endMs = performance.now() + durationMs;
    while (signal?.aborted !== true) {
      const leftMs = endMs - performance.now();
      if (leftMs <= 0) return;
      await timer(Math.min(Math.ceil(leftMs), LONGEST_TIMER_MS), signal);
    }
  },
  // One more would do for what is due already; timers and signals come before the second one.
  async turn() {
    await immediate();
    await immediate();
  },
};

function immediate(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

/** Resolves when the time is up or `signal` is aborted, and leaves neither timer nor listener behind. */
function timer(durationMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      clearTimeout(handle);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const handle = setTimeout(done, durationMs);
    signal?.addEventListener('abort', done, { once: true });
  });
}
