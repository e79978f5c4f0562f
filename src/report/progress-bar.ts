import type { Batch } from '../rollout/change-order.ts';
import { statusName } from '../rollout/status.ts';

const CELLS = 10;

/** How many of an order's batches have succeeded, as a bar of 10 cells. Pure. */
export function progressBar(batches: readonly Batch[]): string {
  const done = batches.filter(({ status }) => statusName(status ?? 0) === 'succeeded').length;
  const filled = batches.length === 0 ? 0 : Math.floor((done / batches.length) * CELLS);
  return '█'.repeat(filled) + '░'.repeat(CELLS - filled);
}
