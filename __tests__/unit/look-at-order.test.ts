import { describe, expect, test } from '@jest/globals';
import type { HttpAnswer } from '../../src/http/transport.ts';
import type { Observation } from '../../src/rollout/progress.ts';
import type { PollTarget } from '../../src/sae/change-order.ts';
import { orderPoller } from '../../src/sae/change-order.ts';
import {
  describeAnswer,
  envelopeOf,
  httpAnswer,
  NO_SUCH_ORDER,
  pipelines,
  UNAVAILABLE,
} from '../support/answers.ts';
import { aClient, NEVER } from '../support/client.ts';
import type { TestClient } from '../support/client.ts';
import { APP_ID, ORDER_ID } from '../support/orders.ts';
import { answers } from '../support/scripted-transport.ts';

const GIVEN: PollTarget = {
  changeOrderId: ORDER_ID,
  appId: undefined,
  notBeforeMs: undefined,
  listed: false,
};

type Items = readonly Readonly<Record<string, unknown>>[];

function listAnswer(items: Items, totalSize?: number): HttpAnswer {
  return httpAnswer(
    envelopeOf({ ChangeOrderList: items, CurrentPage: 1, PageSize: 20, TotalSize: totalSize }),
  );
}

/** Describe gets the first answer; the pages of the list get the others. */
function clientWith(described: HttpAnswer, ...pages: readonly HttpAnswer[]): TestClient {
  return aClient(({ url }) => {
    const page = Number(url.searchParams.get('CurrentPage') ?? 0);
    return answers((page === 0 ? described : pages[page - 1]) ?? listAnswer([]));
  });
}

async function lookAt(client: TestClient, target: Partial<PollTarget>): Promise<Observation> {
  return orderPoller(client.client, { ...GIVEN, ...target })(NEVER);
}

