import type { Outcome } from '../gate/outcome.ts';
import type { Words } from '../words/words.ts';
import { errorAnnotation } from './annotation.ts';
import type { Note } from './note.ts';
import { NOTICES, SUMMARY_NOTES } from './note.ts';
import { reportOf } from './report.ts';
import type { Reporter } from './reporter.ts';
import { reportJson } from './report-json.ts';
import { summaryMarkdown } from './summary.ts';
import type { Toolkit } from './toolkit.ts';

/** Gathers the notes, and at the end writes the job summary and, on a red gate, the one error annotation. */
export class EndReporter implements Reporter {
  readonly #toolkit: Toolkit;
  readonly #words: Words;
  readonly #version: string;
  readonly #notes: string[] = [];

  constructor(toolkit: Toolkit, words: Words, version: string) {
    this.#toolkit = toolkit;
    this.#words = words;
    this.#version = version;
  }

  noted(note: Note): void {
    const { title, text } = this.#words.note(note);
    if (SUMMARY_NOTES.includes(note.kind)) this.#notes.push(text);
    if (NOTICES.includes(note.kind)) this.#toolkit.notice({ title, message: text });
  }

  async #writeJson(outcome: Outcome): Promise<void> {
    try {
      const path = await this.#toolkit.file('sae-rollout-gate.json', reportJson(outcome, this.#version));
      this.#toolkit.output('reportPath', path);
    } catch {
      // Without a folder for temporary files there is no file: the output stays empty.
    }
  }

  async ended(outcome: Outcome): Promise<void> {
    const report = reportOf(outcome, this.#notes, this.#words, this.#version);
    try {
      if (!report.green) this.#toolkit.error(errorAnnotation(report, this.#words));
    } finally {
      await this.#writeJson(outcome);
      await this.#toolkit.summary(summaryMarkdown(report, this.#words));
    }
  }
}
