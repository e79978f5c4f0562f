import * as z from 'zod';
import { lastLines } from '../diagnosis/log-tail.ts';
import type { ApiCaller, Asked } from './ask.ts';
import { ask, mapAsked } from './ask.ts';

const dataSchema = z.string().nullish();

/** Whose log is asked for, and whether that of the container before its last restart. */
export interface LogQuery {
  readonly instanceId: string;
  readonly previous: boolean;
}

/** Asks for the last lines of an instance's console log. They may hold the user's secrets. */
export async function describeInstanceLog(
  caller: ApiCaller,
  { instanceId, previous }: LogQuery,
  signal: AbortSignal,
): Promise<Asked<readonly string[]>> {
  const query = { InstanceId: instanceId, ...(previous ? { Previous: 'true' } : {}) };
  const asked = await ask(caller, 'DescribeInstanceLog', query, dataSchema, signal);
  return mapAsked(asked, log => lastLines(log ?? ''));
}
