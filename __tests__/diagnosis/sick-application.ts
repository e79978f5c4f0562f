import type { ApiCall } from '../../src/sae/client.ts';
import { envelopeOf, httpAnswer } from '../support/answers.ts';
import { anOrder, APP_ID } from '../support/orders.ts';
import type { ChangeOrder } from '../../src/rollout/change-order.ts';
import type { Reply, Script, Seen } from '../support/scripted-transport.ts';
import { answers } from '../support/scripted-transport.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

export const PIPELINE_ID = '0e4acf82-c9b1-4c1e-ac28-557763380001';
export const GROUP_ID = 'b2a8a925-477a-4ed7-b825-d5e225000001';
export const NAMESPACE_ID = 'cn-hangzhou:test';

/** When the rollout began: a minute before the gate. */
export const BEGAN_MS = WALL_START_MS - 60_000;

/** An order whose second batch failed. */
export const FAILED_ORDER: ChangeOrder = anOrder({
  status: 3,
  appId: APP_ID,
  batches: [
    { pipelineId: 'first', name: undefined, status: 2, startMs: BEGAN_MS, updateMs: BEGAN_MS + 10_000 },
    {
      pipelineId: PIPELINE_ID,
      name: undefined,
      status: 3,
      startMs: BEGAN_MS + 10_000,
      updateMs: WALL_START_MS,
    },
    { pipelineId: 'third', name: undefined, status: 0, startMs: undefined, updateMs: undefined },
  ],
});

/** What the diagnostic calls bring of an application whose new version crashes. */
const DATA: Readonly<Partial<Record<ApiCall, unknown>>> = {
  DescribePipeline: {
    StageList: [
      { StageName: 'Deploy application', TaskList: [{ TaskName: 'Initialize environment', Status: 2 }] },
      {
        StageName: 'Start instances',
        TaskList: [
          { TaskName: 'Create instances', Status: 2, Message: 'create success' },
          {
            TaskName: 'Check readiness',
            Status: 3,
            ErrorCode: 'EDAS-10022',
            ErrorMessage: 'The instance exited with code 1.',
          },
        ],
      },
    ],
  },
  DescribeApplicationGroups: [{ GroupId: GROUP_ID, GroupName: '_DEFAULT_GROUP' }],
  DescribeApplicationInstances: {
    Instances: [
      { InstanceId: 'well', InstanceContainerStatus: 'Running', InstanceHealthStatus: 'Healthy' },
      {
        InstanceId: 'sick',
        InstanceContainerStatus: 'CrashLoopBackOff',
        InstanceHealthStatus: 'Unhealthy',
        UnhealthyMessage: 'Back-off restarting failed container',
        InstanceContainerRestarts: 5,
      },
    ],
  },
  DescribeApplicationConfig: { NamespaceId: NAMESPACE_ID },
  ListAppEvents: {
    AppEventEntity: [
      {
        EventType: 'Warning',
        Reason: 'BackOff',
        Message: 'Back-off restarting failed container',
        CauseAnalysis: 'The container exits right after its start.',
        ObjectKind: 'Pod',
        ObjectName: 'sick',
        FirstTimestamp: '2026-11-22T04:59:30Z',
        LastTimestamp: '2026-11-22T05:00:00Z',
      },
    ],
  },
  DescribeInstanceLog: 'starting\njava.sql.SQLException: password not-a-real-password\n',
};

export type Replies = Partial<Record<ApiCall, (seen: Seen) => Reply>>;

/** The call that a request makes. */
export function actionOf({ request }: Seen): ApiCall {
  return request.headers['x-acs-action'] as ApiCall;
}

/** An answer with this `Data`. */
export function dataReply(data: unknown, afterMs = 0): Reply {
  return answers(httpAnswer(envelopeOf(data)), afterMs);
}

/** The API about the sick application, save for calls that are answered in another way. */
export function sickApplication(replies: Replies = {}): Script {
  return seen => replies[actionOf(seen)]?.(seen) ?? dataReply(DATA[actionOf(seen)]);
}
