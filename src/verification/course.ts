import type { Instance } from '../rollout/application.ts';
import type { ListedOrder } from '../rollout/change-order.ts';
import type { Fault } from '../rollout/fault.ts';
import { isDoubtful, isFinal } from '../rollout/fault.ts';
import type { Ending } from '../rollout/judge.ts';
import { DOUBT_STANDS_MS, refusalStands } from '../rollout/judge.ts';
import type { Claim, Round, RoundJudgement, Shortfall, UntoldField } from './proof.ts';
import {
  isContainerRunning,
  isInErrorState,
  isLive,
  isOfRollout,
  isReady,
  judgeRound,
  looksUpdatedInPlace,
} from './proof.ts';

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

/** Why the look at what runs ended as it did. */
export type ProofCause =
  | { readonly kind: 'proven' }
  /** A newer order of the same step changed what runs: that one is to be proven instead. */
  | { readonly kind: 'of-this-step'; readonly changeOrderId: string }
  | { readonly kind: 'superseded'; readonly order: ListedOrder }
  /** What was seen last when the time for the proof was up. */
  | { readonly kind: 'not-settled'; readonly shortfalls: readonly Shortfall[]; readonly lastedMs: number }
  /** It came to be proven, or was about to, and broke: `bakedMs` after the first proof, where there was one. */
  | { readonly kind: 'broken'; readonly how: Break; readonly bakedMs: number | undefined }
  | { readonly kind: 'none-wanted' }
  | { readonly kind: 'in-place' }
  | { readonly kind: 'field-untold'; readonly field: UntoldField }
  /** Nothing names the application that is to be looked at. */
  | { readonly kind: 'application-untold' }
  | { readonly kind: 'proof-unreadable'; readonly fault: Fault; readonly lastedMs: number }
  /** A newer order of the same step changed what runs, and what that one left running is not proven. */
  | { readonly kind: 'newer-unproven'; readonly changeOrderId: string }
  /** The time was up before a single round had ended. */
  | { readonly kind: 'nothing-seen' };

export type ProofEnding = Ending<ProofCause>;

/** Within what the proof has to come about, and how long it has to hold. Times by the monotonic clock. */
export interface ProofLimits {
  readonly deadlineMs: number;
  /** `undefined`: one proof is enough. */
  readonly bakeMs: number | undefined;
  readonly outageToleranceMs: number;
}

/** So long an error state of this rollout's own instance may stand, and an instance be unhealthy while baking. */
export const BAD_STANDS_MS = 15_000;
/** So long there may be fewer instances than there should be, or one may be starting, while baking. */
export const RECOVERY_MS = 30_000;

interface Doubt {
  readonly what: string;
  readonly sinceMs: number;
  readonly lastMs: number;
  readonly polls: number;
}

/** All that the rounds have shown so far. Times by the monotonic clock. */
export interface ProofProgress {
  readonly rounds: number;
  readonly last: VerifyObservation | undefined;
  /** What the last round that could be read says, and when it was seen. */
  readonly judged: RoundJudgement | undefined;
  readonly judgedMs: number | undefined;
  /** That round. */
  readonly round: Round | undefined;
  readonly unreadableSinceMs: number | undefined;
  /** What may pass, and is believed when it stands: a refusal, or a field that is not told. */
  readonly doubt: Doubt | undefined;
  /** Since when instances of this rollout have been in an error state without a break. */
  readonly errorSinceMs: ReadonlyMap<string, number>;
  /** When the first full proof was seen. */
  readonly provenSinceMs: number | undefined;
  /** Since the first proof: which instances have been ready once, their restarts, and since when they are not. */
  readonly wasReady: ReadonlySet<string>;
  readonly restarts: ReadonlyMap<string, number>;
  readonly notReadySinceMs: ReadonlyMap<string, number>;
  readonly tooFewSinceMs: number | undefined;
  /** What ends a bake at once. */
  readonly broken: Break | undefined;
}

