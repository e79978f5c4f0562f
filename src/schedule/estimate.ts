import type { Forecast } from './forecast.ts';
import { forecastOf } from './forecast.ts';
import { outlookAt } from './guesses.ts';
import type { Known } from './known.ts';

/** What people are told of how far an order is. What nobody can tell is `undefined`. */
export interface Estimate {
  /** From 0 to 0.99: never whole before the end. By the number of batches where their lengths are unknown. */
  readonly fractionDone: number | undefined;
  /** As likely to be less as to be more. */
  readonly remainingMs: number | undefined;
  /** Half of the past rollouts took less. */
  readonly usualMs: number | undefined;
  /** It has lasted longer than any of so many past rollouts. */
  readonly longerThanAny: number | undefined;
}

/** So few past rollouts do not say what is usual. */
const LEAST_PAST = 3;
/** What the history and the batches say is told while it is at least so likely that it holds. */
const LEAST_BELIEF = 0.3;
const MOST_DONE = 0.99;

/** From the same knowledge as the schedule. Pure and total. */
export function estimateOf(known: Known, nowMs: number): Estimate {
  const { batchCount, batchesDone, stage } = known;
  const pastMs = known.pastMs.filter(ms => ms > 0 && Number.isFinite(ms));
  const told = pastMs.length >= LEAST_PAST;
  const usualMs = told ? middle(pastMs) : undefined;
  if (stage.kind === 'unseen') {
    return { fractionDone: undefined, remainingMs: undefined, usualMs, longerThanAny: undefined };
  }
  const elapsedMs = Math.max(0, nowMs - known.beganMs);
  const remainingMs = stage.kind === 'awaiting-person' ? undefined : remainingMsOf(known, nowMs);
  // Where more was known, and it goes otherwise, the mere number would be a step back.
  const counts = batchCount > 1 && (stage.kind === 'awaiting-person' || !isInformed(known));
  const byNumber = counts ? batchesDone / batchCount : undefined;
  const fraction = remainingMs === undefined ? byNumber : elapsedMs / (elapsedMs + remainingMs);
  return {
    fractionDone: fraction === undefined ? undefined : Math.min(MOST_DONE, fraction),
    remainingMs,
    usualMs,
    longerThanAny: told && elapsedMs > Math.max(...pastMs) ? pastMs.length : undefined,
  };
}

function isInformed({ pastMs, batchesMs }: Known): boolean {
  return pastMs.length + batchesMs.length > 0;
}

function remainingMsOf(known: Known, nowMs: number): number | undefined {
  const forecast = forecastOf(known, nowMs);
  const going = informedGoing(forecast, nowMs);
  const believed = going / (going + outlookAt(forecast.broad, nowMs).going);
  if (!(believed >= LEAST_BELIEF)) return undefined;
  let beyondMs = 1_000;
  while (informedGoing(forecast, nowMs + beyondMs) > going / 2) beyondMs *= 2;
  let withinMs = 0;
  while (beyondMs - withinMs > 100) {
    const middleMs = (withinMs + beyondMs) / 2;
    if (informedGoing(forecast, nowMs + middleMs) > going / 2) withinMs = middleMs;
    else beyondMs = middleMs;
  }
  return Math.ceil(beyondMs);
}

/** How likely it is, by the history and the batches alone, that the order still goes on then. */
function informedGoing({ informed }: Forecast, atMs: number): number {
  return informed.reduce((sum, guesses) => sum + outlookAt(guesses, atMs).going, 0);
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
