import * as z from 'zod';
import { LEARNING } from '../budget/turn.ts';
import type { ApiCaller } from './ask.ts';
import { ask } from './ask.ts';
import { parseBeijingTime } from './beijing-time.ts';
import { looseList, looseWord } from './loose-fields.ts';

/** The API's own word for a success, and as many orders as a page holds. */
const SUCCEEDED = '2';
const MOST_ORDERS = 20;

const orderSchema = z.object({
  AppId: looseWord,
  CoTypeCode: looseWord,
  Status: z.unknown().optional(),
  CreateTime: looseWord,
  FinishTime: looseWord,
});

const dataSchema = z.object({ ChangeOrderList: looseList(orderSchema) });

/** Whose past is asked for. */
export interface PastQuery {
  readonly appId: string;
  readonly coTypeCode: string | undefined;
}

/**
 * How long, in ms, the last rollouts of an application of one type took from creation to success, by one
 * call: of more than a page holds, those that the API lists first, in an order that its reference does
 * not tell. Failed ones do not count: they end earlier than what is waited for. What cannot be learnt,
 * for whatever reason, is an empty list.
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

function durationMs({ CreateTime, FinishTime }: z.infer<typeof orderSchema>): readonly number[] {
  const createdMs = parseBeijingTime(CreateTime ?? '');
  const finishedMs = parseBeijingTime(FinishTime ?? '');
  if (createdMs === undefined || finishedMs === undefined || finishedMs <= createdMs) return [];
  return [finishedMs - createdMs];
}
