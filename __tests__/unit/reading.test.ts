import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChangeOrder } from '../../src/rollout/change-order.ts';
import { readingOf } from '../../src/rollout/reading.ts';
import { aBatch, anOrder, batchesAt } from '../support/orders.ts';

const SUB_STATUSES = [undefined, 0, 1, 5] as const;

/** For each status what it says with the sub-status not told, 0, 1 and 5. */
const READINGS: readonly (readonly [number, ...string[]])[] = [
  [0, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
  [1, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
  [2, 'succeeded', 'succeeded', 'needs-rollback', 'undecided'],
  [3, 'failed', 'failed', 'failed', 'failed'],
  [4, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
  [5, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
  [6, 'terminated', 'terminated', 'terminated', 'terminated'],
  [7, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
  [8, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
  [9, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
  [10, 'system-error', 'system-error', 'system-error', 'system-error'],
  [11, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
  [12, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
  [13, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
  [22, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
  [200, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
  [-2, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
  [Number.MAX_SAFE_INTEGER, 'undecided', 'undecided', 'needs-rollback', 'undecided'],
];

const TABLE = READINGS.flatMap(([status, ...kinds]) =>
  SUB_STATUSES.map((subStatus, index) => [status, subStatus, kinds[index]] as const),
);

describe('an order', () => {
  test.each(TABLE)('of status %d and sub-status %s reads as %s', (status, subStatus, kind) => {
    expect(readingOf(anOrder({ status, subStatus }), true)).toStrictEqual({ kind });
  });

  test.each(TABLE)(
    'of status %d and sub-status %s reads as %s with good batches too',
    (status, subStatus, kind) => {
      expect(readingOf(anOrder({ status, subStatus, batches: batchesAt(2, 2) }), true).kind).toBe(kind);
    },
  );

  test.each(TABLE.filter(([status]) => status !== 2))(
    'of status %d and sub-status %s reads as %s whatever its batches say',
    (status, subStatus, kind) => {
      expect(readingOf(anOrder({ status, subStatus, batches: batchesAt(2, 3, undefined) }), true).kind).toBe(
        kind,
      );
    },
  );
});

describe('an order that says succeeded', () => {
  test.each([3, 6, 10])('is contradicted by a batch at %d', batchStatus => {
    const order = anOrder({ status: 2, subStatus: 0, batches: batchesAt(2, batchStatus, 2) });
    expect(readingOf(order, true)).toStrictEqual({
      kind: 'doubtful',
      doubt: 'contradicted',
      evidence: { number: 2, batch: order.batches[1] },
    });
  });

  test('proves nothing as long as the state of a batch is not reported', () => {
    const order = anOrder({ status: 2, subStatus: 0, batches: batchesAt(2, 2, undefined) });
    expect(readingOf(order, true)).toStrictEqual({
      kind: 'doubtful',
      doubt: 'batch-unknown',
      evidence: { number: 3, batch: order.batches[2] },
    });
  });

  test('is contradicted by the first failed batch, even after one whose state is not reported', () => {
    const order = anOrder({ status: 2, batches: batchesAt(undefined, 6, 3) });
    expect(readingOf(order, true)).toMatchObject({ doubt: 'contradicted', evidence: { number: 2 } });
  });

  test('is believed with every batch at 2', () => {
    expect(readingOf(anOrder({ status: 2, subStatus: 0, batches: batchesAt(2, 2) }), true).kind).toBe(
      'succeeded',
    );
  });

  test.each([0, 1, 4, 5, 7, 8, 9, 11, 12, 13, 99, -1])('is not believed with a batch at %d', batchStatus => {
    const order = anOrder({ status: 2, subStatus: 0, batches: batchesAt(2, batchStatus, 2) });
    expect(readingOf(order, true)).toStrictEqual({
      kind: 'doubtful',
      doubt: 'batch-open',
      evidence: { number: 2, batch: order.batches[1] },
    });
  });

  test('reports a batch whose state is not reported before one that has not succeeded', () => {
    const order = anOrder({ status: 2, batches: batchesAt(1, undefined) });
    expect(readingOf(order, true)).toMatchObject({ doubt: 'batch-unknown', evidence: { number: 2 } });
  });

  const named = (...ids: readonly (string | undefined)[]): Partial<ChangeOrder> => ({
    batches: ids.map(pipelineId => aBatch({ pipelineId, status: 2 })),
  });

  test.each<[string, Partial<ChangeOrder>]>([
    ['as many batches as BatchCount says', { ...named('a', 'b', 'c'), batchCount: 3 }],
    ['batches without ids, as many as BatchCount says', { ...named(undefined, undefined), batchCount: 2 }],
    ['batches without a BatchCount, as older answers are', named('a', 'b')],
    ['no batch at all, as older answers are', { batches: [], batchCount: 3 }],
    ['no batch at all and a BatchCount that is none', { batches: [], oddBatchCount: true }],
    ['neither a batch nor a BatchCount', {}],
  ])('is believed with %s', (_, parts) => {
    expect(readingOf(anOrder({ status: 2, subStatus: 0, ...parts }), true)).toStrictEqual({
      kind: 'succeeded',
    });
  });

  test.each<[string, Partial<ChangeOrder>, number, number | undefined]>([
    ['fewer batches than BatchCount says', { ...named('a', 'b'), batchCount: 3 }, 2, 3],
    ['one batch of three', { ...named('a'), batchCount: 3 }, 1, 3],
    ['more batches than BatchCount says', { ...named('a', 'b', 'c', 'd'), batchCount: 3 }, 4, 3],
    ['a batch where BatchCount says none', { ...named('a'), batchCount: 0 }, 1, 0],
    ['the same batch twice', { ...named('a', 'b', 'a'), batchCount: 3 }, 2, 3],
    ['the same batch twice, once for BatchCount', { ...named('a', 'a'), batchCount: 1 }, 1, 1],
    ['the same batch twice and no BatchCount', named('a', 'a'), 1, undefined],
    ['a BatchCount that is none', { ...named('a'), oddBatchCount: true }, 1, undefined],
  ])('is not believed with %s', (_, parts, shown, count) => {
    expect(readingOf(anOrder({ status: 2, subStatus: 0, ...parts }), true)).toStrictEqual({
      kind: 'doubtful',
      doubt: 'batches-differ',
      evidence: { shown, count },
    });
  });

  test.each([1, 3, 8])('is all that the number of batches matters to: not one at %d', status => {
    const short = readingOf(anOrder({ status, ...named('a', 'a'), batchCount: 3 }), true);
    expect(short).toStrictEqual(readingOf(anOrder({ status }), true));
  });

  test('is not believed when nothing proves that it is recent enough', () => {
    expect(readingOf(anOrder({ status: 2, subStatus: 0 }), false)).toStrictEqual({
      kind: 'doubtful',
      doubt: 'undated',
    });
  });
});

test('the documented shape, and nothing but that, reads as succeeded', () => {
  const number = fc.oneof(fc.constantFrom(0, 1, 2), fc.integer({ min: -1, max: 13 }), fc.maxSafeInteger());
  const perhaps = fc.option(number, { nil: undefined });
  fc.assert(
    fc.property(
      number,
      perhaps,
      fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(2) }, perhaps), { maxLength: 4 }),
      (status, subStatus, batches) => {
        const { kind } = readingOf(anOrder({ status, subStatus, batches: batchesAt(...batches) }), true);
        const badBatches = batches.filter(batch => batch !== 2);
        const documented = status === 2 && (subStatus ?? 0) === 0 && badBatches.length === 0;
        expect(kind === 'succeeded').toBe(documented);
      },
    ),
    { numRuns: 5_000 },
  );
});
