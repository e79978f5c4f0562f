import { CANCEL_SIGNALS } from '../endings/ending.ts';
import type { Clock } from '../polling/clock.ts';

const cancel = new AbortController();

// On import, so that a program which imports this first heeds signals from its first moment on.
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

/** Node's own handle of a stream; not part of its types. */
interface MaybeBlocking {
  readonly _handle?: { readonly setBlocking?: (blocking: boolean) => unknown };
}

/**
 * Makes writes to a pipe wait in memory instead of stopping the whole process: a reader that does not
 * read must not keep the gate from its deadline. Where Node makes its standard output block is its own
 * affair: on Windows it does, and its documentation promises nothing for Linux.
 */
function neverBlock(stream: NodeJS.WriteStream): void {
  (stream as unknown as MaybeBlocking)._handle?.setBlocking?.(false);
}

/** Resolves when everything that was written has been taken, or after `limitMs`; a reader may never come. */
function flushed(stream: NodeJS.WriteStream, limitMs: number): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, limitMs);
    stream.write('', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** For what is left to be done after the verdict: output that nobody reads, sockets that do not close. */
const LAST_LIMIT_MS = 1_000;

/** How a process is to begin, and what it ends with. */
export interface ProcessParts {
  /** The exit code of a process that ends early, or that a bug ends. */
  readonly redCode: number;
  /** What the process writes to. By name: the exit code is red before a stream is so much as opened. */
  readonly streams: readonly ('stdout' | 'stderr')[];
  /** Says to a person what was thrown outside everything that was foreseen. */
  readonly tellUnforeseen: (thrown: unknown) => void;
  /** The one of the streams that this is written to. */
  readonly toldTo: 'stdout' | 'stderr';
}

/**
 * Ends the process with this exit code, once what was written has been taken and `close` is done, after a
 * second at the latest; with `redCode` where anything unforeseen was thrown meanwhile.
 */
export type EndProcess = (exitCode: number, close: () => Promise<unknown>) => Promise<never>;

/**
 * Makes this process red until proven green: whatever ends it early ends it with `redCode`, and what is
 * thrown outside everything that was foreseen is reported and ends it at once. To be called before anything
 * else is done; what it returns is the only way to green.
 */
export function beginProcess({ redCode, streams, tellUnforeseen, toldTo }: ProcessParts): EndProcess {
  process.exitCode = redCode;
  for (const name of streams) {
    neverBlock(process[name]);
    // A reader that has gone away makes nothing red that is green.
    process[name].on('error', () => undefined);
  }
  let unforeseen = false;
  process.on('uncaughtException', thrown => {
    // A bug outside everything that was foreseen: red, whatever the gate itself decides meanwhile.
    unforeseen = true;
    tellUnforeseen(thrown);
    void flushed(process[toldTo], LAST_LIMIT_MS).then(() => process.exit(redCode));
  });
  return async (exitCode, close) => {
    process.exitCode = unforeseen ? redCode : exitCode;
    const last = [close(), ...streams.map(name => flushed(process[name], LAST_LIMIT_MS))];
    await Promise.race([Promise.all(last), systemClock.sleep(LAST_LIMIT_MS)]);
    if (unforeseen) process.exitCode = redCode;
    // A handler for signals, or a socket that does not close, must not keep the process alive.
    return process.exit();
  };
}

/** `setTimeout` fires at once for delays longer than this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The clock of this machine. A sleep may be of any length, infinite too. */
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
  // One more would do for what is due already; timers and signals come before the second one.
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
