import { describe, expect, test } from '@jest/globals';
import {
  describeInstanceLog,
  describeNamespaceId,
  describePipeline,
  listWarningEvents,
} from '../../src/sae/application.ts';
import { describeApplicationGroups, describeApplicationInstances } from '../../src/sae/running.ts';
import type { ApiCaller, Asked } from '../../src/sae/client.ts';
import { mapAsked } from '../../src/sae/client.ts';
import { HOSTILE_TEXT } from '../../testbed/simulator/hostile-text.ts';
import { envelopeOf, httpAnswer } from '../support/answers.ts';
import { clientThatGets, NEVER } from '../support/client.ts';

type Adapter = (caller: ApiCaller) => Promise<Asked<unknown>>;

const tasks: Adapter = caller => describePipeline(caller, 'p', NEVER);
const groups: Adapter = caller => describeApplicationGroups(caller, 'a', NEVER);
const instances: Adapter = async caller =>
  mapAsked(
    await describeApplicationInstances(caller, { appId: 'a', groupId: 'g' }, NEVER),
    page => page.instances,
  );
const namespace: Adapter = caller => describeNamespaceId(caller, 'a', NEVER);
const events: Adapter = caller => listWarningEvents(caller, { appId: 'a', namespaceId: 'n' }, NEVER);
const log: Adapter = caller => describeInstanceLog(caller, { instanceId: 'i', previous: false }, NEVER);

function asked(adapter: Adapter, data: unknown): Promise<Asked<unknown>> {
  return adapter(clientThatGets(httpAnswer(envelopeOf(data))).client);
}

/** What the adapter makes of this `Data`; `malformed` where it is a fault of that kind. */
async function valueOf(adapter: Adapter, data: unknown): Promise<unknown> {
  const answer = await asked(adapter, data);
  return answer.kind === 'answer' ? answer.value : answer.fault.reason;
}

const task = (Task: object): object => ({ StageList: [{ StageName: 's', TaskList: [Task] }] });

describe('the samples of the API reference', () => {
  test('DescribePipeline', async () => {
    const sample = {
      ShowBatch: false,
      PipelineStatus: 2,
      CurrentStageId: 'c3a55592-4c30-4d84-ac2d-e98c18ec0001',
      PipelineName: 'Batch 1 Change',
      StageList: [
        {
          Status: 2,
          StageId: 'c3a55592-4c30-4d84-ac2d-e98c18ec0001',
          ExecutorType: 0,
          TaskList: [
            {
              Status: 3,
              StageId: 'c3a55592-4c30-4d84-ac2d-e98c18ec0001',
              ErrorMessage:
                "EDAS-10022 <a target='_blank' href='https://help.aliyun.com/knowledge_detail/106573.html#EDAS-10022'>应用启动时 READINESS 检查失败</a>",
              ErrorCode: 'EDAS-10022',
              TaskName: '初始化环境',
              ErrorIgnore: 0,
              Message: 'init Namespace success',
              ShowManualIgnore: false,
              TaskId: 'bef0122f-de9a-4ab0-98cd-7d8fb8200001',
            },
          ],
          StageName: '流程启动',
        },
      ],
      NextPipelineId: '',
      PipelineId: '917660ba-5092-44ca-b8e0-80012c960001',
    };
    expect(await valueOf(tasks, sample)).toStrictEqual([
      {
        stage: '流程启动',
        task: '初始化环境',
        status: 3,
        errorCode: 'EDAS-10022',
        errorMessage:
          'EDAS-10022 应用启动时 READINESS 检查失败 (https://help.aliyun.com/knowledge_detail/106573.html#EDAS-10022)',
        message: 'init Namespace success',
        errorIgnored: false,
      },
    ]);
  });

  test('ListAppEvents', async () => {
    const sample = {
      CurrentPage: 1,
      PageSize: 10,
      TotalSize: 1,
      AppEventEntity: [
        {
          ObjectKind: 'Pod',
          EventType: 'Warning',
          LastTimestamp: '2020-02-19T05:01:28Z',
          Message: 'Back-off',
          ObjectName: 'errew-b86bf540-b4dc-47d8-a42f-b4997c14bd8f-5595cbddd6-20001',
          Reason: 'BackOff',
          FirstTimestamp: '2020-02-19T05:01:28Z',
          CauseAnalysis: 'cause',
        },
      ],
    };
    expect(await valueOf(events, sample)).toStrictEqual([
      {
        reason: 'BackOff',
        message: 'Back-off',
        causeAnalysis: 'cause',
        objectKind: 'Pod',
        objectName: 'errew-b86bf540-b4dc-47d8-a42f-b4997c14bd8f-5595cbddd6-20001',
        firstMs: Date.UTC(2020, 1, 19, 5, 1, 28),
        lastMs: Date.UTC(2020, 1, 19, 5, 1, 28),
      },
    ]);
  });

  test('DescribeInstanceLog', async () => {
    expect(await valueOf(log, 'hello\nsae\n')).toStrictEqual(['hello', 'sae']);
  });
});

