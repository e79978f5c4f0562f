import { expect, test } from '@jest/globals';
import { backoffMs } from '../../src/polling/poll.ts';

test.each([
  [0, 2_000],
  [1, 3_000],
  [2, 4_500],
  [6, 22_781.25],
  [7, 30_000],
  [5_000, 30_000],
])('after %d looks in vain the next one comes in %d ms', (pollsInVain, expected) => {
  expect(backoffMs(pollsInVain, { minMs: 2_000, maxMs: 30_000 })).toBe(expected);
});
