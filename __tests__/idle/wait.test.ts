import { describe, expect, test } from '@jest/globals';
import { errorAnswer, throttled, UNAVAILABLE } from '../support/answers.ts';
import { callsOf, errorOf, textsOf } from '../support/find-run.ts';
import type { GateRun, GateRunOptions } from '../support/gate-run.ts';
import { gateRun } from '../support/gate-run.ts';
import { APP_ID } from '../support/orders.ts';
import type { AccountOptions, AccountOrder } from '../support/sae-account.ts';
import { SaeAccount, beijingTime } from '../support/sae-account.ts';
import type { Seen } from '../support/scripted-transport.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Ended long ago. */
const PAST: AccountOrder = { id: 'past', createdMs: -DAY_MS };
/** Somebody scales the application out: for three minutes from the start of the wait on. */
const SCALING: AccountOrder = {
  id: 'scaling',
  createdMs: -30_000,
  endsMs: 3 * MINUTE_MS,
  type: 'CoScaleOut',
  description: 'more for the sale',
  createdBy: '2547',
};

/** As the list tells of orders that are over. */
const TEN = Array.from({ length: 10 }, (_, index) => ({
  ChangeOrderId: `over-${index}`,
  AppId: APP_ID,
  Status: 2,
  CoTypeCode: 'CoDeploy',
  CreateTime: beijingTime(WALL_START_MS - DAY_MS),
}));

/** Waits until the application of an account with these orders is free. */
function idleRun(
  orders: readonly AccountOrder[],
  { inputs, ...options }: AccountOptions & GateRunOptions = {},
): Promise<GateRun> {
  const account = new SaeAccount(orders, options);
  return gateRun(account.script, { ...options, task: 'idle', inputs: { appId: APP_ID, ...inputs } });
}

const lists = (run: GateRun): number => callsOf(run, 'ListChangeOrders').length;
const looks = (run: GateRun): number => callsOf(run, 'DescribeChangeOrder').length;

describe('an application that is free', () => {
  test('is so at once, after one call', async () => {
    const run = await idleRun([PAST]);
    expect(run).toMatchObject({ green: true, verdict: 'idle', endedAtMs: 0, asleep: 0 });
    expect(run.transport.seen).toHaveLength(1);
    expect(run.outputs).toStrictEqual({
      verdict: 'idle',
      appId: APP_ID,
      durationSeconds: '0',
      reportPath: run.outputs['reportPath'],
    });
    expect(run.toolkit.errors).toStrictEqual([]);
    expect(run.toolkit.summaries.at(-1)).toContain(`<h2>✅ ${APP_ID}: application free</h2>`);
  });

  test('is proven by all pages of its list', async () => {
    const many = Array.from({ length: 41 }, (_, index) => ({
      id: `past-${index}`,
      createdMs: -index * HOUR_MS - DAY_MS,
    }));
    const run = await idleRun(many);
    expect(run.verdict).toBe('idle');
    expect(lists(run)).toBe(3);
  });

  test('is so although a record of long ago got stuck, since newer orders have begun', async () => {
    const stuck: AccountOrder = { id: 'stuck', createdMs: -40 * DAY_MS, states: [[-40 * DAY_MS, 1, 1]] };
    const run = await idleRun([stuck, PAST]);
    expect(run).toMatchObject({ green: true, verdict: 'idle' });
    expect(looks(run)).toBe(0);
  });

  test('has no order at all', async () => {
    expect(await idleRun([])).toMatchObject({ green: true, verdict: 'idle' });
  });
});

