import type { Change } from '../rollout/change.ts';
import { statusName } from '../rollout/status.ts';

/**
 * When the order last did something (by the monotonic clock) that the usual course of a rollout does not
 * explain: a change of its sub-status, a batch that ended badly, a state that nobody documents, a step
 * that a person took. `undefined`: never. Pure.
 */
export function lastSurpriseMs(timeline: readonly Change[]): number | undefined {
  let surprisedMs: number | undefined;
  let wasUsual = true;
  for (const change of timeline) {
    const isUsual = change.kind === 'sub-status' ? false : isUsualStatus(statusIn(change));
    const isSurprise = change.kind === 'status' ? !(isUsual && wasUsual) : !isUsual;
    if (isSurprise) surprisedMs = change.atMs;
    if (change.kind === 'status' || change.kind === 'first-seen') wasUsual = isUsual;
  }
  return surprisedMs;
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
