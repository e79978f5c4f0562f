import { describe, expect, test } from '@jest/globals';
import { envelopeOf, httpAnswer, NO_SUCH_ORDER } from '../support/answers.ts';
import {
  looksByOrder,
  manyRun,
  orderOf,
  orders,
  ordersEnding,
  resultsOf,
  verdictsOf,
} from '../support/many-run.ts';

describe('the step', () => {
  test('is green if every order succeeded', async () => {
    const run = await manyRun(orders(4, number => ({ endsMs: number * 40_000 })));
    expect(run.green).toBe(true);
    expect(run.verdict).toBe('succeeded');
    expect(verdictsOf(run)).toStrictEqual(['succeeded', 'succeeded', 'succeeded', 'succeeded']);
    expect(run.toolkit.errors).toHaveLength(0);
    expect(run.asleep).toBe(0);
  });

  test.each([1, 2, 3, 4])('is red if only order %i of four did not', async number => {
    const run = await manyRun(ordersEnding(4, { [number]: 3 }));
    expect(run.green).toBe(false);
    expect(verdictsOf(run)).toStrictEqual([1, 2, 3, 4].map(one => (one === number ? 'failed' : 'succeeded')));
    expect(run.outputs).toMatchObject({ verdict: 'failed', status: '3', changeOrderId: `order-${number}` });
  });

  test('waits for the others when one is red, and gives each its own verdict', async () => {
    const endings = [
      { endsMs: 20_000, ending: 3 },
      { endsMs: 300_000 },
      { endsMs: 600_000, ending: 6 },
      { endsMs: 100_000, ending: 10 },
      { endsMs: Infinity },
    ];
    const run = await manyRun(
      orders(5, number => endings[number - 1] ?? {}),
      { inputs: { timeout: '20m' } },
    );
    expect(verdictsOf(run)).toStrictEqual(['failed', 'succeeded', 'terminated', 'system-error', 'timed-out']);
    expect(run.endedAtMs).toBe(1_200_000);
    expect(run.outputs).toMatchObject({ verdict: 'failed', changeOrderId: 'order-1' });
  });

  test('ends as soon as the last order has', async () => {
    const run = await manyRun(orders(3, number => ({ endsMs: number * 30_000 })));
    expect(run.endedAtMs).toBeGreaterThanOrEqual(90_000);
    expect(run.endedAtMs).toBeLessThan(120_000);
  });

  test('an order that has ended is not asked about any more', async () => {
    const run = await manyRun(orders(2, number => ({ endsMs: number === 1 ? 10_000 : 600_000 })));
    expect(Math.max(...(looksByOrder(run).get('order-1') ?? []))).toBeLessThan(45_000);
  });

  test('a bug in one wait is the verdict of that wait alone', async () => {
    const run = await manyRun(orders(3), {
      trouble: seen =>
        orderOf(seen) === 'order-2' ? { kind: 'throw', thrown: new Error('a bug') } : undefined,
      inputs: { timeout: '2m' },
    });
    expect([verdictsOf(run)[0], verdictsOf(run)[2]]).toStrictEqual(['succeeded', 'succeeded']);
    expect(run.green).toBe(false);
    expect(run.endedAtMs).toBeLessThanOrEqual(130_000);
  });

  test('an order that does not exist keeps no other from its verdict', async () => {
    const run = await manyRun(orders(3), {
      trouble: seen => (orderOf(seen) === 'order-2' ? NO_SUCH_ORDER : undefined),
    });
    expect(verdictsOf(run)).toStrictEqual(['succeeded', 'not-found', 'succeeded']);
  });

  test('an order whose requests hang holds up none of the others', async () => {
    const run = await manyRun(
      orders(3, () => ({ endsMs: 30_000 })),
      {
        trouble: seen => (orderOf(seen) === 'order-2' ? { kind: 'deaf' } : undefined),
        inputs: { timeout: '3m' },
      },
    );
    expect(verdictsOf(run)).toStrictEqual(['succeeded', 'timed-out', 'succeeded']);
    const ended = run.toolkit.log.filter(({ text }) => /#[13] .*Change order: succeeded/u.test(text));
    expect(ended).toHaveLength(2);
    for (const { atMs } of ended) expect(atMs).toBeLessThan(60_000);
  });
});

describe('failFast', () => {
  const FAST = { inputs: { failFast: 'true', timeout: '30m' } };

  test('ends the step at the first red; what was not waited for is not-awaited, what had ended keeps its verdict', async () => {
    const endings = [
      { endsMs: 10_000 },
      { endsMs: 600_000 },
      { endsMs: 60_000, ending: 3 },
      { endsMs: 900_000 },
    ];
    const run = await manyRun(
      orders(4, number => endings[number - 1] ?? {}),
      FAST,
    );
    expect(run.green).toBe(false);
    expect(verdictsOf(run)).toStrictEqual(['succeeded', 'not-awaited', 'failed', 'not-awaited']);
    expect(run.endedAtMs).toBeGreaterThanOrEqual(60_000);
    expect(run.endedAtMs).toBeLessThan(95_000);
    expect(run.outputs).toMatchObject({ verdict: 'failed', changeOrderId: 'order-3', status: '3' });
    expect(run.asleep).toBe(0);
  });

  test('of a not-awaited order it is said why, what was seen of it, and that it goes on', async () => {
    const run = await manyRun(
      orders(2, number => (number === 1 ? { ending: 3, endsMs: 0 } : { endsMs: 900_000 })),
      FAST,
    );
    const [, second] = run.toolkit.errors;
    expect(second?.message).toMatch(/^Why: #1 service-1 did not succeed and failFast is on/u);
    expect(second?.message).toContain('Rollout still running: batch 1 of 1 in progress');
    expect(second?.message).toContain('The rollout continues; this step only watches.');
  });

  test('still asks why the red one failed', async () => {
    const calls: string[] = [];
    const run = await manyRun(
      orders(2, number => (number === 1 ? { ending: 3, endsMs: 20_000 } : { endsMs: 900_000 })),
      {
        inputs: { ...FAST.inputs, diagnose: 'true' },
        trouble: (_, call) => {
          calls.push(call);
          return call.endsWith('ChangeOrder') ? undefined : httpAnswer(envelopeOf({}));
        },
      },
    );
    expect(verdictsOf(run)).toStrictEqual(['failed', 'not-awaited']);
    expect(calls).toContain('describeApplicationGroups');
    expect(calls).toContain('describeApplicationConfig');
  });

  test('changes nothing where all succeed', async () => {
    const run = await manyRun(orders(3), FAST);
    expect(run.green).toBe(true);
  });

  test('ends a request that hangs', async () => {
    const run = await manyRun(
      orders(2, number => (number === 1 ? { ending: 3, endsMs: 20_000 } : {})),
      {
        ...FAST,
        trouble: seen => (orderOf(seen) === 'order-2' ? { kind: 'hang' } : undefined),
      },
    );
    expect(verdictsOf(run)).toStrictEqual(['failed', 'not-awaited']);
    expect(run.endedAtMs).toBeLessThan(60_000);
  });

  test('without it the others are waited for', async () => {
    const run = await manyRun(
      orders(2, number => (number === 1 ? { ending: 3, endsMs: 0 } : { endsMs: 900_000 })),
      { inputs: { failFast: 'false' } },
    );
    expect(verdictsOf(run)).toStrictEqual(['failed', 'succeeded']);
  });
});

describe('the outputs', () => {
  test('results are one entry an order, in the order of the input, named as the scalar outputs', async () => {
    const all = orders(3, number => ({
      endsMs: 90_000 - number * 20_000,
      ...(number === 2 ? { ending: 3 } : {}),
    }));
    const run = await manyRun(all);
    expect(resultsOf(run)).toStrictEqual([
      {
        schemaVersion: 1,
        changeOrderId: 'order-1',
        appId: 'app-1',
        verdict: 'succeeded',
        status: 2,
        subStatus: 0,
        durationSeconds: expect.any(Number),
      },
      {
        schemaVersion: 1,
        changeOrderId: 'order-2',
        appId: 'app-2',
        verdict: 'failed',
        status: 3,
        subStatus: 0,
        durationSeconds: expect.any(Number),
      },
      {
        schemaVersion: 1,
        changeOrderId: 'order-3',
        appId: 'app-3',
        verdict: 'succeeded',
        status: 2,
        subStatus: 0,
        durationSeconds: expect.any(Number),
      },
    ]);
    const durations = resultsOf(run).map(({ durationSeconds }) => Number(durationSeconds));
    expect(durations[2]).toBeLessThan(durations[0] ?? 0);
    for (const result of resultsOf(run)) {
      const names = Object.keys(result).filter(name => name !== 'schemaVersion');
      for (const name of names) expect(Object.keys(run.outputs)).toContain(name);
    }
  });

  test('the scalar ones are those of the worst order, and nothing of another', async () => {
    const all = orders(3, number => ({
      endsMs: number * 30_000,
      description: `text of ${number}`,
      ...(number === 2 ? { ending: 3, type: 'CoRollback' } : {}),
    }));
    const run = await manyRun(all);
    expect(run.outputs).toMatchObject({
      verdict: 'failed',
      changeOrderId: 'order-2',
      appId: 'app-2',
      appName: 'service-2',
      coTypeCode: 'CoRollback',
      status: '3',
      statusText: 'failed',
      subStatus: '0',
    });
    expect(run.outputs['consoleUrl']).toContain('order-2');
    expect(Number(run.outputs['durationSeconds'])).toBe(Number(resultsOf(run)[1]?.['durationSeconds']));
  });

  test('are there for a single order too', async () => {
    const run = await manyRun(orders(1));
    expect(verdictsOf(run)).toStrictEqual(['succeeded']);
  });

  test('results hold nothing that a shell would obey, and are the same to a reader of JSON', async () => {
    // What of a shell's own can be part of an id: the rest is refused as an input.
    const id = String.raw`ax\$&|#*?~!=é😀`;
    const run = await manyRun(orders(2, number => (number === 1 ? { id, appId: "x'y" } : {})));
    const text = run.outputs['results'] ?? '';
    expect(resultsOf(run)[0]).toMatchObject({ changeOrderId: id });
    // The cloud's own is told only where it is an id.
    expect(resultsOf(run).map(({ appId }) => appId)).toStrictEqual([undefined, 'app-2']);
    expect(text).not.toMatch(/['$`;&|<>()#\s!*?~]|[^\u0020-\u007e]/u);
  });
});
