/** When the built action asks, by what the simulator saw of it. */
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { runAction } from '../../testbed/runner/run-action.ts';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { changeOrder } from '../../testbed/simulator/change-order.ts';
import { pastOrders } from '../../testbed/simulator/past-orders.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';
import { rollout } from '../../testbed/simulator/timeline.ts';
import { busiestMinute } from '../budget/callers.ts';
import { looksOf, runGate } from './run-gate.ts';
import { expectVerdict } from './sound-run.ts';

/** What a busy machine may take beyond; without the past the order would be seen 12 s late at the least. */
const LATEST_MS = 8_000;

test.concurrent(
  'an order of 10 s, as all before it took: seen soon after its end, with the default waits',
  async () => {
    const tookMs = 10_000;
    const run = await runGate({
      scenario: scenario({
        order: { timeline: rollout({ batchesMs: [tookMs] }) },
        otherOrders: pastOrders(Array.from({ length: 20 }, () => tookMs)),
      }),
      realTime: true,
      inputs: { minPollInterval: undefined, maxPollInterval: undefined, maxCallsPerMinute: undefined },
    });
    expectVerdict(run, 'succeeded');
    const looks = looksOf(run);
    expect((looks.at(-1)?.atMs ?? Infinity) - tookMs).toBeLessThan(LATEST_MS);
    expect(run.requests.filter(({ action }) => action === 'ListChangeOrders')).toHaveLength(1);
    expect(run.simultaneous).toBe(1);
  },
);

test.concurrent(
  'twelve orders for five minutes: in no window of 60 s does the API see more calls than allowed',
  async () => {
    const timeScale = 60;
    const epochMs = Date.now();
    const endless = { timeline: rollout({ batchesMs: [Infinity] }) };
    const [order, ...otherOrders] = Array.from({ length: 12 }, (_, index) =>
      changeOrder({ id: `order-${index}`, app: { ...DEMO_APPLICATION, id: `app-${index}` }, ...endless }),
    );
    if (order === undefined) throw new Error('there is no order');
    await using simulator = await startSimulator({
      scenario: scenario({ order, otherOrders }),
      nowMs: () => Math.floor(epochMs + (Date.now() - epochMs) * timeScale),
    });
    // A minute passes in a second: a call counts until a minute after its answer, however slow this machine is.
    const hook = fileURLToPath(new URL('../../bench/scaled-time-hook.cjs', import.meta.url));
    await using action = runAction({
      inputs: {
        regionId: 'cn-hangzhou',
        endpoint: simulator.url,
        accessKeyId: simulator.accessKeyId,
        accessKeySecret: simulator.accessKeySecret,
        changeOrderId: [order, ...otherOrders].map(({ id }) => id).join(','),
        maxCallsPerMinute: '20',
        timeout: '5m',
        requestTimeout: '30m',
        diagnose: 'false',
      },
      env: {
        NODE_OPTIONS: `--require ${JSON.stringify(hook)}`,
        BENCH_TIME_SCALE: String(timeScale),
        BENCH_EPOCH_MS: String(epochMs),
      },
    });
    const run = await action.done;
    expect(run.outputs['verdict']).toBe('timed-out');
    const seenMs = simulator.requests.map(({ atMs }) => atMs);
    expect(busiestMinute(seenMs)).toBeLessThanOrEqual(20);
    expect(seenMs.length).toBeGreaterThan(20);
  },
);
