import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { DocumentFile } from './support/documents.ts';
import { anchorsOf, fencesOf, proseOf, readDocument } from './support/documents.ts';

const EN = readDocument('README.md');
const ZH = readDocument('README.zh-CN.md');

/** Every document that there is in both languages, but for the messages: each language has its own, and a test. */
const TWINS: readonly (readonly [string, DocumentFile, DocumentFile])[] = [
  [EN.file, EN, ZH],
  ...readdirSync(fileURLToPath(new URL('../docs/zh', import.meta.url)))
    .filter(file => file !== 'troubleshooting.md')
    .filter(file => existsSync(new URL(`../docs/${file}`, import.meta.url)))
    .map(file => [`docs/${file}`, readDocument(`docs/${file}`), readDocument(`docs/zh/${file}`)] as const),
];
const ENGLISH = new Map([
  ...TWINS.map(([, en, zh]) => [zh.file, en.file] as const),
  ['docs/zh/troubleshooting.md', 'docs/troubleshooting.md'] as const,
]);

/** What stands in a document of its own in Chinese, and where in English. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['docs/zh/yunxiao.md', 'docs/examples.md#yunxiao-flow'],
]);

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
  return [...proseOf(document).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/gu)]
    .map(([, link, source]) => link ?? source ?? '')
    .map(link => (/^[a-z]+:/u.test(link) ? link : placeOf(document, link)))
    .filter(place => !(document.file.startsWith('README') && /^README\.md$/u.test(place)))
    .toSorted();
}

/** The place of a link in the English documents: the file, and the heading by its number where it has twins. */
function placeOf(document: DocumentFile, link: string): string {
  const [target = '', anchor] = link.split('#');
  const file = target === '' ? document.file : path.posix.join(path.posix.dirname(document.file), target);
  const english = ENGLISH.get(file) ?? file.replace(/-zh(?=-(?:dark|light)\.png$)/u, '');
  if (anchor === undefined) return ELSEWHERE.get(english) ?? english;
  if (![...ENGLISH.values()].includes(english)) return `${english}#${anchor}`;
  return `${english}, heading ${anchorsOf(readDocument(file)).indexOf(anchor)}`;
}

/** A fenced piece without its comments, which may be in another language. */
function withoutComments(code: string): string {
  return code.replaceAll(/^\s*#.*\n|\s+#.*$/gmu, '');
}

test('each README names the other in its first lines', () => {
  expect(EN.text.slice(0, 200)).toContain('[简体中文](README.zh-CN.md)');
  expect(ZH.text.slice(0, 200)).toContain('[English](README.md)');
});

test('what Chinese users need first is there in Chinese', () => {
  const there = readdirSync(fileURLToPath(new URL('../docs/zh', import.meta.url)));
  const wanted = ['inputs', 'outputs', 'credentials', 'command', 'troubleshooting', 'yunxiao'];
  expect(there).toStrictEqual(expect.arrayContaining(wanted.map(name => `${name}.md`)));
});

describe.each(TWINS)('%s says in Chinese what it says in English:', (_, english, chinese) => {
  const [enSections, zhSections] = [sectionsOf(english), sectionsOf(chinese)];
  const pairs = enSections.map((en, index) => [en.title, en, zhSections[index]] as const);

  test('the headings are as many, of the same levels', () => {
    expect(zhSections.map(({ level }) => level)).toStrictEqual(enSections.map(({ level }) => level));
  });

  test.each(pairs)('%s: as many paragraphs, items and rows', (__, en, zh) => {
    const shape = (section: Section | undefined): readonly string[] =>
      (section?.lines ?? [])
        .filter(line => line !== '')
        .map(line => /^(?:\||-|\d+\.|<)?/u.exec(line)?.[0] ?? '');
    expect(shape(zh)).toStrictEqual(shape(en));
  });

  test.each(pairs)('%s: tables are about the same, with the same values', (__, en, zh) => {
    const isCode = (cell: string): boolean => /^`[^`\P{ASCII}]+`$/u.test(cell);
    const marks = (section: Section): readonly (readonly string[])[] =>
      cellsOf(section).map(cells => cells.filter(isCode));
    expect(zh === undefined ? undefined : marks(zh)).toStrictEqual(marks(en));
  });

  test('the same pieces of code, but for comments', () => {
    const pieces = (document: DocumentFile): readonly string[] =>
      fencesOf(document).map(({ language, code }) => `${language}\n${withoutComments(code)}`);
    expect(pieces(chinese)).toStrictEqual(pieces(english));
  });

  test('the same inputs, outputs and RAM actions are named in the text', () => {
    const named = (document: DocumentFile): readonly string[] =>
      [
        ...new Set(codeIn(proseOf(document)).filter(code => /^[a-zA-Z]+$|^sae:\w+$|^[A-Z_]+$/u.test(code))),
      ].toSorted();
    expect(named(chinese)).toStrictEqual(named(english));
  });

  test('the same links, to the same places', () => {
    expect(linksOf(chinese)).toStrictEqual(linksOf(english));
  });
});
