import type { Clock } from './clock.ts';
import type { Purpose, Turn } from './call-priority.ts';
import { compareTurns } from './call-priority.ts';
import type { Rate } from './throttling.ts';
import { MINUTE_MS, fullRate, restoredRate, throttledRate } from './throttling.ts';

/**
 * The calls of the last minute. The API sees a call at some time between its beginning and its end, so
 * it counts from its beginning until a minute after its end: of those that count at a time, at least as
 * many as the API has seen within any 60 s that end then. Only a request that was given up, which ends
 * it, and that arrives all the same later is not accounted for. Times by the monotonic clock.
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
 * The calls that a step may make in a minute, over all its orders: in no window of 60 s are more made,
 * nor seen by the API, save those that it gets after they were given up (see `CallLog`). Calls that have to wait go by
 * urgency (see `compareTurns`). For the poll at each deadline that is near a call is kept, as far as there
 * are so many, and so are the few calls of a diagnosis. Of the others the last ones, one for each order,
 * are spread over the time until calls come back, so that no order is out of sight for long.
 */
export class CallBudget {
  readonly #clock: Clock;
  readonly #waiting = new Set<Waiting>();
  /** The deadlines whose looks are still to be made, one entry an order. */
  readonly #deadlines = new Map<object, number>();
  readonly #calls = new CallLog();
  /** The turns that have been granted: all calls of one poll are made in the same. */
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

  /** Keeps a call for the poll of this order's deadline, until that is made or it is released. */
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
    const leavesLastPolls = this.#leavesLastPolls(nowMs);
    const leavesAll = leavesLastPolls && left >= this.#keptForDiagnosis;
    const may: Readonly<Record<Purpose, boolean>> = {
      'first-look': true,
      'last-look': true,
      learning: leavesAll,
      look: leavesAll && nowMs >= this.#pollDueMs(nowMs),
      diagnosis: leavesLastPolls,
    };
    let first: Waiting | undefined;
    for (const waiting of this.#waiting) {
      const { turn } = waiting;
      // A look that has begun goes on: half a list is of no use.
      const goesOn = leavesLastPolls && this.#begun.has(turn);
      if (!may[turn.purpose] && !goesOn) continue;
      if (first === undefined || compareTurns(turn, first.turn, nowMs) < 0) first = waiting;
    }
    return first;
  }

  /** Whether enough will be there for the poll at each deadline, if a call is made now. */
  #leavesLastPolls(nowMs: number): boolean {
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
   * When the next poll may begin: at once while more calls are left for looks than there are orders, and else
   * evenly over the time until one comes back.
   */
  #pollDueMs(nowMs: number): number {
    const forPolls = this.#limit - this.#keptForDiagnosis;
    const left = forPolls - this.#calls.countedAt(nowMs);
    if (left > this.#deadlines.size || left <= 0 || left === forPolls) return nowMs;
    const { lastBeganMs } = this.#calls;
    const backMs = this.#calls.nextBackMs(nowMs) ?? nowMs + MINUTE_MS;
    return Math.ceil(lastBeganMs + (backMs - lastBeganMs) / (left + 1));
  }

  /** When more may be allowed than now, if nobody says so before. */
  #changesMs(nowMs: number): number {
    const moments = [this.#calls.nextBackMs(nowMs) ?? Infinity, this.#pollDueMs(nowMs), nowMs + MINUTE_MS];
    return Math.min(...moments.filter(ms => ms > nowMs));
  }
}