export const NOTHING_VERIFIED: ProofProgress = {
  rounds: 0,
  last: undefined,
  judged: undefined,
  judgedMs: undefined,
  round: undefined,
  unreadableSinceMs: undefined,
  doubt: undefined,
  errorSinceMs: new Map(),
  provenSinceMs: undefined,
  wasReady: new Set(),
  restarts: new Map(),
  notReadySinceMs: new Map(),
  tooFewSinceMs: undefined,
  broken: undefined,
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
  // An application that is there again was never gone: that answer proved nothing, so the bake starts anew.
  const isBack = earlier.round?.gone === true && round.gone !== true;
  const before = isBack ? { ...earlier, provenSinceMs: undefined } : earlier;
  const seen = { ...counted, provenSinceMs: before.provenSinceMs };
  const judged = judgeForBake(judgeRound(round, claim), round, bakes);
  // Which field is not told does not matter: what lacks one now and another then shows as little.
  const isUntold = judged.kind === 'untold';
  const doubt = isUntold ? doubtAfter(before.doubt, judged.kind, nowMs) : undefined;
  const live = liveOf(round);
  const next: ProofProgress = {
    ...seen,
    judged,
    judgedMs: nowMs,
    round,
    unreadableSinceMs: isUntold ? (before.unreadableSinceMs ?? nowMs) : undefined,
    doubt,
    errorSinceMs: sinceWhen(
      before.errorSinceMs,
      live.filter(one => isInErrorState(one) && isItsOwn(one, claim)),
      nowMs,
    ),
  };
  if (judged.kind === 'untold') return foldUntold(next, live);
  if (before.provenSinceMs !== undefined) return foldBake(next, live, nowMs);
  if (judged.kind !== 'proven') return next;
  return {
    ...next,
    provenSinceMs: nowMs,
    wasReady: new Set(live.map(({ instanceId }) => instanceId)),
    restarts: restartsOf(live, new Map()),
  };
}

/** Of this rollout, which has to keep it running: where it is to leave nothing running, it may break as it goes. */
function isItsOwn(instance: Instance, claim: Claim): boolean {
  return !claim.type.empties && isOfRollout(instance, claim);
}

