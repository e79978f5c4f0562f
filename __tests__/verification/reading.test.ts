import { describe, expect, test } from '@jest/globals';
import type { HttpAnswer } from '../../src/http/transport.ts';
import { POLL } from '../../src/polling/call-priority.ts';
import type { Instance, InstanceGroup } from '../../src/rollout/application.ts';
import type { Asked } from '../../src/sae/client.ts';
import {
  allGroups,
  allInstances,
  describeApplicationInstances,
  lastChangeOrderId,
} from '../../src/sae/running.ts';
import { envelopeOf, errorAnswer, httpAnswer, UNAVAILABLE } from '../support/answers.ts';
import type { TestClient } from '../support/client.ts';
import { aClient, clientThatGets, NEVER } from '../support/client.ts';
import { APP_ID, ORDER_ID } from '../support/orders.ts';
import { answers } from '../support/scripted-transport.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';
import { IMAGE } from './proven-rounds.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An instance as the API writes it, but for what differs. */
function written(number: number, parts: Fields = {}): Fields {
  return {
    InstanceId: `shop-${number}`,
    InstanceContainerStatus: 'Running',
    InstanceHealthStatus: 'Healthy',
    InstanceContainerRestarts: 0,
    CreateTimeStamp: WALL_START_MS,
    ImageUrl: IMAGE,
    PackageVersion: '7',
    ...parts,
  };
}

const some = (from: number, to: number): readonly Fields[] =>
  Array.from({ length: to - from + 1 }, (_, index) => written(from + index));

function page(instances: unknown, total: unknown): HttpAnswer {
  return httpAnswer(envelopeOf({ Instances: instances, TotalSize: total, CurrentPage: 1, PageSize: 100 }));
}

/** A client that gets these pages, and after them the last one again. */
function clientWith(...pages: readonly HttpAnswer[]): TestClient {
  return aClient(({ url }) => {
    const number = Number(url.searchParams.get('CurrentPage') ?? 1);
    return answers(pages[number - 1] ?? pages.at(-1) ?? UNAVAILABLE);
  });
}

/** An answer, or the kind of the fault in few words. */
function said<Value>(asked: Asked<Value>): Value | string {
  if (asked.kind === 'answer') return asked.value;
  const { reason, detail } = asked.fault;
  return `${reason}: ${detail === undefined ? '' : detail.kind}${detail?.kind === 'bad-field' ? ` ${detail.field}` : ''}`;
}

async function instancesOf({ client, clock }: TestClient): Promise<readonly Instance[] | string> {
  return said(await clock.run(allInstances(client, { appId: APP_ID, groupId: 'group-1' }, NEVER, POLL)));
}

async function idsOf(tested: TestClient): Promise<readonly string[] | string> {
  const found = await instancesOf(tested);
  return typeof found === 'string' ? found : found.map(({ instanceId }) => instanceId);
}

/** The only instance that is served, as it is read. */
async function read(parts: Fields): Promise<Instance | string | undefined> {
  const found = await instancesOf(clientThatGets(page([written(1, parts)], 1)));
  return typeof found === 'string' ? found : found[0];
}

const ids = (count: number): readonly string[] => some(1, count).map(({ InstanceId }) => String(InstanceId));

