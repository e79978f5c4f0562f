import type { Known } from '../../src/schedule/known.ts';
import { plannedWaitMs } from '../../src/schedule/planned-wait.ts';

const DEFAULT_BOUNDS = { minMs: 2_000, maxMs: 30_000 };

/** An order without batches and without history, first seen at 0. */
const UNKNOWN_ORDER: Known = {
  pastMs: [],
  beganMs: 0,
  batchCount: 1,
  batchesDone: 0,
  batchesMs: [],
  pauseMs: 0,
  stage: { kind: 'working', sinceMs: 0 },
  unreadableSinceMs: undefined,
  unsettledSinceMs: undefined,
};

/**
 * When the gate looks at an order that goes on without batches and without changes, by default and
 * without jitter; for tests that are about something else than the times of the looks.
 */
export function quietLooksMs(untilMs: number): readonly number[] {
  const looksMs = [0];
  for (let lastMs = 0; lastMs < untilMs; looksMs.push(lastMs)) {
    lastMs += Math.ceil(plannedWaitMs(UNKNOWN_ORDER, lastMs, DEFAULT_BOUNDS));
  }
  return looksMs;
}

/** The first of these looks that is made at this time or after it. */
export function firstLookFrom(atMs: number): number {
  return quietLooksMs(atMs).at(-1) ?? Number.NaN;
}
