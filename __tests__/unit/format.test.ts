import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatDuration, formatElapsed, formatTime } from '../../src/words/format.ts';

const UNITS = { ms: 'ms', s: 's', min: 'min', h: 'h' };

describe('a length of time', () => {
  test.each([
    [0, '0 ms'],
    [-1, '0 ms'],
    [0.4, '0 ms'],
    [850, '850 ms'],
    [999, '999 ms'],
    [999.6, '1 s'],
    [1_000, '1 s'],
    [1_099, '1 s'],
    [1_500, '1.5 s'],
    [1_999, '1.9 s'],
    [9_999, '9.9 s'],
    [10_999, '10 s'],
    [42_000, '42 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [250_000, '4 min 10 s'],
    [3_599_999, '59 min 59 s'],
    [3_600_000, '1 h'],
    [3_659_999, '1 h'],
    [3_900_000, '1 h 5 min'],
    [15_480_000, '4 h 18 min'],
    [360_000_000, '100 h'],
  ])('of %d ms is told as %s', (ms, expected) => {
    expect(formatDuration(ms, UNITS)).toBe(expected);
  });

  test('is never told as longer than it is, by more than rounding a millisecond', () => {
    const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000 };
    fc.assert(
      fc.property(fc.nat(1e9), ms => {
        const told = [...formatDuration(ms, UNITS).matchAll(/([\d.]+) (\w+)/gu)].reduce(
          (sum, [, value, unit]) => sum + Number(value) * (UNIT_MS[unit ?? ''] ?? Number.NaN),
          0,
        );
        expect(told).toBeLessThanOrEqual(ms);
        expect(told).toBeGreaterThan(ms * 0.9 - 1);
      }),
    );
  });
});

describe('how far into a wait', () => {
  test.each([
    [-5, '0:00'],
    [0, '0:00'],
    [7_999, '0:07'],
    [59_999, '0:59'],
    [60_000, '1:00'],
    [750_000, '12:30'],
    [3_599_999, '59:59'],
    [3_750_000, '1:02:30'],
    [360_000_000, '100:00:00'],
  ])('%d ms is told as %s', (ms, expected) => {
    expect(formatElapsed(ms)).toBe(expected);
  });
});

describe('a point in time', () => {
  test.each([
    [0, '1970-01-01 00:00:00 UTC'],
    [1_562_831_689_704, '2019-07-11 07:54:49 UTC'],
    [1e20, '–'],
    [Number.NaN, '–'],
  ])('%d is told as %s', (ms, expected) => {
    expect(formatTime(ms)).toBe(expected);
  });
});
