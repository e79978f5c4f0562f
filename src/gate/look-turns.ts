import type { CallBudget } from '../budget/call-budget.ts';
import type { Turn } from '../budget/turn.ts';
import type { Clock } from '../polling/clock.ts';

/** How urgent the looks of one wait are, and the call that is kept for its last look. Times by the monotonic clock. */
export class LookTurns {
  readonly #budget: CallBudget;
  readonly #clock: Clock;
  #dueMs: number;
  #seenMs: number;
  #asked = false;

  /** @param dueMs when the last look is due as things stand */
  constructor(budget: CallBudget, clock: Clock, dueMs: number) {
    this.#budget = budget;
    this.#clock = clock;
    this.#dueMs = dueMs;
    this.#seenMs = clock.nowMs();
    budget.reserve(this, dueMs);
  }

  get dueMs(): number {
    return this.#dueMs;
  }

  /** The last look is due then: what was seen may have moved it. */
  due(dueMs: number): void {
    if (dueMs === this.#dueMs) return;
    this.#dueMs = dueMs;
    this.#budget.reserve(this, dueMs);
  }

  /** How urgent a look is that is made now. */
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

  /** The next look is the first one at another order: one that was found in a list has not been looked at yet. */
  startAnew(): void {
    this.#asked = false;
  }

  /** No call has to be kept any more. */
  close(): void {
    this.#budget.release(this);
  }
}
