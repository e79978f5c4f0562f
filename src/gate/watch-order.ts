import { poll } from '../polling/poll.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import type { Ending, Limits } from '../rollout/decide.ts';
import { dueMsOf } from '../rollout/decide.ts';
import type { Look } from '../rollout/look.ts';
import type { Progress } from '../rollout/progress.ts';
import { fold, NO_PROGRESS } from '../rollout/progress.ts';
import { readingOf } from '../rollout/reading.ts';
import type { LookTarget } from '../sae/look-at-order.ts';
import { orderLooker } from '../sae/look-at-order.ts';
import { nextStep } from './next-step.ts';
import type { WaitEnding } from './outcome.ts';
import type { Wait } from './wait.ts';

/** The reason of a cancel that another order's red end gave. */
export const FAILED_FAST = 'failed fast';

/** Waits for one change order until its rollout is decided, the deadline has come, or the step is cancelled. */
export async function watchOrder(wait: Wait, target: LookTarget): Promise<WaitEnding> {
  const { settings, clock, chance, cancel, deadlineMs } = wait;
  const { bounds, regionId } = settings;
  const limits: Limits = { ...settings, deadlineMs, manualStepTimeoutMs: wait.manualTimeLeftMs };
  const { changeOrderId, appId } = target;
  const subject = { changeOrderId, appId, regionId };
  wait.follow(subject);
  const polled = await poll<Look, Progress, Ending>(
    {
      clock,
      chance,
      bounds,
      deadlineMs: state => dueMsOf(state, limits),
      fold,
      look: orderLooker(wait.client, target, () => wait.turns.next()),
      lastLookLimitMs: wait.lastLookLimitMs,
      signal: cancel,
      decide: (state, nowMs) => {
        const wallMs = clock.wallMs() - (clock.nowMs() - nowMs);
        return nextStep(state, { nowMs, wallMs }, { limits, bounds, pastMs: wait.pastMs });
      },
      news: wait.news,
      looked: (state, before) => {
        wait.turns.due(dueMsOf(state, limits));
        wait.looked(state, before);
      },
      waits: ({ order }) => {
        if (order !== undefined && goesOn(order)) void wait.learn(order);
      },
    },
    NO_PROGRESS,
  );
  const ending: Ending = polled.kind === 'ended' ? polled.ending : givenUp(cancel);
  wait.addManualTime(polled.state.manual.usedMs);
  return { ...ending, subject, progress: polled.state };
}

/** What has ended needs no schedule. */
function goesOn(order: ChangeOrder): boolean {
  return readingOf(order).kind === 'undecided';
}

/** How a wait ends that was given up: the step was cancelled, or another order is red already. */
export function givenUp(cancel: AbortSignal): Ending {
  const reason = String(cancel.reason);
  return reason === FAILED_FAST
    ? { verdict: 'not-awaited', cause: { kind: 'not-awaited' } }
    : { verdict: 'cancelled', cause: { kind: 'cancelled', signal: reason } };
}
