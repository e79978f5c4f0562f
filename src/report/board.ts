import type { Note, TargetEnding, Subject } from '../endings/ending.ts';
import type { Progress } from '../rollout/progress.ts';
import { NO_PROGRESS } from '../rollout/progress.ts';
import { SUMMARY_NOTES } from '../endings/ending.ts';
import type { Moment, Reporter } from './reporter.ts';

/** What is known of one of the step's waits: what was seen of it last, and how it ended. */
export interface BoardEntry {
  readonly subject: Subject;
  readonly progress: Progress;
  /** Those that the summary keeps. */
  readonly notes: readonly Note[];
  /** When it was looked at last; `undefined` before the first poll. */
  readonly moment: Moment | undefined;
  readonly outcome: TargetEnding | undefined;
}

/** Remembers all waits of a step, for whoever tells of them together, now and at the end. */
export class Board {
  readonly #entries: BoardEntry[];

  constructor(subjects: readonly Subject[]) {
    this.#entries = subjects.map(subject => ({
      subject,
      progress: NO_PROGRESS,
      notes: [],
      moment: undefined,
      outcome: undefined,
    }));
  }

  /** In the order of the inputs. */
  get entries(): readonly BoardEntry[] {
    return this.#entries;
  }

  ended(index: number, outcome: TargetEnding): void {
    this.#set(index, { outcome, subject: outcome.subject, progress: outcome.progress });
  }

  /** The reporter that keeps one entry up to date. */
  reporter(index: number): Reporter {
    return {
      noted: note => {
        if (SUMMARY_NOTES.includes(note.kind)) {
          this.#set(index, { notes: [...(this.#entries[index]?.notes ?? []), note] });
        }
      },
      following: (subject, moment) => {
        this.#set(index, { subject, moment, progress: NO_PROGRESS });
      },
      polled: (progress, _, moment) => {
        this.#set(index, { progress, moment });
      },
      verifying: (progress, moment) => {
        this.#set(index, { progress, moment });
      },
      beat: (_, moment) => {
        this.#set(index, { moment });
      },
    };
  }

  #set(index: number, change: Partial<BoardEntry>): void {
    const entry = this.#entries[index];
    if (entry !== undefined) this.#entries[index] = { ...entry, ...change };
  }
}

/** Watches a step besides its log: for a place that can show more than one line after the other. */
export interface Onlooker {
  /** The waits begin; from now on the board shows how they stand. */
  begun(board: Board): void;
  /** The one that is told of the wait of this index. */
  reporter(index: number): Reporter;
  /** All waits are over; how they ended is told next. */
  over(): void;
  /** Whether it shows by itself that the waits go on: then the log has no heartbeat. */
  readonly beats: boolean;
}
