import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { parse } from 'yaml';
import type { InputDefinition } from '../src/inputs/table.ts';
import { INPUTS } from '../src/inputs/table.ts';
import { OUTPUTS } from '../src/report/outputs.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** One file of `src/` and what it imports, types included. */
interface SourceFile {
  /** From `src/` on, with slashes, e.g. `polling/poll.ts`. */
  readonly file: string;
  /** The house's own files, named likewise; one outside of `src/` begins with `../`. */
  readonly house: readonly string[];
  /** Packages and Node's modules. */
  readonly foreign: readonly string[];
}

const SOURCE = path.join(ROOT, 'src');
const FILES = filesOf(SOURCE).map(readSource);

/** The TypeScript files of a folder, named from `src/` on. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => path.relative(SOURCE, path.join(folder, file)).replaceAll(path.sep, '/'));
}

function readSource(file: string): SourceFile {
  const text = readFileSync(path.join(SOURCE, file), 'utf8');
  const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const isHouse = (name: string): boolean => name.startsWith('.');
  return {
    file,
    house: imported.filter(isHouse).map(name => path.posix.join(path.posix.dirname(file), name)),
    foreign: imported.filter(name => !isHouse(name)),
  };
}

/** `file -> import` for each import of the house by a file of `folder` that `allowed` does not take. */
function strayImports(folder: string, allowed: (imported: string) => boolean): readonly string[] {
  return FILES.filter(({ file }) => file.startsWith(folder)).flatMap(({ file, house }) =>
    house.filter(imported => !allowed(imported)).map(imported => `${file} -> ${imported}`),
  );
}

/** Those of these files, which lie outside of `src/`, that import from there. */
function usersOfSource(files: readonly string[]): readonly string[] {
  return files.filter(file => readSource(file).house.some(imported => imported.startsWith('../src/')));
}

/** A file of `src/` and all that it imports, however many steps away. */
function reachedFrom(start: string): readonly SourceFile[] {
  const reached = new Set([start]);
  for (const file of reached) {
    for (const imported of FILES.find(one => one.file === file)?.house ?? []) reached.add(imported);
  }
  return FILES.filter(({ file }) => reached.has(file));
}

