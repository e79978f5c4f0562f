import { thrownText } from '../text/clean.ts';
import type { Words } from '../words/words.ts';
import { annotationReporter } from './annotations.ts';
import type { Board } from './board.ts';
import { LogReporter, MOST_OWN_HEARTBEATS, stepHeartbeat } from './log.ts';
import { orderLabel } from './model.ts';
import type { Reporter } from './reporter.ts';
import { Reporters } from './reporter.ts';
import type { Toolkit } from './toolkit.ts';

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
