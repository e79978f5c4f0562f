import type { Words } from '../words/words.ts';

/**
 * Text for an HTML element that GitHub renders. Besides HTML's own characters it breaks up `@name`,
 * `#123` and `GH-123` with an empty element, since GitHub would turn them into mentions and links. On one
 * line, since a blank line would end the block of HTML in which it stands. Pure.
 */
export function htmlText(text: string): string {
  // No issue has a number as long as that of a workflow run, which people put behind `gh-`.
  const line = text.replace(/[\r\n]/gu, ' ');
  return escapeHtml(line).replace(/(?<!&)[@#](?=[\w-])|(?<!\w)gh-(?=\d{1,7}(?!\d))/giu, '$&<span></span>');
}

/** Text for a quoted HTML attribute. Pure. */
export function htmlAttribute(text: string): string {
  return escapeHtml(text);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, char => ENTITIES[char] ?? '');
}

/** Text set apart as code, in HTML. Pure. */
export function code(text: string): string {
  return `<code>${htmlText(text)}</code>`;
}

/** A label with its colon, set apart from the text after it. */
export function boldLabel(label: string, { colon }: Words): string {
  const space = colon.endsWith(' ') ? ' ' : '';
  return `<strong>${htmlText(`${label}${colon}`.trimEnd())}</strong>${space}`;
}

/** Rows as a table; nothing for none. Pure. */
export function table(rows: readonly string[]): string {
  return rows.length === 0 ? '' : ['<table>', ...rows, '</table>'].join('\n');
}

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
