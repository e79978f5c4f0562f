/** The known name that was probably meant: the one with the fewest slips of the pen, if they are few. Pure. */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  const most = Math.ceil(typed.length / 3);
  const [best] = known
    .map(name => ({
      name,
      slips: name.startsWith(typed) && typed.length > 2 ? 0 : slipsBetween(typed, name),
    }))
    .filter(({ slips }) => slips <= most)
    .toSorted((a, b) => a.slips - b.slips);
  return best?.name;
}

/** Letters to be added, left out or changed to make one text of the other (Levenshtein's distance). */
function slipsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of from.split('').entries()) {
    const next = [index + 1];
    for (const [column, other] of to.split('').entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
