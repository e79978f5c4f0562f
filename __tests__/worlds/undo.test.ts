import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WorldRun } from './run-world.ts';
import { runWorld } from './run-world.ts';
import type { UndoWorld } from './undo-worlds.ts';
import { ANY_WORLDS_TO_UNDO, UndoRun, WORLDS_TO_UNDO, complaintsOf, complaintsOfAny } from './undo-worlds.ts';

/** These worlds are always the same; besides, some are of a seed of their own for each run of the tests. */
const SEED = 20_261_126;

async function runOf(undo: UndoWorld): Promise<{ readonly run: UndoRun; readonly told: WorldRun }> {
  const run = new UndoRun(undo);
  const told = await runWorld(undo.world, run.breakage);
  expect(told.asleep).toBe(0);
  return { run, told };
}

describe.each([
  ['fixed worlds', SEED],
  ['fresh worlds', Math.floor(Math.random() * 2 ** 31)],
])('in %s (seed %i)', (_, seed) => {
  test('at most one write is accepted, none without rollbackOn, and none on a foreign order', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(WORLDS_TO_UNDO, async undo => {
        const { run, told } = await runOf(undo);
        expect(complaintsOf(undo, run, told)).toStrictEqual([]);
        if (run.writes.length > 0) expect(told.green).toBe(false);
        accepted += run.writes.filter(one => one.accepted).length;
      }),
      { numRuns: 1_500, seed },
    );
    // Else it would say nothing.
    expect(accepted).toBeGreaterThan(30);
  }, 300_000);

  test('whatever the answers say, at most one is accepted, and none without rollbackOn', async () => {
    await fc.assert(
      fc.asyncProperty(ANY_WORLDS_TO_UNDO, async undo => {
        const { run, told } = await runOf(undo);
        expect(complaintsOfAny(undo, run, told)).toStrictEqual([]);
      }),
      { numRuns: 1_000, seed },
    );
  }, 300_000);
});

test('the worlds find out a transport that sends again what got no answer', async () => {
  const found: string[] = [];
  for (const undo of fc.sample(WORLDS_TO_UNDO, { numRuns: 1_500, seed: SEED })) {
    const run = new UndoRun(undo);
    const told = await runWorld(undo.world, (parts, clock) => {
      const { transport, ...others } = run.breakage(parts, clock);
      const again: typeof transport = async (request, signal) => {
        try {
          return await transport(request, signal);
        } catch {
          return transport(request, signal);
        }
      };
      return { ...others, transport: again };
    });
    found.push(...complaintsOf(undo, run, told));
    if (found.length > 0) break;
  }
  expect(found).toContain('2 writes were accepted');
}, 300_000);
