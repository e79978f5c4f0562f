import type { Change } from './change.ts';
import { statusName } from './status.ts';

/**
 * What all the changes of an order have shown, however many there were: what a plan needs of them is kept
 * here, so that no change has to be remembered for it. Times by the monotonic clock.
 */
export interface Course {
  /**
   * When the order last did something that the usual course of a rollout does not explain: a change of its
   * sub-status, a batch that ended badly, a state that nobody documents, a step that a person took.
   * `undefined`: never.
   */
  readonly lastSurpriseMs: number | undefined;
  /** Whether a rollout on its way by itself can be in the status that was seen last. */
  readonly isUsual: boolean;
  /** When each batch, by its number counted from 1, was first seen to have begun. */
  readonly batchesSeenMs: ReadonlyMap<number, number>;
}

export const NO_COURSE: Course = { lastSurpriseMs: undefined, isUsual: true, batchesSeenMs: new Map() };

/** The course after these further changes. Takes time in proportion to them and to the batches. Pure. */
export function courseAfter(before: Course, changes: readonly Change[]): Course {
  let { lastSurpriseMs, isUsual: wasUsual } = before;
  for (const change of changes) {
    const isUsual = change.kind === 'sub-status' ? false : isUsualStatus(statusIn(change));
    const isSurprise = change.kind === 'status' ? !(isUsual && wasUsual) : !isUsual;
    if (isSurprise) lastSurpriseMs = change.atMs;
    if (change.kind === 'status' || change.kind === 'first-seen') wasUsual = isUsual;
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

/** Whether a rollout on its way by itself can be in this state. */
function isUsualStatus(status: number): boolean {
  switch (statusName(status)) {
    case 'preparing':
    case 'approved':
    case 'in-progress':
    case 'auto-pause':
    case 'succeeded':
      return true;
    default:
      return false;
  }
}
