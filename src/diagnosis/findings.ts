import type { BatchTask, Instance, WarningEvent } from '../rollout/application.ts';
import type { Batch, ChangeOrder } from '../rollout/change-order.ts';
import { hasBegun } from '../rollout/change-order.ts';
import type { NumberedBatch } from '../rollout/reading.ts';
import { failedStatusName } from '../rollout/statuses.ts';

/**
 * The batch to diagnose: the first that failed, else the first that was terminated, else the one that the
 * order names as its current one, else the last that has begun. `undefined` if none has. Pure.
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

export type TaskState = 'failed' | 'system-error' | 'awaiting-retry' | 'terminated' | 'in-progress';

/** A task that failed, or that the batch is stuck in. */
export interface FailingTask {
  readonly stage: string | undefined;
  readonly task: string | undefined;
  readonly state: TaskState;
  /** Its error, including the code; `undefined` if it has none. */
  readonly error: string | undefined;
  readonly errorIgnored: boolean;
}

/**
 * The relevant states of tasks, the most telling first: a task is terminated because another one failed. 5,
 * "pending retry", is a failure that SAE has not given up on. Source: the API reference of DescribePipeline;
 * 10 is documented for batches only.
 */
const STATES = {
  3: 'failed',
  10: 'system-error',
  5: 'awaiting-retry',
  1: 'in-progress',
  6: 'terminated',
} as const satisfies Readonly<Record<number, TaskState>>;

const BY_WEIGHT: readonly TaskState[] = [
  'failed',
  'system-error',
  'awaiting-retry',
  'in-progress',
  'terminated',
];

/**
 * The failed tasks, the most important first and those whose error is ignored last; if none failed, those in
 * progress, in which a batch is stuck. Pure.
 */
export function failingTasks(tasks: readonly BatchTask[]): readonly FailingTask[] {
  const known = tasks.flatMap(task => {
    const state = (STATES as Readonly<Record<number, TaskState>>)[task.status ?? -1];
    return state === undefined ? [] : [failingTask(task, state)];
  });
  // In progress with an error: it is being retried.
  const failing = known.filter(({ state, error }) => state !== 'in-progress' || error !== undefined);
  return (failing.length > 0 ? failing : known).toSorted((a, b) => weightOfTask(a) - weightOfTask(b));
}

function failingTask(task: BatchTask, state: TaskState): FailingTask {
  return {
    stage: task.stage,
    task: task.task,
    state,
    error: errorOf(task),
    errorIgnored: task.errorIgnored,
  };
}

function errorOf({ errorCode, errorMessage, message, status }: BatchTask): string | undefined {
  // A task in progress has its progress in its message, which is no error.
  const text = errorMessage ?? (status === 1 ? undefined : message);
  if (text === undefined || errorCode === undefined) return text ?? errorCode;
  return text.includes(errorCode) ? text : `${errorCode}: ${text}`;
}

function weightOfTask({ state, errorIgnored }: FailingTask): number {
  return BY_WEIGHT.indexOf(state) + (errorIgnored ? BY_WEIGHT.length : 0);
}

/** States of a container that keep an instance from running. Source: the API reference, and Kubernetes. */
const TROUBLED_CONTAINER =
  /error|backoff|errimage|invalidimage|oom|pending|unknown|notfound|evicted|failed/iu;

/** An old instance that is being stopped, as in every rollout. */
const LEAVING = /^terminating$/iu;

/** Whether an instance does not run as it should. One that is being stopped does not count. Pure. */
export function isUnhealthy({
  containerStatus = '',
  healthStatus = '',
  unhealthyMessage,
}: Instance): boolean {
  if (LEAVING.test(containerStatus)) return false;
  return (
    TROUBLED_CONTAINER.test(containerStatus) ||
    /unhealthy$/iu.test(healthStatus) ||
    unhealthyMessage !== undefined
  );
}

/**
 * The unhealthy instances, each once, the most telling first: a container in trouble before one that waits or
 * runs, many restarts before few. Pure.
 */
export function unhealthyInstances(instances: readonly Instance[]): readonly Instance[] {
  const byId = new Map(instances.filter(isUnhealthy).map(instance => [instance.instanceId, instance]));
  return [...byId.values()].toSorted(
    (a, b) => weightOfInstance(a) - weightOfInstance(b) || (b.restarts ?? 0) - (a.restarts ?? 0),
  );
}

function weightOfInstance({ containerStatus = '', unhealthyMessage }: Instance): number {
  if (/^pending$/iu.test(containerStatus)) return 2;
  if (TROUBLED_CONTAINER.test(containerStatus)) return 0;
  return unhealthyMessage === undefined ? 2 : 1;
}

/** More of them repeat the same. */
const MOST_EVENTS = 6;

/** Events have times in whole seconds. */
const RESOLUTION_MS = 1_000;

/**
 * The events since `sinceMs` (epoch ms), newest first and few; of identical ones the newest. An event without
 * a time is not proven to belong to this rollout and is left out. Pure.
 */
export function recentEvents(events: readonly WarningEvent[], sinceMs: number): readonly WarningEvent[] {
  const fromMs = sinceMs - RESOLUTION_MS;
  const recent = events
    .filter(event => lastSeenMs(event) >= fromMs)
    .toSorted((a, b) => lastSeenMs(b) - lastSeenMs(a));
  const said = new Set<string>();
  const news = recent.filter(({ reason, message }) => {
    const saying = JSON.stringify([reason, message]);
    return !said.has(saying) && said.add(saying);
  });
  return news.slice(0, MOST_EVENTS);
}

function lastSeenMs({ firstMs, lastMs }: WarningEvent): number {
  return lastMs ?? firstMs ?? -Infinity;
}

/** The end of the console log of one instance. Its lines are clean, but foreign, and may contain secrets. */
export interface LogTail {
  readonly instanceId: string;
  /** Of the container before the last restart, not of the running one. */
  readonly previous: boolean;
  readonly lines: readonly string[];
}
