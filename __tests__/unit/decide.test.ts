import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Ending } from '../../src/rollout/judge.ts';
import { aimsMsOf, decide } from '../../src/rollout/judge.ts';
import { FAULT_REASONS, isFinal } from '../../src/rollout/fault.ts';
import type { FaultReason } from '../../src/rollout/fault.ts';
import type { Observation } from '../../src/rollout/progress.ts';
import { fold, NO_PROGRESS } from '../../src/rollout/progress.ts';
import { aFault, anOrder, batchesAt, faultyLook, readLook } from '../support/orders.ts';

const LIMITS = {
  deadlineMs: 1_800_000,
  outageToleranceMs: 300_000,
  manualStepTimeoutMs: undefined,
  failOnManualStep: false,
};

type TimedLook = readonly [atMs: number, look: Observation];

interface Judged {
  readonly ending: Ending | undefined;
  readonly aimsMs: readonly number[];
}

/** What these looks come to; at the time of the last of them, where nothing else is said. */
function judged(looks: readonly TimedLook[], nowMs = looks.at(-1)?.[0] ?? 0): Judged {
  const progress = looks.reduce((known, [atMs, look]) => fold(known, look, atMs), NO_PROGRESS);
  return { ending: decide(progress, nowMs, LIMITS), aimsMs: aimsMsOf(progress, LIMITS) };
}

/** The verdict after these looks, or `wait`. */
function verdict(looks: readonly TimedLook[], nowMs?: number): string {
  return judged(looks, nowMs).ending?.verdict ?? 'wait';
}

function causeOf(looks: readonly TimedLook[]): unknown {
  return judged(looks).ending?.cause ?? 'wait';
}

const ABSENT = faultyLook('no-such-order', { code: 'InvalidChangeOrder.NotFound' });
const CONTRADICTED = readLook({ status: 2, batches: batchesAt(2, 3) });
const BATCH_UNKNOWN = readLook({ status: 2, batches: batchesAt(2, undefined) });
const BATCH_OPEN = readLook({ status: 2, batches: batchesAt(2, 1) });
const BATCHES_DIFFER = readLook({ status: 2, batches: batchesAt(2, 2), batchCount: 3 });
const CONTRADICTORY = faultyLook('contradictory', { code: 'InternalError' });
const UNLISTED: Observation = { kind: 'unlisted' };
const UNDATED: Observation = { kind: 'read', order: anOrder({ status: 2 }), dated: false };
const RUNNING = readLook({ status: 1 });
const REASONS = Object.keys(FAULT_REASONS) as readonly FaultReason[];

