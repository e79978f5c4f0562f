import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ListedOrder } from '../../src/rollout/change-order.ts';
import type { LastOrder } from '../../src/verification/claim.ts';
import { lastOrderOf } from '../../src/verification/claim.ts';
import { ORDER_ID } from '../support/orders.ts';
import { aClaim, aListedOrder, BEGAN_MS } from './proven-rounds.ts';

const OWN = aListedOrder();
const NOBODY = (): boolean => false;

function order(changeOrderId: string, parts: Partial<ListedOrder> = {}): ListedOrder {
  return aListedOrder({ changeOrderId, createdMs: BEGAN_MS + 60_000, ...parts });
}

/** The last order in few words. */
function last(
  orders: readonly ListedOrder[],
  lastId: string | undefined,
  isOfStep: (one: ListedOrder) => boolean = NOBODY,
  claim: Parameters<typeof lastOrderOf>[2] = aClaim(),
): string {
  const found: LastOrder | undefined = lastOrderOf(orders, lastId, claim, isOfStep);
  switch (found?.kind) {
    case undefined:
      return 'unknown';
    case 'own':
      return 'own';
    case 'of-this-step':
      return `of this step: ${found.changeOrderId}`;
    case 'superseded':
      return `superseded by ${found.order.changeOrderId}`;
  }
}

describe('a newer order', () => {
  test.each([
    'CoDeploy',
    'CoCreateApp',
    'CoRollback',
    'CoDeployHistroy',
    'CoRescaleApplicationVertically',
    'CoStop',
    'CoStopApplication',
    'CoBatchStopApplication',
    'CoDeleteApp',
    'CoOdd',
    '',
    undefined,
  ])('of type %j supersedes, by the id of the last one and by the list alone', coTypeCode => {
    const orders = [OWN, order('newer', { coTypeCode })];
    expect(last(orders, 'newer')).toBe('superseded by newer');
    expect(last(orders, undefined)).toBe('superseded by newer');
  });

  test.each([
    'CoScaleIn',
    'CoScaleOut',
    'CoScaleInAppWithInstances',
    'CoRestartApplication',
    'CoRestartInstances',
    'CoDeleteInstances',
    'CoStart',
    'CoStartApplication',
    'CoBatchStartApplication',
    'CoBindSlb',
    'CoUnbindSlb',
    'CoBindNas',
    'CoUnbindNas',
  ])('of type %s does not', coTypeCode => {
    const orders = [OWN, order('newer', { coTypeCode })];
    expect(last(orders, 'newer')).toBe('own');
    expect(last(orders, undefined)).toBe('own');
  });

  test.each(['CoStart', 'CoStartApplication', 'CoBatchStartApplication', 'CoRestartApplication'])(
    'of type %s supersedes one that was to leave nothing running',
    coTypeCode => {
      const orders = [OWN, order('newer', { coTypeCode })];
      const claim = aClaim({ type: 'CoStopApplication' });
      expect(last(orders, 'newer', NOBODY, claim)).toBe('superseded by newer');
      expect(last(orders, undefined, NOBODY, claim)).toBe('superseded by newer');
      expect(last(orders, 'newer', () => true, claim)).toBe('of this step: newer');
    },
  );

  test('that scales supersedes no stop', () => {
    const orders = [OWN, order('newer', { coTypeCode: 'CoScaleOut' })];
    expect(last(orders, 'newer', NOBODY, aClaim({ type: 'CoStopApplication' }))).toBe('own');
  });

  test.each([1, 2, 3, 6, 8, 9, 10, 7, 99, undefined])('in status %s has begun', status => {
    expect(last([OWN, order('newer', { status })], undefined)).toBe('superseded by newer');
  });

  test.each([0, 11, 12])('in status %s has changed nothing yet, unless it was executed', status => {
    expect(last([OWN, order('newer', { status })], undefined)).toBe('own');
    expect(last([OWN, order('newer', { status })], 'newer')).toBe('superseded by newer');
  });

  test('is found behind one that only scales', () => {
    const orders = [
      order('scaled', { coTypeCode: 'CoScaleOut', createdMs: BEGAN_MS + 90_000 }),
      order('deployed'),
      OWN,
    ];
    expect(last(orders, 'scaled')).toBe('superseded by deployed');
    expect(last(orders.toReversed(), 'scaled')).toBe('superseded by deployed');
  });

  test('is named: the newest of several, wherever they are listed', () => {
    const orders = [
      order('first', { createdMs: BEGAN_MS + 1_000 }),
      order('third', { createdMs: BEGAN_MS + 3_000 }),
      order('second', { createdMs: BEGAN_MS + 2_000 }),
      OWN,
    ];
    expect(last(orders, 'third')).toBe('superseded by third');
    expect(last(orders, undefined)).toBe('superseded by third');
  });

  test('of the same second may be newer', () => {
    expect(last([OWN, order('tied', { createdMs: BEGAN_MS })], undefined)).toBe('superseded by tied');
    expect(last([OWN, order('tied', { createdMs: BEGAN_MS })], 'tied')).toBe('superseded by tied');
  });

  test('is none that was made before', () => {
    expect(last([OWN, order('older', { createdMs: BEGAN_MS - 1_000 })], undefined)).toBe('own');
    expect(last([OWN, order('older', { createdMs: BEGAN_MS - 1_000 })], ORDER_ID)).toBe('own');
  });
});

