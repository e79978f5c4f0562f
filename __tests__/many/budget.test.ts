import { describe, expect, test } from '@jest/globals';
import { busiestMinute } from '../budget/callers.ts';
import { envelopeOf, httpAnswer, throttled } from '../support/answers.ts';
import { answers } from '../support/scripted-transport.ts';
import { roleRun } from '../support/cloud.ts';
import type { GateRun } from '../support/gate-run.ts';
import { looksByOrder, manyRun, orders, resultsOf, verdictsOf } from '../support/many-run.ts';

const ENDLESS = { endsMs: Infinity };

/** The longest time for which an order was not looked at, from the start to the end of its looks. */
function longestUnseenMs(looksMs: readonly number[], endMs: number): number {
  const moments = [0, ...looksMs, endMs];
  return Math.max(...moments.slice(1).map((atMs, index) => atMs - (moments[index] ?? 0)));
}

describe('the calls of a step', () => {
  test.each([
    [1, 21],
    [5, 25],
    [10, 30],
    [20, 30],
    [30, 30],
    [60, 30],
  ])('for %i orders are at most %i in any minute, if not given', async (count, perMinute) => {
    const run = await manyRun(
      orders(count, () => ENDLESS),
      { inputs: { timeout: '4m' } },
    );
    expect(busiestMinute(run.transport.timesMs)).toBeLessThanOrEqual(perMinute);
    // And they are made where they are needed: all but those that are kept for a diagnosis.
    if (count >= 5) expect(busiestMinute(run.transport.timesMs)).toBeGreaterThanOrEqual(perMinute - 5);
  });

  test.each([10, 20])('of %i orders at once begin with a look at each of them, at once', async count => {
    const run = await manyRun(
      orders(count, () => ENDLESS),
      { inputs: { timeout: '4m' }, latencyMs: 200 },
    );
    const first = [...looksByOrder(run).values()].map(([atMs]) => atMs);
    expect(first).toStrictEqual(Array.from({ length: count }, () => 0));
  });

  test.each([
    [0, 250],
    [100, 9_000],
  ])('are no more in any minute where answers take %i to %i ms', async (fromMs, toMs) => {
    let count = 0;
    const seenMs: number[] = [];
    const run = await manyRun(
      orders(60, () => ENDLESS),
      {
        inputs: { timeout: '6m' },
        trouble: ({ atMs }) => {
          // As late as that the API may see it.
          const takesMs = fromMs + ((count++ * 7_919) % (toMs - fromMs));
          seenMs.push(atMs + takesMs);
          return answers(httpAnswer(envelopeOf({})), takesMs);
        },
      },
    );
    expect(busiestMinute(seenMs)).toBeLessThanOrEqual(30);
    expect(busiestMinute(run.transport.timesMs)).toBeLessThanOrEqual(30);
  });

  test.each([1, 2, 7, 100])('are at most %i in any minute where that is given', async perMinute => {
    const run = await manyRun(
      orders(25, () => ENDLESS),
      {
        inputs: { timeout: '6m', maxCallsPerMinute: String(perMinute) },
      },
    );
    expect(busiestMinute(run.transport.timesMs)).toBeLessThanOrEqual(perMinute);
  });

  test('are those of SAE: what STS and the ID-token service are asked takes none of them', async () => {
    const run = await roleRun({ inputs: { maxCallsPerMinute: '1' }, endsMs: 0 });
    expect(run.green).toBe(true);
    expect([run.calls('id-token').length, run.calls('sts').length]).toStrictEqual([1, 1]);
    expect(run.calls('sae').map(({ atMs }) => atMs)).toStrictEqual([0]);
  });

  test('of 100 orders stay within the budget from the first to the last', async () => {
    const run = await manyRun(orders(100, number => ({ endsMs: 60_000 + number * 5_000 })));
    expect(run.green).toBe(true);
    expect(busiestMinute(run.transport.timesMs)).toBeLessThanOrEqual(30);
    // And the budget is used: nobody waits for a call that could be made.
    expect(run.transport.seen.length).toBeGreaterThan((run.endedAtMs / 60_000) * 30 * 0.9);
  });

  test('are never two at once for one order', async () => {
    const underWay = new Map<string, number>();
    let most = 0;
    const run = await manyRun(orders(30), {
      latencyMs: 800,
      trouble: ({ request: { url }, atMs }) => {
        const { searchParams } = new URL(url);
        const id = searchParams.get('ChangeOrderId') ?? `list of ${searchParams.get('AppId')}`;
        if (atMs < (underWay.get(id) ?? 0)) most++;
        underWay.set(id, atMs + 800);
        return undefined;
      },
    });
    expect(run.green).toBe(true);
    expect(most).toBe(0);
    expect(run.transport.mostAtOnce).toBeLessThanOrEqual(31);
  });
});

