import type { Board } from './board.ts';
import type { Reporter } from './reporter.ts';

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
