import type { Outcome, Subject } from '../gate/outcome.ts';
import type { Words } from '../words/words.ts';
import { errorAnnotation } from './annotation.ts';
import { reportOf } from './report.ts';
import type { Reporter } from './reporter.ts';
import { summaryMarkdown } from './summary.ts';
import type { Toolkit } from './toolkit.ts';

/** At the end writes the job summary and, on a red gate, the one error annotation. */
export class EndReporter implements Reporter {
  readonly #toolkit: Toolkit;
  readonly #words: Words;
  readonly #version: string;

  constructor(toolkit: Toolkit, words: Words, version: string) {
    this.#toolkit = toolkit;
    this.#words = words;
    this.#version = version;
  }

  async ended(outcome: Outcome, subject: Subject): Promise<void> {
    const report = reportOf(outcome, subject, this.#words, this.#version);
    if (!report.green) this.#toolkit.error(errorAnnotation(report, this.#words));
    await this.#toolkit.summary(summaryMarkdown(report, this.#words));
  }
}
