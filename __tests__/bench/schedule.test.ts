import { describe, expect, test } from '@jest/globals';
import { normalCdf } from '../../bench/schedule/normal-distribution.ts';
import { optimalCost } from '../../bench/schedule/optimum.ts';
import { normal, randomOf } from '../../bench/schedule/random.ts';
import { RIVALS, rivalWatch } from '../../bench/schedule/rivals.ts';
import { failingAtWork, hanging, succeeding } from '../../bench/schedule/rollouts.ts';
import { draw, SITUATIONS } from '../../bench/schedule/situations.ts';
import { LIST_ANSWER_MS } from '../../bench/schedule/drawn-sae.ts';
import { BOUNDS, gateWatch } from '../../bench/schedule/gate.ts';

const KIND = { batches: 3, medianMs: 300_000, pauseMs: 60_000 };
const NEVER_MS = 1e9;

function rival(title: string): (typeof RIVALS)[number] {
  const found = RIVALS.find(one => one.title === title);
  if (found === undefined) throw new Error(`there is no rival ${title}`);
  return found;
}

describe('chance', () => {
  test('is the same each time, and another for another name', () => {
    const [a, again, b] = [randomOf('a'), randomOf('a'), randomOf('b')].map(random => [random(), random()]);
    expect(a).toStrictEqual(again);
    expect(a).not.toStrictEqual(b);
  });

  test('is normally distributed', () => {
    const random = randomOf('normal');
    const values = Array.from({ length: 20_000 }, () => normal(random));
    for (const z of [-1, 0, 1.5]) {
      const share = values.filter(value => value < z).length / values.length;
      expect(share).toBeCloseTo(normalCdf(z), 1.7);
    }
  });

  test.each([
    [0, 0.5],
    [1, 0.841_345],
    [-1.96, 0.024_998],
    [6, 1],
  ])('is told by the normal distribution: %d', (z, expected) => {
    expect(normalCdf(z)).toBeCloseTo(expected, 5);
  });
});

describe('the optimum', () => {
  test('looks just at an end that it knows, and else as rarely as it may', () => {
    // The fewest looks for an end at 75 s are four, the last one on time; the grid costs half a step.
    const best = optimalCost(ms => (ms >= 75_000 ? 1 : 0), 75_000);
    expect(best).toBeGreaterThanOrEqual(4 * 0.25);
    expect(best).toBeLessThan(4 * 0.25 + 0.125);
  });

  test('of an end that comes at a constant rate is the formula', () => {
    // With a mean of 200 s the best interval is √(2 · 0.25 · 200) = 10 s, which costs 5 s of lag and 20.5 looks.
    const cost = optimalCost(ms => 1 - Math.exp(-ms / 200_000), 200_000);
    expect(cost).toBeGreaterThan(10);
    expect(cost).toBeLessThan(0.25 + 10.4);
  });

  test('is beaten by nobody who does not see the batches', () => {
    const { deviation } = SITUATIONS.loose;
    const best = optimalCost(ms => (ms <= 0 ? 0 : normalCdf(Math.log(ms / 120_000) / deviation)), 120_000);
    const random = randomOf('optimum');
    for (const one of RIVALS) {
      const costs = Array.from({ length: 2_000 }, () => {
        const endMs = 120_000 * Math.exp(deviation * normal(random));
        const { lagMs, calls } = rivalWatch(one, endMs, NEVER_MS, random);
        return lagMs / 1_000 + 0.25 * calls;
      });
      expect(costs.reduce((sum, cost) => sum + cost, 0) / costs.length).toBeGreaterThan(best);
    }
  });
});

