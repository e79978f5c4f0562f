import { WALL_START_MS } from '../support/virtual-clock.ts';
import type { InstancePhase, WorldInstance, WorldRunning } from './world-instances.ts';
import type { WorldOrder } from './world.ts';

type Fields = Readonly<Record<string, unknown>>;
type Query = Readonly<Record<string, string>>;

/** What the account of a world tells of what runs, at a moment; `undefined` for every other call. */
export function toldOfRunning(
  { groups, longestPage, lastOrder }: WorldRunning,
  orders: readonly WorldOrder[],
  { call, query, atMs }: { readonly call: string; readonly query: Query; readonly atMs: number },
): unknown {
  const appId = query['AppId'] ?? '';
  switch (call) {
    case 'describeApplicationGroups':
      return groups
        .filter(group => group.appId === appId)
        .map(({ groupId, replicas }) => ({ GroupId: groupId, Replicas: replicas }));
    case 'describeApplicationInstances': {
      const group = groups.find(one => one.appId === appId && one.groupId === query['GroupId']);
      const all = (group?.instances ?? []).flatMap(one => writtenAt(one, atMs));
      const size = Math.min(Number(query['PageSize'] ?? 10), longestPage);
      const page = Number(query['CurrentPage'] ?? 1);
      return {
        Instances: all.slice((page - 1) * size, page * size),
        CurrentPage: page,
        PageSize: size,
        TotalSize: all.length,
      };
    }
    case 'describeApplicationStatus': {
      const made = orders
        .filter(order => order.appId === appId && order.createdMs <= atMs)
        .toSorted((one, other) => one.createdMs - other.createdMs);
      const words = ['told', 'first', 'absent'] as const;
      const word = lastOrder === 'flips' ? words[Math.floor(atMs / 10_000) % words.length] : lastOrder;
      const last = word === 'first' ? made[0] : word === 'told' ? made.at(-1) : undefined;
      return { AppId: appId, CurrentStatus: 'RUNNING', LastChangeOrderId: last?.id ?? '' };
    }
    default:
      return undefined;
  }
}

/** Whether a call is about an application that nobody knows at that moment. */
export function isAboutNone({ gone = [] }: WorldRunning, call: string, query: Query, atMs: number): boolean {
  const isGone = gone.some(({ fromMs, untilMs }) => fromMs <= atMs && atMs < untilMs);
  return isGone && call.startsWith('describeApplication') && query['AppId'] === 'app-1';
}

function writtenAt(instance: WorldInstance, atMs: number): readonly Fields[] {
  const { id, createdMs, phases, goneMs, image, version } = instance;
  const phase: InstancePhase | undefined = phases.findLast(one => one.atMs <= atMs);
  if (phase === undefined || (goneMs !== null && atMs >= goneMs)) return [];
  return [
    {
      InstanceId: id,
      InstanceContainerStatus: phase.state,
      InstanceHealthStatus: phase.health,
      InstanceContainerRestarts: phase.restarts,
      CreateTimeStamp: WALL_START_MS + createdMs,
      ImageUrl: image,
      PackageVersion: version,
    },
  ];
}
