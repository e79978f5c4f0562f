import type { Verdict } from '../../rollout/verdicts.ts';
import { formatTime } from '../format.ts';
import type { BadEnd, BatchPlace, EndFacts, Explanation, Words } from '../words.ts';
import { command } from './command.ts';
import { diagnosis } from './diagnosis.ts';
import { capitalized, duration, sentence } from './phrases.ts';
import { estimateText, noteText, onlyThisJob, orderName, refusalReason, sinceText } from './notes.ts';
import { clockIs, faultRemedy, faultText, gitHubFailure } from './faults.ts';
import { inputFault } from './inputs.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const batchName = ({ number, of }: BatchPlace): string => `batch ${number} of ${of}`;

function verdictText(verdict: Verdict | undefined): string {
  return verdict === undefined ? 'is going on' : en.verdict[verdict];
}

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

/** English, the default. */
export const en: Words = {
  colon: ': ',
  comma: ', ',
  sentenceGap: ' ',
  aside: text => ` (${text})`,
  duration,
  statusName: {
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
  },
  unknownStatus: status => `unknown status ${status}`,
  subStatusName: subStatus => {
    if (subStatus === undefined) return 'not told';
    if (subStatus === 0) return 'normal';
    return subStatus === 1 ? 'an exception occurred' : `unknown sub-status ${subStatus}`;
  },
  verdict: {
    succeeded: 'succeeded',
    failed: 'failed',
    terminated: 'was terminated',
    'system-error': 'failed by a system exception',
    'needs-rollback': 'needs a rollback by a person',
    'awaiting-manual-step': 'waits for a person',
    'not-found': 'was not found',
    'timed-out': 'was not finished in time',
    unreadable: 'could not be read',
    cancelled: 'was not awaited to its end: cancelled',
    'not-awaited': 'was not awaited to its end',
    error: 'was not judged: error',
  },
  log: {
    started: version => `sae-rollout-gate ${version}`,
    waiting: (order, appId, place, timeoutMs) => {
      const what = order === undefined ? `a rollout of application ${appId ?? ''}` : `change order ${order}`;
      return `Waiting for ${what} (${place}), for at most ${duration(timeoutMs)}.`;
    },
    waitingForSeveral: (orders, place, timeoutMs, callsPerMinute) =>
      `Waiting for ${orders} rollouts (${place}), for at most ${duration(timeoutMs)}, with at most ${callsPerMinute} calls a minute:`,
    target: (order, appId) =>
      order === undefined ? `a rollout of application ${appId ?? ''}` : `change order ${order}`,
    following: order => `Looking at change order ${order}.`,
    changesLeftOut: changes => `… ${count(changes, 'change', 'changes')} left out …`,
    tookPlainNumber: ({ input, got, durationMs }) =>
      `${input}: ${got} was taken for ${duration(durationMs)} (a plain number is seconds).`,
    shortPlainNumber: ({ input, got, durationMs }) =>
      `${input}: ${got} is a plain number and was taken for seconds, ${duration(durationMs)}. ` +
      `If you meant minutes, write ${got}m; if you meant seconds, write ${got}s.`,
    firstSeen: (name, type, status, batches) =>
      `${name}${type === undefined ? '' : ` (${type})`}: ${status}${batches === 0 ? '' : `, ${count(batches, 'batch', 'batches')}`}`,
    order: status => `Change order: ${status}`,
    subStatus: subStatus => `SubStatus: ${subStatus}`,
    batch: (place, status, tookMs) =>
      `Batch ${place.number} of ${place.of}: ${status}${tookMs === undefined ? '' : ` after ${duration(tookMs)}`}`,
    heartbeat: (state, estimate, looks, leftMs) =>
      `Still waiting: ${state}${estimate === '' ? '' : ` · ${estimate}`} · ${count(looks, 'look')} · ${duration(leftMs)} until the deadline`,
    liveBeat: (state, estimate, leftMs) =>
      `${state}${estimate === '' ? '' : ` · ${estimate}`} · ${duration(leftMs)} until the deadline`,
    stepHeartbeat: ({ all, going, red, named, leftMs }) =>
      `Still waiting for ${going} of ${all} rollouts${named.length === 0 ? '' : ` (${named.join(', ')})`}${red === 0 ? '' : ` · ${red} red`} · ${duration(leftMs)} until the deadline`,
    notSeenYet: 'the order has not been seen yet',
    trouble: text => `No usable answer, asking again: ${text}`,
    troubleOver: (faults, lastedMs) =>
      `The API can be read again, after ${count(faults, 'failed look')} in ${duration(lastedMs)}.`,
    doubtful: {
      absent: 'There is no such order (yet); asking again for 15 s before believing it.',
      contradicted:
        'The order says succeeded although a batch says failed; asking again for 15 s before judging.',
      'batch-unknown':
        'The order says succeeded although the state of a batch is not told; asking again for 15 s.',
      'batch-open':
        'The order says succeeded although a batch has not succeeded; asking again for 15 s before judging.',
      'batches-differ':
        'The order says succeeded, but its batches are not as many as it says; asking again for 15 s.',
      undated:
        'The order says succeeded, but its times do not prove that it is of this run; asking again for 15 s.',
      contradictory: 'The answer says success and an error at once; asking again for 15 s before judging.',
      refused:
        'The API refuses the request with a code that it does not document; asking again for 15 s before believing it.',
      'unknown-host': 'There is no host of this name (yet); asking again for 15 s before believing it.',
      unlisted:
        "The order is not in the application's list (yet); asking again for 15 s before believing it.",
    },
    request: (action, requestId, tookMs, outcome) =>
      `${action} ${requestId ?? 'without RequestId'} ${duration(tookMs)}: ${outcome}`,
    notReported: reason => `Part of the report could not be written (the verdict stands): ${reason}`,
  },
  warning: {
    unmaskableTitle: 'SAE rollout gate: a secret cannot be masked',
    unmaskable: names =>
      `${names.join(', ')}: too short or too common a word to be masked, since all other text that holds it would be hidden too. Expected is a secret of 8 characters or more (5 where letters, digits and signs are mixed). It is used all the same, and may be shown where a server quotes it: use a longer one.`,
    releaseTitle: 'SAE rollout waits for a person',
    release: (order, application) =>
      `Somebody has to release the next batch of change order ${order}${application === undefined ? '' : ` of ${application}`} in the console: SAE will not go on by itself. The gate keeps waiting, and runner minutes are billed meanwhile.`,
    approvalTitle: 'SAE rollout waits for approval',
    approval: (order, approvalId) =>
      `Somebody has to approve change order ${order} in the console${approvalId === undefined ? '' : ` (approval ${approvalId})`} before it runs. The gate keeps waiting, and runner minutes are billed meanwhile.`,
    unknownStatusTitle: 'SAE rollout in an unknown state',
    unknownStatus: (what, value) =>
      `The API answered ${what} ${value}, which its reference does not explain. The gate takes it neither for success nor for failure and keeps waiting; look in the console.`,
    durationTitle: 'SAE rollout gate: seconds or minutes?',
    clockTitle: 'SAE rollout gate: the clock is off',
    clock: aheadMs =>
      `${clockIs(aheadMs)}, so the API refused a request. It was signed again with the API's time, as all further ones are; nothing else goes by that time. Set this machine's clock by NTP.`,
  },
  note: noteText,
  estimate: estimateText,
  batchIs: (place, status, forMs) =>
    `${batchName(place)} ${status}${forMs === undefined ? '' : ` for ${duration(forMs)}`}`,
  fault: faultText,
  faultRemedy,
  cause: {
    succeeded: ({ waitedMs }) => ({
      what: `The rollout succeeded; the gate waited ${duration(waitedMs)}.`,
      remedy: '',
    }),
    endedBadly: end => ({
      what: `The change order ended with status ${end.status} (${end.statusText})${end.batch === undefined ? '' : `: ${end.batch}`}.`,
      remedy: badEndRemedy(end),
    }),
    needsRollback: rollbackSupported => ({
      what: 'An exception occurred (SubStatus 1): SAE can neither complete the rollout nor roll it back by itself.',
      remedy:
        rollbackSupported === false
          ? 'A person must act: open the order in the console and abort it (the API says that a rollback is not supported), then deploy again.'
          : 'A person must roll back: open the order in the console and roll it back there, then deploy again.',
    }),
    contradicted: (batchNumber, batchStatus) => ({
      what: `The order says succeeded, batch ${batchNumber} says ${batchStatus}.`,
      remedy:
        'Open the order in the console and check what really runs before you release anything on top of it.',
    }),
    batchUnknown: batchNumber => ({
      what: `The order says succeeded, but the API does not tell the state of batch ${batchNumber}, so the success is not proven.`,
      remedy: 'Open the order in the console and check that every batch succeeded.',
    }),
    batchOpen: (batchNumber, batchStatus) => ({
      what: `The order says succeeded, but batch ${batchNumber} is at ${batchStatus}, so the success is not proven.`,
      remedy: 'Open the order in the console and check that every batch succeeded.',
    }),
    batchesDiffer: ({ shown, count }) => ({
      what: `The order says succeeded, but its batches do not add up: the API shows ${shown === 1 ? '1 batch' : `${shown} different batches`}, and BatchCount is ${count ?? 'missing or not a number of batches'}; the two have to agree.`,
      remedy: 'Open the order in the console and check that every batch succeeded.',
    }),
    absent: (facts, fault) => absentText(facts, faultText({ ...fault, message: '' })),
    unlisted: ({ changeOrderId, askedAppId }) => ({
      what: `Change order "${changeOrderId}" is not proven to be of application "${askedAppId ?? ''}": the answer names no application, and the application's list of orders does not have it.`,
      remedy: 'Check that changeOrderId and appId belong together.',
    }),
    foreign: ({ changeOrderId, askedAppId }, appId) => ({
      what: `Change order "${changeOrderId}" belongs to application "${appId}", not to "${askedAppId ?? ''}".`,
      remedy: 'Check that changeOrderId and appId come from the same deployment.',
    }),
    refused: (facts, refusal) => ({
      what: `${sentence(faultText(refusal))}${facts.lastState === undefined ? '' : ` The rollout goes on without the gate. ${goesOn(facts)}`}`,
      remedy: faultRemedy(refusal),
    }),
    outage: (facts, last, lastedMs) => ({
      what: `The API has been unreadable for ${duration(lastedMs)}. ${goesOn(facts)} Last error: ${sentence(faultText(last))}`,
      remedy: `${faultRemedy(last)} If such outages are to be sat out, raise outageTolerance.`,
    }),
    deadline: facts => ({
      what: `${deadlineText(facts)}${lastError(facts)}`,
      remedy: deadlineRemedy(facts),
    }),
    notAwaited: facts => ({
      what: `Another order of this step is red and failFast is on, so this one was not awaited to its end. ${goesOn(facts)}`,
      remedy: `${NOT_STOPPED} Look at the order that is red first.`,
    }),
    manualStep: (facts, release, approvalId, ranOut) => ({
      what: `The rollout waits for a person to ${release ? 'release its next batch' : `approve it${approvalId === undefined ? '' : ` (approval ${approvalId})`}`}, and ${ranOut ? 'nobody did so in the time that manualStepTimeout allows' : 'onManualStep is "fail"'}. ${goesOn(facts)}`,
      remedy: `Open the order in the console and ${release ? 'release the next batch' : 'approve it'}; then ${runAgain(facts)}.`,
    }),
    cancelled: (facts, signal) => ({
      what: `The wait was cancelled (${signal}) after ${duration(facts.waitedMs)}${facts.unproven ? ', before the success was proven' : '; the rollout still runs'}. ${goesOn(facts)}`,
      remedy: `${NOT_STOPPED} To wait again, ${runAgain(facts)}; to stop the rollout, use the console.`,
    }),
    undated: ({ changeOrderId }, claimedMs) => ({
      what:
        claimedMs === undefined
          ? `Change order "${changeOrderId}" says succeeded, but no batch tells when it began, or the list does not tell when it was created, in a form that can be believed, so nothing proves that it is of this run.`
          : `Change order "${changeOrderId}" says succeeded, but also that it began at ${formatTime(claimedMs)}, which is in the future, so nothing proves that it is of this run.`,
      remedy: 'Hand the id that the deploy call answered to changeOrderId.',
    }),
    stale: ({ changeOrderId }, startMs) => ({
      what: `Change order "${changeOrderId}" began at ${formatTime(startMs)}, before this run: it is not this run's own.`,
      remedy: 'Hand the id that the deploy call answered to changeOrderId.',
    }),
    noneFound: ({ askedAppId, waitedMs }, newest, bound) => ({
      what:
        `No change order of application "${askedAppId ?? ''}" can be this run's own: none that fits was created since ${sinceText(bound)}, after ${duration(waitedMs)} of looking. ` +
        (newest === undefined
          ? 'The application has no other order either.'
          : `The newest order, ${orderName(newest.order)}, was refused: ${refusalReason(newest.reason)}.`),
      remedy:
        (bound.source === 'job' ? `${onlyThisJob(bound)} ` : '') +
        'Check that the deploy step did deploy to this application and region. If the order is of another type, set coType; if it was made before, set createdAfter; best, hand its id to changeOrderId.',
    }),
    listUnreadable: (last, succeeded) => ({
      what: succeeded
        ? `The rollout succeeded, but the list of orders could not be read once more, so it is not proven that no other order is meant. Last error: ${sentence(faultText(last))}`
        : `The list of orders could not be read. Last error: ${sentence(faultText(last))}`,
      remedy:
        last.detail?.kind === 'list-unfinished'
          ? 'The list may be long: raise timeout or maxCallsPerMinute, or set changeOrderId to the ID that the deploy call returned, which needs no list.'
          : faultRemedy(last),
    }),
    amongSeveral: orderId => ({
      what: `Several orders can be this run's own, and order ${orderId} did not succeed.`,
      remedy:
        'To wait for one order only, hand its id to changeOrderId, or give the deployment a description of its own (ChangeOrderDesc) and name it in descriptionContains.',
    }),
    badInputs: faults => ({
      what: `The gate did not start: ${count(faults, 'input needs', 'inputs need')} to be corrected.`,
      remedy: 'Nothing was asked of the API. Correct the inputs of this step.',
    }),
    bug: message => ({
      what: `The gate itself failed: ${message}`,
      remedy:
        'This is a bug of the gate and says nothing about the rollout. Run the job again with debug logging and report it with the log.',
    }),
  },
  inputFault,
  diagnosis,
  command,
  check: {
    impossible: {
      title: 'SAE rollout gate: no check run',
      message:
        'checkRun is true, but there is no token, or no commit is known: the rollout is shown in log and summary only.',
    },
    refused: (status, message) => ({
      title: 'SAE rollout gate: no check run',
      message: `GitHub refused the check run (HTTP ${status}: ${message}); the gate goes on without it. It needs "permissions: checks: write", which runs for pull requests from forks cannot have, and a checkName that is not the name of a job.`,
    }),
    batch: ({ number, of }) => `Batch ${number} of ${of}`,
    pause: after => `Pause after ${batchName(after)}`,
    state: capitalized,
    doubtful: 'Doubtful answer, asking again',
    ending: status => `The order says ${status}, the verdict follows`,
    killedTitle: 'SAE rollout was not awaited to its end',
    killed:
      "The gate's process was ended before it could give a verdict. The rollout goes on by itself: look in the SAE console.",
    closed: 'Closed the check run that was left in progress, as cancelled.',
    notClosed: failure =>
      `The check run that was left in progress could not be closed: ${gitHubFailure(failure)}`,
  },
  report: {
    headline: verdict => ({ before: 'Rollout of ', after: ` ${verdictText(verdict)}` }),
    severalHeadline: ({ all, green, red, going }) =>
      going === 0
        ? `${green} of ${all} rollouts succeeded`
        : `${green} of ${all} rollouts succeeded${red === 0 ? '' : `, ${red} red`}, ${going} going on`,
    goingOn: 'going on',
    open: 'open',
    overview: 'the overview',
    overviewColumn: {
      number: '#',
      application: 'Application',
      state: 'State',
      bar: 'Batches',
      duration: 'Waited',
      verdict: 'Verdict',
      link: 'Console',
    },
    moreRed: orders => ({
      title: 'SAE rollout: further red orders',
      message: `${count(orders, 'further order is', 'further orders are')} red: see the job summary.`,
    }),
    unnamedHeadline: verdict => `SAE rollout ${verdictText(verdict)}`,
    facts: 'the facts',
    notes: 'the notes',
    chart: 'the chart',
    timeline: 'What changed, and when',
    batchLabel: number => `Batch ${number}`,
    pause: 'Pause',
    planned: 'planned',
    openJob: "This job's log",
    whatToDo: 'What to do',
    errorMessage: 'SAE says',
    fact: {
      verdict: 'Verdict',
      application: 'Application',
      changeOrder: 'Change order',
      type: 'Type',
      status: 'Status',
      description: 'Description',
      waited: 'Waited',
      usual: 'Usually',
      estimate: 'Estimate',
      region: 'Region',
      started: 'Rollout began',
      rollback: 'Rollback supported',
    },
    usual: (usualMs, longerThanAny) =>
      `${duration(usualMs)}${longerThanAny === undefined ? '' : `; longer this time than any of the last ${longerThanAny}`}`,
    yes: 'yes',
    no: 'no',
    batches: 'Batches',
    batchColumn: {
      batch: 'Batch',
      state: 'State',
      start: 'Start (UTC)',
      duration: 'Duration',
      bar: 'Timeline',
    },
    allBatches: batches => `All ${batches} batches`,
    moreBatches: batches => `… and ${count(batches, 'more batch', 'more batches')}`,
    notBegun: 'not begun',
    openInConsole: 'Open in the SAE console',
    footer: ({ looks, throttles, faults, lateMs, version }) =>
      [
        count(looks, 'look'),
        ...(throttles === 0 ? [] : [`${throttles} throttled`]),
        ...(faults === 0 ? [] : [`${count(faults, 'failed look')} survived`]),
        ...(lateMs === undefined ? [] : [`end noticed at most ${duration(lateMs)} late`]),
        `sae-rollout-gate ${version}`,
      ].join(' · '),
    leftOut: names => `Left out, since it would not fit: ${names.join(', ')}.`,
  },
};
