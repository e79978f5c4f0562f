import { closeSync, openSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { DEMO_ORDER_ID } from '../../simulator/change-order.ts';
import type { Scenario } from '../../simulator/scenario.ts';
import { scenario } from '../../simulator/scenario.ts';
import { findScenario } from '../../simulator/scenarios.ts';
import { startSimulator } from '../../simulator/server.ts';
import { finishedAtOnce, rollout } from '../../simulator/timeline.ts';
import type { BadOutput } from './full-pipe.ts';
import { brokenPipe, fullPipe } from './full-pipe.ts';
import type { UnreadRun } from './unread-gate.ts';
import { runUnread } from './unread-gate.ts';

/** What a busy machine takes to start Node and to end it. */
const LEEWAY_MS = 8_000;

/** The story's four minutes in a quarter of a second. */
const TIME_SCALE = 1_000;

/** Linux has a device that is always full, as a disk may be. */
function fullDisk(): BadOutput {
  const descriptor = openSync('/dev/full', 'w');
  return {
    descriptor,
    [Symbol.dispose]: () => {
      closeSync(descriptor);
    },
  };
}

const OUTPUTS: readonly (readonly [string, () => BadOutput])[] = [
  ['a pipe that is full and that nobody reads', fullPipe],
  ['a pipe whose reader has gone', brokenPipe],
  ...(process.platform === 'linux' ? [['a disk that is full', fullDisk] as const] : []),
];

const SUCCEEDED = scenario({ order: { timeline: finishedAtOnce(1) } });
const ENDLESS = scenario({ order: { timeline: rollout({ batchesMs: [Infinity], prepareMs: 0 }) } });

const describeOnPosix = process.platform === 'win32' ? describe.skip : describe;

describeOnPosix.each(OUTPUTS)('with %s for standard output', (_, open) => {
  /** Runs the gate, with debug logging so that it has much to say. */
  async function run(world: Scenario, inputs: Readonly<Record<string, string>>): Promise<UnreadRun> {
    await using simulator = await startSimulator({ scenario: world, timeScale: TIME_SCALE });
    using stdout = open();
    using stderr = open();
    const { accessKeyId, accessKeySecret, url: endpoint } = simulator;
    return await runUnread({
      inputs: {
        endpoint,
        regionId: 'cn-hangzhou',
        accessKeyId,
        accessKeySecret,
        changeOrderId: DEMO_ORDER_ID,
        minPollInterval: '20ms',
        maxPollInterval: '50ms',
        maxCallsPerMinute: '100000',
        requestTimeout: '1s',
        ...inputs,
      },
      env: { RUNNER_DEBUG: '1' },
      stdout: stdout.descriptor,
      stderr: stderr.descriptor,
    });
  }

  test.concurrent('a success is green', async () => {
    const ended = await run(SUCCEEDED, { timeout: '30s' });
    expect(ended).toMatchObject({
      exitCode: 0,
      signal: null,
      outputs: { verdict: 'succeeded', status: '2' },
    });
    expect(ended.rawSummary).toMatch(/^<h2>✅ /u);
    expect(ended.durationMs).toBeLessThan(LEEWAY_MS);
  });

  test.concurrent('a failure is red, with its diagnosis', async () => {
    const ended = await run(findScenario('failed-batch'), { timeout: '30s' });
    expect(ended).toMatchObject({ exitCode: 1, signal: null, outputs: { verdict: 'failed', status: '3' } });
    expect(ended.rawSummary).toContain('The readiness probe fails');
    expect(ended.durationMs).toBeLessThan(1_000 + LEEWAY_MS);
  });

  test.concurrent('the deadline holds', async () => {
    const ended = await run(ENDLESS, { timeout: '2s', diagnose: 'false' });
    expect(ended).toMatchObject({ exitCode: 1, signal: null, outputs: { verdict: 'timed-out' } });
    expect(Number(ended.outputs['durationSeconds'])).toBeLessThanOrEqual(3);
    expect(ended.durationMs).toBeLessThan(2_000 + LEEWAY_MS);
  });

  test.concurrent('faulty inputs are red', async () => {
    const ended = await run(SUCCEEDED, { timeout: 'soon' });
    expect(ended).toMatchObject({ exitCode: 1, signal: null, outputs: { verdict: 'error' } });
  });
});
