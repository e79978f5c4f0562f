import { describe, expect, test } from '@jest/globals';
import { estimateOf } from '../../src/schedule/estimate.ts';
import { aKnown, MINUTE_MS, pastAround } from './a-known.ts';

describe('an estimate from the history', () => {
  const known = aKnown({ pastMs: pastAround(10 * MINUTE_MS) });

  test.each([
    [0, 0, 10],
    [3, 0.3, 7],
    [6, 0.6, 4],
    [8, 0.8, 2],
  ])('says after %d min what part is done and what is left', (minutes, fraction, left) => {
    const { fractionDone, remainingMs, usualMs, longerThanAny } = estimateOf(known, minutes * MINUTE_MS);
    expect(fractionDone).toBeCloseTo(fraction, 1);
    expect((remainingMs ?? 0) / MINUTE_MS).toBeCloseTo(left, 0);
    expect(usualMs).toBeCloseTo(10.1 * MINUTE_MS, 0);
    expect(longerThanAny).toBeUndefined();
  });

  test('says that it does not know when the order goes on for longer than any before it', () => {
    expect(estimateOf(known, 20 * MINUTE_MS)).toStrictEqual({
      fractionDone: undefined,
      remainingMs: undefined,
      usualMs: 10.1 * MINUTE_MS,
      longerThanAny: 20,
    });
  });

  test.each([
    [110_000, undefined],
    [110_001, 3],
    [100_000, undefined],
  ])('says after %d ms for longer than how many it goes on: %p', (nowMs, longerThanAny) => {
    const three = aKnown({ pastMs: [90_000, 110_000, 100_000] });
    expect(estimateOf(three, nowMs)).toMatchObject({ usualMs: 100_000, longerThanAny });
  });

  test('is not made of lengths that cannot be', () => {
    const some = aKnown({ pastMs: [0, -5, Infinity, 90_000, 110_000, 100_000] });
    expect(estimateOf(some, 200_000)).toMatchObject({ usualMs: 100_000, longerThanAny: 3 });
    expect(estimateOf(aKnown({ pastMs: [0, 90_000, 110_000] }), 200_000).usualMs).toBeUndefined();
  });

  test('never goes back while nothing but time passes and it is believed', () => {
    const fractions = Array.from(
      { length: 120 },
      (_, index) => estimateOf(known, index * 5_000).fractionDone ?? 2,
    );
    expect(fractions).toStrictEqual(fractions.toSorted((a, b) => a - b));
  });

  test.each([1, 2])('is not made of %d past rollouts', count => {
    const few = aKnown({ pastMs: pastAround(10 * MINUTE_MS).slice(0, count) });
    expect(estimateOf(few, MINUTE_MS)).toStrictEqual({
      fractionDone: undefined,
      remainingMs: undefined,
      usualMs: undefined,
      longerThanAny: undefined,
    });
  });
});

describe('an estimate from the batches', () => {
  test('says what is left as the first ones went', () => {
    const known = aKnown({
      batchCount: 4,
      batchesDone: 2,
      batchesMs: [60_000, 60_000],
      stage: { kind: 'working', sinceMs: 120_000 },
    });
    const { fractionDone, remainingMs } = estimateOf(known, 150_000);
    expect(fractionDone).toBeCloseTo(150 / 240, 1);
    expect((remainingMs ?? 0) / 1_000).toBeCloseTo(90, -1);
  });

  test('counts the pauses that are still to come', () => {
    const known = aKnown({
      batchCount: 3,
      batchesDone: 1,
      batchesMs: [60_000],
      pauseMs: 5 * MINUTE_MS,
      stage: { kind: 'pausing', untilMs: 6 * MINUTE_MS },
    });
    // Four minutes of this pause, five of the next one, two batches.
    expect((estimateOf(known, 2 * MINUTE_MS).remainingMs ?? 0) / MINUTE_MS).toBeCloseTo(11, 0);
  });

  test('knows no more than how many are over, where their lengths are not reported', () => {
    const known = aKnown({ batchCount: 4, batchesDone: 1 });
    expect(estimateOf(known, 60_000)).toMatchObject({ fractionDone: 0.25, remainingMs: undefined });
  });

  test('does not count batches where there is but one', () => {
    expect(estimateOf(aKnown({ batchesDone: 1 }), 60_000).fractionDone).toBeUndefined();
  });

  test('promises no end that lies further off than the API keeps its records', () => {
    const DAY_MS = 86_400_000;
    const slow = aKnown({ batchCount: 900, batchesDone: 1, batchesMs: [DAY_MS] });
    expect(estimateOf(slow, DAY_MS).remainingMs).toBeUndefined();
    expect(estimateOf({ ...slow, batchCount: 90 }, DAY_MS).remainingMs).toBeGreaterThan(80 * DAY_MS);
  });

  test('knows no more while only a person can act', () => {
    const known = aKnown({
      pastMs: pastAround(10 * MINUTE_MS),
      batchCount: 2,
      batchesDone: 1,
      batchesMs: [60_000],
      stage: { kind: 'awaiting-person' },
    });
    expect(estimateOf(known, 60_000)).toMatchObject({ fractionDone: 0.5, remainingMs: undefined });
  });

  test('does not count the hours in which people were waited for', () => {
    const known = aKnown({
      batchCount: 5,
      batchesDone: 2,
      batchesMs: [20_000, 20_000],
      pauseMs: 10_000,
      stage: { kind: 'working', sinceMs: 120 * MINUTE_MS },
    });
    // Two batches, two pauses of SAE's own and half of a batch, of five batches and four pauses.
    const { fractionDone } = estimateOf(known, 120 * MINUTE_MS + 10_000);
    expect(fractionDone).toBeCloseTo(70 / 140, 1);
  });

  test('counts all the time where not all lengths are reported', () => {
    const known = aKnown({
      batchCount: 2,
      batchesDone: 2,
      batchesMs: [20_000],
      stage: { kind: 'working', sinceMs: 20_000 },
    });
    expect(estimateOf(known, MINUTE_MS).fractionDone ?? 1).toBeGreaterThan(0.6);
  });

  test('does not say that all is done when all batches are over', () => {
    const known = aKnown({
      batchCount: 2,
      batchesDone: 2,
      batchesMs: [60_000, 60_000],
      stage: { kind: 'working', sinceMs: 60_000 },
    });
    expect(estimateOf(known, 121_000).fractionDone).toBeLessThan(1);
  });
});

test('an order in one batch of which nothing is known has no estimate', () => {
  expect(estimateOf(aKnown(), 60_000)).toStrictEqual({
    fractionDone: undefined,
    remainingMs: undefined,
    usualMs: undefined,
    longerThanAny: undefined,
  });
});

test('an order that nobody has seen has only the usual time', () => {
  const known = aKnown({ pastMs: pastAround(60_000), stage: { kind: 'unseen' } });
  expect(estimateOf(known, 600_000)).toMatchObject({ fractionDone: undefined, longerThanAny: undefined });
  expect(estimateOf(known, 600_000).usualMs).toBeCloseTo(60_600, 0);
});
