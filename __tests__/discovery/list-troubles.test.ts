import { describe, expect, test } from '@jest/globals';
import { envelopeOf, errorAnswer, httpAnswer, throttled, UNAVAILABLE } from '../support/answers.ts';
import { callsOf, errorOf, findRun, followedBy, textsOf } from '../support/find-run.ts';
import { APP_ID } from '../support/orders.ts';
import type { AccountOptions, AccountOrder } from '../support/sae-account.ts';
import type { Reply } from '../support/scripted-transport.ts';

const MINUTE_MS = 60_000;
const OURS: AccountOrder = { id: 'ours', createdMs: -30_000 };

/** The list, and nothing else, is in trouble from a moment until another. */
function listTrouble(
  what: Reply | ReturnType<typeof errorAnswer>,
  fromMs: number,
  untilMs = Infinity,
): Required<Pick<AccountOptions, 'trouble'>> {
  return {
    trouble: ({ atMs }, call) =>
      call === 'ListChangeOrders' && atMs >= fromMs && atMs < untilMs ? what : undefined,
  };
}

describe('a list that nobody may read', () => {
  test.each([
    ['InvalidAppId.NotFound', 404, 'Check appId, and that regionId is the region of the application.'],
    ['InvalidApplication.NotFound', 400, 'Check appId, and that regionId is the region of the application.'],
    ['NoPermission', 403, 'the action "sae:ListChangeOrders" on "*"'],
    ['Resouce.no.permission', 400, 'the action "sae:ListChangeOrders" on "*"'],
    ['InvalidAccessKeyId.NotFound', 404, 'Check that accessKeyId and accessKeySecret belong together'],
    ['InvalidParameter.Obviously', 400, 'Check changeOrderId and appId'],
  ])('for %s ends the wait after one call, with what to do', async (code, status, remedy) => {
    const run = await findRun([OURS], listTrouble(errorAnswer(code, status), 0));
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 0, asleep: 0 });
    expect(run.transport.seen).toHaveLength(1);
    expect(errorOf(run)).toContain(`ListChangeOrders answered ${code} (HTTP ${status}, RequestId E-4711)`);
    expect(errorOf(run)).toContain(remedy);
  });

  test('because the application is another one: the account itself says so', async () => {
    const run = await findRun([OURS], { inputs: { appId: 'wrong' } });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 0, outputs: { appId: 'wrong' } });
    expect(errorOf(run)).toContain('InvalidAppId.NotFound (HTTP 404');
  });
});

describe('a list in passing trouble', () => {
  test.each<[string, Reply | ReturnType<typeof errorAnswer>]>([
    ['503', UNAVAILABLE],
    ['a reset', { kind: 'reset' }],
    ['a hang', { kind: 'hang' }],
    ['a page of a proxy', httpAnswer('<html>sign in</html>', 200, { 'content-type': 'text/html' })],
    ['an answer without a list', httpAnswer(envelopeOf({}))],
    ['a list of things', httpAnswer(envelopeOf({ ChangeOrderList: [{ ChangeOrderId: 7 }], TotalSize: 1 }))],
    ['a list that is none', httpAnswer(envelopeOf({ ChangeOrderList: 'none', TotalSize: 0 }))],
  ])('(%s) is asked again, and the log says so once', async (_, what) => {
    const run = await findRun([OURS], listTrouble(what, 0, 45_000));
    expect(run.green).toBe(true);
    expect(textsOf(run).filter(text => text.startsWith('The list of orders could not be read'))).toHaveLength(
      1,
    );
  });

  test('that outlasts discoveryTimeout but not outageTolerance is survived: who could not look has not searched', async () => {
    const run = await findRun([OURS], listTrouble(UNAVAILABLE, 0, 4 * MINUTE_MS));
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
    expect(run.endedAtMs).toBeGreaterThanOrEqual(4 * MINUTE_MS);
    expect(run.endedAtMs).toBeLessThan(5 * MINUTE_MS);
  });

  test('that lies over the end of discoveryTimeout is survived, and then nothing is found', async () => {
    const run = await findRun([], listTrouble(UNAVAILABLE, 110_000, 3 * MINUTE_MS));
    expect(run.verdict).toBe('not-found');
    expect(run.endedAtMs).toBeGreaterThanOrEqual(3 * MINUTE_MS);
    expect(run.endedAtMs).toBeLessThan(4 * MINUTE_MS);
  });

  test('for longer than outageTolerance ends the wait: unreadable, with the last error', async () => {
    const run = await findRun([OURS], listTrouble(UNAVAILABLE, 0));
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 5 * MINUTE_MS });
    expect(errorOf(run)).toContain(
      'The list of orders could not be read. Last error: ListChangeOrders answered ServiceUnavailable (HTTP 503',
    );
  });

  test('ends at the deadline where that comes first', async () => {
    const run = await findRun([OURS], { ...listTrouble(UNAVAILABLE, 0), inputs: { timeout: '3m' } });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 3 * MINUTE_MS });
  });

  test('that hangs at the deadline holds up the end by no more than a request', async () => {
    const run = await findRun([OURS], { ...listTrouble({ kind: 'deaf' }, 0), inputs: { timeout: '1m' } });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: MINUTE_MS + 10_000, asleep: 0 });
  });

  test('is an outage only in a row: a list now and then is enough', async () => {
    const run = await findRun([{ ...OURS, createdMs: 19 * MINUTE_MS }], {
      inputs: { discoveryTimeout: '20m' },
      trouble: ({ atMs }, call) =>
        call === 'ListChangeOrders' && atMs % (4 * MINUTE_MS) > MINUTE_MS ? UNAVAILABLE : undefined,
    });
    expect(run.green).toBe(true);
  });
});

