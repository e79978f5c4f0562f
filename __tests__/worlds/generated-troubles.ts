import fc from 'fast-check';
import { OTHER_IMAGE, WORLD_IMAGE } from './world-instances.ts';
import type { Edit, Trouble } from './world.ts';

/** Values that a careless reader takes for a number, and some that are one. */
export const NUMBERISH: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(2, 0, 1, 3, 6, 7, 8, 9, 10, 11, 12, 99, -1) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      '2',
      '0',
      '1',
      '02',
      '',
      ' 2',
      '2\n',
      '2.0',
      '+2',
      '0x2',
      '２',
      '2e0',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(true, false, null, undefined, [], [2], ['2'], {}, 2.5, -2, 1e21, {
      valueOf: 2,
    }),
  },
);

const OTHER_ID = fc.constantFrom<unknown>(
  'order-2',
  'ORDER-1',
  'order-1 ',
  '',
  null,
  undefined,
  ['order-1'],
  1,
);

/** Changes to the answer about an order, mostly in what decides. */
const ORDER_EDIT: fc.Arbitrary<Edit> = fc.oneof(
  edit(['Data', 'Status'], NUMBERISH),
  edit(['Data', 'SubStatus'], NUMBERISH),
  edit(['Data', 'ChangeOrderId'], OTHER_ID),
  edit(['Data', 'AppId'], fc.constantFrom<unknown>('app-2', '', null, undefined, 5, ['app-1'], 'app-1 ')),
  edit(['Data', 'Pipelines', 0, 'Status'], NUMBERISH),
  edit(
    ['Data', 'Pipelines', 0, 'StartTime'],
    fc.constantFrom<unknown>(
      0,
      1,
      -1,
      null,
      undefined,
      'soon',
      '1795323600000',
      1_795_323_600_000,
      1e300,
      true,
      8.6e15,
      '8600000000000000',
      4_070_908_800_000,
      1_795_323_600_000.5,
    ),
  ),
  edit(
    ['Data', 'BatchCount'],
    fc.constantFrom<unknown>(0, 1, 2, 3, 4, '1', '2', null, undefined, -1, 1.5, 1e9, true, 'many', [1], {}),
  ),
  edit(
    ['Data', 'Pipelines', 0, 'PipelineId'],
    fc.constantFrom<unknown>('order-1-batch-1', 'order-1-batch-0', '', null, undefined, 7),
  ),
  edit(
    ['Data', 'Pipelines'],
    fc.constantFrom<unknown>(
      [],
      null,
      undefined,
      {},
      'none',
      [null],
      [[]],
      [{ Status: 3 }, { Status: 2 }],
      [{ Status: 2, StartTime: 1_795_323_600_000 }],
      [
        { Status: 2, PipelineId: 'twice', StartTime: 1_795_323_600_000 },
        { Status: 2, PipelineId: 'twice' },
      ],
    ),
  ),
  edit(['Data'], fc.constantFrom<unknown>(null, undefined, [], 'none', 2, true, {})),
  edit(['Success'], fc.constantFrom<unknown>(false, 'false', 'true', 0, 1, null, undefined, 'yes')),
  edit(
    ['Code'],
    fc.constantFrom<unknown>(
      200,
      '200',
      '',
      null,
      undefined,
      500,
      '404',
      'Throttling.User',
      'NoPermission',
      {},
      '2000',
      false,
      true,
      [],
      ['InternalError'],
      [200],
    ),
  ),
  edit(
    ['ErrorCode'],
    fc.constantFrom<unknown>(
      'success',
      '空',
      'InternalError',
      'NoPermission',
      'Throttling.User',
      'Success',
      '200',
      null,
      undefined,
      '',
      7,
      0,
      false,
      {},
      [],
      [''],
    ),
  ),
);

/** Changes to a page of a list. */
const LIST_EDIT: fc.Arbitrary<Edit> = fc.oneof(
  edit(
    ['Data', 'TotalSize'],
    fc.constantFrom<unknown>(0, 1, 2, 3, 20, 21, 1_000_000, '2', null, undefined, -1, 1.5, 'many'),
  ),
  edit(['Data', 'ChangeOrderList'], fc.constantFrom<unknown>([], null, undefined, {}, 'none', [null], [{}])),
  edit(['Data', 'ChangeOrderList', 0, 'ChangeOrderId'], OTHER_ID),
  edit(['Data', 'ChangeOrderList', 0, 'AppId'], fc.constantFrom<unknown>('app-2', '', null, undefined, 5)),
  edit(
    ['Data', 'ChangeOrderList', 0, 'CreateTime'],
    fc.constantFrom<unknown>(
      '2026-11-22 13:00:00',
      '2026-11-22T13:00:00Z',
      '2026-02-30 13:00:00',
      '2099-01-01 00:00:00',
      '2026-11-22 13:20:00',
      '',
      null,
      undefined,
      5,
    ),
  ),
  edit(
    ['Data', 'ChangeOrderList', 0, 'CoTypeCode'],
    fc.constantFrom<unknown>('CoRollback', 'CoDeploy', '', null, undefined, 5),
  ),
  edit(
    ['Data', 'ChangeOrderList', 0, 'Description'],
    fc.constantFrom<unknown>('gh-1', '', null, undefined, 5),
  ),
);

