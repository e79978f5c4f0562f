import { describe, expect, test } from '@jest/globals';
import { ownWords } from '../support/own-words.ts';
import type { HttpAnswer } from '../../src/http/transport.ts';
import type { ChangeOrder } from '../../src/rollout/change-order.ts';
import type { OrderAnswer } from '../../src/sae/change-order.ts';
import { describeChangeOrder } from '../../src/sae/change-order.ts';
import { describeAnswer, envelopeOf, httpAnswer, pipelines } from '../support/answers.ts';
import { clientThatGets, NEVER } from '../support/client.ts';
import { APP_ID, ORDER_ID } from '../support/orders.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

/** The sample of the API reference. */
const SAMPLE = {
  Status: 2,
  SubStatus: 0,
  ApprovalId: '67de0b39-a9d4-4c09-a170-cf4382080001',
  Description: 'description',
  Pipelines: [
    {
      Status: 2,
      PipelineName: 'Batch 1 Change',
      StartTime: 1_562_831_689_704,
      UpdateTime: 1_562_847_178_007,
      ParallelCount: 0,
      PipelineId: '0e4acf82-c9b1-4c1e-ac28-557763380001',
      BatchType: 0,
    },
  ],
  CreateTime: '2020-12-17 21:06:45',
  ChangeOrderId: ORDER_ID,
  AppId: APP_ID,
  BatchType: 'auto',
  AppName: 'app-test',
  Auto: true,
  CurrentPipelineId: '0e4acf82-c9b1-4c1e-ac28-557763380001',
  CoTypeCode: 'CoRestartInstances',
  SupportRollback: false,
  BatchWaitTime: 0,
  ErrorMessage: 'success',
  CoType: 'Batch Restart Instances',
  BatchCount: 1,
};

function described(answer: HttpAnswer): Promise<OrderAnswer> {
  return describeChangeOrder(clientThatGets(answer).client, ORDER_ID, NEVER);
}

async function orderIn(data: Readonly<Record<string, unknown>>): Promise<ChangeOrder> {
  const answer = await described(describeAnswer(data));
  if (answer.kind === 'fault') throw new Error(answer.fault.message);
  return answer.order;
}

/** The message of the fault that this `Data` makes; every such fault is *malformed*. */
async function faultOf(data: unknown): Promise<string> {
  const answer = await described(httpAnswer(envelopeOf(data)));
  if (answer.kind === 'order') return 'it was read as an order';
  expect(answer.fault).toMatchObject({ reason: 'malformed', action: 'DescribeChangeOrder', httpStatus: 200 });
  expect(answer.fault.requestId).toBe('01CF26C7-00A3-4AA6-BA76-7E95F2A3');
  return ownWords(answer.fault);
}

/** What no deciding number may be, as JSON, so that numbers beyond JavaScript's can be among them. */
const NO_WHOLE_NUMBERS: readonly (readonly [string, string])[] = [
  ['true', 'true'],
  ['false', 'false'],
  ['an empty text', '""'],
  ['a list', '[2]'],
  ['an empty list', '[]'],
  ['an object', '{}'],
  ['a fraction', '2.5'],
  ['a fraction as a text', '"2.5"'],
  ['a whole number with a point, as a text', '"2.0"'],
  ['a blank before the digits', '" 2"'],
  ['a line break after the digits', '"2\\n"'],
  ['a negative number as a text', '"-2"'],
  ['a sign before the digits', '"+2"'],
  ['a number beyond all', '1e21'],
  ['an infinite number', '1e400'],
  ['more digits than can be counted', '"99999999999999999999"'],
  ['an exponent as a text', '"2e0"'],
  ['a hexadecimal number', '"0x2"'],
  ['digits of another script', '"２"'],
  ['a word', '"succeeded"'],
  ['the word null', '"null"'],
];

/** A body in which this JSON stands where `"@"` stood. */
function bodyWith(data: Readonly<Record<string, unknown>>, json: string): HttpAnswer {
  return httpAnswer(JSON.stringify(envelopeOf(data)).replace('"@"', json));
}

