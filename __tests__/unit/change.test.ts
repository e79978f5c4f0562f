import { describe, expect, test } from '@jest/globals';
import { batchTotal } from '../../src/rollout/change-order.ts';
import { changesBetween } from '../../src/rollout/changes.ts';
import type { Change } from '../../src/rollout/changes.ts';
import type { ChangeOrder } from '../../src/rollout/change-order.ts';
import { aBatch, anOrder, batchesAt } from '../support/orders.ts';

function changes(before: Partial<ChangeOrder> | undefined, after: Partial<ChangeOrder>): readonly Change[] {
  return changesBetween(before && anOrder(before), anOrder(after), 7);
}

describe('between two answers', () => {
  test.each([
    ['nothing', {}, {}],
    ['a text', { appName: 'a', description: 'b' }, { appName: 'c' }],
    [
      'times of a batch',
      { batches: [aBatch({ status: 1 })] },
      { batches: [aBatch({ status: 1, updateMs: 5 })] },
    ],
    ['a sub-status of 0 where it was not told', {}, { subStatus: 0 }],
    ['a batch that is listed and has not begun', {}, { batches: batchesAt(0, undefined) }],
    ['a batch that is no longer told', { batches: batchesAt(2) }, { batches: batchesAt(undefined) }],
  ])('%s is no change', (_, before, after) => {
    expect(changes(before, after)).toStrictEqual([]);
  });

  test('a new status is one', () => {
    expect(changes({ status: 1 }, { status: 9 })).toStrictEqual([{ kind: 'status', atMs: 7, status: 9 }]);
  });

  test('a new sub-status is one, and so is its end', () => {
    expect(changes({ subStatus: 0 }, { subStatus: 5 })).toStrictEqual([
      { kind: 'sub-status', atMs: 7, subStatus: 5 },
    ]);
    expect(changes({ subStatus: 5 }, {})).toStrictEqual([
      { kind: 'sub-status', atMs: 7, subStatus: undefined },
    ]);
  });

  test('each batch that is in a new state is one, reported before the order', () => {
    expect(
      changes({ status: 1, batches: batchesAt(1, 0) }, { status: 9, batches: batchesAt(2, 1) }),
    ).toStrictEqual([
      { kind: 'batch', atMs: 7, number: 1, of: 2, status: 2, tookMs: undefined },
      { kind: 'batch', atMs: 7, number: 2, of: 2, status: 1, tookMs: undefined },
      { kind: 'status', atMs: 7, status: 9 },
    ]);
  });

  test('a batch that appears is one', () => {
    expect(changes({ batches: batchesAt(2) }, { batches: batchesAt(2, 1) })).toMatchObject([
      { number: 2, status: 1 },
    ]);
  });

  test('a batch reports how long it took, where the cloud reports both times in their order', () => {
    const at = (startMs: number | undefined, updateMs: number | undefined): unknown =>
      changes({}, { batches: [aBatch({ status: 2, startMs, updateMs })] });
    expect(at(1_000, 61_000)).toMatchObject([{ tookMs: 60_000 }]);
    expect(at(1_000, 1_000)).toMatchObject([{ tookMs: 0 }]);
    expect(at(undefined, 61_000)).toMatchObject([{ tookMs: undefined }]);
    expect(at(1_000, undefined)).toMatchObject([{ tookMs: undefined }]);
    expect(at(61_000, 1_000)).toMatchObject([{ tookMs: undefined }]);
  });
});

describe('the first answer', () => {
  test('is a change by itself', () => {
    const order = anOrder({ status: 1, subStatus: 0, batches: batchesAt(0) });
    expect(changesBetween(undefined, order, 7)).toStrictEqual([{ kind: 'first-seen', atMs: 7, order }]);
  });

  test('also reports what is in progress already', () => {
    expect(
      changes(undefined, { subStatus: 1, batches: batchesAt(2, 1, 0) }).map(({ kind }) => kind),
    ).toStrictEqual(['first-seen', 'batch', 'batch', 'sub-status']);
  });
});

test('more batches than a call can have arguments are changes like any other', () => {
  const batches = Array.from({ length: 300_000 }, () => aBatch({ status: 1 }));
  expect(changes(undefined, { batches })).toHaveLength(1 + 300_000);
});

test.each([
  ['those that are shown', undefined, 2, 2],
  ['those that are shown, where the count is smaller', 1, 2, 2],
  ['the count, where it is larger', 3, 2, 3],
])('an order has as many batches as %s', (_, batchCount, shown, expected) => {
  expect(batchTotal(anOrder({ batchCount, batches: batchesAt(...Array<number>(shown).fill(2)) }))).toBe(
    expected,
  );
});
