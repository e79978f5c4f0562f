import { NOTICES } from '../endings/ending.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import { readingOf } from '../rollout/reading.ts';
import { manualStepOf, statusName } from '../rollout/statuses.ts';
import { severityRank } from '../rollout/verdicts.ts';
import { cutText } from '../text/clean.ts';
import { joined, present } from '../text/parts.ts';
import type { Words } from '../words/words.ts';
import type { Report } from './model.ts';
import { orderLabel, undoLabel } from './model.ts';
import type { Annotation, Reporter, Toolkit } from './reporter.ts';

/** An annotation holds 4,096 characters: nothing in it may crowd out the command and the link at its end. */
const LONGEST_WHY = 1_000;
const LONGEST_TITLE = 200;

/** Why, now, what to do and where, as plain lines, each behind its label. Pure. */
export function gistLines(report: Report, words: Words, longestWhy = LONGEST_WHY): readonly string[] {
  const { why, now, todo, rollbackCommand, consoleUrl, otherOrder } = report;
  const { report: labels, colon } = words;
  const command =
    rollbackCommand === undefined ? [] : [`${labels[undoLabel(report.verdict)]}${colon}${rollbackCommand}`];
  const steps = todo.map((step, index) => (todo.length < 2 ? step : `${index + 1}. ${step}`));
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [labels.why, why.map(line => cutText(line, longestWhy))],
    [labels.now, now],
    [labels.todo, [...steps, ...command]],
    [labels.fact.changeOrder, present(consoleUrl)],
    [otherOrder === undefined ? '' : labels[otherOrder.kind], present(otherOrder?.url)],
  ];
  return parts.flatMap(([label, lines]) =>
    lines.map((line, index) => (index === 0 ? `${label}${colon}${line}` : `  ${line}`)),
  );
}

/** The one error annotation of a red gate: what it is in its title, then why, how it is now, what to do, where. Pure. */
export function errorAnnotation(report: Report, words: Words, label = ''): Annotation {
  const title = cutText(joined(' ', label, report.title), LONGEST_TITLE);
  // Every title begins with what speaks: that of bad inputs does already.
  const named = report.name === undefined && label === '' ? title : `SAE · ${title}`;
  return { title: named, message: gistLines(report, words).join('\n') };
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
    .map(({ report, label }) => errorAnnotation(report, words, label));
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