describe('nobody starves', () => {
  test('each of 30 orders is looked at within its first minute', async () => {
    const run = await manyRun(
      orders(30, () => ENDLESS),
      { inputs: { timeout: '5m' } },
    );
    const looks = looksByOrder(run);
    expect(looks.size).toBe(30);
    for (const looksMs of looks.values()) expect(looksMs[0]).toBeLessThanOrEqual(60_000);
  });

  test('each of 30 orders is, with answers that take 5 s and a budget of twenty', async () => {
    const run = await manyRun(
      orders(30, () => ENDLESS),
      {
        latencyMs: 5_000,
        inputs: { timeout: '5m', maxCallsPerMinute: '20' },
      },
    );
    const looks = looksByOrder(run);
    expect(looks.size).toBe(30);
    // Twenty at once, which count until a minute after their answers.
    for (const looksMs of looks.values()) expect(looksMs[0]).toBeLessThanOrEqual(65_000);
  });

  test('each of 100 orders has its turns, no more than a few minutes apart', async () => {
    const run = await manyRun(
      orders(100, () => ENDLESS),
      { inputs: { timeout: '30m' } },
    );
    const looks = looksByOrder(run);
    expect(looks.size).toBe(100);
    for (const looksMs of looks.values()) {
      // 100 first looks, 30 in a minute; then 100 calls that learn and 100 looks, 25 in a minute.
      expect(longestUnseenMs(looksMs, 1_800_000)).toBeLessThan(11 * 60_000);
    }
  });

  test('orders that end early leave their calls to the others', async () => {
    const run = await manyRun(orders(60, number => ({ endsMs: number <= 50 ? 30_000 : 900_000 })));
    const looks = looksByOrder(run);
    for (let number = 51; number <= 60; number++) {
      const lateMs = (looks.get(`order-${number}`) ?? []).filter(atMs => atMs > 400_000);
      const gapsMs = lateMs.slice(1).map((atMs, index) => atMs - (lateMs[index] ?? 0));
      expect(Math.max(...gapsMs)).toBeLessThanOrEqual(40_000);
    }
  });
});

describe('the looks at the deadline', () => {
  const DEADLINE_MS = 600_000;
  const TEN_MINUTES = { inputs: { timeout: '10m' } };

  function atDeadline(run: GateRun): number {
    return run.transport.timesMs.filter(atMs => atMs === DEADLINE_MS).length;
  }

  test('of 30 orders are all made, exactly then', async () => {
    const run = await manyRun(
      orders(30, () => ENDLESS),
      TEN_MINUTES,
    );
    expect(atDeadline(run)).toBe(30);
    for (const looksMs of looksByOrder(run).values()) expect(looksMs.at(-1)).toBe(DEADLINE_MS);
    expect(run.endedAtMs).toBe(DEADLINE_MS);
  });

  test('an order that succeeded just before it is green, with 29 others', async () => {
    const run = await manyRun(
      orders(30, () => ({ endsMs: DEADLINE_MS - 1 })),
      TEN_MINUTES,
    );
    expect(run.green).toBe(true);
  });

  test('of 100 orders are made as far as the budget allows, the others are spread over the time before', async () => {
    const run = await manyRun(
      orders(100, () => ENDLESS),
      TEN_MINUTES,
    );
    expect(atDeadline(run)).toBe(30);
    expect(run.endedAtMs).toBeLessThanOrEqual(DEADLINE_MS + 10_000);
    const lastMs = [...looksByOrder(run).values()].map(looksMs => looksMs.at(-1) ?? 0);
    const before = lastMs.filter(atMs => atMs < DEADLINE_MS);
    // Of 25 calls a minute, the first three minutes have gone to first looks and the next four to what is learnt.
    expect(new Set(before.map(atMs => Math.floor(atMs / 60_000))).size).toBeGreaterThan(1);
    // What is kept for the deadline is free a minute before it: until then looks are made.
    expect(Math.max(...before)).toBeGreaterThan(DEADLINE_MS - 70_000);
  });

  test('an order that was not looked at in the last minute says when it was', async () => {
    const run = await manyRun(
      orders(100, () => ENDLESS),
      TEN_MINUTES,
    );
    const [summary = ''] = run.toolkit.summaries;
    const sections = summary.split(/<details(?: open)?><summary><strong>/u).slice(1);
    expect(sections).toHaveLength(100);
    const looks = looksByOrder(run);
    for (const [index, section] of sections.entries()) {
      const lastMs = looks.get(`order-${index + 1}`)?.at(-1) ?? 0;
      const late = run.endedAtMs - lastMs > 60_000;
      expect(section.includes(' before the end')).toBe(late);
    }
    expect(summary.match(/ before the end/gu)?.length).toBeGreaterThan(50);
  });

  test('an order that was never looked at says so', async () => {
    const run = await manyRun(
      orders(20, () => ENDLESS),
      {
        inputs: { timeout: '2m', maxCallsPerMinute: '5' },
      },
    );
    expect(resultsOf(run).filter(({ status }) => status === undefined).length).toBeGreaterThan(0);
    expect(new Set(verdictsOf(run))).toStrictEqual(new Set(['timed-out']));
    expect(run.toolkit.summaries[0]).toContain('No status of the rollout was seen within');
  });

  test('a wait for a person that has a limit of its own has its look kept at the end of that limit', async () => {
    const all = orders(30, number => (number === 1 ? { ending: 8, endsMs: 0 } : ENDLESS));
    const run = await manyRun(all, { inputs: { timeout: '30m', manualStepTimeout: '10m' } });
    expect(verdictsOf(run)[0]).toBe('awaiting-manual-step');
    expect(looksByOrder(run).get('order-1')?.at(-1)).toBe(600_000);
  });
});

