import { describe, expect, test } from '@jest/globals';
import { busiestMinute } from '../budget/callers.ts';
import type { FindOptions } from '../support/find-run.ts';
import { callsOf, findRun, followedBy, runTimes } from '../support/find-run.ts';
import type { GateRun } from '../support/gate-run.ts';
import { looksByOrder, orders, resultsOf, verdictsOf } from '../support/many-run.ts';
import type { AccountOrder } from '../support/sae-account.ts';

/** Runs the gate with `auto` for all applications of these orders. */
async function autoRun(all: readonly AccountOrder[], options: FindOptions = {}): Promise<GateRun> {
  const appId = all.map(order => order.appId).join('\n');
  return findRun(all, { ...options, inputs: { appId, diagnose: 'false', ...options.inputs } });
}

describe('several applications with auto', () => {
  test('each order is found and waited for; results are in the order of the applications', async () => {
    const all = orders(4, number => ({ createdMs: -10_000, endsMs: 200_000 - number * 30_000 }));
    const run = await autoRun(all);
    expect(run.green).toBe(true);
    expect(resultsOf(run)).toMatchObject(
      [1, 2, 3, 4].map(number => ({
        changeOrderId: `order-${number}`,
        appId: `app-${number}`,
        verdict: 'succeeded',
      })),
    );
    expect([...followedBy(run)].sort()).toStrictEqual(['order-1', 'order-2', 'order-3', 'order-4']);
  });

  test('an application named twice is one', async () => {
    const run = await autoRun(orders(1), { inputs: { appId: 'app-1, app-1\napp-1\n' } });
    expect(resultsOf(run)).toHaveLength(1);
  });

  test('an application of which no order is found is red, the others keep their verdicts', async () => {
    const all = orders(3, number => ({ createdMs: number === 2 ? -7_200_000 : -5_000 }));
    const run = await autoRun(all);
    expect(run.green).toBe(false);
    expect(verdictsOf(run)).toStrictEqual(['succeeded', 'not-found', 'succeeded']);
    expect(run.outputs).toMatchObject({ verdict: 'not-found', appId: 'app-2' });
    expect(run.outputs).not.toHaveProperty('chosenBecause');
    expect(run.toolkit.errors[0]?.title).toBe('SAE · #2 app-2: no change order of this run found');
    expect(run.toolkit.errors[0]?.message).toContain('No change order of application "app-2"');
  });

  test('chosenBecause is that of the order that speaks for the step', async () => {
    const all = orders(3, number => ({ createdMs: -5_000, ending: number === 3 ? 3 : 2 }));
    const run = await autoRun(all);
    expect(run.outputs).toMatchObject({ verdict: 'failed', changeOrderId: 'order-3' });
    expect(run.outputs['chosenBecause']).toContain('order-3');
  });

  test('GitHub is asked once for the start of the run', async () => {
    let asked = 0;
    const run = await autoRun(
      orders(12, () => ({ createdMs: -5_000 })),
      {
        world: {
          github: () => ({
            runTimes: () => {
              asked++;
              return Promise.resolve(runTimes(-60_000));
            },
            createCheckRun: () => Promise.reject(new Error('nobody should')),
            updateCheckRun: () => Promise.reject(new Error('nobody should')),
          }),
        },
      },
    );
    expect(run.green).toBe(true);
    expect(asked).toBe(1);
  });

  test('each of 30 orders is found and looked at within its first minute, and the lists count as calls', async () => {
    const all = orders(30, () => ({ createdMs: -5_000, endsMs: 240_000 }));
    const run = await autoRun(all, { latencyMs: 200 });
    expect(run.green).toBe(true);
    const looks = looksByOrder(run);
    expect(looks.size).toBe(30);
    for (const looksMs of looks.values()) expect(looksMs[0]).toBeLessThanOrEqual(61_000);
    expect(callsOf(run, 'ListChangeOrders').length).toBeGreaterThanOrEqual(60);
    expect(busiestMinute(run.transport.timesMs)).toBeLessThanOrEqual(30);
  });

  test('failFast gives up a search too', async () => {
    const all = orders(3, number => ({
      createdMs: number === 2 ? 600_000 : -5_000,
      ...(number === 1 ? { ending: 3, endsMs: 20_000 } : {}),
    }));
    const run = await autoRun(all, { inputs: { failFast: 'true', discoveryTimeout: '10m' } });
    expect(verdictsOf(run)).toStrictEqual(['failed', 'not-awaited', 'not-awaited']);
    expect(run.endedAtMs).toBeLessThan(60_000);
  });
});
