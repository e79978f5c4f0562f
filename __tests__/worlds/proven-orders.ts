/**
 * Of which orders a proof has to be, by the bytes that were served alone. Nothing here may import from `src/`.
 */
import type { Item, Served } from './documented.ts';
import { dataOf, isSuccessOf, isWhole, pageOf } from './documented.ts';
import {
  changesWhatRuns,
  keepsWhatWasDeployed,
  leavesNothing,
  makesAllAnew,
} from './documented-instances.ts';
import { boundOf, isStale } from './earned.ts';
import type { Exchange } from './exchange.ts';
import type { World } from './world.ts';

const SAE_MS = Date.parse('2018-01-01T00:00:00Z');

/** An exchange that was answered. */
export type Answered = Exchange & { readonly served: Served };

/** The orders of an application that the step waited for: of those that it found it tells only one. */
export function ownOf(
  world: World,
  answered: readonly Answered[],
  appId: string,
  ids: readonly string[],
): readonly string[] {
  const { wish } = world;
  const [told = ''] = ids;
  const list = wholeLists(answered, appId).at(-1);
  const bound = wish.by === 'application' ? boundOf(world, wish) : undefined;
  if (wish.by !== 'application' || list === undefined || bound === undefined) return ids;
  const toldMs = list.find(({ id }) => id === told)?.createdMs ?? Infinity;
  const types = wish.coType.split(',');
  const found = list.filter(({ id, type, createdMs = Infinity }) => {
    const look = lookAt(answered, id);
    const isSuccess = look !== undefined && isSuccessOf(id, look) && !isStale(answered, id, bound.attemptMs);
    if (!types.includes('*')) return isSuccess && types.includes(type);
    // What changes what was deployed, and came since, is nothing that was asked for.
    const real = typeOf(answered, id);
    const isMeant = ['CoDeploy', 'CoCreateApp'].includes(real) || keepsWhatWasDeployed(real);
    return isSuccess && (createdMs < toldMs || isMeant);
  });
  return [...new Set([...ids, ...found.map(({ id }) => id)])];
}

/**
 * What has to be shown of these orders: the last one that changed what runs, and all after it, the oldest first; or
 * what else came after it and changed what runs.
 */
export function subjectsOf(
  answered: readonly Answered[],
  appId: string,
  ids: readonly string[],
  lastId: string,
): string | readonly string[] {
  const [one = ''] = ids;
  if (ids.length === 1 && one === lastId) return ids;
  const list = wholeLists(answered, appId).findLast(
    items => lastId === '' || items.some(({ id }) => id === lastId),
  );
  // Of several that were given each may have been the last one when it was proven.
  if (list === undefined && ids.includes(lastId)) return [lastId];
  if (list === undefined) return `nothing tells whether a newer order of ${appId} changed what runs`;
  const own = list
    .filter(({ id }) => ids.includes(id))
    // Of one and the same second the one that was executed last is the newest.
    .toSorted(
      (a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0) || Number(b.id === lastId) - Number(a.id === lastId),
    )
    .toReversed();
  if (own.length === 0 || own.some(({ createdMs }) => createdMs === undefined)) {
    return `${ids.join()} is not in the list of ${appId}`;
  }
  const subjects = sinceAllWasMadeAnew(answered, own);
  const [base] = subjects;
  const others = list.filter(({ id }) => !ids.includes(id));
  const newer = base && others.find(item => mayHaveChanged(answered, base, item, lastId));
  return newer === undefined || base?.id === lastId
    ? subjects.map(({ id }) => id)
    : `a newer order of ${appId} may have changed what runs: ${newer.id}`;
}

/** Whether an order may have changed what another one left running. */
function mayHaveChanged(answered: readonly Answered[], base: Item, item: Item, lastId: string): boolean {
  const isEmptied = leavesNothing(typeOf(answered, base.id));
  const changes = changesWhatRuns(item.type) || (isEmptied && makesAllAnew(item.type));
  const isNewer = (item.createdMs ?? Infinity) >= (base.createdMs ?? 0);
  return changes && isNewer && (item.id === lastId || hasBegun(item));
}

/** The last of these that changed what runs, and all after it; they are the oldest first. */
function sinceAllWasMadeAnew(answered: readonly Answered[], own: readonly Item[]): readonly Item[] {
  return own.reduce<readonly Item[]>((before, item) => {
    const type = typeOf(answered, item.id);
    const [base] = before;
    const wasEmptied = base !== undefined && leavesNothing(typeOf(answered, base.id));
    return changesWhatRuns(type) || (wasEmptied && makesAllAnew(type)) ? [item] : [...before, item];
  }, []);
}

/** It is not being prepared, and waits for no approval. */
function hasBegun({ status }: Item): boolean {
  return ![0, 11, 12].includes(status ?? -1);
}

/** Each list of an application that was read whole, by its pages. */
function wholeLists(answered: readonly Answered[], appId: string): readonly (readonly Item[])[] {
  const lists: Item[][] = [];
  const totals = new Map<Item[], number | undefined>();
  for (const { call, query, served } of answered) {
    const isNarrowed = ['Key', 'CoType', 'CoStatus'].some(name => query[name] !== undefined);
    const page = pageOf(served);
    if (call !== 'ListChangeOrders' || query['AppId'] !== appId || isNarrowed || page === undefined) continue;
    if (Number(query['CurrentPage'] ?? 1) === 1) lists.push([]);
    const known = lists.at(-1) ?? [];
    known.push(...page.items.filter(({ id }) => known.every(one => one.id !== id)));
    totals.set(known, page.total);
  }
  return lists.filter(list => (totals.get(list) ?? list.length) <= list.length);
}

function lookAt(answered: readonly Answered[], id: string): Served | undefined {
  return answered.findLast(one => one.call === 'DescribeChangeOrder' && one.query['ChangeOrderId'] === id)
    ?.served;
}

export function fieldOf(answered: readonly Answered[], id: string, name: string): string {
  const served = lookAt(answered, id);
  const value = served && dataOf(served)?.[name];
  return typeof value === 'string' ? value : '';
}

/** The application of an order by its last look, or else by the inputs. */
export function appOf({ wish }: World, answered: readonly Answered[], id: string): string | undefined {
  const told = fieldOf(answered, id, 'AppId');
  if (told !== '') return told;
  if (wish.by !== 'application') return wish.appId ?? undefined;
  return wish.appIds.find(appId =>
    wholeLists(answered, appId).some(items => items.some(item => item.id === id)),
  );
}

export function typeOf(answered: readonly Answered[], id: string): string {
  return fieldOf(answered, id, 'CoTypeCode');
}

/** When the first batch of an order began, by its last look; `undefined` where that is not told. */
export function beganOf(answered: readonly Answered[], id: string): number | undefined {
  const served = lookAt(answered, id);
  const batches = served && dataOf(served)?.['Pipelines'];
  const first: unknown = Array.isArray(batches) ? batches[0] : undefined;
  const start =
    typeof first === 'object' && first !== null && 'StartTime' in first ? first.StartTime : undefined;
  const ms = isWhole(start) ? Number(start) : 0;
  return ms >= SAE_MS ? ms : undefined;
}
