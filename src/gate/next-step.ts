import type { PollBounds } from '../polling/next-look.ts';
import type { Decision } from '../polling/poll.ts';
import type { Ending, Limits } from '../rollout/decide.ts';
import { decide } from '../rollout/decide.ts';
import type { Fault } from '../rollout/fault.ts';
import type { Progress } from '../rollout/progress.ts';
import { knownOf } from '../schedule/known-of.ts';
import { plannedAimsMs, plannedWaitMs } from '../schedule/planned-wait.ts';
import type { TwoClocks } from '../schedule/told-time.ts';

/** What a wait for an order goes by, beside what the looks at it show. */
export interface Course {
  readonly limits: Limits;
  readonly bounds: PollBounds;
  /** How long the last rollouts of the same application and type took. */
  readonly pastMs: readonly number[];
}

/** What follows from the looks so far: the end of the wait, or when to look again. Pure. */
export function nextStep(progress: Progress, now: TwoClocks, course: Course): Decision<Ending> {
  const { limits, bounds, pastMs } = course;
  const judgement = decide(progress, now.nowMs, limits);
  if (judgement.kind === 'ended') return judgement;
  const known = knownOf(progress, pastMs, now);
  const { last } = progress;
  return {
    kind: 'wait',
    plannedMs: plannedWaitMs(known, now.nowMs, bounds),
    aimsMs: [...judgement.aimsMs, ...plannedAimsMs(known)],
    ...pauseAfter(last?.kind === 'faulty' ? last.fault : undefined),
  };
}

/** The pause that a fault asks for: a throttled request always, any other only with a hint. */
export function pauseAfter(fault: Fault | undefined): Pick<Decision<never> & { kind: 'wait' }, 'pause'> {
  if (fault === undefined) return {};
  const asked = fault.reason === 'throttled' || fault.retryAfterMs !== undefined;
  return asked ? { pause: { hintMs: fault.retryAfterMs } } : {};
}
