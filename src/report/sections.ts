import type { Verdict } from '../rollout/verdicts.ts';
import { VERDICT_FACTS } from '../rollout/verdicts.ts';
import { present } from '../text/parts.ts';
import type { Words } from '../words/words.ts';
import { batchBlock } from './batches.ts';
import type { Block } from './blocks.ts';
import { diagnosisBlocks } from './diagnosis.ts';
import { anchor, boldLabel, cell, code, folded, heading, htmlText, list, row, table } from './html.ts';
import type { Fact, Report } from './model.ts';
import { MARKS } from './state.ts';

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
    { rank: 4, name: labels.notes, text: list(report.notes.map(htmlText)) },
    ...(report.hasTimeline
      ? [{ rank: 8, name: labels.timeline, text: () => timeline(report.timeline, words) }]
      : []),
    { rank: 0, name: '', text: place === 'check' ? '' : link(report, words) },
    { rank: 0, name: '', text: `<p><sub>${htmlText(report.footer)}</sub></p>` },
  ];
}

function headline({ verdict, name, undone }: Report, words: Words): string {
  const mark = headlineMark(verdict);
  if (name === undefined)
    return `<h2>${mark} ${htmlText(words.report.unnamedHeadline(verdict, undone))}</h2>`;
  const { before, after } = words.report.headline(verdict, undone);
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
    ...present(
      errorMessage !== undefined && labelled(words.report.errorMessage, code(errorMessage), words),
      remedy !== '' && labelled(words.report.whatToDo, htmlText(remedy), words),
    ),
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
  return row([heading(label), cell(verbatim ? code(value) : htmlText(value))]);
}

function timeline(lines: readonly string[], words: Words): string {
  return folded(htmlText(words.report.timeline), [list(lines.map(htmlText))]);
}

function link({ consoleUrl }: Report, words: Words): string {
  return consoleUrl === undefined ? '' : `<p>${anchor(consoleUrl, words.report.openInConsole)}</p>`;
}
