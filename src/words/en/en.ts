import type { Verdict } from '../../rollout/verdicts.ts';
import type { BatchPlace, Words } from '../words.ts';
import { command } from './command.ts';
import { diagnosis } from './diagnosis.ts';
import { capitalized, count, duration } from './phrases.ts';
import { estimateText, noteText } from './notes.ts';
import { clockIs, faultRemedy, faultText, gitHubFailure } from './faults.ts';
import { inputFault } from './inputs.ts';
import { amongSeveral, cause, statusName, subStatusName, unknownStatus, verdicts } from './rollout.ts';

const batchName = ({ number, of }: BatchPlace): string => `batch ${number} of ${of}`;

function verdictText(verdict: Verdict | undefined): string {
  return verdict === undefined ? 'is going on' : verdicts[verdict];
}

/** English, the default. */
export const en: Words = {
  colon: ': ',
  comma: ', ',
  sentenceGap: ' ',
  aside: text => ` (${text})`,
  duration,
  statusName,
  unknownStatus,
  subStatusName,
  verdict: verdicts,
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
  cause,
  amongSeveral,
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
