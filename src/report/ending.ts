import type { StepEnding } from '../endings/ending.ts';
import { isChoice } from '../endings/ending.ts';
import type { Clock } from '../polling/clock.ts';
import { thrownText } from '../text/clean.ts';
import { joined, present } from '../text/parts.ts';
import type { Words } from '../words/words.ts';
import { NOTHING_SEEN } from '../words/facts.ts';
import { errorAnnotations, gistLines } from './annotations.ts';
import type { Board } from './board.ts';
import { diagnosisLines } from './diagnosis.ts';
import { htmlText } from './html.ts';
import { reportJson, resultsJson } from './json.ts';
import type { Report } from './model.ts';
import { orderLabel, reportOf, stopperOf } from './model.ts';
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
      for (const report of reports) tellDiagnosis(report, parts);
    },
    () => {
      for (const annotation of errorAnnotations(reports, words)) toolkit.error(annotation);
    },
    () => {
      // Last of all, since it is what people look for: the same that summary and check run begin with.
      for (const [index, report] of reports.entries()) {
        for (const line of blockLines(report, orderLabel(index, reports.length), parts)) toolkit.line(line);
      }
      if (reports.length > 1) toolkit.line(stepHeadline(reports, words));
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
  const stopper = stopperOf(outcomes);
  return outcomes.map((outcome, index) => {
    const notes = (board.entries[index]?.notes ?? []).map(note => words.note(note).text);
    return reportOf(outcome, notes, words, version, stopper);
  });
}

function tellOutputs({ outcomes, worst }: StepEnding, board: Board, { outputs }: EndingParts): void {
  const notes = board.entries[outcomes.indexOf(worst)]?.notes ?? [];
  const { changeOrderId } = worst.subject;
  const chosen = notes.filter(isChoice).findLast(({ order }) => order.changeOrderId === changeOrderId);
  outputs.ended(worst, chosen);
  outputs.tell('results', resultsJson(outcomes));
}

/** Of what the cloud says; the annotation has more. */
const LONGEST_LINE = 300;

/** What it is, the batches, why, now, do; of one among several its headline alone. */
function blockLines(report: Report, label: string, { toolkit, words }: EndingParts): readonly string[] {
  const { mark, title, line, green } = report;
  const headline = joined('  ', label, `${mark} ${title}`);
  if (label !== '') return [headline];
  // Where an error is lines like these, they are told already.
  if (!green && toolkit.errorsAreLines === true) return present(line);
  return [
    headline,
    ...[...present(line), ...gistLines(report, words, LONGEST_LINE)].map(text => `   ${text}`),
  ];
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
  const cause = { kind: 'bug', message: thrownText(error, toolkit.redact) } as const;
  const { title: clause, what, remedy } = words.cause.bug(cause, NOTHING_SEEN);
  const title = words.report.title(undefined, clause, 'gate');
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
