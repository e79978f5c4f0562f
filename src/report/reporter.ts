import type { Subject } from '../endings/ending.ts';
import type { Note } from '../endings/note.ts';
import type { Progress } from '../rollout/progress.ts';
import type { Estimate } from '../schedule/estimate.ts';
import { thrownText } from '../text/clean.ts';
import type { Words } from '../words/words.ts';
import { NoticeReporter, WarningReporter } from './annotations.ts';
import type { Board } from './board.ts';
import { LogReporter, MOST_OWN_HEARTBEATS, StepHeartbeat } from './log.ts';
import { orderLabel } from './model.ts';
import type { Toolkit } from './toolkit.ts';

/** A moment of a wait. */
export interface Moment {
  /** Since the wait began. */
  readonly elapsedMs: number;
  readonly leftMs: number;
  readonly wallMs: number;
  /** When the wait began, by the monotonic clock. */
  readonly startedMs: number;
  /** How far the followed order is. */
  readonly estimate: Estimate;
}

/**
 * Is told what happens in a wait and tells people. Returns nothing: whatever goes wrong in telling can
 * neither change nor delay the verdict.
 */
export interface Reporter {
  started?(subject: Subject): void;
  noted?(note: Note, moment: Moment): void;
  /** From now on the looks are at this order. */
  following?(subject: Subject, moment: Moment): void;
  looked?(now: Progress, before: Progress, moment: Moment): void;
  beat?(now: Progress, moment: Moment): void;
}

/** Watches a step besides its log: for a place that can show more than one line after the other. */
export interface Onlooker {
  /** The waits begin; from now on the board shows how they stand. */
  begun(board: Board): void;
  /** The one that is told of the wait of this index. */
  reporter(index: number): Reporter;
  /** All waits are over; how they ended is told next. */
  over(): void;
  /** Whether it shows by itself that the waits go on: then the log has no heartbeat. */
  readonly beats: boolean;
}

/**
 * Tells several reporters as one. What one of them throws is handed to `failed` and keeps neither the
 * others nor the gate from going on.
 */
export class Reporters implements Required<Reporter> {
  readonly #reporters: readonly Reporter[];
  readonly #failed: (error: unknown) => void;

  constructor(reporters: readonly Reporter[], failed: (error: unknown) => void) {
    this.#reporters = reporters;
    this.#failed = failed;
  }

  readonly started = this.#told('started');
  readonly noted = this.#told('noted');
  readonly following = this.#told('following');
  readonly looked = this.#told('looked');
  readonly beat = this.#told('beat');

  /** Passes one kind of event on to every reporter that wants it. */
  #told<Event extends keyof Reporter>(event: Event) {
    return (...told: Parameters<Required<Reporter>[Event]>): void => {
      for (const reporter of this.#reporters) {
        try {
          (reporter[event] as ((...args: typeof told) => void) | undefined)?.apply(reporter, told);
        } catch (error) {
          this.#tellFailed(error);
        }
      }
    };
  }

  #tellFailed(error: unknown): void {
    try {
      this.#failed(error);
    } catch {
      // Nothing is left to tell it with; the verdict still stands, as the exit status.
    }
  }
}

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
      ...(ownHeartbeat || !beats ? [] : [new StepHeartbeat(toolkit, words, board, index)]),
      new WarningReporter(toolkit, words, label),
      new NoticeReporter(toolkit, words, label),
    ],
    error => {
      toolkit.line(words.log.notReported(thrownText(error, toolkit.redact)));
    },
  );
}
