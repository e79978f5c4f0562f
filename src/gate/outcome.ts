import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Refusal } from '../discovery/choose-order.ts';
import type { CreationBound } from '../discovery/run-start.ts';
import type { InputFault } from '../inputs/input-fault.ts';
import type { Cause } from '../rollout/decide.ts';
import type { Fault } from '../rollout/fault.ts';
import type { Progress } from '../rollout/progress.ts';
import { NO_PROGRESS } from '../rollout/progress.ts';
import type { Verdict } from '../rollout/verdict.ts';
import type { Estimate } from '../schedule/estimate.ts';

/** Why a step ended: what was seen of the rollout, or what kept the gate from looking at all. */
export type GateCause =
  | Cause
  | { readonly kind: 'bad-inputs'; readonly faults: readonly InputFault[] }
  /** No order of the application can be this run's own; the newest of the others, and why not. */
  | { readonly kind: 'none-found'; readonly newest: Refusal | undefined; readonly bound: CreationBound }
  /** The list of orders could not be read, before an order was found or before green could be given. */
  | { readonly kind: 'list-unreadable'; readonly fault: Fault; readonly succeeded: boolean }
  | { readonly kind: 'bug'; readonly message: string };

/** What the step is about, as far as it is known. */
export interface Subject {
  readonly changeOrderId: string | undefined;
  readonly appId: string | undefined;
  readonly regionId: string | undefined;
}

/** How a step ended, with all that was learnt on the way. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly cause: GateCause;
  readonly subject: Subject;
  readonly progress: Progress;
  /** Several orders could be this run's own, and this is the one that decided. */
  readonly amongSeveral: boolean;
  /** When the step began, by the monotonic clock. */
  readonly startedMs: number;
  readonly waitedMs: number;
  /** When it ended, by the wall clock. */
  readonly endedWallMs: number;
  /** How far it was then, by its past and by its batches; `undefined` where no wait began. */
  readonly estimate?: Estimate | undefined;
  /** Why it failed, where that was asked; made after it ended, and no part of what decided. */
  readonly diagnosis?: Diagnosis;
}

/** A step that has not ended, as it stands. */
export type Running = Pick<
  Outcome,
  'subject' | 'progress' | 'startedMs' | 'waitedMs' | 'endedWallMs' | 'estimate'
> & {
  readonly verdict: undefined;
};

/** How a wait ended, before its times are put to it. */
export type WaitEnding = Pick<Outcome, 'verdict' | 'cause' | 'subject' | 'progress'>;

/** An ending in which no order was seen. */
export function unseen(verdict: Verdict, cause: GateCause, subject: Subject): WaitEnding {
  return { verdict, cause, subject, progress: NO_PROGRESS };
}

/** The one place that says which verdict is green: `succeeded`, and no other. Pure. */
export function isGreen({ verdict }: Pick<Outcome, 'verdict'>): boolean {
  return verdict === 'succeeded';
}