/** Without the number of restarts nobody can say that none restarted. */
function judgeForBake(judgement: RoundJudgement, round: Round, bakes: boolean): RoundJudgement {
  const running = liveOf(round).filter(isContainerRunning);
  const lacks = bakes && running.some(({ restarts }) => restarts === undefined);
  const decides = judgement.kind === 'proven' || judgement.kind === 'short';
  return lacks && decides ? { kind: 'untold', field: 'InstanceContainerRestarts' } : judgement;
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

/** What lacks a field that decides does not show that a proof holds; that it is broken it may show all the same. */
function foldUntold(next: ProofProgress, live: readonly Instance[]): ProofProgress {
  return next.provenSinceMs === undefined ? next : { ...next, broken: next.broken ?? breakIn(next, live) };
}

function foldBake(next: ProofProgress, live: readonly Instance[], nowMs: number): ProofProgress {
  const { judged } = next;
  const tooFew =
    judged?.kind === 'short' && judged.shortfalls.some(({ kind }) => kind === 'too-few')
      ? (next.tooFewSinceMs ?? nowMs)
      : undefined;
  return {
    ...next,
    wasReady: new Set([...next.wasReady, ...live.filter(isReady).map(one => one.instanceId)]),
    restarts: restartsOf(live, next.restarts),
    notReadySinceMs: sinceWhen(
      next.notReadySinceMs,
      live.filter(one => !isReady(one)),
      nowMs,
    ),
    tooFewSinceMs: tooFew,
    broken: next.broken ?? breakIn(next, live),
  };
}

/** What ends a bake at once: nothing of it is ever part of a rollout that holds. */
function breakIn({ judged, restarts }: ProofProgress, live: readonly Instance[]): Break | undefined {
  for (const instance of live) {
    // One that came since has never restarted before.
    const before = restarts.get(instance.instanceId) ?? 0;
    if ((instance.restarts ?? 0) > before) return { kind: 'restarted', instance, before };
    if (isInErrorState(instance)) return { kind: 'error-state', instance, lastedMs: 0 };
  }
  const shortfall =
    judged?.kind === 'short' ? judged.shortfalls.find(({ kind }) => ENDS_BAKE.has(kind)) : undefined;
  return shortfall === undefined ? undefined : { kind: 'other', shortfall };
}

const ENDS_BAKE: ReadonlySet<Shortfall['kind']> = new Set([
  'not-new',
  'other-image',
  'other-version',
  'mixed',
  'still-live',
]);

function liveOf({ groups }: Round): readonly Instance[] {
  return groups.flatMap(({ instances }) => instances.filter(isLive));
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

/**
 * How the rounds so far decide; `undefined`: look again. Green only for a round that proves the claim, in the last
 * round itself. Total; always ended at `dueMsOf`. Pure.
 */
export function decideProof(
  progress: ProofProgress,
  nowMs: number,
  claim: Claim,
  limits: ProofLimits,
): ProofEnding | undefined {
  const { last } = progress;
  if (last?.kind === 'fault') {
    return endingOfFault(progress, last.fault, nowMs, limits) ?? atTheEnd(progress, nowMs, limits);
  }
  return (
    endingOfRound(progress, nowMs, limits) ??
    endingOfBreak(progress, claim) ??
    endingOfDoubt(progress, limits) ??
    atTheEnd(progress, nowMs, limits)
  );
}

function endingOfRound(
  { judged, judgedMs = -Infinity, provenSinceMs, broken }: ProofProgress,
  nowMs: number,
  { bakeMs }: ProofLimits,
): ProofEnding | undefined {
  switch (judged?.kind) {
    case 'superseded':
      return end('superseded', judged);
    case 'of-this-step':
      return end('succeeded', judged);
    case 'none-wanted':
      return end('unverified', { kind: 'none-wanted' });
    case 'proven': {
      // Of a round that was not over in time nothing is known: an earlier one does not stand in for it.
      const isOfNow = judgedMs >= nowMs;
      const heldMs = provenSinceMs === undefined ? -1 : nowMs - provenSinceMs;
      const holds = isOfNow && broken === undefined && (bakeMs === undefined || heldMs >= bakeMs);
      return holds ? end('succeeded', { kind: 'proven' }) : undefined;
    }
    case 'untold':
    case 'short':
    case undefined:
      return undefined;
  }
}

function endingOfDoubt(
  { judged, judgedMs = 0, doubt, unreadableSinceMs = Infinity }: ProofProgress,
  { outageToleranceMs }: ProofLimits,
): ProofEnding | undefined {
  if (judged?.kind !== 'untold' || doubt === undefined) return undefined;
  const stands = refusalStands(doubt) || judgedMs - unreadableSinceMs >= outageToleranceMs;
  return stands ? end('unverified', { kind: 'field-untold', field: judged.field }) : undefined;
}

/** What broke, and has been broken for as long as it may. Only what the last round shows is held against it. */
function endingOfBreak(progress: ProofProgress, claim: Claim): ProofEnding | undefined {
  const { judged, judgedMs: nowMs = 0, round, provenSinceMs, broken } = progress;
  if (round === undefined) return undefined;
  const bakedMs = provenSinceMs === undefined ? undefined : nowMs - provenSinceMs;
  const ended = (how: Break): ProofEnding => end('unhealthy', { kind: 'broken', how, bakedMs });
  if (broken !== undefined) return ended(broken);
  if (judged?.kind === 'untold') return undefined;
  for (const instance of liveOf(round)) {
    const bad = provenSinceMs === undefined ? errorOf(progress, instance) : notReady(progress, instance);
    if (bad !== undefined && nowMs - bad.sinceMs >= bad.limitMs) {
      return ended({ kind: bad.kind, instance, lastedMs: nowMs - bad.sinceMs });
    }
  }
  const { tooFewSinceMs } = progress;
  if (tooFewSinceMs === undefined || nowMs - tooFewSinceMs < RECOVERY_MS) return undefined;
  const ready = liveOf(round).filter(isReady).length;
  const wanted = round.groups.reduce((sum, { replicas = 0 }) => sum + replicas, 0);
  return claim.type.empties
    ? undefined
    : ended({ kind: 'too-few', ready, wanted, lastedMs: nowMs - tooFewSinceMs });
}

interface Bad {
  readonly kind: 'error-state' | 'not-ready';
  readonly sinceMs: number;
  readonly limitMs: number;
}

function errorOf({ errorSinceMs }: ProofProgress, { instanceId }: Instance): Bad | undefined {
  const sinceMs = errorSinceMs.get(instanceId);
  return sinceMs === undefined ? undefined : { kind: 'error-state', sinceMs, limitMs: BAD_STANDS_MS };
}

/** One that has been ready and runs is unhealthy; any other is starting, as a new one may. */
function notReady({ notReadySinceMs, wasReady }: ProofProgress, instance: Instance): Bad | undefined {
  const sinceMs = notReadySinceMs.get(instance.instanceId);
  if (sinceMs === undefined) return undefined;
  const fell = wasReady.has(instance.instanceId) && isContainerRunning(instance);
  return { kind: 'not-ready', sinceMs, limitMs: fell ? BAD_STANDS_MS : RECOVERY_MS };
}

function endingOfFault(
  { unreadableSinceMs, doubt }: ProofProgress,
  fault: Fault,
  nowMs: number,
  { outageToleranceMs }: ProofLimits,
): ProofEnding | undefined {
  const lastedMs = unreadableSinceMs === undefined ? 0 : nowMs - unreadableSinceMs;
  const stands = doubt?.what === fault.reason && refusalStands(doubt);
  const tooLong = unreadableSinceMs !== undefined && lastedMs >= outageToleranceMs;
  if (!isFinal(fault) && !stands && !tooLong) return undefined;
  return unreadable(fault, lastedMs);
}

/** A round that had to be over, and was not. */
const CUT_SHORT: Fault = {
  reason: 'no-answer',
  action: 'DescribeApplicationInstances',
  message: '',
  detail: { kind: 'given-up' },
};

/** The last look is over: what it shows has to do. */
function atTheEnd(progress: ProofProgress, nowMs: number, limits: ProofLimits): ProofEnding | undefined {
  if (nowMs < dueMsOf(progress, limits)) return undefined;
  const { last, unreadableSinceMs = nowMs } = progress;
  switch (last?.kind) {
    case undefined:
      return end('unverified', { kind: 'nothing-seen' });
    case 'fault':
      return unreadable(last.fault, nowMs - unreadableSinceMs);
    case 'round':
      return endOfLastRound(progress, nowMs);
  }
}

function endOfLastRound(
  { judged, judgedMs = 0, provenSinceMs = judgedMs }: ProofProgress,
  nowMs: number,
): ProofEnding {
  if (judged?.kind === 'untold') return end('unverified', { kind: 'field-untold', field: judged.field });
  // It was proven, and the round that was to show that it still is was not over in time.
  if (judged?.kind === 'proven') return unreadable(CUT_SHORT, nowMs - judgedMs);
  if (judged !== undefined && looksUpdatedInPlace(judged)) return end('unverified', { kind: 'in-place' });
  const shortfalls = judged?.kind === 'short' ? judged.shortfalls : [];
  return end('unhealthy', { kind: 'not-settled', shortfalls, lastedMs: judgedMs - provenSinceMs });
}

function unreadable(fault: Fault, lastedMs: number): ProofEnding {
  return end('unverified', { kind: 'proof-unreadable', fault, lastedMs });
}

/**
 * When the last round is due as things stand: at the deadline of the proof; once it is proven, when it has held for
 * long enough, or when what is tolerated has been tolerated for as long as it may. Pure.
 */
export function dueMsOf(
  progress: ProofProgress,
  { deadlineMs, bakeMs = 0, outageToleranceMs }: ProofLimits,
): number {
  const { provenSinceMs } = progress;
  if (provenSinceMs === undefined) return deadlineMs;
  const heldMs = provenSinceMs + bakeMs;
  // What flaps, each time for less than it may, must not go on for ever.
  const latestMs = heldMs + outageToleranceMs + RECOVERY_MS;
  return Math.min(latestMs, Math.max(heldMs, ...toleratedUntilMs(progress, outageToleranceMs)));
}

/** The moments at which something that is tolerated will have been for as long as it may. Pure. */
export function toleratedUntilMs(progress: ProofProgress, outageToleranceMs: number): readonly number[] {
  const { unreadableSinceMs, doubt, round, provenSinceMs, tooFewSinceMs } = progress;
  const bads =
    round === undefined
      ? []
      : liveOf(round).flatMap(instance => {
          const bad =
            provenSinceMs === undefined ? errorOf(progress, instance) : notReady(progress, instance);
          return bad === undefined ? [] : [bad.sinceMs + bad.limitMs];
        });
  return [
    ...(unreadableSinceMs === undefined ? [] : [unreadableSinceMs + outageToleranceMs]),
    ...(doubt === undefined ? [] : [doubt.sinceMs + DOUBT_STANDS_MS]),
    ...(tooFewSinceMs === undefined || provenSinceMs === undefined ? [] : [tooFewSinceMs + RECOVERY_MS]),
    ...bads,
  ];
}

function end(verdict: ProofEnding['verdict'], cause: ProofCause): ProofEnding {
  return { verdict, cause };
}
