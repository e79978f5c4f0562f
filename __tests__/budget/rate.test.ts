import { describe, expect, test } from '@jest/globals';
import type { Rate } from '../../src/polling/throttling.ts';
import { fullRate, restoredRate, throttledRate } from '../../src/polling/throttling.ts';

const START_MS = 1_000_000;
const MINUTE_MS = 60_000;

/** The rate after throttle answers to requests that were sent one after the other, a second apart. */
function throttledTimes(times: number, perMinute: number): Rate {
  let rate = fullRate(perMinute, START_MS);
  for (let time = 1; time <= times; time++) {
    rate = throttledRate(rate, START_MS + time * 1_000, START_MS + time * 1_000 + 50);
  }
  return rate;
}

describe('the rate of calls', () => {
  test('begins as it was given', () => {
    expect(fullRate(13, START_MS)).toMatchObject({ perMinute: 13, fullPerMinute: 13 });
  });

  test.each([
    [1, 15],
    [2, 7.5],
    [3, 3.75],
    [4, 2],
    [50, 2],
  ])('after %i throttle answers 30 calls a minute are %d', (times, perMinute) => {
    expect(throttledTimes(times, 30).perMinute).toBe(perMinute);
  });

  test('is not raised by a throttle answer where it is below two anyway', () => {
    expect(throttledTimes(1, 1).perMinute).toBe(1);
    expect(throttledTimes(3, 1).perMinute).toBe(1);
  });

  test('is halved once for requests that were under way together', () => {
    let rate = fullRate(30, START_MS);
    for (const answeredMs of [100, 110, 250]) rate = throttledRate(rate, START_MS, START_MS + answeredMs);
    expect(rate.perMinute).toBe(15);
    expect(throttledRate(rate, START_MS + 100, START_MS + 300).perMinute).toBe(15);
    expect(throttledRate(rate, START_MS + 101, START_MS + 300).perMinute).toBe(7.5);
  });

  test('is restored by a tenth of what was given for each quiet minute, and no further', () => {
    const rate = throttledRate(fullRate(30, START_MS), START_MS, START_MS);
    const after = (minutes: number): number => restoredRate(rate, START_MS + minutes * MINUTE_MS).perMinute;
    expect([0, 0.99, 1, 1.99, 2, 4, 5, 6, 100].map(after)).toStrictEqual([
      15, 15, 18, 18, 21, 27, 30, 30, 30,
    ]);
  });

  test('is restored the same, however often that is asked', () => {
    let rate = throttledRate(fullRate(30, START_MS), START_MS, START_MS);
    for (let second = 0; second <= 150; second++) rate = restoredRate(rate, START_MS + second * 1_000);
    expect(rate.perMinute).toBe(21);
  });

  test('is not quiet while throttle answers come, those to requests of before it was halved too', () => {
    let rate = throttledRate(fullRate(30, START_MS), START_MS, START_MS);
    rate = throttledRate(rate, START_MS - 1, START_MS + 40_000);
    expect(rate.perMinute).toBe(15);
    expect(restoredRate(rate, START_MS + 99_000).perMinute).toBe(15);
    expect(restoredRate(rate, START_MS + 100_000).perMinute).toBe(18);
  });
});
