import type { Application } from './application.ts';
import { DEMO_APPLICATION } from './application.ts';
import type { ChangeOrder } from './change-order.ts';
import { changeOrder } from './change-order.ts';
import { PREVIOUS_RELEASE } from './release.ts';
import { stableId } from './stable-id.ts';
import { MINUTE_MS } from './story-time.ts';
import { rollout } from './timeline.ts';

const DAY_MS = 1_440 * MINUTE_MS;

/** Rollouts of an application that took so long, in one batch each, and succeeded: one a day, yesterday's first. */
export function pastOrders(
  durationsMs: readonly number[],
  app: Application = DEMO_APPLICATION,
): readonly ChangeOrder[] {
  return durationsMs.map((durationMs, index) =>
    changeOrder({
      id: stableId(`${app.id}/past/${index}`),
      app,
      createdAtMs: -(index + 1) * DAY_MS,
      timeline: rollout({ batchesMs: [durationMs] }),
      release: PREVIOUS_RELEASE,
    }),
  );
}

/** What the usual rollout of the demo has taken in the past: three and a half minutes to four and a half. */
export const DEMO_PAST = pastOrders(
  [228, 241, 219, 252, 233, 246, 224, 263, 238, 231, 249, 226].map(seconds => seconds * 1_000),
);
