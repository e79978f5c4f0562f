import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Instance } from '../../src/rollout/application.ts';
import type { Fault } from '../../src/rollout/fault.ts';
import type { Claim } from '../../src/verification/claim.ts';
import type { ProofCause, ProofEnding, ProofLimits } from '../../src/verification/judge.ts';
import { decideProof, dueMsOf, toleratedUntilMs } from '../../src/verification/judge.ts';
import type { ProofProgress, VerifyObservation } from '../../src/verification/progress.ts';
import { foldRound, NOTHING_VERIFIED } from '../../src/verification/progress.ts';
import type { Round } from '../../src/verification/proof.ts';
import { aFault } from '../support/orders.ts';
import {
  aClaim,
  aGroup,
  aListedOrder,
  anInstance,
  aRound,
  BEGAN_MS,
  DIGEST_IMAGE,
  IMAGE,
  instances,
  OLD_IMAGE,
  VERSION,
} from './proven-rounds.ts';

/** Neither zero nor round, and long after the start of the clock. */
const START_MS = 1_234_567;

type Look = VerifyObservation;

/** The look at a moment, in seconds since the first. */
type Looks = readonly (readonly [number, Look])[];

interface Options {
  readonly claim?: Claim;
  /** In seconds. */
  readonly bake?: number;
  readonly timeout?: number;
  readonly tolerance?: number;
}

interface Course {
  readonly progress: ProofProgress;
  /** When it ended, in seconds, and how. */
  readonly endedS: number | undefined;
  readonly ending: ProofEnding | undefined;
}

function limitsOf({ bake, timeout = 180, tolerance = 300 }: Options): ProofLimits {
  return {
    deadlineMs: START_MS + timeout * 1_000,
    bakeMs: bake === undefined ? undefined : bake * 1_000,
    outageToleranceMs: tolerance * 1_000,
  };
}

/** Lets the judge see these looks one after the other, until it ends the wait. */
function course(looks: Looks, options: Options = {}): Course {
  const { claim = aClaim(), bake } = options;
  const limits = limitsOf(options);
  let progress = NOTHING_VERIFIED;
  for (const [atS, look] of looks) {
    const nowMs = START_MS + atS * 1_000;
    progress = foldRound(progress, look, nowMs, claim, bake !== undefined);
    const ending = decideProof(progress, nowMs, limits);
    if (ending !== undefined) return { progress, endedS: atS, ending };
  }
  return { progress, endedS: undefined, ending: undefined };
}

/** The same in few words: when it ended, with which verdict, and why. */
function said(looks: Looks, options: Options = {}): string {
  const { endedS, ending } = course(looks, options);
  if (ending === undefined) return 'goes on';
  return `${endedS}: ${ending.verdict}, ${inWords(ending.cause)}`;
}

function inWords(cause: ProofCause): string {
  switch (cause.kind) {
    case 'broken':
      return `${cause.how.kind === 'other' ? cause.how.shortfall.kind : cause.how.kind} (${cause.bakedMs ?? 'unproven'})`;
    case 'not-settled':
      return `not-settled ${cause.shortfalls.map(({ kind }) => kind).join(' ')} (${cause.lastedMs})`;
    case 'field-untold':
      return cause.field;
    case 'proof-unreadable':
      return `${cause.fault.reason} (${cause.lastedMs})`;
    default:
      return cause.kind;
  }
}

function round(of: readonly Instance[], parts: Partial<Round> = {}): Look {
  return { kind: 'round', round: aRound(of, parts) };
}

/** Of three that there are to be. */
function three(of: readonly Instance[], replicas = 3): Look {
  return round(of, { groups: [aGroup(of, { replicas })] });
}

function fault(reason: Fault['reason']): Look {
  return { kind: 'fault', fault: aFault({ reason }) };
}

const GOOD = round(instances(3));
const GONE = round([], { groups: [], gone: aFault({ reason: 'no-such-application' }) });

/** Three instances, of which the last one is so. */
function last(parts: Partial<Instance>): Look {
  return round(instances(3, number => (number === 3 ? parts : {})));
}

const STARTING: Partial<Instance> = { containerStatus: 'Pending', healthStatus: 'NotCheckedYet' };
const SICK: Partial<Instance> = { healthStatus: 'ReadinessUnhealthy' };
const CRASHING: Partial<Instance> = { containerStatus: 'CrashLoopBackOff', healthStatus: 'Unhealthy' };
const OLD: Partial<Instance> = { createdMs: BEGAN_MS - 1 };

describe('a proof comes about', () => {
  test('at once, where the first round shows it', () => {
    expect(said([[0, GOOD]])).toBe('0: succeeded, proven');
  });

  test('when the old ones have drained', () => {
    const old = anInstance({ instanceId: 'old', ...OLD });
    const draining = round([...instances(3), old], {
      groups: [aGroup([...instances(3), old], { replicas: 3 })],
    });
    expect(
      said([
        [0, draining],
        [5, draining],
        [12, draining],
        [27, GOOD],
      ]),
    ).toBe('27: succeeded, proven');
  });

  test('when the new ones have started', () => {
    expect(
      said([
        [0, last(STARTING)],
        [5, last(SICK)],
        [170, GOOD],
      ]),
    ).toBe('170: succeeded, proven');
  });

  test('in the look at the deadline, and after it was exceeded', () => {
    expect(
      said([
        [0, last(STARTING)],
        [180, GOOD],
      ]),
    ).toBe('180: succeeded, proven');
  });

  test('after an outage that was tolerated, and after throttling', () => {
    expect(
      said([
        [0, fault('network')],
        [60, fault('server')],
        [170, GOOD],
      ]),
    ).toBe('170: succeeded, proven');
    expect(
      said([
        [0, fault('throttled')],
        [100, fault('throttled')],
        [170, GOOD],
      ]),
    ).toBe('170: succeeded, proven');
  });

  test('of an order that leaves nothing running, when all is gone', () => {
    const claim = aClaim({ type: 'CoStopApplication' });
    expect(
      said(
        [
          [0, GOOD],
          [30, three([])],
        ],
        { claim },
      ),
    ).toBe('30: succeeded, proven');
  });
});

