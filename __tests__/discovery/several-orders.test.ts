import { describe, expect, test } from '@jest/globals';
import { callsOf, errorOf, findRun, followedBy, textsOf } from '../support/find-run.ts';
import { envelopeOf, httpAnswer } from '../support/answers.ts';
import type { AccountOrder } from '../support/sae-account.ts';
import { beijingTime } from '../support/sae-account.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

const MINUTE_MS = 60_000;

/** Two deployments since the run began; orders of one application run one after the other. */
const FIRST: AccountOrder = { id: 'first', createdMs: -50_000, endsMs: -10_000 };
const SECOND: AccountOrder = { id: 'second', createdMs: -5_000, endsMs: 30_000 };

describe('of several orders that can be this run’s own', () => {
  test('the newest is followed first, and it is green when all succeeded', async () => {
    const run = await findRun([FIRST, SECOND]);
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', asleep: 0 });
    expect(followedBy(run)).toStrictEqual(['second', 'first']);
    expect(run.outputs).toMatchObject({ changeOrderId: 'second', status: '2' });
  });

  const ROLLBACK: AccountOrder = { ...SECOND, id: 'rollback', type: 'CoRollback' };
  const SCALING: AccountOrder = { id: 'scaling', createdMs: 5_000, endsMs: 20_000, type: 'CoScaleOut' };
  const ANY_TYPE = { inputs: { coType: '*' } };

  test.each<[string, readonly AccountOrder[], string]>([
    ['a rollback made since', [FIRST, ROLLBACK], 'first'],
    [
      'a rollback that is still running when the deployment has succeeded',
      [FIRST, { ...ROLLBACK, endsMs: 90_000 }],
      'first',
    ],
    ['a scaling made since', [FIRST, ROLLBACK, SCALING], 'first'],
    ['an earlier deployment', [FIRST, SECOND, SCALING], 'second'],
    ['a first deployment of an application', [{ ...FIRST, type: 'CoCreateApp' }, ROLLBACK], 'first'],
    [
      'any deployment, where there is none',
      [{ ...FIRST, type: 'CoRestartApplication' }, ROLLBACK],
      'rollback',
    ],
  ])('the outputs are about the deployment, not about %s, where every type counts', async (_, orders, id) => {
    const run = await findRun(orders, ANY_TYPE);
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
    const type = orders.find(order => order.id === id)?.type ?? 'CoDeploy';
    expect(run.outputs).toMatchObject({ changeOrderId: id, coTypeCode: type, status: '2' });
    expect(run.outputs['chosenBecause']).toContain(`: ${id} (${type}, `);
    expect(run.outputs['consoleUrl']).toContain(`=${id}&`);
    expect(run.outputs['results']).toContain(`"changeOrderId":"${id}"`);
    expect(followedBy(run).toSorted()).toStrictEqual(orders.map(order => order.id).toSorted());
  });

  test('the outputs are about the newest of the types that are named, of whatever type', async () => {
    const run = await findRun([FIRST, ROLLBACK], { inputs: { coType: 'CoDeploy,CoRollback' } });
    expect(run).toMatchObject({ green: true, outputs: { changeOrderId: 'rollback' } });
  });

  test('the outputs are about the rollback that failed, where it decided', async () => {
    const run = await findRun([FIRST, { ...ROLLBACK, ending: 3 }], ANY_TYPE);
    expect(run).toMatchObject({ verdict: 'failed', outputs: { changeOrderId: 'rollback' } });
  });

  test('the log says that all have to succeed, and which', async () => {
    const run = await findRun([FIRST, SECOND]);
    expect(textsOf(run)).toContain(
      'Chosen: second (CoDeploy, of 2026-11-22 04:59:55 UTC), the newest of 2 orders since the start of this workflow run that fit. One of them belongs to this run and it is not known which, so all of them must succeed.',
    );
    expect(textsOf(run)).toContain(
      'Must succeed too, since it also fits: first (CoDeploy, of 2026-11-22 04:59:10 UTC).',
    );
    expect(run.toolkit.summaries.at(-1)).toContain('<li>Must succeed too');
  });

  test.each([
    [3, 'failed'],
    [6, 'terminated'],
    [10, 'system-error'],
  ])('one that ended with %i makes it red, is named, and so are the remedies', async (ending, verdict) => {
    const run = await findRun([{ ...FIRST, ending }, SECOND]);
    expect(run).toMatchObject({
      green: false,
      verdict,
      outputs: { changeOrderId: 'first', status: String(ending) },
    });
    expect(errorOf(run)).toContain("Several orders can be this run's own, and order first did not succeed.");
    expect(errorOf(run)).toContain('set changeOrderId to its ID, or give the deployment its own description');
    expect(errorOf(run)).toContain('descriptionContains');
  });

  test('the newest alone makes it red, and nothing else is waited for', async () => {
    const run = await findRun([FIRST, { ...SECOND, ending: 3 }]);
    expect(run).toMatchObject({ green: false, verdict: 'failed', outputs: { changeOrderId: 'second' } });
    expect(errorOf(run)).toContain('order second did not succeed');
    expect(followedBy(run)).toStrictEqual(['second']);
  });

  test('one that is not finished by the deadline makes it red', async () => {
    const endless = { ...SECOND, endsMs: 60 * MINUTE_MS };
    const run = await findRun([FIRST, endless], { inputs: { timeout: '5m' } });
    expect(run).toMatchObject({ green: false, verdict: 'timed-out', endedAtMs: 5 * MINUTE_MS });
  });

  test('outputs of the one are not left over from the other', async () => {
    const run = await findRun([{ ...FIRST, id: 'gone' }, SECOND], {
      trouble: ({ url }, call) =>
        call === 'DescribeChangeOrder' && url.searchParams.get('ChangeOrderId') === 'gone'
          ? { kind: 'answer', answer: { status: 403, headers: {}, body: '{"Code":"NoPermission"}' } }
          : undefined,
    });
    expect(run.verdict).toBe('unreadable');
    expect(run.outputs).toMatchObject({ changeOrderId: 'gone', status: '', statusText: '', appName: '' });
    expect(run.outputs['consoleUrl']).toContain('gone');
  });

  test('three pages of them all have to succeed', async () => {
    const many = Array.from({ length: 45 }, (_, index) => ({
      id: `order-${index}`,
      createdMs: -50_000 + index * 1_000,
      endsMs: 0,
    }));
    const green = await findRun(many);
    expect(green.green).toBe(true);
    expect(followedBy(green)).toStrictEqual(many.map(({ id }) => id).toReversed());
    const red = await findRun(many.map((order, index) => (index === 0 ? { ...order, ending: 3 } : order)));
    expect(red).toMatchObject({ green: false, outputs: { changeOrderId: 'order-0' } });
  });
});

