import type { Known } from './known.ts';
import { isLength } from './known.ts';

/** The mean of the natural logarithms of values above zero; 0 for none. Pure. */
export function logMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.log(value), 0) / Math.max(1, values.length);
}

/** The middle of values above zero by their ratios: half of 8 and 2 is 4. `undefined` for none. Pure. */
export function geometricMean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.exp(logMean(values));
}

/** The one in the middle, or half-way between the two; `NaN` for none. Pure. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** A guess at how long something takes, and its prior weight. */
export interface Guess {
  readonly medianMs: number;
  readonly weight: number;
}

/**
 * Guesses that differ only in their median. Each is log-logistic: the odds that it is over after t are
 * (t / median) ^ shape. The shape says how sure the guesses are. Far beyond the median the hazard
 * falls like shape / t: the longer it has lasted, the longer it may last.
 */
export interface Guesses {
  /** When the time begins to count, by the monotonic clock. */
  readonly originMs: number;
  readonly shape: number;
  readonly referenceMs: number;
  /** For each guess its weight, and its odds when the reference time has passed. */
  readonly each: readonly { readonly weight: number; readonly odds: number }[];
}

/** What guesses say about one moment. */
export interface Outlook {
  /** The sum of their weights, each times the chance that it is not over yet. */
  readonly going: number;
  /** What part of `going` ends in each ms. */
  readonly endingPerMs: number;
}

/** A logistic distribution of ln t has about the spread of a normal one with this over the shape. */
const NORMAL_LIKENESS = 1.7;

/** The shape of guesses that are right to a factor of e ^ ±`deviation` in two of three cases. Pure. */
export function shapeOf(deviation: number): number {
  return NORMAL_LIKENESS / deviation;
}

/** Pure. All medians and the shape are above zero. */
export function guessesFrom(originMs: number, shape: number, guesses: readonly Guess[]): Guesses {
  const referenceMs = guesses[0]?.medianMs ?? 1;
  const each = guesses.map(({ medianMs, weight }) => ({
    weight,
    odds: Math.min(GREATEST_ODDS, Math.max(1 / GREATEST_ODDS, (referenceMs / medianMs) ** shape)),
  }));
  return { originMs, shape, referenceMs, each };
}

/** Odds as good as endless; two of them can still be multiplied, with each other and with their inverse. */
const GREATEST_ODDS = 1e150;

/** Pure; finite at every time. */
export function outlookAt({ originMs, shape, referenceMs, each }: Guesses, atMs: number): Outlook {
  const ageMs = Math.max(0, atMs - originMs);
  const scale = Math.min(GREATEST_ODDS, (ageMs / referenceMs) ** shape);
  let going = 0;
  let ending = 0;
  for (const { weight, odds } of each) {
    const notOver = 1 / (1 + scale * odds);
    going += weight * notOver;
    ending += weight * notOver * (1 - notOver);
  }
  return { going, endingPerMs: ageMs === 0 ? 0 : (shape * ending) / ageMs };
}

/** What past rollouts say about this one. */
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

/** When an order may end, by all that is known of it at one moment. */
export interface Forecast {
  /** What its history and its own batches say; nothing where there are neither. */
  readonly informed: readonly Guesses[];
  /** It may be otherwise: a broad guess, which always keeps some weight. */
  readonly broad: Guesses;
  /** What may happen at any moment, a failure above all. */
  readonly surprisesPerMs: number;
}

/** 90 s are usual for a small application, 5 to 10 min in scripts: the middle, if nothing is known. */
const COMMON_MS = 160_000;
/** What goes unusually mostly fails, and early: half-way between the usual and this. */
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

/** What part of all orders that have lasted so long ends in each ms: the hazard. Pure, and above zero. */
export function hazardPerMs({ informed, broad, surprisesPerMs }: Forecast, atMs: number): number {
  let { going, endingPerMs } = outlookAt(broad, atMs);
  for (const guesses of informed) {
    const outlook = outlookAt(guesses, atMs);
    going += outlook.going;
    endingPerMs += outlook.endingPerMs;
  }
  return endingPerMs / going + surprisesPerMs;
}

/** How long all batches together take: like the first ones, otherwise as in the past. */
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
  // A batch that runs for longer than guessed delays the ones after it, and refutes the guess.
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

/** When the current batch began, or the next one begins. */
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
