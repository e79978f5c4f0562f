import { describe, expect, test } from '@jest/globals';
import { scenario } from '../../testbed/simulator/scenario.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import { rollout } from '../../testbed/simulator/timeline.ts';
import { exitNameOf } from '../../src/cli/exit-status.ts';
import { EXIT_STATUS, VERDICTS } from '../../src/rollout/verdicts.ts';
import { until } from '../action/until.ts';
import { runCli, surroundings, waitInStory, withStory } from './run-cli.ts';

const ENDLESS = scenario({ order: { timeline: rollout({ batchesMs: [Infinity], prepareMs: 0 }) } });

describe('the built command ends with', () => {
  test.concurrent.each<[number, string, ScenarioName | Scenario, readonly string[]]>([
    [0, 'success', 'success', []],
    [0, 'finished', 'finished', []],
    [1, 'failed-batch', 'failed-batch', []],
    [1, 'terminated', 'terminated', []],
    [1, 'system-error', 'system-error', []],
    [1, 'needs-rollback', 'needs-rollback', []],
    [2, 'another application', 'finished', ['--app-id', 'app-of-somebody-else']],
    [2, 'an empty application, though the order has succeeded', 'finished', ['--app-id', '']],
    [2, 'an empty description likewise', 'finished', ['--description-contains=']],
    [2, 'an application of two words', 'finished', ['--app-id', 'x y']],
    [2, 'a timeout longer than any job', 'finished', ['--timeout', '99999h']],
    [3, 'a rollout without end', ENDLESS, ['--timeout', '500ms']],
    [5, 'no-permission', 'no-permission', []],
    [5, 'wrong-key', 'wrong-key', ['--access-key-id', 'no-such-key']],
    [6, 'released-by-nobody', 'released-by-nobody', ['--on-manual-step', 'fail']],
  ])('%i for %s', async (status, _, story, args) => {
    const run = await waitInStory(story, args);
    expect({ status: run.status, stderr: run.stderr }).toStrictEqual({ status, stderr: '' });
  });

  test.concurrent('4 for an order that does not exist', async () => {
    const run = await withStory('finished', simulator =>
      runCli(['wait', '--change-order-id', 'no-such-order', '--timeout', '1s'], {
        env: surroundings(simulator),
      }),
    );
    expect(run.status).toBe(4);
    expect(run.stdout).toContain('There is no change order "no-such-order" here');
  });

  test.concurrent.each([
    [130, 'SIGINT'],
    [143, 'SIGTERM'],
    [129, 'SIGHUP'],
    [131, 'SIGQUIT'],
  ] as const)('%i after %s, and says that the rollout still runs', async (status, signal) => {
    const run = await waitInStory(ENDLESS, ['--min-poll-interval=10m', '--max-poll-interval=10m'], {
      meanwhile: async cli => {
        await until('the first look', () => cli.stdout().includes('Batch 1 of 1'));
        cli.signal(signal);
      },
    });
    expect(run.status).toBe(status);
    expect(run.stdout).toContain('Rollout still running: batch 1 of 1 in progress');
  });

  test.concurrent.each(['APP_ID', 'CO_TYPE', 'DESCRIPTION_CONTAINS', 'CREATED_AFTER', 'CHANGE_ORDER_ID'])(
    '2 where SAE_ROLLOUT_GATE_%s is set and empty, and no request is made',
    async name => {
      const requests = await withStory('finished', async simulator => {
        const id = simulator.scenario.demo.inputs['changeOrderId'] ?? '';
        const order = name === 'CHANGE_ORDER_ID' ? [] : ['--change-order-id', id];
        const run = await runCli(['wait', ...order], {
          env: { ...surroundings(simulator), [`SAE_ROLLOUT_GATE_${name}`]: '' },
        });
        expect(run.status).toBe(2);
        expect(run.stdout).toContain('got an empty value');
        return simulator.requests.length;
      });
      expect(requests).toBe(0);
    },
  );

  test.concurrent('2 where an input is wrong, and no request is made', async () => {
    const requests = await withStory('finished', async simulator => {
      const run = await runCli(['wait', '--change-order-id', 'x', '--timeout', 'soon'], {
        env: surroundings(simulator),
      });
      expect(run.status).toBe(2);
      expect(run.stdout).toMatch(/--timeout: expected a duration .*, got "soon"/u);
      return simulator.requests.length;
    });
    expect(requests).toBe(0);
  });

  test.concurrent('2 where an id is empty, by flag or by variable', async () => {
    const byFlag = await runCli(['wait', '--change-order-id', '', '--region-id', 'cn-hangzhou']);
    const byVariable = await runCli(['wait', '--region-id', 'cn-hangzhou'], {
      env: { SAE_ROLLOUT_GATE_CHANGE_ORDER_ID: '' },
    });
    const oneOfTwo = await runCli(['wait', '--change-order-id=a', '--change-order-id=']);
    for (const run of [byFlag, byVariable, oneOfTwo]) {
      expect(run.status).toBe(2);
      expect(run.stdout).toMatch(/--change-order-id: expected .+, got (?:an empty value|"a,")/u);
    }
  });

  test.concurrent(
    '2 where nothing tells since when an order may be its own, and says what does',
    async () => {
      const run = await withStory('finished', simulator =>
        runCli(['wait', '--app-id', 'some-app'], { env: surroundings(simulator) }),
      );
      expect(run.status).toBe(2);
      expect(run.stdout).toMatch(/--created-after: missing.*such as 10m/u);
    },
  );
});

