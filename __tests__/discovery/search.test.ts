import { describe, expect, test } from '@jest/globals';
import type { OrderCriteria } from '../../src/discovery/choose-order.ts';
import type { ListedOrder } from '../../src/rollout/change-order.ts';
import type { SearchLimits } from '../../src/discovery/list-polls.ts';
import { foldListPoll, NO_LIST_POLLS, searchEndMs } from '../../src/discovery/list-polls.ts';
import type { ListObservation, SearchProgress } from '../../src/discovery/search.ts';
import { decideSearch } from '../../src/discovery/search.ts';
import type { Fault } from '../../src/rollout/fault.ts';
import { aFault, APP_ID } from '../support/orders.ts';

const CRITERIA: OrderCriteria = {
  appId: APP_ID,
  coTypes: undefined,
  descriptionContains: undefined,
  createdAfterMs: 500_300,
  stale: new Set(),
};

const LIMITS: SearchLimits = { searchUntilMs: 60_000, deadlineMs: 100_000, outageToleranceMs: 30_000 };

const MINE: ListedOrder = {
  changeOrderId: 'mine',
  appId: APP_ID,
  coTypeCode: 'CoDeploy',
  description: '',
  status: 1,
  createdMs: 500_000,
};
const OLD: ListedOrder = { ...MINE, changeOrderId: 'old', createdMs: 499_000 };

const list = (...orders: readonly ListedOrder[]): ListObservation => ({ kind: 'orders', orders });
const fault = (reason: Fault['reason']): ListObservation => ({ kind: 'fault', fault: aFault({ reason }) });

/** What is known after these looks, made at these times. */
function after(...looks: readonly (readonly [number, ListObservation])[]): SearchProgress {
  return looks.reduce<SearchProgress>(
    (known, [atMs, look]) => foldListPoll(known, look, atMs),
    NO_LIST_POLLS,
  );
}

const ending = (progress: SearchProgress, nowMs: number, limits = LIMITS): unknown =>
  decideSearch(progress, nowMs, limits, CRITERIA);

describe('what is known of a list', () => {
  test('is nothing before the first look', () => {
    expect(NO_LIST_POLLS).toStrictEqual({
      last: undefined,
      unreadableSinceMs: undefined,
      doubt: undefined,
      quietPolls: 0,
    });
  });

  test('is what the last look showed, and how many looks there were', () => {
    expect(after([5, fault('server')], [6, list(OLD)], [7, list(MINE)])).toStrictEqual({
      last: list(MINE),
      unreadableSinceMs: undefined,
      doubt: undefined,
      quietPolls: 3,
    });
  });

  test('is since when it could not be read', () => {
    expect(after([5, fault('server')], [9, fault('network')]).unreadableSinceMs).toBe(5);
    expect(after([5, fault('server')], [7, list()], [9, fault('network')]).unreadableSinceMs).toBe(9);
  });

  test('is no outage where the API only asks for patience', () => {
    expect(after([5, fault('throttled')]).unreadableSinceMs).toBeUndefined();
    expect(after([5, fault('server')], [9, fault('throttled')]).unreadableSinceMs).toBeUndefined();
    expect(after([5, fault('server')], [9, fault('unknown-host')]).unreadableSinceMs).toBe(5);
  });
});

describe('the search goes on', () => {
  test('until its own end, where the list can be read', () => {
    expect(searchEndMs(after([1, list()]), LIMITS)).toBe(60_000);
  });

  test('until the deadline, where that comes first', () => {
    expect(searchEndMs(after([1, list()]), { ...LIMITS, deadlineMs: 50_000 })).toBe(50_000);
  });

  test.each([
    ['before the first look', after()],
    ['while the list cannot be read', after([1, list()], [2, fault('server')])],
  ])('until the deadline %s', (_, progress) => {
    expect(searchEndMs(progress, LIMITS)).toBe(100_000);
  });
});

