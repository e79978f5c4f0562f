import { hasEnded, phaseOf } from './statuses.ts';

/**
 * A change order as the gate understands it. All texts are clean (see text/clean.ts) but foreign: they are
 * data, to be escaped where they are shown. Times are epoch milliseconds.
 */
export interface ChangeOrder {
  readonly changeOrderId: string;
  readonly status: number;
  /** `undefined` if the answer has none: older deployments of the API do not report it. */
  readonly subStatus: number | undefined;
  readonly batches: readonly Batch[];
  readonly appId: string | undefined;
  readonly appName: string | undefined;
  readonly coTypeCode: string | undefined;
  readonly batchCount: number | undefined;
  /** Whether the reported number of batches is invalid, such as a text or half a batch. */
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
  /** `undefined` if the answer has none: a batch that has not begun. */
  readonly status: number | undefined;
  readonly startMs: number | undefined;
  readonly updateMs: number | undefined;
}

/** Whether a batch has begun: its status says so, or its own time. Pure. */
export function hasBegun({ status, startMs }: Batch): boolean {
  return startMs !== undefined || (status !== undefined && phaseOf(status) !== 'to-come');
}

/** Whether a batch has begun and not ended; unknown, so false, for an undocumented status. Pure. */
export function isRunning(batch: Batch): boolean {
  return phaseOf(batch.status) !== undefined && hasBegun(batch) && !hasEnded(batch.status);
}

/** How long a batch took by its own times, in ms; `undefined` if they are missing. Pure. */
export function batchTookMs({ startMs, updateMs }: Pick<Batch, 'startMs' | 'updateMs'>): number | undefined {
  // The cloud's clocks may differ: a negative time is invalid.
  return startMs === undefined || updateMs === undefined || updateMs < startMs
    ? undefined
    : updateMs - startMs;
}

/** The same, or how long a running batch has been running at `nowWallMs`. Pure. */
export function batchLastsMs(batch: Batch, nowWallMs: number): number | undefined {
  return batchTookMs(isRunning(batch) ? { startMs: batch.startMs, updateMs: nowWallMs } : batch);
}

/** How many batches the rollout has: those that are shown, or the reported count if that is larger. Pure. */
export function batchTotal(order: ChangeOrder): number {
  return Math.max(order.batchCount ?? 0, order.batches.length);
}

/** When the first batch of an order began, epoch ms, as far as its batches report it. Pure. */
export function rolloutStartMs({ batches }: ChangeOrder): number | undefined {
  // Not Math.min(...starts): an answer may have more batches than a call can have arguments.
  return batches.reduce<number | undefined>(
    (least, { startMs }) => (startMs === undefined || (least ?? Infinity) < startMs ? least : startMs),
    undefined,
  );
}

/**
 * A change order in an application's list. ID, application and description are unchanged, for comparison:
 * they have to be cleaned before they are shown.
 */
export interface ListedOrder {
  readonly changeOrderId: string;
  /** `undefined` if the list does not report it; the list was requested for one application. */
  readonly appId: string | undefined;
  readonly coTypeCode: string | undefined;
  readonly description: string;
  readonly status: number | undefined;
  /** The user who created it: clean, but foreign; `undefined` if not reported. */
  readonly createdBy?: string;
  /** Epoch ms, to the second; `undefined` if missing, unreadable or in the future. */
  readonly createdMs: number | undefined;
}
