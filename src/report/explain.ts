import { rootCause } from '../diagnosis/diagnosis.ts';
import type { Outcome } from '../endings/ending.ts';
import { isGreen } from '../endings/ending.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import { batchTotal } from '../rollout/change-order.ts';
import type { Progress } from '../rollout/progress.ts';
import { failedStatusName, hasSucceeded, manualStepOf } from '../rollout/statuses.ts';
import { causeText } from '../words/causes.ts';
import type { EndFacts, Explanation } from '../words/facts.ts';
import { statusText } from '../words/statuses.ts';
import type { Words } from '../words/words.ts';
import { stateOf } from './state.ts';

/** Says why a step ended as it did, and what to do. Pure. */
export function explain(outcome: Outcome, words: Words): Explanation {
  const { what, remedy } = causeText(words, outcome.cause, endFacts(outcome, words));
  const orderId = outcome.subject.changeOrderId;
  if (!outcome.amongSeveral || orderId === undefined || isGreen(outcome)) return { what, remedy };
  const several = words.amongSeveral(orderId);
  const { sentenceGap } = words;
  return {
    what: `${several.what}${sentenceGap}${what}`,
    remedy: `${remedy}${sentenceGap}${several.remedy}`,
  };
}

function endFacts(outcome: Outcome, words: Words): EndFacts {
  const { progress, startedMs, waitedMs, endedWallMs, subject, diagnosis } = outcome;
  const { order } = progress;
  const endedMs = startedMs + waitedMs;
  return {
    waitedMs,
    changeOrderId: subject.changeOrderId ?? '',
    askedAppId: subject.appId,
    lastLookAgoMs: lookAgoMs(progress, endedMs),
    lastStatus: order?.status,
    lastState: order && stateOf(order, endedWallMs, words),
    lastFault: progress.lastFault,
    unproven: hasSucceeded(order?.status),
    waitsFor: order && manualStepOf(order.status),
    // The last look is made at the deadline: where it is missing, its turn never came.
    callsScarce: endedMs - (progress.lookMs ?? -Infinity) > JUST_NOW_MS,
    badBatch: order && badBatch(order, words),
    diagnosed: diagnosis !== undefined && rootCause(diagnosis) !== undefined,
    rollbackSupported: order?.supportRollback,
    approvalId: order?.approvalId,
  };
}

function badBatch(order: ChangeOrder, words: Words): string | undefined {
  const index = order.batches.findIndex(({ status }) => failedStatusName(status) !== undefined);
  const status = order.batches[index]?.status;
  if (status === undefined) return undefined;
  const place = { number: index + 1, of: batchTotal(order) };
  return words.batchIs(place, statusText(status, words), undefined);
}

/** Who reads a last state should know when that was, if it was not just now. */
const JUST_NOW_MS = 60_000;

function lookAgoMs({ readAtMs }: Progress, endedMs: number): number | undefined {
  // Not the last look of all: it may have brought no state, and the one that is told is older then.
  return readAtMs === undefined || endedMs - readAtMs <= JUST_NOW_MS ? undefined : endedMs - readAtMs;
}
