import { describe, expect, test } from '@jest/globals';
import { withNewerProofs } from '../../src/gate/what-runs.ts';
import type { Verification } from '../../src/verification/running-now.ts';
import { errorAnswer, throttled, UNAVAILABLE } from '../support/answers.ts';
import { APP_ID, ORDER_ID } from '../support/orders.ts';
import { anOutcomeOf } from '../support/outcomes.ts';
import type { ProofOptions } from '../support/proof-run.ts';
import {
  DEPLOY,
  endingOf,
  IMAGE,
  looksAtWhatRuns,
  LOOKS_AT_WHAT_RUNS,
  MADE_MS,
  outcomesOf,
  proofRun,
  sentFor,
  writtenInstance,
  writtenInstances,
} from '../support/proof-run.ts';
import type { AccountOrder } from '../support/sae-account.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

type Fields = Readonly<Record<string, unknown>>;

const OLD: Fields = {
  CreateTimeStamp: WALL_START_MS - 3_600_000,
  ImageUrl: 'registry.example/team/shop:1.9',
};
const GONE = errorAnswer('InvalidAppId.NotFound', 404);
const SICK: Fields = { InstanceHealthStatus: 'ReadinessUnhealthy' };
const CRASHING: Fields = { InstanceContainerStatus: 'CrashLoopBackOff', InstanceHealthStatus: 'Unhealthy' };

/** Three instances, of which the last one is so from then on until then. */
function lastIs(parts: Fields, fromMs = 0, untilMs = Infinity): NonNullable<ProofOptions['running']> {
  return ({ atMs }) =>
    writtenInstances(3, number => (number === 3 && atMs >= fromMs && atMs < untilMs ? parts : {}));
}

/** An order of the same application that was made later. */
function newer(createdMs: number, parts: Partial<AccountOrder> = {}): AccountOrder {
  return { id: 'newer-order', createdMs, ...parts };
}

