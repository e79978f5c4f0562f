import fc from 'fast-check';
import { NUMBERISH } from './generated-troubles.ts';
import type { State, WorldOrder } from './world.ts';

const STATUS: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<unknown>(1, 0, 9, 8, 11, 12) },
  { weight: 10, arbitrary: fc.constant<unknown>(2) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(3, 6, 10, 7) },
  { weight: 1, arbitrary: NUMBERISH },
);

const SUB_STATUS: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<unknown>(0, null) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(1, 5, '1', '0', true) },
);

const BATCH: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 14, arbitrary: fc.constant<unknown>(2) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(1, 0, 3, 6, 10, 8, 7, 99, -1) },
  { weight: 1, arbitrary: NUMBERISH },
);

/** When the first batch began: soon, not told, or long before the order was made. */
const BEGUN: fc.Arbitrary<number | null> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 3_000 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(null, -1, -1_000, -60_000, -3_600_000, 3_600_000, 2_274_000_000_000),
  },
);

const STATE: fc.Arbitrary<Omit<State, 'afterMs'>> = fc.record({
  status: STATUS,
  subStatus: SUB_STATUS,
  batches: fc.array(BATCH, { maxLength: 3 }),
  begunMs: BEGUN,
});

const SUCCESS: fc.Arbitrary<Omit<State, 'afterMs'>> = fc.record({
  status: fc.constantFrom<unknown>(2, '2'),
  subStatus: fc.constantFrom<unknown>(0, null, '0'),
  batches: fc.array(fc.constantFrom<unknown>(2, '2'), { minLength: 1, maxLength: 3 }),
  begunMs: fc.integer({ min: 0, max: 3_000 }),
});

/** States of any kind in any order, more often than not with a success at their end. */
const STATES: fc.Arbitrary<readonly State[]> = fc
  .tuple(
    fc.array(fc.tuple(STATE, fc.integer({ min: 0, max: 90_000 })), { maxLength: 4 }),
    fc.option(SUCCESS, { freq: 3 }),
  )
  .map(([steps, success]) => {
    let afterMs = 0;
    const states: State[] = [];
    for (const [state, lastsMs] of steps) {
      states.push({ ...state, afterMs });
      afterMs += lastsMs;
    }
    return success === null ? states : [...states, { ...success, afterMs }];
  })
  .filter(states => states.length > 0);

/** When an order is made: about now, before the run, before the job, months ago. */
const CREATED: fc.Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -30_000, max: 0 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 60_000 }) },
  { weight: 2, arbitrary: fc.constantFrom(-60_000, -60_001, -30_000, -59_000, -61_000, 0) },
  { weight: 1, arbitrary: fc.integer({ min: -7_200_000, max: -30_000 }) },
  // Of this run for a clock that is behind.
  { weight: 1, arbitrary: fc.constantFrom(-1_200_000, -1_300_000) },
);

/** An order of this id: a deploy of `app-1` more often than not. */
export function generatedOrder(id: string): fc.Arbitrary<WorldOrder> {
  return fc.record({
    id: fc.constant(id),
    appId: mostly('app-1', fc.constantFrom('app-2', 'app-3')),
    createdMs: CREATED,
    goneMs: mostly<number | null>(null, fc.integer({ min: 0, max: 120_000 })),
    type: mostly('CoDeploy', fc.constantFrom('CoRollback', 'CoScaleOut', 'CoCreateApp', 'CoOdd', '')),
    description: fc.constantFrom('gh-1', 'gh-1', 'GH-1', '', 'gh-12', 'a rollback of gh-1'),
    // The last is the year 2099.
    zoneHours: mostly(0, fc.constantFrom(-8, 1, -1, 8, 640_000)),
    states: STATES,
  });
}

/** Mostly this, at times something else. */
export function mostly<Value>(usual: Value, others: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 7, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others });
}