function callsOf({ transport }: TestClient): readonly string[] {
  return transport.seen.map(({ url }) => url.pathname.replace(/.*\//u, ''));
}

describe('a look', () => {
  test('at an order whose application is not asked for takes any', async () => {
    const client = clientWith(describeAnswer({ AppId: 'any' }));
    expect(await lookAt(client, {})).toMatchObject({ kind: 'read', order: { appId: 'any' }, dated: true });
    expect(callsOf(client)).toStrictEqual(['DescribeChangeOrder']);
  });

  test('takes the answer of the application that is asked for', async () => {
    const client = clientWith(describeAnswer({ AppId: APP_ID }));
    expect(await lookAt(client, { appId: APP_ID })).toMatchObject({ kind: 'read' });
    expect(callsOf(client)).toStrictEqual(['DescribeChangeOrder']);
  });

  test.each([
    ['another', 'app-2', 'app-2'],
    ['the same in capitals', APP_ID.toUpperCase(), APP_ID.toUpperCase()],
    ['the same with a blank', `${APP_ID} `, APP_ID],
  ])('finds the order foreign when its application is %s, whatever its status', async (_, AppId, appId) => {
    const client = clientWith(describeAnswer({ AppId, Status: 2 }));
    expect(await lookAt(client, { appId: APP_ID })).toStrictEqual({ kind: 'foreign', appId });
  });

  test.each([
    ['a missing order', NO_SUCH_ORDER, 'no-such-order'],
    ['an outage', UNAVAILABLE, 'server'],
  ])('is faulty with %s, and asks nothing more', async (_, answer, reason) => {
    const client = clientWith(answer);
    expect(await lookAt(client, { appId: APP_ID })).toMatchObject({ kind: 'faulty', fault: { reason } });
    expect(callsOf(client)).toStrictEqual(['DescribeChangeOrder']);
  });
});

describe('a look at an older answer, which names no application', () => {
  const OLDER = describeAnswer({ Status: 2, SubStatus: undefined });
  const others = (count: number): Items =>
    Array.from({ length: count }, (_, index) => ({ ChangeOrderId: `other-${index}` }));

  test("asks the application's list, and takes the answer when the order is in it", async () => {
    const client = clientWith(OLDER, listAnswer([...others(3), { ChangeOrderId: ORDER_ID }]));
    expect(await lookAt(client, { appId: APP_ID })).toMatchObject({ kind: 'read' });
    expect(callsOf(client)).toStrictEqual(['DescribeChangeOrder', 'ListChangeOrders']);
    expect(client.transport.seen[1]?.url.searchParams.get('AppId')).toBe(APP_ID);
  });

  test('asks page by page, and no further than it has to', async () => {
    const client = clientWith(
      OLDER,
      listAnswer(others(20), 70),
      listAnswer([{ ChangeOrderId: ORDER_ID }, ...others(19)], 70),
      listAnswer(others(20), 70),
    );
    expect(await lookAt(client, { appId: APP_ID })).toMatchObject({ kind: 'read' });
    expect(callsOf(client)).toHaveLength(3);
  });

  test.each([
    ['an empty list', [listAnswer([])]],
    ['a list of others', [listAnswer(others(3), 3)]],
    ['pages of others', [listAnswer(others(20), 21), listAnswer([{ ChangeOrderId: 'other-20' }], 21)]],
    [
      'a list that has it for another application',
      [listAnswer([{ ChangeOrderId: ORDER_ID, AppId: 'app-2' }], 1)],
    ],
    ['a list of null', [httpAnswer(envelopeOf({ ChangeOrderList: null, TotalSize: 0 }))]],
  ])('is unlisted with %s', async (_, pages) => {
    expect(await lookAt(clientWith(OLDER, ...pages), { appId: APP_ID })).toStrictEqual({ kind: 'unlisted' });
  });

  test.each([
    ['that is down', UNAVAILABLE, 'server'],
    ['without Data', httpAnswer(envelopeOf(undefined)), 'malformed'],
    ['whose items have no id', listAnswer([{ Status: 2 }]), 'malformed'],
  ])('is faulty with a list %s', async (_, page, reason) => {
    expect(await lookAt(clientWith(OLDER, page), { appId: APP_ID })).toMatchObject({
      kind: 'faulty',
      fault: { reason, action: 'ListChangeOrders' },
    });
  });

  test('is faulty with a list that never ends', async () => {
    const client = aClient(({ url }) =>
      answers(url.pathname.endsWith('ListChangeOrders') ? listAnswer(others(20), 1e9) : OLDER),
    );
    expect(await lookAt(client, { appId: APP_ID })).toMatchObject({
      kind: 'faulty',
      fault: { reason: 'malformed' },
    });
  });

  test('asks the list until it has shown the order, and never after that', async () => {
    let listed = false;
    const client = aClient(({ url }) => {
      if (!url.pathname.endsWith('ListChangeOrders')) return answers(OLDER);
      return answers(listAnswer(listed ? [{ ChangeOrderId: ORDER_ID }] : []));
    });
    const look = orderPoller(client.client, { ...GIVEN, appId: APP_ID });
    expect((await look(NEVER)).kind).toBe('unlisted');
    listed = true;
    expect((await look(NEVER)).kind).toBe('read');
    const calls = callsOf(client).length;
    expect((await look(NEVER)).kind).toBe('read');
    expect(callsOf(client)).toHaveLength(calls + 1);
  });

  test('asks no list when no application is asked for', async () => {
    const client = clientWith(OLDER);
    expect((await lookAt(client, {})).kind).toBe('read');
    expect(callsOf(client)).toStrictEqual(['DescribeChangeOrder']);
  });
});

describe('a look at an order that has to be recent', () => {
  const began = (...starts: readonly (number | undefined)[]): HttpAnswer =>
    describeAnswer({
      Status: 2,
      Pipelines: pipelines(2, 2).map((one, index) => ({ ...one, StartTime: starts[index] })),
    });

  test.each([
    ['that began in time', [2_000, 3_000], { kind: 'read', dated: true }],
    ['that began just in time', [1_000, undefined], { kind: 'read', dated: true }],
    ['any batch of which began before', [2_000, 999], { kind: 'stale', startMs: 999 }],
    ['that does not tell when it began', [undefined, undefined], { kind: 'read', dated: false }],
  ])('%s', async (_, starts, expected) => {
    expect(await lookAt(clientWith(began(...starts)), { notBeforeMs: 1_000 })).toMatchObject(expected);
  });

  test('is made of as many batches as are believed', async () => {
    const many = describeAnswer({ Pipelines: Array.from({ length: 10_000 }, () => ({ StartTime: 5 })) });
    expect(await lookAt(clientWith(many), { notBeforeMs: 1 })).toMatchObject({ kind: 'read', dated: true });
  });
});
