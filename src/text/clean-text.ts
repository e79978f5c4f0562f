/* eslint-disable no-control-regex -- finding control characters is this file's purpose */

/** Longest text that is kept of a single field; nobody reads more, and limits elsewhere stay far. */
const LONGEST_TEXT = 4_000;

// ECMA-48: control sequences (CSI), operating-system commands (OSC) and their like, two-character ones.
const ANSI =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]/gu;
const LINE_BREAK_OR_TAB = /[\t\n\u000b\f\r\u001c-\u001e\u0085\u2028\u2029]+/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}\u{e0000}-\u{e0fff}]/gu;

/**
 * Text from outside as one plain line: ANSI sequences, control and format characters (bidi overrides,
 * zero-width ones, tags) are removed, line breaks become spaces, broken surrogates are replaced, runs of
 * spaces are closed up, and what is longer than `maxLength` is cut with an ellipsis. What is left is
 * harmless as a character string and still has to be escaped for the place where it is shown.
 */
export function cleanText(raw: string, maxLength = LONGEST_TEXT): string {
  // A giant text is cut first, generously, so that the work is bounded too.
  const line = oneLine(raw.slice(0, 4 * maxLength));
  return cutText(line.replace(/ {2,}/gu, ' ').trim(), maxLength);
}

/** What has to be neither removed nor replaced, told quickly: nearly all texts are of this kind. */
const PLAIN = /^[ -~]*$/u;

/** Text as one line without control and format characters; its spaces and its length are kept. */
export function oneLine(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  return raw.toWellFormed().replace(ANSI, '').replace(LINE_BREAK_OR_TAB, ' ').replace(INVISIBLE, '');
}

/** What `plainText` takes out or mends, save broken surrogates. */
const NOT_PLAIN = /(?![\t\n\u000b\f\r\u001c-\u001e\u0085])[\p{Cc}\p{Cf}\u{e0000}-\u{e0fff}]/gu;

/** Text without control and format characters; its line breaks, its spaces and its length are kept. */
export function plainText(raw: string): string {
  return raw.toWellFormed().replace(ANSI, '').replace(NOT_PLAIN, '');
}

/** Whether `plainText` would leave a text as it is. */
export function isPlain(text: string): boolean {
  return text.search(NOT_PLAIN) < 0 && text.isWellFormed();
}

/** `text` with at most `maxLength` UTF-16 units, the last of them an ellipsis where something was cut. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}
