import type { GitHubFailure } from '../../github/api.ts';
import type {
  BatchPlace,
  Fate,
  FooterCounts,
  RunningFacts,
  RunningKind,
  StepCounts,
  VerifyFacts,
} from '../facts.ts';
import { joined, present } from '../../text/parts.ts';
import { formatElapsed } from '../format.ts';
import type { Task } from '../../rollout/verdicts.ts';
import { gitHubFailure } from './faults.ts';
import { aside, batchName, capitalized, count, duration, sentence } from './phrases.ts';

/** What a check run says that no summary does, in English. */
export const check = {
  impossible: {
    title: 'SAE rollout gate: no check run',
    message:
      'checkRun is true, but there is no token, or no commit is known: the rollout is shown in log and summary only.',
  },
  refused: (status: number, message: string) => ({
    title: 'SAE rollout gate: no check run',
    message: `GitHub refused the check run (HTTP ${status}: ${message}); the gate continues without it. It needs "permissions: checks: write", which runs for pull requests from forks cannot have, and a checkName that is not the name of a job.`,
  }),
  batch: (place: BatchPlace) => capitalized(batchName(place)),
  pause: (after: BatchPlace) => `Wait after ${batchName(after)}`,
  state: capitalized,
  /** The answer is not believed before it has stood for a while. */
  doubtful: 'Doubtful answer, polling again',
  ending: (status: string) => `The order says ${status}, the verdict follows`,
  /** Of a check run whose process was killed. */
  killedTitle: 'SAE rollout was not followed to completion',
  killed:
    "The gate's process was ended before it could give a verdict. The rollout continues: check the SAE console.",
  closed: 'Closed the check run that was left in progress, as cancelled.',
  notClosed: (failure: GitHubFailure) =>
    `The check run that was left in progress could not be closed: ${gitHubFailure(failure)}`,
};

/** `…`: how many batches are done. */
const FATES: Readonly<Record<Exclude<Fate, 'continues'>, string>> = {
  finished: 'SAE has finished this order; it rolls nothing back by itself',
  claimed: 'The order says that the rollout has finished…; nothing confirms it',
  stopped: 'Rollout stopped…. This order was not rolled back',
  terminated: 'Rollout terminated…. Whether it was rolled back is not reported',
  stuck: 'Rollout stuck…: SAE neither completes it nor rolls it back',
  paused: 'Rollout paused…: SAE continues only after a person acts',
  unknown: 'Unknown: no status of the rollout was seen',
};

/** `: shop:2.0 on 2, shop:1.9 on 1`; how many of the only one is said already, but for `counted`. */
function kindsText(kinds: readonly RunningKind[], counted: boolean): string {
  if (kinds.length === 0) return '';
  const isCounted = counted || kinds.length > 1;
  return `: ${kinds.map(({ what, count: on }) => (isCounted ? `${what} on ${on}` : what)).join(', ')}`;
}

