import type { Verdict } from '../../rollout/verdicts.ts';
import type { StatusWords } from '../statuses.ts';

/** What an order or a batch is at, in English. */
export const statusName: StatusWords['statusName'] = {
  preparing: 'preparing',
  'in-progress': 'in progress',
  succeeded: 'succeeded',
  failed: 'failed',
  terminated: 'terminated',
  'awaiting-release': 'waiting for a person to release the next batch',
  'auto-pause': 'pausing, SAE goes on by itself',
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
  if (subStatus === undefined) return 'not told';
  if (subStatus === 0) return 'normal';
  return subStatus === 1 ? 'an exception occurred' : `unknown sub-status ${subStatus}`;
}

/** How a wait ended, after the application's name. */
export const verdicts: Readonly<Record<Verdict, string>> = {
  succeeded: 'succeeded',
  failed: 'failed',
  terminated: 'was terminated',
  'system-error': 'failed by a system exception',
  'needs-rollback': 'needs a rollback by a person',
  'awaiting-manual-step': 'waits for a person',
  'not-found': 'was not found',
  'timed-out': 'was not finished in time',
  unreadable: 'could not be read',
  cancelled: 'was not awaited to its end: cancelled',
  'not-awaited': 'was not awaited to its end',
  error: 'was not judged: error',
};
