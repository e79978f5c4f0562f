/** A part of a rendered report that stands or falls as a whole. */
export interface Block {
  /** What it is called where it had to be left out. */
  readonly name: string;
  readonly text: string;
  /** The larger, the sooner it is left out; 0 never is. */
  readonly rank: number;
}

/**
 * The blocks in their order, joined by blank lines, in at most `mostBytes` of UTF-8. What does not fit
 * is left out whole, the highest ranks first, and `note` says what. Pure.
 */
export function joinBlocks(
  blocks: readonly Block[],
  mostBytes: number,
  note: (names: readonly string[]) => string,
): string {
  let kept = blocks.filter(({ text }) => text !== '');
  const left: string[] = [];
  for (;;) {
    const parts = [...kept.map(({ text }) => text), ...(left.length === 0 ? [] : [note(left)])];
    const whole = `${parts.join('\n\n')}\n`;
    const worst = kept.reduce((high, { rank }) => Math.max(high, rank), 0);
    if (Buffer.byteLength(whole) <= mostBytes || worst === 0) return whole;
    left.push(...kept.filter(({ rank }) => rank === worst).map(({ name }) => name));
    kept = kept.filter(({ rank }) => rank !== worst);
  }
}
