import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PollBounds, Waiting } from '../../src/polling/poll.ts';
import { nextPollMs } from '../../src/polling/poll.ts';

const BOUNDS: PollBounds = { minMs: 2_000, maxMs: 30_000 };
const NOW_MS = 1_000_000;

/** How long the gate waits; ten minutes before the deadline and without jitter, where nothing else is said. */
function waitMs(
  parts: Partial<Waiting> & { readonly leftMs?: number; readonly aheadMs?: readonly number[] } = {},
  chance = 0.5,
  bounds = BOUNDS,
): number {
  const { leftMs = 600_000, aheadMs = [], ...waiting } = parts;
  const deadlineMs = NOW_MS + leftMs;
  const aimsMs = aheadMs.map(ahead => NOW_MS + ahead);
  return nextPollMs({ nowMs: NOW_MS, deadlineMs, plannedMs: 0, aimsMs, ...waiting }, bounds, chance) - NOW_MS;
}

describe('the next look', () => {
  test.each([
    [0, 2_000],
    [1_999, 2_000],
    [2_001, 2_001],
    [10_125.5, 10_126],
    [30_000, 30_000],
    [30_001, 30_000],
    [Infinity, 30_000],
  ])('after a planned wait of %d ms comes in %d ms', (plannedMs, expected) => {
    expect(waitMs({ plannedMs })).toBe(expected);
  });

  test.each([
    [4_500, 0, 4_050],
    [4_500, 0.25, 4_275],
    [4_500, 0.75, 4_725],
    [4_500, 0.999_999, 4_950],
    // At the bounds the jitter goes inwards only.
    [2_000, 0, 2_000],
    [2_000, 0.999_999, 2_200],
    [30_000, 0, 27_000],
    [30_000, 0.999_999, 30_000],
  ])('after a planned wait of %d ms and with chance %d comes in %d ms', (plannedMs, chance, expected) => {
    expect(waitMs({ plannedMs }, chance)).toBe(expected);
  });

  describe('towards the deadline', () => {
    test.each([
      ['is made exactly then, when the wait would end later', 20_000, 20_000],
      ['is made exactly then, when the wait would end just then', 30_000, 30_000],
      ['is made exactly then, even sooner than the minimum', 1, 1],
      ['leaves the minimum before the last one', 31_000, 29_000],
      ['is not moved where more than the minimum is left', 32_000, 30_000],
    ])('%s', (_, leftMs, expected) => {
      expect(waitMs({ plannedMs: 30_000, leftMs })).toBe(expected);
    });

    test('leaves the minimum before the last one where that is all there is room for', () => {
      expect(waitMs({ plannedMs: 3_000, leftMs: 4_000 })).toBe(2_000);
      expect(waitMs({ plannedMs: 3_000, leftMs: 3_999 })).toBe(3_000);
    });

    test('comes at the deadline when that is over already', () => {
      expect(waitMs({ leftMs: 0 })).toBe(0);
      expect(waitMs({ leftMs: -5 })).toBe(-5);
    });
  });

  describe('with moments to aim at', () => {
    test.each([
      ['comes at the next of them, where the wait would be longer', [20_000, 15_000], 15_000],
      ['is not put off by one that lies beyond', [40_000], 30_000],
      ['heeds the minimum, where one is nearer', [500], 2_000],
      ['disregards one that is over', [-1_000, 0], 30_000],
      ['comes at the next of those ahead', [-1_000, 12_000], 12_000],
    ])('%s', (_, aheadMs, expected) => {
      expect(waitMs({ plannedMs: 30_000, aheadMs })).toBe(expected);
    });
  });

  describe('when the server asked for a pause', () => {
    test.each([
      ['waits the maximum, where it gives no hint', undefined, 0, 30_000],
      ['waits as long as the hint says', 10_000, 0, 10_000],
      ['waits as long as the hint says, beyond the maximum too', 45_000, 0, 45_000],
      ['waits 60 s where the hint says so', 60_000, 0, 60_000],
      ['does not trust a hint beyond 60 s', 60_001, 0, 60_000],
      ['does not trust an endless hint', 999_999_999_999_999, 0, 60_000],
      ['is not hurried by a hint', 100, 6_750, 6_750],
      ['is not hurried by a hint of zero', 0, 0, 2_000],
    ])('%s', (_, hintMs, plannedMs, expected) => {
      expect(waitMs({ plannedMs, pause: { hintMs } })).toBe(expected);
    });

    test.each([
      ['a hint', 60_000],
      ['no hint', undefined],
    ])('does not miss the deadline for %s', (_, hintMs) => {
      expect(waitMs({ leftMs: 10_000, pause: { hintMs } })).toBe(10_000);
    });

    test('does not come back before the pause is over to leave room before the last look', () => {
      expect(waitMs({ leftMs: 31_000, pause: { hintMs: 30_000 } })).toBe(30_000);
    });
  });

  test('of an upper bound beyond 60 s is not shortened by a hint', () => {
    expect(waitMs({ plannedMs: 90_000, pause: { hintMs: 60_000 } }, 0.5, { minMs: 1, maxMs: 90_000 })).toBe(
      90_000,
    );
  });
});

describe('whatever is known about a wait', () => {
  const bounds = fc
    .tuple(fc.integer({ min: 1, max: 120_000 }), fc.nat(600_000))
    .map(([minMs, more]) => ({ minMs, maxMs: minMs + more }));
  const waiting = fc.record({
    nowMs: fc.nat(1e9),
    leftMs: fc.oneof(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 1, max: 1e12 })),
    plannedMs: fc.oneof(fc.double({ min: 0, max: 100_000, noNaN: true }), fc.constant(Infinity)),
    ahead: fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 3 }),
    pause: fc.option(
      fc.record({ hintMs: fc.option(fc.oneof(fc.nat(100_000), fc.nat(1e15)), { nil: undefined }) }),
      { nil: undefined },
    ),
  });
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  interface Case {
    readonly nextMs: number;
    readonly nowMs: number;
    readonly deadlineMs: number;
    readonly bounds: PollBounds;
    readonly paused: boolean;
  }

  function always(holds: (known: Case) => boolean): void {
    fc.assert(
      fc.property(waiting, bounds, chance, (raw, bounds, chance) => {
        const { nowMs, leftMs, plannedMs, ahead, pause } = raw;
        const deadlineMs = nowMs + leftMs;
        const aimsMs = ahead.map(aheadMs => nowMs + aheadMs);
        const known = { nowMs, deadlineMs, plannedMs, aimsMs, ...(pause === undefined ? {} : { pause }) };
        const nextMs = nextPollMs(known, bounds, chance);
        return holds({ nextMs, nowMs, deadlineMs, bounds, paused: pause !== undefined });
      }),
      { numRuns: 2_000 },
    );
  }

  test('the next look lies ahead, by a whole millisecond', () => {
    always(({ nextMs, nowMs }) => Number.isInteger(nextMs) && nextMs > nowMs);
  });

  test('the next look is never beyond the deadline', () => {
    always(({ nextMs, deadlineMs }) => nextMs <= deadlineMs);
  });

  test('only the last look comes sooner than the minimum', () => {
    always(
      ({ nextMs, nowMs, deadlineMs, bounds }) => nextMs === deadlineMs || nextMs - nowMs >= bounds.minMs,
    );
  });

  test('only a pause that the server asked for is longer than the maximum, and at most 60 s', () => {
    always(({ nextMs, nowMs, bounds, paused }) => {
      const longestMs = paused ? Math.max(bounds.maxMs, 60_000) : bounds.maxMs;
      return nextMs - nowMs <= longestMs;
    });
  });
});
