import { VERDICT_FACTS } from '../rollout/verdicts.ts';
import { cutText } from '../text/clean.ts';
import { joined, present } from '../text/parts.ts';
import type { RunningNow } from '../verification/running-now.ts';
import type { Words } from '../words/words.ts';
import type { Block } from './blocks.ts';
import { BREAK, joinBlocks, leftOutNote, textOf } from './blocks.ts';
import { anchor, cell, folded, htmlText, row, table } from './html.ts';
import type { Report } from './model.ts';
import { headlineMark, shortName } from './model.ts';
import { runningFacts } from './now.ts';
import type { Place } from './sections.ts';
import { LOG_RANK, reportBlocks } from './sections.ts';

interface Numbered {
  readonly report: Report;
  /** Counted from 1, in the order of the inputs. */
  readonly number: number;
}

/**
 * The reports of a step as blocks: of one order its own; of several a table of those that did not succeed or are in
 * progress, the same causes grouped, then a section for each, the first of them open, and those that succeeded
 * folded. What failed comes first. Pure.
 */
function stepBlocks(reports: readonly Report[], words: Words, place: Place): readonly Block[] {
  const [only, ...others] = reports;
  if (only === undefined) return [];
  if (others.length === 0) return reportBlocks(only, words, place);
  const numbered = reports.map((report, index): Numbered => ({ report, number: index + 1 }));
  const ordered = numbered.toSorted((a, b) => rankOf(a.report) - rankOf(b.report));
  const green = ordered.filter(({ report }) => report.green);
  const open = ordered.filter(({ report }) => !report.green);
  const sectionOf = (one: Numbered): Block =>
    section(one, reports.length, words, place, one === open[0] && one.report.verdict !== undefined);
  const greenTitle = `${headlineMark('succeeded')} ${words.report.succeeded(green.length)}`;
  const [first, ...rest] = open.map(sectionOf);
  return [
    ...(place.kind === 'check'
      ? []
      : [{ rank: 0, name: '', text: `<h2>${htmlText(stepHeadline(reports, words))}</h2>` }]),
    ...(place.jobUrl === undefined
      ? []
      : [{ rank: 0, name: '', text: `<p>${anchor(place.jobUrl, words.report.openJob)}</p>` }]),
    { rank: 0.5, name: words.report.overview, text: () => overview(open, words) },
    ...(first === undefined ? [] : [first]),
    ...(rest.length > MOST_UNFOLDED
      ? foldedBlocks(
          words.report.further(
            rest.length,
            open.every(({ report }) => report.verdict !== undefined),
          ),
          rest,
        )
      : rest),
    ...(green.length === 0
      ? []
      : foldedBlocks(greenTitle, [
          { rank: 2.5, name: words.report.overview, text: () => overview(green, words) },
          ...green.map(sectionOf),
        ])),
  ].filter(({ text }) => text !== '');
}

/** More sections than these behind the first one are folded together. */
const MOST_UNFOLDED = 3;

function foldedBlocks(title: string, blocks: readonly Block[]): readonly Block[] {
  return [
    { rank: 0, name: '', text: `<details><summary>${htmlText(title)}</summary>` },
    ...blocks,
    { rank: 0, name: '', text: '</details>' },
  ];
}

const MOST_NAMED = 3;
const LONGEST_NAMED = 30;

/** One line on all the orders of a step. Pure. */
export function stepTitle(reports: readonly Report[], words: Words): string {
  const red = reports.filter(({ verdict, green }) => verdict !== undefined && !green);
  const green = reports.filter(report => report.green).length;
  const counts = {
    all: reports.length,
    green,
    red: red.length,
    failed: red.filter(hasFailed).length,
    left: red.filter(report => report.stillRuns && !hasFailed(report)).length,
    going: reports.length - green - red.length,
  };
  const others = red.filter(report => !hasFailed(report));
  // Those that are counted first.
  const [told = []] = [
    red.filter(hasFailed),
    others.filter(report => !report.stillRuns),
    others.filter(report => report.stillRuns),
  ].filter(group => group.length > 0);
  const names = told.slice(0, MOST_NAMED).map(report => cutText(shortName(report), LONGEST_NAMED));
  return words.report.severalTitle(counts, names, told.length - names.length);
}

