import * as z from 'zod';
import { cleanText } from '../text/clean-text.ts';
import type { ApiCaller, Asked } from './ask.ts';
import { ask, mapAsked } from './ask.ts';

// Not loose: an application without a namespace is one whose events cannot be asked for.
const dataSchema = z.object({ NamespaceId: z.string().nullish() });

/**
 * Asks for the namespace of an application, e.g. `cn-beijing:test`, or `cn-beijing` for a region's
 * default one; `undefined` where the answer names none.
 */
export async function describeNamespaceId(
  caller: ApiCaller,
  appId: string,
  signal: AbortSignal,
): Promise<Asked<string | undefined>> {
  const asked = await ask(caller, 'DescribeApplicationConfig', { AppId: appId }, dataSchema, signal);
  return mapAsked(asked, ({ NamespaceId }) => cleanText(NamespaceId ?? '', 200) || undefined);
}
