import { describe, expect, test } from '@jest/globals';
import { changeOrder } from '../../testbed/simulator/change-order.ts';
import { fleetOf } from '../../testbed/simulator/fleet.ts';
import { crash, eviction, flapping, neverReady, scaling, showing } from '../../testbed/simulator/incident.ts';
import { incidentEvents, instancesAt } from '../../testbed/simulator/instances.ts';
import { pastOrders } from '../../testbed/simulator/past-orders.ts';
import { DEMO_RELEASE, PREVIOUS_RELEASE } from '../../testbed/simulator/release.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import { finishedAtOnce, rollout } from '../../testbed/simulator/timeline.ts';
import { CRASH_LOOP, NO_RESOURCES } from '../../testbed/simulator/troubles.ts';
import {
  END_MS,
  FIRST_BATCH_MS,
  SECOND_BATCH_MS,
  TWO_BATCHES,
  appOf,
  fleetAfter,
  isWell,
  linesAt,
  liveAt,
} from './fleet.ts';

const HOUR_MS = 3_600_000;

describe('the instances of a rollout', () => {
  const fleet = fleetAfter();

  test('are the old ones, well, before the first batch begins', () => {
    expect(linesAt(fleet, FIRST_BATCH_MS - 1)).toStrictEqual(
      [0, 1, 2, 3].map(place => `${place}: Running, Healthy, :1.9`),
    );
  });

  test('are replaced batch by batch: the old ones drain while the new ones start', () => {
    expect(linesAt(fleet, FIRST_BATCH_MS + 1_000)).toStrictEqual([
      '0: Terminating, Healthy, :1.9',
      '0: Pending, NotCheckedYet, :2.0',
      '1: Terminating, Healthy, :1.9',
      '1: Pending, NotCheckedYet, :2.0',
      '2: Running, Healthy, :1.9',
      '3: Running, Healthy, :1.9',
    ]);
  });

  test.each([
    [1_000, 'Pending, NotCheckedYet'],
    [5_000, 'PodInitializing, NotCheckedYet'],
    [10_000, 'Running, NotCheckedYet'],
    [20_000, 'Running, ReadinessUnhealthy'],
    [50_000, 'Running, Healthy'],
  ])('%d ms after their batch began, new ones show %s', (ms, expected) => {
    expect(linesAt(fleet, FIRST_BATCH_MS + ms)).toContain(`0: ${expected}, :2.0`);
  });

  test.each([
    ['0', FIRST_BATCH_MS, SECOND_BATCH_MS],
    ['3', SECOND_BATCH_MS, END_MS],
  ])('are created in their batch and well before it has succeeded: place %s', (place, startMs, endMs) => {
    const fresh = fleet.instances.find(
      instance => String(instance.place) === place && instance.madeBy !== undefined,
    );
    expect(fresh?.createdAtMs).toBeGreaterThanOrEqual(startMs);
    expect(fresh?.createdAtMs).toBeLessThan(fresh?.starts[0]?.runsAtMs ?? 0);
    expect(fresh?.starts[0]?.runsAtMs).toBeLessThan(fresh?.starts[0]?.healthyAtMs ?? 0);
    expect(fresh?.starts[0]?.healthyAtMs).toBeLessThan(endMs);
  });

  test('tell when their creation was completed, once it is', () => {
    const completed = (ms: number): (number | undefined)[] =>
      liveAt(fleet, FIRST_BATCH_MS + ms).map(({ completedAtMs }) => completedAtMs);
    expect(completed(5_000).slice(0, 2)).toStrictEqual([undefined, undefined]);
    expect(completed(10_000).slice(0, 2)).toStrictEqual([FIRST_BATCH_MS + 8_000, FIRST_BATCH_MS + 8_500]);
  });

  test('are all new, well and as many as wanted once the order has succeeded, and the old ones gone', () => {
    const shown = instancesAt(fleet, END_MS);
    expect(shown).toHaveLength(fleet.replicasAt(appOf(4).groupId, END_MS));
    expect(shown.every(isWell)).toBe(true);
    expect(shown.every(({ instance }) => instance.createdAtMs >= FIRST_BATCH_MS)).toBe(true);
    expect(new Set(shown.map(({ release }) => release))).toStrictEqual(new Set([DEMO_RELEASE]));
  });

  test('are all new and well at once where the order was over at once', () => {
    const shown = instancesAt(fleetAfter({ timeline: finishedAtOnce(3) }), 0);
    expect(shown).toHaveLength(4);
    expect(shown.every(one => isWell(one) && one.instance.createdAtMs === 0)).toBe(true);
  });

  test('have names of their own, however many', () => {
    const { instances } = fleetAfter({ app: appOf(45) });
    expect(new Set(instances.map(({ id }) => id)).size).toBe(90);
  });

  test('run what ran before until then, whatever the orders of the past', () => {
    const app = appOf(4);
    const past = fleetAfter({ app }, [], pastOrders([60_000, 60_000], app));
    expect(instancesAt(past, 0).map(({ release }) => release)).toStrictEqual(
      Array.from({ length: 4 }, () => PREVIOUS_RELEASE),
    );
  });
});

