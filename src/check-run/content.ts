import type { CheckRunContent } from '../github/api.ts';
import type { BoardEntry } from '../report/board.ts';
import type { Report } from '../report/model.ts';
import { verifyFacts } from '../report/now.ts';
import { batchPlace, shortState } from '../report/state.ts';
import { summaryMarkdown } from '../report/summary.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import { lastPollDecides } from '../rollout/judge.ts';
import { isUsual, phaseOf } from '../rollout/statuses.ts';
import type { Verdict } from '../rollout/verdicts.ts';
import { VERDICT_FACTS } from '../rollout/verdicts.ts';
import { cutText, foreignText } from '../text/clean.ts';
import type { Hide } from '../text/clean.ts';
import type { Words } from '../words/words.ts';

/** The title of a running check run about one order. Never reads like a verdict. Pure. */
export function runningTitle({ progress, moment }: BoardEntry, words: Words): string {
  const { order } = progress;
  if (order === undefined || moment === undefined) return words.check.state(words.log.notSeenYet);
  if (moment.verifying !== undefined)
    return words.check.state(words.report.verifying(verifyFacts(moment.verifying)));
  if (progress.doubt !== undefined) return words.check.doubtful;
  if (lastPollDecides(progress)) return words.check.ending(shortState(order, words));
  // Usual states are in the text: a title is read in passing.
  const estimate = words.estimate({ ...moment.estimate, usualMs: undefined });
  const state = placeText(order, words) ?? words.check.state(shortState(order, words));
  return estimate === '' ? state : `${state} · ${estimate}`;
}

function placeText(order: ChangeOrder, words: Words): string | undefined {
  const place = batchPlace(order);
  // Unusual states are the title.
  if (place === undefined || !isUsual(order.status)) return undefined;
  switch (phaseOf(order.status)) {
    case 'working':
      return words.check.batch(place);
    case 'pausing':
      return words.check.pause(place);
    default:
      return undefined;
  }
}

/** Of titles and names alike. */
const LONGEST_TITLE = 255;
const LONGEST_NAME = 100;

/** What stays the same during the rollout. */
export interface CheckIdentity {
  /** As the input `checkName` has it; `undefined` for the default. */
  readonly checkName: string | undefined;
  readonly jobId: string;
  readonly headSha: string;
  /** The URL of this job's log. */
  readonly jobUrl: string | undefined;
}

/** What a check run shows. */
export interface CheckView {
  readonly reports: readonly Report[];
  readonly title: string;
  /** Of the whole step; `undefined` while it is running. */
  readonly verdict: Verdict | undefined;
}

/**
 * A check run that shows these reports; completed if the step has ended. Name and title are cut after `hide`
 * has removed the secrets. Pure.
 */
export function checkContent(
  { reports, title, verdict }: CheckView,
  { checkName, jobId, headSha, jobUrl }: CheckIdentity,
  words: Words,
  hide: Hide,
): CheckRunContent {
  const content = {
    name: foreignText(checkName ?? `SAE rollout: ${whatOf(reports)} (${jobId})`, LONGEST_TITLE, hide),
    headSha,
    title: cutText(hide(title), LONGEST_TITLE),
    // It has its own links: GitHub ignores details_url if the workflow's token is used.
    summary: summaryMarkdown(reports, words, { kind: 'check', jobUrl }),
    text: '',
  };
  if (verdict === undefined) return { ...content, status: 'in_progress' };
  return { ...content, status: 'completed', conclusion: VERDICT_FACTS[verdict].conclusion };
}

/** The subject of a check run, for its name, which is the same in every language. */
function whatOf(reports: readonly Report[]): string {
  if (reports.length > 1) return `${reports.length} orders`;
  return cutText(reports[0]?.name ?? '–', LONGEST_NAME);
}
