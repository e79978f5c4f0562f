import * as z from 'zod/mini';
import { loose } from '../http/envelope.ts';
import { latestBelievableMs } from '../http/server-time.ts';
import type { Turn } from '../polling/call-priority.ts';
import { LEARNING, POLL } from '../polling/call-priority.ts';
import type { ListedOrder } from '../rollout/change-order.ts';
import type { FaultAnswer } from '../rollout/fault.ts';
import type { ApiCaller } from './client.ts';
import { ask } from './client.ts';
import type { Answer } from '../http/envelope.ts';
import { looseText, malformedAnswer } from '../http/envelope.ts';
import {
  MOST_ITEMS,
  isPlainId,
  looseList,
  looseNumber,
  looseWord,
  strictList,
  wholeNumber,
} from './fields.ts';
import { parseZonelessTime } from './time-zone.ts';

/** How many orders one call requests. */
export const PAGE_SIZE = 20;

/** More pages than three months of orders can fill: a longer list is not believed. */
const MOST_PAGES = 500;

const orderSchema = z.object({
  ChangeOrderId: z.string().check(z.refine(isPlainId)),
  AppId: z.nullish(z.string()),
  CoTypeCode: looseText,
  Description: z.catch(z.nullish(z.string()), undefined),
  Status: loose(wholeNumber),
  CreateTime: loose(z.string()),
  CreateUserId: looseWord,
});

const pageSchema = z.object({
  ChangeOrderList: z.nullish(strictList(orderSchema)),
  TotalSize: looseNumber,
});

/** What list to request; `key` narrows it on the server's side. */
export interface ListQuery {
  readonly appId: string;
  /** A fuzzy match on the description. */
  readonly key?: string | undefined;
}

export type ListAnswer = { readonly kind: 'orders'; readonly orders: readonly ListedOrder[] } | FaultAnswer;

/**
 * An application's change orders, in the server's own order and each once, through as many pages as needed.
 * `enough` may end it early. Otherwise the list is complete or a fault: if it changed while it was read, or
 * does not have as many orders as it reports, it has to be read again.
 */
export async function listChangeOrders(
  client: ApiCaller,
  query: ListQuery,
  signal: AbortSignal,
  enough: (orders: readonly ListedOrder[]) => boolean = () => false,
  turn: Turn = POLL,
): Promise<ListAnswer> {
  const listed = new Map<string, ListedOrder>();
  let totalBefore: number | undefined;
  for (let number = 1; number <= MOST_PAGES; number++) {
    const page = await askPage(client, query, number, signal, turn);
    if (page.kind === 'fault') return page;
    const { total, requestId } = page;
    // Running on one page and ended on the other: it has moved between pages, or it is unknown which is true.
    const changed = (number > 1 && total !== totalBefore) || contradicts(page.orders, listed);
    if (changed) return malformedAnswer('ListChangeOrders', { kind: 'list-changed' }, requestId);
    const known = listed.size;
    for (const order of page.orders) listed.set(order.changeOrderId, order);
    const orders = [...listed.values()];
    if (isLast(page, listed.size) || enough(orders)) return { kind: 'orders', orders };
    // A sequence of pages far beyond their size would otherwise fill the memory.
    if (listed.size > MOST_ITEMS) break;
    if (listed.size === known)
      return malformedAnswer(
        'ListChangeOrders',
        { kind: 'list-short', of: 'orders', size: known, total },
        requestId,
      );
    totalBefore = total;
  }
  return malformedAnswer('ListChangeOrders', { kind: 'list-endless', pages: MOST_PAGES });
}

/**
 * Whether no page follows this one, given how many orders are known. Without a credible total only an empty
 * page is the last one: the server's pages may be smaller than requested.
 */
function isLast({ orders, total }: Page, known: number): boolean {
  return total !== undefined && total >= known ? total === known : orders.length === 0;
}

/** Whether an order of this page has another status on it, or before it. */
function contradicts(page: readonly ListedOrder[], before: ReadonlyMap<string, ListedOrder>): boolean {
  const statuses = new Map([...before.values()].map(order => [order.changeOrderId, order.status]));
  return page.some(({ changeOrderId, status }) => {
    const isKnown = statuses.has(changeOrderId);
    const known = statuses.get(changeOrderId);
    statuses.set(changeOrderId, status);
    return isKnown && known !== status;
  });
}

