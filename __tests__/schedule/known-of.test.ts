import { describe, expect, test } from '@jest/globals';
import type { ChangeOrder } from '../../src/rollout/change-order.ts';
import type { Observation, Progress } from '../../src/rollout/progress.ts';
import { fold, NO_PROGRESS } from '../../src/rollout/progress.ts';
import type { Known } from '../../src/schedule/known.ts';
import { knownOf } from '../../src/schedule/known.ts';
import { aBatch, batchesAt, faultyLook, readLook } from '../support/orders.ts';

/** The monotonic clock showed 0 when the wall clock showed this. */
const WALL_MS = Date.UTC(2026, 10, 22, 5);

type LookAt = readonly [atMs: number, look: Observation];

function progressAfter(looks: readonly LookAt[]): Progress {
  return looks.reduce((progress, [atMs, look]) => fold(progress, look, atMs), NO_PROGRESS);
}

/** What is known right after the last of these looks. */
function knownAfter(...looks: readonly LookAt[]): Known {
  const nowMs = looks.at(-1)?.[0] ?? 0;
  return knownOf(progressAfter(looks), [], { nowMs, wallMs: WALL_MS + nowMs });
}

function ran(startMs: number, endMs: number): ReturnType<typeof aBatch> {
  return aBatch({ status: 2, startMs: WALL_MS + startMs, updateMs: WALL_MS + endMs });
}

function running(startMs: number): ReturnType<typeof aBatch> {
  return aBatch({ status: 1, startMs: WALL_MS + startMs, updateMs: WALL_MS + startMs });
}

const TO_COME = aBatch({ status: 0 });

describe('when an order began', () => {
  test.each<[string, number, readonly LookAt[]]>([
    [
      'is when it was seen first, where nothing else is told',
      10,
      [
        [10, readLook()],
        [70, readLook()],
      ],
    ],
    [
      'is when its first batch began, if that was before',
      -90_000,
      [[0, readLook({ batches: [running(-90_000)] })]],
    ],
    [
      'is when it was seen first, if its first batch began shortly after',
      0,
      [
        [0, readLook({ status: 0 })],
        [9_000, readLook({ batches: [running(5_000)] })],
      ],
    ],
    [
      'is when its first batch began, if it was waiting for a person before',
      3_605_000,
      [
        [0, readLook({ status: 11 })],
        [3_610_000, readLook({ batches: [running(3_605_000)] })],
      ],
    ],
    [
      'is when it was seen first, if its first batch began two minutes after',
      0,
      [
        [0, readLook({ status: 0 })],
        [130_000, readLook({ batches: [running(120_000)] })],
      ],
    ],
    [
      'is when it was seen first, whenever that was',
      100_000,
      [
        [100_000, readLook({ status: 0 })],
        [210_000, readLook({ batches: [running(200_000)] })],
      ],
    ],
    [
      'is when its first batch began, if that was still later',
      120_001,
      [
        [0, readLook({ status: 0 })],
        [130_000, readLook({ batches: [running(120_001)] })],
      ],
    ],
    [
      'is not after it was seen, whatever the clock of the cloud shows',
      0,
      [[0, readLook({ batches: [running(400_000)] })]],
    ],
    ['is not years ago', 0, [[0, readLook({ batches: [aBatch({ status: 1, startMs: 1, updateMs: 2 })] })]]],
  ])('%s', (_, beganMs, looks) => {
    expect(knownAfter(...looks).beganMs).toBe(beganMs);
  });
});

describe('of the batches', () => {
  test('are known their number, how many are over and how long these took', () => {
    const known = knownAfter([
      0,
      readLook({
        batchCount: 4,
        batches: [ran(-90_000, -30_000), ran(-30_000, -10_000), running(-10_000), TO_COME],
      }),
    ]);
    expect(known).toMatchObject({
      batchCount: 4,
      batchesDone: 2,
      batchesMs: [60_000, 20_000],
      stage: { kind: 'working', sinceMs: -10_000 },
    });
  });

  test.each<[string, Partial<ChangeOrder>, number]>([
    ['none are told', {}, 1],
    ['more are counted than shown', { batchCount: 5, batches: batchesAt(1) }, 5],
    ['fewer are counted than shown', { batchCount: 1, batches: batchesAt(2, 1, 0) }, 3],
    ['the count is none', { batchCount: Number.NaN }, 1],
    ['the count is negative', { batchCount: -3 }, 1],
    ['the count is beyond belief', { batchCount: 1e9 }, 1],
    ['the count is the greatest that is believed', { batchCount: 1_000 }, 1_000],
    ['the count is one more', { batchCount: 1_001 }, 1],
    ['the count is one more, and some are done', { batchCount: 1_001, batches: batchesAt(2, 2, 1) }, 2],
    ['the count is not whole', { batchCount: 2.9 }, 2],
    ['the count is 1', { batchCount: 1 }, 1],
  ])('their number is at least 1 and believable: %s', (_, order, expected) => {
    expect(knownAfter([0, readLook(order)]).batchCount).toBe(expected);
  });

  test('those that report no length, or one that cannot be, have none', () => {
    const batches = [aBatch({ status: 2 }), ran(50, 50), ran(50, 40), ran(-1e12, 0), ran(0, 7_000)];
    expect(knownAfter([0, readLook({ batches })])).toMatchObject({ batchesDone: 5, batchesMs: [7_000] });
  });

  test('the one that works began when it was seen to, where its time is not reported', () => {
    const known = knownAfter(
      [0, readLook({ batches: batchesAt(1, 0) })],
      [30_000, readLook({ batches: batchesAt(2, 1) })],
      [60_000, readLook({ batches: batchesAt(2, 1) })],
    );
    expect(known.stage).toStrictEqual({ kind: 'working', sinceMs: 30_000 });
  });

  test('the one that works is the first that is not over', () => {
    const first = knownAfter([0, readLook({ batches: [running(-5_000), TO_COME, TO_COME] })]);
    expect(first.stage).toStrictEqual({ kind: 'working', sinceMs: -5_000 });
    const second = knownAfter([0, readLook({ batches: [ran(-90_000, -30_000), running(-10_000), TO_COME] })]);
    expect(second.stage).toStrictEqual({ kind: 'working', sinceMs: -10_000 });
  });

  test('where none are reported the order works since it last changed', () => {
    const known = knownAfter(
      [0, readLook({ status: 0 })],
      [70, readLook({ status: 12 })],
      [80, readLook({ status: 1 })],
      [90, readLook({ status: 1 })],
    );
    expect(known.stage).toStrictEqual({ kind: 'working', sinceMs: 80 });
  });

  test('between two of them the next one begins when the last one ended', () => {
    const known = knownAfter([0, readLook({ batches: [ran(-90_000, -20_000), TO_COME] })]);
    expect(known.stage).toStrictEqual({ kind: 'working', sinceMs: -20_000 });
  });

  test('the last one is still the current one when all are over and the order is not', () => {
    const known = knownAfter([0, readLook({ batches: [ran(-90_000, -50_000), ran(-50_000, -1_000)] })]);
    expect(known.stage).toStrictEqual({ kind: 'working', sinceMs: -50_000 });
  });
});

