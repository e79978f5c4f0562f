import type { RecordedRequest } from './request-log.ts';
import type { StoryTime } from './story-time.ts';
import { storyMsAt } from './story-time.ts';

/**
 * What moves a story on.
 *
 * - `clock`: the clock, from the start of the simulator on. For whoever looks on.
 * - `clock-from-first-request`: the clock, from the first request on: who takes long to start misses
 *   nothing.
 * - a function: how far the story has got, in story ms, by the requests that came before the one in
 *   question. So it waits for its client however slow the machine is, or for a test that says when.
 */
export type Pace = 'clock' | 'clock-from-first-request' | ((earlier: readonly RecordedRequest[]) => number);

/** A story that goes on by `storyMs` with each request; the first one finds it at its beginning. */
export function perRequest(storyMs: number): Pace {
  return earlier => earlier.length * storyMs;
}

/** A story that stands still at this moment, whatever is asked. */
export function standingAt(storyMs: number): Pace {
  return () => storyMs;
}

/** A story on its way: how far it has got, and how its moments map to times of the clock. */
export class Story {
  readonly #pace: Pace;
  readonly #timeScale: number;
  #startEpochMs: number;
  #storyMs = 0;

  constructor(pace: Pace, timeScale: number, startEpochMs: number) {
    this.#pace = pace;
    this.#timeScale = timeScale;
    this.#startEpochMs = startEpochMs;
  }

  get time(): StoryTime {
    return { startEpochMs: this.#startEpochMs, timeScale: this.#timeScale };
  }

  /** How many times as fast as the clock the story goes; 1 where it does not go by the clock at all. */
  get clockScale(): number {
    return typeof this.#pace === 'function' ? 1 : this.#timeScale;
  }

  /**
   * How far the story has got as a request arrives, in story ms; never less than before.
   *
   * @param earlier the requests before it
   */
  reached(nowEpochMs: number, earlier: readonly RecordedRequest[]): number {
    if (typeof this.#pace === 'function') {
      this.#storyMs = Math.max(this.#storyMs, this.#pace(earlier));
      return this.#storyMs;
    }
    if (this.#pace === 'clock-from-first-request' && earlier.length === 0) this.#startEpochMs = nowEpochMs;
    return storyMsAt(this.time, nowEpochMs);
  }
}
