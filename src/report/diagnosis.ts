import type { Diagnosis, Gap } from '../diagnosis/diagnosis.ts';
import { DIAGNOSIS_PARTS, rootCause } from '../diagnosis/diagnosis.ts';
import type { FailingTask, LogTail } from '../diagnosis/findings.ts';
import { failedProbe, pinpoint } from '../diagnosis/known-causes.ts';
import type { Instance, WarningEvent } from '../rollout/application.ts';
import { cutText } from '../text/clean.ts';
import { joined, present } from '../text/parts.ts';
import { distinctEnds, formatTime } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { cell, code, heading, htmlText, list, row, table, title } from './html.ts';

/** An annotation holds 4,096 characters, and the root cause is not all that it has to say. */
const LONGEST_ROOT_CAUSE = 800;
const LONGEST_SHORT = 80;

/** An address in a text of SAE's leads to its help: it is in the evidence, and only in the way elsewhere. */
const ADDRESS = /(?: (?:Details|详情|查看详情))?[ (（]*https?:\/\/[^\s)）]*[)）]?/gu;

/** SAE puts its error code before a text: it is in the evidence, too. */
const ERROR_CODE = /^EDAS-\d+[:： ] ?/u;

/** What the cloud says, for one glance: a failed check in its parts, no addresses, known texts translated. */
function gistOf(text: string, { diagnosis }: Words): string {
  const probe = failedProbe(text);
  if (probe !== undefined) return diagnosis.probe(probe.kind, probe.target, probe.answer);
  const short = text.replace(ADDRESS, '').replace(ERROR_CODE, '').trim();
  return diagnosis.translated(short === '' ? text : short);
}

/** The root cause in one plain line; `undefined` where none is known. Pure. */
export function rootCauseText(diagnosis: Diagnosis, words: Words): string | undefined {
  const cause = rootCause(diagnosis);
  switch (cause?.kind) {
    case undefined:
      return undefined;
    case 'task': {
      const { error, state } = cause.task;
      // That a task was terminated with its order tells nothing.
      if (error === undefined && state === 'terminated') return undefined;
      return cutText(gistOf(error ?? words.diagnosis.task(cause.task), words), LONGEST_ROOT_CAUSE);
    }
    case 'instance': {
      const group = instanceGroups(diagnosis, words).find(({ members }) => members.includes(cause.instance));
      const { text = '', members = [] } = group ?? {};
      return cutText(words.diagnosis.says(text, members.length), LONGEST_ROOT_CAUSE);
    }
    case 'event':
      return cutText(eventGist(cause.event, words), LONGEST_ROOT_CAUSE);
  }
}

/** Why it failed, in half a clause: by the known cause, or else by the beginning of the root cause. Pure. */
export function shortCause(diagnosis: Diagnosis, words: Words): string | undefined {
  const pin = pinpoint(diagnosis);
  if (pin !== undefined) return words.diagnosis.short(pin);
  const root = rootCause(diagnosis);
  const error = root?.kind === 'task' ? root.task.error : undefined;
  const text = error ?? rootCauseText(diagnosis, words);
  return text === undefined ? undefined : cutText(gistOf(text, words), LONGEST_SHORT);
}

/** What to do about the most specific known cause; `undefined` where none is known. Pure. */
export function adviceText(diagnosis: Diagnosis, words: Words): string | undefined {
  const pin = pinpoint(diagnosis);
  return pin && words.diagnosis.advice(pin);
}

/** Instances that say the same, in other numbers at the most. */
interface InstanceGroup {
  readonly text: string;
  readonly members: readonly Instance[];
}