describe('a batch that does not succeed', () => {
  const ending = { inBatch: 2, status: 3, batchStatus: 3 };
  const timeline = rollout({ batchesMs: [60_000, 60_000], ending });

  test('keeps its trouble, and later batches keep their old instances', () => {
    const fleet = fleetAfter({ timeline, trouble: CRASH_LOOP });
    expect(linesAt(fleet, END_MS + HOUR_MS)).toStrictEqual([
      '0: Running, Healthy, :2.0',
      '1: Running, Healthy, :2.0',
      '2: CrashLoopBackOff, Unhealthy, :2.0',
      '3: CrashLoopBackOff, Unhealthy, :2.0',
    ]);
    expect(liveAt(fleet, END_MS).map(({ completedAtMs }) => completedAtMs !== undefined)).toStrictEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('never completes instances while it runs for ever', () => {
    const fleet = fleetAfter({ timeline: rollout({ batchesMs: [Infinity] }), trouble: NO_RESOURCES });
    expect(liveAt(fleet, HOUR_MS).map(one => one.containerStatus)).toStrictEqual(
      Array.from({ length: 4 }, () => 'Pending'),
    );
  });
});

test('a batch without trouble that does not succeed leaves health unchecked until it ends', () => {
  const ending = { inBatch: 1, status: 3, batchStatus: 3 };
  const fleet = fleetAfter({ app: appOf(1), timeline: rollout({ batchesMs: [60_000], ending }) });
  expect(linesAt(fleet, FIRST_BATCH_MS + 59_999)).toStrictEqual(['0: Running, NotCheckedYet, :2.0']);
  expect(linesAt(fleet, FIRST_BATCH_MS + 60_000)).toStrictEqual(['0: Running, Healthy, :2.0']);
});

describe('an order', () => {
  test('may change the number of instances: those too many go in its last batch', () => {
    const fewer = fleetAfter({ replicas: 2 });
    const placesAt = (ms: number): number[] => liveAt(fewer, ms).map(({ instance }) => instance.place);
    expect([SECOND_BATCH_MS - 1, END_MS].map(placesAt)).toStrictEqual([
      [0, 1, 2, 3],
      [0, 1],
    ]);
    expect(liveAt(fewer, END_MS).every(({ instance }) => instance.madeBy)).toBe(true);
    const more = fleetAfter({ replicas: 6 });
    expect(liveAt(more, END_MS).filter(isWell)).toHaveLength(6);
  });

  test('changes the number of the default group only', () => {
    const app = appOf(4, { otherGroups: [{ id: 'second', name: 'second', replicas: 2 }] });
    const fleet = fleetAfter({ app, replicas: 6 });
    expect([app.groupId, 'second'].map(groupId => fleet.replicasAt(groupId, END_MS))).toStrictEqual([6, 2]);
    expect(liveAt(fleet, END_MS)).toHaveLength(8);
  });

  test('may let old instances drain for long, or run on beside the new ones', () => {
    const drained = fleetAfter({ drainMs: 120_000 });
    expect(instancesAt(drained, END_MS - 1)).toHaveLength(8);
    expect(liveAt(drained, END_MS)).toHaveLength(4);
    expect(instancesAt(drained, SECOND_BATCH_MS + 120_000)).toHaveLength(4);
    const overlapping = fleetAfter({ overlapMs: 90_000 });
    expect(liveAt(overlapping, END_MS).map(({ instance }) => instance.place)).toStrictEqual([
      0, 1, 2, 2, 3, 3,
    ]);
    expect(liveAt(overlapping, SECOND_BATCH_MS + 90_000)).toHaveLength(4);
  });

  test('may update in place: the same instances from before, with the new image and one more restart', () => {
    const fleet = fleetAfter({ renewal: 'in-place' });
    const [before, after] = [0, END_MS].map(ms => instancesAt(fleet, ms));
    expect(after?.map(({ instance }) => instance)).toStrictEqual(before?.map(({ instance }) => instance));
    expect(after?.every(isWell)).toBe(true);
    expect(after?.map(({ release, restarts }) => [release, restarts])).toStrictEqual(
      Array.from({ length: 4 }, () => [DEMO_RELEASE, 1]),
    );
    expect(before?.map(({ release, restarts }) => [release, restarts])).toStrictEqual(
      Array.from({ length: 4 }, () => [PREVIOUS_RELEASE, 0]),
    );
  });

  test('that updates in place never makes instances anew: they run all the while, and are checked again', () => {
    const fleet = fleetAfter({ renewal: 'in-place' });
    expect(linesAt(fleet, FIRST_BATCH_MS + 1_000).slice(0, 2)).toStrictEqual([
      '0: Running, NotCheckedYet, :2.0',
      '1: Running, NotCheckedYet, :2.0',
    ]);
  });

  test('may leave everything as it is and still succeed', () => {
    const fleet = fleetAfter({ renewal: 'none' });
    expect(linesAt(fleet, END_MS)).toStrictEqual(linesAt(fleet, 0));
  });

  test('replaces instances by such of the very same reference, where that is what was deployed', () => {
    const release = { ...DEMO_RELEASE, image: 'nginx:latest' };
    const fleet = fleetAfter({ app: appOf(4, { release }), release });
    const [before = [], after = []] = [0, END_MS].map(ms => instancesAt(fleet, ms));
    expect([...before, ...after].every(one => one.release.image === 'nginx:latest')).toBe(true);
    const ids = [...before, ...after].map(({ instance }) => instance.id);
    expect(new Set(ids).size).toBe(8);
  });

  test('creates an application that had no instances', () => {
    const fleet = fleetAfter({ coTypeCode: 'CoCreateApp' });
    expect(instancesAt(fleet, 0)).toHaveLength(0);
    expect(liveAt(fleet, END_MS).filter(isWell)).toHaveLength(4);
  });

  test('renews every group of the application, each in the same batches', () => {
    const app = appOf(4, { otherGroups: [{ id: 'second', name: 'second', replicas: 2 }] });
    const fleet = fleetAfter({ app });
    expect(instancesAt(fleet, END_MS).map(({ instance }) => instance.groupId)).toStrictEqual([
      ...Array.from({ length: 4 }, () => app.groupId),
      'second',
      'second',
    ]);
    expect(liveAt(fleet, END_MS).every(({ instance }) => instance.madeBy)).toBe(true);
    expect(liveAt(fleet, SECOND_BATCH_MS - 1).filter(({ instance }) => instance.madeBy)).toHaveLength(3);
  });
});

describe('a newer order', () => {
  const laterMs = END_MS + 30_000;
  const afterMs = laterMs + END_MS;

  function after(
    coTypeCode: string,
    own: Parameters<typeof changeOrder>[0] = {},
  ): ReturnType<typeof fleetOf> {
    const app = appOf(4);
    const newer = changeOrder({
      id: 'newer',
      app,
      createdAtMs: laterMs,
      timeline: TWO_BATCHES,
      coTypeCode,
      ...own,
    });
    return fleetAfter({ app }, [], [newer]);
  }

  const tagsOf = (fleet: ReturnType<typeof fleetOf>, ms: number): string[] =>
    liveAt(fleet, ms).map(({ release }) => release.image.split('nginx')[1] ?? '');

  test.each([
    ['CoDeploy', [':2.0', ':2.0', ':2.0', ':2.0']],
    ['CoRollback', [':1.9', ':1.9', ':1.9', ':1.9']],
    ['CoDeployHistroy', [':1.9', ':1.9', ':1.9', ':1.9']],
    ['CoRestartApplication', [':2.0', ':2.0', ':2.0', ':2.0']],
    ['CoRescaleApplicationVertically', [':2.0', ':2.0', ':2.0', ':2.0']],
  ])('of type %s replaces all instances', (coTypeCode, tags) => {
    const fleet = after(coTypeCode);
    expect(tagsOf(fleet, afterMs)).toStrictEqual(tags);
    expect(liveAt(fleet, afterMs).every(one => one.instance.madeBy?.order.id === 'newer')).toBe(true);
    expect(liveAt(fleet, laterMs).some(one => one.instance.madeBy?.order.id === 'newer')).toBe(false);
  });

  test.each(['CoStop', 'CoStopApplication', 'CoBatchStopApplication', 'CoDeleteApp'])(
    'of type %s leaves nothing, until a start brings the same back',
    coTypeCode => {
      const app = appOf(4);
      const [stop, start] = [
        changeOrder({ id: 'stop', app, coTypeCode, createdAtMs: laterMs, timeline: TWO_BATCHES }),
        changeOrder({ id: 'start', app, coTypeCode: 'CoStart', createdAtMs: HOUR_MS, timeline: TWO_BATCHES }),
      ];
      const fleet = fleetAfter({ app }, [], [stop, start]);
      expect(instancesAt(fleet, afterMs)).toStrictEqual([]);
      expect([laterMs, afterMs, HOUR_MS + END_MS].map(ms => fleet.replicasAt(app.groupId, ms))).toStrictEqual(
        [4, 0, 4],
      );
      expect([laterMs, afterMs, HOUR_MS + END_MS].map(ms => fleet.isStoppedAt(ms))).toStrictEqual([
        false,
        true,
        false,
      ]);
      expect(tagsOf(fleet, HOUR_MS + END_MS)).toStrictEqual([':2.0', ':2.0', ':2.0', ':2.0']);
    },
  );

  test('that scales keeps the instances it does not need to touch', () => {
    const out = after('CoScaleOut', { replicas: 6 });
    const before = liveAt(out, laterMs).map(({ instance }) => instance.id);
    expect(liveAt(out, afterMs).map(({ instance }) => instance.id)).toStrictEqual([
      ...before,
      expect.any(String),
      expect.any(String),
    ]);
    expect(liveAt(out, afterMs).every(isWell)).toBe(true);
    const down = after('CoScaleIn', { replicas: 1 });
    expect(liveAt(down, afterMs).map(({ instance }) => instance.id)).toStrictEqual([
      liveAt(down, laterMs)[0]?.instance.id,
    ]);
    expect(down.replicasAt(appOf(4).groupId, afterMs)).toBe(1);
  });

  test.each(['CoBindSlb', 'CoSomethingNew'])('of type %s leaves them alone', coTypeCode => {
    const fleet = after(coTypeCode);
    expect(liveAt(fleet, afterMs)).toStrictEqual(liveAt(fleet, laterMs));
  });

  test('that begins before the other one is over never leaves two in a place', () => {
    const app = appOf(4);
    const newer = changeOrder({
      id: 'newer',
      app,
      createdAtMs: FIRST_BATCH_MS + 500,
      timeline: finishedAtOnce(1),
    });
    const fleet = fleetAfter({ app }, [], [newer]);
    for (const ms of [10_000, SECOND_BATCH_MS + 500, END_MS]) {
      expect(liveAt(fleet, ms).map(({ instance }) => instance.place)).toStrictEqual([0, 1, 2, 3]);
    }
  });
});

describe('what befalls instances', () => {
  const atMs = END_MS + 60_000;

  test.each([
    [-1, 'Running, Healthy', 0],
    [0, 'Running, NotCheckedYet', 1],
    [5_000, 'CrashLoopBackOff, Unhealthy', 1],
    [15_000, 'Running, NotCheckedYet', 2],
    [20_000, 'CrashLoopBackOff, Unhealthy', 2],
    [39_999, 'CrashLoopBackOff, Unhealthy', 2],
    [40_000, 'Running, NotCheckedYet', 3],
    [HOUR_MS, 'CrashLoopBackOff, Unhealthy', 16],
  ])('a crash loop, %d ms after its beginning: %s, %d restarts', (ms, looks, restarts) => {
    const shown = instancesAt(fleetAfter({}, [crash(atMs)]), atMs + ms);
    expect(shown.map(one => `${one.containerStatus}, ${one.healthStatus}`)).toStrictEqual([
      looks,
      ...Array.from({ length: 3 }, () => 'Running, Healthy'),
    ]);
    expect(shown[0]?.restarts).toBe(restarts);
  });

  test('a single crash is over soon, and its restart stays', () => {
    const fleet = fleetAfter({}, [crash(atMs, { place: 3, times: 1 })]);
    const [last] = instancesAt(fleet, atMs + 5_000).slice(-1);
    expect(last && isWell(last)).toBe(true);
    expect(last?.restarts).toBe(1);
    expect(last?.previousLog).toContain('SQLException');
  });

  test('flapping goes on and on', () => {
    const fleet = fleetAfter({}, [flapping(atMs, { place: 2 })]);
    const health = [-1, 0, 29_999, 30_000, 59_999, 60_000, 600_000, 630_000].map(
      ms => instancesAt(fleet, atMs + ms)[2]?.healthStatus === 'Healthy',
    );
    expect(health).toStrictEqual([true, false, false, true, true, false, false, true]);
  });

  test('an eviction takes an instance away, and another is healthy in its place within 20 s', () => {
    const fleet = fleetAfter({}, [eviction(atMs, { place: 1 })]);
    const evicted = instancesAt(fleet, atMs - 1)[1]?.instance;
    expect(linesAt(fleet, atMs).slice(0, 2)).toStrictEqual([
      '0: Running, Healthy, :2.0',
      '1: Terminating, Healthy, :2.0',
    ]);
    expect(liveAt(fleet, atMs + 1_000)).toHaveLength(3);
    const again = liveAt(fleet, atMs + 20_000);
    expect(again.filter(isWell)).toHaveLength(4);
    expect(again[1]?.instance.id).not.toBe(evicted?.id);
    expect(again[1]?.instance.createdAtMs).toBe(atMs + 2_000);
    expect(fleet.replicasAt(appOf(4).groupId, atMs)).toBe(4);
    expect(evicted && incidentEvents(fleet, evicted, atMs).map(({ event }) => event.reason)).toStrictEqual([
      'Evicted',
    ]);
  });

  test('scaling without an order changes what is wanted and what is there', () => {
    const fleet = fleetAfter({}, [scaling(atMs, 6), scaling(atMs + 60_000, 0)]);
    const { groupId } = appOf(4);
    expect([-1, 0, 60_000].map(ms => fleet.replicasAt(groupId, atMs + ms))).toStrictEqual([4, 6, 0]);
    expect(liveAt(fleet, atMs + 1_000).filter(isWell)).toHaveLength(4);
    expect(liveAt(fleet, atMs + 20_000).filter(isWell)).toHaveLength(6);
    expect(liveAt(fleet, atMs + 60_000)).toHaveLength(0);
    expect(instancesAt(fleet, atMs + 80_000)).toHaveLength(0);
    expect(fleet.isStoppedAt(atMs + 80_000)).toBe(false);
  });

  test('a place may show whatever it likes, for as long as it likes', () => {
    const looks = { containerStatus: 'NotFound', image: 'another' } as const;
    const fleet = fleetAfter({}, [showing(3, looks, { atMs, untilMs: atMs + 10 })]);
    const shown = [-1, 0, 9, 10].map(ms => instancesAt(fleet, atMs + ms)[3]);
    expect(shown.map(one => [one?.containerStatus, one?.release.image])).toStrictEqual([
      ['Running', DEMO_RELEASE.image],
      ['NotFound', 'another'],
      ['NotFound', 'another'],
      ['Running', DEMO_RELEASE.image],
    ]);
  });

  test('some may never get ready', () => {
    const fleet = fleetAfter({}, neverReady(0, 3, 4));
    expect(liveAt(fleet, HOUR_MS).map(isWell)).toStrictEqual([true, true, true, false]);
  });

  test('what is not checked is not called healthy', () => {
    const fleet = fleetAfter({ app: appOf(2, { unchecked: 'WithoutHealthCheckConfig' }) });
    const health = [0, FIRST_BATCH_MS + 10_000, END_MS].map(ms => instancesAt(fleet, ms)[0]?.healthStatus);
    expect(health).toStrictEqual([
      'WithoutHealthCheckConfig',
      'WithoutHealthCheckConfig',
      'WithoutHealthCheckConfig',
    ]);
    expect(liveAt(fleet, FIRST_BATCH_MS + 10_000)[0]?.healthStatus).toBe('NotCheckedYet');
  });

  test('one that is evicted just before its place is renewed is never replaced twice', () => {
    const evictedAtMs = SECOND_BATCH_MS - 1_000;
    const fleet = fleetAfter({ drainMs: 5_000 }, [eviction(evictedAtMs, { place: 3 })]);
    const lastPlace = (ms: number): string[] => linesAt(fleet, ms).filter(line => line.startsWith('3'));
    expect(lastPlace(evictedAtMs + 2_500)).toStrictEqual([
      '3: Terminating, Healthy, :1.9',
      '3: Pending, NotCheckedYet, :2.0',
    ]);
  });

  test('in one group does not befall another', () => {
    const app = appOf(4, { otherGroups: [{ id: 'second', name: 'second', replicas: 2 }] });
    const fleet = fleetAfter({ app }, [crash(atMs, { groupId: 'second' })]);
    const looping = liveAt(fleet, atMs + 6_000).filter(one => one.containerStatus === 'CrashLoopBackOff');
    expect(looping.map(({ instance }) => instance.groupId)).toStrictEqual(['second']);
  });

  test('and what befell an instance does not befall the one after it, nor another application', () => {
    const app = appOf(4);
    const restart = changeOrder({
      id: 'restart',
      app,
      createdAtMs: atMs + 60_000,
      coTypeCode: 'CoRestartApplication',
      timeline: finishedAtOnce(1),
    });
    const crashed = fleetAfter({ app }, [crash(atMs)], [restart]);
    expect(liveAt(crashed, atMs + 60_000).map(({ restarts }) => restarts)).toStrictEqual([0, 0, 0, 0]);
    const elsewhere = fleetAfter({ app: appOf(4, { id: 'another' }) }, [crash(atMs)]);
    expect(liveAt(elsewhere, atMs + 5_000).every(isWell)).toBe(true);
  });
});

describe('what the scenarios show after the success of their order', () => {
  const CASES = [
    // Live, well, new, of the wanted image; each of the number wanted.
    ['proven', 12_000, '6 6 6 6 of 6'],
    ['draining', 12_000, '6 6 6 6 of 6'],
    ['crash-after-success', 150_000, '6 5 6 6 of 6'],
    ['flapping', 72_000, '6 5 6 6 of 6'],
    ['never-all-ready', 600_000, '6 5 6 6 of 6'],
    ['evicted', 61_000, '5 5 5 5 of 6'],
    ['evicted', 80_000, '6 6 6 6 of 6'],
    ['scaling', 80_000, '8 8 8 8 of 8'],
    ['scaling', 130_000, '6 6 6 6 of 6'],
    ['restarted', 101_000, '6 6 6 6 of 6'],
    ['superseded', 300_000, '6 6 6 0 of 6'],
    ['in-place', 12_000, '6 6 0 6 of 6'],
    ['in-place-by-digest', 12_000, '6 6 0 6 of 6'],
    ['latest-twice', 12_000, '6 6 6 6 of 6'],
    ['latest-not-replaced', 600_000, '6 6 0 6 of 6'],
    ['many-pages-wrong-image', 600_000, '45 45 45 44 of 45'],
    ['scaled-to-none', 0, '0 0 0 0 of 0'],
    ['stopped', 0, '0 0 0 0 of 0'],
    ['package-version', 12_000, '6 6 6 6 of 6'],
  ] as const;

  test.each(CASES)('%s, %d ms later: %s', (name, laterMs, expected) => {
    const { orders, incidents } = findScenario(name);
    const [order] = orders;
    if (!order) throw new Error('a scenario without an order');
    const fleet = fleetOf(order.app, orders, incidents);
    const image = (order.release ?? DEMO_RELEASE).image;
    const atMs = FIRST_BATCH_MS + 60_000 + laterMs;
    const live = liveAt(fleet, atMs);
    const counts = [
      live.length,
      live.filter(isWell).length,
      live.filter(({ instance }) => instance.createdAtMs >= FIRST_BATCH_MS).length,
      live.filter(({ release }) => release.image === image).length,
    ];
    expect(`${counts.join(' ')} of ${fleet.replicasAt(order.app.groupId, atMs)}`).toBe(expected);
  });
});