/** Changes to what is told of what runs. */
const RUNNING_EDIT: fc.Arbitrary<Edit> = fc.oneof(
  edit(
    ['Data', 'Instances', 0, 'InstanceContainerStatus'],
    fc.constantFrom<unknown>(
      'Running',
      'running',
      'Running\u200b',
      'Terminating',
      'NotFound',
      '',
      null,
      undefined,
      2,
    ),
  ),
  edit(
    ['Data', 'Instances', 0, 'InstanceHealthStatus'],
    fc.constantFrom<unknown>('Healthy', 'healthy', 'Healthy ', 'Unhealthy', '', null, undefined, true),
  ),
  edit(
    ['Data', 'Instances', 0, 'CreateTimeStamp'],
    fc.constantFrom<unknown>(
      0,
      1,
      -1,
      null,
      undefined,
      '1795323600000',
      1_795_323_600,
      8.6e15,
      4_070_908_800_000,
      'now',
    ),
  ),
  edit(
    ['Data', 'Instances', 0, 'ImageUrl'],
    fc.constantFrom<unknown>(OTHER_IMAGE, `${WORLD_IMAGE} `, `${WORLD_IMAGE}\u200b`, '', null, undefined, 7),
  ),
  edit(
    ['Data', 'Instances', 0, 'PackageVersion'],
    fc.constantFrom<unknown>('7', '8', ' 7', '', null, undefined, 7),
  ),
  edit(
    ['Data', 'Instances', 0, 'InstanceContainerRestarts'],
    fc.constantFrom<unknown>(0, 1, '2', -1, null, undefined, 'many'),
  ),
  edit(
    ['Data', 'Instances', 0, 'InstanceId'],
    fc.constantFrom<unknown>('shop-2', 'a b', '', null, undefined, 5),
  ),
  edit(['Data', 'Instances', 0], fc.constantFrom<unknown>(null, [], {}, 'shop-1')),
  edit(['Data', 'Instances'], fc.constantFrom<unknown>([], null, undefined, {}, 'none', [null])),
  edit(
    ['Data', 'TotalSize'],
    fc.constantFrom<unknown>(0, 1, 2, 3, '2', null, undefined, -1, 1.5, 'many', 1_000_000),
  ),
  edit(['Data', 0, 'Replicas'], fc.constantFrom<unknown>(0, 1, -1, '2', null, undefined, 1.5, 'many', 1e9)),
  edit(['Data', 0, 'GroupId'], fc.constantFrom<unknown>('group-2', 'group-9', '', null, undefined, 5)),
  edit(['Data', 0], fc.constantFrom<unknown>(null, {}, [])),
  edit(
    ['Data', 'LastChangeOrderId'],
    fc.constantFrom<unknown>('order-1', 'order-2', 'order-9', 'order 1', '', null, undefined, 5),
  ),
  edit(['Data', 'AppId'], fc.constantFrom<unknown>('app-2', '', null, undefined, 5)),
  edit(['Data', 'ChangeOrderList', 0, 'Status'], NUMBERISH),
  edit(
    ['Data', 'ChangeOrderList', 0, 'CoTypeCode'],
    fc.constantFrom<unknown>('CoDeploy', 'CoScaleOut', '', null, undefined),
  ),
);

function edit(path: readonly (string | number)[], value: fc.Arbitrary<unknown>): fc.Arbitrary<Edit> {
  return value.map(put => ({ path, value: put }));
}

const CODE = fc.constantFrom<readonly [string, number]>(
  ['Throttling.User', 400],
  ['Throttling', 429],
  ['ServiceUnavailable', 503],
  ['InternalError', 500],
  ['System.Upgrading', 400],
  ['SignatureNonceUsed', 400],
  ['InvalidChangeOrder.NotFound', 400],
  ['Unknown.Code', 400],
  ['', 502],
);

