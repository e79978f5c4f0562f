import type { ChangeOrder, ListedOrder } from '../rollout/change-order.ts';
import { rolloutStartMs } from '../rollout/change-order.ts';
import type { Fault, FaultAnswer } from '../rollout/fault.ts';
import { readingOf } from '../rollout/reading.ts';
import { hasEnded, manualStepOf, phaseOf } from '../rollout/statuses.ts';
import type { Verdict } from '../rollout/verdicts.ts';

/** The verdicts with which an order may still be open, so that it can be aborted and rolled back. */
export const UNDO_TRIGGERS = [
  'needs-rollback',
  'timed-out',
  'awaiting-manual-step',
  'cancelled',
] as const satisfies readonly Verdict[];

export type UndoTrigger = (typeof UNDO_TRIGGERS)[number];

/** The trigger that a verdict is, where it is among those that were asked for. Pure. */
export function triggerOf(verdict: Verdict, on: readonly UndoTrigger[]): UndoTrigger | undefined {
  return on.find(trigger => trigger === verdict);
}

/** What was asked for, and what the wait has found out by its end. */
export interface UndoCase {
  readonly trigger: UndoTrigger;
  /** For how many rollouts the step waits. */
  readonly targets: number;
  /** `undefined` where no order was found. */
  readonly changeOrderId: string | undefined;
  /** That of the inputs, or of the name that they give. */
  readonly appId: string | undefined;
  /** Whether the inputs name the order by its id; otherwise it was found in the application's list. */
  readonly givenById: boolean;
  readonly descriptionContains: string | undefined;
  /** Several orders could be this run's own. */
  readonly amongSeveral: boolean;
  /** When this run began, epoch ms; `undefined` where nobody knows. */
  readonly createdAfterMs: number | undefined;
}

/** What a read brought, or why it brought nothing. */
export type Read<Value> = { readonly kind: 'answer'; readonly value: Value } | FaultAnswer;

/** What was read of the order just before the write. */
export interface UndoReads {
  readonly order: Read<ChangeOrder>;
  /** The application's list of orders: of an order given by its id at least as much as holds it, else all. */
  readonly orders: Read<readonly ListedOrder[]>;
  /** The application's last order by its id; `undefined` where it tells none. */
  readonly lastOrderId: Read<string | undefined>;
}

/** Why nothing may be written, as data. */
export type UndoRefusal =
  | { readonly kind: 'several-targets' }
  | { readonly kind: 'no-application' }
  | { readonly kind: 'no-order' }
  /** It was found, and by its time alone. */
  | { readonly kind: 'not-named' }
  | { readonly kind: 'among-several' }
  | { readonly kind: 'no-run-start' }
  /** The step was cancelled, which is no occasion that was asked for. */
  | { readonly kind: 'step-cancelled' }
  | { readonly kind: 'no-time'; readonly limitMs: number }
  | { readonly kind: 'unreadable'; readonly fault: Fault }
  | { readonly kind: 'other-application'; readonly appId: string }
  | { readonly kind: 'unlisted' }
  | { readonly kind: 'other-description' }
  /** `of`: when it was created by the list, or when its first batch began by itself. */
  | { readonly kind: 'undated'; readonly of: 'creation' | 'start' }
  /** `atMs` and `createdAfterMs` in epoch ms. */
  | {
      readonly kind: 'too-old';
      readonly of: 'creation' | 'start';
      readonly atMs: number;
      readonly createdAfterMs: number;
    }
  | { readonly kind: 'ended'; readonly status: number }
  | { readonly kind: 'unknown-status'; readonly status: number }
  /** Somebody has acted on it: it is not in what the verdict was about any more. */
  | { readonly kind: 'moved-on'; readonly status: number }
  | { readonly kind: 'not-supported' }
  | { readonly kind: 'not-last'; readonly lastOrderId: string | undefined };

/**
 * Why the order must not be aborted, by what is known without a request; `undefined`: ask. Pure.
 */
export function refusalOfCase(asked: UndoCase): UndoRefusal | undefined {
  if (asked.targets !== 1) return { kind: 'several-targets' };
  if (asked.appId === undefined) return { kind: 'no-application' };
  if (asked.changeOrderId === undefined) return { kind: 'no-order' };
  if (!asked.givenById && asked.descriptionContains === undefined) return { kind: 'not-named' };
  if (asked.amongSeveral) return { kind: 'among-several' };
  return asked.createdAfterMs === undefined ? { kind: 'no-run-start' } : undefined;
}

