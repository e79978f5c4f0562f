import type { Batch } from '../../rollout/change-order.ts';
import type { ManualStep } from '../../rollout/statuses.ts';
import { manualStepOf } from '../../rollout/statuses.ts';
import type { Verdict } from '../../rollout/verdicts.ts';
import type { CauseWords, EndFacts, Explanation } from '../facts.ts';
import { statusText } from '../facts.ts';
import { formatTime } from '../format.ts';
import { cleanText } from '../../text/clean.ts';
import { joined } from '../../text/parts.ts';
import { faultRemedy, faultShort, faultSteps, faultText } from './faults.ts';
import { REFUSALS, onlyThisJob, orderName, sinceText } from './notes.ts';
import { idleCause } from './idle.ts';
import { STATUS_WORDS, statusName } from './statuses.ts';
import { proofCause } from './proof.ts';
import { approvalName, batchName, count, duration, runAgain, sentence } from './phrases.ts';

/** How a wait ended, in a word or two. */
export const verdicts: Readonly<Record<Verdict, string>> = {
  idle: 'application free',
  succeeded: 'succeeded',
  failed: 'failed',
  terminated: 'terminated',
  'system-error': 'system exception',
  'needs-rollback': 'manual rollback required',
  'awaiting-manual-step': 'waiting for a person',
  'not-found': 'not found',
  unhealthy: 'deployed, but not healthy',
  superseded: 'superseded by a newer order',
  unverified: 'deployed, but not verified',
  'timed-out': 'timed out',
  unreadable: 'status unknown',
  cancelled: 'wait cancelled',
  'not-awaited': 'not followed to completion',
  error: 'gate error',
};

function batchStatus({ status = -1 }: Batch): string {
  return statusText(status, STATUS_WORDS);
}

function deadline(facts: EndFacts): Pick<Explanation, 'title' | 'what'> {
  const waited = duration(facts.waitedMs);
  const title = `timed out after ${waited}`;
  if (facts.lastState === undefined) {
    return { title: `${title}, no status seen`, what: `No status of the rollout was seen within ${waited}.` };
  }
  if (facts.unproven) {
    return {
      title: `${title}, success not confirmed`,
      what: `The success was not confirmed within ${waited}.`,
    };
  }
  if (facts.waitsFor !== undefined) {
    return {
      title: `${title}, ${WAITS[facts.waitsFor]}`,
      what: `${personMust(facts.waitsFor, facts)}; nobody did so within ${waited}.`,
    };
  }
  return {
    title: `${title}, rollout still running`,
    what: `The rollout did not complete within ${waited} (timeout).`,
  };
}

const WAITS = { release: 'waiting for a person to release the next batch', approval: 'waiting for approval' };
const ACTS = { release: 'release the next batch', approval: 'approve the order' };

/** What keeps a rollout that only a person can let go on. */
function personMust(step: ManualStep, { approvalId }: EndFacts): string {
  return step === 'release'
    ? 'A person must release the next batch before SAE continues'
    : `A person must approve the order${approvalName(approvalId)} before it runs`;
}

function lastError({ lastFault }: EndFacts): string {
  return lastFault === undefined ? '' : ` Last error: ${sentence(faultText(lastFault))}`;
}

function deadlineRemedy({ changeOrderId, waitsFor, callsScarce, short }: EndFacts): string {
  const again = runAgain(changeOrderId);
  return joined(
    '\n',
    ...(waitsFor === undefined
      ? [
          short === undefined && 'Check the order in the console.',
          `To wait again, ${again}.`,
          short === undefined && 'If rollouts usually take this long, raise timeout.',
        ]
      : [
          `Open the order in the console and ${ACTS[waitsFor]}.`,
          `Then ${again}.`,
          'If people usually take this long, raise timeout or set manualStepTimeout.',
        ]),
    callsScarce &&
      'There were too few calls for a last poll: raise maxCallsPerMinute, or wait for fewer orders in one step.',
  );
}

function failedIn({ place }: EndFacts): string {
  return place === undefined ? 'rollout' : batchName(place);
}

function because(short: string | undefined): string {
  return short === undefined ? '' : ` – ${short}`;
}

