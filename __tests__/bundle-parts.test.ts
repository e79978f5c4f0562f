import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import {
  EDITS,
  STAND_INS,
  withHalfIndents,
  withoutBundlerNotes,
  withoutComments,
} from '../scripts/bundle-parts.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PACKAGES = path.join(ROOT, 'node_modules');
const BUNDLES = ['index.js', 'cli.js'].map(file => readFileSync(path.join(ROOT, 'dist', file), 'utf8'));

const each = Object.entries(STAND_INS).flatMap(([name, standIns]) =>
  standIns.map(({ file, code }) => ({ name, file, code })),
);

/** The names that the installed files of a package import from another one. */
function importedNames(by: string, from: string): readonly string[] {
  const folder = path.join(PACKAGES, by, 'lib');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.js'),
  );
  return files.flatMap(file => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    return source.statements.filter(ts.isImportDeclaration).flatMap(one => {
      const specifier = one.moduleSpecifier.getText(source).slice(1, -1);
      const named = one.importClause?.namedBindings;
      if (specifier !== from && !specifier.startsWith(`${from}/`)) return [];
      if (named !== undefined && ts.isNamedImports(named)) {
        return named.elements.map(element => (element.propertyName ?? element.name).text);
      }
      // A namespace: what is taken from it stands in the text.
      const space = named?.name.text ?? '';
      return [...text.matchAll(new RegExp(`\\b${space}\\.(\\w+)`, 'gu'))].map(([, member = '']) => member);
    });
  });
}

describe('what stands in for parts of packages in the bundle', () => {
  test.each(each)('$name: $file stands where the installed package has a file', ({ name, file }) => {
    expect(existsSync(path.join(PACKAGES, name, file))).toBe(true);
  });

  test.each(each.filter(({ file }) => file === 'index.js'))(
    '$name: everything that it requires is there',
    ({ name, code }) => {
      const required = [...code.matchAll(/require\('([^']+)'\)/gu)].map(([, file = '']) => file);
      expect(required).not.toHaveLength(0);
      expect(required.filter(file => !existsSync(path.join(PACKAGES, name, file)))).toStrictEqual([]);
    },
  );

  test.each([
    ['@actions/core', '@actions/http-client'],
    ['@actions/github', '@actions/http-client'],
    ['@actions/github', 'undici'],
    ['@actions/github', '@octokit/plugin-paginate-rest'],
  ])('%s finds in %s every name that it imports from there', (by, from) => {
    const names = importedNames(by, from);
    expect(names).not.toHaveLength(0);
    const code = (STAND_INS[from] ?? []).map(standIn => standIn.code).join('\n');
    const exported = [...code.matchAll(/export (?:class|const) (\w+)|exports\.(\w+) =/gu)].map(
      ([, a, b]) => a ?? b,
    );
    expect(names.filter(name => !exported.includes(name))).toStrictEqual([]);
  });

  test.each(EDITS)(
    '$package: $file has the line once that is put otherwise',
    ({ package: name, file, line }) => {
      const lines = readFileSync(path.join(PACKAGES, name, file), 'utf8').split('\n');
      expect(lines.filter(one => one === line)).toHaveLength(1);
      // All else of the module that the line loads is taken from there: nothing more than what stands for it.
      const [, loaded = ''] = /^const \{? ?(\w+)/u.exec(line) ?? [];
      const uses = lines.flatMap(one => [...one.matchAll(new RegExp(`\\b${loaded}\\b(?:\\.\\w+)?`, 'gu'))]);
      const taken = new Set(uses.map(([use]) => use));
      expect(['IncomingMessage', 'http http.maxHeaderSize', 'assert']).toContain([...taken].join(' '));
    },
  );

  test('is what the bundles hold, and not the original', () => {
    for (const bundle of BUNDLES) {
      for (const { line, by } of EDITS) {
        expect(bundle).toContain(by);
        expect(bundle).not.toContain(line);
      }
      expect(bundle).toContain('The bundle holds no HTTP/2');
      expect(bundle).not.toContain('class FormDataParser');
      expect(bundle).not.toContain('lib/web/fetch/util.js');
      expect(bundle).not.toContain('HTTP2_HEADER_STATUS');
      expect(bundle).not.toContain('class ToolRunner');
      expect(bundle).not.toContain('GET /user/codespaces');
    }
  });
});

describe('a module without its comments', () => {
  test.each([
    ['const a = 1; // one\nconst b = 2;\n', 'const a = 1;\nconst b = 2;\n'],
    ['/** What it does. */\nexport const a = 1;\n', 'export const a = 1;\n'],
    ['f(/* nothing */);\n', 'f();\n'],
    ["const url = 'https://example.test'; /* x */\n", "const url = 'https://example.test';\n"],
    [
      'const pattern = /\\/\\*/u; const text = `// ${1 /* one */}`;\n',
      'const pattern = /\\/\\*/u; const text = `// ${1}`;\n',
    ],
    ['const text = `a  \n\n\n// b`;\n', 'const text = `a  \n\n\n// b`;\n'],
    ['/*! MIT */\na();\n', '/*! MIT */\na();\n'],
  ])('%j is %j', (text, expected) => {
    expect(withoutComments(text)).toBe(expected);
  });
});

describe('a module with half its indents', () => {
  test.each([
    ['{\n    a();\n        b();\n}\n', '{\n  a();\n    b();\n}\n'],
    ['const a = [\n    1,\n\n    2,\n];\n', 'const a = [\n  1,\n\n  2,\n];\n'],
    // What texts hold is no indent.
    ['{\n    f(`\n    a ${b(\n        1)}\n    c`);\n', '{\n  f(`\n    a ${b(\n    1)}\n    c`);\n'],
    ["const a    = '    b';\n", "const a    = '    b';\n"],
    ['/*! MIT */\n    a();\n    /*! BSD */\n', '/*! MIT */\n  a();\n  /*! BSD */\n'],
  ])('%j is %j', (text, expected) => {
    expect(withHalfIndents(text)).toBe(expected);
  });
});

test('of what the bundler notes for itself only the names of the modules stay', () => {
  const bundle =
    'a();\n\n\n;// CONCATENATED MODULE: ./build/src/one.js\n\n\nb("/* binding */ ");\n' +
    '/* harmony export */ d(exports, {\n/* harmony export */   X: () => (/* binding */ one),\n/* harmony export */ });\n';
  expect(withoutBundlerNotes(bundle)).toBe(
    'a();\n;// CONCATENATED MODULE: ./build/src/one.js\nb("/* binding */ ");\nd(exports, {\n  X: () => (one),\n});\n',
  );
});
