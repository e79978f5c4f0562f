import type { Clock } from '../../src/polling/clock.ts';

interface Sleeper {
  readonly wakeMs: number;
  readonly wake: () => void;
}

/** Time that jumps to the next sleeper's moment as soon as nobody has anything else to do. Starts at 0. */
export class VirtualClock implements Clock {
  readonly #startWallMs: number;
  readonly #sleepers = new Set<Sleeper>();
  #nowMs = 0;

  constructor(startWallMs: number) {
    this.#startWallMs = startWallMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  wallMs(): number {
    return this.#startWallMs + this.#nowMs;
  }

  sleep(durationMs: number, signal?: AbortSignal): Promise<void> {
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
  }

  /** No time passes: what else can go on does. */
  turn(): Promise<void> {
    return new Promise(resolve => {
      setImmediate(resolve);
    });
  }

  /** Lets time pass until `work` has settled. */
  async run<Value>(work: Promise<Value>): Promise<Value> {
    const state = { settled: false };
    const settle = (): void => {
      state.settled = true;
    };
    work.then(settle, settle);
    for (;;) {
      // Every promise that can go on without time passing goes on before this.
      await new Promise(resolve => setImmediate(resolve));
      if (state.settled) return work;
      this.#wakeNext();
    }
  }

  #wakeNext(): void {
    let next: Sleeper | undefined;
    for (const sleeper of this.#sleepers) {
      if (next === undefined || sleeper.wakeMs < next.wakeMs) next = sleeper;
    }
    if (next === undefined) throw new Error('everybody waits, and nobody sleeps');
    this.#nowMs = next.wakeMs;
    next.wake();
  }
}