describe('one well-formed answer', () => {
  const VERDICTS: readonly (readonly [number, string, string])[] = [
    [0, 'wait', 'needs-rollback'],
    [1, 'wait', 'needs-rollback'],
    [2, 'succeeded', 'needs-rollback'],
    [3, 'failed', 'failed'],
    [4, 'wait', 'needs-rollback'],
    [5, 'wait', 'needs-rollback'],
    [6, 'terminated', 'terminated'],
    [7, 'wait', 'needs-rollback'],
    [8, 'wait', 'needs-rollback'],
    [9, 'wait', 'needs-rollback'],
    [10, 'system-error', 'system-error'],
    [11, 'wait', 'needs-rollback'],
    [12, 'wait', 'needs-rollback'],
    [99, 'wait', 'needs-rollback'],
    [-1, 'wait', 'needs-rollback'],
  ];

  test.each(VERDICTS)(
    'of status %d is judged at once: %s, or with sub-status 1 %s',
    (status, normal, exception) => {
      expect(verdict([[0, readLook({ status })]])).toBe(normal);
      expect(verdict([[0, readLook({ status, subStatus: 0 })]])).toBe(normal);
      expect(verdict([[0, readLook({ status, subStatus: 1 })]])).toBe(exception);
    },
  );

  test.each(VERDICTS)('of status %d and an unknown sub-status is never a success', (status, normal) => {
    expect(verdict([[0, readLook({ status, subStatus: 5 })]])).toBe(normal === 'succeeded' ? 'wait' : normal);
  });

  test.each(VERDICTS)('of status %d at the deadline ends the wait', (status, normal) => {
    expect(verdict([[LIMITS.deadlineMs, readLook({ status })]])).toBe(
      normal === 'wait' ? 'timed-out' : normal,
    );
  });

  test('that decides does so after the deadline too', () => {
    expect(verdict([[LIMITS.deadlineMs + 9_000, readLook({ status: 2 })]])).toBe('succeeded');
  });

  test.each([
    [2, undefined, { kind: 'succeeded' }],
    [3, undefined, { kind: 'ended-badly', how: 'failed' }],
    [6, undefined, { kind: 'ended-badly', how: 'terminated' }],
    [10, undefined, { kind: 'ended-badly', how: 'system-error' }],
    [1, 1, { kind: 'needs-rollback' }],
  ])('of status %d and sub-status %s ends the wait with its evidence', (status, subStatus, cause) => {
    expect(judged([[0, readLook({ status, subStatus })]])).toMatchObject({
      ending: { cause },
    });
  });

  test('of an order that began before this run could have made it is not found, at once', () => {
    const look: Observation = { kind: 'stale', startMs: 7 };
    expect(verdict([[0, look]])).toBe('not-found');
    expect(causeOf([[0, look]])).toStrictEqual({ kind: 'stale', startMs: 7 });
  });

  test('of another application is an error at once', () => {
    expect(verdict([[0, { kind: 'foreign', appId: 'app-2' }]])).toBe('error');
    expect(causeOf([[0, { kind: 'foreign', appId: 'app-2' }]])).toStrictEqual({
      kind: 'foreign',
      appId: 'app-2',
    });
  });

  test('that succeeded does not outlast a later one', () => {
    // decide() would have ended the wait; but were it asked again, only the last look may be green.
    expect(
      verdict([
        [0, readLook({ status: 2 })],
        [1, faultyLook('server')],
      ]),
    ).toBe('wait');
  });
});

