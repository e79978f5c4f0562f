import type { Clock } from '../polling/clock.ts';
import type { Rate } from './rate.ts';
import { fullRate, restoredRate, throttledRate } from './rate.ts';
import type { Purpose, Turn } from './turn.ts';
import { compareTurns } from './turn.ts';

/** A call that waits for its turn. */
interface Waiting {
  readonly turn: Turn;
  readonly go: (granted: boolean) => void;
}

/** In a minute the budget earns the calls of its rate, so in a ms this part of them. */
const MS_A_CALL = 60_000;

/** A diagnosis of one group of instances: tasks, groups, instances, configuration, events. */
const CALLS_OF_A_DIAGNOSIS = 5;

/**
 * The calls that a step may make in a minute, over all its orders: a token bucket that holds a minute's
 * worth. Calls that have to wait go by urgency (see `compareTurns`). For the look at each deadline that is
 * near a call is kept, as far as there are so many, and so are the few calls of a diagnosis.
 */
export class CallBudget {
  readonly #clock: Clock;
  readonly #waiting = new Set<Waiting>();
  /** The deadlines whose looks are still to be made, one entry an order. */
  readonly #deadlines = new Map<object, number>();
  #rate: Rate;
  /** Calls that may be made at once, each times `MS_A_CALL`: whole numbers, that no rounding adds up. */
  #credit: number;
  #filledMs: number;
  /** Calls that were granted and are not made yet. */
  #deferred = 0;
  #pumping = false;
  #wake = new AbortController();

  constructor(clock: Clock, callsPerMinute: number) {
    this.#clock = clock;
    this.#rate = fullRate(callsPerMinute, clock.nowMs());
    this.#credit = callsPerMinute * MS_A_CALL;
    this.#filledMs = clock.nowMs();
  }

  /** Waits until the call may be made; `false` when `signal` is aborted before. */
  async take(turn: Turn, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
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

  /**
   * A call that was granted just now is not made yet: until that is told, by the function that this gives,
   * nothing is earned in its place. Else the calls of a full budget could be made late and those earned
   * meanwhile with them.
   */
  defer(): () => void {
    this.#deferred++;
    return () => {
      this.#fill();
      this.#deferred--;
    };
  }

  /** The API answered to a request that was sent at `sentMs` that it is asked too often. */
  throttled(sentMs: number): void {
    this.#fill();
    this.#rate = throttledRate(this.#rate, sentMs, this.#clock.nowMs());
  }

  /** Keeps a call for the look at this order's deadline, until that is made or it is released. */
  reserve(order: object, deadlineMs: number): void {
    this.#deadlines.set(order, deadlineMs);
    this.#wake.abort();
  }

  release(order: object): void {
    if (this.#deadlines.delete(order)) this.#wake.abort();
  }

  /** Grants calls as long as any wait, one pump at a time. */
  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    while (this.#waiting.size > 0) {
      this.#fill();
      const next = this.#next();
      if (next === undefined) {
        this.#wake = new AbortController();
        await this.#clock.sleep(this.#untilNextCallMs(), this.#wake.signal);
        continue;
      }
      this.#credit -= MS_A_CALL;
      if (next.turn.keptFor !== undefined) this.#deadlines.delete(next.turn.keptFor);
      next.go(true);
    }
    this.#pumping = false;
  }

  /** Time is paid by the rate that held while it passed. */
  #fill(): void {
    const nowMs = this.#clock.nowMs();
    const earned = (nowMs - this.#filledMs) * this.#rate.perMinute;
    this.#rate = restoredRate(this.#rate, nowMs);
    this.#credit = Math.min((this.#rate.perMinute - this.#deferred) * MS_A_CALL, this.#credit + earned);
    this.#filledMs = nowMs;
  }

  /** The most urgent of those that may go now: what is kept for one purpose is there for no other. */
  #next(): Waiting | undefined {
    const left = this.#credit - MS_A_CALL;
    if (left < 0) return undefined;
    const nowMs = this.#clock.nowMs();
    const leavesLastLooks = this.#leavesLastLooks(left, nowMs);
    const leavesAll = leavesLastLooks && left >= this.#keptForDiagnosis() * MS_A_CALL;
    const may: Readonly<Record<Purpose, boolean>> = {
      'first-look': true,
      'last-look': true,
      learning: leavesAll,
      look: leavesAll,
      diagnosis: leavesLastLooks,
    };
    let first: Waiting | undefined;
    for (const waiting of this.#waiting) {
      if (!may[waiting.turn.purpose]) continue;
      if (first === undefined || compareTurns(waiting.turn, first.turn, nowMs) < 0) first = waiting;
    }
    return first;
  }

  /** Whether enough will be there for the look at each deadline, if no more than this is left now. */
  #leavesLastLooks(left: number, nowMs: number): boolean {
    const { perMinute } = this.#rate;
    const deadlinesMs = [...this.#deadlines.values()].sort((a, b) => a - b);
    return deadlinesMs.every((deadlineMs, index) => {
      const earned = Math.max(0, deadlineMs - nowMs) * perMinute;
      const byThen = Math.min(perMinute * MS_A_CALL, left + earned);
      return byThen >= Math.min(index + 1, Math.floor(perMinute)) * MS_A_CALL;
    });
  }

  /** Who fails needs its reason at once: looks leave that much, as far as the budget is no smaller. */
  #keptForDiagnosis(): number {
    return Math.min(CALLS_OF_A_DIAGNOSIS, Math.floor(this.#rate.perMinute / 2));
  }

  /** Only whole calls count. */
  #untilNextCallMs(): number {
    return Math.ceil((MS_A_CALL - (this.#credit % MS_A_CALL)) / this.#rate.perMinute);
  }
}
