import type { Clock } from '../../src/polling/clock.ts';

/** A test that waits longer than this by the virtual clock waits for what never comes. */
const LONGEST_RUN_MS = 400 * 24 * 3_600_000;

/** Neither zero nor round: who takes a time since the start for a time by the clock is found out. */
const START_MS = 1_234_567;

/** The wall clock at the start of every run: 2026-11-22 05:00:00 UTC. */
export const WALL_START_MS = Date.UTC(2026, 10, 22, 5);

interface Sleeper {
  readonly wakeMs: number;
  readonly wake: () => void;
}

/**
 * Time that passes only when nobody has anything else to do: once everything that can go on has gone
 * on, the clock jumps to the moment at which the next sleeper wakes. Who sleeps for ever never wakes.
 */
export class VirtualClock implements Clock {
  readonly #sleepers = new Set<Sleeper>();
  #nowMs = START_MS;

  readonly nowMs = (): number => this.#nowMs;

  readonly wallMs = (): number => WALL_START_MS + this.elapsedMs;

  /** Since the clock was made. */
  get elapsedMs(): number {
    return this.#nowMs - START_MS;
  }

  get asleep(): number {
    return this.#sleepers.size;
  }

  readonly sleep = (durationMs: number, signal?: AbortSignal): Promise<void> => {
    if (signal?.aborted === true || durationMs <= 0) return Promise.resolve();
    return new Promise(resolve => {
      const wake = (): void => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper = { wakeMs: Math.ceil(this.#nowMs + durationMs), wake };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', wake);
    });
  };

  readonly turn = (): Promise<void> => Promise.resolve();

  /** Does something at a moment, counted from the clock's start. */
  at(elapsedMs: number, action: () => void): void {
    void this.sleep(elapsedMs - this.elapsedMs).then(action);
  }

  /** Lets time pass until `work` has settled. */
  async run<T>(work: Promise<T>): Promise<T> {
    const state = { settled: false };
    const settle = (): void => {
      state.settled = true;
    };
    work.then(settle, settle);
    for (;;) {
      await allElse();
      if (state.settled) return work;
      this.#wakeNext();
    }
  }

  #wakeNext(): void {
    const [first, ...others] = this.#sleepers;
    if (first === undefined) throw new Error('everybody waits, and nobody sleeps');
    // Of those who wake at the same moment the one who lay down first.
    const next = others.reduce((soonest, one) => (one.wakeMs < soonest.wakeMs ? one : soonest), first);
    if (next.wakeMs - START_MS > LONGEST_RUN_MS) throw new Error('everybody sleeps for ever');
    this.#nowMs = next.wakeMs;
    next.wake();
  }
}

/** Resolves when every promise that could go on without time passing has gone on. */
function allElse(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
