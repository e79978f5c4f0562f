import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ActionRun } from '../../testbed/runner/action-run.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import { FIXTURE_ACTION, runFixture } from './run-fixture.ts';

/** Modules that the fixture runs; what they import must be Node's own. */
const APPEND = `
  import { appendFileSync, writeFileSync } from 'node:fs';
  const append = (name, text) => appendFileSync(process.env['GITHUB_' + name], text);
`;
const TELL_ENVIRONMENT = `${APPEND}
  append('OUTPUT', 'environment=' + JSON.stringify(process.env) + '\\n');
  append('OUTPUT', 'folder=' + process.cwd() + '\\n');
`;
const UNTIL_INTERRUPTED = `${APPEND}
  process.on('SIGINT', () => { append('OUTPUT', 'a=1\\n'); process.exit(0); });
  setInterval(() => {}, 1000);
  console.log('ready');
`;
/** Never ends by itself, and says each signal that it gets. */
const DEAF = `
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => console.log('got ' + name));
  setInterval(() => {}, 1000);
  console.log('ready');
`;

function environmentOf(run: ActionRun): Record<string, string> {
  return JSON.parse(run.outputs['environment'] ?? '{}') as Record<string, string>;
}

describe('what a step gets', () => {
  test('its inputs, defaults where the key is absent', async () => {
    const inputs = { flag: '', undeclared: 'x' };
    const context = { token: 'the-token', checkRunId: '7' };
    const run = await runFixture(TELL_ENVIRONMENT, { inputs, context }).done;
    expect(environmentOf(run)).toMatchObject({
      INPUT_FLAG: '',
      INPUT_WITH_DEFAULT: '30m',
      INPUT_POSTSCRIPT: '',
      INPUT_TOKEN: 'the-token',
      INPUT_JOBLINK: 'job/7',
      INPUT_UNDECLARED: 'x',
    });
    expect(run.masks).toEqual(['the-token']);
    expect(run.runnerIssues).toMatchObject([{ kind: 'warning' }]);
    expect(run.runnerIssues[0]?.message).toContain("Unexpected input(s) 'undeclared'");
  });

  test('the surroundings of a runner, and nothing of this machine', async () => {
    process.env['LOCAL_RUNNER_TEST_AMBIENT'] = 'must not be seen';
    const run = await runFixture(TELL_ENVIRONMENT, { env: { GITHUB_JOB: 'gate', OWN: '1' } }).done;
    delete process.env['LOCAL_RUNNER_TEST_AMBIENT'];
    const environment = environmentOf(run);
    expect(environment).toMatchObject({
      GITHUB_ACTIONS: 'true',
      CI: 'true',
      GITHUB_JOB: 'gate',
      OWN: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_SERVER_URL: 'https://github.com',
    });
    const system = process.platform === 'win32' ? /^[A-Z]/i : /^(?:PATH|HOME|USERPROFILE|LANG|__CF.*)$/;
    const foreign = Object.keys(environment).filter(
      name => !/^(?:GITHUB|RUNNER|INPUT)_/.test(name) && !['CI', 'OWN'].includes(name),
    );
    expect(foreign.filter(name => !system.test(name))).toEqual([]);
    expect(environment['LOCAL_RUNNER_TEST_AMBIENT']).toBeUndefined();
    expect(path.basename(run.outputs['folder'] ?? '')).toBe('workspace');
    expect(path.basename(environment['GITHUB_WORKSPACE'] ?? '')).toBe('workspace');
  });

  test('the event that it was started by, and no standard input', async () => {
    const script = `${APPEND}
      import { readFileSync } from 'node:fs';
      append('OUTPUT', 'event=' + readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8') + '\\n');
      append('OUTPUT', 'input=' + readFileSync(0, 'utf8').length + '\\n');
    `;
    const run = await runFixture(script, { event: { ref: 'refs/heads/main' } }).done;
    expect(run.outputs).toEqual({ event: '{"ref":"refs/heads/main"}', input: '0' });
  });

  test('in its post step the state of its main step', async () => {
    const main = await runFixture(`${APPEND} append('STATE', 'id<<X\\none\\ntwo\\nX\\n');`).done;
    expect(main.state).toEqual({ id: 'one\ntwo' });
    const script = `${APPEND} append('OUTPUT', 'seen<<X\\n' + process.env.STATE_id + '\\nX\\n');`;
    const post = await runFixture(script, { step: 'post', state: main.state }).done;
    expect(post.outputs).toEqual({ seen: 'one\ntwo' });
    expect(post.lines).toMatchObject([{ text: 'Post job cleanup.', writer: 'runner' }]);
  });
});

