import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BROKEN_GATES } from './broken-gates.ts';
import type { Kind } from './explore.ts';
import { KINDS } from './explore.ts';
import { complaints } from './judge.ts';
import { runWorld } from './run-world.ts';
import type { World } from './world.ts';

/** So many worlds have to be enough to find out a gate that is broken. */
const MOST_WORLDS = 2_500;
const SEED = 42;

const SAMPLES = new Map<Kind, readonly World[]>();

function samplesOf(kind: Kind): readonly World[] {
  const worlds = SAMPLES.get(kind) ?? fc.sample<World>(KINDS[kind], { numRuns: MOST_WORLDS, seed: SEED });
  SAMPLES.set(kind, worlds);
  return worlds;
}

describe('the worlds find out a gate that', () => {
  test.each(Object.entries(BROKEN_GATES))('%s', async (_, { breakage, kind, complaint }) => {
    const found: string[] = [];
    for (const world of samplesOf(kind)) {
      found.push(...complaints(world, await runWorld(world, breakage)));
      if (found.some(one => complaint.test(one))) break;
    }
    expect(found.filter(one => complaint.test(one))).not.toStrictEqual([]);
  });
});
