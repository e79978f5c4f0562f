import { describe, expect, test } from '@jest/globals';
import { VirtualClock, WALL_START_MS } from '../support/virtual-clock.ts';

// The tests of waits lean on this clock: it is tested like what it stands for.
describe('the virtual clock', () => {
  test('wakes sleepers in the order of their times, whatever the order in which they lay down', async () => {
    const clock = new VirtualClock();
    const woken: string[] = [];
    const sleep = async (name: string, durationMs: number): Promise<void> => {
      await clock.sleep(durationMs);
      woken.push(`${name} at ${clock.elapsedMs}`);
    };
    await clock.run(
      Promise.all([sleep('a', 3_000), sleep('b', 1_000), sleep('c', 2_000), sleep('d', 1_000)]),
    );
    expect(woken).toStrictEqual(['b at 1000', 'd at 1000', 'c at 2000', 'a at 3000']);
  });

  test('lets everything that can go on go on before time passes', async () => {
    const clock = new VirtualClock();
    const busy = async (): Promise<number> => {
      for (let turn = 0; turn < 1_000; turn++) await Promise.resolve();
      return clock.elapsedMs;
    };
    void clock.sleep(1);
    expect(await clock.run(busy())).toBe(0);
  });

  test('moves both of its hands together', async () => {
    const clock = new VirtualClock();
    const startMs = clock.nowMs();
    await clock.run(clock.sleep(1_234));
    expect(clock.nowMs() - startMs).toBe(1_234);
    expect(clock.wallMs()).toBe(WALL_START_MS + 1_234);
  });

  test('wakes who is called, and forgets the sleep', async () => {
    const clock = new VirtualClock();
    const call = new AbortController();
    const sleeping = clock.sleep(Infinity, call.signal);
    expect(clock.asleep).toBe(1);
    call.abort();
    await clock.run(sleeping);
    expect(clock.elapsedMs).toBe(0);
    expect(clock.asleep).toBe(0);
  });

  test.each([0, -1])('does not sleep for %d ms', async durationMs => {
    const clock = new VirtualClock();
    await clock.sleep(durationMs);
    await clock.sleep(5, AbortSignal.abort());
    expect(clock.asleep).toBe(0);
  });

  test('wakes at a whole millisecond', async () => {
    const clock = new VirtualClock();
    await clock.run(clock.sleep(0.4));
    expect(clock.elapsedMs).toBe(1);
  });

  test('says so when a test waits for what never comes', async () => {
    const clock = new VirtualClock();
    await expect(clock.run(new Promise(() => undefined))).rejects.toThrow('nobody sleeps');
    void clock.sleep(Infinity);
    await expect(clock.run(new Promise(() => undefined))).rejects.toThrow('for ever');
  });

  test('passes on what the work rejects with', async () => {
    const clock = new VirtualClock();
    await expect(clock.run(Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  });
});