describe('an application that an order has deleted', () => {
  const claim = aClaim({ type: 'CoDeleteApp' });
  const gone = GONE;
  const empty = three([], 0);

  test('is gone when the API has said so for 15 s and in three rounds', () => {
    const looks: Looks = [
      [0, gone],
      [5, gone],
      [14, gone],
    ];
    expect(said(looks, { claim })).toBe('goes on');
    expect(said([...looks, [15, gone]], { claim })).toBe('15: succeeded, proven');
    const two: Looks = [
      [0, gone],
      [15, gone],
    ];
    expect(said(two, { claim })).toBe('goes on');
    expect(said([...two, [16, fault('server')], [20, gone]], { claim })).toBe('20: succeeded, proven');
  });

  test('is not by one answer among others', () => {
    const looks: Looks = [
      [0, gone],
      [5, gone],
      [10, three(instances(1), 0)],
      [15, gone],
    ];
    expect(said(looks, { claim })).toBe('goes on');
    expect(said([...looks, [20, gone], [29, gone]], { claim })).toBe('goes on');
    expect(said([...looks, [20, gone], [30, gone]], { claim })).toBe('30: succeeded, proven');
  });

  test('is not known to be gone where the time is up before that', () => {
    const looks: Looks = [
      [0, gone],
      [5, gone],
      [10, gone],
    ];
    expect(said(looks, { claim, timeout: 10 })).toBe('10: unverified, no-such-application (10000)');
  });

  test('has held once it has been gone for as long as the bake takes', () => {
    const looks: Looks = [
      [0, gone],
      [5, gone],
      [15, gone],
      [29, gone],
    ];
    expect(said(looks, { claim, bake: 15 })).toBe('goes on');
    expect(said([...looks, [30, gone]], { claim, bake: 15 })).toBe('30: succeeded, proven');
  });

  test('goes, having had no instances: the bake goes on', () => {
    const looks: Looks = [
      [0, empty],
      [15, gone],
    ];
    expect(said(looks, { claim, bake: 15 })).toBe('15: succeeded, proven');
  });

  test('was never gone when it is there again: the bake starts anew', () => {
    const looks: Looks = [
      [0, gone],
      [5, gone],
      [15, gone],
      [20, empty],
      [34, empty],
      [35, empty],
    ];
    expect(said(looks.slice(0, 5), { claim, bake: 15 })).toBe('goes on');
    expect(said(looks, { claim, bake: 15 })).toBe('35: succeeded, proven');
  });

  test('is not proven by having been empty, when an instance is there again', () => {
    const looks: Looks = [
      [0, empty],
      [15, three(instances(1), 0)],
    ];
    expect(said(looks, { claim, bake: 15 })).toBe('15: unhealthy, still-live (15000)');
  });

  test('is not proven at all when it is there again with an instance', () => {
    expect(
      said(
        [
          [0, gone],
          [5, gone],
          [15, gone],
          [20, three(instances(1), 0)],
          [180, three(instances(1), 0)],
        ],
        { claim, bake: 15 },
      ),
    ).toBe('180: unhealthy, not-settled still-live (0)');
  });

  test.each(['CoStopApplication', 'CoDeploy', 'CoScaleIn'])(
    'is not what an order of type %s leaves',
    type => {
      const looks: Looks = [
        [0, gone],
        [5, gone],
        [15, gone],
        [60, gone],
        [180, gone],
      ];
      expect(said(looks, { claim: aClaim({ type }) })).toBe('180: unverified, no-such-application (180000)');
    },
  );
});

describe('no proof comes about', () => {
  test('where what runs is not settled at the deadline: what was seen then is the evidence', () => {
    expect(
      said([
        [0, last(STARTING)],
        [179, last(SICK)],
      ]),
    ).toBe('goes on');
    expect(
      said([
        [0, last(STARTING)],
        [180, last(SICK)],
      ]),
    ).toBe('180: unhealthy, not-settled not-healthy too-few (0)');
  });

  test('where one carries another image until the deadline, which need not be the end of a drain', () => {
    const claim = aClaim({ image: IMAGE });
    expect(
      said(
        [
          [0, last({ imageUrl: OLD_IMAGE })],
          [180, last({ imageUrl: OLD_IMAGE })],
        ],
        { claim },
      ),
    ).toBe('180: unhealthy, not-settled other-image (0)');
  });

  test('where all are older than the order: so does an update in place look', () => {
    const inPlace = round(instances(3, () => OLD));
    expect(
      said([
        [0, inPlace],
        [60, inPlace],
      ]),
    ).toBe('goes on');
    expect(
      said([
        [0, inPlace],
        [180, inPlace],
      ]),
    ).toBe('180: unverified, in-place');
    expect(
      said([
        [0, inPlace],
        [180, last(OLD)],
      ]),
    ).toBe('180: unhealthy, not-settled not-new (0)');
  });

  test('where there are to be none: at once', () => {
    expect(said([[0, three([], 0)]])).toBe('0: unverified, none-wanted');
  });

  test('where a newer order changed what runs: at once', () => {
    const order = aListedOrder({ changeOrderId: 'newer' });
    const { ending } = course([[0, round(instances(3), { last: { kind: 'superseded', order } })]]);
    expect(ending).toStrictEqual({ verdict: 'superseded', cause: { kind: 'superseded', order } });
  });

  test('and none is asked, where one of the same step did', () => {
    const newer = round([], { last: { kind: 'of-this-step', changeOrderId: 'newer' } });
    expect(course([[0, newer]]).ending).toStrictEqual({
      verdict: 'succeeded',
      cause: { kind: 'of-this-step', changeOrderId: 'newer' },
    });
  });
});

