import type { Query } from './api-action.ts';
import type { Application } from './application.ts';
import type { ChangeOrder } from './change-order.ts';
import { orderProgressAt } from './change-order-data.ts';
import type { Instance } from './instances.ts';
import { instancesAt } from './instances.ts';
import type { Page } from './page.ts';
import { pageOf } from './page.ts';
import type { StoryTime } from './story-time.ts';
import { HOUR_MS, wallEpochMs } from './story-time.ts';
import type { TroubleEvent } from './trouble.ts';

/** An application with the newest of its orders, at one moment. */
export interface ApplicationView {
  readonly app: Application;
  /** The order that was created last; none in an application that nobody ever changed. */
  readonly order: ChangeOrder | undefined;
  readonly time: StoryTime;
  readonly storyMs: number;
}

const ORDER_STATUS_WORDS: Readonly<Record<number, string>> = {
  0: 'READY',
  1: 'RUNNING',
  2: 'SUCCESS',
  3: 'FAIL',
  6: 'ABORT',
  8: 'WAIT_BATCH_CONFIRM',
  9: 'AUTO_BATCH_WAIT',
  10: 'SYSTEM_FAIL',
};

/** The `Data` of DescribeApplicationStatus. */
export function describeStatus(view: ApplicationView): object {
  const progress = view.order && orderProgressAt(view.order, view.storyMs);
  return {
    AppId: view.app.id,
    CurrentStatus: 'RUNNING',
    CreateTime: String(wallEpochMs(view.time, -1_000 * HOUR_MS)),
    LastChangeOrderId: view.order?.id ?? '',
    LastChangeOrderRunning: progress !== undefined && progress.finishMs === undefined,
    LastChangeOrderStatus: ORDER_STATUS_WORDS[progress?.status ?? -1] ?? '',
    SubStatus: progress?.subStatus === 1 ? 'RUNNING_BUT_HAS_ERROR' : 'NORMAL',
    RunningInstances: runningInstances(view),
    ArmsAdvancedEnabled: 'false',
  };
}

/** The `Data` of DescribeApplicationGroups: SAE puts everything into one default group. */
export function describeGroups(view: ApplicationView): readonly object[] {
  return [
    {
      GroupName: '_DEFAULT_GROUP',
      GroupId: view.app.groupId,
      GroupType: 0,
      ImageUrl: 'registry-vpc.cn-beijing.aliyuncs.com/demo/nginx:2.0',
      PackageType: 'Image',
      PackageVersion: '1.0.0',
      Replicas: view.app.replicas,
      RunningInstances: runningInstances(view),
    },
  ];
}

/** The `Data` of DescribeApplicationInstances, for one group and perhaps one batch. */
export function describeInstances(view: ApplicationView, query: Query): object {
  const { GroupId: groupId, PipelineId: pipelineId = '' } = query;
  const instances = instancesOf(view)
    .filter(() => groupId === view.app.groupId)
    .filter(instance => pipelineId === '' || instance.pipelineId === pipelineId);
  const page = pageOf(query, instances, 10);
  return { ...pageFields(page), Instances: page.items.map(instance => instanceData(view, instance)) };
}

/** The `Data` of DescribeApplicationConfig: the sample's, as far as it matters here. */
export function describeConfig({ app }: ApplicationView): object {
  return {
    AppId: app.id,
    AppName: app.name,
    NamespaceId: app.namespaceId,
    RegionId: app.namespaceId.split(':', 1)[0],
    Replicas: app.replicas,
    MinReadyInstances: 1,
    BatchWaitTime: 10,
    Cpu: 1_000,
    Memory: 2_048,
    PackageType: 'Image',
    ImageUrl: 'registry-vpc.cn-beijing.aliyuncs.com/demo/nginx:2.0',
    Envs: '[{"name":"TEST_ENV_KEY","value":"TEST_ENV_VAR"}]',
    Readiness: '{"httpGet":{"path":"/ready","port":8080},"initialDelaySeconds":20,"timeoutSeconds":5}',
    Liveness: '{"httpGet":{"path":"/live","port":8080},"initialDelaySeconds":20,"timeoutSeconds":3}',
    VpcId: 'vpc-2ze0i263cnn311nvj0001',
    VSwitchId: 'vsw-2ze559r1z1bpwqxwp0001',
    Timezone: 'Asia/Shanghai',
  };
}

