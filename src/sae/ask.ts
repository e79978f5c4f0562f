import type * as z from 'zod';
import type { Turn } from '../budget/turn.ts';
import { LOOK } from '../budget/turn.ts';
import type { Fault } from '../rollout/fault.ts';
import type { ApiCall } from './api-calls.ts';
import type { ApiQuery, SaeClient } from './sae-client.ts';

/** What makes API calls: the client, or what stands before it and counts them. */
export type ApiCaller = Pick<SaeClient, 'call'>;

/** What a question brought, or why it brought nothing. */
export type Asked<Value> =
  { readonly kind: 'answer'; readonly value: Value } | { readonly kind: 'fault'; readonly fault: Fault };

/** Makes an API call and reads its `Data` by the schema. `Data` of another shape is a `malformed` fault. */
export async function ask<Schema extends z.ZodType>(
  caller: ApiCaller,
  action: ApiCall,
  query: ApiQuery,
  schema: Schema,
  signal: AbortSignal,
  turn: Turn = LOOK,
): Promise<Asked<z.infer<Schema>>> {
  const answer = await caller.call(action, query, signal, turn);
  if (answer.kind === 'fault') return answer;
  const parsed = schema.safeParse(answer.data);
  if (parsed.success) return { kind: 'answer', value: parsed.data };
  const { requestId } = answer;
  return { kind: 'fault', fault: { action, reason: 'malformed', message: '', requestId, httpStatus: 200 } };
}

/** What was asked, made into something else. Pure. */
export function mapAsked<From, To>(asked: Asked<From>, into: (value: From) => To): Asked<To> {
  return asked.kind === 'fault' ? asked : { kind: 'answer', value: into(asked.value) };
}
