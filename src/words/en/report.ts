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
  superseded: 'This rollout did not fail; a newer order decides what is running',
  finished: 'This order has ended; SAE rolls nothing back by itself',
  claimed: 'The order says that the rollout has finished…; nothing confirms it',
  stopped: 'Rollout stopped…, not rolled back',
  'stopped-phased': 'Rollout stopped…; SAE may roll it back',
  terminated: 'Rollout terminated…; whether it was rolled back is not reported',
  stuck: 'Rollout stuck…: SAE neither completes it nor rolls it back',
  paused: 'Rollout paused…, not failed: SAE continues once a person acts. This step has stopped waiting',
  nameless:
    'Unknown: neither the application nor a status could be read. This step only watches; it stops nothing',
  unknown: 'Unknown: no status of the rollout was seen. This step only watches; it stops nothing',
};

const AGES: Readonly<Record<NonNullable<RunningKind['age']>, string>> = { new: 'new', old: 'from before' };

/** `2 × shop:2.0 (new), 1 × shop:1.9 (from before)`; `counted`: where the number is not said already. */
function kindsText(kinds: readonly RunningKind[], counted: boolean): string {
  const told = kinds.map(({ what, age, count: many }) => {
    const of = age && AGES[age];
    const name = what === '' ? of : `${what}${aside(of)}`;
    return name && (counted ? `${many} ${what === '' ? '' : '× '}${name}` : name);
  });
  return joined(', ', ...told);
}

/** What a report says, in English. */
export const report = {
  /** The one line that says all: the application, and how its rollout stands. */
  title: (name: string | undefined, clause: string, task: Task) =>
    `${name ?? (task === 'gate' ? 'SAE rollout' : 'SAE application')}: ${clause}`,
  /** Stands before how far the proof is. */
  deployed: 'deployed',
  inProgress: 'rollout in progress',
  waitingForFree: 'waiting until the application is free',
  /** `names`: those that failed, or else those that did not succeed otherwise, or whose rollout still runs; `more`: how many are not named. */
  severalTitle: (
    { all, green, red, failed, left, going }: StepCounts,
    names: readonly string[],
    more: number,
  ) => {
    const other = red - failed - left;
    const bad = present(
      failed > 0 && `${failed} of ${all} rollouts failed`,
      other > 0 &&
        (failed > 0 ? `${other} more did not succeed` : `${other} of ${all} rollouts did not succeed`),
      left > 0 &&
        (failed + other > 0
          ? `${left} still running`
          : `${left} of ${all} rollouts still running, no longer followed`),
    ).map((count, index) =>
      index === 0 ? `${count}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}` : count,
    );
    const good = red > 0 ? `${green} succeeded` : `${green} of ${all} rollouts succeeded`;
    const rest = joined(', ', (red === 0 || going > 0) && good, going > 0 && `${going} in progress`);
    return joined('; ', ...bad, rest);
  },
  overview: 'the overview',
  succeeded: (rollouts: number) => `${rollouts} succeeded`,
  readyOf: (ready: number, of: number) => `${ready} of ${of} ready`,
  rollouts: (rollouts: number) => count(rollouts, 'rollout'),
  further: (rollouts: number, ended: boolean) =>
    `${rollouts} further rollouts${ended ? ' that did not succeed' : ''}`,
  batch: ({ number, of }: BatchPlace) => `batch ${number}/${of}`,
  verdictBecause: (verdict: string, short: string) => `${verdict} – ${short}`,
  /** Stands for the annotations of red orders that are not shown. */
  moreRed: (orders: number) => ({
    title: 'SAE rollout: further orders that did not succeed',
    message: `${count(orders, 'further order', 'further orders')} did not succeed: see the job summary.`,
  }),
  why: 'Why',
  now: 'Now',
  todo: 'Do',
  undo: 'To roll back',
  /** Where something else comes first. */
  undoInstead: 'Or, to abort the rollout and roll it back',
  /** Stands before the batches where what runs is not what their order says. */
  orderSucceeded: 'Order succeeded',
  wasSeen: 'Last seen',
  fate: (fate: Exclude<Fate, 'continues'>, batches: string) => `${FATES[fate].replace('…', aside(batches))}.`,
  continues: (state: string, gateIsRed: boolean) =>
    `Rollout still running: ${state}.${gateIsRed ? ' The rollout continues; this step only watches.' : ''}`,
  /** Of a state that need not be the present one. */
  lastSeen: (state: string, agoMs: number | undefined) =>
    `Unknown. Last seen: ${state}${aside(agoMs !== undefined && `${duration(agoMs)} before the end`)}. This step only watches; it does not stop the rollout.`,
  /** Of the order that keeps an application from being free. */
  blocking: (state: string, agoMs: number | undefined) =>
    `Blocking order: ${state}${aside(agoMs !== undefined && `${duration(agoMs)} before the end`)}. This step does not touch it.`,
  batchesDone: (done: number, of: number) => `${done} of ${count(of, 'batch', 'batches')} done`,
  /** A line, and another for those that are not ready. */
  running: ({ ready, of, kinds, unready, restarts = 0, draining, partly }: RunningFacts) => {
    const facts = joined(
      ', ',
      restarts > 0 && `${count(restarts, 'restart')} in all`,
      draining > 0 && `${draining} more shutting down`,
      partly && 'not all were read',
    );
    const states = joined(
      '\n',
      of === 0 && unready.length === 0
        ? 'No instance is running.'
        : `${joined(': ', `${ready} of ${count(of, 'instance')} ready`, kindsText(kinds, kinds.length > 1))}.`,
      unready.length > 0 && `Not ready: ${kindsText(unready, true) || unready.length}.`,
    );
    return joined(' ', states, facts !== '' && `${capitalized(facts)}.`);
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
        ? `baking ${formatElapsed(lastedMs)} of ${formatElapsed(ofMs)}`
        : `verifying ${formatElapsed(lastedMs)} of at most ${formatElapsed(ofMs)}`,
      ready !== undefined && of !== undefined && `${ready} of ${of} healthy`,
    ),
  /** What to do while a proof is on its way. */
  nothingToDo: ({ kind, ofMs }: VerifyFacts) =>
    kind === 'baking'
      ? `Nothing. This step watches for ${duration(ofMs)} whether the instances stay healthy (bake), then ends by itself.`
      : `Nothing. This step checks for at most ${duration(ofMs)} whether all instances become healthy, then continues by itself.`,
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
    blockingOrder: 'Blocking order',
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
  legend: '█ running · ▒ waiting before the batch · ░ before and after',
  waitedBefore: (waitMs: number) => `after a wait of ${duration(waitMs)}`,
  /** Over the table of all batches, where only some stand open. */
  allBatches: (batches: number) => `All ${batches} batches`,
  moreBatches: (batches: number) => `… and ${count(batches, 'more batch', 'more batches')}`,
  notBegun: 'not begun',
  openInConsole: 'Change order in the SAE console',
  openNewer: 'Newer order',
  openRollback: 'Rollback order',
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
