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

/** A line that stands over something, set apart. Pure. */
export function title(text: string): string {
  return `<p><strong>${htmlText(text)}</strong></p>`;
}

/** A link; the address is the gate's own. Pure. */
export function anchor(url: string, text: string): string {
  return `<a href="${htmlAttribute(url)}">${htmlText(text)}</a>`;
}

/** Items of HTML as a list; nothing for none. Pure. */
export function list(items: readonly string[]): string {
  return items.length === 0 ? '' : ['<ul>', ...items.map(item => `<li>${item}</li>`), '</ul>'].join('\n');
}

/** What is shown when its summary is opened; `between` its parts, which are HTML. Pure. */
export function folded(summary: string, parts: readonly string[], between = '\n', open = false): string {
  return [`<details${open ? ' open' : ''}><summary>${summary}</summary>`, ...parts, '</details>'].join(
    between,
  );
}

/** A cell of HTML; unbroken where Chinese would be broken after every character on a narrow screen. Pure. */
export function cell(html: string, unbroken = false): string {
  return `<td${unbroken ? ' nowrap' : ''}>${html}</td>`;
}

/** A row of cells, or of headings. Pure. */
export function row(cells: readonly string[]): string {
  return `<tr>${cells.join('')}</tr>`;
}

/** The heading of a column or of a row. Pure. */
export function heading(text: string, unbroken = true): string {
  return `<th align="left"${unbroken ? ' nowrap' : ''}>${htmlText(text)}</th>`;
}

/** Rows as a table; nothing for none. Pure. */
export function table(rows: readonly string[]): string {
  return rows.length === 0 ? '' : ['<table>', ...rows, '</table>'].join('\n');
}
