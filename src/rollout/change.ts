import type { ChangeOrder } from './change-order.ts';

/** Something that is new since the look before. `atMs` is when it was seen, by the monotonic clock. */
export type Change =
  | { readonly kind: 'first-seen'; readonly atMs: number; readonly order: ChangeOrder }
  | { readonly kind: 'status'; readonly atMs: number; readonly status: number }
  | { readonly kind: 'sub-status'; readonly atMs: number; readonly subStatus: number | undefined }
  | {
      readonly kind: 'batch';
      readonly atMs: number;
      /** Counted from 1. */
      readonly number: number;
      readonly of: number;
      readonly status: number;
      /** How long the batch has been going on by the cloud's own times, where it tells them. */
      readonly tookMs: number | undefined;
    };

/** What a new answer shows that the one before did not. Pure. */
export function changesBetween(
  before: ChangeOrder | undefined,
  after: ChangeOrder,
  atMs: number,
): readonly Change[] {
  const first: Change[] = before === undefined ? [{ kind: 'first-seen', atMs, order: after }] : [];
  // Not push(...): an answer may hold more batches than a call can have arguments.
  const changes = [...first, ...batchChanges(before, after, atMs)];
  if (before !== undefined && before.status !== after.status) {
    changes.push({ kind: 'status', atMs, status: after.status });
  }
  if ((before?.subStatus ?? 0) !== (after.subStatus ?? 0)) {
    changes.push({ kind: 'sub-status', atMs, subStatus: after.subStatus });
  }
  return changes;
}

function batchChanges(before: ChangeOrder | undefined, after: ChangeOrder, atMs: number): readonly Change[] {
  return after.batches.flatMap((batch, index): Change[] => {
    const { status, startMs, updateMs } = batch;
    const statusBefore = before?.batches[index]?.status ?? 0;
    if (status === undefined || status === statusBefore) return [];
    const told = startMs !== undefined && updateMs !== undefined && startMs <= updateMs;
    const tookMs = told ? updateMs - startMs : undefined;
    return [{ kind: 'batch', atMs, number: index + 1, of: batchTotal(after), status, tookMs }];
  });
}

/** How many batches the rollout has: those that are shown, or the count where that is larger. */
export function batchTotal(order: ChangeOrder): number {
  return Math.max(order.batchCount ?? 0, order.batches.length);
}
