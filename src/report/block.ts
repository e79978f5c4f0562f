/** A part of a rendered report that stands or falls as a whole. */
export interface Block {
  /** What is lost with it, for a note. */
  readonly name: string;
  readonly text: string;
  /** The larger, the sooner it is left out; 0 never is. */
  readonly rank: number;
  /** What stands in its place where there is no room for it; its own name is what is lost with that. */
  readonly lesser?: Block;
}

/**
 * The blocks in their order, joined by blank lines, in at most `mostBytes` of UTF-8. What does not fit
 * gives way to its lesser form or is left out whole, the highest ranks first, and `note` says what. Pure.
 */
export function joinBlocks(
  blocks: readonly Block[],
  mostBytes: number,
  note: (names: readonly string[]) => string,
): string {
  let kept = blocks.filter(({ text }) => text !== '');
  let bytes = kept.reduce((sum, { text }) => sum + joinedBytes(text), 0);
  const left: string[] = [];
  for (;;) {
    const notes = left.length === 0 ? [] : [note(left)];
    const worst = kept.reduce((high, { rank }) => Math.max(high, rank), 0);
    const most = mostBytes + BREAK.length - 1;
    if (worst === 0 || notes.reduce((sum, text) => sum + joinedBytes(text), bytes) <= most) {
      return `${[...kept.map(({ text }) => text), ...notes].join(BREAK)}\n`;
    }
    kept = kept.flatMap(block => {
      if (block.rank !== worst) return [block];
      left.push(block.name);
      bytes -= joinedBytes(block.text);
      if (block.lesser === undefined) return [];
      bytes += joinedBytes(block.lesser.text);
      return [block.lesser];
    });
  }
}

const BREAK = '\n\n';

function joinedBytes(text: string): number {
  return Buffer.byteLength(text) + BREAK.length;
}
