import type { Words } from '../words/words.ts';
import type { Note } from './note.ts';
import { NOTICES } from './note.ts';
import type { Reporter } from './reporter.ts';
import type { Toolkit } from './toolkit.ts';

/** Makes the notes that a person should not overlook annotations of the kind *notice*. */
export class NoticeReporter implements Reporter {
  readonly #toolkit: Toolkit;
  readonly #words: Words;
  /** See `orderLabel`. */
  readonly #label: string;

  constructor(toolkit: Toolkit, words: Words, label = '') {
    this.#toolkit = toolkit;
    this.#words = words;
    this.#label = label;
  }

  noted(note: Note): void {
    if (!NOTICES.includes(note.kind)) return;
    const { title, text } = this.#words.note(note);
    this.#toolkit.notice({ title, message: `${this.#label} ${text}`.trimStart() });
  }
}