/** The `Data` of ListAppEvents: the warnings of a troubled batch, and that new containers were created. */
export function listEvents(view: ApplicationView, query: Query): object {
  const { EventType: type = '', Reason: reason = '', ObjectName: objectName = '' } = query;
  const events = eventsOf(view)
    .filter(() => query['Namespace'] === view.app.namespaceId)
    .filter(event => type === '' || event.EventType === type)
    .filter(event => event.Reason.startsWith(reason) && event.ObjectName.startsWith(objectName));
  const page = pageOf(query, events, 10);
  return { ...pageFields(page), AppEventEntity: page.items };
}

/** The console log of an instance; undefined where there is no such instance. */
export function instanceLog(view: ApplicationView, query: Query): string | undefined {
  const instance = instancesOf(view).find(({ id }) => id === query['InstanceId']);
  if (!instance) return undefined;
  if (query['Previous'] === 'true') return instance.trouble?.previousLog ?? '';
  return instance.trouble?.log ?? 'hello\nsae\n';
}

function instancesOf({ order, storyMs }: ApplicationView): readonly Instance[] {
  return order ? instancesAt(order, storyMs) : [];
}

function runningInstances(view: ApplicationView): number {
  if (!view.order) return view.app.replicas;
  return instancesOf(view).filter(({ trouble }) => !trouble || trouble.containerStatus === 'Running').length;
}

function instanceData(view: ApplicationView, { id, number, isStarting, trouble }: Instance): object {
  return {
    InstanceId: id,
    GroupId: view.app.groupId,
    InstanceContainerIp: `192.168.1.${number + 11}`,
    InstanceContainerStatus: trouble?.containerStatus ?? 'Running',
    MainContainerStatus: trouble?.containerStatus ?? 'Running',
    InstanceHealthStatus: trouble?.healthStatus ?? (isStarting ? 'NotCheckedYet' : 'Healthy'),
    UnhealthyMessage: trouble?.unhealthyMessage ?? '',
    InstanceContainerRestarts: trouble?.restarts ?? 0,
    CreateTimeStamp: wallEpochMs(view.time, view.order?.createdAtMs ?? 0),
    VSwitchId: 'vsw-2ze559r1z1bpwqxwp0001',
    PackageVersion: '1609939496200',
    ImageUrl: 'registry-vpc.cn-beijing.aliyuncs.com/demo/nginx:2.0',
  };
}

interface AppEvent {
  readonly ObjectKind: string;
  readonly ObjectName: string;
  readonly EventType: 'Normal' | 'Warning';
  readonly Reason: string;
  readonly Message: string;
  readonly CauseAnalysis: string;
  readonly FirstTimestamp: string;
  readonly LastTimestamp: string;
}

function eventsOf(view: ApplicationView): AppEvent[] {
  const fresh = instancesOf(view).filter(({ isNew }) => isNew);
  const troubled = fresh.filter(({ trouble }) => trouble).slice(0, 1);
  const warnings = troubled.flatMap(instance =>
    (view.order?.trouble?.events ?? []).map(event => appEvent(view, instance, 'Warning', event)),
  );
  const created = fresh.map(instance =>
    appEvent(view, instance, 'Normal', { reason: 'Created', message: 'Created container' }),
  );
  return [...created, ...warnings];
}

function appEvent(
  view: ApplicationView,
  instance: Instance,
  type: AppEvent['EventType'],
  event: TroubleEvent,
): AppEvent {
  const batch = view.order && orderProgressAt(view.order, view.storyMs).batches[instance.batch - 1];
  const at = (elapsedMs = 0): string => {
    const epochMs = wallEpochMs(view.time, (view.order?.createdAtMs ?? 0) + elapsedMs);
    return new Date(epochMs).toISOString().replace(/\.\d+Z$/, 'Z');
  };
  return {
    ObjectKind: 'Pod',
    ObjectName: instance.id,
    EventType: type,
    Reason: event.reason,
    Message: event.message,
    CauseAnalysis: event.causeAnalysis ?? '',
    FirstTimestamp: at(batch?.startMs),
    LastTimestamp: at(type === 'Warning' ? batch?.updateMs : batch?.startMs),
  };
}

function pageFields(page: Page<unknown>): object {
  return { CurrentPage: page.currentPage, PageSize: page.pageSize, TotalSize: page.totalSize };
}
