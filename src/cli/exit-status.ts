import type { CancelSignal, GateCause, Outcome } from '../endings/ending.ts';
import { CANCEL_SIGNALS } from '../endings/ending.ts';
import { VERDICT_FACTS } from '../rollout/verdicts.ts';

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

/** The exit status for the outcome that speaks for the step. Total. Pure. */
export function exitNameOf({ verdict, cause }: Pick<Outcome, 'verdict' | 'cause'>): ExitName {
  return byCause(cause) ?? VERDICT_FACTS[verdict].exit;
}

const BY_SIGNAL: Readonly<Record<CancelSignal, ExitName>> = {
  SIGHUP: 'hung-up',
  SIGINT: 'interrupted',
  SIGQUIT: 'quit',
  SIGTERM: 'terminated',
};

/** Where the cause says more than the verdict. */
function byCause(cause: GateCause): ExitName | undefined {
  switch (cause.kind) {
    case 'cancelled': {
      const signal = CANCEL_SIGNALS.find(name => name === cause.signal);
      return signal && BY_SIGNAL[signal];
    }
    // Foreign is an order of another application: what was asked for does not go together.
    case 'bad-inputs':
    case 'foreign':
      return 'usage';
    default:
      return undefined;
  }
}
