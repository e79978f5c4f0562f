import { formatElapsed } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { BeatPace } from './beat-pace.ts';
import type { Board, BoardEntry } from './board.ts';
import { orderLabel } from './order-label.ts';
import type { Moment, Reporter } from './reporter.ts';
import type { Toolkit } from './toolkit.ts';

/** Up to so many orders have a heartbeat each; of more nobody would read them. */
export const MOST_OWN_HEARTBEATS = 5;

/** So many orders are named. */
const MOST_NAMED = 10;

/** The heartbeat of all waits of a step as one line, told by the first one that has not ended. */
export class StepHeartbeat implements Reporter {
  readonly #toolkit: Toolkit;
  readonly #words: Words;
  readonly #board: Board;
  /** The wait that this one beats for. */
  readonly #index: number;
  readonly #pace = new BeatPace();

  constructor(toolkit: Toolkit, words: Words, board: Board, index: number) {
    this.#toolkit = toolkit;
    this.#words = words;
    this.#board = board;
    this.#index = index;
  }

  beat(_: unknown, { elapsedMs, leftMs }: Moment): void {
    // Asked by all of them, so that whoever is next to tell keeps the pace.
    if (!this.#pace.isDue(elapsedMs)) return;
    const { entries } = this.#board;
    const going = entries.flatMap((entry, index) => (entry.outcome === undefined ? [index] : []));
    if (going[0] !== this.#index) return;
    // Where none has ended, all names would tell nothing.
    const isNamed = going.length <= MOST_NAMED && going.length < entries.length;
    const text = this.#words.log.stepHeartbeat({
      all: entries.length,
      going: going.length,
      red: entries.filter(isRed).length,
      named: isNamed ? going.map(index => orderLabel(index, entries.length)) : [],
      leftMs,
    });
    this.#toolkit.line(`${formatElapsed(elapsedMs).padStart(7)}  ${text}`);
  }
}

function isRed({ outcome }: BoardEntry): boolean {
  return outcome !== undefined && outcome.verdict !== 'succeeded';
}
