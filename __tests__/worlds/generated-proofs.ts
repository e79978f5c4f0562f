import fc from 'fast-check';
import { mostly } from './generated-orders.ts';
import { TROUBLES_OF_PROOFS } from './generated-troubles.ts';
import { LIMITS, SURROUNDINGS } from './generated-worlds.ts';
import type { InstancePhase, WorldGroup, WorldInstance, WorldProof } from './world-instances.ts';
import { OTHER_IMAGE, WORLD_DIGEST, WORLD_IMAGE, worldInstance } from './world-instances.ts';
import type { CreatedAfter, NamedInWorld, State, Wish, WishedNames, World, WorldOrder } from './world.ts';

const TYPES = fc.oneof(
  { weight: 12, arbitrary: fc.constant('CoDeploy') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'CoCreateApp',
      'CoRollback',
      'CoRestartApplication',
      'CoScaleOut',
      'CoScaleIn',
      'CoRescaleApplicationVertically',
      'CoRestartInstances',
      'CoStopApplication',
      'CoDeleteApp',
      'CoDeleteApp',
      'CoStartApplication',
      'CoScaleInAppWithInstances',
      'CoDeployHistroy',
      'CoBindSlb',
      'CoOdd',
      '',
    ),
  },
);

/** A rollout that succeeds soon, most often. */
const STATES: fc.Arbitrary<readonly State[]> = fc
  .tuple(
    fc.integer({ min: 0, max: 30_000 }),
    mostly<unknown>(2, fc.constantFrom<unknown>(3, 1)),
    mostly<number | null>(500, fc.constantFrom(null, -1_000, 3_000)),
    mostly<unknown>(1, fc.constantFrom<unknown>(0, 11, 12)),
  )
  .map(([afterMs, status, begunMs, first]) => [
    { afterMs: 0, status: first, subStatus: 0, batches: [1], begunMs },
    { afterMs, status, subStatus: 0, batches: [status === 2 ? 2 : 1], begunMs },
  ]);

function orderOf(
  id: string,
  createdMs: fc.Arbitrary<number>,
  appId: fc.Arbitrary<string>,
): fc.Arbitrary<WorldOrder> {
  return fc.record({
    id: fc.constant(id),
    appId,
    createdMs,
    goneMs: mostly<number | null>(null, fc.constant(90_000)),
    type: TYPES,
    description: fc.constant('gh-1'),
    zoneHours: fc.constant(0),
    states: STATES,
  });
}

const RUNS: InstancePhase = { atMs: -86_400_000, state: 'Running', health: 'Healthy', restarts: 0 };

const ODD_PHASE: fc.Arbitrary<Omit<InstancePhase, 'atMs'>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ state: 'Running', health: 'Healthy', restarts: 0 }) },
  {
    weight: 4,
    arbitrary: fc.record({
      state: fc.constantFrom<unknown>(
        'Running',
        'Pending',
        'Terminating',
        'NotFound',
        'CrashLoopBackOff',
        'ImagePullBackOff',
        'Error',
        'Unknown',
        'Odd',
        null,
      ),
      health: fc.constantFrom<unknown>(
        'Healthy',
        'Healthy',
        'Unhealthy',
        'ReadinessUnhealthy',
        'NotCheckedYet',
        'WithoutHealthCheckConfig',
        'WithoutReadinessConfig',
        null,
      ),
      restarts: fc.constantFrom<unknown>(0, 0, 1, 2, '1', null),
    }),
  },
);

const PHASES: fc.Arbitrary<readonly InstancePhase[]> = fc.oneof(
  { weight: 14, arbitrary: fc.constant([RUNS]) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.tuple(fc.integer({ min: 0, max: 120_000 }), ODD_PHASE), { minLength: 1, maxLength: 3 })
      .map(phases =>
        [RUNS, ...phases.map(([atMs, phase]) => ({ atMs, ...phase }))].toSorted((a, b) => a.atMs - b.atMs),
      ),
  },
  // Only one thing is wrong with it, for good.
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.integer({ min: 0, max: 90_000 }),
        fc.constantFrom<Partial<InstancePhase>>(
          { restarts: 1 },
          { health: 'Unhealthy' },
          { state: 'Terminating' },
        ),
      )
      .map(([atMs, differs]) => [RUNS, { ...RUNS, ...differs, atMs }]),
  },
  // It starts late, or at all.
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 40_000 }))
      .map(([atMs, takesMs]) => [
        { atMs, state: 'Pending', health: 'NotCheckedYet', restarts: 0 },
        { ...RUNS, atMs: atMs + takesMs },
      ]),
  },
);