describe('a doubt', () => {
  const DOUBTS: readonly (readonly [string, Observation, string])[] = [
    ['absent', ABSENT, 'not-found'],
    ['contradicted', CONTRADICTED, 'failed'],
    ['batch-unknown', BATCH_UNKNOWN, 'unreadable'],
    ['batch-open', BATCH_OPEN, 'unreadable'],
    ['batches-differ', BATCHES_DIFFER, 'unreadable'],
    ['contradictory', CONTRADICTORY, 'unreadable'],
    ['unlisted', UNLISTED, 'unreadable'],
    ['undated', UNDATED, 'unreadable'],
    ['refused', faultyLook('not-documented', { code: 'SomethingNew' }), 'unreadable'],
    ['refused', faultyLook('unknown-host'), 'unreadable'],
  ];

  describe.each(DOUBTS)('%s', (kind, look, ending) => {
    test('waits at first', () => {
      expect(verdict([[0, look]])).toBe('wait');
    });

    test.each([
      ['after 15 s and three looks', [0, 2_000, 15_000]],
      ['after more of both', [0, 4_000, 9_000, 14_999, 20_000]],
      ['whenever it began', [700_000, 701_000, 715_000]],
    ])(`ends the wait %s: ${ending}`, (_, times) => {
      expect(verdict(times.map(atMs => [atMs, look]))).toBe(ending);
      // An answer that contradicts itself is told like one that refuses.
      const cause = kind === 'contradictory' ? 'refused' : kind;
      expect(causeOf(times.map(atMs => [atMs, look]))).toMatchObject({ kind: cause });
    });

    test.each([
      ['three looks in less than 15 s', [0, 2_000, 14_999]],
      ['many looks in less than 15 s', [0, 1_000, 2_000, 3_000, 4_000, 14_999]],
    ])('goes on after %s', (_, times) => {
      expect(verdict(times.map(atMs => [atMs, look]))).toBe('wait');
    });

    test(`after two looks in 15 s ${look.kind === 'faulty' ? 'goes on' : 'ends the wait'}`, () => {
      const looks: TimedLook[] = [
        [0, look],
        [15_000, look],
      ];
      expect(verdict(looks)).toBe(look.kind === 'faulty' ? 'wait' : ending);
    });

    test('counts the time between looks that show it, not the time since the last', () => {
      expect(
        verdict([
          [0, look],
          [2_000, look],
          [4_000, look],
          [20_000, faultyLook('throttled')],
        ]),
      ).toBe('wait');
    });

    test('stands through looks that report nothing', () => {
      const looks: TimedLook[] = [
        [0, look],
        [1, faultyLook('throttled')],
        [2, look],
        [3, faultyLook('network')],
      ];
      expect(verdict([...looks, [15_000, look]])).toBe(ending);
    });

    test('begins anew when it was dispelled in between', () => {
      const looks: TimedLook[] = [
        [0, look],
        [5_000, look],
        [6_000, RUNNING],
        [15_000, look],
        [21_000, look],
      ];
      expect(verdict(looks)).toBe('wait');
      expect(verdict([...looks, [29_999, look]])).toBe('wait');
      expect(verdict([...looks, [30_000, look]])).toBe(ending);
    });

    test('ends the wait at the deadline, seen once', () => {
      expect(verdict([[LIMITS.deadlineMs, look]])).toBe(ending);
    });

    test('does not end it as such when the look at the deadline did not show it', () => {
      expect(
        verdict([
          [LIMITS.deadlineMs - 5_000, look],
          [LIMITS.deadlineMs, faultyLook('server')],
        ]),
      ).toBe('timed-out');
    });

    test('aims at the moment at which it has stood for 15 s', () => {
      expect(
        judged([
          [1_000, look],
          [3_000, look],
        ]),
      ).toMatchObject({ ending: undefined, aimsMs: expect.arrayContaining([16_000]) });
    });
  });

  test.each([
    ['a success', readLook({ status: 2, batches: batchesAt(2, 2) }), 'succeeded'],
    ['a failure', readLook({ status: 3 }), 'failed'],
    ['a final fault', faultyLook('permission'), 'unreadable'],
  ])('gives way to %s', (_, look, ending) => {
    expect(
      verdict([
        [0, CONTRADICTED],
        [5_000, CONTRADICTED],
        [15_000, look],
      ]),
    ).toBe(ending);
  });

  test('names the batch that says failed', () => {
    const looks: TimedLook[] = [
      [0, CONTRADICTED],
      [5_000, CONTRADICTED],
      [15_000, CONTRADICTED],
    ];
    expect(causeOf(looks)).toMatchObject({
      kind: 'contradicted',
      evidence: { number: 2, batch: { status: 3 } },
    });
  });

  test('reports the fault by which there is no such order', () => {
    expect(
      causeOf([
        [0, ABSENT],
        [5_000, ABSENT],
        [15_000, ABSENT],
      ]),
    ).toStrictEqual({
      kind: 'absent',
      fault: aFault({ reason: 'no-such-order', code: 'InvalidChangeOrder.NotFound' }),
    });
  });

  test('does not pass its time on to another doubt', () => {
    expect(
      verdict([
        [0, ABSENT],
        [5_000, CONTRADICTED],
        [10_000, ABSENT],
        [15_000, ABSENT],
      ]),
    ).toBe('wait');
  });
});

describe('a fault', () => {
  test.each(REASONS.filter(reason => isFinal(aFault({ reason }))))(
    'that is final ends the wait at once: %s',
    reason => {
      expect(verdict([[0, faultyLook(reason)]])).toBe('unreadable');
      expect(causeOf([[0, faultyLook(reason)]])).toStrictEqual({
        kind: 'refused',
        fault: aFault({ reason }),
      });
      expect(
        verdict([
          [0, RUNNING],
          [60_000, faultyLook(reason)],
        ]),
      ).toBe('unreadable');
    },
  );

  test.each(REASONS.filter(reason => !isFinal(aFault({ reason }))))(
    'that may pass is waited out: %s',
    reason => {
      expect(verdict([[0, faultyLook(reason)]])).toBe('wait');
      expect(
        verdict([
          [0, RUNNING],
          [60_000, faultyLook(reason)],
        ]),
      ).toBe('wait');
    },
  );
});

