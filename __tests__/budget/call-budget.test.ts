import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PURPOSES } from '../../src/polling/call-priority.ts';
import { busiestMinute, Callers } from './callers.ts';

/** Enough time for whatever waits. */
const LONG_MS = 3_600_000;

function times<Made>(count: number, make: (index: number) => Made): readonly Made[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

describe('how many calls are made', () => {
  test("a minute's worth of first looks at once, and the next ones when these are a minute old", async () => {
    const callers = new Callers(12);
    times(15, () => {
      callers.ask({ purpose: 'first-look' });
    });
    await callers.until(LONG_MS);
    expect(callers.timesMs).toStrictEqual([...times(12, () => 0), ...times(3, () => 60_000)]);
  });

  test('who asks again and again is held to the rate', async () => {
    const callers = new Callers(12);
    times(100, index => {
      callers.ask({ askedMs: index * 1_000 });
    });
    await callers.until(LONG_MS);
    expect(callers.granted).toHaveLength(100);
    expect(busiestMinute(callers.timesMs)).toBeLessThanOrEqual(12);
    // Four are kept for a diagnosis; there is no order that could be out of sight.
    expect(callers.timesMs.slice(0, 16)).toStrictEqual([
      ...times(8, index => index * 1_000),
      ...times(8, index => 60_000 + index * 1_000),
    ]);
  });

  test('where there are many at once, no look waits for a whole minute until the first of them comes back', async () => {
    const callers = new Callers(30);
    times(20, () => {
      callers.budget.reserve({}, callers.deadline(1_800_000));
      callers.ask({ name: 'first', purpose: 'first-look' });
    });
    times(20, () => {
      callers.ask({ name: 'look', askedMs: 1_000 });
    });
    await callers.until(60_000);
    const looksMs = callers.granted.filter(({ name }) => name === 'look').map(({ atMs }) => atMs);
    expect(looksMs.slice(0, 5)).toStrictEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
  });

  test('a call counts until a minute after its answer: the API may have seen it as late as that', async () => {
    const callers = new Callers(2);
    callers.ask({ purpose: 'first-look', takesMs: 45_000 });
    callers.ask({ purpose: 'first-look', takesMs: 200 });
    callers.ask({ name: 'third', purpose: 'first-look' });
    callers.ask({ name: 'fourth', purpose: 'first-look' });
    await callers.until(LONG_MS);
    expect(callers.granted.slice(2)).toStrictEqual([
      { name: 'third', atMs: 60_200 },
      { name: 'fourth', atMs: 105_000 },
    ]);
  });

  test('a call that throws is over anyway', async () => {
    const callers = new Callers(1);
    const turn = { purpose: 'first-look', unseenSinceMs: 0, askedMs: 0 } as const;
    const fails = callers.budget.make(turn, new AbortController().signal, () =>
      Promise.reject(new Error('a bug')),
    );
    await expect(callers.clock.run(fails)).rejects.toThrow('a bug');
    callers.ask({ purpose: 'first-look' });
    await callers.until(LONG_MS);
    expect(callers.timesMs).toStrictEqual([60_000]);
  });

  test('what was not used in the minute before is lost', async () => {
    const callers = new Callers(10);
    times(30, () => {
      callers.ask({ purpose: 'first-look', askedMs: 1_800_000 });
    });
    await callers.until(LONG_MS);
    expect(callers.timesMs.filter(atMs => atMs === 1_800_000)).toHaveLength(10);
  });

  test('a budget of one call a minute makes one call a minute', async () => {
    const callers = new Callers(1);
    times(4, () => {
      callers.ask();
    });
    await callers.until(LONG_MS);
    expect(callers.timesMs).toStrictEqual([0, 60_000, 120_000, 180_000]);
  });

  test('a call is made as soon as another one is a minute old, whenever it was asked for', async () => {
    const callers = new Callers(12);
    times(12, () => {
      callers.ask({ purpose: 'first-look' });
    });
    callers.ask({ purpose: 'first-look', askedMs: 2_500 });
    await callers.until(LONG_MS);
    expect(callers.timesMs.at(-1)).toBe(60_000);
  });

  test('what was made before the API throttled counts as well', async () => {
    const callers = new Callers(12);
    times(9, () => {
      callers.ask({ purpose: 'first-look' });
    });
    times(7, () => {
      callers.ask({ purpose: 'first-look', askedMs: 30_000 });
    });
    callers.at(30_000, budget => {
      budget.throttled(callers.deadline(30_000));
    });
    await callers.until(LONG_MS);
    // Three of the seven are made before the throttling is known; these and the nine are more than six.
    expect(callers.timesMs.filter(atMs => atMs < 60_000).length).toBeLessThanOrEqual(12);
    expect(callers.timesMs.filter(atMs => atMs > 30_000 && atMs < 90_000).length).toBeLessThanOrEqual(6);
  });

  test('of equal calls the one that was asked for first is made first', async () => {
    const callers = new Callers(1);
    for (const name of ['one', 'two', 'three']) callers.ask({ name });
    await callers.until(LONG_MS);
    expect(callers.names).toStrictEqual(['one', 'two', 'three']);
  });

  test('calls are kept for deadlines in the order of these, whichever was reserved first', async () => {
    const callers = new Callers(6);
    for (const deadlineMs of [60_000, 25_000]) {
      callers.budget.reserve({}, callers.deadline(deadlineMs));
    }
    times(6, () => {
      callers.ask({ purpose: 'first-look' });
    });
    callers.ask({ name: 'diagnosis', purpose: 'diagnosis' });
    await callers.until(LONG_MS);
    // Six calls are a minute old then. One of them is kept for the first deadline, which is over, and one
    // for the second.
    expect(callers.granted.at(-1)).toStrictEqual({ name: 'diagnosis', atMs: 60_000 });
  });

  const wish = fc.record({
    purpose: fc.constantFrom(...PURPOSES),
    askedMs: fc.integer({ min: 0, max: 300_000 }),
    plannedMs: fc.integer({ min: 0, max: 60_000 }),
    givenUpMs: fc.option(fc.integer({ min: 0, max: 400_000 }), { nil: undefined }),
    takesMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10_000 })),
  });

  test('in no window of 60 s does the API see more, whichever caller asks, throttles or gives up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.array(wish, { minLength: 1, maxLength: 80 }),
        fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 40 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 120 }),
        async (perMinute, wishes, throttlesMs, deadlinesMs, shares) => {
          const callers = new Callers(perMinute);
          for (const { givenUpMs, ...one } of wishes) {
            callers.ask(givenUpMs === undefined ? one : { ...one, givenUpMs });
          }
          for (const atMs of throttlesMs) {
            callers.at(atMs, budget => {
              budget.throttled(callers.clock.nowMs());
            });
          }
          for (const deadlineMs of deadlinesMs) {
            const keptFor = {};
            callers.budget.reserve(keptFor, callers.deadline(deadlineMs));
            callers.ask({ askedMs: deadlineMs, purpose: 'last-look', keptFor });
          }
          await callers.until(24 * LONG_MS);
          // The API may have seen a call when it began, when it ended, or at any time between.
          const seenMs = callers.calls.map(
            ({ beganMs, endedMs }, index) =>
              beganMs + (endedMs - beganMs) * (shares[index % shares.length] ?? 0),
          );
          expect(busiestMinute(seenMs)).toBeLessThanOrEqual(perMinute);
          expect(callers.granted.length + callers.givenUp.length).toBe(wishes.length + deadlinesMs.length);
          expect(callers.clock.asleep).toBe(0);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('throttling', () => {
  test('halves what all calls together may be in a minute, and at once', async () => {
    const callers = new Callers(12);
    callers.at(0, budget => {
      budget.throttled(callers.clock.nowMs());
    });
    times(20, () => {
      callers.ask({ purpose: 'first-look', askedMs: 1 });
    });
    await callers.until(60_000);
    expect(callers.timesMs).toStrictEqual(times(6, () => 1));
  });

  test('leaves two calls a minute, and a tenth more for each quiet minute', async () => {
    const callers = new Callers(30);
    times(10, index => {
      callers.at(index * 10, budget => {
        budget.throttled(callers.clock.nowMs());
      });
    });
    times(100, () => {
      callers.ask({ purpose: 'first-look', askedMs: 100 });
    });
    await callers.until(LONG_MS);
    const inMinute = (minute: number): number =>
      callers.timesMs.filter(atMs => Math.floor((atMs - 100) / 60_000) === minute).length;
    expect(times(5, inMinute)).toStrictEqual([2, 5, 8, 11, 14]);
  });
});

describe('who goes first', () => {
  test('among those who wait the most urgent, not the first to come', async () => {
    const callers = new Callers(6);
    times(6, () => {
      callers.ask({ name: 'before', purpose: 'first-look' });
    });
    const waiting = PURPOSES.filter(purpose => purpose !== 'diagnosis');
    for (const purpose of waiting.toReversed()) callers.ask({ name: purpose, purpose, askedMs: 1 });
    await callers.until(LONG_MS);
    expect(callers.names.slice(6)).toStrictEqual(waiting);
  });

  test('who comes later and is more urgent goes before those who wait already', async () => {
    const callers = new Callers(6);
    times(6, () => {
      callers.ask({ name: 'before', purpose: 'first-look' });
    });
    callers.ask({ name: 'look', purpose: 'last-look', askedMs: 1 });
    callers.ask({ name: 'first', purpose: 'first-look', askedMs: 9_999 });
    await callers.until(LONG_MS);
    expect(callers.names.slice(6)).toStrictEqual(['first', 'look']);
  });

  test('nobody starves: an order that asks seldom has its turns among thirty that are near their end', async () => {
    const callers = new Callers(30);
    const near = times(30, index => `near ${index}`);
    const ask = (name: string, plannedMs: number): void => {
      callers.budget.reserve({}, callers.deadline(2 * LONG_MS));
      void looking(callers, name, plannedMs);
    };
    for (const name of near) ask(name, 2_000);
    ask('far', 30_000);
    await callers.until(LONG_MS);
    const gaps = (name: string): readonly number[] => {
      const seenMs = callers.granted.filter(one => one.name === name).map(({ atMs }) => atMs);
      return seenMs.slice(1).map((atMs, index) => atMs - (seenMs[index] ?? 0));
    };
    // 31 orders share the 25 calls that are not kept for a diagnosis.
    const roundMs = (60_000 * 31) / 25;
    expect(gaps('far').length).toBeGreaterThan(10);
    expect(Math.max(...gaps('far'))).toBeLessThan(4.1 * roundMs);
    for (const name of near) expect(Math.max(...gaps(name))).toBeLessThan(1.2 * roundMs);
  });

  test('an order near its end is looked at more often than the others, where there are too many', async () => {
    const callers = new Callers(30);
    times(
      100,
      index =>
        void looking(callers, index < 10 ? `near ${index}` : `far ${index}`, index < 10 ? 2_000 : 30_000),
    );
    await callers.until(LONG_MS);
    const looks = (kind: string): number => callers.names.filter(name => name.startsWith(kind)).length;
    expect(looks('near') / 10).toBeGreaterThan((2.5 * looks('far')) / 90);
    const seen = new Set(callers.names);
    expect(seen.size).toBe(100);
  });
});

/** An order that wants to be looked at so long after each look. */
async function looking({ clock, budget, granted }: Callers, name: string, plannedMs: number): Promise<void> {
  const never = new AbortController().signal;
  let unseenSinceMs = clock.nowMs();
  for (;;) {
    await clock.sleep(plannedMs);
    await budget.make({ purpose: 'look', unseenSinceMs, askedMs: clock.nowMs() }, never, () => {
      granted.push({ name, atMs: clock.elapsedMs });
      return Promise.resolve();
    });
    unseenSinceMs = clock.nowMs();
  }
}

describe('what is kept', () => {
  test('a call for each deadline is still there when it comes, however much is asked before', async () => {
    const callers = new Callers(20);
    times(12, () => {
      callers.budget.reserve({}, callers.deadline(300_000));
    });
    times(300, index => {
      callers.ask({ name: 'look', askedMs: index * 1_000 });
      callers.ask({ name: 'learning', purpose: 'learning', askedMs: index * 1_000 });
      callers.ask({ name: 'diagnosis', purpose: 'diagnosis', askedMs: index * 1_000 });
    });
    times(12, () => {
      callers.ask({ name: 'last', purpose: 'last-look', askedMs: 300_000 });
    });
    await callers.until(300_000);
    expect(callers.granted.filter(({ name }) => name === 'last')).toHaveLength(12);
    // And nothing was lost for it: all that may be made before has been made, save for those twelve.
    const others = callers.granted.filter(({ name }) => name !== 'last');
    expect(others.filter(({ atMs }) => atMs < 240_000).length).toBeGreaterThanOrEqual(4 * 20);
    expect(others.filter(({ atMs }) => atMs >= 240_000).length).toBeGreaterThanOrEqual(20 - 12);
  });

  test('where there are more deadlines than calls, all that a minute has are there, and others are made before', async () => {
    const callers = new Callers(20);
    times(100, () => {
      callers.budget.reserve({}, callers.deadline(300_000));
    });
    times(300, index => {
      callers.ask({ name: 'look', askedMs: index * 1_000 });
    });
    times(100, () => {
      callers.ask({ name: 'last', purpose: 'last-look', askedMs: 300_000 });
    });
    await callers.until(300_000);
    const looks = callers.granted.filter(({ name }) => name === 'look');
    expect(callers.granted.filter(({ name }) => name === 'last')).toHaveLength(20);
    // Five of twenty are kept for a diagnosis in each of the four minutes before.
    expect(looks.length).toBeGreaterThanOrEqual(4 * 15 - 1);
    expect(looks.at(-1)?.atMs).toBeGreaterThan(300_000 - 66_000);
  });

  test('first looks may use what is kept', async () => {
    const callers = new Callers(4);
    times(4, () => {
      callers.budget.reserve({}, callers.deadline(1_000));
    });
    times(4, () => {
      callers.ask({ purpose: 'first-look' });
    });
    await callers.until(0);
    expect(callers.granted).toHaveLength(4);
  });

  test('what is no longer kept is there at once for those who wait', async () => {
    const callers = new Callers(10);
    const order = {};
    times(9, () => {
      callers.ask({ purpose: 'first-look' });
    });
    callers.budget.reserve(order, callers.deadline(5_000));
    callers.ask({ name: 'diagnosis', purpose: 'diagnosis', askedMs: 10 });
    await callers.until(199);
    expect(callers.names).not.toContain('diagnosis');
    callers.at(200, budget => {
      budget.release(order);
    });
    await callers.until(LONG_MS);
    expect(callers.granted.at(-1)).toStrictEqual({ name: 'diagnosis', atMs: 200 });
  });

  test('looks that are late for their deadline find what was kept for them, and use it up', async () => {
    const callers = new Callers(10);
    const kept = times(10, () => ({}));
    for (const order of kept) callers.budget.reserve(order, callers.deadline(60_000));
    times(20, () => {
      callers.ask({ name: 'look', askedMs: 59_000 });
    });
    for (const [index, keptFor] of kept.entries()) {
      callers.ask({ name: 'last', purpose: 'last-look', askedMs: 60_000 + index, keptFor });
    }
    await callers.until(60_100);
    expect(callers.names).toStrictEqual(times(10, () => 'last'));
    await callers.until(LONG_MS);
    expect(callers.granted).toHaveLength(30);
  });

  test('a diagnosis finds five calls at once, however many looks wait, and they follow when five are free again', async () => {
    const callers = new Callers(20);
    times(200, index => {
      callers.ask({ name: 'look', askedMs: index * 100 });
    });
    times(5, () => {
      callers.ask({ name: 'diagnosis', purpose: 'diagnosis', askedMs: 120_000 });
    });
    await callers.until(LONG_MS);
    expect(callers.granted.filter(({ name }) => name === 'diagnosis').map(({ atMs }) => atMs)).toStrictEqual(
      times(5, () => 120_000),
    );
    const lastMinute = callers.granted.filter(({ atMs }) => atMs > 60_000 && atMs < 120_000);
    const next = callers.granted.find(({ name, atMs }) => name === 'look' && atMs > 120_000);
    // Not before the sixth of the last minute's looks is a minute old.
    expect(next?.atMs).toBeGreaterThanOrEqual((lastMinute[5]?.atMs ?? Infinity) + 60_000);
    expect(next?.atMs).toBeLessThanOrEqual((lastMinute[5]?.atMs ?? 0) + 66_000);
  });

  test('a call that is kept from one order does not hold up the diagnosis of another', async () => {
    const callers = new Callers(10);
    times(10, () => {
      callers.ask({ name: 'look' });
    });
    callers.ask({ name: 'diagnosis', purpose: 'diagnosis', askedMs: 1 });
    await callers.until(1);
    expect(callers.names).toStrictEqual([...times(7, () => 'look'), 'diagnosis']);
  });
});

describe('who gives up', () => {
  test('gets no call, uses none, and leaves nothing behind', async () => {
    const callers = new Callers(2);
    times(2, () => {
      callers.ask({ purpose: 'first-look' });
    });
    callers.ask({ name: 'gives up', givenUpMs: 10_000 });
    callers.ask({ name: 'stays', askedMs: 5_000 });
    await callers.until(10_000);
    expect(callers.givenUp).toStrictEqual([{ name: 'gives up', atMs: 10_000 }]);
    await callers.until(LONG_MS);
    expect(callers.names).toStrictEqual(['call', 'call', 'stays']);
    expect(callers.clock.asleep).toBe(0);
  });

  test('all of them: nobody sleeps any more', async () => {
    const callers = new Callers(1);
    callers.ask();
    times(50, () => {
      callers.ask({ givenUpMs: 1_000 });
    });
    await callers.until(1_000);
    await callers.until(1_001);
    expect(callers.givenUp).toHaveLength(50);
    expect(callers.clock.asleep).toBe(0);
  });

  test('before asking gets no call at all', async () => {
    const callers = new Callers(5);
    callers.ask({ askedMs: 2, givenUpMs: 1 });
    await callers.until(10);
    expect(callers.givenUp).toHaveLength(1);
    expect(callers.granted).toHaveLength(0);
  });

  test('after its call was allowed changes nothing, and no listener is left on its signal', async () => {
    const callers = new Callers(5);
    const signal = new AbortController().signal;
    let [listened, listening] = [0, 0];
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>): void => {
      listened++;
      listening++;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>): void => {
      listening--;
      remove(...args);
    };
    const nowMs = callers.clock.nowMs();
    const turn = { purpose: 'look', unseenSinceMs: nowMs, askedMs: nowMs } as const;
    const made = callers.budget.make(turn, signal, () => Promise.resolve('made'));
    await expect(callers.clock.run(made)).resolves.toBe('made');
    expect([listened, listening]).toStrictEqual([1, 0]);
  });
});
