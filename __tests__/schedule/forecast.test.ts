import { describe, expect, test } from '@jest/globals';
import { forecastOf } from '../../src/schedule/forecast.ts';
import type { Stage } from '../../src/schedule/known.ts';
import { aKnown } from './a-known.ts';

describe('when an order may end', () => {
  const inStage = (stage: Stage): ReturnType<typeof aKnown> =>
    aKnown({ pastMs: [90_000], batchCount: 3, batchesDone: 1, batchesMs: [30_000], stage });

  test.each<[string, Stage]>([
    ['a person has to act', { kind: 'awaiting-person' }],
    ['nobody sees it', { kind: 'unseen' }],
    ['it pauses nobody knows how long', { kind: 'pausing', untilMs: undefined }],
    ['its pause should be over', { kind: 'pausing', untilMs: 120_000 }],
  ])('is, while %s, as if its next batch began now', (_, stage) => {
    const now = forecastOf(inStage({ kind: 'working', sinceMs: 200_000 }), 200_000);
    expect(forecastOf(inStage(stage), 200_000)).toStrictEqual(now);
  });

  test('is, while it pauses, as its next batch will begin', () => {
    const [{ originMs } = { originMs: Number.NaN }] = forecastOf(
      inStage({ kind: 'pausing', untilMs: 270_000 }),
      200_000,
    ).informed;
    expect(originMs).toBe(270_000);
  });
});
