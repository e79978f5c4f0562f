import { SEVERITY } from '../gate/step-outcome.ts';
import type { Words } from '../words/words.ts';
import { errorAnnotation } from './annotation.ts';
import { orderLabel } from './order-label.ts';
import type { Report } from './report.ts';
import { shortName } from './short-name.ts';
import type { Annotation } from './toolkit.ts';

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
