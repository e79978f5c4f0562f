import type { TargetEnding } from '../../src/endings/ending.ts';
import type { ChangeOrder } from '../../src/rollout/change-order.ts';
import { fold, NO_PROGRESS } from '../../src/rollout/progress.ts';
import type { GateVerdict, Verdict } from '../../src/rollout/verdicts.ts';
import { VERDICTS } from '../../src/rollout/verdicts.ts';
import { anOrder, APP_ID, ORDER_ID } from './orders.ts';

/** How a rollout can end, the worst first. */
export const GATE_VERDICTS = VERDICTS.filter(
  (verdict: Verdict): verdict is GateVerdict => verdict !== 'idle',
);

/** When the steps of these outcomes began, by the monotonic clock. */
const STARTED_MS = 5_000;
/** When they ended, by the wall clock: 2026-11-22 05:31:07 UTC. */
export const ENDED_WALL_MS = Date.UTC(2026, 10, 22, 5, 31, 7);

/** How a step ended: by default a success after 90 s, of which nothing was seen. */
export function anOutcome(parts: Partial<TargetEnding> = {}): TargetEnding {
  return {
    verdict: 'succeeded',
    cause: { kind: 'succeeded' },
    subject: { changeOrderId: ORDER_ID, appId: APP_ID, regionId: 'cn-hangzhou' },
    progress: NO_PROGRESS,
    amongSeveral: false,
    startedMs: STARTED_MS,
    waitedMs: 90_000,
    endedWallMs: ENDED_WALL_MS,
    ...parts,
  };
}

/** The same after one look, which showed this order. */
export function anOutcomeOf(order: Partial<ChangeOrder>, parts: Partial<TargetEnding> = {}): TargetEnding {
  const progress = fold(NO_PROGRESS, { kind: 'read', order: anOrder(order), dated: true }, STARTED_MS);
  return anOutcome({ progress, ...parts });
}
