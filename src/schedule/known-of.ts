import type { ChangeOrder } from '../rollout/change-order.ts';
import type { Change } from '../rollout/change.ts';
import { batchTotal } from '../rollout/change.ts';
import { awaitsPerson } from '../rollout/manual-step.ts';
import type { Progress } from '../rollout/progress.ts';
import { statusName } from '../rollout/status.ts';
import { batchBeganMs, isDone, tookMs } from './batch-times.ts';
import type { Known, Stage } from './known.ts';
import type { Moment } from './told-time.ts';
import { toldMs } from './told-time.ts';
import { lastSurpriseMs } from './usual-course.ts';

/** What is known of an order beside what the looks at it show. */
export interface Learnt {
  /** How long the last rollouts of the same application and type took: see `pastDurationsMs`. */
  readonly pastMs: readonly number[];
  /** When the order was created, by the cloud's clock (epoch ms). */
  readonly createdMs?: number | undefined;
}

export const NOTHING_LEARNT: Learnt = { pastMs: [] };

/** What took longer from its creation to its first batch was waiting for a person. */
const LONGEST_PREPARATION_MS = 120_000;
/** More batches or minutes than a rollout has: a wrong number, which would spoil all others. */
const MOST_BATCHES = 1_000;
const LONGEST_PAUSE_MINUTES = 1_440;

/** Pure and total. */
export function knownOf(progress: Progress, { pastMs, createdMs }: Learnt, moment: Moment): Known {
  const { order, doubt, unreadableSinceMs, timeline } = progress;
  const troubles = [doubt?.sinceMs, unreadableSinceMs, lastSurpriseMs(timeline)].filter(isTold);
  const unsettledSinceMs = troubles.length === 0 ? undefined : Math.max(...troubles);
  if (order === undefined) return unseen(pastMs, unsettledSinceMs ?? moment.nowMs, moment);
  const done = order.batches.filter(isDone);
  const total = Math.floor(batchTotal(order));
  return {
    pastMs,
    beganMs: beganMsOf(order, timeline, toldMs(createdMs, moment), moment),
    batchCount: total >= 1 && total <= MOST_BATCHES ? total : Math.max(1, done.length),
    batchesDone: done.length,
    batchesMs: done.map(tookMs).filter(isTold),
    pauseMs: pauseMsOf(order),
    stage: stageOf(order, timeline, moment),
    unsettledSinceMs,
  };
}

function unseen(pastMs: readonly number[], sinceMs: number, { nowMs }: Moment): Known {
  return {
    pastMs,
    beganMs: nowMs,
    batchCount: 1,
    batchesDone: 0,
    batchesMs: [],
    pauseMs: 0,
    stage: { kind: 'unseen', sinceMs },
    unsettledSinceMs: sinceMs,
  };
}

/** The beginning of the first batch, or what was seen or told of the order shortly before it. */
function beganMsOf(
  order: ChangeOrder,
  timeline: readonly Change[],
  createdMs: number | undefined,
  moment: Moment,
): number {
  const firstSeenMs = timeline[0]?.atMs ?? moment.nowMs;
  const beganMs = batchBeganMs(order, 0, timeline, moment) ?? firstSeenMs;
  const before = [firstSeenMs, createdMs]
    .filter(isTold)
    .filter(ms => ms <= beganMs && beganMs - ms <= LONGEST_PREPARATION_MS);
  return Math.min(beganMs, ...before);
}

function stageOf(order: ChangeOrder, timeline: readonly Change[], moment: Moment): Stage {
  if (awaitsPerson(order)) return { kind: 'awaiting-person' };
  const changedMs = timeline.at(-1)?.atMs ?? moment.nowMs;
  const lastEndMs = toldMs(order.batches.findLast(isDone)?.updateMs, moment) ?? changedMs;
  if (statusName(order.status) === 'auto-pause') {
    const pauseMs = pauseMsOf(order);
    return { kind: 'pausing', untilMs: pauseMs === 0 ? undefined : Math.min(lastEndMs, changedMs) + pauseMs };
  }
  const next = order.batches.findIndex(batch => !isDone(batch));
  const current = next < 0 ? order.batches.length - 1 : next;
  return { kind: 'working', sinceMs: batchBeganMs(order, current, timeline, moment) ?? lastEndMs };
}

function pauseMsOf({ batchWaitMinutes }: ChangeOrder): number {
  const minutes = batchWaitMinutes ?? 0;
  return minutes > 0 && minutes <= LONGEST_PAUSE_MINUTES ? minutes * 60_000 : 0;
}

function isTold(value: number | undefined): value is number {
  return value !== undefined;
}
