import fc from 'fast-check';
import type { Known, Stage } from '../../src/schedule/known.ts';

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;

/** An order in one batch that began at 0 and works; nothing else is known of it. */
export function aKnown(parts: Partial<Known> = {}): Known {
  return {
    pastMs: [],
    beganMs: 0,
    batchCount: 1,
    batchesDone: 0,
    batchesMs: [],
    pauseMs: 0,
    stage: { kind: 'working', sinceMs: 0 },
    unreadableSinceMs: undefined,
    unsettledSinceMs: undefined,
    ...parts,
  };
}

/** Twenty rollouts that took about so long, from 18 % less to 20 % more. */
export function pastAround(ms: number): readonly number[] {
  return Array.from({ length: 20 }, (_, index) => ms * (0.82 + index * 0.02));
}

const time = fc.oneof(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: -600_000, max: 600_000 }));
const length = fc.oneof(
  fc.integer({ min: 1, max: 3_600_000 }),
  fc.double({ min: 0, max: 1e15, noNaN: true }),
  fc.constantFrom(0, -1, Infinity, Number.MIN_VALUE, Number.MAX_VALUE, Number.NaN),
);
const stage: fc.Arbitrary<Stage> = fc.oneof(
  fc.constant<Stage>({ kind: 'unseen' }),
  fc.constant<Stage>({ kind: 'awaiting-person' }),
  time.map((sinceMs): Stage => ({ kind: 'working', sinceMs })),
  fc.option(time, { nil: undefined }).map((untilMs): Stage => ({ kind: 'pausing', untilMs })),
);

/** Whatever could be known of an order, sense or nonsense. */
export const anyKnown: fc.Arbitrary<Known> = fc.record({
  pastMs: fc.array(length, { maxLength: 20 }),
  beganMs: time,
  batchCount: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 1_000 })),
  batchesDone: fc.nat(20),
  batchesMs: fc.array(length, { maxLength: 10 }),
  pauseMs: fc.oneof(fc.constant(0), fc.nat(86_400_000)),
  stage,
  unreadableSinceMs: fc.option(time, { nil: undefined }),
  unsettledSinceMs: fc.option(time, { nil: undefined }),
});

export const anyNow: fc.Arbitrary<number> = time;
