import { describe, expect, test } from '@jest/globals';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { orderProgressAt } from '../../testbed/simulator/change-order-data.ts';
import { HOSTILE_TEXT } from '../../testbed/simulator/hostile-text.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import { SCENARIO_NAMES, findScenario, isScenarioName } from '../../testbed/simulator/scenarios.ts';
import { durationMsOf } from '../../testbed/simulator/timeline.ts';
import { DESCRIBE, LIST, call, json } from './signed-fetch.ts';
import { ManualClock, withSimulator } from './with-simulator.ts';

const DAY_MS = 24 * 3_600_000;
const FOUR_MINUTES_MS = 4 * 60_000;

describe('the scenarios', () => {
  test.each(SCENARIO_NAMES)('%s has a name, a title and one line that says what happens', name => {
    const { title, summary, ...scenario } = findScenario(name);
    expect(scenario.name).toBe(name);
    expect(title).toMatch(/^\S.{5,45}$/);
    expect(summary).toMatch(/^\S.{20,110}\.$/);
  });

  test('are found by name, and no other is', () => {
    expect(SCENARIO_NAMES.every(isScenarioName)).toBe(true);
    expect(['', 'toString', 'Success', 'no-such'].some(isScenarioName)).toBe(false);
  });

  // What the API says of the order once nothing changes any more.
  test.each<[ScenarioName, number, number, string]>([
    ['success', 2, 0, '2 2 2'],
    ['finished', 2, 0, '2'],
    ['failed-batch', 3, 0, '2 3 0'],
    ['needs-rollback', 1, 1, '2 3 0'],
    ['system-error', 10, 0, '10 0 0'],
    ['terminated', 6, 0, '2 6 0'],
    ['stuck', 1, 0, '2 2 1'],
    ['contradiction', 2, 0, '2 3 2'],
    ['contradiction-heals', 2, 0, '2 2 2'],
    ['paused', 2, 0, '2 2 2'],
    ['released-by-nobody', 8, 0, '2 0 0'],
    ['given-up-on-a-person', 8, 0, '2 0 0'],
    ['live-check', 3, 0, '2 3 0'],
    ['auto-pause', 2, 0, '2 2 2'],
    ['approval', 2, 0, '2 2 2'],
    ['unknown-status', 7, 0, '2 7 0'],
    ['unknown-sub-status', 2, 5, '2'],
    ['hostile-text', 3, 0, '3 0 0'],
  ])('%s ends at status %d, sub-status %d, batches %s', (name, status, subStatus, batches) => {
    const [order] = findScenario(name).orders;
    if (!order) throw new Error('a scenario without an order');
    const end = orderProgressAt(order, DAY_MS);
    expect([end.status, end.subStatus]).toStrictEqual([status, subStatus]);
    expect(end.batches.map(batch => batch.status).join(' ')).toBe(batches);
  });

  test.each(SCENARIO_NAMES.filter(name => findScenario(name).expect === 'succeeded'))(
    '%s is over within half a minute of its demonstration',
    name => {
      const { demo, orders } = findScenario(name);
      const [order] = orders;
      if (!order) throw new Error('a scenario without an order');
      const endMs = (order.createdAtMs + durationMsOf(order.timeline)) / demo.timeScale;
      expect(endMs).toBeLessThan(28_000);
    },
  );

  test('the ordinary rollout takes about four minutes', () => {
    const [order] = findScenario('success').orders;
    const durationMs = order ? durationMsOf(order.timeline) : 0;
    expect(Math.abs(durationMs - FOUR_MINUTES_MS)).toBeLessThan(15_000);
  });

  const REFUSED_AT_FIRST: Partial<Record<ScenarioName, string>> = {
    'by-name': 'InvalidChangeOrder.NotFound',
    'appears-late': 'InvalidChangeOrder.NotFound',
    'clock-skew': 'InvalidTimeStamp.Expired',
    'clock-skew-untold': 'InvalidTimeStamp.Expired',
    'find-by-app': 'InvalidChangeOrder.NotFound',
    namesakes: 'InvalidChangeOrder.NotFound',
    'no-permission': 'NoPermission',
    'not-found': 'InvalidChangeOrder.NotFound',
    'nothing-new': 'InvalidChangeOrder.NotFound',
    'wrong-key': 'InvalidAccessKeyId.NotFound',
    'wrong-secret': 'SignatureDoesNotMatch',
  };

  test.each(SCENARIO_NAMES)('%s answers the first look of its demonstration', async name => {
    await withSimulator({ scenario: name }, async simulator => {
      const { demo, orders } = simulator.scenario;
      const usual = demo.task === 'idle' ? (orders[0]?.id ?? '') : '';
      const { changeOrderId = usual, ...credential } = demo.inputs;
      const response = await call(
        simulator,
        DESCRIBE,
        { ChangeOrderId: changeOrderId },
        {
          credential: { ...simulator, ...credential },
        },
      );
      expect(String((await json(response)).Code)).toBe(REFUSED_AT_FIRST[name] ?? '200');
    });
  });

  test('find-by-app does not list the newest order first', async () => {
    const clock = new ManualClock(Date.now());
    await withSimulator({ scenario: 'find-by-app', nowMs: clock.nowMs }, async simulator => {
      clock.advance(60_000);
      const { Data } = await json(await call(simulator, LIST, { AppId: DEMO_APPLICATION.id }));
      const created = Data?.ChangeOrderList?.map(item => item.CreateTime) ?? [];
      expect(created).toHaveLength(5);
      expect(created.toSorted().at(-1)).not.toBe(created[0]);
    });
  });

  test('hostile-text puts every hostile character over the wire unharmed', async () => {
    await withSimulator({ scenario: 'hostile-text' }, async simulator => {
      const orderId = simulator.scenario.orders[0]?.id ?? '';
      const { Message } = await json(await call(simulator, DESCRIBE, { ChangeOrderId: orderId }));
      expect(Message).toBe(HOSTILE_TEXT);
    });
  });
});
