import { describe, expect, test } from '@jest/globals';
import { heartbeat } from '../../src/polling/clock.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** When a heart beats every 60 s that is stopped at this moment, and when it is over. */
async function beatsUntil(
  stopMs: number,
): Promise<{ readonly beatsMs: readonly number[]; readonly overMs: number }> {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const beatsMs: number[] = [];
  if (stopMs === 0) stop.abort();
  else {
    clock.at(stopMs, () => {
      stop.abort();
    });
  }
  await clock.run(
    heartbeat(clock, 60_000, stop.signal, () => {
      beatsMs.push(clock.elapsedMs);
    }),
  );
  return { beatsMs, overMs: clock.elapsedMs };
}

describe('a heartbeat', () => {
  test('comes after every interval, and ends as soon as it is stopped', async () => {
    expect(await beatsUntil(200_000)).toStrictEqual({ beatsMs: [60_000, 120_000, 180_000], overMs: 200_000 });
  });

  test('does not come at once, nor when it is stopped', async () => {
    expect(await beatsUntil(59_999)).toStrictEqual({ beatsMs: [], overMs: 59_999 });
  });

  test('that is stopped before it begins does not come', async () => {
    expect(await beatsUntil(0)).toStrictEqual({ beatsMs: [], overMs: 0 });
  });
});
