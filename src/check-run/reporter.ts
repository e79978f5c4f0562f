import type { Running, StepEnding } from '../endings/ending.ts';
import type { CheckRunContent, GitHubApi } from '../github/api.ts';
import { commitOfEvent, jobLink } from '../github/api.ts';
import type { Settings } from '../inputs/settings.ts';
import type { Clock } from '../polling/clock.ts';
import type { Environment } from '../inputs/table.ts';
import type { Board, BoardEntry } from '../report/board.ts';
import { endReports } from '../report/ending.ts';
import type { Report } from '../report/model.ts';
import { reportOf, stopperOf } from '../report/model.ts';
import type { Reporter, Toolkit } from '../report/reporter.ts';
import { stepTitle } from '../report/summary.ts';
import { lastPollDecides } from '../rollout/judge.ts';
import { thrownText } from '../text/clean.ts';
import type { Words } from '../words/words.ts';
import type { CheckIdentity, CheckView } from './content.ts';
import { checkContent, runningTitle } from './content.ts';
import { saveCheckRun, saveCheckRunClosed } from './saved.ts';
import { CheckRunWriter } from './writer.ts';

/** What a check run needs from outside. */
export interface CheckSurroundings {
  readonly env: Environment;
  readonly clock: Clock;
  readonly toolkit: Toolkit;
  /** The event of this run as the runner wrote it; `undefined` if it cannot be read. */
  readonly eventPayload: () => unknown;
  readonly version: string;
  /** Aborted when the step is cancelled. */
  readonly cancel: AbortSignal;
}

export interface CheckRunReporterParts extends Pick<CheckSurroundings, 'toolkit' | 'version' | 'cancel'> {
  readonly writer: CheckRunWriter;
  readonly identity: CheckIdentity;
  readonly words: Words;
}

/** Shows all waits of the step live as one check run on the commit. */
export class CheckRunReporter implements Reporter {
  readonly #parts: CheckRunReporterParts;
  readonly #board: Board;

  constructor(parts: CheckRunReporterParts, board: Board) {
    this.#parts = parts;
    this.#board = board;
  }

  polled: Required<Reporter>['polled'] = now => {
    // The verdict follows at once: in between, "succeeded" would appear beside "in progress".
    if (this.#board.entries.length === 1 && lastPollDecides(now)) return;
    this.#write(now.news.changes.length > 0 || now.polls === 1);
  };

  verifying: Required<Reporter>['verifying'] = () => {
    this.#write(true);
  };

  beat: Required<Reporter>['beat'] = () => {
    this.#write(false);
  };

  /** A rollout that is red already is being undone: the board tells how far that is. */
  undoing(changed: boolean): void {
    this.#write(changed);
  }

  /** Closes the check run with its conclusion. */
  async ended(step: StepEnding): Promise<void> {
    const { writer, words, toolkit, version, cancel } = this.#parts;
    const { verdict } = step.worst;
    const reports = endReports(step, this.#board, words, version);
    const [only, ...others] = reports;
    const title = only !== undefined && others.length === 0 ? only.title : stepTitle(reports, words);
    const closed = await writer.close(this.#content({ reports, title, verdict }), cancel);
    if (closed) saveCheckRunClosed(toolkit);
  }

  #write(changed: boolean): void {
    const { writer } = this.#parts;
    // Rendered when it is written, since writes are paced and polls are not.
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
    const stopper = stopperOf(this.#board.entries.map(({ outcome }) => outcome));
    const reports = this.#board.entries.map(entry => this.#reportOf(entry, stopper));
    const [only, ...others] = this.#board.entries;
    if (only === undefined || others.length > 0)
      return { reports, title: stepTitle(reports, words), verdict: undefined };
    // Of what has ended already, and is being undone, the verdict is known.
    const ended = only.outcome === undefined ? undefined : reports[0]?.title;
    return { reports, title: ended ?? runningTitle(only, words), verdict: undefined };
  }

  #reportOf({ outcome, subject, progress, moment, notes }: BoardEntry, stopper: string | undefined): Report {
    const { words, version } = this.#parts;
    const running: Running = {
      verdict: undefined,
      subject,
      progress,
      startedMs: moment?.startedMs ?? 0,
      waitedMs: moment?.elapsedMs ?? 0,
      endedWallMs: moment?.wallMs ?? 0,
      estimate: moment?.estimate,
      verifying: moment?.verifying,
    };
    const texts = notes.map(note => words.note(note).text);
    return reportOf(outcome ?? running, texts, words, version, stopper);
  }

  /** Masks belong to the runner and do not affect what is sent to GitHub's API: secrets are removed here. */
  #content(view: CheckView) {
    const { identity, toolkit, words } = this.#parts;
    const content = checkContent(view, identity, words, toolkit.redact);
    return { ...content, summary: toolkit.redact(content.summary), text: toolkit.redact(content.text) };
  }
}

/**
 * The reporter that shows the rollout as a check run, if that is requested and possible; if it is requested
 * and not possible, one notice says why.
 */
export function checkReporter(
  { env, clock, toolkit, eventPayload, version, cancel }: CheckSurroundings,
  { checkRun, token }: Pick<Settings, 'checkRun' | 'token'>,
  github: GitHubApi | undefined,
  board: Board,
  words: Words,
): CheckRunReporter | undefined {
  if (checkRun === undefined) return undefined;
  const headSha = checkRun.commit ?? commitOfEvent(env, eventPayload());
  if (github === undefined || token === undefined || headSha === undefined) {
    toolkit.notice(words.check.impossible);
    return undefined;
  }
  const identity = {
    headSha,
    checkName: checkRun.name,
    jobId: env['GITHUB_JOB'] ?? 'job',
    jobUrl: jobLink(env, checkRun.jobCheckRunId),
  };
  const writer = new CheckRunWriter({
    github,
    clock,
    created: (id, name) => {
      saveCheckRun(toolkit, { id, name, headSha });
    },
    refused: ({ status, message }) => {
      toolkit.notice(words.check.refused(status, message));
    },
  });
  return new CheckRunReporter({ writer, identity, toolkit, words, version, cancel }, board);
}
