import { describe, expect, test } from '@jest/globals';
import { describeAnswer } from '../support/answers.ts';
import type { FindOptions } from '../support/find-run.ts';
import { callsOf, errorOf, findRun, followedBy, RUN_STARTED_MS, textsOf } from '../support/find-run.ts';
import { APP_ID } from '../support/orders.ts';
import type { AccountOrder } from '../support/sae-account.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Deployed by this run, half a minute before the gate began; succeeds after a minute. */
const OURS: AccountOrder = { id: 'ours', createdMs: -30_000, description: 'gh-1658821493-1' };

const YESTERDAY: AccountOrder = { id: 'yesterday', createdMs: -DAY_MS };
const TEN_MINUTES_BEFORE: AccountOrder = {
  id: 'ten-minutes-before',
  createdMs: RUN_STARTED_MS - 10 * MINUTE_MS,
};

/** Ours as the list has it, without an application. */
const LISTED = { ChangeOrderId: 'ours', CoTypeCode: 'CoDeploy', CreateTime: '2026-11-22 12:59:30' };

/** More orders than a page holds, all older than the run: one for each hour. */
function past(count: number): readonly AccountOrder[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `past-${index}`,
    createdMs: -(index + 1) * HOUR_MS,
  }));
}

describe('the order of this run', () => {
  test('is found by its application, waited for, and green when it has succeeded', async () => {
    const run = await findRun([YESTERDAY, OURS, TEN_MINUTES_BEFORE]);
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', asleep: 0 });
    expect(followedBy(run)).toStrictEqual(['ours']);
    expect(run.outputs).toMatchObject({ changeOrderId: 'ours', appId: APP_ID, coTypeCode: 'CoDeploy' });
  });

  test('is red when it has failed, whatever succeeded before', async () => {
    const run = await findRun([YESTERDAY, { ...OURS, ending: 3 }, TEN_MINUTES_BEFORE]);
    expect(run).toMatchObject({ green: false, verdict: 'failed' });
    expect(errorOf(run)).not.toContain('Several orders');
  });

  test('is reported with the reason of its choice in log, summary and outputs', async () => {
    const run = await findRun([YESTERDAY, OURS]);
    const chosen =
      'Chosen: ours (CoDeploy, of 2026-11-22 04:59:30 UTC, "gh-1658821493-1"), ' +
      'the only order since the start of this workflow run that fits.';
    expect(textsOf(run)).toContain(chosen);
    expect(run.outputs['chosenBecause']).toBe(chosen);
    expect(run.toolkit.summaries.at(-1)).toContain('<li>Chosen: ours (CoDeploy,');
  });

  test.each([1, 19, 20, 21, 39, 40, 41])(
    'is found among %i orders, by as many pages as these take',
    async count => {
      const run = await findRun([...past(count - 1), OURS]);
      expect(run.green).toBe(true);
      const pages = callsOf(run, 'ListChangeOrders').map(({ url }) => url.searchParams.get('CurrentPage'));
      const onceThrough = Array.from({ length: Math.ceil(count / 20) }, (_, index) => String(index + 1));
      expect(pages).toStrictEqual([...onceThrough, ...onceThrough]);
      expect(
        callsOf(run, 'ListChangeOrders').every(({ url }) => url.searchParams.get('PageSize') === '20'),
      ).toBe(true);
    },
  );

  test('is found when it appears 40 s after the start', async () => {
    const run = await findRun([YESTERDAY, { ...OURS, createdMs: 40_000 }]);
    expect(run.green).toBe(true);
    expect(callsOf(run, 'DescribeChangeOrder')[0]?.atMs).toBeGreaterThanOrEqual(40_000);
    expect(callsOf(run, 'DescribeChangeOrder')[0]?.atMs).toBeLessThan(70_000);
  });

  test('is found when it appears at the very end of the search', async () => {
    const run = await findRun([{ ...OURS, createdMs: 120_000 }]);
    expect(run.green).toBe(true);
    expect(callsOf(run, 'DescribeChangeOrder')[0]?.atMs).toBe(120_000);
  });

  test('is not found when it appears after that', async () => {
    const run = await findRun([{ ...OURS, createdMs: 121_000 }]);
    expect(run).toMatchObject({ verdict: 'not-found', endedAtMs: 120_000 });
  });

  test('is searched for as long as discoveryTimeout says', async () => {
    const late = { ...OURS, createdMs: 15 * MINUTE_MS };
    const run = await findRun([late], { inputs: { discoveryTimeout: '20m' } });
    expect(run.green).toBe(true);
  });

  test('is never asked for before its start or in two requests at a time', async () => {
    const run = await findRun([...past(50), { ...OURS, createdMs: 40_000 }], { latencyMs: 700 });
    expect(run.green).toBe(true);
    expect(run.transport.mostAtOnce).toBe(1);
  });
});

