import type { Forecast } from './forecast.ts';
import { forecastOf, median, outlookAt } from './forecast.ts';
import type { Known } from './known.ts';
import { LONGEST_MS, isLength } from './known.ts';

/** How far an order is, for people. Unknown values are `undefined`. */
export interface Estimate {
  /** From 0 to 0.99: never whole before the end. By the number of batches if their lengths are unknown. */
  readonly fractionDone: number | undefined;
  /** As likely to be less as to be more. */
  readonly remainingMs: number | undefined;
  /** Half of the past rollouts took less. */
  readonly usualMs: number | undefined;
  /** It has lasted longer than each of this many past rollouts. */
  readonly longerThanAny: number | undefined;
}

/** Fewer past rollouts do not show what is usual. */
const LEAST_PAST = 3;
/** What the history and the batches say is shown while it is at least this likely to hold. */
const LEAST_BELIEF = 0.3;
const MOST_DONE = 0.99;
const ROUNDING_MS = 100;

/** From the same knowledge as the schedule. Pure and total. */
export function estimateOf(known: Known, nowMs: number): Estimate {
  const { batchCount, batchesDone, stage } = known;
  const pastMs = known.pastMs.filter(isLength);
  const enoughPast = pastMs.length >= LEAST_PAST;
  const isInformed = enoughPast || known.batchesMs.some(isLength);
  const usualMs = enoughPast ? median(pastMs) : undefined;
  if (stage.kind === 'unseen') {
    return { fractionDone: undefined, remainingMs: undefined, usualMs, longerThanAny: undefined };
  }
  const elapsedMs = Math.max(0, nowMs - known.beganMs);
  const awaitsPerson = stage.kind === 'awaiting-person';
  const remainingMs = isInformed && !awaitsPerson ? remainingMsOf(known, nowMs) : undefined;
  // If more was known and it goes differently, the mere number would be a step back.
  const counts = batchCount > 1 && batchesDone > 0 && (awaitsPerson || !isInformed);
  const byNumber = counts ? batchesDone / batchCount : undefined;
  const doneMs = workedMs(known, nowMs);
  const fraction = remainingMs === undefined ? byNumber : doneMs / (doneMs + remainingMs);
  return {
    fractionDone: fraction === undefined ? undefined : Math.min(MOST_DONE, fraction),
    remainingMs,
    usualMs,
    longerThanAny: enoughPast && pastMs.every(ms => ms < elapsedMs) ? pastMs.length : undefined,
  };
}

/**
 * How long the order has worked and paused as planned: waiting for a person is no progress, and would make
 * the share drop with the next such wait.
 */
function workedMs(known: Known, nowMs: number): number {
  const { beganMs, batchesDone, pauseMs, stage } = known;
  const elapsedMs = Math.max(0, nowMs - beganMs);
  const batchesMs = known.batchesMs.filter(isLength);
  if (stage.kind !== 'working' || batchesDone === 0 || batchesMs.length < batchesDone) return elapsedMs;
  const batchesWorkedMs = batchesMs.reduce((sum, ms) => sum + ms, 0);
  const stageMs = Math.max(0, nowMs - stage.sinceMs);
  return Math.min(elapsedMs, batchesWorkedMs + batchesDone * pauseMs + stageMs);
}

function remainingMsOf(known: Known, nowMs: number): number | undefined {
  const forecast = forecastOf(known, nowMs);
  const going = informedGoing(forecast, nowMs);
  const believed = going / (going + outlookAt(forecast.broad, nowMs).going);
  if (!(believed >= LEAST_BELIEF)) return undefined;
  const isHalf = (afterMs: number): boolean => informedGoing(forecast, nowMs + afterMs) <= going / 2;
  let beyondMs = 1_000;
  while (!isHalf(beyondMs)) {
    if (beyondMs > LONGEST_MS) return undefined;
    beyondMs *= 2;
  }
  let withinMs = 0;
  while (beyondMs - withinMs > ROUNDING_MS) {
    const middleMs = (withinMs + beyondMs) / 2;
    if (isHalf(middleMs)) beyondMs = middleMs;
    else withinMs = middleMs;
  }
  return Math.ceil(beyondMs);
}

/** How likely it is, by the history and the batches alone, that the order is still running then. */
function informedGoing({ informed }: Forecast, atMs: number): number {
  return informed.reduce((sum, guesses) => sum + outlookAt(guesses, atMs).going, 0);
}
