import { nextStep } from '../../src/gate/next-step.ts';
import { nextLookMs } from '../../src/polling/next-look.ts';
import type { Progress } from '../../src/rollout/progress.ts';
import { fold, NO_PROGRESS } from '../../src/rollout/progress.ts';
import type { Random } from './random.ts';
import type { Rollout } from './rollouts.ts';
import { CREATED_WALL_MS } from './rollouts.ts';
import type { Watched } from './watched.ts';

/** The gate's default bounds. */
export const BOUNDS = { minMs: 2_000, maxMs: 30_000 };

const OUTAGE_TOLERANCE_MS = 300_000;

/** The gate's own functions, from the creation of the order on, with requests that take no time. */
export function gateWatch(
  { endMs, orderAt }: Rollout,
  pastMs: readonly number[],
  deadlineMs: number,
  chance: Random,
): Watched {
  const limits = {
    deadlineMs,
    manualStepTimeoutMs: undefined,
    failOnManualStep: false,
    outageToleranceMs: OUTAGE_TOLERANCE_MS,
  };
  let progress: Progress = NO_PROGRESS;
  let nowMs = 0;
  for (;;) {
    progress = fold(progress, { kind: 'read', order: orderAt(nowMs), dated: true }, nowMs);
    const now = { nowMs, wallMs: CREATED_WALL_MS + nowMs };
    const step = nextStep(progress, now, { limits, bounds: BOUNDS, pastMs });
    if (step.kind === 'ended') return { lagMs: Math.max(0, nowMs - endMs), calls: progress.looks };
    nowMs = nextLookMs({ nowMs, deadlineMs, ...step }, BOUNDS, chance());
  }
}
