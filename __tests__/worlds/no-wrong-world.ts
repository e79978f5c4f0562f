import { expect } from '@jest/globals';
import type { Explored, Kind } from './explore.ts';
import { explore, greenShare, tallyOf } from './explore.ts';

/** These worlds are always the same, so that a change is judged by what it changes. */
const SEED = 20_261_122;

/** Worlds of a seed of its own for each run of the tests, so that no fault hides beside the fixed ones. */
const FRESH_SHARE = 0.2;

/**
 * Expects that nothing is wrong with any world, fixed or fresh, and that enough of them are green to mean
 * something. A failure says how its world can be seen again; the fresh seed is printed in any case.
 */
export async function expectNoWrongWorld(kind: Kind, runs: number, leastGreenShare: number): Promise<void> {
  expectGood(await told(kind, runs, SEED), runs, leastGreenShare);
  const fresh = Math.ceil(runs * FRESH_SHARE);
  // Of few worlds fewer may be green by chance.
  expectGood(await told(kind, fresh, freshSeed()), fresh, leastGreenShare === 1 ? 1 : leastGreenShare / 2);
}

function freshSeed(): number {
  return Math.floor(Math.random() * 2 ** 31);
}

async function told(kind: Kind, runs: number, seed: number): Promise<Explored> {
  // Before anything can go wrong: a run that dies has said with what.
  process.stderr.write(`${kind}: ${runs} worlds, seed ${seed}\n`);
  const explored = await explore({ kind, runs, seed });
  process.stderr.write(`${kind}, seed ${seed}: ${tallyOf(explored)}\n`);
  return explored;
}

function expectGood(explored: Explored, runs: number, leastGreenShare: number): void {
  expect(explored.failure).toBeUndefined();
  expect(greenShare(explored)).toBeGreaterThanOrEqual(leastGreenShare);
  expect([...explored.verdicts.values()].reduce((sum, count) => sum + count, 0)).toBe(runs);
}