describe('a list that is throttled', () => {
  test('is no outage, however long it lasts', async () => {
    const run = await findRun([OURS], listTrouble(throttled(), 0, 20 * MINUTE_MS));
    expect(run.green).toBe(true);
    expect(run.endedAtMs).toBeGreaterThanOrEqual(20 * MINUTE_MS);
    const gaps = callsOf(run, 'ListChangeOrders').map(({ atMs }) => atMs);
    expect(gaps[1]).toBe(30_000);
  });

  test('is asked again when the server says', async () => {
    const run = await findRun([OURS], listTrouble(throttled('45000'), 0, 1_000));
    expect(run.green).toBe(true);
    expect(callsOf(run, 'ListChangeOrders')[1]?.atMs).toBe(45_000);
  });
});

describe('a list that changes while it is read', () => {
  /** Thirty old orders: two pages, listed in no order at all. */
  const OLD: readonly AccountOrder[] = Array.from({ length: 30 }, (_, index) => ({
    id: `old-${index}`,
    createdMs: -(index + 2) * 3_600_000,
  }));

  test('is read again, and the order that came in between is found', async () => {
    const run = await findRun([...OLD, { id: 'ours', createdMs: 1_000, endsMs: 2_000 }], {
      latencyMs: 1_500,
    });
    expect(run.green).toBe(true);
    expect(followedBy(run)).toStrictEqual(['ours']);
    const pages = callsOf(run, 'ListChangeOrders').map(({ url }) => url.searchParams.get('CurrentPage'));
    // Changed, read again, and once more before green.
    expect(pages).toStrictEqual(['1', '2', '1', '2', '1', '2']);
    expect(run.toolkit.everything).toContain('its list changed while it was read');
  });

  test('never hides a newer order before green', async () => {
    // The list before green begins at 33 s or later; the newer order comes between its pages.
    const ours = { id: 'ours', createdMs: -30_000, endsMs: 20_000 };
    const watch = await findRun([...OLD, ours], { latencyMs: 1_500 });
    const confirmMs = callsOf(watch, 'ListChangeOrders').at(-2)?.atMs ?? 0;
    const newer = { id: 'newer', createdMs: confirmMs + 1_000, endsMs: confirmMs + 1_200, ending: 3 };
    const run = await findRun([...OLD, ours, newer], { latencyMs: 1_500 });
    expect(watch.green).toBe(true);
    expect(run).toMatchObject({ green: false, verdict: 'failed', outputs: { changeOrderId: 'newer' } });
  });
});

describe('a cancel', () => {
  test('while searching ends the search at once, and says how to wait again without an id', async () => {
    const run = await findRun([], { cancelAtMs: 47_000 });
    expect(run).toMatchObject({ green: false, verdict: 'cancelled', endedAtMs: 47_000, asleep: 0 });
    expect(errorOf(run)).toContain('The wait was cancelled (SIGINT) after 47 s');
    expect(errorOf(run)).toContain('To wait again, run this step again.');
    expect(errorOf(run)).not.toContain('changeOrderId ""');
    expect(run.toolkit.summaries).toHaveLength(1);
  });

  test('during a hanging list ends it at once', async () => {
    const run = await findRun([OURS], { ...listTrouble({ kind: 'deaf' }, 0), cancelAtMs: 5_000 });
    expect(run).toMatchObject({ verdict: 'cancelled', endedAtMs: 5_000, asleep: 0 });
  });

  test('during the list before green is no green', async () => {
    const run = await findRun([OURS], { ...listTrouble({ kind: 'hang' }, 20_000), cancelAtMs: 50_000 });
    expect(run).toMatchObject({
      green: false,
      verdict: 'cancelled',
      endedAtMs: 50_000,
      outputs: { changeOrderId: 'ours', status: '2', appId: APP_ID },
    });
  });
});
