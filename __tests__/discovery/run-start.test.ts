import { describe, expect, test } from '@jest/globals';
import type { CreatedAfter, RunStart } from '../../src/discovery/run-start.ts';
import { givenBound, runBound } from '../../src/discovery/run-start.ts';
import type { FindOptions } from '../support/find-run.ts';
import { callsOf, errorOf, findRun, followedBy, runTimes, textsOf } from '../support/find-run.ts';
import type { AccountOrder } from '../support/sae-account.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('the time that an order must be newer than', () => {
  test.each<[string, Exclude<CreatedAfter, { kind: 'run-start' }>, number]>([
    ['the time that was given', { kind: 'time', epochMs: 123 }, 123],
    ['so long before now', { kind: 'ago', durationMs: 400 }, 600],
  ])('is %s', (_, createdAfter, createdAfterMs) => {
    expect(givenBound(createdAfter, 1_000)).toStrictEqual({
      source: 'input',
      createdAfterMs,
      runUnknown: undefined,
      firstAttemptMs: undefined,
    });
  });

  const NOW_MS = Date.UTC(2026, 10, 22, 6);
  const DAY_MS = 24 * HOUR_MS;
  const ago = (ms: number): number => NOW_MS - ms;
  const times = { createdMs: ago(3_000), attemptStartedMs: ago(2_000) };
  const unknown = { unknown: { kind: 'refused', httpStatus: 403 } } as const;
  const impossible = (startedMs: number) => ({ kind: 'impossible', startedMs }) as const;
  const YEAR_1_MS = Date.parse('0001-01-01T00:00:00Z');

  test.each<[string, RunStart, ReturnType<typeof runBound>]>([
    [
      'the start of the run, where GitHub tells it',
      { times, jobStartedMs: ago(1_000), attempt: 1 },
      { source: 'run', createdAfterMs: ago(2_000), runUnknown: undefined, firstAttemptMs: undefined },
    ],
    [
      'the start of this attempt of it, where it is a re-run',
      { times, jobStartedMs: undefined, attempt: 2 },
      { source: 'run', createdAfterMs: ago(2_000), runUnknown: undefined, firstAttemptMs: ago(3_000) },
    ],
    [
      'the start of the job, where GitHub does not tell it',
      { times: unknown, jobStartedMs: ago(1_000), attempt: 2 },
      { source: 'job', createdAfterMs: ago(1_000), runUnknown: unknown.unknown, firstAttemptMs: undefined },
    ],
    [
      'not known, where there is neither',
      { times: unknown, jobStartedMs: undefined, attempt: 1 },
      { unknown: { run: unknown.unknown, eventFileMs: undefined } },
    ],
    [
      'not known, where the event file is dated 1970',
      { times: unknown, jobStartedMs: 0, attempt: 1 },
      { unknown: { run: unknown.unknown, eventFileMs: 0 } },
    ],
    [
      'the start of the job, where GitHub tells the year 1',
      {
        times: { createdMs: YEAR_1_MS, attemptStartedMs: YEAR_1_MS },
        jobStartedMs: ago(1_000),
        attempt: 2,
      },
      {
        source: 'job',
        createdAfterMs: ago(1_000),
        runUnknown: impossible(YEAR_1_MS),
        firstAttemptMs: undefined,
      },
    ],
    [
      'not known, where both are nonsense',
      {
        times: { createdMs: YEAR_1_MS, attemptStartedMs: YEAR_1_MS },
        jobStartedMs: NOW_MS + DAY_MS,
        attempt: 1,
      },
      { unknown: { run: impossible(YEAR_1_MS), eventFileMs: NOW_MS + DAY_MS } },
    ],
    [
      'not known, where what GitHub tells is no time',
      { times: { createdMs: NaN, attemptStartedMs: NaN }, jobStartedMs: NaN, attempt: 1 },
      { unknown: { run: impossible(NaN), eventFileMs: NaN } },
    ],
  ])('is %s', (_, runStart, bound) => {
    expect(runBound(runStart, NOW_MS)).toStrictEqual(bound);
  });

  const LONGEST_MS = 35 * DAY_MS;
  const AHEAD_MS = 30 * MINUTE_MS;

  test.each([
    ['as long ago as a run can last', ago(LONGEST_MS), true],
    ['longer ago', ago(LONGEST_MS) - 1, false],
    ['as far ahead as clocks may differ', NOW_MS + AHEAD_MS, true],
    ['further ahead', NOW_MS + AHEAD_MS + 1, false],
  ])('that is %s', (_, startedMs, isTaken) => {
    const byRun = { times: { createdMs: startedMs, attemptStartedMs: startedMs }, jobStartedMs: undefined };
    const byJob = { times: unknown, jobStartedMs: startedMs };
    for (const start of [byRun, byJob]) {
      const bound = runBound({ ...start, attempt: 1 }, NOW_MS);
      expect('unknown' in bound ? undefined : bound.createdAfterMs).toBe(isTaken ? startedMs : undefined);
    }
  });

  test.each([
    ['30 days before this attempt', ago(2_000) - 30 * DAY_MS, true],
    ['longer before: nobody can re-run that', ago(2_000) - 30 * DAY_MS - 1, false],
    ['in the year 1', YEAR_1_MS, false],
    ['after this attempt', ago(2_000) + 1, false],
    ['at no time', NaN, false],
  ])('a first attempt of %s', (_, createdMs, isTaken) => {
    const start = { times: { ...times, createdMs }, jobStartedMs: undefined, attempt: 2 };
    expect(runBound(start, NOW_MS)).toMatchObject({
      source: 'run',
      createdAfterMs: ago(2_000),
      firstAttemptMs: isTaken ? createdMs : undefined,
    });
  });
});

