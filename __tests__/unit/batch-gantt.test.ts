import { describe, expect, test } from '@jest/globals';
import { batchGantt } from '../../src/report/gantt.ts';
import type { Batch } from '../../src/rollout/change-order.ts';
import { en } from '../../src/words/en/en.ts';
import { aBatch } from '../support/orders.ts';

const over = (startMs: number, endMs: number): Batch => aBatch({ status: 2, startMs, updateMs: endMs });
const running = (startMs: number): Batch => aBatch({ status: 1, startMs, updateMs: startMs });
const toCome = aBatch({ status: 0 });

/** The bars: label and from when to when. */
function barsAt(nowMs: number, batches: readonly Batch[]): readonly string[] {
  const chart = batchGantt({ status: 1, subStatus: 0, batches }, nowMs, en) ?? '';
  return chart.split('\n').filter(line => line.includes(' :'));
}

describe('the plan of the batches that have not begun', () => {
  test('goes by those that are over, and leaves the one that runs as long as they took', () => {
    expect(barsAt(61_000, [over(0, 60_000), running(60_000), toCome, toCome])).toStrictEqual([
      '  Batch 1 :0, 60000',
      '  Batch 2 :active, 60000, 61000',
      '  Batch 3 (planned) :done, 120000, 180000',
      '  Batch 4 (planned) :done, 180000, 240000',
    ]);
  });

  test('begins now where the one that runs has taken longer than those before it', () => {
    expect(barsAt(200_000, [over(0, 60_000), running(60_000), toCome]).at(-1)).toBe(
      '  Batch 3 (planned) :done, 200000, 260000',
    );
  });

  test('has nothing but the first batch to go by while that runs', () => {
    expect(barsAt(30_000, [running(0), toCome])).toStrictEqual([
      '  Batch 1 :active, 0, 30000',
      '  Batch 2 (planned) :done, 30000, 60000',
    ]);
  });

  test('begins at the end of the last one where none runs', () => {
    expect(barsAt(90_000, [over(0, 60_000), toCome]).at(-1)).toBe('  Batch 2 (planned) :done, 60000, 120000');
  });
});
