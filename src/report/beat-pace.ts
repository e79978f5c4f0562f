const MINUTE_MS = 60_000;

/** How often the log says that a wait goes on: seldom where the wait is long, or ten hours were 1,200 lines. */
const PACES: readonly { readonly upToMs: number; readonly everyMs: number }[] = [
  { upToMs: 10 * MINUTE_MS, everyMs: MINUTE_MS / 2 },
  { upToMs: 60 * MINUTE_MS, everyMs: 2 * MINUTE_MS },
];
/** Seldom enough to be read, and often enough for CI systems that end a job after 10 min of silence. */
const LATER_EVERY_MS = 5 * MINUTE_MS;

/** A beat does not come to the millisecond. */
const SLACK_MS = 1_000;

/** Which of the wait's beats the log tells. */
export class BeatPace {
  #toldMs = 0;

  /** Whether the beat at `elapsedMs` after the start is told; to be asked once for each beat. */
  isDue(elapsedMs: number): boolean {
    const everyMs = PACES.find(({ upToMs }) => elapsedMs <= upToMs + SLACK_MS)?.everyMs ?? LATER_EVERY_MS;
    if (elapsedMs - this.#toldMs < everyMs - SLACK_MS) return false;
    this.#toldMs = elapsedMs;
    return true;
  }
}
