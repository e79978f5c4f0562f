import type { StepEnding } from '../endings/ending.ts';
import { isChoice } from '../endings/ending.ts';
import type { Clock } from '../polling/clock.ts';
import { thrownText } from '../text/clean.ts';
import { joined } from '../text/parts.ts';
import type { Words } from '../words/words.ts';
import { NOTHING_SEEN } from '../words/facts.ts';
import { errorAnnotations } from './annotations.ts';
import { headlineMark } from './sections.ts';
import type { Board } from './board.ts';
import { diagnosisLines } from './diagnosis.ts';
import { htmlText } from './html.ts';
import { reportJson, resultsJson } from './json.ts';
import type { Report } from './model.ts';
import { headlineText, orderLabel, reportOf } from './model.ts';
import type { OutputReporter } from './outputs.ts';
import { stepHeadline, summaryMarkdown } from './summary.ts';
import type { Toolkit } from './reporter.ts';

/** What the end of a step is told with. */
export interface EndingParts {
  readonly toolkit: Toolkit;
  readonly outputs: OutputReporter;
  readonly words: Words;
  readonly version: string;
  readonly clock: Clock;
  /** Told what could not be told. */
  readonly failed: (error: unknown) => void;
}

/**
 * Tells how a step ended, each part on its own: outputs, log, annotations, the JSON file, the summary.
 * Never rejects: what goes wrong in one part is handed to `failed` and keeps no other from being told.
 */
export async function tellEnding(step: StepEnding, board: Board, parts: EndingParts): Promise<void> {
  const { toolkit, words, version, clock, failed } = parts;
  let reports: readonly Report[] = [];
  const tell: readonly (() => void | Promise<void>)[] = [
    () => {
      reports = endReports(step, board, words, version);
    },
    () => {
      tellOutputs(step, board, parts);
    },
    () => {
      for (const [index, report] of reports.entries()) {
        tellDiagnosis(report, parts);
        tellHeadline(report, orderLabel(index, reports.length), parts);
      }
      if (reports.length > 1) toolkit.line(stepHeadline(reports, words));
    },
    () => {
      for (const annotation of errorAnnotations(reports, words)) toolkit.error(annotation);
    },
    () => tellJson(step, parts),
    () => toolkit.summary(summaryMarkdown(reports, words)),
  ];
  for (const part of tell) {
    try {
      await part();
      await clock.turn();
    } catch (error) {
      failed(error);
    }
  }
}

/** The reports of a step that has ended, in the order of the inputs. Pure. */
export function endReports(
  { outcomes }: StepEnding,
  board: Pick<Board, 'entries'>,
  words: Words,
  version: string,
): readonly Report[] {
  return outcomes.map((outcome, index) => {
    const notes = (board.entries[index]?.notes ?? []).map(note => words.note(note).text);
    return reportOf(outcome, notes, words, version);
  });
}

function tellOutputs({ outcomes, worst }: StepEnding, board: Board, { toolkit, outputs }: EndingParts): void {
  const notes = board.entries[outcomes.indexOf(worst)]?.notes ?? [];
  const { changeOrderId } = worst.subject;
  const chosen = notes.filter(isChoice).findLast(({ order }) => order.changeOrderId === changeOrderId);
  outputs.ended(worst, chosen);
  toolkit.output('results', resultsJson(outcomes));
}

function tellHeadline(report: Report, label: string, { toolkit, words }: EndingParts): void {
  const { verdict, green, name, undone, rollbackCommand } = report;
  const headline = `${headlineMark(verdict)} ${headlineText(verdict, name, words, undone)}`;
  toolkit.line(joined('  ', label, headline));
  if (rollbackCommand !== undefined) {
    toolkit.line(`${words.diagnosis.rollbackLabel}${words.colon}${rollbackCommand}`);
  }
  // On a red gate the annotation, which the log shows too, says the rest.
  if (green) toolkit.line(report.what);
  if (green && report.consoleUrl !== undefined) toolkit.line(report.consoleUrl);
}

function tellDiagnosis({ diagnosis, name }: Report, { toolkit, words }: EndingParts): void {
  if (diagnosis === undefined) return;
  const { title } = words.diagnosis;
  toolkit.group(
    name === undefined ? title : `${title}${words.colon}${name}`,
    diagnosisLines(diagnosis, words),
  );
}

async function tellJson(step: StepEnding, { toolkit, version }: EndingParts): Promise<void> {
  let path;
  try {
    path = await toolkit.file('sae-rollout-gate.json', reportJson(step, version));
  } catch {
    // Without a folder for temporary files there is no file: the output stays empty.
    return;
  }
  toolkit.output('reportPath', path);
}

/** Tells of a bug outside everything that was foreseen, without a stack trace. Never throws. */
export function tellUnforeseen(error: unknown, toolkit: Toolkit, words: Words): void {
  const title = words.report.unnamedHeadline('error');
  const cause = { kind: 'bug', message: thrownText(error, toolkit.redact) } as const;
  const { what, remedy } = words.cause.bug(cause, NOTHING_SEEN);
  const tell: readonly (() => void)[] = [
    () => {
      toolkit.error({ title, message: `${what}\n${remedy}` });
    },
    () => {
      toolkit.output('verdict', 'error');
    },
    () => {
      const summary = `<h2>❌ ${htmlText(title)}</h2>\n\n<p>${htmlText(what)}</p>\n\n<p>${htmlText(remedy)}</p>\n`;
      toolkit.summary(summary).catch(() => undefined);
    },
  ];
  for (const part of tell) {
    try {
      part();
    } catch {
      // Each part on its own: the exit status says the rest.
    }
  }
}
