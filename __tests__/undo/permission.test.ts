import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ListedOrder } from '../../src/rollout/change-order.ts';
import type { UndoCase, UndoReads, UndoRefusal } from '../../src/undo/permission.ts';
import { refusalOf, refusalOfCase } from '../../src/undo/permission.ts';
import { aBatch, aFault, anOrder, APP_ID, ORDER_ID } from '../support/orders.ts';

const RUN_BEGAN_MS = Date.UTC(2026, 10, 22, 5, 0, 0, 400);

const CASE: UndoCase = {
  trigger: 'needs-rollback',
  targets: 1,
  changeOrderId: ORDER_ID,
  appId: APP_ID,
  givenById: true,
  descriptionContains: undefined,
  amongSeveral: false,
  createdAfterMs: RUN_BEGAN_MS,
};

function listed(parts: Partial<ListedOrder> = {}): ListedOrder {
  return {
    changeOrderId: ORDER_ID,
    appId: APP_ID,
    coTypeCode: 'CoDeploy',
    description: 'gh-1 of the shop',
    status: 1,
    createdMs: RUN_BEGAN_MS + 60_000,
    ...parts,
  };
}

const BATCH = aBatch({ status: 3, startMs: RUN_BEGAN_MS + 61_000 });
const ORDER = anOrder({ status: 1, subStatus: 1, appId: APP_ID, supportRollback: true, batches: [BATCH] });

function answer<Value>(value: Value): { readonly kind: 'answer'; readonly value: Value } {
  return { kind: 'answer', value };
}

const READS: UndoReads = { order: answer(ORDER), orders: answer([listed()]), lastOrderId: answer(ORDER_ID) };

/** What is read where the order, or the list, is otherwise. */
function withOrder(parts: Partial<typeof ORDER>): UndoReads {
  return { ...READS, order: answer({ ...ORDER, ...parts }) };
}

function withListed(...parts: readonly Partial<ListedOrder>[]): UndoReads {
  return { ...READS, orders: answer(parts.map(listed)) };
}

const FOUND: UndoCase = { ...CASE, givenById: false, descriptionContains: 'gh-1' };
const FAULT = aFault();

describe('an order may be undone', () => {
  test.each<[string, UndoCase, UndoReads]>([
    ['given by its id', CASE, READS],
    ['found by its description', FOUND, READS],
    [
      'created in the very second in which the run began',
      CASE,
      withListed({ createdMs: RUN_BEGAN_MS - 400 }),
    ],
    ['of an API that does not tell the application', CASE, withOrder({ appId: undefined })],
    ['of a list that does not', CASE, withListed({ appId: undefined })],
    [
      'besides older ones of the same description',
      FOUND,
      withListed({}, { changeOrderId: 'old', createdMs: 1 }),
    ],
    ['still running at the deadline', { ...CASE, trigger: 'timed-out' }, withOrder({ subStatus: 0 })],
    [
      'that waits for a person',
      { ...CASE, trigger: 'awaiting-manual-step' },
      withOrder({ status: 8, subStatus: 0 }),
    ],
    [
      'of a cancelled step, whatever it is at',
      { ...CASE, trigger: 'cancelled' },
      withOrder({ status: 9, subStatus: 0 }),
    ],
  ])('%s', (_, asked, reads) => {
    expect(refusalOf(asked, reads)).toBeUndefined();
  });
});