/** Has Node run `script` before the command. */
function runBroken(script: string, args: readonly string[] = []) {
  const module = `data:text/javascript,${encodeURIComponent(script)}`;
  return waitInStory('success', args, { env: { NODE_OPTIONS: `--import=${module}` } });
}

describe('a bug ends the command with 70', () => {
  test.concurrent.each([
    ['in the middle of a wait', 'Math.random = () => { throw new Error("broken"); };'],
    ['outside of everything', 'setTimeout(() => { throw new Error("broken"); }, 0);'],
    [
      'in a promise that nobody awaits',
      'setTimeout(() => { void Promise.reject(new Error("broken")); }, 0);',
    ],
  ])('%s, says so and shows no stack', async (_, script) => {
    const { status, stdout, stderr } = await runBroken(script);
    expect(status).toBe(70);
    expect(`${stdout}${stderr}`).toContain('The gate itself failed: broken');
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /mu);
  });

  test.concurrent('and reports no secret that the bug holds', async () => {
    const { status, stdout, stderr } = await runBroken(`
      Math.random = () => {
        setTimeout(() => { throw new Error('broken by ' + process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET); }, 0);
        return 0.5;
      };
    `);
    expect(status).toBe(70);
    expect(`${stdout}${stderr}`).toContain('The gate itself failed: broken by ***');
  });

  test.concurrent('when Node ends the process early', async () => {
    expect((await runBroken('setTimeout(() => process.exit(), 0);')).status).toBe(70);
  });

  test.concurrent('and the last line of JSON says so', async () => {
    const { status, stdout } = await runBroken('Math.random = () => { throw new Error("broken"); };', [
      '--json',
    ]);
    expect(status).toBe(70);
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
      kind: 'result',
      exitStatus: 70,
      verdict: 'error',
    });
  });
});

describe('an exit status', () => {
  test('is given for every verdict, and 0 for the one that is green of each task only', () => {
    const cause = { kind: 'bug', message: '' } as const;
    const statuses = VERDICTS.map(verdict => [verdict, EXIT_STATUS[exitNameOf({ verdict, cause })]] as const);
    expect(statuses.filter(([, status]) => status === 0)).toStrictEqual([
      ['idle', 0],
      ['succeeded', 0],
    ]);
    expect(statuses).toContainEqual(['error', 70]);
    expect(statuses).toContainEqual(['cancelled', 130]);
  });

  test('is no other’s', () => {
    const all = Object.values(EXIT_STATUS);
    expect(new Set(all).size).toBe(all.length);
  });
});
