import { describe, expect, test } from '@jest/globals';
import type { Reply } from '../support/scripted-transport.ts';
import { manyRun, orderOf, orders, verdictsOf } from '../support/many-run.ts';

describe('a cancelled step of many orders', () => {
  test('is over at once, whatever its orders do: waiting, hanging, or in the queue', async () => {
    const hanging: Readonly<Record<string, Reply>> = {
      'order-2': { kind: 'hang' },
      'order-3': { kind: 'deaf' },
    };
    const run = await manyRun(
      orders(40, () => ({ endsMs: Infinity })),
      {
        cancelAtMs: 45_000,
        trouble: seen => hanging[orderOf(seen) ?? ''],
      },
    );
    expect(run.endedAtMs).toBe(45_000);
    expect(run.green).toBe(false);
    expect(new Set(verdictsOf(run))).toStrictEqual(new Set(['cancelled']));
    expect(run.asleep).toBe(0);
    expect(run.outputs).toMatchObject({ verdict: 'cancelled', changeOrderId: 'order-1' });
  });

  test('keeps the verdicts that there are; the worst speaks for it', async () => {
    const run = await manyRun(
      orders(3, number => ({ endsMs: number === 3 ? Infinity : 10_000, ending: number === 2 ? 3 : 2 })),
      { cancelAtMs: 60_000 },
    );
    expect(verdictsOf(run)).toStrictEqual(['succeeded', 'failed', 'cancelled']);
    expect(run.verdict).toBe('failed');
    expect(run.endedAtMs).toBe(60_000);
  });

  test('sends nothing more, though calls are there again', async () => {
    const run = await manyRun(
      orders(60, () => ({ endsMs: Infinity })),
      { cancelAtMs: 10_001 },
    );
    expect(run.endedAtMs).toBe(10_001);
    expect(Math.max(...run.transport.timesMs)).toBeLessThanOrEqual(10_000);
  });

  test('tells of each order, and annotates no more than ten', async () => {
    const run = await manyRun(
      orders(30, () => ({ endsMs: Infinity })),
      { cancelAtMs: 20_000 },
    );
    expect(run.toolkit.errors).toHaveLength(10);
    expect(run.toolkit.errors[0]?.title).toMatch(/^SAE · #1 service-1: wait cancelled/u);
    expect(run.toolkit.errors[0]?.message).toMatch(/^Why: The wait was cancelled \(SIGINT\)/u);
    expect(run.toolkit.summaries[0]).toContain(
      '30 of 30 rollouts still running, no longer followed: service-1, ',
    );
    expect(run.toolkit.summaries[0]?.match(/<details(?: open)?><summary><strong>/gu)).toHaveLength(30);
  });
});