describe('an instance of this rollout that cannot run', () => {
  test.each(['CrashLoopBackOff', 'ImagePullBackOff', 'ErrImagePull', 'Error', 'Init:Error'])(
    'ends the proof when it stands 15 s: %s',
    containerStatus => {
      const bad = last({ containerStatus });
      expect(
        said([
          [0, bad],
          [14.999, bad],
        ]),
      ).toBe('goes on');
      expect(
        said([
          [0, bad],
          [8, bad],
          [15, bad],
        ]),
      ).toBe('15: unhealthy, error-state (unproven)');
    },
  );

  test('says which, and since when', () => {
    const { ending } = course([
      [0, last(CRASHING)],
      [20, last(CRASHING)],
    ]);
    const [, , instance] = instances(3, number => (number === 3 ? CRASHING : {}));
    expect(ending?.cause).toStrictEqual({
      kind: 'broken',
      how: { kind: 'error-state', instance, lastedMs: 20_000 },
      bakedMs: undefined,
    });
  });

  test('whatever error state follows the other', () => {
    const errors = ['ErrImagePull', 'ImagePullBackOff', 'ErrImagePull'].map(containerStatus =>
      last({ containerStatus }),
    );
    expect(said(errors.map((look, index) => [index * 10, look] as const))).toBe(
      '20: unhealthy, error-state (unproven)',
    );
  });

  test('but one that recovers meanwhile is waited for', () => {
    expect(
      said([
        [0, last(CRASHING)],
        [10, last(STARTING)],
        [16, last(CRASHING)],
        [30, last(CRASHING)],
      ]),
    ).toBe('goes on');
  });

  test('each for itself: another one that breaks has its own time', () => {
    const first = round(instances(3, number => (number === 1 ? CRASHING : {})));
    expect(
      said([
        [0, first],
        [10, last(CRASHING)],
        [20, last(CRASHING)],
      ]),
    ).toBe('goes on');
  });

  test('not one from before, which is to go', () => {
    const bad = last({ ...CRASHING, ...OLD });
    expect(
      said([
        [0, bad],
        [60, bad],
        [120, bad],
      ]),
    ).toBe('goes on');
    const claim = aClaim({ image: DIGEST_IMAGE });
    expect(
      said(
        [
          [0, last(CRASHING)],
          [60, last(CRASHING)],
        ],
        { claim },
      ),
    ).toBe('goes on');
  });

  test('not one that drains', () => {
    const of = [...instances(2), anInstance({ instanceId: 'x', ...CRASHING })];
    const draining = [...instances(2), anInstance({ instanceId: 'x', containerStatus: 'Terminating' })];
    expect(
      said([
        [0, three(of)],
        [20, three(draining)],
      ]),
    ).toBe('goes on');
  });

  test('nor one of an order that leaves nothing running: it may break as it goes', () => {
    const claim = aClaim({ type: 'CoStopApplication' });
    expect(
      said(
        [
          [0, last(CRASHING)],
          [60, last(CRASHING)],
        ],
        { claim },
      ),
    ).toBe('goes on');
    expect(
      said(
        [
          [0, last(CRASHING)],
          [180, last(CRASHING)],
        ],
        { claim },
      ),
    ).toBe('180: unhealthy, not-settled still-live still-live still-live (0)');
  });

  test('is of every rollout that keeps its instances', () => {
    const claim = aClaim({ type: 'CoScaleOut' });
    const bad = last({ ...CRASHING, ...OLD });
    expect(
      said(
        [
          [0, bad],
          [15, bad],
        ],
        { claim },
      ),
    ).toBe('15: unhealthy, error-state (unproven)');
  });

  test('is no evidence in a round that lacks a field', () => {
    const bad = round(
      instances(3, number => (number === 3 ? CRASHING : number === 2 ? { healthStatus: undefined } : {})),
    );
    expect(
      said([
        [0, bad],
        [15, bad],
      ]),
    ).toBe('goes on');
  });
});

describe('a field that is not told', () => {
  const untold = last({ healthStatus: undefined });

  test('is believed after 15 s and three looks', () => {
    expect(
      said([
        [0, untold],
        [15, untold],
      ]),
    ).toBe('goes on');
    expect(
      said([
        [0, untold],
        [5, untold],
        [14.999, untold],
      ]),
    ).toBe('goes on');
    expect(
      said([
        [0, untold],
        [5, untold],
        [15, untold],
      ]),
    ).toBe('15: unverified, InstanceHealthStatus');
  });

  test('is forgotten once it is told', () => {
    expect(
      said([
        [0, untold],
        [5, untold],
        [10, last(STARTING)],
        [15, untold],
        [25, untold],
        [29, untold],
      ]),
    ).toBe('goes on');
    expect(
      said([
        [0, untold],
        [5, untold],
        [10, GOOD],
      ]),
    ).toBe('10: succeeded, proven');
  });

  test('is the same doubt when it is another one, and told in its own name', () => {
    const other = last({ createdMs: undefined });
    expect(
      said([
        [0, untold],
        [8, other],
        [15, untold],
      ]),
    ).toBe('15: unverified, InstanceHealthStatus');
    expect(
      said([
        [0, untold],
        [8, untold],
        [15, other],
      ]),
    ).toBe('15: unverified, CreateTimeStamp');
  });

  test('stands over an outage between', () => {
    expect(
      said([
        [0, untold],
        [5, fault('network')],
        [10, untold],
        [15, untold],
      ]),
    ).toBe('15: unverified, InstanceHealthStatus');
  });

  test('counts as unreadable, together with outages', () => {
    const looks: Looks = [
      [0, fault('network')],
      [10, untold],
      [20, fault('unknown-host')],
      [30, untold],
    ];
    expect(said(looks, { tolerance: 30 })).toBe('30: unverified, InstanceHealthStatus');
    expect(said(looks, { tolerance: 31 })).toBe('goes on');
  });

  test('ends it at the deadline in any case', () => {
    expect(
      said([
        [0, last(STARTING)],
        [180, untold],
      ]),
    ).toBe('180: unverified, InstanceHealthStatus');
  });
});

describe('a fault', () => {
  test.each<Fault['reason']>(['permission', 'credentials', 'clock', 'parameter', 'no-such-application'])(
    'that only a person can mend ends it at once: %s',
    reason => {
      expect(
        said([
          [0, last(STARTING)],
          [5, fault(reason)],
        ]),
      ).toBe(`5: unverified, ${reason} (0)`);
    },
  );

  test.each<Fault['reason']>(['not-documented', 'contradictory', 'unknown-host', 'malformed'])(
    'that is doubtful is believed after 15 s and three looks: %s',
    reason => {
      const odd = fault(reason);
      expect(
        said([
          [0, odd],
          [15, odd],
        ]),
      ).toBe('goes on');
      expect(
        said([
          [0, odd],
          [7, odd],
          [14.999, odd],
        ]),
      ).toBe('goes on');
      expect(
        said([
          [0, odd],
          [7, odd],
          [15, odd],
        ]),
      ).toBe(`15: unverified, ${reason} (15000)`);
      expect(
        said([
          [0, odd],
          [7, odd],
          [10, last(STARTING)],
          [15, odd],
        ]),
      ).toBe('goes on');
      expect(
        said([
          [0, odd],
          [7, odd],
          [15, fault('network')],
        ]),
      ).toBe('goes on');
      expect(
        said([
          [0, odd],
          [7, fault('network')],
          [10, odd],
          [15, odd],
        ]),
      ).toBe(`15: unverified, ${reason} (15000)`);
    },
  );

  test.each<Fault['reason']>(['network', 'no-answer', 'server', 'not-the-api', 'too-large', 'nonce-used'])(
    'that passes is tolerated for as long as an outage may last: %s',
    reason => {
      const out = fault(reason);
      expect(
        said(
          [
            [0, out],
            [20, out],
            [59.999, out],
          ],
          { tolerance: 60 },
        ),
      ).toBe('goes on');
      expect(
        said(
          [
            [0, out],
            [20, out],
            [60, out],
          ],
          { tolerance: 60 },
        ),
      ).toBe(`60: unverified, ${reason} (60000)`);
      expect(
        said(
          [
            [0, out],
            [20, last(STARTING)],
            [60, out],
          ],
          { tolerance: 60 },
        ),
      ).toBe('goes on');
    },
  );

  test('ends it at the deadline in any case', () => {
    expect(
      said([
        [0, last(STARTING)],
        [170, fault('network')],
        [180, fault('server')],
      ]),
    ).toBe('180: unverified, server (10000)');
  });

  test('throttling is no outage before anything is proven', () => {
    const looks: Looks = [
      [0, fault('throttled')],
      [100, fault('throttled')],
    ];
    expect(said(looks, { tolerance: 60 })).toBe('goes on');
    expect(said([...looks, [180, fault('throttled')]], { tolerance: 60 })).toBe(
      '180: unverified, throttled (0)',
    );
  });

  test('throttling does not end an outage either', () => {
    const looks: Looks = [
      [0, fault('network')],
      [30, fault('throttled')],
      [60, fault('throttled')],
    ];
    expect(said(looks, { tolerance: 60 })).toBe('60: unverified, throttled (60000)');
  });
});

