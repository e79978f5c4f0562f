import type { CancelSignal, GateCause, Outcome } from '../endings/ending.ts';
import { CANCEL_SIGNALS } from '../endings/ending.ts';
import type { ExitName, Verdict } from '../rollout/verdicts.ts';

const BY_VERDICT: Readonly<Record<Exclude<Verdict, 'cancelled' | 'error'>, ExitName>> = {
  succeeded: 'succeeded',
  failed: 'rollout-failed',
  terminated: 'rollout-failed',
  'system-error': 'rollout-failed',
  'needs-rollback': 'rollout-failed',
  // Never the worst of its step: another order is red.
  'not-awaited': 'rollout-failed',
  'timed-out': 'timed-out',
  'not-found': 'not-found',
  unreadable: 'unreadable',
  'awaiting-manual-step': 'awaiting-person',
};

/** The exit status for the outcome that speaks for the step. Total. Pure. */
export function exitNameOf({ verdict, cause }: Pick<Outcome, 'verdict' | 'cause'>): ExitName {
  if (verdict === 'cancelled') return cancelledBy(cause);
  if (verdict !== 'error') return BY_VERDICT[verdict];
  // An order of another application: what was asked for does not go together.
  return cause.kind === 'bad-inputs' || cause.kind === 'foreign' ? 'usage' : 'bug';
}

const BY_SIGNAL: Readonly<Record<CancelSignal, ExitName>> = {
  SIGHUP: 'hung-up',
  SIGINT: 'interrupted',
  SIGQUIT: 'quit',
  SIGTERM: 'terminated',
};

function cancelledBy(cause: GateCause): ExitName {
  const signal = cause.kind === 'cancelled' ? CANCEL_SIGNALS.find(name => name === cause.signal) : undefined;
  return BY_SIGNAL[signal ?? 'SIGINT'];
}
