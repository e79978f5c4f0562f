import type { Instance, WarningEvent } from '../rollout/application.ts';
import type { Diagnosis, DiagnosisPart, Gap } from '../diagnosis/diagnosis.ts';
import type { FailingTask, TaskState } from '../diagnosis/findings.ts';
import type { KnownCause } from '../diagnosis/known-causes.ts';

/** What is said of why a rollout failed. What it is given from the cloud is clean text. */
export interface DiagnosisWords {
  title: string;
  batch(batch: NonNullable<Diagnosis['batch']>): string;
  /** Nothing was found, although everything was asked. */
  nothing: string;

  /** Whole sentences, for lists of lines and for the root cause. */
  task(task: FailingTask): string;
  instance(instance: Instance): string;
  event(event: WarningEvent): string;

  /** Headings. */
  tasks: string;
  instances(shown: number, unhealthy: number): string;
  events: string;
  log(instanceId: string, previous: boolean): string;
  gaps: string;

  column: Readonly<Record<'stage' | 'task' | 'state' | 'error', string>>;
  restarts(count: number): string;
  taskState: Readonly<Record<TaskState, string>>;
  /** Stands with the state of a task that failed and is not the reason. */
  errorIgnored: string;
  emptyLog: string;

  adviceLabel: string;
  /** For each known cause a sentence: what it is, and what to look at. */
  advice: Readonly<Record<KnownCause, string>>;
  part: Readonly<Record<DiagnosisPart, string>>;
  /** Why a part is not known, with the RAM actions that asking for it takes. */
  gap(gap: Gap, ramActions: readonly string[]): string;

  /** Stands before the command that rolls an order back. */
  rollbackLabel: string;
}
