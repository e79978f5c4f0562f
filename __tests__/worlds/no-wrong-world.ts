import { expect } from '@jest/globals';
import type { Kind } from './explore.ts';
import { explore, greenShare, tallyOf } from './explore.ts';

/**
 * The worlds of the tests are always the same, so that a change is judged by what it changes; new ones are
 * looked for with `npm run test:worlds`.
 */
const SEED = 20_261_122;

/** Expects that nothing is wrong with any world, and that enough of them are green to mean something. */
export async function expectNoWrongWorld(kind: Kind, runs: number, leastGreenShare: number): Promise<void> {
  const explored = await explore({ kind, runs, seed: SEED });
  process.stderr.write(`${kind}: ${tallyOf(explored)}\n`);
  expect(explored.failure).toBeUndefined();
  expect(greenShare(explored)).toBeGreaterThanOrEqual(leastGreenShare);
  expect([...explored.verdicts.values()].reduce((sum, count) => sum + count, 0)).toBe(runs);
}
