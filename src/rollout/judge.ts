import type { Batch, ChangeOrder } from './change-order.ts';
import type { Fault } from './fault.ts';
import { isDoubtful, isFinal } from './fault.ts';
import type { Doubt, Look, Progress } from './progress.ts';
import { dueMs } from './progress.ts';
import type { FailedStatusName } from './statuses.ts';
import { failedStatusName, statusName } from './statuses.ts';
import type { Verdict } from './verdicts.ts';

/** A batch that decides, and its place in the rollout, counted from 1. */
export interface NumberedBatch {
  readonly number: number;
  readonly batch: Batch;
}

/** How many batches an answer shows, and how many it says there are. */
export interface BatchCounts {
  /** Each id once. */
  readonly shown: number;
  /** `undefined` where it is not told, or is no number of batches. */
  readonly count: number | undefined;
}

/** What one well-formed answer says by itself. */
export type Reading =
  | { readonly kind: 'succeeded' }
  | { readonly kind: FailedStatusName }
  | { readonly kind: 'needs-rollback' }
  /** It says two things that do not go together, or proves less than it claims. */
  | {
      readonly kind: 'doubtful';
      readonly doubt: 'contradicted' | 'batch-unknown' | 'batch-open';
      readonly evidence: NumberedBatch;
    }
  /** The batches that it shows are not as many as it says there are. */
  | { readonly kind: 'doubtful'; readonly doubt: 'batches-differ'; readonly evidence: BatchCounts }
  /** It would be a success, but nothing proves that the order is recent enough. */
  | { readonly kind: 'doubtful'; readonly doubt: 'undated' }
  | { readonly kind: 'undecided' };

/**
 * What an order's status, sub-status and batches say together. Total over every number, and the only
 * place where an answer can come to mean *succeeded*, in an order that is `dated` (see `Look`):
 *
 * - `Status` is 2 and `SubStatus` is 0 or not told.
 * - Every batch that is shown is at 2 as well: by the API reference an order and its batches have the same
 *   states, and 2 is the only one in which something has succeeded.
 * - As many batches are shown as `BatchCount` says, where it is told, and none twice. An answer that shows
 *   no batch at all contradicts nothing: it is an older shape, and the order's own status decides.
 *
 * Of a success that does not add up the worst is told: a failed batch, one without a state, one that has
 * not succeeded, a count that differs. Pure.
 */
export function readingOf(order: ChangeOrder, dated: boolean): Reading {
  const failed = failedStatusName(order.status);
  if (failed !== undefined) return { kind: failed };
  if (order.subStatus === 1) return { kind: 'needs-rollback' };
  if (statusName(order.status) !== 'succeeded' || (order.subStatus ?? 0) !== 0) return { kind: 'undecided' };
  return doubtOfBatches(order) ?? (dated ? { kind: 'succeeded' } : { kind: 'doubtful', doubt: 'undated' });
}

function doubtOfBatches(order: ChangeOrder): Reading | undefined {
  const failed = firstBatch(order, ({ status }) => failedStatusName(status) !== undefined);
  if (failed !== undefined) return { kind: 'doubtful', doubt: 'contradicted', evidence: failed };
  const unknown = firstBatch(order, ({ status }) => status === undefined);
  if (unknown !== undefined) return { kind: 'doubtful', doubt: 'batch-unknown', evidence: unknown };
  const open = firstBatch(order, ({ status }) => status === undefined || statusName(status) !== 'succeeded');
  if (open !== undefined) return { kind: 'doubtful', doubt: 'batch-open', evidence: open };
  const counts = batchCounts(order);
  return counts === undefined ? undefined : { kind: 'doubtful', doubt: 'batches-differ', evidence: counts };
}

function firstBatch(order: ChangeOrder, is: (batch: Batch) => boolean): NumberedBatch | undefined {
  const index = order.batches.findIndex(is);
  const batch = order.batches[index];
  return batch === undefined ? undefined : { number: index + 1, batch };
}

/** The numbers of batches where they do not add up, `undefined` where they do. */
function batchCounts({ batches, batchCount, oddBatchCount = false }: ChangeOrder): BatchCounts | undefined {
  if (batches.length === 0) return undefined;
  const ids = batches.flatMap(({ pipelineId }) => (pipelineId === undefined ? [] : [pipelineId]));
  const shown = batches.length - ids.length + new Set(ids).size;
  const adds = !oddBatchCount && shown === batches.length && (batchCount ?? shown) === shown;
  return adds ? undefined : { shown, count: batchCount };
}

