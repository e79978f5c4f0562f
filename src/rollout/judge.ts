import type { Fault } from './fault.ts';
import { isDoubtful, isFinal } from './fault.ts';
import type { Doubt, Observation, Progress } from './progress.ts';
import { dueMs } from './progress.ts';
import type { BatchCounts, NumberedBatch, Reading } from './reading.ts';
import { readingOf } from './reading.ts';
import type { FailedStatusName } from './statuses.ts';
import type { GateVerdict, Verdict } from './verdicts.ts';

/** Why a wait ended: the evidence for the verdict, from which every text is made. */
export type Cause =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'ended-badly'; readonly how: FailedStatusName }
  | { readonly kind: 'needs-rollback' }
  | { readonly kind: 'contradicted'; readonly evidence: NumberedBatch }
  | { readonly kind: 'batch-unknown'; readonly evidence: NumberedBatch }
  | { readonly kind: 'batch-open'; readonly evidence: NumberedBatch }
  | { readonly kind: 'batches-differ'; readonly evidence: BatchCounts }
  | { readonly kind: 'absent'; readonly fault: Fault }
  | { readonly kind: 'unlisted' }
  /** `claimedMs`: the time in the future (epoch ms) that it reports of itself. */
  | { readonly kind: 'undated'; readonly claimedMs: number | undefined }
  | { readonly kind: 'stale'; readonly startMs: number }
  | { readonly kind: 'foreign'; readonly appId: string }
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'outage'; readonly fault: Fault; readonly lastedMs: number }
  | { readonly kind: 'deadline' }
  | { readonly kind: 'manual-step'; readonly status: number; readonly ranOut: boolean }
  | { readonly kind: 'cancelled'; readonly signal: string }
  /** Cancelled, since another order of the step was red. */
  | { readonly kind: 'not-awaited' };

/** How the wait for an order ended. What is known of the target and of the step is added later. */
export interface Ending<Why extends { readonly kind: string } = Cause, Which extends Verdict = GateVerdict> {
  readonly verdict: Which;
  readonly cause: Why;
}

/** The limits within which a wait is judged. `deadlineMs` by the monotonic clock. */
export interface Limits {
  readonly deadlineMs: number;
  /** Limit for the time spent waiting for a manual step; `undefined`: that time counts like any other. */
  readonly manualStepTimeoutMs: number | undefined;
  /** End as soon as the order waits for a manual step. */
  readonly failOnManualStep: boolean;
  readonly outageToleranceMs: number;
  /**
   * A rollback was requested: needing one, which the order may continue to report, no longer ends the wait.
   */
  readonly rollbackAsked?: boolean;
}

/**
 * A doubtful answer counts after this time; one that says nothing about the order, after this many polls as
 * well.
 */
export const DOUBT_STANDS_MS = 15_000;
const FAULTY_LOOKS = 3;

/**
 * What the polls so far decide about the rollout; `undefined`: poll again. Total; never undecided at the
 * deadline. Green only for an answer that `readingOf` calls *succeeded*, in the last poll itself. Pure.
 */
export function decide(progress: Progress, nowMs: number, limits: Limits): Ending | undefined {
  const last = endingOfLastPoll(progress);
  const awaitsRollback = limits.rollbackAsked === true && last?.cause.kind === 'needs-rollback';
  return (
    (awaitsRollback ? undefined : last) ??
    endingOfDoubt(progress, nowMs, dueMsOf(progress, limits)) ??
    endingOfOutage(progress, nowMs, limits) ??
    endingOfManualStep(progress, nowMs, limits) ??
    (nowMs >= dueMsOf(progress, limits) ? end('timed-out', { kind: 'deadline' }) : undefined)
  );
}

/** The moments at which a further poll would settle something, by the monotonic clock. Pure. */
export function aimsMsOf({ doubt, unreadableSinceMs }: Progress, limits: Limits): readonly number[] {
  const doubtStandsMs = doubt === undefined ? [] : [doubt.sinceMs + DOUBT_STANDS_MS];
  const outageEndsMs = unreadableSinceMs === undefined ? [] : [unreadableSinceMs + limits.outageToleranceMs];
  return [...doubtStandsMs, ...outageEndsMs];
}

/** When the last poll is due, by what has been seen so far. Pure. */
export function dueMsOf({ manual }: Progress, { deadlineMs, manualStepTimeoutMs }: Limits): number {
  return dueMs(manual, deadlineMs, manualStepTimeoutMs);
}

