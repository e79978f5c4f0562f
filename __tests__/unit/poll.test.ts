import { describe, expect, test } from '@jest/globals';
import type { Decision } from '../../src/polling/poll.ts';
import { News, poll } from '../../src/polling/poll.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** What a poll gave, `undefined` where it was given up, and what it had seen by then. */
interface Polled<State> {
  readonly ending: string | undefined;
  readonly state: State;
}

interface Trial {
  readonly clock: VirtualClock;
  readonly polled: Promise<Polled<readonly string[]>>;
  /** When looks began. */
  readonly looksMs: readonly number[];
  /** What was told of it: `looked` with how much had been seen before and after, `waits` with how much has been. */
  readonly told: readonly string[];
}

interface Parts {
  /** By what has been seen. */
  readonly deadlineMs?: number | ((seen: readonly string[]) => number);
  readonly lastPollLimitMs?: number;
  /** Whether anybody wants to be told that there will be a further look. */
  readonly tellsWaits?: boolean;
  readonly cancel?: AbortSignal;
  readonly look?: (clock: VirtualClock, signal: AbortSignal, index: number) => Promise<string>;
  /** The ending that is given by what was seen; otherwise the deadline ends the wait. */
  readonly ending?: (seen: readonly string[]) => string | undefined;
}

/** Polls every 10 s until a deadline at 25 s, where nothing else is said; what was seen is the state. */
function aPoll({
  deadlineMs = 25_000,
  lastPollLimitMs = 5_000,
  tellsWaits = true,
  cancel = new AbortController().signal,
  look,
  ending,
}: Parts = {}): Trial {
  const clock = new VirtualClock();
  const startMs = clock.nowMs();
  const dueMs = (seen: readonly string[]): number =>
    startMs + (typeof deadlineMs === 'number' ? deadlineMs : deadlineMs(seen));
  const looksMs: number[] = [];
  const told: string[] = [];
  let state: readonly string[] = [];
  const polled = poll<string, readonly string[], string>(
    {
      clock,
      chance: () => 0.5,
      bounds: { minMs: 10_000, maxMs: 10_000 },
      deadlineMs: dueMs,
      lastPollLimitMs,
      signal: cancel,
      observe: signal => {
        looksMs.push(clock.elapsedMs);
        return look?.(clock, signal, looksMs.length - 1) ?? Promise.resolve('seen');
      },
      fold: (seen, one) => [...seen, one],
      decide: (seen, nowMs): Decision<string> => {
        const found = ending?.(seen) ?? (nowMs >= dueMs(seen) ? 'deadline' : undefined);
        return found === undefined
          ? { kind: 'wait', plannedMs: 0, aimsMs: [] }
          : { kind: 'ended', ending: found };
      },
      observed: (seen, before) => {
        state = seen;
        told.push(`looked ${String(before.length)} ${String(seen.length)}`);
      },
      ...(tellsWaits && { waits: seen => told.push(`waits ${String(seen.length)}`) }),
    },
    state,
  );
  const whole = polled.then(ending => ({ ending, state }));
  return { clock, polled: clock.run(whole), looksMs, told };
}