function instanceOf(id: string): fc.Arbitrary<WorldInstance> {
  return fc
    .record({
      createdMs: mostly(5_000, fc.constantFrom(-3_600_000, -40_000, 60_000, 3_600_000)),
      phases: PHASES,
      goneMs: mostly<number | null>(null, fc.integer({ min: 0, max: 120_000 })),
      image: mostly<unknown>(WORLD_IMAGE, fc.constantFrom<unknown>(OTHER_IMAGE, WORLD_DIGEST, null)),
      version: mostly<unknown>('7', fc.constantFrom<unknown>('8', null)),
    })
    .map(parts => worldInstance({ ...parts, id }));
}

/** Its own, nearly always; or another one's. */
function idOf(own: string): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 60 }).map(number => (number === 60 ? 'group-1-1' : own));
}

/** A group with up to so many instances; sometimes it is to have another number. */
function groupOf(appId: string, groupId: string, most: number): fc.Arbitrary<WorldGroup> {
  return fc.nat(most).chain(count =>
    fc
      .record({
        appId: fc.constant(appId),
        groupId: fc.constant(groupId),
        replicas: mostly<unknown>(count, fc.constantFrom<unknown>(0, 1, 3, 6, String(count), null, -1)),
        instances: fc.tuple(
          ...Array.from({ length: count }, (_, index) => idOf(`${groupId}-${index + 1}`).chain(instanceOf)),
        ),
        change: mostly<Change | null>(null, CHANGE),
      })
      .map(({ change, instances, ...group }) => ({
        ...group,
        instances: change === null ? instances : changed(instances, change),
      })),
  );
}

/** All instances at once give way to others. */
interface Change {
  readonly atMs: number;
  readonly image: unknown;
  readonly version: unknown;
}

const CHANGE: fc.Arbitrary<Change> = fc.record({
  atMs: fc.integer({ min: 0, max: 120_000 }),
  image: fc.constantFrom<unknown>(WORLD_IMAGE, OTHER_IMAGE, null),
  version: mostly<unknown>('7', fc.constantFrom<unknown>('8', null)),
});

function changed(
  instances: readonly WorldInstance[],
  { atMs, image, version }: Change,
): readonly WorldInstance[] {
  return instances.flatMap(one => [
    { ...one, goneMs: Math.min(one.goneMs ?? Infinity, atMs) },
    worldInstance({ id: `${one.id}-again`, createdMs: 6_000, phases: [{ ...RUNS, atMs }], image, version }),
  ]);
}

const PROOF: fc.Arbitrary<WorldProof> = fc.record({
  mode: mostly<WorldProof['mode']>('require', fc.constant('show')),
  image: mostly<string | null>(null, fc.constantFrom(WORLD_IMAGE, WORLD_DIGEST)),
  version: mostly<string | null>(null, fc.constant('7')),
  timeoutMs: fc.constantFrom(60_000, 20_000, 1_000),
  bakeMs: fc.option(fc.constantFrom(15_000, 40_000, 60_000), { freq: 2 }),
});

/** How applications are asked for by name: mostly such that it can be found. */
const NAMES: fc.Arbitrary<WishedNames> = fc.record({
  namespaceId: mostly<string | null>('cn:production', fc.constantFrom(null, 'cn:test')),
  others: fc.subarray<NamedInWorld>([
    { appId: 'app-7', appName: 'shop-12', namespaceId: 'cn:production', baseAppId: null },
    { appId: 'app-8', appName: 'shop-1', namespaceId: 'cn:production', baseAppId: 'app-1' },
    { appId: 'app-9', appName: 'shop-1', namespaceId: 'cn:test', baseAppId: null },
  ]),
});

