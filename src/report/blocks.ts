import type { Words } from '../words/words.ts';
import { htmlText } from './html.ts';

/** A part of a rendered report that stands or falls as a whole. */
export interface Block {
  /** What is lost with it, for a note. */
  readonly name: string;
  /** A function where it is made only if there may be room for it: such a text is never empty. */
  readonly text: string | (() => string);
  /** The larger, the sooner it is left out; 0 never is. */
  readonly rank: number;
  /** What stands in its place where there is no room for it; its own name is what is lost with that. */
  readonly lesser?: Block;
}

/** Pure as far as its function is. */
export function textOf({ text }: Block): string {
  return typeof text === 'string' ? text : text();
}

/**
 * The blocks in their order, joined by blank lines, in at most `mostBytes` of UTF-8. What does not fit
 * gives way to its lesser form or is left out whole, the highest ranks first, and `note` says what. Goes
 * from the least forms to the greatest, and makes no text beyond the first one that does not fit. Pure.
 */
export function joinBlocks(
  blocks: readonly Block[],
  mostBytes: number,
  note: (names: readonly string[]) => string,
): string {
  const made = new Map<Block, Made>();
  const make = (block: Block): Made => {
    const known = made.get(block) ?? measured(textOf(block));
    made.set(block, known);
    return known;
  };
  const whole = blocks.filter(({ text }) => text !== '');
  const forms = whole.flatMap(formsOf);
  const ranks = [...new Set([0, ...forms.map(({ rank }) => rank)])].sort((a, b) => a - b);
  const most = mostBytes + BREAK.length - 1;
  let fitting: readonly Made[] | undefined;
  for (const highest of ranks) {
    const parts = whole.flatMap(block => formWithin(block, highest) ?? []).map(make);
    const bytes = bytesOf(parts);
    if (fitting !== undefined && bytes > most) break;
    const left = forms.filter(({ rank }) => rank > highest).sort((a, b) => b.rank - a.rank);
    const notes = left.length === 0 ? [] : [measured(note(left.map(({ name }) => name)))];
    if (fitting === undefined || bytes + bytesOf(notes) <= most) fitting = [...parts, ...notes];
  }
  return `${(fitting ?? []).map(({ text }) => text).join(BREAK)}\n`;
}

/** A block and all its lesser forms, the greatest first. */
function formsOf(block: Block): readonly Block[] {
  return block.lesser === undefined ? [block] : [block, ...formsOf(block.lesser)];
}

/** The greatest form of a block of at most this rank; none where it is left out. */
function formWithin(block: Block, highest: number): Block | undefined {
  if (block.rank <= highest) return block;
  return block.lesser && formWithin(block.lesser, highest);
}

/** Between two blocks. */
export const BREAK = '\n\n';

interface Made {
  readonly text: string;
  /** With the blank line behind it. */
  readonly bytes: number;
}

function measured(text: string): Made {
  return { text, bytes: Buffer.byteLength(text) + BREAK.length };
}

function bytesOf(parts: readonly Made[]): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** So many parts are named that were left out. */
const MOST_NAMED = 20;

/** Says what was left out for its size. */
export function leftOutNote(names: readonly string[], words: Words): string {
  const different = [...new Set(names)];
  const more = different.length > MOST_NAMED ? ['…'] : [];
  const told = [...different.slice(0, MOST_NAMED), ...more];
  return `<p><em>${htmlText(words.report.leftOut(told))}</em></p>`;
}