describe('the search ends', () => {
  test('with the orders that qualify, at once, even after its time', () => {
    const choice = {
      qualifying: [MINE],
      refused: [{ order: OLD, reason: 'too-old' }],
    };
    expect(ending(after([1, list(OLD, MINE)]), 1)).toStrictEqual({ kind: 'found', choice });
    expect(ending(after([1, list(OLD, MINE)]), 200_000)).toStrictEqual({ kind: 'found', choice });
  });

  test('with none when the time is up, and not before', () => {
    const progress = after([1, list(OLD)]);
    expect(ending(progress, 59_999)).toBeUndefined();
    expect(ending(progress, 60_000)).toStrictEqual({
      kind: 'none',
      choice: { qualifying: [], refused: [{ order: OLD, reason: 'too-old' }] },
    });
  });

  test('with none after one list that can be read, where that is enough', () => {
    expect(ending(after([1, list()]), 1, { ...LIMITS, searchUntilMs: -Infinity })).toMatchObject({
      kind: 'none',
    });
  });

  test.each(['permission', 'credentials', 'no-such-application'] as const)(
    'at once where nobody may ask: %s',
    reason => {
      expect(ending(after([1, fault(reason)]), 1)).toStrictEqual({
        kind: 'refused',
        fault: aFault({ reason }),
      });
    },
  );

  test('when the list contradicted itself for 15 s and three looks, whatever came in between, and not before', () => {
    const until = (lastMs: number) =>
      after(
        [1_000, fault('contradictory')],
        [5_000, fault('network')],
        [9_000, fault('contradictory')],
        [lastMs, fault('contradictory')],
      );
    expect(until(15_999)).toMatchObject({ doubt: { sinceMs: 1_000 }, unreadableSinceMs: undefined });
    expect(ending(until(15_999), 15_999)).toBeUndefined();
    expect(ending(until(16_000), 16_000)).toStrictEqual({
      kind: 'refused',
      fault: aFault({ reason: 'contradictory' }),
    });
  });

  test('not for a contradiction that a list has dispelled', () => {
    const progress = after(
      [1_000, fault('contradictory')],
      [9_000, list()],
      [20_000, fault('contradictory')],
    );
    expect(ending(progress, 20_000)).toBeUndefined();
  });

  test.each(['not-documented', 'unknown-host', 'no-such-order'] as const)(
    'when a doubtful refusal stands for 15 s and three looks, and not before: %s',
    reason => {
      const twice = after([1_000, fault(reason)], [16_000, fault(reason)]);
      expect(ending(twice, 16_000)).toBeUndefined();
      const soon = after([1_000, fault(reason)], [2_000, fault(reason)], [15_999, fault(reason)]);
      expect(ending(soon, 15_999)).toBeUndefined();
      const stands = after([1_000, fault(reason)], [2_000, fault('throttled')], [3_000, fault(reason)]);
      expect(ending(foldListPoll(stands, fault(reason), 16_000), 16_000)).toStrictEqual({
        kind: 'refused',
        fault: aFault({ reason }),
      });
    },
  );

  test('not by a doubt that was dispelled, nor by that of another kind', () => {
    const dispelled = after([0, fault('unknown-host')], [1, fault('unknown-host')], [2, list()]);
    expect(ending(foldListPoll(dispelled, fault('unknown-host'), 16_000), 16_000)).toBeUndefined();
    const other = after([0, fault('unknown-host')], [1, fault('unknown-host')]);
    expect(ending(foldListPoll(other, fault('not-documented'), 16_000), 16_000)).toBeUndefined();
    const passing = after([0, fault('unknown-host')], [1, fault('unknown-host')], [2, fault('unknown-host')]);
    expect(ending(foldListPoll(passing, fault('network'), 16_000), 16_000)).toBeUndefined();
  });

  test('when the list was unreadable for too long, and not before', () => {
    const progress = after([1_000, fault('server')], [2_000, fault('network')]);
    expect(ending(progress, 30_999)).toBeUndefined();
    expect(ending(progress, 31_000)).toStrictEqual({
      kind: 'unreadable',
      fault: aFault({ reason: 'network' }),
    });
  });

  test('at the deadline as unreadable, and never as none, where the last list could not be read', () => {
    const progress = after([1_000, list()], [90_000, fault('server')]);
    expect(ending(progress, 99_999)).toBeUndefined();
    expect(ending(progress, 100_000)).toStrictEqual({
      kind: 'unreadable',
      fault: aFault({ reason: 'server' }),
    });
  });

  test('not for throttling, however long, before the deadline', () => {
    const progress = after([0, fault('throttled')]);
    expect(ending(progress, 99_999, { ...LIMITS, outageToleranceMs: 0 })).toBeUndefined();
    expect(ending(progress, 100_000)).toStrictEqual({
      kind: 'unreadable',
      fault: aFault({ reason: 'throttled' }),
    });
  });

  test('at the deadline as unreadable where no look had ended before', () => {
    expect(ending(NO_LIST_POLLS, 99_999)).toBeUndefined();
    expect(ending(NO_LIST_POLLS, 100_000)).toStrictEqual({
      kind: 'unreadable',
      fault: {
        action: 'ListChangeOrders',
        reason: 'no-answer',
        message: '',
        detail: { kind: 'list-unfinished' },
      },
    });
  });
});
