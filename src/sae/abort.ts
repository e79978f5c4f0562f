import * as z from 'zod/mini';
import type { FaultAnswer } from '../rollout/fault.ts';
import { loose } from '../http/envelope.ts';
import type { SaeClient, WriteLimits } from './client.ts';
import { isPlainId } from './fields.ts';

const dataSchema = z.object({ ChangeOrderId: loose(z.string().check(z.refine(isPlainId))) });

/** What came of the request to abort an order and roll it back. */
export type AbortAnswer =
  /** The API says that it took it; the order that rolls back may be the same one, or not be told. */
  { readonly kind: 'taken'; readonly changeOrderId: string | undefined } | FaultAnswer;

/**
 * Asks, with one request that is sent once, to abort an order and roll it back: a write.
 */
export async function abortAndRollbackChangeOrder(
  client: Pick<SaeClient, 'write'>,
  changeOrderId: string,
  signal: AbortSignal,
  limits: WriteLimits,
): Promise<AbortAnswer> {
  const query = { ChangeOrderId: changeOrderId };
  const answer = await client.write('AbortAndRollbackChangeOrder', query, signal, limits);
  if (answer.kind === 'fault') return answer;
  // Success has been said: what the data hold otherwise changes nothing of that.
  return { kind: 'taken', changeOrderId: dataSchema.safeParse(answer.data).data?.ChangeOrderId };
}
