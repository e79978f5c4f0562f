import type { StartUp } from './batch-run.ts';
import type { Fleet, Instance } from './fleet.ts';
import type { Incident } from './incident.ts';
import { READINESS_FAILED } from './incident.ts';
import type { Release } from './release.ts';
import { SECOND_MS } from './story-time.ts';
import type { ContainerStatus, HealthStatus, TroubleEvent } from './trouble.ts';
import { CRASH_LOOP } from './troubles.ts';

/** What an instance shows at one moment. */
export interface ShownInstance {
  readonly instance: Instance;
  readonly containerStatus: ContainerStatus;
  readonly healthStatus: HealthStatus;
  readonly unhealthyMessage: string;
  readonly restarts: number;
  readonly release: Release;
  /** When its creation was completed, in story ms; not there while it is not. */
  readonly completedAtMs?: number;
  /** The console log of the running container, and of the one before it. */
  readonly log: string;
  readonly previousLog: string;
}

const USUAL_LOG = 'hello\nsae\n';

/** How long a crashing process lasts, from its start on. */
const CRASHES_AFTER_MS = 5 * SECOND_MS;
const LONGEST_BACK_OFF_MS = 300 * SECOND_MS;

/** The instances that are listed at this story time, those that still drain among them. Pure. */
export function instancesAt(fleet: Fleet, storyMs: number): readonly ShownInstance[] {
  return fleet.instances
    .filter(({ createdAtMs, goneAtMs }) => createdAtMs <= storyMs && storyMs < goneAtMs)
    .map(instance => shownAt(fleet, instance, storyMs));
}

/** The warnings about an instance that incidents have caused by this story time, each with its moment. */
export function incidentEvents(
  fleet: Fleet,
  instance: Instance,
  storyMs: number,
): readonly { readonly atMs: number; readonly event: TroubleEvent }[] {
  return fleet.incidents
    .filter(incident => incident.atMs <= storyMs && befalls(incident, instance))
    .flatMap(incident => warningsOf(incident).map(event => ({ atMs: incident.atMs, event })));
}

function shownAt(fleet: Fleet, instance: Instance, storyMs: number): ShownInstance {
  const own = ownLooks(instance, storyMs);
  const befallen = fleet.incidents
    .filter(incident => incident.atMs <= storyMs && befalls(incident, instance))
    .reduce((shown, incident) => afterIncident(shown, incident, storyMs), own);
  const { unchecked } = fleet.app;
  const checked =
    befallen.healthStatus === 'Healthy' && unchecked ? { ...befallen, healthStatus: unchecked } : befallen;
  return storyMs < instance.terminatesAtMs ? checked : { ...checked, containerStatus: 'Terminating' };
}

/** What it would show if nothing had befallen it. */
function ownLooks(instance: Instance, storyMs: number): ShownInstance {
  const number = Math.max(
    0,
    instance.starts.findLastIndex(({ atMs }) => atMs <= storyMs),
  );
  const start = instance.starts[number];
  if (!start) throw new RangeError('an instance without a start');
  const looks = start.trouble ?? {
    containerStatus: containerStatusAt(start, storyMs, number === 0),
    healthStatus: healthStatusAt(start, storyMs),
    // An update in place starts the container of the same instance once more.
    restarts: number,
    log: USUAL_LOG,
  };
  return {
    instance,
    unhealthyMessage: '',
    previousLog: '',
    ...looks,
    release: start.release,
    ...completion(instance, storyMs),
  };
}

/** A container that never gets as far as running has no end of its creation. */
function completion({ starts: [first] }: Instance, storyMs: number): { readonly completedAtMs?: number } {
  const runs = first && (first.trouble?.containerStatus ?? 'Running') === 'Running';
  return runs && first.runsAtMs <= storyMs ? { completedAtMs: first.runsAtMs } : {};
}

function containerStatusAt(start: StartUp, storyMs: number, isCreation: boolean): ContainerStatus {
  if (!isCreation || storyMs >= start.runsAtMs) return 'Running';
  return storyMs >= start.initializesAtMs ? 'PodInitializing' : 'Pending';
}

function healthStatusAt(start: StartUp, storyMs: number): HealthStatus {
  if (storyMs >= start.healthyAtMs) return 'Healthy';
  return storyMs >= start.checkedAtMs ? 'ReadinessUnhealthy' : 'NotCheckedYet';
}

/** Whether an incident is about this instance: looks are the place's, all else is whoever's holds it then. */
function befalls(incident: Incident, { groupId, place, createdAtMs, terminatesAtMs }: Instance): boolean {
  if (incident.kind === 'scales' || incident.groupId !== groupId || incident.place !== place) return false;
  if (incident.kind === 'shows') return true;
  // An eviction is what ends it.
  const isEnd = incident.kind === 'evicted' && incident.atMs === terminatesAtMs;
  return createdAtMs <= incident.atMs && (incident.atMs < terminatesAtMs || isEnd);
}

function afterIncident(shown: ShownInstance, incident: Incident, storyMs: number): ShownInstance {
  const sinceMs = storyMs - incident.atMs;
  switch (incident.kind) {
    case 'crashes':
      return crashing(shown, sinceMs, incident.times);
    case 'flaps':
      return sinceMs % (incident.unhealthyMs + incident.healthyMs) < incident.unhealthyMs
        ? { ...shown, healthStatus: 'ReadinessUnhealthy', unhealthyMessage: READINESS_FAILED }
        : shown;
    case 'shows': {
      if (storyMs >= incident.untilMs) return shown;
      const { image, packageVersion, ...looks } = incident.looks;
      const release = {
        ...shown.release,
        ...(image === undefined ? {} : { image }),
        ...(packageVersion === undefined ? {} : { packageVersion }),
      };
      return { ...shown, ...looks, release };
    }
    default:
      return shown;
  }
}

/**
 * An instance whose process ended so long ago, and is to end so many times. The first restart comes at once,
 * each later one after a longer back-off.
 */
function crashing(shown: ShownInstance, sinceMs: number, times: number): ShownInstance {
  const [looks] = CRASH_LOOP.instances;
  const { log = '', previousLog = '' } = looks ?? {};
  let crashMs = 0;
  let backOffMs = 0;
  for (let restarts = 1; ; restarts += 1) {
    const restartMs = crashMs + backOffMs;
    const after = { ...shown, restarts: shown.restarts + restarts - 1, log, previousLog };
    if (sinceMs < restartMs) {
      return {
        ...after,
        containerStatus: 'CrashLoopBackOff',
        healthStatus: 'Unhealthy',
        unhealthyMessage: `Back-off ${backOffMs / SECOND_MS}s restarting failed container`,
      };
    }
    const endMs = restartMs + CRASHES_AFTER_MS;
    if (sinceMs < endMs) return { ...after, restarts: after.restarts + 1, healthStatus: 'NotCheckedYet' };
    if (restarts >= times) return { ...after, restarts: after.restarts + 1 };
    crashMs = endMs;
    backOffMs = Math.min(LONGEST_BACK_OFF_MS, backOffMs === 0 ? 10 * SECOND_MS : 2 * backOffMs);
  }
}

function warningsOf(incident: Incident): readonly TroubleEvent[] {
  switch (incident.kind) {
    case 'crashes':
      return CRASH_LOOP.events;
    case 'flaps':
      return [{ reason: 'Unhealthy', message: READINESS_FAILED }];
    case 'evicted':
      return [{ reason: 'Evicted', message: 'The node was low on resource: ephemeral-storage.' }];
    default:
      return [];
  }
}
