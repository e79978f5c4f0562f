import { describe, expect, test } from '@jest/globals';
import type { Observation, Progress } from '../../src/rollout/progress.ts';
import { fold, NO_PROGRESS } from '../../src/rollout/progress.ts';
import { KEPT_AT_EACH_END } from '../../src/rollout/changes.ts';
import { anOrder, batchesAt, faultyLook, readLook } from '../support/orders.ts';

/** What is known after these looks, made at these times. */
function after(...polls: readonly (readonly [number, Observation])[]): Progress {
  return polls.reduce((progress, [atMs, look]) => fold(progress, look, atMs), NO_PROGRESS);
}

const UNLISTED: Observation = { kind: 'unlisted' };
const ABSENT = faultyLook('no-such-order');
const CONTRADICTED = readLook({ status: 2, batches: batchesAt(3) });

describe('what is known', () => {
  test('is the last well-formed answer, through everything that comes after it', () => {
    const progress = after(
      [5, readLook({ status: 1 })],
      [6, faultyLook('server')],
      [7, ABSENT],
      [8, UNLISTED],
    );
    expect(progress).toMatchObject({ order: anOrder({ status: 1 }), readAtMs: 5, polls: 4, last: UNLISTED });
  });

  test('counts looks, throttles and passing faults', () => {
    const progress = after(
      [1, faultyLook('throttled')],
      [2, faultyLook('network')],
      [3, faultyLook('throttled')],
      [4, faultyLook('malformed')],
      [5, ABSENT],
      [6, faultyLook('permission')],
      [7, readLook()],
    );
    expect(progress).toMatchObject({ polls: 7, throttles: 2, faults: 2 });
  });

  test('keeps the last fault and its time', () => {
    const progress = after(
      [1, faultyLook('network')],
      [2, faultyLook('server', { code: 'X' })],
      [3, readLook()],
    );
    expect(progress.lastFault).toMatchObject({ reason: 'server', code: 'X' });
  });

  test.each(['permission', 'no-such-order', 'throttled'] as const)(
    'keeps a fault that is no outage, too: %s',
    reason => {
      expect(after([1, faultyLook(reason)]).lastFault).toMatchObject({ reason });
    },
  );

  test('keeps every change with its time', () => {
    const progress = after(
      [1, readLook({ status: 0 })],
      [2, readLook({ status: 1, batches: batchesAt(1) })],
      [3, readLook({ status: 1, batches: batchesAt(1) })],
      [4, readLook({ status: 2, batches: batchesAt(2) })],
    );
    expect(progress.timeline.changes.map(({ kind, atMs }) => `${kind} ${atMs}`)).toStrictEqual([
      'first-seen 1',
      'batch 2',
      'status 2',
      'batch 4',
      'status 4',
    ]);
  });
});

describe('of very many changes', () => {
  /** Each of five batches flaps at every look. */
  const flapping = (polls: number): Progress =>
    after(
      ...Array.from(
        { length: polls },
        (_, index) =>
          [index, readLook({ batches: batchesAt(...Array<number>(5).fill(1 + (index % 2))) })] as const,
      ),
    );

  test('the first and the last are kept, and the others counted', () => {
    const { timeline } = flapping(2_000);
    expect(timeline.changes).toHaveLength(2 * KEPT_AT_EACH_END);
    expect(timeline.changes.length + timeline.leftOut).toBe(1 + 2_000 * 5);
    expect(timeline.changes[0]).toMatchObject({ kind: 'first-seen', atMs: 0 });
    expect(timeline.changes[KEPT_AT_EACH_END - 1]).toMatchObject({ atMs: 39 });
    expect(timeline.changes[KEPT_AT_EACH_END]).toMatchObject({ atMs: 1_960 });
    expect(timeline.changes.at(-1)).toMatchObject({ kind: 'batch', atMs: 1_999, number: 5 });
  });

  test('none is missed by what a plan needs of them', () => {
    const quiet = [readLook({ status: 1 }), readLook({ status: 8 }), readLook({ status: 1 })];
    const early = Array.from(
      { length: 300 },
      (_, index) => [index, readLook({ status: 1 + (index % 2) })] as const,
    );
    const late = Array.from(
      { length: 900 },
      (_, index) => [5_000 + index, readLook({ status: 1 + (index % 2), batches: batchesAt(1) })] as const,
    );
    const middle = quiet.map((look, index) => [1_000 + index, look] as const);
    const { course, timeline } = after(...early, ...middle, ...late);
    expect(timeline.changes.some(({ atMs }) => atMs >= 1_000 && atMs <= 5_000)).toBe(false);
    expect(course.lastSurpriseMs).toBe(1_002);
    expect(course.batchesSeenMs.get(1)).toBe(5_000);
  });

  test('what is new is of the last look only', () => {
    const progress = flapping(3);
    expect(progress.news.changes.map(({ atMs }) => atMs)).toStrictEqual([2, 2, 2, 2, 2]);
    expect(fold(progress, faultyLook('server'), 9).news.changes).toStrictEqual([]);
  });
});

