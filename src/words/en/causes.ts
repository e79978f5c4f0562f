import type { Refusal } from '../../discovery/choose-order.ts';
import type { CreationBound } from '../../discovery/run-start.ts';
import type { Fault } from '../../rollout/fault.ts';
import type { BatchCounts } from '../../rollout/judge.ts';
import type { BadEnd, EndFacts, Explanation } from '../facts.ts';
import { formatTime } from '../format.ts';
import { faultRemedy, faultText } from './faults.ts';
import { REFUSALS, onlyThisJob, orderName, sinceText } from './notes.ts';
import { approvalName, count, duration, sentence } from './phrases.ts';

function goesOn({ lastState, lastLookAgoMs }: EndFacts): string {
  const ago = lastLookAgoMs === undefined ? '' : ` (looked at ${duration(lastLookAgoMs)} before the end)`;
  return lastState === undefined ? 'Its state was never seen.' : `Last seen: ${lastState}${ago}.`;
}

function deadlineText(facts: EndFacts): string {
  const waited = duration(facts.waitedMs);
  if (facts.lastState === undefined) {
    return `Nothing was learnt about the rollout within ${waited}; it may still be running.`;
  }
  if (facts.unproven) return `The success was not proven within ${waited}. ${goesOn(facts)}`;
  return `The rollout is still running after ${waited}. ${goesOn(facts)}`;
}

function lastError({ lastFault }: EndFacts): string {
  return lastFault === undefined ? '' : ` Last error: ${sentence(faultText(lastFault))}`;
}

function runAgain({ changeOrderId }: EndFacts): string {
  return changeOrderId === '' ? 'run the gate again' : `run the gate with changeOrderId "${changeOrderId}"`;
}

function deadlineRemedy(facts: EndFacts): string {
  const again = `to wait again, ${runAgain(facts)}`;
  const scarce = facts.callsScarce
    ? ' There were too few calls for a look at the end: raise maxCallsPerMinute, or wait for fewer orders in one step.'
    : '';
  if (facts.waitsFor === undefined) {
    return `${NOT_STOPPED} Look at it in the console; ${again}; if rollouts usually take so long, raise timeout.${scarce}`;
  }
  const act = facts.waitsFor === 'release' ? 'release the next batch' : 'approve the order';
  return `SAE will not go on by itself: open the order in the console and ${act}; ${again}. If people usually take so long, raise timeout or set manualStepTimeout.${scarce}`;
}

function badEndRemedy({ how, diagnosed }: BadEnd): string {
  if (how === 'terminated') {
    return 'Somebody stopped the rollout: find out who and why (the console shows it) before you deploy again.';
  }
  return diagnosed
    ? 'Fix what the diagnosis names and deploy again; the console shows the whole order.'
    : 'Open the order in the console to see which task failed, fix the cause and deploy again.';
}

function absentText(facts: EndFacts, answer: string): Explanation {
  if (facts.lastState === undefined) {
    return {
      what: `There is no change order "${facts.changeOrderId}" here: ${answer}.`,
      remedy:
        'Check changeOrderId, and that regionId is the region of the application: an order is known only there, and for three months.',
    };
  }
  return {
    what: `Change order "${facts.changeOrderId}" was there and is gone: ${answer}. ${goesOn(facts)}`,
    remedy:
      'See in the console what became of the order and of the application before you deploy again: nothing proves that the rollout succeeded.',
  };
}

const NOT_STOPPED = 'The gate stops nothing: the rollout goes on by itself.';
const CHECK_EVERY_BATCH = 'Open the order in the console and check that every batch succeeded.';
const HAND_THE_ID = 'Hand the id that the deploy call answered to changeOrderId.';

