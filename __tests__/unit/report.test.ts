import { describe, expect, test } from '@jest/globals';
import type { TargetEnding } from '../../src/endings/ending.ts';
import { errorAnnotation } from '../../src/report/annotations.ts';
import type { Report } from '../../src/report/model.ts';
import { reportOf } from '../../src/report/model.ts';
import { en } from '../../src/words/en/en.ts';
import { aBatch, aFault, APP_ID, batchesAt, ORDER_ID } from '../support/orders.ts';
import { anOutcome, anOutcomeOf, ENDED_WALL_MS } from '../support/outcomes.ts';

const FAILED = { verdict: 'failed', cause: { kind: 'ended-badly', how: 'failed' } } as const;

function report(outcome: TargetEnding): Report {
  return reportOf(outcome, [], en, '0.0.0');
}

function factsOf(outcome: TargetEnding): Readonly<Record<string, string>> {
  return Object.fromEntries(report(outcome).facts.map(({ label, value }) => [label, value]));
}

describe('the facts of a report', () => {
  test('are all that is known of the order, and what the gate did', () => {
    const outcome = anOutcomeOf(
      {
        status: 3,
        appId: APP_ID,
        appName: 'app-test',
        coTypeCode: 'CoDeploy',
        description: 'release 7',
        supportRollback: true,
        batches: [aBatch({ status: 3, startMs: ENDED_WALL_MS - 60_000, updateMs: ENDED_WALL_MS })],
      },
      FAILED,
    );
    expect(factsOf(outcome)).toStrictEqual({
      Verdict: 'failed',
      Application: `app-test (${APP_ID})`,
      'Change order': ORDER_ID,
      Type: 'CoDeploy',
      Status: 'failed (3)',
      Description: 'release 7',
      Region: 'cn-hangzhou',
      'Rollout began': '2026-11-22 05:30:07 UTC',
      Waited: '1 min 30 s',
      'Rollback supported': 'yes',
    });
  });

  test('are only those that are known', () => {
    const subject = { changeOrderId: ORDER_ID, appId: undefined, regionId: undefined };
    expect(factsOf(anOutcome({ ...FAILED, subject }))).toStrictEqual({
      Verdict: 'failed',
      'Change order': ORDER_ID,
      Waited: '1 min 30 s',
    });
  });

  test('name an unknown status by its number', () => {
    expect(factsOf(anOutcomeOf({ status: 7 }))['Status']).toBe('unknown status 7');
  });

  test('say nothing of a rollback when there is nothing to roll back', () => {
    expect(factsOf(anOutcomeOf({ status: 2, supportRollback: true }))['Rollback supported']).toBeUndefined();
  });

  test('are none when the inputs are bad', () => {
    const faults = [{ kind: 'no-region' }] as const;
    expect(
      report(anOutcome({ verdict: 'error', cause: { kind: 'bad-inputs', faults } })).facts,
    ).toStrictEqual([]);
  });
});

describe('the name in a report', () => {
  const subject = { changeOrderId: 'order-1', appId: 'app-1', regionId: undefined };

  test.each([
    ["the application's", anOutcomeOf({ appName: 'app-test' }, { subject }), 'app-test'],
    ['that of the application which was asked for', anOutcomeOf({}, { subject }), 'app-1'],
    ["the order's", anOutcomeOf({}, { subject: { ...subject, appId: undefined } }), 'order-1'],
    [
      'none',
      anOutcome({ subject: { changeOrderId: undefined, appId: undefined, regionId: undefined } }),
      undefined,
    ],
  ])('is %s', (_, outcome, name) => {
    expect(report(outcome).name).toBe(name);
  });
});

describe('the batches of a report', () => {
  test('are told with state, start, duration and a bar', () => {
    const startMs = ENDED_WALL_MS - 100_000;
    const batches = [
      aBatch({ name: 'Batch 1 Change', status: 2, startMs, updateMs: startMs + 50_000 }),
      aBatch({ name: 'Canary', status: 1, startMs: startMs + 50_000, updateMs: startMs + 51_000 }),
      aBatch({ name: 'Batch 3 Change', status: 0 }),
    ];
    expect(report(anOutcomeOf({ batches, batchCount: 4 })).batches.open).toStrictEqual([
      {
        label: '1/4',
        name: undefined,
        mark: '✅',
        state: 'succeeded',
        start: '05:29:27',
        took: '50 s',
        waited: undefined,
        bar: '██████████░░░░░░░░░░',
      },
      {
        label: '2/4',
        name: 'Canary',
        mark: '🔄',
        state: 'in progress',
        start: '05:30:17',
        took: '50 s',
        waited: undefined,
        bar: '░░░░░░░░░░██████████',
      },
      {
        label: '3/4',
        name: undefined,
        mark: '⬜',
        state: 'not begun',
        start: '–',
        took: '–',
        waited: undefined,
        bar: '░░░░░░░░░░░░░░░░░░░░',
      },
    ]);
  });

  test.each([
    [0, '⬜', 'not begun'],
    [1, '🔄', 'in progress'],
    [2, '✅', 'succeeded'],
    [3, '❌', 'failed'],
    [6, '⏹️', 'terminated'],
    [7, '❓', 'unknown status 7'],
    [8, '⏸️', 'waiting for a person to release the next batch'],
    [9, '⏳', 'pausing before the next batch, SAE continues by itself'],
    [10, '❌', 'failed by a system exception'],
    [11, '⏸️', 'waiting for approval'],
    [12, '🔄', 'approved, about to run'],
    [undefined, '⬜', 'not begun'],
  ])('at %s have the sign %s and are "%s"', (status, mark, state) => {
    expect(report(anOutcomeOf({ batches: batchesAt(status) })).batches.open).toMatchObject([{ mark, state }]);
  });

  test('whose times run backwards have no duration', () => {
    const batch = aBatch({ status: 2, startMs: 2_000, updateMs: 1_000 });
    expect(report(anOutcomeOf({ batches: [batch] })).batches.open).toMatchObject([{ took: '–' }]);
  });

  test('that began in the future, by another clock, have no duration', () => {
    const batch = aBatch({ status: 1, startMs: ENDED_WALL_MS + 5_000 });
    expect(report(anOutcomeOf({ batches: [batch] })).batches.open).toMatchObject([{ took: '–' }]);
  });
});

