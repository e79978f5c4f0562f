import { NOTICES } from '../endings/ending.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import { readingOf } from '../rollout/reading.ts';
import { manualStepOf, statusName } from '../rollout/statuses.ts';
import { severityRank } from '../rollout/verdicts.ts';
import { cutText } from '../text/clean.ts';
import type { Part } from '../text/parts.ts';
import { joined } from '../text/parts.ts';
import type { Words } from '../words/words.ts';
import { rootCauseText } from './diagnosis.ts';
import type { Report } from './model.ts';
import { orderLabel, shortName } from './model.ts';
import type { Annotation, Reporter, Toolkit } from './reporter.ts';

/** An annotation holds 4,096 characters: nothing in it may crowd out the command and the link at its end. */
const LONGEST_ERROR_MESSAGE = 1_000;
const MOST_ADVICE = 3;

/** The one error annotation of a red gate: the cause in its first line, then what to do and where. Pure. */
export function errorAnnotation(report: Report, words: Words): Annotation {
  const { what, errorMessage, inputFaults, remedy, consoleUrl, diagnosis, rollbackCommand } = report;
  const said = words.diagnosis;
  const root = diagnosis && rootCauseText(diagnosis, words);
  const labelled = (label: string, text: string | undefined): Part => text && `${label}${words.colon}${text}`;
  const lines = [
    root === undefined ? what : `${what}${words.sentenceGap}${root}`,
    ...inputFaults,
    labelled(words.report.errorMessage, errorMessage && cutText(errorMessage, LONGEST_ERROR_MESSAGE)),
    ...(diagnosis?.causes.slice(0, MOST_ADVICE) ?? []).map(cause =>
      labelled(said.adviceLabel, said.advice[cause]),
    ),
    labelled(words.report.whatToDo, remedy),
    labelled(said.rollbackLabel, rollbackCommand),
    labelled(words.report.openInConsole, consoleUrl),
  ];
  return {
    title: words.report.unnamedHeadline(report.verdict, report.undone),
    message: joined('\n', ...lines),
  };
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
  return severityRank(verdict);
}

/**
 * Makes the notes that a person should not overlook annotations of the kind *notice*, and warns once of each
 * state in which a person has to act, or which the API does not document. For `label` see `orderLabel`.
 */
export function annotationReporter(toolkit: Toolkit, words: Words, label = ''): Reporter {
  const warned = new Set<string>();
  const labelled = (text: string): string => joined(' ', label, text);
  return {
    noted: note => {
      if (!NOTICES.includes(note.kind)) return;
      const { title, text } = words.note(note);
      toolkit.notice({ title, message: labelled(text) });
    },
    polled: ({ last }) => {
      // Who warns says that the gate keeps waiting: not of an answer that ends the wait.
      if (last?.kind !== 'read' || readingOf(last.order, last.dated).kind !== 'undecided') return;
      for (const [key, { title, message }] of warningsFor(last.order, words)) {
        if (warned.has(key)) continue;
        warned.add(key);
        toolkit.warning({ title, message: labelled(message) });
      }
    },
  };
}

/** Each with what it is remembered by. */
function warningsFor(
  { status, subStatus, changeOrderId, appName, approvalId }: ChangeOrder,
  { warning }: Words,
): readonly (readonly [string, Annotation])[] {
  const manualStep = manualStepOf(status);
  const warnings: (readonly [string, string, string])[] = [];
  if (manualStep === 'release') {
    warnings.push(['release', warning.releaseTitle, warning.release(changeOrderId, appName)]);
  }
  if (manualStep === 'approval') {
    warnings.push(['approval', warning.approvalTitle, warning.approval(changeOrderId, approvalId)]);
  }
  const title = warning.unknownStatusTitle;
  if (statusName(status) === undefined) {
    warnings.push([`status ${status}`, title, warning.unknownStatus('Status', status)]);
  }
  if (subStatus !== undefined && subStatus !== 0 && subStatus !== 1) {
    warnings.push([`sub-status ${subStatus}`, title, warning.unknownStatus('SubStatus', subStatus)]);
  }
  return warnings.map(([key, title, message]) => [key, { title, message }]);
}
