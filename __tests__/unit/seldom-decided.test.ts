import { describe, expect, test } from '@jest/globals';
import type { OrderCriteria } from '../../src/discovery/choose-order.ts';
import { foldListPoll, NO_LIST_POLLS } from '../../src/discovery/list-polls.ts';
import type { ListedOrders } from '../../src/discovery/search.ts';
import { decideSearch } from '../../src/discovery/search.ts';
import { decide } from '../../src/rollout/judge.ts';
import type { Observation, Progress } from '../../src/rollout/progress.ts';
import { fold, NO_PROGRESS } from '../../src/rollout/progress.ts';
import { aFault, APP_ID, faultyLook, readLook } from '../support/orders.ts';

const CRITERIA: OrderCriteria = {
  appId: APP_ID,
  coTypes: undefined,
  descriptionContains: undefined,
  createdAfterMs: 0,
  stale: new Set(),
};

describe('a list that throttles to the end', () => {
  const LIMITS = { searchUntilMs: 50, deadlineMs: 100, outageToleranceMs: 10 };
  const throttled = foldListPoll<ListedOrders>(
    NO_LIST_POLLS,
    { kind: 'fault', fault: aFault({ reason: 'throttled', action: 'ListChangeOrders' }) },
    0,
  );

  test('is no outage, however long it does so', () => {
    expect(decideSearch(throttled, 99, LIMITS, CRITERIA)).toBeUndefined();
  });

  test('was not read when the time is up', () => {
    expect(decideSearch(throttled, 100, LIMITS, CRITERIA)).toMatchObject({
      kind: 'unreadable',
      fault: { reason: 'throttled' },
    });
  });
});

describe('a doubt without a look that bears it out', () => {
  const LIMITS = {
    deadlineMs: 100_000,
    outageToleranceMs: 60_000,
    manualStepTimeoutMs: undefined,
    failOnManualStep: false,
  };

  test.each<readonly [string, Observation]>([
    ['of another application', { kind: 'foreign', appId: 'app-2' }],
    ['that is too old', { kind: 'stale', startMs: 1 }],
    ['that is in progress', readLook({ status: 1 })],
    ['that succeeded', readLook({ status: 2 })],
  ])('but one at an order %s ends nothing before the deadline', (_, evidence) => {
    const before = fold(NO_PROGRESS, faultyLook('server'), 0);
    const doubt = { kind: 'contradicted', sinceMs: 0, lastMs: 20_000, polls: 5, evidence } as const;
    const progress: Progress = { ...before, doubt };
    expect(decide(progress, 20_000, LIMITS)).toBeUndefined();
    expect(decide({ ...progress, unreadableSinceMs: undefined }, 100_000, LIMITS)).toMatchObject({
      verdict: 'timed-out',
    });
  });
});
