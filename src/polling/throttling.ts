/** A pause that a server asked for; `hintMs` is `undefined` if it did not say how long. */
export interface Pause {
  readonly hintMs: number | undefined;
}

/** The longest wait hint of a server that is trusted. */
const LONGEST_HINT_MS = 60_000;

/**
 * The wait before the next request after a server asked for a pause: its hint, but no less than `waitMs`, or
 * `maxMs` if it gave no hint. Pure.
 */
export function withPause(pause: Pause | undefined, waitMs: number, maxMs: number): number {
  if (pause === undefined) return waitMs;
  return pause.hintMs === undefined ? maxMs : Math.max(waitMs, Math.min(pause.hintMs, LONGEST_HINT_MS));
}

export const MINUTE_MS = 60_000;

/**
 * How many calls a minute the step allows itself: the configured number, halved by every throttle answer,
 * and restored by a tenth of that number for every minute without one.
 */
export interface Rate {
  readonly fullPerMinute: number;
  readonly perMinute: number;
  /** When it was last raised, or the API last throttled, by the monotonic clock. */
  readonly sinceMs: number;
  /** When it was last halved. */
  readonly halvedMs: number;
}

/** The lowest limit, however often the API throttles. */
const LOWEST_PER_MINUTE = 2;
const RESTORED_SHARE = 0.1;

/** The initial rate, the whole `perMinute`. `nowMs` by the monotonic clock. Pure. */
export function fullRate(perMinute: number, nowMs: number): Rate {
  return { fullPerMinute: perMinute, perMinute, sinceMs: nowMs, halvedMs: -Infinity };
}

/**
 * The rate after a throttle answer to a request sent at `sentMs`. Concurrent requests were sent at the same
 * rate: their answers halve it only once. Pure.
 */
export function throttledRate(rate: Rate, sentMs: number, nowMs: number): Rate {
  if (sentMs <= rate.halvedMs) return { ...rate, sinceMs: nowMs };
  const lowest = Math.min(LOWEST_PER_MINUTE, rate.fullPerMinute);
  return { ...rate, perMinute: Math.max(lowest, rate.perMinute / 2), sinceMs: nowMs, halvedMs: nowMs };
}

/** The rate after the quiet minutes since it last changed. Pure. */
export function restoredRate(rate: Rate, nowMs: number): Rate {
  const quietMinutes = Math.floor((nowMs - rate.sinceMs) / MINUTE_MS);
  if (quietMinutes === 0 || rate.perMinute === rate.fullPerMinute) return rate;
  const perMinute = rate.perMinute + quietMinutes * rate.fullPerMinute * RESTORED_SHARE;
  return {
    ...rate,
    perMinute: Math.min(rate.fullPerMinute, perMinute),
    sinceMs: rate.sinceMs + quietMinutes * MINUTE_MS,
  };
}
