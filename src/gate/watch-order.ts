import type { Decision } from '../polling/poll.ts';
import { poll } from '../polling/poll.ts';
import type { Ending, Limits } from '../rollout/decide.ts';
import { decide, dueMsOf } from '../rollout/decide.ts';
import type { Fault } from '../rollout/fault.ts';
import type { Look } from '../rollout/look.ts';
import type { Progress } from '../rollout/progress.ts';
import { fold, NO_PROGRESS } from '../rollout/progress.ts';
import type { LookTarget } from '../sae/look-at-order.ts';
import { orderLooker } from '../sae/look-at-order.ts';
import type { WaitEnding } from './outcome.ts';
import type { Step } from './step.ts';

/** Waits for one change order until its rollout is decided, the deadline has come, or the step is cancelled. */
export async function watchOrder(step: Step, target: LookTarget): Promise<WaitEnding> {
  const { settings, clock, chance, cancel, deadlineMs } = step;
  const { bounds, requestTimeoutMs, regionId } = settings;
  const limits: Limits = { ...settings, deadlineMs };
  const { changeOrderId, appId } = target;
  const subject = { changeOrderId, appId, regionId };
  step.follow(subject);
  const polled = await poll<Look, Progress, Ending>(
    {
      clock,
      chance,
      bounds,
      deadlineMs: state => dueMsOf(state, limits),
      fold,
      look: orderLooker(step.client, target),
      lastLookLimitMs: requestTimeoutMs,
      signal: cancel,
      decide: (state, nowMs) => decisionOf(state, nowMs, limits),
      looked: (state, before) => {
        step.looked(state, before);
      },
    },
    NO_PROGRESS,
  );
  const ending: Ending =
    polled.kind === 'ended'
      ? polled.ending
      : { verdict: 'cancelled', cause: { kind: 'cancelled', signal: String(cancel.reason) } };
  step.addManualTime(polled.state.manual.usedMs);
  return { ...ending, subject, progress: polled.state };
}

function decisionOf(progress: Progress, nowMs: number, limits: Limits): Decision<Ending> {
  const judgement = decide(progress, nowMs, limits);
  if (judgement.kind === 'ended') return judgement;
  const { last, quietLooks } = progress;
  const pause = pauseAfter(last?.kind === 'faulty' ? last.fault : undefined);
  return { kind: 'wait', quietLooks, aimsMs: judgement.aimsMs, ...pause };
}

/** The pause that a fault asks for: a throttled request always, any other only with a hint. */
export function pauseAfter(fault: Fault | undefined): Pick<Decision<never> & { kind: 'wait' }, 'pause'> {
  if (fault === undefined) return {};
  const asked = fault.reason === 'throttled' || fault.retryAfterMs !== undefined;
  return asked ? { pause: { hintMs: fault.retryAfterMs } } : {};
}