const refused: FindOptions['runTimes'] = { kind: 'refused', status: 403, message: 'Resource not accessible' };

/** The first lines that tell since when orders are looked for. */
function boundLine(texts: readonly string[]): string {
  return texts.find(text => text.startsWith('Searching for orders')) ?? '';
}

describe('the start of the run', () => {
  test('is that of this attempt, asked of GitHub; the log says so and how long ago', async () => {
    const run = await findRun([{ id: 'ours', createdMs: -5 * MINUTE_MS }], {
      runTimes: runTimes(-5 * MINUTE_MS),
      eventFileMs: -MINUTE_MS,
    });
    expect(run.green).toBe(true);
    expect(boundLine(textsOf(run))).toBe(
      'Searching for orders created since 2026-11-22 04:55:00 UTC, the start of this workflow run, 5 min ago.',
    );
  });

  test.each<[string, FindOptions, string]>([
    ['may not be asked', { runTimes: refused }, 'GitHub answered HTTP 403'],
    [
      'does not come in time',
      {
        runTimes: {
          kind: 'failed',
          failure: { kind: 'time-limit', limitMs: 10_000 },
          retryAfterMs: undefined,
        },
      },
      'no answer within 10 s',
    ],
    [
      'is nobody to ask for',
      { world: { github: () => undefined } },
      'there is no token, or this is no workflow run',
    ],
    [
      'is not asked for without a token',
      { inputs: { token: '' } },
      'there is no token, or this is no workflow run',
    ],
    [
      'is that of no run',
      { variables: { GITHUB_RUN_ID: '' } },
      'there is no token, or this is no workflow run',
    ],
  ])(
    'that %s gives way to that of the job, and the log says why and what follows',
    async (_, options, reason) => {
      const run = await findRun([{ id: 'ours', createdMs: -20_000 }], { eventFileMs: -30_000, ...options });
      expect(run.green).toBe(true);
      expect(boundLine(textsOf(run))).toBe(
        'Searching for orders created since 2026-11-22 04:59:30 UTC, the start of this job, 30 s ago. ' +
          `The start of the run itself could not be read (${reason}), so an order of an earlier job of this run is not seen: ` +
          'grant the job "permissions: actions: read", or set changeOrderId to the ID of the order.',
      );
    },
  );

  test('that is only the job’s does not let the order of an earlier job pass, and the message names that cause', async () => {
    const run = await findRun([{ id: 'ours', createdMs: -45_000 }], {
      eventFileMs: -30_000,
      runTimes: refused,
    });
    expect(run.verdict).toBe('not-found');
    expect(errorOf(run)).toContain(
      'none that fits was created since 2026-11-22 04:59:30 UTC, the start of this job',
    );
    expect(errorOf(run)).toContain('ours (CoDeploy, of 2026-11-22 04:59:15 UTC), was refused: it is too old');
    expect(errorOf(run)).toContain('grant the job "permissions: actions: read"');
  });

  test('that nobody knows is an input error, and no request is sent', async () => {
    const run = await findRun([{ id: 'ours', createdMs: 0 }], { runTimes: refused });
    expect(run).toMatchObject({ green: false, verdict: 'error', endedAtMs: 0 });
    expect(errorOf(run)).toContain('createdAfter: missing, and the start of this run is unknown');
    expect(run.transport.seen).toHaveLength(0);
  });

  test.each<[string, FindOptions, string]>([
    [
      'an event file of 1970, and no token',
      { inputs: { token: '' }, eventFileMs: -WALL_START_MS },
      'there is no token, or this is no workflow run; the event file is dated 1970-01-01 00:00:00 UTC',
    ],
    [
      'an event file of 1970, and a GitHub without that endpoint',
      {
        runTimes: { kind: 'refused', status: 404, message: 'Not Found' },
        eventFileMs: -WALL_START_MS,
      },
      'GitHub answered HTTP 404; the event file is dated 1970-01-01 00:00:00 UTC',
    ],
    [
      'the year 1 of GitHub, and no event file',
      { runTimes: runTimes(Date.parse('0001-01-01T00:00:00Z') - WALL_START_MS) },
      'GitHub answered 0001-01-01 00:00:00 UTC, which cannot be: a run lasts at most 35 days and does not begin in the future; there is no event file',
    ],
  ])('that cannot be true is an input error (%s), and no request is sent', async (_, options, reason) => {
    const run = await findRun([{ id: 'of-two-days-ago', createdMs: -48 * HOUR_MS }], options);
    expect(run).toMatchObject({ green: false, verdict: 'error', endedAtMs: 0 });
    expect(errorOf(run)).toContain('createdAfter: missing, and the start of this run is unknown');
    expect(errorOf(run)).toContain(reason);
    expect(errorOf(run)).toContain('Or set changeOrderId to the ID that the deploy call returned');
    expect(run.transport.seen).toHaveLength(0);
  });

  test('that cannot be true gives way to that of the job, which is stricter', async () => {
    const options = {
      runTimes: runTimes(Date.parse('0001-01-01T00:00:00Z') - WALL_START_MS),
      eventFileMs: -30_000,
    };
    const run = await findRun([{ id: 'ours', createdMs: -20_000 }], options);
    expect(run.green).toBe(true);
    expect(boundLine(textsOf(run))).toBe(
      'Searching for orders created since 2026-11-22 04:59:30 UTC, the start of this job, 30 s ago. ' +
        'The start of the run itself could not be read (GitHub answered 0001-01-01 00:00:00 UTC, which cannot be: a run lasts at most 35 days and does not begin in the future), so an order of an earlier job of this run is not seen: ' +
        'set changeOrderId to the ID of the order.',
    );
    const old = await findRun([{ id: 'of-two-days-ago', createdMs: -48 * HOUR_MS }], options);
    expect(old).toMatchObject({ green: false, verdict: 'not-found' });
  });

  test('that is nonsense only for the first attempt of a re-run does not let an old order pass', async () => {
    const run = await findRun([{ id: 'of-two-days-ago', createdMs: -48 * HOUR_MS }], {
      attempt: 2,
      runTimes: runTimes(-MINUTE_MS, -WALL_START_MS),
    });
    expect(run).toMatchObject({ green: false, verdict: 'not-found' });
  });

  test('is not asked for where createdAfter is given', async () => {
    const asked: string[] = [];
    const github = (token: string): never => {
      asked.push(token);
      throw new Error('nobody should ask');
    };
    const run = await findRun([{ id: 'ours', createdMs: -HOUR_MS }], {
      inputs: { createdAfter: '2h', token: '' },
      world: { github },
    });
    expect(run.green).toBe(true);
    expect(asked).toStrictEqual([]);
  });
});