describe('the floors of the house', () => {
  test('are all there: the rules below are about something', () => {
    const named = [
      'rollout/',
      'polling/',
      'text/',
      'schedule/',
      'budget/',
      'cli/',
      'words/format.ts',
      'runtime/',
    ];
    for (const folder of [...named, 'main.ts', 'command.ts']) {
      expect(FILES.filter(({ file }) => file.startsWith(folder))).not.toHaveLength(0);
    }
  });

  test.each(['rollout/', 'polling/', 'text/'])('%s imports only its own', folder => {
    expect(strayImports(folder, imported => imported.startsWith(folder))).toStrictEqual([]);
  });

  test.each([
    ['schedule/', ['rollout/']],
    ['budget/', ['polling/']],
    ['diagnosis/', ['rollout/', 'text/']],
  ])('%s imports only its own and %j', (folder, others) => {
    const rooms = [folder, ...others];
    expect(strayImports(folder, imported => rooms.some(room => imported.startsWith(room)))).toStrictEqual([]);
  });

  test('words/format.ts imports nothing of the house', () => {
    expect(strayImports('words/format.ts', () => false)).toStrictEqual([]);
  });

  test('the domain knows no package and nothing of Node', () => {
    const inner = FILES.filter(({ file }) =>
      /^(?:rollout|polling|text|schedule|budget|diagnosis|discovery)\//.test(file),
    );
    expect(inner.filter(({ foreign }) => foreign.length > 0)).toStrictEqual([]);
  });

  const isOuter = (file: string): boolean =>
    ['main.ts', 'command.ts'].includes(file) || file.startsWith('runtime/');

  test('only main.ts, command.ts and runtime/ import the toolkit, undici or the process', () => {
    const ofTheRunner = /^(?:@actions\/|undici(?:\/|$)|(?:node:)?process$)/;
    const users = FILES.filter(({ foreign }) => foreign.some(name => ofTheRunner.test(name)));
    expect(users.map(({ file }) => file).filter(file => !isOuter(file))).toStrictEqual([]);
    expect(users.map(({ file }) => file)).toContain('runtime/undici-transport.ts');
  });

  test('only main.ts, command.ts and runtime/ touch the process or the console', () => {
    const touching = FILES.filter(({ file }) =>
      touchesTheProcess(readFileSync(path.join(SOURCE, file), 'utf8')),
    );
    expect(touching.map(({ file }) => file).filter(file => !isOuter(file))).toStrictEqual([]);
    expect(touching.map(({ file }) => file)).toContain('main.ts');
  });

  test('only main.ts and command.ts import runtime/', () => {
    const users = FILES.filter(({ file, house }) => !isOuter(file) && house.some(isOuter));
    expect(users).toStrictEqual([]);
  });

  test('only command.ts starts the command; its terminal and its words know its types', () => {
    const users = FILES.filter(
      ({ file, house }) => !file.startsWith('cli/') && house.some(imported => imported.startsWith('cli/')),
    );
    const known = /^(?:command\.ts$|runtime\/process-terminal\.ts$|words\/)/;
    expect(users.map(({ file }) => file).filter(file => !known.test(file))).toStrictEqual([]);
    expect(users.map(({ file }) => file)).toContain('command.ts');
  });

  test('the command carries nothing of the runner’s toolkit or of Octokit, and the action nothing of the command', () => {
    const packages = reachedFrom('command.ts').flatMap(({ foreign }) => foreign);
    expect(packages.filter(name => name.startsWith('@actions/'))).toStrictEqual([]);
    expect(packages).toContain('undici');
    const ofTheAction = reachedFrom('main.ts').filter(({ file }) => !file.startsWith('words/'));
    const strays = ofTheAction.filter(({ house }) => house.some(imported => imported.startsWith('cli/')));
    expect(strays.map(({ file }) => file)).toStrictEqual([]);
  });

  test.each([
    'simulator',
    'github-fake',
    'fault-proxy',
    'connect-proxy',
    'local-runner',
    'loopback',
    'endings',
  ])('%s shares no code with src, so that neither can hide a mistake of the other', folder => {
    const files = filesOf(path.join(ROOT, folder));
    expect(files).not.toHaveLength(0);
    expect(usersOfSource(files)).toStrictEqual([]);
  });

  test('what the generated worlds are judged by shares no code with src either', () => {
    const worlds = filesOf(path.join(ROOT, '__tests__', 'worlds'));
    const oracle = worlds.filter(file => /\/(?:documented|earned|judge)\.ts$/.test(file));
    expect(oracle).toHaveLength(3);
    expect(usersOfSource(oracle)).toStrictEqual([]);
    expect(usersOfSource(worlds)).not.toStrictEqual([]);
  });

  test('nothing in src imports from elsewhere in the repository but package.json', () => {
    expect(
      strayImports('', imported => !imported.startsWith('../') || imported === '../package.json'),
    ).toStrictEqual([]);
  });

  test('no import leads in a circle', () => {
    expect(circles(new Map(FILES.map(({ file, house }) => [file, house])))).toStrictEqual([]);
  });

  test('no file hides what it is about behind a name for everything', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|index|common|misc|shared)\.ts$/;
    expect(FILES.map(({ file }) => file).filter(file => vague.test(file))).toStrictEqual([]);
  });
});

/** Whether a file uses the global `process` or `console`; comments and texts do not count. */
function touchesTheProcess(text: string): boolean {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const touches = (node: ts.Node): boolean =>
    (ts.isPropertyAccessExpression(node) &&
      ts.isIdentifier(node.expression) &&
      ['process', 'console'].includes(node.expression.text)) ||
    (ts.forEachChild(node, child => touches(child) || undefined) ?? false);
  return touches(source);
}

/** The circles of imports that a walk from each file finds, as `a -> b -> a`. */
function circles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    const seenAt = way.indexOf(file);
    if (seenAt >= 0) found.push([...way.slice(seenAt), file].join(' -> '));
    if (seenAt >= 0 || done.has(file)) return;
    for (const imported of graph.get(file) ?? []) walk(imported, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}

test('circles finds a circle where there is one', () => {
  const graph = new Map([
    ['a', ['b', 'c']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(circles(graph)).toStrictEqual(['b -> c -> b']);
});

describe('action.yml', () => {
  const manifest = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8'), {
    schema: 'failsafe',
  }) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
    readonly outputs: Readonly<Record<string, unknown>>;
    readonly runs: Readonly<Record<string, string>>;
  };

  test('declares the inputs that are read, with the same defaults', () => {
    const definitions: readonly [string, InputDefinition][] = Object.entries(INPUTS);
    const declared = Object.entries(manifest.inputs).map(([name, input]) => [name, input.default]);
    const wanted = definitions.map(([name, input]) => [name, input.default ?? input.runnerDefault]);
    expect(declared).toStrictEqual(wanted);
  });

  test('declares the outputs that are set', () => {
    expect(Object.keys(manifest.outputs)).toStrictEqual([...OUTPUTS]);
  });

  test('runs the bundle under Node 24', () => {
    expect(manifest.runs).toMatchObject({ using: 'node24', main: 'dist/index.js' });
  });
});