/** Why a wait ended as it did, and what to do, in English. */
export const causes = {
  succeeded: ({ waitedMs }: EndFacts) => ({
    what: `The rollout succeeded; the gate waited ${duration(waitedMs)}.`,
    remedy: '',
  }),
  endedBadly: (end: BadEnd) => ({
    what: `The change order ended with status ${end.status} (${end.statusText})${end.batch === undefined ? '' : `: ${end.batch}`}.`,
    remedy: badEndRemedy(end),
  }),
  needsRollback: (rollbackSupported: boolean | undefined) => ({
    what: 'An exception occurred (SubStatus 1): SAE can neither complete the rollout nor roll it back by itself.',
    remedy:
      rollbackSupported === false
        ? 'A person must act: open the order in the console and abort it (the API says that a rollback is not supported), then deploy again.'
        : 'A person must roll back: open the order in the console and roll it back there, then deploy again.',
  }),
  contradicted: (batchNumber: number, batchStatus: string) => ({
    what: `The order says succeeded, batch ${batchNumber} says ${batchStatus}.`,
    remedy:
      'Open the order in the console and check what really runs before you release anything on top of it.',
  }),
  batchUnknown: (batchNumber: number) => ({
    what: `The order says succeeded, but the API does not tell the state of batch ${batchNumber}, so the success is not proven.`,
    remedy: CHECK_EVERY_BATCH,
  }),
  batchOpen: (batchNumber: number, batchStatus: string) => ({
    what: `The order says succeeded, but batch ${batchNumber} is at ${batchStatus}, so the success is not proven.`,
    remedy: CHECK_EVERY_BATCH,
  }),
  batchesDiffer: ({ shown, count }: BatchCounts) => ({
    what: `The order says succeeded, but its batches do not add up: the API shows ${shown === 1 ? '1 batch' : `${shown} different batches`}, and BatchCount is ${count ?? 'missing or not a number of batches'}; the two have to agree.`,
    remedy: CHECK_EVERY_BATCH,
  }),
  absent: (facts: EndFacts, fault: Fault) => absentText(facts, faultText({ ...fault, message: '' })),
  unlisted: ({ changeOrderId, askedAppId }: EndFacts) => ({
    what: `Change order "${changeOrderId}" is not proven to be of application "${askedAppId ?? ''}": the answer names no application, and the application's list of orders does not have it.`,
    remedy: 'Check that changeOrderId and appId belong together.',
  }),
  foreign: ({ changeOrderId, askedAppId }: EndFacts, appId: string) => ({
    what: `Change order "${changeOrderId}" belongs to application "${appId}", not to "${askedAppId ?? ''}".`,
    remedy: 'Check that changeOrderId and appId come from the same deployment.',
  }),
  refused: (facts: EndFacts, refusal: Fault) => ({
    what: `${sentence(faultText(refusal))}${facts.lastState === undefined ? '' : ` The rollout goes on without the gate. ${goesOn(facts)}`}`,
    remedy: faultRemedy(refusal),
  }),
  outage: (facts: EndFacts, last: Fault, lastedMs: number) => ({
    what: `The API has been unreadable for ${duration(lastedMs)}. ${goesOn(facts)} Last error: ${sentence(faultText(last))}`,
    remedy: `${faultRemedy(last)} If such outages are to be sat out, raise outageTolerance.`,
  }),
  deadline: (facts: EndFacts) => ({
    what: `${deadlineText(facts)}${lastError(facts)}`,
    remedy: deadlineRemedy(facts),
  }),
  notAwaited: (facts: EndFacts) => ({
    what: `Another order of this step is red and failFast is on, so this one was not awaited to its end. ${goesOn(facts)}`,
    remedy: `${NOT_STOPPED} Look at the order that is red first.`,
  }),
  manualStep: (facts: EndFacts, release: boolean, approvalId: string | undefined, ranOut: boolean) => ({
    what: `The rollout waits for a person to ${release ? 'release its next batch' : `approve it${approvalName(approvalId)}`}, and ${ranOut ? 'nobody did so in the time that manualStepTimeout allows' : 'onManualStep is "fail"'}. ${goesOn(facts)}`,
    remedy: `Open the order in the console and ${release ? 'release the next batch' : 'approve it'}; then ${runAgain(facts)}.`,
  }),
  cancelled: (facts: EndFacts, signal: string) => ({
    what: `The wait was cancelled (${signal}) after ${duration(facts.waitedMs)}${facts.unproven ? ', before the success was proven' : '; the rollout still runs'}. ${goesOn(facts)}`,
    remedy: `${NOT_STOPPED} To wait again, ${runAgain(facts)}; to stop the rollout, use the console.`,
  }),
  /** `claimedMs`: the time in the future (epoch ms) that the order tells of itself. */
  undated: ({ changeOrderId }: EndFacts, claimedMs: number | undefined) => ({
    what:
      claimedMs === undefined
        ? `Change order "${changeOrderId}" says succeeded, but no batch tells when it began, or the list does not tell when it was created, in a form that can be believed, so nothing proves that it is of this run.`
        : `Change order "${changeOrderId}" says succeeded, but also that it began at ${formatTime(claimedMs)}, which is in the future, so nothing proves that it is of this run.`,
    remedy: HAND_THE_ID,
  }),
  stale: ({ changeOrderId }: EndFacts, startMs: number) => ({
    what: `Change order "${changeOrderId}" began at ${formatTime(startMs)}, before this run: it is not this run's own.`,
    remedy: HAND_THE_ID,
  }),
  noneFound: ({ askedAppId, waitedMs }: EndFacts, newest: Refusal | undefined, bound: CreationBound) => ({
    what:
      `No change order of application "${askedAppId ?? ''}" can be this run's own: none that fits was created since ${sinceText(bound)}, after ${duration(waitedMs)} of looking. ` +
      (newest === undefined
        ? 'The application has no other order either.'
        : `The newest order, ${orderName(newest.order)}, was refused: ${REFUSALS[newest.reason]}.`),
    remedy:
      (bound.source === 'job' ? `${onlyThisJob(bound)} ` : '') +
      'Check that the deploy step did deploy to this application and region. If the order is of another type, set coType; if it was made before, set createdAfter; best, hand its id to changeOrderId.',
  }),
  listUnreadable: (last: Fault, succeeded: boolean) => ({
    what: succeeded
      ? `The rollout succeeded, but the list of orders could not be read once more, so it is not proven that no other order is meant. Last error: ${sentence(faultText(last))}`
      : `The list of orders could not be read. Last error: ${sentence(faultText(last))}`,
    remedy:
      last.detail?.kind === 'list-unfinished'
        ? 'The list may be long: raise timeout or maxCallsPerMinute, or set changeOrderId to the ID that the deploy call returned, which needs no list.'
        : faultRemedy(last),
  }),
  /** Put before and after what is said of the order that decided among several. */
  amongSeveral: (orderId: string) => ({
    what: `Several orders can be this run's own, and order ${orderId} did not succeed.`,
    remedy:
      'To wait for one order only, hand its id to changeOrderId, or give the deployment a description of its own (ChangeOrderDesc) and name it in descriptionContains.',
  }),
  badInputs: (faults: number) => ({
    what: `The gate did not start: ${count(faults, 'input needs', 'inputs need')} to be corrected.`,
    remedy: 'Nothing was asked of the API. Correct the inputs of this step.',
  }),
  bug: (message: string) => ({
    what: `The gate itself failed: ${message}`,
    remedy:
      'This is a bug of the gate and says nothing about the rollout. Run the job again with debug logging and report it with the log.',
  }),
};