function unknown(why: string): string {
  return `status unknown – ${why}`;
}

function unconfirmed(why: string): string {
  return `success not confirmed – ${why}`;
}

function absentText(facts: EndFacts, answer: string): Explanation {
  if (facts.lastState === undefined) {
    return {
      title: 'change order not found',
      what: `There is no change order "${facts.changeOrderId}" here: ${answer}.`,
      remedy:
        'Check changeOrderId.\nCheck that regionId is the region of the application: orders exist only in their own region, for three months.',
    };
  }
  return {
    title: 'change order has disappeared',
    what: `Change order "${facts.changeOrderId}" was there and is gone: ${answer}.`,
    remedy:
      'Check in the console what happened to the order and to the application before you deploy again: nothing confirms that the rollout succeeded.',
  };
}

/** Nobody reads more of them. */
const MOST_NAMESPACES = 10;
const CHECK_EVERY_BATCH = 'Open the order in the console and check that every batch succeeded.';
const SET_THE_ID = 'Set changeOrderId to the ID that the deploy call returned.';
const BOUND = 'could not be matched to this run';

/** Why a wait ended as it did, and what to do, in English. */
export const cause: CauseWords = {
  ...proofCause,
  ...idleCause,
  succeeded: (_, { waitedMs, provenMs }) => ({
    title: `rollout succeeded${provenMs === undefined ? '' : provenMs < 1_000 ? ', verified' : `, verified for ${duration(provenMs)}`}`,
    what: `The rollout succeeded; the gate waited ${duration(waitedMs)}.`,
    remedy: '',
  }),
  'ended-badly': ({ how }, facts) => ({
    title:
      how === 'terminated'
        ? `rollout was terminated${facts.place === undefined ? '' : ` in ${batchName(facts.place)}`}`
        : `${failedIn(facts)} failed${because(facts.short ?? (how === 'system-error' ? 'SAE system exception' : undefined))}`,
    what: `The change order ended as ${statusName[how]}${facts.badBatch === undefined ? '' : `: ${facts.badBatch}`}.`,
    remedy:
      how === 'terminated'
        ? 'Find out who terminated the rollout and why (the console shows it) before you deploy again.'
        : facts.short === undefined
          ? 'Open the order in the console to see which task failed.\nFix the cause and deploy again.'
          : 'Deploy again.\nOr, to go back, deploy the previous version.',
  }),
  'needs-rollback': (_, { rollbackSupported, hasRollbackCommand, short }) => ({
    title: `rollout is stuck, manual rollback required${because(short)}`,
    what: 'An exception occurred (SubStatus 1): SAE can neither complete the rollout nor roll it back by itself.',
    remedy:
      rollbackSupported === false
        ? 'Open the order in the console and abort it (the API reports that it cannot be rolled back).\nOnce that is done, deploy a fixed version.'
        : `Roll the order back in the console${hasRollbackCommand ? ', or with the command below' : ''}.\nOnce that is done, deploy a fixed version.`,
  }),
  contradicted: ({ evidence: { number, batch } }, { short }) => ({
    title: `batch ${number} ${batchStatus(batch)}, although the order says succeeded${because(short)}`,
    what: `The order says succeeded, batch ${number} says ${batchStatus(batch)}.`,
    remedy: 'Check in the console what is really running before you release anything on top of it.',
  }),
  'batch-unknown': ({ evidence: { number } }) => ({
    title: unconfirmed(`status of batch ${number} not reported`),
    what: `The order says succeeded, but the API does not report the status of batch ${number}, so the success is not confirmed.`,
    remedy: CHECK_EVERY_BATCH,
  }),
  'batch-open': ({ evidence: { number, batch } }) => ({
    title: unconfirmed(`batch ${number} is ${batchStatus(batch)}`),
    what: `The order says succeeded, but batch ${number} is ${batchStatus(batch)}, so the success is not confirmed.`,
    remedy: CHECK_EVERY_BATCH,
  }),
  'batches-differ': ({ evidence: { shown, count } }) => ({
    title: unconfirmed('batches missing from the answer'),
    what: `The order says succeeded, but its batches do not add up: the API shows ${shown === 1 ? '1 batch' : `${shown} different batches`}, and BatchCount is ${count ?? 'missing or not a number of batches'}; the two have to agree.`,
    remedy: CHECK_EVERY_BATCH,
  }),
  absent: ({ fault }, facts) => absentText(facts, faultText({ ...fault, message: '' })),
  unlisted: (_, { changeOrderId, askedAppId }) => ({
    title: unknown('order could not be matched to the application'),
    what: `Change order "${changeOrderId}" could not be matched to application "${askedAppId ?? ''}": the answer names no application, and the application's list of orders does not have it.`,
    remedy: 'Check that changeOrderId and appId belong together.',
  }),
  foreign: ({ appId }, { changeOrderId, askedAppId }) => ({
    title: 'the order belongs to another application',
    what: `Change order "${changeOrderId}" belongs to application "${appId}", not to "${askedAppId ?? ''}".`,
    remedy: 'Check that changeOrderId and appId come from the same deployment.',
  }),
  refused: ({ fault }, facts) => ({
    title: unknown(faultShort(fault)),
    what: sentence(faultText(fault)),
    remedy: faultSteps(fault, facts.changeOrderId),
  }),
  outage: ({ fault, lastedMs }, facts) => ({
    title: unknown(`${faultShort(fault)} for ${duration(lastedMs)}`),
    what: `The API has been unreadable for ${duration(lastedMs)}. Last error: ${sentence(faultText(fault))}`,
    remedy: `${faultSteps(fault, facts.changeOrderId)}\nTo tolerate such outages, raise outageTolerance.`,
  }),
  deadline: (_, facts) => ({
    title: `${deadline(facts).title}${because(facts.short)}`,
    what: `${deadline(facts).what}${lastError(facts)}`,
    remedy: deadlineRemedy(facts),
  }),
  'not-awaited': (_, { stopper, changeOrderId }) => ({
    title: 'not followed to completion, another rollout did not succeed',
    what: `${stopper ?? 'Another order of this step'} did not succeed and failFast is on, so this one was not followed to completion.`,
    remedy: `Check ${stopper ?? 'the order that did not succeed'} first.\nTo learn how this one ends, ${runAgain(changeOrderId)}; to follow all orders to the end next time, set failFast to "false".`,
  }),
  'manual-step': ({ status, ranOut }, facts) => {
    const step = manualStepOf(status) ?? 'approval';
    return {
      title: WAITS[step],
      what: `${personMust(step, facts)}; ${ranOut ? 'nobody did so within manualStepTimeout' : 'onManualStep is "fail", so this step does not wait for that'}.`,
      remedy: `Open the order in the console and ${ACTS[step]}.\nThen ${runAgain(facts.changeOrderId)}.`,
    };
  },
  cancelled: ({ signal }, facts) => ({
    title: `wait cancelled, ${facts.unproven ? 'success not confirmed' : facts.lastState === undefined ? 'no status seen' : 'rollout still running'}`,
    what: `The wait was cancelled (${signal}) after ${duration(facts.waitedMs)}${facts.unproven ? ', before the success was confirmed' : ''}.`,
    remedy: `To wait again, ${runAgain(facts.changeOrderId)}.\nTo stop the rollout, use the console.`,
  }),
  undated: ({ claimedMs }, { changeOrderId }) => ({
    title: unconfirmed(BOUND),
    what:
      claimedMs === undefined
        ? `Change order "${changeOrderId}" says succeeded, but the API does not report when it was created and when its first batch began, so it could not be matched to this run.`
        : `Change order "${changeOrderId}" says succeeded, but also that it began at ${formatTime(claimedMs)}, which is in the future, so it could not be matched to this run.`,
    remedy: SET_THE_ID,
  }),
  stale: ({ startMs }, { changeOrderId }) => ({
    title: 'the order began before this run',
    what: `Change order "${changeOrderId}" began at ${formatTime(startMs)}, before this run: it does not belong to this run.`,
    remedy: SET_THE_ID,
  }),
  'none-found': ({ newest, bound }, { askedAppId, waitedMs }) => ({
    title: 'no change order of this run found',
    what:
      `No change order of application "${askedAppId ?? ''}" can be this run's own: none that fits was created since ${sinceText(bound)}, after a search of ${duration(waitedMs)}. ` +
      (newest === undefined
        ? 'The application has no other order either.'
        : `The newest order, ${orderName(newest.order)}, was refused: ${REFUSALS[newest.reason]}.`),
    remedy:
      (bound.source === 'job' ? `${onlyThisJob(bound)}\n` : '') +
      'Check that the deploy step deployed to this application and region.\nBest, set changeOrderId to the ID that the deploy call returned. Otherwise, for an order of another type set coType, for one that was created earlier set createdAfter.',
  }),
  'list-unreadable': ({ fault, succeeded }) => ({
    title: succeeded ? unconfirmed(`list of orders: ${faultShort(fault)}`) : unknown(faultShort(fault)),
    what: succeeded
      ? `The rollout succeeded, but the list of orders could not be read once more, so another order could be meant. Last error: ${sentence(faultText(fault))}`
      : `The list of orders could not be read. Last error: ${sentence(faultText(fault))}`,
    remedy:
      fault.detail?.kind === 'list-unfinished'
        ? 'The list may be long: raise timeout or maxCallsPerMinute, or set changeOrderId to the ID that the deploy call returned, which needs no list.'
        : faultRemedy(fault),
  }),
  'name-unknown': ({ appName, namespaceId, nearest }) => ({
    title: `application "${cleanText(appName, 100)}" not found`,
    what:
      `No application is called exactly "${cleanText(appName, 100)}"${namespaceId === undefined ? '' : ` in the namespace ${cleanText(namespaceId, 100)}`}. ` +
      (nearest.length === 0
        ? 'The search for this name found none that is like it.'
        : `The search for this name found: ${nearest.map(name => `"${name}"`).join(', ')}.`),
    remedy:
      'Check appName, which must match exactly, upper and lower case too (a grey release has no name of its own).\nCheck regionId and namespaceId. Or set appId instead.',
  }),
  'name-ambiguous': ({ appName, count: many, namespaces }) => ({
    title: `${many} applications are called "${cleanText(appName, 100)}"`,
    what: `${many} applications are called "${cleanText(appName, 100)}", in ${namespaces.length === 1 ? 'the namespace' : 'the namespaces'} ${namespaces.slice(0, MOST_NAMESPACES).join(', ')}${namespaces.length > MOST_NAMESPACES ? ', …' : ''}.`,
    remedy:
      namespaces.length === 1
        ? 'Set appId to the ID of the right one, in place of appName.'
        : 'Set namespaceId to the namespace of the right one, or set appId in place of appName.',
  }),
  'name-mismatch': ({ appName, appId, askedAppId }) => ({
    title: 'appName and appId are different applications',
    what: `The application called "${cleanText(appName, 100)}" is "${appId}", not "${askedAppId}" as appId says.`,
    remedy: 'Check that appName and appId mean the same application, or give one of them.',
  }),
  'names-unreadable': ({ fault }) => ({
    title: unknown(faultShort(fault)),
    what: `The application could not be looked up by its name. Last error: ${sentence(faultText(fault))}`,
    remedy: `${faultRemedy(fault)}\nOr set appId in place of appName: then nothing has to be looked up.`,
  }),
  'bad-inputs': ({ faults }) => ({
    title: count(faults.length, 'input needs to be corrected', 'inputs need to be corrected'),
    what: `The gate did not start: ${count(faults.length, 'input needs', 'inputs need')} to be corrected.`,
    remedy: 'Correct the inputs of this step. No API call was made.',
  }),
  bug: ({ message }) => ({
    title: 'gate error, the rollout was not evaluated',
    what: `The gate itself failed: ${message}`,
    remedy:
      'This is a bug of the gate and says nothing about the rollout. Run the job again with debug logging and report it with the log.',
  }),
};

/** Put before and after what is said of the order that decided among several. */
export const amongSeveral = (orderId: string): Omit<Explanation, 'title'> => ({
  what: `Several orders can be this run's own, and order ${orderId} did not succeed.`,
  remedy:
    'To wait for one order only, set changeOrderId to its ID, or give the deployment its own description (ChangeOrderDesc) and set descriptionContains to it.',
});
