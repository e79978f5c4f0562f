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

  started: Required<Reporter>['started'] = start => {
    this.#tell(reporter => reporter.started?.(start));
  };

  looked: Required<Reporter>['looked'] = (now, before, moment) => {
    this.#tell(reporter => reporter.looked?.(now, before, moment));
  };

  beat: Required<Reporter>['beat'] = (now, moment) => {
    this.#tell(reporter => reporter.beat?.(now, moment));
  };

  requested: Required<Reporter>['requested'] = trace => {
    this.#tell(reporter => reporter.requested?.(trace));
  };

  ended: Required<Reporter>['ended'] = async (outcome, subject) => {
    for (const reporter of this.#reporters) {
      try {
        await reporter.ended?.(outcome, subject);
      } catch (error) {
        this.#failed(error);
      }
    }
  };

  #tell(how: (reporter: Reporter) => void): void {
    for (const reporter of this.#reporters) {
      try {
        how(reporter);
      } catch (error) {
        this.#failed(error);
      }
    }
  }
}
