import { describe, expect, test } from '@jest/globals';
import type { HttpAnswer } from '../../src/http/transport.ts';
import { describeAnswer, envelopeOf, errorAnswer, httpAnswer } from '../support/answers.ts';
import type { GateRun, GateRunOptions } from '../support/gate-run.ts';
import { gateRun } from '../support/gate-run.ts';
import { manyRun } from '../support/many-run.ts';
import { APP_ID } from '../support/orders.ts';
import type { AccountOrder } from '../support/sae-account.ts';
import { beijingTime } from '../support/sae-account.ts';
import type { Reply, Seen } from '../support/scripted-transport.ts';
import { answers, isLearning } from '../support/scripted-transport.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

const MINUTE_MS = 60_000;
const OF_APP = { AppId: APP_ID, CoTypeCode: 'CoDeploy' };
const RUNNING = describeAnswer({
  ...OF_APP,
  Status: 1,
  Pipelines: [{ Status: 1, StartTime: WALL_START_MS }],
});
const SUCCEEDED = describeAnswer({ ...OF_APP, Status: 2, Pipelines: [{ Status: 2 }] });

/** A list of rollouts that took so long. */
function past(...durationsMs: readonly number[]): HttpAnswer {
  return httpAnswer(
    envelopeOf({
      ChangeOrderList: durationsMs.map((ms, index) => ({
        ...OF_APP,
        ChangeOrderId: `past-${index}`,
        Status: 2,
        CreateTime: beijingTime(WALL_START_MS - 86_400_000),
        FinishTime: beijingTime(WALL_START_MS - 86_400_000 + ms),
      })),
    }),
  );
}

const TWO_MINUTES = past(...Array.from({ length: 20 }, (_, index) => (110 + index) * 1_000));

/** A rollout that succeeds at `endsMs`, of an application whose past is asked with this outcome. */
function learningRun(list: HttpAnswer | Reply, endsMs: number, options: GateRunOptions = {}) {
  const reply = 'kind' in list ? list : answers(list);
  return gateRun(
    seen => (isLearning(seen) ? reply : answers(seen.atMs >= endsMs ? SUCCEEDED : RUNNING)),
    options,
  );
}

/** The longest wait between two looks that were made within this time. */
function longestWaitMs({ looksMs }: GateRun, fromMs: number, toMs: number): number {
  const within = looksMs.filter(ms => ms >= fromMs && ms <= toMs);
  return Math.max(...within.slice(1).map((ms, index) => ms - (within[index] ?? 0)));
}

function gapsMs(momentsMs: readonly number[]): readonly number[] {
  return momentsMs.slice(1).map((ms, index) => ms - (momentsMs[index] ?? 0));
}

function learningCalls({ transport }: GateRun): readonly Seen[] {
  return transport.seen.filter(isLearning);
}

