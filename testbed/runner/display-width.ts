import { stripVTControlCharacters } from 'node:util';

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Two columns wide on a terminal: East Asian wide and full-width characters, and emoji. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]|.\uFE0F)/u;

/** How many columns `text` takes on a terminal, its colours aside. */
export function displayWidth(text: string): number {
  let columns = 0;
  for (const { segment } of GRAPHEMES.segment(stripVTControlCharacters(text))) {
    columns += WIDE.test(segment) ? 2 : 1;
  }
  return columns;
}

/** A cell wider than this stands out of its column, lest one giant push the others out of sight. */
const WIDEST_COLUMN = 60;

/** Rows with their columns aligned, two blanks apart. */
export function alignedRows(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      const width = displayWidth(cell);
      if (width <= WIDEST_COLUMN) widths[column] = Math.max(widths[column] ?? 0, width);
    });
  }
  return rows.map(row =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell))))
      .join('  ')
      .trimEnd(),
  );
}
