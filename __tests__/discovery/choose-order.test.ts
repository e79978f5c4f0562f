import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OrderCriteria, RefusalReason } from '../../src/discovery/choose-order.ts';
import { chooseOrders } from '../../src/discovery/choose-order.ts';
import type { ListedOrder } from '../../src/rollout/change-order.ts';
import { APP_ID } from '../support/orders.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 5);
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function listed(
  changeOrderId: string,
  createdMs: number | undefined,
  parts: Partial<ListedOrder> = {},
): ListedOrder {
  return {
    changeOrderId,
    createdMs,
    appId: APP_ID,
    coTypeCode: 'CoDeploy',
    description: '',
    status: 2,
    ...parts,
  };
}

/** An order of so long before now. */
function ago(id: string, agoMs: number, parts: Partial<ListedOrder> = {}): ListedOrder {
  return listed(id, NOW_MS - agoMs, parts);
}

/** Wants deploys of the last five minutes. */
function criteria(parts: Partial<OrderCriteria> = {}): OrderCriteria {
  return {
    appId: APP_ID,
    coTypes: ['CoDeploy', 'CoCreateApp'],
    descriptionContains: undefined,
    createdAfterMs: NOW_MS - 5 * MINUTE_MS,
    stale: new Set(),
    ...parts,
  };
}

const ids = (orders: readonly ListedOrder[]): readonly string[] => orders.map(order => order.changeOrderId);

describe('which orders can be this run’s own', () => {
  const late = ago('late', MINUTE_MS);
  const early = ago('early', 4 * MINUTE_MS);

  test.each<[string, readonly ListedOrder[], Partial<OrderCriteria>, readonly string[]]>([
    ['none of an empty list', [], {}, []],
    ['the only one since then', [late], {}, ['late']],
    ['of two the newer first', [late, early], {}, ['late', 'early']],
    ['of two the newer first, however they are listed', [early, late], {}, ['late', 'early']],
    ['one that is still running', [ago('a', MINUTE_MS, { status: 1 })], {}, ['a']],
    ['one that has failed', [ago('a', MINUTE_MS, { status: 3 })], {}, ['a']],
    ['one whose status is not told', [ago('a', MINUTE_MS, { status: undefined })], {}, ['a']],
    ['one of the very second', [ago('a', 5 * MINUTE_MS)], {}, ['a']],
    ['none of the second before', [ago('a', 5 * MINUTE_MS + SECOND_MS)], {}, []],
    [
      'one of the very second, however late in it the bound is',
      [ago('a', 5 * MINUTE_MS)],
      { createdAfterMs: NOW_MS - 5 * MINUTE_MS + 999 },
      ['a'],
    ],
    [
      'none of the second before, however early in its own the bound is',
      [ago('a', 5 * MINUTE_MS + SECOND_MS)],
      { createdAfterMs: NOW_MS - 5 * MINUTE_MS + 1 },
      [],
    ],
    ['none of ten minutes before, succeeded', [ago('a', 10 * MINUTE_MS)], {}, []],
    ['none of ten minutes before, running', [ago('a', 10 * MINUTE_MS, { status: 1 })], {}, []],
    ['none of yesterday', [ago('a', DAY_MS)], {}, []],
    [
      'one of yesterday, where that is wanted',
      [ago('a', DAY_MS)],
      { createdAfterMs: NOW_MS - 2 * DAY_MS },
      ['a'],
    ],
    ['one of the future', [ago('a', -MINUTE_MS)], {}, ['a']],
    ['the newer beside an old one', [ago('old', DAY_MS), late], {}, ['late']],
    ['none whose time is not told', [listed('a', undefined)], {}, []],
    ['none whose time is not told, since ever', [listed('a', undefined)], { createdAfterMs: -Infinity }, []],
    ['none of another application', [ago('a', 0, { appId: 'another' })], {}, []],
    ['none of an application in capitals', [ago('a', 0, { appId: APP_ID.toUpperCase() })], {}, []],
    ['one whose application the list does not tell', [ago('a', 0, { appId: undefined })], {}, ['a']],
    ['none of another type', [ago('a', 0, { coTypeCode: 'CoRollback' })], {}, []],
    ['none of a type that only begins alike', [ago('a', 0, { coTypeCode: 'CoDeployHistroy' })], {}, []],
    ['none without a type', [ago('a', 0, { coTypeCode: undefined })], {}, []],
    [
      'any type, where any is wanted',
      [ago('a', 0, { coTypeCode: 'CoScaleIn' })],
      { coTypes: undefined },
      ['a'],
    ],
    [
      'one without a type, where any is wanted',
      [ago('a', 0, { coTypeCode: undefined })],
      { coTypes: undefined },
      ['a'],
    ],
    [
      'the deploy before a newer rollback',
      [ago('back', 0, { coTypeCode: 'CoRollback' }), late],
      {},
      ['late'],
    ],
    [
      'one with the description',
      [ago('a', 0, { description: 'by gh-7-1, night' })],
      { descriptionContains: 'gh-7-1' },
      ['a'],
    ],
    [
      'none with half the description',
      [ago('a', 0, { description: 'gh-7' })],
      { descriptionContains: 'gh-7-1' },
      [],
    ],
    [
      'none with the description in capitals',
      [ago('a', 0, { description: 'GH-7-1' })],
      { descriptionContains: 'gh-7-1' },
      [],
    ],
    ['none without a description, where one is wanted', [ago('a', 0)], { descriptionContains: 'gh-7-1' }, []],
    ['none that is known to be stale', [late, early], { stale: new Set(['late']) }, ['early']],
    ['each once, however often it is listed', [late, early, late, early], {}, ['late', 'early']],
  ])('%s', (_, orders, wanted, expected) => {
    expect(ids(chooseOrders(orders, criteria(wanted)).qualifying)).toStrictEqual(expected);
  });

  test.each<[RefusalReason, ListedOrder]>([
    ['other-application', ago('a', 0, { appId: 'another' })],
    ['no-time', listed('a', undefined, { description: 'by gh-7-1' })],
    ['other-description', listed('a', undefined)],
    ['too-old', ago('a', DAY_MS, { coTypeCode: 'CoRollback' })],
    ['stale', ago('stale', 0)],
    ['other-type', ago('a', 0, { coTypeCode: 'CoRollback' })],
    ['other-description', ago('a', 0, { description: 'by hand' })],
  ])('%s is why an order is refused', (reason, order) => {
    const wanted = criteria({ descriptionContains: 'gh-7-1', stale: new Set(['stale']) });
    expect(chooseOrders([order], wanted)).toStrictEqual({ qualifying: [], refused: [{ order, reason }] });
  });

  test('what is refused comes newest first too, and what has no time last', () => {
    const orders = [listed('no time', undefined), ago('older', 2 * DAY_MS), ago('newer', DAY_MS)];
    const { refused } = chooseOrders(orders, criteria());
    expect(ids(refused.map(({ order }) => order))).toStrictEqual(['newer', 'older', 'no time']);
  });
});

