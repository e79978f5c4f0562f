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

/** The exit statuses of the command. Distinct by what somebody has to do. */
export const EXIT_STATUS = {
  succeeded: 0,
  'rollout-failed': 1,
  usage: 2,
  'timed-out': 3,
  'not-found': 4,
  unreadable: 5,
  'awaiting-person': 6,
  /** 70 is EX_SOFTWARE of sysexits.h. */
  bug: 70,
  /** 128 and the number of the signal, as shells have it. */
  'hung-up': 129,
  interrupted: 130,
  quit: 131,
  terminated: 143,
} as const;

export type ExitName = keyof typeof EXIT_STATUS;
