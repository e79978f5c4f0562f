import type { Served } from './documented.ts';
import type { ServedGroup, ServedInstance } from './documented-instances.ts';
import {
  groupsOf,
  instancesPageOf,
  isBroken,
  isLive,
  isReady,
  lastOrderIdOf,
  leavesNoApplication,
  leavesNothing,
  makesAllAnew,
  scalesIn,
} from './documented-instances.ts';
import type { Exchange } from './exchange.ts';
import type { Answered } from './proven-orders.ts';
import { appOf, beganOf, fieldOf, ownOf, subjectsOf, typeOf } from './proven-orders.ts';
import type { World } from './world.ts';

/** The wall clock of the true time at the start: 2026-11-22 05:00:00 UTC. */
const START_MS = Date.parse('2026-11-22T05:00:00Z');
/** What is told to be later than this was told cannot be: clocks may differ, on both sides of a stamp that is taken. */
const FUTURE_MS = 30 * 60_000;

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
      : lackingOf(world, answered, appId, ownOf(world, answered, appId, ids)),
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
  const areSeveral = world.wish.by === 'ids' && ids.length > 1;
  if (areSeveral && spans.some(isMixed)) return [];
  const mayBeGone = ids.every(
    id => leavesNoApplication(typeOf(answered, id)) && fieldOf(answered, id, 'AppId') === appId,
  );
  const rounds = spans.map(span => (mayBeGone ? goneIn(span) : undefined) ?? roundOf(appId, span));
  // Each of several waits has rounds of its own: some of these have to do.
  const all = rounds.map((_, index) => index);
  const parts = areSeveral
    ? all.flatMap(last => all.slice(0, last + 1).map(first => rounds.slice(first, last + 1)))
    : [rounds];
  const lacking = parts.map(part => lackingUntil(world, answered, { appId, ids }, part));
  return lacking.find(one => one.length === 0) ?? lacking.at(-1) ?? [];
}

function lackingUntil(
  world: World,
  answered: readonly Answered[],
  { appId, ids }: { readonly appId: string; readonly ids: readonly string[] },
  rounds: readonly (SeenRound | string)[],
): readonly string[] {
  const round = rounds.at(-1) ?? '';
  if (typeof round === 'string') return [round];
  const subjects = round.gone ? ids : subjectsOf(answered, appId, ids, round.lastId);
  if (typeof subjects === 'string') return [subjects];
  return [
    ...lackingInRound(world, answered, subjects, round),
    ...(round.gone ? lackingToBeGone(rounds) : []),
    ...lackingInBake(world, answered, subjects, rounds),
  ];
}

/** A refusal may be wrong: it counts from 15 s and three rounds on, or where nothing ran before it. */
function lackingToBeGone(rounds: readonly (SeenRound | string)[]): readonly string[] {
  const readable = rounds.filter(round => typeof round !== 'string');
  const first = readable.findLastIndex(({ gone }) => !gone) + 1;
  const [begin, ...others] = readable.slice(first);
  const before = readable[first - 1];
  const ranNothing =
    before !== undefined &&
    before.groups.length > 0 &&
    before.groups.every(({ instances }) => !instances.some(isLive));
  const lastedMs = (others.at(-1)?.endedMs ?? 0) - (begin?.endedMs ?? 0);
  return ranNothing || (others.length >= 2 && lastedMs >= 15_000)
    ? []
    : ['one answer that it is gone is no proof'];
}

