import { describe, expect, test } from '@jest/globals';
import { NO_PROGRESS, fold } from '../../src/rollout/progress.ts';
import { ORDER_ID, readLook } from '../support/orders.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';
import { aTenMinuteWait } from '../support/waits.ts';

const BUG = { verdict: 'error', cause: { kind: 'bug', message: 'a bug' } } as const;
const OF_TARGET = { changeOrderId: ORDER_ID, appId: undefined, regionId: 'cn-hangzhou' };
const FOLLOWED = { changeOrderId: 'another', appId: 'app', regionId: undefined };
const NO_ESTIMATE = {
  fractionDone: undefined,
  remainingMs: undefined,
  usualMs: undefined,
  longerThanAny: undefined,
};

describe('the ending of a target', () => {
  test('of which nothing was seen is about what was asked for, and says that nothing was seen', async () => {
    const { wait, clock, pass } = aTenMinuteWait();
    const startedMs = clock.nowMs();
    await pass(7_000);
    expect(wait.ended(BUG)).toStrictEqual({
      ...BUG,
      subject: OF_TARGET,
      progress: NO_PROGRESS,
      amongSeveral: false,
      startedMs,
      waitedMs: 7_000,
      endedWallMs: WALL_START_MS + 7_000,
      estimate: NO_ESTIMATE,
    });
  });

  test('is about the order that is followed, with what the looks at that one have shown', () => {
    const { wait, clock } = aTenMinuteWait();
    const seen = fold(NO_PROGRESS, readLook({ status: 1 }), clock.nowMs());
    wait.follow({ ...FOLLOWED, changeOrderId: 'before' });
    wait.polled(seen, NO_PROGRESS);
    wait.follow(FOLLOWED);
    expect(wait.ended(BUG)).toMatchObject({ subject: FOLLOWED, progress: NO_PROGRESS });
    wait.polled(seen, NO_PROGRESS);
    const { subject, progress } = wait.ended(BUG);
    expect(subject).toBe(FOLLOWED);
    expect(progress).toBe(seen);
  });

  test('may be that of another order, at the time at which it stands for the target', async () => {
    const { wait, pass } = aTenMinuteWait();
    wait.follow(FOLLOWED);
    const earlier = wait.ended({ verdict: 'succeeded', cause: { kind: 'succeeded' } });
    await pass(60_000);
    wait.follow({ ...FOLLOWED, changeOrderId: 'later' });
    expect(wait.ended(earlier, earlier, true)).toStrictEqual({
      ...earlier,
      amongSeveral: true,
      waitedMs: 60_000,
      endedWallMs: WALL_START_MS + 60_000,
    });
  });
});
