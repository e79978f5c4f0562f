import type { Fault } from '../rollout/fault.ts';
import type { Verdict } from '../rollout/verdicts.ts';
import type { UndoRefusal, UndoTrigger } from './permission.ts';

/** Why nothing was written: the gate's own reason, or the API's. */
export type NotWritten = UndoRefusal | { readonly kind: 'refused'; readonly fault: Fault };

/** How the order that rolls back ended, as far as it was followed. */
export interface FollowedUndo {
  readonly changeOrderId: string;
  /** It is an order of its own, and not the one that was to be undone. */
  readonly separate: boolean;
  /** Of an order of its own: by its type it rolls back, and it was not there before. */
  readonly rollsBack: boolean;
  readonly verdict: Verdict;
  readonly status: number | undefined;
}

/** What was sent, and what came of it. */
export interface SentUndo {
  readonly kind: 'sent';
  readonly trigger: UndoTrigger;
  /** Whether the API said that it took it; otherwise no answer says whether it did. */
  readonly accepted: boolean;
  /** What came in place of an answer. */
  readonly fault: Fault | undefined;
  /** The order that rolls back: the one that the API answered, or that its list shows since. */
  readonly rollbackOrderId: string | undefined;
  /** `undefined` where it was not followed, since the step was cancelled. */
  readonly followed: FollowedUndo | undefined;
  /** Whether the look at what runs shows what ran before the rollout on every live instance. */
  readonly runsAsBefore: boolean;
}

/** It is being undone: the verdict stands, and what is told of it is not the last word. */
export interface UndoUnderWay {
  readonly kind: 'under-way';
  /** The order that is followed; `undefined` until the request to roll back has been answered. */
  readonly order: Pick<FollowedUndo, 'changeOrderId' | 'separate' | 'status'> | undefined;
  /** Since when it is followed, by the monotonic clock, for how long by now, and for how long at most. */
  readonly startedMs: number;
  readonly lastedMs: number;
  readonly timeoutMs: number;
}

/** For how long it is followed by now, to the second: what is told eight times a second is to be read. Pure. */
export function followedMs(startedMs: number, nowMs: number): number {
  return Math.max(1, Math.floor((nowMs - startedMs) / 1_000)) * 1_000;
}

/** What became of the request to undo a rollout. */
export type Undo =
  | UndoUnderWay
  /** It is asked for, but not for the verdict that the wait ended with. */
  | { readonly kind: 'not-due' }
  | { readonly kind: 'not-written'; readonly trigger: UndoTrigger; readonly why: NotWritten }
  | SentUndo
  /** A bug, so that nobody knows what was written. */
  | { readonly kind: 'bug'; readonly message: string };

export const ROLLED_BACK = ['true', 'false', 'unknown'] as const;

export type RolledBack = (typeof ROLLED_BACK)[number];

/** How an order of its own that rolls back ends without having rolled back. */
const FAILED_ROLLBACK: readonly Verdict[] = ['failed', 'terminated', 'system-error', 'needs-rollback'];

/** Verdicts after which nothing changes what runs any more. */
const HAS_ENDED: readonly Verdict[] = ['succeeded', 'failed', 'terminated', 'system-error'];

/**
 * Whether the rollout is known to be rolled back: `true` only where an order of its own that rolls back
 * succeeded, or where what was followed has ended and what ran before is on every live instance; `false` where
 * that order failed or nothing was written; `unknown` for all else. Pure.
 */
export function rolledBackOf(undo: Undo): RolledBack {
  switch (undo.kind) {
    case 'not-due':
    case 'not-written':
      return 'false';
    case 'under-way':
    case 'bug':
      return 'unknown';
    case 'sent':
      return rolledBackOfSent(undo);
  }
}

function rolledBackOfSent({ followed, runsAsBefore }: SentUndo): RolledBack {
  if (hasFailed(followed)) return 'false';
  if (followed === undefined || !HAS_ENDED.includes(followed.verdict)) return 'unknown';
  return runsAsBefore || (followed.separate && followed.rollsBack) ? 'true' : 'unknown';
}

function hasFailed(followed: FollowedUndo | undefined): boolean {
  return followed?.separate === true && followed.rollsBack && FAILED_ROLLBACK.includes(followed.verdict);
}

/** Whether the rollout may have completed before it could be aborted. Pure. */
export function mayHaveCompleted({ followed }: SentUndo): boolean {
  return followed?.separate === false && followed.verdict === 'succeeded';
}

/** What a headline says of it; `undefined` where there is nothing to say. */
export type UndoResult =
  'asking' | 'following' | 'rolled-back' | 'rollback-failed' | 'not-rolled-back' | 'asked' | 'unknown';

/** What a headline says of it. Pure. */
export function undoResultOf(undo: Undo | undefined): UndoResult | undefined {
  if (undo === undefined || undo.kind === 'not-due') return undefined;
  if (undo.kind === 'under-way') return undo.order === undefined ? 'asking' : 'following';
  if (undo.kind === 'not-written') return 'not-rolled-back';
  const rolledBack = rolledBackOf(undo);
  if (rolledBack === 'true') return 'rolled-back';
  if (rolledBack === 'false') return 'rollback-failed';
  return undo.kind === 'sent' && undo.accepted && undo.followed === undefined ? 'asked' : 'unknown';
}

/** The order that rolls back, as far as it is known. Pure. */
export function rollbackOrderIdOf(undo: Undo | undefined): string | undefined {
  return undo?.kind === 'sent' ? undo.rollbackOrderId : undefined;
}
