import type { Item, Served } from './documented.ts';
import { dataOf, isWhole, pageOf } from './documented.ts';
import type { ServedGroup, ServedInstance } from './documented-instances.ts';
import {
  changesWhatRuns,
  groupsOf,
  instancesPageOf,
  isBroken,
  isLive,
  isReady,
  lastOrderIdOf,
  leavesNothing,
  makesAllAnew,
} from './documented-instances.ts';
import type { Exchange } from './exchange.ts';
import type { World } from './world.ts';

/** The wall clock of the true time at the start: 2026-11-22 05:00:00 UTC. */
const START_MS = Date.parse('2026-11-22T05:00:00Z');
const SAE_MS = Date.parse('2018-01-01T00:00:00Z');
/** What is told to be later than this was told cannot be: clocks may differ, on both sides of a stamp that is taken. */
const FUTURE_MS = 30 * 60_000;

type Answered = Exchange & { readonly served: Served };

/**
 * What is lacking for a proof of what runs, for a green step that was to have one, by the bytes that were served
 * alone: every live instance of the last look at each application is running, healthy, of the rollout, there are
 * enough of them, and no newer order changed what runs. `chosen` are the orders that the step waited for.
 */
export function lackingForRunning(
  world: World,
  exchanges: readonly Exchange[],
  chosen: readonly string[],
): readonly string[] {
  if (world.proof.mode !== 'require') return [];
  const answered = exchanges.filter((one): one is Answered => one.served !== undefined);
  const byApp = Map.groupBy(chosen, id => appOf(world, answered, id) ?? '');
  return [...byApp].flatMap(([appId, ids]) =>
    appId === ''
      ? [`nothing tells of which application ${ids.join()} is`]
      : lackingOf(world, answered, appId, ids),
  );
}

/** The last round of requests about an application, and the earlier ones that were whole. */
interface SeenRound {
  readonly groups: readonly (ServedGroup & { readonly instances: readonly ServedInstance[] })[];
  readonly lastId: string;
  readonly endedMs: number;
  /** The API said that there is no such application. */
  readonly gone?: true;
}

function lackingOf(
  world: World,
  answered: readonly Answered[],
  appId: string,
  ids: readonly string[],
): readonly string[] {
  const ofApp = answered.filter(({ query }) => query['AppId'] === appId);
  const starts = ofApp.flatMap(({ call, query }, index) =>
    call === 'describeApplicationGroups' && query['CurrentPage'] === undefined ? [index] : [],
  );
  const spans = starts.map((from, index) => ofApp.slice(from, starts[index + 1]));
  const last = spans.at(-1);
  if (last === undefined) return [`nobody looked at what runs of ${appId}`];
  // Of what several waits asked at the same time nobody outside can say whose it was.
  if (ids.length > 1 && spans.some(isMixed)) return [];
  const isStopped = ids.every(
    id => leavesNothing(typeOf(answered, id)) && fieldOf(answered, id, 'AppId') === appId,
  );
  const rounds = spans.map(span => (isStopped ? goneIn(span) : undefined) ?? roundOf(appId, span));
  const round = rounds.at(-1) ?? '';
  if (typeof round === 'string') return [round];
  const newest = round.gone ? { id: ids[0] ?? '' } : newestOf(answered, appId, ids, round.lastId);
  if (typeof newest === 'string') return [newest];
  return [
    ...lackingInRound(world, answered, newest, round),
    ...lackingInBake(world, answered, newest, rounds),
  ];
}

/** A round that ended with its first answer, since there is no such application. */
function goneIn([first]: readonly Answered[]): SeenRound | undefined {
  if (first === undefined || !isGone(first.served)) return undefined;
  return { groups: [], lastId: '', endedMs: first.endedMs, gone: true };
}

/** Whether it was not over when the next began. */
function isMixed(span: readonly Answered[], index: number, spans: readonly (readonly Answered[])[]): boolean {
  const endedMs = Math.max(...span.map(one => one.endedMs));
  const next = spans[index + 1]?.[0];
  const statuses = span.filter(({ call }) => call === 'describeApplicationStatus');
  return statuses.length !== 1 || (next !== undefined && next.sentMs < endedMs);
}

/** Whether the API says that there is no such application. */
function isGone({ status, body }: Served): boolean {
  return status === 404 && body.includes('"InvalidAppId.NotFound"');
}

