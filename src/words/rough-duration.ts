const S_MS = 1_000;
const MIN_MS = 60 * S_MS;

/** How exactly a time is told that is at most so long. */
const STEPS: readonly { readonly upToMs: number; readonly stepMs: number }[] = [
  { upToMs: 10 * S_MS, stepMs: S_MS },
  { upToMs: MIN_MS, stepMs: 5 * S_MS },
  { upToMs: 10 * MIN_MS, stepMs: 10 * S_MS },
  { upToMs: 120 * MIN_MS, stepMs: MIN_MS },
  { upToMs: Infinity, stepMs: 5 * MIN_MS },
];

/** A guessed length of time, in ms, rounded up to no more than it can promise; at least a second. Pure. */
export function roughMs(ms: number): number {
  const stepMs = STEPS.find(({ upToMs }) => ms <= upToMs)?.stepMs ?? S_MS;
  return Math.max(S_MS, Math.ceil(ms / stepMs) * stepMs);
}
