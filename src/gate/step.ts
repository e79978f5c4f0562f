import type { Settings } from '../inputs/settings.ts';
import type { Clock } from '../polling/clock.ts';
import { heartbeat } from '../polling/heartbeat.ts';
import type { Note } from '../report/note.ts';
import type { Moment, Reporter } from '../report/reporter.ts';
import type { Progress } from '../rollout/progress.ts';
import { NO_PROGRESS } from '../rollout/progress.ts';
import type { SaeClient } from '../sae/sae-client.ts';
import type { Subject } from './outcome.ts';

const HEARTBEAT_MS = 30_000;

/** What a step is made with. */
export interface StepParts {
  readonly settings: Settings;
  readonly client: SaeClient;
  readonly clock: Clock;
  readonly chance: () => number;
  /** Aborted, with the name of the signal as its reason, when the step is cancelled. */
  readonly cancel: AbortSignal;
  readonly reporter: Required<Reporter>;
}

/** One run of the gate from its start to its deadline: what its parts share, and who is told. */
export class Step {
  readonly settings: Settings;
  readonly client: SaeClient;
  readonly clock: Clock;
  readonly chance: () => number;
  readonly cancel: AbortSignal;
  /** By the monotonic clock, like every time here. */
  readonly startMs: number;
  deadlineMs: number;
  readonly #reporter: Required<Reporter>;
  #progress = NO_PROGRESS;

  constructor({ settings, client, clock, chance, cancel, reporter }: StepParts) {
    this.settings = settings;
    this.client = client;
    this.clock = clock;
    this.chance = chance;
    this.cancel = cancel;
    this.startMs = clock.nowMs();
    this.deadlineMs = this.startMs + settings.timeoutMs;
    this.#reporter = reporter;
  }

  /** Time that was spent waiting for a person, where that has a limit of its own, moves the deadline. */
  addManualTime(usedMs: number): void {
    if (this.settings.manualStepTimeoutMs !== undefined) this.deadlineMs += usedMs;
  }

  note(note: Note): void {
    this.#reporter.noted(note, this.#moment());
  }

  follow(subject: Subject): void {
    this.#progress = NO_PROGRESS;
    this.#reporter.following(subject, this.#moment());
  }

  looked(now: Progress, before: Progress): void {
    this.#progress = now;
    this.#reporter.looked(now, before, this.#moment());
  }

  /** Beats until `signal` is aborted. */
  async beat(signal: AbortSignal): Promise<void> {
    await heartbeat(this.clock, HEARTBEAT_MS, signal, () => {
      this.#reporter.beat(this.#progress, this.#moment());
    });
  }

  #moment(): Moment {
    const nowMs = this.clock.nowMs();
    return {
      elapsedMs: nowMs - this.startMs,
      leftMs: Math.max(0, this.deadlineMs - nowMs),
      wallMs: this.clock.wallMs(),
      startedMs: this.startMs,
    };
  }
}
