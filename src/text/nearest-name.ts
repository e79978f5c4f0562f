/** The known name that a mistyped one most likely stands for: the one with the fewest typos, if they are few. Pure. */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  const most = Math.ceil(typed.length / 3);
  const [best] = known
    .map(name => ({
      name,
      typos: name.startsWith(typed) && typed.length > 2 ? 0 : editDistance(typed, name),
    }))
    .filter(({ typos }) => typos <= most)
    .toSorted((a, b) => a.typos - b.typos);
  return best?.name;
}

/** How many letters to insert, delete or replace to turn one text into the other (Levenshtein distance). Pure. */
export function editDistance(from: string, to: string): number {
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
