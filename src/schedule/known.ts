import type { Batch, ChangeOrder } from '../rollout/change-order.ts';
import { batchTookMs, batchTotal } from '../rollout/change-order.ts';
import type { Course } from '../rollout/changes.ts';
import type { Progress } from '../rollout/progress.ts';
import { awaitsPerson } from '../rollout/progress.ts';
import { hasSucceeded, phaseOf } from '../rollout/statuses.ts';

/** The API keeps its records for three months: nothing in them took longer. */
export const LONGEST_MS = 92 * 86_400_000;

/** Whether a rollout or a batch can have taken so long; impossible lengths are ignored. Pure. */
export function isLength(ms: number): boolean {
  return ms >= 1 && ms <= LONGEST_MS;
}

/** Now, by the monotonic clock and by the one for the cloud's times (epoch ms). */
export interface TwoClocks {
  readonly nowMs: number;
  readonly wallMs: number;
}

/**
 * A time of the cloud (epoch ms) by the monotonic clock, and never after now, since the two clocks may
 * differ. `undefined` if missing or impossible. Pure.
 */
export function monotonicMs(epochMs: number | undefined, { nowMs, wallMs }: TwoClocks): number | undefined {
  if (epochMs === undefined || !(wallMs - epochMs <= LONGEST_MS)) return undefined;
  return nowMs - Math.max(0, wallMs - epochMs);
}

/** How long a finished batch took; `undefined` if its times do not say. Pure. */
export function tookMs(batch: Batch): number | undefined {
  const ms = batchTookMs(batch);
  return ms !== undefined && isLength(ms) ? ms : undefined;
}

/**
 * When the batch at this index began, by the monotonic clock: as the cloud says, but not after it was seen
 * running. `undefined` if it has not begun. Pure.
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
  return Math.min(seenMs, monotonicMs(batch.startMs, now) ?? seenMs);
}

/**
 * What is known of an order when its next poll is planned. All times in ms by the monotonic clock, so that
 * they can be compared with now; they may be before the first poll.
 */
export interface Known {
  /** How long the last rollouts of the same application and type took, pauses included. */
  readonly pastMs: readonly number[];
  /** When the order began, as far as known. */
  readonly beganMs: number;
  /** At least 1. */
  readonly batchCount: number;
  /** How many batches are finished. */
  readonly batchesDone: number;
  /** How long the finished ones took, if the cloud says so. */
  readonly batchesMs: readonly number[];
  /** How long SAE pauses by itself between two batches; 0 if it does not. */
  readonly pauseMs: number;
  readonly stage: Stage;
  /** Since when it cannot be read; `undefined` while it can. */
  readonly unreadableSinceMs: number | undefined;
  /** Since when something unusual has been happening. */
  readonly unsettledSinceMs: number | undefined;
}

/** What the order is doing. */
export type Stage =
  /** Not seen yet. */
  | { readonly kind: 'unseen' }
  /** It is working: its current batch, or the order itself if that is unknown, began then. */
  | { readonly kind: 'working'; readonly sinceMs: number }
  /** SAE continues by itself (status 9), and when, if known. */
  | { readonly kind: 'pausing'; readonly untilMs: number | undefined }
  /** Only a person can continue it (status 8 and 11). */
  | { readonly kind: 'awaiting-person' };

/** An order seen for longer than this before its first batch began was waiting for a person. */
const LONGEST_PREPARATION_MS = 120_000;
/** More batches or minutes than a rollout has: an invalid number, which would distort all others. */
const MOST_BATCHES = 1_000;
const LONGEST_PAUSE_MINUTES = 1_440;

/**
 * What the polls of an order show, together with how long (in ms) the last rollouts of the same application
 * and type took. Pure and total.
 */
export function knownOf(progress: Progress, pastMs: readonly number[], now: TwoClocks): Known {
  const { order, doubt, unreadableSinceMs, course } = progress;
  const surprises = [doubt?.sinceMs, course.lastSurpriseMs].filter(ms => ms !== undefined);
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
    batchesMs: done.map(tookMs).filter(ms => ms !== undefined),
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
  const lastEndMs = monotonicMs(order.batches.findLast(isDone)?.updateMs, now) ?? changedMs;
  if (phaseOf(order.status) === 'pausing') {
    const pauseMs = pauseMsOf(order);
    return { kind: 'pausing', untilMs: pauseMs === 0 ? undefined : Math.min(lastEndMs, changedMs) + pauseMs };
  }
  const next = order.batches.findIndex(batch => !isDone(batch));
  const current = next < 0 ? order.batches.length - 1 : next;
  return { kind: 'working', sinceMs: batchBeganMs(order, current, course, now) ?? lastEndMs };
}

function isDone({ status }: Batch): boolean {
  return hasSucceeded(status);
}

function pauseMsOf({ batchWaitMinutes }: ChangeOrder): number {
  const minutes = batchWaitMinutes ?? 0;
  return minutes > 0 && minutes <= LONGEST_PAUSE_MINUTES ? minutes * 60_000 : 0;
}
