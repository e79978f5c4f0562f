import type { Settings } from '../inputs/settings.ts';
import type { Clock } from '../polling/clock.ts';
import type { Verdict } from '../rollout/verdict.ts';
import type { ApiCaller } from '../sae/ask.ts';
import type { Hide } from '../text/redactor.ts';
import { diagnose } from './diagnose.ts';
import type { Outcome } from './outcome.ts';

/** The endings of which the API can tell more than the order does. */
const DIAGNOSED: readonly Verdict[] = ['failed', 'system-error', 'needs-rollback', 'terminated', 'timed-out'];

/** What a diagnosis takes besides the outcome. */
export interface WithDiagnosisParts {
  readonly client: ApiCaller;
  readonly clock: Clock;
  readonly cancel: AbortSignal;
  readonly settings: Pick<Settings, 'diagnose' | 'diagnoseLogs'>;
  readonly hide: Hide;
}

/**
 * The same outcome, with a diagnosis where one is wanted and of use: not for an order that was never
 * seen, and not after a cancel. Never rejects, and takes at most as long as a diagnosis.
 */
export async function withDiagnosis(outcome: Outcome, parts: WithDiagnosisParts): Promise<Outcome> {
  const { client, clock, cancel, settings, hide } = parts;
  const { verdict, progress, subject, endedWallMs, waitedMs } = outcome;
  const { order } = progress;
  if (!settings.diagnose || !DIAGNOSED.includes(verdict) || cancel.aborted || order === undefined) {
    return outcome;
  }
  const diagnosis = await diagnose({
    client,
    clock,
    cancel,
    order,
    appId: order.appId ?? subject.appId,
    startedWallMs: endedWallMs - waitedMs,
    withLog: settings.diagnoseLogs,
    hide,
  });
  return { ...outcome, diagnosis };
}
