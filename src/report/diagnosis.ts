import type { Instance, WarningEvent } from '../rollout/application.ts';
import type { Diagnosis, Gap, RootCause } from '../diagnosis/diagnosis.ts';
import { DIAGNOSIS_PARTS, rootCause } from '../diagnosis/diagnosis.ts';
import type { FailingTask, LogTail } from '../diagnosis/findings.ts';
import { cutText } from '../text/clean.ts';
import type { Part } from '../text/parts.ts';
import { joined, present } from '../text/parts.ts';
import { formatTime } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import type { Block } from './blocks.ts';
import { boldLabel, cell, code, heading, htmlText, list, row, table, title } from './html.ts';

/** An annotation holds 4,096 characters, and the root cause is not all that it has to say. */
const LONGEST_ROOT_CAUSE = 800;

/** The root cause in one plain line; `undefined` where none is known. Pure. */
export function rootCauseText(diagnosis: Diagnosis, words: Words): string | undefined {
  const cause = rootCause(diagnosis);
  return cause === undefined ? undefined : cutText(causeText(cause, words), LONGEST_ROOT_CAUSE);
}

function causeText(cause: RootCause, { diagnosis }: Words): string {
  switch (cause.kind) {
    case 'task':
      return diagnosis.task(cause.task);
    case 'instance':
      return diagnosis.instance(cause.instance);
    case 'event':
      return diagnosis.event(cause.event);
  }
}

/** A part that could not be learnt as one plain line, with the RAM actions that it takes. Pure. */
export function gapText(gap: Gap, words: Words): string {
  return words.diagnosis.gap(
    gap,
    DIAGNOSIS_PARTS[gap.part].map(call => `sae:${call}`),
  );
}

/** Whether nothing at all was found, although nothing kept it from being found. Pure. */
export function isEmpty({ tasks, instances, events, gaps }: Diagnosis): boolean {
  return tasks.length + instances.length + events.length + gaps.length === 0;
}

/** A diagnosis as plain lines for a log, that of an instance at the end. Pure. */
export function diagnosisLines(diagnosis: Diagnosis, words: Words): readonly string[] {
  const { batch, tasks, instances, unhealthyCount, events, causes, gaps } = diagnosis;
  const said = words.diagnosis;
  const left = unhealthyCount > instances.length;
  return [
    ...present(batch && said.batch(batch), isEmpty(diagnosis) && said.nothing),
    ...tasks.map(task => said.task(task)),
    ...causes.map(cause => `${said.adviceLabel}${words.colon}${said.advice[cause]}`),
    ...present(left && `${said.instances(instances.length, unhealthyCount)}:`),
    ...instances.map(instance => said.instance(instance)),
    ...events.map(event => said.event(event)),
    ...gaps.map(gap => `${said.gaps}${words.colon}${gapText(gap, words)}`),
    ...logLines(diagnosis, words),
  ];
}

function logLines({ log }: Diagnosis, { diagnosis: said }: Words): readonly string[] {
  if (log === undefined) return [];
  const lines = log.lines.length === 0 ? [said.emptyLog] : log.lines;
  return [`${said.log(log.instanceId, log.previous)}:`, ...lines.map(line => `  ${line}`)];
}

/** What has this rank or a higher one is the first to go: logs, charts, timelines. */
export const LOG_RANK = 6;

/**
 * A diagnosis as blocks of HTML without blank lines inside, the root cause and the advice first. The log
 * of an instance is in them only `withLog`: it may hold secrets, and nobody masks what GitHub's API is
 * sent. Pure.
 */
export function diagnosisBlocks(diagnosis: Diagnosis, words: Words, withLog: boolean): readonly Block[] {
  const said = words.diagnosis;
  const { log } = diagnosis;
  const blocks: readonly (readonly [rank: number, name: string, text: Block['text']])[] = [
    [0, '', gist(diagnosis, words)],
    [1, said.tasks, tasksTable(diagnosis, words)],
    [2, said.instances(0, 0), instancesList(diagnosis, words)],
    [3, said.events, eventsList(diagnosis, words)],
    [1, said.gaps, gapsList(diagnosis, words)],
    [LOG_RANK, said.part.log, withLog && log !== undefined ? () => logText(log, words) : ''],
  ];
  return blocks.map(([rank, name, text]) => ({ rank, name, text }));
}

