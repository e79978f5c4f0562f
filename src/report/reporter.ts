import type { Subject } from '../gate/outcome.ts';
import type { Progress } from '../rollout/progress.ts';
import type { Estimate } from '../schedule/estimate.ts';
import type { Note } from './note.ts';

/** A moment of a wait. */
export interface Moment {
  /** Since the wait began. */
  readonly elapsedMs: number;
  readonly leftMs: number;
  readonly wallMs: number;
  /** When the wait began, by the monotonic clock. */
  readonly startedMs: number;
  /** How far the followed order is. */
  readonly estimate: Estimate;
}

/**
 * Is told what happens in a wait and tells people. Returns nothing: whatever goes wrong in telling can
 * neither change nor delay the verdict.
 */
export interface Reporter {
  started?(subject: Subject): void;
  noted?(note: Note, moment: Moment): void;
  /** From now on the looks are at this order. */
  following?(subject: Subject, moment: Moment): void;
  looked?(now: Progress, before: Progress, moment: Moment): void;
  beat?(now: Progress, moment: Moment): void;
}
