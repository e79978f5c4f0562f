import type { ListedOrder } from '../rollout/change-order.ts';
import type { Fault } from '../rollout/fault.ts';
import type { Limits } from '../rollout/judge.ts';
import { decide } from '../rollout/judge.ts';
import type { Progress } from '../rollout/progress.ts';
import { hasEnded, manualStepOf, provesBegun } from '../rollout/statuses.ts';

/**
 * The orders of an application that keep it from being free, the one first that is to be waited for first:
 * one that runs before one that is to come, then the oldest. None only where nothing is under way.
 *
 * An order has to have ended by a status that the API reference documents: a number that it does not, or none,
 * is one that goes on. The orders of one application run strictly one after the other, so one that has not
 * ended blocks nothing where a newer one has begun: a record that got stuck would block for the three months
 * that SAE keeps it. That the other one is newer has to be proven by both times of creation, which are told to
 * the second: in doubt the order blocks. Pure.
 */
export function blockingOrders(orders: readonly ListedOrder[]): readonly ListedOrder[] {
  const newestBegunMs = orders
    .filter(({ status }) => provesBegun(status))
    .reduce((newest, { createdMs = -Infinity }) => Math.max(newest, createdMs), -Infinity);
  return orders
    .filter(({ status, createdMs = Infinity }) => !hasEnded(status) && createdMs >= newestBegunMs)
    .toSorted((a, b) => placeOf(a) - placeOf(b) || createdOf(a) - createdOf(b));
}

/** What runs, then what a person has to move on, then what is to come, then what nobody can tell. */
function placeOf({ status }: ListedOrder): number {
  if (provesBegun(status)) return 0;
  if (status === undefined) return 3;
  return manualStepOf(status) === undefined ? 2 : 1;
}

/** A number, so that two that are not told are alike. */
function createdOf({ createdMs = Number.MAX_SAFE_INTEGER }: ListedOrder): number {
  return createdMs;
}

/** What the polls of the order that blocks say about the wait. */
export type BlockingReading =
  /** It has ended, is not there any more, or is of another application: the list has to say what blocks now. */
  | { readonly kind: 'ask-the-list' }
  /** It can neither be completed nor rolled back by itself. */
  | { readonly kind: 'needs-rollback' }
  | { readonly kind: 'awaits-person'; readonly status: number; readonly ranOut: boolean }
  | { readonly kind: 'deadline' }
  /** `lastedMs`: for how long nothing could be read; `undefined` where the API refused. */
  | { readonly kind: 'unreadable'; readonly fault: Fault; readonly lastedMs: number | undefined };

/**
 * How the polls so far of the order that blocks decide the wait; `undefined`: look at it again. Whether the
 * order succeeded is nothing to it: it has ended by its status, and the list confirms that. Pure.
 */
export function readBlocking(progress: Progress, nowMs: number, limits: Limits): BlockingReading | undefined {
  const { last } = progress;
  if (last?.kind === 'read' && hasEnded(last.order.status)) return { kind: 'ask-the-list' };
  const cause = decide(progress, nowMs, limits)?.cause;
  switch (cause?.kind) {
    case undefined:
      return undefined;
    case 'needs-rollback':
    case 'deadline':
      return { kind: cause.kind };
    case 'manual-step':
      return { kind: 'awaits-person', status: cause.status, ranOut: cause.ranOut };
    case 'refused':
      return { kind: 'unreadable', fault: cause.fault, lastedMs: undefined };
    case 'outage':
      return { kind: 'unreadable', fault: cause.fault, lastedMs: cause.lastedMs };
    default:
      return { kind: 'ask-the-list' };
  }
}
