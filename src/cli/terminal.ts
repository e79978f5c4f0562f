import type { Clock } from '../polling/clock.ts';
import { isoSecond } from '../words/format.ts';

/** How a text may be set apart, where colours are wanted. */
export type Style = 'red' | 'green' | 'yellow' | 'cyan' | 'dim' | 'bold';

/** A stream for people, as far as the command uses it. */
export interface Terminal {
  write(text: string): void;
  /** Whether it has taken everything that was written: what it does not read waits in memory. */
  readonly drained: boolean;
  /** What is written can be drawn over: a terminal that understands where the cursor is sent to. */
  readonly interactive: boolean;
  /** As they are now: windows change. */
  readonly columns: number;
  readonly rows: number;
  /** Calls `listener` at each new size, until the function that is returned is called. */
  onResize(listener: () => void): () => void;
  /** The text in a style, or as it is where no colours are wanted. */
  paint(style: Style, text: string): string;
}

/** Where the lines of a wait appear. */
export interface Screen {
  /** One line, which is safe to be shown. */
  print(text: string, style?: Style): void;
}

/** Lines with the time of day before each: for where nothing can be drawn over. */
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
