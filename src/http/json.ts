/** A text longer than this is looked at before it is parsed. */
const LONGEST_UNSEEN = 100_000;

/** The API's deepest answers have six levels. */
const MOST_LEVELS = 100;

/**
 * What a JSON text says, or `undefined` where it is none, or one of more levels than anybody means: of
 * megabytes of brackets the parser makes millions of objects within each other, which takes seconds.
 */
export function parseJson(text: string): unknown {
  if (text.length > LONGEST_UNSEEN && levelsIn(text) > MOST_LEVELS) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How deep a JSON text is at its deepest; of more than `MOST_LEVELS` no more is counted. */
function levelsIn(text: string): number {
  let level = 0;
  let deepest = 0;
  for (let at = 0; at < text.length && deepest <= MOST_LEVELS; at++) {
    const char = text[at];
    if (char === '"') at = stringEnd(text, at);
    else if (char === '[' || char === '{') deepest = Math.max(deepest, ++level);
    else if (char === ']' || char === '}') level--;
  }
  return deepest;
}

/** Where the string ends that begins here: at the next quote that is not escaped. */
function stringEnd(text: string, begin: number): number {
  for (let at = begin + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    let escapes = 0;
    while (text[at - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return at;
  }
}
