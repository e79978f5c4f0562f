import type { Batch, ChangeOrder } from './change-order.ts';
import type { FailedStatusName } from './statuses.ts';
import { failedStatusName, hasSucceeded } from './statuses.ts';

/** A deciding batch and its place in the rollout, counted from 1. */
export interface NumberedBatch {
  readonly number: number;
  readonly batch: Batch;
}

/** How many batches an answer shows, and how many it reports. */
export interface BatchCounts {
  /** Each ID once. */
  readonly shown: number;
  /** `undefined` if missing, or no possible number of batches. */
  readonly count: number | undefined;
}

/** What one well-formed answer means by itself. */
export type Reading =
  | { readonly kind: 'succeeded' }
  | { readonly kind: FailedStatusName }
  | { readonly kind: 'needs-rollback' }
  /** It contradicts itself, or proves less than it claims. */
  | {
      readonly kind: 'doubtful';
      readonly doubt: 'contradicted' | 'batch-unknown' | 'batch-open';
      readonly evidence: NumberedBatch;
    }
  /** It shows another number of batches than it reports. */
  | { readonly kind: 'doubtful'; readonly doubt: 'batches-differ'; readonly evidence: BatchCounts }
  /** It would be a success, but nothing proves that the order is recent enough. */
  | { readonly kind: 'doubtful'; readonly doubt: 'undated' }
  | { readonly kind: 'undecided' };

/**
 * What an order's status, sub-status and batches mean together. Total over every number, and the only place
 * where an answer can come to mean *succeeded*, in an order that is `dated` (see `Observation`):
 *
 * - `Status` is 2 and `SubStatus` is 0 or not reported.
 * - Every batch that is shown is at 2 as well: by the API reference an order and its batches have the same
 *   states, and 2 is the only one that means success.
 * - As many batches are shown as `BatchCount` says, if it is reported, and none twice. An answer without any
 *   batch contradicts nothing: it is an older shape, and the order's own status decides.
 *
 * For a success that does not add up the worst problem is returned: a failed batch, one without a state, one
 * that has not succeeded, a count that differs. Pure.
 */
export function readingOf(order: ChangeOrder, dated: boolean): Reading {
  const failed = failedStatusName(order.status);
  if (failed !== undefined) return { kind: failed };
  if (order.subStatus === 1) return { kind: 'needs-rollback' };
  if (!hasSucceeded(order.status) || (order.subStatus ?? 0) !== 0) return { kind: 'undecided' };
  return doubtOfBatches(order) ?? (dated ? { kind: 'succeeded' } : { kind: 'doubtful', doubt: 'undated' });
}

function doubtOfBatches(order: ChangeOrder): Reading | undefined {
  const failed = firstBatch(order, ({ status }) => failedStatusName(status) !== undefined);
  if (failed !== undefined) return { kind: 'doubtful', doubt: 'contradicted', evidence: failed };
  const unknown = firstBatch(order, ({ status }) => status === undefined);
  if (unknown !== undefined) return { kind: 'doubtful', doubt: 'batch-unknown', evidence: unknown };
  const open = firstBatch(order, ({ status }) => !hasSucceeded(status));
  if (open !== undefined) return { kind: 'doubtful', doubt: 'batch-open', evidence: open };
  const counts = batchCounts(order);
  return counts === undefined ? undefined : { kind: 'doubtful', doubt: 'batches-differ', evidence: counts };
}

function firstBatch(order: ChangeOrder, is: (batch: Batch) => boolean): NumberedBatch | undefined {
  const index = order.batches.findIndex(is);
  const batch = order.batches[index];
  return batch === undefined ? undefined : { number: index + 1, batch };
}

/** The numbers of batches if they do not add up, otherwise `undefined`. */
function batchCounts({ batches, batchCount, oddBatchCount = false }: ChangeOrder): BatchCounts | undefined {
  if (batches.length === 0) return undefined;
  const ids = batches.flatMap(({ pipelineId }) => (pipelineId === undefined ? [] : [pipelineId]));
  const shown = batches.length - ids.length + new Set(ids).size;
  const adds = !oddBatchCount && shown === batches.length && (batchCount ?? shown) === shown;
  return adds ? undefined : { shown, count: batchCount };
}
