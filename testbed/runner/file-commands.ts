/** What one of the files that take `name=value` held. */
export interface KeyValueFile {
  /** In the order of first mention; a later value of a name replaces the earlier one. */
  readonly values: ReadonlyMap<string, string>;
  /** Why the rest could not be read; what stood before the fault counts all the same. */
  readonly fault: string | undefined;
}

/** Largest step summary in bytes; a larger one is dropped whole (`CreateStepSummaryCommand`). */
export const SUMMARY_LIMIT_BYTES = 1_048_576;

/**
 * Reads the text of a `GITHUB_OUTPUT`, `GITHUB_STATE` or `GITHUB_ENV` file as the runner does
 * (`EnvFileKeyValuePairs`): lines `name=value`, or a block `name<<delimiter`, value lines, `delimiter`.
 * Lines end with LF; on Windows with CR LF too. Names differ only if they differ without regard to case.
 */
export function readKeyValueFile(text: string, platform: NodeJS.Platform = process.platform): KeyValueFile {
  const values = new CaseInsensitiveMap();
  const cursor = new LineCursor(text.replace(/^\uFEFF/, ''), platform === 'win32' ? /\r?\n/g : /\n/g);
  for (let line = cursor.next(); line !== undefined; line = cursor.next()) {
    if (line.text === '') continue;
    const pair = readPair(line.text, cursor);
    if ('fault' in pair) return { values: values.entries, fault: pair.fault };
    values.set(pair.name, pair.value);
  }
  return { values: values.entries, fault: undefined };
}

type Pair = { readonly name: string; readonly value: string } | { readonly fault: string };

function readPair(line: string, cursor: LineCursor): Pair {
  const equals = line.indexOf('=');
  const heredoc = line.indexOf('<<');
  if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
    const name = line.slice(0, equals);
    return name === '' ? { fault: `Invalid format '${line}'` } : { name, value: line.slice(equals + 1) };
  }
  if (heredoc < 0) return { fault: `Invalid format '${line}'` };
  const name = line.slice(0, heredoc);
  const delimiter = line.slice(heredoc + 2);
  if (name === '' || delimiter === '') {
    return { fault: `Invalid format '${line}'. Name must not be empty and delimiter must not be empty` };
  }
  return readBlock(name, delimiter, cursor);
}

function readBlock(name: string, delimiter: string, cursor: LineCursor): Pair {
  let value = '';
  let separator = '';
  for (let line = cursor.next(); line?.text !== delimiter; line = cursor.next()) {
    if (line === undefined) {
      return { fault: `Invalid value. Matching delimiter not found '${delimiter}'` };
    }
    if (line.end === '') return { fault: 'Invalid value. EOF marker missing new line.' };
    value += separator + line.text;
    separator = line.end;
  }
  return { name, value };
}

interface CursorLine {
  readonly text: string;
  /** The line end as it stood; empty on a last line without one. */
  readonly end: string;
}

class LineCursor {
  readonly #text: string;
  readonly #lineEnd: RegExp;
  #index = 0;

  constructor(text: string, lineEnd: RegExp) {
    this.#text = text;
    this.#lineEnd = lineEnd;
  }

  next(): CursorLine | undefined {
    if (this.#index >= this.#text.length) return undefined;
    this.#lineEnd.lastIndex = this.#index;
    const found = this.#lineEnd.exec(this.#text);
    const start = this.#index;
    const stop = found?.index ?? this.#text.length;
    this.#index = stop + (found?.[0].length ?? 0);
    return { text: this.#text.slice(start, stop), end: found?.[0] ?? '' };
  }
}

/** Keeps the spelling in which a name came first, as the runner's dictionaries do. */
class CaseInsensitiveMap {
  readonly entries = new Map<string, string>();

  set(name: string, value: string): void {
    const known = [...this.entries.keys()].find(key => key.toLowerCase() === name.toLowerCase());
    this.entries.set(known ?? name, value);
  }
}
