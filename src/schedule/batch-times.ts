import type { Batch, ChangeOrder } from '../rollout/change-order.ts';
import type { Course } from '../rollout/course.ts';
import { statusName } from '../rollout/status.ts';
import { isLength } from './rollout-length.ts';
import type { TwoClocks } from './told-time.ts';
import { toldMs } from './told-time.ts';

/** Whether a batch has succeeded; an unknown status is not done. Pure. */
export function isDone({ status }: Batch): boolean {
  return status !== undefined && statusName(status) === 'succeeded';
}

/** How long a batch took that is over; `undefined` where its times do not tell. Pure. */
export function tookMs({ startMs, updateMs }: Batch): number | undefined {
  if (startMs === undefined || updateMs === undefined) return undefined;
  const ms = updateMs - startMs;
  return isLength(ms) ? ms : undefined;
}

/**
 * When the batch at this index began, by the monotonic clock: as the cloud tells it, but not after it
 * was seen to run. `undefined` where it has not begun. Pure.
 */
export function batchBeganMs(
  { batches }: ChangeOrder,
  index: number,
  { batchesSeenMs }: Pick<Course, 'batchesSeenMs'>,
  now: TwoClocks,
): number | undefined {
  const batch = batches[index];
  if (batch === undefined) return undefined;
  const seenMs = batchesSeenMs.get(index + 1);
  if (seenMs === undefined) return undefined;
  return Math.min(seenMs, toldMs(batch.startMs, now) ?? seenMs);
}
