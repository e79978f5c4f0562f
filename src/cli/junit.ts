import type { TargetEnding } from '../endings/ending.ts';
import { errorAnnotation } from '../report/annotations.ts';
import { batchState } from '../report/batches.ts';
import type { Report } from '../report/model.ts';
import { shortName } from '../report/model.ts';
import type { Batch } from '../rollout/change-order.ts';
import { batchLastsMs, batchTotal } from '../rollout/change-order.ts';
import { failedStatusName, hasSucceeded } from '../rollout/statuses.ts';
import { joined } from '../text/parts.ts';
import { isoSecond } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import type { ExitName } from '../rollout/verdicts.ts';
import { exitNameOf } from './exit-status.ts';

/**
 * What XML 1.0 cannot contain, not even escaped (section 2.2, Char). Broken surrogates are replaced first.
 */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as the content of an element of XML 1.0. Pure. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(NOT_XML, '')
    .replaceAll(/[&<>"]/gu, char => ENTITIES[char] ?? char);
}

/** An element with its attributes; those that are `undefined` are left out. Pure. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content?: readonly string[],
): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    // Line breaks in an attribute would be read as spaces.
    value === undefined ? [] : [` ${key}="${xmlText(String(value)).replaceAll(/\s/gu, ' ')}"`],
  );
  const start = `<${name}${given.join('')}`;
  return content === undefined ? `${start}/>` : `${start}>${content.join('')}</${name}>`;
}

/**
 * The most batches, of all orders together, that become test cases: programs that show such files show no
 * more.
 */
const MOST_BATCHES = 20_000;

/** The result of a test case, with its message. */
interface Case {
  readonly name: string;
  readonly timeMs: number;
  readonly result: 'passed' | 'failure' | 'error' | 'skipped';
  readonly message: string;
}

/** A step that has ended, with the report of each of its orders. */
export interface JunitParts {
  readonly outcomes: readonly TargetEnding[];
  readonly reports: readonly Report[];
  readonly words: Words;
  readonly version: string;
  /** Hides secrets. */
  readonly redact: (text: string) => string;
}

/**
 * The step in the usual JUnit XML: a suite per order, a case per batch, and one for the order itself if no
 * batch says how it ended. Fails whenever the verdict is red. Uses only elements and attributes that both the
 * schema of Ant's JUnit task and that of Jenkins' xUnit plugin know, in their order. Pure.
 */
export function junitXml(parts: JunitParts): string {
  const { outcomes, reports } = parts;
  const suites = outcomes.flatMap((outcome, index) => {
    const report = reports[index];
    return report === undefined ? [] : [suiteOf(outcome, report, index, parts)];
  });
  return document(suites);
}

/** The content until the wait has ended: it fails, since the process may be killed. Pure. */
export function unfinishedJunitXml(words: Words, version: string, startedWallMs: number): string {
  const name = 'sae-rollout-gate';
  const message = words.command.unfinished;
  const cases: Case[] = [{ name, timeMs: 0, result: 'error', message }];
  const properties = { version, text: '' };
  return document([suiteXml({ name, index: 0, startedWallMs, timeMs: 0, cases, properties, type: 'bug' })]);
}

function document(suites: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', {}, ['\n', ...suites])}\n`;
}

function suiteOf(
  outcome: TargetEnding,
  report: Report,
  index: number,
  { outcomes, words, version, redact }: JunitParts,
): string {
  const { subject, waitedMs, endedWallMs, verdict } = outcome;
  const batches = batchCases(outcome, report, words, Math.floor(MOST_BATCHES / outcomes.length));
  const more = report.batchCount - batches.length;
  const badBatch = batches.some(({ result }) => result === 'failure' || result === 'error');
  const explained = report.green ? batches.some(({ result }) => result === 'passed') : badBatch;
  const cases = explained ? batches : [...batches, orderCase(outcome, report, words)];
  return suiteXml({
    name: redact(shortName(report)),
    index,
    startedWallMs: endedWallMs - waitedMs,
    timeMs: waitedMs,
    cases: cases.map(one => ({ ...one, name: redact(one.name), message: redact(one.message) })),
    properties: {
      version,
      verdict,
      changeOrderId: redact(subject.changeOrderId ?? ''),
      appId: redact(outcome.progress.order?.appId ?? subject.appId ?? ''),
      regionId: subject.regionId ?? '',
      text: redact(joined('\n', report.what, more > 0 && words.report.moreBatches(more), ...report.timeline)),
    },
    type: exitNameOf(outcome),
  });
}

function batchCases(outcome: TargetEnding, report: Report, words: Words, most: number): readonly Case[] {
  const { order } = outcome.progress;
  if (order === undefined) return [];
  const why = whyOf(report, words);
  return tellingBatches(order.batches, most).map(([index, batch]): Case => {
    const name = `${words.report.batchColumn.batch} ${index + 1}/${batchTotal(order)}`;
    const timeMs = batchLastsMs(batch, outcome.endedWallMs) ?? 0;
    const result = resultOf(batch);
    // A failed batch in a rollout that counts as succeeded would be a contradiction, which is red.
    return { name, timeMs, result, message: result === 'failure' ? why : batchState(batch, words) };
  });
}

/** At most this many batches with their places, in order: failed ones take precedence. */
function tellingBatches(batches: readonly Batch[], most: number): readonly (readonly [number, Batch])[] {
  const all = [...batches.entries()];
  if (all.length <= most) return all;
  const failed = all.filter(([, batch]) => resultOf(batch) === 'failure').slice(0, most);
  const others = all.filter(([, batch]) => resultOf(batch) !== 'failure').slice(0, most - failed.length);
  return [...failed, ...others].sort(([a], [b]) => a - b);
}

function resultOf({ status }: Batch): Case['result'] {
  if (failedStatusName(status) !== undefined) return 'failure';
  return hasSucceeded(status) ? 'passed' : 'skipped';
}

function orderCase(outcome: TargetEnding, report: Report, words: Words): Case {
  const { subject, waitedMs } = outcome;
  const name = `${words.report.fact.changeOrder} ${subject.changeOrderId ?? ''}`.trimEnd();
  if (report.green) return { name, timeMs: waitedMs, result: 'passed', message: '' };
  const result = exitNameOf(outcome) === 'rollout-failed' ? 'failure' : 'error';
  return { name, timeMs: waitedMs, result, message: whyOf(report, words) };
}

function whyOf(report: Report, words: Words): string {
  return errorAnnotation(report, words).message;
}

interface Suite {
  readonly name: string;
  readonly index: number;
  readonly startedWallMs: number;
  readonly timeMs: number;
  readonly cases: readonly Case[];
  /** `text` is the suite's output. */
  readonly properties: Readonly<Record<string, string>> & { readonly text: string };
  readonly type: ExitName;
}

function suiteXml({ name, index, startedWallMs, timeMs, cases, properties, type }: Suite): string {
  const count = (result: Case['result']): number => cases.filter(one => one.result === result).length;
  const { text, ...facts } = properties;
  const attributes = {
    id: index,
    name,
    package: 'sae-rollout-gate',
    // The schema of Ant's task expects UTC without a zone.
    timestamp: isoSecond(startedWallMs).replace('Z', ''),
    hostname: 'localhost',
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: seconds(timeMs),
  };
  const given = Object.entries(facts).flatMap(([key, value]) =>
    value === '' ? [] : [element('property', { name: key, value })],
  );
  const content = [
    element('properties', {}, given),
    ...cases.map(one => caseXml(one, name, type)),
    element('system-out', {}, [xmlText(text)]),
    element('system-err', {}, []),
  ];
  return `${element('testsuite', attributes, ['\n', ...content.map(line => `${line}\n`)])}\n`;
}

function caseXml({ name, timeMs, result, message }: Case, classname: string, type: ExitName): string {
  const attributes = { name, classname, time: seconds(timeMs) };
  if (result === 'passed') return element('testcase', attributes);
  if (result === 'skipped') return element('testcase', attributes, [element('skipped', {})]);
  const [first = ''] = message.split('\n');
  return element('testcase', attributes, [element(result, { message: first, type }, [xmlText(message)])]);
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(3);
}
