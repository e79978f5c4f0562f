import { describe, expect, test } from '@jest/globals';
import type { Purpose, Turn } from '../../src/polling/call-priority.ts';
import { compareTurns, LEARNING, POLL, PURPOSES } from '../../src/polling/call-priority.ts';

const NOW_MS = 500_000;

function turn(purpose: Purpose, unseenSinceMs = 400_000, plannedMs = 10_000): Turn {
  return { purpose, unseenSinceMs, askedMs: unseenSinceMs + plannedMs };
}

function inTurn(...turns: readonly Turn[]): readonly Turn[] {
  return turns.toSorted((a, b) => compareTurns(a, b, NOW_MS));
}

describe('whose turn it is', () => {
  test('first looks go before looks at deadlines, these before what is learnt, that before other looks', () => {
    const turns = PURPOSES.map(purpose => turn(purpose));
    expect(inTurn(...turns.toReversed()).map(({ purpose }) => purpose)).toStrictEqual([
      'first-look',
      'last-look',
      'learning',
      'look',
      'diagnosis',
    ]);
  });

  test('a more urgent purpose goes first, however long the other has waited', () => {
    const [old, fresh] = [turn('look', 0), turn('first-look', NOW_MS - 1, 0)];
    expect(inTurn(old, fresh)).toStrictEqual([fresh, old]);
  });

  test.each(PURPOSES)(
    'of two calls for a %s, equally planned, the one unseen for longer goes first',
    purpose => {
      const [longer, shorter] = [turn(purpose, 300_000), turn(purpose, 300_001)];
      expect(inTurn(shorter, longer)).toStrictEqual([longer, shorter]);
    },
  );

  test('of two looks unseen for as long the one that was planned sooner goes first: its end is near', () => {
    const [near, far] = [turn('look', 480_000, 2_000), turn('look', 480_000, 15_000)];
    expect(inTurn(far, near)).toStrictEqual([near, far]);
  });

  test('an order far from its end goes before one near it as soon as it is unseen for four times as long', () => {
    const near = turn('look', NOW_MS - 10_000, 2_000);
    const waited = (ms: number): Turn => turn('look', NOW_MS - ms, 30_000);
    expect(inTurn(waited(38_000), near)[0]).toBe(near);
    const starving = waited(39_000);
    expect(inTurn(near, starving)[0]).toBe(starving);
  });

  test('how soon a look at a deadline was planned is no matter: they are all due', () => {
    const [near, far] = [turn('last-look', 450_001, 1), turn('last-look', 450_000, 30_000)];
    expect(inTurn(near, far)).toStrictEqual([far, near]);
  });

  test('a look that nobody planned is compared like any other', () => {
    expect(inTurn(turn('look'), POLL)[0]).toBe(POLL);
    expect(inTurn(POLL, turn('learning'))[1]).toBe(POLL);
  });
});

test('what is only nice to know is a call for that', () => {
  expect(LEARNING).toStrictEqual({ purpose: 'learning', unseenSinceMs: 0, askedMs: 0 });
});
