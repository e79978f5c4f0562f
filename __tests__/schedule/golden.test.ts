import { describe, expect, test } from '@jest/globals';
import { estimateOf } from '../../src/schedule/estimate.ts';
import type { Known } from '../../src/schedule/known.ts';
import { plannedWaitMs } from '../../src/schedule/planned-wait.ts';
import { aKnown, pastAround } from './a-known.ts';

/**
 * What the schedule says of a few well chosen states, to the ms, so that no change of its numbers goes
 * unnoticed. That they are good numbers this does not say: `npm run bench -- schedule` does, and
 * who changes one on purpose measures there first and then writes down here what has become of it.
 */
interface Golden {
  readonly known: Partial<Known>;
  readonly nowMs: number;
  /** Within 2 s and 30 s, as the gate waits where nothing is set, and as good as without bounds. */
  readonly waitsMs: readonly [bounded: number, free: number];
  /** What part is done, in ten-thousandths, and what is left. */
  readonly estimate: readonly [fractionDone: number | undefined, remainingMs: number | undefined];
}

const CASES: readonly (readonly [string, Golden])[] = [
  [
    'an order of which nothing is known, at its beginning',
    { known: {}, nowMs: 0, waitsMs: [24_352, 24_356], estimate: [undefined, undefined] },
  ],
  [
    'an order of which nothing is known, after a minute',
    { known: {}, nowMs: 60_000, waitsMs: [10_694, 10_695], estimate: [undefined, undefined] },
  ],
  [
    'an order of which nothing is known, after an hour',
    { known: {}, nowMs: 3_600_000, waitsMs: [30_000, 30_092], estimate: [undefined, undefined] },
  ],
  [
    'an order that began before the gate',
    {
      known: { beganMs: -45_000, stage: { kind: 'working', sinceMs: -45_000 } },
      nowMs: 1_000,
      waitsMs: [11_686, 11_686],
      estimate: [undefined, undefined],
    },
  ],
  [
    'an order whose history is a single rollout',
    { known: { pastMs: [90_000] }, nowMs: 60_000, waitsMs: [6_779, 6_779], estimate: [undefined, undefined] },
  ],
  [
    'an order whose history is two rollouts',
    {
      known: { pastMs: [90_000, 130_000] },
      nowMs: 60_000,
      waitsMs: [7_777, 7_777],
      estimate: [undefined, undefined],
    },
  ],
  [
    'an order whose history is three rollouts, at its beginning',
    {
      known: { pastMs: [90_000, 110_000, 100_000] },
      nowMs: 0,
      waitsMs: [15_946, 15_951],
      estimate: [0, 99_750],
    },
  ],
  [
    'an order whose history is three rollouts, near its end',
    {
      known: { pastMs: [90_000, 110_000, 100_000] },
      nowMs: 92_000,
      waitsMs: [4_302, 4_303],
      estimate: [8_793, 12_625],
    },
  ],
  [
    'an order whose history is three rollouts, beyond its end',
    {
      known: { pastMs: [90_000, 110_000, 100_000] },
      nowMs: 113_000,
      waitsMs: [4_059, 4_060],
      estimate: [undefined, undefined],
    },
  ],
  [
    'an order whose history is three rollouts, far beyond its end',
    {
      known: { pastMs: [90_000, 110_000, 100_000] },
      nowMs: 400_000,
      waitsMs: [10_122, 10_122],
      estimate: [undefined, undefined],
    },
  ],
  [
    'an order whose history is quite even',
    {
      known: { pastMs: Array<number>(20).fill(100_000) },
      nowMs: 90_000,
      waitsMs: [6_059, 6_056],
      estimate: [8_994, 10_063],
    },
  ],
  [
    'an order whose history is long, at its beginning',
    { known: { pastMs: pastAround(600_000) }, nowMs: 0, waitsMs: [30_000, 33_728], estimate: [0, 605_000] },
  ],
  [
    'an order whose history is long, half-way',
    {
      known: { pastMs: pastAround(600_000) },
      nowMs: 300_000,
      waitsMs: [30_000, 30_835],
      estimate: [4_959, 305_000],
    },
  ],
  [
    'an order whose history is long, near its end',
    {
      known: { pastMs: pastAround(600_000) },
      nowMs: 560_000,
      waitsMs: [9_007, 9_007],
      estimate: [8_707, 83_125],
    },
  ],
  [
    'an order whose history has two kinds',
    {
      known: { pastMs: [60_000, 62_000, 64_000, 300_000, 310_000] },
      nowMs: 61_000,
      waitsMs: [6_540, 6_540],
      estimate: [3_294, 124_188],
    },
  ],
  [
    'an order whose history has two kinds, when it is the longer',
    {
      known: { pastMs: [60_000, 62_000, 64_000, 300_000, 310_000] },
      nowMs: 200_000,
      waitsMs: [9_479, 9_479],
      estimate: [5_949, 136_188],
    },
  ],
  [
    'an order whose history tells lengths that cannot be',
    {
      known: { pastMs: [0, -5, Infinity, 90_000, 100_000, 110_000] },
      nowMs: 60_000,
      waitsMs: [8_683, 8_683],
      estimate: [6_011, 39_813],
    },
  ],
  [
    'a batch that began after its order',
    {
      known: { pastMs: pastAround(100_000), stage: { kind: 'working', sinceMs: 40_000 } },
      nowMs: 80_000,
      waitsMs: [5_312, 5_314],
      estimate: [7_872, 21_625],
    },
  ],
  [
    'the first of four batches, without a history',
    { known: { batchCount: 4 }, nowMs: 30_000, waitsMs: [13_554, 13_554], estimate: [undefined, undefined] },
  ],
  [
    'the first of four batches, with a history',
    {
      known: { batchCount: 4, pastMs: pastAround(400_000) },
      nowMs: 50_000,
      waitsMs: [19_094, 19_095],
      estimate: [1_240, 353_375],
    },
  ],
  [
    'the first of four batches, which takes longer than usual',
    {
      known: { batchCount: 4, pastMs: pastAround(400_000) },
      nowMs: 150_000,
      waitsMs: [9_473, 9_473],
      estimate: [undefined, undefined],
    },
  ],
  [
    'the third of four batches, whose lengths are not told',
    {
      known: { batchCount: 4, batchesDone: 2, stage: { kind: 'working', sinceMs: 200_000 } },
      nowMs: 230_000,
      waitsMs: [9_271, 9_270],
      estimate: [5_000, undefined],
    },
  ],
  [
    'the third of four batches',
    {
      known: {
        batchCount: 4,
        batchesDone: 2,
        batchesMs: [60_000, 50_000],
        stage: { kind: 'working', sinceMs: 115_000 },
      },
      nowMs: 130_000,
      waitsMs: [14_274, 14_275],
      estimate: [5_693, 94_563],
    },
  ],
  [
    'the third of four batches, with a history',
    {
      known: {
        batchCount: 4,
        batchesDone: 2,
        batchesMs: [60_000, 50_000],
        pastMs: pastAround(240_000),
        stage: { kind: 'working', sinceMs: 115_000 },
      },
      nowMs: 130_000,
      waitsMs: [18_042, 18_042],
      estimate: [5_593, 98_500],
    },
  ],
  [
    'the third of four batches, with a history of which it is none',
    {
      known: {
        batchCount: 4,
        batchesDone: 2,
        batchesMs: [60_000, 50_000],
        pastMs: pastAround(800_000),
        stage: { kind: 'working', sinceMs: 115_000 },
      },
      nowMs: 130_000,
      waitsMs: [18_041, 18_042],
      estimate: [5_693, 94_563],
    },
  ],
  [
    'the third of four batches, which hangs',
    {
      known: {
        batchCount: 4,
        batchesDone: 2,
        batchesMs: [60_000, 50_000],
        stage: { kind: 'working', sinceMs: 115_000 },
      },
      nowMs: 300_000,
      waitsMs: [8_937, 8_937],
      estimate: [undefined, undefined],
    },
  ],
  [
    'the last of four batches',
    {
      known: {
        batchCount: 4,
        batchesDone: 3,
        batchesMs: [60_000, 50_000, 55_000],
        stage: { kind: 'working', sinceMs: 170_000 },
      },
      nowMs: 215_000,
      waitsMs: [3_768, 3_770],
      estimate: [9_489, 11_313],
    },
  ],
  [
    'the last of four batches, with a history',
    {
      known: {
        batchCount: 4,
        batchesDone: 3,
        batchesMs: [60_000, 50_000, 55_000],
        pastMs: pastAround(230_000),
        stage: { kind: 'working', sinceMs: 170_000 },
      },
      nowMs: 215_000,
      waitsMs: [3_795, 3_796],
      estimate: [9_446, 12_313],
    },
  ],
  [
    'the last of four batches, which hangs',
    {
      known: {
        batchCount: 4,
        batchesDone: 3,
        batchesMs: [60_000, 50_000, 55_000],
        stage: { kind: 'working', sinceMs: 170_000 },
      },
      nowMs: 500_000,
      waitsMs: [11_045, 11_045],
      estimate: [undefined, undefined],
    },
  ],
  [
    'a second batch before which one told a length that cannot be',
    {
      known: { batchCount: 2, batchesDone: 1, batchesMs: [0], stage: { kind: 'working', sinceMs: 60_000 } },
      nowMs: 90_000,
      waitsMs: [9_552, 9_552],
      estimate: [5_000, undefined],
    },
  ],
  [
    'an order whose batches are all over',
    {
      known: {
        batchCount: 2,
        batchesDone: 2,
        batchesMs: [60_000, 60_000],
        stage: { kind: 'working', sinceMs: 60_000 },
      },
      nowMs: 121_000,
      waitsMs: [2_794, 2_795],
      estimate: [9_426, 7_375],
    },
  ],
  [
    'an order with more batches over than it has',
    {
      known: {
        batchCount: 2,
        batchesDone: 3,
        batchesMs: [60_000, 60_000, 60_000],
        pauseMs: 30_000,
        stage: { kind: 'working', sinceMs: 150_000 },
      },
      nowMs: 200_000,
      waitsMs: [3_767, 3_769],
      estimate: [9_442, 11_813],
    },
  ],
  [
    'the first of three batches between which SAE pauses',
    {
      known: { batchCount: 3, pauseMs: 120_000, pastMs: pastAround(540_000) },
      nowMs: 50_000,
      waitsMs: [18_012, 18_012],
      estimate: [918, 494_563],
    },
  ],
  [
    'the last of three batches between which SAE pauses',
    {
      known: {
        batchCount: 3,
        batchesDone: 2,
        batchesMs: [100_000, 100_000],
        pauseMs: 120_000,
        pastMs: pastAround(540_000),
        stage: { kind: 'working', sinceMs: 440_000 },
      },
      nowMs: 500_000,
      waitsMs: [10_057, 10_052],
      estimate: [9_226, 41_938],
    },
  ],
  [
    'batches between which SAE pauses, with a history that hardly did',
    {
      known: { batchCount: 3, pauseMs: 120_000, pastMs: [295_000, 300_000, 301_000, 305_000] },
      nowMs: 50_000,
      waitsMs: [8_720, 8_720],
      estimate: [949, 476_938],
    },
  ],
  [
    'a pause that goes on',
    {
      known: {
        batchCount: 3,
        batchesDone: 1,
        batchesMs: [60_000],
        pauseMs: 120_000,
        stage: { kind: 'pausing', untilMs: 180_000 },
      },
      nowMs: 100_000,
      waitsMs: [20_250, 20_250],
      estimate: [2_381, 320_063],
    },
  ],
  [
    'a pause that ends now',
    {
      known: {
        batchCount: 2,
        batchesDone: 1,
        batchesMs: [60_000],
        pauseMs: 120_000,
        stage: { kind: 'pausing', untilMs: 180_000 },
      },
      nowMs: 180_000,
      waitsMs: [10_087, 10_087],
      estimate: [7_498, 60_063],
    },
  ],
  [
    'a pause that should be over',
    {
      known: {
        batchCount: 2,
        batchesDone: 1,
        batchesMs: [60_000],
        pauseMs: 120_000,
        stage: { kind: 'pausing', untilMs: 180_000 },
      },
      nowMs: 190_000,
      waitsMs: [10_163, 10_163],
      estimate: [7_598, 60_063],
    },
  ],
  [
    'a pause without an end that is told',
    {
      known: {
        batchCount: 2,
        batchesDone: 1,
        batchesMs: [60_000],
        stage: { kind: 'pausing', untilMs: undefined },
      },
      nowMs: 100_000,
      waitsMs: [30_000, 86_400_000],
      estimate: [6_248, 60_063],
    },
  ],
  [
    'a step of a person that nothing explains, a moment ago',
    {
      known: { pastMs: pastAround(600_000), unsettledSinceMs: 95_000 },
      nowMs: 100_000,
      waitsMs: [4_500, 2_501],
      estimate: [1_653, 505_000],
    },
  ],
  [
    'a step of a person that nothing explains, a while ago',
    {
      known: { pastMs: pastAround(600_000), unsettledSinceMs: 95_000 },
      nowMs: 590_000,
      waitsMs: [8_166, 8_166],
      estimate: [8_956, 68_750],
    },
  ],
  [
    'a batch that is said to begin later',
    {
      known: {
        batchCount: 2,
        batchesDone: 1,
        batchesMs: [60_000],
        stage: { kind: 'working', sinceMs: 130_000 },
      },
      nowMs: 100_000,
      waitsMs: [10_942, 10_941],
      estimate: [3_998, 90_063],
    },
  ],
  [
    'an order that is said to begin later',
    {
      known: { beganMs: 5_000, pastMs: pastAround(60_000), stage: { kind: 'working', sinceMs: 5_000 } },
      nowMs: 0,
      waitsMs: [19_169, 19_174],
      estimate: [0, 65_500],
    },
  ],
  [
    'lengths as far apart as can be',
    {
      known: { pastMs: [1, 1, 1, 7_948_800_000, 7_948_800_000] },
      nowMs: 100_000,
      waitsMs: [12_765, 12_762],
      estimate: [0, 7_127_717_563],
    },
  ],
  [
    'the shortest lengths, months ago',
    {
      known: { pastMs: [1, 1, 1], batchesMs: [1] },
      nowMs: 7_000_000_000,
      waitsMs: [30_000, 1_302_579],
      estimate: [undefined, undefined],
    },
  ],
  [
    'the longest lengths',
    {
      known: { pastMs: [7_948_800_000, 7_948_800_000, 7_948_800_000] },
      nowMs: 4_000_000_000,
      waitsMs: [30_000, 5_628_470],
      estimate: [5_032, 3_948_800_313],
    },
  ],
  [
    'a thousand batches',
    {
      known: {
        batchCount: 1_000,
        batchesDone: 500,
        batchesMs: [1_000, 1_000, 1_200],
        stage: { kind: 'working', sinceMs: 600_000 },
      },
      nowMs: 600_500,
      waitsMs: [8_328, 8_328],
      estimate: [5_308, 530_875],
    },
  ],
];

const BOUNDS = { minMs: 2_000, maxMs: 30_000 };
const FREE = { minMs: 1, maxMs: 86_400_000 };

describe('the schedule', () => {
  test.each(CASES)('of %s', (_, { known: parts, nowMs, waitsMs, estimate }) => {
    const known = aKnown(parts);
    const { fractionDone, remainingMs } = estimateOf(known, nowMs);
    expect([BOUNDS, FREE].map(bounds => Math.round(plannedWaitMs(known, nowMs, bounds)))).toStrictEqual(
      waitsMs,
    );
    expect([
      fractionDone === undefined ? undefined : Math.round(10_000 * fractionDone),
      remainingMs,
    ]).toStrictEqual(estimate);
  });
});
