import type { Outcome, Subject } from '../gate/outcome.ts';
import type { PlainDuration } from '../inputs/input-fault.ts';
import type { Progress } from '../rollout/progress.ts';
import type { RequestTrace } from '../sae/sae-client.ts';
import type { Note } from './note.ts';

/** What is known when the wait begins. */
export interface Start {
  readonly subject: Subject;
  readonly origin: string;
  readonly timeoutMs: number;
  readonly plainDurations: readonly PlainDuration[];
}

/** A moment of a wait. */
export interface Moment {
  /** Since the wait began. */
  readonly elapsedMs: number;
  readonly leftMs: number;
  readonly wallMs: number;
  /** When the step began, by the monotonic clock. */
  readonly startedMs: number;
}

/**
 * Is told what happens and tells people. Returns nothing: whatever goes wrong in telling can neither
 * change nor delay the verdict.
 */
export interface Reporter {
  started?(start: Start): void;
  noted?(note: Note, moment: Moment): void;
  /** From now on the looks are at this order. */
  following?(subject: Subject, moment: Moment): void;
  looked?(now: Progress, before: Progress, moment: Moment): void;
  beat?(now: Progress, moment: Moment): void;
  requested?(trace: RequestTrace): void;
  ended?(outcome: Outcome): void | Promise<void>;
}
