import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { parse } from 'yaml';
import type { InputDefinition } from '../src/inputs/table.ts';
import { IDLE_INPUTS, INPUTS } from '../src/inputs/table.ts';
import { IDLE_OUTPUTS, OUTPUTS } from '../src/report/outputs.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The rooms of `src/`, the lowest first: each may need those above its own line here and none below it,
 * types included. Where the process is put together (`main.ts`, `cli.ts`) is over all of them.
 */
const ROOMS = [
  'text',
  'polling',
  'rollout',
  'http',
  'schedule',
  'credentials',
  'sae',
  'github',
  'discovery',
  'idle',
  'verification',
  'diagnosis',
  'doctor',
  'undo',
  'inputs',
  'endings',
  'words',
  'report',
  'check-run',
  'gate',
  'cli',
  'platform',
] as const;

type Room = (typeof ROOMS)[number];

/** Where the process is put together. */
const ENTRIES: readonly string[] = ['main.ts', 'cli.ts'];

/** The rooms that know no package and nothing of Node, so that all they do can be tried in memory. */
const PURE: readonly Room[] = [
  'text',
  'polling',
  'rollout',
  'schedule',
  'discovery',
  'idle',
  'verification',
  'diagnosis',
  'doctor',
  'undo',
  'endings',
  'words',
  'report',
  'gate',
];

/**
 * Files and rooms that need even less than lies below them; where a room holds rules and flows, its rules
 * are named by their files. A name that ends with a slash stands for the whole room.
 */
const NARROW: readonly (readonly [of: string, needs: readonly string[]])[] = [
  ['text/', []],
  ['polling/', []],
  ['rollout/', []],
  ['schedule/', ['rollout/']],
  ['discovery/choose-order.ts', ['rollout/']],
  ['idle/blocking.ts', ['rollout/']],
  ['verification/claim.ts', ['rollout/']],
  ['verification/instance-states.ts', ['rollout/']],
  ['verification/proof.ts', ['rollout/', 'verification/claim.ts', 'verification/instance-states.ts']],
  [
    'verification/progress.ts',
    ['rollout/', 'verification/claim.ts', 'verification/instance-states.ts', 'verification/proof.ts'],
  ],
  [
    'verification/judge.ts',
    ['rollout/', 'verification/instance-states.ts', 'verification/progress.ts', 'verification/proof.ts'],
  ],
  ['diagnosis/known-causes.ts', ['diagnosis/findings.ts', 'rollout/', 'text/']],
  ['diagnosis/findings.ts', ['rollout/', 'text/']],
  ['diagnosis/diagnosis.ts', ['diagnosis/findings.ts', 'diagnosis/known-causes.ts', 'rollout/', 'text/']],
  ['undo/permission.ts', ['rollout/']],
  ['undo/acceptance.ts', ['rollout/']],
  ['undo/undo.ts', ['undo/permission.ts', 'rollout/']],
  ['words/format.ts', []],
];

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

/** The room that a file lies in; `undefined` for one that lies beside them. */
function roomOf(file: string): string | undefined {
  return file.includes('/') ? file.split('/')[0] : undefined;
}

/** How high a file lies: the place of its room, or over all rooms. */
function floorOf(file: string): number {
  const room = roomOf(file);
  return room === undefined ? ROOMS.length : (ROOMS as readonly string[]).indexOf(room);
}