describe('a poll', () => {
  test('looks at once, after every wait and at the deadline', async () => {
    const { polled, looksMs } = aPoll();
    expect(await polled).toStrictEqual({
      state: ['seen', 'seen', 'seen', 'seen'],
      ending: 'deadline',
    });
    expect(looksMs).toStrictEqual([0, 10_000, 20_000, 25_000]);
  });

  test('ends with the look that decides', async () => {
    const { polled, looksMs } = aPoll({ ending: seen => (seen.length === 2 ? 'decided' : undefined) });
    expect(await polled).toMatchObject({ ending: 'decided' });
    expect(looksMs).toStrictEqual([0, 10_000]);
  });

  test('reports every poll, and when there will be another one', async () => {
    const { polled, told } = aPoll({ ending: seen => (seen.length === 2 ? 'decided' : undefined) });
    await polled;
    expect(told).toStrictEqual(['looked 0 1', 'waits 1', 'looked 1 2']);
  });

  test('reports only its polls if nothing else is requested', async () => {
    const { polled, told } = aPoll({ tellsWaits: false, deadlineMs: 10_000 });
    expect(await polled).toMatchObject({ ending: 'deadline' });
    expect(told).toStrictEqual(['looked 0 1', 'looked 1 2']);
  });

  test('reports nothing of a look that was cut at the deadline, nor of a last one without an answer', async () => {
    const { polled, told } = aPoll({
      deadlineMs: 5_000,
      look: async (clock, signal) => {
        await clock.sleep(Infinity, signal);
        return 'never';
      },
    });
    expect(await polled).toStrictEqual({ state: [], ending: 'deadline' });
    expect(told).toStrictEqual([]);
  });

  test.each([0, -1])('makes no last look where there are %d ms for it', async lastPollLimitMs => {
    const { polled, looksMs, clock } = aPoll({ lastPollLimitMs });
    expect(await polled).toStrictEqual({
      state: ['seen', 'seen', 'seen'],
      ending: 'deadline',
    });
    expect(looksMs).toStrictEqual([0, 10_000, 20_000]);
    expect(clock.elapsedMs).toBe(25_000);
  });

  test('that has no time and is given up is given up', async () => {
    const { polled } = aPoll({ cancel: AbortSignal.abort(), deadlineMs: 0, lastPollLimitMs: 0 });
    expect(await polled).toStrictEqual({ ending: undefined, state: [] });
  });

  test('cuts a look that is under way at the deadline, forgets it and looks again', async () => {
    const { polled, looksMs } = aPoll({
      look: async (clock, signal, index) => {
        if (index === 2) await clock.sleep(Infinity, signal);
        return String(index);
      },
    });
    expect(await polled).toMatchObject({ state: ['0', '1', '3'] });
    expect(looksMs).toStrictEqual([0, 10_000, 20_000, 25_000]);
  });

  test('takes a look for the last one that has moved the deadline back before its own beginning', async () => {
    const { polled, looksMs } = aPoll({ deadlineMs: seen => (seen.length < 2 ? 25_000 : 10_000) });
    expect(await polled).toMatchObject({ ending: 'deadline' });
    expect(looksMs).toStrictEqual([0, 10_000]);
  });

  test('looks once more where a look has moved the deadline back, but not before its own beginning', async () => {
    const { polled, looksMs } = aPoll({
      deadlineMs: seen => (seen.length < 2 ? 25_000 : 12_000),
      look: async clock => {
        await clock.sleep(4_000);
        return 'slow';
      },
    });
    expect(await polled).toMatchObject({ ending: 'deadline' });
    expect(looksMs).toStrictEqual([0, 14_000]);
  });

  test('does not take a look for the last one that began before the deadline and ended on it', async () => {
    const { polled, looksMs } = aPoll({
      look: async (clock, _signal, index) => {
        // Lies down before the limit of the look does, and so wakes first.
        if (index === 2) await clock.sleep(5_000);
        return String(index);
      },
    });
    expect(await polled).toMatchObject({ state: ['0', '1', '2', '3'], ending: 'deadline' });
    expect(looksMs).toStrictEqual([0, 10_000, 20_000, 25_000]);
  });

  test('gives the last look its own limit, and is then over', async () => {
    const { polled, clock } = aPoll({
      look: async (clock, signal, index) => {
        if (index === 3) await clock.sleep(Infinity, signal);
        return String(index);
      },
    });
    expect(await polled).toMatchObject({ state: ['0', '1', '2'], ending: 'deadline' });
    expect(clock.elapsedMs).toBe(30_000);
    expect(clock.asleep).toBe(0);
  });

  test('never looks twice at a time, not even while a look heeds nothing', async () => {
    let open = 0;
    const { polled, looksMs } = aPoll({
      look: async clock => {
        // Only the look that was cut at the deadline may still be under way.
        expect(open).toBeLessThanOrEqual(clock.elapsedMs < 25_000 ? 0 : 1);
        open++;
        await clock.sleep(12_000);
        open--;
        return 'seen';
      },
    });
    await polled;
    expect(looksMs).toStrictEqual([0, 22_000, 25_000]);
  });

  test('is given up in the middle of a wait', async () => {
    const cancel = new AbortController();
    const { polled, clock } = aPoll({ cancel: cancel.signal });
    clock.at(3_000, () => {
      cancel.abort();
    });
    expect(await polled).toStrictEqual({ ending: undefined, state: ['seen'] });
    expect(clock.elapsedMs).toBe(3_000);
  });

  test('is cancelled in the middle of a poll, which is reported', async () => {
    const cancel = new AbortController();
    let told = false;
    const { polled, clock } = aPoll({
      cancel: cancel.signal,
      look: (_clock, signal) => {
        signal.addEventListener('abort', () => (told = true));
        return new Promise(() => undefined);
      },
    });
    clock.at(3_000, () => {
      cancel.abort();
    });
    expect(await polled).toStrictEqual({ ending: undefined, state: [] });
    expect(told).toBe(true);
  });

  test('that is given up in its last look is not taken to have reached its deadline', async () => {
    const cancel = new AbortController();
    const { polled, clock } = aPoll({
      cancel: cancel.signal,
      look: async (clock, signal, index) => {
        if (index === 3) await clock.sleep(Infinity, signal);
        return String(index);
      },
    });
    clock.at(27_000, () => {
      cancel.abort();
    });
    expect(await polled).toStrictEqual({ ending: undefined, state: ['0', '1', '2'] });
    expect(clock.elapsedMs).toBe(27_000);
  });

  test('that is given up before it begins does not look', async () => {
    const { polled, looksMs } = aPoll({ cancel: AbortSignal.abort() });
    expect((await polled).ending).toBeUndefined();
    expect(looksMs).toStrictEqual([]);
  });

  test('ends with what a look throws', async () => {
    const { polled } = aPoll({ look: () => Promise.reject(new Error('a bug')) });
    await expect(polled).rejects.toThrow('a bug');
  });

  test('is not ended by what an abandoned look throws later', async () => {
    const { polled } = aPoll({
      look: async (clock, _signal, index) => {
        if (index !== 2) return String(index);
        await clock.sleep(11_000);
        throw new Error('too late to matter');
      },
      deadlineMs: 25_000,
    });
    expect(await polled).toMatchObject({ ending: 'deadline' });
  });
});