describe('what comes of a step', () => {
  test('log, annotations, outputs, summary, masked as GitHub masks them', async () => {
    const script = `${APPEND}
      console.log('::add-mask::hush');
      console.log('one hush');
      console.error('::error title=T::two hush');
      append('OUTPUT', 'a=hush\\n');
      append('ENV', 'EXPORTED=1\\n');
      append('STEP_SUMMARY', '# Title\\r\\nhush');
      process.exitCode = 1;
    `;
    const told: string[] = [];
    const run = await runFixture(script, { onLine: ({ text }) => told.push(text) }).done;
    expect(run).toMatchObject({ exitCode: 1, signal: null, conclusion: 'failure' });
    expect(run.stdout).toBe('::add-mask::hush\none hush\n');
    expect(run.stderr).toBe('::error title=T::two hush\n');
    const own = run.lines.filter(({ writer }) => writer === 'action');
    expect(own.map(({ kind, text }) => `${kind} ${text}`).toSorted()).toEqual([
      'error two ***',
      'text one ***',
    ]);
    expect(told).toEqual(run.lines.map(({ text }) => text));
    expect(run.annotations).toMatchObject([{ kind: 'error', title: 'T', message: 'two ***' }]);
    expect(run.outputs).toEqual({ a: 'hush' });
    expect(run.exportedEnv).toEqual({ EXPORTED: '1' });
    expect(run.summary).toBe('# Title\n***\n');
    expect(run.rawSummary).toBe('# Title\r\nhush');
    expect(run.durationMs).toBeGreaterThan(0);
  });

  test('the runner lists inputs and variables first, secrets masked', async () => {
    const options = { inputs: { token: 'hush-hush' }, env: { OWN: '1' }, secrets: ['hush-hush'] };
    const { lines } = await runFixture('', options).done;
    expect(lines.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'group Run ./',
      'text with:',
      'text   token: ***',
      'text   with default: 30m',
      'text   flag: false',
      'text   jobLink: job/',
      'text env:',
      'text   OWN: 1',
      'endgroup ',
    ]);
  });

  test('an output file that is broken off keeps its beginning and makes the step red', async () => {
    const run = await runFixture(`${APPEND} append('OUTPUT', 'a=1\\nb<<EOF\\nhalf');`).done;
    expect(run).toMatchObject({ exitCode: 0, conclusion: 'failure', outputs: { a: '1' } });
    expect(run.runnerIssues.map(({ message }) => message)).toEqual([
      "Unable to process file command 'output' successfully.",
      'Invalid value. EOF marker missing new line.',
    ]);
  });

  test('a summary over 1 MiB is dropped whole, which alone does not make the step red', async () => {
    const atLimit = await runFixture(`${APPEND} append('STEP_SUMMARY', 'x'.repeat(1048576));`).done;
    expect(atLimit.summary).toHaveLength(1_048_577);
    const beyond = await runFixture(`${APPEND} append('STEP_SUMMARY', 'x'.repeat(1048575) + 'é');`).done;
    expect(beyond).toMatchObject({ conclusion: 'success', summary: null });
    expect(beyond.runnerIssues).toMatchObject([{ kind: 'error' }]);
    expect((await runFixture('').done).summary).toBeNull();
  });

  test('a refused command makes the step red although the action ends well', async () => {
    const run = await runFixture(`console.log('::set-env name=A::1');`).done;
    expect(run).toMatchObject({ exitCode: 0, conclusion: 'failure', annotations: [] });
  });

  test('the memory of the process, where it is asked for', async () => {
    const { peakMemoryKb } = await runFixture('', { measureMemory: true }).done;
    if (process.platform === 'linux') expect(peakMemoryKb).toBeGreaterThan(10_000);
    else expect(peakMemoryKb).toBeUndefined();
    expect((await runFixture('').done).peakMemoryKb).toBeUndefined();
  });

  test('no temporary files are left, but those in a folder of the caller', async () => {
    const temporary = environmentOf(await runFixture(TELL_ENVIRONMENT).done)['RUNNER_TEMP'] ?? '';
    expect(temporary).not.toBe('');
    expect(existsSync(temporary)).toBe(false);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'local-runner-test-'));
    const script = `${APPEND} writeFileSync(process.env.RUNNER_TEMP + '/report.json', '{}');`;
    await runFixture(script, { folder }).done;
    expect(readFileSync(path.join(folder, 'temp', 'report.json'), 'utf8')).toBe('{}');
    rmSync(folder, { recursive: true });
  });
});

