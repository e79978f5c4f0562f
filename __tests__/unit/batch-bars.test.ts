import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { batchBars } from '../../src/report/batches.ts';
import type { Batch } from '../../src/rollout/change-order.ts';
import { aBatch } from '../support/orders.ts';

const NOW_MS = 1_000_000;

/** A batch of this state that ran between these shares of the time up to now. */
function ran(status: number, from: number, to: number): Batch {
  return aBatch({ status, startMs: from * NOW_MS, updateMs: to * NOW_MS });
}

describe('the bars of batches', () => {
  test('show one after the other', () => {
    expect(batchBars([ran(2, 0, 0.25), ran(2, 0.25, 0.5), ran(2, 0.5, 1)], NOW_MS)).toStrictEqual([
      '█████░░░░░░░░░░░░░░░',
      '░░░░░█████░░░░░░░░░░',
      '░░░░░░░░░░██████████',
    ]);
  });

  test('show a batch that runs up to now, however old its last news', () => {
    expect(batchBars([ran(2, 0, 0.5), ran(1, 0.5, 0.6)], NOW_MS)).toStrictEqual([
      '██████████░░░░░░░░░░',
      '░░░░░░░░░░██████████',
    ]);
  });

  test('show that nothing ran between two batches', () => {
    expect(batchBars([ran(2, 0, 0.25), ran(2, 0.75, 1)], NOW_MS)).toStrictEqual([
      '█████░░░░░░░░░░░░░░░',
      '░░░░░▒▒▒▒▒▒▒▒▒▒█████',
    ]);
  });

  test('show a failed batch up to its last news', () => {
    expect(batchBars([ran(2, 0, 1), ran(3, 0, 0.5)], NOW_MS)[1]).toBe('██████████░░░░░░░░░░');
  });

  test('are empty for a batch that has not begun', () => {
    expect(batchBars([ran(2, 0, 1), aBatch({ status: 0 })], NOW_MS)[1]).toBe('░░░░░░░░░░░░░░░░░░░░');
  });

  test('are empty where no time is told', () => {
    expect(batchBars([aBatch({ status: 2 })], NOW_MS)).toStrictEqual(['░░░░░░░░░░░░░░░░░░░░']);
  });

  test('show something of a batch that took no time', () => {
    expect(batchBars([ran(2, 0, 1), ran(2, 1, 1)], NOW_MS)[1]).toBe('░░░░░░░░░░░░░░░░░░░█');
  });

  test('are full for a single batch, even one whose times run backwards', () => {
    expect(batchBars([ran(2, 0.5, 0.2)], NOW_MS)).toStrictEqual(['█'.padEnd(20, '░')]);
    expect(batchBars([ran(2, 0.2, 0.5)], NOW_MS)).toStrictEqual(['█'.repeat(20)]);
  });

  test('are none for no batches', () => {
    expect(batchBars([], NOW_MS)).toStrictEqual([]);
  });

  test('are made of as many batches as an answer can hold', () => {
    const many = Array.from({ length: 300_000 }, () => ran(2, 0, 1));
    expect(batchBars(many, NOW_MS)).toHaveLength(many.length);
  });

  test('are always twenty cells with at most one block in them', () => {
    const time = fc.option(fc.integer({ min: 1, max: 8.64e15 }), { nil: undefined });
    const batch = fc.record({
      status: fc.option(fc.integer({ min: 0, max: 13 }), { nil: undefined }),
      startMs: time,
      updateMs: time,
    });
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 6 }), fc.integer(), (parts, nowMs) => {
        const bars = batchBars(parts.map(aBatch), nowMs);
        expect(bars).toHaveLength(parts.length);
        for (const bar of bars) {
          expect(bar).toMatch(/^░*▒*█*░*$/u);
          expect(bar).toHaveLength(20);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
