import type { Instance, RunningGroup } from '../rollout/application.ts';
import type { ListedOrder } from '../rollout/change-order.ts';
import type { Fault } from '../rollout/fault.ts';
import type { Claim, LastOrder } from './claim.ts';
import { mustBeNew } from './claim.ts';
import { isContainerRunning, isHealthy, isLive, isReady } from './instance-states.ts';

/** One round of requests: all groups with all their instances, and after them the last order. */
export interface Round {
  readonly groups: readonly RunningGroup[];
  /** The API's word that there is no such application any more. */
  readonly gone?: Fault;
  readonly last: LastOrder;
}

/** What keeps a round from being a proof. */
export type Shortfall =
  | { readonly kind: 'not-running' | 'not-healthy' | 'not-new'; readonly instance: Instance }
  | { readonly kind: 'other-image' | 'other-version'; readonly instance: Instance; readonly expected: string }
  /** Live instances do not carry one and the same. */
  | { readonly kind: 'mixed'; readonly what: 'image' | 'version'; readonly found: readonly string[] }
  | { readonly kind: 'too-few'; readonly ready: number; readonly wanted: number }
  /** Something is live although the order was to leave nothing running. */
  | { readonly kind: 'still-live'; readonly instance: Instance };

/** A field that decides and is not told, by its name in the API. */
export type UntoldField =
  | 'Groups'
  | 'Replicas'
  | 'InstanceContainerStatus'
  | 'InstanceHealthStatus'
  | 'InstanceContainerRestarts'
  | 'CreateTimeStamp'
  | 'ImageUrl'
  | 'PackageVersion'
  | 'StartTime';

/** What one round says of a claim. */
export type RoundJudgement =
  | { readonly kind: 'proven' }
  | { readonly kind: 'of-this-step'; readonly changeOrderId: string }
  | { readonly kind: 'superseded'; readonly order: ListedOrder }
  /** The application is to have no instances: nothing can be proven of them. */
  | { readonly kind: 'none-wanted' }
  /** The API says that there is no such application: believed of one that was to be deleted, when it stands. */
  | { readonly kind: 'gone'; readonly fault: Fault }
  /** `shortfalls`: what is told all the same. */
  | { readonly kind: 'untold'; readonly field: UntoldField; readonly shortfalls: readonly Shortfall[] }
  /** At least one shortfall; `live`: how many instances there are. */
  | { readonly kind: 'short'; readonly shortfalls: readonly Shortfall[]; readonly live: number };

/** Whether an instance is of the claim's rollout, as far as can be told. Pure. */
export function isOfRollout(instance: Instance, claim: Claim): boolean {
  if (mustBeNew(claim)) return isNew(instance, claim.beganMs);
  const { image, version } = claim.expect;
  if (image !== undefined) return instance.imageUrl === image;
  return version === undefined || instance.packageVersion === version;
}

function isNew({ createdMs }: Instance, beganMs: number | undefined): boolean {
  return createdMs !== undefined && beganMs !== undefined && createdMs >= beganMs;
}

/**
 * What one round says of a claim: proven only if the last order is the claim's own, and every live instance of
 * every group runs, is healthy, is of this rollout and carries what is expected, and there are as many as each
 * group is to have, and more than none. Total. Pure.
 */
export function judgeRound({ groups, gone, last }: Round, claim: Claim): RoundJudgement {
  if (last.kind !== 'own') return last;
  if (gone !== undefined) return { kind: 'gone', fault: gone };
  if (groups.length === 0) return { kind: 'untold', field: 'Groups', shortfalls: [] };
  const live = liveOf(groups);
  if (claim.type.empties) return judgeEmpty(live);
  const found = [...live.flatMap(instance => shortfallsOf(instance, claim)), ...mixedIn(live, claim)];
  const field = untoldIn(groups, live, claim);
  if (field !== undefined) return { kind: 'untold', field, shortfalls: found };
  const wanted = groups.reduce((sum, { replicas = 0 }) => sum + replicas, 0);
  if (wanted === 0) {
    // What scaling in was for, and of any other order nothing can be proven then.
    const { scalesIn, renews } = claim.type;
    return scalesIn && !renews ? judgeEmpty(live) : { kind: 'none-wanted' };
  }
  const shortfalls = [...found, ...groups.flatMap(tooFew)];
  return shortfalls.length === 0 ? { kind: 'proven' } : { kind: 'short', shortfalls, live: live.length };
}

