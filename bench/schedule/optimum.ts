import { BOUNDS } from './gate.ts';
import { CALL_COST_S } from './watched.ts';

/** The chance that a rollout is over after so many ms. */
export type Cdf = (ms: number) => number;

/** The grid is finer for short rollouts; a whole number of steps fits into each bound. */
const COARSEST_STEP_MS = 500;
const STEPS_IN_ROLLOUT = 600;
/** What comes less often than this cannot change the result. */
const NEGLIGIBLE = 1e-6;

/**
 * The least J (mean lag in s + 0.25 × mean calls) with which anyone can wait for a rollout whose end has
 * this distribution, if the first look is made at 0 and all waits keep the gate's bounds. By dynamic
 * programming on a grid, backwards: from each moment at which the rollout may still go on, the best next
 * look. It knows how likely the end is at each moment, and it sees nothing but the end: no batches.
 */
export function optimalCost(cdf: Cdf, medianMs: number): number {
  const stepMs = stepMsFor(medianMs);
  const [shortest, longest] = [BOUNDS.minMs / stepMs, BOUNDS.maxMs / stepMs];
  const { over, overSum } = tabulated(cdf, stepMs, longest);
  const costs = new Float64Array(over.length);
  for (let from = over.length - 1 - longest; from >= 0; from--) {
    const overNow = at(over, from);
    let best = Infinity;
    for (let wait = shortest; wait <= longest; wait++) {
      const to = from + wait;
      const lagSteps = at(overSum, to) - at(overSum, from) - wait * overNow;
      best = Math.min(best, (lagSteps * stepMs) / 1_000 + at(costs, to));
    }
    costs[from] = CALL_COST_S * (1 - overNow) + best;
  }
  return CALL_COST_S + at(costs, 0);
}

function stepMsFor(medianMs: number): number {
  const wantedMs = Math.min(COARSEST_STEP_MS, medianMs / STEPS_IN_ROLLOUT);
  return BOUNDS.minMs / Math.ceil(BOUNDS.minMs / wantedMs);
}

/** The chance that it is over at each step, and the integral of that up to each, counted in steps. */
function tabulated(
  cdf: Cdf,
  stepMs: number,
  longest: number,
): { readonly over: Float64Array; readonly overSum: Float64Array } {
  let steps = 1;
  while (cdf(steps * stepMs) < 1 - NEGLIGIBLE) steps = Math.ceil(steps * 1.1);
  const over = Float64Array.from({ length: steps + longest + 1 }, (_, step) => cdf(step * stepMs));
  const overSum = new Float64Array(over.length);
  for (let step = 1; step < over.length; step++) {
    overSum[step] = at(overSum, step - 1) + (at(over, step - 1) + at(over, step)) / 2;
  }
  return { over, overSum };
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}
