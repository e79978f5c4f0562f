/**
 * A change order as the gate understands it. All texts are clean (see text/clean-text.ts) but foreign:
 * they are data, to be escaped for the place where they are shown. Times are epoch milliseconds.
 */
export interface ChangeOrder {
  readonly changeOrderId: string;
  readonly status: number;
  /** `undefined` where the answer has none: older deployments of the API do not tell. */
  readonly subStatus: number | undefined;
  readonly batches: readonly Batch[];
  readonly appId: string | undefined;
  readonly appName: string | undefined;
  readonly coTypeCode: string | undefined;
  readonly batchCount: number | undefined;
  /** Whether the answer tells a count of batches that can be none, such as a text or half a batch. */
  readonly oddBatchCount?: boolean;
  readonly batchWaitMinutes: number | undefined;
  readonly currentPipelineId: string | undefined;
  readonly description: string | undefined;
  readonly errorMessage: string | undefined;
  readonly supportRollback: boolean | undefined;
  readonly approvalId: string | undefined;
}

/** A batch of a rollout; the API calls it a pipeline. */
export interface Batch {
  readonly pipelineId: string | undefined;
  readonly name: string | undefined;
  /** `undefined` where the answer tells none: a batch that has not begun. */
  readonly status: number | undefined;
  readonly startMs: number | undefined;
  readonly updateMs: number | undefined;
}
