/** The API keeps its records for three months: nothing that it tells of took longer. */
export const LONGEST_MS = 92 * 86_400_000;

/** Whether a rollout or a batch can have taken so long; what cannot be tells nothing. Pure. */
export function isLength(ms: number): boolean {
  return ms >= 1 && ms <= LONGEST_MS;
}
