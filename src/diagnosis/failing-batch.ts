import type { Batch, ChangeOrder } from '../rollout/change-order.ts';
import type { NumberedBatch } from '../rollout/reading.ts';
import { failedStatusName, statusName } from '../rollout/status.ts';

/**
 * The batch to ask about: the first that failed, else the first that was terminated, else the one that
 * the order names as its current one, else the last that has begun. `undefined` where none has. Pure.
 */
export function failingBatch(order: ChangeOrder): NumberedBatch | undefined {
  const { batches, currentPipelineId } = order;
  return (
    numbered(batches, batches.findIndex(hasFailed)) ??
    numbered(batches, batches.findIndex(isTerminated)) ??
    numbered(
      batches,
      currentPipelineId === undefined
        ? -1
        : batches.findIndex(batch => batch.pipelineId === currentPipelineId),
    ) ??
    numbered(batches, batches.findLastIndex(hasBegun))
  );
}

function numbered(batches: readonly Batch[], index: number): NumberedBatch | undefined {
  const batch = batches[index];
  return batch === undefined ? undefined : { number: index + 1, batch };
}

function hasFailed({ status }: Batch): boolean {
  const name = failedStatusName(status);
  return name === 'failed' || name === 'system-error';
}

function isTerminated({ status }: Batch): boolean {
  return failedStatusName(status) === 'terminated';
}

function hasBegun({ status, startMs }: Batch): boolean {
  return startMs !== undefined || (status !== undefined && statusName(status) !== 'preparing');
}
