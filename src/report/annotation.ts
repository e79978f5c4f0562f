import { cutText } from '../text/clean-text.ts';
import type { Words } from '../words/words.ts';
import { rootCauseText } from './diagnosis-text.ts';
import type { Report } from './report.ts';
import type { Annotation } from './toolkit.ts';

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