/** What the step is told to wait for, of these orders. */
const WISH: fc.Arbitrary<Wish> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom<Wish>(
      { by: 'ids', ids: ['order-1'], appId: null },
      { by: 'ids', ids: ['order-1'], appId: 'app-1' },
    ),
  },
  { weight: 2, arbitrary: fc.constant<Wish>({ by: 'ids', ids: ['order-1', 'order-2'], appId: null }) },
  {
    weight: 1,
    arbitrary: fc.constant<Wish>({ by: 'ids', ids: ['order-1', 'order-2', 'order-3'], appId: null }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      by: fc.constant('application'),
      appIds: mostly<readonly string[]>(['app-1'], fc.constant(['app-1', 'app-2'])),
      coType: fc.constantFrom(
        '*',
        '*',
        '*',
        '*',
        'CoDeploy,CoCreateApp',
        'CoDeploy,CoScaleOut,CoScaleIn,CoRestartApplication',
        'CoDeploy,CoStopApplication,CoStartApplication,CoDeleteApp',
        'CoDeploy,CoRescaleApplicationVertically,CoRollback',
      ),
      description: fc.constant(null),
      after: fc.constantFrom<CreatedAfter>({ kind: 'run' }, { kind: 'time', atMs: -60_000, zoneMinutes: 0 }),
      discoveryTimeoutMs: fc.constant(30_000),
      names: fc.option(NAMES, { freq: 2 }),
    }),
  },
);

const EARLY = fc.integer({ min: -30_000, max: 0 });
const LATER = fc.oneof(fc.integer({ min: 1, max: 90_000 }), EARLY, fc.constantFrom(-30_000, -3_600_000));

/** Orders of an application, what it runs, and a step that is to prove that of one or two of them. */
export const WORLDS_OF_PROOFS: fc.Arbitrary<World> = fc
  .record({
    ...SURROUNDINGS,
    troubles: TROUBLES_OF_PROOFS,
    quirks: mostly<World['quirks']>([], SURROUNDINGS.quirks),
    latencyMs: fc.constantFrom(0, 0, 50, 700, 3_000),
    wish: WISH,
    limits: LIMITS,
    orders: fc
      .tuple(
        orderOf('order-1', EARLY, fc.constant('app-1')),
        orderOf('order-2', LATER, fc.constantFrom('app-2', 'app-1', 'app-1')),
        orderOf('order-3', LATER, fc.constantFrom('app-3', 'app-3', 'app-1')),
      )
      .map(orders => [...orders]),
    fillers: fc.constantFrom(0, 0, 0, 21),
    proof: PROOF,
    running: fc.record({
      groups: fc
        .tuple(
          groupOf('app-1', 'group-1', 5),
          fc.option(groupOf('app-1', 'group-2', 3), { freq: 2, nil: undefined }),
          groupOf('app-2', 'group-3', 2),
        )
        .map(groups => groups.flatMap(group => (group === undefined ? [] : [group]))),
      longestPage: fc.constantFrom(100, 1, 2, 3),
      lastOrder: mostly<World['running']['lastOrder']>('told', fc.constantFrom('absent', 'first', 'flips')),
      gone: mostly<NonNullable<World['running']['gone']>>(
        [],
        fc.array(
          fc
            .tuple(fc.nat(90_000), fc.constantFrom(1_000, 20_000, 1e9))
            .map(([fromMs, lastsMs]) => ({ fromMs, untilMs: fromMs + lastsMs })),
          { minLength: 1, maxLength: 2 },
        ),
      ),
    }),
  })
  .map((parts): World => {
    const { proof, wish } = parts;
    const isFree =
      (wish.by === 'application' ? wish.appIds : wish.by === 'ids' ? wish.ids : []).length > 1 ||
      proof.mode === 'show';
    return {
      ...parts,
      // Several orders, or a look for people, go with none of these.
      proof: {
        ...proof,
        ...(isFree ? { image: null, version: null } : {}),
        ...(proof.mode === 'show' ? { bakeMs: null } : {}),
      },
    };
  });
