import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { API_PATHS } from '../src/sae/client.ts';
import { readDocument } from './support/documents.ts';

const WORDS = fileURLToPath(new URL('../src/words/en/', import.meta.url));
const FILES = ['verdicts.ts', 'faults.ts', 'inputs.ts', 'notes.ts', 'report.ts', 'undo.ts'] as const;
const TEXT = readDocument('docs/troubleshooting.md').text;

/** A message of the gate: what of it is always the same, piece by piece. */
type Message = readonly string[];

function sourceOf(file: string): ts.SourceFile {
  return ts.createSourceFile(
    file,
    readFileSync(path.join(WORDS, file), 'utf8'),
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
function mark(message: Message): string {
  const longest = message.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
  return longest.trim().replace(/(?<=\.) .*$/u, '');
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
    .map(fragment => fragment.replace(/^[:.,] *|[:.]? *$/gu, '').trim());
}

describe('docs/troubleshooting.md', () => {
  test('has every message about the inputs and about an end', () => {
    const messages = [
      ...messagesIn(sourceOf('verdicts.ts'), isWhat),
      ...messagesIn(sourceOf('inputs.ts'), isOfAKind),
    ];
    expect(messages.length).toBeGreaterThan(40);
    expect(messages.map(mark).filter(piece => !TEXT.includes(piece))).toStrictEqual([]);
  });

  test('quotes nothing that the gate does not say', () => {
    const pieces = FILES.flatMap(file => piecesIn(sourceOf(file)));
    const isSaid = (fragment: string): boolean => pieces.some(piece => piece.includes(fragment));
    const quotations = TEXT.split('\n')
      .filter(line => line.startsWith('|'))
      .flatMap(line => [...line.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code))
      .filter(code => code.split(' ').length > 3);
    expect(quotations.length).toBeGreaterThan(60);
    const invented = quotations.flatMap(fragments);
    expect(invented.filter(fragment => !isSaid(fragment))).toStrictEqual([]);
  });
});
