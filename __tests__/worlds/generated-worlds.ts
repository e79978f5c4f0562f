import fc from 'fast-check';
import { generatedOrder, mostly } from './generated-orders.ts';
import { QUIRKS, TROUBLES } from './generated-troubles.ts';
import { NO_PROOF, NOTHING_RUNS } from './world-instances.ts';
import type { CreatedAfter, Limits, Wish, WorkflowRun, World, WorldClock, WorldOrder } from './world.ts';

export const LIMITS: fc.Arbitrary<Limits> = fc.record({
  timeoutMs: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 20_000, max: 240_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
  ),
  requestTimeoutMs: mostly(10_000, fc.constantFrom(1_000, 3_000, 60_000)),
  outageToleranceMs: mostly(300_000, fc.constantFrom(1, 10_000, 60_000)),
  callsPerMinute: mostly<number | null>(null, fc.constantFrom(1, 2, 5, 60)),
  manualStepTimeoutMs: mostly<number | null>(null, fc.constantFrom(1, 5_000, 60_000)),
  failOnManualStep: mostly(false, fc.constant(true)),
  failFast: fc.boolean(),
  diagnose: mostly(false, fc.constant(true)),
});

/** Mostly right; or off by so much that the API refuses it; or jumping. */
const CLOCK: fc.Arbitrary<WorldClock> = fc.record({
  aheadMs: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constant(-1_380_000) },
    { weight: 1, arbitrary: fc.constantFrom(1_380_000, -600_000, 600_000, 86_400_000) },
  ),
  jumps: mostly<WorldClock['jumps']>(
    [],
    fc.array(fc.record({ atMs: fc.nat(120_000), byMs: fc.integer({ min: -4_000_000, max: 4_000_000 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
  date: mostly<string | null>(null, fc.constantFrom('', 'about noon', 'Sun, 22 Nov 2026 09:00:00 GMT')),
});

const RUN: fc.Arbitrary<WorkflowRun> = fc.record({
  attempt: fc.constantFrom(1, 1, 1, 2),
  createdMs: fc.constantFrom(-60_000, -3_600_000),
  startedMs: fc.constantFrom(-60_000, -60_000, -30_000, -1_000),
  github: mostly<WorkflowRun['github']>('tells', fc.constantFrom('fails', 'refuses', 'absent')),
  delayMs: mostly(0, fc.constantFrom(3_000, 10_000)),
  jobMs: mostly<number | null>(-30_000, fc.constantFrom(null, 0)),
});

/** What all worlds have. */
export const SURROUNDINGS = {
  quirks: QUIRKS,
  troubles: TROUBLES,
  latencyMs: fc.constantFrom(0, 0, 50, 700, 3_000, 9_999),
  clock: CLOCK,
  run: RUN,
  sessionMs: mostly<number | null>(null, fc.constantFrom(15_000, 60_000, 900_000)),
  cancelAtMs: mostly<number | null>(null, fc.nat(120_000)),
  chance: fc.constantFrom(0.5, 0, 0.25, 0.999),
  // What runs has worlds of its own.
  running: fc.constant(NOTHING_RUNS),
  proof: fc.constant(NO_PROOF),
  // So have lists whose pages the server holds short.
  longestListPage: fc.constant(100),
};

/** Up to so many orders, `order-1` and so on. */
function ordersUpTo(most: number): fc.Arbitrary<readonly WorldOrder[]> {
  return fc
    .integer({ min: 1, max: most })
    .chain(count =>
      fc.tuple(...Array.from({ length: count }, (_, index) => generatedOrder(`order-${index + 1}`))),
    );
}

/** One order, given by its id. */
export const WORLDS_OF_ONE_ORDER: fc.Arbitrary<World> = fc.record({
  ...SURROUNDINGS,
  wish: fc.record({
    by: fc.constant('ids'),
    ids: mostly<readonly string[]>(['order-1'], fc.constantFrom([''], ['order-9'], [' order-1'])),
    appId: fc.oneof(
      { weight: 2, arbitrary: fc.constant(null) },
      { weight: 2, arbitrary: fc.constant('app-1') },
      { weight: 1, arbitrary: fc.constantFrom('app-2', '') },
    ),
  }),
  limits: LIMITS,
  orders: ordersUpTo(2),
  fillers: fc.constantFrom(0, 0, 21),
});

/** Several orders in one step, given by their ids. */
export const WORLDS_OF_SEVERAL_ORDERS: fc.Arbitrary<World> = fc.record({
  ...SURROUNDINGS,
  wish: fc.record({
    by: fc.constant('ids'),
    ids: fc.integer({ min: 2, max: 4 }).chain(count =>
      mostly<readonly string[]>(
        Array.from({ length: count }, (_, index) => `order-${index + 1}`),
        fc.constantFrom(['order-1', ''], ['order-1', 'order-1'], ['order-2', 'order-9'], ['order-1', 'auto']),
      ),
    ),
    appId: mostly<string | null>(null, fc.constantFrom('app-1', 'app-2')),
  }),
  limits: LIMITS,
  orders: ordersUpTo(4),
  fillers: fc.constant(0),
});

const AFTER: fc.Arbitrary<CreatedAfter> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<CreatedAfter>({ kind: 'run' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('time'),
      atMs: fc.constantFrom(-60_000, 0, -3_600_000),
      zoneMinutes: fc.constantFrom(0, 480, -480, 330, -210, 765),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('ago'), agoMs: fc.constantFrom(60_000, 1, 3_600_000) }),
  },
);

const SEARCH: fc.Arbitrary<Wish> = fc.record({
  by: fc.constant('application'),
  appIds: mostly<readonly string[]>(
    ['app-1'],
    fc.constantFrom(['app-1', 'app-2'], ['app-9'], [''], ['app-2', 'app-3']),
  ),
  coType: mostly('CoDeploy,CoCreateApp', fc.constantFrom('*', 'CoRollback', 'CoOdd', 'CoDeploy,')),
  description: fc.constantFrom<(string | null)[]>(null, 'gh-1'),
  after: AFTER,
  discoveryTimeoutMs: fc.constantFrom(30_000, 120_000, 1_000),
});

/** Orders that have to be found among those of their applications. */
export const WORLDS_OF_APPLICATIONS: fc.Arbitrary<World> = fc.record({
  ...SURROUNDINGS,
  wish: SEARCH,
  limits: LIMITS,
  orders: ordersUpTo(4),
  fillers: fc.constantFrom(0, 0, 0, 17, 19, 20, 39, 45),
});
