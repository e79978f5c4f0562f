import type { Guesses } from './guesses.ts';
import { guessesFrom, outlookAt, shapeOf } from './guesses.ts';
import type { History } from './history.ts';
import { historyOf } from './history.ts';
import type { Known } from './known.ts';
import { geometricMean } from './logarithms.ts';
import type { Paces } from './paces.ts';
import { BATCH_DEVIATION, BATCH_WORTH, pacesOf } from './paces.ts';
import { isLength } from './rollout-length.ts';

/** When an order may end, by all that is known of it at one moment. */
export interface Forecast {
  /** What its history and its own batches say; nothing where there are neither. */
  readonly informed: readonly Guesses[];
  /** It may be otherwise: a broad guess, which always keeps some weight. */
  readonly broad: Guesses;
  /** What may happen at any moment, a failure above all. */
  readonly surprisesPerMs: number;
}

/** 90 s are usual for a small application, 5 to 10 min in scripts: the middle, where nothing is known. */
const COMMON_MS = 160_000;
/** What goes otherwise than usual mostly goes wrong, and early: half-way between the usual and this. */
const EARLY_MS = 75_000;
const BROAD_SHAPE = 2;
/** How many rollouts of the past the broad guess is worth. */
const BROAD_WORTH = 5;
/** How many surprises the time of the broad guess has, for one batch; for more it grows with their root. */
const SURPRISES = 0.063;

/** When an order may end, by all that is known of it at `nowMs`; all times by the monotonic clock. Pure. */
export function forecastOf(known: Known, nowMs: number): Forecast {
  const { pastMs, batchCount, batchesDone, pauseMs, beganMs } = known;
  const history = historyOf(pastMs, (batchCount - 1) * pauseMs);
  const batchesMs = known.batchesMs.filter(isLength);
  const workMs = usualWorkMs(history, batchCount, batchesMs);
  const otherwiseMs = workMs === undefined ? COMMON_MS : Math.sqrt(workMs * EARLY_MS);
  const worth = history.workMs.length + BATCH_WORTH * batchesMs.length;
  const broadWeight = BROAD_WORTH / (BROAD_WORTH + worth);
  const broad = [{ medianMs: otherwiseMs, weight: broadWeight }];
  const paces = pacesOf(history, batchCount, batchesMs);
  const surprises = workMs === undefined ? 0 : SURPRISES * Math.sqrt(batchCount);
  return {
    informed: paces.map(these => restOf(these, 1 - broadWeight, known, nowMs)),
    broad: guessesFrom(beganMs + Math.min(batchesDone, batchCount - 1) * pauseMs, BROAD_SHAPE, broad),
    surprisesPerMs: surprises / Math.max(otherwiseMs, nowMs - stageBeganMs(known, nowMs)),
  };
}

/** What part of all orders that have come so far ends in each ms: the hazard. Pure, and above zero. */
export function hazardPerMs({ informed, broad, surprisesPerMs }: Forecast, atMs: number): number {
  let { going, endingPerMs } = outlookAt(broad, atMs);
  for (const guesses of informed) {
    const outlook = outlookAt(guesses, atMs);
    going += outlook.going;
    endingPerMs += outlook.endingPerMs;
  }
  return endingPerMs / going + surprisesPerMs;
}

/** How long all batches together work: as the first ones did, else as in the past. */
function usualWorkMs(
  { workMs }: History,
  batchCount: number,
  batchesMs: readonly number[],
): number | undefined {
  const paceMs = geometricMean(batchesMs);
  return paceMs === undefined ? geometricMean(workMs) : batchCount * paceMs;
}

/** When the order ends if its batches take so long, counted from the one that runs or comes next. */
function restOf({ deviation, guesses }: Paces, share: number, known: Known, nowMs: number): Guesses {
  const { batchCount, batchesDone, pauseMs, beganMs } = known;
  const left = Math.max(1, batchCount - batchesDone);
  const restBeganMs = batchesDone === 0 ? beganMs : stageBeganMs(known, nowMs);
  // A batch that runs for longer than guessed puts off those that come after it, and refutes the guess.
  const leastMs = left > 1 ? Math.max(0, nowMs - restBeganMs) : 0;
  const batchShape = shapeOf(Math.hypot(deviation, BATCH_DEVIATION));
  const rest = guesses.map(({ medianMs, weight }) => ({
    medianMs: Math.max(medianMs, leastMs) + (left - 1) * medianMs,
    weight: (weight * share) / (1 + (leastMs / medianMs) ** batchShape),
  }));
  const batchDeviation = batchesDone === 0 ? 0 : BATCH_DEVIATION / Math.sqrt(left);
  const shape = shapeOf(Math.hypot(deviation, batchDeviation));
  return guessesFrom(restBeganMs + (left - 1) * pauseMs, shape, rest);
}

/** When the batch that runs began, or the next one begins. */
function stageBeganMs({ stage }: Known, nowMs: number): number {
  switch (stage.kind) {
    case 'working':
      return stage.sinceMs;
    case 'pausing':
      return Math.max(stage.untilMs ?? nowMs, nowMs);
    case 'unseen':
    case 'awaiting-person':
      return nowMs;
  }
}
