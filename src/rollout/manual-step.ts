import type { ChangeOrder } from './change-order.ts';
import { statusName } from './status.ts';

/** How long an order has been waiting for a person (status 8 or 11). Times by the monotonic clock. */
export interface ManualTime {
  /** `undefined` while it is not waiting for a person. */
  readonly sinceMs: number | undefined;
  /** In waits that are over. */
  readonly usedMs: number;
}

export const NO_MANUAL_TIME: ManualTime = { sinceMs: undefined, usedMs: 0 };

/** Whether only a person can move the order on: by releasing the next batch, or by approving it. */
export function awaitsPerson({ status }: ChangeOrder): boolean {
  const name = statusName(status);
  return name === 'awaiting-release' || name === 'awaiting-approval';
}

/** The time spent waiting for a person, in ms of the monotonic clock, after a look at `nowMs`. Pure. */
export function manualTimeAfter(
  { sinceMs, usedMs }: ManualTime,
  order: ChangeOrder,
  nowMs: number,
): ManualTime {
  if (awaitsPerson(order)) return { sinceMs: sinceMs ?? nowMs, usedMs };
  return { sinceMs: undefined, usedMs: usedMs + (sinceMs === undefined ? 0 : nowMs - sinceMs) };
}

/**
 * When the last look is due. Where waits for a person have a limit of their own, the time spent in them
 * counts against that one and not against the deadline. Pure.
 */
export function dueMs(
  { sinceMs, usedMs }: ManualTime,
  deadlineMs: number,
  manualStepTimeoutMs: number | undefined,
): number {
  if (manualStepTimeoutMs === undefined) return deadlineMs;
  return sinceMs === undefined ? deadlineMs + usedMs : sinceMs + Math.max(0, manualStepTimeoutMs - usedMs);
}