/**
 * Why the order must not be aborted and rolled back; `undefined` only where all of this was read and holds:
 *
 * - The order is this run's own beyond doubt: the application is named and is the order's, whose list holds
 *   it; it was given by its id, or its description contains what is asked for and no other order fits; by
 *   the list it was created since this run began, and by itself its first batch began since then (the zone
 *   of the list's times is not documented everywhere; a batch tells its own time in epoch ms).
 * - It is the application's last order: what would be rolled back is not another's.
 * - It is open, in a state that the API documents, supports a rollback, and is still in what made the wait
 *   end: what a person has moved on since is theirs.
 *
 * Pure.
 */
export function refusalOf(asked: UndoCase, reads: UndoReads): UndoRefusal | undefined {
  const known = refusalOfCase(asked);
  if (known !== undefined) return known;
  for (const read of [reads.order, reads.orders, reads.lastOrderId]) {
    if (read.kind === 'fault') return { kind: 'unreadable', fault: read.fault };
  }
  const { order, orders, lastOrderId } = reads;
  if (order.kind === 'fault' || orders.kind === 'fault' || lastOrderId.kind === 'fault')
    return { kind: 'no-order' };
  return (
    refusalOfOwner(asked, order.value, orders.value) ??
    refusalOfAge(asked, order.value, orders.value) ??
    refusalOfState(asked.trigger, order.value) ??
    (lastOrderId.value === asked.changeOrderId
      ? undefined
      : { kind: 'not-last', lastOrderId: lastOrderId.value })
  );
}

function refusalOfOwner(
  asked: UndoCase,
  order: ChangeOrder,
  orders: readonly ListedOrder[],
): UndoRefusal | undefined {
  const listed = listedOf(asked, orders);
  if (order.changeOrderId !== asked.changeOrderId) return { kind: 'no-order' };
  const other = [order.appId, listed?.appId].find(appId => appId !== undefined && appId !== asked.appId);
  if (other !== undefined) return { kind: 'other-application', appId: other };
  if (listed === undefined) return { kind: 'unlisted' };
  return asked.givenById ? undefined : refusalOfChoice(asked, listed, orders);
}

/** An order that was found is this run's own only where no other one could be. */
function refusalOfChoice(
  { descriptionContains, createdAfterMs = Infinity }: UndoCase,
  listed: ListedOrder,
  orders: readonly ListedOrder[],
): UndoRefusal | undefined {
  const fits = ({ description }: ListedOrder): boolean =>
    descriptionContains !== undefined && description.includes(descriptionContains);
  if (!fits(listed)) return { kind: 'other-description' };
  const others = orders.filter(order => order !== listed && fits(order));
  const isRecent = ({ createdMs = Infinity }: ListedOrder): boolean =>
    createdMs >= wholeSecond(createdAfterMs);
  return others.some(isRecent) ? { kind: 'among-several' } : undefined;
}

function listedOf({ changeOrderId }: UndoCase, orders: readonly ListedOrder[]): ListedOrder | undefined {
  return orders.find(order => order.changeOrderId === changeOrderId);
}

/** The list tells times of creation in whole seconds. */
const RESOLUTION_MS = 1_000;

function wholeSecond(epochMs: number): number {
  return Math.floor(epochMs / RESOLUTION_MS) * RESOLUTION_MS;
}

function refusalOfAge(
  asked: UndoCase,
  order: ChangeOrder,
  orders: readonly ListedOrder[],
): UndoRefusal | undefined {
  const { createdAfterMs } = asked;
  if (createdAfterMs === undefined) return { kind: 'no-run-start' };
  const createdMs = listedOf(asked, orders)?.createdMs;
  if (createdMs === undefined) return { kind: 'undated', of: 'creation' };
  if (createdMs < wholeSecond(createdAfterMs))
    return { kind: 'too-old', of: 'creation', atMs: createdMs, createdAfterMs };
  const startMs = rolloutStartMs(order);
  if (startMs === undefined) return { kind: 'undated', of: 'start' };
  return startMs < createdAfterMs
    ? { kind: 'too-old', of: 'start', atMs: startMs, createdAfterMs }
    : undefined;
}

function refusalOfState(trigger: UndoTrigger, order: ChangeOrder): UndoRefusal | undefined {
  const { status } = order;
  if (hasEnded(status)) return { kind: 'ended', status };
  if (phaseOf(status) === undefined) return { kind: 'unknown-status', status };
  if (!isStill(trigger, order)) return { kind: 'moved-on', status };
  return order.supportRollback === true ? undefined : { kind: 'not-supported' };
}

/** Whether an open order is still in what the trigger is about. */
function isStill(trigger: UndoTrigger, order: ChangeOrder): boolean {
  switch (trigger) {
    case 'needs-rollback':
      return readingOf(order, true).kind === 'needs-rollback';
    case 'awaiting-manual-step':
      return manualStepOf(order.status) !== undefined;
    case 'timed-out':
    case 'cancelled':
      return true;
  }
}
