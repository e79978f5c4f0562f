import type { Batch, ChangeOrder } from './change-order.ts';
import type { FailedStatusName } from './status.ts';
import { failedStatusName, statusName } from './status.ts';

/** A batch that decides, and its place in the rollout, counted from 1. */
export interface NumberedBatch {
  readonly number: number;
  readonly batch: Batch;
}

/** What one well-formed answer says by itself. */
export type Reading =
  | { readonly kind: 'succeeded' }
  | { readonly kind: FailedStatusName }
  | { readonly kind: 'needs-rollback' }
  /** It says two things that do not go together, or proves less than it claims. */
  | {
      readonly kind: 'doubtful';
      readonly doubt: 'contradicted' | 'batch-unknown';
      readonly evidence: NumberedBatch;
    }
  /** It would be a success, but nothing proves that the order is recent enough. */
  | { readonly kind: 'doubtful'; readonly doubt: 'undated' }
  | { readonly kind: 'undecided' };

/**
 * What an order's status, sub-status and batches say together. Total over every number, and the only
 * place where an answer can come to mean *succeeded*: status 2, sub-status 0 or not told, and every
 * batch in a readable state other than 3, 6 and 10, in an order that is `dated` (see `Look`). Pure.
 */
export function readingOf(order: ChangeOrder, dated = true): Reading {
  const failed = failedStatusName(order.status);
  if (failed !== undefined) return { kind: failed };
  if (order.subStatus === 1) return { kind: 'needs-rollback' };
  if (statusName(order.status) !== 'succeeded' || (order.subStatus ?? 0) !== 0) return { kind: 'undecided' };
  const failedBatch = firstBatch(order, batch => failedStatusName(batch.status) !== undefined);
  if (failedBatch !== undefined) return { kind: 'doubtful', doubt: 'contradicted', evidence: failedBatch };
  const unknownBatch = firstBatch(order, batch => batch.status === undefined);
  if (unknownBatch !== undefined) return { kind: 'doubtful', doubt: 'batch-unknown', evidence: unknownBatch };
  return dated ? { kind: 'succeeded' } : { kind: 'doubtful', doubt: 'undated' };
}

function firstBatch(order: ChangeOrder, is: (batch: Batch) => boolean): NumberedBatch | undefined {
  const index = order.batches.findIndex(is);
  const batch = order.batches[index];
  return batch === undefined ? undefined : { number: index + 1, batch };
}
