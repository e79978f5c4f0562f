import * as z from 'zod';
import type { ListedOrder } from '../discovery/listed-order.ts';
import type { Fault } from '../rollout/fault.ts';
import { cleanText } from '../text/clean-text.ts';
import { parseBeijingTime } from './beijing-time.ts';
import { looseNumber, looseText, wholeNumber } from './loose-fields.ts';
import type { SaeClient } from './sae-client.ts';

const PAGE_SIZE = 20;

/** More pages than three months of orders can fill: a list that goes on beyond is not believed. */
const MOST_PAGES = 500;

const orderSchema = z.looseObject({
  ChangeOrderId: z.string().min(1),
  AppId: z.string().nullish(),
  CoTypeCode: looseText,
  Description: z.string().nullish().catch(undefined),
  Status: wholeNumber.optional().catch(undefined),
  CreateTime: z.string().optional().catch(undefined),
});

const pageSchema = z.looseObject({
  ChangeOrderList: z.array(orderSchema).nullish(),
  TotalSize: looseNumber,
});

/** What the list is asked for; `coType` and `key` narrow it on the server's side. */
export interface ListQuery {
  readonly appId: string;
  readonly coType?: string | undefined;
  /** A fuzzy match on the description. */
  readonly key?: string | undefined;
}

export type ListAnswer =
  | { readonly kind: 'orders'; readonly orders: readonly ListedOrder[] }
  | { readonly kind: 'fault'; readonly fault: Fault };

/**
 * An application's change orders, in the server's own order, through as many pages as it takes and no
 * more. `enough` may end it early.
 */
export async function listChangeOrders(
  client: SaeClient,
  query: ListQuery,
  signal: AbortSignal,
  enough: (orders: readonly ListedOrder[]) => boolean = () => false,
): Promise<ListAnswer> {
  const orders: ListedOrder[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await client.call('ListChangeOrders', queryOf(query, page), signal);
    if (answer.kind === 'fault') return answer;
    const parsed = pageSchema.safeParse(answer.data);
    if (!parsed.success) return malformed('its list is not what the API documents', answer.requestId);
    const items = parsed.data.ChangeOrderList ?? [];
    orders.push(...items.map(toListedOrder));
    const total = parsed.data.TotalSize;
    // Without a total, a page that is not full is the last one.
    const last = total === undefined ? items.length < PAGE_SIZE : orders.length >= total;
    if (last || items.length === 0 || enough(orders)) return { kind: 'orders', orders };
  }
  return malformed(`its list does not end within ${MOST_PAGES} pages`, undefined);
}

function queryOf({ appId, coType, key }: ListQuery, page: number): Record<string, string> {
  return {
    AppId: appId,
    ...(coType === undefined ? {} : { CoType: coType }),
    ...(key === undefined ? {} : { Key: key }),
    CurrentPage: String(page),
    PageSize: String(PAGE_SIZE),
  };
}

function toListedOrder(item: z.infer<typeof orderSchema>): ListedOrder {
  return {
    changeOrderId: item.ChangeOrderId,
    appId: item.AppId || undefined,
    coTypeCode: item.CoTypeCode,
    description: cleanText(item.Description ?? ''),
    status: item.Status,
    createdMs: item.CreateTime === undefined ? undefined : parseBeijingTime(item.CreateTime),
  };
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
