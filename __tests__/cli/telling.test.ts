import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { rollout } from '../../testbed/simulator/timeline.ts';
import { SESSION } from '../action/run-gate.ts';
import { until } from '../action/until.ts';
import { readXml } from '../support/strict-xml.ts';
import { englishIn } from '../words/english.ts';
import { treeHash } from '../../scripts/tree-hash.ts';
import { runCli, runProgram, surroundings, waitInStory, withStory } from './run-cli.ts';

const FOLDER = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-cli-'));
const ENDLESS = scenario({ order: { timeline: rollout({ batchesMs: [Infinity], prepareMs: 0 }) } });
const CANARY = 'canary-4711-secret';

afterAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
});

/** A path of its own for a file, in a folder that is not there yet. */
function freshFile(name: string): string {
  return path.join(mkdtempSync(path.join(FOLDER, 'run-')), 'reports', name);
}

type Line = Readonly<Record<string, unknown>>;

function jsonLines(stdout: string): readonly Line[] {
  expect(stdout.endsWith('\n')).toBe(true);
  return stdout
    .slice(0, -1)
    .split('\n')
    .map(line => JSON.parse(line) as Line);
}

describe('without a terminal', () => {
  test.concurrent('each line has its time, and none a control character', async () => {
    const { stdout } = await waitInStory('success');
    const lines = stdout.split('\n').slice(0, -1);
    expect(lines.length).toBeGreaterThan(9);
    const untimed = lines.filter(line => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ {2}\S?/u.test(line));
    expect(untimed).toStrictEqual([]);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(stdout).toContain('✅ demo-app: rollout succeeded');
  });

  test.concurrent(
    'a red ending is reported once, with its link and the command that rolls back',
    async () => {
      const { stdout } = await waitInStory('needs-rollback');
      for (const told of [
        'rollout is stuck, manual rollback required',
        'AbortAndRollbackChangeOrder',
        'ChangeOrderDetail',
      ]) {
        expect(stdout.split(told).length - 1).toBe(1);
      }
    },
  );

  test.concurrent('there are colors if they are requested anyway', async () => {
    const { stdout } = await waitInStory('failed-batch', [], { env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[31m✖ SAE · demo-app: batch 2 of 3 failed\u001b[39m');
  });

  test.concurrent('Chinese is spoken throughout', async () => {
    const { stdout } = await waitInStory('failed-batch', ['--language', 'zh']);
    const foreign = /Batch 2 failed: 2 of 2 instances did not get ready within 60 s\./gu;
    expect(englishIn(stdout.replaceAll(foreign, ''))).toStrictEqual([]);
    expect(stdout).toContain('demo-app 发布失败');
  });
});

describe('--json', () => {
  test.concurrent('reports each change in a line, and the result in the last', async () => {
    const { stdout, stderr } = await waitInStory('success', ['--json']);
    const lines = jsonLines(stdout);
    const batches = lines.filter(({ kind, what }) => kind === 'change' && what === 'batch');
    expect(batches.map(({ number, status }) => [number, status])).toStrictEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
      [3, 1],
      [3, 2],
    ]);
    expect(lines.map(({ kind }) => kind).filter(kind => kind === 'result')).toHaveLength(1);
    expect(lines.at(-1)).toMatchObject({ kind: 'result', exitStatus: 0, verdict: 'succeeded' });
    expect(stderr).toBe('');
  });

  test.concurrent('is JSON whatever the cloud says, and holds nothing that moves a terminal', async () => {
    const { stdout, status } = await waitInStory('hostile-text', ['--json']);
    const lines = jsonLines(stdout);
    expect(lines.at(-1)).toMatchObject({ kind: 'result', exitStatus: status });
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });

  test.concurrent('reports faults of the inputs too, and the result after them', async () => {
    const run = await runCli(['wait', '--change-order-id', 'x', '--timeout', 'soon', '--json']);
    const lines = jsonLines(run.stdout);
    expect(lines.map(({ kind }) => kind)).toStrictEqual(['error', 'result']);
    expect(lines[1]).toMatchObject({ exitStatus: 2, verdict: 'error' });
  });
});

describe('a secret', () => {
  test.concurrent.each([
    ['--access-key-secret', CANARY],
    [`--access-key-secret=${CANARY}`],
    ['--security-token', CANARY],
    ['--token', CANARY],
    ['--github-token', CANARY],
    ['--acess-key-secret', CANARY],
    [`--accessKeySecret=${CANARY}`],
    ['--check-name', CANARY],
    ['-s', CANARY],
    [`-${CANARY}`],
  ])('%s is refused as a flag, and not echoed', async (...args) => {
    for (const line of [
      ['wait', ...args],
      [...args, 'wait'],
    ]) {
      const run = await runCli(line);
      expect(run.status).toBe(2);
      expect(run.stdout).toBe('');
      expect(run.stderr).not.toContain('canary-4711-secret');
    }
  });

  test.concurrent('is in nothing that is reported or written, although the API echoes it', async () => {
    const [report, junit] = [freshFile('report.md'), freshFile('junit.xml')];
    const echoing = scenario({
      order: { description: `key ${SESSION.accessKeyId}, token ${SESSION.securityToken ?? ''}` },
    });
    const args = ['--report', report, '--junit', junit, '--verbose'];
    const plain = await waitInStory(echoing, args);
    const json = await waitInStory(echoing, [...args, '--json']);
    const told = [plain.stdout, plain.stderr, json.stdout, json.stderr, readFileSync(report, 'utf8')].join(
      '\n',
    );
    for (const secret of [SESSION.accessKeyId, SESSION.accessKeySecret, SESSION.securityToken ?? '']) {
      expect(told + readFileSync(junit, 'utf8')).not.toContain(secret);
    }
    expect(told).toContain('***');
  });
});

describe('the reports', () => {
  test.concurrent('are written, with a case for each batch', async () => {
    const [report, junit] = [freshFile('report.md'), freshFile('junit.xml')];
    const run = await waitInStory('failed-batch', ['--report', report, '--junit', junit]);
    expect(run.status).toBe(1);
    expect(readFileSync(report, 'utf8')).toContain('<h2>❌ demo-app: batch 2 of 3 failed</h2>');
    const [suite] = readXml(readFileSync(junit, 'utf8')).children;
    const cases = suite?.children.filter(({ name }) => name === 'testcase') ?? [];
    expect(cases.map(({ attributes, children }) => [attributes['name'], children[0]?.name])).toStrictEqual([
      ['Batch 1/3', undefined],
      ['Batch 2/3', 'failure'],
      ['Batch 3/3', 'skipped'],
    ]);
  });

  test.concurrent('are red while the wait goes on, and stay so where the process is killed', async () => {
    const [report, junit] = [freshFile('report.md'), freshFile('junit.xml')];
    await waitInStory(ENDLESS, ['--report', report, '--junit', junit], {
      meanwhile: async cli => {
        await until('the first look', () => cli.stdout().includes('Batch 1 of 1'));
        cli.signal('SIGKILL');
      },
    });
    const [suite] = readXml(readFileSync(junit, 'utf8')).children;
    expect(suite?.attributes).toMatchObject({ tests: '1', errors: '1' });
    expect(readFileSync(report, 'utf8')).toContain('The wait has not ended.');
  });

  test.concurrent('that cannot be written are reported before anything is asked', async () => {
    const file = path.join(mkdtempSync(path.join(FOLDER, 'run-')), 'file');
    writeFileSync(file, '');
    await withStory('finished', async simulator => {
      const args = ['wait', '--change-order-id', 'x', '--junit', path.join(file, 'junit.xml')];
      const run = await runCli(args, { env: surroundings(simulator) });
      expect(run.status).toBe(2);
      expect(run.stderr).toMatch(/--junit: the file cannot be written: E\w+/u);
      expect(simulator.requests).toHaveLength(0);
    });
  });

  test.concurrent('report bad inputs as an error of the order', async () => {
    const junit = freshFile('junit.xml');
    const run = await runCli(['wait', '--change-order-id', 'x', '--junit', junit]);
    expect(run.status).toBe(2);
    const [suite] = readXml(readFileSync(junit, 'utf8')).children;
    expect(suite?.attributes).toMatchObject({ tests: '1', errors: '1', failures: '0' });
  });
});

describe('a command line with several faults', () => {
  test.concurrent('reports all of them at once: its own, and those of the inputs', async () => {
    const { status, stderr } = await runCli([
      'wait',
      '--timeout=soon',
      '--junit=a',
      '--report=a',
      '--verify=x',
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain('--report, --junit: expected two files');
    expect(stderr).toMatch(/--timeout: expected .+ got "soon"/u);
    expect(stderr).toMatch(/--verify: expected .+ got "x"/u);
    expect(stderr).toContain('--region-id: missing');
    expect(stderr.match(/--help/gu)).toHaveLength(1);
  });

  test.concurrent('does not report as missing what a misspelled flag may have set', async () => {
    const { stderr } = await runCli(['wait', '--regoin-id', 'cn-hangzhou', '--timeout=soon']);
    expect(stderr).toContain('--regoin-id: no such flag; did you mean --region-id?');
    expect(stderr).toMatch(/--timeout: expected .+ got "soon"/u);
    expect(stderr).not.toContain('missing');
  });

  test.concurrent('shows no secret that stands in the place of an input', async () => {
    const env = { ALIBABA_CLOUD_ACCESS_KEY_SECRET: CANARY };
    const { stderr } = await runCli(['wait', '--tiemout=1', `--endpoint=http://${CANARY}`], { env });
    expect(stderr).toMatch(/--endpoint: expected .+ got/u);
    expect(stderr).not.toContain(CANARY);
  });

  test.concurrent('suggests the flag for an id that stands alone', async () => {
    const { stderr } = await runCli(['wait', 'co-123']);
    expect(stderr).toContain('did you mean --change-order-id co-123?');
  });
});

describe('help and version', () => {
  test.concurrent.each(['--help', '-h', 'help'])('%s reports every flag', async how => {
    const run = await runCli([how]);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('--[no-]fail-fast');
    expect(run.stdout).toContain('--change-order-id VALUE');
  });

  test.concurrent('in Chinese', async () => {
    const run = await runCli(['wait', '--help', '--language=zh']);
    expect(run.status).toBe(0);
    expect(englishIn(run.stdout.replaceAll(/^ {2}(?:--|sae-).*$/gmu, ''))).toStrictEqual([]);
  });

  test.concurrent('--version', async () => {
    // The build knows no commit, and names what it was made of as git does.
    const stdout = `sae-rollout-gate 0.1.0 (source tree ${treeHash('src')})\n`;
    expect(await runCli(['--version'])).toMatchObject({ status: 0, stdout });
  });

  test.concurrent.each([
    ['wait', '--change-order-id', 'x', '--help'],
    ['--version', '--help'],
    ['wait', '--junit', 'x.xml', '--version'],
    ['frobnicate', '--help'],
  ])('%s %s %s %s: no success without a look', async (...args) => {
    expect((await runCli(args)).status).toBe(2);
  });
});

const isPosix = process.platform !== 'win32';

(isPosix ? test : test.skip)('the package installs without any other, and runs', async () => {
  const home = mkdtempSync(path.join(FOLDER, 'home-'));
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const npm = (args: readonly string[], cwd: string): string => {
    const env = { PATH: process.env['PATH'], HOME: home };
    const { status, stdout, stderr } = spawnSync('npm', [...args, '--offline', '--loglevel=error'], {
      cwd,
      env,
      encoding: 'utf8',
    });
    expect({ status, stderr: status === 0 ? '' : stderr }).toStrictEqual({ status: 0, stderr: '' });
    return stdout;
  };
  const tarball = npm(['pack', '--pack-destination', home], root).trim().split('\n').at(-1) ?? '';
  npm(['install', '--no-audit', '--no-fund', '--prefix', home, path.join(home, tarball)], home);
  const program = path.join(home, 'node_modules', '.bin', 'sae-rollout-gate');
  expect(existsSync(program)).toBe(true);
  const run = await withStory('finished', simulator =>
    runProgram(
      program,
      ['wait', '--change-order-id', simulator.scenario.demo.inputs['changeOrderId'] ?? ''],
      {
        env: surroundings(simulator),
        cwd: home,
      },
    ),
  );
  expect(run).toMatchObject({ status: 0, stderr: '' });
});
