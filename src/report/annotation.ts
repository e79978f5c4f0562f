import type { Words } from '../words/words.ts';
import type { Report } from './report.ts';
import type { Annotation } from './toolkit.ts';

/** The one error annotation of a red gate: the cause in its first line, then what to do and where. Pure. */
export function errorAnnotation(report: Report, words: Words): Annotation {
  const { what, errorMessage, inputFaults, remedy, consoleUrl } = report;
  const lines = [
    what,
    ...inputFaults,
    ...(errorMessage === undefined ? [] : [`${words.report.errorMessage}: ${errorMessage}`]),
    ...(remedy === '' ? [] : [`${words.report.whatToDo}: ${remedy}`]),
    ...(consoleUrl === undefined ? [] : [`${words.report.openInConsole}: ${consoleUrl}`]),
  ];
  return { title: words.report.unnamedHeadline(report.verdict), message: lines.join('\n') };
}
