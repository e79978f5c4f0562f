import { describe, expect, test } from '@jest/globals';
import type { Known } from '../../src/schedule/known.ts';
import { plannedAimsMs, plannedWaitMs } from '../../src/schedule/planned-wait.ts';
import { aKnown, MINUTE_MS, pastAround, SECOND_MS } from './a-known.ts';

const BOUNDS = { minMs: 2_000, maxMs: 30_000 };
const NO_BOUNDS = { minMs: 1, maxMs: 86_400_000 };

function waitS(known: Known, nowS: number, bounds = BOUNDS): number {
  return plannedWaitMs(known, nowS * SECOND_MS, bounds) / SECOND_MS;
}

describe('without a history', () => {
  test.each([
    [0, 24.4],
    [30, 13.6],
    [60, 10.7],
    [120, 9.1],
    [160, 8.9],
    [300, 9.8],
    [600, 12.7],
    [1_200, 17.5],
    [1_800, 21.3],
    [3_600, 30],
    [36_000, 30],
  ])('and %d s after its beginning an order is looked at again after %d s', (nowS, expected) => {
    expect(waitS(aKnown(), nowS)).toBeCloseTo(expected, 0);
  });

  test.each([1_200, 3_600, 36_000, 360_000])('the waits grow like the root of the time: after %d s', nowS => {
    const ratio = waitS(aKnown(), 4 * nowS, NO_BOUNDS) / waitS(aKnown(), nowS, NO_BOUNDS);
    expect(ratio).toBeGreaterThan(1.9);
    expect(ratio).toBeLessThan(2.1);
  });

  test('the wait is √(2 · 0.25 s / h) with the hazard 2 / t of a time that long', () => {
    expect(waitS(aKnown(), 360_000, NO_BOUNDS)).toBeCloseTo(Math.sqrt((2 * 0.25 * 360_000) / 2), -1);
  });
});

describe('with a history of about 10 min', () => {
  const known = aKnown({ pastMs: pastAround(10 * MINUTE_MS) });

  test.each([0, 60, 200, 300, 400])('the end is far after %d s, and the wait long', nowS => {
    expect(waitS(known, nowS)).toBeGreaterThan(15);
  });

  test.each([530, 560, 600, 640])('the end is near after %d s, and the wait short', nowS => {
    expect(waitS(known, nowS)).toBeLessThan(10);
    expect(waitS(known, nowS)).toBeGreaterThanOrEqual(2);
  });

  test('the next look does not pass over the time in which the end is likely', () => {
    // From 450 s on the best wait would still be long, were the hazard to stay as it is.
    const lookS = 470 + waitS(known, 470);
    expect(lookS).toBeLessThan(500);
  });

  test('the waits grow again when the order goes on for longer than any before it', () => {
    const waitsS = [660, 900, 1_800, 3_600].map(nowS => waitS(known, nowS));
    expect(waitsS).toStrictEqual(waitsS.toSorted((a, b) => a - b));
    expect(waitsS.at(-1)).toBeGreaterThan(25);
  });

  test('one rollout of the past says less than twenty', () => {
    const one = aKnown({ pastMs: [10 * MINUTE_MS] });
    expect(waitS(one, 600)).toBeGreaterThan(waitS(known, 600));
    expect(waitS(one, 100)).toBeLessThan(waitS(known, 100));
  });

  test.each([[[0]], [[Number.NaN]], [[-5_000, Infinity]]])(
    'lengths that cannot be tell nothing: %j',
    pastMs => {
      expect(waitS(aKnown({ pastMs }), 100)).toBe(waitS(aKnown(), 100));
    },
  );
});

describe('with two kinds of rollouts in the history', () => {
  const known = aKnown({
    pastMs: [2 * MINUTE_MS, 20 * MINUTE_MS].flatMap(ms => pastAround(ms).slice(0, 10)),
  });

  test('both ends are watched, and the time between them less', () => {
    const [first, between = 0, second] = [115, 600, 1_200].map(nowS => waitS(known, nowS));
    expect(first).toBeLessThan(between / 2);
    expect(second).toBeLessThan(between);
  });
});