interface Page {
  readonly kind: 'page';
  readonly orders: readonly ListedOrder[];
  /** Of all pages together. */
  readonly total: number | undefined;
  readonly requestId: string | undefined;
}

async function askPage(
  client: ApiCaller,
  query: ListQuery,
  number: number,
  signal: AbortSignal,
  turn: Turn,
): Promise<Page | FaultAnswer> {
  const answer = await client.call('ListChangeOrders', queryOf(query, number), signal, turn);
  if (answer.kind === 'fault') return answer;
  const { requestId } = answer;
  const { ChangeOrderList: items, TotalSize: total } = pageSchema.safeParse(answer.data).data ?? {};
  // A missing list is empty only if its total says so.
  if (!items && total !== 0) return malformedAnswer('ListChangeOrders', { kind: 'list-bad' }, requestId);
  return {
    kind: 'page',
    orders: (items ?? []).map(item => toListedOrder(item, answer)),
    total,
    requestId,
  };
}

function queryOf({ appId, key }: ListQuery, page: number): Record<string, string> {
  return {
    AppId: appId,
    ...(key === undefined ? {} : { Key: key }),
    CurrentPage: String(page),
    PageSize: String(PAGE_SIZE),
  };
}

function toListedOrder(
  item: z.infer<typeof orderSchema>,
  { cameMs, zoneOffsetMs }: Extract<Answer, { kind: 'data' }>,
): ListedOrder {
  const createdMs = parseZonelessTime(item.CreateTime ?? '', zoneOffsetMs);
  return {
    changeOrderId: item.ChangeOrderId,
    appId: item.AppId || undefined,
    coTypeCode: item.CoTypeCode,
    description: item.Description ?? '',
    status: item.Status,
    ...(item.CreateUserId ? { createdBy: item.CreateUserId } : {}),
    createdMs: createdMs !== undefined && createdMs <= latestBelievableMs(cameMs) ? createdMs : undefined,
  };
}

/** The API's own word for a success, and as many orders as a page has. */
const SUCCEEDED = '2';
const MOST_ORDERS = 20;

const pastOrderSchema = z.object({
  AppId: looseWord,
  CoTypeCode: looseWord,
  Status: z.optional(z.unknown()),
  CreateTime: looseWord,
  FinishTime: looseWord,
});

const dataSchema = z.object({ ChangeOrderList: looseList(pastOrderSchema) });

/** Whose past to read. */
export interface PastQuery {
  readonly appId: string;
  readonly coTypeCode: string | undefined;
}

/**
 * How long, in ms, the last rollouts of an application of one type took from creation to success, by one
 * call: if there are more than a page, those that the API lists first, in an undocumented order. Failed ones
 * do not count: they end earlier than a success. An empty list if they cannot be read, for whatever reason.
 */
export async function pastDurationsMs(
  caller: ApiCaller,
  { appId, coTypeCode }: PastQuery,
  signal: AbortSignal,
): Promise<readonly number[]> {
  const query = {
    AppId: appId,
    ...(coTypeCode === undefined ? {} : { CoType: coTypeCode }),
    CoStatus: SUCCEEDED,
    CurrentPage: '1',
    PageSize: String(MOST_ORDERS),
  };
  const asked = await ask(caller, 'ListChangeOrders', query, dataSchema, signal, LEARNING);
  if (asked.kind === 'fault') return [];
  return asked.value.ChangeOrderList.filter(
    order =>
      String(order.Status) === SUCCEEDED &&
      (order.AppId === undefined || order.AppId === appId) &&
      (coTypeCode === undefined || order.CoTypeCode === coTypeCode),
  )
    .flatMap(durationMs)
    .slice(0, MOST_ORDERS);
}

function durationMs({ CreateTime, FinishTime }: z.infer<typeof pastOrderSchema>): readonly number[] {
  // Both have the same zone: whichever it is, the difference is the same.
  const createdMs = parseZonelessTime(CreateTime ?? '', 0);
  const finishedMs = parseZonelessTime(FinishTime ?? '', 0);
  if (createdMs === undefined || finishedMs === undefined || finishedMs <= createdMs) return [];
  return [finishedMs - createdMs];
}
