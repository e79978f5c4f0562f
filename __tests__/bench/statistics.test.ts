import { describe, expect, test } from '@jest/globals';
import { median, percentile } from '../../bench/statistics.ts';

describe('median', () => {
  test.each([
    [[3], 3],
    [[10, 1, 2], 2],
    [[4, 1, 2, 10], 3],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  test('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });
});

test('percentile interpolates between neighbours', () => {
  expect([0, 25, 90, 100].map(percent => percentile([40, 10, 30, 20, 50], percent))).toStrictEqual([
    10, 20, 46, 50,
  ]);
});