describe('a GitHub that never answers', () => {
  /** Three seconds for all, one of them for a request. */
  const SHORT = { timeout: '3s', requestTimeout: '1s', minPollInterval: '1s', maxPollInterval: '1s' };

  const NO_EVENT_FILE = { modifiedMs: () => undefined };

  function hanging(options: FindOptions = {}): FindOptions {
    const never = (): Promise<never> => new Promise(() => undefined);
    const github = { runTimes: never, createCheckRun: never, updateCheckRun: never };
    return {
      eventFileMs: -30_000,
      ...options,
      inputs: { ...SHORT, ...options.inputs },
      world: { github: () => github, ...options.world },
    };
  }

  test('leaves half of the time to look for the order', async () => {
    const run = await findRun([{ id: 'ours', createdMs: -20_000, endsMs: 0 }], hanging());
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
    expect(callsOf(run, 'ListChangeOrders')[0]?.atMs).toBe(1_500);
    expect(boundLine(textsOf(run))).toContain(
      'The start of the run itself could not be read (no answer within 1.5 s)',
    );
  });

  test('has 10 s of a long one', async () => {
    const run = await findRun([{ id: 'ours', createdMs: -20_000 }], hanging({ inputs: { timeout: '30m' } }));
    expect(callsOf(run, 'ListChangeOrders')[0]?.atMs).toBe(10_000);
    expect(boundLine(textsOf(run))).toContain('(no answer within 10 s)');
  });

  test('is what the error names where no order is found since the start of the job', async () => {
    const run = await findRun([{ id: 'of-an-earlier-job', createdMs: -45_000 }], hanging());
    expect(run.verdict).toBe('not-found');
    expect(run.endedAtMs).toBeLessThanOrEqual(4_000);
    expect(errorOf(run)).toContain('(no answer within 1.5 s)');
    expect(errorOf(run)).not.toContain('ListChangeOrders');
  });

  test('does not take the blame for a list that is slow too', async () => {
    const trouble = () => ({ kind: 'hang' }) as const;
    const run = await findRun([], hanging({ trouble }));
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 4_000 });
    expect(errorOf(run)).toContain('ListChangeOrders');
  });

  test('is what the input error names where there is no event file either', async () => {
    const run = await findRun([{ id: 'ours', createdMs: 0 }], hanging({ world: NO_EVENT_FILE }));
    expect(run).toMatchObject({ verdict: 'error', endedAtMs: 1_500 });
    expect(errorOf(run)).toContain('(no answer within 1.5 s; there is no event file)');
    expect(run.transport.seen).toHaveLength(0);
  });

  test('does not turn a cancel into an input error', async () => {
    const options = hanging({ inputs: { timeout: '30m' }, world: NO_EVENT_FILE, cancelAtMs: 700 });
    const run = await findRun([{ id: 'ours', createdMs: 0 }], options);
    expect(run).toMatchObject({ verdict: 'cancelled', endedAtMs: 700, asleep: 0 });
  });
});