/** Which rooms each room needs besides itself. */
function neededRooms(files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  const needs = new Map<string, Set<string>>();
  for (const { file, house } of files) {
    const from = roomOf(file);
    for (const room of from === undefined ? [] : house.map(roomOf)) {
      if (from === undefined || room === undefined || room === from || room === '..') continue;
      needs.set(from, (needs.get(from) ?? new Set()).add(room));
    }
  }
  return new Map([...needs].map(([from, rooms]) => [from, [...rooms]]));
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
    const rooms = new Set(FILES.map(({ file }) => roomOf(file)));
    expect([...rooms].filter(room => room !== undefined).sort()).toStrictEqual([...ROOMS].sort());
    const beside = FILES.map(({ file }) => file).filter(file => roomOf(file) === undefined);
    expect(beside.sort()).toStrictEqual([...ENTRIES].sort());
    for (const [name] of NARROW) {
      expect(FILES.filter(({ file }) => file.startsWith(name))).not.toHaveLength(0);
    }
  });

  test('lie upon each other: every import leads to a lower room, or stays in its own', () => {
    const upward = FILES.flatMap(({ file, house }) =>
      house
        .filter(imported => !imported.startsWith('../'))
        .filter(imported => roomOf(imported) !== roomOf(file) && floorOf(imported) >= floorOf(file))
        .map(imported => `${file} -> ${imported}`),
    );
    expect(upward).toStrictEqual([]);
  });

  test('no two rooms need each other, however long the way around', () => {
    const needs = neededRooms(FILES);
    expect(needs.get('gate')).toContain('rollout');
    expect(circles(needs)).toStrictEqual([]);
  });

  test.each(NARROW)('%s needs only its own and %j', (of, needs) => {
    const allowed = [of, ...needs];
    expect(strayImports(of, imported => allowed.some(name => imported.startsWith(name)))).toStrictEqual([]);
  });

  test.each(PURE)('%s knows no package and nothing of Node', room => {
    const knowing = FILES.filter(({ file, foreign }) => roomOf(file) === room && foreign.length > 0);
    expect(knowing).toStrictEqual([]);
  });

  const isOuter = (file: string): boolean => ENTRIES.includes(file) || roomOf(file) === 'platform';

  test('only main.ts, cli.ts and platform/ import the toolkit, undici or the process', () => {
    const ofTheRunner = /^(?:@actions\/|undici(?:\/|$)|(?:node:)?process$)/;
    const users = FILES.filter(({ foreign }) => foreign.some(name => ofTheRunner.test(name)));
    expect(users.map(({ file }) => file).filter(file => !isOuter(file))).toStrictEqual([]);
    expect(users.map(({ file }) => file)).toContain('platform/undici-transport.ts');
  });

  test('only main.ts, cli.ts and platform/ touch the process or the console', () => {
    const touching = FILES.filter(({ file }) =>
      touchesTheProcess(readFileSync(path.join(SOURCE, file), 'utf8')),
    );
    expect(touching.map(({ file }) => file).filter(file => !isOuter(file))).toStrictEqual([]);
    expect(touching.map(({ file }) => file)).toContain('main.ts');
  });

  test('only main.ts and cli.ts import platform/', () => {
    const users = FILES.filter(({ file, house }) => !isOuter(file) && house.some(isOuter));
    expect(users).toStrictEqual([]);
  });

  test('only cli.ts starts the command; its terminal knows its types', () => {
    const users = FILES.filter(
      ({ file, house }) => roomOf(file) !== 'cli' && house.some(imported => roomOf(imported) === 'cli'),
    );
    expect(users.map(({ file }) => file).sort()).toStrictEqual(['cli.ts', 'platform/terminal.ts']);
  });

  test('the command carries nothing of the runner’s toolkit or of Octokit, and the action nothing of the command', () => {
    const packages = reachedFrom('cli.ts').flatMap(({ foreign }) => foreign);
    expect(packages.filter(name => name.startsWith('@actions/'))).toStrictEqual([]);
    expect(packages).toContain('undici');
    const strays = reachedFrom('main.ts').filter(({ house }) =>
      house.some(imported => roomOf(imported) === 'cli'),
    );
    expect(strays.map(({ file }) => file)).toStrictEqual([]);
  });

  test.each(['simulator', 'github-fake', 'fault-proxy', 'connect-proxy', 'runner', 'loopback', 'action-e2e'])(
    'testbed/%s shares no code with src, so that neither can hide a mistake of the other',
    folder => {
      const files = filesOf(path.join(ROOT, 'testbed', folder));
      expect(files).not.toHaveLength(0);
      expect(usersOfSource(files)).toStrictEqual([]);
    },
  );

  test('nothing else in testbed/ shares code with src either, but for judges, who have to know what it reads', () => {
    const files = filesOf(path.join(ROOT, 'testbed')).filter(file => !file.includes('testbed/judges/'));
    expect(usersOfSource(files)).toStrictEqual([]);
    expect(usersOfSource(filesOf(path.join(ROOT, 'testbed/judges')))).not.toStrictEqual([]);
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
    ((ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
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

describe('idle/action.yml', () => {
  const { inputs, outputs, runs } = parse(readFileSync(path.join(ROOT, 'idle/action.yml'), 'utf8'), {
    schema: 'failsafe',
  }) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
    readonly outputs: Readonly<Record<string, unknown>>;
    readonly runs: Readonly<Record<string, string>>;
  };

  test('declares the inputs that are read, with the same defaults', () => {
    const wanted = IDLE_INPUTS.map(name => [name, (INPUTS[name] as InputDefinition).default]);
    expect(Object.entries(inputs).map(([name, input]) => [name, input.default])).toStrictEqual(wanted);
  });

  test('declares the outputs that are set', () => {
    expect(Object.keys(outputs)).toStrictEqual([...IDLE_OUTPUTS]);
  });

  test('runs the same bundle under Node 24, and nothing after the job', () => {
    expect(runs).toStrictEqual({ using: 'node24', main: '../dist/idle.js' });
  });
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