describe('throttling', () => {
  test('of one order halves the rate of the whole step', async () => {
    const run = await manyRun(
      orders(30, () => ENDLESS),
      {
        inputs: { timeout: '6m' },
        trouble: ({ index }) => (index === 30 ? throttled() : undefined),
      },
    );
    const atMs = run.transport.timesMs[30] ?? 0;
    const after = run.transport.timesMs.filter(one => one > atMs && one <= atMs + 60_000);
    expect(busiestMinute(after)).toBeLessThanOrEqual(15);
    const fiveLater = run.transport.timesMs.filter(one => one > atMs + 120_000 && one <= atMs + 180_000);
    expect(fiveLater.length).toBeGreaterThan(after.length + 4);
  });

  test('of many requests that were under way together halves it once', async () => {
    const run = await manyRun(
      orders(30, () => ENDLESS),
      {
        inputs: { timeout: '6m' },
        latencyMs: 300,
        trouble: ({ index }) => (index < 20 ? throttled() : undefined),
      },
    );
    const after = run.transport.timesMs.filter(atMs => atMs > 300 && atMs <= 60_300);
    expect(busiestMinute(after)).toBeLessThanOrEqual(15);
    expect(after.length).toBeGreaterThanOrEqual(9);
  });

  test('again and again leaves two calls a minute, and no order is lost', async () => {
    const run = await manyRun(
      orders(5, () => ({ endsMs: 700_000 })),
      {
        inputs: { timeout: '40m' },
        trouble: ({ atMs }) => (atMs < 600_000 ? throttled('1000') : undefined),
      },
    );
    const late = run.transport.timesMs.filter(atMs => atMs > 300_000 && atMs <= 600_000);
    expect(late.length).toBeLessThanOrEqual(12);
    expect(late.length).toBeGreaterThanOrEqual(8);
    expect(run.green).toBe(true);
  });
});

describe('a diagnosis', () => {
  test('is made at once, although the looks at 40 other orders use the budget up', async () => {
    const all = orders(40, number => (number === 7 ? { ending: 3, endsMs: 100_000 } : ENDLESS));
    const run = await manyRun(all, {
      inputs: { timeout: '6m', diagnose: 'true' },
      trouble: (_, call) =>
        call.endsWith('ChangeOrder') || call === 'ListChangeOrders' ? undefined : httpAnswer(envelopeOf({})),
    });
    const failedMs = looksByOrder(run).get('order-7')?.at(-1) ?? 0;
    expect(failedMs).toBeGreaterThanOrEqual(100_000);
    const asked = run.transport.seen
      .filter(({ url, atMs }) => url.pathname.includes('describeApplication') && atMs < 300_000)
      .map(({ atMs }) => atMs);
    expect(asked.length).toBeGreaterThanOrEqual(2);
    for (const atMs of asked) expect(atMs).toBe(failedMs);
    expect(busiestMinute(run.transport.timesMs)).toBeLessThanOrEqual(30);
  });
});
