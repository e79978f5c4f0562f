import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { stepSetup } from '../../testbed/demo/step-setup.ts';
import { DOWN, githubFault, HANGING } from '../../testbed/github-fake/fault.ts';
import type { GitHubFake, GitHubOptions } from '../../testbed/github-fake/server.ts';
import { startGitHub } from '../../testbed/github-fake/server.ts';
import type { ActionRun } from '../../testbed/runner/action-run.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import { perRequest } from '../../testbed/simulator/pace.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';
import { LONGEST_TO_DEADLINE_S } from '../support/patient.ts';
import { STORY_PER_LOOK_MS } from '../support/story-by-looks.ts';

const RUN_ID = 1_658_821_493;
const OURS = 'gh-1000000003-1';

interface Ended {
  readonly run: ActionRun;
  readonly simulator: Simulator;
  readonly github: GitHubFake;
}

/** GitHub with a workflow run that began so long ago. */
function runBegunAgo(agoMs: number, attempts = 1): GitHubOptions {
  const startedAt = new Date(Date.now() - agoMs).toISOString();
  const createdAt = new Date(Date.now() - 30_000).toISOString();
  const attempt = { runId: RUN_ID, attempt: attempts, createdAt, runStartedAt: startedAt };
  return { runAttempts: [attempt] };
}

/** Runs the built action against a scenario of the simulator, which goes on with each look, and a GitHub. */
async function actionRun(
  scenario: ScenarioName,
  gitHub: GitHubOptions,
  inputs: Readonly<Record<string, string>> = {},
  eventFileTime?: Date,
): Promise<Ended> {
  using folder = temporaryFolder();
  await using simulator = await startSimulator({
    scenario,
    timeScale: 100,
    pace: perRequest(STORY_PER_LOOK_MS),
  });
  await using github = await startGitHub(gitHub);
  const setup = stepSetup(simulator);
  const event = eventFileTime === undefined ? {} : { GITHUB_EVENT_PATH: folder.eventFile(eventFileTime) };
  await using action = runAction({
    ...setup,
    inputs: { ...setup.inputs, minPollInterval: '100ms', ...inputs },
    env: { ...setup.env, ...github.env, ...event },
    context: { token: github.token },
  });
  return { run: await action.done, simulator, github };
}

