import { describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/rollout/changes.ts';
import { courseAfter, NO_COURSE } from '../../src/rollout/changes.ts';
import { anOrder } from '../support/orders.ts';

const seenFirst = (atMs: number, status: number): Change => ({
  kind: 'first-seen',
  atMs,
  order: anOrder({ status }),
});
const turned = (atMs: number, status: number): Change => ({ kind: 'status', atMs, status });
const batch = (atMs: number, status: number): Change => ({
  kind: 'batch',
  atMs,
  number: 1,
  of: 2,
  status,
  tookMs: undefined,
});

/** Told at once, and one by one: the same has to come of both. */
function lastSurpriseMs(changes: readonly Change[]): number | undefined {
  const atOnce = courseAfter(NO_COURSE, changes);
  const oneByOne = changes.reduce((course, change) => courseAfter(course, [change]), NO_COURSE);
  expect(oneByOne).toStrictEqual(atOnce);
  return atOnce.lastSurpriseMs;
}

describe('the last surprise', () => {
  test('is never while nothing has been seen', () => {
    expect(lastSurpriseMs([])).toBeUndefined();
  });

  test.each([0, 1, 2, 9, 12])('is not that the order is first seen in, or turns to, status %d', status => {
    expect(lastSurpriseMs([seenFirst(10, status)])).toBeUndefined();
    expect(lastSurpriseMs([seenFirst(10, 1), turned(20, status)])).toBeUndefined();
    expect(lastSurpriseMs([seenFirst(10, 1), batch(20, status)])).toBeUndefined();
  });

  test.each([3, 6, 7, 8, 10, 11, -1, 4])(
    'is that the order is first seen in, or turns to, status %d',
    status => {
      expect(lastSurpriseMs([seenFirst(10, status)])).toBe(10);
      expect(lastSurpriseMs([seenFirst(10, 1), turned(20, status)])).toBe(20);
      expect(lastSurpriseMs([seenFirst(10, 1), batch(20, status)])).toBe(20);
    },
  );

  test('is that it leaves such a state, into whichever', () => {
    expect(lastSurpriseMs([seenFirst(10, 8), turned(20, 1)])).toBe(20);
    expect(lastSurpriseMs([seenFirst(10, 1), turned(20, 8), turned(30, 1)])).toBe(30);
    expect(lastSurpriseMs([seenFirst(10, 1), turned(20, 8), turned(30, 1), turned(40, 9)])).toBe(30);
  });

  test('is every change of the sub-status, and says nothing of the status', () => {
    const sub: Change = { kind: 'sub-status', atMs: 20, subStatus: 1 };
    expect(lastSurpriseMs([seenFirst(10, 1), sub])).toBe(20);
    expect(lastSurpriseMs([seenFirst(10, 1), sub, turned(30, 9)])).toBe(20);
  });

  test('of a batch says nothing of the status', () => {
    expect(lastSurpriseMs([seenFirst(10, 1), batch(20, 3), turned(30, 9)])).toBe(20);
    expect(lastSurpriseMs([seenFirst(10, 8), batch(20, 1)])).toBe(10);
    expect(lastSurpriseMs([seenFirst(10, 8), batch(20, 1), turned(30, 1)])).toBe(30);
  });
});

test('each batch is remembered as it was first seen to have begun, and nothing else is', () => {
  const second: Change = { kind: 'batch', atMs: 40, number: 2, of: 2, status: 1, tookMs: undefined };
  const changes = [seenFirst(10, 1), batch(20, 1), turned(25, 9), batch(30, 2), second];
  const { batchesSeenMs } = courseAfter(NO_COURSE, changes);
  expect([...batchesSeenMs]).toStrictEqual([
    [1, 20],
    [2, 40],
  ]);
  expect(courseAfter(courseAfter(NO_COURSE, changes), [batch(50, 3)]).batchesSeenMs).toStrictEqual(
    batchesSeenMs,
  );
});
