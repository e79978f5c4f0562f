import type { Verdict } from '../rollout/verdicts.ts';
import { VERDICT_FACTS } from '../rollout/verdicts.ts';
import type { Words } from '../words/words.ts';
import { batchBlock } from './batches.ts';
import { diagnosisBlocks } from './diagnosis.ts';
import type { Block } from './html.ts';
import { boldLabel, code, htmlAttribute, htmlText, table } from './html.ts';
import type { Fact, Report } from './model.ts';
import { MARKS } from './state.ts';

/** Pure as far as its function is. */
export function textOf({ text }: Block): string {
  return typeof text === 'string' ? text : text();
}

/**
 * The blocks in their order, joined by blank lines, in at most `mostBytes` of UTF-8. What does not fit
 * gives way to its lesser form or is left out whole, the highest ranks first, and `note` says what. Goes
 * from the least forms to the greatest, and makes no text beyond the first one that does not fit. Pure.
 */
export function joinBlocks(
  blocks: readonly Block[],
  mostBytes: number,
  note: (names: readonly string[]) => string,
): string {
  const made = new Map<Block, Made>();
  const make = (block: Block): Made => {
    const known = made.get(block) ?? measured(textOf(block));
    made.set(block, known);
    return known;
  };
  const whole = blocks.filter(({ text }) => text !== '');
  const forms = whole.flatMap(formsOf);
  const ranks = [...new Set([0, ...forms.map(({ rank }) => rank)])].sort((a, b) => a - b);
  const most = mostBytes + BREAK.length - 1;
  let fitting: readonly Made[] | undefined;
  for (const highest of ranks) {
    const parts = whole.flatMap(block => formWithin(block, highest) ?? []).map(make);
    const bytes = bytesOf(parts);
    if (fitting !== undefined && bytes > most) break;
    const left = forms.filter(({ rank }) => rank > highest).sort((a, b) => b.rank - a.rank);
    const notes = left.length === 0 ? [] : [measured(note(left.map(({ name }) => name)))];
    if (fitting === undefined || bytes + bytesOf(notes) <= most) fitting = [...parts, ...notes];
  }
  return `${(fitting ?? []).map(({ text }) => text).join(BREAK)}\n`;
}

/** A block and all its lesser forms, the greatest first. */
function formsOf(block: Block): readonly Block[] {
  return block.lesser === undefined ? [block] : [block, ...formsOf(block.lesser)];
}

/** The greatest form of a block of at most this rank; none where it is left out. */
function formWithin(block: Block, highest: number): Block | undefined {
  if (block.rank <= highest) return block;
  return block.lesser && formWithin(block.lesser, highest);
}

const BREAK = '\n\n';

interface Made {
  readonly text: string;
  /** With the blank line behind it. */
  readonly bytes: number;
}

function measured(text: string): Made {
  return { text, bytes: Buffer.byteLength(text) + BREAK.length };
}

function bytesOf(parts: readonly Made[]): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Where a report is shown. */
export type Place = 'summary' | 'check';

/**
 * The report as blocks for a place that renders GitHub's Markdown. They are HTML without blank lines
 * inside, in which GitHub reads no Markdown: so escaping HTML is all that foreign text needs. The log of an
 * instance, which may hold secrets, is in the summary only; the link is left to the check run's own text. Pure.
 */
export function reportBlocks(report: Report, words: Words, place: Place): readonly Block[] {
  const { report: labels } = words;
  const { diagnosis, gantt } = report;
  return [
    { rank: 0, name: '', text: headline(report, words) },
    { rank: 0, name: '', text: alert(report, words) },
    { rank: 0, name: '', text: rollback(report, words) },
    ...(diagnosis === undefined ? [] : diagnosisBlocks(diagnosis, words, place === 'summary')),
    ...(report.batchCount === 0
      ? []
      : [{ rank: 3, name: labels.batches, text: () => batchBlock(report.batches, words) }]),
    { rank: 7, name: labels.chart, text: gantt ?? '' },
    { rank: 5, name: labels.facts, text: table(report.facts.map(factRow)) },
    { rank: 4, name: labels.notes, text: noteList(report.notes) },
    ...(report.hasTimeline
      ? [{ rank: 8, name: labels.timeline, text: () => timeline(report.timeline, words) }]
      : []),
    { rank: 0, name: '', text: place === 'check' ? '' : link(report, words) },
    { rank: 0, name: '', text: `<p><sub>${htmlText(report.footer)}</sub></p>` },
  ];
}

