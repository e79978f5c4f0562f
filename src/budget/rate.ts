/**
 * How many calls a minute the step allows itself: the number that it was given, halved at every
 * throttle answer, and restored by a tenth of that number at every minute without one.
 */
export interface Rate {
  readonly fullPerMinute: number;
  readonly perMinute: number;
  /** When it was last raised, or the API last throttled, by the monotonic clock. */
  readonly sinceMs: number;
  /** When it was last halved. */
  readonly halvedMs: number;
}

/** However often the API throttles, so many calls a minute are still made. */
const LOWEST_PER_MINUTE = 2;
const RESTORED_SHARE = 0.1;
const MINUTE_MS = 60_000;

/** The rate to begin with: the whole `perMinute`, unthrottled so far. `nowMs` is of the monotonic clock. Pure. */
export function fullRate(perMinute: number, nowMs: number): Rate {
  return { fullPerMinute: perMinute, perMinute, sinceMs: nowMs, halvedMs: -Infinity };
}

/**
 * The rate after a throttle answer to a request that was sent at `sentMs`. Requests that were under way
 * together were sent at the same rate: their answers halve it once. Pure.
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
