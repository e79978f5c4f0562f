/** What XML 1.0 cannot hold, not even escaped (section 2.2, Char). Broken surrogates are replaced before. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as the content of an element of XML 1.0. Pure. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(NOT_XML, '')
    .replaceAll(/[&<>"]/gu, char => ENTITIES[char] ?? char);
}

/** An element with its attributes; those that are `undefined` are left out. Pure. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content?: readonly string[],
): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    // Line breaks in an attribute would be read as blanks.
    value === undefined ? [] : [` ${key}="${xmlText(String(value)).replaceAll(/\s/gu, ' ')}"`],
  );
  const start = `<${name}${given.join('')}`;
  return content === undefined ? `${start}/>` : `${start}>${content.join('')}</${name}>`;
}
