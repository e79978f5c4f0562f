import type { Clock } from './clock.ts';

/**
 * What a call is for, the most urgent first: a first poll, a reserved poll at a deadline, what is learnt
 * of an application's past (one call each), any other look, the diagnosis of an order that has ended.
 */
export const PURPOSES = ['first-look', 'last-look', 'learning', 'look', 'diagnosis'] as const;

export type Purpose = (typeof PURPOSES)[number];

/** A call that wants to be made. Times by the monotonic clock. */
export interface Turn {
  readonly purpose: Purpose;
  /** Since when its order has not been looked at. */
  readonly unseenSinceMs: number;
  /** When the call was due by the order's own schedule, which looks the more often the nearer the end. */
  readonly askedMs: number;
  /** The order whose look at the deadline it is: the call that was kept for it. */
  readonly keptFor?: object | undefined;
}

/** A look like any other, of an order that nobody has been waiting for in particular. */
export const POLL: Turn = { purpose: 'look', unseenSinceMs: 0, askedMs: 0 };

/** What is only nice to know. */
export const LEARNING: Turn = { ...POLL, purpose: 'learning' };

/**
 * Which of two calls goes first now: negative for `a`. The more urgent purpose; among looks the order that
 * has been unseen for longest, measured by what its schedule planned; else the one unseen for longest. Pure.
 */
export function compareTurns(a: Turn, b: Turn, nowMs: number): number {
  const byPurpose = PURPOSES.indexOf(a.purpose) - PURPOSES.indexOf(b.purpose);
  if (byPurpose !== 0) return byPurpose;
  if (a.purpose !== 'look') return a.unseenSinceMs - b.unseenSinceMs;
  return pressure(b, nowMs) - pressure(a, nowMs);
}

/**
 * The root of the planned wait: an order near its end, where 2 s are planned, is seen about four times as
 * often as one far from it, where 30 s are. It grows with time for every order, so none starves.
 */
function pressure({ unseenSinceMs, askedMs }: Turn, nowMs: number): number {
  const plannedMs = Math.max(1, askedMs - unseenSinceMs);
  return (nowMs - unseenSinceMs) / Math.sqrt(plannedMs);
}

/** Where a call can be kept for the poll at an order's deadline. */
export interface KeptCalls {
  /** Keeps one until that is made or it is released; `deadlineMs` by the monotonic clock. */
  reserve(order: object, deadlineMs: number): void;
  release(order: object): void;
}

/** How urgent the polls of one wait are, and the call that is kept for its last poll. Times by the monotonic clock. */
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

  /** The last poll is due then: what was seen may have moved it. */
  due(dueMs: number): void {
    if (dueMs === this.#dueMs) return;
    this.#dueMs = dueMs;
    this.#budget.reserve(this, dueMs);
  }

  /** How urgent a poll is that is made now. */
  next(): Turn {
    const askedMs = this.#clock.nowMs();
    const later = askedMs >= this.#dueMs ? 'last-look' : 'look';
    const purpose = this.#asked ? later : 'first-look';
    this.#asked = true;
    const keptFor = askedMs >= this.#dueMs ? this : undefined;
    return { purpose, unseenSinceMs: this.#seenMs, askedMs, keptFor };
  }

  /** A look has ended. */
  seen(): void {
    this.#seenMs = this.#clock.nowMs();
  }

  /** The next poll is the first one at another order: one that was found in a list has not been looked at yet. */
  startAnew(): void {
    this.#asked = false;
  }

  /** No call has to be kept any more. */
  close(): void {
    this.#budget.release(this);
  }
}
