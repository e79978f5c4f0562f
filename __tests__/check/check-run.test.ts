import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DOWN, githubFault, HANGING } from '../../testbed/github-fake/fault.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import { startGitHub } from '../../testbed/github-fake/server.ts';
import { LONGEST_END_MS } from '../support/patient.ts';
import { runWithGitHub } from './run-with-github.ts';

describe('the check run', () => {
  test.concurrent('of a success begins in progress and ends as one, on the commit of the run', async () => {
    const { run, checkRun, last, github } = await runWithGitHub({ scenario: 'success' });
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'succeeded' } });
    expect(checkRun?.states[0]).toMatchObject({ status: 'in_progress', conclusion: null });
    expect(last).toMatchObject({
      status: 'completed',
      conclusion: 'success',
      headSha: github.env['GITHUB_SHA'],
      output: { title: 'demo-app: rollout succeeded', textWasCut: false },
    });
    expect(last?.name).toMatch(/^SAE rollout: demo-app \(.+\)$/u);
  });

  test.concurrent('begins in progress on a machine that is slow to start the gate too', async () => {
    const script = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000);';
    const { checkRun, last } = await runWithGitHub({
      scenario: 'success',
      env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` },
    });
    expect(checkRun?.states[0]).toMatchObject({ status: 'in_progress', conclusion: null });
    expect(last).toMatchObject({ status: 'completed', conclusion: 'success' });
  });

  test.concurrent(
    'has the report of the summary as its body, without its title, and the link to the job besides',
    async () => {
      const { run, last } = await runWithGitHub({ scenario: 'failed-batch' });
      expect(last).toMatchObject({ conclusion: 'failure', annotationCount: 0 });
      const [headline = ''] = run.rawSummary.split('\n');
      const body = last?.output?.summary ?? '';
      const job = / · <a href="[^"]*\/job\/4711">Job log<\/a>/u;
      expect(body).toMatch(job);
      expect(`${headline}\n\n${body.replace(job, '')}`.trim()).toBe(run.rawSummary.trim());
      expect(headline).toBe(`<h2>❌ ${last?.output?.title ?? ''}</h2>`);
      expect(body).toContain('https://sae.console.aliyun.com/');
    },
  );

  test.concurrent.each([
    ['stuck', { timeout: '1s' }, 'timed_out'],
    ['released-by-nobody', { onManualStep: 'fail' }, 'action_required'],
    ['needs-rollback', {}, 'failure'],
    ['not-found', { timeout: '1s' }, 'failure'],
  ] as const)('of %s has the conclusion that belongs to it', async (scenario, inputs, conclusion) => {
    const { run, last } = await runWithGitHub({ scenario, inputs: { diagnose: 'false', ...inputs } });
    expect(run.exitCode).toBe(1);
    expect(last).toMatchObject({ status: 'completed', conclusion });
  });

  test.concurrent('is closed as cancelled by a cancel, and nothing is left for the post step', async () => {
    const { run, last, github } = await runWithGitHub({
      scenario: 'stuck',
      signalAfter: { line: /in progress/u, signal: 'SIGINT' },
    });
    expect(run.outputs['verdict']).toBe('cancelled');
    expect(last).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
    const before = github.requests.length;
    await using post = runAction({
      step: 'post',
      state: run.state,
      env: github.env,
      context: { token: github.token },
    });
    expect((await post.done).exitCode).toBe(0);
    expect(github.requests).toHaveLength(before);
  });

  test.concurrent('is put on the head of a pull request, not on its merge commit', async () => {
    const head = 'a'.repeat(40);
    const merge = 'b'.repeat(40);
    const { last } = await runWithGitHub({
      scenario: 'finished',
      github: { commits: [head, merge] },
      env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: merge },
      event: { pull_request: { head: { sha: head } } },
    });
    expect(last?.headSha).toBe(head);
  });

  test.concurrent('can be given its name and its commit', async () => {
    const commit = 'c'.repeat(40);
    const { last } = await runWithGitHub({
      scenario: 'finished',
      github: { commits: ['a'.repeat(40), commit] },
      inputs: { commit, checkName: 'Rollout of the shop' },
    });
    expect(last).toMatchObject({ name: 'Rollout of the shop', headSha: commit });
  });

  test.concurrent('works on GitHub Enterprise Server', async () => {
    const { last } = await runWithGitHub({ scenario: 'finished', github: { basePath: '/api/v3' } });
    expect(last).toMatchObject({ conclusion: 'success' });
  });

  test.concurrent('is not made unless it is wanted', async () => {
    const { github } = await runWithGitHub({ scenario: 'finished', inputs: { checkRun: 'false' } });
    expect(github.requests).toStrictEqual([]);
  });
});

describe('a check run that cannot be written', () => {
  test.concurrent(
    'for want of a permission is told once, how to grant it too, and not tried again',
    async () => {
      const { run, github, checkRun } = await runWithGitHub({
        scenario: 'success',
        github: { permissions: { actions: 'read' } },
      });
      expect(run).toMatchObject({ exitCode: 0, conclusion: 'success' });
      expect(checkRun).toBeUndefined();
      expect(github.requests).toHaveLength(1);
      const notices = run.annotations.filter(({ kind }) => kind === 'notice');
      expect(notices).toHaveLength(1);
      expect(notices[0]?.message).toContain('checks: write');
    },
  );

  test.concurrent('for bearing the name of a job is told once', async () => {
    const { run, checkRun } = await runWithGitHub({
      scenario: 'finished',
      github: { jobs: ['build'] },
      inputs: { checkName: 'build' },
    });
    expect(run).toMatchObject({ exitCode: 0 });
    expect(checkRun).toBeUndefined();
    expect(run.annotations.filter(({ kind }) => kind === 'notice')).toHaveLength(1);
  });

  test.concurrent.each([
    ['success', 0],
    ['failed-batch', 1],
  ] as const)('since GitHub is down leaves the verdict of %s as it is', async (scenario, exitCode) => {
    const { run } = await runWithGitHub({ scenario, github: { faults: [githubFault(DOWN)] } });
    expect(run.exitCode).toBe(exitCode);
  });

  test.concurrent('since GitHub hangs delays the verdict by no more than 10 s', async () => {
    const { run } = await runWithGitHub({ scenario: 'finished', github: { faults: [githubFault(HANGING)] } });
    expect(run.exitCode).toBe(0);
    // It would hang for ever; the ten seconds themselves are held by the virtual clock (`closing`).
    expect(run.durationMs).toBeLessThan(LONGEST_END_MS);
  });

  test.concurrent('is retried after the pause that GitHub asks for, the last write too', async () => {
    const limited = { kind: 'secondary-rate-limit', httpStatus: 403, retryAfterSeconds: 1 } as const;
    const { run, last } = await runWithGitHub({
      scenario: 'finished',
      github: { faults: [githubFault(limited, { requests: [1] })] },
    });
    expect(run.exitCode).toBe(0);
    expect(last).toMatchObject({ conclusion: 'success' });
  });
});

describe('the post step', () => {
  test('closes a check run whose process was killed', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'killed-'));
    const savedState = (): boolean =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map(name => path.join(folder, name))
        .some(file => statSync(file).isFile() && readFileSync(file, 'utf8').includes('checkRun<<'));
    const killed = await runWithGitHub({
      scenario: 'stuck',
      folder,
      meanwhile: async action => {
        while (!savedState()) await new Promise(setImmediate);
        action.signal('SIGKILL');
      },
    });
    expect(killed.last).toMatchObject({ status: 'in_progress' });
    // The fake that the run spoke to has ended with it; what the post part asks is what counts.
    await using github = await startGitHub();
    const { state } = killed.run;
    await using post = runAction({
      step: 'post',
      state,
      env: github.env,
      context: { token: github.token },
    });
    expect((await post.done).exitCode).toBe(0);
    expect(github.requests.map(({ method, path: asked }) => `${method} ${asked}`)).toStrictEqual([
      expect.stringMatching(/^PATCH .*\/check-runs\/\d+$/u),
    ]);
    rmSync(folder, { recursive: true });
  });

  test('does nothing where there was no check run', async () => {
    await using github = await startGitHub();
    await using post = runAction({ step: 'post', env: github.env, context: { token: github.token } });
    expect(await post.done).toMatchObject({ exitCode: 0, annotations: [] });
    expect(github.requests).toStrictEqual([]);
  });
});