async function faultMessage(answer: HttpAnswer): Promise<string> {
  const read = await described(answer);
  return read.kind === 'order' ? 'it was read as an order' : ownWords(read.fault);
}

describe('the sample of the reference', () => {
  test('is read', async () => {
    expect(await orderIn(SAMPLE)).toStrictEqual({
      changeOrderId: ORDER_ID,
      status: 2,
      subStatus: 0,
      batches: [
        {
          pipelineId: '0e4acf82-c9b1-4c1e-ac28-557763380001',
          name: 'Batch 1 Change',
          status: 2,
          startMs: 1_562_831_689_704,
          updateMs: 1_562_847_178_007,
        },
      ],
      appId: APP_ID,
      appName: 'app-test',
      coTypeCode: 'CoRestartInstances',
      batchCount: 1,
      batchWaitMinutes: 0,
      currentPipelineId: '0e4acf82-c9b1-4c1e-ac28-557763380001',
      description: 'description',
      errorMessage: undefined,
      supportRollback: false,
      approvalId: '67de0b39-a9d4-4c09-a170-cf4382080001',
    });
  });

  test('is read in the older shape, without SubStatus, AppId and ApprovalId', async () => {
    const older = { ...SAMPLE, SubStatus: undefined, AppId: undefined, ApprovalId: undefined };
    expect(await orderIn(older)).toMatchObject({
      status: 2,
      subStatus: undefined,
      appId: undefined,
      approvalId: undefined,
    });
  });

  test('is read with nulls for all that does not decide', async () => {
    const nulls = Object.fromEntries(Object.keys(SAMPLE).map(name => [name, null]));
    const data = { ...nulls, ChangeOrderId: ORDER_ID, Status: 1 };
    expect(await orderIn(data)).toMatchObject({
      status: 1,
      subStatus: undefined,
      batches: [],
      appName: undefined,
    });
  });

  test('is read with every number as a text', async () => {
    const texts = {
      ...SAMPLE,
      Status: '2',
      SubStatus: '0',
      BatchCount: '1',
      SupportRollback: 'true',
      Pipelines: [{ Status: '2', StartTime: '1562831689704', UpdateTime: '1562847178007' }],
    };
    expect(await orderIn(texts)).toMatchObject({
      status: 2,
      subStatus: 0,
      batchCount: 1,
      supportRollback: true,
      batches: [{ status: 2, startMs: 1_562_831_689_704, updateMs: 1_562_847_178_007 }],
    });
  });

  test('is read with fields that nobody knows', async () => {
    expect(
      await orderIn({ ...SAMPLE, New: { Status: 3 }, Pipelines: [{ Status: 2, New: [] }] }),
    ).toMatchObject({
      status: 2,
      batches: [{ status: 2 }],
    });
  });

  test('is read with Chinese texts', async () => {
    expect(await orderIn({ ...SAMPLE, AppName: '应用', Description: '版本：1.0' })).toMatchObject({
      appName: '应用',
      description: '版本：1.0',
    });
  });
});

