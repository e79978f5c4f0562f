import { describe, expect, test } from '@jest/globals';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import type { Pace } from '../../testbed/simulator/pace.ts';
import { perRequest, standingAt } from '../../testbed/simulator/pace.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { rollout } from '../../testbed/simulator/timeline.ts';
import { DESCRIBE, LIST, call, json } from './signed-fetch.ts';
import { ManualClock, withSimulator } from './with-simulator.ts';

/** In progress for a minute, then succeeded. */
const A_MINUTE = scenario({ order: { timeline: rollout({ batchesMs: [60_000], prepareMs: 0 }) } });

async function statusNow(simulator: Simulator): Promise<unknown> {
  const answer = await json(await call(simulator, DESCRIBE, { ChangeOrderId: DEMO_ORDER_ID }));
  return (answer as { readonly Data?: { readonly Status?: unknown } }).Data?.Status;
}

async function paced(
  pace: Pace,
  body: (simulator: Simulator, clock: ManualClock) => Promise<void>,
): Promise<void> {
  const clock = new ManualClock(Date.now());
  await withSimulator({ scenario: A_MINUTE, pace, nowMs: clock.nowMs }, simulator => body(simulator, clock));
}

describe('a story goes on', () => {
  test('by the clock, from the start of the simulator, whether it is asked or not', async () => {
    await paced('clock', async (simulator, clock) => {
      clock.advance(60_000);
      expect(await statusNow(simulator)).toBe(2);
    });
  });

  test('by the clock, from the first request: who starts slowly misses nothing', async () => {
    await paced('clock-from-first-request', async (simulator, clock) => {
      clock.advance(600_000);
      expect(await statusNow(simulator)).toBe(1);
      clock.advance(59_999);
      expect(await statusNow(simulator)).toBe(1);
      clock.advance(1);
      expect(await statusNow(simulator)).toBe(2);
    });
  });

  test('by what was asked, however long that takes', async () => {
    await paced(perRequest(30_000), async (simulator, clock) => {
      const seen: unknown[] = [];
      for (let look = 0; look < 4; look += 1) {
        seen.push(await statusNow(simulator));
        clock.advance(60_000);
      }
      expect(seen).toStrictEqual([1, 1, 2, 2]);
    });
  });

  test('not at all', async () => {
    await paced(standingAt(59_999), async (simulator, clock) => {
      clock.advance(600_000);
      expect([await statusNow(simulator), await statusNow(simulator)]).toStrictEqual([1, 1]);
    });
  });

  test('on a word of the test, and never back', async () => {
    let storyMs = 0;
    await paced(
      () => storyMs,
      async simulator => {
        expect(await statusNow(simulator)).toBe(1);
        storyMs = 60_000;
        expect(await statusNow(simulator)).toBe(2);
        storyMs = 0;
        expect(await statusNow(simulator)).toBe(2);
      },
    );
  });

  test('upon requests of a kind', async () => {
    await paced(
      earlier => (earlier.some(({ action }) => action === 'ListChangeOrders') ? 60_000 : 0),
      async simulator => {
        expect([await statusNow(simulator), await statusNow(simulator)]).toStrictEqual([1, 1]);
        await call(simulator, LIST, { AppId: 'a', CurrentPage: '1', PageSize: '1' });
        expect(await statusNow(simulator)).toBe(2);
      },
    );
  });
});
