/** Every way in which a wait can end. Only `succeeded` is green. */
export const VERDICTS = [
  'succeeded',
  'failed',
  'terminated',
  'system-error',
  'needs-rollback',
  'awaiting-manual-step',
  'not-found',
  'timed-out',
  'unreadable',
  'cancelled',
  'not-awaited',
  'error',
] as const;

export type Verdict = (typeof VERDICTS)[number];