const FINAL_CODE = fc.constantFrom<readonly [string, number]>(
  ['InvalidTimeStamp.Expired', 400],
  ['InvalidTimeStamp.Format', 400],
  ['InvalidSecurityToken.Expired', 400],
  ['InvalidAccessKeyId.NotFound', 404],
  ['Forbidden.RAM', 403],
  ['InvalidAppId.NotFound', 404],
  ['InvalidParameter.Obviously', 400],
);

/** Hints of how long to wait: huge, negative, no numbers. */
const HINT = fc.constantFrom(
  '0',
  '1',
  '2500',
  '60000',
  '600000',
  '999999999999999',
  '9'.repeat(40),
  '-1',
  '1.5',
  'soon',
  '',
  ' 7000 ',
  'NaN',
  'Infinity',
  '1e9',
);

const DATE = fc.constantFrom(
  'Sun, 22 Nov 2026 05:30:00 GMT',
  'Sun, 22 Nov 2026 04:00:00 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Fri, 31 Dec 9999 23:59:59 GMT',
  'about noon',
  '',
);

const BODY = fc.oneof(
  fc.constantFrom(
    '',
    '2',
    '{}',
    '[]',
    'null',
    '<html><body>Sign in</body></html>',
    '<Error><Code>InternalError</Code></Error>',
    '{"Data":{"ChangeOrderId":"order-1","Status":2}}',
    '{"Success":true,"Data":{"Status":2}}',
    '{"Success":true,"Code":"200","Data":{"ChangeOrderId":"order-1","Status":2,"SubStatus":0}} ',
    '{"Success":true,"Data":{"ChangeOrderId":"order-1","Status":2}}x',
  ),
  fc.json({ maxDepth: 2 }),
);

const STATUS = fc.constantFrom(200, 201, 204, 301, 400, 401, 403, 404, 429, 500, 502, 504);

function errorOf(code: fc.Arbitrary<readonly [string, number]>): fc.Arbitrary<Trouble> {
  return fc
    .tuple(code, fc.option(HINT), fc.option(DATE))
    .map(([[name, status], hint, date]) => ({ kind: 'error', code: name, status, hint, date }));
}

const TROUBLE: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 3, arbitrary: ORDER_EDIT.map(one => ({ kind: 'edit', edit: one }) as const) },
  { weight: 3, arbitrary: LIST_EDIT.map(one => ({ kind: 'edit', edit: one }) as const) },
  { weight: 3, arbitrary: errorOf(CODE) },
  { weight: 1, arbitrary: errorOf(FINAL_CODE) },
  { weight: 2, arbitrary: fc.constantFrom('hang', 'deaf', 'reset').map(kind => ({ kind })) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 12_000 }).map(afterMs => ({ kind: 'slow', afterMs }) as const),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('raw'), status: STATUS, body: BODY }) },
  { weight: 1, arbitrary: STATUS.map(status => ({ kind: 'status', status }) as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, 0.25, 0.5, 0.75, 0.99).map(left => ({ kind: 'cut', left }) as const),
  },
  { weight: 1, arbitrary: fc.nat(3).map(index => ({ kind: 'other', index }) as const) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -60_000, max: 60_000 }).map(byMs => ({ kind: 'displaced', byMs }) as const),
  },
);

/** What becomes of the first requests: mostly nothing, at times one thing after the other. */
export const TROUBLES: fc.Arbitrary<readonly (Trouble | null)[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 4, arbitrary: fc.array(fc.option(TROUBLE, { freq: 2 }), { maxLength: 14 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(TROUBLE, fc.integer({ min: 1, max: 40 }))
      .map(([one, count]) => Array.from({ length: count }, () => one)),
  },
);

/** What becomes of the requests of a step that looks at what runs: its first ones are about the order. */
export const TROUBLES_OF_PROOFS: fc.Arbitrary<readonly (Trouble | null)[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.nat(12),
        fc.array(
          fc.option(
            fc.oneof(
              { weight: 3, arbitrary: RUNNING_EDIT.map(one => ({ kind: 'edit', edit: one }) as const) },
              { weight: 2, arbitrary: TROUBLE },
            ),
            { freq: 2 },
          ),
          { maxLength: 14 },
        ),
      )
      .map(([after, troubles]) => [...Array.from({ length: after }, () => null), ...troubles]),
  },
);

/** What every answer about an order has different: mostly nothing, often something harmless. */
export const QUIRKS: fc.Arbitrary<readonly Edit[]> = fc.oneof(
  { weight: 8, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.constant([{ path: ['Data', 'SubStatus'] }, { path: ['Data', 'AppId'] }]) },
  { weight: 1, arbitrary: ORDER_EDIT.map(one => [one]) },
);
