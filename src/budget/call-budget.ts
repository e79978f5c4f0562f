import type { Clock } from '../polling/clock.ts';
import type { Rate } from './rate.ts';
import { fullRate, restoredRate, throttledRate } from './rate.ts';
import type { Turn } from './turn.ts';
import { compareTurns } from './turn.ts';

/** A call that waits for its turn. */
interface Waiting {
  readonly turn: Turn;
  readonly go: (granted: boolean) => void;
}

const MINUTE_MS = 60_000;

/** A diagnosis of one group of instances: tasks, groups, instances, configuration, events. */
const CALLS_OF_A_DIAGNOSIS = 5;

/**
 * The calls that a step may make in a minute, over all its orders: a token bucket that holds a minute's
 * worth. Calls that have to wait go by urgency, then by how long their order is unseen, so that none
 * starves. Looks at deadlines that are near are kept a token each, as far as there are tokens, and so are
 * the few calls of a diagnosis.
 */
export class CallBudget {
  readonly #clock: Clock;
  readonly #waiting = new Set<Waiting>();
  /** The deadlines whose looks are still to be made, one entry an order. */
  readonly #deadlines = new Map<object, number>();
  #rate: Rate;
  #tokens: number;
  #filledMs: number;
  #pumping = false;
  #wake = new AbortController();

  constructor(clock: Clock, callsPerMinute: number) {
    this.#clock = clock;
    this.#rate = fullRate(callsPerMinute, clock.nowMs());
    this.#tokens = callsPerMinute;
    this.#filledMs = clock.nowMs();
  }

  /** Waits until the call may be made; `false` when `signal` is aborted before. */
  async take(turn: Turn, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    const granted = new Promise<boolean>(resolve => {
      const waiting: Waiting = { turn, go: resolve };
      this.#waiting.add(waiting);
      signal.addEventListener(
        'abort',
        () => {
          this.#waiting.delete(waiting);
          this.#wake.abort();
          resolve(false);
        },
        { once: true },
      );
    });
    this.#wake.abort();
    void this.#pump();
    return granted;
  }

  /** The API said that it is asked too often. */
  throttled(): void {
    this.#rate = throttledRate(this.#rate, this.#clock.nowMs());
    this.#tokens = Math.min(this.#tokens, this.#rate.perMinute);
  }

  /** Keeps a call for the look at this order's deadline, until it is released. */
  reserve(order: object, deadlineMs: number): void {
    this.#deadlines.set(order, deadlineMs);
  }

  release(order: object): void {
    this.#deadlines.delete(order);
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
        await this.#clock.sleep(this.#untilNextTokenMs(), this.#wake.signal);
        continue;
      }
      this.#tokens -= 1;
      this.#waiting.delete(next);
      next.go(true);
    }
    this.#pumping = false;
  }

  #fill(): void {
    const nowMs = this.#clock.nowMs();
    this.#rate = restoredRate(this.#rate, nowMs);
    const { perMinute } = this.#rate;
    this.#tokens = Math.min(perMinute, this.#tokens + ((nowMs - this.#filledMs) * perMinute) / MINUTE_MS);
    this.#filledMs = nowMs;
  }

  #next(): Waiting | undefined {
    if (this.#tokens < 1) return undefined;
    const [first] = [...this.#waiting].sort((a, b) => compareTurns(a.turn, b.turn));
    if (first === undefined || this.#keepsReserved(first.turn)) return first;
    return undefined;
  }

  /** Whether enough tokens are left for the looks at deadlines after one more call of this kind. */
  #keepsReserved({ purpose }: Turn): boolean {
    if (purpose === 'first-look' || purpose === 'last-look') return true;
    const { perMinute } = this.#rate;
    if (purpose !== 'diagnosis' && this.#tokens - 1 < this.#keptForDiagnosis()) return false;
    const nowMs = this.#clock.nowMs();
    return [...this.#deadlines.values()].every(deadlineMs => {
      const dueByThen = [...this.#deadlines.values()].filter(otherMs => otherMs <= deadlineMs).length;
      const refill = (Math.max(0, deadlineMs - nowMs) * perMinute) / MINUTE_MS;
      const byThen = Math.min(perMinute, this.#tokens - 1 + refill);
      return byThen >= Math.min(dueByThen, Math.floor(perMinute));
    });
  }

  /** Who fails needs its reason at once: looks leave that much, as far as the budget is no smaller. */
  #keptForDiagnosis(): number {
    return Math.min(CALLS_OF_A_DIAGNOSIS, Math.floor(this.#rate.perMinute / 2));
  }

  /** At least a millisecond, and no longer than until one more token is there. */
  #untilNextTokenMs(): number {
    const missing = this.#tokens < 1 ? 1 - this.#tokens : 1;
    return Math.max(1, Math.ceil((missing * MINUTE_MS) / this.#rate.perMinute));
  }
}
