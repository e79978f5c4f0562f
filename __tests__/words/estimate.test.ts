import { describe, expect, test } from '@jest/globals';
import type { Estimate } from '../../src/schedule/estimate.ts';
import { estimateText as english } from '../../src/words/en/notes.ts';
import { roughMs } from '../../src/words/format.ts';
import { estimateText as chinese } from '../../src/words/zh/notes.ts';

const NOTHING: Estimate = {
  fractionDone: undefined,
  remainingMs: undefined,
  usualMs: undefined,
  longerThanAny: undefined,
};

describe('an estimate in words', () => {
  test.each<[string, Partial<Estimate>, string, string]>([
    [
      'with all that can be known',
      { fractionDone: 0.619, remainingMs: 97_000, usualMs: 250_000 },
      'about 1 min 40 s left · usually 4 min 10 s',
      '预计剩余约 1 分钟 40 秒 · 通常耗时 4 分钟 10 秒',
    ],
    ['by the number of batches alone', { fractionDone: 0.5 }, '50 %', '50%'],
    [
      'that gives up guessing',
      { usualMs: 250_000, longerThanAny: 20 },
      'longer than any of the last 20 · usually 4 min 10 s',
      '已超过最近 20 次发布中最长的一次 · 通常耗时 4 分钟 10 秒',
    ],
    ['of which nothing is known', {}, '', ''],
  ])('%s', (_, parts, en, zh) => {
    expect(english({ ...NOTHING, ...parts })).toBe(en);
    expect(chinese({ ...NOTHING, ...parts })).toBe(zh);
  });

  test.each([
    [0, 1_000],
    [1, 1_000],
    [1_001, 2_000],
    [10_000, 10_000],
    [10_001, 15_000],
    [60_000, 60_000],
    [60_001, 70_000],
    [599_999, 600_000],
    [600_001, 660_000],
    [7_200_001, 7_500_000],
    [90_000_000, 90_000_000],
  ])('promises no more than it can: %d ms is about %d ms', (ms, rough) => {
    expect(roughMs(ms)).toBe(rough);
  });
});