/** What a report says, in English. */
export const report = {
  /** The one line that says all: the application, and how its rollout stands. */
  title: (name: string | undefined, clause: string, task: Task) =>
    `${name ?? (task === 'gate' ? 'SAE rollout' : 'SAE application')}: ${clause}`,
  inProgress: 'rollout in progress',
  waitingForFree: 'waiting until the application is free',
  /** `names`: those that failed, or else those that did not succeed otherwise, or whose rollout still runs. */
  severalTitle: ({ all, green, red, failed, left, going }: StepCounts, names: readonly string[]) => {
    const other = red - failed - left;
    const bad = present(
      failed > 0 && `${failed} of ${all} rollouts failed`,
      other > 0 &&
        (failed > 0 ? `${other} more did not succeed` : `${other} of ${all} rollouts did not succeed`),
      left > 0 &&
        (failed + other > 0
          ? `${left} still running`
          : `${left} of ${all} rollouts still running, no longer followed`),
    ).map((count, index) => (index === 0 ? `${count}: ${names.join(', ')}` : count));
    const good = red > 0 ? `${green} succeeded` : `${green} of ${all} rollouts succeeded`;
    const rest = joined(', ', (red === 0 || going > 0) && good, going > 0 && `${going} in progress`);
    return joined('; ', ...bad, rest);
  },
  overview: 'the overview',
  column: { applications: 'Applications', state: 'State' },
  succeeded: (rollouts: number) => `${rollouts} succeeded`,
  /** Stands for the annotations of red orders that are not shown. */
  moreRed: (orders: number) => ({
    title: 'SAE rollout: further orders that did not succeed',
    message: `${count(orders, 'further order', 'further orders')} did not succeed: see the job summary.`,
  }),
  why: 'Why',
  now: 'Now',
  todo: 'Do',
  undo: 'To roll back',
  /** Stands before the batches where what runs is not what their order says. */
  orderSucceeded: 'Order succeeded',
  fate: (fate: Exclude<Fate, 'continues'>, batches: string) => `${FATES[fate].replace('…', aside(batches))}.`,
  continues: (state: string, gateIsRed: boolean) =>
    `Rollout still running: ${state}.${gateIsRed ? ' The rollout continues; this step only watches.' : ''}`,
  /** Of a state that need not be the present one. */
  lastSeen: (state: string, agoMs: number | undefined) =>
    `Last seen: ${state}${aside(agoMs !== undefined && `${duration(agoMs)} before the end`)}. This step only watches; it does not stop the rollout.`,
  /** Of the order that keeps an application from being free. */
  blocking: (state: string, agoMs: number | undefined) =>
    `Waited for change order: ${state}${aside(agoMs !== undefined && `${duration(agoMs)} before the end`)}. This step does not touch it.`,
  batchesDone: (done: number, of: number) => `${done} of ${count(of, 'batch', 'batches')} done`,
  running: ({ ready, of, kinds, unready, sinceRollout, restarts = 0, draining, partly }: RunningFacts) => {
    const counts = `${ready} of ${count(of, 'instance')} ready${kindsText(kinds, unready.length > 0)}`;
    const facts = joined(
      ', ',
      sinceRollout !== undefined &&
        (sinceRollout === 0 ? 'all older than this rollout' : `${sinceRollout} new`),
      restarts > 0 && count(restarts, 'restart'),
      draining > 0 && `${draining} shutting down`,
      partly && 'not all were read',
    );
    // Behind those that are not ready it would read as theirs.
    return unready.length === 0
      ? `${counts}${aside(facts)}.`
      : `${counts}. Not ready${kindsText(unready, true)}.${facts === '' ? '' : ` In all: ${facts}.`}`;
  },
  unchecked: 'No health check is configured: "running" does not show that it serves.',
  supersededBy: (order: string) => `A newer order has changed what is running: ${order}.`,
  provenBy: (order: string) => `Verified with order ${order} of the same step, which came after it.`,
  notShown: (fault: string, remedy: string) =>
    `The running instances could not be read: ${sentence(fault)} ${remedy}`,
  verifying: ({ kind, lastedMs, ofMs, ready, of }: VerifyFacts) =>
    joined(
      ', ',
      kind === 'baking'
        ? `watched ${formatElapsed(lastedMs)} of ${formatElapsed(ofMs)}`
        : `verifying the instances, watched ${formatElapsed(lastedMs)} of at most ${formatElapsed(ofMs)}`,
      ready !== undefined && of !== undefined && `${ready} of ${of} healthy`,
    ),
  /** What to do while a proof is on its way. */
  nothingToDo: ({ kind, ofMs }: VerifyFacts) =>
    kind === 'baking'
      ? `Nothing: the rollout is done, and this step watches whether it stays healthy (baking). It continues by itself until it has watched for ${duration(ofMs)}.`
      : `Nothing: the rollout is done, and this step checks by itself, for at most ${duration(ofMs)}, whether all instances become healthy.`,
  evidence: (instances: number, events: number) =>
    `Evidence${aside(instances > 0 && count(instances, 'instance'), events > 0 && count(events, 'event'))}`,
  batchesAndTimeline: 'Batches and timeline',
  timeline: 'Timeline',
  details: 'Details (order, application, region, version, times)',
  instances: 'Running instances',
  /** How long it took, or so far was waited for, where it has not ended. */
  took: (lastedMs: number) => `took ${duration(lastedMs)}`,
  waited: (lastedMs: number) => `waited ${duration(lastedMs)}`,
  usually: (usualMs: number, longerThanAny: number | undefined) =>
    longerThanAny === undefined
      ? `usually ${duration(usualMs)}`
      : `longer than any of the last ${longerThanAny}, usually ${duration(usualMs)}`,
  openJob: 'Job log',
  saeSays: 'SAE says',
  fact: {
    verdict: 'Verdict',
    application: 'Application',
    changeOrder: 'Change order',
    blockingOrder: 'Waited for change order',
    type: 'Type',
    status: 'Status',
    description: 'Description',
    waited: 'Waited',
    usual: 'Usually',
    estimate: 'Estimate',
    region: 'Region',
    started: 'Rollout began',
    rollback: 'Rollback supported',
    image: 'Image',
    version: 'Version',
  },
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
  /** What the bars mean. */
  legend: '█ running, ▒ waiting before the batch',
  waitedBefore: (waitMs: number) => `after a wait of ${duration(waitMs)}`,
  /** Over the table of all batches, where only some stand open. */
  allBatches: (batches: number) => `All ${batches} batches`,
  moreBatches: (batches: number) => `… and ${count(batches, 'more batch', 'more batches')}`,
  notBegun: 'not begun',
  openInConsole: 'Change order',
  footer: ({ polls, throttles, faults, version }: FooterCounts) =>
    joined(
      ' · ',
      count(polls, 'poll'),
      throttles > 0 && `${throttles} throttled`,
      faults > 0 && `recovered from ${count(faults, 'failed poll')}`,
      `sae-rollout-gate ${version}`,
    ),
  leftOut: (names: readonly string[]) => `Left out because of its size: ${names.join(', ')}.`,
};
