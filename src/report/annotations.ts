import { SEVERITY } from '../endings/ending.ts';
import type { Note } from '../endings/note.ts';
import { NOTICES } from '../endings/note.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import { readingOf } from '../rollout/judge.ts';
import type { Progress } from '../rollout/progress.ts';
import { statusName } from '../rollout/statuses.ts';
import { cutText } from '../text/clean.ts';
import type { Words } from '../words/words.ts';
import { rootCauseText } from './diagnosis.ts';
import type { Report } from './model.ts';
import { orderLabel, shortName } from './model.ts';
import type { Reporter } from './reporter.ts';
import type { Annotation, Toolkit } from './toolkit.ts';

/** An annotation holds 4,096 characters: nothing in it may crowd out the command and the link at its end. */
const LONGEST_ERROR_MESSAGE = 1_000;
const MOST_ADVICE = 3;

/** The one error annotation of a red gate: the cause in its first line, then what to do and where. Pure. */
export function errorAnnotation(report: Report, words: Words): Annotation {
  const { what, errorMessage, inputFaults, remedy, consoleUrl, diagnosis, rollbackCommand } = report;
  const said = words.diagnosis;
  const root = diagnosis && rootCauseText(diagnosis, words);
  const lines = [
    root === undefined ? what : `${what}${words.sentenceGap}${root}`,
    ...inputFaults,
    ...(errorMessage === undefined
      ? []
      : [`${words.report.errorMessage}${words.colon}${cutText(errorMessage, LONGEST_ERROR_MESSAGE)}`]),
    ...(diagnosis?.causes.slice(0, MOST_ADVICE) ?? []).map(
      cause => `${said.adviceLabel}${words.colon}${said.advice[cause]}`,
    ),
    ...(remedy === '' ? [] : [`${words.report.whatToDo}${words.colon}${remedy}`]),
    ...(rollbackCommand === undefined ? [] : [`${said.rollbackLabel}${words.colon}${rollbackCommand}`]),
    ...(consoleUrl === undefined ? [] : [`${words.report.openInConsole}${words.colon}${consoleUrl}`]),
  ];
  return { title: words.report.unnamedHeadline(report.verdict), message: lines.join('\n') };
}

/** The runner shows ten annotations of a kind for a step: nine orders, and one for those beyond. */
const MOST_ORDERS = 9;

/**
 * One error annotation for each red order, in the order of the inputs; of more than nine for the worst
 * nine, and a tenth that counts the rest. Pure.
 */
export function errorAnnotations(reports: readonly Report[], words: Words): readonly Annotation[] {
  const labelled = reports.map((report, index) => ({ report, label: orderLabel(index, reports.length) }));
  const red = labelled.filter(({ report }) => !report.green);
  const worst = new Set(red.toSorted((a, b) => rank(a.report) - rank(b.report)).slice(0, MOST_ORDERS));
  const shown = red
    .filter(one => worst.has(one))
    .map(({ report, label }) => {
      const { title, message } = errorAnnotation(report, words);
      return { title, message: label === '' ? message : `${label} ${shortName(report)}: ${message}` };
    });
  return red.length === shown.length ? shown : [...shown, words.report.moreRed(red.length - shown.length)];
}

function rank({ verdict = 'succeeded' }: Report): number {
  return SEVERITY.indexOf(verdict);
}

/** Makes the notes that a person should not overlook annotations of the kind *notice*. */
export class NoticeReporter implements Reporter {
  readonly #toolkit: Toolkit;
  readonly #words: Words;
  /** See `orderLabel`. */
  readonly #label: string;

  constructor(toolkit: Toolkit, words: Words, label = '') {
    this.#toolkit = toolkit;
    this.#words = words;
    this.#label = label;
  }

  noted(note: Note): void {
    if (!NOTICES.includes(note.kind)) return;
    const { title, text } = this.#words.note(note);
    this.#toolkit.notice({ title, message: `${this.#label} ${text}`.trimStart() });
  }
}

/** Warns once of each state in which a person has to act, or which the API does not document. */
export class WarningReporter implements Reporter {
  readonly #toolkit: Toolkit;
  readonly #words: Words;
  /** See `orderLabel`. */
  readonly #label: string;
  readonly #warned = new Set<string>();

  constructor(toolkit: Toolkit, words: Words, label = '') {
    this.#toolkit = toolkit;
    this.#words = words;
    this.#label = label;
  }

  looked({ last }: Progress): void {
    // Who warns says that the gate keeps waiting: not of an answer that ends the wait.
    if (last?.kind !== 'read' || readingOf(last.order, last.dated).kind !== 'undecided') return;
    for (const [key, { title, message }] of warningsFor(last.order, this.#words)) {
      if (this.#warned.has(key)) continue;
      this.#warned.add(key);
      this.#toolkit.warning({ title, message: `${this.#label} ${message}`.trimStart() });
    }
  }
}

function warningsFor(order: ChangeOrder, words: Words): readonly (readonly [string, Annotation])[] {
  const { warning } = words;
  const warnings: (readonly [string, Annotation])[] = [];
  const name = statusName(order.status);
  if (name === 'awaiting-release') {
    const message = warning.release(order.changeOrderId, order.appName);
    warnings.push(['release', { title: warning.releaseTitle, message }]);
  }
  if (name === 'awaiting-approval') {
    const message = warning.approval(order.changeOrderId, order.approvalId);
    warnings.push(['approval', { title: warning.approvalTitle, message }]);
  }
  const title = warning.unknownStatusTitle;
  if (name === undefined) {
    warnings.push([
      `status ${order.status}`,
      { title, message: warning.unknownStatus('Status', order.status) },
    ]);
  }
  if (order.subStatus !== undefined && order.subStatus !== 0 && order.subStatus !== 1) {
    const message = warning.unknownStatus('SubStatus', order.subStatus);
    warnings.push([`sub-status ${order.subStatus}`, { title, message }]);
  }
  return warnings;
}