describe('nothing was seen', () => {
  const decided = (nowS: number): ProofEnding | undefined =>
    decideProof(NOTHING_VERIFIED, START_MS + nowS * 1_000, limitsOf({}));

  test('before the deadline: it goes on; at the deadline: it is unverified', () => {
    expect(decided(179.999)).toBeUndefined();
    expect(decided(180)).toStrictEqual({ verdict: 'unverified', cause: { kind: 'nothing-seen' } });
  });
});

describe('a proof has to hold', () => {
  test('from the first look that shows it, for as long as it is to, without a break', () => {
    const looks: Looks = [
      [0, last(STARTING)],
      [10, GOOD],
      [25, GOOD],
      [40, GOOD],
      [55, GOOD],
      [69.999, GOOD],
    ];
    expect(said(looks, { bake: 60 })).toBe('goes on');
    expect(said([...looks, [70, GOOD]], { bake: 60 })).toBe('70: succeeded, proven');
  });

  test('beyond the deadline of the proof', () => {
    expect(
      said(
        [
          [170, GOOD],
          [185, GOOD],
          [200, GOOD],
          [229, GOOD],
        ],
        { bake: 60 },
      ),
    ).toBe('goes on');
    expect(
      said(
        [
          [170, GOOD],
          [185, GOOD],
          [230, GOOD],
        ],
        { bake: 60 },
      ),
    ).toBe('230: succeeded, proven');
  });

  test('as it was seen: time in which no round ended proves nothing', () => {
    const limits = limitsOf({ bake: 60 });
    const { progress } = course(
      [
        [0, GOOD],
        [45, GOOD],
      ],
      { bake: 60 },
    );
    const decided = decideProof(progress, START_MS + 60_000, limits);
    expect(decided).toMatchObject({
      verdict: 'unverified',
      cause: { kind: 'proof-unreadable', lastedMs: 15_000, fault: { reason: 'no-answer' } },
    });
  });

  test('a round that began before the end is not the last one, though it was over at the end', () => {
    const { progress } = course([[0, GOOD]], { bake: 60 });
    const seen = foldRound(progress, GOOD, START_MS + 60_000, aClaim(), true);
    expect(decideProof(seen, START_MS + 59_999, limitsOf({ bake: 60 }))).toBeUndefined();
  });

  test('nor does it stand in for a last one that was not over in time', () => {
    const { progress } = course([[0, GOOD]], { bake: 60 });
    const seen = foldRound(progress, GOOD, START_MS + 60_000, aClaim(), true);
    expect(decideProof(seen, START_MS + 63_000, limitsOf({ bake: 60 }))).toMatchObject({
      verdict: 'unverified',
      cause: {
        kind: 'proof-unreadable',
        lastedMs: 3_000,
        fault: {
          reason: 'no-answer',
          action: 'DescribeApplicationInstances',
          message: '',
          detail: { kind: 'given-up' },
        },
      },
    });
  });

  const broken = (look: Look, options: Options = {}): string =>
    said(
      [
        [0, GOOD],
        [15, look],
      ],
      { bake: 600, ...options },
    );

  describe('and is broken at once by', () => {
    test.each<[string, Look, string]>([
      ['a restart', last({ restarts: 1 }), 'restarted'],
      ['a restart, although it is healthy again', round(instances(3, () => ({ restarts: 1 }))), 'restarted'],
      ['an error state', last(CRASHING), 'error-state'],
      [
        'an error state of one that is new',
        round([...instances(3), anInstance({ instanceId: 'n', ...CRASHING })]),
        'error-state',
      ],
      ['a restart, with a field of it not told', last({ restarts: 1, healthStatus: undefined }), 'restarted'],
      [
        'an error state, with a field of another one not told',
        round(
          instances(3, number => (number === 3 ? CRASHING : number === 2 ? { createdMs: undefined } : {})),
        ),
        'error-state',
      ],
      ['another image', last({ imageUrl: OLD_IMAGE }), 'mixed'],
      ['another version', last({ packageVersion: '0' }), 'mixed'],
      [
        'an instance from before',
        round([...instances(3), anInstance({ instanceId: 'old', ...OLD })]),
        'not-new',
      ],
      [
        'one that came and has restarted since',
        round([...instances(3), anInstance({ instanceId: 'n', restarts: 1 })]),
        'restarted',
      ],
    ])('%s', (_, look, how) => {
      expect(broken(look)).toBe(`15: unhealthy, ${how} (15000)`);
    });

    test('another image than was expected', () => {
      expect(broken(last({ imageUrl: OLD_IMAGE }), { claim: aClaim({ image: IMAGE }) })).toBe(
        '15: unhealthy, other-image (15000)',
      );
    });

    test.each<[string, Partial<Instance>, 'image' | 'version', readonly string[]]>([
      ['image', { imageUrl: OLD_IMAGE }, 'image', [IMAGE, OLD_IMAGE]],
      ['version', { packageVersion: '8' }, 'version', [VERSION, '8']],
    ])('another %s in all of them, although none was expected', (_, parts, what, found) => {
      for (const type of ['CoDeploy', 'CoScaleOut']) {
        const claim = aClaim({ type });
        const looks: Looks = [
          [0, GOOD],
          [15, round(instances(3, () => parts))],
        ];
        const { ending } = course(looks, { claim, bake: 60 });
        const how = { kind: 'other', shortfall: { kind: 'mixed', what, found } };
        expect(ending?.cause).toStrictEqual({ kind: 'broken', how, bakedMs: 15_000 });
      }
    });

    test('not an image that none told before', () => {
      const untold = round(instances(3, () => ({ imageUrl: undefined })));
      const looks: Looks = [
        [0, untold],
        [15, GOOD],
        [30, untold],
      ];
      expect(said(looks, { bake: 30 })).toBe('30: succeeded, proven');
    });

    test('another image, in an answer that lacks a field of another instance', () => {
      const claim = aClaim({ image: IMAGE });
      const lacking = round(
        instances(3, number => [{}, { healthStatus: undefined }, { imageUrl: OLD_IMAGE }][number - 1] ?? {}),
      );
      expect(
        said(
          [
            [0, GOOD],
            [15, lacking],
          ],
          { claim, bake: 60 },
        ),
      ).toBe('15: unhealthy, other-image (15000)');
    });

    test('another image, in an answer that does not tell of restarts', () => {
      const claim = aClaim({ image: IMAGE });
      const lacking = round(
        instances(3, number => [{}, { restarts: undefined }, { imageUrl: OLD_IMAGE }][number - 1] ?? {}),
      );
      expect(
        said(
          [
            [0, GOOD],
            [15, lacking],
          ],
          { claim, bake: 60 },
        ),
      ).toBe('15: unhealthy, other-image (15000)');
    });

    test('another version than was expected', () => {
      const claim = aClaim({ version: '1609939496200' });
      expect(broken(last({ packageVersion: '0' }), { claim })).toBe('15: unhealthy, other-version (15000)');
    });

    test('whatever runs where nothing is to', () => {
      const claim = aClaim({ type: 'CoStopApplication' });
      expect(
        said(
          [
            [0, three([])],
            [15, GOOD],
          ],
          { claim, bake: 60 },
        ),
      ).toBe('15: unhealthy, still-live (15000)');
    });

    test('a newer order', () => {
      const order = aListedOrder({ changeOrderId: 'newer' });
      expect(broken(round(instances(3), { last: { kind: 'superseded', order } }))).toBe(
        '15: superseded, superseded',
      );
    });

    test('a schedule that scales it to none', () => {
      expect(broken(three([], 0))).toBe('15: unverified, none-wanted');
    });

    test('a restart at the very end of it', () => {
      expect(
        said(
          [
            [0, GOOD],
            [60, last({ restarts: 1 })],
          ],
          { bake: 60 },
        ),
      ).toBe('60: unhealthy, restarted (60000)');
    });

    test('a fault that only a person can mend', () => {
      expect(
        said(
          [
            [0, GOOD],
            [15, fault('permission')],
          ],
          { bake: 60 },
        ),
      ).toBe('15: unverified, permission (0)');
    });
  });

  test('the evidence names the instance, and how it was before', () => {
    const { ending } = course(
      [
        [0, last({ restarts: 2 })],
        [15, last({ restarts: 4 })],
      ],
      { bake: 60 },
    );
    expect(ending?.cause).toStrictEqual({
      kind: 'broken',
      how: { kind: 'restarted', before: 2, instance: instances(3, () => ({ restarts: 4 }))[2] },
      bakedMs: 15_000,
    });
    expect(
      course(
        [
          [0, GOOD],
          [15, last(CRASHING)],
        ],
        { bake: 60 },
      ).ending?.cause,
    ).toMatchObject({
      how: { kind: 'error-state', lastedMs: 0, instance: { instanceId: 'shop-3' } },
    });
  });
});

