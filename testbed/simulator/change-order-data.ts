import { formatBeijingTime } from './beijing-time.ts';
import type { ChangeOrder } from './change-order.ts';
import { pipelineIdOf } from './change-order.ts';
import type { BatchProgress, OrderProgress } from './order-progress.ts';
import { progressAt } from './order-progress.ts';
import type { StoryTime } from './story-time.ts';
import { MINUTE_MS, wallEpochMs } from './story-time.ts';

const USUAL_USER_ID = 'sae-beta-test';

/** Where an order stands at this story time. */
export function orderProgressAt(order: ChangeOrder, storyMs: number): OrderProgress {
  return progressAt(order.timeline, storyMs - order.createdAtMs);
}

/** The `Data` that DescribeChangeOrder answers for `order` at this story time. Pure. */
export function describeChangeOrder(order: ChangeOrder, time: StoryTime, storyMs: number): object {
  const progress = orderProgressAt(order, storyMs);
  return {
    Status: progress.status,
    SubStatus: progress.subStatus,
    ChangeOrderId: order.id,
    AppId: order.app.id,
    AppName: order.app.name,
    CoType: order.coType,
    CoTypeCode: order.coTypeCode,
    CreateTime: formatBeijingTime(wallEpochMs(time, order.createdAtMs)),
    BatchCount: order.timeline.batchCount,
    BatchType: order.batchType,
    BatchWaitTime: order.batchWaitMinutes ?? shownPauseMinutes(order, time),
    Auto: !needsPerson(order),
    SupportRollback: order.supportRollback,
    ApprovalId: hasPhase(order, 11) ? '67de0b39-a9d4-4c09-a170-cf4382080001' : '',
    CurrentPipelineId: pipelineIdOf(order.id, progress.currentBatch),
    Description: order.description,
    ErrorMessage: progress.errorMessage,
    ApplicationUpdateStrategy: updateStrategyText(order),
    ApplicationEnableGreyTagRoute: false,
    Pipelines: progress.batches.map((batch, index) => pipelineOf(order, time, batch, index + 1)),
  };
}

/** The item that ListChangeOrders shows of `order` at this story time. Pure. */
export function listedChangeOrder(order: ChangeOrder, time: StoryTime, storyMs: number): object {
  const progress = orderProgressAt(order, storyMs);
  return {
    Status: progress.status,
    FinishTime:
      progress.finishMs === undefined
        ? ''
        : formatBeijingTime(wallEpochMs(time, order.createdAtMs + progress.finishMs)),
    CreateTime: formatBeijingTime(wallEpochMs(time, order.createdAtMs)),
    UserId: order.userId ?? USUAL_USER_ID,
    Source: order.source,
    BatchCount: order.timeline.batchCount,
    CreateUserId: order.userId ?? USUAL_USER_ID,
    CoTypeCode: order.coTypeCode,
    ChangeOrderId: order.id,
    BatchType: order.batchType,
    GroupId: order.app.groupId,
    Description: order.description,
    CoType: order.coType,
    AppId: order.app.id,
  };
}

function pipelineOf(order: ChangeOrder, time: StoryTime, batch: BatchProgress, number: number): object {
  return {
    PipelineId: pipelineIdOf(order.id, number),
    PipelineName: `Batch ${number} Change`,
    Status: batch.status,
    ...batchTimes(order, time, batch),
    BatchType: 0,
    ParallelCount: 0,
  };
}

function batchTimes(order: ChangeOrder, time: StoryTime, batch: BatchProgress): object {
  if (batch.startMs === undefined || batch.updateMs === undefined) {
    if (order.plannedBatchTimes === 'absent') return {};
    const none = order.plannedBatchTimes === 'zero' ? 0 : null;
    return { StartTime: none, UpdateTime: none };
  }
  return {
    StartTime: wallEpochMs(time, order.createdAtMs + batch.startMs),
    UpdateTime: wallEpochMs(time, order.createdAtMs + batch.updateMs),
  };
}

function shownPauseMinutes(order: ChangeOrder, time: StoryTime): number {
  const pause = order.timeline.phases.find(phase => phase.status === 9);
  return pause ? Math.floor(pause.durationMs / time.timeScale / MINUTE_MS) : 0;
}

function updateStrategyText(order: ChangeOrder): string {
  return JSON.stringify({
    type: 'BatchUpdate',
    batchUpdate: {
      batch: order.timeline.batchCount,
      releaseType: needsPerson(order) ? 'manual' : 'auto',
      batchWaitTime: order.batchWaitMinutes ?? 0,
    },
  });
}

function needsPerson(order: ChangeOrder): boolean {
  return hasPhase(order, 8);
}

function hasPhase(order: ChangeOrder, status: number): boolean {
  return order.timeline.phases.some(phase => phase.status === status);
}
