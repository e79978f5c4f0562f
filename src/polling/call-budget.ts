import type { Clock } from './clock.ts';
import type { Purpose, Turn } from './call-priority.ts';
import { compareTurns } from './call-priority.ts';
import type { Rate } from './throttling.ts';
import { MINUTE_MS, fullRate, restoredRate, throttledRate } from './throttling.ts';

/**
 * The calls of the last minute. The API sees a call at some time between its start and its end, so it counts
 * from its start until a minute after its end: at any time at least as many count as the API has seen in any
 * 60 s that end then. The only exception is a cancelled request, which counts as ended, but arrives later all
 * the same. Times by the monotonic clock.
 */
export class CallLog {
  /** When calls ended that may still count, the earliest first. */
  #endsMs: number[] = [];
  #underWay = 0;
  #lastBeganMs = -Infinity;

  get lastBeganMs(): number {
    return this.#lastBeganMs;
  }

  began(nowMs: number): void {
    this.#underWay++;
    this.#lastBeganMs = nowMs;
    // Calls that no longer count never will again.
    this.#endsMs = this.#endsMs.slice(this.#firstAt(nowMs));
  }

  ended(nowMs: number): void {
    this.#underWay--;
    this.#endsMs.push(nowMs);
  }

  /** How many calls count at that time, now or later, if those in progress end just then. */
  countedAt(atMs: number): number {
    return this.#underWay + this.#endsMs.length - this.#firstAt(atMs);
  }

  /** When the next ended call stops counting; `undefined` if there is none. */
  nextBackMs(nowMs: number): number | undefined {
    const endMs = this.#endsMs[this.#firstAt(nowMs)];
    return endMs === undefined ? undefined : endMs + MINUTE_MS;
  }

  /** The index of the first one that counts at that time. */
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

/** A call usually takes less: one that begins this long before a minute ends within it. */
const CALL_MS = 1_000;

/**
 * The calls that a step may make in a minute, over all its orders: in no window of 60 s are more made, nor
 * seen by the API, except cancelled ones (see `CallLog`). Waiting calls go by priority (see `compareTurns`).
 * A call is reserved for the poll at each near deadline, as far as there are enough, and for the few calls of
 * a diagnosis. The last calls of the others, one per order, are spread over the time until calls are
 * available again, so that no order is unobserved for long.
 */
export class CallBudget {
  readonly #clock: Clock;
  readonly #waiting = new Set<Waiting>();
  /** The deadlines whose polls are still to be made, one entry per order. */
  readonly #deadlines = new Map<object, number>();
  readonly #calls = new CallLog();
  /** The turns that were granted: all calls of one poll have the same turn. */
  readonly #begun = new WeakSet<Turn>();
  #rate: Rate;
  #pumping = false;
  #wake = new AbortController();

  constructor(clock: Clock, callsPerMinute: number) {
    this.#clock = clock;
    this.#rate = fullRate(callsPerMinute, clock.nowMs());
  }

  /** Makes a call when its turn comes; returns `undefined` without a call if `signal` is aborted first. */
  async make<Made>(turn: Turn, signal: AbortSignal, call: () => Promise<Made>): Promise<Made | undefined> {
    if (!(await this.#granted(turn, signal))) return undefined;
    try {
      return await call();
    } finally {
      this.#calls.ended(this.#clock.nowMs());
    }
  }

  /** The API throttled a request that was sent at `sentMs`. */
  throttled(sentMs: number): void {
    const nowMs = this.#clock.nowMs();
    this.#rate = throttledRate(restoredRate(this.#rate, nowMs), sentMs, nowMs);
  }

  /** Reserves a call for the poll at this order's deadline, until it is made or released. */
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

  /** Grants calls as long as any are waiting, one pump at a time. */
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

  /** The most urgent call that may go now: a reserved call serves no other purpose. */
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
      // A poll that has begun continues: half a list is useless.
      const goesOn = leavesLastPolls && this.#begun.has(turn);
      if (!may[turn.purpose] && !goesOn) continue;
      if (first === undefined || compareTurns(turn, first.turn, nowMs) < 0) first = waiting;
    }
    return first;
  }

  /** Whether enough calls are left for the poll at each deadline if one is made now. */
  #leavesLastPolls(nowMs: number): boolean {
    const dueMs = [...this.#deadlines.values()].map(ms => Math.max(ms, nowMs)).sort((a, b) => a - b);
    let oldest = 0;
    return dueMs.every((atMs, index) => {
      // Polls at deadlines of the previous minute count too.
      while ((dueMs[oldest] ?? atMs) <= atMs - MINUTE_MS) oldest++;
      const kept = Math.min(index - oldest + 1, this.#limit);
      const reaches = nowMs + CALL_MS > atMs - MINUTE_MS;
      return kept + (reaches ? this.#calls.countedAt(atMs) + 1 : 0) <= this.#limit;
    });
  }

  /** A failure needs its reason at once: polls leave that many calls, if the budget is large enough. */
  get #keptForDiagnosis(): number {
    return Math.min(CALLS_OF_A_DIAGNOSIS, Math.floor(this.#limit / 3));
  }

  /**
   * When the next poll may begin: at once while more calls are left for polls than there are orders,
   * otherwise evenly spread over the time until one is available again.
   */
  #pollDueMs(nowMs: number): number {
    const forPolls = this.#limit - this.#keptForDiagnosis;
    const left = forPolls - this.#calls.countedAt(nowMs);
    if (left > this.#deadlines.size || left <= 0 || left === forPolls) return nowMs;
    const { lastBeganMs } = this.#calls;
    const backMs = this.#calls.nextBackMs(nowMs) ?? nowMs + MINUTE_MS;
    return Math.ceil(lastBeganMs + (backMs - lastBeganMs) / (left + 1));
  }

  /** When more may be allowed than now, if nothing else happens first. */
  #changesMs(nowMs: number): number {
    const moments = [this.#calls.nextBackMs(nowMs) ?? Infinity, this.#pollDueMs(nowMs), nowMs + MINUTE_MS];
    return Math.min(...moments.filter(ms => ms > nowMs));
  }
}
