import { normalCdf } from './normal-distribution.ts';
import type { Cdf } from './optimum.ts';
import type { Random } from './random.ts';
import type { Kind, Rollout } from './rollouts.ts';
import { drawWorkMs, failing, failingAtWork, hanging, pausesMsOf, succeeding } from './rollouts.ts';

/** How a rollout and the history of its application go together. */
export interface Situation {
  readonly title: string;
  /** How far the rollouts differ: the deviation of the natural logarithm of the time that they work. */
  readonly deviation: number;
  readonly pastRollouts: number;
  /** How many times as long as those before it this one takes, or would take. */
  readonly factor: number;
  readonly ends: 'success' | 'failure' | 'failure-at-work' | 'never';
}

const STABLE = 0.1;
const LOOSE = 0.35;
/** As many as the gate learns from. */
const PAST_ROLLOUTS = 20;

const stable = { deviation: STABLE, pastRollouts: PAST_ROLLOUTS, factor: 1, ends: 'success' } as const;

export const SITUATIONS = {
  stable: { ...stable, title: 'stable history' },
  loose: { ...stable, title: 'loose history', deviation: LOOSE },
  none: { ...stable, title: 'no history', deviation: LOOSE, pastRollouts: 0 },
  longer: { ...stable, title: 'takes 3 × as long', factor: 3 },
  shorter: { ...stable, title: 'takes 0.3 × as long', factor: 0.3 },
  failure: { ...stable, title: 'fails at any moment', ends: 'failure' },
  failureAtWork: { ...stable, title: 'fails, in no pause', ends: 'failure-at-work' },
  hang: { ...stable, title: 'hangs for 30 min', ends: 'never' },
} as const satisfies Record<string, Situation>;

/** What is drawn: a rollout, and how long those before it took. */
export interface Draw {
  readonly rollout: Rollout;
  readonly pastMs: readonly number[];
}

export function draw(kind: Kind, situation: Situation, random: Random): Draw {
  const { deviation, pastRollouts, factor, ends } = situation;
  const pastMs = Array.from({ length: pastRollouts }, () =>
    toldMs(drawWorkMs(kind, deviation, random) + pausesMsOf(kind), random),
  );
  const workMs = factor * drawWorkMs(kind, deviation, random);
  const make = { success: succeeding, failure: failing, 'failure-at-work': failingAtWork, never: hanging };
  return { rollout: make[ends](kind, workMs, random), pastMs };
}

/** CreateTime and FinishTime are told in whole seconds. */
function toldMs(lengthMs: number, random: Random): number {
  const createdMs = random() * 1_000;
  return Math.floor((createdMs + lengthMs) / 1_000) * 1_000;
}

/** How likely such a rollout is over at each time; `undefined` where the optimum has no meaning. */
export function endCdf(kind: Kind, { deviation, factor, ends }: Situation): Cdf | undefined {
  const medianMs = factor * kind.medianMs;
  const pausesMs = pausesMsOf(kind);
  switch (ends) {
    case 'success':
      return ms => (ms <= pausesMs ? 0 : normalCdf(Math.log((ms - pausesMs) / medianMs) / deviation));
    case 'failure':
      return failureCdf(medianMs, deviation, pausesMs);
    case 'failure-at-work':
    case 'never':
      return undefined;
  }
}

/** Uniform up to the length that the rollout would have had: the mean over those lengths. */
function failureCdf(medianMs: number, deviation: number, pausesMs: number): Cdf {
  const lengths = Array.from({ length: 41 }, (_, index) => {
    const z = (index - 20) / 5;
    return { ms: medianMs * Math.exp(deviation * z) + pausesMs, weight: Math.exp(-0.5 * z * z) };
  });
  const total = lengths.reduce((sum, { weight }) => sum + weight, 0);
  return at => lengths.reduce((sum, { ms, weight }) => sum + weight * Math.min(1, at / ms), 0) / total;
}