// What fits is there more than once, so that much does.
const TYPES = ['CoDeploy', 'CoDeploy', 'CoDeploy', 'CoCreateApp', 'CoRollback', 'CoScaleIn', undefined];
const APPS = [APP_ID, APP_ID, APP_ID, 'another', undefined];
const DESCRIPTIONS = ['gh-7-1', 'xgh-7-10', 'gh-7-1, night', 'GH-7-1', 'gh-7', ''];

/** Seconds, close to each other, so that equal ones and those just before and after are frequent. */
const someSecond = fc.integer({ min: -30, max: 30 }).map(seconds => NOW_MS + seconds * SECOND_MS);

/** Lists of up to four pages, with the same order more than once. */
const someList = fc
  .uniqueArray(
    fc.record<ListedOrder>({
      changeOrderId: fc.integer({ min: 0, max: 1_000 }).map(n => `order-${n}`),
      createdMs: fc.option(someSecond, { nil: undefined, freq: 10 }),
      appId: fc.constantFrom(...APPS),
      coTypeCode: fc.constantFrom(...TYPES),
      description: fc.constantFrom(...DESCRIPTIONS),
      status: fc.constantFrom(0, 1, 2, 3, 6, 7, 8, 9, 10, undefined),
    }),
    { selector: order => order.changeOrderId, maxLength: 80, size: 'max' },
  )
  .chain(orders => fc.shuffledSubarray([...orders, ...orders], { minLength: orders.length }));

