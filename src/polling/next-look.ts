/** What is known about a wait when its next look is planned. All times by the monotonic clock. */
export interface Waiting {
  readonly nowMs: number;
  /** The last look is made exactly then. */
  readonly deadlineMs: number;
  /** How long to wait by what is known of the order, or of whatever else is looked at. */
  readonly plannedMs: number;
  /** Moments at which a look would settle something; the next one of them pulls the look nearer. */
  readonly aimsMs: readonly number[];
  /** The server asked for a pause: with a length, or, as `undefined`, without one. */
  readonly pause?: { readonly hintMs: number | undefined };
}

export interface PollBounds {
  readonly minMs: number;
  readonly maxMs: number;
}

/** A server's wait hint is obeyed up to here; beyond it is not trusted. */
const LONGEST_HINT_MS = 60_000;
const JITTER = 0.1;

/**
 * When to look next: after the planned wait, ±10 % by `chance` (0 ≤ chance < 1), nearer where a moment
 * is aimed at, later where the server asked for a pause, and at the deadline at the latest. The answer
 * lies within the bounds, save that the deadline's look may come sooner than `minMs` and a server's hint
 * may reach to 60 s. Pure.
 */
export function nextLookMs(waiting: Waiting, bounds: PollBounds, chance: number): number {
  const { nowMs, deadlineMs } = waiting;
  const remainingMs = deadlineMs - nowMs;
  const waitMs = lengthened(waiting, bounds, nearer(waiting, bounds, jittered(waiting, bounds, chance)));
  if (waitMs >= remainingMs) return deadlineMs;
  // Two looks close together at the very end would say the same: leave the minimum between them.
  const roomMs = remainingMs - bounds.minMs;
  const tooLate = waitMs > roomMs && roomMs >= bounds.minMs && waiting.pause === undefined;
  return nowMs + Math.ceil(tooLate ? roomMs : waitMs);
}

function jittered({ plannedMs }: Waiting, { minMs, maxMs }: PollBounds, chance: number): number {
  return clamp(plannedMs * (1 + JITTER * (2 * chance - 1)), minMs, maxMs);
}

function nearer({ nowMs, aimsMs }: Waiting, { minMs }: PollBounds, waitMs: number): number {
  const ahead = aimsMs.map(aimMs => aimMs - nowMs).filter(aheadMs => aheadMs > 0);
  return Math.min(waitMs, Math.max(minMs, Math.min(...ahead)));
}

function lengthened({ pause }: Waiting, { maxMs }: PollBounds, waitMs: number): number {
  if (pause === undefined) return waitMs;
  return pause.hintMs === undefined ? maxMs : Math.max(waitMs, Math.min(pause.hintMs, LONGEST_HINT_MS));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