describe('what does not decide', () => {
  test.each([
    ['AppName', { AppName: { a: 1 } }],
    ['CoTypeCode', { CoTypeCode: ['x'] }],
    ['BatchCount', { BatchCount: 'many' }],
    ['BatchCount, by halves', { BatchCount: 2.5 }],
    ['BatchCount, below zero', { BatchCount: -3 }],
    ['BatchCount, beyond all bounds', { BatchCount: 1e308 }],
    ['BatchWaitTime', { BatchWaitTime: true }],
    ['CurrentPipelineId', { CurrentPipelineId: false }],
    ['Description', { Description: {} }],
    ['ErrorMessage', { ErrorMessage: [] }],
    ['SupportRollback', { SupportRollback: 'perhaps' }],
    ['ApprovalId', { ApprovalId: {} }],
  ])('is not told when it is not as documented: %s', async (_, data) => {
    const order = await orderIn(data);
    const rest = {
      ...order,
      oddBatchCount: undefined,
      changeOrderId: undefined,
      status: undefined,
      subStatus: undefined,
      batches: undefined,
    };
    expect(Object.values(rest).filter(value => value !== undefined)).toStrictEqual([]);
  });

  test.each([
    ['an error message', { ErrorMessage: 'no such image' }, 'no such image'],
    ['an empty error message', { ErrorMessage: '' }, undefined],
    ['"success" for an error message', { ErrorMessage: 'success' }, undefined],
    ['no error message', {}, undefined],
  ])('holds %s', async (_, data, errorMessage) => {
    expect((await orderIn(data)).errorMessage).toBe(errorMessage);
  });

  test('is clean, whatever was written in it', async () => {
    const order = await orderIn({
      AppName: 'a\u001b[31m\n::error::b',
      ErrorMessage: `x${'y'.repeat(10_000)}`,
    });
    expect(order.appName).toBe('a ::error::b');
    expect(order.errorMessage).toHaveLength(4_000);
  });

  test.each([
    ['zero', 0],
    ['negative', -1],
    ['beyond all dates', 1e300],
    ['an endless text', '9'.repeat(400)],
    ['a word', 'soon'],
    ['null', null],
  ])('is not told: a time that is %s', async (_, time) => {
    const order = await orderIn({ Pipelines: [{ Status: 1, StartTime: time, UpdateTime: time }] });
    expect(order.batches).toMatchObject([{ status: 1, startMs: undefined, updateMs: undefined }]);
  });
});

describe('a BatchCount', () => {
  test.each([
    ['3', 3],
    ['"3"', 3],
    ['0', 0],
    ['null', undefined],
    ['10000', 10_000],
  ])('of %s is %s', async (json, batchCount) => {
    const answer = await described(bodyWith({ ChangeOrderId: ORDER_ID, Status: 2, BatchCount: '@' }, json));
    expect(answer).toMatchObject({ kind: 'order', order: { batchCount } });
    expect(answer).not.toHaveProperty('order.oddBatchCount');
  });

  test.each([...NO_WHOLE_NUMBERS, ['negative', '-1'], ['beyond all', '10001']])(
    'that is %s is told to be none',
    async (_, json) => {
      const answer = await described(bodyWith({ ChangeOrderId: ORDER_ID, Status: 2, BatchCount: '@' }, json));
      expect(answer).toMatchObject({ order: { batchCount: undefined, oddBatchCount: true } });
    },
  );
});

describe('the start of a batch', () => {
  const startOf = async (json: string): Promise<OrderAnswer> =>
    described(
      bodyWith({ ChangeOrderId: ORDER_ID, Status: 2, Pipelines: [{ Status: 2, StartTime: '@' }] }, json),
    );
  const LATEST_MS = WALL_START_MS + 15 * 60_000;

  test.each([
    ['1', 1],
    ['"1562831689704"', 1_562_831_689_704],
    [String(LATEST_MS), LATEST_MS],
    ['0', undefined],
    ['"0"', undefined],
    ['null', undefined],
  ])('of %s is %s', async (json, startMs) => {
    expect(await startOf(json)).toMatchObject({ order: { batches: [{ startMs }] }, oddStart: undefined });
  });

  test.each([
    ['later than clocks may differ', String(LATEST_MS + 1), LATEST_MS + 1],
    ['in the year 2099', '4070908800000', 4_070_908_800_000],
    ['near the last moment of all', '8600000000000000', 8_600_000_000_000_000],
    ['beyond it', '8640000000000001', undefined],
    ['negative', '-1', undefined],
    ...NO_WHOLE_NUMBERS.map(([what, json]) => [what, json, undefined] as const),
  ])('that is %s is odd, and is not believed', async (_, json, claimedMs) => {
    expect(await startOf(json)).toMatchObject({
      order: { batches: [{ startMs: undefined }] },
      oddStart: { claimedMs },
    });
  });
});

