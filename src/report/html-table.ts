/** Rows as a table; nothing for none. Pure. */
export function table(rows: readonly string[]): string {
  return rows.length === 0 ? '' : ['<table>', ...rows, '</table>'].join('\n');
}
