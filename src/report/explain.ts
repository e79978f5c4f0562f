import { rootCause } from '../diagnosis/diagnosis.ts';
import type { Outcome } from '../endings/ending.ts';
import { isGreen } from '../endings/ending.ts';
import { batchTotal } from '../rollout/changes.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import { awaitsPerson } from '../rollout/progress.ts';
import type { Progress } from '../rollout/progress.ts';
import type { NumberedBatch } from '../rollout/judge.ts';
import type { FailedStatusName } from '../rollout/statuses.ts';
import { failedStatusName, statusName } from '../rollout/statuses.ts';
import type { EndFacts, Explanation } from '../words/facts.ts';
import type { Words } from '../words/words.ts';
import { stateOf, statusText } from './state.ts';

/** Says why a step ended as it did, and what to do. Pure. */
export function explain(outcome: Outcome, words: Words): Explanation {
  const { what, remedy } = explainCause(outcome, words);
  const orderId = outcome.subject.changeOrderId;
  if (!outcome.amongSeveral || orderId === undefined || isGreen(outcome)) return { what, remedy };
  const several = words.cause.amongSeveral(orderId);
  const { sentenceGap } = words;
  return {
    what: `${several.what}${sentenceGap}${what}`,
    remedy: `${remedy}${sentenceGap}${several.remedy}`,
  };
}

function explainCause(outcome: Outcome, words: Words): Explanation {
  const { cause, progress } = outcome;
  const facts = endFacts(outcome, words);
  switch (cause.kind) {
    case 'succeeded':
      return words.cause.succeeded(facts);
    case 'ended-badly':
      return endedBadly(outcome, cause.how, words);
    case 'needs-rollback':
      return words.cause.needsRollback(progress.order?.supportRollback);
    case 'contradicted':
      return words.cause.contradicted(cause.evidence.number, batchStatus(cause.evidence, words));
    case 'batch-unknown':
      return words.cause.batchUnknown(cause.evidence.number);
    case 'batch-open':
      return words.cause.batchOpen(cause.evidence.number, batchStatus(cause.evidence, words));
    case 'batches-differ':
      return words.cause.batchesDiffer(cause.evidence);
    case 'absent':
      return words.cause.absent(facts, cause.fault);
    case 'unlisted':
      return words.cause.unlisted(facts);
    case 'foreign':
      return words.cause.foreign(facts, cause.appId);
    case 'refused':
      return words.cause.refused(facts, cause.fault);
    case 'outage':
      return words.cause.outage(facts, cause.fault, cause.lastedMs);
    case 'deadline':
      return words.cause.deadline(facts);
    case 'not-awaited':
      return words.cause.notAwaited(facts);
    case 'manual-step':
      return words.cause.manualStep(
        facts,
        statusName(cause.status) === 'awaiting-release',
        progress.order?.approvalId,
        cause.ranOut,
      );
    case 'cancelled':
      return words.cause.cancelled(facts, cause.signal);
    case 'undated':
      return words.cause.undated(facts, cause.claimedMs);
    case 'stale':
      return words.cause.stale(facts, cause.startMs);
    case 'none-found':
      return words.cause.noneFound(facts, cause.newest, cause.bound);
    case 'list-unreadable':
      return words.cause.listUnreadable(cause.fault, cause.succeeded);
    case 'bad-inputs':
      return words.cause.badInputs(cause.faults.length);
    case 'bug':
      return words.cause.bug(cause.message);
  }
}

function batchStatus({ batch }: NumberedBatch, words: Words): string {
  return statusText(batch.status ?? -1, words);
}

function endFacts({ progress, startedMs, waitedMs, endedWallMs, subject }: Outcome, words: Words): EndFacts {
  const endedMs = startedMs + waitedMs;
  return {
    waitedMs,
    changeOrderId: subject.changeOrderId ?? '',
    askedAppId: subject.appId,
    lastLookAgoMs: lookAgoMs(progress, endedMs),
    lastState: progress.order && stateOf(progress.order, endedWallMs, words),
    lastFault: progress.lastFault?.fault,
    unproven: progress.order !== undefined && statusName(progress.order.status) === 'succeeded',
    waitsFor: waitsFor(progress.order),
    // The last look is made at the deadline: where it is missing, its turn never came.
    callsScarce: endedMs - (progress.lookMs ?? -Infinity) > JUST_NOW_MS,
  };
}

function waitsFor(order: ChangeOrder | undefined): EndFacts['waitsFor'] {
  if (order === undefined || !awaitsPerson(order)) return undefined;
  return statusName(order.status) === 'awaiting-release' ? 'release' : 'approval';
}

function endedBadly(
  { progress: { order }, diagnosis }: Outcome,
  how: FailedStatusName,
  words: Words,
): Explanation {
  const status = order?.status ?? -1;
  const index = order?.batches.findIndex(batch => failedStatusName(batch.status) !== undefined) ?? -1;
  const batch = order?.batches[index];
  const place = order && { number: index + 1, of: batchTotal(order) };
  const batchText =
    place === undefined || batch?.status === undefined
      ? undefined
      : words.batchIs(place, statusText(batch.status, words), undefined);
  return words.cause.endedBadly({
    how,
    status,
    statusText: statusText(status, words),
    batch: batchText,
    diagnosed: diagnosis !== undefined && rootCause(diagnosis) !== undefined,
  });
}

/** Who reads a last state should know when that was, if it was not just now. */
const JUST_NOW_MS = 60_000;

function lookAgoMs({ readAtMs }: Progress, endedMs: number): number | undefined {
  // Not the last look of all: it may have brought no state, and the one that is told is older then.
  return readAtMs === undefined || endedMs - readAtMs <= JUST_NOW_MS ? undefined : endedMs - readAtMs;
}