describe('an application that is busy', () => {
  test('is waited for until that is over, by few calls, and the list confirms it', async () => {
    const run = await idleRun([PAST, SCALING]);
    expect(run).toMatchObject({ green: true, verdict: 'idle', asleep: 0 });
    expect(run.endedAtMs).toBeGreaterThanOrEqual(3 * MINUTE_MS);
    expect(run.endedAtMs).toBeLessThan(3 * MINUTE_MS + 31_000);
    expect(lists(run)).toBe(2);
    expect(looks(run)).toBeLessThan(30);
    expect(run.outputs).toMatchObject({ blockingOrderId: '', status: '', coTypeCode: '', consoleUrl: '' });
  });

  test('is told with what it does, since when and by whom, in log and summary', async () => {
    const run = await idleRun([PAST, SCALING]);
    const told =
      'The application is not free; under way: change order scaling (CoScaleOut, of 2026-11-22 04:59:30 UTC, ' +
      '"more for the sale"), created by 2547.';
    expect(textsOf(run)).toEqual(
      expect.arrayContaining([
        told,
        'shop (CoScaleOut): in progress, 1 batch',
        expect.stringContaining('Still waiting: '),
      ]),
    );
    expect(run.toolkit.summaries.at(-1)).toContain('more for the sale');
  });

  test('is waited for through one order after the other', async () => {
    const next: AccountOrder = {
      id: 'next',
      createdMs: 2 * MINUTE_MS,
      states: [
        [2 * MINUTE_MS, 0],
        [3 * MINUTE_MS, 1],
        [5 * MINUTE_MS, 3],
      ],
    };
    const run = await idleRun([SCALING, next]);
    expect(run.verdict).toBe('idle');
    expect(run.endedAtMs).toBeGreaterThanOrEqual(5 * MINUTE_MS);
    expect(textsOf(run).filter(text => text.startsWith('The application is not free'))).toHaveLength(2);
  });

  test.each([0, 9, 12, 7, '1', null, 'RUNNING'])('is so by an order with the status %p', async status => {
    const order = { id: 'a', createdMs: -30_000, states: [[-30_000, status]] as const };
    const run = await idleRun([order], { inputs: { timeout: '2m', outageTolerance: '10m' } });
    expect(run).toMatchObject({ green: false, verdict: 'timed-out', endedAtMs: 2 * MINUTE_MS });
    expect(run.outputs).toMatchObject({ blockingOrderId: 'a', appId: APP_ID, verdict: 'timed-out' });
  });

  test('is free once a newer order has begun, however long the older record stays open', async () => {
    const stuck: AccountOrder = { id: 'stuck', createdMs: -MINUTE_MS, states: [[-MINUTE_MS, 1]] };
    const newer: AccountOrder = { id: 'newer', createdMs: 2 * MINUTE_MS, endsMs: 4 * MINUTE_MS };
    const run = await idleRun([stuck, newer]);
    expect(run).toMatchObject({ green: true, verdict: 'idle' });
    // Only the whole list tells it, and that is read every five minutes.
    expect(run.endedAtMs).toBeLessThan(6 * MINUTE_MS);
  });

  test('is not free by what the order says of itself while the list has it under way', async () => {
    const order: AccountOrder = { id: 'a', createdMs: -MINUTE_MS, endsMs: MINUTE_MS };
    const run = await idleRun([order], {
      inputs: { timeout: '5m' },
      listData: () => ({
        ChangeOrderList: [{ ChangeOrderId: 'a', Status: 1, CreateTime: '2026-11-22 12:59:00' }],
        TotalSize: 1,
      }),
    });
    expect(run).toMatchObject({ green: false, verdict: 'timed-out', endedAtMs: 5 * MINUTE_MS });
    // It is asked again with growing pauses, not in a circle.
    expect(run.transport.seen.length).toBeLessThan(60);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['tells no total', { TotalSize: undefined }],
    ['tells a total that cannot be', { TotalSize: 0 }],
  ])('whose list %s is read to its end, however small the server holds its pages', async (_, told) => {
    // It serves ten orders a page, whatever it is asked for; the one that runs is on the second.
    const listData = (page: number, { atMs }: Seen) => {
      const status = atMs < 3 * MINUTE_MS ? 1 : 2;
      const runs = { ChangeOrderId: SCALING.id, Status: status, CreateTime: beijingTime(WALL_START_MS) };
      return { ...told, ChangeOrderList: [TEN, [runs], []][page - 1] };
    };
    const run = await idleRun([SCALING], { listData });
    expect(run.verdict).toBe('idle');
    expect(run.endedAtMs).toBeGreaterThanOrEqual(3 * MINUTE_MS);
  });

  test('that is listed twice, once under way and once over, is not free', async () => {
    const [one] = TEN;
    const listData = () => ({ ChangeOrderList: [{ ...one, Status: 1 }, one], TotalSize: 1 });
    const run = await idleRun([PAST], { listData, inputs: { outageTolerance: '1m' } });
    expect(run.verdict).toBe('unreadable');
  });

  test('whose list holds an order of another application proves nothing', async () => {
    const run = await idleRun([PAST], {
      inputs: { outageTolerance: '1m' },
      listData: () => ({
        ChangeOrderList: [{ ChangeOrderId: 'a', AppId: 'another', Status: 2 }],
        TotalSize: 1,
      }),
    });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable' });
  });
});

