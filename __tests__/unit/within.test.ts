import { describe, expect, test } from '@jest/globals';
import type { Bounded } from '../../src/polling/clock.ts';
import { within } from '../../src/polling/clock.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

type Work = (clock: VirtualClock, signal: AbortSignal) => Promise<string>;

/** Runs work for at most 10 s; given up at a moment, where one is said. */
async function trial(
  work: Work,
  giveUpAtMs?: number,
): Promise<{ readonly outcome: Bounded<string>; readonly clock: VirtualClock; readonly aborted: boolean }> {
  const clock = new VirtualClock();
  const giveUp = new AbortController();
  if (giveUpAtMs === 0) giveUp.abort();
  else if (giveUpAtMs !== undefined) {
    clock.at(giveUpAtMs, () => {
      giveUp.abort();
    });
  }
  let given: AbortSignal | undefined;
  const outcome = await clock.run(
    within(clock, 10_000, giveUp.signal, signal => {
      given = signal;
      return work(clock, signal);
    }),
  );
  return { outcome, clock, aborted: given?.aborted ?? false };
}

const NEVER: Work = () => new Promise(() => undefined);

describe('work with a time limit', () => {
  test('gives its value in time', async () => {
    const { outcome, clock } = await trial(async clock => {
      await clock.sleep(9_999);
      return 'value';
    });
    expect(outcome).toStrictEqual({ kind: 'done', value: 'value' });
    expect(clock.elapsedMs).toBe(9_999);
    expect(clock.asleep).toBe(0);
  });

  test('is over when its time is up, even if it heeds nothing', async () => {
    const { outcome, clock, aborted } = await trial(NEVER);
    expect(outcome).toStrictEqual({ kind: 'timed-out' });
    expect(clock.elapsedMs).toBe(10_000);
    expect(aborted).toBe(true);
  });

  test('is over when the caller gives up, even if it heeds nothing', async () => {
    const { outcome, clock, aborted } = await trial(NEVER, 3_000);
    expect(outcome).toStrictEqual({ kind: 'aborted' });
    expect(clock.elapsedMs).toBe(3_000);
    expect(aborted).toBe(true);
    expect(clock.asleep).toBe(0);
  });

  test('is not begun when the caller has given up already', async () => {
    let begun = false;
    const { outcome } = await trial(() => {
      begun = true;
      return Promise.resolve('value');
    }, 0);
    expect(outcome).toStrictEqual({ kind: 'aborted' });
    expect(begun).toBe(false);
  });

  test('rejects with what it rejects with', async () => {
    await expect(trial(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  });
});
