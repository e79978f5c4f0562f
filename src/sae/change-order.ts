import * as z from 'zod/mini';
import { latestBelievableMs } from '../http/server-time.ts';
import type { Turn } from '../polling/call-priority.ts';
import { POLL } from '../polling/call-priority.ts';
import type { ChangeOrder, ListedOrder } from '../rollout/change-order.ts';
import { rolloutStartMs } from '../rollout/change-order.ts';
import type { FaultAnswer, FaultDetail } from '../rollout/fault.ts';
import type { Observation } from '../rollout/progress.ts';
import { cleanText } from '../text/clean.ts';
import type { BatchesReading } from './batches.ts';
import { readBatches } from './batches.ts';
import type { SaeClient } from './client.ts';
import { looseText, malformedAnswer } from '../http/envelope.ts';
import {
  MOST_ITEMS,
  decidingCount,
  isPlainId,
  looseBoolean,
  looseHtml,
  looseNumber,
  wholeNumber,
} from './fields.ts';
import { listChangeOrders } from './order-list.ts';

// Unknown fields of an object are not visited: there may be a million.
const dataSchema = z.object({
  ChangeOrderId: z.string(),
  Status: wholeNumber,
  SubStatus: z.nullish(wholeNumber),
  Pipelines: z.optional(z.unknown()),
  AppId: z.nullish(z.string()),
  AppName: looseText,
  CoTypeCode: looseText,
  BatchCount: decidingCount,
  BatchWaitTime: looseNumber,
  CurrentPipelineId: looseText,
  Description: looseText,
  ErrorMessage: looseHtml(),
  SupportRollback: looseBoolean,
  ApprovalId: looseText,
});

/** An impossible start: in the future (epoch ms), or, if `claimedMs` is `undefined`, no time at all. */
export interface OddStart {
  readonly claimedMs: number | undefined;
}

export type OrderAnswer =
  | {
      readonly kind: 'order';
      readonly order: ChangeOrder;
      /** Unchanged, for comparison; `undefined` if an older answer has none. */
      readonly rawAppId: string | undefined;
      /** A batch with an impossible start time; the order does not have that time. */
      readonly oddStart: OddStart | undefined;
      readonly requestId: string | undefined;
    }
  | FaultAnswer;

/**
 * Reads one change order. An answer for another order, or one with invalid deciding fields, is a `malformed`
 * fault.
 */
export async function describeChangeOrder(
  client: SaeClient,
  changeOrderId: string,
  signal: AbortSignal,
  turn: Turn = POLL,
): Promise<OrderAnswer> {
  const answer = await client.call('DescribeChangeOrder', { ChangeOrderId: changeOrderId }, signal, turn);
  if (answer.kind === 'fault') return answer;
  const { requestId, cameMs } = answer;
  const count = batchesIn(answer.data);
  if (count > MOST_ITEMS) {
    const tooMany = { kind: 'too-many', field: 'Data.Pipelines', count, limit: MOST_ITEMS } as const;
    return malformedAnswer('DescribeChangeOrder', tooMany, requestId);
  }
  const parsed = dataSchema.safeParse(answer.data);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    return malformedAnswer('DescribeChangeOrder', mismatch(path.map(String)), requestId);
  }
  const data = parsed.data;
  const pipelines = readBatches(data.Pipelines, latestBelievableMs(cameMs));
  if (pipelines.kind === 'bad-field') {
    const path = ['Pipelines', ...pipelines.path.map(String)];
    return malformedAnswer('DescribeChangeOrder', mismatch(path), requestId);
  }
  if (data.ChangeOrderId !== changeOrderId) {
    const other = { kind: 'other-order', changeOrderId: cleanText(data.ChangeOrderId, 100) } as const;
    return malformedAnswer('DescribeChangeOrder', other, requestId);
  }
  return {
    kind: 'order',
    order: toChangeOrder(data, pipelines),
    rawAppId: data.AppId || undefined,
    oddStart: pipelines.oddStart,
    requestId,
  };
}

