import type { Query } from './api-action.ts';
import type { Application } from './application.ts';
import type { ChangeOrder } from './change-order.ts';
import { isKnownAt } from './change-order.ts';
import { orderProgressAt } from './change-order-data.ts';
import type { Fleet, Instance } from './fleet.ts';
import type { ShownInstance } from './instances.ts';
import { incidentEvents, instancesAt } from './instances.ts';
import { isRunning, wantedInstances } from './list-applications.ts';
import { pageFields, pageOf } from './page.ts';
import type { Release } from './release.ts';
import { stableId } from './stable-id.ts';
import type { StoryTime } from './story-time.ts';
import { HOUR_MS, wallEpochMs } from './story-time.ts';
import type { TroubleEvent } from './trouble.ts';

/** An application with all of its instances and the newest of its orders, at one moment. */
export interface ApplicationView {
  readonly app: Application;
  readonly fleet: Fleet;
  /** The order that was created last; none in an application that nobody ever changed. */
  readonly order: ChangeOrder | undefined;
  readonly time: StoryTime;
  readonly storyMs: number;
  /** The longest page that a list is cut to, whatever is asked for. */
  readonly longestPage: number | undefined;
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
  11: 'WAIT_APPROVAL',
  12: 'APPROVED',
};

/** The `Data` of DescribeApplicationStatus. An order that has expired is told of no more than none. */
export function describeStatus(view: ApplicationView): object {
  const { app, fleet, time, storyMs } = view;
  const order = view.order && isKnownAt(view.order, storyMs) ? view.order : undefined;
  const progress = order && orderProgressAt(order, storyMs);
  return {
    AppId: app.id,
    CurrentStatus: fleet.isStoppedAt(storyMs) ? 'STOPPED' : 'RUNNING',
    CreateTime: String(wallEpochMs(time, -1_000 * HOUR_MS)),
    LastChangeOrderId: order?.id ?? '',
    LastChangeOrderRunning: progress !== undefined && progress.finishMs === undefined,
    LastChangeOrderStatus: ORDER_STATUS_WORDS[progress?.status ?? -1] ?? '',
    SubStatus: progress?.subStatus === 1 ? 'RUNNING_BUT_HAS_ERROR' : 'NORMAL',
    RunningInstances: instancesOf(view).filter(isRunning).length,
    ArmsAdvancedEnabled: 'false',
    ArmsApmInfo: '',
    EnableAgent: false,
    FileSizeLimit: 10_240,
  };
}

/** The `Data` of DescribeApplicationGroups: SAE puts everything into one default group, unless told otherwise. */
export function describeGroups(view: ApplicationView, query: Query): readonly object[] {
  const { fleet, storyMs, longestPage } = view;
  const { items } = pageOf(query, fleet.groups, { usual: 10, longest: longestPage });
  return items.map(group => {
    const release = fleet.releaseAt(storyMs);
    const ofGroup = instancesOf(view).filter(({ instance }) => instance.groupId === group.id);
    return {
      GroupName: group.name,
      GroupId: group.id,
      GroupType: 0,
      ...packageFields(release),
      PackageVersion: release.packageVersion,
      PackageVersionId: stableId(`${view.app.id}/${release.packageVersion}`),
      Replicas: fleet.replicasAt(group.id, storyMs),
      RunningInstances: ofGroup.filter(isRunning).length,
    };
  });
}

/** The `Data` of DescribeApplicationInstances, for one group, perhaps one batch, perhaps one instance. */
export function describeInstances(view: ApplicationView, query: Query): object {
  const { GroupId: groupId, PipelineId: pipelineId = '', InstanceId: instanceId = '' } = query;
  const shown = instancesOf(view)
    .filter(({ instance }) => instance.groupId === groupId)
    .filter(({ instance }) => pipelineId === '' || instance.madeBy?.pipelineId === pipelineId)
    .filter(({ instance }) => instanceId === '' || instance.id === instanceId);
  const ordered = query['Reverse'] === 'true' ? shown.toReversed() : shown;
  const page = pageOf(query, ordered, { usual: 10, longest: view.longestPage });
  return { ...pageFields(page), Instances: page.items.map(instance => instanceData(view, instance)) };
}

