/** Elements that HTML shows on lines of their own. */
const LINE_ELEMENTS = new Set(
  (
    'address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th title tr ul'
  ).split(' '),
);

/**
 * The other elements of HTML. Anything in neither set, such as `<nil>` or `<init>`, is text and not a tag.
 */
const INLINE_ELEMENTS = new Set(
  (
    'a abbr acronym audio b base bdi bdo big body button canvas cite code col colgroup data datalist del dfn ' +
    'dialog em embed font frame frameset head html i iframe img input ins kbd label legend link map mark ' +
    'meta meter noscript object optgroup option output param picture progress q rp rt ruby s samp script ' +
    'select small source span strike strong style sub sup svg tbody template textarea tfoot thead time track ' +
    'tt u var video wbr'
  ).split(' '),
);

/** Elements whose content is not shown. */
const UNREAD_ELEMENTS = new Set(['script', 'style']);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '…',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  rdquo: '”',
  rsquo: '’',
};

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu;
const NAME = /^<\/?([a-z][^\s/>]*)/iu;
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu;
const WEB_ADDRESS = /^https?:\/\/[^\s<>"'`]+$/iu;

/**
 * Plain text from a text that may contain HTML: tags are removed, a link keeps its address behind its text
 * (`see here (https://…)`), entities are decoded, scripts, styles and comments are dropped. Text without HTML
 * is unchanged, except that a `<` that would begin a tag, as in `<nil>`, becomes `‹`: no tag ever remains.
 * The result must still be escaped where it is shown. Takes time in proportion to the length, whatever the
 * text. Pure.
 */
export function htmlToText(html: string): string {
  const reader = new HtmlReader(html);
  return reader.text().replace(/<([a-z/!?][^<>]*)(>?)/giu, (_, inside: string, end: string) =>
    // Removes its closing bracket too, if it has one.
    end === '' ? `‹${inside}` : `‹${inside}›`,
  );
}

class HtmlReader {
  readonly #html: string;
  readonly #parts: string[] = [];
  #at = 0;
  /** The address of the open link, and how many parts there were before it. */
  #link: { readonly address: string; readonly from: number } | undefined;

  constructor(html: string) {
    this.#html = html;
  }

  text(): string {
    for (;;) {
      const open = this.#html.indexOf('<', this.#at);
      if (open < 0 || !this.#readMarkup(open)) break;
    }
    this.#takeText(this.#html.length);
    this.#closeLink();
    return this.#parts.join('');
  }

  /**
   * Reads past the markup that begins at `open`, or past what only looks like it; false if it does not end.
   */
  #readMarkup(open: number): boolean {
    const html = this.#html;
    if (!/[a-z/!?]/iu.test(html[open + 1] ?? '')) {
      this.#takeText(open + 1);
      return true;
    }
    const isComment = html.startsWith('<!--', open);
    const end = isComment ? html.indexOf('-->', open + 4) : tagEnd(html, open);
    if (end < 0) return false;
    const tag = html.slice(open, end + 1);
    const name = isComment ? '' : NAME.exec(tag)?.[1]?.toLowerCase();
    if (!isComment && (!tag.endsWith('>') || !isMarkup(name))) {
      // If it ended at the next `<`, that one is still to be read.
      this.#takeText(tag.endsWith('>') ? end + 1 : Math.max(end, open + 1));
      return true;
    }
    this.#takeText(open);
    this.#at = end + (isComment ? 3 : 1);
    this.#readTag(tag, name ?? '');
    return true;
  }

  /** Takes everything before `end` as text. */
  #takeText(end: number): void {
    this.#parts.push(decodeEntities(this.#html.slice(this.#at, end)));
    this.#at = end;
  }

  #readTag(tag: string, name: string): void {
    const closes = tag.startsWith('</');
    if (name === 'a') {
      this.#closeLink();
      const address = closes ? undefined : addressIn(tag);
      if (address !== undefined) this.#link = { address, from: this.#parts.length };
    }
    if (LINE_ELEMENTS.has(name)) this.#parts.push('\n');
    if (closes || !UNREAD_ELEMENTS.has(name)) return;
    const end = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
    end.lastIndex = this.#at;
    this.#at = end.exec(this.#html)?.index ?? this.#html.length;
  }

  #closeLink(): void {
    if (this.#link === undefined) return;
    const { address, from } = this.#link;
    const words = this.#parts.slice(from).join('').trim();
    if (words !== address) this.#parts.push(words === '' ? address : ` (${address})`);
    this.#link = undefined;
  }
}

function isMarkup(name: string | undefined): boolean {
  // Without a name it is a declaration or an instruction: `<!…>`, `<?…>`, `</>`.
  return name === undefined || LINE_ELEMENTS.has(name) || INLINE_ELEMENTS.has(name);
}

/**
 * Where the tag that would begin at `open` ends: at the first `>` outside quotes, or at a `<`, which shows
 * that it is no tag; -1 if it does not end.
 */
function tagEnd(html: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < html.length; at++) {
    const char = html[at] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>' || char === '<') {
      return at;
      // A quote counts only at the start of a value: an apostrophe in text does not.
    } else if ((char === '"' || char === "'") && html[at - 1] === '=') {
      quote = char;
    }
  }
  return -1;
}

function addressIn(tag: string): string | undefined {
  const [, double, single, bare] = HREF.exec(tag) ?? [];
  const address = decodeEntities(double ?? single ?? bare ?? '').trim();
  return WEB_ADDRESS.test(address) ? address : undefined;
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\ufffd';
  });
}
