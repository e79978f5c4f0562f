import type { CheckRunContent, GitHubAnswer, GitHubApi } from '../github/api.ts';
import type { Clock } from '../polling/clock.ts';
import { within } from '../polling/clock.ts';

/** GitHub allows 80 writes a minute and 500 an hour: the shortest interval for a change of state, */
const CHANGE_EVERY_MS = 10_000;
/** and for progress alone. */
const PROGRESS_EVERY_MS = 60_000;

/** GitHub's limits end within the hour: a longer pause is not trusted. */
const LONGEST_PAUSE_MS = 3_600_000;

/** GitHub never delays the verdict by more than this; once the step is cancelled there is less time. */
const CLOSE_LIMIT_MS = 10_000;
const CLOSE_LIMIT_AFTER_CANCEL_MS = 3_000;

export interface CheckRunWriterParts {
  readonly github: GitHubApi;
  readonly clock: Clock;
  /** Called with the ID and the name of the check run as soon as it exists. */
  readonly created: (id: number, name: string) => void;
  /** Called once when GitHub refuses the check run: the gate continues without it. */
  readonly refused: (answer: { readonly status: number; readonly message: string }) => void;
}

/** Makes a content; `undefined` if it cannot. */
export type MakeContent = () => CheckRunContent | undefined;

/**
 * Writes one check run: the newest content wins and is made when it is written; writes are paced, one at a
 * time, and the same content is not written twice. Never throws; a refusal ends it, any other failure is
 * retried with the next write.
 */
export class CheckRunWriter {
  readonly #parts: CheckRunWriterParts;
  /** Ends the pauses between writes; a write in progress continues, or its check run would be lost. */
  readonly #closing = new AbortController();
  /** Ends everything, when the time for closing is up. */
  readonly #over = new AbortController();
  #id: number | undefined;
  #refused = false;
  #pending: MakeContent | undefined;
  #written: CheckRunContent | undefined;
  /** The pause that GitHub's last answer requires. */
  #askedPauseMs: number | undefined;
  #nextChangeMs = 0;
  #nextProgressMs = 0;
  #working: Promise<void> | undefined;

  constructor(parts: CheckRunWriterParts) {
    this.#parts = parts;
  }

  /** Whether a content is worth making now. `changed`: not just progress. */
  wants(changed: boolean): boolean {
    const isDue = this.#parts.clock.nowMs() >= this.#nextProgressMs && this.#working === undefined;
    return !this.#refused && (changed || isDue);
  }

  /** Writes what `make` then returns, as soon as the pace allows; it must not throw. */
  write(make: MakeContent): void {
    if (this.#refused) return;
    this.#pending = make;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  /**
   * Writes the last content at once, regardless of the pace, as long as there is time; `cancel` is or becomes
   * aborted when the step is cancelled. Returns whether it was written.
   */
  async close(content: CheckRunContent, cancel: AbortSignal): Promise<boolean> {
    this.#closing.abort();
    const done = new AbortController();
    void this.#giveUpAfterCancel(cancel, done.signal);
    const closed = await within(this.#parts.clock, CLOSE_LIMIT_MS, this.#over.signal, async () => {
      await this.#working;
      return (await this.#send(content)) || this.#sendAfterPause(content);
    });
    done.abort();
    this.#over.abort();
    return closed.kind === 'done' && closed.value;
  }

  /** Once more, if GitHub has said when to retry, and there is time for that. */
  async #sendAfterPause(content: CheckRunContent): Promise<boolean> {
    const pauseMs = this.#askedPauseMs;
    if (pauseMs === undefined || pauseMs >= CLOSE_LIMIT_MS) return false;
    await this.#parts.clock.sleep(pauseMs, this.#over.signal);
    return !this.#over.signal.aborted && this.#send(content);
  }

  async #giveUpAfterCancel(cancel: AbortSignal, done: AbortSignal): Promise<void> {
    const { clock } = this.#parts;
    await clock.sleep(Infinity, AbortSignal.any([cancel, done]));
    await clock.sleep(CLOSE_LIMIT_AFTER_CANCEL_MS, done);
    this.#over.abort();
  }

  async #work(): Promise<void> {
    const { clock } = this.#parts;
    while (this.#pending !== undefined) {
      await clock.sleep(this.#nextChangeMs - clock.nowMs(), this.#closing.signal);
      if (this.#closing.signal.aborted) return;
      const content = this.#pending();
      this.#pending = undefined;
      if (content !== undefined && JSON.stringify(content) !== JSON.stringify(this.#written)) {
        await this.#send(content);
      }
    }
  }

  async #send(content: CheckRunContent): Promise<boolean> {
    const { github, clock, created, refused } = this.#parts;
    const { signal } = this.#over;
    if (this.#refused) return false;
    const answer: GitHubAnswer<number> =
      this.#id === undefined
        ? await github.createCheckRun(content, signal)
        : await github.updateCheckRun(this.#id, content, signal);
    this.#askedPauseMs = answer.kind === 'failed' ? answer.retryAfterMs : undefined;
    const pauseMs = Math.min(this.#askedPauseMs ?? 0, LONGEST_PAUSE_MS);
    this.#nextChangeMs = clock.nowMs() + Math.max(CHANGE_EVERY_MS, pauseMs);
    this.#nextProgressMs = clock.nowMs() + Math.max(PROGRESS_EVERY_MS, pauseMs);
    if (answer.kind === 'refused') {
      this.#refused = true;
      refused(answer);
    }
    if (answer.kind !== 'done') return false;
    if (this.#id === undefined) created(answer.value, content.name);
    this.#id = answer.value;
    this.#written = content;
    return true;
  }
}
