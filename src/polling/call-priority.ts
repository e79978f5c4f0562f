import type { Clock } from './clock.ts';

/**
 * What a call is for, the most urgent first: a first poll, a reserved poll at a deadline, a lesson from an
 * application's past (one call each), any other poll, the diagnosis of an order that has ended.
 */
export const PURPOSES = ['first-look', 'last-look', 'learning', 'look', 'diagnosis'] as const;

export type Purpose = (typeof PURPOSES)[number];

/** A call that is to be made. Times by the monotonic clock. */
export interface Turn {
  readonly purpose: Purpose;
  /** Since when its order has not been polled. */
  readonly unseenSinceMs: number;
  /** When the order's own schedule planned the call; near the expected end it plans more often. */
  readonly askedMs: number;
  /** The order whose poll at the deadline this is: its reserved call. */
  readonly keptFor?: object | undefined;
}

/** A poll like any other, of an order that has not waited longer than others. */
export const POLL: Turn = { purpose: 'look', unseenSinceMs: 0, askedMs: 0 };

/** Nice to know, and no more. */
export const LEARNING: Turn = { ...POLL, purpose: 'learning' };

/**
 * Which of two calls goes first now: negative for `a`. The more urgent purpose; among polls the order that
 * has been unobserved longest, relative to its planned interval; otherwise the one unobserved longest. Pure.
 */
export function compareTurns(a: Turn, b: Turn, nowMs: number): number {
  const byPurpose = PURPOSES.indexOf(a.purpose) - PURPOSES.indexOf(b.purpose);
  if (byPurpose !== 0) return byPurpose;
  if (a.purpose !== 'look') return a.unseenSinceMs - b.unseenSinceMs;
  return pressure(b, nowMs) - pressure(a, nowMs);
}

/**
 * The root of the planned interval: an order near its end, with 2 s planned, is polled about four times as
 * often as one far from it, with 30 s. It grows with time for every order, so none starves.
 */
function pressure({ unseenSinceMs, askedMs }: Turn, nowMs: number): number {
  const plannedMs = Math.max(1, askedMs - unseenSinceMs);
  return (nowMs - unseenSinceMs) / Math.sqrt(plannedMs);
}

/** Where a call can be reserved for the poll at an order's deadline. */
export interface KeptCalls {
  /** Reserves one until it is made or released; `deadlineMs` by the monotonic clock. */
  reserve(order: object, deadlineMs: number): void;
  release(order: object): void;
}

/**
 * The priority of the polls of one wait, and the call reserved for its last poll. Times by the monotonic
 * clock.
 */
export class PollTurns {
  readonly #budget: KeptCalls;
  readonly #clock: Clock;
  #dueMs: number;
  #seenMs: number;
  #asked = false;

  /** @param dueMs when the last poll is due as things stand */
  constructor(budget: KeptCalls, clock: Clock, dueMs: number) {
    this.#budget = budget;
    this.#clock = clock;
    this.#dueMs = dueMs;
    this.#seenMs = clock.nowMs();
    budget.reserve(this, dueMs);
  }

  get dueMs(): number {
    return this.#dueMs;
  }

  /** Sets when the last poll is due: what was seen may have moved it. */
  due(dueMs: number): void {
    if (dueMs === this.#dueMs) return;
    this.#dueMs = dueMs;
    this.#budget.reserve(this, dueMs);
  }

  /** The priority of a poll made now. */
  next(): Turn {
    const askedMs = this.#clock.nowMs();
    const later = askedMs >= this.#dueMs ? 'last-look' : 'look';
    const purpose = this.#asked ? later : 'first-look';
    this.#asked = true;
    const keptFor = askedMs >= this.#dueMs ? this : undefined;
    return { purpose, unseenSinceMs: this.#seenMs, askedMs, keptFor };
  }

  /** A poll has ended. */
  seen(): void {
    this.#seenMs = this.#clock.nowMs();
  }

  /** The next poll is the first one of another order, which was found in a list and has not been polled. */
  startAnew(): void {
    this.#asked = false;
  }

  /** Releases the reserved call. */
  close(): void {
    this.#budget.release(this);
  }
}
