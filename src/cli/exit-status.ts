import type { CancelSignal, GateCause, TargetEnding } from '../endings/ending.ts';
import { CANCEL_SIGNALS } from '../endings/ending.ts';
import type { ExitName } from '../rollout/verdicts.ts';
import { VERDICT_FACTS } from '../rollout/verdicts.ts';

/** The exit status for the outcome that determines the step. Total. Pure. */
export function exitNameOf({ verdict, cause }: Pick<TargetEnding, 'verdict' | 'cause'>): ExitName {
  return byCause(cause) ?? VERDICT_FACTS[verdict].exit;
}

const BY_SIGNAL: Readonly<Record<CancelSignal, ExitName>> = {
  SIGHUP: 'hung-up',
  SIGINT: 'interrupted',
  SIGQUIT: 'quit',
  SIGTERM: 'terminated',
};

/** Causes that say more than the verdict. */
function byCause(cause: GateCause): ExitName | undefined {
  switch (cause.kind) {
    case 'cancelled':
    case 'idle-cancelled': {
      const signal = CANCEL_SIGNALS.find(name => name === cause.signal);
      return signal && BY_SIGNAL[signal];
    }
    // Foreign means an order of another application: the inputs contradict each other, as with a name that
    // means no application, or another one.
    case 'bad-inputs':
    case 'foreign':
    case 'name-unknown':
    case 'name-ambiguous':
    case 'name-mismatch':
      return 'usage';
    default:
      return undefined;
  }
}
