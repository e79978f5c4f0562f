import type { Hide } from '../text/clean.ts';

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
  output(name: string, value: string): void;
  /** Keeps a value for the step's `post` part. */
  saveState(name: string, value: string): void;
  /** Writes a file beside the job's other temporary files and gives its path; rejects where it cannot. */
  file(name: string, text: string): Promise<string>;
  /** Replaces the step's summary; rejects where there is none to write to. */
  summary(markdown: string): Promise<void>;
}
