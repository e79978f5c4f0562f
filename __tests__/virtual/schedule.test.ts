import { describe, expect, test } from '@jest/globals';
import { describeAnswer } from '../support/answers.ts';
import { gateRun } from '../support/gate-run.ts';
import { firstLookFrom, quietLooksMs } from '../support/quiet-looks.ts';
import { always, overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

const MINUTE_MS = 60_000;

/** When an order that never changes is looked at in 30 minutes, without jitter. */
const QUIET_LOOKS_MS = [
  ...quietLooksMs(30 * MINUTE_MS).filter(ms => ms < 30 * MINUTE_MS - 2_000),
  // The minimum is left before the last one.
  ...[30 * MINUTE_MS - 2_000, 30 * MINUTE_MS],
];

describe('a wait of 30 minutes', () => {
  test('looks at once, then as planned for an unknown order, and for the last time on the deadline', async () => {
    const run = await gateRun(always(RUNNING));
    expect(run.looksMs).toStrictEqual(QUIET_LOOKS_MS);
    expect(run.verdict).toBe('timed-out');
    expect(run.endedAtMs).toBe(30 * MINUTE_MS);
    expect(run.asleep).toBe(0);
  });

  test('looks no more often than the API allows, even with the shortest waits', async () => {
    const run = await gateRun(always(RUNNING), { chance: () => 0 });
    for (const atMs of run.looksMs) {
      const withinMinute = run.looksMs.filter(other => other >= atMs && other < atMs + MINUTE_MS);
      expect(withinMinute.length).toBeLessThan(10);
    }
  });

  test.each([0, 0.25, 0.999_999])('ends on the deadline whatever chance gives: %d', async chance => {
    const run = await gateRun(always(RUNNING), { chance: () => chance });
    expect(run.looksMs[0]).toBe(0);
    expect(run.looksMs.at(-1)).toBe(30 * MINUTE_MS);
    expect(run.endedAtMs).toBe(30 * MINUTE_MS);
  });

  test('spreads the looks of many gates by chance', async () => {
    const [early, late] = await Promise.all(
      [0, 0.999_999].map(chance => gateRun(always(RUNNING), { chance: () => chance })),
    );
    const [plannedMs = 0] = quietLooksMs(1).slice(1);
    expect(early?.looksMs[1]).toBeLessThan(0.91 * plannedMs);
    expect(late?.looksMs[1]).toBeGreaterThan(1.09 * plannedMs);
  });

  test('is green at the first look for an order that is finished already', async () => {
    const run = await gateRun(always(SUCCEEDED));
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', endedAtMs: 0, looksMs: [0], asleep: 0 });
  });

  test('is green for an order that succeeded a second before the deadline', async () => {
    const run = await gateRun(overTime([0, RUNNING], [30 * MINUTE_MS - 1_000, SUCCEEDED]));
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', endedAtMs: 30 * MINUTE_MS });
  });

  test('is green for an order that succeeded just on the deadline', async () => {
    const run = await gateRun(overTime([0, RUNNING], [30 * MINUTE_MS, SUCCEEDED]));
    expect(run.green).toBe(true);
  });

  test('is red for an order that succeeded a millisecond after the deadline', async () => {
    const run = await gateRun(overTime([0, RUNNING], [30 * MINUTE_MS + 1, SUCCEEDED]));
    expect(run).toMatchObject({ green: false, verdict: 'timed-out' });
  });

  test('notices the end within the longest wait', async () => {
    const run = await gateRun(overTime([0, RUNNING], [17 * MINUTE_MS, SUCCEEDED]));
    expect(run.green).toBe(true);
    expect(run.endedAtMs - 17 * MINUTE_MS).toBeLessThanOrEqual(30_000);
  });
});

describe('the waits between looks', () => {
  const PAUSING = {
    Status: 9,
    BatchCount: 2,
    BatchWaitTime: 2,
    Pipelines: [
      { Status: 2, StartTime: WALL_START_MS - 60_000, UpdateTime: WALL_START_MS - 10_000 },
      { Status: 0 },
    ],
  };

  test('are even in a pause, and a look is aimed at a second after its end', async () => {
    const run = await gateRun(overTime([0, describeAnswer(PAUSING)], [110_000, SUCCEEDED]));
    expect(run.looksMs).toStrictEqual([0, 18_500, 37_000, 55_500, 74_000, 92_500, 111_000]);
  });

  test.each([8, 11])(
    'are the longest while only a person can act, and short again then: %d',
    async Status => {
      const waiting = describeAnswer({ Status });
      const run = await gateRun(overTime([0, waiting], [60_000, RUNNING], [75_000, SUCCEEDED]));
      expect(run.looksMs).toStrictEqual([0, 30_000, 60_000, 62_000, 65_000, 69_500, 76_250]);
    },
  );

  test('are short again after a change that no rollout explains', async () => {
    const odd = describeAnswer({ SubStatus: 5 });
    const run = await gateRun(overTime([0, RUNNING], [30_000, odd], [42_000, SUCCEEDED]));
    const changedMs = firstLookFrom(30_000);
    expect(run.looksMs.filter(ms => ms >= changedMs)).toStrictEqual(
      [0, 2_000, 5_000].map(ms => changedMs + ms),
    );
  });

  test('are shorter when the last of several batches is about to end like the others', async () => {
    const at = (seconds: number): number => WALL_START_MS + seconds * 1_000;
    const first = { Status: 2, StartTime: at(0), UpdateTime: at(100) };
    const second = { Status: 2, StartTime: at(100), UpdateTime: at(200) };
    const third = { Status: 1, StartTime: at(200) };
    const run = await gateRun(
      overTime(
        [0, describeAnswer({ Pipelines: [{ Status: 1, StartTime: at(0) }, {}, {}] })],
        [100_000, describeAnswer({ Pipelines: [first, { Status: 1, StartTime: at(100) }, {}] })],
        [200_000, describeAnswer({ Pipelines: [first, second, third] })],
        [300_000, SUCCEEDED],
      ),
    );
    const waitsMs = run.looksMs.map((ms, index) => ms - (run.looksMs[index - 1] ?? 0));
    expect(Math.max(...waitsMs.slice(-4))).toBeLessThan(5_000);
    const inSecondBatchMs = waitsMs.filter((_, index) => {
      const polledMs = run.looksMs[index] ?? 0;
      return polledMs > 130_000 && polledMs < 200_000;
    });
    expect(Math.min(...inSecondBatchMs)).toBeGreaterThan(10_000);
  });

  test('stay as they are while only texts and times change', async () => {
    const run = await gateRun(({ atMs }) => ({
      kind: 'answer',
      answer: describeAnswer({
        Description: `at ${atMs}`,
        Pipelines: [{ Status: 1, StartTime: 1, UpdateTime: atMs }],
      }),
    }));
    expect(run.looksMs).toStrictEqual(QUIET_LOOKS_MS);
  });

  test('keep within the bounds that are given', async () => {
    const run = await gateRun(always(RUNNING), {
      inputs: { minPollInterval: '5s', maxPollInterval: '10s', timeout: '1m' },
    });
    expect(run.looksMs).toStrictEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]);
  });

  test('are all the same when the bounds are', async () => {
    const run = await gateRun(always(RUNNING), {
      inputs: { minPollInterval: '20s', maxPollInterval: '20s', timeout: '70s' },
      chance: () => 0.9,
    });
    expect(run.looksMs).toStrictEqual([0, 20_000, 40_000, 60_000, 70_000]);
  });

  test('count from the end of a look, not from its start', async () => {
    const run = await gateRun(always({ kind: 'answer', answer: RUNNING, afterMs: 4_000 }), {
      inputs: { minPollInterval: '10s', maxPollInterval: '10s', timeout: '30s' },
    });
    expect(run.looksMs).toStrictEqual([0, 14_000, 28_000, 30_000]);
  });
});

describe('a wait whose deadline comes before the second look', () => {
  test('looks twice all the same', async () => {
    const run = await gateRun(overTime([0, RUNNING], [500, SUCCEEDED]), { inputs: { timeout: '500ms' } });
    expect(run).toMatchObject({ green: true, looksMs: [0, 500] });
  });

  test('of a millisecond looks twice all the same', async () => {
    const run = await gateRun(always(RUNNING), { inputs: { timeout: '1ms' } });
    expect(run).toMatchObject({ verdict: 'timed-out', looksMs: [0, 1] });
  });
});

test('a wait of two days ends on its deadline', async () => {
  const run = await gateRun(always(RUNNING), { inputs: { timeout: '48h', maxPollInterval: '1h' } });
  expect(run).toMatchObject({ verdict: 'timed-out', endedAtMs: 48 * 60 * MINUTE_MS });
  // Without a maximum that matters, the waits grow like the root of the time: 200 s after two days.
  expect(run.looksMs.length).toBeLessThan(2_000);
});
