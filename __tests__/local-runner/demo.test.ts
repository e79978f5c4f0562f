import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { readArguments } from '../../testbed/demo/arguments.ts';
import { FRAME_WORDS } from '../../testbed/demo/frame-words.ts';
import { judge } from '../../testbed/demo/judgement.ts';
import { unknownScenario } from '../../testbed/demo/usage.ts';
import { SCENARIO_NAMES } from '../../testbed/simulator/scenarios.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the demo as `npm run demo` does; `onText` sees its output as it comes. */
function demo(
  args: readonly string[],
  onText: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['testbed/demo/main.ts', ...args], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      onText(stdout, signal => child.kill(signal));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', exitCode => {
      resolve({ exitCode, stdout, stderr });
    });
  });
}

describe('the demo as a program', () => {
  test('lists the scenarios', async () => {
    const { exitCode, stdout } = await demo(['--list']);
    expect(exitCode).toBe(0);
    const listed = stdout.split('\n').map(line => line.split(' ')[0]);
    for (const name of SCENARIO_NAMES) expect(listed).toContain(name);
  });

  test('tells how it is used', async () => {
    const { exitCode, stdout } = await demo(['--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('npm run demo -- --list');
  });

  test('helps with a scenario that does not exist', async () => {
    const { exitCode, stdout, stderr } = await demo(['failing-batch']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('There is no scenario "failing-batch". Perhaps you mean: failed-batch.');
  });

  test('shows a green gate', async () => {
    const { exitCode, stdout } = await demo(['--time-scale', '60']);
    expect(stdout).toContain('Expected: verdict succeeded, so the step is green.');
    expect(stdout).toMatch(/Batch 3 of 3: succeeded/);
    expect(stdout).toMatch(/✔ green \(success\), exit status 0/);
    expect(stdout).toMatch(/^verdict +succeeded$/m);
    expect(stdout).toContain('.demo/success.html');
    expect(stdout).toContain(
      'The gate was green (verdict succeeded, exit status 0), as this scenario expects.\n',
    );
    expect(exitCode).toBe(0);
  });

  test('shows a red gate, which is as it should be', async () => {
    const { exitCode, stdout } = await demo(['failed-batch', '--time-scale', '60']);
    expect(stdout).toMatch(/✖ red \(failure\), exit status 1/);
    expect(stdout).toMatch(/^Error: /m);
    expect(stdout).toMatch(/^verdict +failed$/m);
    expect(stdout).toContain('The gate was red (verdict failed, exit status 1), as this scenario expects.\n');
    expect(stdout).not.toContain('simulator-access-key-secret');
    expect(exitCode).toBe(0);
    const page = readFileSync(`${ROOT}/.demo/failed-batch.html`, 'utf8');
    expect(page).toContain('markdown-alert-caution');
    expect(page).not.toContain('simulator-access-key-secret');
  });

  test('shows a check run from its first state to its last, in Chinese where that is asked for', async () => {
    const { exitCode, stdout } = await demo(['live-check', '--time-scale', '60', '--language', 'zh']);
    expect(stdout).toMatch(
      /检查运行的每次写入[^]+SAE rollout: demo-app \(.+\)\n {2}in_progress .*\n(?:.*\n)*? {2}failure {2,}\S/u,
    );
    expect(exitCode).toBe(0);
    // The frame is of the same language.
    expect(stdout).toContain('预期：结论为 failed，该步骤为红色。');
    expect(stdout).toMatch(/✖ 红色（failure），退出状态 1，用时 [\d.]+ 秒/u);
    expect(stdout).toContain('门禁为红色（结论 failed，退出状态 1），与该场景的预期相符。\n');
    for (const heading of Object.values(FRAME_WORDS.en.headings))
      expect(stdout).not.toContain(`── ${heading} ─`);
    const page = readFileSync(`${ROOT}/.demo/live-check.html`, 'utf8');
    expect(page).toContain('<html lang="zh-CN"');
    expect(page).toMatch(/· in_progress<[^]+· completed, failure</u);
  });

  test('passes Ctrl+C on as a cancel', async () => {
    let sent = false;
    const { exitCode, stdout } = await demo(['stuck', '--time-scale', '1'], (text, kill) => {
      if (sent || !text.includes('demo-app (CoDeploy)')) return;
      sent = true;
      kill('SIGINT');
    });
    expect(stdout).toMatch(/✖ red \(cancelled\), exit status 1/);
    expect(stdout).toContain('The step was cancelled before its end (verdict cancelled, exit status 1).');
    expect(exitCode).toBe(1);
  });
});

describe('readArguments', () => {
  test.each([
    [[], { kind: 'run', scenario: 'success', timeScale: undefined }],
    [['stuck'], { kind: 'run', scenario: 'stuck', timeScale: undefined }],
    [['stuck', '--time-scale', '2.5'], { kind: 'run', scenario: 'stuck', timeScale: 2.5 }],
    [['--list', 'stuck'], { kind: 'list' }],
    [['-h'], { kind: 'help' }],
    [['a', 'b'], { kind: 'mistake' }],
    [['stuck', '--language', 'zh'], { kind: 'run', scenario: 'stuck', language: 'zh' }],
    [['--language', 'xx'], { kind: 'mistake' }],
    [['--time-scale', '0'], { kind: 'mistake' }],
    [['--time-scale', 'fast'], { kind: 'mistake' }],
    [['--unknown'], { kind: 'mistake' }],
  ])('%j', (args, request) => {
    expect(readArguments(args)).toMatchObject(request);
  });
});

describe('judge', () => {
  const green = { conclusion: 'success', exitCode: 0 } as const;
  const red = { conclusion: 'failure', exitCode: 1 } as const;

  test.each([
    [{ ...green, outputs: { verdict: 'succeeded' } }, 'succeeded', true],
    [{ ...red, outputs: { verdict: 'failed' } }, 'failed', true],
    [{ ...red, outputs: { verdict: 'succeeded' } }, 'succeeded', false],
    [{ ...green, outputs: { verdict: 'failed' } }, 'failed', false],
    [{ ...red, outputs: { verdict: 'timed-out' } }, 'failed', false],
    [{ ...green, outputs: {} }, 'succeeded', false],
    [{ conclusion: 'cancelled', exitCode: 0, outputs: { verdict: 'failed' } }, 'failed', false],
  ] as const)('%j where %s is expected', (run, expected, asExpected) => {
    const judgement = judge(run, expected);
    expect(judgement.asExpected).toBe(asExpected);
    expect(judgement.sentence.endsWith('as this scenario expects.')).toBe(asExpected);
  });
});

test('an unknown scenario without likeness to any names them all', () => {
  const message = unknownScenario('xyzzy');
  for (const name of SCENARIO_NAMES) expect(message).toContain(name);
});
