import type { Instance } from '../rollout/application.ts';
import { isReady } from '../verification/instance-states.ts';
import type { RunningNow } from '../verification/running-now.ts';
import { isoSecond } from '../words/format.ts';
import { joined, present } from '../text/parts.ts';
import type { Words } from '../words/words.ts';
import { batchBlock } from './batches.ts';
import type { Block } from './blocks.ts';
import { evidenceHtml } from './diagnosis.ts';
import { anchor, cell, code, folded, heading, htmlText, list, row, table, title } from './html.ts';
import type { Fact, Report } from './model.ts';
import { undoLabel } from './model.ts';

/** Where a report is shown, with what only that place has. */
export interface Place {
  readonly kind: 'summary' | 'check';
  /** The address of this job's log. */
  readonly jobUrl?: string | undefined;
}

/** What has this rank or a higher one is the first to go: timelines, and logs of instances. */
export const LOG_RANK = 6;
const TIMELINE_RANK = 8;
const DETAILS_RANK = 5;
const BATCHES_RANK = 3;
const EVIDENCE_RANK = 2;

/**
 * The report as blocks for a place that renders GitHub's Markdown, in the one reading order: what it is, how the
 * batches stand, links, why, now, do; then evidence, batches and details, folded. They are HTML without blank
 * lines inside, in which GitHub reads no Markdown: so escaping HTML is all that foreign text needs. A check run
 * has its title beside its body, and never the log of an instance, which may hold secrets. Pure.
 */
export function reportBlocks(report: Report, words: Words, place: Place): readonly Block[] {
  const { report: labels } = words;
  return [
    { rank: 0, name: '', text: place.kind === 'check' ? '' : headline(report) },
    { rank: 0, name: '', text: lineAndLinks(report, words, place) },
    { rank: 0, name: '', text: gist(report, words) },
    evidence(report, words, place),
    ...(report.batchCount === 0 && !report.hasTimeline ? [] : [batches(report, words)]),
    { rank: DETAILS_RANK, name: labels.details, text: () => details(report, words) },
  ];
}

function headline({ mark, title: text }: Pick<Report, 'mark' | 'title'>): string {
  return `<h2>${mark} ${htmlText(text)}</h2>`;
}

function lineAndLinks({ line, consoleUrl, otherOrder }: Report, words: Words, { jobUrl }: Place): string {
  const links = joined(
    ' · ',
    consoleUrl !== undefined && anchor(consoleUrl, words.report.openInConsole),
    otherOrder !== undefined && anchor(otherOrder.url, words.report[otherOrder.kind]),
    jobUrl !== undefined && anchor(jobUrl, words.report.openJob),
  );
  return joined('\n', line !== '' && `<p>${htmlText(line)}</p>`, links !== '' && `<p>${links}</p>`);
}

/** Why, now, do: a row each. */
function gist({ verdict, why, now, todo, rollbackCommand }: Report, words: Words): string {
  const { report: labels } = words;
  const lines = (texts: readonly string[]): string => texts.map(htmlText).join('<br>');
  const steps =
    todo.length < 2 ? lines(todo) : `<ol>${todo.map(step => `<li>${htmlText(step)}</li>`).join('')}</ol>`;
  const rows: readonly (readonly [string, string])[] = [
    [labels.why, lines(why)],
    [labels.now, lines(now)],
    [labels.todo, steps],
  ];
  const gistTable = table(
    rows.flatMap(([label, html]) => (html === '' ? [] : [row([heading(label), cell(html)])])),
  );
  return joined(
    '\n',
    gistTable,
    rollbackCommand !== undefined && commandBlock(labels[undoLabel(verdict)], rollbackCommand, words),
  );
}

/** Below the table, which a long line would widen, and in an element of its own, which GitHub lets people copy. */
function commandBlock(label: string, command: string, { colon }: Words): string {
  const [name = '', ...options] = command.split(/ (?=--)/u);
  const lines = present(name, options.join(' ')).map(htmlText).join(' \\\n  ');
  return `<p><strong>${htmlText(`${label}${colon}`.trimEnd())}</strong></p>\n<pre>${lines}</pre>`;
}

/** With the log of an instance where there is room for it. */
function evidence({ diagnosis, errorMessage, green }: Report, words: Words, { kind }: Place): Block {
  const { report: labels } = words;
  if (green || (diagnosis === undefined && errorMessage === undefined))
    return { rank: 0, name: '', text: '' };
  const name = labels.evidence(diagnosis?.unhealthyCount ?? 0, diagnosis?.events.length ?? 0);
  const text = (withLog: boolean) => (): string =>
    folded(htmlText(name), [
      ...present(
        diagnosis && evidenceHtml(diagnosis, words, withLog),
        errorMessage !== undefined && `${title(labels.saeSays)}\n<p>${code(errorMessage)}</p>`,
      ),
    ]);
  const lesser: Block = { rank: EVIDENCE_RANK, name, text: text(false) };
  if (kind === 'check' || diagnosis?.log === undefined) return lesser;
  return { rank: LOG_RANK, name: words.diagnosis.part.log, text: text(true), lesser };
}

function batches(report: Report, words: Words): Block {
  const { report: labels } = words;
  const { batchesGoOn, hasTimeline } = report;
  const name = report.batchCount === 0 ? labels.timeline : labels.batchesAndTimeline;
  const text = (withTimeline: boolean) => (): string => {
    const parts = present(
      batchBlock(report.batches, words),
      withTimeline && hasTimeline && list(report.timeline.map(htmlText)),
    );
    return folded(htmlText(name), parts, '\n', batchesGoOn);
  };
  const lesser: Block = { rank: BATCHES_RANK, name, text: text(false) };
  return hasTimeline ? { rank: TIMELINE_RANK, name, text: text(true), lesser } : lesser;
}

function details({ facts, notes, running, footer }: Report, words: Words): string {
  return folded(htmlText(words.report.details), [
    ...present(
      table(facts.map(factRow)),
      running && runningTable(running, words),
      list(notes.map(htmlText)),
      `<p><sub>${htmlText(footer)}</sub></p>`,
    ),
  ]);
}

function factRow({ label, value, verbatim }: Fact): string {
  return row([heading(label), cell(verbatim ? code(value) : htmlText(value))]);
}

/** Of more instances the counts tell enough. */
const MOST_INSTANCES = 20;

function runningTable({ instances }: RunningNow, words: Words): string {
  const counts = new Map<string | undefined, number>();
  for (const { imageUrl } of instances) counts.set(imageUrl, (counts.get(imageUrl) ?? 0) + 1);
  // What is not ready first, then what only few carry: of many, those are looked for.
  const rankOf = (one: Instance): number => (isReady(one) ? (counts.get(one.imageUrl) ?? 0) : 0);
  const shown = instances.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST_INSTANCES);
  const rows = shown.map(one => {
    const {
      instanceId,
      containerStatus,
      healthStatus,
      restarts = 0,
      createdMs,
      imageUrl,
      packageVersion,
    } = one;
    const facts = [
      containerStatus,
      healthStatus,
      restarts > 0 && words.diagnosis.restarts(restarts),
      createdMs !== undefined && isoSecond(createdMs),
      imageUrl,
      packageVersion,
    ];
    return row([cell(code(instanceId)), cell(htmlText(joined(' · ', ...facts)))]);
  });
  const more = instances.length > MOST_INSTANCES ? [row([cell('…')])] : [];
  return rows.length === 0 ? '' : `${title(words.report.instances)}\n${table([...rows, ...more])}`;
}
