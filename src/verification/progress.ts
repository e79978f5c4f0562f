import type { Instance } from '../rollout/application.ts';
import type { Fault } from '../rollout/fault.ts';
import { isDoubtful } from '../rollout/fault.ts';
import { refusalStands } from '../rollout/judge.ts';
import type { Claim } from './claim.ts';
import { isContainerRunning, isInErrorState, isReady } from './instance-states.ts';
import type { Round, RoundJudgement, Shortfall } from './proof.ts';
import { CARRIED, carriedBy, isLasting, isOfRollout, judgeRound, liveOf } from './proof.ts';

/** What one round of requests showed, or why it showed nothing. */
export type VerifyObservation =
  { readonly kind: 'round'; readonly round: Round } | { readonly kind: 'fault'; readonly fault: Fault };

/** An instance that is not as it must be, and since when it has been seen so. */
export type Break =
  | { readonly kind: 'error-state' | 'not-ready'; readonly instance: Instance; readonly lastedMs: number }
  | { readonly kind: 'restarted'; readonly instance: Instance; readonly before: number }
  | { readonly kind: 'too-few'; readonly ready: number; readonly wanted: number; readonly lastedMs: number }
  /** What is not of this rollout, or does not carry what is expected. */
  | { readonly kind: 'other'; readonly shortfall: Shortfall };

/** What may pass, and is believed when it stands. */
interface Doubt {
  readonly what: string;
  readonly sinceMs: number;
  readonly lastMs: number;
  readonly polls: number;
}

/** A round that could be read, and what it says. */
export interface SeenRound {
  readonly round: Round;
  readonly judged: RoundJudgement;
  readonly atMs: number;
}

/** All that the rounds have shown so far. Times by the monotonic clock. */
export interface ProofProgress {
  readonly rounds: number;
  readonly last?: VerifyObservation | undefined;
  /** The last one that could be read. */
  readonly seen?: SeenRound | undefined;
  readonly unreadableSinceMs?: number | undefined;
  /** What may pass, and is believed when it stands: a refusal, or a field that is not told. */
  readonly doubt?: Doubt | undefined;
  /** Since when instances of this rollout have been in an error state without a break. */
  readonly errorSinceMs: ReadonlyMap<string, number>;
  /** When the first full proof was seen. */
  readonly provenSinceMs?: number | undefined;
  /** What the instances of the first proof carried. */
  readonly carried: Readonly<Record<(typeof CARRIED)[number], readonly string[]>>;
  /** Since the first proof: which instances have been ready once, their restarts, and since when they are not. */
  readonly wasReady: ReadonlySet<string>;
  readonly restarts: ReadonlyMap<string, number>;
  readonly notReadySinceMs: ReadonlyMap<string, number>;
  readonly tooFewSinceMs?: number | undefined;
  /** What ends a bake at once. */
  readonly broken?: Break | undefined;
}

export const NOTHING_VERIFIED: ProofProgress = {
  rounds: 0,
  errorSinceMs: new Map(),
  carried: { image: [], version: [] },
  wasReady: new Set(),
  restarts: new Map(),
  notReadySinceMs: new Map(),
};

/** What is known after one more round, at `nowMs`. `bakes`: whether restarts have to be told. Pure. */
export function foldRound(
  earlier: ProofProgress,
  look: VerifyObservation,
  nowMs: number,
  claim: Claim,
  bakes: boolean,
): ProofProgress {
  const counted = { ...earlier, rounds: earlier.rounds + 1, last: look };
  if (look.kind === 'fault') return foldFault(counted, look.fault, nowMs);
  const { round } = look;
  // An application that is there again was never gone: what said so proved nothing, and the bake starts anew.
  const isBack = earlier.seen?.round.gone !== undefined && round.gone === undefined;
  const provenSinceMs = isBack ? undefined : earlier.provenSinceMs;
  const told = judgeForBake(judgeRound(round, claim), round, bakes);
  // Which field is not told does not matter: what lacks one now and another then shows as little.
  const doubt = isShowing(told) ? undefined : doubtAfter(earlier.doubt, told.kind, nowMs);
  const judged = believed(told, doubt, provenSinceMs, claim);
  const live = liveOf(round.groups);
  const next: ProofProgress = {
    ...counted,
    ...(isShowing(judged)
      ? { doubt: undefined, unreadableSinceMs: undefined }
      : { doubt, unreadableSinceMs: earlier.unreadableSinceMs ?? nowMs }),
    provenSinceMs,
    seen: { round, judged, atMs: nowMs },
    errorSinceMs: sinceWhen(
      earlier.errorSinceMs,
      // What is to leave nothing running may break as it goes.
      live.filter(one => !claim.type.empties && isInErrorState(one) && isOfRollout(one, claim)),
      nowMs,
    ),
  };
  if (provenSinceMs !== undefined) return foldBake(next, judged, live, nowMs);
  return judged.kind === 'proven' ? firstProof(next, live, nowMs) : next;
}

/** Whether what decides is told. */
function isShowing({ kind }: RoundJudgement): boolean {
  return kind !== 'untold' && kind !== 'gone';
}