/** A round that ended with its first answer, since there is no such application. */
function goneIn(span: readonly Answered[]): SeenRound | undefined {
  const last = span.find(({ served }) => isGone(served));
  return last === undefined ? undefined : { groups: [], lastId: '', endedMs: last.endedMs, gone: true };
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

function lackingInRound(
  world: World,
  answered: readonly Answered[],
  subjects: readonly string[],
  { groups, endedMs }: SeenRound,
): readonly string[] {
  const live = groups.flatMap(({ instances }) => instances.filter(isLive));
  const types = subjects.map(id => typeOf(answered, id));
  const ids = subjects.join();
  if (leavesNothing(types[0] ?? ''))
    return live.length === 0 ? [] : [`${ids} leaves nothing running, but something does`];
  const wanted = groups.map(({ replicas }) => replicas ?? Infinity);
  const mayBeNone = scalesIn(types.at(-1) ?? '') && !types.some(makesAllAnew);
  const isScaledToNone = mayBeNone && wanted.every(count => count === 0) && groups.length > 0;
  const isNew = newness(world, answered, subjects, endedMs);
  return [
    ...live.flatMap(one => (isReady(one) ? [] : [`instance ${one.id ?? ''} is not running and healthy`])),
    ...live.flatMap(one => (isNew(one) ? [] : [`instance ${one.id ?? ''} is not of the rollout of ${ids}`])),
    ...lackingInWhatTheyCarry(world, types.some(makesAllAnew), live),
    ...groups.flatMap(({ groupId, instances, replicas = Infinity }) =>
      instances.filter(isReady).length >= replicas ? [] : [`${groupId} has not enough instances`],
    ),
    ...(isScaledToNone || wanted.some(count => count > 0) ? [] : ['there is to be no instance at all']),
  ];
}

/** Whether an instance is as new as it has to be, for these orders. */
function newness(
  { proof: { image, version }, clock }: World,
  answered: readonly Answered[],
  subjects: readonly string[],
  toldMs: number,
): (instance: ServedInstance) => boolean {
  const isNamed = image === null ? version !== null : image.includes('@sha256:');
  const renewing = isNamed ? [] : subjects.filter(id => makesAllAnew(typeOf(answered, id)));
  if (renewing.length === 0) return () => true;
  const beganMs = Math.max(...renewing.map(id => beganOf(answered, id) ?? Infinity));
  const latestMs = clock.jumps.length > 0 ? Infinity : START_MS + toldMs + FUTURE_MS;
  return ({ createdMs = -Infinity }) => createdMs >= beganMs && createdMs <= latestMs;
}

function lackingInWhatTheyCarry(
  { proof: { image, version } }: World,
  areAnew: boolean,
  live: readonly ServedInstance[],
): readonly string[] {
  if (image === null && version === null) {
    return !areAnew || carryTheSame(live) ? [] : ['not all carry the same'];
  }
  const lacksImage = image !== null && live.some(one => one.image !== image);
  const lacksVersion = version !== null && live.some(one => one.version !== version);
  return [
    ...(lacksImage ? [`not all carry the image ${image}`] : []),
    ...(lacksVersion ? [`not all carry the version ${version}`] : []),
  ];
}

function carryTheSame(live: readonly ServedInstance[]): boolean {
  const all = (['image', 'version'] as const).map(what => live.flatMap(one => plain(one[what])));
  const differ = all.some(told => new Set(told).size > 1);
  return !differ && all.some(told => told.length === live.length);
}

/** From a proof on, as long before the last one as it has to hold, nothing may have been broken. */
function lackingInBake(
  world: World,
  answered: readonly Answered[],
  subjects: readonly string[],
  rounds: readonly (SeenRound | string)[],
): readonly string[] {
  const { bakeMs } = world.proof;
  if (bakeMs === null) return [];
  const readable = rounds.filter(round => typeof round !== 'string');
  // What is there again was never gone: only what was seen since then counts.
  const back = readable.findLastIndex((round, index) => !round.gone && readable[index - 1]?.gone);
  const whole = readable.slice(Math.max(back, 0));
  const lastMs = whole.at(-1)?.endedMs ?? 0;
  const proofs = whole.filter(
    round => lackingInRound(world, answered, subjects, round).length === 0 && tellsRestarts(round),
  );
  const first = proofs.find(({ endedMs }) => lastMs - endedMs >= bakeMs);
  if (first === undefined) return ['it was not proven for as long as it had to hold'];
  const since = whole
    .slice(whole.indexOf(first))
    .map(({ groups }) => groups.flatMap(group => group.instances));
  const proven = (since[0] ?? []).filter(isLive);
  return since.flatMap((instances, index) => {
    if (index === 0) return [];
    const before = new Map((since[index - 1] ?? []).map(one => [one.id, one.restarts]));
    return instances.filter(isLive).flatMap(one => {
      const rose = (one.restarts ?? 0) > (before.get(one.id) ?? Infinity);
      if (rose) return [`instance ${one.id ?? ''} restarted while it had to hold`];
      if (isOther(one, proven)) return [`instance ${one.id ?? ''} carries what none did when it was proven`];
      return isBroken(one) ? [`instance ${one.id ?? ''} broke while it had to hold`] : [];
    });
  });
}

/** Else nobody can say of a later round that none has restarted. */
function tellsRestarts({ groups }: SeenRound): boolean {
  return groups.every(({ instances }) =>
    instances.every(({ state, restarts }) => state !== 'Running' || restarts !== undefined),
  );
}

/** Whether it tells another image, or another version, than the one that these told. */
function isOther(one: ServedInstance, proven: readonly ServedInstance[]): boolean {
  return (['image', 'version'] as const).some(what => {
    const [told, ...others] = new Set(proven.flatMap(instance => plain(instance[what])));
    const [now] = plain(one[what]);
    return told !== undefined && others.length === 0 && now !== undefined && now !== told;
  });
}

/** What has other characters than a reference or a version tells none. */
function plain(text: string | undefined): readonly string[] {
  return text !== undefined && /^[!-~]+$/u.test(text) ? [text] : [];
}
