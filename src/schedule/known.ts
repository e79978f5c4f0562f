/**
 * What is known of an order when its next look is planned. All times in ms by the monotonic clock, so
 * that they can be compared with now; they may lie before the first look.
 */
export interface Known {
  /** How long the last rollouts of the same application and type took, pauses included. */
  readonly pastMs: readonly number[];
  /** When the order began, as far as that can be told. */
  readonly beganMs: number;
  /** At least 1. */
  readonly batchCount: number;
  /** How many batches are over. */
  readonly batchesDone: number;
  /** How long those that are over took, where the cloud tells it. */
  readonly batchesMs: readonly number[];
  /** How long SAE pauses by itself between two batches; 0 where it does not. */
  readonly pauseMs: number;
  readonly stage: Stage;
  /** Since when it cannot be read; `undefined` while it can. */
  readonly unreadableSinceMs: number | undefined;
  /** Since when something goes on that the usual course of a rollout does not explain. */
  readonly unsettledSinceMs: number | undefined;
}

/** What the order is doing. */
export type Stage =
  /** Nobody has seen it yet. */
  | { readonly kind: 'unseen' }
  /** It works: its current batch, or the order itself where that is not told, began then. */
  | { readonly kind: 'working'; readonly sinceMs: number }
  /** SAE goes on by itself (status 9), and when, where that is told. */
  | { readonly kind: 'pausing'; readonly untilMs: number | undefined }
  /** Only a person can move it on (status 8 and 11). */
  | { readonly kind: 'awaiting-person' };
