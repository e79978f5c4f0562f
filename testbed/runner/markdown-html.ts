import type { Element, ElementContent, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import type { Options as SanitizeSchema } from 'rehype-sanitize';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGemoji from 'remark-gemoji';
import remarkGfm from 'remark-gfm';
import { getAlertIcon, remarkAlert } from 'remark-github-blockquote-alert';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { descendants, hasClass } from './html-elements.ts';

/** The kinds of alerts that GitHub's Markdown has. */
const ALERT_KINDS = ['note', 'tip', 'important', 'warning', 'caution'] as const;

/** The default schema follows GitHub's sanitation; alerts need their classes besides. */
const SCHEMA: SanitizeSchema = {
  ...defaultSchema,
  strip: [...(defaultSchema.strip ?? []), 'style'],
  attributes: {
    ...defaultSchema.attributes,
    div: [
      ...(defaultSchema.attributes?.['div'] ?? []),
      ['className', 'markdown-alert', ...ALERT_KINDS.map(kind => `markdown-alert-${kind}`)],
    ],
    p: [['className', 'markdown-alert-title']],
  },
};

const PROCESSOR = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkGemoji)
  .use(remarkAlert)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize, SCHEMA)
  .use(() => finishAlerts)
  .use(() => markMermaid)
  .use(rehypeStringify)
  .freeze();

/**
 * Markdown as GitHub renders it in a job summary: a piece of sanitised HTML without scripts, styles,
 * event handlers, forms or `data:` pictures. A mermaid fence becomes `<pre class="mermaid">` with the
 * diagram's source, which something in the page has to draw.
 */
export function markdownHtml(markdown: string): string {
  return PROCESSOR.stringify(markdownTree(markdown));
}

/** The same as a tree. */
export function markdownTree(markdown: string): Root {
  return PROCESSOR.runSync(PROCESSOR.parse(markdown));
}

/** Sanitation takes the icons of alerts away; GitHub puts them in afterwards, and so does this. */
function finishAlerts(tree: Root): void {
  for (const alert of descendants(tree).filter(element => hasClass(element, 'markdown-alert'))) {
    const kind = ALERT_KINDS.find(name => hasClass(alert, `markdown-alert-${name}`));
    if (kind === undefined) continue;
    alert.children = alert.children.filter(child => !isEmptyParagraph(child));
    const title = descendants(alert).find(element => hasClass(element, 'markdown-alert-title'));
    if (title !== undefined) {
      title.children = [
        alertIcon(kind),
        { type: 'text', value: kind.replace(/^./, first => first.toUpperCase()) },
      ];
    }
  }
}

function markMermaid(tree: Root): void {
  for (const pre of descendants(tree).filter(({ tagName }) => tagName === 'pre')) {
    const [code] = pre.children;
    if (code?.type !== 'element' || !hasClass(code, 'language-mermaid')) continue;
    pre.properties = { className: ['mermaid'] };
    pre.children = code.children;
  }
}

function alertIcon(kind: (typeof ALERT_KINDS)[number]): Element {
  const icon = getAlertIcon(kind);
  const d = 'children' in icon ? icon.children[0]?.data?.hProperties?.d : undefined;
  return {
    type: 'element',
    tagName: 'svg',
    properties: {
      className: ['octicon', 'mr-2'],
      viewBox: '0 0 16 16',
      width: 16,
      height: 16,
      ariaHidden: 'true',
    },
    children: [{ type: 'element', tagName: 'path', properties: { d }, children: [] }],
  };
}

function isEmptyParagraph(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'p' && node.children.length === 0;
}
