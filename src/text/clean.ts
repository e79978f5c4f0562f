import { htmlToText } from './html-to-text.ts';

/** A text without the known secrets. */
export type Hide = (text: string) => string;

/* eslint-disable no-control-regex -- finding control characters is this file's purpose */

/** Longest text kept of a single field; nobody reads more, and other limits stay far away. */
const LONGEST_TEXT = 4_000;

// ECMA-48: control sequences (CSI), operating-system commands (OSC) and the like, two-character ones.
const ANSI =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]/gu;
const LINE_BREAK_OR_TAB = /[\t\n\u000b\f\r\u001c-\u001e\u0085\u2028\u2029]+/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}\u{e0000}-\u{e0fff}]/gu;

/**
 * Foreign text as one plain line: ANSI sequences, control and format characters (bidi overrides, zero-width
 * characters, tags) are removed, line breaks become spaces, broken surrogates are replaced, runs of spaces
 * are collapsed, and text longer than `maxLength` is cut with an ellipsis. The result is harmless as a string
 * and must still be escaped where it is shown.
 */
export function cleanText(raw: string, maxLength = LONGEST_TEXT): string {
  // A huge text is cut first, generously, so that the work is bounded too.
  const line = oneLine(raw.slice(0, 4 * maxLength));
  return cutText(line.replace(/ {2,}/gu, ' ').trim(), maxLength);
}

/** A quick check for text without anything to remove or replace, which nearly all text is. */
const PLAIN = /^[ -~]*$/u;

/** Text as one line without control and format characters; keeps its spaces and length. */
export function oneLine(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  return raw.toWellFormed().replace(ANSI, '').replace(LINE_BREAK_OR_TAB, ' ').replace(INVISIBLE, '');
}

/** What `plainText` removes or replaces, except broken surrogates. */
const NOT_PLAIN = /(?![\t\n\u000b\f\r\u001c-\u001e\u0085])[\p{Cc}\p{Cf}\u{e0000}-\u{e0fff}]/gu;

/** Text without control and format characters; keeps its line breaks, spaces and length. */
export function plainText(raw: string): string {
  return raw.toWellFormed().replace(ANSI, '').replace(NOT_PLAIN, '');
}

/** Whether `plainText` would leave a text unchanged. */
export function isPlain(text: string): boolean {
  return text.search(NOT_PLAIN) < 0 && text.isWellFormed();
}

/** `text` cut to at most `maxLength` UTF-16 units, the last of them an ellipsis if something was cut. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}

/** Longer than any secret: this much of a text that was already cut may be the beginning of one. */
const LONGEST_SECRET = 8_192;

/** Deeper than any field that is read. */
const DEEPEST = 12;

/** Nobody reads more of a text as HTML. */
const LONGEST_HTML = 32_000;

/**
 * Foreign text as one clean line of at most `maxLength` without secrets: first cleaned, since cleaning joins
 * what was broken up, then hidden, and only then cut. Pure.
 */
export function foreignText(raw: string, maxLength: number, hide: Hide): string {
  const most = 4 * maxLength + 2 * LONGEST_SECRET;
  const hidden = hide(cleanText(raw.slice(0, most), most));
  return cutText(raw.length > most ? hidden.slice(0, -LONGEST_SECRET) : hidden, maxLength);
}

/**
 * A parsed answer in which every text is replaced that would show a secret when read: literally, without
 * control and invisible characters, or as HTML. All other texts are unchanged, so any reader may clean and
 * cut them. Changes `data` itself, which the caller must own.
 */
export function withoutSecrets(data: unknown, hide: Hide, depth = 0): unknown {
  if (typeof data === 'string') return textWithout(data, hide);
  if (typeof data !== 'object' || data === null || depth >= DEEPEST) return data;
  if (Array.isArray(data)) {
    const items: unknown[] = data;
    for (let index = 0; index < items.length; index++) {
      items[index] = withoutSecrets(items[index], hide, depth + 1);
    }
    return items;
  }
  const fields = data as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    const before = fields[name];
    const after = withoutSecrets(before, hide, depth + 1);
    if (after !== before) fields[name] = after;
  }
  return fields;
}

/** Whether no reading of a raw body can show a secret: then no closer look is needed. */
export function holdsNoSecret(body: string, hide: Hide): boolean {
  return isPlain(body) && !/[\\<&]/u.test(body) && hide(body) === body;
}

function textWithout(text: string, hide: Hide): string {
  const plain = isPlain(text) ? text : plainText(text);
  const hidden = hide(plain);
  const result = hidden === plain ? text : hidden;
  if (!/[<&]/u.test(result)) return result;
  const read = plainText(htmlToText(result.slice(0, LONGEST_HTML)));
  const hiddenRead = hide(read);
  return hiddenRead === read ? result : `${hiddenRead}${result.slice(LONGEST_HTML)}`;
}

const LONGEST_REASON = 500;

/** Anything thrown, of any type, as one plain line without secrets. Never throws itself. */
export function thrownText(thrown: unknown, hide: Hide): string {
  try {
    return foreignText(String(thrown instanceof Error ? thrown.message : thrown), LONGEST_REASON, hide);
  } catch {
    return 'something that cannot be shown';
  }
}

/**
 * A line that the runner treats as text only. The runner obeys `::command::` at the trimmed start of a line
 * and the older `##[command]` anywhere in one, on stdout and stderr, and ends lines at a bare CR; so line
 * breaks and control characters are removed, and the two markers are broken up. Pure.
 */
export function safeLine(text: string): string {
  return oneLine(text)
    .replace(/##(?=\[)/gu, '## ')
    .replace(/^(\s*):(?=:)/u, '$1: ');
}

const MOST_LINES = 50;
const LONGEST_LINE = 500;

/** A generous size for 50 of the longest lines: the rest of a huge log is ignored. */
const LONGEST_TAIL = 4 * MOST_LINES * LONGEST_LINE;

/** The last 50 lines of a log, clean, with their indentation. Pure. */
export function lastLines(log: string): readonly string[] {
  const lines = log
    .slice(-LONGEST_TAIL)
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(line => cutText(oneLine(line.replaceAll('\t', '    ')).trimEnd(), LONGEST_LINE));
  const end = lines.findLastIndex(line => line !== '');
  return lines.slice(0, end + 1).slice(-MOST_LINES);
}

let segmenter: Intl.Segmenter | undefined;

/**
 * The characters of a text as a reader counts them. Only the command needs it, and creating it takes
 * milliseconds.
 */
function graphemesOf(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** Two columns wide on a terminal: East Asian wide and full-width characters (UAX #11), and emoji. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|.\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])/u;

/** The gate's own signs: one column and one UTF-16 unit each. A quick check. */
const NARROW = /^[ -~·–…─-▟⠀-⣿]*$/u;

/** The terminal columns of a text without control characters. Pure. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  return graphemesOf(text).reduce((sum, grapheme) => sum + widthOf(grapheme), 0);
}

/** The beginning of a text that fits this many columns, the last an ellipsis if it is cut. Pure. */
export function cutToWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  if (columns < 1) return '';
  let kept = '';
  let width = 0;
  for (const grapheme of graphemesOf(text)) {
    width += widthOf(grapheme);
    if (width > columns - 1) break;
    kept += grapheme;
  }
  return `${kept}…`;
}

function widthOf(grapheme: string): number {
  return WIDE.test(grapheme) ? 2 : 1;
}
