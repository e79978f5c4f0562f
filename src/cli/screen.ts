import type { Clock } from '../polling/clock.ts';
import { isoSecond } from '../words/format.ts';
import type { Style, Terminal } from './terminal.ts';

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
