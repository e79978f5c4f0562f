import { displayWidth } from '../../src/text/clean.ts';

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

const SEQUENCE = /\u001b\[(?<private>\?)?(?<number>\d*)(?<final>[A-Za-z])/uy; // eslint-disable-line no-control-regex -- what a terminal obeys

/** A terminal that knows the few sequences that the live view may use, and throws at any other. */
export class SmallTerminal {
  #rows: number;
  #columns = Infinity;
  /** Everything since the start: what has left the screen upwards cannot be drawn over. */
  readonly #lines: string[] = [''];
  #row = 0;
  #column = 0;
  cursorShown = true;
  /** The most lines that the cursor ever went up by. */
  highestJump = 0;

  constructor(rows: number) {
    this.#rows = rows;
  }

  /** What a person sees, and above it what was scrolled away; blank ends left out. */
  get lines(): readonly string[] {
    const lines = this.#lines.map(line => line.trimEnd());
    while (lines.at(-1) === '') lines.pop();
    return lines;
  }

  /** What is in the window now. */
  get window(): readonly string[] {
    return this.#lines.slice(this.#top).map(line => line.trimEnd());
  }

  /**
   * Takes another size as terminals of today do: lines that are too wide go on in the next row, and the
   * cursor stays with its text.
   */
  resize({ rows, columns }: { readonly rows: number; readonly columns: number }): void {
    const wrapped = this.#lines.map(line => wrappedLine(line, columns));
    this.#row = wrapped.slice(0, this.#row + 1).flat().length - 1;
    this.#lines.splice(0, Infinity, ...wrapped.flat());
    this.#rows = rows;
    this.#columns = columns;
    this.#column = Math.min(this.#column, columns - 1);
  }

  /** The first row that is in the window: it shows the last ones. */
  get #top(): number {
    return Math.max(0, this.#lines.length - this.#rows);
  }

  feed(text: string): void {
    for (let at = 0; at < text.length;) {
      SEQUENCE.lastIndex = at;
      const match = SEQUENCE.exec(text);
      if (match !== null) {
        this.#obey(match.groups ?? {});
        at += match[0].length;
      } else {
        const end = nextControl(text, at);
        if (end > at) this.#put(text.slice(at, end));
        else this.#move(text[at] ?? '');
        at = Math.max(end, at + (end > at ? 0 : 1));
      }
    }
  }

  #obey({ private: isPrivate, number = '', final = '' }: Readonly<Record<string, string | undefined>>): void {
    const sequence = `${isPrivate ?? ''}${final}`;
    switch (sequence) {
      case 'A':
        this.highestJump = Math.max(this.highestJump, Number(number));
        if (Number(number) > Math.min(this.#row, this.#rows - 1)) throw new Error('up, out of the screen');
        this.#row -= Number(number);
        return;
      case 'H':
        this.#row = this.#top;
        this.#column = 0;
        return;
      case 'K':
        this.#lines[this.#row] = cells(this.#line).slice(0, this.#column).join('');
        return;
      case 'J':
        this.#lines[this.#row] = cells(this.#line).slice(0, this.#column).join('');
        this.#lines.length = this.#row + 1;
        return;
      case 'm':
        return;
      case '?h':
      case '?l':
        this.cursorShown = final === 'h';
        return;
      default:
        throw new Error(`a sequence that is not expected: ${sequence}`);
    }
  }

  get #line(): string {
    return this.#lines[this.#row] ?? '';
  }

  #put(text: string): void {
    const kept = cells(this.#line);
    const fresh = cells(text);
    kept.splice(this.#column, fresh.length, ...fresh);
    this.#lines[this.#row] = kept.join('');
    this.#column += fresh.length;
    if (this.#column > this.#columns) this.#wrap();
  }

  /** A line that is too wide goes on in the rows below it, where nothing may stand yet. */
  #wrap(): void {
    const parts = wrappedLine(this.#line, this.#columns);
    if (this.#row !== this.#lines.length - 1) throw new Error('a line that wraps over another one');
    this.#lines.splice(this.#row, 1, ...parts);
    this.#row += parts.length - 1;
    this.#column -= (parts.length - 1) * this.#columns;
  }

  #move(char: string): void {
    if (char === '\r') this.#column = 0;
    else if (char === '\n') {
      this.#row++;
      this.#column = 0;
      while (this.#lines.length <= this.#row) this.#lines.push('');
    } else throw new Error(`a control character that is not expected: ${JSON.stringify(char)}`);
  }
}

function wrappedLine(line: string, columns: number): readonly string[] {
  const all = cells(line.trimEnd());
  const rows = Math.max(1, Math.ceil(all.length / columns));
  return Array.from({ length: rows }, (_, row) => all.slice(row * columns, (row + 1) * columns).join(''));
}

/** A cell for each column; the second one of a wide character is empty. */
function cells(text: string): string[] {
  if (displayWidth(text) === text.length) return text.split('');
  return [...GRAPHEMES.segment(text)].flatMap(({ segment }) =>
    displayWidth(segment) === 2 ? [segment, ''] : [segment],
  );
}

function nextControl(text: string, from: number): number {
  const found = text.slice(from).search(/\p{Cc}/u);
  return found < 0 ? text.length : from + found;
}
