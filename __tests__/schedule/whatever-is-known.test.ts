import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Observation } from '../../src/rollout/progress.ts';
import { fold, NO_PROGRESS } from '../../src/rollout/progress.ts';
import { estimateOf } from '../../src/schedule/estimate.ts';
import { knownOf } from '../../src/schedule/known.ts';
import { plannedAimsMs, plannedWaitMs } from '../../src/schedule/planned-wait.ts';
import { aBatch, anOrder, faultyLook } from '../support/orders.ts';
import { anyKnown, anyNow } from './a-known.ts';

/** The monotonic clock showed 0 when the wall clock showed this. */
const WALL_MS = Date.UTC(2026, 10, 22, 5);

describe('whatever is known', () => {
  const bounds = fc
    .tuple(fc.oneof(fc.integer({ min: 1, max: 30_000 }), fc.constant(1)), fc.nat(3_600_000))
    .map(([minMs, more]) => ({ minMs, maxMs: minMs + more }));

  test('the wait lies within the bounds', () => {
    fc.assert(
      fc.property(anyKnown, anyNow, bounds, (known, nowMs, { minMs, maxMs }) => {
        const waitMs = plannedWaitMs(known, nowMs, { minMs, maxMs });
        return waitMs >= minMs && waitMs <= maxMs;
      }),
      { numRuns: 3_000 },
    );
  });

  test('nothing is aimed at but a time', () => {
    fc.assert(fc.property(anyKnown, known => plannedAimsMs(known).every(ms => Number.isFinite(ms))));
  });

  test('the estimate is sane', () => {
    fc.assert(
      fc.property(anyKnown, anyNow, (known, nowMs) => {
        const { fractionDone, remainingMs, usualMs, longerThanAny } = estimateOf(known, nowMs);
        expect(fractionDone ?? 0).toBeGreaterThanOrEqual(0);
        expect(fractionDone ?? 0).toBeLessThanOrEqual(0.99);
        expect(remainingMs ?? 1).toBeGreaterThan(0);
        expect(Number.isFinite(remainingMs ?? 1)).toBe(true);
        expect(usualMs ?? 1).toBeGreaterThan(0);
        expect(longerThanAny ?? 3).toBeGreaterThanOrEqual(3);
        expect(longerThanAny ?? 3).toBeLessThanOrEqual(known.pastMs.length < 3 ? 3 : known.pastMs.length);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('whatever an API answers', () => {
  const number = fc.oneof(
    fc.integer({ min: -1, max: 13 }),
    fc.double(),
    fc.constantFrom(Number.NaN, Infinity, -Infinity, 1e300),
  );
  const time = fc.oneof(fc.integer({ min: WALL_MS - 10_000_000, max: WALL_MS + 10_000_000 }), number);
  const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    fc.option(value, { nil: undefined });
  const batch = fc
    .record({ status: optional(number), startMs: optional(time), updateMs: optional(time) })
    .map(aBatch);
  const order = fc
    .record({
      status: number,
      subStatus: optional(number),
      batches: fc.array(batch, { maxLength: 6 }),
      batchCount: optional(number),
      batchWaitMinutes: optional(number),
    })
    .map(anOrder);
  const look: fc.Arbitrary<Observation> = fc.oneof(
    { weight: 4, arbitrary: order.map((order): Observation => ({ kind: 'read', order, dated: true })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(faultyLook('server'), faultyLook('no-such-order'), faultyLook('throttled')),
    },
  );
  const looks = fc.array(fc.tuple(fc.nat(600_000), look), { minLength: 1, maxLength: 8 });
  const past = fc.array(fc.oneof(fc.integer({ min: 1_000, max: 3_600_000 }), number), { maxLength: 20 });

  test('a next look can be planned and an estimate given', () => {
    fc.assert(
      fc.property(looks, past, fc.integer({ min: -1e7, max: 1e7 }), (waits, pastMs, skewMs) => {
        let nowMs = 0;
        let progress = NO_PROGRESS;
        for (const [waitMs, look] of waits) {
          progress = fold(progress, look, nowMs);
          const known = knownOf(progress, pastMs, { nowMs, wallMs: WALL_MS + nowMs + skewMs });
          const waitedMs = plannedWaitMs(known, nowMs, { minMs: 2_000, maxMs: 30_000 });
          expect(waitedMs).toBeGreaterThanOrEqual(2_000);
          expect(waitedMs).toBeLessThanOrEqual(30_000);
          expect(estimateOf(known, nowMs).fractionDone ?? 0).toBeLessThan(1);
          nowMs += waitMs;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
