import type { StatusWords } from '../facts.ts';

/** What an order or a batch is at, in English. */
export const statusName: StatusWords['statusName'] = {
  preparing: 'preparing',
  'in-progress': 'in progress',
  succeeded: 'succeeded',
  failed: 'failed',
  terminated: 'terminated',
  'awaiting-release': 'waiting for a person to release the next batch',
  'auto-pause': 'pausing before the next batch, SAE continues by itself',
  'system-error': 'failed by a system exception',
  'awaiting-approval': 'waiting for approval',
  approved: 'approved, about to run',
};

/** What is said of a status that the API does not document. */
export function unknownStatus(status: number): string {
  return `unknown status ${status}`;
}

/** What is said of a sub-status, which may not be told. */
export function subStatusName(subStatus: number | undefined): string {
  if (subStatus === undefined) return 'not reported';
  if (subStatus === 0) return 'normal';
  return subStatus === 1 ? 'an exception occurred' : `unknown sub-status ${subStatus}`;
}

/** What a status is told with. */
export const STATUS_WORDS = { statusName, unknownStatus };