/** All that is live in these groups. Pure. */
export function liveOf(groups: readonly RunningGroup[]): readonly Instance[] {
  return groups.flatMap(({ instances }) => instances.filter(isLive));
}

const LASTING: readonly Shortfall['kind'][] = ['other-image', 'other-version', 'mixed', 'still-live'];

/** Whether it is told, and no waiting mends it: of a proof that has come about nothing is ever so. Pure. */
export function isLasting(shortfall: Shortfall): boolean {
  return shortfall.kind === 'not-new'
    ? shortfall.instance.createdMs !== undefined
    : LASTING.includes(shortfall.kind);
}

function judgeEmpty(live: readonly Instance[]): RoundJudgement {
  if (live.length === 0) return { kind: 'proven' };
  const shortfalls = live.map((instance): Shortfall => ({ kind: 'still-live', instance }));
  return { kind: 'short', shortfalls, live: live.length };
}

function untoldIn(
  groups: readonly RunningGroup[],
  live: readonly Instance[],
  claim: Claim,
): UntoldField | undefined {
  if (groups.some(({ replicas = -1 }) => replicas < 0)) return 'Replicas';
  if (live.some(({ containerStatus }) => containerStatus === undefined)) return 'InstanceContainerStatus';
  // Of one that does not run yet the rest may be to come, and it is no proof anyway.
  const running = live.filter(isContainerRunning);
  if (running.some(({ healthStatus }) => healthStatus === undefined)) return 'InstanceHealthStatus';
  if (mustBeNew(claim)) {
    if (claim.beganMs === undefined) return 'StartTime';
    if (live.some(({ createdMs }) => createdMs === undefined)) return 'CreateTimeStamp';
  }
  const { image, version } = claim.expect;
  const lacksImage = running.some(({ imageUrl }) => imageUrl === undefined);
  const lacksVersion = running.some(({ packageVersion }) => packageVersion === undefined);
  if (image !== undefined && lacksImage) return 'ImageUrl';
  if (version !== undefined && lacksVersion) return 'PackageVersion';
  // Without an expectation one of the two has to show that all instances carry the same.
  return claim.type.renews && lacksImage && lacksVersion ? 'ImageUrl' : undefined;
}

function shortfallsOf(instance: Instance, claim: Claim): readonly Shortfall[] {
  const { image, version } = claim.expect;
  const found: Shortfall[] = [];
  // One that does not run may not tell yet what it carries.
  const { imageUrl = image, packageVersion = version } = instance;
  if (image !== undefined && imageUrl !== image) {
    found.push({ kind: 'other-image', instance, expected: image });
  }
  if (version !== undefined && packageVersion !== version) {
    found.push({ kind: 'other-version', instance, expected: version });
  }
  if (!isContainerRunning(instance)) found.push({ kind: 'not-running', instance });
  else if (!isHealthy(instance)) found.push({ kind: 'not-healthy', instance });
  if (mustBeNew(claim) && !isNew(instance, claim.beganMs)) found.push({ kind: 'not-new', instance });
  return found;
}

/** Where nothing is expected all live instances of a renewed application carry one image, and one version. */
function mixedIn(live: readonly Instance[], { type, expect }: Claim): readonly Shortfall[] {
  if (!type.renews || expect.image !== undefined || expect.version !== undefined) return [];
  return CARRIED.flatMap((what): Shortfall[] => {
    const found = carriedBy(live, what);
    return found.length > 1 ? [{ kind: 'mixed', what, found }] : [];
  });
}

/** What instances carry. */
export const CARRIED = ['image', 'version'] as const;

/** The different images, or versions, that these tell. Pure. */
export function carriedBy(instances: readonly Instance[], what: (typeof CARRIED)[number]): readonly string[] {
  const told = instances.map(one => (what === 'image' ? one.imageUrl : one.packageVersion));
  return [...new Set(told.flatMap(one => (one === undefined ? [] : [one])))];
}

function tooFew({ instances, replicas = 0 }: RunningGroup): readonly Shortfall[] {
  const ready = instances.filter(isReady).length;
  return ready < replicas ? [{ kind: 'too-few', ready, wanted: replicas }] : [];
}

/**
 * Whether a round falls short only since all of its instances are older than the order: so does an update in
 * place, of which nothing else can be told. Pure.
 */
export function looksUpdatedInPlace(judgement: RoundJudgement): boolean {
  if (judgement.kind !== 'short') return false;
  const { shortfalls, live } = judgement;
  return shortfalls.length === live && shortfalls.every(({ kind }) => kind === 'not-new');
}
