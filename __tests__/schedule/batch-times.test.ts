import { describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/rollout/changes.ts';
import { courseAfter, NO_COURSE } from '../../src/rollout/changes.ts';
import { hasSucceeded } from '../../src/rollout/statuses.ts';
import { batchBeganMs, tookMs } from '../../src/schedule/known.ts';
import { aBatch, anOrder } from '../support/orders.ts';

/** 1 s by the monotonic clock, 2 s after 1970 by the cloud's. */
const NOW = { nowMs: 1_000, wallMs: 2_000 };
const after = (...changes: readonly Change[]) => courseAfter(NO_COURSE, changes);
const seen = (number: number, atMs: number): Change => ({
  kind: 'batch',
  atMs,
  number,
  of: 2,
  status: 1,
  tookMs: undefined,
});

describe('a batch', () => {
  test.each([
    [2, true],
    [1, false],
    [3, false],
    [99, false],
    [undefined, false],
  ])('of status %p is done: %p', (status, expected) => {
    expect(hasSucceeded(status)).toBe(expected);
  });

  test.each([
    [100, 350, 250],
    [100, 101, 1],
    [100, 100, undefined],
    [350, 100, undefined],
    [undefined, 350, undefined],
    [100, undefined, undefined],
  ])('that began at %p and changed last at %p took %p', (startMs, updateMs, expected) => {
    expect(tookMs(aBatch({ startMs, updateMs }))).toBe(expected);
  });
});

describe('when a batch began', () => {
  const order = anOrder({ batches: [aBatch({ startMs: 1_500 }), aBatch()] });

  test('is as the cloud reports it', () => {
    expect(batchBeganMs(order, 0, after(seen(1, 900)), NOW)).toBe(500);
  });

  test('is when it was seen first to run, if the cloud reports a later time, or none', () => {
    expect(batchBeganMs(order, 0, after(seen(1, 400), seen(1, 900)), NOW)).toBe(400);
    expect(batchBeganMs(order, 1, after(seen(1, 400), seen(2, 700)), NOW)).toBe(700);
  });

  test('is not known of one that was not seen to run, or that there is not', () => {
    expect(batchBeganMs(order, 1, after(seen(1, 400)), NOW)).toBeUndefined();
    expect(batchBeganMs(order, 0, after({ kind: 'status', atMs: 5, status: 1 }), NOW)).toBeUndefined();
    expect(batchBeganMs(order, 2, after(seen(3, 400)), NOW)).toBeUndefined();
    expect(batchBeganMs(order, -1, after(seen(0, 400)), NOW)).toBeUndefined();
  });
});
