/** Time as the gate knows it. Injected everywhere, so that a test can let hours pass in a millisecond. */
export interface Clock {
  /** Whole milliseconds since an arbitrary start; never jumps or goes back. For waits and deadlines. */
  nowMs(): number;
  /**
   * Whole milliseconds since the Unix epoch. For what is shown, signed or compared with the cloud's times.
   */
  wallMs(): number;
  /**
   * Resolves after `durationMs`, or at once when `signal` is or becomes aborted. Never rejects: callers check
   * the signal afterwards.
   */
  sleep(durationMs: number, signal?: AbortSignal): Promise<void>;
  /** Resolves when all other pending work has run: long work is done in parts, with a turn between them. */
  turn(): Promise<void>;
}

/** How a bounded piece of work ended: with its value, by its own time limit, or by the caller's signal. */
export type Bounded<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'aborted' };

/**
 * Runs `work` for at most `limitMs`. The signal given to `work` is aborted when the time is up or when
 * `signal` is; the result does not wait for `work` to react, so that nothing which ignores an abort can delay
 * the gate. Rejects only if `work` itself rejects in time.
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
    // Errors of abandoned work are of no interest.
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
