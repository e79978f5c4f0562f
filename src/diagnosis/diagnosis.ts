import type { Instance, WarningEvent } from '../rollout/application.ts';
import type { Fault } from '../rollout/fault.ts';
import type { FailingTask, LogTail } from './findings.ts';
import type { Finding, KnownCause } from './known-causes.ts';
import { causeOfText, findingText, findingsOf } from './known-causes.ts';

/** Why a rollout failed, as far as known. Texts are clean, but foreign. */
export interface Diagnosis {
  /** The failed or current batch; counted from 1. */
  readonly batch: { readonly number: number; readonly of: number } | undefined;
  readonly tasks: readonly FailingTask[];
  /** A few of the unhealthy instances. */
  readonly instances: readonly Instance[];
  /** How many instances are unhealthy in all. */
  readonly unhealthyCount: number;
  readonly events: readonly WarningEvent[];
  /** The end of the log of one unhealthy instance, if requested. */
  readonly log: LogTail | undefined;
  /** The likely causes, the most specific first. */
  readonly causes: readonly KnownCause[];
  readonly gaps: readonly Gap[];
}

/** The parts of a diagnosis, which are read independently, with their API calls. */
export const DIAGNOSIS_PARTS = {
  tasks: ['DescribePipeline'],
  instances: ['DescribeApplicationGroups', 'DescribeApplicationInstances'],
  events: ['DescribeApplicationConfig', 'ListAppEvents'],
  log: ['DescribeInstanceLog'],
} as const;

export type DiagnosisPart = keyof typeof DIAGNOSIS_PARTS;

/** A part of a diagnosis that could not be read. */
export interface Gap {
  readonly part: DiagnosisPart;
  readonly why: GapReason;
}

export type GapReason =
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** The time or the calls of the diagnosis ran out. */
  | { readonly kind: 'ran-out' }
  /** The API does not report what the call needs. */
  | { readonly kind: 'not-reported'; readonly what: 'batch' | 'application' | 'group' | 'namespace' }
  /** A bug in the gate; the message is for its developers. */
  | { readonly kind: 'bug'; readonly message: string };

/**
 * The root cause: the first finding that shows the most specific known cause. If none is known, a task with
 * an error comes before an unhealthy instance, that before a warning event, and anything without an error, or
 * ignored by SAE, last. `undefined` if nothing is known. Pure.
 */
export function rootCause(diagnosis: Diagnosis): Finding | undefined {
  const { tasks, instances, events, causes } = diagnosis;
  const [top] = causes;
  const isSign = (one: Finding): boolean => top !== undefined && causeOfText(findingText(one)) === top;
  const telling = tasks.filter(({ error, errorIgnored }) => error !== undefined && !errorIgnored);
  // They are sorted: failed ones come before those in progress.
  const silent = tasks.filter(({ state }) => state !== 'in-progress');
  const found = findingsOf({ tasks: telling, instances, events });
  return found.find(isSign) ?? found[0] ?? findingsOf({ tasks: silent, instances: [], events: [] })[0];
}
