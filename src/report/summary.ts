import { cutText } from '../text/clean.ts';
import type { Words } from '../words/words.ts';
import type { Block } from './blocks.ts';
import { BREAK, joinBlocks, leftOutNote, textOf } from './blocks.ts';
import { LOG_RANK, rootCauseText } from './diagnosis.ts';
import { anchor, cell, code, folded, heading, htmlText, row, table } from './html.ts';
import type { Report } from './model.ts';
import { shortName } from './model.ts';
import type { Place } from './sections.ts';
import { headlineMark, reportBlocks } from './sections.ts';

/**
 * The reports of a step as blocks: of one order its own, of several an overview and a section for each.
 * What is red comes first, then what goes on. Pure.
 */
function stepBlocks(reports: readonly Report[], words: Words, place: Place): readonly Block[] {
  const [only, ...others] = reports;
  if (only === undefined) return [];
  if (others.length === 0) return reportBlocks(only, words, place);
  return [
    { rank: 0, name: '', text: `<h2>${htmlText(stepHeadline(reports, words))}</h2>` },
    { rank: 0.5, name: words.report.overview, text: overview(reports, words) },
    ...reports
      .map((report, index) => ({ report, index }))
      .toSorted((a, b) => rankOf(a.report) - rankOf(b.report))
      .map(({ report, index }) => section(report, index, reports.length, words, place)),
  ];
}

/** One line on all the orders of a step. Pure. */
export function stepTitle(reports: readonly Report[], words: Words): string {
  const green = reports.filter(report => report.green).length;
  const going = reports.filter(({ verdict }) => verdict === undefined).length;
  const red = reports.length - green - going;
  return words.report.severalHeadline({ all: reports.length, green, red, going });
}

/** The same with a sign for how they stand. Pure. */
export function stepHeadline(reports: readonly Report[], words: Words): string {
  return `${stepMark(reports)} ${stepTitle(reports, words)}`;
}

function stepMark(reports: readonly Report[]): string {
  const red = reports.filter(({ green, verdict }) => !green && verdict !== undefined);
  const [first, ...others] = new Set(red.map(({ verdict }) => headlineMark(verdict)));
  if (first !== undefined) return others.length === 0 ? first : headlineMark('failed');
  return headlineMark(reports.every(({ green }) => green) ? 'succeeded' : undefined);
}

/** A longer text may be broken: Chinese would be after every character. */
const LONGEST_UNBROKEN = 15;

function overview(reports: readonly Report[], words: Words): string {
  const { number, application, state, bar, duration, verdict, link } = words.report.overviewColumn;
  const columns = [number, application, state, bar, duration, verdict, link];
  const rows = reports.map((report, index) => [
    // Beside the number, since a narrow screen shows the first columns only.
    cell(`${headlineMark(report.verdict)} ${index + 1}`, true),
    cell(code(shortName(report))),
    cell(htmlText(report.state), report.state.length <= LONGEST_UNBROKEN),
    cell(code(report.bar)),
    cell(htmlText(report.waited), true),
    cell(htmlText(report.verdict ?? words.report.goingOn), true),
    cell(report.consoleUrl === undefined ? '–' : anchor(report.consoleUrl, words.report.open)),
  ]);
  return table([columns.map(column => heading(column)), ...rows].map(row));
}

/** Folded when green: who reads on wants to know what is not. */
function section(report: Report, index: number, of: number, words: Words, place: Place): Block {
  const name = `${index + 1} · ${headlineMark(report.verdict)} ${shortName(report)}`;
  const [, ...parts] = reportBlocks(report, words, place);
  const summary = `<strong>${htmlText(name)}</strong>`;
  const whole = (some: readonly Block[]) => (): string =>
    folded(summary, some.filter(({ text }) => text !== '').map(textOf), BREAK, !report.green);
  const later = index / of;
  const rank = rankOf(report) + later;
  if (report.green) return { rank, name, text: whole(parts) };
  const extras = parts.filter(({ rank, text }) => rank >= LOG_RANK && text !== '');
  const lost = extras.map(extra => extra.name).join(words.comma);
  const least = { rank: 0, name: '', text: oneLine(name, report, words) };
  // The verdict, the cause and what to do.
  const gist = { rank: GIST_RANK + later / 10, name, text: whole(parts.filter(part => part.rank === 0)) };
  const short = { rank, name, text: whole(parts.filter(part => part.rank < LOG_RANK)) };
  return {
    rank: LOGS_RANK + later,
    name: lost,
    text: whole(parts),
    lesser: { ...short, lesser: { ...gist, lesser: least } },
  };
}

const LONGEST_CAUSE = 200;

/** The least that is said of an order that is not green: its verdict and the cause. */
function oneLine(title: string, { what, diagnosis }: Report, words: Words): string {
  const root = diagnosis && rootCauseText(diagnosis, words);
  const cause = cutText(root ?? what, LONGEST_CAUSE);
  return `<p><strong>${htmlText(title)}</strong>${htmlText(words.colon)}${htmlText(cause)}</p>`;
}

/** Logs of instances go before anything else does, with charts and timelines, which have higher ranks still. */
const LOGS_RANK = 10;
const GIST_RANK = 0.6;

/** Where there is no room for all, the green ones are left out first, the red ones last, and the last one first. */
function rankOf({ green, verdict }: Report): number {
  if (green) return 3;
  return verdict === undefined ? 2 : 1;
}

/** The runner drops a larger summary whole; GitHub refuses that of a larger check run. */
const LARGEST_BYTES: Readonly<Record<Place, number>> = { summary: 1_000_000, check: 65_535 };

/** The reports of a step in GitHub's Markdown, no larger than their place takes. Pure. */
export function summaryMarkdown(reports: readonly Report[], words: Words, place: Place = 'summary'): string {
  const blocks = stepBlocks(reports, words, place);
  return joinBlocks(blocks, LARGEST_BYTES[place], names => leftOutNote(names, words));
}
