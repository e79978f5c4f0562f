import type { ListedOrder } from '../rollout/change-order.ts';

/** Which orders can belong to this run. */
export interface OrderCriteria {
  readonly appId: string;
  /** `undefined` allows every type. */
  readonly coTypes: readonly string[] | undefined;
  readonly descriptionContains: string | undefined;
  /** Epoch ms. */
  readonly createdAfterMs: number;
  /** Orders whose first batch began earlier, whatever their time of creation says. */
  readonly stale: ReadonlySet<string>;
}

export type RefusalReason =
  'other-application' | 'other-type' | 'other-description' | 'no-time' | 'too-old' | 'stale';

export interface Refusal {
  readonly order: ListedOrder;
  readonly reason: RefusalReason;
}

export interface Choice {
  /** The orders that can belong to this run, newest first. */
  readonly qualifying: readonly ListedOrder[];
  /** All others, newest first. */
  readonly refused: readonly Refusal[];
}

/** The list reports times of creation in whole seconds: within one second an order is not rejected. */
const RESOLUTION_MS = 1_000;

/**
 * Sorts an application's orders into those that can belong to this run and those that cannot, whatever the
 * order of the list; an order listed twice counts once. Never accepts one that was created before the second
 * of `createdAfterMs`, running or finished, or whose time of creation is missing: such an order is rejected
 * for `no-time` if all else fits. Pure.
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
