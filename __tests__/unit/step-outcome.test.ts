import { describe, expect, test } from '@jest/globals';
import type { TargetEnding } from '../../src/endings/ending.ts';
import { isGreen, isStepGreen, stepEnding } from '../../src/endings/ending.ts';
import type { Verdict } from '../../src/rollout/verdicts.ts';
import { VERDICTS } from '../../src/rollout/verdicts.ts';
import { anOutcome } from '../support/outcomes.ts';

const of = (...verdicts: readonly Verdict[]): readonly TargetEnding[] =>
  verdicts.map(verdict => anOutcome({ verdict }));

describe('an order', () => {
  test.each(VERDICTS)('that is %s is green only if that means succeeded', verdict => {
    expect(isGreen(anOutcome({ verdict }))).toBe(verdict === 'succeeded');
  });
});

describe('an application that is to be free', () => {
  const subject = { changeOrderId: undefined, appId: 'app', regionId: undefined, task: 'idle' } as const;

  test.each(VERDICTS)('that is %s is green only if that means idle', verdict => {
    const outcome = anOutcome({ verdict, subject });
    expect(isGreen(outcome)).toBe(verdict === 'idle');
    expect(isStepGreen(stepEnding([outcome]), 'idle')).toBe(verdict === 'idle');
  });

  test.each(VERDICTS)('makes no gate green, whatever its verdict: %s', verdict => {
    expect(isStepGreen(stepEnding([anOutcome({ verdict, subject })]), 'gate')).toBe(false);
  });

  test.each(VERDICTS)('is not made free by a rollout, whatever its verdict: %s', verdict => {
    expect(isStepGreen(stepEnding([anOutcome({ verdict })]), 'idle')).toBe(false);
  });
});

describe('a step', () => {
  test.each(VERDICTS)('of a single order that is %s ends as that does', verdict => {
    const step = stepEnding(of(verdict));
    expect(step.worst.verdict).toBe(verdict);
    expect(isStepGreen(step, 'gate')).toBe(verdict === 'succeeded');
  });

  test.each(VERDICTS)('is green only if every one of its orders is: two successes and %s', verdict => {
    for (const outcomes of [
      of(verdict, 'succeeded', 'succeeded'),
      of('succeeded', verdict, 'succeeded'),
      of('succeeded', 'succeeded', verdict),
    ]) {
      const step = stepEnding(outcomes);
      expect(step.worst.verdict).toBe(verdict);
      expect(step.outcomes).toBe(outcomes);
      expect(isStepGreen(step, 'gate')).toBe(verdict === 'succeeded');
    }
  });

  test('is judged by its orders, not by the one that speaks for them', () => {
    expect(isStepGreen({ outcomes: of('failed'), worst: anOutcome() }, 'gate')).toBe(false);
  });

  test('without any order is no success, and none can be made', () => {
    expect(isStepGreen({ outcomes: [], worst: anOutcome() }, 'gate')).toBe(false);
    expect(() => stepEnding([])).toThrow('there was nothing to wait for');
  });

  test('is spoken for by the worst, in this order of severity', () => {
    expect(VERDICTS).toStrictEqual([
      'error',
      'needs-rollback',
      'failed',
      'system-error',
      'terminated',
      'unhealthy',
      'superseded',
      'unreadable',
      'unverified',
      'not-found',
      'timed-out',
      'awaiting-manual-step',
      'cancelled',
      'not-awaited',
      'idle',
      'succeeded',
    ]);
    for (const [index, worse] of VERDICTS.entries()) {
      for (const better of VERDICTS.slice(index + 1)) {
        expect(stepEnding(of(worse, better)).worst.verdict).toBe(worse);
        expect(stepEnding(of(better, worse)).worst.verdict).toBe(worse);
      }
    }
  });

  test('is spoken for by the first of equals', () => {
    const [first, second] = [anOutcome({ verdict: 'failed' }), anOutcome({ verdict: 'failed' })];
    expect(stepEnding([anOutcome(), first, second]).worst).toBe(first);
  });
});
