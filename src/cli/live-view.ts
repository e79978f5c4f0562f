import type { Clock } from '../polling/clock.ts';
import { heartbeat } from '../polling/clock.ts';
import type { Board, Onlooker } from '../report/board.ts';
import type { Reporter } from '../report/reporter.ts';
import type { Redactor } from '../text/secrets.ts';
import { displayWidth } from '../text/clean.ts';
import type { Words } from '../words/words.ts';
import { liveFrame } from './live-frame.ts';
import type { Screen, Style, Terminal } from './terminal.ts';

/** Often enough for a spinner, rare enough for a slow connection. */
const REDRAW_MS = 125;

// ECMA-48, and DEC's private mode 25 for the cursor.
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
const HOME = '\u001b[H';
const CLEAR_LINE_END = '\u001b[K';
const CLEAR_SCREEN_END = '\u001b[J';
const up = (lines: number): string => (lines > 0 ? `\u001b[${lines}A` : '');

/** More than the tallest window shows. */
const MOST_LINES_KEPT = 500;

export interface LiveViewParts {
  readonly terminal: Terminal;
  readonly clock: Clock;
  readonly words: Words;
  readonly redactor: Redactor;
}

/**
 * Shows the state of a step on a terminal and redraws it in place; what is printed meanwhile goes above it.
 * The cursor is hidden only while there is a picture: `over` and `restore` show it again.
 */
export class LiveView implements Screen, Onlooker {
  readonly beats = true;
  readonly #parts: LiveViewParts;
  readonly #stopped = new AbortController();
  #board: Board | undefined;
  #lines: readonly string[] = [];
  /** The lines above the picture, the newest last: a resized window is refilled with them. */
  readonly #printed: { readonly text: string; readonly columns: number }[] = [];
  #turn = 0;
  #hidden = false;
  #endShown = false;

  constructor(parts: LiveViewParts) {
    this.#parts = parts;
  }

  begun(board: Board): void {
    const { clock, terminal } = this.#parts;
    this.#board = board;
    terminal.write(HIDE_CURSOR);
    this.#hidden = true;
    this.#draw();
    const heedNoMore = terminal.onResize(() => {
      this.#fillWindow();
    });
    this.#stopped.signal.addEventListener('abort', heedNoMore, { once: true });
    void heartbeat(clock, REDRAW_MS, this.#stopped.signal, () => {
      this.#turn++;
      // A terminal that does not read, on a slow line or suspended, only misses pictures.
      if (terminal.drained) this.#draw();
    });
  }

  reporter(): Reporter {
    // The board is updated before the line is printed: the picture below the line shows the event.
    return {};
  }

  print(text: string, style?: Style): void {
    const { terminal } = this.#parts;
    const line = style === undefined ? text : terminal.paint(style, text);
    this.#printed.push({ text: line, columns: displayWidth(text) });
    if (this.#printed.length > MOST_LINES_KEPT) this.#printed.shift();
    const cleared = this.#lines.length === 0 ? '' : `${this.#toStart()}${CLEAR_SCREEN_END}`;
    terminal.write(`${cleared}${line}\n`);
    this.#lines = [];
    if (terminal.drained) this.#draw();
  }

  /** The last picture stays; what is printed from now on goes below it. */
  over(): void {
    if (this.#board === undefined) return;
    this.#draw();
    this.#stopped.abort();
    this.#board = undefined;
    this.#endShown = this.#lines.length > 0;
    if (this.#lines.length > 0) this.#parts.terminal.write('\n');
    this.#lines = [];
    this.restore();
  }

  /** Whether the last picture has been drawn: it shows how each wait ended. */
  get isEndShown(): boolean {
    return this.#endShown;
  }

  /** Restores the cursor, however the process ends. */
  restore(): void {
    if (this.#hidden) this.#parts.terminal.write(SHOW_CURSOR);
    this.#hidden = false;
  }

  #draw(): void {
    if (this.#board === undefined) return;
    const lines = this.#picture(this.#board);
    const drawn = changedLines(this.#lines, lines);
    if (drawn !== '') this.#parts.terminal.write(`${this.#toStart()}${drawn}`);
    this.#lines = lines;
  }

  /**
   * Draws the whole window: terminals differ in where a resize leaves the old picture, and its start cannot
   * be found.
   */
  #fillWindow(): void {
    if (this.#board === undefined) return;
    const { terminal } = this.#parts;
    let free = terminal.rows - this.#picture(this.#board).length;
    const above: string[] = [];
    for (const { text, columns } of this.#printed.toReversed()) {
      free -= Math.max(1, Math.ceil(columns / terminal.columns));
      if (free < 0) break;
      above.unshift(`${text}\n`);
    }
    terminal.write(`${HOME}${CLEAR_SCREEN_END}${above.join('')}`);
    this.#lines = [];
    this.#draw();
  }

  #picture(board: Board): readonly string[] {
    const { terminal, clock, words, redactor } = this.#parts;
    const frame = liveFrame({
      entries: board.entries,
      nowMs: clock.nowMs(),
      nowWallMs: clock.wallMs(),
      turn: this.#turn,
      // One row for the line above, one column so that no terminal wraps.
      rows: Math.max(1, terminal.rows - 1),
      columns: Math.max(1, terminal.columns - 1),
      words,
      redact: redactor.redact,
    });
    return frame.map(spans =>
      spans.map(({ text, style }) => (style === undefined ? text : terminal.paint(style, text))).join(''),
    );
  }

  /** Moves the cursor to the start of the picture. */
  #toStart(): string {
    return `\r${up(this.#lines.length - 1)}`;
  }
}

/**
 * What draws a picture over the one before, from its first line on: only the ends of unchanged lines. Empty
 * if nothing has changed.
 */
function changedLines(before: readonly string[], after: readonly string[]): string {
  const isShorter = after.length < before.length;
  const last = after.length - 1;
  const isSame = (line: string, index: number): boolean =>
    // What is below the last line is cleared from its end on, so its end has to be written then.
    line === before[index] && !(isShorter && index === last);
  if (after.every(isSame) && after.length === before.length) return '';
  const drawn = after.map((line, index) => (isSame(line, index) ? '' : `${line}${CLEAR_LINE_END}`));
  return `${drawn.join('\n')}${isShorter ? CLEAR_SCREEN_END : ''}`;
}
