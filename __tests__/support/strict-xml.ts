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
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const ALLOWED = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Reads a plain document (elements, attributes, text, the five entities); throws at anything else. */
export function readXml(document: string): XmlElement {
  if (!ALLOWED.test(document)) throw new Error('a character that XML 1.0 does not have');
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!document.startsWith(declaration)) throw new Error('no declaration');
  let left = document.slice(declaration.length);
  const root = { name: '', attributes: {}, children: [] as XmlElement[], text: '' };
  const open = [root];
  while (left !== '') {
    const inner = open.at(-1) ?? root;
    const text = /^[^<]*/u.exec(left)?.[0] ?? '';
    inner.text += decoded(text);
    left = left.slice(text.length);
    if (left === '') break;
    const [whole = '', closes, name = '', given = '', empty] = TAG.exec(left) ?? [];
    if (whole === '') throw new Error(`no tag: ${left.slice(0, 40)}`);
    left = left.slice(whole.length);
    if (closes === '/') {
      if (inner.name !== name || open.length < 2) throw new Error(`</${name}> closes <${inner.name}>`);
      open.pop();
      continue;
    }
    const element = { name, attributes: attributesIn(given), children: [] as XmlElement[], text: '' };
    inner.children.push(element);
    if (empty !== '/') open.push(element);
  }
  const [only, ...others] = root.children;
  if (open.length !== 1 || only === undefined || others.length > 0 || root.text.trim() !== '') {
    throw new Error('not one element, closed');
  }
  return only;
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
