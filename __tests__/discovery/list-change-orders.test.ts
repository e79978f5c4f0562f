import { describe, expect, test } from '@jest/globals';
import { ownWords } from '../support/own-words.ts';
import fc from 'fast-check';
import type { ListAnswer } from '../../src/sae/order-list.ts';
import { listChangeOrders } from '../../src/sae/order-list.ts';
import { envelopeOf, httpAnswer, UNAVAILABLE } from '../support/answers.ts';
import type { TestClient } from '../support/client.ts';
import { aClient, clientThatGets, NEVER } from '../support/client.ts';
import { APP_ID } from '../support/orders.ts';
import { answers } from '../support/scripted-transport.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A page of the list, as the API has it. */
function page(items: unknown, total: unknown): ReturnType<typeof httpAnswer> {
  return httpAnswer(envelopeOf({ ChangeOrderList: items, TotalSize: total, CurrentPage: 1, PageSize: 20 }));
}

const items = (from: number, to: number): readonly Fields[] =>
  Array.from({ length: to - from }, (_, index) => ({ ChangeOrderId: `order-${from + index}` }));

/** A client that gets these pages, and after them empty ones. */
function clientWith(...pages: readonly ReturnType<typeof httpAnswer>[]): TestClient {
  return aClient(({ url }) => answers(pages[Number(url.searchParams.get('CurrentPage')) - 1] ?? page([], 0)));
}

function list({ client, clock }: TestClient, key?: string): Promise<ListAnswer> {
  return clock.run(listChangeOrders(client, { appId: APP_ID, key }, NEVER));
}

async function idsOf(client: TestClient): Promise<readonly string[] | string> {
  const answer = await list(client);
  return answer.kind === 'orders'
    ? answer.orders.map(({ changeOrderId }) => changeOrderId)
    : ownWords(answer.fault);
}

const ids = (count: number): readonly string[] =>
  items(0, count).map(({ ChangeOrderId }) => String(ChangeOrderId));

describe('the list of an application', () => {
  test('is asked for with the application, the page and the key, as documented', async () => {
    const tested = clientThatGets(page([], 0));
    await list(tested, 'gh-7 1&x');
    expect(tested.transport.seen.map(({ request }) => request.url)).toStrictEqual([
      `https://sae.cn-hangzhou.aliyuncs.com/pop/v1/sam/changeorder/ListChangeOrders?AppId=${APP_ID}&CurrentPage=1&Key=gh-7%201%26x&PageSize=20`,
    ]);
  });

  test.each<[string, Fields, string]>([['nothing', {}, '']])(
    'is narrowed to %s, where that is all that is wanted',
    async (_, narrowed, query) => {
      const { client, clock, transport } = clientThatGets(page([], 0));
      await clock.run(listChangeOrders(client, { appId: 'a', ...narrowed }, NEVER));
      expect(transport.seen[0]?.url.search).toBe(`?AppId=a${query}&CurrentPage=1&PageSize=20`);
    },
  );

  test.each([
    [0, 1],
    [1, 1],
    [19, 1],
    [20, 1],
    [21, 2],
    [40, 2],
    [41, 3],
  ])('of %i orders takes %i pages', async (count, pages) => {
    const tested = clientWith(
      ...[0, 20, 40].map(from => page(items(Math.min(from, count), Math.min(from + 20, count)), count)),
    );
    expect(await idsOf(tested)).toStrictEqual(ids(count));
    expect(tested.transport.seen).toHaveLength(pages);
  });

  test.each([
    ['not told', undefined],
    ['null', null],
    ['no number', 'many'],
    ['too small to be true', 0],
    ['smaller than what the page holds', 7],
  ])(
    'whose total is %s ends with an empty page, since the server may hold its pages smaller',
    async (_, total) => {
      const tested = clientWith(
        page(items(0, 20), total),
        page(items(20, 23), total),
        page(items(23, 30), total),
        page([], total),
        page(items(30, 40), total),
      );
      expect(await idsOf(tested)).toStrictEqual(ids(30));
      expect(tested.transport.seen).toHaveLength(4);
    },
  );

  test.each<[string, readonly ReturnType<typeof page>[]]>([
    [
      'on one page',
      [
        page(
          [
            { ...items(0, 1)[0], Status: 1 },
            { ...items(0, 1)[0], Status: 2 },
          ],
          1,
        ),
      ],
    ],
    [
      'on two',
      [
        page([{ ...items(0, 1)[0], Status: 1 }, ...items(1, 20)], 21),
        page([{ ...items(0, 1)[0], Status: 2 }, ...items(20, 21)], 21),
      ],
    ],
  ])('that has an order with two statuses %s is not believed', async (_, pages) => {
    expect(await idsOf(clientWith(...pages))).toMatch(/changed while it was read/u);
  });

  test('whose total is a text of digits is taken at its word', async () => {
    const tested = clientWith(page(items(0, 20), '20'), page(items(20, 40), '20'));
    expect(await idsOf(tested)).toStrictEqual(ids(20));
    expect(tested.transport.seen).toHaveLength(1);
  });

  test('on pages that the server makes smaller is read to its end', async () => {
    const tested = clientWith(page(items(0, 10), 25), page(items(10, 20), 25), page(items(20, 25), 25));
    expect(await idsOf(tested)).toStrictEqual(ids(25));
  });

  test('is none at all when one of its pages cannot be had', async () => {
    const tested = clientWith(page(items(0, 20), 30), UNAVAILABLE);
    expect(await list(tested)).toMatchObject({ kind: 'fault', fault: { reason: 'server' } });
  });

  test.each([
    [
      'holds fewer orders than it says',
      [page(items(0, 5), 6), page([], 6)],
      /no more than 5 orders although it says 6/,
    ],
    [
      'shows the same page again and again',
      [page(items(0, 20), 60), page(items(0, 20), 60)],
      /no more than 20 orders/,
    ],
    [
      'shows the same page again and again, without a total',
      [page(items(0, 20), null), page(items(0, 20), null)],
      /that there are more/,
    ],
    [
      'grows while it is read',
      [page(items(0, 20), 30), page(items(19, 30), 31)],
      /changed while it was read/,
    ],
    ['shrinks while it is read', [page(items(0, 20), 21), page([], 20)], /changed while it was read/],
    ['is not there', [httpAnswer(envelopeOf({ TotalSize: 3 }))], /not what the API documents/],
    ['is null', [page(null, 3)], /not what the API documents/],
    ['is not there, and no total', [httpAnswer(envelopeOf({}))], /not what the API documents/],
    ['has no Data', [httpAnswer(envelopeOf(null))], /not what the API documents/],
    ['holds an order without an id', [page([{ ChangeOrderId: '' }], 1)], /not what the API documents/],
    ['holds an order whose id is a number', [page([{ ChangeOrderId: 7 }], 1)], /not what the API documents/],
    [
      'holds an order whose application is a number',
      [page([{ ChangeOrderId: 'a', AppId: 7 }], 1)],
      /not what/,
    ],
  ])('that %s is malformed, and nothing of it counts', async (_, pages, message) => {
    const answer = await list(clientWith(...pages));
    expect(answer).toMatchObject({
      kind: 'fault',
      fault: { action: 'ListChangeOrders', reason: 'malformed', message: '' },
    });
    expect(answer.kind === 'fault' && ownWords(answer.fault)).toMatch(message);
  });

  test('of no orders may be null', async () => {
    expect(await idsOf(clientWith(page(null, 0)))).toStrictEqual([]);
  });

  test('that never ends is given up after 500 pages', async () => {
    const tested = aClient(({ index }) => answers(page(items(index * 20, index * 20 + 20), 1e9)));
    expect(await idsOf(tested)).toMatch(/does not end within 500 pages/);
    expect(tested.transport.seen).toHaveLength(500);
  });

  test('may be ended early by who has seen enough', async () => {
    const { client, clock, transport } = clientWith(page(items(0, 20), 60), page(items(20, 40), 60));
    const enough = (orders: readonly unknown[]): boolean => orders.length > 20;
    await clock.run(listChangeOrders(client, { appId: APP_ID }, NEVER, enough));
    expect(transport.seen).toHaveLength(2);
  });
});

