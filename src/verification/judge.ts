import type { Instance } from '../rollout/application.ts';
import type { ListedOrder } from '../rollout/change-order.ts';
import type { Fault } from '../rollout/fault.ts';
import { faultAnswer, isFinal } from '../rollout/fault.ts';
import type { Ending } from '../rollout/judge.ts';
import { DOUBT_STANDS_MS, refusalStands } from '../rollout/judge.ts';
import { isContainerRunning, isReady } from './instance-states.ts';
import type { Break, ProofProgress, SeenRound } from './progress.ts';
import type { Shortfall, UntoldField } from './proof.ts';
import { liveOf, looksUpdatedInPlace } from './proof.ts';

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

/**
 * How the rounds so far decide; `undefined`: look again. Green only for a round that proves the claim, in the last
 * round itself. Total; always ended at `dueMsOf`. Pure.
 */
export function decideProof(
  progress: ProofProgress,
  nowMs: number,
  limits: ProofLimits,
): ProofEnding | undefined {
  const { last, seen, unreadableSinceMs = nowMs } = progress;
  const isOver = nowMs >= dueMsOf(progress, limits);
  if (last?.kind === 'fault') {
    const ends = isOver || faultEnds(progress, last.fault, nowMs, limits);
    return ends ? unreadable(last.fault, nowMs - unreadableSinceMs) : undefined;
  }
  if (seen === undefined) return isOver ? end('unverified', { kind: 'nothing-seen' }) : undefined;
  return (
    endingOfRound(progress, seen, nowMs, limits) ??
    endingOfBreak(progress, seen) ??
    endingOfDoubt(progress, seen, limits) ??
    (isOver ? endOfLastRound(progress, seen, nowMs) : undefined)
  );
}

function endingOfRound(
  { provenSinceMs = Infinity, broken }: ProofProgress,
  { judged, atMs }: SeenRound,
  nowMs: number,
  { bakeMs }: ProofLimits,
): ProofEnding | undefined {
  switch (judged.kind) {
    case 'superseded':
      return end('superseded', judged);
    case 'of-this-step':
      return end('succeeded', judged);
    case 'none-wanted':
      return end('unverified', { kind: 'none-wanted' });
    case 'proven': {
      // Of a round that was not over in time nothing is known: an earlier one does not stand in for it.
      const hasHeld = bakeMs === undefined || nowMs - provenSinceMs >= bakeMs;
      const holds = atMs >= nowMs && broken === undefined && hasHeld;
      return holds ? end('succeeded', { kind: 'proven' }) : undefined;
    }
    default:
      return undefined;
  }
}

function endingOfDoubt(
  { doubt, unreadableSinceMs = Infinity }: ProofProgress,
  { judged, atMs }: SeenRound,
  { outageToleranceMs }: ProofLimits,
): ProofEnding | undefined {
  if (judged.kind !== 'untold' || doubt === undefined) return undefined;
  const stands = refusalStands(doubt) || atMs - unreadableSinceMs >= outageToleranceMs;
  return stands ? end('unverified', { kind: 'field-untold', field: judged.field }) : undefined;
}

/** What broke, and has been broken for as long as it may. Only what the last round shows is held against it. */
function endingOfBreak(
  progress: ProofProgress,
  { round, judged, atMs: nowMs }: SeenRound,
): ProofEnding | undefined {
  const { provenSinceMs, broken, tooFewSinceMs = Infinity } = progress;
  const bakedMs = provenSinceMs === undefined ? undefined : nowMs - provenSinceMs;
  const ended = (how: Break): ProofEnding => end('unhealthy', { kind: 'broken', how, bakedMs });
  if (broken !== undefined) return ended(broken);
  if (judged.kind === 'untold') return undefined;
  const live = liveOf(round.groups);
  for (const instance of live) {
    const bad = badOf(progress, instance);
    if (bad !== undefined && nowMs - bad.sinceMs >= bad.limitMs) {
      return ended({ kind: bad.kind, instance, lastedMs: nowMs - bad.sinceMs });
    }
  }
  const lastedMs = nowMs - tooFewSinceMs;
  if (lastedMs < RECOVERY_MS) return undefined;
  const wanted = round.groups.reduce((sum, { replicas = 0 }) => sum + replicas, 0);
  return ended({ kind: 'too-few', ready: live.filter(isReady).length, wanted, lastedMs });
}

interface Bad {
  readonly kind: 'error-state' | 'not-ready';
  readonly sinceMs: number;
  readonly limitMs: number;
}

/** Until it is proven only an error state of its own counts, from then on whatever is not ready. */
function badOf(progress: ProofProgress, instance: Instance): Bad | undefined {
  const { provenSinceMs, errorSinceMs, notReadySinceMs, wasReady } = progress;
  const isProven = provenSinceMs !== undefined;
  const sinceMs = (isProven ? notReadySinceMs : errorSinceMs).get(instance.instanceId);
  if (sinceMs === undefined) return undefined;
  if (!isProven) return { kind: 'error-state', sinceMs, limitMs: BAD_STANDS_MS };
  // One that has been ready and runs is unhealthy; any other is starting, as a new one may.
  const fell = wasReady.has(instance.instanceId) && isContainerRunning(instance);
  return { kind: 'not-ready', sinceMs, limitMs: fell ? BAD_STANDS_MS : RECOVERY_MS };
}

function faultEnds(
  { unreadableSinceMs = Infinity, doubt }: ProofProgress,
  fault: Fault,
  nowMs: number,
  { outageToleranceMs }: ProofLimits,
): boolean {
  const stands = doubt?.what === fault.reason && refusalStands(doubt);
  return isFinal(fault) || stands || nowMs - unreadableSinceMs >= outageToleranceMs;
}

/** A round that had to be over, and was not. */
const CUT_SHORT = faultAnswer('DescribeApplicationInstances', 'no-answer', {
  detail: { kind: 'given-up' },
}).fault;

/** The last look is over: what it shows has to do. */
function endOfLastRound(
  { provenSinceMs, unreadableSinceMs = 0 }: ProofProgress,
  { judged, atMs }: SeenRound,
  nowMs: number,
): ProofEnding {
  switch (judged.kind) {
    case 'untold':
      return end('unverified', { kind: 'field-untold', field: judged.field });
    case 'gone':
      return unreadable(judged.fault, nowMs - unreadableSinceMs);
    case 'short': {
      if (looksUpdatedInPlace(judged)) return end('unverified', { kind: 'in-place' });
      const { shortfalls } = judged;
      return end('unhealthy', { kind: 'not-settled', shortfalls, lastedMs: atMs - (provenSinceMs ?? atMs) });
    }
    default:
      // It was proven, and the round that was to show that it still is was not over in time.
      return unreadable(CUT_SHORT, nowMs - atMs);
  }
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
  const { unreadableSinceMs, doubt, seen, tooFewSinceMs } = progress;
  const bads = liveOf(seen?.round.groups ?? []).flatMap(instance => badOf(progress, instance) ?? []);
  const until = (sinceMs: number | undefined, limitMs: number): readonly number[] =>
    sinceMs === undefined ? [] : [sinceMs + limitMs];
  return [
    ...until(unreadableSinceMs, outageToleranceMs),
    ...until(doubt?.sinceMs, DOUBT_STANDS_MS),
    ...until(tooFewSinceMs, RECOVERY_MS),
    ...bads.map(({ sinceMs, limitMs }) => sinceMs + limitMs),
  ];
}

function end(verdict: ProofEnding['verdict'], cause: ProofCause): ProofEnding {
  return { verdict, cause };
}