/** The round that these exchanges make; or why they make none. */
function roundOf(appId: string, span: readonly Answered[]): SeenRound | string {
  const pages = lastOfEachPage(span, 'describeApplicationGroups').map(({ served }) => groupsOf(served));
  if (pages.includes(undefined)) return `the groups of ${appId} were not told`;
  const known = new Map(pages.flatMap(page => page ?? []).map(group => [group.groupId, group]));
  const groups: (ServedGroup & { readonly instances: readonly ServedInstance[] })[] = [];
  for (const group of known.values()) {
    const instances = instancesIn(span, group.groupId);
    if (instances === undefined) return `the list of the instances of ${group.groupId} is not whole`;
    groups.push({ ...group, instances });
  }
  const status = span.findLast(({ call }) => call === 'describeApplicationStatus');
  const asked = span.filter(({ call }) => call === 'describeApplicationInstances');
  const lastId = status && lastOrderIdOf(appId, status.served);
  if (status === undefined || lastId === undefined) return `the last order of ${appId} was not told`;
  if (asked.some(({ endedMs }) => endedMs > status.sentMs)) {
    return `the last order of ${appId} was asked for before its instances were known`;
  }
  return { groups, lastId, endedMs: status.endedMs };
}

/** The last answer for each page: one that was refused, as for its time stamp, may have been asked for again. */
function lastOfEachPage(span: readonly Answered[], call: string, groupId?: string): readonly Answered[] {
  const pages = span.filter(one => one.call === call && one.query['GroupId'] === groupId);
  return [...new Map(pages.map(one => [one.query['CurrentPage'], one])).values()];
}

/** All instances of a group, from all of its pages; `undefined` where they are not all. */
function instancesIn(span: readonly Answered[], groupId: string): readonly ServedInstance[] | undefined {
  const answers = lastOfEachPage(span, 'describeApplicationInstances', groupId);
  const pages = answers.map(({ served }) => instancesPageOf(served));
  const all = pages.flatMap(page => page?.instances ?? []);
  const isWholeList = pages.length > 0 && pages.every(page => page?.total === all.length);
  const ids = new Set(all.map(({ id }) => id));
  return isWholeList && ids.size === all.length && !ids.has(undefined) ? all : undefined;
}

