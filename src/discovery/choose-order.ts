import type { ListedOrder } from '../rollout/change-order.ts';

/** Which orders can be this run's own. */
export interface OrderCriteria {
  readonly appId: string;
  /** `undefined` allows every type. */
  readonly coTypes: readonly string[] | undefined;
  readonly descriptionContains: string | undefined;
  /** Epoch ms. */
  readonly createdAfterMs: number;
  /** Orders whose first batch turned out to have begun earlier, whatever their time of creation says. */
  readonly stale: ReadonlySet<string>;
}

export type RefusalReason =
  'other-application' | 'other-type' | 'other-description' | 'no-time' | 'too-old' | 'stale';

export interface Refusal {
  readonly order: ListedOrder;
  readonly reason: RefusalReason;
}

export interface Choice {
  /** The orders that can be this run's own, newest first. */
  readonly qualifying: readonly ListedOrder[];
  /** All others, newest first. */
  readonly refused: readonly Refusal[];
}

/** The list tells times of creation in whole seconds: what it cannot tell apart is not held against an order. */
const RESOLUTION_MS = 1_000;

/**
 * Sorts an application's orders into those that can be this run's own and those that cannot, whatever
 * the order of the list; an order listed twice counts once. Never lets one through that was created
 * before the second of `createdAfterMs`, running or finished, or whose time of creation is not told: such
 * an order is refused for `no-time` where all else would fit. Pure.
 */
export function chooseOrders(orders: readonly ListedOrder[], criteria: OrderCriteria): Choice {
  const once = new Map(orders.map(order => [order.changeOrderId, order]));
  const newestFirst = [...once.values()].sort((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0));
  const judged = newestFirst.map(order => ({ order, reason: refusalOf(order, criteria) }));
  return {
    qualifying: judged.flatMap(({ order, reason }) => (reason === undefined ? [order] : [])),
    refused: judged.flatMap(({ order, reason }) => (reason === undefined ? [] : [{ order, reason }])),
  };
}

function refusalOf(order: ListedOrder, criteria: OrderCriteria): RefusalReason | undefined {
  const { appId, coTypes, descriptionContains, createdAfterMs, stale } = criteria;
  if (order.appId !== undefined && order.appId !== appId) return 'other-application';
  const sinceMs = Math.floor(createdAfterMs / RESOLUTION_MS) * RESOLUTION_MS;
  if (order.createdMs !== undefined && order.createdMs < sinceMs) return 'too-old';
  if (stale.has(order.changeOrderId)) return 'stale';
  if (coTypes !== undefined && !coTypes.includes(order.coTypeCode ?? '')) return 'other-type';
  if (descriptionContains !== undefined && !order.description.includes(descriptionContains)) {
    return 'other-description';
  }
  return order.createdMs === undefined ? 'no-time' : undefined;
}

/**
 * The types of change orders that the API reference names (CoTypeCode). Its pages disagree on some, so
 * all are here, and any other word may come too.
 */
const KNOWN_CO_TYPES: ReadonlySet<string> = new Set([
  'CoBatchStartApplication',
  'CoBatchStopApplication',
  'CoBindNas',
  'CoBindSlb',
  'CoCreateApp',
  'CoDeleteApp',
  'CoDeleteInstances',
  'CoDeploy',
  // The API spells it so.
  'CoDeployHistroy',
  'CoRescaleApplicationVertically',
  'CoRestartApplication',
  'CoRestartInstances',
  'CoRollback',
  'CoScaleIn',
  'CoScaleInAppWithInstances',
  'CoScaleOut',
  'CoStart',
  'CoStartApplication',
  'CoStop',
  'CoStopApplication',
  'CoUnbindNas',
  'CoUnbindSlb',
]);

/** Whether the API reference names this type; the comparison heeds case, as the API does not say otherwise. Pure. */
export function isKnownCoType(coType: string): boolean {
  return KNOWN_CO_TYPES.has(coType);
}

/** Whether an order of this type puts a version there that was not there before: a deployment, or the first one. Pure. */
export function isDeployment(coType: string | undefined): boolean {
  return coType === 'CoDeploy' || coType === 'CoCreateApp';
}
