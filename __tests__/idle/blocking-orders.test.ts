import { randomInt } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blockingOrders } from '../../src/idle/blocking.ts';
import type { ListedOrder } from '../../src/rollout/change-order.ts';

/** Statuses in which an order has ended, by the API reference. */
const ENDED = [2, 3, 6, 10];
/** Statuses in which it has not, numbers that no page documents, and none at all. */
const OPEN = [0, 1, 8, 9, 11, 12, 7, 4, 5, 13, 999, -1, undefined];
/** Statuses that an order has only once it has begun to run. */
const BEGUN = [1, 2, 8, 9];

function listed(id: string, status: number | undefined, createdS: number | undefined): ListedOrder {
  const createdMs = createdS === undefined ? undefined : createdS * 1_000;
  return { changeOrderId: id, appId: undefined, coTypeCode: 'CoDeploy', description: '', status, createdMs };
}

const idsOf = (orders: readonly ListedOrder[]): readonly string[] =>
  blockingOrders(orders).map(({ changeOrderId }) => changeOrderId);

describe('an application with one order', () => {
  test.each(ENDED)('is free where that is at %s', status => {
    expect(idsOf([listed('a', status, 100)])).toStrictEqual([]);
  });

  test.each(OPEN)('is not free where that is at %s', status => {
    expect(idsOf([listed('a', status, 100)])).toStrictEqual(['a']);
    expect(idsOf([listed('a', status, undefined)])).toStrictEqual(['a']);
  });
});

test('an application without any order is free', () => {
  expect(idsOf([])).toStrictEqual([]);
});

describe('an order that has not ended', () => {
  test.each(OPEN.flatMap(stuck => BEGUN.map(newer => [stuck, newer] as const)))(
    'at %s blocks nothing where a newer one has begun, at %s',
    (stuck, newer) => {
      expect(idsOf([listed('stuck', stuck, 100), listed('newer', newer, 101)])).not.toContain('stuck');
    },
  );

  test.each([0, 11, 12, 3, 6, 10, 7, undefined])(
    'blocks although there is a newer one, of which nothing proves that it began, at %s',
    newer => {
      expect(idsOf([listed('stuck', 1, 100), listed('newer', newer, 101)])).toContain('stuck');
    },
  );

  test.each<[string, number | undefined, number | undefined]>([
    ['of the same second', 100, 100],
    ['of which nobody knows when it was made', 100, undefined],
    ['that is older', 100, 99],
  ])('blocks beside one that has begun %s', (_, stuckS, otherS) => {
    expect(idsOf([listed('stuck', 0, stuckS), listed('other', 2, otherS)])).toStrictEqual(['stuck']);
  });

  test('blocks where nobody knows when it was made itself', () => {
    expect(idsOf([listed('stuck', 1, undefined), listed('newer', 2, 101)])).toStrictEqual(['stuck']);
  });
});

test('what runs is waited for first, then what a person has to move on, what is to come, and what nobody knows', () => {
  const orders = [
    listed('untold', undefined, 90),
    listed('to-come', 0, 91),
    listed('approval', 11, 92),
    listed('runs', 1, 89),
    listed('approved', 12, 88),
  ];
  // `approved` is older than what runs, which has begun.
  expect(idsOf(orders)).toStrictEqual(['runs', 'approval', 'to-come', 'untold']);
});

/** Fresh in each run, and told: with it a failure can be repeated. */
const SEED = randomInt(2 ** 31);

describe(`whatever a list holds (seed ${SEED}),`, () => {
  const order = fc.record({
    id: fc.integer({ min: 0, max: 1e9 }).map(String),
    status: fc.oneof(fc.constantFrom(...ENDED, ...OPEN), fc.integer()),
    createdS: fc.option(fc.integer({ min: 100, max: 105 }), { nil: undefined }),
  });
  const list = fc
    .uniqueArray(order, { selector: ({ id }) => id, maxLength: 8 })
    .map(some => some.map(({ id, status, createdS }) => listed(id, status, createdS)));

  /** Said once more, in the words of the rule and not in those of the source. */
  function isHarmless(one: ListedOrder, all: readonly ListedOrder[]): boolean {
    if (one.status !== undefined && ENDED.includes(one.status)) return true;
    return all.some(
      other =>
        other.status !== undefined &&
        BEGUN.includes(other.status) &&
        other.createdMs !== undefined &&
        one.createdMs !== undefined &&
        other.createdMs > one.createdMs,
    );
  }

  test('exactly those block that are neither over nor overtaken, in whatever order they are listed', () => {
    fc.assert(
      fc.property(list, orders => {
        const wanted = orders.filter(one => !isHarmless(one, orders)).map(one => one.changeOrderId);
        expect([...idsOf(orders)].sort()).toStrictEqual([...wanted].sort());
        expect([...idsOf(orders.toReversed())].sort()).toStrictEqual([...wanted].sort());
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  test('an order that runs keeps the application from being free', () => {
    fc.assert(
      fc.property(list, fc.constantFrom(1, 9, 8), (orders, status) => {
        const newest = listed('newest', status, 200);
        expect(idsOf([...orders, newest])).toContain('newest');
      }),
      { seed: SEED },
    );
  });
});