describe('all instances of a group', () => {
  test('are asked for as documented, a hundred at a time', async () => {
    const tested = clientWith(page(some(1, 1), 1));
    await instancesOf(tested);
    expect(tested.transport.seen.map(({ url }) => url.pathname + url.search)).toStrictEqual([
      `/pop/v1/sam/app/describeApplicationInstances?AppId=${APP_ID}&CurrentPage=1&GroupId=group-1&PageSize=100&Reverse=false`,
    ]);
  });

  test('are read as they are told', async () => {
    expect(
      await read({ InstanceContainerRestarts: '3', UnhealthyMessage: 'connection refused' }),
    ).toStrictEqual({
      instanceId: 'shop-1',
      containerStatus: 'Running',
      healthStatus: 'Healthy',
      unhealthyMessage: 'connection refused',
      restarts: 3,
      createdMs: WALL_START_MS,
      imageUrl: IMAGE,
      packageVersion: '7',
    });
  });

  test('may be none', async () => {
    expect(await idsOf(clientWith(page([], 0)))).toStrictEqual([]);
  });

  test('are read through as many pages as it takes, also where these are shorter than was asked for', async () => {
    const tested = clientWith(page(some(1, 20), 45), page(some(21, 40), 45), page(some(41, 45), 45));
    expect(await idsOf(tested)).toStrictEqual(ids(45));
    expect(tested.transport.seen).toHaveLength(3);
  });

  test('are read through pages of different lengths', async () => {
    expect(await idsOf(clientWith(page(some(1, 1), 3), page(some(2, 3), 3)))).toStrictEqual(ids(3));
  });

  test.each<[string, readonly HttpAnswer[], string]>([
    [
      'a last page that is missing',
      [page(some(1, 20), 45), page(some(21, 40), 45), page([], 45)],
      'malformed: list-short',
    ],
    ['a page that always is the first one', [page(some(1, 20), 45)], 'malformed: list-short'],
    ['more than were told', [page(some(1, 3), 2)], 'malformed: list-short'],
    ['some that were told to be none', [page(some(1, 1), 0)], 'malformed: list-short'],
    ['none that were told to be some', [page([], 1)], 'malformed: list-short'],
    ['a total that grew', [page(some(1, 20), 21), page(some(21, 22), 22)], 'malformed: list-changed'],
    ['a total that fell', [page(some(1, 20), 22), page(some(21, 21), 21)], 'malformed: list-changed'],
    [
      'one that moved to the next page',
      [page(some(1, 20), 21), page(some(20, 21), 21)],
      'malformed: list-changed',
    ],
    [
      'one that is there twice',
      [page([...some(1, 2), written(1, { InstanceHealthStatus: 'Unhealthy' })], 2)],
      'malformed: list-changed',
    ],
    ['one twice, and both counted', [page([...some(1, 2), written(1)], 3)], 'malformed: list-changed'],
    ['no total', [page(some(1, 1), undefined)], 'malformed: bad-field Data.TotalSize'],
    ['a total that is none', [page(some(1, 1), 'many')], 'malformed: bad-field Data.TotalSize'],
    ['a total below nothing', [page([], -1)], 'malformed: bad-field Data.TotalSize'],
    ['a total of a broken number', [page(some(1, 1), 1.5)], 'malformed: bad-field Data.TotalSize'],
    ['no list', [page(undefined, 0)], 'malformed: bad-field Data.Instances'],
    ['a list that is none', [page({}, 0)], 'malformed: bad-field Data.Instances'],
    [
      'one that has no id',
      [page([written(1, { InstanceId: undefined })], 1)],
      'malformed: bad-field Data.Instances.0.InstanceId',
    ],
    [
      'one whose id is none',
      [page([...some(1, 1), written(2, { InstanceId: 'a b' })], 2)],
      'malformed: bad-field Data.Instances.1.InstanceId',
    ],
    ['something that is no instance', [page([null], 1)], 'malformed: bad-field Data.Instances.0'],
    [
      'more than any application has',
      [
        page(
          Array.from({ length: 10_001 }, () => null),
          10_001,
        ),
      ],
      'malformed: bad-field Data.Instances',
    ],
    ['no data', [httpAnswer(envelopeOf(undefined))], 'malformed: no-data'],
    ['an outage on the second page', [page(some(1, 20), 45), UNAVAILABLE], 'server: '],
    ['a refusal', [errorAnswer('Forbidden.RAM', 403)], 'permission: '],
  ])('are not believed with %s', async (_, pages, fault) => {
    expect(await idsOf(clientWith(...pages))).toBe(fault);
  });

  test('are not read for ever', async () => {
    const tested = aClient(({ url }) => {
      const number = Number(url.searchParams.get('CurrentPage'));
      return answers(page([written(number)], 1_000));
    });
    expect(await idsOf(tested)).toBe('malformed: list-endless');
    expect(tested.transport.seen).toHaveLength(200);
  });
});

