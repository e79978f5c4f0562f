import * as z from 'zod/mini';
import type { FaultAnswer } from '../rollout/fault.ts';
import { loose } from '../http/envelope.ts';
import type { SaeClient, WriteLimits } from './client.ts';
import { isPlainId } from './fields.ts';

const dataSchema = z.object({ ChangeOrderId: loose(z.string().check(z.refine(isPlainId))) });

/** The result of the request to abort an order and roll it back. */
export type AbortAnswer =
  /**
   * The API reports that it accepted; the order that rolls back may be the same one, or may not be reported.
   */
  { readonly kind: 'taken'; readonly changeOrderId: string | undefined } | FaultAnswer;

/** Requests, exactly once, to abort an order and roll it back: a write. */
export async function abortAndRollbackChangeOrder(
  client: Pick<SaeClient, 'write'>,
  changeOrderId: string,
  signal: AbortSignal,
  limits: WriteLimits,
): Promise<AbortAnswer> {
  const query = { ChangeOrderId: changeOrderId };
  const answer = await client.write('AbortAndRollbackChangeOrder', query, signal, limits);
  if (answer.kind === 'fault') return answer;
  // Success is reported: the rest of the data does not change that.
  return { kind: 'taken', changeOrderId: dataSchema.safeParse(answer.data).data?.ChangeOrderId };
}
