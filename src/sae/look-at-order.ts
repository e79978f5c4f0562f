import type { Turn } from '../budget/turn.ts';
import { LOOK } from '../budget/turn.ts';
import type { ListedOrder } from '../discovery/listed-order.ts';
import type { Look } from '../rollout/look.ts';
import { rolloutStartMs } from '../rollout/rollout-start.ts';
import { cleanText } from '../text/clean-text.ts';
import type { OrderAnswer } from './describe-change-order.ts';
import { describeChangeOrder } from './describe-change-order.ts';
import { listChangeOrders } from './list-change-orders.ts';
import type { SaeClient } from './sae-client.ts';

/** The order to look at, and what must be proven of it before its status may be believed. */
export interface LookTarget {
  readonly changeOrderId: string;
  /** The application that it must belong to. */
  readonly appId: string | undefined;
  /** Epoch ms; given for an order that was found in a list, whose own time of creation proves nothing. */
  readonly notBeforeMs: number | undefined;
  /** The application's list has already shown it. */
  readonly listed: boolean;
  /** The list tells no time of its creation that can be believed: then nothing proves that it is recent. */
  readonly undated?: boolean;
}

/**
 * Makes the look at one change order. An answer counts only when the order is proven to be of the
 * application: by the answer's own `AppId`, or, where an older answer has none, by the application's
 * list of orders, which is asked until it has shown the order once; and when its first batch did not
 * begin before `notBeforeMs`. A start that cannot be true, or a time of creation that the list does not
 * tell believably, leaves it undated.
 */
export function orderLooker(
  client: SaeClient,
  target: LookTarget,
  turn: () => Turn = () => LOOK,
): (signal: AbortSignal) => Promise<Look> {
  const { changeOrderId, appId } = target;
  let { listed } = target;
  return async signal => {
    const its = turn();
    const answer = await describeChangeOrder(client, changeOrderId, signal, its);
    if (answer.kind === 'fault') return { kind: 'faulty', fault: answer.fault };
    const { rawAppId } = answer;
    if (appId !== undefined && rawAppId !== undefined && rawAppId !== appId) {
      return { kind: 'foreign', appId: cleanText(rawAppId, 200) };
    }
    if (appId !== undefined && rawAppId === undefined && !listed) {
      const proof = await listHolds(client, appId, changeOrderId, signal, its);
      if (proof !== 'listed') return proof;
      listed = true;
    }
    return lookOf(answer, target);
  };
}

/** What an answer shows that is of the application. Pure. */
function lookOf(
  { order, oddStart }: Extract<OrderAnswer, { kind: 'order' }>,
  { notBeforeMs, undated = false }: LookTarget,
): Look {
  if (notBeforeMs === undefined) return { kind: 'read', order, dated: true };
  const startMs = rolloutStartMs(order);
  if (startMs !== undefined && startMs < notBeforeMs) return { kind: 'stale', startMs };
  const dated = startMs !== undefined && oddStart === undefined && !undated;
  return { kind: 'read', order, dated, ...(oddStart && { claimedMs: oddStart.claimedMs }) };
}

/** Asks the application's list for the order; gives the look that it makes where the list has it not. */
async function listHolds(
  client: SaeClient,
  appId: string,
  changeOrderId: string,
  signal: AbortSignal,
  turn: Turn,
): Promise<'listed' | Look> {
  const isIt = (order: ListedOrder): boolean =>
    order.changeOrderId === changeOrderId && (order.appId ?? appId) === appId;
  const holds = (orders: readonly ListedOrder[]): boolean => orders.some(isIt);
  const list = await listChangeOrders(client, { appId }, signal, holds, turn);
  if (list.kind === 'fault') return { kind: 'faulty', fault: list.fault };
  return holds(list.orders) ? 'listed' : { kind: 'unlisted' };
}
