import type { Look } from '../rollout/look.ts';
import { describeChangeOrder } from './describe-change-order.ts';
import { listHoldsOrder } from './list-change-orders.ts';
import type { SaeClient } from './sae-client.ts';

/**
 * Makes the look at one change order. Where `appId` is given, an answer counts only when the order
 * is proven to be of that application: by the answer's own `AppId`, or, where an older answer has
 * none, by the application's list of orders, which is asked until it has shown the order once.
 */
export function orderLooker(
  client: SaeClient,
  changeOrderId: string,
  appId: string | undefined,
): (signal: AbortSignal) => Promise<Look> {
  let listed = false;
  return async signal => {
    const answer = await describeChangeOrder(client, changeOrderId, signal);
    if (answer.kind === 'fault') return { kind: 'faulty', fault: answer.fault };
    const { order, rawAppId, requestId } = answer;
    if (appId !== undefined && rawAppId !== undefined && rawAppId !== appId) {
      return { kind: 'foreign', appId: order.appId ?? '' };
    }
    if (appId !== undefined && rawAppId === undefined && !listed) {
      const list = await listHoldsOrder(client, appId, changeOrderId, signal);
      if (list.kind === 'fault') return { kind: 'faulty', fault: list.fault };
      if (!list.found) return { kind: 'unlisted' };
      listed = true;
    }
    return { kind: 'read', order, requestId };
  };
}
