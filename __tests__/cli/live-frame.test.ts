import { expect, test } from '@jest/globals';
import { liveFrame } from '../../src/cli/live-frame.ts';
import type { Batch } from '../../src/rollout/change-order.ts';
import { NO_PROGRESS } from '../../src/rollout/progress.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { anOrder } from '../support/orders.ts';

test.each([
  [20, 22],
  [24, 1],
  [300_000, 1],
])('of %i batches, where 24 lines have room, the picture has %i lines', (count, lines) => {
  let looks = 0;
  const batch = {
    ...{ pipelineId: undefined, name: undefined, startMs: 1, updateMs: 2 },
    get status(): number {
      looks++;
      return 1;
    },
  } satisfies Batch;
  const order = anOrder({ batches: Array.from({ length: count }, () => batch) });
  const frame = liveFrame({
    entries: [
      {
        subject: { changeOrderId: 'o', appId: undefined, regionId: undefined },
        progress: { ...NO_PROGRESS, order },
        notes: [],
        moment: {
          ...{ elapsedMs: 0, leftMs: 1, wallMs: 0, startedMs: 0 },
          estimate: {
            fractionDone: undefined,
            remainingMs: undefined,
            usualMs: undefined,
            longerThanAny: undefined,
          },
        },
        outcome: undefined,
      },
    ],
    ...{ nowMs: 0, nowWallMs: 0, turn: 0, rows: 24, columns: 80, words: catalogue.en },
    redact: text => text,
  });
  expect(frame).toHaveLength(lines);
  // What does not fit is not made: that would take longer than until the next picture.
  expect(looks > 0).toBe(lines > 1);
});