describe('what the past teaches', () => {
  test('is asked with one call, after the first look: the last 20 successes of this application and type', async () => {
    const run = await learningRun(TWO_MINUTES, 2 * MINUTE_MS);
    const calls = learningCalls(run);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.index).toBe(1);
    expect(Object.fromEntries(calls[0]?.url.searchParams ?? [])).toStrictEqual({
      AppId: APP_ID,
      CoType: 'CoDeploy',
      CoStatus: '2',
      CurrentPage: '1',
      PageSize: '20',
    });
  });

  test('is said in one line', async () => {
    const run = await learningRun(TWO_MINUTES, 2 * MINUTE_MS);
    expect(run.lines.filter(line => line.includes('last 20 rollouts'))).toStrictEqual([
      '   0:00  The last 20 rollouts of this application and type took 1 min 50 s to 2 min 9 s, usually 1 min 59 s.',
    ]);
  });

  test('makes the looks frequent where the end is likely, and rare before', async () => {
    const [taught, untaught] = await Promise.all([
      learningRun(TWO_MINUTES, 130_000),
      learningRun(past(), 130_000),
    ]);
    expect(taught.green).toBe(true);
    expect(untaught.green).toBe(true);
    expect(longestWaitMs(taught, 0, 90_000)).toBeGreaterThan(20_000);
    expect(longestWaitMs(taught, 110_000, 130_000)).toBeLessThan(3_000);
    expect(longestWaitMs(untaught, 110_000, 130_000)).toBeGreaterThan(5_000);
  });

  test('gives an estimate with each heartbeat, and what is usual at the end', async () => {
    const run = await learningRun(TWO_MINUTES, 2 * MINUTE_MS);
    const beats = run.lines.filter(line => line.includes('Still waiting'));
    expect(beats[0]).toContain(' · about 1 min 30 s left · usually 1 min 59 s · ');
    expect(beats[2]).toContain(' · about 30 s left · usually 1 min 59 s · ');
    expect(run.toolkit.summaries.join('')).toContain('<td>1 min 59 s</td>');
  });

  test('lets a rollout be told that takes longer than all of them', async () => {
    const run = await learningRun(TWO_MINUTES, 20 * MINUTE_MS);
    const late = run.lines.filter(line => line.startsWith('   5:00  Still waiting'));
    expect(late[0]).toContain(' · longer than any of the last 20 · usually 1 min 59 s · ');
    expect(late[0]).not.toContain('%');
  });

  test('is asked once for all orders of an application', async () => {
    const ofOneApp = ['one', 'two', 'three'].map((id): AccountOrder => {
      return { id, createdMs: 0, appId: 'shop-app', endsMs: 3 * MINUTE_MS };
    });
    const run = await manyRun(ofOneApp);
    expect(run.green).toBe(true);
    expect(learningCalls(run)).toHaveLength(1);
  });
});

describe('a wait that goes on when the past has been learnt', () => {
  const LATENCY_MS = 300;

  /** An application whose last 20 rollouts took so long, plus or minus a second. */
  function usually(ms: number): Reply {
    const durationsMs = Array.from({ length: 20 }, (_, index) => ms + ((index % 3) - 1) * 1_000);
    return answers(past(...durationsMs), LATENCY_MS);
  }

  test.each([
    [10_000, 0, 2_500],
    [10_000, 0.5, 2_500],
    [10_000, 0.999_999, 2_500],
    [20_000, 0, 3_500],
    [20_000, 0.5, 3_500],
    [20_000, 0.999_999, 3_500],
  ])(
    'is planned anew: an end after %d ms, chance %d, is seen at most %d ms late',
    async (endsMs, chance, lateMs) => {
      const run = await learningRun(usually(endsMs), endsMs, { chance: () => chance });
      expect(run.green).toBe(true);
      expect(run.endedAtMs - endsMs).toBeLessThanOrEqual(lateMs);
      expect(Math.min(...gapsMs(run.looksMs))).toBeGreaterThanOrEqual(2_000);
    },
  );

  test('is planned anew for each order of the application, by the one call that is made for all', async () => {
    const ofOneApp = ['one', 'two'].map((id): AccountOrder => ({ id, createdMs: 0, endsMs: 10_000 }));
    const run = await manyRun(ofOneApp, {
      trouble: seen => (isLearning(seen) ? usually(10_000) : undefined),
    });
    expect(run.green).toBe(true);
    expect(learningCalls(run)).toHaveLength(1);
    expect(run.endedAtMs).toBeLessThanOrEqual(12_500);
  });

  test('is planned anew from its look on, however late the answer comes', async () => {
    const late = answers(past(...Array.from({ length: 20 }, () => 10_000)), 9_000);
    const run = await learningRun(late, 10_000);
    // Several looks were due by then: one is made at once, and the next ones as if it had been known.
    expect(run.looksMs.slice(0, 2)).toStrictEqual([0, 9_000]);
    expect(run.endedAtMs).toBeLessThanOrEqual(12_500);
  });

  test('is not shorter than the API asked for', async () => {
    const asked = errorAnswer('Throttling.User', 400, { 'x-acs-retry-after': '20000' });
    const slow = answers(past(...Array.from({ length: 20 }, () => 10_000)), 30_000);
    const run = await gateRun(
      seen => {
        if (isLearning(seen)) return slow;
        return answers(seen.index < 2 ? RUNNING : seen.index === 2 ? asked : SUCCEEDED);
      },
      { inputs: { requestTimeout: '60s' } },
    );
    const [, second = 0, third = 0] = run.looksMs;
    expect(second).toBeLessThan(30_000);
    expect(third - second).toBeGreaterThanOrEqual(20_000);
  });
});

