import { saveCheckRunClosed } from '../check-run/saved.ts';
import type { RequestTrace } from '../http/envelope.ts';
import { ServerTime } from '../http/server-time.ts';
import type { SettingsReading } from '../inputs/settings.ts';
import { unmaskableIn } from '../inputs/table.ts';
import { annotationReporter } from '../report/annotations.ts';
import type { Board } from '../report/board.ts';
import { LogReporter, MOST_OWN_HEARTBEATS, stepHeartbeat, tellRequest, tellStart } from '../report/log.ts';
import { orderLabel } from '../report/model.ts';
import type { Reporter, Toolkit } from '../report/reporter.ts';
import { Reporters } from '../report/reporter.ts';
import { thrownText } from '../text/clean.ts';
import type { Words } from '../words/words.ts';
import type { World } from './world.ts';

/** What reports one wait of a step. */
export interface WaitReporterParts {
  readonly toolkit: Toolkit;
  readonly words: Words;
  readonly board: Board;
  readonly index: number;
  /** How many waits the step has. */
  readonly of: number;
  /**
   * Called before the log: when a line appears there the outputs are set, even if the step is killed just
   * then.
   */
  readonly further: readonly Reporter[];
  /** Whether the log has heartbeats. */
  readonly beats: boolean;
}

/** The reporters of one wait, as one. */
export function waitReporter({
  toolkit,
  words,
  board,
  index,
  of,
  further,
  beats,
}: WaitReporterParts): Required<Reporter> {
  const label = orderLabel(index, of);
  const ownHeartbeat = of <= MOST_OWN_HEARTBEATS;
  return new Reporters(
    [
      board.reporter(index),
      ...further,
      new LogReporter(toolkit, words, label, beats && ownHeartbeat),
      ownHeartbeat || !beats ? {} : stepHeartbeat(toolkit, words, board, index),
      annotationReporter(toolkit, words, label),
    ],
    error => {
      toolkit.line(words.log.notReported(thrownText(error, toolkit.redact)));
    },
  );
}

/**
 * Reports a run of the gate, besides its waits and its end. A failure to report neither changes nor delays
 * the verdict.
 */
export class RunReports {
  readonly #world: World;
  readonly #words: Words;

  constructor(world: World, words: Words) {
    this.#world = world;
    this.#words = words;
  }

  /** Runs a report that may fail without harm. */
  safely(report: () => void): void {
    try {
      report();
    } catch (error) {
      this.failed(error);
    }
  }

  /** Reports a failed report. Never throws. */
  readonly failed = (error: unknown): void => {
    const { toolkit } = this.#world;
    try {
      toolkit.line(this.#words.log.notReported(thrownText(error, toolkit.redact)));
    } catch {
      // Nothing is left to report it with; the verdict still stands, as the exit status.
    }
  };

  /** Before the inputs are read. */
  greet(): void {
    const { toolkit, env, version } = this.#world;
    const { log, warning } = this.#words;
    this.safely(() => {
      toolkit.line(log.started(version));
    });
    const unmaskable = unmaskableIn(env);
    this.safely(() => {
      // Readers of the log should know that it may contain a secret.
      if (unmaskable.length === 0) return;
      toolkit.warning({ title: warning.unmaskableTitle, message: warning.unmaskable(unmaskable) });
    });
    this.safely(() => {
      saveCheckRunClosed(toolkit);
    });
  }

  started({ settings, plainDurations }: Extract<SettingsReading, { kind: 'settings' }>): void {
    this.safely(() => {
      tellStart({ toolkit: this.#world.toolkit, words: this.#words, settings, plainDurations });
    });
  }

  readonly requested = (trace: RequestTrace): void => {
    this.safely(() => {
      tellRequest(trace, this.#world.toolkit, this.#words);
    });
  };

  /** The server's time, which reports once that this machine's clock is off. */
  serverTime(): ServerTime {
    const { toolkit, clock } = this.#world;
    const { warning } = this.#words;
    let reported = false;
    return new ServerTime(clock, aheadMs => {
      if (reported) return;
      reported = true;
      this.safely(() => {
        toolkit.warning({ title: warning.clockTitle, message: warning.clock(aheadMs) });
      });
    });
  }
}