/** The `Data` of DescribeApplicationConfig: the sample's, as far as it matters here. */
export function describeConfig({ app, fleet, storyMs }: ApplicationView): object {
  const release = fleet.releaseAt(storyMs);
  return {
    AppId: app.id,
    AppName: app.name,
    NamespaceId: app.namespaceId,
    RegionId: app.namespaceId.split(':', 1)[0],
    Replicas: wantedInstances(fleet, storyMs),
    MinReadyInstances: 1,
    BatchWaitTime: 10,
    Cpu: 1_000,
    Memory: 2_048,
    ...packageFields(release),
    PackageVersion: release.packageVersion,
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
  const page = pageOf(query, events, { usual: 10, longest: view.longestPage });
  return { ...pageFields(page), AppEventEntity: page.items };
}

/** The console log of an instance; undefined where there is no such instance. */
export function instanceLog(view: ApplicationView, query: Query): string | undefined {
  const shown = instancesOf(view).find(({ instance }) => instance.id === query['InstanceId']);
  return query['Previous'] === 'true' ? shown?.previousLog : shown?.log;
}

function instancesOf({ fleet, storyMs }: ApplicationView): readonly ShownInstance[] {
  return instancesAt(fleet, storyMs);
}

/** How a release is told where an application's package is: an image, or a package of its own. */
function packageFields({ image, package: own }: Release): object {
  return own === undefined
    ? { PackageType: 'Image', ImageUrl: image }
    : { PackageType: own.type, PackageUrl: own.url };
}

function instanceData({ time, storyMs }: ApplicationView, shown: ShownInstance): object {
  const { instance, release, completedAtMs } = shown;
  return {
    InstanceId: instance.id,
    GroupId: instance.groupId,
    InstanceContainerIp: `192.168.1.${instance.place + 11}`,
    InstanceContainerStatus: shown.containerStatus,
    MainContainerStatus: shown.containerStatus,
    InstanceHealthStatus: shown.healthStatus,
    UnhealthyMessage: shown.unhealthyMessage,
    InstanceContainerRestarts: shown.restarts,
    CreateTimeStamp: wallEpochMs(time, instance.createdAtMs),
    ...(completedAtMs === undefined ? {} : { FinishTimeStamp: wallEpochMs(time, completedAtMs) }),
    Timestamp: wallEpochMs(time, storyMs),
    VSwitchId: 'vsw-2ze559r1z1bpwqxwp0001',
    PackageVersion: release.packageVersion,
    ImageUrl: release.image,
    DebugStatus: false,
    Eip: '',
    SidecarContainersStatus: [],
    Tags: [],
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
  const { fleet, order, storyMs } = view;
  const shown = instancesOf(view);
  const fresh = shown.flatMap(({ instance }) =>
    order !== undefined && instance.madeBy?.order.id === order.id ? [{ instance, ...instance.madeBy }] : [],
  );
  const created = fresh.map(({ instance }) =>
    appEvent(view, instance, 'Normal', { reason: 'Created', message: 'Created container' }, [
      instance.createdAtMs,
    ]),
  );
  const troubled = fresh.filter(({ instance }) => instance.starts[0]?.trouble).slice(0, 1);
  const ofTrouble = troubled.flatMap(({ instance, batch, order: maker }) => {
    const { startMs = 0, updateMs = 0 } = orderProgressAt(maker, storyMs).batches[batch - 1] ?? {};
    const atMs = [maker.createdAtMs + startMs, maker.createdAtMs + updateMs];
    const events = maker.trouble?.events ?? [];
    return events.map(event => appEvent(view, instance, 'Warning', event, atMs));
  });
  const ofIncidents = shown.flatMap(({ instance }) =>
    incidentEvents(fleet, instance, storyMs).map(({ atMs, event }) =>
      appEvent(view, instance, 'Warning', event, [atMs]),
    ),
  );
  return [...created, ...ofTrouble, ...ofIncidents];
}

/** @param seenAtMs when it was seen first and last, in story ms; once, if that is all */
function appEvent(
  view: ApplicationView,
  instance: Instance,
  type: AppEvent['EventType'],
  event: TroubleEvent,
  seenAtMs: readonly number[],
): AppEvent {
  const at = (storyMs = 0): string =>
    new Date(wallEpochMs(view.time, storyMs)).toISOString().replace(/\.\d+Z$/, 'Z');
  return {
    ObjectKind: 'Pod',
    ObjectName: instance.id,
    EventType: type,
    Reason: event.reason,
    Message: event.message,
    CauseAnalysis: event.causeAnalysis ?? '',
    FirstTimestamp: at(seenAtMs[0]),
    LastTimestamp: at(seenAtMs.at(-1)),
  };
}