describe('the annotation of a red gate', () => {
  test('has the cause first, then what the API says, what to do, and where to look', () => {
    const outcome = anOutcomeOf(
      { status: 3, errorMessage: 'no such image', batchCount: 2, batches: batchesAt(2, 3) },
      FAILED,
    );
    expect(errorAnnotation(report(outcome), en)).toStrictEqual({
      title: `SAE · ${APP_ID}: batch 2 of 2 failed`,
      message: [
        'Why: SAE says: no such image',
        'Now: Rollout stopped (1 of 2 batches done); SAE may roll it back.',
        'Do: 1. Open the order in the console to see which task failed.',
        '  2. Fix the cause and deploy again.',
        `Change order: https://sae.console.aliyun.com/#/AppList/ChangeOrderDetail?changeOrderId=${ORDER_ID}&regionId=cn-hangzhou`,
      ].join('\n'),
    });
  });

  test('has a line for each fault of the inputs', () => {
    const faults = [{ kind: 'no-region' }, { kind: 'empty-order-id' }] as const;
    const subject = { changeOrderId: undefined, appId: undefined, regionId: undefined };
    const outcome = anOutcome({ verdict: 'error', cause: { kind: 'bad-inputs', faults }, subject });
    const { title, message } = errorAnnotation(report(outcome), en);
    expect(title).toBe('SAE rollout: 2 inputs need to be corrected');
    expect(message.split('\n')).toStrictEqual([
      expect.stringMatching(/^Why: regionId: missing; expected/u),
      expect.stringMatching(/^ {2}changeOrderId: expected .*, got an empty value/u),
      expect.stringMatching(/^Do: Correct the inputs/u),
    ]);
  });
});

describe('the explanation', () => {
  const explained = (parts: Partial<TargetEnding>): string => {
    const { what, todo } = report(anOutcome(parts));
    return `${what} ${todo.join(' ')}`;
  };

  test('of a contradicted success names the batch', () => {
    const evidence = { number: 2, batch: aBatch({ status: 3 }) };
    expect(explained({ verdict: 'failed', cause: { kind: 'contradicted', evidence } })).toContain(
      'The order says succeeded, batch 2 says failed.',
    );
  });

  test('of a missing order has Code and RequestId', () => {
    const fault = aFault({
      reason: 'no-such-order',
      code: 'InvalidChangeOrder.NotFound',
      httpStatus: 400,
      requestId: 'R-7',
    });
    const text = explained({ verdict: 'not-found', cause: { kind: 'absent', fault } });
    expect(text).toContain('InvalidChangeOrder.NotFound');
    expect(text).toContain('RequestId R-7');
  });

  test.each([
    [undefined, 'Roll the order back in the console'],
    [true, 'Roll the order back in the console'],
    [false, 'cannot be rolled back'],
  ])('of a needed rollback, where it is supported: %s, says who must act', (supportRollback, expected) => {
    const outcome = anOutcomeOf(
      { status: 1, subStatus: 1, supportRollback },
      { verdict: 'needs-rollback', cause: { kind: 'needs-rollback' } },
    );
    expect(report(outcome).todo.join(' ')).toContain(expected);
  });

  test.each([
    ['DescribeChangeOrder', '"sae:DescribeChangeOrder"'],
    ['ListChangeOrders', '"sae:ListChangeOrders"'],
  ])('of a missing permission names the action to grant for %s', (action, expected) => {
    const fault = aFault({ reason: 'permission', action });
    expect(explained({ verdict: 'unreadable', cause: { kind: 'refused', fault } })).toContain(expected);
  });
});

describe('the footer', () => {
  test('tells how many looks it took, and what went wrong on the way', () => {
    const { progress } = anOutcomeOf({});
    const footer = (parts: Partial<typeof progress>): string =>
      report(anOutcome({ progress: { ...progress, ...parts } })).footer;
    expect(footer({ polls: 1 })).toBe('1 poll · sae-rollout-gate 0.0.0');
    expect(footer({ polls: 12, throttles: 2, faults: 1 })).toBe(
      '12 polls · 2 throttled · recovered from 1 failed poll · sae-rollout-gate 0.0.0',
    );
  });
});
