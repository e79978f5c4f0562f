import type { Batch } from '../../rollout/change-order.ts';
import type { FailedStatusName } from '../../rollout/statuses.ts';
import { manualStepOf } from '../../rollout/statuses.ts';
import type { GateVerdict } from '../../rollout/verdicts.ts';
import type { CauseWords, EndFacts, Explanation, StatusWords } from '../facts.ts';
import { statusText } from '../facts.ts';
import { formatTime } from '../format.ts';
import { cleanText } from '../../text/clean.ts';
import { faultRemedy, faultText } from './faults.ts';
import { REFUSALS, onlyThisJob, orderName, sinceText } from './notes.ts';
import { idleCause } from './idle.ts';
import { proofCause } from './proof.ts';
import { approvalName, count, duration, sentence } from './phrases.ts';

/** What an order or a batch is at, in English. */
export const statusName: StatusWords['statusName'] = {
  preparing: 'preparing',
  'in-progress': 'in progress',
  succeeded: 'succeeded',
  failed: 'failed',
  terminated: 'terminated',
  'awaiting-release': 'waiting for a person to release the next batch',
  'auto-pause': 'pausing, SAE goes on by itself',
  'system-error': 'failed by a system exception',
  'awaiting-approval': 'waiting for approval',
  approved: 'approved, about to run',
};

/** What is said of a status that the API does not document. */
export function unknownStatus(status: number): string {
  return `unknown status ${status}`;
}

/** What is said of a sub-status, which may not be told. */
export function subStatusName(subStatus: number | undefined): string {
  if (subStatus === undefined) return 'not told';
  if (subStatus === 0) return 'normal';
  return subStatus === 1 ? 'an exception occurred' : `unknown sub-status ${subStatus}`;
}

/** How a wait ended, after the application's name. */
export const verdicts: Readonly<Record<GateVerdict, string>> = {
  succeeded: 'succeeded',
  failed: 'failed',
  terminated: 'was terminated',
  'system-error': 'failed by a system exception',
  'needs-rollback': 'needs a rollback by a person',
  'awaiting-manual-step': 'waits for a person',
  'not-found': 'was not found',
  unhealthy: 'succeeded, but what runs is not healthy',
  superseded: 'was superseded by a newer order',
  unverified: 'succeeded, but what runs is not verified',
  'timed-out': 'was not finished in time',
  unreadable: 'could not be read',
  cancelled: 'was not awaited to its end: cancelled',
  'not-awaited': 'was not awaited to its end',
  error: 'was not judged: error',
};

const STATUS_WORDS = { statusName, unknownStatus };

function batchStatus({ status = -1 }: Batch): string {
  return statusText(status, STATUS_WORDS);
}

function statusWithNumber({ lastStatus = -1 }: EndFacts): string {
  return `${lastStatus} (${statusText(lastStatus, STATUS_WORDS)})`;
}

function isRelease(status: number): boolean {
  return manualStepOf(status) === 'release';
}