/** A folder of its own for an event file that is dated otherwise than the runner's. */
function temporaryFolder(): Disposable & { readonly eventFile: (time: Date) => string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-event-'));
  return {
    eventFile: time => {
      const file = path.join(folder, 'event.json');
      writeFileSync(file, '{}');
      utimesSync(file, time, time);
      return file;
    },
    [Symbol.dispose]: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function logOf({ lines }: ActionRun): string {
  return lines.map(({ text }) => text).join('\n');
}

function errorOf({ annotations }: ActionRun): string {
  return annotations.find(({ kind }) => kind === 'error')?.message ?? '';
}

/** Not the one look at what runs, after the end. */
const isOfOrders = (action: string): boolean =>
  action.endsWith('ChangeOrder') || action.endsWith('ChangeOrders');

describe('the built action, with nothing but the application', () => {
  test.concurrent('finds the order that appears after the start, and follows it to green', async () => {
    const { run, simulator, github } = await actionRun('find-by-app', runBegunAgo(10_000));
    expect(run.outputs).toMatchObject({ verdict: 'succeeded', status: '2', coTypeCode: 'CoDeploy' });
    expect(run.exitCode).toBe(0);
    expect(run.outputs['changeOrderId']).toBe(simulator.scenario.orders[0]?.id);
    expect(run.outputs['chosenBecause']).toMatch(
      new RegExp(
        `^Chosen: .*"${OURS}"\\), the only order since the start of this workflow run that fits\\.$`,
      ),
    );
    expect(logOf(run)).toMatch(
      /Searching for orders created since .* UTC, the start of this workflow run, (?:[1-5]\d s|\d+ min.*) ago\./,
    );
    expect(run.summary).toContain('<li>Chosen: ');
    const asked = github.requests.map(({ method, path }) => `${method} ${path}`);
    expect(asked).toStrictEqual([`GET /repos/octo-org/octo-shop/actions/runs/${RUN_ID}/attempts/1`]);
    // The list until it is there, the order until it is done, and the list once more.
    const looks = simulator.requests.map(({ action }) => action).filter(isOfOrders);
    expect(looks[0]).toBe('ListChangeOrders');
    expect(looks.at(-2)).toBe('DescribeChangeOrder');
    expect(looks.at(-1)).toBe('ListChangeOrders');
    expect(simulator.requests.every(({ refusal }) => refusal === undefined)).toBe(true);
  });

  test.concurrent(
    'is red where nothing was deployed, and names the newest order and what follows',
    async () => {
      const { run, simulator } = await actionRun(
        'nothing-new',
        { permissions: {} },
        { discoveryTimeout: '3s' },
      );
      expect(run.outputs['verdict']).toBe('not-found');
      expect(run.exitCode).toBe(1);
      expect(logOf(run)).toContain('the start of this job, ');
      expect(logOf(run)).toContain('could not be read (GitHub answered HTTP 403)');
      expect(errorOf(run)).toContain('"gh-1000000002-2"), was refused: it is too old.');
      expect(errorOf(run)).toContain('grant the job "permissions: actions: read"');
      expect(simulator.requests.every(({ action }) => action === 'ListChangeOrders')).toBe(true);
      expect(simulator.requests.length).toBeGreaterThan(1);
      expect(Number(run.outputs['durationSeconds'])).toBeLessThan(LONGEST_TO_DEADLINE_S);
    },
  );

  test.concurrent('takes the newest order since the run was created where it is a re-run', async () => {
    const { run } = await actionRun('nothing-new', runBegunAgo(1_000, 2), { discoveryTimeout: '1s' });
    expect(run.outputs['verdict']).toBe('succeeded');
    expect(run.outputs['chosenBecause']).toContain(
      '"gh-1000000002-2"), the newest order since this run was first created',
    );
    expect(logOf(run)).toContain('This is a re-run');
  });

  test.concurrent('goes by the job where GitHub does not report when the run began', async () => {
    const body = JSON.stringify({ id: RUN_ID, created_at: 'yesterday' });
    const fault = {
      kind: 'raw-answer',
      httpStatus: 200,
      headers: { 'content-type': 'application/json' },
      body,
    } as const;
    const { run } = await actionRun(
      'nothing-new',
      { faults: [githubFault(fault)] },
      { discoveryTimeout: '1s' },
    );
    expect(run.outputs['verdict']).toBe('not-found');
    expect(logOf(run)).toContain('the start of this job, ');
    expect(logOf(run)).toContain('its answer does not tell when the run began');
  });

  test.concurrent('goes by the job where GitHub is down', async () => {
    const { run } = await actionRun(
      'nothing-new',
      { faults: [githubFault(DOWN)] },
      { discoveryTimeout: '1s' },
    );
    expect(run.outputs['verdict']).toBe('not-found');
    expect(logOf(run)).toMatch(/the start of this job, .* could not be read \(.*ECONNRESET/);
  });

  /** What GitHub says of a run that began then. */
  function begunAt(startedAt: string): GitHubOptions {
    return { runAttempts: [{ runId: RUN_ID, attempt: 1, createdAt: startedAt, runStartedAt: startedAt }] };
  }

  const noEndpoint = githubFault({
    kind: 'raw-answer',
    httpStatus: 404,
    headers: { 'content-type': 'application/json' },
    body: '{"message":"Not Found"}',
  });

  test.concurrent.each<[string, GitHubOptions, Readonly<Record<string, string>>, string]>([
    ['no token', {}, { token: '' }, 'there is no token'],
    ['a GitHub without that endpoint', { faults: [noEndpoint] }, {}, 'GitHub answered HTTP 404'],
    [
      'a GitHub that tells the year 1',
      begunAt('0001-01-01T00:00:00Z'),
      {},
      'GitHub answered 0001-01-01 00:00:00 UTC, which cannot be',
    ],
  ])('asks for createdAfter where the event file is of 1970, with %s', async (_, gitHub, inputs, reason) => {
    // Two days old, finished and sound: any bound that cannot be would let it pass.
    const { run, simulator } = await actionRun('nothing-new', gitHub, inputs, new Date(0));
    expect(run.outputs['verdict']).toBe('error');
    expect(run.exitCode).toBe(1);
    expect(errorOf(run)).toContain('createdAfter: missing, and the start of this run is unknown');
    expect(errorOf(run)).toContain(`(${reason}`);
    expect(errorOf(run)).toContain('the event file is dated 1970-01-01 00:00:00 UTC, which cannot be');
    expect(errorOf(run)).toContain('Or set changeOrderId to the ID');
    expect(simulator.requests).toHaveLength(0);
  });

  test.concurrent('goes by the job where GitHub reports the year 1', async () => {
    const { run } = await actionRun('nothing-new', begunAt('0001-01-01T00:00:00Z'), {
      discoveryTimeout: '1s',
    });
    expect(run.outputs['verdict']).toBe('not-found');
    expect(logOf(run)).toContain('the start of this job, ');
    expect(logOf(run)).toContain('(GitHub answered 0001-01-01 00:00:00 UTC, which cannot be');
  });

  test.concurrent('looks for the order within its deadline where GitHub never answers', async () => {
    const { run, simulator } = await actionRun(
      'nothing-new',
      { faults: [githubFault(HANGING)] },
      { timeout: '3s', requestTimeout: '5s' },
    );
    // By the limit of GitHub's own, 10 s, there would be no time left for any list.
    expect(simulator.requests[0]?.action).toBe('ListChangeOrders');
    expect(run.outputs['verdict']).toBe('not-found');
    expect(errorOf(run)).toContain('could not be read (no answer within 1.5 s)');
    expect(errorOf(run)).not.toContain('ListChangeOrders');
  });
});