describe('a field of an instance that decides is told as documented or not at all', () => {
  test.each<[unknown, string | undefined]>([
    ['Terminating', 'Terminating'],
    ['Init:0/1', 'Init:0/1'],
    ['running', 'running'],
    ['Running ', 'Running '],
    ['Running\u200b', undefined],
    ['Run\u00adning', undefined],
    ['Ｒunning', undefined],
    ['Running\n', undefined],
    ['\u202eRunning', undefined],
    ['', undefined],
    ['x'.repeat(201), undefined],
    [1, undefined],
    [null, undefined],
    [['Running'], undefined],
    [true, undefined],
  ])('a state %j: %j', async (state, told) => {
    expect(await read({ InstanceContainerStatus: state })).toMatchObject({ containerStatus: told });
    expect(await read({ InstanceHealthStatus: state })).toMatchObject({ healthStatus: told });
  });

  test.each<[unknown, unknown]>([
    ['registry.example:5000/team/shop:2.0', 'registry.example:5000/team/shop:2.0'],
    ['shop@sha256:0123456789abcdef', 'shop@sha256:0123456789abcdef'],
    ['shop:2.0 ', undefined],
    ['shop:2.0\u200b', undefined],
    ['shop:２', undefined],
    ['shop:<b>2</b>', undefined],
    ['shop:2?x', undefined],
    ['', undefined],
    ['s'.repeat(512), 's'.repeat(512)],
    ['s'.repeat(513), undefined],
    [2, undefined],
    [null, undefined],
    [{}, undefined],
  ])('an image %j: %j', async (image, told) => {
    expect(await read({ ImageUrl: image })).toMatchObject({ imageUrl: told });
  });

  test.each<[unknown, unknown]>([
    ['1609939496200', '1609939496200'],
    ['v1.4+build(7)', 'v1.4+build(7)'],
    ['1.4 2', undefined],
    ['1.4\u200b', undefined],
    ['', undefined],
    ['x'.repeat(200), 'x'.repeat(200)],
    ['x'.repeat(201), undefined],
    [1_609_939_496_200, undefined],
  ])('a version %j: %j', async (version, told) => {
    expect(await read({ PackageVersion: version })).toMatchObject({ packageVersion: told });
  });

  test.each<[unknown, number | undefined]>([
    [0, 0],
    ['4', 4],
    [-1, undefined],
    [0.5, undefined],
    ['', undefined],
    [true, undefined],
    [null, undefined],
    [[3], undefined],
  ])('restarts %j: %j', async (restarts, told) => {
    expect(await read({ InstanceContainerRestarts: restarts })).toMatchObject({ restarts: told });
  });

  test.each<[unknown, number | undefined]>([
    [WALL_START_MS, WALL_START_MS],
    [String(WALL_START_MS), WALL_START_MS],
    [WALL_START_MS + 15 * 60_000, WALL_START_MS + 15 * 60_000],
    [WALL_START_MS + 15 * 60_000 + 1, undefined],
    [8.64e15, undefined],
    [1e300, undefined],
    [0, undefined],
    [-1, undefined],
    ['2026-11-22 13:00:00', undefined],
    [null, undefined],
    [true, undefined],
  ])('a time of creation %j: %j', async (created, told) => {
    expect(await read({ CreateTimeStamp: created })).toMatchObject({ createdMs: told });
  });
});

