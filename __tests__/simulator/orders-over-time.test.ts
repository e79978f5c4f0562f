import { describe, expect, test } from '@jest/globals';
import { DEMO_APPLICATION, OTHER_APPLICATION } from '../../testbed/simulator/application.ts';
import { formatBeijingTime } from '../../testbed/simulator/beijing-time.ts';
import { DEMO_ORDER_ID, changeOrder } from '../../testbed/simulator/change-order.ts';
import { describeChangeOrder } from '../../testbed/simulator/change-order-data.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { finishedAtOnce, rollout } from '../../testbed/simulator/timeline.ts';
import type { Data } from './signed-fetch.ts';
import { DESCRIBE, LIST, call, json } from './signed-fetch.ts';
import { ManualClock, withSimulator } from './with-simulator.ts';

const START_MS = Date.UTC(2026, 10, 22, 4, 0, 0);

describe('the times that orders show', () => {
  test('are UTC+8 without a zone, as the samples of the reference prove', () => {
    // The sample order's batch runs from 1562831689704 to 1562847178007, its list item says this:
    expect(formatBeijingTime(1_562_831_689_704)).toBe('2019-07-11 15:54:49');
    expect(formatBeijingTime(1_562_847_178_007)).toBe('2019-07-11 20:12:58');
  });

  test('pass at the pace at which a client sees them, whatever the time scale', () => {
    const order = changeOrder({ timeline: rollout({ prepareMs: 12_000, batchesMs: [60_000, 60_000] }) });
    const data = describeChangeOrder(order, { startEpochMs: START_MS, timeScale: 12 }, 84_000) as Data;
    expect(data.CreateTime).toBe('2026-11-22 12:00:00');
    expect(data.Pipelines).toMatchObject([
      { Status: 2, StartTime: START_MS + 1_000, UpdateTime: START_MS + 6_000 },
      { Status: 1, StartTime: START_MS + 6_000, UpdateTime: START_MS + 7_000 },
    ]);
  });

  test.each([
    ['zero', { StartTime: 0, UpdateTime: 0 }],
    ['null', { StartTime: null, UpdateTime: null }],
    ['absent', {}],
  ] as const)('of a batch that has not begun are %s', (plannedBatchTimes, expected) => {
    const order = changeOrder({ plannedBatchTimes });
    const data = describeChangeOrder(order, { startEpochMs: START_MS, timeScale: 1 }, 0) as Data;
    const { StartTime, UpdateTime } = data.Pipelines?.[0] ?? {};
    expect(JSON.parse(JSON.stringify({ StartTime, UpdateTime }))).toStrictEqual(expected);
  });

  test('never promise a longer pause than there is', () => {
    const pause = { kind: 'automatic', durationMs: 150_000 } as const;
    const order = changeOrder({ timeline: rollout({ batchesMs: [1, 1], pause }) });
    const shown = [1, 2, 12].map(timeScale =>
      describeChangeOrder(order, { startEpochMs: START_MS, timeScale }, 0),
    );
    expect(shown).toMatchObject([{ BatchWaitTime: 2 }, { BatchWaitTime: 1 }, { BatchWaitTime: 0 }]);
  });

  test('follow the clock from look to look', async () => {
    const clock = new ManualClock(Date.now());
    const world = scenario({ order: { timeline: rollout({ prepareMs: 1_000, batchesMs: [10_000] }) } });
    await withSimulator({ scenario: world, timeScale: 10, nowMs: clock.nowMs }, async simulator => {
      const seen: unknown[] = [];
      for (const stepMs of [0, 100, 999, 1]) {
        clock.advance(stepMs);
        seen.push(
          (await json(await call(simulator, DESCRIBE, { ChangeOrderId: DEMO_ORDER_ID }))).Data?.Status,
        );
      }
      expect(seen).toStrictEqual([0, 1, 1, 2]);
      expect(simulator.requests.map(({ atMs }) => atMs)).toStrictEqual([0, 100, 1_099, 1_100]);
    });
  });
});

describe('the list of orders', () => {
  const orders = Array.from({ length: 45 }, (_, index) =>
    changeOrder({
      id: `order-${index}`,
      createdAtMs: -index * 60_000,
      timeline: finishedAtOnce(1),
      coTypeCode: index % 2 === 0 ? 'CoDeploy' : 'CoScaleOut',
      description: `version ${index}`,
    }),
  );
  const world = scenario({
    order: { id: 'later', createdAtMs: 60_000, listedAfterMs: 30_000 },
    otherOrders: [...orders, changeOrder({ id: 'foreign', app: OTHER_APPLICATION })],
  });

  async function list(
    query: Readonly<Record<string, string>>,
    afterMs = 0,
  ): Promise<{ ids: string[]; created: string[]; total: number | undefined }> {
    const clock = new ManualClock(Date.now());
    let data: Data | undefined;
    await withSimulator({ scenario: world, nowMs: clock.nowMs }, async simulator => {
      clock.advance(afterMs);
      data = (await json(await call(simulator, LIST, { AppId: DEMO_APPLICATION.id, ...query }))).Data;
    });
    const items = data?.ChangeOrderList ?? [];
    return {
      ids: items.map(item => item.ChangeOrderId),
      created: items.map(item => item.CreateTime),
      total: data?.TotalSize,
    };
  }

  test('is cut to pages that together hold each order of the application once', async () => {
    const pages = await Promise.all(['1', '2', '3', '4'].map(page => list({ CurrentPage: page })));
    expect(pages.map(({ ids }) => ids.length)).toStrictEqual([20, 20, 5, 0]);
    expect(pages.map(({ total }) => total)).toStrictEqual([45, 45, 45, 45]);
    expect(pages.flatMap(({ ids }) => ids).sort()).toStrictEqual(orders.map(({ id }) => id).sort());
  });

  test('has pages no longer than the server likes', async () => {
    await withSimulator({ scenario: { ...world, longestPage: 15 } }, async simulator => {
      const query = { AppId: DEMO_APPLICATION.id, PageSize: '100' };
      const { Data } = await json(await call(simulator, LIST, query));
      expect(Data?.ChangeOrderList).toHaveLength(15);
      expect(Data).toMatchObject({ PageSize: 15, TotalSize: 45 });
    });
  });

  test('is not sorted by time, neither way', async () => {
    const { created } = await list({ PageSize: '100' });
    expect(created).not.toStrictEqual(created.toSorted());
    expect(created).not.toStrictEqual(created.toSorted().toReversed());
  });

  test.each([
    [{ CoType: 'CoScaleOut' }, 22],
    [{ CoStatus: '2' }, 45],
    [{ CoStatus: '1' }, 0],
    [{ Key: 'VERSION 1' }, 11],
    [{ Key: 'no such' }, 0],
    [{ CoType: 'CoDeploy', Key: 'version 4' }, 4],
  ])('is filtered by %p to %d', async (query, expected) => {
    expect((await list({ PageSize: '100', ...query })).ids).toHaveLength(expected);
  });

  test('shows an order only when it has been created and the list has caught up', async () => {
    const counts = await Promise.all([59_999, 60_000, 89_999, 90_000].map(ms => list({}, ms)));
    expect(counts.map(({ total }) => total)).toStrictEqual([45, 45, 45, 46]);
  });
});
