import { describe, expect, test } from '@jest/globals';
import type { CreatedAfter, RunStart } from '../../src/discovery/run-start.ts';
import { givenBound, runBound } from '../../src/discovery/run-start.ts';
import type { FindOptions } from '../support/find-run.ts';
import { callsOf, errorOf, findRun, followedBy, runTimes, textsOf } from '../support/find-run.ts';
import type { AccountOrder } from '../support/sae-account.ts';

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

  const times = { createdMs: 100, attemptStartedMs: 200 };
  const unknown = { unknown: { kind: 'refused', httpStatus: 403 } } as const;

  test.each<[string, RunStart, ReturnType<typeof runBound>]>([
    [
      'the start of the run, where GitHub tells it',
      { times, jobStartedMs: 300, attempt: 1 },
      { source: 'run', createdAfterMs: 200, runUnknown: undefined, firstAttemptMs: undefined },
    ],
    [
      'the start of this attempt of it, where it is a re-run',
      { times, jobStartedMs: undefined, attempt: 2 },
      { source: 'run', createdAfterMs: 200, runUnknown: undefined, firstAttemptMs: 100 },
    ],
    [
      'the start of the job, where GitHub does not tell it',
      { times: unknown, jobStartedMs: 300, attempt: 2 },
      { source: 'job', createdAfterMs: 300, runUnknown: unknown.unknown, firstAttemptMs: undefined },
    ],
    ['not known, where there is neither', { times: unknown, jobStartedMs: undefined, attempt: 1 }, undefined],
  ])('is %s', (_, runStart, bound) => {
    expect(runBound(runStart)).toStrictEqual(bound);
  });
});

const refused: FindOptions['runTimes'] = { kind: 'refused', status: 403, message: 'Resource not accessible' };

/** The first lines that tell since when orders are looked for. */
function boundLine(texts: readonly string[]): string {
  return texts.find(text => text.startsWith('Looking for orders')) ?? '';
}

describe('the start of the run', () => {
  test('is that of this attempt, asked of GitHub; the log says so and how long ago', async () => {
    const run = await findRun([{ id: 'ours', createdMs: -5 * MINUTE_MS }], {
      runTimes: runTimes(-5 * MINUTE_MS),
      eventFileMs: -MINUTE_MS,
    });
    expect(run.green).toBe(true);
    expect(boundLine(textsOf(run))).toBe(
      'Looking for orders created since 2026-11-22 04:55:00 UTC, the start of this workflow run, 5 min ago.',
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
        'Looking for orders created since 2026-11-22 04:59:30 UTC, the start of this job, 30 s ago. ' +
          `The start of the run itself could not be asked (${reason}), so an order of an earlier job of this run is not seen: ` +
          'grant the job "permissions: actions: read", or hand the id of the order to changeOrderId.',
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
    expect(errorOf(run)).toContain('createdAfter: got nothing, and nothing here tells when this run began');
    expect(run.transport.seen).toHaveLength(0);
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
    expect(boundLine(textsOf(run))).toBe(`Looking for orders created since ${told}`);
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

  test('finds nothing where GitHub does not tell when the run was created', async () => {
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
