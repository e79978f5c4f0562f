import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/http/envelope.ts';
import type { ExaminationParts } from '../../src/doctor/examination.ts';
import { examine } from '../../src/doctor/examination.ts';
import type { WholeAnswer } from '../../src/doctor/outcome.ts';
import { allWorks, withoutForeignText } from '../../src/doctor/outcome.ts';
import type { OperationName } from '../../src/doctor/operations.ts';

type Query = Readonly<Record<string, string>>;

const ORDERS = {
  ChangeOrderList: [
    { ChangeOrderId: 'scaled', CoTypeCode: 'CoScaleOut', CreateTime: '2026-11-22 12:00:00' },
    { ChangeOrderId: 'older', CoTypeCode: 'CoDeploy', CreateTime: '2026-11-20 12:00:00' },
    { ChangeOrderId: 'newest', CoTypeCode: 'CoDeploy', CreateTime: '2026-11-21 12:00:00' },
  ],
  TotalSize: 3,
};

const DATA: Readonly<Record<OperationName, unknown>> = {
  ListApplications: {
    Applications: [
      { AppId: 'app-10', AppName: 'shop-canary' },
      { AppId: 'app-1', AppName: 'shop' },
    ],
  },
  ListChangeOrders: ORDERS,
  DescribeChangeOrder: { ChangeOrderId: 'newest', Status: 2, Pipelines: [{ PipelineId: 'batch-1' }] },
  DescribePipeline: { StageList: [] },
  DescribeApplicationStatus: {},
  DescribeApplicationGroups: [{ GroupId: 'group-1' }],
  DescribeApplicationInstances: { Instances: [{ InstanceId: 'instance-1' }] },
  DescribeApplicationConfig: { NamespaceId: 'cn-beijing:test' },
  ListAppEvents: { AppEventEntity: [] },
  DescribeInstanceLog: 'a log',
};

function answered(data: unknown): WholeAnswer {
  const body = JSON.stringify({ Success: true, Data: data });
  return {
    answer: { kind: 'data', data, requestId: undefined },
    http: { status: 200, headers: {}, body },
    cameWallMs: 0,
  };
}

/** An examination of a cloud that answers so. */
async function examined(
  parts: Partial<ExaminationParts>,
  answers: Partial<Record<OperationName, (query: Query) => WholeAnswer>> = {},
) {
  const asked: (readonly [OperationName, Query])[] = [];
  const examination = await examine({
    ask: (operation, query) => {
      asked.push([operation, query]);
      return Promise.resolve(answers[operation]?.(query) ?? answered(DATA[operation]));
    },
    appId: undefined,
    appName: undefined,
    changeOrderId: undefined,
    diagnose: true,
    diagnoseLogs: false,
    cancel: new AbortController().signal,
    ...parts,
  });
  const outcomes = Object.fromEntries(
    examination.rows.map(({ operation, outcome }) => [operation, outcome.kind]),
  );
  return { ...examination, asked, outcomes };
}

const queryOf = ({ asked }: Awaited<ReturnType<typeof examined>>, operation: OperationName) =>
  asked.find(([name]) => name === operation)?.[1];

describe('an examination', () => {
  test('finds the application by its whole name, where it is given one', async () => {
    const found = await examined({ appName: 'shop' });
    expect(queryOf(found, 'ListApplications')).toMatchObject({ AppName: 'shop' });
    expect(queryOf(found, 'ListChangeOrders')).toMatchObject({ AppId: 'app-1' });
    expect(found.outcomes).toMatchObject({ ListApplications: 'works', ListAppEvents: 'works' });
    expect(allWorks(found.rows)).toBe(true);
  });

  test('asks for no list of applications where it has an id', async () => {
    const found = await examined({ appId: 'app-7' });
    expect(queryOf(found, 'ListApplications')).toBeUndefined();
    expect(found.outcomes).toMatchObject({ ListApplications: 'not-asked' });
    expect(allWorks(found.rows)).toBe(true);
  });

  test('is not content where no application has that name', async () => {
    const found = await examined({ appName: 'sho' });
    expect(found.asked.map(([operation]) => operation)).toStrictEqual(['ListApplications']);
    expect(allWorks(found.rows)).toBe(false);
  });

  test('looks at the newest deploy, of whatever order the list is', async () => {
    expect(queryOf(await examined({ appId: 'app-1' }), 'DescribeChangeOrder')).toStrictEqual({
      ChangeOrderId: 'newest',
    });
  });

  test('reports an operation by its first question: a second one may well be refused', async () => {
    const fault: Answer = {
      kind: 'fault',
      fault: { action: 'x', reason: 'parameter', message: 'mine', code: 'InvalidParameter', httpStatus: 400 },
    };
    const refused: WholeAnswer = { answer: fault, http: undefined, cameWallMs: 0 };
    const found = await examined(
      { appId: 'app-1' },
      {
        ListChangeOrders: ({ PageSize }) => (PageSize === '50' ? refused : answered(ORDERS)),
        ListAppEvents: ({ Namespace }) => (Namespace === 'test' ? refused : answered(DATA.ListAppEvents)),
      },
    );
    expect(allWorks(found.rows)).toBe(true);
    expect(found.facts).toMatchObject({
      pageSize: 'refused',
      namespaces: [
        { form: 'whole', brought: 'none' },
        { form: 'short', brought: 'fault' },
      ],
    });
  });
});

test('a fault is reported without what the answer said', () => {
  const fault = {
    action: 'ListAppEvents',
    reason: 'not-documented',
    message: 'mine',
    code: 'Forbidden.Mine',
    requestId: 'mine',
    httpStatus: 400,
    detail: { kind: 'stranger', bodyStart: 'mine', contentType: 'mine', location: 'mine' },
  } as const;
  expect(withoutForeignText(fault)).toStrictEqual({
    action: 'ListAppEvents',
    reason: 'not-documented',
    message: '',
    httpStatus: 400,
  });
  const own = { action: 'ListAppEvents', reason: 'network', message: 'connect ECONNREFUSED' } as const;
  expect(withoutForeignText(own)).toStrictEqual(own);
});