describe('all groups of an application', () => {
  const groups = (from: number, to: number, parts: Fields = {}): readonly Fields[] =>
    Array.from({ length: to - from + 1 }, (_, index) => ({
      GroupId: `group-${from + index}`,
      Replicas: 2,
      ...parts,
    }));
  const list = (data: unknown): HttpAnswer => httpAnswer(envelopeOf(data));

  async function groupsOf({ client, clock }: TestClient): Promise<readonly InstanceGroup[] | string> {
    return said(await clock.run(allGroups(client, APP_ID, NEVER, POLL)));
  }

  async function countOf(tested: TestClient): Promise<number | string> {
    const found = await groupsOf(tested);
    return typeof found === 'string' ? found : found.length;
  }

  test('are usually one, and take one request', async () => {
    const tested = clientWith(list(groups(1, 1)));
    expect(await groupsOf(tested)).toStrictEqual([{ groupId: 'group-1', replicas: 2 }]);
    expect(tested.transport.seen.map(({ url }) => url.pathname + url.search)).toStrictEqual([
      `/pop/v1/sam/app/describeApplicationGroups?AppId=${APP_ID}`,
    ]);
  });

  test('may be none', async () => {
    expect(await countOf(clientWith(list([])))).toBe(0);
  });

  test('are read on after a page that may hold back the rest', async () => {
    const tested = clientWith(list(groups(1, 10)), list(groups(11, 13)));
    expect(await countOf(tested)).toBe(13);
    expect(tested.transport.seen.map(({ url }) => url.searchParams.get('CurrentPage'))).toStrictEqual([
      null,
      '2',
    ]);
  });

  test('are all there where a further page brings none, or the same again', async () => {
    expect(await countOf(clientWith(list(groups(1, 10)), list([])))).toBe(10);
    expect(await countOf(clientWith(list(groups(1, 12))))).toBe(12);
  });

  test.each<[string, readonly HttpAnswer[], string]>([
    [
      'one that is there twice and differs',
      [list([...groups(1, 1), ...groups(1, 1, { Replicas: 1 })])],
      'malformed: list-changed',
    ],
    [
      'one that has changed from page to page',
      [list(groups(1, 10)), list(groups(10, 12, { Replicas: 1 }))],
      'malformed: list-changed',
    ],
    ['one without an id', [list(groups(1, 2, { GroupId: '' }))], 'malformed: list-bad'],
    ['something that is no group', [list([null])], 'malformed: list-bad'],
    ['no list', [list(undefined)], 'malformed: list-bad'],
    ['a list that is none', [list({})], 'malformed: list-bad'],
    ['an outage on the second page', [list(groups(1, 10)), UNAVAILABLE], 'server: '],
  ])('are not believed with %s', async (_, pages, fault) => {
    expect(await countOf(clientWith(...pages))).toBe(fault);
  });

  test('are not read for ever', async () => {
    const tested = aClient(({ url }) => {
      const number = Number(url.searchParams.get('CurrentPage') ?? 1);
      return answers(list(groups(number * 10, number * 10 + 9)));
    });
    expect(await countOf(tested)).toBe('malformed: list-endless');
  });

  test.each<[unknown, number | undefined]>([
    [0, 0],
    ['3', 3],
    [-1, undefined],
    [1.5, undefined],
    ['', undefined],
    [true, undefined],
    [null, undefined],
    [undefined, undefined],
  ])('with as many instances as there are to be: %j is %j', async (replicas, told) => {
    expect(await groupsOf(clientWith(list(groups(1, 1, { Replicas: replicas }))))).toStrictEqual([
      { groupId: 'group-1', replicas: told },
    ]);
  });
});

describe('the last order', () => {
  async function lastOf(data: unknown): Promise<unknown> {
    const { client, clock } = clientThatGets(httpAnswer(envelopeOf(data)));
    return said(await clock.run(lastChangeOrderId(client, APP_ID, NEVER)));
  }

  test.each<[string, unknown, unknown]>([
    ['as it is told', { AppId: APP_ID, LastChangeOrderId: ORDER_ID }, ORDER_ID],
    ['without the application', { LastChangeOrderId: ORDER_ID }, ORDER_ID],
    ['with no application', { AppId: '', LastChangeOrderId: ORDER_ID }, ORDER_ID],
    ['not told', { AppId: APP_ID }, undefined],
    ['empty', { LastChangeOrderId: '' }, undefined],
    ['no text', { LastChangeOrderId: 7 }, undefined],
    ['no id', { LastChangeOrderId: `${ORDER_ID} ` }, undefined],
    ['null', { LastChangeOrderId: null }, undefined],
    [
      'of another application',
      { AppId: 'other', LastChangeOrderId: ORDER_ID },
      'malformed: bad-field Data.AppId',
    ],
    [
      'of something that is no application',
      { AppId: 7, LastChangeOrderId: ORDER_ID },
      'malformed: bad-field Data.AppId',
    ],
    ['no data', null, 'malformed: no-data'],
    ['a list', [], 'malformed: no-data'],
  ])('%s: %#', async (_, data, told) => {
    expect(await lastOf(data)).toBe(told);
  });

  test('is not known in an outage', async () => {
    const { client, clock } = clientThatGets(UNAVAILABLE);
    expect(said(await clock.run(lastChangeOrderId(client, APP_ID, NEVER)))).toBe('server: ');
  });
});

test('for people one page is read, and what is not readable is left out', async () => {
  const { client, clock, transport } = clientThatGets(
    page(
      [written(1, { InstanceContainerStatus: 'Run\u200bning' }), null, { InstanceId: '' }, written(2)],
      45,
    ),
  );
  const query = { appId: APP_ID, groupId: 'group-1', pipelineId: 'batch-1' };
  const found = await clock.run(describeApplicationInstances(client, query, NEVER));
  expect(transport.seen.map(({ url }) => url.searchParams.get('PipelineId'))).toStrictEqual(['batch-1']);
  expect(found).toMatchObject({
    kind: 'answer',
    value: { total: 45, instances: [{ instanceId: 'shop-1' }, { instanceId: 'shop-2' }] },
  });
});