describe('an order that never ends by itself', () => {
  const broken: AccountOrder = {
    id: 'broken',
    createdMs: -30_000,
    states: [
      [-30_000, 1],
      [MINUTE_MS, 1, 1],
    ],
  };

  test('is red at once, with its link', async () => {
    const run = await idleRun([broken]);
    expect(run).toMatchObject({ green: false, verdict: 'needs-rollback' });
    expect(run.endedAtMs).toBeLessThan(2 * MINUTE_MS);
    expect(run.outputs).toMatchObject({
      blockingOrderId: 'broken',
      subStatus: '1',
      consoleUrl: expect.stringContaining('changeOrderId=broken'),
    });
    expect(errorOf(run)).toContain('Change order broken (CoDeploy, of 2026-11-22 04:59:30 UTC).');
    expect(errorOf(run)).toContain(
      'https://sae.console.aliyun.com/#/AppList/ChangeOrderDetail?changeOrderId=broken',
    );
  });

  test('blocks nothing once a newer one has begun: then it is not so much as looked at', async () => {
    const run = await idleRun([
      { ...broken, createdMs: -HOUR_MS, states: [[-HOUR_MS, 1, 1]] },
      { id: 'b', createdMs: -2 * MINUTE_MS },
    ]);
    expect(run.verdict).toBe('idle');
  });
});

describe('an order that waits for a person', () => {
  const approval = (endsMs: number): AccountOrder => ({
    id: 'approval',
    createdMs: -30_000,
    states: [
      [-30_000, 11],
      [endsMs, 2],
    ],
  });

  test('is waited for by default, and a person is told', async () => {
    const run = await idleRun([approval(20 * MINUTE_MS)]);
    expect(run).toMatchObject({ green: true, verdict: 'idle' });
    expect(run.toolkit.warnings.map(({ title }) => title)).toStrictEqual(['SAE rollout waits for approval']);
  });

  test('is red at once where onManualStep says so', async () => {
    const run = await idleRun([approval(Infinity)], { inputs: { onManualStep: 'fail' } });
    expect(run).toMatchObject({ verdict: 'awaiting-manual-step', endedAtMs: 0 });
    expect(errorOf(run)).toContain('onManualStep is "fail"');
  });

  test('has a limit of its own, which the timeout does not cut', async () => {
    const inputs = { timeout: '10m', manualStepTimeout: '30m' };
    const red = await idleRun([approval(Infinity)], { inputs });
    expect(red).toMatchObject({ verdict: 'awaiting-manual-step', endedAtMs: 30 * MINUTE_MS });
    const green = await idleRun([approval(25 * MINUTE_MS)], { inputs });
    expect(green).toMatchObject({ green: true, verdict: 'idle' });
  });

  test('does not use up the time for the orders after it', async () => {
    const after: AccountOrder = {
      id: 'after',
      createdMs: 0,
      states: [
        [0, 0],
        [25 * MINUTE_MS, 1],
        [33 * MINUTE_MS, 2],
      ],
    };
    const inputs = { timeout: '10m', manualStepTimeout: '30m' };
    expect(await idleRun([approval(25 * MINUTE_MS), after], { inputs })).toMatchObject({ verdict: 'idle' });
    const longer = {
      ...after,
      states: [
        [0, 0],
        [25 * MINUTE_MS, 1],
      ] as const,
    };
    const run = await idleRun([approval(25 * MINUTE_MS), longer], { inputs });
    expect(run.verdict).toBe('timed-out');
    expect(run.endedAtMs).toBeGreaterThan(34 * MINUTE_MS);
    expect(run.endedAtMs).toBeLessThan(37 * MINUTE_MS);
  });
});