describe('with several batches', () => {
  const threeOfFive = aKnown({
    batchCount: 5,
    batchesDone: 3,
    batchesMs: [60_000, 58_000, 62_000],
    stage: { kind: 'working', sinceMs: 180_000 },
  });
  const four = aKnown({
    ...threeOfFive,
    batchesDone: 4,
    batchesMs: [60_000, 58_000, 62_000, 60_000],
    stage: { kind: 'working', sinceMs: 240_000 },
  });

  test('the end of a batch that is not the last one is no end', () => {
    expect(waitS(threeOfFive, 239)).toBeGreaterThan(10);
  });

  test('the end of the last one is watched, as the others took', () => {
    expect(waitS(four, 295)).toBeLessThan(4);
    expect(waitS(four, 245)).toBeGreaterThan(10);
  });

  test('what the batches of this rollout took counts for more than what the history says', () => {
    const slower = aKnown({ ...four, pastMs: pastAround(60_000) });
    expect(waitS(slower, 295)).toBeLessThan(5);
    expect(waitS(slower, 250)).toBeGreaterThan(10);
  });

  test('the pauses that are still to come put the end off', () => {
    const paused = aKnown({ ...threeOfFive, pauseMs: 10 * MINUTE_MS });
    expect(waitS(paused, 290)).toBeGreaterThan(waitS(threeOfFive, 290));
  });

  test('a batch that hangs is not looked at as if its end were near for ever', () => {
    expect(waitS(four, 3_600)).toBeGreaterThan(15);
    expect(waitS(threeOfFive, 3_600)).toBeGreaterThan(15);
  });
});

describe('in a pause that SAE ends by itself', () => {
  const pausing = aKnown({
    pastMs: pastAround(100_000),
    batchCount: 2,
    batchesDone: 1,
    stage: { kind: 'pausing', untilMs: 200_000 },
  });

  test('the waits are even, at most 21 s, and a look is aimed at a second after its end', () => {
    expect(waitS(pausing, 100)).toBeCloseTo(101 / 5, 1);
    expect(waitS(pausing, 120.2)).toBeCloseTo(80.8 / 4, 1);
    // Once 21 s are left nothing is to come between: chance cannot make the wait end just before the pause.
    expect(waitS(pausing, 180)).toBe(30);
    expect(plannedAimsMs(pausing)).toStrictEqual([201_000]);
  });

  test('whose end is not reported nothing is aimed at', () => {
    const endless = aKnown({ stage: { kind: 'pausing', untilMs: undefined } });
    expect(waitS(endless, 100)).toBe(30);
    expect(plannedAimsMs(endless)).toStrictEqual([]);
  });

  test('that should be over the order is taken to work again', () => {
    expect(waitS(pausing, 201)).toBeLessThan(30);
  });
});

describe('what else is going on', () => {
  test('while only a person can act the wait is the longest', () => {
    const known = aKnown({
      pastMs: pastAround(60_000),
      stage: { kind: 'awaiting-person' },
      unsettledSinceMs: 59_000,
    });
    expect(waitS(known, 60)).toBe(30);
  });

  test.each([
    [0, 2],
    [2, 3],
    [5, 4.5],
    [9.5, 6.75],
    [56, 30],
    [600, 30],
  ])('an order that could not be read for %d s is looked at again after %d s', (lastedS, expected) => {
    const known = aKnown({ unreadableSinceMs: 100_000 });
    expect(waitS(known, 100 + lastedS)).toBe(expected);
    expect(waitS({ ...known, stage: { kind: 'unseen' } }, 100 + lastedS)).toBe(expected);
  });

  test('an order that nobody has seen yet is looked at again soon', () => {
    expect(waitS(aKnown({ stage: { kind: 'unseen' }, unsettledSinceMs: 0 }), 5)).toBe(4.5);
    expect(waitS(aKnown({ stage: { kind: 'unseen' } }), 5)).toBe(2);
  });

  test('after a change that no rollout explains the waits are short at first, and then as usual', () => {
    const known = aKnown({ unsettledSinceMs: 100_000 });
    expect(waitS(known, 100)).toBe(2);
    expect(waitS(known, 102)).toBe(3);
    expect(waitS(known, 300)).toBe(waitS(aKnown(), 300));
  });
});
