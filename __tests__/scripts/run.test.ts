import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { documents } from '../support/documents.ts';
import { workflowFiles } from '../support/workflow-files.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = [
  '__tests__/worlds',
  'bench',
  'testbed/conformance',
  'testbed/demo',
  'testbed/action-e2e',
  'scripts',
];

/** The repository's own files that hold code, by their paths from its root. */
const SOURCES = FOLDERS.flatMap(folder =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:ts|mjs)$/u.test(name) && !name.includes('node_modules'))
    .map(name => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
);

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** What a person can start: it reads its arguments, or says by its exit status how it ended. */
const PROGRAMS = SOURCES.filter(
  file => file.endsWith('.ts') && /^(?!.*\* ).*process\.(?:argv|exitCode)/mu.test(textOf(file)),
);

/** A TypeScript program or one with packages that is handed to whatever Node there is. */
const BARE_NODE = /\bnode (?:[\w./-]+\.ts|[\w./-]*(?:gate|call|credentials)\.mjs)\b/u;

describe('no reader is told to start with any Node what runs on Node 24 only:', () => {
  test.each([
    ...SOURCES.map(file => [file, textOf(file)] as const),
    ...documents().map(({ file, text }) => [file, text] as const),
    ...workflowFiles().map(({ file }) => [file, textOf(`.github/workflows/${file}`)] as const),
  ])('%s', (_, text) => {
    expect(BARE_NODE.exec(text)?.[0]).toBeUndefined();
  });

  test.each(PROGRAMS)('%s says how it is started, or is what npm run starts', file => {
    const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Record<string, string> };
    const isScript = Object.values(scripts).some(line => line.endsWith(`scripts/run.mjs ${file}`));
    const isTold = new RegExp(`node scripts/run\\.mjs (?:--bare )?${file}`, 'u').test(textOf(file));
    expect(isScript || isTold).toBe(true);
  });

  test('and there are such programs', () => {
    expect(PROGRAMS).toEqual(
      expect.arrayContaining(['testbed/action-e2e/start.ts', 'testbed/demo/main.ts', 'scripts/check.ts']),
    );
  });
});

/** Each Node that this machine has, by its version; this process's own is one of them. */
const NODES = new Map(
  [
    process.execPath,
    ...(process.env['PATH'] ?? '').split(path.delimiter).map(folder => path.join(folder, 'node')),
  ]
    .filter(file => existsSync(file))
    .map(file => realpathSync(file))
    .map(file => [spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout.trim(), file] as const),
);

const RUN = path.join(ROOT, 'scripts', 'run.mjs');

describe.each([...NODES])('by Node %s', (_, node) => {
  test.each<[string, readonly string[], number, RegExp]>([
    ['nothing', [], 2, /^Which program\?/u],
    [
      'a program that is not there',
      ['testbed/action-e2e/begin.ts'],
      2,
      /^There is no program testbed\/action-e2e\/begin\.ts here\./u,
    ],
    ['a folder', ['testbed'], 2, /^There is no program testbed here\./u],
    ['the start of an ending', ['--bare', 'testbed/action-e2e/start.ts'], 2, /^GITHUB_OUTPUT is not set/u],
    [
      'an ending',
      ['--bare', 'testbed/action-e2e/serve.ts', 'x'],
      2,
      /^There is no ending "x"\. There are: succeeded, /u,
    ],
    [
      'the judge of an ending',
      ['--bare', 'testbed/action-e2e/judge.ts'],
      2,
      /^There is no ending ""\. There are: /u,
    ],
    ['the demo', ['testbed/demo/main.ts', '--help'], 0, /^$/u],
    ['the demo of nothing', ['testbed/demo/main.ts', 'nothing'], 2, /^There is no scenario "nothing"\./u],
    ['a benchmark', ['bench/main.ts', 'speed'], 2, /^No benchmark is called speed/u],
    ['the check of a release', ['scripts/release.ts'], 1, /^It takes a tag and a file for the notes\./u],
    ['the official stack', ['testbed/conformance/generic-call.mjs'], 2, /^SAE_ENDPOINT is not set/u],
    ['the official gate', ['testbed/conformance/minimal-gate.mjs'], 2, /^SAE_ENDPOINT is not set/u],
    [
      'the official providers',
      ['testbed/conformance/official-credentials.mjs'],
      2,
      /^CREDENTIALS_ENDPOINT is not set/u,
    ],
  ])('%s is run, and says what it lacks without a stack', (__, args, status, said) => {
    const env = { ...process.env, GITHUB_OUTPUT: undefined, SAE_ENDPOINT: undefined };
    const ended = spawnSync(node, [RUN, ...args], { encoding: 'utf8', env });
    expect(ended.status).toBe(status);
    // Where this clone has no Node 24 of its own yet, the first of them says that it is fetched.
    expect(ended.stderr.replace(/^> .*\n/gmu, '')).toMatch(said);
    expect(ended.stderr).not.toMatch(/^\s+at /mu);
  });
});
