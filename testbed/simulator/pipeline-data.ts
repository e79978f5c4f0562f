import type { ChangeOrder } from './change-order.ts';
import { pipelineIdOf } from './change-order.ts';
import { orderProgressAt } from './change-order-data.ts';
import { stableId } from './stable-id.ts';

const STAGES = [
  { name: 'Deploy application', tasks: ['Initialize environment', 'Update configuration'] },
  { name: 'Start instances', tasks: ['Create instances', 'Check readiness'] },
] as const;

type TaskName = (typeof STAGES)[number]['tasks'][number];

const TASKS: readonly TaskName[] = STAGES.flatMap(stage => stage.tasks);

const TASK_MESSAGES: Readonly<Record<TaskName, string>> = {
  'Initialize environment': 'init Namespace success',
  'Update configuration': 'update success',
  'Create instances': 'create success',
  'Check readiness': 'all instances ready',
};

/** `CoStatus`: the order's status in words, as the reference has them. */
const ORDER_STATUS_TEXTS: Readonly<Record<number, string>> = {
  0: '准备',
  1: '执行中',
  2: '执行成功',
  3: '执行失败',
  6: '终止',
  8: '等待手工确认分批',
  9: '等待自动确认分批',
  10: '系统异常执行失败',
  11: '等待审批',
  12: '审批通过，等待执行',
};

/** The `Data` that DescribePipeline answers for a batch (numbered from 1) at this story time. Pure. */
export function describePipeline(order: ChangeOrder, batch: number, storyMs: number): object {
  const progress = orderProgressAt(order, storyMs);
  const status = progress.batches[batch - 1]?.status ?? 0;
  const pipelineId = pipelineIdOf(order.id, batch);
  const current = STAGES.findIndex(stage => stage.tasks.some(task => task === currentTask(order, status)));
  return {
    ShowBatch: progress.status === 8 && batch === progress.currentBatch + 1,
    PipelineStatus: status,
    CurrentStageId: stageId(pipelineId, Math.max(0, current)),
    PipelineName: `Batch ${batch} Change`,
    StageList: STAGES.map((stage, index) => {
      const tasks = stage.tasks.map(task => taskData(order, status, pipelineId, index, task));
      return {
        Status: stageStatus(tasks.map(task => task.Status)),
        StageId: stageId(pipelineId, index),
        StageName: stage.name,
        ExecutorType: 0,
        TaskList: tasks,
      };
    }),
    NextPipelineId: batch < order.timeline.batchCount ? pipelineIdOf(order.id, batch + 1) : '',
    PipelineId: pipelineId,
    CoStatus: ORDER_STATUS_TEXTS[progress.status] ?? '',
  };
}

function taskData(
  order: ChangeOrder,
  batchStatus: number,
  pipelineId: string,
  stage: number,
  name: TaskName,
): { readonly Status: number } & Readonly<Record<string, unknown>> {
  const status = taskStatus(order, batchStatus, name);
  return {
    Status: status,
    StageId: stageId(pipelineId, stage),
    TaskId: stableId(`${pipelineId}/${name}`),
    TaskName: name,
    ErrorIgnore: 0,
    ShowManualIgnore: false,
    Message: status === 2 ? TASK_MESSAGES[name] : '',
    ...(status === 3 && order.trouble
      ? { ErrorCode: order.trouble.task.errorCode, ErrorMessage: order.trouble.task.errorMessage }
      : {}),
  };
}

/** Tasks run one after the other: done before the current one, not begun after it. */
function taskStatus(order: ChangeOrder, batchStatus: number, name: TaskName): number {
  if (batchStatus === 0 || batchStatus === 2) return batchStatus;
  const distance = TASKS.indexOf(name) - TASKS.indexOf(currentTask(order, batchStatus));
  if (distance !== 0) return distance < 0 ? 2 : 0;
  // Stages and tasks know no 10: a system exception shows as a failed task.
  return batchStatus === 10 ? 3 : batchStatus;
}

/** The task that a batch is at: where it has trouble, else the last one. */
function currentTask(order: ChangeOrder, batchStatus: number): TaskName {
  if (batchStatus === 0) return 'Initialize environment';
  return batchStatus === 2 ? 'Check readiness' : (order.trouble?.task.name ?? 'Check readiness');
}

function stageStatus(tasks: readonly number[]): number {
  if (tasks.every(status => status === tasks[0])) return tasks[0] ?? 0;
  return tasks.find(status => status !== 0 && status !== 2) ?? 1;
}

function stageId(pipelineId: string, stage: number): string {
  return stableId(`${pipelineId}/stage ${stage}`);
}
