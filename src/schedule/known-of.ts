import type { ChangeOrder } from '../rollout/change-order.ts';
import { batchTotal } from '../rollout/change.ts';
import { awaitsPerson } from '../rollout/manual-step.ts';
import type { Progress } from '../rollout/progress.ts';
import { statusName } from '../rollout/status.ts';
import { batchBeganMs, isDone, tookMs } from './batch-times.ts';
import type { Known, Stage } from './known.ts';
import type { TwoClocks } from './told-time.ts';
import { toldMs } from './told-time.ts';

/** What was seen for longer than this before its first batch began was waiting for a person. */
const LONGEST_PREPARATION_MS = 120_000;
/** More batches or minutes than a rollout has: a wrong number, which would spoil all others. */
const MOST_BATCHES = 1_000;
const LONGEST_PAUSE_MINUTES = 1_440;

/**
 * What the looks at an order show, beside how long (in ms) the last rollouts of the same application and
 * type took. Pure and total.
 */
export function knownOf(progress: Progress, pastMs: readonly number[], now: TwoClocks): Known {
  const { order, doubt, unreadableSinceMs, course } = progress;
  const surprises = [doubt?.sinceMs, course.lastSurpriseMs].filter(isTold);
  const unsettledSinceMs = surprises.length === 0 ? undefined : Math.max(...surprises);
  const trouble = { unreadableSinceMs, unsettledSinceMs };
  if (order === undefined) return { ...UNSEEN, ...trouble, pastMs, beganMs: now.nowMs };
  const done = order.batches.filter(isDone);
  const total = Math.floor(batchTotal(order));
  return {
    ...trouble,
    pastMs,
    beganMs: beganMsOf(order, progress, now),
    batchCount: total >= 1 && total <= MOST_BATCHES ? total : Math.max(1, done.length),
    batchesDone: done.length,
    batchesMs: done.map(tookMs).filter(isTold),
    pauseMs: pauseMsOf(order),
    stage: stageOf(order, progress, now),
  };
}

const UNSEEN = {
  batchCount: 1,
  batchesDone: 0,
  batchesMs: [],
  pauseMs: 0,
  stage: { kind: 'unseen' },
} as const satisfies Partial<Known>;

/** When its first batch began, or when it was first seen, if that was shortly before. */
function beganMsOf(order: ChangeOrder, { timeline, course }: Progress, now: TwoClocks): number {
  const seenMs = timeline.changes[0]?.atMs ?? now.nowMs;
  const workedMs = batchBeganMs(order, 0, course, now) ?? seenMs;
  return workedMs - seenMs <= LONGEST_PREPARATION_MS ? Math.min(seenMs, workedMs) : workedMs;
}

function stageOf(order: ChangeOrder, { timeline, course }: Progress, now: TwoClocks): Stage {
  if (awaitsPerson(order)) return { kind: 'awaiting-person' };
  const changedMs = timeline.changes.at(-1)?.atMs ?? now.nowMs;
  const lastEndMs = toldMs(order.batches.findLast(isDone)?.updateMs, now) ?? changedMs;
  if (statusName(order.status) === 'auto-pause') {
    const pauseMs = pauseMsOf(order);
    return { kind: 'pausing', untilMs: pauseMs === 0 ? undefined : Math.min(lastEndMs, changedMs) + pauseMs };
  }
  const next = order.batches.findIndex(batch => !isDone(batch));
  const current = next < 0 ? order.batches.length - 1 : next;
  return { kind: 'working', sinceMs: batchBeganMs(order, current, course, now) ?? lastEndMs };
}

function pauseMsOf({ batchWaitMinutes }: ChangeOrder): number {
  const minutes = batchWaitMinutes ?? 0;
  return minutes > 0 && minutes <= LONGEST_PAUSE_MINUTES ? minutes * 60_000 : 0;
}

function isTold(value: number | undefined): value is number {
  return value !== undefined;
}
