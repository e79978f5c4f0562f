import type { Running } from '../gate/outcome.ts';
import type { StepOutcome } from '../gate/step-outcome.ts';
import type { CheckRunContent } from '../github/github-api.ts';
import type { Board, BoardEntry } from '../report/board.ts';
import { endReports } from '../report/ending.ts';
import type { Report } from '../report/report.ts';
import { reportOf } from '../report/report.ts';
import type { Reporter } from '../report/reporter.ts';
import { stepTitle } from '../report/step-blocks.ts';
import type { Toolkit } from '../report/toolkit.ts';
import { thrownText } from '../text/thrown-text.ts';
import type { Words } from '../words/words.ts';
import type { CheckIdentity, CheckView } from './check-content.ts';
import { checkContent } from './check-content.ts';
import type { CheckRunWriter } from './check-run-writer.ts';
import { isOver, runningTitle } from './running-title.ts';
import { saveCheckRunClosed } from './saved-check-run.ts';

export interface CheckRunReporterParts {
  readonly writer: CheckRunWriter;
  readonly identity: CheckIdentity;
  readonly toolkit: Toolkit;
  readonly words: Words;
  readonly version: string;
  /** Aborted when the step is cancelled. */
  readonly cancel: AbortSignal;
}

/** Shows all waits of the step live as one check run on the commit. */
export class CheckRunReporter implements Reporter {
  readonly #parts: CheckRunReporterParts;
  readonly #board: Board;

  constructor(parts: CheckRunReporterParts, board: Board) {
    this.#parts = parts;
    this.#board = board;
  }

  looked: Required<Reporter>['looked'] = now => {
    // The verdict follows at once: between them "succeeded" would stand beside "in progress".
    if (this.#board.entries.length === 1 && isOver(now)) return;
    this.#write(now.news.changes.length > 0 || now.looks === 1);
  };

  beat: Required<Reporter>['beat'] = () => {
    this.#write(false);
  };

  /** Gives the check run its conclusion. */
  async ended(step: StepOutcome): Promise<void> {
    const { writer, words, toolkit, version, cancel } = this.#parts;
    const { verdict } = step.worst;
    const reports = endReports(step, this.#board, words, version);
    const title = reports.length === 1 ? words.report.unnamedHeadline(verdict) : stepTitle(reports, words);
    const closed = await writer.close(this.#content({ reports, title, verdict }), cancel);
    if (closed) saveCheckRunClosed(toolkit);
  }

  #write(changed: boolean): void {
    const { writer } = this.#parts;
    // Rendered when it is written, for that is paced and looks are not.
    if (writer.wants(changed)) writer.write(() => this.#runningContent());
  }

  #runningContent(): CheckRunContent | undefined {
    const { words, toolkit } = this.#parts;
    try {
      return this.#content(this.#runningView());
    } catch (error) {
      toolkit.line(words.log.notReported(thrownText(error, toolkit.redact)));
      return undefined;
    }
  }

  #runningView(): CheckView {
    const { words } = this.#parts;
    const reports = this.#board.entries.map(entry => this.#reportOf(entry));
    const [only, ...others] = this.#board.entries;
    const title =
      only === undefined || others.length > 0 ? stepTitle(reports, words) : runningTitle(only, words);
    return { reports, title, verdict: undefined };
  }

  #reportOf({ outcome, subject, progress, moment, notes }: BoardEntry): Report {
    const { words, version } = this.#parts;
    const running: Running = {
      verdict: undefined,
      subject,
      progress,
      startedMs: moment?.startedMs ?? 0,
      waitedMs: moment?.elapsedMs ?? 0,
      endedWallMs: moment?.wallMs ?? 0,
      estimate: moment?.estimate,
    };
    const texts = notes.map(note => words.note(note).text);
    return reportOf(outcome ?? running, texts, words, version);
  }

  /** Masks are the runner's and do not reach what is sent to GitHub's API: secrets are taken out here. */
  #content(view: CheckView) {
    const { identity, toolkit, words } = this.#parts;
    const content = checkContent(view, identity, words, toolkit.redact);
    const { summary, text } = content;
    return {
      ...content,
      summary: toolkit.redact(summary),
      text: toolkit.redact(text),
    };
  }
}
