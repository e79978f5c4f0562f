import * as z from 'zod';
import type { Turn } from '../budget/turn.ts';
import { LOOK } from '../budget/turn.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import type { FaultDetail } from '../rollout/fault-detail.ts';
import type { Fault } from '../rollout/fault.ts';
import { cleanText } from '../text/clean-text.ts';
import type { BatchesReading } from './batch-fields.ts';
import { readBatches } from './batch-fields.ts';
import {
  decidingCount,
  looseBoolean,
  looseHtml,
  looseNumber,
  looseText,
  MOST_ITEMS,
  wholeNumber,
} from './loose-fields.ts';
import { malformedAnswer } from './malformed-answer.ts';
import { isPlainId } from './plain-id.ts';
import type { SaeClient } from './sae-client.ts';
import { latestBelievableMs } from './server-time.ts';

// Of fields that it does not know an object is not even asked: there may be a million of them.
const dataSchema = z.object({
  ChangeOrderId: z.string(),
  Status: wholeNumber,
  SubStatus: wholeNumber.nullish(),
  Pipelines: z.unknown().optional(),
  AppId: z.string().nullish(),
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

/** A start that cannot be: in the future (epoch ms), or, where `claimedMs` is `undefined`, no time at all. */
export interface OddStart {
  readonly claimedMs: number | undefined;
}

export type OrderAnswer =
  | {
      readonly kind: 'order';
      readonly order: ChangeOrder;
      /** As it came, to be compared; `undefined` where an older answer has none. */
      readonly rawAppId: string | undefined;
      /** A batch that tells a time of its start which cannot be true; such a time is not in the order. */
      readonly oddStart: OddStart | undefined;
      readonly requestId: string | undefined;
    }
  | { readonly kind: 'fault'; readonly fault: Fault };

/**
 * Asks for one change order. An answer for another order, or one whose deciding fields are not
 * well-formed, is a `malformed` fault.
 */
export async function describeChangeOrder(
  client: SaeClient,
  changeOrderId: string,
  signal: AbortSignal,
  turn: Turn = LOOK,
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

/** Names the first field that is not as it must be. */
function mismatch(path: readonly string[]): FaultDetail {
  return path.length === 0 ? { kind: 'no-data' } : { kind: 'bad-field', field: ['Data', ...path].join('.') };
}