describe('the looks that showed nothing new', () => {
  test('are counted in a row', () => {
    expect(after([1, readLook()], [2, readLook()], [3, readLook()]).quietPolls).toBe(2);
  });

  test('are counted when they failed, too', () => {
    expect(after([1, readLook()], [2, faultyLook('server')], [3, faultyLook('throttled')]).quietPolls).toBe(
      2,
    );
  });

  test.each([
    ['the order is seen for the first time', [ABSENT, ABSENT], readLook()],
    ['the status changed', [readLook()], readLook({ status: 9 })],
    ['the sub-status changed', [readLook()], readLook({ subStatus: 5 })],
    ['a batch changed', [readLook()], readLook({ batches: batchesAt(1) })],
    ['there is a new doubt', [readLook({ status: 2, subStatus: 5, batches: batchesAt(3) })], ABSENT],
  ])('are counted anew when %s', (_, before, look) => {
    const quiet = [...before, ...before, ...before].map((one, index) => [index, one] as const);
    expect(after(...quiet).quietPolls).toBeGreaterThan(0);
    expect(after(...quiet, [10, look]).quietPolls).toBe(0);
  });

  test('go on being counted while a doubt stands', () => {
    expect(after([1, ABSENT], [2, ABSENT], [3, ABSENT]).quietPolls).toBe(2);
  });
});

describe('a doubt', () => {
  test.each([
    ['no such order', ABSENT, 'absent'],
    ['success with a failed batch', CONTRADICTED, 'contradicted'],
    [
      'success with a batch whose state is not told',
      readLook({ status: 2, batches: batchesAt(undefined) }),
      'batch-unknown',
    ],
    ['success with a batch that goes on', readLook({ status: 2, batches: batchesAt(2, 1) }), 'batch-open'],
    [
      'success with fewer batches than there are',
      readLook({ status: 2, batches: batchesAt(2), batchCount: 3 }),
      'batches-differ',
    ],
    ['an answer that says success and an error', faultyLook('contradictory'), 'contradictory'],
    ['an order that the list does not have', UNLISTED, 'unlisted'],
    [
      'success of an order that nothing dates',
      { kind: 'read', order: anOrder({ status: 2 }), dated: false } as const,
      'undated',
    ],
  ])('is raised by %s', (_, look, kind) => {
    expect(after([1, look]).doubt).toStrictEqual({ kind, sinceMs: 1, lastMs: 1, polls: 1, evidence: look });
  });

  test('grows with every look that shows it again', () => {
    expect(after([1, ABSENT], [5, ABSENT], [9, ABSENT]).doubt).toMatchObject({
      sinceMs: 1,
      lastMs: 9,
      polls: 3,
    });
  });

  test.each([
    'throttled',
    'server',
    'network',
    'no-answer',
    'malformed',
    'not-the-api',
    'too-large',
    'nonce-used',
  ] as const)('is neither confirmed nor dispelled by a fault: %s', reason => {
    expect(after([1, ABSENT], [5, faultyLook(reason)]).doubt).toMatchObject({
      sinceMs: 1,
      lastMs: 1,
      polls: 1,
    });
  });

  test.each([
    ['an undecided answer', readLook()],
    ['an answer that decides', readLook({ status: 2 })],
    ['an answer about another application', { kind: 'foreign', appId: 'a' } as const],
    ['an answer about an order that is too old', { kind: 'stale', startMs: 5 } as const],
  ])('is dispelled by %s', (_, look) => {
    expect(after([1, ABSENT], [5, look]).doubt).toBeUndefined();
  });

  test('begins anew when another takes its place', () => {
    expect(after([1, ABSENT], [5, CONTRADICTED]).doubt).toMatchObject({
      kind: 'contradicted',
      sinceMs: 5,
      polls: 1,
    });
  });

  test('begins anew after it was dispelled', () => {
    expect(after([1, ABSENT], [5, readLook()], [9, ABSENT]).doubt).toMatchObject({ sinceMs: 9, polls: 1 });
  });
});

describe('an outage', () => {
  test.each([
    'network',
    'no-answer',
    'server',
    'malformed',
    'not-the-api',
    'too-large',
    'nonce-used',
  ] as const)('begins with a fault: %s', reason => {
    expect(after([1, readLook()], [5, faultyLook(reason)]).unreadableSinceMs).toBe(5);
  });

  test('lasts from its first fault', () => {
    expect(after([5, faultyLook('network')], [9, faultyLook('server')]).unreadableSinceMs).toBe(5);
  });

  test.each([
    ['an answer', readLook()],
    ['a throttled look, which is an answer too', faultyLook('throttled')],
    ['no such order, which is an answer too', ABSENT],
    ['an order that the list does not have', UNLISTED],
    ['an answer about an order that is too old', { kind: 'stale', startMs: 5 } as const],
    ['an answer about another application', { kind: 'foreign', appId: 'a' } as const],
  ])('ends with %s', (_, look) => {
    expect(after([5, faultyLook('network')], [9, look]).unreadableSinceMs).toBeUndefined();
  });

  test('is not begun by throttling', () => {
    expect(
      after([5, faultyLook('throttled')], [9, faultyLook('throttled')]).unreadableSinceMs,
    ).toBeUndefined();
  });
});
