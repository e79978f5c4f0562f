import type { Instance, WarningEvent } from '../rollout/application.ts';
import type { Fault } from '../rollout/fault.ts';
import type { FailingTask, LogTail } from './findings.ts';
import type { KnownCause } from './known-causes.ts';

/** Why a rollout failed, as far as it could be learnt. Texts are clean, but foreign. */
export interface Diagnosis {
  /** The batch that failed, or that the rollout is at; counted from 1. */
  readonly batch: { readonly number: number; readonly of: number } | undefined;
  readonly tasks: readonly FailingTask[];
  /** A few of the unhealthy instances. */
  readonly instances: readonly Instance[];
  /** How many instances are unhealthy in all. */
  readonly unhealthyCount: number;
  readonly events: readonly WarningEvent[];
  /** The end of the log of one unhealthy instance, where that is wanted. */
  readonly log: LogTail | undefined;
  /** What it all looks like, the most specific first. */
  readonly causes: readonly KnownCause[];
  readonly gaps: readonly Gap[];
}

/** The parts of a diagnosis, each asked on its own, with the API calls that it takes. */
export const DIAGNOSIS_PARTS = {
  tasks: ['DescribePipeline'],
  instances: ['DescribeApplicationGroups', 'DescribeApplicationInstances'],
  events: ['DescribeApplicationConfig', 'ListAppEvents'],
  log: ['DescribeInstanceLog'],
} as const;

export type DiagnosisPart = keyof typeof DIAGNOSIS_PARTS;

/** A part of a diagnosis that could not be learnt. */
export interface Gap {
  readonly part: DiagnosisPart;
  readonly why: GapReason;
}

export type GapReason =
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** The time or the calls that a diagnosis may take ran out. */
  | { readonly kind: 'ran-out' }
  /** The API does not tell what has to be known to ask. */
  | { readonly kind: 'not-told'; readonly what: 'batch' | 'application' | 'group' | 'namespace' }
  /** A bug of the gate; the message is for those who mend it. */
  | { readonly kind: 'bug'; readonly message: string };

/** The one thing that tells most of why a rollout failed. */
export type RootCause =
  | { readonly kind: 'task'; readonly task: FailingTask }
  | { readonly kind: 'instance'; readonly instance: Instance }
  | { readonly kind: 'event'; readonly event: WarningEvent };

/**
 * The root cause: a task that says what went wrong before an unhealthy instance, that before a warning
 * event, and what says nothing, or is ignored by SAE, last of all. `undefined` where nothing is known.
 * Pure.
 */
export function rootCause({ tasks, instances, events }: Diagnosis): RootCause | undefined {
  // They are in order: what failed stands before what is still under way.
  const telling = tasks.find(({ error, errorIgnored }) => error !== undefined && !errorIgnored);
  if (telling !== undefined) return { kind: 'task', task: telling };
  const [instance] = instances;
  if (instance !== undefined) return { kind: 'instance', instance };
  const [event] = events;
  if (event !== undefined) return { kind: 'event', event };
  const silent = tasks.find(({ state }) => state !== 'in-progress');
  return silent === undefined ? undefined : { kind: 'task', task: silent };
}