function gist(diagnosis: Diagnosis, words: Words): string {
  const { batch, causes } = diagnosis;
  const said = words.diagnosis;
  const root = rootCauseText(diagnosis, words);
  const place = batch === undefined ? '' : ` · ${htmlText(said.batch(batch))}`;
  return [
    `<h3>${htmlText(said.title)}${place}</h3>`,
    ...present(root && title(root), isEmpty(diagnosis) && `<p>${htmlText(said.nothing)}</p>`),
    ...causes.map(cause => `<p>💡 ${boldLabel(said.adviceLabel, words)}${htmlText(said.advice[cause])}</p>`),
  ].join('\n');
}

function tasksTable(diagnosis: Diagnosis, words: Words): string {
  const { diagnosis: said } = words;
  const { tasks } = diagnosis;
  // The only task is told already where it is the root cause.
  if (tasks.length === 1 && rootCause(diagnosis)?.kind === 'task') return '';
  const { stage, task, state, error } = said.column;
  const cells = (one: FailingTask): readonly string[] => [
    htmlText(one.stage ?? '–'),
    htmlText(one.task ?? '–'),
    htmlText(`${said.taskState[one.state]}${one.errorIgnored ? words.aside(said.errorIgnored) : ''}`),
    htmlText(one.error ?? '–'),
  ];
  if (tasks.length === 0) return '';
  const head = [stage, task, state, error].map(column => heading(column, false));
  const rows = tasks.map(one => cells(one).map(html => cell(html)));
  return `${title(said.tasks)}\n${table([head, ...rows].map(row))}`;
}

/** A list and no table: on a narrow screen what an instance says would be out of sight. */
function instancesList({ instances, unhealthyCount }: Diagnosis, { diagnosis: said }: Words): string {
  const item = (one: Instance): string => {
    const { instanceId, containerStatus, healthStatus, restarts, unhealthyMessage } = one;
    const states = present(instanceId, containerStatus, healthStatus).map(code);
    const head = joined(
      ' · ',
      ...states,
      restarts !== undefined && restarts > 0 && htmlText(said.restarts(restarts)),
    );
    return joined('<br>', head, html(unhealthyMessage));
  };
  return titledList(said.instances(instances.length, unhealthyCount), instances.map(item));
}

function eventsList({ events }: Diagnosis, { diagnosis: said }: Words): string {
  const item = (one: WarningEvent): string => {
    const { reason, objectKind, objectName, message, causeAnalysis } = one;
    const at = one.lastMs ?? one.firstMs;
    const head = joined(
      ' · ',
      at !== undefined && htmlText(formatTime(at).slice(11)),
      code(reason ?? '–'),
      html(objectKind),
      objectName !== undefined && code(objectName),
    );
    return joined('<br>', head, html(message), causeAnalysis && `<em>${htmlText(causeAnalysis)}</em>`);
  };
  return titledList(said.events, events.map(item));
}

function html(text: string | undefined): Part {
  return text && htmlText(text);
}

function gapsList({ gaps }: Diagnosis, words: Words): string {
  return titledList(
    words.diagnosis.gaps,
    gaps.map(gap => htmlText(gapText(gap, words))),
  );
}

function logText(log: LogTail, { diagnosis: said }: Words): string {
  const lines = log.lines.length === 0 ? [said.emptyLog] : log.lines;
  // A blank line would end the HTML, and what follows would be read as Markdown.
  const html = lines.map(line => (line.trim() === '' ? '&nbsp;' : htmlText(line)));
  return `${title(said.log(log.instanceId, log.previous))}\n<pre>${html.join('\n')}</pre>`;
}

function titledList(text: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${title(text)}\n${list(items)}`;
}