describe('nothing is known of the last order', () => {
  test('where its own order is not listed', () => {
    expect(last([], undefined)).toBe('unknown');
    expect(last([order('newer')], 'newer')).toBe('unknown');
  });

  test('where its own order tells no time', () => {
    expect(last([aListedOrder({ createdMs: undefined })], undefined)).toBe('unknown');
    expect(last([aListedOrder({ createdMs: undefined })], ORDER_ID)).toBe('unknown');
  });

  test('where an order that changes what runs tells no time', () => {
    expect(last([OWN, order('undated', { createdMs: undefined })], undefined)).toBe('unknown');
    expect(last([OWN, order('undated', { createdMs: undefined })], ORDER_ID)).toBe('unknown');
  });

  test('where the last one is not listed, or tells no time', () => {
    expect(last([OWN], 'elsewhere')).toBe('unknown');
    const undated = order('undated', { createdMs: undefined, coTypeCode: 'CoScaleOut' });
    expect(last([OWN, undated], 'undated')).toBe('unknown');
  });

  test('where the last one is older', () => {
    const older = order('older', { createdMs: BEGAN_MS - 1_000 });
    expect(last([OWN, older], 'older')).toBe('unknown');
    expect(last([OWN, { ...older, coTypeCode: 'CoScaleOut' }], 'older')).toBe('unknown');
  });
});

test('an undated order that changes nothing, or has not begun, does not matter', () => {
  expect(last([OWN, order('undated', { createdMs: undefined, coTypeCode: 'CoScaleIn' })], undefined)).toBe(
    'own',
  );
  expect(last([OWN, order('undated', { createdMs: undefined, status: 0 })], undefined)).toBe('own');
});

describe('orders of the same step', () => {
  const step =
    (...ids: readonly string[]) =>
    ({ changeOrderId }: ListedOrder): boolean =>
      ids.includes(changeOrderId);

  test('do not supersede each other: the newest is to be proven', () => {
    const orders = [
      OWN,
      order('second', { createdMs: BEGAN_MS + 1_000 }),
      order('third', { createdMs: BEGAN_MS + 2_000 }),
    ];
    const isOfStep = step('second', 'third');
    expect(last(orders, 'third', isOfStep)).toBe('of this step: third');
    expect(last(orders.toReversed(), undefined, isOfStep)).toBe('of this step: third');
  });

  test('that change nothing leave it to its own', () => {
    expect(last([OWN, order('second', { coTypeCode: 'CoScaleOut' })], 'second', step('second'))).toBe('own');
  });

  test('are superseded by any other, before or after them', () => {
    const orders = [
      OWN,
      order('foreign', { createdMs: BEGAN_MS + 1_000 }),
      order('second', { createdMs: BEGAN_MS + 2_000 }),
    ];
    expect(last(orders, 'second', step('second'))).toBe('superseded by foreign');
    expect(last(orders, 'second', step('foreign'))).toBe('superseded by second');
  });

  test('its own is never taken for a newer one', () => {
    expect(last([OWN], ORDER_ID, () => true)).toBe('own');
    expect(last([OWN], undefined, () => true)).toBe('own');
  });
});

test('whatever a list says, it is its own only if no begun order that changes what runs may be newer', () => {
  const listed = fc.record({
    changeOrderId: fc.constantFrom(ORDER_ID, 'a', 'b', 'c'),
    appId: fc.constant('app-1'),
    coTypeCode: fc.constantFrom('CoDeploy', 'CoScaleOut', 'CoStop', undefined),
    description: fc.constant(''),
    status: fc.constantFrom(2, 1, 0, 3, undefined),
    createdMs: fc.constantFrom(BEGAN_MS, BEGAN_MS - 1_000, BEGAN_MS + 1_000, undefined),
  });
  const lists = fc.uniqueArray(listed, { selector: one => one.changeOrderId, maxLength: 4 });
  const lastIds = fc.constantFrom(undefined, ORDER_ID, 'a', 'b', 'elsewhere');
  fc.assert(
    fc.property(lists, lastIds, (orders, lastId) => {
      if (last(orders, lastId) !== 'own') return;
      const own = orders.find(one => one.changeOrderId === ORDER_ID);
      expect(own?.createdMs).toBeDefined();
      const changing = orders.filter(
        one =>
          one !== own &&
          one.coTypeCode !== 'CoScaleOut' &&
          (one.status !== 0 || one.changeOrderId === lastId) &&
          (one.createdMs ?? Infinity) >= (own?.createdMs ?? 0),
      );
      expect(changing).toStrictEqual([]);
      if (lastId !== undefined) expect(orders.map(one => one.changeOrderId)).toContain(lastId);
    }),
    { seed: Math.floor(Math.random() * 2 ** 31), numRuns: 5_000 },
  );
});