const someCriteria = fc.record<OrderCriteria>({
  appId: fc.constant(APP_ID),
  coTypes: fc.option(fc.subarray(['CoDeploy', 'CoCreateApp', 'CoRollback'], { minLength: 1 }), {
    nil: undefined,
  }),
  descriptionContains: fc.option(fc.constant('gh-7-1'), { nil: undefined }),
  createdAfterMs: someSecond,
  stale: fc.uniqueArray(fc.integer({ min: 0, max: 1_000 }).map(n => `order-${n}`)).map(some => new Set(some)),
});

function property(holds: (orders: readonly ListedOrder[], wanted: OrderCriteria) => void): void {
  fc.assert(fc.property(someList, someCriteria, holds), { numRuns: 500 });
}

describe('whatever an application’s list holds', () => {
  test('the lists of these properties qualify and refuse, and go beyond a page', () => {
    const samples = fc.sample(fc.tuple(someList, someCriteria), { numRuns: 200, seed: 1 });
    const choices = samples.map(([orders, wanted]) => chooseOrders(orders, wanted));
    expect(choices.filter(({ qualifying }) => qualifying.length > 1).length).toBeGreaterThan(20);
    expect(choices.filter(({ refused }) => refused.length > 20).length).toBeGreaterThan(20);
    const reasons = new Set(choices.flatMap(({ refused }) => refused.map(({ reason }) => reason)));
    expect(reasons.size).toBe(6);
  });

  test('no order older than createdAfter qualifies, running or finished, nor one without a time', () => {
    property((orders, wanted) => {
      for (const { createdMs } of chooseOrders(orders, wanted).qualifying) {
        expect(createdMs).toBeGreaterThanOrEqual(wanted.createdAfterMs);
      }
    });
  });

  test('none of another application or another type qualifies', () => {
    property((orders, wanted) => {
      for (const { appId, coTypeCode } of chooseOrders(orders, wanted).qualifying) {
        expect([APP_ID, undefined]).toContain(appId);
        if (wanted.coTypes !== undefined) expect(wanted.coTypes).toContain(coTypeCode);
      }
    });
  });

  test('none without the description qualifies, and none that began before the run', () => {
    property((orders, wanted) => {
      for (const { changeOrderId, description } of chooseOrders(orders, wanted).qualifying) {
        expect(description).toContain(wanted.descriptionContains ?? '');
        expect(wanted.stale).not.toContain(changeOrderId);
      }
    });
  });

  test('the first is the newest that qualifies, and every one that qualifies is there', () => {
    property((orders, wanted) => {
      const fits = (order: ListedOrder): boolean =>
        (order.appId ?? APP_ID) === APP_ID &&
        (order.createdMs ?? -Infinity) >= wanted.createdAfterMs &&
        (wanted.coTypes?.some(type => type === order.coTypeCode) ?? true) &&
        (wanted.descriptionContains === undefined ||
          order.description.includes(wanted.descriptionContains)) &&
        !wanted.stale.has(order.changeOrderId);
      const fitting = orders.filter(fits);
      const { qualifying } = chooseOrders(orders, wanted);
      expect(new Set(ids(qualifying))).toStrictEqual(new Set(ids(fitting)));
      const newestMs = fitting.reduce((most, { createdMs = 0 }) => Math.max(most, createdMs), 0);
      expect(qualifying[0]?.createdMs ?? 0).toBe(newestMs);
    });
  });

  test('each order is either chosen or refused, once, and both come newest first', () => {
    property((orders, wanted) => {
      const { qualifying, refused } = chooseOrders(orders, wanted);
      const judged = [qualifying, refused.map(({ order }) => order)];
      expect(ids(judged.flat()).toSorted()).toStrictEqual([...new Set(ids(orders))].toSorted());
      for (const some of judged) {
        const times = some.map(({ createdMs }) => createdMs ?? -Infinity);
        expect(times).toStrictEqual(times.toSorted((one, other) => other - one));
      }
    });
  });

  test('the order of the list changes nothing', () => {
    const distinct = (orders: readonly ListedOrder[]): boolean =>
      new Set(orders.map(({ createdMs }) => createdMs)).size === orders.length;
    fc.assert(
      fc.property(someList, someCriteria, (orders, wanted) => {
        // Of orders of the same second nobody can say which is newer.
        const listedOnce = [...new Map(orders.map(order => [order.createdMs, order])).values()];
        expect(distinct(listedOnce)).toBe(true);
        expect(chooseOrders(listedOnce.toReversed(), wanted)).toStrictEqual(chooseOrders(listedOnce, wanted));
      }),
    );
  });
});