describe('createdAfter', () => {
  const lastHour: readonly AccountOrder[] = [
    { id: 'hour-ago', createdMs: -HOUR_MS },
    { id: 'before', createdMs: -HOUR_MS - 1_000, ending: 3 },
  ];

  test.each([
    ['a time', '2026-11-22T04:00:00Z', '2026-11-22 04:00:00 UTC, createdAfter, 1 h ago.'],
    [
      'a time in another zone',
      '2026-11-22T12:00:00+08:00',
      '2026-11-22 04:00:00 UTC, createdAfter, 1 h ago.',
    ],
    ['a duration before now', '1h', '2026-11-22 04:00:00 UTC, createdAfter, 1 h ago.'],
    ['a number of seconds before now', '3600', '2026-11-22 04:00:00 UTC, createdAfter, 1 h ago.'],
  ])('is %s, to the second', async (_, createdAfter, told) => {
    const run = await findRun(lastHour, { inputs: { createdAfter } });
    expect(run.green).toBe(true);
    expect(followedBy(run)).toStrictEqual(['hour-ago']);
    expect(boundLine(textsOf(run))).toBe(`Searching for orders created since ${told}`);
  });

  test('refuses what is a second too old', async () => {
    const run = await findRun(lastHour, { inputs: { createdAfter: '2026-11-22T04:00:01Z' } });
    expect(run.verdict).toBe('not-found');
    expect(errorOf(run)).toContain('since 2026-11-22 04:00:01 UTC, createdAfter,');
  });

  test('is not overruled by the first attempt of a re-run', async () => {
    const run = await findRun([{ id: 'older', createdMs: -90_000 }], {
      inputs: { createdAfter: '1m' },
      attempt: 2,
      runTimes: runTimes(-60_000, -HOUR_MS),
    });
    expect(run.verdict).toBe('not-found');
  });
});

