import type { HttpAnswer } from '../../src/http/transport.ts';
import { envelopeOf, httpAnswer } from './answers.ts';
import type { FindOptions } from './find-run.ts';
import { findRun } from './find-run.ts';
import type { GateRun } from './gate-run.ts';
import { APP_ID } from './orders.ts';
import type { AccountOrder } from './sae-account.ts';
import type { Reply, Seen } from './scripted-transport.ts';

/** An application as ListApplications writes it; a field that is not as it should be goes into it too. */
export type WrittenApplication = Readonly<Record<string, unknown>>;

/** The application of the orders, by its name. */
export const SHOP: WrittenApplication = {
  AppId: APP_ID,
  AppName: 'shop',
  NamespaceId: 'cn-hangzhou:test',
};

export interface NameOptions extends FindOptions {
  readonly applications?: readonly WrittenApplication[];
  /** More than this the API does not hand out at once. */
  readonly mostOfPage?: number;
  /** Whether the API narrows its list by what is asked for. */
  readonly narrows?: boolean;
  /** What stands in the place of the true list, page or field. */
  readonly list?: (page: number, seen: Seen) => WrittenApplication | Reply | HttpAnswer | undefined;
}

/** Runs the gate with nothing but the application's name. */
export async function nameRun(
  orders: readonly AccountOrder[],
  { inputs, trouble, ...options }: NameOptions = {},
): Promise<GateRun> {
  return findRun(orders, {
    ...options,
    inputs: { appId: 'none', appName: 'shop', ...inputs },
    trouble: (seen, call) => (call === 'listApplications' ? listed(seen, options) : trouble?.(seen, call)),
  });
}

function listed(
  seen: Seen,
  { applications = [SHOP], mostOfPage = Infinity, narrows = true, list }: NameOptions,
): Reply | HttpAnswer {
  const { searchParams: query } = seen.url;
  const asked = (query.get('AppName') ?? '').toLowerCase();
  const namespaceId = query.get('NamespaceId');
  const found = applications.filter(
    ({ AppName, NamespaceId }) =>
      !narrows ||
      (String(AppName).toLowerCase().includes(asked) && [null, NamespaceId].includes(namespaceId)),
  );
  const number = Number(query.get('CurrentPage'));
  const size = Math.min(Number(query.get('PageSize')), mostOfPage);
  const instead = list?.(number, seen);
  if (instead !== undefined && ('kind' in instead || 'status' in instead))
    return instead as Reply | HttpAnswer;
  return httpAnswer(
    envelopeOf({
      Applications: found.slice((number - 1) * size, number * size),
      CurrentPage: number,
      PageSize: size,
      TotalSize: found.length,
      ...instead,
    }),
  );
}
