import { CANCEL_SIGNALS } from '../endings/ending.ts';
import type { Clock } from '../polling/clock.ts';

const cancel = new AbortController();

// On import, so that a program which imports this first handles signals from its first moment.
for (const name of CANCEL_SIGNALS) {
  process.on(name, () => {
    cancel.abort(name);
  });
}

/**
 * Aborted, with the name of the signal as its reason, when this process is asked to end. The runner sends
 * SIGINT, SIGTERM 7.5 s later, and kills 2.5 s after that; the second one changes nothing, since the process
 * is ending already.
 */
export const cancellation = cancel.signal;

/** Node's own handle of a stream, which is not part of its types. */
interface MaybeBlocking {
  readonly _handle?: { readonly setBlocking?: (blocking: boolean) => unknown };
}

/**
 * Makes writes to a pipe wait in memory instead of blocking the process: a reader that does not read must not
 * delay the gate past its deadline. Node decides whether its standard output blocks: on Windows it does, and
 * for Linux its documentation promises nothing.
 */
function neverBlock(stream: NodeJS.WriteStream): void {
  (stream as unknown as MaybeBlocking)._handle?.setBlocking?.(false);
}

/** Resolves when all output has been consumed, or after `limitMs`; there may never be a reader. */
function flushed(stream: NodeJS.WriteStream, limitMs: number): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, limitMs);
    stream.write('', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The time for what is left after the verdict: output that nobody reads, sockets that do not close. */
const LAST_LIMIT_MS = 1_000;

/** How a process begins, and what it ends with. */
export interface ProcessParts {
  /** The exit code of a process that ends early, or through a bug. */
  readonly redCode: number;
  /** The streams that the process writes to. By name: the exit code is red before any stream is opened. */
  readonly streams: readonly ('stdout' | 'stderr')[];
  /** Reports to a person what was thrown outside all error handling. */
  readonly reportUnforeseen: (thrown: unknown) => void;
  /** The stream for that report. */
  readonly reportTo: 'stdout' | 'stderr';
}

/**
 * Ends the process with this exit code once all output has been consumed and `close` is done, after at most a
 * second; with `redCode` if anything unexpected was thrown meanwhile.
 */
export type EndProcess = (exitCode: number, close: () => Promise<unknown>) => Promise<never>;

/**
 * Makes this process red until proven green: if it ends early it ends with `redCode`, and anything thrown
 * outside all error handling is reported and ends it at once. Call it before anything else; what it returns
 * is the only way to green.
 */
export function beginProcess({ redCode, streams, reportUnforeseen, reportTo }: ProcessParts): EndProcess {
  process.exitCode = redCode;
  for (const name of streams) {
    neverBlock(process[name]);
    // A reader that has closed its end does not turn green into red.
    process[name].on('error', () => undefined);
  }
  let unforeseen = false;
  process.on('uncaughtException', thrown => {
    // A bug outside all error handling: red, whatever the gate decides meanwhile.
    unforeseen = true;
    reportUnforeseen(thrown);
    void flushed(process[reportTo], LAST_LIMIT_MS).then(() => process.exit(redCode));
  });
  return async (exitCode, close) => {
    process.exitCode = unforeseen ? redCode : exitCode;
    const last = [close(), ...streams.map(name => flushed(process[name], LAST_LIMIT_MS))];
    await Promise.race([Promise.all(last), systemClock.sleep(LAST_LIMIT_MS)]);
    if (unforeseen) process.exitCode = redCode;
    // A signal handler or an open socket must not keep the process alive.
    return process.exit();
  };
}

/** `setTimeout` fires at once for longer delays. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The clock of this machine. A sleep may have any length, even infinite. */
export const systemClock: Clock = {
  nowMs: () => Math.floor(uptimeMs()),
  wallMs: () => new Date().getTime(),
  async sleep(durationMs, signal) {
    const endMs = uptimeMs() + durationMs;
    while (signal?.aborted !== true) {
      const leftMs = endMs - uptimeMs();
      if (leftMs <= 0) return;
      await timer(Math.min(Math.ceil(leftMs), LONGEST_TIMER_MS), signal);
    }
  },
  // One would be enough for what is already due; timers and signals run before the second one.
  async turn() {
    await immediate();
    await immediate();
  },
};

/** As `performance.now()`, for which Node would load eight modules. */
function uptimeMs(): number {
  return process.uptime() * 1_000;
}

function immediate(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

/** Resolves when the time is up or `signal` is aborted, and leaves neither a timer nor a listener. */
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
