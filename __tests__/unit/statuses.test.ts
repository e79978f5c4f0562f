import { describe, expect, test } from '@jest/globals';
import { batchLastsMs, batchTookMs, hasBegun, isRunning } from '../../src/rollout/change-order.ts';
import {
  STATUSES,
  failedStatusName,
  hasEnded,
  hasSucceeded,
  isUsual,
  manualStepOf,
  phaseOf,
  signOf,
  statusName,
} from '../../src/rollout/statuses.ts';
import { aBatch } from '../support/orders.ts';

const NUMBERS = Array.from({ length: 40 }, (_, index) => index - 5);
const where = (is: (status: number) => boolean): readonly number[] => NUMBERS.filter(is);

describe('of all numbers', () => {
  test.each([
    [
      'are documented',
      (status: number) => statusName(status) !== undefined,
      [0, 1, 2, 3, 6, 8, 9, 10, 11, 12],
    ],
    ['have succeeded', hasSucceeded, [2]],
    ['have ended', hasEnded, [2, 3, 6, 10]],
    ['have ended badly', (status: number) => failedStatusName(status) !== undefined, [3, 6, 10]],
    ['wait for a release', (status: number) => manualStepOf(status) === 'release', [8]],
    ['wait for an approval', (status: number) => manualStepOf(status) === 'approval', [11]],
    ['are usual', isUsual, [0, 1, 2, 9, 12]],
  ])('only these %s', (_, is, expected) => {
    expect(where(is)).toStrictEqual(expected);
  });

  test('no two have one name', () => {
    const names = Object.values(STATUSES).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('a status that is not reported, or not documented, is nothing of all that', () => {
  for (const status of [undefined, 7, 1.5, Number.NaN]) {
    expect([phaseOf(status), failedStatusName(status)]).toStrictEqual([undefined, undefined]);
    expect([hasSucceeded(status), hasEnded(status)]).toStrictEqual([false, false]);
  }
  expect([signOf(undefined), signOf(7)]).toStrictEqual(['to-come', 'unknown']);
});

describe('a batch', () => {
  test.each([
    [undefined, undefined, false, false],
    [undefined, 100, true, false],
    [0, undefined, false, false],
    [0, 100, true, true],
    [1, undefined, true, true],
    [8, 100, true, true],
    [12, 100, true, true],
    [2, 100, true, false],
    [3, 100, true, false],
    [7, undefined, true, false],
  ])(
    'of status %p that tells %p as its start has begun: %p, is running: %p',
    (status, startMs, begun, running) => {
      const batch = aBatch({ status, startMs });
      expect([hasBegun(batch), isRunning(batch)]).toStrictEqual([begun, running]);
    },
  );

  test.each([
    [1, 100, 250, 400],
    [1, 100, undefined, 400],
    [1, 600, 700, undefined],
    [2, 100, 250, 150],
    [2, 250, 100, undefined],
    [2, 100, undefined, undefined],
    [2, undefined, 250, undefined],
  ])('of status %p from %p to %p lasts %p at 500', (status, startMs, updateMs, expected) => {
    expect(batchLastsMs(aBatch({ status, startMs, updateMs }), 500)).toBe(expected);
  });

  test('took no time by one and the same moment', () => {
    expect(batchTookMs({ startMs: 100, updateMs: 100 })).toBe(0);
  });
});
