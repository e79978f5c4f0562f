import { describe, expect, test } from '@jest/globals';
import { complaints } from './judge.ts';
import { runWorld } from './run-world.ts';
import { NOTHING_RUNS, OTHER_IMAGE, worldGroup, worldInstance, worldProof } from './world-instances.ts';
import type { Trouble, World, WorldOrder } from './world.ts';
import { byApplication, limits, world, worldOrder } from './world.ts';

const SUCCEEDED: WorldOrder['states'] = [{ afterMs: 0, status: 2, subStatus: 0, batches: [2], begunMs: 0 }];

const NOT_FOUND: Trouble = {
  kind: 'error',
  code: 'InvalidAppId.NotFound',
  status: 404,
  hint: null,
  date: null,
};

const RUNS = { state: 'Running', health: 'Healthy', restarts: 0 };

const BEGUN_AND_SUCCEEDED: WorldOrder['states'] = [
  { afterMs: 0, status: 2, subStatus: 0, batches: [2], begunMs: 500 },
];

/** Worlds in which the gate once did wrong, as small as they could be made. */
const WORLDS: Readonly<Record<string, World>> = {
  'two calls wait for one session, and a third is earned meanwhile': world({
    wish: { by: 'ids', ids: ['order-1', 'order-2'], appId: 'app-1' },
    orders: [worldOrder({ goneMs: 0 })],
    limits: limits({ timeoutMs: 20_000, callsPerMinute: 2 }),
    latencyMs: 3_000,
    sessionMs: 60_000,
  }),
  'a newer order is too early for this attempt of the run, but not for the run': world({
    wish: byApplication(),
    run: { ...world().run, attempt: 2, createdMs: -60_000, startedMs: -1_000 },
    orders: [
      worldOrder({
        createdMs: -1_001,
        zoneHours: 1,
        states: [{ afterMs: 0, status: 1, subStatus: 0, batches: [2], begunMs: 0 }],
      }),
      worldOrder({
        id: 'order-2',
        createdMs: -1_001,
        states: [{ afterMs: 0, status: 2, subStatus: 0, batches: [2], begunMs: 0 }],
      }),
    ],
  }),
  'the list tells another description once the order has succeeded': world({
    wish: byApplication({ description: 'gh-1' }),
    orders: [worldOrder({ description: 'gh-1', states: SUCCEEDED })],
    troubles: [
      null,
      null,
      { kind: 'edit', edit: { path: ['Data', 'ChangeOrderList', 0, 'Description'], value: null } },
    ],
    limits: limits({ timeoutMs: 3_000 }),
    cancelAtMs: 1,
  }),
  'the list is read once more near the deadline, and narrowed by type': world({
    wish: byApplication({ coType: 'CoRollback', after: { kind: 'time', atMs: -60_000, zoneMinutes: 0 } }),
    clock: { aheadMs: -1_380_000, jumps: [], date: null },
    limits: limits({ timeoutMs: 159_999, callsPerMinute: 2 }),
    orders: [
      worldOrder({ createdMs: -60_000, type: 'CoRollback', states: SUCCEEDED }),
      worldOrder({ id: 'order-2', appId: 'app-2', createdMs: 1, states: SUCCEEDED }),
      worldOrder({ id: 'order-3' }),
    ],
    fillers: 20,
  }),
  'a list of one type only, asked for by calls enough, just before the deadline': world({
    wish: byApplication({ coType: 'CoOdd', after: { kind: 'time', atMs: -60_000, zoneMinutes: 0 } }),
    limits: limits({ timeoutMs: 20_000 }),
    orders: [
      worldOrder({ createdMs: 1, goneMs: 0 }),
      worldOrder({
        id: 'order-2',
        type: 'CoOdd',
        states: [
          { afterMs: 0, status: 1, subStatus: 0, batches: [], begunMs: 0 },
          { afterMs: 1, status: 2, subStatus: 0, batches: [2], begunMs: 0 },
        ],
      }),
      worldOrder({ id: 'order-3', createdMs: 1, zoneHours: -8, states: SUCCEEDED }),
    ],
    fillers: 39,
  }),
  'what is learnt is asked late, with a slow session that is over by then': world({
    latencyMs: 9_999,
    sessionMs: 15_000,
    clock: { aheadMs: -600_000, jumps: [], date: null },
    wish: { by: 'ids', ids: ['order-1', 'order-2'], appId: null },
    limits: limits({ timeoutMs: 29_998, requestTimeoutMs: 10_000, diagnose: true }),
    orders: [
      worldOrder({
        createdMs: 0,
        states: [{ afterMs: 0, status: 1, subStatus: 0, batches: [], begunMs: 0 }],
      }),
    ],
  }),
  'an application that is to have fewer instances than none, and has none': world({
    proof: worldProof(),
    orders: [worldOrder({ states: SUCCEEDED })],
    running: { ...NOTHING_RUNS, groups: [worldGroup([], { replicas: -1 })] },
  }),
  'the round that is to show that a proof still holds is not over in time': world({
    proof: worldProof({ bakeMs: 60_000, timeoutMs: 200_000 }),
    orders: [worldOrder({ states: SUCCEEDED })],
    running: {
      groups: [
        worldGroup(Array.from({ length: 12 }, (_, number) => worldInstance({ id: `shop-${number}` }))),
      ],
      longestPage: 1,
      lastOrder: 'told',
    },
    latencyMs: 9_900,
  }),
  'an answer that lacks a field tells of a restart, and the next one does not': world({
    proof: worldProof({ bakeMs: 60_000 }),
    orders: [worldOrder({ states: SUCCEEDED })],
    running: {
      ...NOTHING_RUNS,
      groups: [
        worldGroup([
          worldInstance({
            phases: [
              { atMs: -86_400_000, state: 'Running', health: 'Healthy', restarts: 0 },
              { atMs: 40_000, state: null, health: 'Healthy', restarts: '1' },
              { atMs: 50_000, state: 'Running', health: 'Healthy', restarts: 0 },
            ],
          }),
        ]),
      ],
    },
  }),
  'an order tells in seconds when it began, and what runs is older': world({
    proof: worldProof({ timeoutMs: 20_000 }),
    orders: [worldOrder({ states: SUCCEEDED })],
    quirks: [{ path: ['Data', 'Pipelines', 0, 'StartTime'], value: 1_795_323_600 }],
    running: { ...NOTHING_RUNS, groups: [worldGroup([worldInstance({ createdMs: -3_600_000 })])] },
  }),
  'one answer says that a deleted application is gone, and the next ones still show it': world({
    wish: { by: 'ids', ids: ['order-1'], appId: null },
    proof: worldProof({ bakeMs: 15_000, timeoutMs: 60_000 }),
    orders: [worldOrder({ type: 'CoDeleteApp', states: SUCCEEDED })],
    running: { ...NOTHING_RUNS, groups: [worldGroup([])] },
    troubles: [null, NOT_FOUND],
  }),
  'one answer says that a deleted application is gone, and it runs': world({
    proof: worldProof(),
    orders: [worldOrder({ type: 'CoDeleteApp', states: SUCCEEDED })],
    running: { ...NOTHING_RUNS, groups: [worldGroup([worldInstance()])] },
    troubles: [null, NOT_FOUND],
  }),
  'an application that was to be stopped does not exist': world({
    proof: worldProof(),
    orders: [worldOrder({ type: 'CoStopApplication', states: SUCCEEDED })],
    running: { ...NOTHING_RUNS, gone: [{ fromMs: 0, untilMs: 1e9 }] },
  }),
  'an application is bound, and is to have no instances': world({
    proof: worldProof(),
    orders: [worldOrder({ type: 'CoBindSlb', states: SUCCEEDED })],
    running: { ...NOTHING_RUNS, groups: [worldGroup([])] },
  }),
  'all instances are exchanged for others of another image while a proof has to hold': world({
    proof: worldProof({ bakeMs: 60_000 }),
    orders: [worldOrder({ states: SUCCEEDED })],
    running: {
      ...NOTHING_RUNS,
      groups: [
        worldGroup(
          [
            worldInstance({ goneMs: 30_000 }),
            worldInstance({ id: 'shop-2', image: OTHER_IMAGE, phases: [{ ...RUNS, atMs: 30_000 }] }),
          ],
          { replicas: 1 },
        ),
      ],
    },
  }),
  'a deploy and a scaling are found, and what runs is older than the deploy': world({
    wish: byApplication({ coType: 'CoDeploy,CoScaleOut' }),
    proof: worldProof(),
    orders: [
      worldOrder({ createdMs: -20_000, states: SUCCEEDED }),
      worldOrder({ id: 'order-2', createdMs: -10_000, type: 'CoScaleOut', states: SUCCEEDED }),
    ],
    running: { ...NOTHING_RUNS, groups: [worldGroup([worldInstance({ createdMs: -3_600_000 })])] },
  }),
  'a deploy and a scaling are found, and somebody rolled back between them': world({
    wish: byApplication({ coType: 'CoDeploy,CoScaleOut' }),
    proof: worldProof(),
    orders: [
      worldOrder({ createdMs: -20_000, states: SUCCEEDED }),
      worldOrder({ id: 'order-2', createdMs: -15_000, type: 'CoRollback', states: SUCCEEDED }),
      worldOrder({ id: 'order-3', createdMs: -10_000, type: 'CoScaleOut', states: SUCCEEDED }),
    ],
    running: { ...NOTHING_RUNS, groups: [worldGroup([worldInstance()])] },
  }),
  'a stop is followed by a start of somebody else, and nothing runs yet': world({
    proof: worldProof(),
    orders: [
      worldOrder({ createdMs: -20_000, type: 'CoStopApplication', states: SUCCEEDED }),
      worldOrder({ id: 'order-2', createdMs: -10_000, type: 'CoStartApplication', states: SUCCEEDED }),
    ],
    running: { ...NOTHING_RUNS, groups: [worldGroup([], { replicas: 1 })] },
  }),
  'a proof that need not hold is followed by a second round, while calls are scarce': world({
    wish: byApplication({ appIds: ['app-1', 'app-2'], coType: 'CoDeploy', after: { kind: 'run' } }),
    proof: worldProof(),
    latencyMs: 50,
    clock: { aheadMs: 0, jumps: [{ atMs: 0, byMs: 900_029 }], date: null },
    run: { ...world().run, createdMs: -60_000, startedMs: -60_000, jobMs: -30_000 },
    limits: limits({ timeoutMs: 20_671, requestTimeoutMs: 1_000, callsPerMinute: 5 }),
    orders: [
      worldOrder({ createdMs: 0, states: BEGUN_AND_SUCCEEDED }),
      worldOrder({
        id: 'order-3',
        type: 'CoCreateApp',
        createdMs: 60_151,
        goneMs: 90_000,
        states: BEGUN_AND_SUCCEEDED,
      }),
    ],
    running: { ...NOTHING_RUNS, groups: [worldGroup([worldInstance({ createdMs: 6_000 })])] },
  }),
};

describe('a world in which the gate once did wrong', () => {
  test.each(Object.entries(WORLDS))('%s: it does no more', async (_, one) => {
    expect(complaints(one, await runWorld(one))).toStrictEqual([]);
  });
});
