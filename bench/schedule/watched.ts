/** What somebody who waited for one rollout made of it. */
export interface Watched {
  /** From the end of the rollout to the look that saw it; 0 where it had not ended by the deadline. */
  readonly lagMs: number;
  readonly calls: number;
}

/** What a call costs, in seconds of lag. */
export const CALL_COST_S = 0.25;
