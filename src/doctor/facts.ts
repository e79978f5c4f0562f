import { isObject, itemsOf, textOf, timeOf } from './fields.ts';

/** The zone of `CreateTime`, which has none. */
export type CreateTimeZone = 'utc+8' | 'utc' | 'unknown';

/** The order of the list of change orders. */
export interface ListOrder {
  readonly order: 'newest-first' | 'oldest-first' | 'neither' | 'unknown';
  /** The times that it is sorted by; none if it is sorted by neither, or that is unknown. */
  readonly by: readonly ('CreateTime' | 'FinishTime')[];
}

/** Whether the list returns more than 20 orders on request. */
export type PageSizeObeyed = 'obeyed' | 'not-obeyed' | 'refused' | 'unknown';

/** Which health checks the application has. */
export type HealthChecks = 'both' | 'liveness-only' | 'readiness-only' | 'none' | 'unknown';

/** Whether the rollout created the instances. */
export type Replacement = 'all' | 'some' | 'none' | 'unknown';

const HOUR_MS = 3_600_000;
/** A first batch begins this soon after its order, unless somebody had to approve it. */
const SOON_MS = 4 * HOUR_MS;
/** `CreateTime` has whole seconds, and servers have clocks of their own. */
const TOLERANCE_MS = 60_000;

const ZONELESS = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/u;

/**
 * The zone of an order's `CreateTime`, judged by when its first batch began: soon after in one zone, and
 * eight hours away in the other. `unknown` if neither fits. Pure.
 */
export function createTimeZone(order: unknown): CreateTimeZone {
  const createdMs = utcMsOf(textOf(order, 'CreateTime'));
  const startMs = firstStartMs(order);
  if (createdMs === undefined || startMs === undefined) return 'unknown';
  const isSoon = (afterMs: number): boolean => afterMs >= -TOLERANCE_MS && afterMs < SOON_MS;
  if (isSoon(startMs - (createdMs - 8 * HOUR_MS))) return 'utc+8';
  return isSoon(startMs - createdMs) ? 'utc' : 'unknown';
}

/** A time without a zone, read as UTC; epoch ms. */
function utcMsOf(text: string | undefined): number | undefined {
  const [, day, time] = ZONELESS.exec(text ?? '') ?? [];
  const ms = day === undefined ? Number.NaN : Date.parse(`${day}T${time ?? ''}Z`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** When the first of an order's batches began, epoch ms. */
function firstStartMs(order: unknown): number | undefined {
  const starts = itemsOf(order, 'Pipelines').flatMap(batch => timeOf(batch, 'StartTime') ?? []);
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** By which times the orders of a list are sorted. Needs two different times. Pure. */
export function listOrder(list: unknown): ListOrder {
  const items = itemsOf(list, 'ChangeOrderList');
  const directions = (['CreateTime', 'FinishTime'] as const).map(by => {
    const times = items.flatMap(item => utcMsOf(textOf(item, by)) ?? []);
    // An order without that time, as a running one has no end, proves nothing.
    return { by, order: directionOf(times) };
  });
  const sorted = directions.find(({ order }) => order === 'newest-first' || order === 'oldest-first');
  if (sorted !== undefined) {
    const { order } = sorted;
    return { order, by: directions.filter(one => one.order === order).map(({ by }) => by) };
  }
  const unsorted = directions.some(({ order }) => order === 'neither');
  return { order: unsorted ? 'neither' : 'unknown', by: [] };
}

function directionOf(times: readonly number[]): ListOrder['order'] {
  if (new Set(times).size < 2) return 'unknown';
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  if (steps.every(step => step <= 0)) return 'newest-first';
  return steps.every(step => step >= 0) ? 'oldest-first' : 'neither';
}

const USUAL_PAGE = 20;

/** The result of a page of more than 20. `undefined` if that was refused. Pure. */
export function pageSizeObeyed(page: unknown): PageSizeObeyed {
  if (page === undefined) return 'refused';
  const count = itemsOf(page, 'ChangeOrderList').length;
  if (count > USUAL_PAGE) return 'obeyed';
  const total = isObject(page) ? Number(page['TotalSize']) : Number.NaN;
  return total > count ? 'not-obeyed' : 'unknown';
}

/** Which probes there are: by the configuration, or else by the health of the instances. Pure. */
export function healthChecks(config: unknown, instances: unknown): HealthChecks {
  if (isObject(config)) {
    const [liveness, readiness] = ['Liveness', 'Readiness'].map(probe => isProbe(textOf(config, probe)));
    if (liveness === true) return readiness === true ? 'both' : 'liveness-only';
    return readiness === true ? 'readiness-only' : 'none';
  }
  const states = new Set(itemsOf(instances, 'Instances').map(one => textOf(one, 'InstanceHealthStatus')));
  if (states.has('WithoutHealthCheckConfig')) return 'none';
  if (states.has('WithoutLivenessConfig')) return 'readiness-only';
  if (states.has('WithoutReadinessConfig')) return 'liveness-only';
  return states.has('Healthy') || states.has('Unhealthy') ? 'both' : 'unknown';
}

function isProbe(text: string | undefined): boolean {
  return text !== undefined && !/^(?:\s*|\{\s*\}|null)$/u.test(text);
}

/**
 * Whether a rollout created the instances: by when they were created and when its first batch began. Only a
 * deploy that has succeeded shows it. Pure.
 */
export function replacement(order: unknown, instances: unknown): Replacement {
  const startMs = firstStartMs(order);
  const created = itemsOf(instances, 'Instances').flatMap(one => timeOf(one, 'CreateTimeStamp') ?? []);
  const isDone =
    isObject(order) && String(order['Status']) === '2' && textOf(order, 'CoTypeCode') === 'CoDeploy';
  if (!isDone || startMs === undefined || created.length === 0) return 'unknown';
  const isNew = created.filter(ms => ms >= startMs - TOLERANCE_MS).length;
  if (isNew === created.length) return 'all';
  return isNew === 0 ? 'none' : 'some';
}
