import { describe, expect, test } from '@jest/globals';
import { geometricMean, logMean, median } from '../../src/schedule/forecast.ts';
import { LONGEST_MS, isLength, monotonicMs } from '../../src/schedule/known.ts';

describe('a length', () => {
  test.each([
    [0.999, false],
    [1, true],
    [LONGEST_MS, true],
    [LONGEST_MS + 1, false],
    [-5, false],
    [Number.NaN, false],
  ])('of %d ms can be: %p', (ms, expected) => {
    expect(isLength(ms)).toBe(expected);
  });

  test('is at most 92 days', () => {
    expect(LONGEST_MS / 86_400_000).toBe(92);
  });
});

describe('a time of the cloud', () => {
  const wallMs = Date.UTC(2026, 10, 22);
  const now = { nowMs: 5_000, wallMs };

  test.each([
    ['a second ago', wallMs - 1_000, 4_000],
    ['now', wallMs, 5_000],
    ['later', wallMs + 60_000, 5_000],
    ['as long ago as can be', wallMs - LONGEST_MS, 5_000 - LONGEST_MS],
    ['longer ago', wallMs - LONGEST_MS - 1, undefined],
    ['that is none', Number.NaN, undefined],
    ['that is not told', undefined, undefined],
  ])('%s, by the monotonic clock', (_, epochMs, expected) => {
    expect(monotonicMs(epochMs, now)).toBe(expected);
  });
});

describe('the middle of some values', () => {
  test.each([
    [[7], 7],
    [[9, 1, 10], 9],
    [[10, 1, 9, 2], 5.5],
    [[100, 20], 60],
    [[], Number.NaN],
  ])('is their median: %j', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test('by their ratios is that of their logarithms', () => {
    expect(geometricMean([8, 2])).toBeCloseTo(4, 10);
    expect(geometricMean([1, 10, 100])).toBeCloseTo(10, 10);
    expect(logMean([Math.E, Math.E ** 3])).toBeCloseTo(2, 10);
  });

  test('of none is none', () => {
    expect(geometricMean([])).toBeUndefined();
    expect(logMean([])).toBe(0);
  });
});
