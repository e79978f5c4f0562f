import { describe, expect, test } from '@jest/globals';
import { stepSetup } from '../../testbed/demo/step-setup.ts';
import { startGitHub } from '../../testbed/github-fake/server.ts';
import type { ActionRun } from '../../testbed/runner/action-run.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { changeOrder } from '../../testbed/simulator/change-order.ts';
import type { FaultRule } from '../../testbed/simulator/fault.ts';
import { fault } from '../../testbed/simulator/fault.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { rollout } from '../../testbed/simulator/timeline.ts';
import { runCli, surroundings, withStory } from '../cli/run-cli.ts';
import { startStoryByLooks } from '../support/story-by-looks.ts';

const RUN_ID = 1_658_821_493;

/** Made by this run, and over by the first look. */
const QUICK = rollout({ batchesMs: [1_000] });
const DEPLOY = changeOrder({ id: 'deploy-1', timeline: QUICK });
const ROLLBACK = changeOrder({
  id: 'rollback-1',
  createdAtMs: 30_000,
  coTypeCode: 'CoRollback',
  coType: 'Roll Back Application',
  timeline: QUICK,
});

const { id: AppId, name: AppName, namespaceId: NamespaceId } = DEMO_APPLICATION;
const DEMO = { AppId, AppName, NamespaceId };

/** What ListApplications answers. */
function listing(applications: readonly object[]): readonly FaultRule[] {
  const body = JSON.stringify({
    RequestId: 'E-4711',
    Message: 'success',
    ErrorCode: '',
    Code: '200',
    Success: true,
    Data: { Applications: applications, CurrentPage: 1, PageSize: 100, TotalSize: applications.length },
  });
  const headers = { 'content-type': 'application/json' };
  const answer = fault({ kind: 'raw-answer', httpStatus: 200, headers, body });
  return ['ListApplications', 'unknown'].map(action => ({ ...answer, on: { action } }));
}

interface Ended {
  readonly run: ActionRun;
  readonly simulator: Simulator;
}

/** Runs the built action in a workflow run that began ten seconds ago. */
async function actionRun(world: Scenario, inputs: Readonly<Record<string, string>>): Promise<Ended> {
  await using simulator = await startStoryByLooks({ scenario: world });
  const startedAt = new Date(Date.now() - 10_000).toISOString();
  await using github = await startGitHub({
    runAttempts: [{ runId: RUN_ID, attempt: 1, createdAt: startedAt, runStartedAt: startedAt }],
  });
  const setup = stepSetup(simulator);
  await using action = runAction({
    ...setup,
    inputs: { ...setup.inputs, minPollInterval: '100ms', changeOrderId: 'auto', ...inputs },
    env: { ...setup.env, ...github.env },
    context: { token: github.token },
  });
  return { run: await action.done, simulator };
}

function logOf({ lines }: ActionRun): string {
  return lines.map(({ text }) => text).join('\n');
}

function errorOf({ annotations }: ActionRun): string {
  return annotations.find(({ kind }) => kind === 'error')?.message ?? '';
}

describe('the built action', () => {
  test.concurrent(
    'speaks of the deployment, not of a rollback made since, where every type counts',
    async () => {
      const world = scenario({ order: DEPLOY, otherOrders: [ROLLBACK] });
      const { run, simulator } = await actionRun(world, { appId: AppId, coType: '*' });
      expect(run.outputs).toMatchObject({
        verdict: 'succeeded',
        changeOrderId: 'deploy-1',
        coTypeCode: 'CoDeploy',
      });
      expect(run.exitCode).toBe(0);
      const asked = simulator.requests.map(({ orderId }) => orderId);
      expect(asked).toEqual(expect.arrayContaining(['deploy-1', 'rollback-1']));
    },
  );

  test.concurrent('finds the application by its name, and everything after goes by its id', async () => {
    const world = scenario({
      order: DEPLOY,
      faults: listing([{ ...DEMO, AppId: 'x', AppName: 'demo-app-2' }, DEMO]),
    });
    const { run, simulator } = await actionRun(world, { appName: AppName });
    expect(run.outputs).toMatchObject({ verdict: 'succeeded', appId: AppId, appName: AppName });
    expect(run.exitCode).toBe(0);
    const told = `appName: "${AppName}" is application ${AppId} (namespace ${NamespaceId}).`;
    expect(logOf(run)).toContain(told);
    expect(run.summary).toContain(told.replaceAll('"', '&quot;'));
    const [first, ...others] = simulator.requests;
    expect(first).toMatchObject({ path: '/pop/v1/sam/app/listApplications', query: { AppName } });
    expect(others.filter(({ path }) => path === first?.path)).toHaveLength(0);
  });

  test.concurrent('is red for a name in two namespaces, and names them', async () => {
    const twin = { ...DEMO, AppId: 'x', NamespaceId: 'cn-beijing:prod' };
    const world = scenario({ order: DEPLOY, faults: listing([DEMO, twin]) });
    const { run, simulator } = await actionRun(world, { appName: AppName });
    expect(run.outputs['verdict']).toBe('error');
    expect(run.exitCode).toBe(1);
    expect(errorOf(run)).toContain(`in the namespaces ${NamespaceId}, cn-beijing:prod`);
    expect(simulator.requests).toHaveLength(1);
  });
});

describe('the built command', () => {
  test.concurrent('ends with 2 for a name that means another application than the id', async () => {
    const world = scenario({ order: DEPLOY, faults: listing([DEMO]) });
    const run = await withStory(world, simulator =>
      runCli(
        ['wait', '--change-order-id', 'deploy-1', '--app-name', AppName, '--app-id', 'another', '--no-learn'],
        { env: surroundings(simulator) },
      ),
    );
    expect(run.stdout + run.stderr).toContain(
      `The application called "${AppName}" is "${AppId}", not "another" as --app-id says.`,
    );
    expect(run.status).toBe(2);
  });

  test.concurrent('ends with 5 where the name may not be looked up, and names the RAM action', async () => {
    const refused = {
      kind: 'raw-answer',
      httpStatus: 403,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ Code: 'NoPermission', Message: 'no', RequestId: 'E-4711' }),
    } as const;
    const faults = ['ListApplications', 'unknown'].map(action => fault(refused, { action }));
    const run = await withStory(scenario({ order: DEPLOY, faults }), simulator =>
      runCli(['wait', '--change-order-id', 'deploy-1', '--app-name', AppName], {
        env: surroundings(simulator),
      }),
    );
    expect(run.stdout + run.stderr).toContain('sae:ListApplications');
    expect(run.status).toBe(5);
  });
});