function batchesIn(data: unknown): number {
  const { Pipelines: batches } = (data ?? {}) as { readonly Pipelines?: unknown };
  return Array.isArray(batches) ? batches.length : 0;
}

function toChangeOrder(
  data: z.infer<typeof dataSchema>,
  { batches }: Extract<BatchesReading, { kind: 'batches' }>,
): ChangeOrder {
  return {
    changeOrderId: data.ChangeOrderId,
    status: data.Status,
    subStatus: data.SubStatus ?? undefined,
    batches,
    appId: data.AppId && isPlainId(data.AppId) ? data.AppId : undefined,
    appName: data.AppName,
    coTypeCode: data.CoTypeCode,
    batchCount: data.BatchCount === 'odd' ? undefined : data.BatchCount,
    ...(data.BatchCount === 'odd' ? { oddBatchCount: true } : {}),
    batchWaitMinutes: data.BatchWaitTime,
    currentPipelineId: data.CurrentPipelineId,
    description: data.Description,
    errorMessage: data.ErrorMessage,
    supportRollback: data.SupportRollback,
    approvalId: data.ApprovalId,
  };
}

/** Returns the first invalid field. */
function mismatch(path: readonly string[]): FaultDetail {
  return path.length === 0 ? { kind: 'no-data' } : { kind: 'bad-field', field: ['Data', ...path].join('.') };
}

/** The order to poll, and what must be proven of it before its status counts. */
export interface PollTarget {
  readonly changeOrderId: string;
  /** The application that it must belong to. */
  readonly appId: string | undefined;
  /** Epoch ms; set for an order found in a list, whose own time of creation proves nothing. */
  readonly notBeforeMs: number | undefined;
  /** The application's list has already shown it. */
  readonly listed: boolean;
  /** The list has no credible time of its creation: then nothing proves that it is recent. */
  readonly undated?: boolean;
}

/**
 * Polls one change order. An answer counts only if the order is proven to belong to the application: by the
 * answer's own `AppId`, or, if an older answer has none, by the application's list of orders, which is read
 * until it has shown the order once; and only if its first batch did not begin before `notBeforeMs`. An
 * impossible start, or a list without a credible time of creation, leaves it undated.
 */
export function orderPoller(
  client: SaeClient,
  target: PollTarget,
  turn: () => Turn = () => POLL,
): (signal: AbortSignal) => Promise<Observation> {
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
    return observationOf(answer, target);
  };
}

/** What an answer of the application's order shows. Pure. */
function observationOf(
  { order, oddStart }: Extract<OrderAnswer, { kind: 'order' }>,
  { notBeforeMs, undated = false }: PollTarget,
): Observation {
  if (notBeforeMs === undefined) return { kind: 'read', order, dated: true };
  const startMs = rolloutStartMs(order);
  if (startMs !== undefined && startMs < notBeforeMs) return { kind: 'stale', startMs };
  const dated = startMs !== undefined && oddStart === undefined && !undated;
  return { kind: 'read', order, dated, ...(oddStart && { claimedMs: oddStart.claimedMs }) };
}

/** Whether the application's list has the order; if not, what the poll has shown. */
async function listHolds(
  client: SaeClient,
  appId: string,
  changeOrderId: string,
  signal: AbortSignal,
  turn: Turn,
): Promise<'listed' | Observation> {
  const isIt = (order: ListedOrder): boolean =>
    order.changeOrderId === changeOrderId && (order.appId ?? appId) === appId;
  const holds = (orders: readonly ListedOrder[]): boolean => orders.some(isIt);
  const list = await listChangeOrders(client, { appId }, signal, holds, turn);
  if (list.kind === 'fault') return { kind: 'faulty', fault: list.fault };
  return holds(list.orders) ? 'listed' : { kind: 'unlisted' };
}