describe('a Status', () => {
  test.each([
    ['0', 0],
    ['2', 2],
    ['"2"', 2],
    ['2.0', 2],
    ['2e0', 2],
    ['"02"', 2],
    ['"12"', 12],
    ['7', 7],
    ['-1', -1],
    ['9007199254740991', 9_007_199_254_740_991],
  ])('of %s is the number %d', async (json, status) => {
    const answer = await described(bodyWith({ ChangeOrderId: ORDER_ID, Status: '@' }, json));
    expect(answer).toMatchObject({ kind: 'order', order: { status } });
  });

  test.each([...NO_WHOLE_NUMBERS, ['null', 'null']])('that is %s is unreadable', async (_, json) => {
    expect(await faultMessage(bodyWith({ ChangeOrderId: ORDER_ID, Status: '@' }, json))).toBe(
      'Data.Status is missing or not what the API documents',
    );
  });

  test('that is missing is unreadable', async () => {
    expect(await faultOf({ ChangeOrderId: ORDER_ID })).toBe(
      'Data.Status is missing or not what the API documents',
    );
  });
});

describe('a SubStatus', () => {
  test.each([
    ['null', undefined],
    ['0', 0],
    ['"0"', 0],
    ['1', 1],
    ['"1"', 1],
    ['5', 5],
    ['-1', -1],
  ])('of %s is %s', async (json, subStatus) => {
    const answer = await described(bodyWith({ ChangeOrderId: ORDER_ID, Status: 2, SubStatus: '@' }, json));
    expect(answer).toMatchObject({ kind: 'order', order: { subStatus } });
  });

  test('that is absent is not reported', async () => {
    expect((await orderIn({ SubStatus: undefined })).subStatus).toBeUndefined();
  });

  test.each(NO_WHOLE_NUMBERS)('that is %s is unreadable', async (_, json) => {
    const data = { ChangeOrderId: ORDER_ID, Status: 2, SubStatus: '@' };
    expect(await faultMessage(bodyWith(data, json))).toBe(
      'Data.SubStatus is missing or not what the API documents',
    );
  });
});

describe('the batches', () => {
  test.each([
    ['absent', undefined],
    ['null', null],
    ['an empty list', []],
  ])('are none when Pipelines is %s', async (_, Pipelines) => {
    expect((await orderIn({ Pipelines })).batches).toStrictEqual([]);
  });

  test.each([
    ['an object', { 0: { Status: 2 } }],
    ['a text', '[]'],
    ['a number', 0],
    ['true', true],
  ])('are unreadable when Pipelines is %s', async (_, Pipelines) => {
    expect(await faultOf({ ChangeOrderId: ORDER_ID, Status: 2, Pipelines })).toBe(
      'Data.Pipelines is missing or not what the API documents',
    );
  });

  test.each([
    ['null', null],
    ['a number', 2],
    ['a list', [2]],
    ['a text', '2'],
  ])('are unreadable when one of them is %s', async (_, pipeline) => {
    expect(await faultOf({ ChangeOrderId: ORDER_ID, Status: 2, Pipelines: [{ Status: 2 }, pipeline] })).toBe(
      'Data.Pipelines.1 is missing or not what the API documents',
    );
  });

  test.each(NO_WHOLE_NUMBERS)('are unreadable when the Status of one is %s', async (_, json) => {
    const data = { ChangeOrderId: ORDER_ID, Status: 2, Pipelines: pipelines(2, '@') };
    expect(await faultMessage(bodyWith(data, json))).toBe(
      'Data.Pipelines.1.Status is missing or not what the API documents',
    );
  });

  test('have no state where it is null or missing', async () => {
    const order = await orderIn({ Status: 2, Pipelines: [{ Status: null }, {}] });
    expect(order.batches.map(({ status }) => status)).toStrictEqual([undefined, undefined]);
  });

  test('keep their order', async () => {
    const order = await orderIn({ Pipelines: pipelines(2, 1, 0, '3') });
    expect(order.batches.map(({ status }) => status)).toStrictEqual([2, 1, 0, 3]);
  });
});

