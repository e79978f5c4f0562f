import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readingOf } from '../../src/rollout/reading.ts';
import { anOrder, batchesAt } from '../support/orders.ts';

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
    expect(readingOf(anOrder({ status, subStatus }))).toStrictEqual({ kind });
  });

  test.each(TABLE)(
    'of status %d and sub-status %s reads as %s with good batches too',
    (status, subStatus, kind) => {
      expect(readingOf(anOrder({ status, subStatus, batches: batchesAt(2, 2) })).kind).toBe(kind);
    },
  );

  test.each(TABLE.filter(([status]) => status !== 2))(
    'of status %d and sub-status %s reads as %s whatever its batches say',
    (status, subStatus, kind) => {
      expect(readingOf(anOrder({ status, subStatus, batches: batchesAt(2, 3, undefined) })).kind).toBe(kind);
    },
  );
});

describe('an order that says succeeded', () => {
  test.each([3, 6, 10])('is contradicted by a batch at %d', batchStatus => {
    const order = anOrder({ status: 2, subStatus: 0, batches: batchesAt(2, batchStatus, 2) });
    expect(readingOf(order)).toStrictEqual({
      kind: 'doubtful',
      doubt: 'contradicted',
      evidence: { number: 2, batch: order.batches[1] },
    });
  });

  test('proves nothing as long as the state of a batch is not told', () => {
    const order = anOrder({ status: 2, subStatus: 0, batches: batchesAt(2, 2, undefined) });
    expect(readingOf(order)).toStrictEqual({
      kind: 'doubtful',
      doubt: 'batch-unknown',
      evidence: { number: 3, batch: order.batches[2] },
    });
  });

  test('is contradicted by the first failed batch, even after one whose state is not told', () => {
    const order = anOrder({ status: 2, batches: batchesAt(undefined, 6, 3) });
    expect(readingOf(order)).toMatchObject({ doubt: 'contradicted', evidence: { number: 2 } });
  });

  test.each([0, 1, 2, 4, 5, 7, 8, 9, 11, 12, 13, -1])('is believed with a batch at %d', batchStatus => {
    expect(readingOf(anOrder({ status: 2, subStatus: 0, batches: batchesAt(batchStatus) }))).toStrictEqual({
      kind: 'succeeded',
    });
  });

  test('is believed without any batch', () => {
    expect(readingOf(anOrder({ status: 2, subStatus: 0 })).kind).toBe('succeeded');
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
    fc.property(number, perhaps, fc.array(perhaps, { maxLength: 4 }), (status, subStatus, batches) => {
      const { kind } = readingOf(anOrder({ status, subStatus, batches: batchesAt(...batches) }));
      const badBatches = batches.filter(batch => batch === undefined || [3, 6, 10].includes(batch));
      const documented = status === 2 && (subStatus ?? 0) === 0 && badBatches.length === 0;
      expect(kind === 'succeeded').toBe(documented);
    }),
    { numRuns: 5_000 },
  );
});