describe('nothing is asked', () => {
  test('with `learn: false`', async () => {
    const run = await learningRun(TWO_MINUTES, MINUTE_MS, { inputs: { learn: 'false' } });
    expect(run.green).toBe(true);
    expect(learningCalls(run)).toStrictEqual([]);
  });

  test('of an order that has ended by the first look', async () => {
    expect(learningCalls(await learningRun(TWO_MINUTES, 0))).toStrictEqual([]);
  });

  test('where nobody knows the application', async () => {
    const run = await gateRun(({ atMs }) => answers(describeAnswer({ Status: atMs < MINUTE_MS ? 1 : 2 })));
    expect(run.green).toBe(true);
    expect(learningCalls(run)).toStrictEqual([]);
  });
});

describe('what cannot be learnt', () => {
  test.each<[string, HttpAnswer | Reply]>([
    ['nobody may ask', errorAnswer('NoPermission', 403)],
    ['the connection breaks', { kind: 'reset' }],
    ['it never answers', { kind: 'hang' }],
    ['it never answers and hears nothing', { kind: 'deaf' }],
    ['the client has a bug', { kind: 'throw', thrown: new RangeError('a bug') }],
    ['there is no past', past()],
    ['the answer is no list', httpAnswer(envelopeOf({ ChangeOrderList: 'none' }))],
    ['the answer is not JSON', httpAnswer('<html>')],
  ])('changes neither the looks nor the verdict: %s', async (_, list) => {
    const run = await learningRun(list, 5 * MINUTE_MS);
    const without = await learningRun(list, 5 * MINUTE_MS, { inputs: { learn: 'false' } });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', asleep: 0 });
    expect(run.looksMs).toStrictEqual(without.looksMs);
    expect([run.toolkit.errors, run.toolkit.warnings]).toStrictEqual([[], []]);
    expect(learningCalls(run)).toHaveLength(1);
  });

  test('where it is asked too often makes the looks fewer, as it is for any call, and not the verdict another', async () => {
    const run = await learningRun(errorAnswer('Throttling.User', 400), 5 * MINUTE_MS);
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', asleep: 0 });
    expect(Math.max(...gapsMs(run.looksMs))).toBeLessThanOrEqual(30_000);
    expect(learningCalls(run)).toHaveLength(1);
  });

  test.each([
    ['of another application', { AppId: 'another' }],
    ['of another type', { CoTypeCode: 'CoScaleOut' }],
    ['that failed', { Status: 3 }],
    ['that ended before they began', { FinishTime: '2020-01-01 00:00:00' }],
    ['without an end', { FinishTime: '' }],
  ])('leaves out rollouts %s', async (_, parts) => {
    const list = JSON.parse(TWO_MINUTES.body) as { Data: { ChangeOrderList: object[] } };
    const spoilt = list.Data.ChangeOrderList.map(order => ({ ...order, ...parts }));
    const run = await learningRun(httpAnswer(envelopeOf({ ChangeOrderList: spoilt })), 2 * MINUTE_MS);
    expect(run.green).toBe(true);
    expect(run.lines.join('\n')).not.toContain('usually');
  });

  test('does not hold up a cancel', async () => {
    const run = await learningRun({ kind: 'hang' }, Infinity, { cancelAtMs: 10_000 });
    expect(run).toMatchObject({ verdict: 'cancelled', endedAtMs: 10_000, asleep: 0 });
  });
});
