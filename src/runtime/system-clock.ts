import { performance } from 'node:perf_hooks';
import type { Clock } from '../polling/clock.ts';

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
