import type { CheckConclusion, CheckRunContent } from '../github/api.ts';
import { anchor, joinBlocks, leftOutNote } from '../report/blocks.ts';
import type { BoardEntry } from '../report/board.ts';
import type { Report } from '../report/model.ts';
import { batchPlace, shortState } from '../report/state.ts';
import { stepBlocks } from '../report/summary.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import { lastLookDecides } from '../rollout/judge.ts';
import { statusName } from '../rollout/statuses.ts';
import type { Verdict } from '../rollout/verdicts.ts';
import { cutText, foreignText } from '../text/clean.ts';
import type { Hide } from '../text/secrets.ts';
import type { Words } from '../words/words.ts';

/** The title of a check run that tells of one order, while it goes on. Never reads like a verdict. Pure. */
export function runningTitle({ progress, moment }: BoardEntry, words: Words): string {
  const { order } = progress;
  if (order === undefined || moment === undefined) return words.check.state(words.log.notSeenYet);
  if (progress.doubt !== undefined) return words.check.doubtful;
  if (lastLookDecides(progress)) return words.check.ending(shortState(order, words));
  // What is usual stands in the text: a title is read in passing.
  const estimate = words.estimate({ ...moment.estimate, usualMs: undefined });
  const state = placeText(order, words) ?? words.check.state(shortState(order, words));
  return estimate === '' ? state : `${state} · ${estimate}`;
}

function placeText(order: ChangeOrder, words: Words): string | undefined {
  const place = batchPlace(order);
  if (place === undefined) return undefined;
  switch (statusName(order.status)) {
    case 'in-progress':
      return words.check.batch(place);
    case 'auto-pause':
      return words.check.pause(place);
    default:
      return undefined;
  }
}

/** GitHub refuses a larger summary and cuts a larger text without a word. */
const LARGEST_PART_BYTES = 65_535;
/** Of titles and names alike. */
const LONGEST_TITLE = 255;
const LONGEST_NAME = 100;

/** What stays the same of a check run while the rollout goes on. */
export interface CheckIdentity {
  /** As the input `checkName` gives it; `undefined` for the default. */
  readonly checkName: string | undefined;
  readonly jobId: string;
  readonly headSha: string;
  /** The address of this job's log. */
  readonly jobUrl: string | undefined;
}

/** What a check run is to show. */
export interface CheckView {
  readonly reports: readonly Report[];
  readonly title: string;
  /** Of the whole step; `undefined` while it goes on. */
  readonly verdict: Verdict | undefined;
}

/** A check run that shows these reports; completed when the step has ended. Name and title are cut
 * where `hide` has taken the secrets out. Pure. */
export function checkContent(
  { reports, title, verdict }: CheckView,
  { checkName, jobId, headSha, jobUrl }: CheckIdentity,
  words: Words,
  hide: Hide,
): CheckRunContent {
  const [only, ...others] = reports;
  // Of several orders each has its own link in the overview.
  const consoleUrl = others.length === 0 ? only?.consoleUrl : undefined;
  const links = [
    ...(consoleUrl === undefined ? [] : [anchor(consoleUrl, words.report.openInConsole)]),
    ...(jobUrl === undefined ? [] : [anchor(jobUrl, words.report.openJob)]),
  ];
  const content = {
    name: foreignText(checkName ?? `SAE rollout: ${whatOf(reports)} (${jobId})`, LONGEST_TITLE, hide),
    headSha,
    title: cutText(hide(title), LONGEST_TITLE),
    summary: joinBlocks(stepBlocks(reports, words, 'check'), LARGEST_PART_BYTES, names =>
      leftOutNote(names, words),
    ),
    // Links belong here: GitHub ignores details_url when the workflow's token is used.
    text: links.length === 0 ? '' : `<p>${links.join(' · ')}</p>\n`,
  };
  if (verdict === undefined) return { ...content, status: 'in_progress' };
  return { ...content, status: 'completed', conclusion: conclusionOf(verdict) };
}

/** What a check run is about, in its name, which is the same in every language: GitHub has no place there for more than one application. */
function whatOf(reports: readonly Report[]): string {
  if (reports.length > 1) return `${reports.length} orders`;
  return cutText(reports[0]?.name ?? '–', LONGEST_NAME);
}

/** Every red that has no conclusion of its own is a `failure`; never `neutral` or `skipped`, which satisfy. */
function conclusionOf(verdict: Verdict): CheckConclusion {
  switch (verdict) {
    case 'succeeded':
      return 'success';
    case 'timed-out':
      return 'timed_out';
    case 'cancelled':
      return 'cancelled';
    case 'awaiting-manual-step':
      return 'action_required';
    default:
      return 'failure';
  }
}
