import { describe, expect, test } from '@jest/globals';
import { rollbackIdOf } from '../../testbed/simulator/abort.ts';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import type { GateOptions, GateRun } from '../action/run-gate.ts';
import { runGate } from '../action/run-gate.ts';
import { until } from '../action/until.ts';
import { runCli, surroundings, withStory } from '../cli/run-cli.ts';

const NEW_ID = rollbackIdOf(DEMO_ORDER_ID);

const INPUTS = {
  appId: DEMO_APPLICATION.id,
  createdAfter: '10m',
  rollbackOn: 'needs-rollback',
  rollbackTimeout: '2m',
  verify: 'off',
} as const;

function writesOf({ requests }: Pick<GateRun, 'requests'>) {
  return requests.filter(({ method }) => method !== 'GET');
}

function undone(
  scenario: GateOptions['scenario'],
  inputs: GateOptions['inputs'] = {},
  more: Partial<GateOptions> = {},
) {
  return runGate({ scenario, inputs: { ...INPUTS, ...inputs }, ...more });
}

/** What the error annotation is called. */
function titleOf({ annotations }: GateRun): string | undefined {
  return annotations.find(({ kind }) => kind === 'error')?.title;
}

describe('the built action', () => {
  test.concurrent('rolls back on request, and is red', async () => {
    const run = await undone('rolled-back');
    expect(run.outputs).toMatchObject({
      verdict: 'needs-rollback',
      rolledBack: 'true',
      rollbackOrderId: NEW_ID,
    });
    expect(run.exitCode).toBe(1);
    expect(titleOf(run)).toBe('SAE · demo-app: rollout failed, and rolled back');
    expect(run.rawSummary).toContain('failed, and rolled back</h2>');
    const [write, ...others] = writesOf(run);
    expect(others).toStrictEqual([]);
    expect(write).toMatchObject({
      method: 'PUT',
      action: 'AbortAndRollbackChangeOrder',
      refusal: undefined,
      status: 200,
    });
    expect(run.simulator.aborted).toHaveLength(1);
  });

  test.concurrent('looks what became of a write whose answer was lost, and sends none again', async () => {
    const run = await undone('rollback-answer-lost');
    expect(run.outputs).toMatchObject({
      verdict: 'needs-rollback',
      rolledBack: 'true',
      rollbackOrderId: NEW_ID,
    });
    expect(writesOf(run)).toHaveLength(1);
    expect(run.exitCode).toBe(1);
  });

  test.concurrent('writes nothing without rollbackOn, and tells the command to paste', async () => {
    const run = await undone('rolled-back', { rollbackOn: undefined });
    expect(writesOf(run)).toStrictEqual([]);
    expect(run.outputs['rolledBack'] ?? '').toBe('');
    expect(run.stdout).toContain(`aliyun sae AbortAndRollbackChangeOrder --ChangeOrderId '${DEMO_ORDER_ID}'`);
  });

  const CANCELLED: Scenario = { ...findScenario('stuck'), abort: {} };

  test.concurrent.each(['SIGINT', 'SIGTERM'] as const)(
    'asks for it when it is cancelled by %s, says so and ends',
    async signal => {
      const run = await undone(
        CANCELLED,
        { rollbackOn: 'cancelled' },
        {
          meanwhile: async (action, { requests }) => {
            // Its first batch has begun by then.
            await until('some looks', () => requests.length >= 5);
            action.signal(signal);
          },
        },
      );
      expect(run.outputs).toMatchObject({
        verdict: 'cancelled',
        rolledBack: 'unknown',
        rollbackOrderId: DEMO_ORDER_ID,
      });
      expect(run.simulator.aborted).toHaveLength(1);
      expect(run.requests.at(-1)).toMatchObject({
        action: 'AbortAndRollbackChangeOrder',
        abortedByClient: false,
      });
      expect(titleOf(run)).toBe('SAE · demo-app: wait cancelled, and a rollback was asked for');
      expect(run.exitCode).toBe(1);
    },
  );
});

describe('the built command', () => {
  const ARGS = [
    'wait',
    '--change-order-id',
    DEMO_ORDER_ID,
    '--app-id',
    DEMO_APPLICATION.id,
    '--verify',
    'off',
  ];

  test.concurrent('rolls back on request, tells it as JSON, and ends with 1', async () => {
    const run = await withStory('rolled-back', async simulator => {
      const args = [...ARGS, '--created-after', '10m', '--rollback-on', 'needs-rollback', '--json'];
      const ended = await runCli(args, { env: surroundings(simulator) });
      expect(simulator.aborted).toHaveLength(1);
      return ended;
    });
    expect(run.status).toBe(1);
    const last = run.stdout.trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject({
      verdict: 'needs-rollback',
      orders: [{ rolledBack: 'true', rollbackOrderId: NEW_ID }],
    });
  });

  test.concurrent('wants --created-after, and asks nothing without it', async () => {
    const run = await withStory('rolled-back', async simulator => {
      const ended = await runCli([...ARGS, '--rollback-on', 'timed-out'], { env: surroundings(simulator) });
      expect(simulator.requests).toHaveLength(0);
      return ended;
    });
    expect(run.status).toBe(2);
    expect(run.stdout + run.stderr).toMatch(/--?created-?after: missing/iu);
  });
});
