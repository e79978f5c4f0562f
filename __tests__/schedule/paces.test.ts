import { describe, expect, test } from '@jest/globals';
import { historyOf, pacesOf } from '../../src/schedule/forecast.ts';
import type { Paces } from '../../src/schedule/forecast.ts';
import { pastAround } from './a-known.ts';

const HISTORY = historyOf(pastAround(300_000), 0);

function meanMs(paces: readonly Paces[]): number {
  return paces
    .flatMap(({ guesses }) => guesses)
    .reduce((sum, { medianMs, weight }) => sum + medianMs * weight, 0);
}

describe('the history', () => {
  test('does not count the pauses that SAE makes by itself', () => {
    expect(historyOf([300_000, 360_000], 200_000).workMs).toStrictEqual([100_000, 160_000]);
  });

  test('is taken as it is where it hardly had time for the pauses', () => {
    expect(historyOf([100_000, 240_000], 200_000).workMs).toStrictEqual([100_000, 240_000]);
  });

  test('is the surer the less its rollouts differ, and the more there are', () => {
    const loose = historyOf([100_000, 200_000, 400_000], 0);
    const close = historyOf([190_000, 200_000, 210_000], 0);
    expect(close.deviation).toBeLessThan(loose.deviation / 2);
    expect(historyOf(Array<number>(20).fill(200_000), 0).deviation).toBeLessThan(close.deviation);
  });

  test('is never quite sure', () => {
    expect(historyOf(Array<number>(20).fill(200_000), 0).deviation).toBeGreaterThanOrEqual(0.03);
  });
});

describe('how long a batch takes', () => {
  test('is not known where nothing is', () => {
    expect(pacesOf(historyOf([], 0), 3, [])).toStrictEqual([]);
  });

  test.each([[[]], [[90_000]], [[90_000, 110_000]]])(
    'is guessed with weights that sum to 1: %j',
    batchesMs => {
      const guesses = pacesOf(HISTORY, 3, batchesMs).flatMap(paces => paces.guesses);
      expect(guesses.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
    },
  );

  test('is the share of a batch in the rollouts of the past, before any is over', () => {
    expect(meanMs(pacesOf(HISTORY, 3, []))).toBeCloseTo(101_000, -2);
  });

  test('follows those rollouts of the past that went like this one', () => {
    expect(meanMs(pacesOf(HISTORY, 3, [90_000]))).toBeLessThan(98_000);
    expect(meanMs(pacesOf(HISTORY, 3, [115_000, 115_000]))).toBeGreaterThan(106_000);
  });

  test.each([20_000, 400_000])('is as this rollout goes, where no past one went so: %d ms', ms => {
    expect(meanMs(pacesOf(HISTORY, 3, [ms])) / ms).toBeCloseTo(1, 1);
  });

  test('is as this rollout goes, where there is no history', () => {
    expect(meanMs(pacesOf(historyOf([], 0), 3, [80_000, 125_000]))).toBeCloseTo(100_000, -1);
  });
});