/** Why a wait ended as it did: the verdict's evidence, from which every text is made. */
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
  /** `claimedMs`: the time in the future (epoch ms) that it tells of itself. */
  | { readonly kind: 'undated'; readonly claimedMs: number | undefined }
  | { readonly kind: 'stale'; readonly startMs: number }
  | { readonly kind: 'foreign'; readonly appId: string }
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'outage'; readonly fault: Fault; readonly lastedMs: number }
  | { readonly kind: 'deadline' }
  | { readonly kind: 'manual-step'; readonly status: number; readonly ranOut: boolean }
  | { readonly kind: 'cancelled'; readonly signal: string }
  /** Given up, since another order of the step was red. */
  | { readonly kind: 'not-awaited' };

/** How the wait for an order ended. What is known of the target and of the step is added to it later. */
export interface Ending<Why extends { readonly kind: string } = Cause> {
  readonly verdict: Verdict;
  readonly cause: Why;
}

/** The limits within which a wait is judged. `deadlineMs` by the monotonic clock. */
export interface Limits {
  readonly deadlineMs: number;
  /** For the time in which only a person can move the order on; `undefined`: it counts like any other. */
  readonly manualStepTimeoutMs: number | undefined;
  /** End as soon as only a person can move the order on. */
  readonly failOnManualStep: boolean;
  readonly outageToleranceMs: number;
}

/** A doubtful answer counts when it has stood this long; one that tells nothing of the order, when seen this often too. */
export const DOUBT_STANDS_MS = 15_000;
const FAULTY_LOOKS = 3;

/**
 * How the looks so far decide the rollout; `undefined`: look again. Total; always ended at the deadline.
 * Green only for an answer that `readingOf` calls *succeeded*, in the last look itself. Pure.
 */
export function decide(progress: Progress, nowMs: number, limits: Limits): Ending | undefined {
  return (
    endingOfLastLook(progress) ??
    endingOfDoubt(progress, nowMs, dueMsOf(progress, limits)) ??
    endingOfOutage(progress, nowMs, limits) ??
    endingOfManualStep(progress, nowMs, limits) ??
    (nowMs >= dueMsOf(progress, limits) ? end('timed-out', { kind: 'deadline' }) : undefined)
  );
}

/** The moments at which a further look would settle something, by the monotonic clock. Pure. */
export function aimsMsOf({ doubt, unreadableSinceMs }: Progress, limits: Limits): readonly number[] {
  const doubtStandsMs = doubt === undefined ? [] : [doubt.sinceMs + DOUBT_STANDS_MS];
  const outageEndsMs = unreadableSinceMs === undefined ? [] : [unreadableSinceMs + limits.outageToleranceMs];
  return [...doubtStandsMs, ...outageEndsMs];
}

/** When the last look is due, by what has been seen so far. Pure. */
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

/** Whether the last look decides by itself, so that the verdict can only be a moment away. Pure. */
export function lastLookDecides(progress: Pick<Progress, 'last'>): boolean {
  return endingOfLastLook(progress) !== undefined;
}

function endingOfLastLook({ last }: Pick<Progress, 'last'>): Ending | undefined {
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

/** A doubt ends the wait when it stands, or when the last look at the deadline still shows it. */
function endingOfDoubt({ doubt }: Progress, nowMs: number, dueAtMs: number): Ending | undefined {
  if (doubt === undefined) return undefined;
  const stands = doubt.evidence.kind === 'faulty' ? refusalStands(doubt) : standsLong(doubt);
  const shownAtDeadline = doubt.lastMs >= dueAtMs && nowMs >= dueAtMs;
  return stands || shownAtDeadline ? endingOfEvidence(doubt.evidence) : undefined;
}

/** Whether a doubtful refusal is to be believed: it has stood for 15 s and three looks. Pure. */
export function refusalStands(doubt: Pick<Doubt, 'sinceMs' | 'lastMs' | 'looks'>): boolean {
  return standsLong(doubt) && doubt.looks >= FAULTY_LOOKS;
}

function standsLong({ sinceMs, lastMs }: Pick<Doubt, 'sinceMs' | 'lastMs'>): boolean {
  return lastMs - sinceMs >= DOUBT_STANDS_MS;
}

function endingOfEvidence(look: Look): Ending | undefined {
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
  // A refusal says for itself what is wrong: it is not the API that is in trouble.
  return end(
    'unreadable',
    isDoubtful(fault) ? { kind: 'refused', fault } : { kind: 'outage', fault, lastedMs },
  );
}

function end(verdict: Verdict, cause: Cause): Ending {
  return { verdict, cause };
}