describe('the order of somebody else', () => {
  test.each<[string, readonly AccountOrder[]]>([
    ["yesterday's success", [YESTERDAY]],
    ['the success of ten minutes before the run', [TEN_MINUTES_BEFORE]],
    ['the success of the second before the run', [{ id: 'just-before', createdMs: RUN_STARTED_MS - 1_000 }]],
    [
      'a rollout that began before the run and succeeds now',
      [{ id: 'older', createdMs: -2 * MINUTE_MS, endsMs: 5_000 }],
    ],
    ['a page full of old ones', past(45)],
    ['one whose time of creation is not told', [{ id: 'no-time', createdMs: -5_000, createTime: undefined }]],
    [
      'one whose time of creation is a number',
      [{ id: 'number', createdMs: -5_000, createTime: WALL_START_MS }],
    ],
    [
      'one whose time of creation has a zone',
      [{ id: 'zone', createdMs: -5_000, createTime: '2026-11-22T04:59:55Z' }],
    ],
    [
      'one that says it was created in the year 2099',
      [{ id: 'future', createdMs: -5_000, createTime: '2099-01-01 00:00:00' }],
    ],
    [
      'one that says it was created later than clocks may differ',
      [{ id: 'later', createdMs: -5_000, createTime: '2026-11-22 13:20:00' }],
    ],
    [
      'one whose time of creation was meant as UTC',
      [{ id: 'utc', createdMs: -5_000, createTime: '2026-11-22 04:59:55' }],
    ],
  ])('never passes the gate: %s', async (_, orders) => {
    const run = await findRun(orders);
    expect(run).toMatchObject({ green: false, verdict: 'not-found', endedAtMs: 120_000, asleep: 0 });
    expect(callsOf(run, 'DescribeChangeOrder')).toHaveLength(0);
    expect(run.outputs['changeOrderId']).toBeUndefined();
  });

  test('that still runs is named once and not waited for, and the search goes on', async () => {
    const older = { id: 'older', createdMs: -5 * MINUTE_MS, endsMs: 10 * MINUTE_MS };
    const run = await findRun([older, { ...OURS, createdMs: 60_000 }]);
    expect(run.green).toBe(true);
    expect(followedBy(run)).toStrictEqual(['ours']);
    const named = run.toolkit.log.filter(({ text }) => text.includes('older'));
    expect(named.map(({ atMs }) => atMs)).toStrictEqual([0]);
    expect(named[0]?.text).toContain(
      'Still running, but created before that, so skipped: older (CoDeploy, of 2026-11-22 04:55:00 UTC)',
    );
  });

  test('that still runs is named where nothing else is ever found, too', async () => {
    const older = { id: 'older', createdMs: -5 * MINUTE_MS, endsMs: HOUR_MS };
    const run = await findRun([older]);
    expect(run.verdict).toBe('not-found');
    expect(textsOf(run).filter(text => text.startsWith('Still running'))).toHaveLength(1);
  });

  test('that is over, or is of the future, is not named as running', async () => {
    const states = [2, 3, 6, 10].map(ending => ({ id: `ended-${ending}`, createdMs: -HOUR_MS, ending }));
    const run = await findRun([...states, OURS]);
    expect(textsOf(run).filter(text => text.startsWith('Still running'))).toHaveLength(0);
  });

  test('is not ours when the list names another application', async () => {
    const run = await findRun([OURS], {
      listData: () => ({ ChangeOrderList: [{ ...LISTED, AppId: 'another' }], TotalSize: 1 }),
    });
    expect(run).toMatchObject({ green: false, verdict: 'not-found' });
    expect(callsOf(run, 'DescribeChangeOrder')).toHaveLength(0);
    expect(errorOf(run)).toContain('it belongs to another application');
  });

  test('is not ours when only the answer names its application', async () => {
    const run = await findRun([{ ...OURS, appId: 'another' }], {
      listData: () => ({ ChangeOrderList: [LISTED], TotalSize: 1 }),
    });
    expect(run).toMatchObject({ green: false, verdict: 'error' });
    expect(errorOf(run)).toContain('belongs to application "another"');
  });
});

