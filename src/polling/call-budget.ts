import type { Clock } from './clock.ts';
import { CallLog, MINUTE_MS, fullRate, restoredRate, throttledRate } from './call-rate.ts';
import type { Rate } from './call-rate.ts';
import type { Purpose, Turn } from './turns.ts';
import { compareTurns } from './turns.ts';

/** A call that waits for its turn. */
interface Waiting {
  readonly turn: Turn;
  readonly go: (granted: boolean) => void;
}

/** A diagnosis of one group of instances: tasks, groups, instances, configuration, events. */
const CALLS_OF_A_DIAGNOSIS = 5;

/** An answer takes less, as a rule: what begins this long before a minute does not reach into it. */
const CALL_MS = 1_000;

/**
 * The calls that a step may make in a minute, over all its orders: in no window of 60 s does the API see
 * more than that, however long requests and answers are on their way. Calls that have to wait go by
 * urgency (see `compareTurns`). For the look at each deadline that is near a call is kept, as far as there
 * are so many, and so are the few calls of a diagnosis. Of the others the last ones, one for each order,
 * are spread over the time until calls come back, so that no order is out of sight for long.
 */
export class CallBudget {
  readonly #clock: Clock;
  readonly #waiting = new Set<Waiting>();
  /** The deadlines whose looks are still to be made, one entry an order. */
  readonly #deadlines = new Map<object, number>();
  readonly #calls = new CallLog();
  /** The turns that have been granted: all calls of one look are made in the same. */
  readonly #begun = new WeakSet<Turn>();
  #rate: Rate;
  #pumping = false;
  #wake = new AbortController();

  constructor(clock: Clock, callsPerMinute: number) {
    this.#clock = clock;
    this.#rate = fullRate(callsPerMinute, clock.nowMs());
  }

  /** Makes a call when its turn has come; `undefined`, and no call, when `signal` is aborted before. */
  async make<Made>(turn: Turn, signal: AbortSignal, call: () => Promise<Made>): Promise<Made | undefined> {
    if (!(await this.#granted(turn, signal))) return undefined;
    try {
      return await call();
    } finally {
      this.#calls.ended(this.#clock.nowMs());
    }
  }

  /** The API answered to a request that was sent at `sentMs` that it is asked too often. */
  throttled(sentMs: number): void {
    const nowMs = this.#clock.nowMs();
    this.#rate = throttledRate(restoredRate(this.#rate, nowMs), sentMs, nowMs);
  }

  /** Keeps a call for the look at this order's deadline, until that is made or it is released. */
  reserve(order: object, deadlineMs: number): void {
    this.#deadlines.set(order, deadlineMs);
    this.#wake.abort();
  }

  release(order: object): void {
    if (this.#deadlines.delete(order)) this.#wake.abort();
  }

  #granted(turn: Turn, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    const granted = new Promise<boolean>(resolve => {
      const go = (may: boolean): void => {
        signal.removeEventListener('abort', giveUp);
        this.#waiting.delete(waiting);
        resolve(may);
      };
      const giveUp = (): void => {
        go(false);
        this.#wake.abort();
      };
      const waiting: Waiting = { turn, go };
      this.#waiting.add(waiting);
      signal.addEventListener('abort', giveUp);
    });
    this.#wake.abort();
    void this.#pump();
    return granted;
  }

  /** Grants calls as long as any wait, one pump at a time. */
  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    while (this.#waiting.size > 0) {
      const nowMs = this.#clock.nowMs();
      this.#rate = restoredRate(this.#rate, nowMs);
      const next = this.#next(nowMs);
      if (next === undefined) {
        this.#wake = new AbortController();
        await this.#clock.sleep(this.#changesMs(nowMs) - nowMs, this.#wake.signal);
        continue;
      }
      this.#calls.began(nowMs);
      this.#begun.add(next.turn);
      if (next.turn.keptFor !== undefined) this.#deadlines.delete(next.turn.keptFor);
      next.go(true);
    }
    this.#pumping = false;
  }

  /** Only whole calls are made. */
  get #limit(): number {
    return Math.floor(this.#rate.perMinute);
  }

  /** The most urgent of those that may go now: what is kept for one purpose is there for no other. */
  #next(nowMs: number): Waiting | undefined {
    const left = this.#limit - this.#calls.countedAt(nowMs) - 1;
    if (left < 0) return undefined;
    const leavesLastLooks = this.#leavesLastLooks(nowMs);
    const leavesAll = leavesLastLooks && left >= this.#keptForDiagnosis;
    const may: Readonly<Record<Purpose, boolean>> = {
      'first-look': true,
      'last-look': true,
      learning: leavesAll,
      look: leavesAll && nowMs >= this.#lookDueMs(nowMs),
      diagnosis: leavesLastLooks,
    };
    let first: Waiting | undefined;
    for (const waiting of this.#waiting) {
      const { turn } = waiting;
      // A look that has begun goes on: half a list is of no use.
      const goesOn = leavesLastLooks && this.#begun.has(turn);
      if (!may[turn.purpose] && !goesOn) continue;
      if (first === undefined || compareTurns(turn, first.turn, nowMs) < 0) first = waiting;
    }
    return first;
  }

  /** Whether enough will be there for the look at each deadline, if a call is made now. */
  #leavesLastLooks(nowMs: number): boolean {
    const dueMs = [...this.#deadlines.values()].map(ms => Math.max(ms, nowMs)).sort((a, b) => a - b);
    let oldest = 0;
    return dueMs.every((atMs, index) => {
      // Looks at deadlines of the minute before count too.
      while ((dueMs[oldest] ?? atMs) <= atMs - MINUTE_MS) oldest++;
      const kept = Math.min(index - oldest + 1, this.#limit);
      const reaches = nowMs + CALL_MS > atMs - MINUTE_MS;
      return kept + (reaches ? this.#calls.countedAt(atMs) + 1 : 0) <= this.#limit;
    });
  }

  /** Who fails needs its reason at once: looks leave that much, as far as the budget is no smaller. */
  get #keptForDiagnosis(): number {
    return Math.min(CALLS_OF_A_DIAGNOSIS, Math.floor(this.#limit / 3));
  }

  /**
   * When the next look may begin: at once while more calls are left for looks than there are orders, and else
   * evenly over the time until one comes back.
   */
  #lookDueMs(nowMs: number): number {
    const forLooks = this.#limit - this.#keptForDiagnosis;
    const left = forLooks - this.#calls.countedAt(nowMs);
    if (left > this.#deadlines.size || left <= 0 || left === forLooks) return nowMs;
    const { lastBeganMs } = this.#calls;
    const backMs = this.#calls.nextBackMs(nowMs) ?? nowMs + MINUTE_MS;
    return Math.ceil(lastBeganMs + (backMs - lastBeganMs) / (left + 1));
  }

  /** When more may be allowed than now, if nobody says so before. */
  #changesMs(nowMs: number): number {
    const moments = [this.#calls.nextBackMs(nowMs) ?? Infinity, this.#lookDueMs(nowMs), nowMs + MINUTE_MS];
    return Math.min(...moments.filter(ms => ms > nowMs));
  }
}
