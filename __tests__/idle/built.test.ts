import { describe, expect, test } from '@jest/globals';
import { stepSetup } from '../../testbed/demo/step-setup.ts';
import type { ActionRun, RunActionOptions } from '../../testbed/runner/action-run.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { fault, gatewayError } from '../../testbed/simulator/fault.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import { SCALE_OUT } from '../../testbed/simulator/scenarios/free.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { runGate } from '../action/run-gate.ts';
import type { CliRun } from '../cli/run-cli.ts';
import { runCli, surroundings, withStory } from '../cli/run-cli.ts';
import { startStoryByLooks } from '../support/story-by-looks.ts';

/** Loopback has no floor for the waits; the limits only guard against hanging. */
const FAST = {
  maxCallsPerMinute: '100000',
  minPollInterval: '40ms',
  maxPollInterval: '150ms',
  requestTimeout: '1m',
  timeout: '2m',
} as const;

interface Ended {
  readonly run: ActionRun;
  readonly simulator: Simulator;
}

interface Options {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly signalAfter?: RunActionOptions['signalAfter'];
}

/** Runs `dist/idle.js` through `idle/action.yml` as a process, against a simulator of its own. */
async function actionRun(world: ScenarioName | Scenario, options: Options = {}): Promise<Ended> {
  await using simulator = await startStoryByLooks({ scenario: world });
  const setup = stepSetup(simulator);
  await using action = runAction({
    ...setup,
    inputs: { ...setup.inputs, ...FAST, ...simulator.scenario.demo.inputs, ...options.inputs },
    env: { ...setup.env, ...options.env },
    ...(options.signalAfter === undefined ? {} : { signalAfter: options.signalAfter }),
  });
  return { run: await action.done, simulator };
}

