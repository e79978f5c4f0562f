import fc from 'fast-check';
import type { State, World, WorldOrder } from './world.ts';
import { byApplication, limits, world, worldOrder } from './world.ts';
import type { WorldGroup, WorldInstance, WorldProof } from './world-instances.ts';
import { WORLD_IMAGE, worldGroup, worldInstance } from './world-instances.ts';

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

/** What is well with an instance of the rollout: it runs from the first, or it starts and is there in time. */
const GOOD_PHASES: fc.Arbitrary<WorldInstance['phases']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(worldInstance().phases) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 140_000 }).map(readyMs => [
      { atMs: -86_400_000, state: 'Pending', health: null, restarts: null },
      { atMs: readyMs, state: 'Running', health: 'Healthy', restarts: 0 },
    ]),
  },
);

/** What an application runs after a rollout that went well: all new, and old ones that drain and go. */
function goodGroup(appId: string): fc.Arbitrary<WorldGroup> {
  return fc
    .record({
      phases: fc.array(GOOD_PHASES, { minLength: 1, maxLength: 7 }),
      drainedMs: fc.integer({ min: 0, max: 140_000 }),
      goneMs: fc.integer({ min: 0, max: 30_000 }),
    })
    .map(({ phases, drainedMs, goneMs }) => {
      const instances = phases.map((of, index) =>
        worldInstance({ id: `${appId}-${index + 1}`, createdMs: 7_000, phases: of }),
      );
      const old = worldInstance({
        id: `${appId}-old`,
        createdMs: -86_400_000,
        image: 'registry.example/team/shop:1.9',
        phases: [
          { atMs: -86_400_000, state: 'Running', health: 'Healthy', restarts: 3 },
          { atMs: drainedMs, state: 'Terminating', health: 'Unhealthy', restarts: 3 },
        ],
        goneMs: drainedMs + goneMs,
      });
      return worldGroup([...instances, old], {
        appId,
        groupId: `group-of-${appId}`,
        replicas: instances.length,
      });
    });
}

const GOOD_PROOF: fc.Arbitrary<WorldProof> = fc.record({
  mode: fc.constantFrom('require', 'show', 'off'),
  image: fc.constantFrom(null, WORLD_IMAGE),
  version: fc.constantFrom(null, '7'),
  timeoutMs: fc.constant(180_000),
  bakeMs: fc.constantFrom(null, 20_000, 60_000),
});

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
      groups: fc.tuple(...numbers.map(number => goodGroup(`app-${number}`))),
      longestPage: fc.constantFrom(100, 2),
      lastOrder: fc.constantFrom('told' as const, 'absent' as const),
      proof: GOOD_PROOF,
      isFound: fc.boolean(),
      withApp: fc.boolean(),
      description: fc.constantFrom(null, 'gh-1'),
    })
    .map(({ isFound, withApp, description, groups, longestPage, lastOrder, proof, ...parts }) => {
      const { mode } = proof;
      const expectation = mode === 'require' && count === 1 ? {} : { image: null, version: null };
      const bake = mode === 'require' ? {} : { bakeMs: null };
      const appIds = numbers.map(number => `app-${number}`);
      const ids = numbers.map(number => `order-${number}`);
      const appId = withApp && count === 1 ? 'app-1' : null;
      const wish = isFound ? byApplication({ appIds, description }) : ({ by: 'ids', ids, appId } as const);
      // With calls enough for all that has to be asked, and time for it.
      return world({
        ...parts,
        running: { groups, longestPage, lastOrder },
        proof: { ...proof, ...expectation, ...bake },
        wish,
        limits: limits({ timeoutMs: 600_000, callsPerMinute: mode === 'require' ? 600 : 60 }),
      });
    });
});