describe('nothing found', () => {
  const message = async (orders: readonly AccountOrder[], options: FindOptions = {}): Promise<string> => {
    const run = await findRun(orders, options);
    expect(run).toMatchObject({ green: false, verdict: 'not-found' });
    expect(run.toolkit.summaries.at(-1)).toContain('No change order of application');
    return errorOf(run);
  };

  test('names the application, since when and for how long was looked', async () => {
    expect(await message([])).toContain(
      `No change order of application "${APP_ID}" can be this run's own: none that fits was created since 2026-11-22 04:59:00 UTC, the start of this workflow run, after a search of 2 min. The application has no other order either.`,
    );
  });

  test('names the newest order that was refused, and that it is too old', async () => {
    expect(await message([YESTERDAY, TEN_MINUTES_BEFORE, ...past(30)])).toContain(
      'The newest order, ten-minutes-before (CoDeploy, of 2026-11-22 04:49:00 UTC), was refused: it is too old.',
    );
  });

  test('names the newest order that was refused, and that it is of another type', async () => {
    const rollback = { id: 'rollback', createdMs: -5_000, type: 'CoRollback' };
    const text = await message([rollback, YESTERDAY]);
    expect(text).toContain(
      'rollback (CoRollback, of 2026-11-22 04:59:55 UTC), was refused: its type is not in coType',
    );
    expect(text).toContain('set coType');
  });

  test('names the newest order that was refused for its description, though the list was narrowed by it', async () => {
    const other = { id: 'other', createdMs: -5_000, description: 'by hand' };
    const text = await message([other, YESTERDAY], { inputs: { descriptionContains: 'gh-1658821493-1' } });
    expect(text).toContain(
      'other (CoDeploy, of 2026-11-22 04:59:55 UTC, "by hand"), was refused: its description',
    );
  });

  test('ends at the deadline where that comes first', async () => {
    const run = await findRun([YESTERDAY], { inputs: { timeout: '70s', discoveryTimeout: '10m' } });
    expect(run).toMatchObject({ verdict: 'not-found', endedAtMs: 70_000 });
    expect(callsOf(run, 'ListChangeOrders').at(-1)?.atMs).toBe(70_000);
  });

  test('lets no text of the cloud out of its place', async () => {
    const hostile = {
      id: 'hostile-1',
      createdMs: -HOUR_MS,
      description: '</td><script>\u001b[31m::set-output',
    };
    const run = await findRun([hostile]);
    expect(run.verdict).toBe('not-found');
    expect(errorOf(run)).toContain('The newest order, hostile-1 (CoDeploy');
    expect(run.toolkit.everything).not.toContain('\u001b');
    expect(run.toolkit.summaries.at(-1)).toContain('&lt;/td&gt;&lt;script&gt;');
    expect(run.toolkit.summaries.at(-1)).not.toMatch(/<script>/u);
  });

  test.each(['::error::<b>\n##[error]x', 'a b', 'a\u200b', '$(id)', 'x'.repeat(201), '\n\n# x\n\n'])(
    'believes no list in which an id is none: %j',
    async id => {
      const run = await findRun([{ id, createdMs: 0 }]);
      expect(run.verdict).toBe('unreadable');
      expect(errorOf(run)).toContain('its list is not what the API documents');
      expect(run.toolkit.everything).not.toContain(id);
      expect(followedBy(run)).toStrictEqual([]);
    },
  );
});

