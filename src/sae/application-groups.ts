import * as z from 'zod';
import type { ApiCaller, Asked } from './ask.ts';
import { ask, mapAsked } from './ask.ts';
import { looseList } from './loose-fields.ts';

const groupSchema = z.object({ GroupId: z.string().min(1) });

/** Asks for the ids of an application's groups of instances; usually it has one. */
export async function describeApplicationGroups(
  caller: ApiCaller,
  appId: string,
  signal: AbortSignal,
): Promise<Asked<readonly string[]>> {
  const schema = looseList(groupSchema);
  const asked = await ask(caller, 'DescribeApplicationGroups', { AppId: appId }, schema, signal);
  return mapAsked(asked, groups => groups.map(({ GroupId }) => GroupId));
}
