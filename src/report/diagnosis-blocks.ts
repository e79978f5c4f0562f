import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { FailingTask } from '../diagnosis/failing-tasks.ts';
import { rootCause } from '../diagnosis/root-cause.ts';
import type { Instance } from '../diagnosis/unhealthy-instances.ts';
import type { WarningEvent } from '../diagnosis/warning-events.ts';
import { formatTime } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import type { Block } from './block.ts';
import { boldLabel } from './bold-label.ts';
import { gapText, isEmpty, rootCauseText } from './diagnosis-text.ts';
import { htmlText } from './html.ts';

/**
 * A diagnosis as blocks of HTML without blank lines inside, the root cause and the advice first. The log
 * of an instance is in them only `withLog`: it may hold secrets, and nobody masks what GitHub's API is
 * sent. Pure.
 */
export function diagnosisBlocks(diagnosis: Diagnosis, words: Words, withLog: boolean): readonly Block[] {
  const said = words.diagnosis;
  const blocks: readonly (readonly [rank: number, name: string, text: string])[] = [
    [0, '', gist(diagnosis, words)],
    [1, said.tasks, tasksTable(diagnosis, words)],
    [2, said.instances(0, 0), instancesTable(diagnosis, words)],
    [3, said.events, eventsTable(diagnosis, words)],
    [1, said.gaps, gapsList(diagnosis, words)],
    [6, said.part.log, withLog ? logText(diagnosis, words) : ''],
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
    ...(root === undefined ? [] : [`<p><strong>${htmlText(root)}</strong></p>`]),
    ...(isEmpty(diagnosis) ? [`<p>${htmlText(said.nothing)}</p>`] : []),
    ...causes.map(cause => `<p>💡 ${boldLabel(said.adviceLabel, words)}${htmlText(said.advice[cause])}</p>`),
  ].join('\n');
}

function tasksTable(diagnosis: Diagnosis, { diagnosis: said, aside }: Words): string {
  const { tasks } = diagnosis;
  // The only task is told already where it is the root cause.
  if (tasks.length === 1 && rootCause(diagnosis)?.kind === 'task') return '';
  const { stage, task, state, error } = said.column;
  const row = (one: FailingTask): readonly string[] => [
    htmlText(one.stage ?? '–'),
    htmlText(one.task ?? '–'),
    htmlText(`${said.taskState[one.state]}${one.errorIgnored ? aside(said.errorIgnored) : ''}`),
    htmlText(one.error ?? '–'),
  ];
  return titledTable(said.tasks, [stage, task, state, error], tasks.map(row));
}

function instancesTable({ instances, unhealthyCount }: Diagnosis, { diagnosis: said }: Words): string {
  const { instance, container, health, restarts, message } = said.column;
  const row = (one: Instance): readonly string[] => [
    code(one.instanceId),
    code(one.containerStatus),
    code(one.healthStatus),
    htmlText(one.restarts?.toString() ?? '–'),
    htmlText(one.unhealthyMessage ?? '–'),
  ];
  const title = said.instances(instances.length, unhealthyCount);
  return titledTable(title, [instance, container, health, restarts, message], instances.map(row));
}

function eventsTable({ events }: Diagnosis, { diagnosis: said }: Words): string {
  const { time, reason, object, message } = said.column;
  const row = (one: WarningEvent): readonly string[] => {
    const at = one.lastMs ?? one.firstMs;
    const analysis = one.causeAnalysis === undefined ? [] : [`<em>${htmlText(one.causeAnalysis)}</em>`];
    return [
      htmlText(at === undefined ? '–' : formatTime(at).slice(11)),
      code(one.reason),
      `${htmlText(one.objectKind ?? '–')} ${one.objectName === undefined ? '' : code(one.objectName)}`,
      [htmlText(one.message ?? '–'), ...analysis].join('<br>'),
    ];
  };
  return titledTable(said.events, [time, reason, object, message], events.map(row));
}

function gapsList({ gaps }: Diagnosis, words: Words): string {
  if (gaps.length === 0) return '';
  const items = gaps.map(gap => `<li>${htmlText(gapText(gap, words))}</li>`);
  return [`<p><strong>${htmlText(words.diagnosis.gaps)}</strong></p>`, '<ul>', ...items, '</ul>'].join('\n');
}

function logText({ log }: Diagnosis, { diagnosis: said }: Words): string {
  if (log === undefined) return '';
  const lines = log.lines.length === 0 ? [said.emptyLog] : log.lines;
  // A blank line would end the HTML, and what follows would be read as Markdown.
  const html = lines.map(line => (line.trim() === '' ? '&nbsp;' : htmlText(line)));
  const title = `<p><strong>${htmlText(said.log(log.instanceId, log.previous))}</strong></p>`;
  return `${title}\n<pre>${html.join('\n')}</pre>`;
}

function titledTable(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return '';
  const head = columns.map(column => `<th align="left">${htmlText(column)}</th>`).join('');
  const body = rows.map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`);
  const heading = `<p><strong>${htmlText(title)}</strong></p>`;
  return [heading, '<table>', `<tr>${head}</tr>`, ...body, '</table>'].join('\n');
}

function code(text: string | undefined): string {
  return text === undefined ? '–' : `<code>${htmlText(text)}</code>`;
}
