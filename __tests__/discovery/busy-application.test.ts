import { describe, expect, test } from '@jest/globals';
import { envelopeOf, httpAnswer } from '../support/answers.ts';
import { callsOf, errorOf, findRun } from '../support/find-run.ts';
import type { AccountOrder } from '../support/sae-account.ts';

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

describe('before green, the list of a busy application', () => {
  test('is read as a whole while there is time, which reports other orders since', async () => {
    const rollback: AccountOrder = { id: 'rollback', createdMs: 20_000, type: 'CoRollback' };
    const run = await findRun([...SCALED, OURS, rollback], { inputs: { maxCallsPerMinute: '1000' } });
    expect(run.green).toBe(true);
    expect(asked(run).slice(-21)).toStrictEqual(WHOLE);
    expect(run.toolkit.notices.map(({ title }) => title)).toContain('SAE rollout gate: another order since');
  });

  test('is read as a whole near the deadline too: a list by type proves nothing of what it lacks', async () => {
    const run = await findRun([...SCALED, OURS], { inputs: SHORT });
    expect(run.green).toBe(true);
    expect(asked(run)).toStrictEqual([...WHOLE, ...WHOLE]);
  });

  test('shows an order that a list by type would have left out', async () => {
    const hidden: AccountOrder = { id: 'hidden', createdMs: 20_000, ending: 3 };
    const run = await findRun([...SCALED, OURS, hidden], {
      inputs: SHORT,
      trouble: ({ url }, call) => {
        if (call !== 'ListChangeOrders' || !url.searchParams.has('CoType')) return undefined;
        const ours = { ChangeOrderId: 'ours', CoTypeCode: 'CoDeploy', CreateTime: '2026-11-22 12:59:30' };
        return httpAnswer(envelopeOf({ ChangeOrderList: [ours], TotalSize: 1 }));
      },
    });
    expect(run).toMatchObject({ green: false, verdict: 'failed', outputs: { changeOrderId: 'hidden' } });
  });

  test.each([
    [5, 5 * MINUTE_MS],
    [11, 3 * MINUTE_MS],
  ])('is read in time by %i calls a minute, %i ms before the deadline', async (calls, beforeMs) => {
    const late = { ...OURS, endsMs: 10 * MINUTE_MS - beforeMs };
    const inputs = { timeout: '10m', maxCallsPerMinute: String(calls) };
    const run = await findRun([...SCALED, late], { inputs });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
  });

  test('that cannot be read to its end before the deadline makes it red, and says what helps', async () => {
    const late = { ...OURS, endsMs: 4 * MINUTE_MS - 3_000 };
    const run = await findRun([...SCALED, late], { inputs: { timeout: '4m' } });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable' });
    expect(errorOf(run)).toContain('the time was up before the list was read to its end');
    expect(errorOf(run)).toContain('raise timeout or maxCallsPerMinute, or set changeOrderId');
  });

  test('shows a further order of the run anyway, which has to succeed too', async () => {
    const later: AccountOrder = { id: 'later', createdMs: 20_000, type: 'CoCreateApp', ending: 3 };
    const run = await findRun([...SCALED, OURS, later], { inputs: SHORT });
    expect(run).toMatchObject({ green: false, verdict: 'failed', outputs: { changeOrderId: 'later' } });
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
