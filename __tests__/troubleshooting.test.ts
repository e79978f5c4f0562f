import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { API_PATHS } from '../src/sae/client.ts';
import { proseOf, readDocument } from './support/documents.ts';

const FILES = [
  'verdicts.ts',
  'proof.ts',
  'faults.ts',
  'inputs.ts',
  'notes.ts',
  'report.ts',
  'undo.ts',
] as const;

/** A document of messages, and the catalogue that it quotes. */
interface Messages {
  readonly file: string;
  /** The folder of the catalogue. */
  readonly words: string;
  /** Whether a code span is a message, and no name or value. */
  readonly isQuotation: (code: string) => boolean;
  /** The end of a message's first sentence. */
  readonly afterSentence: RegExp;
}

const LANGUAGES: readonly Messages[] = [
  {
    file: 'docs/troubleshooting.md',
    words: '../src/words/en/',
    isQuotation: code => code.split(' ').length > 3,
    afterSentence: /(?<=\.) .*$/u,
  },
  {
    file: 'docs/zh/troubleshooting.md',
    words: '../src/words/zh/',
    isQuotation: code => (code.match(/\p{Script=Han}/gu) ?? []).length > 5,
    afterSentence: /(?<=。).*$/u,
  },
];

/** A message of the gate: what of it is always the same, piece by piece. */
type Message = readonly string[];

function sourceOf(words: string, file: string): ts.SourceFile {
  return ts.createSourceFile(
    file,
    readFileSync(path.join(fileURLToPath(new URL(words, import.meta.url)), file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
}

/** The constant pieces of the texts in a part of the source. */
function piecesIn(node: ts.Node): readonly string[] {
  const own = ts.isStringLiteralLike(node) || isTemplatePiece(node) ? [node.text] : [];
  const inner: string[] = [];
  ts.forEachChild(node, child => {
    inner.push(...piecesIn(child));
  });
  return [...own, ...inner];
}

function isTemplatePiece(node: ts.Node): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail {
  return ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
}

/** The parts of the source that `isMessage` picks. */
function messagesIn(node: ts.Node, isMessage: (node: ts.Node) => boolean): readonly Message[] {
  if (isMessage(node)) return [piecesIn(node)];
  const inner: Message[] = [];
  ts.forEachChild(node, child => {
    inner.push(...messagesIn(child, isMessage));
  });
  return inner;
}

const isWhat = (node: ts.Node): boolean => ts.isPropertyAssignment(node) && node.name.getText() === 'what';

/** What is said of one kind of fault, without the name of the kind. */
const isOfAKind = (node: ts.Node): boolean =>
  !ts.isSourceFile(node) && ts.isPropertyAssignment(node.parent) && node.parent.initializer === node;

/** What tells a message from all others: the longest of its pieces, and of that the first sentence. */
function mark(message: Message, afterSentence: RegExp): string {
  const longest = message.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
  return longest.trim().replace(afterSentence, '');
}

/** What a message may begin with, put in when it is made. */
const SERVICES = new RegExp(
  `^(?:${[...Object.keys(API_PATHS), 'AssumeRoleWithOIDC', 'GitHub ID token', 'OIDC token', 'ECS metadata service'].join('|')})(?= )`,
  'u',
);

/** The pieces of a quotation that are always the same. */
function fragments(quotation: string): Message {
  return quotation
    .replace(SERVICES, '…')
    .split('…')
    .map(fragment => fragment.replace(/^[:.,：。，“”] *|[:.：。，“”]? *$/gu, '').trim());
}

describe.each(LANGUAGES.map(language => [language.file, language] as const))(
  '%s',
  (file, { words, isQuotation, afterSentence }) => {
    const { text } = readDocument(file);

    test('has every message about the inputs and about an end', () => {
      const messages = [
        ...messagesIn(sourceOf(words, 'verdicts.ts'), isWhat),
        ...messagesIn(sourceOf(words, 'proof.ts'), isWhat),
        ...messagesIn(sourceOf(words, 'inputs.ts'), isOfAKind),
      ];
      expect(messages.length).toBeGreaterThan(40);
      const marks = messages.map(message => mark(message, afterSentence));
      expect(marks.filter(piece => !text.includes(piece))).toStrictEqual([]);
    });

    test('quotes nothing that the gate does not say', () => {
      const pieces = FILES.flatMap(one => piecesIn(sourceOf(words, one)));
      const isSaid = (fragment: string): boolean => pieces.some(piece => piece.includes(fragment));
      const quotations = text
        .split('\n')
        .filter(line => line.startsWith('|'))
        .flatMap(line => [...line.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code))
        .filter(isQuotation);
      expect(quotations.length).toBeGreaterThan(60);
      const invented = quotations.flatMap(fragments);
      expect(invented.filter(fragment => !isSaid(fragment))).toStrictEqual([]);
    });
  },
);

test.each([
  ['docs/idle.md', '../src/words/en/'],
  ['docs/zh/idle.md', '../src/words/zh/'],
])('%s has every message of the wait for a free application', (file, words) => {
  const { text } = readDocument(file);
  const messages = messagesIn(sourceOf(words, 'idle.ts'), isWhat);
  expect(messages).toHaveLength(6);
  const unsaid = messages.filter(pieces => !pieces.some(piece => text.includes(`\`${piece.trim()}`)));
  expect(unsaid).toStrictEqual([]);
});

test('both have the same headings', () => {
  const levels = LANGUAGES.map(({ file }) => proseOf(readDocument(file)).match(/^#+(?= )/gmu));
  expect(levels[1]).toStrictEqual(levels[0]);
});
