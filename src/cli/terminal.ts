import type { Clock } from '../polling/clock.ts';
import { isoSecond } from '../words/format.ts';

/** The styles of a text, if colors are enabled. */
export type Style = 'red' | 'green' | 'yellow' | 'cyan' | 'dim' | 'bold';

/** An output stream for people, as far as the command uses it. */
export interface Terminal {
  write(text: string): void;
  /** Whether all output has been consumed: the rest waits in memory. */
  readonly drained: boolean;
  /** Output can be drawn over: a terminal that supports cursor movement. */
  readonly interactive: boolean;
  /** The current size: windows change. */
  readonly columns: number;
  readonly rows: number;
  /** Calls `listener` at each resize until the returned function is called. */
  onResize(listener: () => void): () => void;
  /** The text in a style, or unchanged if colors are disabled. */
  paint(style: Style, text: string): string;
}

/** Where the lines of a wait appear. */
export interface Screen {
  /** One line that is safe to show. */
  print(text: string, style?: Style): void;
}

/** Lines prefixed with the time of day, for output that cannot be drawn over. */
export class PlainScreen implements Screen {
  readonly #terminal: Terminal;
  readonly #clock: Clock;

  constructor(terminal: Terminal, clock: Clock) {
    this.#terminal = terminal;
    this.#clock = clock;
  }

  print(text: string, style?: Style): void {
    const time = this.#terminal.paint('dim', isoSecond(this.#clock.wallMs()));
    this.#terminal.write(`${time}  ${style === undefined ? text : this.#terminal.paint(style, text)}\n`);
  }
}
