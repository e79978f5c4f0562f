import type { ChangeOrder } from './change-order.ts';
import { batchTookMs, batchTotal } from './change-order.ts';
import { isUsual } from './statuses.ts';

/** Something new since the previous poll. `atMs` is when it was seen, by the monotonic clock. */
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
      /** How long the batch has been running by the cloud's own times, if it reports them. */
      readonly tookMs: number | undefined;
    };

/** What an answer shows that the previous one did not. Pure. */
export function changesBetween(
  before: ChangeOrder | undefined,
  after: ChangeOrder,
  atMs: number,
): readonly Change[] {
  const first: Change[] = before === undefined ? [{ kind: 'first-seen', atMs, order: after }] : [];
  // Not push(...): an answer may have more batches than a call can have arguments.
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
    const { status } = batch;
    const statusBefore = before?.batches[index]?.status ?? 0;
    if (status === undefined || status === statusBefore) return [];
    const place = { number: index + 1, of: batchTotal(after) };
    return [{ kind: 'batch', atMs, ...place, status, tookMs: batchTookMs(batch) }];
  });
}

/** How many changes are kept from the start of a timeline, and as many from its end. */
export const KEPT_AT_EACH_END = 200;

/**
 * Changes in the order in which they were seen; of very many only the first and last. A status that flaps at
 * every poll for a day must not fill the memory or the report.
 */
export interface Timeline {
  readonly changes: readonly Change[];
  /** How many were left out, between the first `KEPT_AT_EACH_END` and the others. */
  readonly leftOut: number;
}

export const NO_CHANGES: Timeline = { changes: [], leftOut: 0 };

/** The timeline after these further changes. Pure. */
export function timelineAfter(before: Timeline, further: readonly Change[]): Timeline {
  if (further.length === 0) return before;
  const changes = [...before.changes, ...further];
  const excess = changes.length - 2 * KEPT_AT_EACH_END;
  if (excess <= 0) return { changes, leftOut: before.leftOut };
  return {
    changes: [...changes.slice(0, KEPT_AT_EACH_END), ...changes.slice(-KEPT_AT_EACH_END)],
    leftOut: before.leftOut + excess,
  };
}

/** The changes in order, with the count of the omitted ones in their place. Pure. */
export function toldInOrder<Told>(
  { changes, leftOut }: Timeline,
  tell: (change: Change) => Told,
  tellLeftOut: (count: number) => Told,
): readonly Told[] {
  if (leftOut === 0) return changes.map(tell);
  return [
    ...changes.slice(0, KEPT_AT_EACH_END).map(tell),
    tellLeftOut(leftOut),
    ...changes.slice(KEPT_AT_EACH_END).map(tell),
  ];
}

/**
 * What all the changes of an order have shown, however many there were: planning needs only this, so no
 * change has to be kept for it. Times by the monotonic clock.
 */
export interface Course {
  /**
   * When the order last did something unusual: a changed sub-status, a batch that ended badly, an
   * undocumented state, a manual step. `undefined`: never.
   */
  readonly lastSurpriseMs: number | undefined;
  /** Whether a rollout that needs nobody can be in the last seen status. */
  readonly isUsual: boolean;
  /** When each batch, by its number counted from 1, was first seen to have begun. */
  readonly batchesSeenMs: ReadonlyMap<number, number>;
}

export const NO_COURSE: Course = { lastSurpriseMs: undefined, isUsual: true, batchesSeenMs: new Map() };

/** The course after these further changes. Takes time in proportion to them and to the batches. Pure. */
export function courseAfter(before: Course, changes: readonly Change[]): Course {
  let { lastSurpriseMs, isUsual: wasUsual } = before;
  for (const change of changes) {
    const usual = change.kind !== 'sub-status' && isUsual(statusIn(change));
    const isSurprise = change.kind === 'status' ? !(usual && wasUsual) : !usual;
    if (isSurprise) lastSurpriseMs = change.atMs;
    if (change.kind === 'status' || change.kind === 'first-seen') wasUsual = usual;
  }
  return { lastSurpriseMs, isUsual: wasUsual, batchesSeenMs: seenAfter(before.batchesSeenMs, changes) };
}

function seenAfter(
  before: ReadonlyMap<number, number>,
  changes: readonly Change[],
): ReadonlyMap<number, number> {
  let seen: Map<number, number> | undefined;
  for (const change of changes) {
    if (change.kind !== 'batch' || (seen ?? before).has(change.number)) continue;
    seen ??= new Map(before);
    seen.set(change.number, change.atMs);
  }
  return seen ?? before;
}

function statusIn(change: Exclude<Change, { readonly kind: 'sub-status' }>): number {
  return change.kind === 'first-seen' ? change.order.status : change.status;
}
