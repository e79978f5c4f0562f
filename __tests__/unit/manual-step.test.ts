import { describe, expect, test } from '@jest/globals';
import type { Limits } from '../../src/rollout/judge.ts';
import { decide, dueMsOf } from '../../src/rollout/judge.ts';
import type { Observation, Progress } from '../../src/rollout/progress.ts';
import {
  NO_MANUAL_TIME,
  NO_PROGRESS,
  awaitsPerson,
  dueMs,
  fold,
  manualTimeAfter,
} from '../../src/rollout/progress.ts';
import { anOrder, faultyLook, readLook } from '../support/orders.ts';

const RUNNING = anOrder({ status: 1 });
const TO_RELEASE = anOrder({ status: 8 });
const TO_APPROVE = anOrder({ status: 11 });

describe('a person is waited for', () => {
  test.each([
    [0, false],
    [1, false],
    [2, false],
    [3, false],
    [7, false],
    [8, true],
    [9, false],
    [10, false],
    [11, true],
    [12, false],
    [-1, false],
  ])('at status %d: %s', (status, awaited) => {
    expect(awaitsPerson(anOrder({ status }))).toBe(awaited);
  });
});

describe('the time in which a person is waited for', () => {
  test('is none to begin with', () => {
    expect(NO_MANUAL_TIME).toStrictEqual({ sinceMs: undefined, usedMs: 0 });
    expect(manualTimeAfter(NO_MANUAL_TIME, RUNNING, 5_000)).toStrictEqual(NO_MANUAL_TIME);
  });

  test('counts from the first answer that says so, through release and approval', () => {
    const first = manualTimeAfter(NO_MANUAL_TIME, TO_RELEASE, 1_000);
    expect(first).toStrictEqual({ sinceMs: 1_000, usedMs: 0 });
    expect(manualTimeAfter(first, TO_APPROVE, 9_000)).toStrictEqual(first);
  });

  test('is added up when it is over', () => {
    const first = manualTimeAfter({ sinceMs: 1_000, usedMs: 0 }, RUNNING, 4_000);
    expect(first).toStrictEqual({ sinceMs: undefined, usedMs: 3_000 });
    const second = manualTimeAfter(first, TO_RELEASE, 10_000);
    expect(second).toStrictEqual({ sinceMs: 10_000, usedMs: 3_000 });
    expect(manualTimeAfter(second, RUNNING, 17_000)).toStrictEqual({ sinceMs: undefined, usedMs: 10_000 });
  });
});

describe('the last look is due', () => {
  test.each([
    ['at the deadline, where nobody was waited for', { sinceMs: undefined, usedMs: 0 }, 60_000, 100_000],
    ['so much later as people were waited for', { sinceMs: undefined, usedMs: 7_000 }, 60_000, 107_000],
    ['when the time for a person is up', { sinceMs: 20_000, usedMs: 0 }, 60_000, 80_000],
    ['when what is left of that time is up', { sinceMs: 20_000, usedMs: 50_000 }, 60_000, 30_000],
    ['at once, where nothing is left of it', { sinceMs: 20_000, usedMs: 70_000 }, 60_000, 20_000],
    [
      'at the deadline, where a person has no time of their own',
      { sinceMs: 20_000, usedMs: 9_000 },
      undefined,
      100_000,
    ],
    [
      'at the deadline too, when that wait is over',
      { sinceMs: undefined, usedMs: 9_000 },
      undefined,
      100_000,
    ],
  ])('%s', (_, manual, manualStepTimeoutMs, due) => {
    expect(dueMs(manual, 100_000, manualStepTimeoutMs)).toBe(due);
  });
});

const LIMITS: Limits = {
  deadlineMs: 100_000,
  outageToleranceMs: 50_000,
  manualStepTimeoutMs: 60_000,
  failOnManualStep: false,
};

function after(...looks: readonly (readonly [number, Observation])[]): Progress {
  return looks.reduce((known, [atMs, look]) => fold(known, look, atMs), NO_PROGRESS);
}

describe('an order that waits for a person', () => {
  const waiting = after([0, readLook({ status: 1 })], [10_000, readLook({ status: 8 })]);

  test('is judged by their time, and not by the deadline', () => {
    expect(dueMsOf(waiting, LIMITS)).toBe(70_000);
    expect(decide(waiting, 69_999, LIMITS)).toBeUndefined();
    expect(decide(waiting, 70_000, LIMITS)).toStrictEqual({
      verdict: 'awaiting-manual-step',
      cause: { kind: 'manual-step', status: 8, ranOut: true },
    });
  });

  test('may wait beyond the deadline', () => {
    const limits = { ...LIMITS, manualStepTimeoutMs: 200_000 };
    expect(decide(waiting, 150_000, limits)).toBeUndefined();
  });

  test('is told as the deadline, where their time is not counted apart', () => {
    const limits = { ...LIMITS, manualStepTimeoutMs: undefined };
    expect(decide(waiting, 99_999, limits)).toBeUndefined();
    expect(decide(waiting, 100_000, limits)).toStrictEqual({
      verdict: 'timed-out',
      cause: { kind: 'deadline' },
    });
  });

  test.each([undefined, 60_000])('ends the wait at once where that is wanted (%s)', manualStepTimeoutMs => {
    const limits = { ...LIMITS, manualStepTimeoutMs, failOnManualStep: true };
    expect(decide(waiting, 10_000, limits)).toStrictEqual({
      verdict: 'awaiting-manual-step',
      cause: { kind: 'manual-step', status: 8, ranOut: false },
    });
  });

  test('goes on waiting while it cannot be read', () => {
    const unread = after([0, readLook({ status: 8 })], [30_000, faultyLook('server')]);
    expect(decide(unread, 59_999, LIMITS)).toBeUndefined();
    expect(decide(unread, 60_000, LIMITS)).toMatchObject({ verdict: 'awaiting-manual-step' });
  });
});

describe('an order that no longer waits for a person', () => {
  const released = after(
    [0, readLook({ status: 11 })],
    [40_000, readLook({ status: 12 })],
    [41_000, readLook({ status: 1 })],
  );

  test('has the time back that they took', () => {
    expect(decide(released, 139_999, LIMITS)).toBeUndefined();
    expect(decide(released, 140_000, LIMITS)).toMatchObject({ verdict: 'timed-out' });
  });

  test('is not red for having waited', () => {
    expect(decide(released, 50_000, { ...LIMITS, failOnManualStep: true })).toBeUndefined();
  });
});

test('an order that was never read does not wait for a person', () => {
  const unread = after([0, faultyLook('throttled')]);
  expect(decide(unread, 1_000, { ...LIMITS, failOnManualStep: true })).toBeUndefined();
  expect(decide(unread, 100_000, LIMITS)).toMatchObject({ verdict: 'timed-out' });
});