/** The one of these orders that came last; or what came after them and changed what runs. */
function newestOf(
  answered: readonly Answered[],
  appId: string,
  ids: readonly string[],
  lastId: string,
): string | { readonly id: string } {
  if (ids.includes(lastId)) return { id: lastId };
  const list = wholeLists(answered, appId).findLast(
    items => lastId === '' || items.some(({ id }) => id === lastId),
  );
  if (list === undefined) return `nothing tells whether a newer order of ${appId} changed what runs`;
  const own = list.filter(({ id }) => ids.includes(id));
  const made = own.map(({ createdMs }) => createdMs ?? Infinity);
  const newestMs = Math.max(...made);
  const newer = list.filter(
    item =>
      !ids.includes(item.id) &&
      changesWhatRuns(item.type) &&
      (item.createdMs ?? Infinity) >= newestMs &&
      (item.id === lastId || hasBegun(item)),
  );
  if (own.length === 0 || newestMs === Infinity) return `${ids.join()} is not in the list of ${appId}`;
  if (newer.length > 0) return `a newer order of ${appId} may have changed what runs: ${newer[0]?.id ?? ''}`;
  return { id: own.find(({ createdMs }) => createdMs === newestMs)?.id ?? '' };
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

function lackingInRound(
  world: World,
  answered: readonly Answered[],
  { id }: { readonly id: string },
  { groups, endedMs }: SeenRound,
): readonly string[] {
  const live = groups.flatMap(({ instances }) => instances.filter(isLive));
  const type = typeOf(answered, id);
  if (leavesNothing(type))
    return live.length === 0 ? [] : [`${id} leaves nothing running, but something does`];
  const wanted = groups.map(({ replicas }) => replicas ?? Infinity);
  const isScaledToNone = !makesAllAnew(type) && wanted.every(count => count === 0) && groups.length > 0;
  const isNew = newness(world, answered, id, endedMs);
  return [
    ...live.flatMap(one => (isReady(one) ? [] : [`instance ${one.id ?? ''} is not running and healthy`])),
    ...live.flatMap(one => (isNew(one) ? [] : [`instance ${one.id ?? ''} is not of the rollout of ${id}`])),
    ...lackingInWhatTheyCarry(world, type, live),
    ...groups.flatMap(({ groupId, instances, replicas = Infinity }) =>
      instances.filter(isReady).length >= replicas ? [] : [`${groupId} has not enough instances`],
    ),
    ...(isScaledToNone || wanted.some(count => count > 0) ? [] : ['there is to be no instance at all']),
  ];
}

/** Whether an instance is as new as it has to be, for this order. */
function newness(
  { proof: { image, version }, clock }: World,
  answered: readonly Answered[],
  id: string,
  toldMs: number,
): (instance: ServedInstance) => boolean {
  const isNamed = image === null ? version !== null : image.includes('@sha256:');
  if (!makesAllAnew(typeOf(answered, id)) || isNamed) return () => true;
  const beganMs = beganOf(answered, id) ?? Infinity;
  const latestMs = clock.jumps.length > 0 ? Infinity : START_MS + toldMs + FUTURE_MS;
  return ({ createdMs = -Infinity }) => createdMs >= beganMs && createdMs <= latestMs;
}

function lackingInWhatTheyCarry(
  { proof: { image, version } }: World,
  type: string,
  live: readonly ServedInstance[],
): readonly string[] {
  if (image === null && version === null) {
    return !makesAllAnew(type) || carryTheSame(live) ? [] : ['not all carry the same'];
  }
  const lacksImage = image !== null && live.some(one => one.image !== image);
  const lacksVersion = version !== null && live.some(one => one.version !== version);
  return [
    ...(lacksImage ? [`not all carry the image ${image}`] : []),
    ...(lacksVersion ? [`not all carry the version ${version}`] : []),
  ];
}

function carryTheSame(live: readonly ServedInstance[]): boolean {
  const images = new Set(live.map(({ image }) => image));
  const versions = new Set(live.map(({ version }) => version));
  return [images, versions].some(told => told.size === 1 && !told.has(undefined));
}

/** From a proof on, as long before the last one as it has to hold, nothing may have been broken. */
function lackingInBake(
  world: World,
  answered: readonly Answered[],
  newest: { readonly id: string },
  rounds: readonly (SeenRound | string)[],
): readonly string[] {
  const { bakeMs } = world.proof;
  if (bakeMs === null) return [];
  const readable = rounds.filter(round => typeof round !== 'string');
  // What is there again was never gone: only what was seen since then counts.
  const back = readable.findLastIndex((round, index) => !round.gone && readable[index - 1]?.gone);
  const whole = readable.slice(Math.max(back, 0));
  const lastMs = whole.at(-1)?.endedMs ?? 0;
  const proofs = whole.filter(round => lackingInRound(world, answered, newest, round).length === 0);
  const first = proofs.find(({ endedMs }) => lastMs - endedMs >= bakeMs);
  if (first === undefined) return ['it was not proven for as long as it had to hold'];
  const since = whole
    .slice(whole.indexOf(first))
    .map(({ groups }) => groups.flatMap(group => group.instances));
  return since.flatMap((instances, index) => {
    if (index === 0) return [];
    const before = new Map((since[index - 1] ?? []).map(one => [one.id, one.restarts]));
    return instances.filter(isLive).flatMap(one => {
      const rose = (one.restarts ?? 0) > (before.get(one.id) ?? Infinity);
      if (rose) return [`instance ${one.id ?? ''} restarted while it had to hold`];
      return isBroken(one) ? [`instance ${one.id ?? ''} broke while it had to hold`] : [];
    });
  });
}

function lookAt(answered: readonly Answered[], id: string): Served | undefined {
  return answered.findLast(one => one.call === 'DescribeChangeOrder' && one.query['ChangeOrderId'] === id)
    ?.served;
}

function fieldOf(answered: readonly Answered[], id: string, name: string): string {
  const served = lookAt(answered, id);
  const value = served && dataOf(served)?.[name];
  return typeof value === 'string' ? value : '';
}

/** The application of an order by its last look, or else by the inputs. */
function appOf({ wish }: World, answered: readonly Answered[], id: string): string | undefined {
  const told = fieldOf(answered, id, 'AppId');
  if (told !== '') return told;
  if (wish.by !== 'application') return wish.appId ?? undefined;
  return wish.appIds.find(appId =>
    wholeLists(answered, appId).some(items => items.some(item => item.id === id)),
  );
}

function typeOf(answered: readonly Answered[], id: string): string {
  return fieldOf(answered, id, 'CoTypeCode');
}

/** When the first batch of an order began, by its last look; `undefined` where that is not told. */
function beganOf(answered: readonly Answered[], id: string): number | undefined {
  const served = lookAt(answered, id);
  const batches = served && dataOf(served)?.['Pipelines'];
  const first: unknown = Array.isArray(batches) ? batches[0] : undefined;
  const start =
    typeof first === 'object' && first !== null && 'StartTime' in first ? first.StartTime : undefined;
  const ms = isWhole(start) ? Number(start) : 0;
  return ms >= SAE_MS ? ms : undefined;
}
