import { describe, expect, test } from '@jest/globals';
import { guessesFrom, outlookAt, shapeOf } from '../../src/schedule/forecast.ts';

const ONE = guessesFrom(1_000, 4, [{ medianMs: 60_000, weight: 1 }]);

describe('a guess', () => {
  test('is as likely to be over as not when its median has passed', () => {
    expect(outlookAt(ONE, 61_000).going).toBeCloseTo(0.5, 10);
  });

  test.each([-5_000, 0, 1_000])('has not begun to come true at its origin and before: %d', atMs => {
    expect(outlookAt(ONE, atMs)).toStrictEqual({ going: 1, endingPerMs: 0 });
  });

  test('ends as fast as it is less and less likely to go on', () => {
    for (const atMs of [20_000, 61_000, 200_000]) {
      const slope = (outlookAt(ONE, atMs - 1).going - outlookAt(ONE, atMs + 1).going) / 2;
      expect(outlookAt(ONE, atMs).endingPerMs).toBeCloseTo(slope, 8);
    }
  });

  test('is never quite refuted: far beyond its median its hazard is its shape by the time', () => {
    const { going, endingPerMs } = outlookAt(ONE, 6_001_000);
    expect((endingPerMs / going) * 6_000_000).toBeCloseTo(4, 3);
  });

  test('with a deviation is right by that much in two of three cases', () => {
    const shape = shapeOf(0.2);
    const guess = guessesFrom(0, shape, [{ medianMs: 60_000, weight: 1 }]);
    const within =
      outlookAt(guess, 60_000 * Math.exp(-0.2)).going - outlookAt(guess, 60_000 * Math.exp(0.2)).going;
    expect(within).toBeGreaterThan(0.65);
    expect(within).toBeLessThan(0.71);
  });
});

describe('several guesses', () => {
  const guesses = [
    { medianMs: 60_000, weight: 0.25 },
    { medianMs: 600_000, weight: 0.5 },
    { medianMs: 1_000, weight: 0.1 },
  ];

  test('count by their weights', () => {
    const together = outlookAt(guessesFrom(0, 3, guesses), 90_000);
    const alone = guesses.map(guess => outlookAt(guessesFrom(0, 3, [guess]), 90_000));
    expect(together.going).toBeCloseTo(
      alone.reduce((sum, { going }) => sum + going, 0),
      10,
    );
    expect(together.endingPerMs).toBeCloseTo(
      alone.reduce((sum, { endingPerMs }) => sum + endingPerMs, 0),
      10,
    );
  });

  test('are none, and say nothing, where there are none', () => {
    expect(outlookAt(guessesFrom(0, 3, []), 90_000)).toStrictEqual({ going: 0, endingPerMs: 0 });
  });
});
