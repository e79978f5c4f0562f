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

export const MINUTE_MS = 60_000;

/**
 * The calls of the last minute. The API sees a call at some time between its beginning and its end, so
 * it counts from its beginning until a minute after its end: of those that count at a time, at least as
 * many as the API has seen within any 60 s that end then. Times by the monotonic clock.
 */
export class CallLog {
  /** When calls ended that may still count, the first one first. */
  #endsMs: number[] = [];
  #underWay = 0;
  #lastBeganMs = -Infinity;

  get lastBeganMs(): number {
    return this.#lastBeganMs;
  }

  began(nowMs: number): void {
    this.#underWay++;
    this.#lastBeganMs = nowMs;
    // What counts no more now never will.
    this.#endsMs = this.#endsMs.slice(this.#firstAt(nowMs));
  }

  ended(nowMs: number): void {
    this.#underWay--;
    this.#endsMs.push(nowMs);
  }

  /** How many of them count at that time, now or later, if those under way end just then. */
  countedAt(atMs: number): number {
    return this.#underWay + this.#endsMs.length - this.#firstAt(atMs);
  }

  /** When the next one counts no more that has ended; `undefined` where there is none. */
  nextBackMs(nowMs: number): number | undefined {
    const endMs = this.#endsMs[this.#firstAt(nowMs)];
    return endMs === undefined ? undefined : endMs + MINUTE_MS;
  }

  /** The index of the first that counts at that time. */
  #firstAt(atMs: number): number {
    let [from, to] = [0, this.#endsMs.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#endsMs[middle] ?? 0) > atMs - MINUTE_MS) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}