test('an action that has ended is not waited for because of a process that it left behind', async () => {
  const script = `
    import { spawn } from 'node:child_process';
    const idle = ['-e', 'setInterval(() => {}, 1000)'];
    const child = spawn(process.execPath, idle, { stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    child.unref();
    console.log(child.pid);
  `;
  const run = await runFixture(script, { pipesAfterExitMs: 50 }).done;
  expect(run).toMatchObject({ exitCode: 0, conclusion: 'success' });
  expect(run.stdout).toMatch(/^[1-9]\d*\n$/u);
  // It still runs, or this would throw.
  process.kill(Number(run.stdout), 'SIGKILL');
});

describe('signals', () => {
  test('a cancel begins with SIGINT, upon which an action may end in its own way', async () => {
    const step = runFixture(UNTIL_INTERRUPTED, {
      onLine: ({ text }) => {
        if (text === 'ready') step.cancel();
      },
    });
    const run = await step.done;
    expect(run).toMatchObject({ exitCode: 0, conclusion: 'cancelled', outputs: { a: '1' } });
    expect(run.runnerIssues).toMatchObject([{ kind: 'error', message: 'The operation was canceled.' }]);
  });

  test('a signal alone is no cancel', async () => {
    const step = runFixture(UNTIL_INTERRUPTED, {
      onLine: ({ text }) => {
        if (text === 'ready') expect(step.signal('SIGINT')).toBe(true);
      },
    });
    expect(await step.done).toMatchObject({ exitCode: 0, conclusion: 'success', runnerIssues: [] });
  });

  test('a deaf action gets SIGTERM after SIGINT and is killed at last', async () => {
    const delays: { readonly delayMs: number; readonly act: () => void }[] = [];
    const step = runFixture(DEAF, {
      whenOver: (delayMs, act) => delays.push({ delayMs, act }),
      onLine: ({ text }) => {
        if (text === 'ready') step.cancel();
        // A second cancel changes nothing.
        if (text === 'got SIGINT') step.cancel();
        if (text === 'got SIGINT') delays[0]?.act();
        if (text === 'got SIGTERM') delays[1]?.act();
      },
    });
    const run = await step.done;
    expect(delays.map(({ delayMs }) => delayMs)).toStrictEqual([7_500, 10_000]);
    expect(run.stdout).toBe('ready\ngot SIGINT\ngot SIGTERM\n');
    expect(run).toMatchObject({ exitCode: null, signal: 'SIGKILL', conclusion: 'cancelled' });
  });

  test('a signal can be sent upon a line of the log', async () => {
    const run = await runFixture(DEAF, { signalAfter: { line: /^ready$/, signal: 'SIGKILL' } }).done;
    expect(run).toMatchObject({ exitCode: null, signal: 'SIGKILL', conclusion: 'failure' });
    expect(run.runnerIssues).toEqual([]);
  });

  test('disposing of a step kills it', async () => {
    const step = runFixture(DEAF);
    await step[Symbol.asyncDispose]();
    expect(await step.done).toMatchObject({ signal: 'SIGKILL' });
    expect(step.signal('SIGTERM')).toBe(false);
  });
});

describe('what cannot be run', () => {
  test('an action.yml that is not there is told at once', () => {
    expect(() => runAction({ actionFile: `${FIXTURE_ACTION}.missing` })).toThrow('ENOENT');
  });

  test('a Node that is not there rejects', async () => {
    await expect(runFixture('', { node: '/no/such/node' }).done).rejects.toThrow('ENOENT');
  });
});
