import * as z from 'zod/mini';
import { loose, malformedAnswer } from '../http/envelope.ts';
import type { Turn } from '../polling/call-priority.ts';
import type { Fault, FaultAnswer } from '../rollout/fault.ts';
import type { ApiCaller } from './client.ts';
import { MOST_ITEMS, isPlainId, strictList, wholeNumber } from './fields.ts';

/** How many applications one call requests; the API may return fewer. */
export const APPLICATIONS_PAGE_SIZE = 100;

/** More pages than an account can fill, even with one application per page. */
const MOST_PAGES = 500;

/** An application as ListApplications shows it. */
export interface ListedApplication {
  readonly appId: string;
  /** Unchanged, for comparison; to be cleaned before it is shown. */
  readonly appName: string;
  readonly namespaceId: string | undefined;
  /** A grey release of another application, on which it is based. */
  readonly grey: boolean;
}

/** How the server narrows the list. */
export interface ApplicationQuery {
  /** Assumed to be a fuzzy match: the reference does not say. */
  readonly appName: string;
  /** `undefined` for every namespace. */
  readonly namespaceId: string | undefined;
}

export type ApplicationsAnswer =
  | { readonly kind: 'applications'; readonly applications: readonly ListedApplication[] }
  | { readonly kind: 'fault'; readonly fault: Fault };

const applicationSchema = z.object({
  AppId: z.string().check(z.refine(isPlainId)),
  AppName: z.string(),
  NamespaceId: z.nullish(z.string()),
  BaseAppId: loose(z.string()),
});

// `Children` are grey releases of the application and are ignored.
const pageSchema = z.object({
  Applications: z.nullish(strictList(applicationSchema)),
  TotalSize: wholeNumber,
});

/**
 * The applications that the API finds by a name, each once, through all pages. There are as many as it
 * reports (`TotalSize`, assumed not to count grey ones), or it is a fault: a page may have fewer than
 * requested, so a short one need not be the last. If the list changed while it was read, it has to be read
 * again.
 */
export async function listApplications(
  client: ApiCaller,
  query: ApplicationQuery,
  signal: AbortSignal,
  turn: Turn,
): Promise<ApplicationsAnswer> {
  const listed = new Map<string, ListedApplication>();
  let totalBefore: number | undefined;
  for (let number = 1; number <= MOST_PAGES; number++) {
    const page = await askPage(client, query, number, signal, turn);
    if (page.kind === 'fault') return page;
    const { applications, total, requestId } = page;
    const known = listed.size;
    const torn = applications.some(one => isOther(listed.get(one.appId), one));
    for (const one of applications) listed.set(one.appId, one);
    if (torn || total !== (totalBefore ?? total) || listed.size > total) {
      return malformedAnswer('ListApplications', { kind: 'list-changed' }, requestId);
    }
    if (listed.size === total) return { kind: 'applications', applications: [...listed.values()] };
    if (listed.size === known) {
      const detail = { kind: 'list-short', of: 'applications', size: known, total } as const;
      return malformedAnswer('ListApplications', detail, requestId);
    }
    totalBefore = total;
  }
  return malformedAnswer('ListApplications', { kind: 'list-endless', pages: MOST_PAGES });
}

interface Page {
  readonly kind: 'page';
  readonly applications: readonly ListedApplication[];
  /** Of all pages together. */
  readonly total: number;
  readonly requestId: string | undefined;
}

async function askPage(
  client: ApiCaller,
  { appName, namespaceId }: ApplicationQuery,
  number: number,
  signal: AbortSignal,
  turn: Turn,
): Promise<Page | FaultAnswer> {
  const query = {
    AppName: appName,
    ...(namespaceId === undefined ? {} : { NamespaceId: namespaceId }),
    CurrentPage: String(number),
    PageSize: String(APPLICATIONS_PAGE_SIZE),
  };
  const answer = await client.call('ListApplications', query, signal, turn);
  if (answer.kind === 'fault') return answer;
  const { requestId } = answer;
  const data = pageSchema.safeParse(answer.data).data;
  const total = data?.TotalSize ?? MOST_ITEMS + 1;
  // A missing list is empty only if its total says so.
  if (data === undefined || total > MOST_ITEMS || (!data.Applications && total !== 0)) {
    return malformedAnswer('ListApplications', { kind: 'list-bad' }, requestId);
  }
  return { kind: 'page', applications: (data.Applications ?? []).map(toListed), total, requestId };
}

function toListed(item: z.infer<typeof applicationSchema>): ListedApplication {
  const { AppId: appId, AppName: appName, NamespaceId, BaseAppId = '' } = item;
  const grey = BaseAppId !== '' && BaseAppId !== appId;
  return { appId, appName, namespaceId: NamespaceId || undefined, grey };
}

/** Whether the same application appeared differently before. */
function isOther(before: ListedApplication | undefined, now: ListedApplication): boolean {
  if (before === undefined) return false;
  const { appName, namespaceId, grey } = before;
  return appName !== now.appName || namespaceId !== now.namespaceId || grey !== now.grey;
}