describe('the type of an order', () => {
  test.each(['CoRollback', 'CoScaleOut', 'CoRestartApplication', 'CoDeployHistroy'])(
    'is CoDeploy or CoCreateApp unless coType says so: %s is neither waited for nor believed',
    async type => {
      const newer = { id: 'newer', createdMs: -1_000, type, ending: 3 };
      const run = await findRun([OURS, newer]);
      expect(run.green).toBe(true);
      expect(followedBy(run)).toStrictEqual(['ours']);
    },
  );

  test('may be CoCreateApp: the first deployment', async () => {
    const run = await findRun([{ ...OURS, type: 'CoCreateApp' }]);
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
  });

  test('may be any with *', async () => {
    const scaling = { id: 'scaling', createdMs: -1_000, type: 'CoScaleOut', ending: 3 };
    const run = await findRun([OURS, scaling], { inputs: { coType: '*' } });
    expect(run).toMatchObject({ verdict: 'failed', outputs: { changeOrderId: 'scaling' } });
  });

  test('may be a word that nobody knows, with a notice', async () => {
    const run = await findRun([{ ...OURS, type: 'CoTeleport' }], {
      inputs: { coType: 'CoTeleport, CoDeploy' },
    });
    expect(run.green).toBe(true);
    expect(run.toolkit.notices.map(({ message }) => message)).toStrictEqual([
      expect.stringContaining('coType: "CoTeleport" is not in the API reference'),
    ]);
    expect(run.toolkit.summaries.at(-1)).toContain('CoTeleport');
  });

  test('is not looked for in other letters', async () => {
    const run = await findRun([OURS], { inputs: { coType: 'codeploy' } });
    expect(run.verdict).toBe('not-found');
    expect(run.toolkit.notices).toHaveLength(1);
  });
});

describe('descriptionContains', () => {
  const mine = { inputs: { descriptionContains: 'gh-1658821493-1' } };

  test('picks the order whose description has it, and asks the API for no other', async () => {
    const other = { id: 'other', createdMs: -1_000, description: 'shop of the night', ending: 3 };
    const run = await findRun([other, OURS], mine);
    expect(run.green).toBe(true);
    expect(followedBy(run)).toStrictEqual(['ours']);
    expect(callsOf(run, 'ListChangeOrders')[0]?.url.searchParams.get('Key')).toBe('gh-1658821493-1');
  });

  test("picks it though the API's match is fuzzy and lists others too", async () => {
    const alike = ['GH-1658821493-1', 'gh-1658821493', 'gh 1658821493 1'].map((description, index) => ({
      id: `alike-${index}`,
      createdMs: -1_000 * (index + 1),
      description,
      ending: 3,
    }));
    const run = await findRun([...alike, OURS], mine);
    expect(run.green).toBe(true);
    expect(followedBy(run)).toStrictEqual(['ours']);
  });

  test('finds it as it is written, with its spaces', async () => {
    const run = await findRun([{ ...OURS, description: 'release  of\tthe day' }], {
      inputs: { descriptionContains: 'release  of\tthe' },
    });
    expect(run.green).toBe(true);
  });

  test('never finds an order without it', async () => {
    const run = await findRun([{ ...OURS, description: 'by hand' }], mine);
    expect(run).toMatchObject({ green: false, verdict: 'not-found' });
    expect(callsOf(run, 'DescribeChangeOrder')).toHaveLength(0);
  });

  test('finds an order that the narrowed list does not show, in the whole one', async () => {
    const run = await findRun([OURS], {
      ...mine,
      listData: (_, { url }) => (url.searchParams.has('Key') ? { ChangeOrderList: [], TotalSize: 0 } : {}),
    });
    expect(run.green).toBe(true);
    expect(followedBy(run)).toStrictEqual(['ours']);
  });

  test('is reported as not found where the whole list cannot be had', async () => {
    const run = await findRun([OURS], {
      ...mine,
      listData: () => ({ ChangeOrderList: [], TotalSize: 0 }),
      trouble: ({ url }, call) =>
        call === 'ListChangeOrders' && !url.searchParams.has('Key') ? { kind: 'reset' } : undefined,
    });
    expect(run).toMatchObject({ verdict: 'not-found', endedAtMs: 120_000 });
  });
});

