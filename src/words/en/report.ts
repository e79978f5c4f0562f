import type { GitHubFailure } from '../../github/api.ts';
import type { Verdict } from '../../rollout/verdicts.ts';
import { joined } from '../../text/parts.ts';
import type { UndoResult } from '../../undo/undo.ts';
import type { BatchPlace, FooterCounts, StepCounts } from '../facts.ts';
import { gitHubFailure } from './faults.ts';
import { batchName, capitalized, count, duration } from './phrases.ts';
import { undoneVerdict } from './undo.ts';

function verdictText(verdict: Verdict | undefined, undone?: UndoResult): string {
  return verdict === undefined ? 'is going on' : undoneVerdict(verdict, undone);
}

/** What a check run says that no summary does, in English. */
export const check = {
  impossible: {
    title: 'SAE rollout gate: no check run',
    message:
      'checkRun is true, but there is no token, or no commit is known: the rollout is shown in log and summary only.',
  },
  refused: (status: number, message: string) => ({
    title: 'SAE rollout gate: no check run',
    message: `GitHub refused the check run (HTTP ${status}: ${message}); the gate goes on without it. It needs "permissions: checks: write", which runs for pull requests from forks cannot have, and a checkName that is not the name of a job.`,
  }),
  batch: (place: BatchPlace) => capitalized(batchName(place)),
  pause: (after: BatchPlace) => `Pause after ${batchName(after)}`,
  state: capitalized,
  /** The answer is not believed before it has stood for a while. */
  doubtful: 'Doubtful answer, asking again',
  ending: (status: string) => `The order says ${status}, the verdict follows`,
  /** Of a check run whose process was killed. */
  killedTitle: 'SAE rollout was not awaited to its end',
  killed:
    "The gate's process was ended before it could give a verdict. The rollout goes on by itself: look in the SAE console.",
  closed: 'Closed the check run that was left in progress, as cancelled.',
  notClosed: (failure: GitHubFailure) =>
    `The check run that was left in progress could not be closed: ${gitHubFailure(failure)}`,
};

/** What a report says, in English. */
export const report = {
  /** What stands before and after the application's name. */
  headline: (verdict: Verdict | undefined, undone?: UndoResult) => ({
    before: 'Rollout of ',
    after: ` ${verdictText(verdict, undone)}`,
  }),
  severalHeadline: ({ all, green, red, going }: StepCounts) =>
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
  /** Stands for the annotations of red orders that are not shown. */
  moreRed: (orders: number) => ({
    title: 'SAE rollout: further red orders',
    message: `${count(orders, 'further order is', 'further orders are')} red: see the job summary.`,
  }),
  unnamedHeadline: (verdict: Verdict | undefined, undone?: UndoResult) =>
    `SAE rollout ${verdictText(verdict, undone)}`,
  facts: 'the facts',
  notes: 'the notes',
  chart: 'the chart',
  timeline: 'What changed, and when',
  batchLabel: (number: number) => `Batch ${number}`,
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
  /** What is usual, put to the last of so many rollouts where this one took longer than all of them. */
  usual: (usualMs: number, longerThanAny: number | undefined) =>
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
  /** Over the table of all batches, where only some stand open. */
  allBatches: (batches: number) => `All ${batches} batches`,
  moreBatches: (batches: number) => `… and ${count(batches, 'more batch', 'more batches')}`,
  notBegun: 'not begun',
  openInConsole: 'Open in the SAE console',
  footer: ({ polls: looks, throttles, faults, lateMs, version }: FooterCounts) =>
    joined(
      ' · ',
      count(looks, 'look'),
      throttles > 0 && `${throttles} throttled`,
      faults > 0 && `${count(faults, 'failed look')} survived`,
      lateMs !== undefined && `end noticed at most ${duration(lateMs)} late`,
      `sae-rollout-gate ${version}`,
    ),
  leftOut: (names: readonly string[]) => `Left out, since it would not fit: ${names.join(', ')}.`,
};