describe('what runs is proven', () => {
  test('in one round of requests after the success, the last order asked for last', async () => {
    const run = await proofRun();
    expect(endingOf(run)).toBe('succeeded: succeeded');
    expect(run.green).toBe(true);
    expect(looksAtWhatRuns(run).map(({ url }) => url.pathname.replace(/.*\//u, ''))).toStrictEqual([
      'describeApplicationGroups',
      'describeApplicationInstances',
      'describeApplicationStatus',
    ]);
    expect(outcomesOf(run)[0]?.verification).toMatchObject({
      mode: 'require',
      verified: true,
      running: {
        ready: 3,
        wanted: 3,
        sinceRollout: 3,
        restarts: 0,
        image: IMAGE,
        version: '7',
        partly: false,
      },
    });
  });

  test('when the old ones have drained, with the right image expected', async () => {
    const running: ProofOptions['running'] = ({ atMs }) => [
      ...writtenInstances(3),
      ...(atMs < 100_000 ? [writtenInstance('old-1', OLD)] : []),
    ];
    const run = await proofRun([DEPLOY], {
      running,
      replicas: () => 3,
      inputs: { expectImage: IMAGE, verify: 'auto' },
    });
    expect(endingOf(run)).toBe('succeeded: succeeded');
    expect(run.endedAtMs).toBeGreaterThanOrEqual(100_000);
    expect(run.endedAtMs).toBeLessThan(116_000);
  });

  test('through all pages and groups', async () => {
    const running: ProofOptions['running'] = ({ groupId }) =>
      Array.from({ length: 45 }, (_, index) => writtenInstance(`${groupId}-${index}`));
    const run = await proofRun([DEPLOY], { running, groups: 3, longestPage: 20 });
    expect(endingOf(run)).toBe('succeeded: succeeded');
    expect(sentFor(run, 'describeApplicationInstances')).toHaveLength(9);
  });

  test('by the list of orders, where the last one is not told', async () => {
    const run = await proofRun([DEPLOY], { lastId: () => '' });
    expect(endingOf(run)).toBe('succeeded: succeeded');
    expect(sentFor(run, 'ListChangeOrders').filter(atMs => atMs >= 60_000)).toHaveLength(1);
  });

  test('without a bake ends with the round that proves it: no second one is made', async () => {
    // With answers that take their time, as they do: the proof is of a moment after the round began.
    const run = await proofRun([DEPLOY], { latencyMs: 50 });
    expect(endingOf(run)).toBe('succeeded: succeeded');
    expect(looksAtWhatRuns(run)).toHaveLength(3);
  });

  test('although it was scaled since: the list is read once, however long it has to hold', async () => {
    const orders = [DEPLOY, newer(61_000, { type: 'CoScaleOut' })];
    const run = await proofRun(orders, { inputs: { bake: '2m', learn: 'false' } });
    expect(endingOf(run)).toBe('succeeded: succeeded');
    expect(sentFor(run, 'describeApplicationStatus').length).toBeGreaterThan(8);
    expect(sentFor(run, 'ListChangeOrders').filter(atMs => atMs >= 61_000)).toHaveLength(1);
  });

  test('of an application that was stopped, when nothing runs', async () => {
    const running: ProofOptions['running'] = ({ atMs }) => (atMs < 90_000 ? writtenInstances(3) : []);
    const run = await proofRun([{ ...DEPLOY, type: 'CoStopApplication' }], { running });
    expect(endingOf(run)).toBe('succeeded: succeeded');
    expect(run.endedAtMs).toBeGreaterThanOrEqual(90_000);
  });

  test.each(LOOKS_AT_WHAT_RUNS)(
    'of an application that was deleted, when %s has said for 15 s that it is gone',
    async lost => {
      const trouble: ProofOptions['trouble'] = (_, call) => (call === lost ? GONE : undefined);
      const deleted = await proofRun([{ ...DEPLOY, type: 'CoDeleteApp' }], { trouble });
      expect(endingOf(deleted)).toBe('succeeded: succeeded');
      const times = sentFor(deleted, lost);
      expect(times.length).toBeGreaterThanOrEqual(3);
      expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(15_000);
      for (const type of ['CoDeploy', 'CoStopApplication']) {
        const other = await proofRun([{ ...DEPLOY, type }], { trouble });
        expect(endingOf(other)).toBe('unverified: proof-unreadable');
      }
    },
  );

  test('with the rounds as far apart as the bounds say', async () => {
    const run = await proofRun([DEPLOY], {
      running: lastIs(SICK, 0, 230_000),
      inputs: { minPollInterval: '2s', maxCallsPerMinute: '1000' },
    });
    const times = sentFor(run, 'describeApplicationGroups');
    const pauses = times.slice(1).map((atMs, index) => atMs - (times[index] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(5_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(15_000);
  });
});

describe('it holds for as long as it has to', () => {
  test('looked at every 15 s, from the first proof on', async () => {
    const run = await proofRun([DEPLOY], { inputs: { bake: '1m' } });
    expect(endingOf(run)).toBe('succeeded: succeeded');
    const times = sentFor(run, 'describeApplicationGroups');
    const [first = 0] = times;
    expect(times.map(atMs => atMs - first)).toStrictEqual([0, 15_000, 30_000, 45_000, 60_000]);
    expect(outcomesOf(run)[0]?.verification).toMatchObject({
      verified: true,
      bakedMs: 60_000,
      bakeMs: 60_000,
    });
  });

  test('in time of its own, beyond that of the rollout', async () => {
    const run = await proofRun([DEPLOY], { inputs: { bake: '5m', timeout: '70s' } });
    expect(endingOf(run)).toBe('succeeded: succeeded');
    expect(run.endedAtMs).toBeGreaterThan(360_000);
  });

  test('no longer, once an instance crashes', async () => {
    const run = await proofRun([DEPLOY], { running: lastIs(CRASHING, 100_000), inputs: { bake: '5m' } });
    expect(endingOf(run)).toBe('unhealthy: error-state');
    expect(run.endedAtMs).toBeLessThanOrEqual(115_000);
    expect(outcomesOf(run)[0]?.verification?.verified).toBe(false);
  });

  test('no longer, once one has restarted, although all are healthy', async () => {
    const run = await proofRun([DEPLOY], {
      running: lastIs({ InstanceContainerRestarts: 1 }, 100_000),
      inputs: { bake: '5m' },
    });
    expect(endingOf(run)).toBe('unhealthy: restarted');
  });

  test('with one that is unhealthy for a moment', async () => {
    const run = await proofRun([DEPLOY], { running: lastIs(SICK, 100_000, 110_000), inputs: { bake: '2m' } });
    expect(endingOf(run)).toBe('succeeded: succeeded');
  });

  test('not with one that stays unhealthy', async () => {
    const run = await proofRun([DEPLOY], { running: lastIs(SICK, 100_000), inputs: { bake: '5m' } });
    expect(endingOf(run)).toBe('unhealthy: not-ready');
    expect(run.endedAtMs).toBeLessThanOrEqual(100_000 + 30_000 + 1_000);
  });

  test('with one that recovers at the end, and without a further round then', async () => {
    const running: ProofOptions['running'] = ({ atMs }) =>
      writtenInstances(atMs >= 115_000 && atMs < 130_000 ? 2 : 3);
    const run = await proofRun([DEPLOY], { running, replicas: () => 3, inputs: { bake: '1m' } });
    expect(endingOf(run)).toBe('succeeded: succeeded');
    const times = sentFor(run, 'describeApplicationGroups');
    expect(new Set(times).size).toBe(times.length);
    expect(run.endedAtMs).toBe(times.at(-1));
  });

  test('over an outage, but not a longer one than is tolerated', async () => {
    const out =
      (untilMs: number): NonNullable<ProofOptions['trouble']> =>
      (seen, call) =>
        call === 'describeApplicationGroups' && seen.atMs > 90_000 && seen.atMs < untilMs
          ? UNAVAILABLE
          : undefined;
    const inputs = { bake: '3m', outageTolerance: '1m' };
    expect(endingOf(await proofRun([DEPLOY], { trouble: out(130_000), inputs }))).toBe(
      'succeeded: succeeded',
    );
    expect(endingOf(await proofRun([DEPLOY], { trouble: out(Infinity), inputs }))).toBe(
      'unverified: proof-unreadable',
    );
  });

  test('not without having been seen to in the end: the last round hangs', async () => {
    const trouble: ProofOptions['trouble'] = (seen, call) =>
      call === 'describeApplicationStatus' && seen.atMs > 110_000 ? { kind: 'hang' } : undefined;
    const run = await proofRun([DEPLOY], { trouble, inputs: { bake: '1m' } });
    expect(endingOf(run)).toBe('unverified: proof-unreadable');
  });

  test('not with so few calls that the last round cannot be over in time', async () => {
    const run = await proofRun([DEPLOY], {
      running: () => Array.from({ length: 6 }, (_, index) => writtenInstance(`shop-${index}`)),
      longestPage: 1,
      inputs: { bake: '1m', maxCallsPerMinute: '3', requestTimeout: '1s', verifyTimeout: '10m' },
    });
    expect(run.green).toBe(false);
    expect(run.verdict).toBe('unverified');
  });
});

describe('what runs is not proven', () => {
  test.each<[string, ProofOptions, string]>([
    ['one is not healthy', { running: lastIs(SICK) }, 'unhealthy: not-healthy too-few'],
    [
      'one is of another image',
      { running: lastIs({ ImageUrl: 'other:1' }), inputs: { expectImage: IMAGE } },
      'unhealthy: other-image',
    ],
    [
      'one is of another version',
      { running: lastIs({ PackageVersion: '6' }), inputs: { expectVersion: '7' } },
      'unhealthy: other-version',
    ],
    ['two images', { running: lastIs({ ImageUrl: 'other:1' }) }, 'unhealthy: mixed'],
    ['one is old', { running: lastIs({ CreateTimeStamp: MADE_MS - 3_600_000 }) }, 'unhealthy: not-new'],
    ['too few', { replicas: () => 4 }, 'unhealthy: too-few'],
    ['none at all', { running: () => [], replicas: () => 3 }, 'unhealthy: too-few'],
    [
      'the last of the last page',
      {
        running: () => writtenInstances(45, number => (number === 45 ? SICK : {})),
        longestPage: 20,
        inputs: { maxCallsPerMinute: '100' },
      },
      'unhealthy: not-healthy too-few',
    ],
    ['one cannot start', { running: lastIs(CRASHING) }, 'unhealthy: error-state'],
    ['it looks updated in place', { running: () => writtenInstances(3, () => OLD) }, 'unverified: in-place'],
    ['there are to be none', { running: () => [] }, 'unverified: none-wanted'],
    ['nobody says how many there are to be', { replicas: () => undefined }, 'unverified: Replicas'],
    ['fewer than none are wanted', { running: () => [], replicas: () => -1 }, 'unverified: Replicas'],
    [
      'nobody says how old they are',
      { running: () => writtenInstances(3, () => ({ CreateTimeStamp: null })) },
      'unverified: CreateTimeStamp',
    ],
    [
      'nobody says how healthy they are',
      { running: lastIs({ InstanceHealthStatus: undefined }) },
      'unverified: InstanceHealthStatus',
    ],
    [
      'it runs with an invisible character',
      { running: lastIs({ InstanceContainerStatus: 'Running\u200b' }) },
      'unverified: InstanceContainerStatus',
    ],
    ['there are no groups', { groups: 0 }, 'unverified: Groups'],
    ['an instance is in two groups', { groups: 2 }, 'unverified: proof-unreadable'],
    [
      'it is not allowed to be seen',
      {
        trouble: (_, call) =>
          call === 'describeApplicationInstances' ? errorAnswer('Forbidden.RAM', 403) : undefined,
      },
      'unverified: proof-unreadable',
    ],
    [
      'the API is out of reach',
      { trouble: (_, call) => (call.startsWith('describeApplication') ? UNAVAILABLE : undefined) },
      'unverified: proof-unreadable',
    ],
    [
      'the API throttles all the time',
      { trouble: (_, call) => (call.startsWith('describeApplication') ? throttled() : undefined) },
      'unverified: proof-unreadable',
    ],
    [
      'an instance is there twice',
      { running: () => [...writtenInstances(2), writtenInstance('shop-1')] },
      'unverified: proof-unreadable',
    ],
    ['the last order is not in the list', { lastId: () => 'elsewhere' }, 'unverified: proof-unreadable'],
    [
      'no round is over in time',
      { longestPage: 1, inputs: { maxCallsPerMinute: '1', requestTimeout: '1s', learn: 'false' } },
      'unverified: nothing-seen',
    ],
  ])('%s', async (_, options, ending) => {
    const inputs = { verifyTimeout: '1m', ...options.inputs };
    const run = await proofRun([DEPLOY], { ...options, inputs });
    expect(endingOf(run)).toBe(ending);
    expect(run.green).toBe(false);
    expect(run.verdict).toBe(ending.split(':')[0]);
    expect(outcomesOf(run)[0]?.verification?.verified).toBe(false);
    expect(run.asleep).toBe(0);
    expect(run.endedAtMs).toBeLessThanOrEqual(60_000 + 60_000 + 270_000);
  });

  test('where nobody tells when the order began', async () => {
    const run = await proofRun([{ ...DEPLOY, beginsMs: undefined }]);
    expect(endingOf(run)).toBe('unverified: StartTime');
  });

  test('where nobody tells of which application the order is', async () => {
    const trouble: ProofOptions['trouble'] = ({ atMs }, call) =>
      call === 'DescribeChangeOrder'
        ? {
            kind: 'answer',
            answer: {
              status: 200,
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({
                Success: true,
                Code: '200',
                Data: {
                  ChangeOrderId: ORDER_ID,
                  Status: atMs < 60_000 ? 1 : 2,
                  Pipelines: [{ Status: atMs < 60_000 ? 1 : 2, StartTime: WALL_START_MS + 1_000 }],
                },
              }),
            },
          }
        : undefined;
    expect(endingOf(await proofRun([DEPLOY], { trouble }))).toBe('unverified: application-untold');
    const inputs = { appId: APP_ID };
    expect(endingOf(await proofRun([DEPLOY], { trouble, inputs }))).toBe('succeeded: succeeded');
  });

  test('by an application that only the inputs name, and that is not there', async () => {
    const trouble: ProofOptions['trouble'] = ({ atMs }, call) => {
      if (call === 'describeApplicationGroups') return GONE;
      if (call !== 'DescribeChangeOrder') return undefined;
      const status = atMs < 60_000 ? 1 : 2;
      const data = { ChangeOrderId: ORDER_ID, Status: status, CoTypeCode: 'CoDeleteApp' };
      const body = JSON.stringify({ Success: true, Code: '200', Data: data });
      return { status: 200, headers: { 'content-type': 'application/json' }, body };
    };
    const run = await proofRun([{ ...DEPLOY, type: 'CoDeleteApp' }], { trouble, inputs: { appId: APP_ID } });
    expect(endingOf(run)).toBe('unverified: proof-unreadable');
  });

  test('of an order that did not succeed: nobody looks for a proof', async () => {
    const run = await proofRun([{ ...DEPLOY, ending: 3 }]);
    expect(run.verdict).toBe('failed');
    expect(outcomesOf(run)[0]?.verification).toMatchObject({ mode: 'show', verified: false });
  });
});

describe('a newer order', () => {
  test.each<[string, Partial<AccountOrder>]>([
    ['that runs', { endsMs: 10_000_000 }],
    ['that failed', { endsMs: 61_000, ending: 3 }],
    ['that rolled back', { type: 'CoRollback' }],
    ['that stopped it', { type: 'CoStopApplication' }],
    ['of a type that nobody documents', { type: 'CoOdd' }],
  ])('%s supersedes', async (_, parts) => {
    for (const lastId of [undefined, (): string => '']) {
      const orders = [DEPLOY, newer(60_500, parts)];
      const run = await proofRun(orders, lastId === undefined ? {} : { lastId });
      expect(endingOf(run)).toBe('superseded: superseded');
      expect(run.step.worst.cause).toMatchObject({ order: { changeOrderId: 'newer-order' } });
    }
  });

  test('supersedes while it has to hold', async () => {
    const run = await proofRun([DEPLOY, newer(130_000)], { inputs: { bake: '10m' } });
    expect(endingOf(run)).toBe('superseded: superseded');
    expect(run.endedAtMs).toBeLessThanOrEqual(145_000 + 1_000);
  });

  test('supersedes behind one that only scales', async () => {
    const orders = [DEPLOY, newer(61_000), { id: 'scaled', createdMs: 62_000, type: 'CoScaleOut' }];
    expect(endingOf(await proofRun(orders))).toBe('superseded: superseded');
  });

  test('supersedes when it begins, though one that only scales stays the last one', async () => {
    const late: AccountOrder['states'] = [
      [0, 11],
      [150_000, 1],
    ];
    const orders = [
      DEPLOY,
      newer(61_000, { states: late }),
      { id: 'scaled', createdMs: 62_000, type: 'CoScaleOut' },
    ];
    const run = await proofRun(orders, { inputs: { bake: '3m' } });
    expect(endingOf(run)).toBe('superseded: superseded');
    expect(run.endedAtMs).toBeGreaterThanOrEqual(150_000);
  });

  test('that starts what was stopped supersedes the stop, though nothing runs yet', async () => {
    const orders = [{ ...DEPLOY, type: 'CoStopApplication' }, newer(60_500, { type: 'CoStartApplication' })];
    const run = await proofRun(orders, { running: () => [], replicas: () => 3 });
    expect(endingOf(run)).toBe('superseded: superseded');
  });

  test('that waits to be approved has changed nothing yet', async () => {
    const orders = [DEPLOY, newer(61_000, { endsMs: 61_000, ending: 11 })];
    const run = await proofRun(orders, { lastId: () => '' });
    expect(endingOf(run)).toBe('succeeded: succeeded');
  });
});

describe('of several orders of one application in a step', () => {
  const SECOND: AccountOrder = { id: 'order-2', createdMs: 70_000, endsMs: 130_000 };
  const both = `${ORDER_ID},order-2`;
  const made = (atMs: number): Fields => ({ CreateTimeStamp: WALL_START_MS + atMs });

  test('the newest is proven, and with it the others', async () => {
    // The step begins when both are there.
    const orders = [
      { ...DEPLOY, createdMs: -120_000, endsMs: -60_000 },
      { ...SECOND, createdMs: -50_000 },
    ];
    const running: ProofOptions['running'] = () => writtenInstances(3, () => made(10_000));
    const run = await proofRun(orders, { running, inputs: { changeOrderId: both } });
    expect(outcomesOf(run).map(({ verdict }) => verdict)).toStrictEqual(['succeeded', 'succeeded']);
    expect(outcomesOf(run).map(({ verification }) => verification?.verified)).toStrictEqual([true, true]);
    expect(outcomesOf(run)[0]?.verification?.provenByOrderId).toBe('order-2');
  });

  test('a start is proven, and with it the stop before it', async () => {
    const orders = [
      { ...DEPLOY, createdMs: -120_000, endsMs: -60_000, type: 'CoStopApplication' },
      { ...SECOND, createdMs: -50_000, type: 'CoStartApplication' },
    ];
    const running: ProofOptions['running'] = () => writtenInstances(3, () => made(10_000));
    const run = await proofRun(orders, { running, inputs: { changeOrderId: both } });
    expect(outcomesOf(run).map(({ verification }) => verification?.verified)).toStrictEqual([true, true]);
    expect(run.green).toBe(true);
  });

  test('none is, where what the newest left running is not', async () => {
    const orders = [
      { ...DEPLOY, createdMs: -120_000, endsMs: -60_000 },
      { ...SECOND, createdMs: -50_000 },
    ];
    const running: ProofOptions['running'] = () =>
      writtenInstances(3, number => ({ ...made(10_000), ...(number === 1 ? SICK : {}) }));
    const run = await proofRun(orders, { running, inputs: { changeOrderId: both, verifyTimeout: '30s' } });
    expect(outcomesOf(run).map(({ verdict, cause }) => `${verdict}: ${cause.kind}`)).toStrictEqual([
      'unverified: newer-unproven',
      'unhealthy: not-settled',
    ]);
    expect(run.green).toBe(false);
  });

  test('none is, where the newest failed', async () => {
    const orders = [
      { ...DEPLOY, createdMs: -120_000, endsMs: -60_000 },
      { ...SECOND, createdMs: -50_000, ending: 3 },
    ];
    const run = await proofRun(orders, { inputs: { changeOrderId: both } });
    expect(outcomesOf(run).map(({ verdict }) => verdict)).toStrictEqual(['unverified', 'failed']);
  });

  test('a foreign one supersedes both', async () => {
    const orders = [
      { ...DEPLOY, createdMs: -120_000, endsMs: -60_000 },
      { ...SECOND, createdMs: -50_000, endsMs: -10_000 },
      newer(-5_000),
    ];
    const run = await proofRun(orders, { inputs: { changeOrderId: both } });
    expect(outcomesOf(run).map(({ verdict }) => verdict)).toStrictEqual(['superseded', 'superseded']);
  });

  test('one that is red ends the proof of the others, where it is to fail fast', async () => {
    const other: AccountOrder = { id: 'order-2', createdMs: 0, appId: 'app-2', endsMs: 100_000, ending: 3 };
    const run = await proofRun([DEPLOY, other], {
      inputs: { changeOrderId: both, bake: '10m', failFast: 'true' },
    });
    expect(outcomesOf(run).map(({ verdict }) => verdict)).toStrictEqual(['not-awaited', 'failed']);
    expect(run.endedAtMs).toBeLessThan(140_000);
  });

  test('one that is unhealthy ends those that still roll out, where it is to fail fast', async () => {
    const other: AccountOrder = { id: 'order-2', createdMs: 0, appId: 'app-2', endsMs: 1_000_000 };
    const run = await proofRun([DEPLOY, other], {
      running: lastIs(CRASHING),
      inputs: { changeOrderId: both, failFast: 'true' },
    });
    expect(outcomesOf(run).map(({ verdict }) => verdict)).toStrictEqual(['unhealthy', 'not-awaited']);
  });

  test.each([
    [6, '2m'],
    [10, 'none'],
    [60, 'none'],
  ])('%d of them have calls enough to be proven, with a bake of %s', async (count, bake) => {
    const orders = Array.from({ length: count }, (_, index) => ({
      id: `order-${index + 1}`,
      appId: `app-${index + 1}`,
      createdMs: 0,
    }));
    const changeOrderId = orders.map(({ id }) => id).join(',');
    const run = await proofRun(orders, { inputs: { changeOrderId, bake, timeout: '20m' } });
    expect(outcomesOf(run).filter(({ verdict }) => verdict !== 'succeeded')).toStrictEqual([]);
    expect(run.green).toBe(true);
  });

  test('all are waited for to the end otherwise', async () => {
    const other: AccountOrder = { id: 'order-2', createdMs: 0, appId: 'app-2', endsMs: 200_000 };
    const running: ProofOptions['running'] = now =>
      now.appId === 'app-2' ? writtenInstances(2) : lastIs(CRASHING)(now);
    const run = await proofRun([DEPLOY, other], { running, inputs: { changeOrderId: both } });
    expect(outcomesOf(run).map(({ verdict }) => verdict)).toStrictEqual(['unhealthy', 'succeeded']);
    expect(run.verdict).toBe('unhealthy');
  });
});

describe('an order that was found', () => {
  const found: AccountOrder = { ...DEPLOY, createdMs: 1_000 };

  test('is proven', async () => {
    const run = await proofRun([found], { finds: true });
    expect(endingOf(run)).toBe('succeeded: succeeded');
    expect(outcomesOf(run)[0]?.verification?.verified).toBe(true);
  });

  test('is proven as the newest of those of this run', async () => {
    const orders = [found, { id: 'second', createdMs: 59_000, endsMs: 120_000 }];
    const running: ProofOptions['running'] = ({ atMs }) =>
      writtenInstances(3, () => ({ CreateTimeStamp: WALL_START_MS + (atMs < 100_000 ? 20_000 : 90_000) }));
    const run = await proofRun(orders, { finds: true, running, inputs: { timeout: '10m' } });
    expect(endingOf(run)).toBe('succeeded: succeeded');
    expect(run.outputs['changeOrderId']).toBe('second');
  });

  test.each(['CoRollback', 'CoDeployHistroy', 'CoStopApplication', 'CoDeleteApp', 'CoOdd'])(
    'is superseded by one of type %s that an open choice of types let in, and stays the one of the outputs',
    async type => {
      const orders = [found, { id: 'let-in', createdMs: 5_000, endsMs: 60_000, type }];
      const run = await proofRun(orders, { finds: true, inputs: { coType: '*' } });
      expect(endingOf(run)).toBe('superseded: superseded');
      expect(run.outputs['changeOrderId']).toBe(ORDER_ID);
    },
  );

  const OPEN = { coType: '*' };

  test('is proven together with vertical scaling since, and stays the one of the outputs', async () => {
    const type = 'CoRescaleApplicationVertically';
    const orders = [found, { id: 'rescaled', createdMs: 30_000, endsMs: 60_000, type }];
    const running = (madeMs: number) => () =>
      writtenInstances(3, () => ({ CreateTimeStamp: WALL_START_MS + madeMs }));
    const rescaled = await proofRun(orders, { finds: true, inputs: OPEN, running: running(31_000) });
    expect(endingOf(rescaled)).toBe('succeeded: succeeded');
    expect(outcomesOf(rescaled)[0]?.verification?.verified).toBe(true);
    expect(rescaled.outputs['changeOrderId']).toBe(ORDER_ID);
    const left = await proofRun(orders, { finds: true, inputs: OPEN, running: running(20_000) });
    expect(endingOf(left)).toBe('unverified: in-place');
  });

  test('is not proven by what was made before a restart of the same run', async () => {
    const restart = { id: 'restarted', createdMs: 30_000, endsMs: 60_000, type: 'CoRestartApplication' };
    for (const coType of ['*', 'CoDeploy,CoRestartApplication']) {
      const run = await proofRun([found, restart], { finds: true, inputs: { coType } });
      expect(endingOf(run)).toBe('unverified: in-place');
    }
  });

  test.each(['*', 'CoDeploy,CoScaleOut'])(
    'is proven though it was scaled since: coType is %s',
    async coType => {
      const orders = [found, { id: 'scaled', createdMs: 30_000, endsMs: 60_000, type: 'CoScaleOut' }];
      const run = await proofRun(orders, { finds: true, inputs: { coType } });
      expect(endingOf(run)).toBe('succeeded: succeeded');
      const old: ProofOptions['running'] = () => writtenInstances(3, number => (number === 1 ? OLD : {}));
      const inputs = { coType, verifyTimeout: '30s' };
      const kept = await proofRun(orders, { finds: true, inputs, running: old });
      expect(endingOf(kept)).toBe('unhealthy: not-new mixed');
    },
  );

  test('is superseded by a foreign rollback before it was scaled', async () => {
    const orders = [
      found,
      { id: 'rolled-back', createdMs: 10_000, endsMs: 20_000, type: 'CoRollback' },
      { id: 'scaled', createdMs: 30_000, endsMs: 60_000, type: 'CoScaleOut' },
    ];
    const run = await proofRun(orders, { finds: true, inputs: { coType: 'CoDeploy,CoScaleOut' } });
    expect(endingOf(run)).toBe('superseded: superseded');
    expect(run.step.worst.cause).toMatchObject({ order: { changeOrderId: 'rolled-back' } });
  });
});

describe('an order that left its proof to a newer one of the step', () => {
  const SEEN: Verification = {
    mode: 'require',
    verified: false,
    running: undefined,
    bakedMs: undefined,
    bakeMs: undefined,
  };
  const older = anOutcomeOf({ appId: APP_ID }, { verification: { ...SEEN, provenByOrderId: 'newer' } });
  const orders = { targetOf: (id: string): number | undefined => (id === 'newer' ? 1 : undefined) };

  function ends(
    newer: Parameters<typeof anOutcomeOf>[0],
    verification: Verification = { ...SEEN, verified: true },
  ): string {
    const [ending] = withNewerProofs([older, anOutcomeOf(newer, { verification })], orders);
    return `${ending?.cause.kind}, ${ending?.verification?.verified}`;
  }

  test('is proven where that is one of the same application, and proven', () => {
    expect(ends({ changeOrderId: 'newer', appId: APP_ID })).toBe('succeeded, true');
    // An order that does not tell its application is of the one that was asked for.
    expect(ends({ changeOrderId: 'newer' })).toBe('succeeded, true');
  });

  test('is not, where that one tells of another application, or is not proven', () => {
    expect(ends({ changeOrderId: 'newer', appId: 'app-2' })).toBe('newer-unproven, false');
    expect(ends({ changeOrderId: 'newer', appId: APP_ID }, SEEN)).toBe('newer-unproven, false');
  });

  test('is not, where each leaves it to the other, or nobody waits for that one', () => {
    expect(ends({ appId: APP_ID }, { ...SEEN, provenByOrderId: 'newer' })).toBe('newer-unproven, false');
    const alone = withNewerProofs([older], { targetOf: () => undefined });
    expect(alone[0]?.cause.kind).toBe('newer-unproven');
  });
});

test.each([61_000, 90_000, 115_000])('a cancel after %d ms ends the proof at once', async cancelAtMs => {
  const run = await proofRun([DEPLOY], {
    inputs: { bake: '10m' },
    cancelAtMs,
    trouble: (seen, call) =>
      call === 'describeApplicationInstances' && seen.atMs > 110_000 ? { kind: 'hang' } : undefined,
  });
  expect(run.verdict).toBe('cancelled');
  expect(run.endedAtMs).toBe(cancelAtMs);
  expect(run.asleep).toBe(0);
});

describe('a look at what runs for people', () => {
  const show = { verify: 'show' };

  test('takes no more than its calls, and tells what it saw', async () => {
    const run = await proofRun([DEPLOY], { inputs: show });
    expect(run.verdict).toBe('succeeded');
    expect(looksAtWhatRuns(run)).toHaveLength(3);
    expect(outcomesOf(run)[0]?.verification).toMatchObject({
      mode: 'show',
      verified: undefined,
      running: { ready: 3, wanted: 3, sinceRollout: 3, partly: false },
    });
  });

  test('is made after a failure too, not after a cancel, and not where it is off', async () => {
    const failed = await proofRun([{ ...DEPLOY, ending: 3 }], { inputs: show });
    expect(failed.verdict).toBe('failed');
    expect(outcomesOf(failed)[0]?.verification?.running?.ready).toBe(3);
    const cancelled = await proofRun([DEPLOY], { inputs: show, cancelAtMs: 30_000 });
    expect(looksAtWhatRuns(cancelled)).toHaveLength(0);
    const off = await proofRun([DEPLOY], { inputs: { verify: 'off' } });
    expect(looksAtWhatRuns(off)).toHaveLength(0);
    expect(outcomesOf(off)[0]?.verification).toBeUndefined();
  });

  test('makes four calls at most for an order, however many groups and pages there are', async () => {
    const run = await proofRun([DEPLOY], {
      inputs: show,
      groups: 7,
      longestPage: 1,
      running: ({ groupId }) => [writtenInstance(groupId), writtenInstance(`${groupId}-2`)],
    });
    expect(run.verdict).toBe('succeeded');
    expect(looksAtWhatRuns(run)).toHaveLength(4);
    expect(outcomesOf(run)[0]?.verification?.running).toMatchObject({ partly: true });
  });

  test('makes twelve calls at most for a step', async () => {
    const orders = Array.from({ length: 6 }, (_, index) => ({
      id: `order-${index + 1}`,
      appId: `app-${index + 1}`,
      createdMs: 0,
    }));
    const changeOrderId = orders.map(({ id }) => id).join(',');
    const red = orders.map(order => ({ ...order, ending: 3 }));
    const run = await proofRun(red, { inputs: { ...show, changeOrderId } });
    expect(run.verdict).toBe('failed');
    expect(looksAtWhatRuns(run)).toHaveLength(12);
  });

  test('keeps most of them for the orders that do not succeed', async () => {
    const orders = Array.from({ length: 6 }, (_, index) => ({
      id: `order-${index + 1}`,
      appId: `app-${index + 1}`,
      createdMs: 0,
    }));
    const changeOrderId = orders.map(({ id }) => id).join(',');
    const run = await proofRun(orders, { inputs: { ...show, changeOrderId } });
    expect(run.verdict).toBe('succeeded');
    expect(looksAtWhatRuns(run)).toHaveLength(3);
  });

  test('tells of a newer order, and stays green', async () => {
    const run = await proofRun([DEPLOY, newer(60_500)], { inputs: show });
    expect(run.verdict).toBe('succeeded');
    expect(outcomesOf(run)[0]?.verification?.running?.supersededBy?.changeOrderId).toBe('newer-order');
  });

  test.each<[string, ProofOptions]>([
    [
      'refuses',
      {
        trouble: (_, call) =>
          call.startsWith('describeApplication') ? errorAnswer('Forbidden.RAM', 403) : undefined,
      },
    ],
    [
      'is out of reach',
      { trouble: (_, call) => (call.startsWith('describeApplication') ? UNAVAILABLE : undefined) },
    ],
    [
      'does not answer',
      { trouble: (_, call) => (call.startsWith('describeApplication') ? { kind: 'hang' } : undefined) },
    ],
    [
      'is deaf',
      { trouble: (_, call) => (call.startsWith('describeApplication') ? { kind: 'deaf' } : undefined) },
    ],
    [
      'breaks off',
      { trouble: (_, call) => (call.startsWith('describeApplication') ? { kind: 'reset' } : undefined) },
    ],
    [
      'is broken itself',
      {
        trouble: (_, call) =>
          call.startsWith('describeApplication') ? { kind: 'throw', thrown: 'a bug' } : undefined,
      },
    ],
    [
      'throttles',
      { trouble: (_, call) => (call.startsWith('describeApplication') ? throttled('60000') : undefined) },
    ],
    ['tells nonsense', { running: () => [{ InstanceId: 7 }], replicas: () => 'many' }],
    ['tells of nothing but trouble', { running: () => writtenInstances(3, () => CRASHING) }],
    ['tells of none', { running: () => [] }],
    ['tells of old ones only', { running: () => writtenInstances(3, () => OLD) }],
  ])('never changes the verdict, and takes 10 s at most, where the API %s', async (_, options) => {
    for (const [ending, verdict] of [
      [2, 'succeeded'],
      [3, 'failed'],
    ] as const) {
      const run = await proofRun([{ ...DEPLOY, ending }], {
        ...options,
        inputs: { ...show, ...options.inputs },
      });
      expect(run.verdict).toBe(verdict);
      expect(run.green).toBe(verdict === 'succeeded');
      const last = run.transport.seen.findLast(({ url }) => url.pathname.endsWith('/DescribeChangeOrder'));
      expect(run.endedAtMs - (last?.atMs ?? 0)).toBeLessThanOrEqual(10_000);
      expect(run.toolkit.errors).toHaveLength(ending === 2 ? 0 : 1);
      expect(looksAtWhatRuns(run).length).toBeLessThanOrEqual(4);
    }
  });
});
