import { describe, expect, test } from '@jest/globals';
import { describeAnswer, pipelines } from '../support/answers.ts';
import { gateRun } from '../support/gate-run.ts';
import { always, overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';

const MINUTE_MS = 60_000;

/** When an order that never changes is looked at in 30 minutes, without jitter. */
const QUIET_LOOKS_MS = [
  ...[0, 2_000, 5_000, 9_500, 16_250, 26_375, 41_563],
  // From here on every 30 s, the longest wait that there is by default.
  ...Array.from({ length: 58 }, (_, index) => 64_345 + index * 30_000),
  30 * MINUTE_MS,
];

describe('a wait of 30 minutes', () => {
  test('looks at once, backs off from 2 s to 30 s, and looks for the last time on the deadline', async () => {
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
    // Once the waits are long, 10 % less than 30 s, and not a moment more.
    expect(Number(early?.looksMs[20]) - Number(early?.looksMs[19])).toBe(27_000);
    expect(Number(late?.looksMs[20]) - Number(late?.looksMs[19])).toBe(30_000);
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
  const BATCHES = [pipelines(1, 0), pipelines(2, 1), pipelines(2, 2)];

  test('are short again after every change', async () => {
    const [first, second, third] = BATCHES.map(Pipelines => describeAnswer({ Pipelines }));
    if (!first || !second || !third) throw new Error('three are needed');
    const run = await gateRun(overTime([0, first], [30_000, second], [50_000, third], [60_000, SUCCEEDED]));
    expect(run.looksMs).toStrictEqual([
      ...[0, 2_000, 5_000, 9_500, 16_250, 26_375],
      // The second batch is seen at 41.563 s, the third at 51.063 s.
      ...[41_563, 43_563, 46_563, 51_063],
      ...[53_063, 56_063, 60_563],
    ]);
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
    expect(run.looksMs).toStrictEqual([0, 5_000, 12_500, 22_500, 32_500, 42_500, 52_500, 60_000]);
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
      inputs: { timeout: '20s' },
    });
    expect(run.looksMs.slice(0, 3)).toStrictEqual([0, 6_000, 13_000]);
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
  expect(run.looksMs.length).toBeLessThan(100);
});
