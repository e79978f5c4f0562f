/** Time as the gate knows it. Handed in everywhere, so that a test can let hours pass in a millisecond. */
export interface Clock {
  /** Whole milliseconds since an arbitrary start; never jumps and never goes back. For waits and deadlines. */
  nowMs(): number;
  /** Whole milliseconds since the Unix epoch. For what is shown, signed or compared with the cloud's times. */
  wallMs(): number;
  /**
   * Resolves after `durationMs`, or at once when `signal` is or becomes aborted. Never rejects: who
   * waits looks at the signal afterwards.
   */
  sleep(durationMs: number, signal?: AbortSignal): Promise<void>;
  /** Resolves when all else that is due has had its turn: long work is done in parts, with one between them. */
  turn(): Promise<void>;
}

/** How a bounded piece of work ended: with its value, by its own time limit, or by the caller's signal. */
export type Bounded<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'aborted' };

/**
 * Runs `work` for at most `limitMs`. The signal given to `work` is aborted when the time is up or
 * when `signal` is; the answer does not wait for `work` to heed it, so that nothing which ignores an
 * abort can hold up the gate. Rejects only with what `work` itself rejects with in time.
 */
export async function within<T>(
  clock: Clock,
  limitMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<Bounded<T>> {
  if (signal.aborted) return { kind: 'aborted' };
  const stop = new AbortController();
  const timer = new AbortController();
  try {
    const working = work(AbortSignal.any([signal, stop.signal]));
    // What the abandoned work says after the race was lost is of no interest to anyone.
    working.catch(() => undefined);
    return await Promise.race([
      working.then((value): Bounded<T> => ({ kind: 'done', value })),
      clock
        .sleep(limitMs, AbortSignal.any([signal, timer.signal]))
        .then((): Bounded<T> => (signal.aborted ? { kind: 'aborted' } : { kind: 'timed-out' })),
    ]);
  } finally {
    timer.abort();
    stop.abort();
  }
}

/** Calls `beat` every `everyMs` until `signal` is aborted. */
export async function heartbeat(
  clock: Clock,
  everyMs: number,
  signal: AbortSignal,
  beat: () => void,
): Promise<void> {
  for (;;) {
    await clock.sleep(everyMs, signal);
    if (signal.aborted) return;
    beat();
  }
}
