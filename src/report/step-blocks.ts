import type { Words } from '../words/words.ts';
import type { Block } from './block.ts';
import { htmlText } from './html.ts';
import { anchor, code, headlineMark, reportBlocks, table } from './markdown.ts';
import type { Report } from './report.ts';
import { shortName } from './short-name.ts';

/**
 * The reports of a step as blocks: of one order its own, of several an overview and a section for each.
 * The logs of instances are in them only `withLog`. Pure.
 */
export function stepBlocks(reports: readonly Report[], words: Words, withLog = false): readonly Block[] {
  const [only, ...others] = reports;
  if (only === undefined) return [];
  if (others.length === 0) return reportBlocks(only, words, withLog);
  return [
    { rank: 0, name: '', text: `<h2>${htmlText(stepHeadline(reports, words))}</h2>` },
    { rank: 0.5, name: words.report.overview, text: overview(reports, words) },
    ...reports.map((report, index) => section(report, index, reports.length, words, withLog)),
  ];
}

/** One line on all the orders of a step. Pure. */
export function stepTitle(reports: readonly Report[], words: Words): string {
  const green = reports.filter(report => report.green).length;
  const going = reports.filter(({ verdict }) => verdict === undefined).length;
  return words.report.severalHeadline({ all: reports.length, green, going });
}

/** The same with a sign for how they stand. Pure. */
export function stepHeadline(reports: readonly Report[], words: Words): string {
  return `${stepMark(reports)} ${stepTitle(reports, words)}`;
}

function stepMark(reports: readonly Report[]): string {
  const red = reports.filter(({ green, verdict }) => !green && verdict !== undefined);
  const [first, ...others] = new Set(red.map(({ verdict }) => headlineMark(verdict, false)));
  if (first !== undefined) return others.length === 0 ? first : headlineMark('failed', false);
  return headlineMark(
    undefined,
    reports.every(({ green }) => green),
  );
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
      `<td nowrap>${headlineMark(report.verdict, report.green)} ${index + 1}</td>`,
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
function section(report: Report, index: number, of: number, words: Words, withLog: boolean): Block {
  const mark = headlineMark(report.verdict, report.green);
  const title = `${index + 1} · ${mark} ${shortName(report)}`;
  const open = report.green ? '' : ' open';
  const [, ...rest] = reportBlocks(report, words, withLog);
  const parts = rest.filter(({ text }) => text !== '').map(({ text }) => text);
  const text = [
    `<details${open}><summary><strong>${htmlText(title)}</strong></summary>`,
    ...parts,
    '</details>',
  ].join('\n\n');
  return { rank: rankOf(report) + index / of, name: title, text };
}

/** Where there is no room for all, the green ones are left out first, the red ones last, and the last one first. */
function rankOf({ green, verdict }: Report): number {
  if (green) return 3;
  return verdict === undefined ? 2 : 1;
}
