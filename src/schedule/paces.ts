import type { Guess } from './guesses.ts';
import type { History } from './history.ts';
import { logMean } from './logarithms.ts';

/** Guesses at how long a batch of this order takes, all equally wide. */
export interface Paces {
  readonly deviation: number;
  readonly guesses: readonly Guess[];
}

/** How far the batches of one rollout differ: the deviation of their natural logarithms. */
export const BATCH_DEVIATION = 0.15;
/** How many rollouts of the past a finished batch of this one is worth. */
export const BATCH_WORTH = 5;
/** How dense the logarithms of lengths lie where nothing is known of them: between 3 s and 7 min, evenly. */
const UNKNOWN_DENSITY = 0.2;

/**
 * One guess for each rollout of the past, believed as far as the finished batches bear it out, and one
 * that the rest goes as they did. The weights sum to 1; nothing where nothing is known. Pure.
 */
export function pacesOf(
  history: History,
  batchCount: number,
  batchesMs: readonly number[],
): readonly Paces[] {
  const { length: done } = batchesMs;
  const ownDeviation = BATCH_DEVIATION / Math.sqrt(Math.max(1, done));
  const ownLog = logMean(batchesMs);
  const deviation = Math.hypot(history.deviation, ownDeviation);
  const past = history.workMs.map(workMs => {
    const medianMs = workMs / batchCount;
    return { medianMs, weight: done === 0 ? 1 : density(Math.log(medianMs) - ownLog, deviation) };
  });
  const own =
    done === 0 ? [] : [{ medianMs: Math.exp(ownLog), weight: BATCH_WORTH * done * UNKNOWN_DENSITY }];
  return normed([
    { deviation: history.deviation, guesses: past },
    { deviation: ownDeviation, guesses: own },
  ]);
}

function normed(paces: readonly Paces[]): readonly Paces[] {
  const total = paces.flatMap(({ guesses }) => guesses).reduce((sum, { weight }) => sum + weight, 0);
  return paces
    .filter(({ guesses }) => guesses.length > 0)
    .map(({ deviation, guesses }) => ({
      deviation,
      guesses: guesses.map(({ medianMs, weight }) => ({ medianMs, weight: weight / total })),
    }));
}

/** Of the normal distribution. */
function density(difference: number, deviation: number): number {
  return Math.exp(-0.5 * (difference / deviation) ** 2) / (deviation * Math.sqrt(2 * Math.PI));
}