describe('the time of creation alone', () => {
  test('proves nothing: an order whose first batch began before the run is passed over', async () => {
    const stale = { id: 'stale', createdMs: -5_000, beginsMs: RUN_STARTED_MS - 1 };
    const run = await findRun([stale, YESTERDAY]);
    expect(run).toMatchObject({ green: false, verdict: 'not-found', endedAtMs: 120_000 });
    expect(errorOf(run)).toContain(
      'stale (CoDeploy, of 2026-11-22 04:59:55 UTC), was refused: its first batch began before this run',
    );
    expect(textsOf(run)).toContain(
      'Skipped: stale, whose first batch began at 2026-11-22 04:58:59 UTC, before this run.',
    );
    expect(callsOf(run, 'DescribeChangeOrder')).toHaveLength(1);
    expect(run.toolkit.notices).toStrictEqual([]);
  });

  test('is enough together with a batch that began at the very start of the run', async () => {
    const run = await findRun([{ ...OURS, beginsMs: RUN_STARTED_MS }]);
    expect(run.green).toBe(true);
  });

  test('does not make ours of a stale order, but the search goes on to ours', async () => {
    const stale = { id: 'stale', createdMs: -5_000, beginsMs: -DAY_MS };
    const run = await findRun([stale, { ...OURS, createdMs: 50_000 }]);
    expect(run.green).toBe(true);
    expect(followedBy(run)).toStrictEqual(['stale', 'ours']);
    expect(run.outputs).toMatchObject({ changeOrderId: 'ours', status: '2' });
    expect(run.toolkit.notices).toStrictEqual([]);
  });

  test('does not keep the order that qualifies besides from being waited for', async () => {
    const stale = { id: 'stale', createdMs: -5_000, beginsMs: -DAY_MS };
    const run = await findRun([stale, { ...OURS, ending: 3 }]);
    expect(run.verdict).toBe('failed');
    expect(followedBy(run)).toStrictEqual(['stale', 'ours']);
    expect(errorOf(run)).not.toContain('Several orders');
  });

  test('is never green without a batch that reports when it began', async () => {
    const run = await findRun([{ ...OURS, beginsMs: undefined }]);
    expect(run).toMatchObject({ green: false, verdict: 'unreadable' });
    expect(errorOf(run)).toContain('does not report when it was created and when its first batch began');
    // It succeeded after 30 s and was asked again for 15 s.
    expect(run.endedAtMs).toBeGreaterThanOrEqual(45_000);
    expect(run.endedAtMs).toBeLessThan(80_000);
  });

  test.each([
    ['the year 2099', 4_070_908_800_000],
    ['the last moment of all', 8_600_000_000_000_000],
  ])('is never green with a batch that began in %s', async (_, startMs) => {
    const run = await findRun([{ ...OURS, beginsMs: -5_000 }], {
      trouble: (_, call) =>
        call === 'DescribeChangeOrder'
          ? describeAnswer({
              ChangeOrderId: 'ours',
              AppId: APP_ID,
              Status: 2,
              Pipelines: [{ Status: 2, StartTime: startMs }],
            })
          : undefined,
    });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable' });
    expect(errorOf(run)).toContain('which is in the future');
    expect(run.endedAtMs).toBeGreaterThanOrEqual(15_000);
  });

  test.each([
    ['is not told', undefined],
    ['is in the future', '2099-01-01 00:00:00'],
  ])('that %s does not take an order from those that may be this run’s own', async (_, createTime) => {
    const other: AccountOrder = { id: 'other', createdMs: -4_000, createTime };
    const run = await findRun([OURS, other]);
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', outputs: { changeOrderId: 'other' } });
  });

  test('that is not reported is no matter of an order whose first batch began before the run', async () => {
    const other: AccountOrder = { id: 'other', createdMs: -DAY_MS, createTime: undefined, beginsMs: -DAY_MS };
    const run = await findRun([OURS, other]);
    expect(run).toMatchObject({ green: true, outputs: { changeOrderId: 'ours' } });
  });

  test('counts to the second, as the list reports it', async () => {
    const made = { ...OURS, createdMs: 6_800, beginsMs: 7_000 };
    const run = await findRun([made], { inputs: { createdAfter: '2026-11-22T05:00:06.300Z' } });
    expect(run).toMatchObject({ green: true, outputs: { changeOrderId: 'ours' } });
  });

  test('is green as soon as a batch reports when it began', async () => {
    const run = await findRun([{ ...OURS, beginsMs: 35_000 }]);
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
    expect(run.endedAtMs).toBeGreaterThanOrEqual(35_000);
  });

  test('does not hold up a failure that does not report when it began', async () => {
    const run = await findRun([{ ...OURS, beginsMs: undefined, ending: 3 }]);
    expect(run.verdict).toBe('failed');
  });
});