describe('restarts while it has to hold', () => {
  test('from before do not matter, as long as there are no more', () => {
    const looks: Looks = [
      [0, last({ restarts: 7 })],
      [15, last({ restarts: 7 })],
      [60, last({ restarts: 7 })],
    ];
    expect(said(looks, { bake: 60 })).toBe('60: succeeded, proven');
  });

  test('may fall, as where one of the same name was made anew, and not rise from there', () => {
    const fell: Looks = [
      [0, last({ restarts: 7 })],
      [15, last({ restarts: 0 })],
    ];
    expect(said([...fell, [60, last({ restarts: 0 })]], { bake: 60 })).toBe('60: succeeded, proven');
    expect(said([...fell, [30, last({ restarts: 1 })]], { bake: 60 })).toBe(
      '30: unhealthy, restarted (30000)',
    );
  });

  test('are seen over an outage', () => {
    expect(
      said(
        [
          [0, GOOD],
          [15, fault('network')],
          [30, last({ restarts: 1 })],
        ],
        { bake: 60 },
      ),
    ).toBe('30: unhealthy, restarted (30000)');
  });

  test('have to be told of who runs, from the first look on', () => {
    const untold = last({ restarts: undefined });
    expect(
      said(
        [
          [0, untold],
          [5, untold],
          [15, untold],
        ],
        { bake: 60 },
      ),
    ).toBe('15: unverified, InstanceContainerRestarts');
    expect(said([[0, untold]], {})).toBe('0: succeeded, proven');
    expect(
      said(
        [
          [0, GOOD],
          [15, untold],
          [30, GOOD],
          [60, GOOD],
        ],
        { bake: 60 },
      ),
    ).toBe('60: succeeded, proven');
    expect(
      said(
        [
          [0, GOOD],
          [15, untold],
          [25, untold],
          [30, untold],
        ],
        { bake: 60 },
      ),
    ).toBe('30: unverified, InstanceContainerRestarts');
  });

  test('need not be told of who does not run, and are not forgotten by that', () => {
    const away = last({ ...STARTING, restarts: undefined });
    const had = last({ restarts: 2 });
    expect(
      said(
        [
          [0, had],
          [15, away],
          [30, had],
          [60, had],
        ],
        { bake: 60 },
      ),
    ).toBe('60: succeeded, proven');
    expect(
      said(
        [
          [0, had],
          [15, away],
          [30, last({ restarts: 3 })],
        ],
        { bake: 60 },
      ),
    ).toBe('30: unhealthy, restarted (30000)');
    const came = round([...instances(3), anInstance({ instanceId: 'n', ...STARTING, restarts: undefined })]);
    const started = round([...instances(3), anInstance({ instanceId: 'n', restarts: 1 })]);
    const groups = (look: Look): Look =>
      three(look.kind === 'round' ? (look.round.groups[0]?.instances ?? []) : []);
    expect(
      said(
        [
          [0, GOOD],
          [15, groups(came)],
          [30, groups(started)],
        ],
        { bake: 60 },
      ),
    ).toBe('30: unhealthy, restarted (30000)');
  });

  test('other fields that are not told, or a newer order, are told before them', () => {
    const both = last({ restarts: undefined, healthStatus: undefined });
    expect(
      said(
        [
          [0, both],
          [5, both],
          [15, both],
        ],
        { bake: 60 },
      ),
    ).toBe('15: unverified, InstanceHealthStatus');
    const order = aListedOrder({ changeOrderId: 'newer' });
    const newer = round(
      instances(3, () => ({ restarts: undefined })),
      { last: { kind: 'superseded', order } },
    );
    expect(said([[0, newer]], { bake: 60 })).toBe('0: superseded, superseded');
  });
});

