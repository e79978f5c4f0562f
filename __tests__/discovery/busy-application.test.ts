import { describe, expect, test } from '@jest/globals';
import { envelopeOf, httpAnswer } from '../support/answers.ts';
import { callsOf, errorOf, findRun } from '../support/find-run.ts';
import type { AccountOptions, AccountOrder } from '../support/sae-account.ts';

const MINUTE_MS = 60_000;
const OURS: AccountOrder = { id: 'ours', createdMs: -30_000 };

/** An application that scales by itself: 400 orders of the past, 21 pages with ours. */
const SCALED: readonly AccountOrder[] = Array.from({ length: 400 }, (_, index) => ({
  id: `scaled-${index}`,
  createdMs: -(index + 20) * MINUTE_MS,
  type: index % 2 === 0 ? 'CoScaleOut' : 'CoScaleIn',
}));

/** What each look at the list asked for: its types, each with its page. */
function asked(run: Awaited<ReturnType<typeof findRun>>): readonly string[] {
  return callsOf(run, 'ListChangeOrders').map(
    ({ url }) => `${url.searchParams.get('CoType') ?? ''} ${url.searchParams.get('CurrentPage') ?? ''}`,
  );
}

/** Enough calls to find the order at once, and too near a deadline for all pages once more. */
const SHORT = { maxCallsPerMinute: '30', timeout: '100s' };

const WHOLE = Array.from({ length: 21 }, (_, index) => ` ${index + 1}`);

/** The lists by type are not what they should be. */
function listByType(data: Readonly<Record<string, unknown>>): AccountOptions {
  return {
    trouble: ({ url }, call) =>
      call === 'ListChangeOrders' && url.searchParams.has('CoType') && !url.searchParams.has('CoStatus')
        ? httpAnswer(envelopeOf(data))
        : undefined,
  };
}

describe('before green, the list of a busy application', () => {
  test('is read as a whole while there is time, which tells of other orders since', async () => {
    const rollback: AccountOrder = { id: 'rollback', createdMs: 20_000, type: 'CoRollback' };
    const run = await findRun([...SCALED, OURS, rollback], { inputs: { maxCallsPerMinute: '1000' } });
    expect(run.green).toBe(true);
    expect(asked(run).slice(-21)).toStrictEqual(WHOLE);
    expect(run.toolkit.notices.map(({ title }) => title)).toContain('SAE rollout gate: another order since');
  });

  test('is asked for by the types that are wanted near the deadline, which takes fewer calls', async () => {
    const run = await findRun([...SCALED, OURS], { inputs: SHORT });
    expect(run.green).toBe(true);
    expect(asked(run)).toStrictEqual([...WHOLE, 'CoDeploy 1', 'CoCreateApp 1']);
  });

  test('is read in time for an order that succeeds just before the deadline', async () => {
    const late = { ...OURS, endsMs: 4 * MINUTE_MS - 3_000 };
    const run = await findRun([...SCALED, late], { inputs: { timeout: '4m' } });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
  });

  test.each([
    [4, 90_000],
    [5, 60_000],
  ])('is read in time by %i calls a minute, %i ms before the deadline', async (calls, beforeMs) => {
    const late = { ...OURS, endsMs: 10 * MINUTE_MS - beforeMs };
    const inputs = { timeout: '10m', maxCallsPerMinute: String(calls) };
    const run = await findRun([...SCALED, late], { inputs });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
  });

  test('shows a further order of the run all the same, which has to succeed too', async () => {
    const later: AccountOrder = { id: 'later', createdMs: 20_000, type: 'CoCreateApp', ending: 3 };
    const run = await findRun([...SCALED, OURS, later], { inputs: SHORT });
    expect(run).toMatchObject({ green: false, verdict: 'failed', outputs: { changeOrderId: 'later' } });
  });

  test.each([
    ['is empty', { ChangeOrderList: [], TotalSize: 0 }],
    ['is no list', { ChangeOrderList: 'none' }],
  ])('is read as a whole where that by types %s', async (_, data) => {
    const run = await findRun([...SCALED, OURS], {
      ...listByType(data),
      inputs: SHORT,
    });
    expect(run.green).toBe(true);
    expect(asked(run).slice(-21)).toStrictEqual(WHOLE);
  });

  test('is read as a whole where every type may be meant', async () => {
    const run = await findRun([...SCALED, OURS], { inputs: { ...SHORT, coType: '*' } });
    expect(run.green).toBe(true);
    expect(asked(run)).toStrictEqual([...WHOLE, ...WHOLE]);
  });

  test('that nobody may read any more makes it red', async () => {
    const run = await findRun([...SCALED, OURS], {
      trouble: ({ atMs }, call) =>
        call === 'ListChangeOrders' && atMs > 15_000 ? { kind: 'hang' } : undefined,
      inputs: { ...SHORT, outageTolerance: '1m' },
    });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable' });
    expect(errorOf(run)).toContain('ListChangeOrders');
  });
});
