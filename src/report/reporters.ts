import type { Reporter } from './reporter.ts';

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
  readonly looked = this.#told('looked');
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
