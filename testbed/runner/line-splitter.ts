/** Which pipe of the action a line came through. */
export type StreamName = 'stdout' | 'stderr';

/**
 * Cuts a stream of text into lines as the runner does, which reads with .NET's `StreamReader.ReadLine`:
 * LF, CR LF and a bare CR each end a line, nothing else does; a byte order mark at the very start is
 * dropped; a last line needs no line end, and an end of line at the end makes no empty line after it.
 */
export class LineSplitter {
  readonly #onLine: (line: string) => void;
  #rest = '';
  #atStart = true;
  #afterCarriageReturn = false;

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  /** Takes a piece of the stream, cut anywhere, even between CR and LF. */
  write(chunk: string): void {
    if (chunk === '') return;
    let text = chunk;
    if (this.#atStart && text.startsWith('\uFEFF')) text = text.slice(1);
    else if (this.#afterCarriageReturn && text.startsWith('\n')) text = text.slice(1);
    this.#atStart = false;
    this.#afterCarriageReturn = chunk.endsWith('\r');
    const lines = (this.#rest + text).split(/\r\n|\r|\n/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
  }

  /** The stream has ended. */
  end(): void {
    const last = this.#rest;
    this.#rest = '';
    if (last !== '') this.#onLine(last);
  }
}

/** The lines of a whole text, as {@link LineSplitter} cuts them. */
export function splitLines(text: string): string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter(line => lines.push(line));
  splitter.write(text);
  splitter.end();
  return lines;
}