describe('while it has to hold, an instance that was healthy', () => {
  test('may be unhealthy for less than 15 s', () => {
    expect(
      said(
        [
          [0, GOOD],
          [15, last(SICK)],
          [29.999, last(SICK)],
        ],
        { bake: 600 },
      ),
    ).toBe('goes on');
    expect(
      said(
        [
          [0, GOOD],
          [15, last(SICK)],
          [30, last(SICK)],
        ],
        { bake: 600 },
      ),
    ).toBe('30: unhealthy, not-ready (30000)');
    expect(
      said(
        [
          [0, GOOD],
          [15, last(SICK)],
          [30, GOOD],
          [60, GOOD],
        ],
        { bake: 60 },
      ),
    ).toBe('60: succeeded, proven');
  });

  test('is counted anew when it was healthy between', () => {
    expect(
      said(
        [
          [0, GOOD],
          [15, last(SICK)],
          [28, GOOD],
          [31, last(SICK)],
          [45.999, last(SICK)],
        ],
        { bake: 600 },
      ),
    ).toBe('goes on');
  });

  test('may not run for less than 30 s', () => {
    const away = three([...instances(2), anInstance({ instanceId: 'shop-3', ...STARTING })], 2);
    expect(
      said(
        [
          [0, GOOD],
          [15, away],
          [44.999, away],
        ],
        { bake: 600 },
      ),
    ).toBe('goes on');
    expect(
      said(
        [
          [0, GOOD],
          [15, away],
          [45, away],
        ],
        { bake: 600 },
      ),
    ).toBe('45: unhealthy, not-ready (45000)');
  });

  test('is named with the time since when it was seen so', () => {
    const { ending } = course(
      [
        [0, GOOD],
        [15, last(SICK)],
        [31, last(SICK)],
      ],
      { bake: 600 },
    );
    expect(ending?.cause).toStrictEqual({
      kind: 'broken',
      how: { kind: 'not-ready', lastedMs: 16_000, instance: instances(3, () => SICK)[2] },
      bakedMs: 31_000,
    });
  });
});

describe('while it has to hold, instances come and go', () => {
  const four = (parts: Partial<Instance>, replicas = 3): Look =>
    three([...instances(3), anInstance({ instanceId: 'new', ...parts })], replicas);

  test('a new one has 30 s to get ready, running or not', () => {
    for (const parts of [STARTING, SICK]) {
      expect(
        said(
          [
            [0, GOOD],
            [15, four(parts)],
            [44.999, four(parts)],
          ],
          { bake: 600 },
        ),
      ).toBe('goes on');
      expect(
        said(
          [
            [0, GOOD],
            [15, four(parts)],
            [45, four(parts)],
          ],
          { bake: 600 },
        ),
      ).toBe('45: unhealthy, not-ready (45000)');
      expect(
        said(
          [
            [0, GOOD],
            [15, four(parts)],
            [30, four({})],
            [60, four({})],
          ],
          { bake: 60 },
        ),
      ).toBe('60: succeeded, proven');
    }
  });

  test('and has only 15 s once it was ready', () => {
    const looks: Looks = [
      [0, GOOD],
      [15, four({})],
      [30, four(SICK)],
      [45, four(SICK)],
    ];
    expect(said(looks, { bake: 600 })).toBe('45: unhealthy, not-ready (45000)');
  });

  test('one was evicted, and another takes its place within 30 s', () => {
    const evicted = three(instances(2));
    const replaced = three([...instances(2), anInstance({ instanceId: 'new' })]);
    expect(
      said(
        [
          [0, GOOD],
          [15, evicted],
          [44.999, replaced],
          [60, replaced],
        ],
        { bake: 60 },
      ),
    ).toBe('60: succeeded, proven');
    expect(
      said(
        [
          [0, GOOD],
          [15, evicted],
          [45, evicted],
        ],
        { bake: 600 },
      ),
    ).toBe('45: unhealthy, too-few (45000)');
  });

  test('too few are told with how many there are, and are to be', () => {
    const evicted = three(instances(2));
    expect(
      course(
        [
          [0, GOOD],
          [15, evicted],
          [45, evicted],
        ],
        { bake: 600 },
      ).ending?.cause,
    ).toStrictEqual({
      kind: 'broken',
      how: { kind: 'too-few', ready: 2, wanted: 3, lastedMs: 30_000 },
      bakedMs: 45_000,
    });
  });

  test('too few are counted anew when there were enough between', () => {
    const evicted = three(instances(2));
    expect(
      said(
        [
          [0, GOOD],
          [15, evicted],
          [30, GOOD],
          [46, evicted],
          [75.999, evicted],
        ],
        { bake: 600 },
      ),
    ).toBe('goes on');
  });

  test('too few count over a round that lacks a field', () => {
    const lacking = round(instances(3, number => (number === 1 ? { healthStatus: undefined } : {})));
    const looks: Looks = [
      [0, GOOD],
      [15, three(instances(2))],
      [30, lacking],
      [45, three(instances(2))],
    ];
    expect(said(looks, { bake: 120 })).toBe('45: unhealthy, too-few (45000)');
  });

  test('too few count over an outage', () => {
    const evicted = three(instances(2));
    expect(
      said(
        [
          [0, GOOD],
          [15, evicted],
          [30, fault('network')],
          [45, evicted],
        ],
        { bake: 600 },
      ),
    ).toBe('45: unhealthy, too-few (45000)');
  });

  test('more may be wanted than before: those have 30 s to come', () => {
    const more = three(instances(3), 5);
    expect(
      said(
        [
          [0, GOOD],
          [15, more],
          [30, more],
          [44, three(instances(5), 5)],
          [60, three(instances(5), 5)],
        ],
        { bake: 60 },
      ),
    ).toBe('60: succeeded, proven');
    expect(
      said(
        [
          [0, GOOD],
          [15, more],
          [45, more],
        ],
        { bake: 600 },
      ),
    ).toBe('45: unhealthy, too-few (45000)');
  });

  test('fewer may be wanted', () => {
    const fewer = three(instances(1), 1);
    expect(
      said(
        [
          [0, GOOD],
          [15, fewer],
          [60, fewer],
        ],
        { bake: 60 },
      ),
    ).toBe('60: succeeded, proven');
  });

  test('all of them are replaced, as by a restart', () => {
    const others = instances(3, number => ({ instanceId: `other-${number}` }));
    expect(
      said(
        [
          [0, GOOD],
          [15, three(others)],
          [60, three(others)],
        ],
        { bake: 60 },
      ),
    ).toBe('60: succeeded, proven');
  });

  test('what is tolerated does not start the clock anew', () => {
    const evicted = three(instances(2));
    expect(
      said(
        [
          [0, GOOD],
          [15, evicted],
          [30, GOOD],
          [45, last(SICK)],
          [55, GOOD],
          [60, GOOD],
        ],
        { bake: 60 },
      ),
    ).toBe('60: succeeded, proven');
  });

  test('what is tolerated at the end has its time, and no more', () => {
    const evicted = three(instances(2));
    const looks: Looks = [
      [0, GOOD],
      [50, evicted],
    ];
    expect(said([...looks, [60, evicted]], { bake: 60 })).toBe('goes on');
    expect(said([...looks, [60, evicted], [75, GOOD]], { bake: 60 })).toBe('75: succeeded, proven');
    expect(said([...looks, [60, evicted], [80, evicted]], { bake: 60 })).toBe(
      '80: unhealthy, too-few (80000)',
    );
  });
});