describe('an order may not be undone', () => {
  test.each<[string, Partial<UndoCase>, UndoRefusal]>([
    ['of several rollouts', { targets: 2 }, { kind: 'several-targets' }],
    ['of no named application', { appId: undefined }, { kind: 'no-application' }],
    ['that was not found', { changeOrderId: undefined }, { kind: 'no-order' }],
    ['that is known by its time alone', { givenById: false }, { kind: 'not-named' }],
    ['where others fit', { amongSeveral: true }, { kind: 'among-several' }],
    ['where nobody knows when the run began', { createdAfterMs: undefined }, { kind: 'no-run-start' }],
  ])('%s: without asking', (_, parts, refusal) => {
    expect(refusalOfCase({ ...CASE, ...parts })).toStrictEqual(refusal);
    expect(refusalOf({ ...CASE, ...parts }, READS)).toStrictEqual(refusal);
  });

  const fault = { kind: 'fault', fault: FAULT } as const;
  const since = { createdAfterMs: RUN_BEGAN_MS };
  test.each<[string, UndoReads, UndoRefusal, Partial<UndoCase>?]>([
    ['that cannot be read', { ...READS, order: fault }, { kind: 'unreadable', fault: FAULT }],
    ['whose list cannot be read', { ...READS, orders: fault }, { kind: 'unreadable', fault: FAULT }],
    ['whose application cannot be', { ...READS, lastOrderId: fault }, { kind: 'unreadable', fault: FAULT }],
    ['that is another one', withOrder({ changeOrderId: 'other' }), { kind: 'no-order' }],
    ['of another application', withOrder({ appId: 'other' }), { kind: 'other-application', appId: 'other' }],
    [
      'that the list gives to another',
      withListed({ appId: 'other' }),
      { kind: 'other-application', appId: 'other' },
    ],
    ['that is not listed', withListed({ changeOrderId: 'other' }), { kind: 'unlisted' }],
    ['of another description', withListed({ description: 'GH-1' }), { kind: 'other-description' }, FOUND],
    ['with one beside it', withListed({}, { changeOrderId: 'b' }), { kind: 'among-several' }, FOUND],
    [
      'with an undated one beside it',
      withListed({}, { changeOrderId: 'b', createdMs: undefined }),
      { kind: 'among-several' },
      FOUND,
    ],
    ['of unknown age', withListed({ createdMs: undefined }), { kind: 'undated', of: 'creation' }],
    [
      'from before',
      withListed({ createdMs: RUN_BEGAN_MS - 401 }),
      { kind: 'too-old', of: 'creation', atMs: RUN_BEGAN_MS - 401, ...since },
    ],
    ['that has not begun', withOrder({ batches: [aBatch({ status: 0 })] }), { kind: 'undated', of: 'start' }],
    [
      'that began before',
      withOrder({ batches: [{ ...BATCH, startMs: 1 }] }),
      { kind: 'too-old', of: 'start', atMs: 1, ...since },
    ],
    ['that has succeeded', withOrder({ status: 2 }), { kind: 'ended', status: 2 }],
    ['that was terminated', withOrder({ status: 6 }), { kind: 'ended', status: 6 }],
    ['in an unknown state', withOrder({ status: 7 }), { kind: 'unknown-status', status: 7 }],
    ['that goes on again', withOrder({ subStatus: 0 }), { kind: 'moved-on', status: 1 }],
    [
      'that a person has released',
      withOrder({ subStatus: 0 }),
      { kind: 'moved-on', status: 1 },
      { trigger: 'awaiting-manual-step' },
    ],
    ['that cannot be', withOrder({ supportRollback: false }), { kind: 'not-supported' }],
    ['that may not be able to be', withOrder({ supportRollback: undefined }), { kind: 'not-supported' }],
    [
      'after which another began',
      { ...READS, lastOrderId: answer('b') },
      { kind: 'not-last', lastOrderId: 'b' },
    ],
    [
      'of an application that tells no last one',
      { ...READS, lastOrderId: answer(undefined) },
      { kind: 'not-last', lastOrderId: undefined },
    ],
  ])('%s', (_, reads, refusal, parts = {}) => {
    expect(refusalOf({ ...CASE, ...parts }, reads)).toStrictEqual(refusal);
  });

  test('unless all of it holds, whatever is read', () => {
    const maybe = <Value>(value: Value, other: Value): fc.Arbitrary<Value> =>
      fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.constant(other) });
    fc.assert(
      fc.property(
        maybe(APP_ID, 'other'),
        maybe(ORDER_ID, 'other'),
        maybe(1, 2),
        maybe<boolean | undefined>(true, undefined),
        maybe(RUN_BEGAN_MS + 1_000, RUN_BEGAN_MS - 1_000),
        maybe(RUN_BEGAN_MS + 1_000, RUN_BEGAN_MS - 1_000),
        (appId, last, status, supportRollback, createdMs, startMs) => {
          const reads = {
            ...withOrder({ appId, status, supportRollback, batches: [{ ...BATCH, startMs }] }),
            orders: answer([listed({ createdMs })]),
            lastOrderId: answer(last),
          };
          const holds =
            appId === APP_ID &&
            last === ORDER_ID &&
            status === 1 &&
            supportRollback === true &&
            createdMs > RUN_BEGAN_MS &&
            startMs > RUN_BEGAN_MS;
          expect(refusalOf(CASE, reads) === undefined).toBe(holds);
        },
      ),
    );
  });
});
