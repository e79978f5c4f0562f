import type { OrderProgress } from '../../testbed/simulator/order-progress.ts';
import { progressAt } from '../../testbed/simulator/order-progress.ts';
import type { Timeline } from '../../testbed/simulator/timeline.ts';
import { durationMsOf, rollout } from '../../testbed/simulator/timeline.ts';
import type { ChangeOrder } from '../../src/rollout/change-order.ts';
import type { Random } from './random.ts';
import { normal } from './random.ts';

/** What kind of rollouts an application has. */
export interface Kind {
  readonly batches: number;
  /** The median of the time that they work; the pauses come on top. */
  readonly medianMs: number;
  /** How long SAE pauses by itself between two batches; 0: not at all. */
  readonly pauseMs: number;
}

/** One rollout. Times count from its creation. */
export interface Rollout {
  /** `Infinity` for one that hangs. */
  readonly endMs: number;
  /** What DescribeChangeOrder would show. */
  readonly orderAt: (atMs: number) => ChangeOrder;
}

/** The wall clock at the creation of every rollout. */
export const CREATED_WALL_MS = Date.UTC(2026, 10, 22, 5);

/** How far the batches of one rollout differ: the deviation of the natural logarithm. */
const BATCH_DEVIATION = 0.1;
/** Status 0 for so long, or for a tenth of a rollout that is very short. */
const PREPARE_MS = 5_000;

export function pausesMsOf({ batches, pauseMs }: Kind): number {
  return (batches - 1) * pauseMs;
}

/** How long a rollout works: log-normal. */
export function drawWorkMs({ medianMs }: Kind, deviation: number, random: Random): number {
  return medianMs * Math.exp(deviation * normal(random));
}

/** A rollout that works for so long in all and succeeds. */
export function succeeding(kind: Kind, workMs: number, random: Random): Rollout {
  const timeline = timelineOf(kind, workMs, random);
  return { endMs: durationMsOf(timeline), orderAt: viewOf(kind, atMs => progressAt(timeline, atMs)) };
}

/** One that would have worked for so long in all, and fails at a uniformly random moment. */
export function failing(kind: Kind, workMs: number, random: Random): Rollout {
  return failingAt(kind, timelineOf(kind, workMs, random), random);
}

/** Likewise, but at a uniformly random moment of its work: never in a pause. */
export function failingAtWork(kind: Kind, workMs: number, random: Random): Rollout {
  const timeline = timelineOf(kind, workMs, random);
  for (;;) {
    const failed = failingAt(kind, timeline, random);
    if (!isPause(progressAt(timeline, failed.endMs))) return failed;
  }
}

/** One that comes to a stop at a uniformly random moment of its work, and tells nobody. */
export function hanging(kind: Kind, workMs: number, random: Random): Rollout {
  const timeline = timelineOf(kind, workMs, random);
  let stuckMs: number;
  do stuckMs = random() * durationMsOf(timeline);
  while (isPause(progressAt(timeline, stuckMs)));
  const orderAt = viewOf(kind, atMs => progressAt(timeline, Math.min(atMs, stuckMs)));
  return { endMs: Infinity, orderAt };
}

function timelineOf({ batches, pauseMs }: Kind, workMs: number, random: Random): Timeline {
  const prepareMs = Math.min(PREPARE_MS, workMs / 10);
  const shares = Array.from({ length: batches }, () => Math.exp(BATCH_DEVIATION * normal(random)));
  const sum = shares.reduce((total, share) => total + share, 0);
  return rollout({
    prepareMs,
    batchesMs: shares.map(share => ((workMs - prepareMs) * share) / sum),
    ...(pauseMs > 0 ? { pause: { kind: 'automatic', durationMs: pauseMs } } : {}),
  });
}

function failingAt(kind: Kind, timeline: Timeline, random: Random): Rollout {
  const endMs = random() * durationMsOf(timeline);
  const before = progressAt(timeline, endMs);
  const batches = before.batches.map(batch => (batch.status === 1 ? { ...batch, status: 3 } : batch));
  const failed: OrderProgress = { ...before, status: 3, batches };
  return {
    endMs,
    orderAt: viewOf(kind, atMs => (atMs < endMs ? progressAt(timeline, atMs) : failed)),
  };
}

function isPause({ status }: OrderProgress): boolean {
  return status === 9;
}

function viewOf({ pauseMs }: Kind, at: (atMs: number) => OrderProgress): Rollout['orderAt'] {
  return atMs => {
    const { status, batches } = at(atMs);
    return {
      ...FIXED_FIELDS,
      status,
      batchCount: batches.length,
      batchWaitMinutes: pauseMs / 60_000,
      batches: batches.map(({ status, startMs, updateMs }) => ({
        pipelineId: undefined,
        name: undefined,
        status,
        startMs: startMs === undefined ? undefined : CREATED_WALL_MS + startMs,
        updateMs: updateMs === undefined ? undefined : CREATED_WALL_MS + updateMs,
      })),
    };
  };
}

const FIXED_FIELDS = {
  changeOrderId: 'drawn',
  subStatus: 0,
  appId: undefined,
  appName: undefined,
  coTypeCode: 'CoDeploy',
  currentPipelineId: undefined,
  description: undefined,
  errorMessage: undefined,
  supportRollback: undefined,
  approvalId: undefined,
} as const;
