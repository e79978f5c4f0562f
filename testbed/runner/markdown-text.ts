import type { Element, ElementContent, RootContent } from 'hast';
import { alignedRows } from './display-width.ts';
import { descendants, hasClass } from './html-elements.ts';
import { markdownTree } from './markdown-html.ts';
import { plainLine } from './plain-line.ts';
import type { Colour } from './terminal-style.ts';
import { paint } from './terminal-style.ts';

const ALERT_COLOURS: Readonly<Record<string, Colour>> = {
  'markdown-alert-note': 'blue',
  'markdown-alert-tip': 'green',
  'markdown-alert-important': 'magenta',
  'markdown-alert-warning': 'yellow',
  'markdown-alert-caution': 'red',
};

const INLINE = new Set([
  'a',
  'b',
  'br',
  'code',
  'del',
  'em',
  'i',
  'img',
  'input',
  'kbd',
  'strong',
  'sub',
  'sup',
]);

type Node = RootContent | ElementContent;

/** A job summary as text for a terminal: what GitHub would show, as far as a terminal can. */
export function markdownText(markdown: string, colours: boolean): string {
  const lines = new TextRenderer(colours).blocks(markdownTree(markdown).children);
  return lines.map(line => line.trimEnd()).join('\n');
}

class TextRenderer {
  readonly #colours: boolean;

  constructor(colours: boolean) {
    this.#colours = colours;
  }

  /** The lines of these nodes, one empty line between two blocks. */
  blocks(nodes: readonly Node[]): string[] {
    const lines: string[] = [];
    let inline: Node[] = [];
    const add = (block: readonly string[]): void => {
      if (block.length > 0) lines.push(...(lines.length > 0 ? [''] : []), ...block);
    };
    const flush = (): void => {
      const text = this.#inline(inline).trim();
      if (text !== '') add(text.split('\n'));
      inline = [];
    };
    for (const node of nodes) {
      if (node.type === 'element' && !INLINE.has(node.tagName)) {
        flush();
        add(this.#block(node));
      } else {
        inline.push(node);
      }
    }
    flush();
    return lines;
  }

  #block(element: Element): string[] {
    const { tagName, children } = element;
    if (/^h[1-6]$/.test(tagName)) return [paint(this.#inline(children), 'bold', this.#colours)];
    if (tagName === 'hr') return ['────────'];
    if (tagName === 'table') return this.#table(element);
    if (tagName === 'pre') return this.#code(element);
    if (tagName === 'ul' || tagName === 'ol') return this.#list(element);
    if (tagName === 'details') return this.#details(element);
    if (tagName === 'blockquote') return this.blocks(children).map(line => `│ ${line}`);
    if (isAlert(element)) return this.#alert(element);
    return this.blocks(children);
  }

  #table(table: Element): string[] {
    const rows = descendants(table)
      .filter(({ tagName }) => tagName === 'tr')
      .flatMap(row => {
        const cells = row.children.filter(cell => cell.type === 'element').map(cell => this.#cell(cell));
        // One line of the terminal for each line of the longest cell.
        const height = Math.max(0, ...cells.map(lines => lines.length));
        return Array.from({ length: height }, (_, line) => cells.map(lines => lines[line] ?? ''));
      });
    return alignedRows(rows);
  }

  /** The lines of a cell: one, but for those that hold blocks, such as a list of steps. */
  #cell(cell: Element): readonly string[] {
    const isBlock = (node: Node): boolean => node.type === 'element' && !INLINE.has(node.tagName);
    if (cell.children.some(isBlock)) return this.blocks(cell.children).filter(line => line.trim() !== '');
    const text = this.#inline(cell.children).replaceAll('\n', ' ').trim();
    return [cell.tagName === 'th' ? paint(text, 'dim', this.#colours) : text];
  }

  #code(pre: Element): string[] {
    const isDiagram = hasClass(pre, 'mermaid');
    if (isDiagram) return [paint('(a diagram: see the page)', 'dim', this.#colours)];
    const lines = rawText(pre).replace(/\n$/, '').split('\n');
    return lines.map(line => `    ${plainLine(line)}`);
  }

  #list(list: Element): string[] {
    const items = list.children.filter(child => child.type === 'element');
    return items.flatMap((item, index) => {
      const mark = list.tagName === 'ol' ? `${index + 1}. ` : '• ';
      const lines = this.blocks(item.children);
      return lines.map((line, row) => (row === 0 ? mark : ' '.repeat(mark.length)) + line);
    });
  }

  #details(details: Element): string[] {
    const summary = descendants(details).find(({ tagName }) => tagName === 'summary');
    const title = `▼ ${this.#inline(summary?.children ?? [])}`;
    const rest = this.blocks(details.children.filter(child => child !== summary));
    return [paint(title, 'bold', this.#colours), ...rest.map(line => `  ${line}`)];
  }

  #alert(alert: Element): string[] {
    const colour = Object.entries(ALERT_COLOURS).find(([name]) => hasClass(alert, name))?.[1] ?? 'bold';
    const bar = paint('┃', colour, this.#colours);
    return this.blocks(alert.children).map(line => `${bar} ${line}`);
  }

  #inline(nodes: readonly Node[]): string {
    return nodes.map(node => this.#inlineNode(node)).join('');
  }

  #inlineNode(node: Node): string {
    if (node.type === 'text') return plainLine(node.value.replaceAll(/\s+/g, ' '));
    if (node.type !== 'element') return '';
    const text = this.#inline(node.children);
    if (node.tagName === 'br') return '\n';
    if (node.tagName === 'img') return attribute(node, 'alt');
    if (node.tagName === 'strong' || node.tagName === 'b') return paint(text, 'bold', this.#colours);
    const url = node.tagName === 'a' ? attribute(node, 'href') : '';
    return url === '' || url === text ? text : `${text} (${url})`;
  }
}

function isAlert(element: Element): boolean {
  return hasClass(element, 'markdown-alert');
}

function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  return typeof value === 'string' ? plainLine(value) : '';
}

function rawText(node: Node): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(rawText).join('') : '';
}
