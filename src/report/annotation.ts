import type { Words } from '../words/words.ts';
import { rootCauseText } from './diagnosis-text.ts';
import type { Report } from './report.ts';
import type { Annotation } from './toolkit.ts';

/** The one error annotation of a red gate: the cause in its first line, then what to do and where. Pure. */
export function errorAnnotation(report: Report, words: Words): Annotation {
  const { what, errorMessage, inputFaults, remedy, consoleUrl, diagnosis, rollbackCommand } = report;
  const said = words.diagnosis;
  const root = diagnosis && rootCauseText(diagnosis, words);
  const lines = [
    root === undefined ? what : `${what} ${root}`,
    ...inputFaults,
    ...(errorMessage === undefined ? [] : [`${words.report.errorMessage}: ${errorMessage}`]),
    ...(diagnosis?.causes ?? []).map(cause => `${said.adviceLabel}: ${said.advice[cause]}`),
    ...(remedy === '' ? [] : [`${words.report.whatToDo}: ${remedy}`]),
    ...(rollbackCommand === undefined ? [] : [`${said.rollbackLabel}: ${rollbackCommand}`]),
    ...(consoleUrl === undefined ? [] : [`${words.report.openInConsole}: ${consoleUrl}`]),
  ];
  return { title: words.report.unnamedHeadline(report.verdict), message: lines.join('\n') };
}