describe('before green', () => {
  test('the list is looked at once more, the whole of it', async () => {
    const described = { ...SECOND, description: 'gh-1' };
    const green = await findRun([described], { inputs: { descriptionContains: 'gh-1' } });
    expect(green.green).toBe(true);
    const lists = callsOf(green, 'ListChangeOrders');
    expect(lists.map(({ url }) => url.searchParams.get('Key'))).toStrictEqual(['gh-1', null]);
    expect(lists[1]?.index).toBe((callsOf(green, 'DescribeChangeOrder').at(-1)?.index ?? 0) + 1);
  });

  test('a newer order that qualifies is followed too, to its success', async () => {
    const newer = { id: 'newer', createdMs: 10_000, endsMs: 3 * MINUTE_MS };
    const run = await findRun([SECOND, newer]);
    expect(run.green).toBe(true);
    expect(followedBy(run)).toStrictEqual(['second', 'newer']);
    expect(run.endedAtMs).toBeGreaterThanOrEqual(3 * MINUTE_MS);
    expect(run.outputs).toMatchObject({ changeOrderId: 'newer' });
    expect(callsOf(run, 'ListChangeOrders')).toHaveLength(3);
  });

  test('a newer order that qualifies is followed too, to its failure', async () => {
    const newer = { id: 'newer', createdMs: 10_000, endsMs: 3 * MINUTE_MS, ending: 3 };
    const run = await findRun([SECOND, newer]);
    expect(run).toMatchObject({ green: false, verdict: 'failed', outputs: { changeOrderId: 'newer' } });
    expect(errorOf(run)).toContain('order newer did not succeed');
  });

  test('one after the other that appears is followed', async () => {
    const chain = [20_000, 70_000, 120_000, 170_000].map((createdMs, index) => ({
      id: `newer-${index + 1}`,
      createdMs,
      endsMs: createdMs + 50_000,
    }));
    const run = await findRun([SECOND, ...chain]);
    expect(run.green).toBe(true);
    expect(followedBy(run)).toStrictEqual(['second', 'newer-1', 'newer-2', 'newer-3', 'newer-4']);
  });

  test('a newer one that turns out to be stale changes nothing', async () => {
    const newer = { id: 'newer', createdMs: 10_000, beginsMs: -10 * MINUTE_MS };
    const run = await findRun([SECOND, newer]);
    expect(run).toMatchObject({ green: true, outputs: { changeOrderId: 'second', status: '2' } });
    expect(run.toolkit.notices).toStrictEqual([]);
  });

  test.each([
    ['a scaling', 'CoScaleOut', 2],
    ["a person's rollback", 'CoRollback', 1],
    ['a failed restart', 'CoRestartApplication', 3],
  ])('%s since is a notice in log and summary, and the verdict stays', async (_, type, ending) => {
    const newer = { id: 'newer', createdMs: 10_000, type, ending };
    const run = await findRun([SECOND, newer]);
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', outputs: { changeOrderId: 'second' } });
    const [notice, ...others] = run.toolkit.notices;
    expect(others).toStrictEqual([]);
    expect(notice?.message).toContain(`newer (${type}, of 2026-11-22 05:00:10 UTC); not waited for`);
    expect(textsOf(run)).toContain(notice?.message);
    expect(run.toolkit.summaries.at(-1)).toContain(`<li>${notice?.message ?? '?'}`.slice(0, 60));
  });

  test('an order before the one waited for is no newer one, though it is since the run began', async () => {
    const before = { id: 'before', createdMs: -40_000, type: 'CoScaleOut' };
    const run = await findRun([before, SECOND]);
    expect(run.green).toBe(true);
    expect(run.toolkit.notices).toStrictEqual([]);
  });

  test('a newer order of somebody else with another description is a notice', async () => {
    const run = await findRun(
      [
        { ...SECOND, description: 'gh-1' },
        { id: 'theirs', createdMs: 10_000, description: 'by hand', ending: 3 },
      ],
      { inputs: { descriptionContains: 'gh-1' } },
    );
    expect(run.green).toBe(true);
    expect(run.toolkit.notices.map(({ message }) => message)).toStrictEqual([
      expect.stringContaining('theirs'),
    ]);
  });

  test('a list that cannot be read keeps it from green', async () => {
    const run = await findRun([SECOND], {
      trouble: ({ atMs }, call) =>
        call === 'ListChangeOrders' && atMs > 20_000 ? { kind: 'reset' } : undefined,
    });
    expect(run).toMatchObject({
      green: false,
      verdict: 'unreadable',
      outputs: { changeOrderId: 'second', status: '2' },
    });
    expect(errorOf(run)).toContain(
      'The rollout succeeded, but the list of orders could not be read once more',
    );
    // It succeeded after 30 s, and an outage is survived for five minutes.
    expect(run.endedAtMs).toBeGreaterThanOrEqual(5.5 * MINUTE_MS);
    expect(run.endedAtMs).toBeLessThan(7 * MINUTE_MS);
  });

  test('a list that cannot be read for a while only delays it', async () => {
    const run = await findRun([SECOND], {
      trouble: ({ atMs }, call) =>
        call === 'ListChangeOrders' && atMs > 20_000 && atMs < 4 * MINUTE_MS ? { kind: 'hang' } : undefined,
    });
    expect(run.green).toBe(true);
    expect(run.endedAtMs).toBeGreaterThanOrEqual(4 * MINUTE_MS);
  });

  test('a list that nobody may read any more keeps it from green at once', async () => {
    const run = await findRun([SECOND], {
      trouble: ({ atMs }, call) =>
        call === 'ListChangeOrders' && atMs > 20_000
          ? {
              kind: 'answer',
              answer: { status: 403, headers: {}, body: '{"Code":"NoPermission","RequestId":"R-1"}' },
            }
          : undefined,
    });
    expect(run.verdict).toBe('unreadable');
    expect(errorOf(run)).toContain('RequestId R-1');
    expect(errorOf(run)).toContain('"sae:ListChangeOrders"');
    expect(callsOf(run, 'ListChangeOrders')).toHaveLength(2);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['no list at all', {}],
    ['an empty list', { ChangeOrderList: [], TotalSize: 0 }],
    ['no list and no total', { ChangeOrderList: null, TotalSize: null }],
    ['a list of others', { ChangeOrderList: [{ ChangeOrderId: 'x' }], TotalSize: 1 }],
  ])('%s, where the order was listed before, keeps it from green', async (_, Data) => {
    const run = await findRun([SECOND], {
      trouble: ({ atMs }, call) =>
        call === 'ListChangeOrders' && atMs > 20_000 ? httpAnswer(envelopeOf(Data)) : undefined,
    });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable' });
    expect(errorOf(run)).toContain('list');
  });

  test('a cancel does not say of an order that says succeeded that it still runs', async () => {
    const run = await findRun([SECOND], {
      cancelAtMs: 90_000,
      trouble: ({ atMs }, call) =>
        call === 'ListChangeOrders' && atMs > 20_000 ? { kind: 'hang' } : undefined,
    });
    expect(run.verdict).toBe('cancelled');
    expect(errorOf(run)).toContain(
      'The wait was cancelled (SIGINT) after 1 min 30 s, before the success was confirmed.',
    );
    expect(errorOf(run)).not.toContain('still runs');
  });

  test('an order that succeeded by its last look at the deadline is still confirmed, and green', async () => {
    const run = await findRun([{ ...SECOND, endsMs: 5 * MINUTE_MS }], { inputs: { timeout: '5m' } });
    expect(run).toMatchObject({ green: true, endedAtMs: 5 * MINUTE_MS });
    expect(callsOf(run, 'ListChangeOrders').map(({ atMs }) => atMs)).toStrictEqual([0, 5 * MINUTE_MS]);
  });

  test('calls that do not last for the confirmation make it red, and no outage is reported', async () => {
    const run = await findRun([{ ...SECOND, endsMs: 5 * MINUTE_MS }], {
      inputs: { timeout: '5m', maxCallsPerMinute: '1' },
    });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 5 * MINUTE_MS + 10_000, asleep: 0 });
    expect(errorOf(run)).toContain('the time was up before the list was read to its end');
  });

  test('a newer order at the deadline makes it red: it is not finished', async () => {
    const newer = { id: 'newer', createdMs: 4.9 * MINUTE_MS, endsMs: 9 * MINUTE_MS };
    const run = await findRun([{ ...SECOND, endsMs: 5 * MINUTE_MS }, newer], { inputs: { timeout: '5m' } });
    expect(run).toMatchObject({ green: false, verdict: 'timed-out', outputs: { changeOrderId: 'newer' } });
  });
});

