import type { ChangeOrder } from './change-order.ts';

/** When the first batch of an order began, epoch ms, as far as its batches tell. Pure. */
export function rolloutStartMs({ batches }: ChangeOrder): number | undefined {
  // Not Math.min(...starts): an answer may hold more batches than a call can have arguments.
  return batches.reduce<number | undefined>(
    (least, { startMs }) => (startMs === undefined || (least ?? Infinity) < startMs ? least : startMs),
    undefined,
  );
}
