import type { Note, Subject } from '../endings/ending.ts';
import type { Progress } from '../rollout/progress.ts';
import type { Estimate } from '../schedule/estimate.ts';
import type { Hide } from '../text/clean.ts';
import type { VerifyStage } from '../verification/running-now.ts';

/** An annotation on the step. */
export interface Annotation {
  readonly title: string;
  readonly message: string;
}

/**
 * What the place where the gate runs offers for telling people. Lines and annotations are given as
 * plain text; making them safe for the runner is the toolkit's part.
 */
export interface Toolkit {
  /**
   * From now on this text is replaced wherever it would be shown; what is too short or too common a word
   * for that is not (`isMaskable`).
   */
  mask(secret: string): void;
  /** `text` with every masked secret replaced: for what comes in from outside, before anything cuts it. */
  readonly redact: Hide;
  line(text: string): void;
  /** Lines that belong together, under a title that they can be folded into. */
  group(title: string, lines: readonly string[]): void;
  debug(text: string): void;
  notice(annotation: Annotation): void;
  warning(annotation: Annotation): void;
  error(annotation: Annotation): void;
  /** Errors stand in the log among its lines, and nowhere else: what one says need not be said there besides. */
  readonly errorsInLog?: true;
  output(name: string, value: string): void;
  /** Keeps a value for the step's `post` part. */
  saveState(name: string, value: string): void;
  /** Writes a file beside the job's other temporary files and gives its path; rejects where it cannot. */
  file(name: string, text: string): Promise<string>;
  /** Replaces the step's summary; rejects where there is none to write to. */
  summary(markdown: string): Promise<void>;
}

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
  /** How far the proof of what runs is, once the order has succeeded. */
  readonly verifying?: VerifyStage | undefined;
}

/**
 * Is told what happens in a wait and tells people. Returns nothing: whatever goes wrong in telling can
 * neither change nor delay the verdict.
 */
export interface Reporter {
  started?(subject: Subject): void;
  noted?(note: Note, moment: Moment): void;
  /** From now on the polls are at this order. */
  following?(subject: Subject, moment: Moment): void;
  polled?(now: Progress, before: Progress, moment: Moment): void;
  /** One more round of requests has shown what runs: `moment.verifying` tells. */
  verifying?(now: Progress, moment: Moment): void;
  beat?(now: Progress, moment: Moment): void;
}

/**
 * Tells several reporters as one. What one of them throws is handed to `failed` and keeps neither the
 * others nor the gate from going on.
 */
export class Reporters implements Required<Reporter> {
  readonly #reporters: readonly Reporter[];
  readonly #failed: (error: unknown) => void;

  constructor(reporters: readonly Reporter[], failed: (error: unknown) => void) {
    this.#reporters = reporters;
    this.#failed = failed;
  }

  readonly started = this.#told('started');
  readonly noted = this.#told('noted');
  readonly following = this.#told('following');
  readonly polled = this.#told('polled');
  readonly verifying = this.#told('verifying');
  readonly beat = this.#told('beat');

  /** Passes one kind of event on to every reporter that wants it. */
  #told<Event extends keyof Reporter>(event: Event) {
    return (...told: Parameters<Required<Reporter>[Event]>): void => {
      for (const reporter of this.#reporters) {
        try {
          (reporter[event] as ((...args: typeof told) => void) | undefined)?.apply(reporter, told);
        } catch (error) {
          this.#tellFailed(error);
        }
      }
    };
  }

  #tellFailed(error: unknown): void {
    try {
      this.#failed(error);
    } catch {
      // Nothing is left to tell it with; the verdict still stands, as the exit status.
    }
  }
}