function instanceGroups({ instances }: Diagnosis, words: Words): readonly InstanceGroup[] {
  const groups = new Map<string, { text: string; members: Instance[] }>();
  for (const instance of instances) {
    const { containerStatus, healthStatus, unhealthyMessage } = instance;
    const state = containerStatus === 'Running' ? undefined : containerStatus;
    const said = unhealthyMessage ?? healthStatus;
    const text = joined(': ', state, said && gistOf(said, words)) || '–';
    const key = text.replace(/\d+/gu, '#');
    const group = groups.get(key) ?? { text, members: [] };
    group.members.push(instance);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** One line for all instances that say the same. */
function instanceLines(diagnosis: Diagnosis, words: Words): readonly string[] {
  return instanceGroups(diagnosis, words).map(({ text, members }) => {
    const { containerStatus, healthStatus } = members[0] ?? {};
    const restarts = Math.max(0, ...members.map(one => one.restarts ?? 0));
    const names = distinctEnds(members.map(({ instanceId }) => instanceId)).join(', ');
    const states = joined(', ', containerStatus, healthStatus);
    const facts = words.aside(states, restarts > 0 && words.diagnosis.restarts(restarts));
    return `${words.diagnosis.says(text, members.length)}${words.colon}${names}${facts}`;
  });
}

function eventGist({ reason, message, causeAnalysis }: WarningEvent, words: Words): string {
  const said = message ?? causeAnalysis;
  return joined(': ', reason, said && gistOf(said, words)) || '–';
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
  const { tasks, instances, unhealthyCount, events, gaps, log } = diagnosis;
  const said = words.diagnosis;
  const left = unhealthyCount > instances.length;
  return [
    ...present(isEmpty(diagnosis) && said.nothing),
    ...tasks.map(task => said.translated(said.task(task))),
    ...(instances.length === 0
      ? []
      : [
          `${said.instances(left ? instances.length : unhealthyCount, unhealthyCount)}${words.colon}`.trimEnd(),
        ]),
    ...instanceLines(diagnosis, words).map(line => `  ${line}`),
    ...events.map(event => said.event(event)),
    ...gaps.map(gap => `${said.gaps}${words.colon}${gapText(gap, words)}`),
    ...(log === undefined
      ? []
      : [
          `${said.log(log.instanceId, log.previous)}${words.colon}`.trimEnd(),
          ...tailOf(log, words).map(line => `  ${line}`),
        ]),
  ];
}

function tailOf({ lines }: LogTail, { diagnosis }: Words): readonly string[] {
  return lines.length === 0 ? [diagnosis.emptyLog] : lines;
}

/**
 * All that was found as HTML without blank lines inside. The log of an instance is in it only `withLog`: it
 * may hold secrets, and nobody masks what GitHub's API is sent. Pure.
 */
export function evidenceHtml(diagnosis: Diagnosis, words: Words, withLog: boolean): string {
  const { instances, unhealthyCount, events, gaps, log } = diagnosis;
  const { diagnosis: said } = words;
  const texts = (lines: readonly string[]): readonly string[] => lines.map(htmlText);
  return joined(
    '\n',
    isEmpty(diagnosis) && `<p>${htmlText(said.nothing)}</p>`,
    titledList(said.instances(instances.length, unhealthyCount), texts(instanceLines(diagnosis, words))),
    tasksTable(diagnosis, words),
    titledList(
      said.events,
      events.map(event => eventItem(event, words)),
    ),
    titledList(said.gaps, texts(gaps.map(gap => gapText(gap, words)))),
    withLog && log !== undefined && logHtml(log, words),
  );
}

function tasksTable({ tasks }: Diagnosis, { diagnosis: said, aside }: Words): string {
  if (tasks.length === 0) return '';
  const cells = ({ stage, task, state, errorIgnored, error }: FailingTask): readonly string[] => [
    joined(' / ', stage, task) || '–',
    `${said.taskState[state]}${errorIgnored ? aside(said.errorIgnored) : ''}`,
    error ?? '–',
  ];
  const head = [said.column.task, said.column.state, said.column.error].map(text => heading(text, false));
  const rows = tasks.map(one => cells(one).map(text => cell(htmlText(said.translated(text)))));
  return `${title(said.tasks)}\n${table([head, ...rows].map(row))}`;
}

function eventItem(event: WarningEvent, words: Words): string {
  const { reason, objectKind, objectName, message, causeAnalysis } = event;
  const at = event.lastMs ?? event.firstMs;
  const head = joined(
    ' · ',
    at !== undefined && htmlText(formatTime(at).slice(11)),
    code(reason ?? '–'),
    objectKind && htmlText(objectKind),
    objectName && code(objectName),
  );
  const analysis = causeAnalysis && `<em>${htmlText(words.diagnosis.translated(causeAnalysis))}</em>`;
  return joined('<br>', head, message && htmlText(gistOf(message, words)), analysis);
}

function logHtml(log: LogTail, words: Words): string {
  // A blank line would end the HTML, and what follows would be read as Markdown.
  const html = tailOf(log, words).map(line => (line.trim() === '' ? '&nbsp;' : htmlText(line)));
  return `${title(words.diagnosis.log(log.instanceId, log.previous))}\n<pre>${html.join('\n')}</pre>`;
}

function titledList(text: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${title(text)}\n${list(items)}`;
}
