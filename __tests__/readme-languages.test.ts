import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { DocumentFile } from './support/documents.ts';
import { anchorsOf, fencesOf, proseOf, readDocument } from './support/documents.ts';

const EN = readDocument('README.md');
const ZH = readDocument('README.zh-CN.md');

/** A heading or a line of a table, with what stands under which heading. */
interface Section {
  readonly level: number;
  readonly title: string;
  readonly lines: readonly string[];
}

/** The parts of a document, from one heading to the next. */
function sectionsOf(document: DocumentFile): readonly Section[] {
  return proseOf(document)
    .split(/^(?=#+ )/mu)
    .filter(part => part.startsWith('#'))
    .map(part => {
      const [heading = '', ...lines] = part.split('\n');
      const [, marks = '', title = ''] = /^(#+) (.*)$/u.exec(heading) ?? [];
      return { level: marks.length, title, lines };
    });
}

/** The cells of the tables of a section, rules left out. */
function cellsOf({ lines }: Section): readonly (readonly string[])[] {
  return lines
    .filter(line => line.startsWith('|') && !/^\|[\s|:-]+\|$/u.test(line))
    .map(line =>
      line
        .split(/(?<!\\)\|/u)
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
}

function codeIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code);
}

/** Where a document leads, in words that are the same in every language. */
function linksOf(document: DocumentFile): readonly string[] {
  const anchors = anchorsOf(document);
  return [...proseOf(document).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/gu)]
    .map(([, link, source]) => link ?? source ?? '')
    .map(link => (link.startsWith('#') ? `heading ${anchors.indexOf(link.slice(1))}` : link))
    .map(link => link.replace(/-zh(?=-(?:dark|light)\.png$)/u, ''))
    .filter(link => !/^README(?:\.zh-CN)?\.md$/u.test(link))
    .toSorted();
}

/** A fenced piece without its comments, which may be in another language. */
function withoutComments(code: string): string {
  return code.replaceAll(/^\s*#.*\n|\s+#.*$/gmu, '');
}

const [EN_SECTIONS, ZH_SECTIONS] = [sectionsOf(EN), sectionsOf(ZH)];
const PAIRS = EN_SECTIONS.map((en, index) => [en.title, en, ZH_SECTIONS[index]] as const);

describe('the README says in Chinese what it says in English:', () => {
  test('each names the other in its first lines', () => {
    expect(EN.text.slice(0, 200)).toContain('[简体中文](README.zh-CN.md)');
    expect(ZH.text.slice(0, 200)).toContain('[English](README.md)');
  });

  test('the headings are as many, of the same levels', () => {
    expect(ZH_SECTIONS.map(({ level }) => level)).toStrictEqual(EN_SECTIONS.map(({ level }) => level));
  });

  test.each(PAIRS)('%s: as many paragraphs, items and rows', (_, en, zh) => {
    const shape = (section: Section | undefined): readonly string[] =>
      (section?.lines ?? [])
        .filter(line => line !== '')
        .map(line => /^(?:\||-|\d+\.|<)?/u.exec(line)?.[0] ?? '');
    expect(shape(zh)).toStrictEqual(shape(en));
  });

  test.each(PAIRS)('%s: tables are about the same, with the same values', (_, en, zh) => {
    const isCode = (cell: string): boolean => /^`[^`\P{ASCII}]+`$/u.test(cell);
    const marks = (section: Section): readonly (readonly string[])[] =>
      cellsOf(section).map(cells => cells.filter(isCode));
    const names = (section: Section): readonly (readonly string[])[] =>
      quotes(section) ? [] : marks(section);
    expect(zh === undefined ? undefined : names(zh)).toStrictEqual(names(en));
  });

  test('the same pieces of code, but for comments', () => {
    const pieces = (document: DocumentFile): readonly string[] =>
      fencesOf(document).map(({ language, code }) => `${language}\n${withoutComments(code)}`);
    expect(pieces(ZH)).toStrictEqual(pieces(EN));
  });

  test('the same inputs, outputs and RAM actions are named in the text', () => {
    const named = (document: DocumentFile): readonly string[] =>
      [
        ...new Set(codeIn(proseOf(document)).filter(code => /^[a-zA-Z]+$|^sae:\w+$|^[A-Z_]+$/u.test(code))),
      ].toSorted();
    expect(named(ZH)).toStrictEqual(named(EN));
  });

  test('the same links, to the same places', () => {
    expect(linksOf(ZH)).toStrictEqual(linksOf(EN));
  });
});

/** Whether a section's table quotes messages, which are others in every language. */
function quotes({ lines }: Section): boolean {
  return lines.some(line => line.includes('The gate did not start') || line.includes('本步骤没有启动'));
}

test('the Chinese README quotes only what the gate says in Chinese', () => {
  const words = fileURLToPath(new URL('../src/words/zh', import.meta.url));
  const said = readdirSync(words)
    .map(file => readFileSync(path.join(words, file), 'utf8'))
    .join('\n');
  const table = ZH_SECTIONS.find(quotes);
  const quotations = (table === undefined ? [] : cellsOf(table))
    .flatMap(([first = '']) => codeIn(first))
    .filter(quotation => /\p{Script=Han}/u.test(quotation));
  expect(quotations.length).toBeGreaterThan(12);
  // What stands before a message's own words, or in them, is put in when it is made.
  const fragments = quotations.flatMap(quotation =>
    quotation.split(/ ?… ?|\b(?:AssumeRoleWithOIDC|GitHub ID token) |(?<=返回) .*$|(?<=状态为) \d$/u),
  );
  expect(fragments.filter(fragment => !said.includes(fragment))).toStrictEqual([]);
});