describe('a wait that is planned anew', () => {
  interface Anew {
    readonly looksMs: readonly number[];
    readonly drawn: number;
    readonly decidedMs: readonly number[];
    readonly asleep: number;
    readonly result: Polled<number>;
  }

  /** Polls within 2 s and 30 s until 100 s; there is news at these moments, which changes the plan so. */
  async function anew(
    plannedMs: (sinceStartMs: number) => number | undefined,
    newsAtMs: readonly number[],
    more: { readonly cancelAtMs?: number; readonly polledMs?: number; readonly looks?: number } = {},
  ): Promise<Anew> {
    const clock = new VirtualClock();
    const startMs = clock.nowMs();
    const news = new News();
    const cancel = new AbortController();
    const looksMs: number[] = [];
    const decidedMs: number[] = [];
    let drawn = 0;
    for (const atMs of newsAtMs) {
      clock.at(atMs, () => {
        news.announce();
      });
    }
    if (more.cancelAtMs !== undefined) {
      clock.at(more.cancelAtMs, () => {
        cancel.abort();
      });
    }
    let state = 0;
    const ending = await clock.run(
      poll<number, number, string>(
        {
          clock,
          news,
          chance: () => {
            drawn++;
            return 0.5;
          },
          bounds: { minMs: 2_000, maxMs: 30_000 },
          deadlineMs: () => startMs + 100_000,
          lastPollLimitMs: 5_000,
          signal: cancel.signal,
          observe: async () => {
            looksMs.push(clock.elapsedMs);
            await clock.sleep(more.polledMs ?? 0);
            return 1;
          },
          fold: (looks, look) => looks + look,
          decide: (looks, nowMs) => {
            decidedMs.push(nowMs - startMs);
            const planned = plannedMs(clock.elapsedMs);
            if (looks >= (more.looks ?? 2)) return { kind: 'ended', ending: 'looked' };
            if (planned === undefined) return { kind: 'ended', ending: 'decided anew' };
            return { kind: 'wait', plannedMs: planned, aimsMs: [] };
          },
          observed: seen => {
            state = seen;
          },
        },
        state,
      ),
    );
    return { looksMs, drawn, decidedMs, asleep: clock.asleep, result: { ending, state } };
  }

  test('is as long as if all had been known at its look', async () => {
    const { looksMs, decidedMs, asleep } = await anew(ms => (ms < 1_000 ? 24_000 : 9_000), [1_000]);
    expect(looksMs).toStrictEqual([0, 9_000]);
    expect(decidedMs).toStrictEqual([0, 0, 9_000]);
    expect(asleep).toBe(0);
  });

  test('ends at once where that is over already', async () => {
    const { looksMs } = await anew(ms => (ms < 15_000 ? 24_000 : 9_000), [15_000]);
    expect(looksMs).toStrictEqual([0, 15_000]);
  });

  test('may be longer too', async () => {
    const { looksMs } = await anew(ms => (ms < 1_000 ? 5_000 : 12_000), [1_000]);
    expect(looksMs).toStrictEqual([0, 12_000]);
  });

  test('keeps to the bounds, however much news there is', async () => {
    const newsAtMs = Array.from({ length: 60 }, (_, index) => 10 + index * 50);
    const { looksMs, drawn } = await anew(() => 1, newsAtMs, { looks: 3 });
    expect(looksMs).toStrictEqual([0, 2_000, 4_000]);
    // A draw for each wait, not for each of its plans.
    expect(drawn).toBe(2);
  });

  test('is planned once where there is no news: news of before its look is no news', async () => {
    const { decidedMs } = await anew(() => 9_000, [500], { polledMs: 1_000 });
    expect(decidedMs).toStrictEqual([1_000, 11_000]);
  });

  test('does not disturb a look that is under way', async () => {
    const { looksMs } = await anew(() => 3_000, [4_500], { polledMs: 2_000, looks: 3 });
    expect(looksMs).toStrictEqual([0, 5_000, 10_000]);
  });

  test('ends with what is decided anew', async () => {
    const { result, looksMs } = await anew(ms => (ms < 1_000 ? 9_000 : undefined), [1_000]);
    expect(result).toStrictEqual({ state: 1, ending: 'decided anew' });
    expect(looksMs).toStrictEqual([0]);
  });

  test('can still be given up', async () => {
    const { result, asleep } = await anew(() => 9_000, [1_000], { cancelAtMs: 5_000 });
    expect(result).toStrictEqual({ ending: undefined, state: 1 });
    expect(asleep).toBe(0);
  });
});