function hasFailed({ verdict }: Report): boolean {
  return (
    verdict !== undefined && VERDICT_FACTS[verdict].end === 'bad' && VERDICT_FACTS[verdict].sign === 'failed'
  );
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

/** All orders of which the same is said in one row: how they stand, what to do about it, and which they are. */
function overview(numbered: readonly Numbered[], words: Words): string {
  if (numbered.length === 0) return '';
  const groups = new Map<string, Numbered[]>();
  for (const one of numbered) {
    const key = JSON.stringify([one.report.mark, stateText(one.report, words)]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const rows = [...groups.values()].flatMap(group => {
    const [first] = group;
    if (first === undefined) return [];
    const { mark, short, todo, waited } = first.report;
    // What many took differs; that of one is worth a word.
    const extent = group.length === 1 ? ` · ${waited}` : words.aside(words.report.rollouts(group.length));
    const orders = group.map(one => linked(one, words));
    const parts = present(
      `<strong>${htmlText(`${mark} ${stateText(first.report, words)}`)}</strong>${htmlText(extent)}`,
      // Of a known cause the first step is to remove it.
      short !== undefined && todo[0] !== undefined && htmlText(`→ ${todo[0]}`),
      orders.join(orders.length > MOST_LINES ? htmlText(words.comma) : '<br>'),
    );
    return [row([cell(parts.join('<br>'))])];
  });
  return table(rows);
}

/** More orders than these of one row stand one behind the other. */
const MOST_LINES = 10;

/** How an order stands, without what only it has, where its cause is known. */
function stateText({ verdict, short, clause }: Report, words: Words): string {
  if (verdict === undefined || short === undefined) return clause;
  return words.report.verdictBecause(words.verdict[verdict], short);
}

const NO_BREAK = '\u00a0';

function linked({ report, number }: Numbered, words: Words): string {
  const { consoleUrl, badPlace, short, running } = report;
  const name = shortName(report);
  const linkedName = consoleUrl === undefined ? htmlText(name) : anchor(consoleUrl, name);
  const facts = words.aside(
    // Where the cause is told in place of the clause, the batch is not told yet.
    badPlace && short !== undefined && words.report.batch(badPlace),
    running !== undefined && !report.green && readyText(running, words),
  );
  return `<strong>${htmlText(`#${number}`)}</strong> ${linkedName}${htmlText(facts.replaceAll(' ', NO_BREAK))}`;
}

function readyText(running: RunningNow, words: Words): string {
  const { ready, of } = runningFacts(running);
  return words.report.readyOf(ready, of);
}

/** Only the first that failed is open: who reads on opens what is looked for. */
function section({ report, number }: Numbered, of: number, words: Words, place: Place, open: boolean): Block {
  const name = `#${number} ${report.mark} ${shortName(report)}`;
  const [, ...parts] = reportBlocks(report, words, { kind: place.kind });
  const summary = `<strong>${htmlText(name)}</strong>${report.green ? '' : `${htmlText(words.colon)}${htmlText(report.clause)}`}`;
  const whole = (some: readonly Block[]) => (): string =>
    folded(
      summary,
      // Set in, so that one sees what is whose.
      ['<dl><dd>', ...some.map(textOf).filter(text => text !== ''), '</dd></dl>'],
      BREAK,
      open,
    );
  const later = number / of;
  const rank = rankOf(report) + later;
  if (report.green) return { rank, name, text: whole(parts) };
  const isExtra = (part: Block): boolean => part.rank >= LOG_RANK && part.text !== '';
  const lesserOf = (part: Block): Block => (isExtra(part) && part.lesser !== undefined ? part.lesser : part);
  const lost = joined(words.comma, ...parts.filter(isExtra).map(extra => extra.name));
  const least = { rank: 0, name: '', text: oneLine(name, report, words) };
  // What it is, why and what to do.
  const gist = { rank: GIST_RANK + later / 10, name, text: whole(parts.filter(part => part.rank === 0)) };
  const short = { rank, name, text: whole(parts.map(lesserOf)) };
  return {
    rank: LOGS_RANK + later,
    name: lost,
    text: whole(parts),
    lesser: { ...short, lesser: { ...gist, lesser: least } },
  };
}

const LONGEST_CAUSE = 200;

/** The least that is said of an order that is not green: how it stands, and why. */
function oneLine(title: string, { clause, why }: Report, words: Words): string {
  const cause = cutText(joined(` – `, clause, why[0]), LONGEST_CAUSE);
  return `<p><strong>${htmlText(title)}</strong>${htmlText(words.colon)}${htmlText(cause)}</p>`;
}

/** Logs of instances go before anything else does, with timelines, which have higher ranks still. */
const LOGS_RANK = 10;
const GIST_RANK = 0.6;

/** What failed first, then what else is red, what goes on, what is green; where there is no room, the last goes first. */
function rankOf(report: Report): number {
  if (report.green) return 3;
  if (report.verdict === undefined) return 2;
  return hasFailed(report) ? 1 : 1.5;
}

/** The runner drops a larger summary whole; GitHub refuses that of a larger check run. */
const LARGEST_BYTES: Readonly<Record<Place['kind'], number>> = { summary: 1_000_000, check: 65_535 };

/** The reports of a step in GitHub's Markdown, no larger than their place takes. Pure. */
export function summaryMarkdown(
  reports: readonly Report[],
  words: Words,
  place: Place = { kind: 'summary' },
): string {
  const blocks = stepBlocks(reports, words, place);
  return joinBlocks(blocks, LARGEST_BYTES[place.kind], names => leftOutNote(names, words));
}
