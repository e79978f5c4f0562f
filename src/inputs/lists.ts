import { parseJson } from '../http/transport.ts';
import { oneLine } from '../text/clean.ts';

/** What a program, a template or a shell leaves in place of an ID. */
export type Leftover =
  /** A word for "no value", such as `null`. */
  | 'no-value'
  /** An expression that was not replaced, such as `${{ … }}`. */
  | 'template'
  /** An object that was converted to text. */
  | 'object'
  /** Quotation marks around or within an ID. */
  | 'quotes';

/** Jinja and Go print `None`, `<nil>` and `<no value>`; JavaScript, jq, YAML and SQL the others. */
const NO_VALUE = /^(?:null|nil|none|undefined|nan|<nil>|<no value>|<none>|\(none\)|\(null\)|n\/a)$/iu;
const TEMPLATE = /\$\{|\$\(|\{\{|\}\}|^\$[A-Za-z_]\w*$|^%[A-Za-z_]\w*%$|^<[^<>]*>$/u;
const OBJECT = /\[object \w+\]/u;
const QUOTES = /["'`“”‘’«»]/u;

/** Whether a text is such a leftover rather than a value. Pure. */
export function leftoverIn(text: string): Leftover | undefined {
  if (NO_VALUE.test(text)) return 'no-value';
  if (OBJECT.test(text)) return 'object';
  if (TEMPLATE.test(text)) return 'template';
  return QUOTES.test(text) ? 'quotes' : undefined;
}

/** The usual separators: commas and semicolons of both widths, the enumeration comma, line breaks. */
const SEPARATORS = String.raw`,;，；、\n\v\f\u0085\u2028\u2029`;
/** A carriage return beside a separator or at an end is ignored: programs on Windows leave it. */
const NEEDLESS_RETURN = new RegExp(String.raw`\r+(?=[${SEPARATORS}]|$)|(?<=^|[${SEPARATORS}])\r+`, 'gu');
const BETWEEN_ITEMS = new RegExp(String.raw`[${SEPARATORS}\r]`, 'u');

/**
 * The items of a written list, trimmed, in order and none left out: an empty one is a missing value. A
 * trailing line break ends the list and starts no item. Spaces within a line separate nothing. A JSON array
 * of strings is read as such; `undefined` for any other JSON array. Pure.
 */
export function splitItems(text: string): readonly string[] | undefined {
  const whole = trimBlanks(text);
  if (whole.startsWith('[') && !OBJECT.test(whole)) return jsonItems(whole);
  return text.replace(NEEDLESS_RETURN, '').replace(/\n$/u, '').split(BETWEEN_ITEMS).map(trimBlanks);
}

function jsonItems(text: string): readonly string[] | undefined {
  const items = parseJson(text);
  const isList = Array.isArray(items) && items.every(item => typeof item === 'string');
  return isList ? items.map(trimBlanks) : undefined;
}

/**
 * A text without the white space around it, and without invisible characters there, such as a zero-width
 * space. Pure.
 */
export function trimBlanks(text: string): string {
  return text.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');
}

/** Whether a text is invisible. Pure. */
export function isBlank(text: string): boolean {
  return oneLine(text).trim() === '';
}

const LONGEST_ID = 200;

/**
 * Whether a text can be an ID, or an item of another list: one word of visible characters. SAE does not
 * document the form of its IDs: this rejects what is certainly none. Pure.
 */
export function isOneWord(text: string): boolean {
  return text.length <= LONGEST_ID && /^[^\s\p{C}[\]{}<>]+$/u.test(text);
}
