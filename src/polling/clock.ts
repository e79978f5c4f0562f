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
