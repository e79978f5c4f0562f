import { percentile } from '../statistics.ts';
import { gateWatch } from './gate.ts';
import { optimalCost } from './optimum.ts';
import { randomOf } from './random.ts';
import { FIXED, RIVALS, rivalWatch } from './rivals.ts';
import type { Kind } from './rollouts.ts';
import { pausesMsOf } from './rollouts.ts';
import type { Situation } from './situations.ts';
import { draw, endCdf } from './situations.ts';
import type { Watched } from './watched.ts';
import { CALL_COST_S } from './watched.ts';

/** How somebody did over all draws. */
export interface Figures {
  readonly lagMeanS: number;
  readonly lagP95S: number;
  readonly calls: number;
  /** J: mean lag in s + 0.25 × mean calls. */
  readonly cost: number;
}

/** One line of the benchmark. */
export interface Measured {
  readonly kind: Kind;
  readonly situation: Situation;
  readonly gate: Figures;
  /** By their titles. */
  readonly rivals: ReadonlyMap<string, Figures>;
  readonly optimalCost: number | undefined;
}

/** How often each line is drawn: more often where its figures lie near an aim and are cheap to get. */
export const DRAWS = { usual: 300, close: 1_500 };
const CLOSE_UP_TO_MS = 120_000;
const CLOSE_IN_ONE_BATCH_UP_TO_MS = 300_000;

/** A hang is waited for as long as the gate waits by default; all else until it is over. */
const DEFAULT_TIMEOUT_MS = 1_800_000;
const NO_TIMEOUT_MS = 30 * 86_400_000;

/** Draws rollouts, and has everyone wait for the same ones. */
export async function measure(kind: Kind, situation: Situation): Promise<Measured> {
  const name = `${situation.title}, ${kind.batches} of ${kind.medianMs} with ${kind.pauseMs}`;
  const [random, chance] = [randomOf(name), randomOf(`${name}: chance`)];
  const deadlineMs = situation.ends === 'never' ? DEFAULT_TIMEOUT_MS : NO_TIMEOUT_MS;
  const draws = drawsOf(kind, situation);
  const gates: Watched[] = [];
  const rivals = RIVALS.map(rival => ({ rival, watched: [] as Watched[] }));
  for (let count = 0; count < draws; count++) {
    const drawn = draw(kind, situation, random);
    gates.push(await gateWatch(drawn, deadlineMs, chance));
    for (const { rival, watched } of rivals) {
      watched.push(rivalWatch(rival, drawn.rollout.endMs, deadlineMs, chance));
    }
  }
  const cdf = endCdf(kind, situation);
  return {
    kind,
    situation,
    gate: figuresOf(gates),
    rivals: new Map(rivals.map(({ rival, watched }) => [rival.title, figuresOf(watched)])),
    optimalCost:
      cdf === undefined
        ? undefined
        : optimalCost(cdf, kind.medianMs + pausesMsOf(kind)) + learningCost(situation),
  };
}

/**
 * Who knows the past has asked for it, by a call after the first look. Its answer comes before anyone may look
 * again, so that nothing has to be decided without it.
 */
function learningCost({ pastRollouts }: Situation): number {
  return pastRollouts > 0 ? CALL_COST_S : 0;
}

function drawsOf({ batches, medianMs }: Kind, { ends }: Situation): number {
  const closeUpToMs = batches === 1 ? CLOSE_IN_ONE_BATCH_UP_TO_MS : CLOSE_UP_TO_MS;
  return medianMs <= closeUpToMs && ends !== 'never' ? DRAWS.close : DRAWS.usual;
}

/** J of a rival. */
export function rivalCost({ rivals }: Measured, title: string): number {
  return rivals.get(title)?.cost ?? Number.NaN;
}

/** The least J of those that look every so many seconds. */
export function bestFixedCost(measured: Measured): number {
  return Math.min(...FIXED.map(({ title }) => rivalCost(measured, title)));
}

function figuresOf(watched: readonly Watched[]): Figures {
  const lagsS = watched.map(({ lagMs }) => lagMs / 1_000);
  const lagMeanS = mean(lagsS);
  const calls = mean(watched.map(one => one.calls));
  return { lagMeanS, lagP95S: percentile(lagsS, 95), calls, cost: lagMeanS + CALL_COST_S * calls };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
