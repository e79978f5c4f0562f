import type { Forecast } from './forecast.ts';
import { forecastOf, hazardPerMs } from './forecast.ts';
import { pauseAfter } from '../rollout/fault.ts';
import type { Limits } from '../rollout/judge.ts';
import { aimsMsOf } from '../rollout/judge.ts';
import type { Progress } from '../rollout/progress.ts';
import type { Known, TwoClocks } from './known.ts';
import { knownOf } from './known.ts';

/** The shortest and the longest wait between two polls; both above zero. */
export interface WaitBounds {
  readonly minMs: number;
  readonly maxMs: number;
}

/** What the schedule of an order depends on, besides what its polls show. */
export interface WaitCourse {
  readonly limits: Limits;
  readonly bounds: WaitBounds;
  /** How long the last rollouts of the same application and type took. */
  readonly pastMs: readonly number[];
}

/** When to poll an undecided order again. Pure. */
export function waitAfter(progress: Progress, now: TwoClocks, { limits, bounds, pastMs }: WaitCourse) {
  const known = knownOf(progress, pastMs, now);
  const { last } = progress;
  return {
    kind: 'wait',
    plannedMs: plannedWaitMs(known, now.nowMs, bounds),
    aimsMs: [...aimsMsOf(progress, limits), ...plannedAimsMs(known)],
    ...pauseAfter(last?.kind === 'faulty' ? last.fault : undefined),
  } as const;
}

/** The price of a poll, in ms of noticing the end late: four polls are worth a second. */
const LOOK_COST_MS = 250;

/**
 * A pause is polled for failures at least this often. Pauses are whole minutes: each has two polls and the
 * one at its end. More would cost successful rollouts more than failing ones gain.
 */
const PAUSE_STEP_MS = 21_000;

/** How long after the end of a pause SAE is seen to have continued. */
const PAUSE_OVER_MS = 1_000;

/**
 * How long to wait until the next poll, always within the bounds. Polling every τ while the hazard is h costs
 * LOOK_COST / τ in polls and h · τ / 2 in lag for each ms, which is least for τ = √(2 · LOOK_COST / h). The
 * hazard changes on the way: the next poll is due when the integral of 1 / τ over the wait has come to 1.
 * Pure.
 */
export function plannedWaitMs(known: Known, nowMs: number, bounds: WaitBounds): number {
  const { unreadableSinceMs } = known;
  const waitMs =
    unreadableSinceMs === undefined
      ? stageWaitMs(known, nowMs, bounds)
      : soonAgainMs(unreadableSinceMs, nowMs, bounds);
  return Math.min(bounds.maxMs, Math.max(bounds.minMs, waitMs));
}

/** Moments at which a poll shows something that the hazard of the end does not cover. Pure. */
export function plannedAimsMs({ stage }: Known): readonly number[] {
  return stage.kind === 'pausing' && stage.untilMs !== undefined ? [stage.untilMs + PAUSE_OVER_MS] : [];
}

function stageWaitMs(known: Known, nowMs: number, bounds: WaitBounds): number {
  const { stage, unsettledSinceMs } = known;
  switch (stage.kind) {
    case 'unseen':
      return soonAgainMs(unsettledSinceMs ?? nowMs, nowMs, bounds);
    case 'working':
      return workingWaitMs(known, nowMs, bounds);
    case 'pausing':
      return nowMs < (stage.untilMs ?? Infinity)
        ? pausingWaitMs(stage, nowMs, bounds)
        : workingWaitMs(known, nowMs, bounds);
    case 'awaiting-person':
      return bounds.maxMs;
  }
}

/** Evenly until the end of the pause, where a poll is planned: only a failure can be seen before. */
function pausingWaitMs(
  { untilMs }: { readonly untilMs: number | undefined },
  nowMs: number,
  { maxMs }: WaitBounds,
): number {
  if (untilMs === undefined) return maxMs;
  const leftMs = untilMs + PAUSE_OVER_MS - nowMs;
  const looks = Math.ceil(leftMs / Math.min(maxMs, PAUSE_STEP_MS));
  return looks > 1 ? leftMs / looks : maxMs;
}

function workingWaitMs(known: Known, nowMs: number, bounds: WaitBounds): number {
  const { unsettledSinceMs } = known;
  const waitMs = hazardWaitMs(forecastOf(known, nowMs), nowMs, bounds);
  if (unsettledSinceMs === undefined) return waitMs;
  return Math.min(waitMs, soonAgainMs(unsettledSinceMs, nowMs, bounds));
}

function hazardWaitMs(forecast: Forecast, nowMs: number, { minMs, maxMs }: WaitBounds): number {
  let waitMs = 0;
  let due = 0;
  while (waitMs < maxMs) {
    const stepMs = Math.max(1, minMs / 2, waitMs / 5);
    const hazard = hazardPerMs(forecast, nowMs + waitMs + stepMs / 2);
    const dueInStep = stepMs * Math.sqrt(hazard / (2 * LOOK_COST_MS));
    if (due + dueInStep >= 1) return waitMs + (stepMs * (1 - due)) / dueInStep;
    due += dueInStep;
    waitMs += stepMs;
  }
  return maxMs;
}

/** Soon at first, then half as long again each time: what has lasted a while may last as long again. */
function soonAgainMs(sinceMs: number, nowMs: number, { minMs }: WaitBounds): number {
  return minMs + Math.max(0, nowMs - sinceMs) / 2;
}