describe('what is not as documented is not reported, and hides nothing beside it', () => {
  test.each<[string, Adapter, unknown, unknown]>([
    ['no stages', tasks, {}, []],
    ['stages that are null', tasks, { StageList: null }, []],
    ['stages that are a text', tasks, { StageList: 'none' }, []],
    ['a stage that is null', tasks, { StageList: [null, { TaskList: [{ Status: 3 }] }] }, [{ status: 3 }]],
    ['a stage without tasks', tasks, { StageList: [{}, { TaskList: null }, { TaskList: {} }] }, []],
    ['a task that is a number', tasks, { StageList: [{ TaskList: [7, { Status: '3' }] }] }, [{ status: 3 }]],
    ['a status that is none', tasks, task({ Status: true }), [{ status: undefined, stage: 's' }]],
    [
      'an error that is an object',
      tasks,
      task({ Status: 3, ErrorMessage: {} }),
      [{ errorMessage: undefined }],
    ],
    [
      'an error that is empty',
      tasks,
      task({ ErrorMessage: ' ', ErrorCode: '' }),
      [{ errorMessage: undefined, errorCode: undefined }],
    ],
    ['an error that says success', tasks, task({ ErrorMessage: 'success' }), [{ errorMessage: undefined }]],
    ['an error that is a number', tasks, task({ ErrorMessage: 500 }), [{ errorMessage: '500' }]],
    ['an ignored error', tasks, task({ ErrorIgnore: 1 }), [{ errorIgnored: true }]],
    ['an ignored error as a text', tasks, task({ ErrorIgnore: '1' }), [{ errorIgnored: true }]],
    ['an ignored error as a truth value', tasks, task({ ErrorIgnore: true }), [{ errorIgnored: true }]],
    ['an error that is not ignored', tasks, task({ ErrorIgnore: 'no' }), [{ errorIgnored: false }]],
    ['no groups', groups, [], []],
    [
      'groups without an id',
      groups,
      [{}, { GroupId: '' }, { GroupId: 7 }, null, { GroupId: 'g' }],
      [{ groupId: 'g', replicas: undefined }],
    ],
    ['groups that are no list', groups, {}, []],
    ['no instances', instances, {}, []],
    ['an instance without an id', instances, { Instances: [{ InstanceContainerStatus: 'Error' }] }, []],
    [
      'an instance of numbers and nulls',
      instances,
      {
        Instances: [
          {
            InstanceId: 'i',
            InstanceContainerStatus: null,
            InstanceContainerRestarts: '5',
            UnhealthyMessage: '',
          },
        ],
      },
      [{ instanceId: 'i', containerStatus: undefined, restarts: 5, unhealthyMessage: undefined }],
    ],
    ['a namespace', namespace, { NamespaceId: 'cn-beijing:test' }, 'cn-beijing:test'],
    ['no namespace', namespace, {}, undefined],
    ['a namespace that is null', namespace, { NamespaceId: null }, undefined],
    ['no events', events, {}, []],
    [
      'an event that is no warning',
      events,
      { AppEventEntity: [{ EventType: 'Normal' }, { Reason: 'r' }] },
      [{ reason: 'r' }],
    ],
    [
      'a time without a zone',
      events,
      { AppEventEntity: [{ LastTimestamp: '2020-02-19 05:01:28' }] },
      [{ lastMs: undefined }],
    ],
    [
      'a time with another zone',
      events,
      { AppEventEntity: [{ LastTimestamp: '2020-02-19T13:01:28+08:00' }] },
      [{ lastMs: Date.UTC(2020, 1, 19, 5, 1, 28) }],
    ],
    ['no log', log, null, []],
  ])('%s', async (_, adapter, data, expected) => {
    const value = await valueOf(adapter, data);
    if (Array.isArray(expected)) expect(value).toHaveLength(expected.length);
    // toMatchObject takes no text and no undefined.
    expect({ value }).toMatchObject({ value: expected });
  });

  test.each<[string, Adapter, readonly unknown[]]>([
    ['DescribePipeline', tasks, [null, 7, 'text', undefined]],
    ['DescribeApplicationInstances', instances, [null, 7, 'text', undefined]],
    ['DescribeApplicationConfig', namespace, [null, 7, 'text', { NamespaceId: 7 }]],
    ['ListAppEvents', events, [null, 7, 'text', undefined]],
    ['DescribeInstanceLog', log, [7, {}, []]],
  ])('other Data of %s is malformed', async (action, adapter, wrong) => {
    for (const data of wrong) {
      expect(await asked(adapter, data)).toMatchObject({
        kind: 'fault',
        fault: {
          action,
          reason: 'malformed',
          requestId: '01CF26C7-00A3-4AA6-BA76-7E95F2A3',
          httpStatus: 200,
        },
      });
    }
  });
});

