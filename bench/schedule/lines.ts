import type { Kind } from './rollouts.ts';
import type { Situation } from './situations.ts';
import { SITUATIONS } from './situations.ts';

/** What is measured for one line of the tables. */
export interface Line {
  readonly kind: Kind;
  readonly situation: Situation;
}

/** In how many batches a rollout goes, and how long SAE pauses between them. */
export type Layout = Omit<Kind, 'medianMs'>;

const PAUSE_MS = 60_000;

export const LAYOUTS: readonly Layout[] = [
  { batches: 1, pauseMs: 0 },
  { batches: 3, pauseMs: 0 },
  { batches: 3, pauseMs: PAUSE_MS },
  { batches: 5, pauseMs: 0 },
  { batches: 5, pauseMs: PAUSE_MS },
];

const MEDIANS_MS = [45_000, 120_000, 300_000, 900_000, 3_600_000];

export const LINES: readonly Line[] = LAYOUTS.flatMap(layout =>
  situationsOf(layout).flatMap(situation =>
    MEDIANS_MS.map(medianMs => ({ kind: { ...layout, medianMs }, situation })),
  ),
);

/** Without pauses, a failure at any moment is one at work. */
function situationsOf({ pauseMs }: Layout): readonly Situation[] {
  return Object.values(SITUATIONS).filter(({ ends }) => pauseMs > 0 || ends !== 'failure-at-work');
}
