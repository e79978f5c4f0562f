import { closeSync, openSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import { finishedAtOnce, rollout } from '../../testbed/simulator/timeline.ts';
import { LONGEST_TO_DEADLINE_S } from '../support/patient.ts';
import { startStoryByLooks } from '../support/story-by-looks.ts';
import type { BadOutput } from './full-pipe.ts';
import { brokenPipe, fullPipe } from './full-pipe.ts';
import type { UnreadRun } from './unread-gate.ts';
import { runUnread } from './unread-gate.ts';

/** Far more than a busy machine takes, far less than a gate that waits for a reader. */
const LONGEST_RUN_MS = 60_000;

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
    await using simulator = await startStoryByLooks({ scenario: world });
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
        requestTimeout: '10s',
        ...inputs,
      },
      env: { RUNNER_DEBUG: '1' },
      stdout: stdout.descriptor,
      stderr: stderr.descriptor,
    });
  }

  test.concurrent('a success is green', async () => {
    const ended = await run(SUCCEEDED, { timeout: '2m' });
    expect(ended).toMatchObject({
      exitCode: 0,
      signal: null,
      outputs: { verdict: 'succeeded', status: '2' },
    });
    expect(ended.rawSummary).toMatch(/^<h2>✅ /u);
    expect(ended.durationMs).toBeLessThan(LONGEST_RUN_MS);
  });

  test.concurrent('a failure is red, with its diagnosis', async () => {
    const ended = await run(findScenario('failed-batch'), { timeout: '2m' });
    expect(ended).toMatchObject({ exitCode: 1, signal: null, outputs: { verdict: 'failed', status: '3' } });
    expect(ended.rawSummary).toContain('port 8080 refuses connections');
    expect(ended.durationMs).toBeLessThan(LONGEST_RUN_MS);
  });

  test.concurrent('the deadline holds', async () => {
    const ended = await run(ENDLESS, { timeout: '2s', diagnose: 'false' });
    expect(ended).toMatchObject({ exitCode: 1, signal: null, outputs: { verdict: 'timed-out' } });
    expect(Number(ended.outputs['durationSeconds'])).toBeLessThan(LONGEST_TO_DEADLINE_S);
    expect(ended.durationMs).toBeLessThan(LONGEST_RUN_MS);
  });

  test.concurrent('faulty inputs are red', async () => {
    const ended = await run(SUCCEEDED, { timeout: 'soon' });
    expect(ended).toMatchObject({ exitCode: 1, signal: null, outputs: { verdict: 'error' } });
  });
});