describe('an outage', () => {
  const outage = (fromMs: number, toMs: number): TimedLook[] => [
    [fromMs, faultyLook('network')],
    [toMs, faultyLook('server', { code: 'ServiceUnavailable' })],
  ];

  test('is survived while it is shorter than the tolerance', () => {
    expect(verdict(outage(1_000, 300_999))).toBe('wait');
  });

  test('ends the wait when it has lasted as long as the tolerance', () => {
    expect(verdict(outage(1_000, 301_000))).toBe('unreadable');
    expect(causeOf(outage(1_000, 301_000))).toStrictEqual({
      kind: 'outage',
      fault: aFault({ reason: 'server', code: 'ServiceUnavailable' }),
      lastedMs: 300_000,
    });
  });

  test.each([
    ['an answer', RUNNING],
    ['a throttled look', faultyLook('throttled')],
    ['no such order', ABSENT],
  ])('is counted anew after %s', (_, look) => {
    expect(verdict([[0, faultyLook('network')], [200_000, look], ...outage(201_000, 400_000)])).toBe('wait');
    expect(verdict([[0, faultyLook('network')], [200_000, look], ...outage(201_000, 501_000)])).toBe(
      'unreadable',
    );
  });

  test('is not what throttling is, however long', () => {
    const looks = Array.from({ length: 50 }, (_, index): TimedLook => [
      index * 30_000,
      faultyLook('throttled'),
    ]);
    expect(verdict(looks)).toBe('wait');
  });

  test('aims at the moment at which it has lasted too long', () => {
    expect(judged(outage(1_000, 5_000))).toStrictEqual({ ending: undefined, aimsMs: [301_000] });
  });

  test('that is too long at the deadline goes before it', () => {
    expect(verdict(outage(1_500_000, 1_800_000))).toBe('unreadable');
  });

  test('that is short at the deadline is reported as the deadline', () => {
    expect(verdict(outage(1_500_001, 1_800_000))).toBe('timed-out');
  });
});

describe('the deadline', () => {
  test('ends the wait without any look', () => {
    expect(judged([], LIMITS.deadlineMs)).toStrictEqual({
      ending: { verdict: 'timed-out', cause: { kind: 'deadline' } },
      aimsMs: [],
    });
  });

  test('does not end it a millisecond before', () => {
    expect(verdict([[LIMITS.deadlineMs - 1, RUNNING]])).toBe('wait');
  });

  test('aims at nothing by itself', () => {
    expect(judged([[0, RUNNING]])).toStrictEqual({ ending: undefined, aimsMs: [] });
  });
});

describe('whatever the looks were', () => {
  const status = fc.option(fc.constantFrom(0, 1, 2, 3, 6, 7, 8, 10), { nil: undefined });
  const look = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .record({
          status: fc.constantFrom(0, 1, 2, 2, 2, 3, 7),
          subStatus: fc.oneof(fc.constant(0), status),
          batch: fc.oneof({ weight: 2, arbitrary: fc.constant(2) }, status),
        })
        .map(({ status, subStatus, batch }): Observation =>
          readLook({ status, subStatus, batches: batchesAt(2, batch) }),
        ),
    },
    { weight: 2, arbitrary: fc.constantFrom(...REASONS).map((reason): Observation => faultyLook(reason)) },
    { weight: 1, arbitrary: fc.constantFrom<Observation>(UNLISTED, { kind: 'foreign', appId: 'x' }) },
  );
  const looks = fc.array(fc.tuple(fc.nat(400_000), look), { minLength: 1, maxLength: 8 }).map(steps => {
    let nowMs = 0;
    return steps.map(([pauseMs, look]): TimedLook => [(nowMs += pauseMs), look]);
  });

  test('green comes only of a last look that reads as a success', () => {
    fc.assert(
      fc.property(looks, looks => {
        fc.pre(verdict(looks) === 'succeeded');
        const last = looks.at(-1)?.[1];
        const order = last?.kind === 'read' ? last.order : anOrder({ status: -1 });
        expect(order.status).toBe(2);
        expect([0, undefined]).toContain(order.subStatus);
        for (const batch of order.batches) expect(batch.status).toBe(2);
      }),
      { numRuns: 500 },
    );
  });

  test('the wait is over at the deadline', () => {
    fc.assert(
      fc.property(looks, fc.nat(100_000), (looks, lateMs) => {
        const nowMs = Math.max(looks.at(-1)?.[0] ?? 0, LIMITS.deadlineMs) + lateMs;
        expect(verdict(looks, nowMs)).not.toBe('wait');
      }),
    );
  });
});
