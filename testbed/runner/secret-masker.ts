import { Buffer } from 'node:buffer';

/** What stands in a log where a secret was. */
const MASK = '***';

/**
 * Hides secrets in text as the runner's `SecretMasker` does: each value and each of its usual encodings
 * (Base64 at all three byte offsets, JSON, URL, XML, shell and expression quoting) becomes `***`, and
 * hits that touch or overlap become one.
 */
export class SecretMasker {
  readonly #values = new Set<string>();
  readonly #forms = new Set<string>();

  /** The values that were added, in their order, without the encodings. */
  get values(): readonly string[] {
    return [...this.#values];
  }

  /** Hides `value` from now on. An empty one is ignored. */
  add(value: string): void {
    if (value === '' || this.#values.has(value)) return;
    this.#values.add(value);
    for (const form of [value, ...encodings(value)]) if (form !== '') this.#forms.add(form);
  }

  /** As for the command `add-mask`: the whole value, and each of its lines on its own. */
  addWithLines(value: string): void {
    this.add(value);
    for (const line of value.split(/[\r\n]/)) this.add(line.trim());
  }

  mask(text: string): string {
    const hits = [...this.#forms].flatMap(form => positionsOf(form, text));
    if (hits.length === 0) return text;
    let masked = '';
    let writtenTo = 0;
    for (const { start, end } of merged(hits)) {
      masked += text.slice(writtenTo, start) + MASK;
      writtenTo = end;
    }
    return masked + text.slice(writtenTo);
  }
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function positionsOf(form: string, text: string): Range[] {
  const found: Range[] = [];
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
    found.push({ start, end: start + form.length });
  }
  return found;
}

function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && range.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else {
      result.push(range);
    }
  }
  return result;
}

/** The encoders that the runner registers (`HostContext`), in its order. */
function encodings(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const base64From = (offset: number): string =>
    (bytes.length > offset ? bytes.subarray(offset) : bytes).toString('base64');
  return [
    base64From(0),
    base64From(1),
    base64From(2),
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    JSON.stringify(value).slice(1, -1),
    percentEncoded(value),
    xmlEscaped(value),
    value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : '',
    ...powerShellSections(value),
  ];
}

function percentEncoded(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replaceAll(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function xmlEscaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

/** PowerShell may print a command's text in two parts, cut at an ampersand; parts under 6 are left. */
function powerShellSections(value: string): string[] {
  const plus = value.indexOf('&+');
  const cut = plus >= 0 ? plus + 2 : value.lastIndexOf('&') + 1;
  if (cut === 0) return [];
  const before = value.slice(0, cut);
  const after = value.slice(plus >= 0 ? cut + 1 : cut);
  return [before, after].filter(section => section.length >= 6);
}