describe('an answer', () => {
  test.each([
    ['missing', undefined],
    ['null', null],
    ['a list', [{ ChangeOrderId: ORDER_ID, Status: 2 }]],
    ['an empty list', []],
    ['a text', JSON.stringify({ ChangeOrderId: ORDER_ID, Status: 2 })],
    ['a number', 2],
    ['true', true],
  ])('is unreadable when its Data is %s', async (_, data) => {
    expect(await faultOf(data)).toBe('the answer has no Data');
  });

  test('is unreadable when its Data is empty', async () => {
    expect(await faultOf({})).toBe('Data.ChangeOrderId is missing or not what the API documents');
  });

  test('is unreadable when it hides its fields behind a prototype', async () => {
    const hidden = `{"__proto__":{"ChangeOrderId":"${ORDER_ID}","Status":2}}`;
    const body = `{"Success":true,"Code":"200","Data":${hidden}}`;
    expect(await described(httpAnswer(body))).toMatchObject({
      kind: 'fault',
      fault: { reason: 'malformed' },
    });
  });

  test.each([
    [
      'of another order',
      '00000000-0000-0000-0000-000000000000',
      'the answer is for the order "00000000-0000-0000-0000-000000000000"',
    ],
    ['with more than the id', `${ORDER_ID} `, `the answer is for the order "${ORDER_ID}"`],
    [
      'of the id in capitals',
      ORDER_ID.toUpperCase(),
      `the answer is for the order "${ORDER_ID.toUpperCase()}"`,
    ],
    ['of an order without an id', '', 'the answer is for the order ""'],
  ])('is unreadable when it is %s', async (_, id, message) => {
    expect(await faultOf({ ...SAMPLE, ChangeOrderId: id })).toBe(message);
  });

  test.each([
    ['missing', undefined],
    ['null', null],
    ['a number', 76],
    ['a list', [ORDER_ID]],
  ])('is unreadable when its ChangeOrderId is %s', async (_, id) => {
    expect(await faultOf({ ...SAMPLE, ChangeOrderId: id })).toBe(
      'Data.ChangeOrderId is missing or not what the API documents',
    );
  });

  test('is unreadable when its AppId is not a text, since it may decide', async () => {
    expect(await faultOf({ ...SAMPLE, AppId: 5 })).toBe(
      'Data.AppId is missing or not what the API documents',
    );
  });

  test.each([
    ['as it came', APP_ID, APP_ID],
    ['as it came, blanks and all', ` ${APP_ID}`, ` ${APP_ID}`],
    ['not, where it is empty', '', undefined],
    ['not, where it is null', null, undefined],
  ])('gives the AppId to be compared %s', async (_, AppId, rawAppId) => {
    expect(await described(describeAnswer({ AppId }))).toMatchObject({ kind: 'order', rawAppId });
  });

  test.each([
    ['as it is', APP_ID, APP_ID],
    ['not, where it is no id', `${APP_ID} <b>`, undefined],
    ['not, where it is empty', '', undefined],
  ])('gives the AppId to be shown and handed on %s', async (_, AppId, appId) => {
    expect((await orderIn({ AppId })).appId).toBe(appId);
  });

  test('that is unreadable has no text of its own beside what is said of it', async () => {
    const answer = await described(describeAnswer({ ChangeOrderId: 'another' }));
    expect(answer).toMatchObject({
      kind: 'fault',
      fault: { message: '', detail: { kind: 'other-order', changeOrderId: 'another' } },
    });
  });

  test('that is a fault already stays that fault', async () => {
    const answer = await described(
      httpAnswer(envelopeOf(SAMPLE, { Success: false, ErrorCode: 'NoPermission' })),
    );
    expect(answer).toMatchObject({ kind: 'fault', fault: { reason: 'permission' } });
  });
});

test('the order is asked for by its id, whatever characters that has', async () => {
  const { client, transport } = clientThatGets(describeAnswer());
  await describeChangeOrder(client, 'a/b?c=d&e #中', NEVER);
  expect(transport.seen[0]?.url.pathname).toBe('/pop/v1/sam/changeorder/DescribeChangeOrder');
  expect([...(transport.seen[0]?.url.searchParams ?? [])]).toStrictEqual([
    ['ChangeOrderId', 'a/b?c=d&e #中'],
  ]);
});