describe('what cannot be read', () => {
  test('is red after outageTolerance', async () => {
    const run = await idleRun([PAST], { trouble: () => UNAVAILABLE });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 5 * MINUTE_MS });
  });

  test('for a while only changes nothing', async () => {
    const run = await idleRun([SCALING], {
      trouble: ({ atMs }) => (atMs < 2 * MINUTE_MS ? UNAVAILABLE : undefined),
    });
    expect(run).toMatchObject({ green: true, verdict: 'idle' });
  });

  test.each(['ListChangeOrders', 'DescribeChangeOrder'])(
    '%s without the permission is red at once',
    async call => {
      const run = await idleRun([SCALING], {
        trouble: (_, asked) => (asked === call ? errorAnswer('NoPermission', 403) : undefined),
      });
      expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 0 });
      expect(errorOf(run)).toContain(`sae:${call}`);
    },
  );

  test('an application that is not there is red at once', async () => {
    const run = await idleRun([], { inputs: { appId: 'unknown' } });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 0 });
  });

  test('throttling is no outage: the deadline ends it', async () => {
    const run = await idleRun([PAST], { inputs: { timeout: '10m' }, trouble: () => throttled() });
    expect(run).toMatchObject({ green: false, endedAtMs: 10 * MINUTE_MS });
  });

  test('the order that blocks, while the list can be read, is red after outageTolerance', async () => {
    const run = await idleRun([{ ...SCALING, endsMs: HOUR_MS }], {
      trouble: (_, call) => (call === 'DescribeChangeOrder' ? UNAVAILABLE : undefined),
    });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 5 * MINUTE_MS });
    expect(run.outputs).toMatchObject({ blockingOrderId: 'scaling' });
  });

  test('the last confirmation is no success', async () => {
    const run = await idleRun([SCALING], {
      trouble: ({ atMs }, call) =>
        call === 'ListChangeOrders' && atMs > MINUTE_MS ? UNAVAILABLE : undefined,
    });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable' });
  });
});

describe('the end of the wait', () => {
  test('comes at the deadline, and says for what it waited', async () => {
    const run = await idleRun([{ ...SCALING, endsMs: HOUR_MS }], { inputs: { timeout: '10m' } });
    expect(run).toMatchObject({ verdict: 'timed-out', endedAtMs: 10 * MINUTE_MS });
    expect(errorOf(run)).toContain(
      'Another change order was still under way after 10 min, and SAE refuses a deploy until it has ended.\n  Change order scaling (CoScaleOut,',
    );
    expect(run.toolkit.errors[0]?.title).toBe('SAE · shop: application not free: timed out');
  });

  test('is green for what becomes free exactly then', async () => {
    const run = await idleRun([{ ...SCALING, endsMs: 10 * MINUTE_MS }], { inputs: { timeout: '10m' } });
    expect(run).toMatchObject({ green: true, verdict: 'idle', endedAtMs: 10 * MINUTE_MS });
  });

  test('is a cancel, told with the order', async () => {
    const run = await idleRun([SCALING], { cancelAtMs: MINUTE_MS });
    expect(run).toMatchObject({ green: false, verdict: 'cancelled', endedAtMs: MINUTE_MS, asleep: 0 });
    expect(errorOf(run)).toContain('Change order scaling (CoScaleOut,');
  });
});

describe('the inputs', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['appId, appName: missing', { appId: 'none' }],
    ['appId: expected a value, or "none" for none, got an empty value', { appId: '' }],
    ['appId: expected one application, got "a,b"', { appId: 'a,b' }],
    ['timeout: expected a duration above zero', { timeout: 'soon' }],
  ])('%s', async (message, inputs) => {
    const run = await idleRun([PAST], { inputs });
    expect(run).toMatchObject({ green: false, verdict: 'error' });
    expect(run.transport.seen).toHaveLength(0);
    expect(errorOf(run)).toContain(message);
  });

  test('of a gate mean nothing here', async () => {
    const run = await idleRun([PAST], {
      inputs: {
        changeOrderId: '',
        checkRun: 'perhaps',
        verify: 'never',
        bake: '',
        failFast: 'x',
        learn: 'y',
      },
    });
    expect(run).toMatchObject({ green: true, verdict: 'idle' });
  });
});

test('Chinese is told too', async () => {
  const run = await idleRun([{ ...SCALING, endsMs: HOUR_MS }], {
    inputs: { timeout: '10m', language: 'zh' },
  });
  expect(errorOf(run)).toContain(
    '等待 10 分钟后，仍有其他变更单未结束，在它结束之前 SAE 会拒绝部署。\n  变更单 scaling',
  );
  expect(textsOf(run).join('\n')).toContain('应用尚未空闲，未结束的变更单：变更单 scaling');
});
