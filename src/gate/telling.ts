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

/** What is told of one wait among those of a step. */
export interface WaitReporterParts {
  readonly toolkit: Toolkit;
  readonly words: Words;
  readonly board: Board;
  readonly index: number;
  /** How many waits the step has. */
  readonly of: number;
  /** Told before the log: who sees a line there finds the outputs set, though the step be killed just then. */
  readonly further: readonly Reporter[];
  /** Whether the log says at times that the wait goes on. */
  readonly beats: boolean;
}

/** All that tell of one wait, as one. */
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
 * Tells of a run of the gate, beside its waits and its end. Whatever goes wrong in telling neither changes
 * nor delays the verdict.
 */
export class Telling {
  readonly #world: World;
  readonly #words: Words;

  constructor(world: World, words: Words) {
    this.#world = world;
    this.#words = words;
  }

  /** Does what may go wrong without harm. */
  tell(how: () => void): void {
    try {
      how();
    } catch (error) {
      this.failed(error);
    }
  }

  /** Tells what could not be told. Never throws. */
  readonly failed = (error: unknown): void => {
    const { toolkit } = this.#world;
    try {
      toolkit.line(this.#words.log.notReported(thrownText(error, toolkit.redact)));
    } catch {
      // Nothing is left to tell it with; the verdict still stands, as the exit status.
    }
  };

  /** Before the inputs are read. */
  greet(): void {
    const { toolkit, env, version } = this.#world;
    const { log, warning } = this.#words;
    this.tell(() => {
      toolkit.line(log.started(version));
    });
    const unmaskable = unmaskableIn(env);
    this.tell(() => {
      // Who reads the log of others should know that a secret may stand in it.
      if (unmaskable.length === 0) return;
      toolkit.warning({ title: warning.unmaskableTitle, message: warning.unmaskable(unmaskable) });
    });
    this.tell(() => {
      saveCheckRunClosed(toolkit);
    });
  }

  started({ settings, plainDurations }: Extract<SettingsReading, { kind: 'settings' }>): void {
    this.tell(() => {
      tellStart({ toolkit: this.#world.toolkit, words: this.#words, settings, plainDurations });
    });
  }

  readonly requested = (trace: RequestTrace): void => {
    this.tell(() => {
      tellRequest(trace, this.#world.toolkit, this.#words);
    });
  };

  /** The server's time, which says, once, that this machine's clock is off. */
  serverTime(): ServerTime {
    const { toolkit, clock } = this.#world;
    const { warning } = this.#words;
    let told = false;
    return new ServerTime(clock, aheadMs => {
      if (told) return;
      told = true;
      this.tell(() => {
        toolkit.warning({ title: warning.clockTitle, message: warning.clock(aheadMs) });
      });
    });
  }
}