/** Runs `sae-rollout-gate idle` as a process, against a simulator of its own. */
function commandRun(name: ScenarioName, args: readonly string[] = []): Promise<CliRun> {
  return withStory(name, async simulator => {
    const { appId = '', ...inputs } = simulator.scenario.demo.inputs;
    const flags = Object.entries(inputs).map(
      ([input, value]) => `--${input.replaceAll(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`)}=${value}`,
    );
    const env = surroundings(simulator);
    return await runCli(['idle', '--app-id', appId, ...flags, ...args], { env });
  });
}

function logOf({ lines }: ActionRun): string {
  return lines.map(({ text }) => text).join('\n');
}

const ENDINGS: readonly (readonly [ScenarioName, number])[] = [
  ['free', 0],
  ['busy-then-free', 0],
  ['stuck-record', 0],
  ['blocked-for-good', 1],
  ['busy-until-approved', 6],
];

/** Those that end by the clock. */
const IN_TIME: Readonly<Partial<Record<ScenarioName, readonly [Readonly<Record<string, string>>, number]>>> =
  {
    'never-free': [{ timeout: '6s' }, 3],
    'busy-unreadable': [{ outageTolerance: '300ms' }, 5],
  };

describe('the built action', () => {
  test.concurrent.each(ENDINGS)('ends as it should in the scenario %s', async name => {
    const { run } = await actionRun(name);
    const wanted = findScenario(name).expect;
    expect(run.outputs['verdict']).toBe(wanted);
    expect(run.exitCode).toBe(wanted === 'idle' ? 0 : 1);
    expect(run.conclusion).toBe(wanted === 'idle' ? 'success' : 'failure');
    expect(run.runnerIssues).toStrictEqual([]);
    expect(run.rawSummary).toMatch(/^<h2>\S+ [\w-]+: application /u);
  });

  test.concurrent.each(Object.entries(IN_TIME))('ends in time in the scenario %s', async (name, [inputs]) => {
    const { run } = await actionRun(name as ScenarioName, { inputs });
    expect(run.outputs['verdict']).toBe(findScenario(name as ScenarioName).expect);
    expect(run.outputs['blockingOrderId']).not.toBe('');
    expect(run.exitCode).toBe(1);
  });

  test.concurrent(
    'waits for the order that blocks, tells of it, and reads the whole list before green',
    async () => {
      const { run, simulator } = await actionRun('busy-then-free');
      expect(run.outputs).toMatchObject({ verdict: 'idle', blockingOrderId: '', appId: DEMO_APPLICATION.id });
      expect(logOf(run)).toContain(
        `The application is not free; under way: change order ${SCALE_OUT.id} (CoScaleOut, of `,
      );
      expect(run.rawSummary).toContain('more instances for the sale');
      const calls = simulator.requests.map(({ action }) => action);
      expect(calls[0]).toBe('ListChangeOrders');
      expect(calls.at(-1)).toBe('ListChangeOrders');
      expect(new Set(simulator.requests.map(({ method }) => method))).toStrictEqual(new Set(['GET']));
    },
  );

  test.concurrent('is red without a request for what no input names, and says so', async () => {
    const { run, simulator } = await actionRun('free', { inputs: { appId: 'none' } });
    expect(run.outputs['verdict']).toBe('error');
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toContain('appId, appName: missing');
    expect(simulator.requests).toHaveLength(0);
  });

  test.concurrent('is red where a signal ends it', async () => {
    const { run } = await actionRun('never-free', {
      inputs: { timeout: '1h' },
      signalAfter: { line: /under way: change order/, signal: 'SIGINT' },
    });
    expect(run.outputs['verdict']).toBe('cancelled');
    expect(run.exitCode).toBe(1);
  });
});

describe('the gate', () => {
  test.concurrent('is no wait for a free application, whatever the environment says', async () => {
    const run = await runGate({
      scenario: 'failed-batch',
      env: {
        INPUT_TASK: 'idle',
        INPUT_IDLE: 'true',
        GITHUB_ACTION_PATH: '/actions/sae-rollout-gate/idle',
        GITHUB_ACTION: '__idle',
        NODE_OPTIONS: '',
      },
    });
    expect(run.outputs['verdict']).toBe('failed');
    expect(run.exitCode).toBe(1);
  });
});

describe('the built command', () => {
  test.concurrent.each(ENDINGS)('ends in the scenario %s with %i', async (name, status) => {
    const run = await commandRun(name);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(status);
  });

  test.concurrent.each(Object.entries(IN_TIME))(
    'ends in time in the scenario %s',
    async (name, [inputs, status]) => {
      const flags = Object.entries(inputs).map(([input, value]) =>
        input === 'timeout' ? `--timeout=${value}` : `--outage-tolerance=${value}`,
      );
      const story = findScenario(name as ScenarioName);
      const demo = { ...story.demo, inputs: { appId: DEMO_APPLICATION.id } };
      const run = await withStory({ ...story, demo }, simulator =>
        runCli(['idle', '--app-id', DEMO_APPLICATION.id, ...flags], { env: surroundings(simulator) }),
      );
      expect(run.status).toBe(status);
    },
  );

  test.concurrent('tells machines its verdict, and which order blocks', async () => {
    const run = await commandRun('blocked-for-good', ['--json']);
    const result = run.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>)
      .at(-1);
    expect(result).toMatchObject({
      kind: 'result',
      exitStatus: 1,
      verdict: 'needs-rollback',
      orders: [{ verdict: 'needs-rollback', cause: 'blocked-for-good', appId: DEMO_APPLICATION.id }],
    });
    expect(JSON.stringify(result)).toContain('"blockingOrderId"');
  });

  test.concurrent.each(['--change-order-id=x', '--bake=5m', '--junit=x', '--fail-fast'])(
    'takes no flag of a gate: %s',
    async flag => {
      const run = await runCli(['idle', '--app-id', 'x', flag]);
      expect(run.status).toBe(2);
      expect(run.stderr).toContain(`not a flag of sae-rollout-gate idle`);
    },
  );

  test.concurrent('names the RAM action that it lacks', async () => {
    const faults = [fault(gatewayError('NoPermission'), { action: 'ListChangeOrders' })];
    const run = await withStory({ ...findScenario('free'), faults }, simulator =>
      runCli(['idle', '--app-id', DEMO_APPLICATION.id], { env: surroundings(simulator) }),
    );
    expect(run.stdout).toContain('sae:ListChangeOrders');
    expect(run.status).toBe(5);
  });
});
