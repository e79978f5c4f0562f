import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));

/** What stands before a declaration as its docstring, without tags; `undefined` where nothing does. */
function docOf(node: ts.Node): string | undefined {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return doc === undefined ? undefined : (ts.getTextOfJSDocComment(doc.comment) ?? '');
}

/** The functions and classes that a file gives to others, each with its docstring. */
function exportedIn(file: string, text: string): readonly { readonly what: string; readonly doc?: string }[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter(statement => ts.canHaveModifiers(statement))
    .filter(statement => ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap(statement => {
      const isCode = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
      const doc = docOf(statement);
      const given = doc === undefined ? {} : { doc };
      if (isCode) return [{ what: `${file}: ${statement.name?.text ?? 'default'}`, ...given }];
      if (!ts.isVariableStatement(statement)) return [];
      return statement.declarationList.declarations
        .filter(({ initializer }) => initializer !== undefined && ts.isArrowFunction(initializer))
        .map(({ name }) => ({ what: `${file}: ${name.getText(source)}`, ...given }));
    });
}

const isSentence = (doc = ''): boolean =>
  /^["`'«]?\p{Lu}[\s\S]{10,}\./u.test(doc) || /^`[\s\S]{10,}\./u.test(doc);

test('every exported function and class of src/ says in a sentence what it guarantees', () => {
  const all = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .flatMap(file => exportedIn(file, readFileSync(path.join(SOURCE, file), 'utf8')));
  expect(all.length).toBeGreaterThan(200);
  expect(all.filter(({ doc }) => !isSentence(doc)).map(({ what }) => what)).toStrictEqual([]);
});

test('a function without a sentence is found', () => {
  const text = [
    'export function bare(): void {}',
    '/** short */ export const arrow = () => 1;',
    '/** Says what it does, at length. */ export class Told {}',
    'function own(): void {}',
  ].join('\n');
  const found = exportedIn('file.ts', text).filter(({ doc }) => !isSentence(doc));
  expect(found.map(({ what }) => what)).toStrictEqual(['file.ts: bare', 'file.ts: arrow']);
});
