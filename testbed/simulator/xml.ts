/**
 * `value` as the XML that Alibaba Cloud answers when the client does not accept JSON: one element a
 * field, an array as the element repeated, null and undefined left out.
 */
export function toXml(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(item => toXml(name, item)).join('');
  if (typeof value === 'object') {
    const fields = Object.entries(value).map(([field, item]) => toXml(field, item));
    return `<${name}>${fields.join('')}</${name}>`;
  }
  return `<${name}>${escapeXml(typeof value === 'string' ? value : JSON.stringify(value))}</${name}>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
