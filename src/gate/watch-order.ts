import type { Settings } from '../inputs/settings.ts';
import type { Clock } from '../polling/clock.ts';
import { heartbeat } from '../polling/heartbeat.ts';
import type { Decision } from '../polling/poll.ts';
import { poll } from '../polling/poll.ts';
import type { Reporter } from '../report/reporter.ts';
import type { Ending } from '../rollout/decide.ts';
import { decide } from '../rollout/decide.ts';
import type { Look } from '../rollout/look.ts';
import type { Progress } from '../rollout/progress.ts';
import { fold, NO_PROGRESS } from '../rollout/progress.ts';
import type { Outcome } from './outcome.ts';

const HEARTBEAT_MS = 30_000;

export interface Watch {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly chance: () => number;
  /** Aborted, with the name of the signal as its reason, when the step is cancelled. */
  readonly cancel: AbortSignal;
  readonly look: (signal: AbortSignal) => Promise<Look>;
  readonly reporter: Required<Reporter>;
}

/** Waits for one change order until its rollout is decided, the deadline has come, or the step is cancelled. */
export async function watchOrder({
  settings,
  clock,
  chance,
  cancel,
  look,
  reporter,
}: Watch): Promise<Outcome> {
  const startMs = clock.nowMs();
  const deadlineMs = startMs + settings.timeoutMs;
  const limits = { deadlineMs, outageToleranceMs: settings.outageToleranceMs };
  const moment = () => {
    const nowMs = clock.nowMs();
    return { elapsedMs: nowMs - startMs, leftMs: Math.max(0, deadlineMs - nowMs), wallMs: clock.wallMs() };
  };
  let progress = NO_PROGRESS;
  const stopBeating = new AbortController();
  void heartbeat(clock, HEARTBEAT_MS, AbortSignal.any([cancel, stopBeating.signal]), () => {
    reporter.beat(progress, moment());
  });
  try {
    const polled = await poll<Look, Progress, Ending>(
      {
        clock,
        chance,
        deadlineMs,
        look,
        fold,
        bounds: settings.bounds,
        lastLookLimitMs: settings.requestTimeoutMs,
        signal: cancel,
        decide: (state, nowMs) => decisionOf(state, nowMs, limits),
        looked: (state, before) => {
          progress = state;
          reporter.looked(state, before, moment());
        },
      },
      NO_PROGRESS,
    );
    const ending = polled.kind === 'ended' ? polled.ending : cancelled(cancel);
    return { ...ending, progress, waitedMs: clock.nowMs() - startMs, endedWallMs: clock.wallMs() };
  } finally {
    stopBeating.abort();
  }
}

function decisionOf(
  progress: Progress,
  nowMs: number,
  limits: Parameters<typeof decide>[2],
): Decision<Ending> {
  const judgement = decide(progress, nowMs, limits);
  if (judgement.kind === 'ended') return judgement;
  const { last, quietLooks } = progress;
  const fault = last?.kind === 'faulty' ? last.fault : undefined;
  const pausing = fault?.reason === 'throttled' || fault?.retryAfterMs !== undefined;
  return {
    kind: 'wait',
    quietLooks,
    aimsMs: judgement.aimsMs,
    ...(pausing ? { pause: { hintMs: fault.retryAfterMs } } : {}),
  };
}

function cancelled(cancel: AbortSignal): Ending {
  return { verdict: 'cancelled', cause: { kind: 'cancelled', signal: String(cancel.reason) } };
}
