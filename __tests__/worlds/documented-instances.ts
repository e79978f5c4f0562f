/**
 * What runs as the API's reference documents it, read from the raw bytes. Written down independently of the gate:
 * nothing here may import from `src/`.
 */
import type { Served } from './documented.ts';
import { isWhole, saysSuccessOf } from './documented.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An instance as it was served; `undefined` for what is not told, or not as documented. */
export interface ServedInstance {
  readonly id: string | undefined;
  readonly state: string | undefined;
  readonly health: string | undefined;
  readonly restarts: number | undefined;
  readonly createdMs: number | undefined;
  readonly image: string | undefined;
  readonly version: string | undefined;
}

export interface ServedPage {
  readonly instances: readonly ServedInstance[];
  readonly total: number | undefined;
}

export interface ServedGroup {
  readonly groupId: string;
  readonly replicas: number | undefined;
}

/** The groups of an answer; `undefined` where it is none. */
export function groupsOf(served: Served): readonly ServedGroup[] | undefined {
  const data = saysSuccessOf(served);
  if (!Array.isArray(data)) return undefined;
  const groups: readonly unknown[] = data;
  const read = groups.filter(isFields).map(({ GroupId, Replicas }) => ({
    groupId: typeof GroupId === 'string' ? GroupId : '',
    replicas: countOf(Replicas),
  }));
  return read.length === groups.length ? read : undefined;
}

/** A page of instances; `undefined` where the answer is none. */
export function instancesPageOf(served: Served): ServedPage | undefined {
  const data = saysSuccessOf(served);
  if (!isFields(data) || !Array.isArray(data['Instances'])) return undefined;
  const list: readonly unknown[] = data['Instances'];
  const instances = list.map(one => (isFields(one) ? instanceOf(one) : instanceOf({})));
  return { instances, total: countOf(data['TotalSize']) };
}

function instanceOf(fields: Fields): ServedInstance {
  const { InstanceId, InstanceContainerStatus, InstanceHealthStatus, ImageUrl, PackageVersion } = fields;
  const created = countOf(fields['CreateTimeStamp']);
  return {
    id: idOf(InstanceId),
    state: textOf(InstanceContainerStatus),
    health: textOf(InstanceHealthStatus),
    restarts: countOf(fields['InstanceContainerRestarts']),
    createdMs: created === 0 ? undefined : created,
    image: textOf(ImageUrl),
    version: textOf(PackageVersion),
  };
}

/** The id of the last order; empty where an answer tells none, `undefined` where it is none. */
export function lastOrderIdOf(appId: string, served: Served): string | undefined {
  const data = saysSuccessOf(served);
  if (!isFields(data)) return undefined;
  const { AppId, LastChangeOrderId } = data;
  const isOf = AppId === undefined || AppId === null || AppId === '' || AppId === appId;
  if (!isOf) return undefined;
  return idOf(LastChangeOrderId) ?? '';
}

/** Whether it counts among what runs: everything but what is on its way out, or gone. */
export function isLive({ state }: ServedInstance): boolean {
  return state !== 'Terminating' && state !== 'NotFound';
}

const HEALTHY = ['Healthy', 'WithoutHealthCheckConfig', 'WithoutLivenessConfig', 'WithoutReadinessConfig'];

/** Whether it runs, and nothing speaks against its health. */
export function isReady({ state, health }: ServedInstance): boolean {
  return state === 'Running' && HEALTHY.includes(health ?? '');
}

export function isBroken({ state }: ServedInstance): boolean {
  return ['Error', 'CrashLoopBackOff', 'ErrImagePull', 'ImagePullBackOff'].includes(state ?? '');
}

/** Of these types of orders nothing says that they change what runs. */
const HARMLESS = [
  'CoBatchStartApplication',
  'CoBindNas',
  'CoBindSlb',
  'CoDeleteInstances',
  'CoRestartApplication',
  'CoRestartInstances',
  'CoScaleIn',
  'CoScaleInAppWithInstances',
  'CoScaleOut',
  'CoStart',
  'CoStartApplication',
  'CoUnbindNas',
  'CoUnbindSlb',
];

/** These keep the instances that there are. */
const KEEPING = HARMLESS.filter(type => !/Start|RestartApplication$/u.test(type));

const SCALING_IN = ['CoScaleIn', 'CoScaleInAppWithInstances'];

const EMPTYING = ['CoBatchStopApplication', 'CoDeleteApp', 'CoStop', 'CoStopApplication'];

export function changesWhatRuns(type: string): boolean {
  return !HARMLESS.includes(type);
}

export function leavesNothing(type: string): boolean {
  return EMPTYING.includes(type);
}

export function leavesNoApplication(type: string): boolean {
  return type === 'CoDeleteApp';
}

/** Whether it may be meant to leave none, without stopping anything. */
export function scalesIn(type: string): boolean {
  return SCALING_IN.includes(type);
}

/** Whether what was deployed is still what there is after it. */
export function keepsWhatWasDeployed(type: string): boolean {
  return HARMLESS.includes(type) || type === 'CoRescaleApplicationVertically';
}

export function makesAllAnew(type: string): boolean {
  return !KEEPING.includes(type) && !EMPTYING.includes(type);
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.-]{1,200}$/u.test(value) ? value : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number that is not negative, or a text of its digits. */
function countOf(value: unknown): number | undefined {
  const number = isWhole(value) ? Number(value) : -1;
  return number >= 0 ? number : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
