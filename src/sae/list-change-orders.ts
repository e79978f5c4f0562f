import * as z from 'zod';
import type { Fault } from '../rollout/fault.ts';
import { looseNumber } from './loose-fields.ts';
import type { SaeClient } from './sae-client.ts';

const PAGE_SIZE = 20;

/** More pages than three months of orders can fill: a list that goes on beyond is not believed. */
const MOST_PAGES = 500;

const pageSchema = z.looseObject({
  ChangeOrderList: z.array(z.looseObject({ ChangeOrderId: z.string() })).nullish(),
  TotalSize: looseNumber,
});

export type ListAnswer =
  { readonly kind: 'found'; readonly found: boolean } | { readonly kind: 'fault'; readonly fault: Fault };

/** Whether the application's own list of change orders holds this order; asks page by page until it is seen. */
export async function listHoldsOrder(
  client: SaeClient,
  appId: string,
  changeOrderId: string,
  signal: AbortSignal,
): Promise<ListAnswer> {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = { AppId: appId, CurrentPage: String(page), PageSize: String(PAGE_SIZE) };
    const answer = await client.call('ListChangeOrders', query, signal);
    if (answer.kind === 'fault') return answer;
    const parsed = pageSchema.safeParse(answer.data);
    if (!parsed.success) return malformed('its list is not what the API documents', answer.requestId);
    const orders = parsed.data.ChangeOrderList ?? [];
    if (orders.some(order => order.ChangeOrderId === changeOrderId)) return { kind: 'found', found: true };
    const last = orders.length === 0 || page * PAGE_SIZE >= (parsed.data.TotalSize ?? Infinity);
    if (last) return { kind: 'found', found: false };
  }
  return malformed(`its list does not end within ${MOST_PAGES} pages`, undefined);
}

function malformed(message: string, requestId: string | undefined): ListAnswer {
  const fault: Fault = {
    action: 'ListChangeOrders',
    reason: 'malformed',
    message,
    requestId,
    httpStatus: 200,
  };
  return { kind: 'fault', fault };
}