describe('chosenBecause reports the order that the outputs are about', () => {
  const because = (order: string): unknown => expect.stringContaining(`${order} (CoDeploy, of`);

  test('where it appeared after the one that was chosen', async () => {
    const run = await findRun([SECOND, { id: 'newer', createdMs: 10_000, endsMs: 3 * MINUTE_MS }]);
    expect(run.outputs).toMatchObject({ changeOrderId: 'newer', chosenBecause: because('newer') });
  });

  test('where the one that was chosen turned out to be stale', async () => {
    const stale = { ...SECOND, beginsMs: -20 * MINUTE_MS };
    const run = await findRun([FIRST, stale]);
    expect(run.green).toBe(true);
    expect(run.outputs).toMatchObject({ changeOrderId: 'first', chosenBecause: because('first') });
  });

  test('where an older one made the step red', async () => {
    const run = await findRun([{ ...FIRST, ending: 3 }, SECOND]);
    expect(run.outputs).toMatchObject({ changeOrderId: 'first', chosenBecause: because('first') });
  });
});

describe('however many orders there are to be waited for', () => {
  test('the verdict stands by the deadline and one request timeout', async () => {
    const many = Array.from({ length: 8 }, (_, index) => ({
      id: `order-${index}`,
      createdMs: -50_000 + index * 1_000,
      endsMs: 5 * MINUTE_MS,
    }));
    // A look at each of them after the deadline would take 72 s.
    const run = await findRun(many, { latencyMs: 9_000, inputs: { timeout: '5m' } });
    expect(run).toMatchObject({ green: false, verdict: 'timed-out', asleep: 0 });
    expect(run.endedAtMs).toBe(5 * MINUTE_MS + 10_000);
  });

  test('a list that shows one more at every look ends there too', async () => {
    let lists = 0;
    const endless = Array.from({ length: 900 }, (_, index) => ({
      id: `order-${index}`,
      createdMs: index,
      endsMs: 0,
    }));
    const run = await findRun(endless, {
      latencyMs: 4_000,
      inputs: { timeout: '1m' },
      listData: () => {
        const shown = endless.slice(0, ++lists);
        return {
          ChangeOrderList: shown.map(({ id }) => ({
            ChangeOrderId: id,
            CoTypeCode: 'CoDeploy',
            CreateTime: beijingTime(WALL_START_MS),
          })),
          TotalSize: lists,
        };
      },
    });
    expect(run.green).toBe(false);
    expect(run.endedAtMs).toBe(MINUTE_MS + 10_000);
  });

  test('the time for a person is that of the step, and not of each order', async () => {
    const firstLookMs = new Map<string, number>();
    const run = await findRun([FIRST, SECOND, { id: 'third', createdMs: -2_000 }], {
      inputs: { timeout: '5m', manualStepTimeout: '10m' },
      // Each of them waits for a person for six minutes.
      trouble: ({ url, atMs }, call) => {
        const id = url.searchParams.get('ChangeOrderId');
        if (call !== 'DescribeChangeOrder' || id === null) return undefined;
        const sinceMs = firstLookMs.get(id) ?? atMs;
        firstLookMs.set(id, sinceMs);
        const Status = atMs - sinceMs < 6 * MINUTE_MS ? 8 : 2;
        return httpAnswer(
          envelopeOf({ ChangeOrderId: id, Status, Pipelines: [{ Status, StartTime: WALL_START_MS }] }),
        );
      },
    });
    expect(run).toMatchObject({ green: false, verdict: 'awaiting-manual-step' });
    expect(run.outputs).toMatchObject({ changeOrderId: 'second' });
    expect(run.endedAtMs).toBe(10 * MINUTE_MS);
  });
});