describe('an automatic pause', () => {
  const pausing = (batchWaitMinutes: number | undefined, endMs = -10_000): Observation =>
    readLook({ status: 9, batchWaitMinutes, batches: [ran(-60_000, endMs), TO_COME] });

  test('ends so many minutes after the end of the batch before it', () => {
    expect(knownAfter([0, pausing(2)])).toMatchObject({
      pauseMs: 120_000,
      stage: { kind: 'pausing', untilMs: 110_000 },
    });
  });

  test('did not begin after it was seen, whatever the clock of the cloud shows', () => {
    const known = knownAfter([0, pausing(2, 500_000)], [30_000, pausing(2, 500_000)]);
    expect(known.stage).toStrictEqual({ kind: 'pausing', untilMs: 120_000 });
  });

  test('is believed to last up to a day', () => {
    expect(knownAfter([0, pausing(1_440)]).pauseMs).toBe(86_400_000);
  });

  test.each([undefined, 0, -1, Number.NaN, 1_441, 1e9])(
    'has no known end where its length is %p',
    minutes => {
      expect(knownAfter([0, pausing(minutes)])).toMatchObject({
        pauseMs: 0,
        stage: { kind: 'pausing', untilMs: undefined },
      });
    },
  );
});

describe('what goes on', () => {
  test.each([8, 11])('is that a person has to act: status %d', status => {
    expect(knownAfter([0, readLook({ status })]).stage).toStrictEqual({ kind: 'awaiting-person' });
  });

  test('is not known before the order is seen', () => {
    expect(knownAfter().stage).toStrictEqual({ kind: 'unseen' });
    expect(knownAfter([0, faultyLook('no-such-order')], [9, faultyLook('throttled')])).toMatchObject({
      stage: { kind: 'unseen' },
      unsettledSinceMs: 0,
    });
  });

  test('cannot be read since the first of the failed looks', () => {
    const known = knownAfter([0, readLook()], [5, faultyLook('server')], [9, faultyLook('network')]);
    expect(known).toMatchObject({ unreadableSinceMs: 5, stage: { kind: 'working' } });
    expect(knownAfter([0, faultyLook('server')], [9, readLook()]).unreadableSinceMs).toBeUndefined();
  });

  test.each<[string, readonly Observation[]]>([
    [
      'a rollout in batches',
      [
        readLook({ status: 0 }),
        readLook({ status: 1, batches: batchesAt(1, 0) }),
        readLook({ status: 9, batches: batchesAt(2, 0) }),
        readLook({ status: 1, batches: batchesAt(2, 1) }),
        readLook({ status: 1, batches: batchesAt(2, 2) }),
      ],
    ],
    ['a person who has to approve', [readLook({ status: 0 }), readLook({ status: 11 })]],
  ])('is as usual: %s', (_, looks) => {
    const known = knownAfter(...looks.map((look, index) => [index * 1_000, look] as const));
    expect(known.unsettledSinceMs === undefined || known.stage.kind === 'awaiting-person').toBe(true);
  });

  test.each<[string, Observation, Observation]>([
    ['a person has released the next batch', readLook({ status: 8 }), readLook({ status: 1 })],
    ['a person has approved it', readLook({ status: 11 }), readLook({ status: 12 })],
    ['its sub-status changed', readLook(), readLook({ subStatus: 5 })],
    ['a batch ended badly', readLook({ batches: batchesAt(1) }), readLook({ batches: batchesAt(3) })],
    ['it is in a state that nobody documents', readLook(), readLook({ status: 7 })],
    ['it has left one', readLook({ status: 7 }), readLook()],
    ['it says two things', readLook(), readLook({ status: 2, batches: batchesAt(3) })],
  ])('is not as usual since it was seen that %s', (_, before, after) => {
    expect(knownAfter([0, before], [7_000, after], [9_000, after]).unsettledSinceMs).toBe(7_000);
  });

  test('is not as usual since the last of several surprises', () => {
    const batches = batchesAt(undefined);
    const known = knownAfter(
      [0, readLook({ status: 7, batches })],
      [5_000, readLook({ batches })],
      [7_000, readLook({ status: 2, batches })],
    );
    expect(known.unsettledSinceMs).toBe(7_000);
  });
});