/** One answer may be wrong: that a deleted application is gone is believed when it stands, and from then on. */
function believed(
  told: RoundJudgement,
  doubt: Doubt | undefined,
  provenSinceMs: number | undefined,
  { type }: Claim,
): RoundJudgement {
  if (told.kind !== 'gone' || !type.deletes) return told;
  const stands = provenSinceMs !== undefined || (doubt !== undefined && refusalStands(doubt));
  return stands ? { kind: 'proven' } : told;
}

/** Without the number of restarts nobody can say that none restarted. */
function judgeForBake(judgement: RoundJudgement, round: Round, bakes: boolean): RoundJudgement {
  const running = liveOf(round.groups).filter(isContainerRunning);
  const decides = bakes && (judgement.kind === 'proven' || judgement.kind === 'short');
  if (!decides || running.every(({ restarts }) => restarts !== undefined)) return judgement;
  return {
    kind: 'untold',
    field: 'InstanceContainerRestarts',
    shortfalls: shortfallsIn(judgement),
  };
}

function foldFault(seen: ProofProgress, fault: Fault, nowMs: number): ProofProgress {
  const standsByItself = isDoubtful(fault) || fault.reason === 'malformed';
  const doubt = standsByItself ? doubtAfter(seen.doubt, fault.reason, nowMs) : seen.doubt;
  // Throttling is no outage: the API answers, and asks to wait. But nobody sees then whether a proof holds.
  const isOutage = fault.reason !== 'throttled' || seen.provenSinceMs !== undefined;
  const unreadableSinceMs = isOutage ? (seen.unreadableSinceMs ?? nowMs) : seen.unreadableSinceMs;
  return { ...seen, doubt, unreadableSinceMs };
}

function doubtAfter(before: Doubt | undefined, what: string, nowMs: number): Doubt {
  const again = before?.what === what ? before : { sinceMs: nowMs, polls: 0 };
  return { what, sinceMs: again.sinceMs, lastMs: nowMs, polls: again.polls + 1 };
}

function firstProof(next: ProofProgress, live: readonly Instance[], nowMs: number): ProofProgress {
  return {
    ...next,
    provenSinceMs: nowMs,
    carried: { image: carriedBy(live, 'image'), version: carriedBy(live, 'version') },
    wasReady: new Set(live.map(({ instanceId }) => instanceId)),
    restarts: restartsOf(live, new Map()),
  };
}

function foldBake(
  next: ProofProgress,
  judged: RoundJudgement,
  live: readonly Instance[],
  nowMs: number,
): ProofProgress {
  const broken = next.broken ?? breakIn(next, judged, live);
  // What lacks a field does not show that a proof holds; that it is broken it may show all the same.
  if (!isShowing(judged)) return { ...next, broken };
  const isTooFew = shortfallsIn(judged).some(({ kind }) => kind === 'too-few');
  return {
    ...next,
    broken,
    wasReady: new Set([...next.wasReady, ...live.filter(isReady).map(one => one.instanceId)]),
    restarts: restartsOf(live, next.restarts),
    notReadySinceMs: sinceWhen(
      next.notReadySinceMs,
      live.filter(one => !isReady(one)),
      nowMs,
    ),
    tooFewSinceMs: isTooFew ? (next.tooFewSinceMs ?? nowMs) : undefined,
  };
}

/** What ends a bake at once: nothing of it is ever part of a rollout that holds. */
function breakIn(
  { restarts, carried }: ProofProgress,
  judged: RoundJudgement,
  live: readonly Instance[],
): Break | undefined {
  for (const instance of live) {
    // One that came since has never restarted before.
    const before = restarts.get(instance.instanceId) ?? 0;
    if ((instance.restarts ?? 0) > before) return { kind: 'restarted', instance, before };
    if (isInErrorState(instance)) return { kind: 'error-state', instance, lastedMs: 0 };
  }
  const shortfall = shortfallsIn(judged).find(isLasting) ?? exchangedIn(carried, live);
  return shortfall === undefined ? undefined : { kind: 'other', shortfall };
}

function shortfallsIn(judged: RoundJudgement): readonly Shortfall[] {
  return judged.kind === 'short' || judged.kind === 'untold' ? judged.shortfalls : [];
}

/** What none carried when it was proven: all of them may have been exchanged at once. */
function exchangedIn(carried: ProofProgress['carried'], live: readonly Instance[]): Shortfall | undefined {
  return CARRIED.map(what => {
    const found = [...new Set([...carried[what], ...carriedBy(live, what)])];
    return { kind: 'mixed', what, found } as const;
  }).find(({ what, found }) => carried[what].length > 0 && found.length > carried[what].length);
}

/** The restarts of each; of one that does not tell as many as before. */
function restartsOf(
  live: readonly Instance[],
  before: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  return new Map(live.map(({ instanceId: id, restarts }) => [id, restarts ?? before.get(id) ?? 0]));
}

/** Since when each of these has been so: since before, or since now. */
function sinceWhen(
  before: ReadonlyMap<string, number>,
  instances: readonly Instance[],
  nowMs: number,
): ReadonlyMap<string, number> {
  return new Map(instances.map(({ instanceId: id }) => [id, before.get(id) ?? nowMs]));
}
