import type { Block } from './html.ts';
import { cutText } from '../text/clean.ts';
import type { Words } from '../words/words.ts';
import type { Place } from './blocks.ts';
import { anchor, headlineMark, joinBlocks, leftOutNote, reportBlocks, textOf } from './blocks.ts';
import { LOG_RANK, rootCauseText } from './diagnosis.ts';
import { code, htmlText, table } from './html.ts';
import type { Report } from './model.ts';
import { shortName } from './model.ts';

/**
 * The reports of a step as blocks: of one order its own, of several an overview and a section for each.
 * What is red comes first, then what goes on. Pure.
 */
export function stepBlocks(reports: readonly Report[], words: Words, place: Place): readonly Block[] {
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
  const head = columns.map(column => `<th align="left" nowrap>${htmlText(column)}</th>`);
  const rows = reports.map((report, index) => {
    const cells = [
      // Beside the number, since a narrow screen shows the first columns only.
      `<td nowrap>${headlineMark(report.verdict)} ${index + 1}</td>`,
      `<td>${code(shortName(report))}</td>`,
      `<td${report.state.length <= LONGEST_UNBROKEN ? ' nowrap' : ''}>${htmlText(report.state)}</td>`,
      `<td>${code(report.bar)}</td>`,
      `<td nowrap>${htmlText(report.waited)}</td>`,
      `<td nowrap>${htmlText(report.verdict ?? words.report.goingOn)}</td>`,
      `<td>${report.consoleUrl === undefined ? '–' : anchor(report.consoleUrl, words.report.open)}</td>`,
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  return table([`<tr>${head.join('')}</tr>`, ...rows]);
}

/** Folded when green: who reads on wants to know what is not. */
function section(report: Report, index: number, of: number, words: Words, place: Place): Block {
  const title = `${index + 1} · ${headlineMark(report.verdict)} ${shortName(report)}`;
  const [, ...parts] = reportBlocks(report, words, place);
  const later = index / of;
  const whole: Block = {
    rank: rankOf(report) + later,
    name: title,
    text: () => folded(title, report, parts),
  };
  if (report.green) return whole;
  const extras = parts.filter(({ rank, text }) => rank >= LOG_RANK && text !== '');
  return smallerAndSmaller([
    { ...whole, rank: LOGS_RANK + later, name: extras.map(({ name }) => name).join(words.comma) },
    {
      ...whole,
      name: title,
      text: () =>
        folded(
          title,
          report,
          parts.filter(({ rank }) => rank < LOG_RANK),
        ),
    },
    // The verdict, the cause and what to do.
    {
      rank: GIST_RANK + later / 10,
      name: title,
      text: () =>
        folded(
          title,
          report,
          parts.filter(({ rank }) => rank === 0),
        ),
    },
    { rank: 0, name: '', text: oneLine(title, report, words) },
  ]);
}

function smallerAndSmaller(blocks: readonly [Block, ...Block[]]): Block {
  const [first, second, ...others] = blocks;
  return second === undefined ? first : { ...first, lesser: smallerAndSmaller([second, ...others]) };
}

function folded(title: string, { green }: Report, parts: readonly Block[]): string {
  return [
    `<details${green ? '' : ' open'}><summary><strong>${htmlText(title)}</strong></summary>`,
    ...parts.filter(({ text }) => text !== '').map(textOf),
    '</details>',
  ].join('\n\n');
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

/** The runner drops a summary beyond 1 MiB whole. */
const LARGEST_SUMMARY_BYTES = 1_000_000;

/** The reports of a step as a job summary. Pure. */
export function summaryMarkdown(reports: readonly Report[], words: Words): string {
  const blocks = stepBlocks(reports, words, 'summary');
  return joinBlocks(blocks, LARGEST_SUMMARY_BYTES, names => leftOutNote(names, words));
}
