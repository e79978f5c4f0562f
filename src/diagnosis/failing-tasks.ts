/** A task of a batch as DescribePipeline shows it. Texts are clean, but foreign. */
export interface BatchTask {
  readonly stage: string | undefined;
  readonly task: string | undefined;
  readonly status: number | undefined;
  readonly errorCode: string | undefined;
  readonly errorMessage: string | undefined;
  readonly message: string | undefined;
  /** The tasks after it may run although it failed. */
  readonly errorIgnored: boolean;
}

export type TaskState = 'failed' | 'system-error' | 'awaiting-retry' | 'terminated' | 'in-progress';

/** A task that did not get through, or that the batch hangs in. */
export interface FailingTask {
  readonly stage: string | undefined;
  readonly task: string | undefined;
  readonly state: TaskState;
  /** What it says of its error, its code with it; `undefined` where it says nothing. */
  readonly error: string | undefined;
  readonly errorIgnored: boolean;
}

/**
 * The states of tasks that are of interest, the telling ones first: a task is terminated because
 * another one failed. 5, "pending retry", is a failure that SAE has not given up on.
 * Source: the API reference of DescribePipeline; 10 is documented for batches only.
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
 * The tasks that failed, those that matter most first and those whose error is ignored last; where none
 * failed, those that are still under way, in which a batch hangs. Pure.
 */
export function failingTasks(tasks: readonly BatchTask[]): readonly FailingTask[] {
  const known = tasks.flatMap(task => {
    const state = (STATES as Readonly<Record<number, TaskState>>)[task.status ?? -1];
    return state === undefined ? [] : [failingTask(task, state)];
  });
  // Under way with an error: it is being tried again.
  const failing = known.filter(({ state, error }) => state !== 'in-progress' || error !== undefined);
  return (failing.length > 0 ? failing : known).toSorted((a, b) => weight(a) - weight(b));
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
  // A task under way tells how far it is in its message, which is no error.
  const text = errorMessage ?? (status === 1 ? undefined : message);
  if (text === undefined || errorCode === undefined) return text ?? errorCode;
  return text.includes(errorCode) ? text : `${errorCode}: ${text}`;
}

function weight({ state, errorIgnored }: FailingTask): number {
  return BY_WEIGHT.indexOf(state) + (errorIgnored ? BY_WEIGHT.length : 0);
}
