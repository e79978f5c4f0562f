/** An element of a document in XML. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, decoded. */
  readonly text: string;
}

const NAME = '[A-Za-z][\\w.-]*';
const TAG = new RegExp(`^<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`, 'u');
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What XML 1.0 allows as a character. */
const ALLOWED = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Reads a plain document (elements, attributes, text, the five entities); throws at anything else. */
export function readXml(document: string): XmlElement {
  if (!ALLOWED.test(document)) throw new Error('a character that XML 1.0 does not have');
  if (!document.startsWith(DECLARATION)) throw new Error('no declaration');
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let left = document.slice(DECLARATION.length);
  while (left !== '') left = readOn(left, open);
  const [only, ...others] = root.children;
  if (open.length !== 1 || only === undefined || others.length > 0 || root.text.trim() !== '') {
    throw new Error('not one element, closed');
  }
  return only;
}

/** Reads a text and the tag behind it into the elements that are open. @returns what is left to be read */
function readOn(document: string, open: OpenElement[]): string {
  const inner = open.at(-1);
  if (inner === undefined) throw new Error('nothing is open');
  const text = /^[^<]*/u.exec(document)?.[0] ?? '';
  inner.text += decoded(text);
  const rest = document.slice(text.length);
  if (rest === '') return '';
  const [whole = '', closes, name = '', given = '', empty] = TAG.exec(rest) ?? [];
  if (whole === '') throw new Error(`no tag: ${rest.slice(0, 40)}`);
  if (closes === '/') {
    if (inner.name !== name) throw new Error(`</${name}> closes <${inner.name}>`);
    open.pop();
  } else {
    const element: OpenElement = { name, attributes: attributesIn(given), children: [], text: '' };
    inner.children.push(element);
    if (empty !== '/') open.push(element);
  }
  return rest.slice(whole.length);
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(new RegExp(`(${NAME})="([^"]*)"`, 'gu'))];
  const attributes = Object.fromEntries(found.map(([, name = '', value = '']) => [name, decoded(value)]));
  if (Object.keys(attributes).length !== found.length) throw new Error(`an attribute twice: ${text}`);
  return attributes;
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:(\w+);)?/gu, (whole, name?: string) => {
    const char = ENTITIES[name ?? ''];
    if (char === undefined) throw new Error(`no entity: ${whole}`);
    return char;
  });
}
