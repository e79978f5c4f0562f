import { describe, expect, test } from '@jest/globals';
import { progressAt } from '../../testbed/simulator/order-progress.ts';
import { endingWith, finishedAtOnce, followedBy, rollout } from '../../testbed/simulator/timeline.ts';

/** Order status and batch statuses at a moment, as `1: 2 1 0`. */
function shownAt(timeline: Parameters<typeof progressAt>[0], elapsedMs: number): string {
  const { status, batches } = progressAt(timeline, elapsedMs);
  return `${status}: ${batches.map(batch => batch.status).join(' ')}`;
}

describe('the progress of an order', () => {
  test.each([
    [-5, '0: 0 0'],
    [0, '0: 0 0'],
    [99, '0: 0 0'],
    [100, '1: 1 0'],
    [1_099, '1: 1 0'],
    [1_100, '1: 2 1'],
    [3_099, '1: 2 1'],
    [3_100, '2: 2 2'],
    [1e12, '2: 2 2'],
  ])('after %d ms of a plain rollout is %s', (elapsedMs, expected) => {
    expect(shownAt(rollout({ prepareMs: 100, batchesMs: [1_000, 2_000] }), elapsedMs)).toBe(expected);
  });

  test.each([
    [10, '9: 2 0'],
    [19, '9: 2 0'],
    [20, '1: 2 1'],
  ])('pauses between batches: after %d ms it is %s', (elapsedMs, expected) => {
    const pause = { kind: 'automatic', durationMs: 10 } as const;
    expect(shownAt(rollout({ prepareMs: 0, batchesMs: [10, 10], pause }), elapsedMs)).toBe(expected);
  });

  test('waits with 8 for a person, and with 11 and 12 for an approval', () => {
    const pause = { kind: 'manual', durationMs: 10 } as const;
    const timeline = rollout({ approvalMs: 100, prepareMs: 0, batchesMs: [10, 10], pause });
    expect(shownAt(timeline, 99)).toBe('11: 0 0');
    expect(shownAt(timeline, 100)).toBe('12: 0 0');
    expect(shownAt(timeline, 5_110)).toBe('8: 2 0');
  });

  test('ends where its ending says, with the later batches never begun', () => {
    const ending = { inBatch: 2, status: 1, subStatus: 1, batchStatus: 3, errorMessage: 'why' };
    const timeline = rollout({ prepareMs: 0, batchesMs: [10, 10, 10], ending });
    const progress = progressAt(timeline, 1e9);
    expect(shownAt(timeline, 1e9)).toBe('1: 2 3 0');
    expect(progress).toMatchObject({ subStatus: 1, errorMessage: 'why', currentBatch: 2 });
    expect(progress.finishMs).toBeUndefined();
    expect(progress.batches[2]).toStrictEqual({ status: 0 });
  });

  test('tells when batches began, when they last changed and when the order finished', () => {
    const timeline = rollout({ prepareMs: 5, batchesMs: [10, 20] });
    expect(progressAt(timeline, 20).batches).toStrictEqual([
      { status: 2, startMs: 5, updateMs: 15 },
      { status: 1, startMs: 15, updateMs: 20 },
    ]);
    expect(progressAt(timeline, 100)).toMatchObject({ finishMs: 35, currentBatch: 2 });
  });

  test('never leaves a batch that never ends', () => {
    expect(shownAt(rollout({ prepareMs: 0, batchesMs: [10, Infinity, 10] }), 1e15)).toBe('1: 2 1 0');
  });

  test('can be over at once, change its mind later, and end in another way', () => {
    expect(shownAt(finishedAtOnce(2), 0)).toBe('2: 2 2');
    const healing = followedBy(
      endingWith(finishedAtOnce(2), { durationMs: Infinity, status: 2, batches: { 1: 3, 2: 2 } }),
      50,
      { durationMs: Infinity, status: 2, batches: { 1: 2 } },
    );
    expect(shownAt(healing, 49)).toBe('2: 3 2');
    expect(shownAt(healing, 50)).toBe('2: 2 2');
  });
});