describe('texts are clean', () => {
  // The points of this test are the control characters themselves.
  // eslint-disable-next-line no-control-regex
  const UNCLEAN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800]/;

  test.each<[string, Adapter, unknown]>([
    [
      'of tasks',
      tasks,
      {
        StageList: [
          {
            StageName: HOSTILE_TEXT,
            TaskList: [
              {
                TaskName: HOSTILE_TEXT,
                ErrorCode: HOSTILE_TEXT,
                ErrorMessage: HOSTILE_TEXT,
                Message: HOSTILE_TEXT,
              },
            ],
          },
        ],
      },
    ],
    [
      'of instances',
      instances,
      {
        Instances: [
          {
            InstanceId: HOSTILE_TEXT,
            InstanceContainerStatus: HOSTILE_TEXT,
            InstanceHealthStatus: HOSTILE_TEXT,
            UnhealthyMessage: HOSTILE_TEXT,
          },
        ],
      },
    ],
    ['of a namespace', namespace, { NamespaceId: HOSTILE_TEXT }],
    [
      'of events',
      events,
      {
        AppEventEntity: [
          {
            Reason: HOSTILE_TEXT,
            Message: HOSTILE_TEXT,
            CauseAnalysis: HOSTILE_TEXT,
            ObjectKind: HOSTILE_TEXT,
            ObjectName: HOSTILE_TEXT,
          },
        ],
      },
    ],
    ['of a log', log, HOSTILE_TEXT],
  ])('%s', async (_, adapter, data) => {
    const texts: string[] = [];
    JSON.stringify(await valueOf(adapter, data), (_key, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts).not.toHaveLength(0);
    for (const text of texts) {
      expect(text).not.toMatch(UNCLEAN);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  test('and of bounded length, whatever came', async () => {
    const giant = `<b>${'x'.repeat(1_000_000)}</b>`;
    const value = await valueOf(tasks, task({ ErrorMessage: giant, Message: giant }));
    expect(value).toMatchObject([{ errorMessage: `${'x'.repeat(999)}…`, message: `${'x'.repeat(999)}…` }]);
  });
});
