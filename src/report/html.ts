/**
 * Text for an HTML element that GitHub renders. Besides HTML's own characters it breaks up `@name` and
 * `#123` with an empty element, since GitHub would turn them into mentions and links. Pure.
 */
export function htmlText(text: string): string {
  return escapeHtml(text).replace(/(?<!&)[@#](?=[\w-])/gu, '$&<span></span>');
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