describe('an outage while it has to hold', () => {
  test('is tolerated for as long as it may last, and does not start the clock anew', () => {
    const looks: Looks = [
      [0, GOOD],
      [15, fault('network')],
      [44, fault('network')],
    ];
    expect(said([...looks, [45, fault('network')]], { bake: 600, tolerance: 30 })).toBe(
      '45: unverified, network (30000)',
    );
    expect(said([...looks, [45, GOOD], [60, GOOD]], { bake: 60, tolerance: 30 })).toBe(
      '60: succeeded, proven',
    );
  });

  test('at the end of it is waited out', () => {
    const looks: Looks = [
      [0, GOOD],
      [50, fault('network')],
      [60, fault('network')],
    ];
    expect(said(looks, { bake: 60, tolerance: 30 })).toBe('goes on');
    expect(said([...looks, [70, GOOD]], { bake: 60, tolerance: 30 })).toBe('70: succeeded, proven');
    expect(said([...looks, [80, fault('network')]], { bake: 60, tolerance: 30 })).toBe(
      '80: unverified, network (30000)',
    );
  });

  test('is throttling too: nobody sees then whether it holds', () => {
    const looks: Looks = [
      [0, GOOD],
      [15, fault('throttled')],
      [45, fault('throttled')],
    ];
    expect(said(looks, { bake: 60, tolerance: 30 })).toBe('45: unverified, throttled (30000)');
    expect(said(looks, { bake: 60, tolerance: 31 })).toBe('goes on');
  });

  test('is a field that is not told too, whichever it is', () => {
    const looks: Looks = [
      [0, GOOD],
      [15, last({ healthStatus: undefined })],
      [20, fault('malformed')],
      [25, last({ restarts: undefined })],
    ];
    expect(said(looks, { bake: 600, tolerance: 10 })).toBe('25: unverified, InstanceContainerRestarts');
  });
});

describe('what is counted while it has to hold', () => {
  test('is only what is ready, and too few only where there are', () => {
    const evicted = three(instances(2));
    const coming = three([...instances(2), anInstance({ instanceId: 'new', ...STARTING })]);
    const looks: Looks = [
      [0, GOOD],
      [15, evicted],
      [45, coming],
    ];
    expect(course(looks, { bake: 600 }).ending?.cause).toMatchObject({
      how: { kind: 'too-few', ready: 2, wanted: 3 },
    });
    const more = three([...instances(3), anInstance({ instanceId: 'new', ...SICK })]);
    const { progress } = course(
      [
        [0, GOOD],
        [15, more],
      ],
      { bake: 600 },
    );
    expect(progress.tooFewSinceMs).toBeUndefined();
  });

  test('is nothing that drains', () => {
    const gone = anInstance({ instanceId: 'x', containerStatus: 'Terminating', restarts: 5 });
    expect(
      said(
        [
          [0, GOOD],
          [15, three([...instances(3), gone])],
        ],
        { bake: 600 },
      ),
    ).toBe('goes on');
  });

  test('are the restarts of who runs, also where it falls short', () => {
    const away = last({ ...STARTING, restarts: undefined });
    expect(
      said(
        [
          [0, GOOD],
          [15, away],
          [20, away],
          [30, away],
          [40, GOOD],
          [60, GOOD],
        ],
        { bake: 60 },
      ),
    ).toBe('60: succeeded, proven');
    const sick = last({ ...SICK, restarts: undefined });
    expect(
      said(
        [
          [0, sick],
          [5, sick],
          [15, sick],
        ],
        { bake: 60 },
      ),
    ).toBe('15: unverified, InstanceContainerRestarts');
  });
});

describe('a proof that never settles', () => {
  /** Too few and enough, healthy and not, each for less than it may. */
  const flapping = (untilS: number): Looks =>
    Array.from(
      { length: untilS / 10 + 1 },
      (_, index) => [index * 10, index % 2 === 0 ? GOOD : last(SICK)] as const,
    );

  test('is green if it holds in the end', () => {
    expect(said(flapping(60), { bake: 60 })).toBe('60: succeeded, proven');
  });

  test('does not go on for ever: after all that may be tolerated it is red', () => {
    // Each look shows another one too few.
    const bads = Array.from({ length: 20 }, (_, index): readonly [number, Look] => [
      60 + index * 14,
      round(instances(3, number => (number === 1 + (index % 3) ? SICK : {}))),
    ]);
    const { endedS, ending } = course([[0, GOOD], ...bads], { bake: 60, tolerance: 60 });
    expect(ending?.verdict).toBe('unhealthy');
    expect(endedS).toBeLessThanOrEqual(60 + 60 + 30 + 14);
  });

  test('and says what was seen last, and for how long it had held', () => {
    const { progress } = course(
      [
        [0, GOOD],
        [60, last(SICK)],
      ],
      { bake: 60, tolerance: 60 },
    );
    const due = dueMsOf(progress, limitsOf({ bake: 60, tolerance: 60 }));
    // Sick for 15 s, or too few for 30 s: whichever is later.
    expect(due - START_MS).toBe(90_000);
    const ending = decideProof(progress, due, limitsOf({ bake: 60, tolerance: 60 }));
    expect(ending && inWords(ending.cause)).toBe('not-settled not-healthy too-few (60000)');
  });
});

