import type { Instance, WarningEvent } from '../rollout/application.ts';
import type { Fault } from '../rollout/fault.ts';
import type { FailingTask, LogTail } from './findings.ts';
import type { Finding, KnownCause } from './known-causes.ts';
import { causeOfText, findingText, findingsOf } from './known-causes.ts';

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

/**
 * The root cause: the first finding that is a sign of the most specific known cause. Where none is known, a
 * task that says what went wrong before an unhealthy instance, that before a warning event, and what says
 * nothing, or is ignored by SAE, last of all. `undefined` where nothing is known. Pure.
 */
export function rootCause(diagnosis: Diagnosis): Finding | undefined {
  const { tasks, instances, events, causes } = diagnosis;
  const [top] = causes;
  const isSign = (one: Finding): boolean => top !== undefined && causeOfText(findingText(one)) === top;
  const telling = tasks.filter(({ error, errorIgnored }) => error !== undefined && !errorIgnored);
  // They are in order: what failed stands before what is still under way.
  const silent = tasks.filter(({ state }) => state !== 'in-progress');
  const found = findingsOf({ tasks: telling, instances, events });
  return found.find(isSign) ?? found[0] ?? findingsOf({ tasks: silent, instances: [], events: [] })[0];
}