function endingOfManualStep(progress: Progress, nowMs: number, limits: Limits): Ending | undefined {
  const { order, manual } = progress;
  if (order === undefined || manual.sinceMs === undefined) return undefined;
  const ranOut = limits.manualStepTimeoutMs !== undefined && nowMs >= dueMsOf(progress, limits);
  if (!ranOut && !limits.failOnManualStep) return undefined;
  return end('awaiting-manual-step', { kind: 'manual-step', status: order.status, ranOut });
}

/** Whether the last poll is decisive by itself, so that the verdict is imminent. Pure. */
export function lastPollDecides(progress: Pick<Progress, 'last'>): boolean {
  return endingOfLastPoll(progress) !== undefined;
}

function endingOfLastPoll({ last }: Pick<Progress, 'last'>): Ending | undefined {
  switch (last?.kind) {
    case 'read':
      return endingOfReading(readingOf(last.order, last.dated));
    case 'foreign':
      return end('error', { kind: 'foreign', appId: last.appId });
    case 'stale':
      return end('not-found', { kind: 'stale', startMs: last.startMs });
    case 'faulty':
      return isFinal(last.fault) ? end('unreadable', { kind: 'refused', fault: last.fault }) : undefined;
    case 'unlisted':
    case undefined:
      return undefined;
  }
}

function endingOfReading(reading: Reading): Ending | undefined {
  switch (reading.kind) {
    case 'succeeded':
      return end('succeeded', { kind: 'succeeded' });
    case 'failed':
    case 'terminated':
    case 'system-error':
      return end(reading.kind, { kind: 'ended-badly', how: reading.kind });
    case 'needs-rollback':
      return end('needs-rollback', { kind: 'needs-rollback' });
    case 'doubtful':
    case 'undecided':
      return undefined;
  }
}

/** A doubt ends the wait if it lasts, or if the last poll at the deadline still shows it. */
function endingOfDoubt({ doubt }: Progress, nowMs: number, dueAtMs: number): Ending | undefined {
  if (doubt === undefined) return undefined;
  const stands = doubt.evidence.kind === 'faulty' ? refusalStands(doubt) : standsLong(doubt);
  const shownAtDeadline = doubt.lastMs >= dueAtMs && nowMs >= dueAtMs;
  return stands || shownAtDeadline ? endingOfEvidence(doubt.evidence) : undefined;
}

/** Whether a doubtful refusal counts: it has lasted for 15 s and three polls. Pure. */
export function refusalStands(doubt: Pick<Doubt, 'sinceMs' | 'lastMs' | 'polls'>): boolean {
  return standsLong(doubt) && doubt.polls >= FAULTY_LOOKS;
}

function standsLong({ sinceMs, lastMs }: Pick<Doubt, 'sinceMs' | 'lastMs'>): boolean {
  return lastMs - sinceMs >= DOUBT_STANDS_MS;
}

function endingOfEvidence(look: Observation): Ending | undefined {
  switch (look.kind) {
    case 'faulty':
      return look.fault.reason === 'no-such-order'
        ? end('not-found', { kind: 'absent', fault: look.fault })
        : end('unreadable', { kind: 'refused', fault: look.fault });
    case 'unlisted':
      return end('unreadable', { kind: 'unlisted' });
    case 'read': {
      const reading = readingOf(look.order, look.dated);
      if (reading.kind !== 'doubtful') return undefined;
      return endingOfDoubtful(reading, look.claimedMs);
    }
    case 'foreign':
    case 'stale':
      return undefined;
  }
}

function endingOfDoubtful(
  reading: Extract<Reading, { kind: 'doubtful' }>,
  claimedMs: number | undefined,
): Ending {
  switch (reading.doubt) {
    case 'contradicted':
      return end('failed', { kind: reading.doubt, evidence: reading.evidence });
    case 'batch-unknown':
    case 'batch-open':
      return end('unreadable', { kind: reading.doubt, evidence: reading.evidence });
    case 'batches-differ':
      return end('unreadable', { kind: reading.doubt, evidence: reading.evidence });
    case 'undated':
      return end('unreadable', { kind: reading.doubt, claimedMs });
  }
}

function endingOfOutage(progress: Progress, nowMs: number, limits: Limits): Ending | undefined {
  const { unreadableSinceMs, lastFault } = progress;
  if (unreadableSinceMs === undefined || lastFault === undefined) return undefined;
  const lastedMs = nowMs - unreadableSinceMs;
  if (lastedMs < limits.outageToleranceMs) return undefined;
  const fault = lastFault;
  // A refusal describes the problem itself: the API is not in trouble.
  return end(
    'unreadable',
    isDoubtful(fault) ? { kind: 'refused', fault } : { kind: 'outage', fault, lastedMs },
  );
}

function end(verdict: GateVerdict, cause: Cause): Ending {
  return { verdict, cause };
}