describe('the rivals', () => {
  test.each([
    ['10 s', 45_000, 5_000, 6],
    ['10 s', 50_000, 0, 6],
    ['5 s', 12_000, 3_000, 4],
    ['1 s', 2_500, 500, 4],
    // At 0, 3, 9, 19, 29 s.
    ['Terraform', 20_000, 9_000, 5],
  ])('%s notice an end after %d ms this late and with so many calls', (title, endMs, lagMs, calls) => {
    expect(rivalWatch(rival(title), endMs, NEVER_MS, randomOf('rival'))).toStrictEqual({ lagMs, calls });
  });

  test('of the ECS action are as late as is known of them: 179 s after 5 min', () => {
    const random = randomOf('ecs');
    const lags = Array.from(
      { length: 20_000 },
      () => rivalWatch(rival('ECS'), 300_000, NEVER_MS, random).lagMs,
    );
    const mean = lags.reduce((sum, lag) => sum + lag, 0) / lags.length;
    expect(mean / 1_000).toBeGreaterThan(165);
    expect(mean / 1_000).toBeLessThan(195);
  });

  test('give up at the deadline', () => {
    expect(rivalWatch(rival('10 s'), Infinity, 60_000, randomOf('x'))).toStrictEqual({ lagMs: 0, calls: 7 });
  });
});

describe('a rollout that was drawn', () => {
  test('works for as long as it is told to, with its pauses on top, and shows what the API would', () => {
    const { endMs, orderAt } = succeeding(KIND, 300_000, randomOf('rollout'));
    expect(endMs).toBeCloseTo(420_000, 3);
    expect(orderAt(0)).toMatchObject({ status: 0, batchCount: 3, batchWaitMinutes: 1 });
    expect(orderAt(30_000)).toMatchObject({ status: 1 });
    expect(orderAt(30_000).batches.map(({ status }) => status)).toStrictEqual([1, 0, 0]);
    expect(orderAt(endMs - 1).status).toBe(1);
    expect(orderAt(endMs).status).toBe(2);
  });

  test('fails in the middle, and not in a pause where that is asked for', () => {
    const random = randomOf('failing');
    for (let count = 0; count < 50; count++) {
      const { endMs, orderAt } = failingAtWork(KIND, 300_000, random);
      expect(endMs).toBeLessThan(420_001);
      expect([0, 1]).toContain(orderAt(endMs - 0.001).status);
      expect(orderAt(endMs).status).toBe(3);
    }
  });

  test('hangs for ever', () => {
    const { endMs, orderAt } = hanging(KIND, 300_000, randomOf('hanging'));
    expect(endMs).toBe(Infinity);
    expect([0, 1]).toContain(orderAt(1e9).status);
  });

  test('comes with a history in whole seconds', () => {
    const { pastMs } = draw(KIND, SITUATIONS.stable, randomOf('history'));
    expect(pastMs).toHaveLength(20);
    expect(pastMs.every(ms => ms % 1_000 === 0 && ms > 300_000)).toBe(true);
  });
});

describe('the gate', () => {
  test('is late by what it says, and makes the calls that it counts', async () => {
    const rollout = succeeding(KIND, 300_000, randomOf('gate'));
    const { lagMs, calls } = await gateWatch({ rollout, pastMs: [] }, NEVER_MS, () => 0.5);
    expect(lagMs).toBeGreaterThanOrEqual(0);
    expect(lagMs).toBeLessThanOrEqual(30_000);
    expect(calls).toBeGreaterThan(10);
    expect(calls).toBeLessThan(60);
  });

  test('learns from the past when its answer comes, which takes one call', async () => {
    const rollout = succeeding({ batches: 1, medianMs: 10_000, pauseMs: 0 }, 10_000, randomOf('short'));
    const [taught, untaught] = await Promise.all(
      [Array.from({ length: 20 }, () => 10_000), []].map(pastMs =>
        gateWatch({ rollout, pastMs }, NEVER_MS, () => 0.5),
      ),
    );
    expect(taught?.lagMs).toBeLessThan(2_500);
    expect(untaught?.lagMs).toBeGreaterThan(10_000);
    // The looks at 0 s and after the end, and the call that asks for the past.
    expect(untaught?.calls).toBe(3);
  });

  test('may not look again before that answer has come, as the optimum has it', () => {
    expect(LIST_ANSWER_MS).toBeLessThan(BOUNDS.minMs);
  });
});