function headline({ verdict, name }: Report, words: Words): string {
  const mark = headlineMark(verdict);
  if (name === undefined) return `<h2>${mark} ${htmlText(words.report.unnamedHeadline(verdict))}</h2>`;
  const { before, after } = words.report.headline(verdict);
  return `<h2>${mark} ${htmlText(before)}${code(name)}${htmlText(after)}</h2>`;
}

/** A sign for how a wait ended, or that it goes on. */
export function headlineMark(verdict: Verdict | undefined): string {
  return MARKS[verdict === undefined ? 'running' : VERDICT_FACTS[verdict].sign];
}

function alert(report: Report, words: Words): string {
  const { green, verdict, what, remedy, errorMessage, inputFaults } = report;
  const kind = green ? 'TIP' : verdict === undefined ? 'NOTE' : 'CAUTION';
  const lines = [
    `<p>${htmlText(what)}</p>`,
    ...inputFaults.map(fault => `<p>• ${htmlText(fault)}</p>`),
    ...(errorMessage === undefined ? [] : [labelled(words.report.errorMessage, code(errorMessage), words)]),
    ...(remedy === '' ? [] : [labelled(words.report.whatToDo, htmlText(remedy), words)]),
  ];
  return [`> [!${kind}]`, '>', ...lines.map(line => `> ${line}`)].join('\n');
}

/** In a block of its own, which GitHub lets people copy. */
function rollback({ rollbackCommand }: Report, words: Words): string {
  if (rollbackCommand === undefined) return '';
  return `<p>${boldLabel(words.diagnosis.rollbackLabel, words).trimEnd()}</p>\n<pre>${htmlText(rollbackCommand)}</pre>`;
}

function labelled(label: string, html: string, words: Words): string {
  return `<p>${boldLabel(label, words)}${html}</p>`;
}

function factRow({ label, value, verbatim }: Fact): string {
  return `<tr><th align="left" nowrap>${htmlText(label)}</th><td>${verbatim ? code(value) : htmlText(value)}</td></tr>`;
}

function noteList(notes: readonly string[]): string {
  if (notes.length === 0) return '';
  return ['<ul>', ...notes.map(note => `<li>${htmlText(note)}</li>`), '</ul>'].join('\n');
}

function timeline(lines: readonly string[], words: Words): string {
  const title = `<details><summary>${htmlText(words.report.timeline)}</summary>`;
  return [title, '<ul>', ...lines.map(line => `<li>${htmlText(line)}</li>`), '</ul>', '</details>'].join(
    '\n',
  );
}

function link({ consoleUrl }: Report, words: Words): string {
  return consoleUrl === undefined ? '' : `<p>${anchor(consoleUrl, words.report.openInConsole)}</p>`;
}

/** A link; the address is the gate's own. */
export function anchor(url: string, text: string): string {
  return `<a href="${htmlAttribute(url)}">${htmlText(text)}</a>`;
}

/** So many parts are named that were left out. */
const MOST_NAMED = 20;

/** Says what was left out for its size. */
export function leftOutNote(names: readonly string[], words: Words): string {
  const different = [...new Set(names)];
  const more = different.length > MOST_NAMED ? ['…'] : [];
  const told = [...different.slice(0, MOST_NAMED), ...more];
  return `<p><em>${htmlText(words.report.leftOut(told))}</em></p>`;
}