describe('a re-run', () => {
  /** The first attempt began an hour ago, this one a minute. */
  const RERUN: FindOptions = { attempt: 2, runTimes: runTimes(-MINUTE_MS, -HOUR_MS) };
  const FIRST: AccountOrder = { id: 'first', createdMs: -50 * MINUTE_MS, description: 'gh-1' };
  const OLD: AccountOrder = { id: 'old', createdMs: -2 * HOUR_MS, ending: 3 };

  test('takes the order of this attempt where there is one', async () => {
    const run = await findRun(
      [
        { ...FIRST, ending: 3 },
        { id: 'ours', createdMs: -30_000 },
      ],
      RERUN,
    );
    expect(run).toMatchObject({ green: true, outputs: { changeOrderId: 'ours' } });
    expect(followedBy(run)).toStrictEqual(['ours']);
  });

  test('takes the newest since the run was created where there is none, and the log says so', async () => {
    const newest = { id: 'newest', createdMs: -40 * MINUTE_MS };
    const run = await findRun([OLD, { ...FIRST, ending: 3 }, newest], RERUN);
    expect(run).toMatchObject({ green: true, outputs: { changeOrderId: 'newest' } });
    expect(followedBy(run)).toStrictEqual(['newest']);
    expect(callsOf(run, 'DescribeChangeOrder')[0]?.atMs).toBe(120_000);
    expect(textsOf(run)).toContain(
      'This is a re-run, and no order was created since this attempt began: the newest since the run was created (2026-11-22 04:00:00 UTC) is taken.',
    );
    const because =
      'Chosen: newest (CoDeploy, of 2026-11-22 04:20:00 UTC), the newest order since this run was first created that fits.';
    expect(run.outputs['chosenBecause']).toBe(because);
    expect(run.toolkit.summaries.at(-1)).toContain('<li>This is a re-run');
    expect(run.toolkit.notices).toStrictEqual([]);
  });

  test('looks at the list no more often for that', async () => {
    const run = await findRun([FIRST], RERUN);
    const lists = callsOf(run, 'ListChangeOrders').map(({ atMs }) => atMs);
    // The last look of the search, and the one before green.
    expect(lists.filter(atMs => atMs >= 120_000)).toStrictEqual([120_000, 120_000]);
  });

  test('is red where that order failed', async () => {
    const run = await findRun([{ ...FIRST, ending: 3 }], RERUN);
    expect(run).toMatchObject({ green: false, verdict: 'failed' });
  });

  test('takes it with its description too', async () => {
    const other = { id: 'other', createdMs: -10 * MINUTE_MS, description: 'by hand' };
    const run = await findRun([FIRST, other], { ...RERUN, inputs: { descriptionContains: 'gh-1' } });
    expect(run).toMatchObject({ green: true, outputs: { changeOrderId: 'first' } });
    // It came after the one waited for.
    expect(run.toolkit.notices.map(({ message }) => message)).toStrictEqual([
      expect.stringContaining('other'),
    ]);
  });

  test('follows an order that appears after that', async () => {
    const late = { id: 'late', createdMs: 100_000, endsMs: 300_000 };
    const running = { ...FIRST, endsMs: 200_000 };
    const run = await findRun([running, { ...late, createdMs: 125_000 }], RERUN);
    expect(run.green).toBe(true);
    expect(followedBy(run)).toStrictEqual(['first', 'late']);
  });

  test('passes a stale one over for the next', async () => {
    const stale = { id: 'stale', createdMs: -40 * MINUTE_MS, beginsMs: -2 * HOUR_MS };
    const run = await findRun([stale, FIRST, OLD], RERUN);
    expect(run).toMatchObject({ green: true, outputs: { changeOrderId: 'first' } });
    expect(followedBy(run)).toStrictEqual(['stale', 'first']);
  });

  test('finds nothing where nothing was created since the run was', async () => {
    const run = await findRun([OLD], RERUN);
    expect(run).toMatchObject({ green: false, verdict: 'not-found', endedAtMs: 120_000 });
    expect(errorOf(run)).toContain(
      'none that fits was created since 2026-11-22 04:59:00 UTC, the start of this workflow run, nor since 2026-11-22 04:00:00 UTC, when this run was first created,',
    );
  });

  test('takes none of another type or one that was created before the run', async () => {
    const run = await findRun([{ ...FIRST, type: 'CoRollback' }, OLD], RERUN);
    expect(run.verdict).toBe('not-found');
  });

  test('finds nothing where GitHub does not report when the run was created', async () => {
    const run = await findRun([FIRST], { attempt: 2, runTimes: refused, eventFileMs: -MINUTE_MS });
    expect(run.verdict).toBe('not-found');
  });

  test.each([1, 0, Number.NaN])(
    'is none in attempt %d: then only orders since its start count',
    async attempt => {
      const run = await findRun([FIRST], { ...RERUN, attempt });
      expect(run.verdict).toBe('not-found');
    },
  );
});
