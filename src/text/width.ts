const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Two columns wide on a terminal: East Asian wide and full-width characters (UAX #11), and emoji. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|.\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])/u;

/** What the gate itself writes with: one column, and one UTF-16 unit, each. Quicker than to look closely. */
const NARROW = /^[ -~·–…─-▟⠀-⣿]*$/u;

/** How many columns a text without control characters takes on a terminal. Pure. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  return [...GRAPHEMES.segment(text)].reduce((sum, { segment }) => sum + widthOf(segment), 0);
}

/** The beginning of a text that takes at most so many columns, the last an ellipsis where it is cut. Pure. */
export function cutToWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  if (columns < 1) return '';
  let kept = '';
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    width += widthOf(segment);
    if (width > columns - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

function widthOf(grapheme: string): number {
  return WIDE.test(grapheme) ? 2 : 1;
}
