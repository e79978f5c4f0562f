import { dataOf, isWhole } from './documented.ts';
import type { Served } from './documented.ts';
import type { Exchange } from './exchange.ts';
import type { World } from './world.ts';

/** The wall clock of the true time at the start: 2026-11-22 05:00:00 UTC. */
const START_MS = Date.parse('2026-11-22T05:00:00Z');
/** What is told to be later than this was told cannot be. */
const FUTURE_MS = 30 * 60_000;

/** Statuses in which an order has ended, and those that it has only once it has begun, by the reference. */
const ENDED: readonly (number | undefined)[] = [2, 3, 6, 10];
const BEGUN: readonly (number | undefined)[] = [1, 2, 8, 9];

interface Row {
  readonly id: string;
  readonly appId: unknown;
  /** `undefined` where none is told as the reference has it. */
  readonly status: number | undefined;
  /** Epoch ms; `undefined` where nobody can tell. */
  readonly createdMs: number | undefined;
}

interface ServedPage {
  readonly rows: readonly Row[];
  readonly total: number | undefined;
  readonly exchange: Exchange;
}

/**
 * What is lacking for an application to be free, by the bytes that were served alone; none where nothing is: a whole
 * list, read after everything else, shows no order under way that is not followed by a newer one that has begun.
 */
export function lackingForFree(
  world: World,
  exchanges: readonly Exchange[],
  appId: string,
): readonly string[] {
  const lists = exchanges.filter(one => one.call === 'ListChangeOrders' && isOfAll(one, appId));
  const begin = lists.findLastIndex(({ query }) => Number(query['CurrentPage'] ?? 1) === 1);
  // A page that was refused, and asked for again at once, is the one that was served in the end.
  const reading = (begin < 0 ? [] : lists.slice(begin)).filter(
    ({ query, served }, index, all) =>
      all[index + 1]?.query['CurrentPage'] !== query['CurrentPage'] ||
      dataOf(served ?? NOTHING) !== undefined,
  );
  const [first] = reading;
  if (first === undefined) return [`no whole list of ${appId} was read`];
  const pages = reading.map(exchange => pageOf(exchange, world));
  if (pages.some(page => typeof page === 'string')) return pages.filter(page => typeof page === 'string');
  return [
    ...lackingOfList(pages.filter(page => typeof page !== 'string')),
    ...(exchanges.some(one => one.call === 'DescribeChangeOrder' && one.endedMs > first.sentMs)
      ? ['an order was looked at after the list']
      : []),
    ...blockingIn(
      pages.flatMap(page => (typeof page === 'string' ? [] : page.rows)),
      appId,
    ),
  ];
}

function isOfAll({ query }: Exchange, appId: string): boolean {
  return (
    query['AppId'] === appId &&
    [query['Key'], query['CoType'], query['CoStatus']].every(one => one === undefined)
  );
}

/** A page as it was served, or why it is none. */
function pageOf(exchange: Exchange, world: World): ServedPage | string {
  const number = exchange.query['CurrentPage'] ?? '1';
  const data = dataOf(exchange.served ?? NOTHING);
  if (data === undefined) return `page ${number} of the list was not served`;
  const { ChangeOrderList: list, TotalSize: size } = data;
  const total = isWhole(size) && Number(size) >= 0 ? Number(size) : undefined;
  if (!Array.isArray(list)) {
    const isNone = (list === undefined || list === null) && total === 0;
    return isNone ? { rows: [], total, exchange } : `page ${number} is no list`;
  }
  const rows = list.map(item => rowOf(item, exchange, world));
  const known = rows.filter(row => row !== undefined);
  return known.length === rows.length
    ? { rows: known, total, exchange }
    : `page ${number} holds what is no order`;
}

const NOTHING: Served = { status: 0, body: '' };

function rowOf(item: unknown, { endedMs }: Exchange, { clock }: World): Row | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const { ChangeOrderId, AppId, Status, CreateTime } = item as Readonly<Record<string, unknown>>;
  if (typeof ChangeOrderId !== 'string' || ChangeOrderId === '') return undefined;
  const toldMs =
    typeof CreateTime === 'string' && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u.test(CreateTime)
      ? Date.parse(`${CreateTime.replace(' ', 'T')}+08:00`)
      : Number.NaN;
  const isFuture = clock.jumps.length === 0 && toldMs > START_MS + endedMs + FUTURE_MS;
  return {
    id: ChangeOrderId,
    appId: AppId,
    status: isWhole(Status) ? Number(Status) : undefined,
    createdMs: Number.isNaN(toldMs) || isFuture ? undefined : toldMs,
  };
}

/** Why the pages of a reading are not the whole list. */
function lackingOfList(pages: readonly ServedPage[]): readonly string[] {
  const rows = pages.flatMap(page => page.rows);
  const ids = new Set(rows.map(({ id }) => id));
  const last = pages.at(-1);
  const inOrder = pages.every(
    ({ exchange }, index) => Number(exchange.query['CurrentPage'] ?? 1) === index + 1,
  );
  // A total that is less than what is there is none; without one only an empty page is the last.
  const isWholeList =
    last?.total !== undefined && last.total >= ids.size ? last.total === ids.size : last?.rows.length === 0;
  const told = Map.groupBy(rows, ({ id }) => id);
  return [
    ...(inOrder && isWholeList ? [] : ['the last list is not whole']),
    ...(pages.every(({ total }) => total === last?.total) ? [] : ['the list changed while it was read']),
    ...[...told]
      .filter(([, same]) => new Set(same.map(({ status }) => status)).size > 1)
      .map(([id]) => `the list tells two things of ${id}`),
  ];
}

function blockingIn(rows: readonly Row[], appId: string): readonly string[] {
  const isForeign = ({ appId: told }: Row): boolean =>
    typeof told === 'string' && told !== '' && told !== appId;
  const isFollowed = (row: Row): boolean =>
    rows.some(
      other => BEGUN.includes(other.status) && (other.createdMs ?? -Infinity) > (row.createdMs ?? Infinity),
    );
  return [
    ...rows.filter(isForeign).map(({ id }) => `the list holds ${id} of another application`),
    ...rows
      .filter(row => !ENDED.includes(row.status) && !isFollowed(row))
      .map(({ id, status }) => `${id} is under way (${status ?? 'no status'})`),
  ];
}