describe('the last look is due', () => {
  const due = (looks: Looks, options: Options): number => {
    const { progress } = course(looks, options);
    return (dueMsOf(progress, limitsOf(options)) - START_MS) / 1_000;
  };

  test('at the deadline, as long as nothing is proven, whatever is tolerated', () => {
    expect(due([], {})).toBe(180);
    expect(due([[0, last(CRASHING)]], {})).toBe(180);
    expect(due([[170, fault('network')]], {})).toBe(180);
  });

  test('when it has held for as long as it is to', () => {
    expect(due([[10, GOOD]], { bake: 60 })).toBe(70);
    expect(
      due(
        [
          [10, GOOD],
          [25, last(SICK)],
        ],
        { bake: 600 },
      ),
    ).toBe(610);
  });

  test('later where something is tolerated at the end', () => {
    expect(
      due(
        [
          [0, GOOD],
          [50, fault('network')],
        ],
        { bake: 60, tolerance: 45 },
      ),
    ).toBe(95);
    expect(
      due(
        [
          [0, GOOD],
          [50, last({ restarts: undefined })],
        ],
        { bake: 60, tolerance: 5 },
      ),
    ).toBe(65);
    expect(
      due(
        [
          [0, GOOD],
          [50, three(instances(2))],
        ],
        { bake: 60 },
      ),
    ).toBe(80);
  });

  test('never later than all that may be tolerated', () => {
    // The outage of 300 s began at 59 s and is over at 359 s.
    expect(
      due(
        [
          [0, GOOD],
          [59, fault('network')],
        ],
        { bake: 60, tolerance: 300 },
      ),
    ).toBe(359);
    const { progress } = course([[0, GOOD]], { bake: 60, tolerance: 1 });
    const late = { ...progress, unreadableSinceMs: START_MS + 1_000_000 };
    expect((dueMsOf(late, limitsOf({ bake: 60, tolerance: 1 })) - START_MS) / 1_000).toBe(60 + 1 + 30);
  });
});

describe('what is tolerated aims the next look', () => {
  const aims = (looks: Looks, options: Options): readonly number[] => {
    const { progress } = course(looks, options);
    const { outageToleranceMs } = limitsOf(options);
    return toleratedUntilMs(progress, outageToleranceMs)
      .map(ms => (ms - START_MS) / 1_000)
      .toSorted((one, other) => one - other);
  };

  test.each<[string, Looks, Options, readonly number[]]>([
    ['nothing', [], {}, []],
    ['nothing, with a proof', [[0, GOOD]], { bake: 60 }, []],
    ['instances that start', [[0, last(STARTING)]], {}, []],
    [
      'an error state',
      [
        [0, last(CRASHING)],
        [4, last(CRASHING)],
      ],
      {},
      [15],
    ],
    ['an outage', [[3, fault('network')]], { tolerance: 20 }, [23]],
    ['a doubt', [[3, fault('malformed')]], { tolerance: 40 }, [18, 43]],
    ['a field that is not told', [[3, last({ healthStatus: undefined })]], { tolerance: 40 }, [18, 43]],
    [
      'one that was healthy',
      [
        [0, GOOD],
        [15, last(SICK)],
      ],
      { bake: 60 },
      [30, 45],
    ],
    [
      'too few',
      [
        [0, GOOD],
        [15, three(instances(2))],
      ],
      { bake: 60 },
      [45],
    ],
    ['too few before there was a proof', [[0, three(instances(2))]], { bake: 60 }, []],
  ])('%s', (_, looks, options, expected) => {
    expect(aims(looks, options)).toStrictEqual(expected);
  });
});

test('the rounds are counted, and the last one that could be read is kept', () => {
  const { progress } = course([
    [0, last(STARTING)],
    [5, fault('network')],
    [10, fault('server')],
  ]);
  expect(progress.rounds).toBe(3);
  expect(progress.last).toStrictEqual(fault('server'));
  expect(progress.seen?.atMs).toBe(START_MS);
  expect(progress.seen?.round).toStrictEqual(aRound(instances(3, number => (number === 3 ? STARTING : {}))));
  expect(progress.unreadableSinceMs).toBe(START_MS + 5_000);
});

// Whatever comes in whatever order.

const LOOK: fc.Arbitrary<Look> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(GOOD) },
  {
    weight: 6,
    arbitrary: fc
      .array(
        fc.constantFrom<Partial<Instance>[]>(
          {},
          {},
          {},
          STARTING,
          SICK,
          CRASHING,
          OLD,
          { restarts: 1 },
          { restarts: undefined },
          { containerStatus: 'Terminating' },
          { healthStatus: undefined },
          { imageUrl: OLD_IMAGE },
        ),
        { maxLength: 4 },
      )
      .map(parts =>
        three(parts.map((one, index) => anInstance({ instanceId: `shop-${index + 1}`, ...one }))),
      ),
  },
  { weight: 3, arbitrary: fc.constant(GONE) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom<Fault['reason'][]>('network', 'throttled', 'malformed', 'contradictory', 'server')
      .map(fault),
  },
);

const COURSES = fc.record({
  steps: fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), LOOK), { minLength: 1, maxLength: 40 }),
  bake: fc.constantFrom(undefined, 20, 60),
  tolerance: fc.constantFrom(0, 10, 60),
  timeout: fc.constantFrom(1, 30, 180),
  claim: fc.constantFrom(
    aClaim(),
    aClaim({ image: IMAGE }),
    aClaim({ type: 'CoStopApplication' }),
    aClaim({ type: 'CoDeleteApp' }),
  ),
});

const FRESH = { seed: Math.floor(Math.random() * 2 ** 31), numRuns: 3_000 };

test('every course ends when its last look is due, and that moment never moves for ever', () => {
  fc.assert(
    fc.property(COURSES, ({ steps, ...options }) => {
      const { claim, bake, tolerance, timeout } = options;
      const limits = limitsOf(options as Options);
      let progress = NOTHING_VERIFIED;
      let nowMs = START_MS;
      for (const [afterS, look] of steps) {
        nowMs += afterS * 1_000;
        progress = foldRound(progress, look, nowMs, claim, bake !== undefined);
        const due = dueMsOf(progress, limits);
        expect(decideProof(progress, Math.max(nowMs, due), limits)).toBeDefined();
        const since = progress.provenSinceMs;
        const latest =
          since === undefined ? START_MS + timeout * 1_000 : since + ((bake ?? 0) + tolerance + 30) * 1_000;
        expect(due).toBeLessThanOrEqual(latest);
        if (decideProof(progress, nowMs, limits) !== undefined) return;
      }
    }),
    FRESH,
  );
});

test('no course is green but by a proof in its very last look, that first came up as long ago as it has to hold', () => {
  let green = 0;
  fc.assert(
    fc.property(COURSES, ({ steps, ...options }) => {
      let atS = 0;
      const looks = steps.map(([afterS, look]) => [(atS += afterS), look] as const);
      const { ending, endedS, progress } = course(looks, options as Options);
      if (ending?.verdict !== 'succeeded') return;
      green++;
      expect(ending.cause.kind).toBe('proven');
      expect(progress.seen?.judged.kind).toBe('proven');
      expect(progress.seen?.atMs).toBe(START_MS + (endedS ?? 0) * 1_000);
      expect(progress.broken).toBeUndefined();
      const heldS = (endedS ?? 0) - ((progress.provenSinceMs ?? Infinity) - START_MS) / 1_000;
      expect(heldS).toBeGreaterThanOrEqual(options.bake ?? 0);
    }),
    FRESH,
  );
  expect(green).toBeGreaterThan(50);
});
