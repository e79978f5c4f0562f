import type { Words } from '../words/words.ts';
import { errorAnnotation } from './annotation.ts';
import type { Report } from './report.ts';
import type { Annotation } from './toolkit.ts';

/** The runner shows ten annotations of a kind for a step. */
const MOST_SHOWN = 10;

/** One error annotation for each red order; where they are more than ten, the tenth counts the rest. Pure. */
export function errorAnnotations(reports: readonly Report[], words: Words): readonly Annotation[] {
  const red = reports.filter(({ green }) => !green);
  if (red.length <= MOST_SHOWN) return red.map(report => errorAnnotation(report, words));
  const shown = red.slice(0, MOST_SHOWN - 1).map(report => errorAnnotation(report, words));
  return [...shown, words.report.moreRed(red.length - shown.length)];
}
