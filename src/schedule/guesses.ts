/** The mean of the natural logarithms of values above zero; 0 of none. Pure. */
export function logMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.log(value), 0) / Math.max(1, values.length);
}

/** The middle of values above zero by their ratios: half of 8 and 2 is 4. `undefined` of none. Pure. */
export function geometricMean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.exp(logMean(values));
}

/** The one in the middle, or half-way between the two; `NaN` of none. Pure. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** A guess at how long something takes, and how far it is believed beforehand. */
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
