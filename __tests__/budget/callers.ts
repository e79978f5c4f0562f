import { CallBudget } from '../../src/polling/call-budget.ts';
import type { Turn } from '../../src/polling/call-priority.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** A call that was allowed, or given up, at a moment since the start. */
export interface Answered {
  readonly name: string;
  readonly atMs: number;
}

/** A call that somebody wants to make. Times in milliseconds since the start. */
export interface Wish extends Partial<Pick<Turn, 'purpose' | 'keptFor'>> {
  readonly name?: string;
  /** 0 if not given. */
  readonly askedMs?: number;
  /** As long before it was asked as this its order was seen last; 10 s if not given. */
  readonly plannedMs?: number;
  readonly givenUpMs?: number;
  /** How long the answer takes; no time if not given. */
  readonly takesMs?: number;
}

/** Callers on a virtual clock, who take their turns in one budget. */
export class Callers {
  readonly clock = new VirtualClock();
  readonly budget: CallBudget;
  readonly granted: Answered[] = [];
  readonly givenUp: Answered[] = [];
  /** Those that are over. */
  readonly calls: { readonly beganMs: number; readonly endedMs: number }[] = [];
  readonly #startMs = this.clock.nowMs();

  constructor(callsPerMinute: number) {
    this.budget = new CallBudget(this.clock, callsPerMinute);
  }

  /** Asks for a call; what becomes of it is noted. */
  ask(wish: Wish = {}): void {
    const { name = 'call', askedMs = 0, plannedMs = 10_000, purpose = 'look', takesMs = 0 } = wish;
    const { givenUpMs, keptFor } = wish;
    const stop = new AbortController();
    if (givenUpMs !== undefined) {
      this.clock.at(givenUpMs, () => {
        stop.abort();
      });
    }
    const atMs = this.#startMs + askedMs;
    const turn: Turn = { purpose, unseenSinceMs: atMs - plannedMs, askedMs: atMs, keptFor };
    this.clock.at(askedMs, () => {
      const made = this.budget.make(turn, stop.signal, async () => {
        this.granted.push({ name, atMs: this.clock.elapsedMs });
        const beganMs = this.clock.elapsedMs;
        await this.clock.sleep(takesMs);
        this.calls.push({ beganMs, endedMs: this.clock.elapsedMs });
        return true;
      });
      void made.then(may => {
        if (may === undefined) this.givenUp.push({ name, atMs: this.clock.elapsedMs });
      });
    });
  }

  /** Does something at a moment. */
  at(atMs: number, action: (budget: CallBudget) => void): void {
    this.clock.at(atMs, () => {
      action(this.budget);
    });
  }

  /** A deadline by the budget's clock. */
  deadline(atMs: number): number {
    return this.#startMs + atMs;
  }

  /** Lets time pass until then. */
  async until(atMs: number): Promise<void> {
    await this.clock.run(this.clock.sleep(atMs - this.clock.elapsedMs));
  }

  get names(): readonly string[] {
    return this.granted.map(({ name }) => name);
  }

  get timesMs(): readonly number[] {
    return this.granted.map(({ atMs }) => atMs);
  }
}

/** How many calls the busiest window of 60 s holds, or of another length. */
export function busiestMinute(timesMs: readonly number[], windowMs = 60_000): number {
  const sorted = timesMs.toSorted((a, b) => a - b);
  let [most, from] = [0, 0];
  for (const [to, toMs] of sorted.entries()) {
    while ((sorted[from] ?? 0) <= toMs - windowMs) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
