import fc from 'fast-check';
import { mostly } from './generated-orders.ts';
import { NUMBERISH, TROUBLES } from './generated-troubles.ts';
import { LIMITS, SURROUNDINGS } from './generated-worlds.ts';
import type { Edit, State, Trouble, World, WorldOrder } from './world.ts';

const UNDER_WAY: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<unknown>(1, 1, 0, 9, 8, 11, 12) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(7, 4, 5, 13, 99, -1, null, 'RUNNING') },
  { weight: 1, arbitrary: NUMBERISH },
);

const OVER: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(2, 2, 2, 3, 6, 10, '2', '6');

/** An order that is under way for a while, or since long before, or for ever. */
const STATES: fc.Arbitrary<readonly State[]> = fc
  .record({
    steps: fc.array(fc.tuple(UNDER_WAY, fc.integer({ min: 0, max: 60_000 })), { maxLength: 3 }),
    end: fc.option(OVER, { freq: 5 }),
    subStatus: mostly<unknown>(0, fc.constantFrom<unknown>(1, null, '1')),
  })
  .map(({ steps, end, subStatus }) => {
    let afterMs = 0;
    const states: State[] = [];
    for (const [status, lastsMs] of steps) {
      states.push({ afterMs, status, subStatus, batches: [1], begunMs: 500 });
      afterMs += lastsMs;
    }
    return end === null
      ? states
      : [...states, { afterMs, status: end, subStatus: 0, batches: [2], begunMs: 500 }];
  })
  .filter(states => states.length > 0);

function idleOrder(id: string): fc.Arbitrary<WorldOrder> {
  return fc.record({
    id: fc.constant(id),
    appId: mostly('app-1', fc.constant('app-2')),
    createdMs: fc.oneof(
      fc.integer({ min: -90_000, max: 0 }),
      fc.integer({ min: 1, max: 90_000 }),
      // Of one and the same second, and of long ago.
      fc.constantFrom(-10_000, -10_400, -10_999, -11_000, -4_000_000),
    ),
    goneMs: mostly<number | null>(null, fc.integer({ min: 0, max: 120_000 })),
    type: mostly('CoDeploy', fc.constantFrom('CoScaleOut', 'CoRollback', '')),
    description: fc.constant(''),
    zoneHours: mostly(0, fc.constantFrom(-8, 1, 640_000)),
    states: STATES,
  });
}

/** Changes to a page of the list, in what says whether an order is under way. */
const LIST_EDIT: fc.Arbitrary<Edit> = fc
  .record({
    index: fc.nat(2),
    change: fc.oneof(
      fc.record({ field: fc.constant('Status'), value: NUMBERISH }),
      fc.record({
        field: fc.constant('CreateTime'),
        value: fc.constantFrom<unknown>(
          '2026-11-22 13:00:00',
          '2026-11-22 13:00:01',
          '2026-02-30 13:00:00',
          '2099-01-01 00:00:00',
          '2026-11-22T13:00:00Z',
          '',
          null,
          5,
        ),
      }),
      fc.record({
        field: fc.constant('AppId'),
        value: fc.constantFrom<unknown>('app-2', '', null, 'app-1 '),
      }),
      fc.record({
        field: fc.constant('ChangeOrderId'),
        value: fc.constantFrom<unknown>('order-2', 'order-1', '', null, 7),
      }),
    ),
  })
  .map(({ index, change: { field, value } }) => ({ path: ['Data', 'ChangeOrderList', index, field], value }));

const TOTAL_EDIT: fc.Arbitrary<Edit> = fc
  .constantFrom<unknown>(0, 1, 2, 20, 21, '3', null, undefined, -1, 'many')
  .map(value => ({ path: ['Data', 'TotalSize'], value }));

const EDITED: fc.Arbitrary<Trouble> = fc
  .oneof({ weight: 4, arbitrary: LIST_EDIT }, { weight: 1, arbitrary: TOTAL_EDIT })
  .map(edit => ({ kind: 'edit', edit }));

const TROUBLES_OF_LISTS: fc.Arbitrary<readonly (Trouble | null)[]> = fc.oneof(
  { weight: 2, arbitrary: TROUBLES },
  { weight: 2, arbitrary: fc.array(fc.option(EDITED, { freq: 2 }), { maxLength: 14 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(EDITED, fc.integer({ min: 1, max: 60 }))
      .map(([one, count]) => Array.from({ length: count }, () => one)),
  },
);

/** An application that has to be free before somebody deploys. */
export const WORLDS_OF_IDLE: fc.Arbitrary<World> = fc.record({
  ...SURROUNDINGS,
  troubles: TROUBLES_OF_LISTS,
  wish: fc.record({ by: fc.constant('idle'), appId: mostly('app-1', fc.constantFrom('app-2', 'app-9')) }),
  limits: LIMITS,
  orders: fc
    .integer({ min: 0, max: 4 })
    .chain(count =>
      fc.tuple(...Array.from({ length: count }, (_, index) => idleOrder(`order-${index + 1}`))),
    ),
  fillers: fc.constantFrom(0, 0, 0, 18, 20, 41),
  longestListPage: mostly(100, fc.constantFrom(1, 3, 10)),
});
