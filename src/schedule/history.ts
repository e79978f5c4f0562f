import { logMean } from './logarithms.ts';
import { isLength } from './rollout-length.ts';

/** What the rollouts of the past tell about this one. */
export interface History {
  /** How long each of them worked, in ms, without the pauses that SAE makes by itself. */
  readonly workMs: readonly number[];
  /** The deviation (of the natural logarithm) of a guess that this one takes as long as one of them. */
  readonly deviation: number;
}

/** How far the rollouts of one application differ, before any is known, and how many this is worth. */
const USUAL_DEVIATION = 0.2;
const USUAL_WORTH = 1;
/** A guess around each of n rollouts is this times n ^ -1/5 times as wide as they differ: so they join up. */
const WIDTH = 0.85;
const LEAST_DEVIATION = 0.03;

/** `pausesMs` is how long this order will pause; a past one that took hardly as long had no such pauses. Pure. */
export function historyOf(pastMs: readonly number[], pausesMs: number): History {
  const workMs = pastMs.filter(isLength).map(ms => (ms > 1.25 * pausesMs ? ms - pausesMs : ms));
  const count = Math.max(1, workMs.length);
  const deviation = WIDTH * count ** -0.2 * deviationAmong(workMs);
  return { workMs, deviation: Math.max(LEAST_DEVIATION, deviation) };
}

function deviationAmong(workMs: readonly number[]): number {
  const mean = logMean(workMs);
  const squares = workMs.reduce((sum, ms) => sum + (Math.log(ms) - mean) ** 2, 0);
  const freedom = Math.max(0, workMs.length - 1);
  return Math.sqrt((USUAL_WORTH * USUAL_DEVIATION ** 2 + squares) / (USUAL_WORTH + freedom));
}
