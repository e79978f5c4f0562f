import type { Item, Served } from './documented.ts';
import { appIdOf, isSuccessOf, isWellFormedOf, pageOf, startsOf } from './documented.ts';
import type { Exchange } from './exchange.ts';
import type { Wish, World } from './world.ts';

/** The wall clock of the true time at the start: 2026-11-22 05:00:00 UTC. */
const START_MS = Date.parse('2026-11-22T05:00:00Z');
const TAKEN_SKEW_MS = 15 * 60_000;
/** What is told to be later than this was told cannot be: clocks may differ, on both sides of a stamp that is taken. */
const FUTURE_MS = 2 * TAKEN_SKEW_MS;
/** A list is asked for in pages of so many. */
const PAGE_SIZE = 20;

type Search = Extract<Wish, { by: 'application' }>;

/**
 * What is lacking for a green step to be earned, by the bytes that were served alone; none where nothing
 * is. `chosen` are the orders that the step says it waited for, in the order of its inputs.
 */
export function lackingForGreen(
  world: World,
  exchanges: readonly Exchange[],
  chosen: readonly string[],
): readonly string[] {
  const { wish } = world;
  if (wish.by === 'application') {
    if (chosen.length !== wish.appIds.length) return ['not every application has an order of its own'];
    return wish.appIds.flatMap((appId, index) =>
      lackingOfSearch(world, wish, exchanges, appId, chosen[index] ?? ''),
    );
  }
  if (wish.by === 'idle') return ['nothing was waited for'];
  // Blanks around an id are no part of it.
  const asked = [...new Set(wish.ids.map(id => id.trim()))];
  if (asked.join() !== chosen.join()) return [`${chosen.join()} were waited for, not ${asked.join()}`];
  return asked.flatMap(id => [
    ...lackingProof(exchanges, id),
    ...(!wish.appId || isProvenOf(wish.appId, exchanges, id)
      ? []
      : [`${id} is not proven to be of ${wish.appId}`]),
  ]);
}

/** The last look at an order has to be the one that shows its success. */
function lackingProof(exchanges: readonly Exchange[], id: string): readonly string[] {
  const last = lastLook(exchanges, id);
  return last !== undefined && isSuccessOf(id, last) ? [] : [`the last answer for ${id} proves no success`];
}

function looksAt(exchanges: readonly Exchange[], id: string): readonly (Exchange & { served: Served })[] {
  return exchanges.filter(
    (one): one is Exchange & { served: Served } =>
      one.call === 'DescribeChangeOrder' && one.query['ChangeOrderId'] === id && one.served !== undefined,
  );
}

function lastLook(exchanges: readonly Exchange[], id: string): Served | undefined {
  return looksAt(exchanges, id).at(-1)?.served;
}

function isProvenOf(appId: string, exchanges: readonly Exchange[], id: string): boolean {
  const last = lastLook(exchanges, id);
  const told = last && appIdOf(last);
  if (told !== undefined) return told === appId;
  return pagesFor(exchanges, appId).some(({ page }) =>
    page.items.some(item => item.id === id && (item.appId ?? appId) === appId),
  );
}

interface SeenPage {
  readonly exchange: Exchange;
  readonly page: NonNullable<ReturnType<typeof pageOf>>;
}

/** The pages of an application's whole list that were served, in their order. */
function pagesFor(exchanges: readonly Exchange[], appId: string): readonly SeenPage[] {
  return exchanges.flatMap(exchange => {
    const { call, query, served } = exchange;
    const isWhole =
      query['Key'] === undefined && query['CoType'] === undefined && query['CoStatus'] === undefined;
    if (call !== 'ListChangeOrders' || query['AppId'] !== appId || served === undefined || !isWhole)
      return [];
    const page = pageOf(served);
    return page === undefined ? [] : [{ exchange, page }];
  });
}

function lackingOfSearch(
  world: World,
  wish: Search,
  exchanges: readonly Exchange[],
  appId: string,
  chosen: string,
): readonly string[] {
  const bound = boundOf(world, wish);
  if (bound === undefined) return ['nothing tells when this run began'];
  const list = lastList(ofSearch(exchanges, appId), appId);
  if (typeof list === 'string') return [list];
  const isCandidate = (item: Item): boolean =>
    (item.appId ?? appId) === appId &&
    (wish.coType.split(',').includes('*') || wish.coType.split(',').includes(item.type)) &&
    (wish.description === null || item.description.includes(wish.description));
  const isFuture = (ms: number, toldMs: number): boolean =>
    world.clock.jumps.length === 0 && ms > START_MS + toldMs + FUTURE_MS;
  const isDated = ({ createdMs }: Item): boolean =>
    createdMs !== undefined && !isFuture(createdMs, list.endedMs);
  const since = (fromMs: number): readonly Item[] =>
    list.items.filter(
      item => isCandidate(item) && isDated(item) && (item.createdMs ?? -Infinity) >= secondOf(fromMs),
    );
  const isOfAttempt =
    since(bound.attemptMs).some(({ id }) => id === chosen) && !isStale(exchanges, chosen, bound.attemptMs);
  const fromMs = isOfAttempt ? bound.attemptMs : bound.firstMs;
  const isProven = (id: string): boolean => lackingProof(exchanges, id).length === 0;
  const proven = since(fromMs).filter(({ id }) => isProven(id));
  // Of an earlier attempt only the newest counts, and what came after it.
  const oldestMs = isOfAttempt ? fromMs : Math.min(...proven.map(({ createdMs }) => createdMs ?? Infinity));
  const own = since(oldestMs).filter(({ id }) => !isStale(exchanges, id, fromMs));
  // What would be this run's own if it were made at the right time, and nobody knows when it was.
  const undated = list.items.filter(
    item => isCandidate(item) && !isDated(item) && !isStale(exchanges, item.id, fromMs),
  );
  return [
    ...undated.map(({ id }) => `nothing proves that ${id} is not this run's own`),
    ...(own.some(({ id }) => id === chosen) ? [] : [`${chosen} is not this run's own`]),
    ...own.flatMap(({ id }) => [
      ...lackingProof(exchanges, id),
      ...lackingDate(exchanges, id, fromMs, isFuture),
      ...((appIdOf(lastLook(exchanges, id) ?? NOTHING) ?? appId) === appId
        ? []
        : [`${id} is of another application`]),
    ]),
    ...own.flatMap(({ id, createdMs = 0 }) =>
      createdMs >= secondOf(bound.trueMs) ? [] : [`${id} is older than this run by the true time`],
    ),
    ...(list.sentMs >= Math.max(...own.map(({ id }) => provenMs(exchanges, id)))
      ? []
      : ['the list was not looked at after the success']),
  ];
}