describe('an order in a list', () => {
  const told = async (item: Fields): Promise<unknown> => {
    const answer = await list(clientThatGets(page([{ ChangeOrderId: 'o', ...item }], 1)));
    return answer.kind === 'orders' ? answer.orders[0] : answer.fault;
  };

  test('is what the API says of it', async () => {
    // The sample of the API's reference.
    const sample = {
      AppId: '164341c-9708-4967-b3ec-24933767****',
      Status: 2,
      CoType: '部署应用',
      CoTypeCode: 'CoDeploy',
      CreateTime: '2019-07-11 15:54:49',
      FinishTime: '2019-07-11 20:12:58',
      Description: '版本：1.0  | 镜像名称：nginx',
      BatchCount: 1,
      Source: 'console',
    };
    expect(await told(sample)).toStrictEqual({
      changeOrderId: 'o',
      appId: '164341c-9708-4967-b3ec-24933767****',
      coTypeCode: 'CoDeploy',
      description: '版本：1.0  | 镜像名称：nginx',
      status: 2,
      createdMs: Date.UTC(2019, 6, 11, 7, 54, 49),
    });
  });

  test('reports its times in the zone of the client', async () => {
    const answer = answers(page([{ ChangeOrderId: 'o', CreateTime: '2019-07-11 15:54:49' }], 1));
    const { client, clock } = aClient(() => answer, undefined, 3_600_000);
    const listed = await clock.run(listChangeOrders(client, { appId: APP_ID }, NEVER));
    expect(listed).toMatchObject({ orders: [{ createdMs: Date.UTC(2019, 6, 11, 14, 54, 49) }] });
  });

  test.each<[string, Fields]>([
    ['nothing', {}],
    ['null', { AppId: null, Status: null, CoTypeCode: null, CreateTime: null, Description: null }],
    ['empty texts', { AppId: '', Status: '', CoTypeCode: '', CreateTime: '', Description: '' }],
    ['other things', { Status: [2], CoTypeCode: true, CreateTime: 1_562_831_689_000, Description: { a: 1 } }],
  ])('that says %s of itself is only its id', async (_, item) => {
    expect(await told(item)).toStrictEqual({
      changeOrderId: 'o',
      appId: undefined,
      coTypeCode: undefined,
      description: '',
      status: undefined,
      createdMs: undefined,
    });
  });

  test('never has a time of creation that was not reported', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async CreateTime => {
        const order = await told({ CreateTime });
        expect(order).toMatchObject({ changeOrderId: 'o', createdMs: undefined });
      }),
      { numRuns: 200 },
    );
  });
});
