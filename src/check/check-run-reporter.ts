import type { Outcome, Running, Subject } from '../gate/outcome.ts';
import type { Note } from '../report/note.ts';
import { SUMMARY_NOTES } from '../report/note.ts';
import type { Report } from '../report/report.ts';
import { reportOf } from '../report/report.ts';
import type { Moment, Reporter } from '../report/reporter.ts';
import { stateOf } from '../report/state.ts';
import type { Toolkit } from '../report/toolkit.ts';
import type { Progress } from '../rollout/progress.ts';
import type { Words } from '../words/words.ts';
import type { CheckIdentity } from './check-content.ts';
import { checkContent } from './check-content.ts';
import { saveCheckRunClosed } from './saved-check-run.ts';
import type { CheckRunWriter } from './check-run-writer.ts';

/** GitHub never delays the verdict by more than this; after a cancel there is less time. */
const CLOSE_LIMIT_MS = 10_000;
const CLOSE_LIMIT_AFTER_CANCEL_MS = 3_000;

export interface CheckRunReporterParts {
  readonly writer: CheckRunWriter;
  readonly identity: CheckIdentity;
  readonly toolkit: Toolkit;
  readonly words: Words;
  readonly version: string;
}

/** Shows the rollout live as a check run on the commit. */
export class CheckRunReporter implements Reporter {
  readonly #parts: CheckRunReporterParts;
  readonly #notes: string[] = [];
  #subject: Subject = { changeOrderId: undefined, appId: undefined, regionId: undefined };

  constructor(parts: CheckRunReporterParts) {
    this.#parts = parts;
  }

  noted(note: Note): void {
    if (SUMMARY_NOTES.includes(note.kind)) this.#notes.push(this.#parts.words.note(note).text);
  }

  following(subject: Subject): void {
    this.#subject = subject;
  }

  looked(now: Progress, before: Progress, moment: Moment): void {
    const changed = now.timeline.length > before.timeline.length || now.looks === 1;
    this.#write(now, moment, changed);
  }

  beat(now: Progress, moment: Moment): void {
    this.#write(now, moment, false);
  }

  async ended(outcome: Outcome): Promise<void> {
    const { writer, words, toolkit } = this.#parts;
    const report = this.#reportOf(outcome);
    const limitMs = outcome.verdict === 'cancelled' ? CLOSE_LIMIT_AFTER_CANCEL_MS : CLOSE_LIMIT_MS;
    const title = words.report.unnamedHeadline(outcome.verdict);
    const closed = await writer.close(this.#content(report, title), limitMs);
    if (closed) saveCheckRunClosed(toolkit);
  }

  #write(progress: Progress, moment: Moment, changed: boolean): void {
    const { elapsedMs, startedMs, wallMs } = moment;
    const running: Running = {
      verdict: undefined,
      subject: this.#subject,
      progress,
      startedMs,
      waitedMs: elapsedMs,
      endedWallMs: wallMs,
    };
    const { words, writer } = this.#parts;
    const title =
      progress.order === undefined ? words.log.notSeenYet : stateOf(progress.order, wallMs, words);
    writer.write(this.#content(this.#reportOf(running), title), changed);
  }

  #reportOf(view: Outcome | Running): Report {
    return reportOf(view, this.#notes, this.#parts.words, this.#parts.version);
  }

  /** Masks are the runner's and do not reach what is sent to GitHub's API: secrets are taken out here. */
  #content(report: Report, title: string) {
    const { identity, toolkit, words } = this.#parts;
    const content = checkContent(report, title, identity, words);
    const { name, title: safeTitle, summary, text } = content;
    return {
      ...content,
      name: toolkit.redact(name),
      title: toolkit.redact(safeTitle),
      summary: toolkit.redact(summary),
      text: toolkit.redact(text),
    };
  }
}