/** What was asked before the first look at what runs: the search is over then. */
function ofSearch(exchanges: readonly Exchange[], appId: string): readonly Exchange[] {
  const first = exchanges.findIndex(
    ({ call, query }) => call === 'describeApplicationGroups' && query['AppId'] === appId,
  );
  return first < 0 ? exchanges : exchanges.slice(0, first);
}

const NOTHING: Served = { status: 0, body: '' };

function provenMs(exchanges: readonly Exchange[], id: string): number {
  return looksAt(exchanges, id).at(-1)?.endedMs ?? Infinity;
}

/** Whether an answer has told that it began before then. */
export function isStale(exchanges: readonly Exchange[], id: string, fromMs: number): boolean {
  const own = looksAt(exchanges, id).filter(({ served }) => isWellFormedOf(id, served));
  return own.some(({ served }) => (startsOf(served).firstMs ?? Infinity) < fromMs);
}

function lackingDate(
  exchanges: readonly Exchange[],
  id: string,
  fromMs: number,
  isFuture: (ms: number, toldMs: number) => boolean,
): readonly string[] {
  const last = looksAt(exchanges, id).at(-1);
  const { firstMs, lastMs } = startsOf(last?.served ?? NOTHING);
  if (firstMs === undefined) return [`nothing tells when ${id} began`];
  if (lastMs === Infinity) return [`${id} tells a start that is no time`];
  if (isFuture(lastMs, last?.endedMs ?? 0)) return [`${id} tells a start in the future`];
  return firstMs < fromMs ? [`${id} began before this run`] : [];
}

/** Lists tell the time of creation in whole seconds: of one and the same second nothing is the earlier one. */
function secondOf(ms: number): number {
  return Math.floor(ms / 1_000) * 1_000;
}

interface LastList {
  readonly items: readonly Item[];
  readonly sentMs: number;
  readonly endedMs: number;
}

/**
 * The last list of the application that was read; or why it is not the whole one. A list that was narrowed
 * does not count: the reference promises neither how a type has to be spelt in it (its own pages disagree)
 * nor that it lacks nothing, so that what it does not hold may be there all the same.
 */
function lastList(exchanges: readonly Exchange[], appId: string): LastList | string {
  const pages = pagesFor(exchanges, appId);
  const first = pages.findLastIndex(({ exchange }) => Number(exchange.query['CurrentPage'] ?? 1) === 1);
  const reading = first < 0 ? [] : pages.slice(first);
  const [begin] = reading;
  const last = reading.at(-1);
  const end = last?.page;
  if (begin === undefined || last === undefined || end === undefined) return `no list of ${appId} was read`;
  const items = [...new Map(reading.flatMap(({ page }) => page.items).map(item => [item.id, item])).values()];
  const isWhole =
    end.total !== undefined && end.total >= items.length
      ? end.total === items.length
      : end.items.length < PAGE_SIZE;
  return isWhole
    ? { items, sentMs: begin.exchange.sentMs, endedMs: last.exchange.endedMs }
    : `the last list of ${appId} is not whole`;
}

interface Bound {
  /** An order since then is of this attempt. Epoch ms. */
  readonly attemptMs: number;
  /** An order since then is of this run. */
  readonly firstMs: number;
  /** What the bound should be, less what a clock that nobody refuses may be off. */
  readonly trueMs: number;
}

/**
 * GitHub is waited for no longer than this, so that time is left to look for the order: then the start of
 * the job stands in for that of the run. It is later, and so the stricter one.
 */
function gitHubLimitMs({ timeoutMs }: World['limits']): number {
  return Math.min(10_000, timeoutMs / 2);
}

/** Since when an order can be this run's own; `undefined` where nothing tells. */
export function boundOf({ run, clock, limits }: World, { after }: Search): Bound | undefined {
  const just = (ms: number, offMs = 0): Bound => {
    const isSteady = clock.jumps.length === 0;
    return { attemptMs: ms, firstMs: ms, trueMs: isSteady ? ms - offMs - TAKEN_SKEW_MS : -Infinity };
  };
  if (after.kind === 'time') return just(START_MS + after.atMs);
  if (after.kind === 'ago') return just(START_MS + clock.aheadMs - after.agoMs, clock.aheadMs);
  if (run.github === 'tells' && run.delayMs <= gitHubLimitMs(limits)) {
    const attemptMs = START_MS + run.startedMs;
    const firstMs = run.attempt > 1 ? START_MS + run.createdMs : attemptMs;
    return { attemptMs, firstMs, trueMs: -Infinity };
  }
  return run.jobMs === null ? undefined : just(START_MS + clock.aheadMs + run.jobMs, clock.aheadMs);
}
