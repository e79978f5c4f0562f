import fc from 'fast-check';
import type { State, World, WorldOrder } from './world.ts';
import { byApplication, limits, world, worldOrder } from './world.ts';

/** States of a rollout that goes well: some that wait, and the success within two minutes. */
const GOOD_STATES: fc.Arbitrary<readonly State[]> = fc
  .tuple(
    fc.array(
      fc.tuple(fc.constantFrom<unknown>(0, 1, '1', 9, 8, 11, 12, 7), fc.integer({ min: 0, max: 30_000 })),
      { maxLength: 4 },
    ),
    fc.constantFrom<unknown>(2, '2'),
    fc.constantFrom<unknown>(0, null, undefined, '0'),
    fc.array(fc.constantFrom<unknown>(2, '2'), { minLength: 1, maxLength: 4 }),
    fc.integer({ min: 0, max: 1_000 }),
  )
  .map(([waits, status, subStatus, batches, begunMs]) => {
    let afterMs = 0;
    const states: State[] = [];
    for (const [waiting, lastsMs] of waits) {
      states.push({ afterMs, status: waiting, subStatus: 0, batches: [1], begunMs });
      afterMs += lastsMs;
    }
    return [...states, { afterMs, status, subStatus, batches, begunMs }];
  });

function goodOrder(id: string, appId: string): fc.Arbitrary<WorldOrder> {
  return fc
    .tuple(fc.integer({ min: -20_000, max: 5_000 }), GOOD_STATES)
    .map(([createdMs, states]) => worldOrder({ id, appId, createdMs, states, description: 'gh-1' }));
}

/** What may well be so in a world that is healthy. */
const SURROUNDINGS = {
  latencyMs: fc.constantFrom(0, 40, 900, 2_500),
  chance: fc.constantFrom(0, 0.5, 0.999),
  clock: fc.record({
    aheadMs: fc.constantFrom(0, 5_000, -5_000, 1_380_000, -1_380_000),
    jumps: fc.constant([]),
    date: fc.constant(null),
  }),
  sessionMs: fc.option(fc.constantFrom(60_000, 900_000), { freq: 2 }),
};

/** Worlds in which nothing goes wrong that anybody should see: the gate has to be green in each. */
export const HEALTHY_WORLDS: fc.Arbitrary<World> = fc.integer({ min: 1, max: 4 }).chain(count => {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return fc
    .record({
      ...SURROUNDINGS,
      orders: fc.tuple(...numbers.map(number => goodOrder(`order-${number}`, `app-${number}`))),
      fillers: fc.constantFrom(0, 25),
      isFound: fc.boolean(),
      withApp: fc.boolean(),
      description: fc.constantFrom(null, 'gh-1'),
    })
    .map(({ isFound, withApp, description, ...parts }) => {
      const appIds = numbers.map(number => `app-${number}`);
      const ids = numbers.map(number => `order-${number}`);
      const appId = withApp && count === 1 ? 'app-1' : null;
      const wish = isFound ? byApplication({ appIds, description }) : ({ by: 'ids', ids, appId } as const);
      // With calls enough for all that has to be asked, and time for it.
      return world({ ...parts, wish, limits: limits({ timeoutMs: 600_000, callsPerMinute: 60 }) });
    });
});