function goesOn({ lastState, lastPollAgoMs }: EndFacts): string {
  const ago = lastPollAgoMs === undefined ? '' : ` (looked at ${duration(lastPollAgoMs)} before the end)`;
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

function badEndRemedy(how: FailedStatusName, { diagnosed }: EndFacts): string {
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

/** Nobody reads more of them. */
const MOST_NAMESPACES = 10;
const NOT_STOPPED = 'The gate stops nothing: the rollout goes on by itself.';
const CHECK_EVERY_BATCH = 'Open the order in the console and check that every batch succeeded.';
const HAND_THE_ID = 'Hand the id that the deploy call answered to changeOrderId.';

/** Why a wait ended as it did, and what to do, in English. */
export const cause: CauseWords = {
  ...proofCause,
  ...idleCause,
  succeeded: (_, { waitedMs }) => ({
    what: `The rollout succeeded; the gate waited ${duration(waitedMs)}.`,
    remedy: '',
  }),
  'ended-badly': ({ how }, facts) => ({
    what: `The change order ended with status ${statusWithNumber(facts)}${facts.badBatch === undefined ? '' : `: ${facts.badBatch}`}.`,
    remedy: badEndRemedy(how, facts),
  }),
  'needs-rollback': (_, { rollbackSupported }) => ({
    what: 'An exception occurred (SubStatus 1): SAE can neither complete the rollout nor roll it back by itself.',
    remedy:
      rollbackSupported === false
        ? 'A person must act: open the order in the console and abort it (the API says that a rollback is not supported), then deploy again.'
        : 'A person must roll back: open the order in the console and roll it back there, then deploy again.',
  }),
  contradicted: ({ evidence: { number, batch } }) => ({
    what: `The order says succeeded, batch ${number} says ${batchStatus(batch)}.`,
    remedy:
      'Open the order in the console and check what really runs before you release anything on top of it.',
  }),
  'batch-unknown': ({ evidence: { number } }) => ({
    what: `The order says succeeded, but the API does not tell the state of batch ${number}, so the success is not proven.`,
    remedy: CHECK_EVERY_BATCH,
  }),
  'batch-open': ({ evidence: { number, batch } }) => ({
    what: `The order says succeeded, but batch ${number} is at ${batchStatus(batch)}, so the success is not proven.`,
    remedy: CHECK_EVERY_BATCH,
  }),
  'batches-differ': ({ evidence: { shown, count } }) => ({
    what: `The order says succeeded, but its batches do not add up: the API shows ${shown === 1 ? '1 batch' : `${shown} different batches`}, and BatchCount is ${count ?? 'missing or not a number of batches'}; the two have to agree.`,
    remedy: CHECK_EVERY_BATCH,
  }),
  absent: ({ fault }, facts) => absentText(facts, faultText({ ...fault, message: '' })),
  unlisted: (_, { changeOrderId, askedAppId }) => ({
    what: `Change order "${changeOrderId}" is not proven to be of application "${askedAppId ?? ''}": the answer names no application, and the application's list of orders does not have it.`,
    remedy: 'Check that changeOrderId and appId belong together.',
  }),
  foreign: ({ appId }, { changeOrderId, askedAppId }) => ({
    what: `Change order "${changeOrderId}" belongs to application "${appId}", not to "${askedAppId ?? ''}".`,
    remedy: 'Check that changeOrderId and appId come from the same deployment.',
  }),
  refused: ({ fault }, facts) => ({
    what: `${sentence(faultText(fault))}${facts.lastState === undefined ? '' : ` The rollout goes on without the gate. ${goesOn(facts)}`}`,
    remedy: faultRemedy(fault),
  }),
  outage: ({ fault, lastedMs }, facts) => ({
    what: `The API has been unreadable for ${duration(lastedMs)}. ${goesOn(facts)} Last error: ${sentence(faultText(fault))}`,
    remedy: `${faultRemedy(fault)} If such outages are to be sat out, raise outageTolerance.`,
  }),
  deadline: (_, facts) => ({
    what: `${deadlineText(facts)}${lastError(facts)}`,
    remedy: deadlineRemedy(facts),
  }),
  'not-awaited': (_, facts) => ({
    what: `Another order of this step is red and failFast is on, so this one was not awaited to its end. ${goesOn(facts)}`,
    remedy: `${NOT_STOPPED} Look at the order that is red first.`,
  }),
  'manual-step': ({ status, ranOut }, facts) => ({
    what: `The rollout waits for a person to ${isRelease(status) ? 'release its next batch' : `approve it${approvalName(facts.approvalId)}`}, and ${ranOut ? 'nobody did so in the time that manualStepTimeout allows' : 'onManualStep is "fail"'}. ${goesOn(facts)}`,
    remedy: `Open the order in the console and ${isRelease(status) ? 'release the next batch' : 'approve it'}; then ${runAgain(facts)}.`,
  }),
  cancelled: ({ signal }, facts) => ({
    what: `The wait was cancelled (${signal}) after ${duration(facts.waitedMs)}${facts.unproven ? ', before the success was proven' : '; the rollout still runs'}. ${goesOn(facts)}`,
    remedy: `${NOT_STOPPED} To wait again, ${runAgain(facts)}; to stop the rollout, use the console.`,
  }),
  undated: ({ claimedMs }, { changeOrderId }) => ({
    what:
      claimedMs === undefined
        ? `Change order "${changeOrderId}" says succeeded, but no batch tells when it began, or the list does not tell when it was created, in a form that can be believed, so nothing proves that it is of this run.`
        : `Change order "${changeOrderId}" says succeeded, but also that it began at ${formatTime(claimedMs)}, which is in the future, so nothing proves that it is of this run.`,
    remedy: HAND_THE_ID,
  }),
  stale: ({ startMs }, { changeOrderId }) => ({
    what: `Change order "${changeOrderId}" began at ${formatTime(startMs)}, before this run: it is not this run's own.`,
    remedy: HAND_THE_ID,
  }),
  'none-found': ({ newest, bound }, { askedAppId, waitedMs }) => ({
    what:
      `No change order of application "${askedAppId ?? ''}" can be this run's own: none that fits was created since ${sinceText(bound)}, after ${duration(waitedMs)} of looking. ` +
      (newest === undefined
        ? 'The application has no other order either.'
        : `The newest order, ${orderName(newest.order)}, was refused: ${REFUSALS[newest.reason]}.`),
    remedy:
      (bound.source === 'job' ? `${onlyThisJob(bound)} ` : '') +
      'Check that the deploy step did deploy to this application and region. If the order is of another type, set coType; if it was made before, set createdAfter; best, hand its id to changeOrderId.',
  }),
  'list-unreadable': ({ fault, succeeded }) => ({
    what: succeeded
      ? `The rollout succeeded, but the list of orders could not be read once more, so it is not proven that no other order is meant. Last error: ${sentence(faultText(fault))}`
      : `The list of orders could not be read. Last error: ${sentence(faultText(fault))}`,
    remedy:
      fault.detail?.kind === 'list-unfinished'
        ? 'The list may be long: raise timeout or maxCallsPerMinute, or set changeOrderId to the ID that the deploy call returned, which needs no list.'
        : faultRemedy(fault),
  }),
  'name-unknown': ({ appName, namespaceId, nearest }) => ({
    what:
      `No application is called exactly "${cleanText(appName, 100)}"${namespaceId === undefined ? '' : ` in the namespace ${cleanText(namespaceId, 100)}`}. ` +
      (nearest.length === 0
        ? 'The search for this name found none that is like it.'
        : `The search for this name found: ${nearest.map(name => `"${name}"`).join(', ')}.`),
    remedy:
      'Check appName, to the letter and the case, and that regionId and namespaceId are those of the application; the release of a grey application has no name of its own. Or give its id as appId.',
  }),
  'name-ambiguous': ({ appName, count: many, namespaces }) => ({
    what: `${many} applications are called "${cleanText(appName, 100)}", in ${namespaces.length === 1 ? 'the namespace' : 'the namespaces'} ${namespaces.slice(0, MOST_NAMESPACES).join(', ')}${namespaces.length > MOST_NAMESPACES ? ', …' : ''}: nobody can say which is meant.`,
    remedy:
      namespaces.length === 1
        ? 'Give the id of the one that is meant as appId, in place of appName.'
        : 'Set namespaceId to that of the one that is meant, or give its id as appId in place of appName.',
  }),
  'name-mismatch': ({ appName, appId, askedAppId }) => ({
    what: `The application called "${cleanText(appName, 100)}" is "${appId}", not "${askedAppId}" as appId says.`,
    remedy: 'Check that appName and appId mean the same application, or give one of them.',
  }),
  'names-unreadable': ({ fault }) => ({
    what: `The application could not be looked up by its name. Last error: ${sentence(faultText(fault))}`,
    remedy: `${faultRemedy(fault)} With appId in place of appName nothing has to be looked up.`,
  }),
  'bad-inputs': ({ faults }) => ({
    what: `The gate did not start: ${count(faults.length, 'input needs', 'inputs need')} to be corrected.`,
    remedy: 'Nothing was asked of the API. Correct the inputs of this step.',
  }),
  bug: ({ message }) => ({
    what: `The gate itself failed: ${message}`,
    remedy:
      'This is a bug of the gate and says nothing about the rollout. Run the job again with debug logging and report it with the log.',
  }),
};

/** Put before and after what is said of the order that decided among several. */
export const amongSeveral = (orderId: string): Explanation => ({
  what: `Several orders can be this run's own, and order ${orderId} did not succeed.`,
  remedy:
    'To wait for one order only, hand its id to changeOrderId, or give the deployment a description of its own (ChangeOrderDesc) and name it in descriptionContains.',
});
