/**
 * The documented states of change orders and of their batches, by number. 7 is known from the sister
 * product EDAS ("partly succeeded") and not documented for SAE: it is left out on purpose, like every
 * other unknown number.
 */
export const STATUSES = {
  0: 'preparing',
  1: 'in-progress',
  2: 'succeeded',
  3: 'failed',
  6: 'terminated',
  8: 'awaiting-release',
  9: 'auto-pause',
  10: 'system-error',
  11: 'awaiting-approval',
  12: 'approved',
} as const;

export type StatusName = (typeof STATUSES)[keyof typeof STATUSES];

/** The name of a status number, or `undefined` for a number that the API does not document. */
export function statusName(status: number): StatusName | undefined {
  return (STATUSES as Readonly<Record<number, StatusName>>)[status];
}

/** The three states in which an order or a batch has ended badly. */
export type FailedStatusName = 'failed' | 'terminated' | 'system-error';

/** The name of a status in which an order or a batch has ended badly, `undefined` for every other one. Pure. */
export function failedStatusName(status: number | undefined): FailedStatusName | undefined {
  const name = status === undefined ? undefined : statusName(status);
  return name === 'failed' || name === 'terminated' || name === 'system-error' ? name : undefined;
}
