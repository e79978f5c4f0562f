import type { CredentialsSource } from '../credentials/choice.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { NamingFailure, NamingNote } from '../discovery/find-application.ts';
import type { SearchFailure } from '../discovery/find-orders.ts';
import type { CreationBound } from '../discovery/run-start.ts';
import type { DiscoveryNote } from '../discovery/search.ts';
import type { IdleCause, IdleNote } from '../idle/await-idle.ts';
import type { InputFault } from '../inputs/faults.ts';
import type { ChangeOrder, ListedOrder } from '../rollout/change-order.ts';
import type { Cause, Ending } from '../rollout/judge.ts';
import type { Progress } from '../rollout/progress.ts';
import type { Task, Verdict } from '../rollout/verdicts.ts';
import { VERDICT_FACTS, severityRank } from '../rollout/verdicts.ts';
import type { Estimate } from '../schedule/estimate.ts';
import type { Undo } from '../undo/undo.ts';
import type { ProofCause } from '../verification/judge.ts';
import type { Verification, VerifyStage } from '../verification/running-now.ts';

/**
 * The signals that ask this process to end, and that it handles: an interrupt, an end, the loss of the
 * terminal, and Ctrl-\\. No process can handle the others.
 */
export const CANCEL_SIGNALS = ['SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGTERM'] as const;

export type CancelSignal = (typeof CANCEL_SIGNALS)[number];

/** Why a step ended: what was seen of the rollout, or what prevented polling. */
export type GateCause =
  | Cause
  /** It succeeded, but what runs is not proven to be its own. */
  | Exclude<ProofCause, { kind: 'proven' | 'of-this-step' }>
  | { readonly kind: 'bad-inputs'; readonly faults: readonly InputFault[] }
  /** No order of the application can belong to this run, or the list of its orders could not be read. */
  | Exclude<SearchFailure, { kind: 'cancelled' }>
  /** The application's name does not mean exactly one, or could not be looked up. */
  | NamingFailure
  /** How the wait for a free application ended. */
  | IdleCause
  | { readonly kind: 'bug'; readonly message: string };

/** What the step is about, as far as known. */
export interface Subject {
  readonly changeOrderId: string | undefined;
  readonly appId: string | undefined;
  /** As the inputs have it. */
  readonly appName?: string;
  readonly regionId: string | undefined;
  /** The task of the step; the gate, if not given. */
  readonly task?: Task;
}

/** How the wait for a target ended: an order's ending, with all that is known besides. */
export interface TargetEnding extends Ending<GateCause, Verdict> {
  readonly subject: Subject;
  readonly progress: Progress;
  /** Several orders could belong to this run, and this is the deciding one. */
  readonly amongSeveral: boolean;
  /** Those orders, the oldest first, where all of them have succeeded. */
  readonly succeeded?: readonly ChangeOrder[];
  /** When the wait began, by the monotonic clock. */
  readonly startedMs: number;
  readonly waitedMs: number;
  /** When it ended, by the wall clock. */
  readonly endedWallMs: number;
  /** How far it was then, by its past and its batches; `undefined` if no wait began. */
  readonly estimate?: Estimate | undefined;
  /** Why it failed, if requested; read after it ended, and no part of the decision. */
  readonly diagnosis?: Diagnosis;
  /** What runs, if requested. */
  readonly verification?: Verification;
  /** The result of undoing it, if requested. */
  readonly undo?: Undo;
}

/** The state of a wait that has not ended. */
export type Running = Pick<
  TargetEnding,
  'subject' | 'progress' | 'startedMs' | 'waitedMs' | 'endedWallMs' | 'estimate'
> & {
  readonly verdict: undefined;
  /** The progress of the proof of what runs, once the order has succeeded. */
  readonly verifying?: VerifyStage | undefined;
};

/** The task of a step, by its subject. Pure. */
export function taskOf({ task = 'gate' }: Pick<Subject, 'task'>): Task {
  return task;
}

/** Whether it ended green: by the one green verdict of its task. Pure. */
export function isGreen({ verdict, subject }: Pick<TargetEnding, 'verdict' | 'subject'>): boolean {
  return VERDICT_FACTS[verdict].greenOf === taskOf(subject);
}

/** How a step ended: each of its waits, in the order of the inputs, and the one that determines the step. */
export interface StepEnding {
  readonly outcomes: readonly TargetEnding[];
  readonly worst: TargetEnding;
}

/** Of equally bad outcomes the first one. Throws for none at all: no wait is no success. */
export function stepEnding(outcomes: readonly TargetEnding[]): StepEnding {
  const rank = ({ verdict }: TargetEnding): number => severityRank(verdict);
  const [first, ...others] = outcomes;
  if (first === undefined) throw new Error('there was nothing to wait for');
  const worst = others.reduce((bad, outcome) => (rank(outcome) < rank(bad) ? outcome : bad), first);
  return { outcomes, worst };
}

/**
 * Green only if every single wait is, and has the task that the program was started for: a gate is never
 * green because an application is free.
 */
export function isStepGreen({ outcomes }: StepEnding, task: Task): boolean {
  return outcomes.length > 0 && outcomes.every(one => taskOf(one.subject) === task && isGreen(one));
}

/** An event that a person should see: data, from which the words make a line. */
export type Note =
  | { readonly kind: 'credentials'; readonly source: CredentialsSource }
  | { readonly kind: 'unknown-co-type'; readonly coType: string }
  | { readonly kind: 'bound'; readonly bound: CreationBound; readonly agoMs: number }
  /** How long the last rollouts of the same application and type took. */
  | {
      readonly kind: 'learnt';
      readonly count: number;
      readonly shortestMs: number;
      readonly usualMs: number;
      readonly longestMs: number;
    }
  /** One more order qualifies and must succeed too. */
  | { readonly kind: 'also-qualifies'; readonly order: ListedOrder }
  | NamingNote
  | IdleNote
  | DiscoveryNote;

/**
 * The notes that the summary keeps: which application and order was chosen and why, and what else there was.
 */
export const SUMMARY_NOTES: readonly Note['kind'][] = [
  'named',
  'unknown-co-type',
  'first-attempt',
  'chosen',
  'stale',
  'also-qualifies',
  'newer-order',
  'blocked-by',
];

/** The notes that are also annotations of the kind *notice*. */
export const NOTICES: readonly Note['kind'][] = ['unknown-co-type', 'newer-order'];

/** A note about why an order is followed. */
export function isChoice(note: Note): note is Extract<Note, { kind: 'chosen' | 'also-qualifies' }> {
  return note.kind === 'chosen' || note.kind === 'also-qualifies';
}
