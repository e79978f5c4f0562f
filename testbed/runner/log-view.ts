import type { LogLine, LogLineKind } from './log-line.ts';
import { plainLine } from './plain-line.ts';
import type { Colour } from './terminal-style.ts';
import { paint } from './terminal-style.ts';

/** How a log is shown on a terminal. */
export interface LogViewOptions {
  /** Gets the text, whole lines with their line ends. */
  readonly write: (text: string) => void;
  readonly colours: boolean;
  /** Whether a group shows as one line, as GitHub shows it once it has ended; none does, if not given. */
  readonly isFolded?: (group: LogLine) => boolean;
}

interface Style {
  /** What GitHub's log puts before the text. */
  readonly prefix: string;
  readonly colour: Colour;
}

const STYLES: Partial<Record<LogLineKind, Style>> = {
  error: { prefix: 'Error: ', colour: 'red' },
  warning: { prefix: 'Warning: ', colour: 'yellow' },
  notice: { prefix: 'Notice: ', colour: 'blue' },
  debug: { prefix: '##[debug]', colour: 'magenta' },
  command: { prefix: '[command]', colour: 'blue' },
  section: { prefix: '', colour: 'green' },
};

/** The text of a line as GitHub's log shows it. */
export function shownText(line: LogLine): string {
  return `${STYLES[line.kind]?.prefix ?? ''}${plainLine(line.text)}`;
}

/** Shows a log on a terminal, line by line as it comes, as a person would see it on GitHub. */
export class LogView {
  readonly #options: LogViewOptions;
  #inGroup = false;
  #folded: { readonly title: LogLine; hiddenLines: number } | undefined;

  constructor(options: LogViewOptions) {
    this.#options = options;
  }

  show(line: LogLine): void {
    if (line.kind === 'group') this.#openGroup(line);
    else if (line.kind === 'endgroup') this.#closeGroup();
    else if (this.#folded !== undefined) this.#folded.hiddenLines += 1;
    else this.#write(`${this.#inGroup ? '  ' : ''}${this.#styled(line)}`);
  }

  /** The log has ended, within a group perhaps. */
  end(): void {
    this.#closeGroup();
  }

  #openGroup(title: LogLine): void {
    // GitHub's groups do not nest: the next one ends the one before.
    this.#closeGroup();
    this.#inGroup = true;
    if (this.#options.isFolded?.(title) === true) this.#folded = { title, hiddenLines: 0 };
    else this.#write(this.#paint(`▼ ${plainLine(title.text)}`, 'bold'));
  }

  #closeGroup(): void {
    this.#inGroup = false;
    if (this.#folded === undefined) return;
    const { title, hiddenLines } = this.#folded;
    this.#folded = undefined;
    const lines = this.#paint(`(${hiddenLines} ${hiddenLines === 1 ? 'line' : 'lines'})`, 'dim');
    this.#write(`${this.#paint(`▶ ${plainLine(title.text)}`, 'bold')} ${lines}`);
  }

  #styled(line: LogLine): string {
    const colour = STYLES[line.kind]?.colour;
    return colour === undefined ? shownText(line) : this.#paint(shownText(line), colour);
  }

  #paint(text: string, colour: Colour): string {
    return paint(text, colour, this.#options.colours);
  }

  #write(line: string): void {
    this.#options.write(`${line}\n`);
  }
}
