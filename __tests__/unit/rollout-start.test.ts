import { expect, test } from '@jest/globals';
import { rolloutStartMs } from '../../src/rollout/change-order.ts';
import { aBatch, anOrder } from '../support/orders.ts';

test.each([
  ['without batches', [], undefined],
  ['whose batches tell no time', [undefined, undefined], undefined],
  ['by its only batch', [7], 7],
  ['by the first of its batches', [5, 9, 7], 5],
  ['by the least of its batches, wherever it stands', [9, 5, 7], 5],
  ['by the batches that tell a time', [undefined, 5, undefined, 8, undefined], 5],
])('the start of a rollout %s', (_, starts, expected) => {
  const batches = starts.map(startMs => aBatch({ startMs }));
  expect(rolloutStartMs(anOrder({ batches }))).toBe(expected);
});
