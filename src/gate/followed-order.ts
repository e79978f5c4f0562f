import type { ChangeOrder } from '../rollout/change-order.ts';
import type { Progress } from '../rollout/progress.ts';
import { NO_PROGRESS } from '../rollout/progress.ts';
import type { Estimate } from '../schedule/estimate.ts';
import { estimateOf } from '../schedule/estimate.ts';
import { knownOf } from '../schedule/known-of.ts';
import { median } from '../schedule/median.ts';
import type { TwoClocks } from '../schedule/told-time.ts';
import type { PastRollouts } from './past-rollouts.ts';

/** What the last rollouts like an order's own tell of how long it may take. */
export interface Lesson {
  readonly count: number;
  readonly shortestMs: number;
  readonly usualMs: number;
  readonly longestMs: number;
}

/** The one order that a wait follows: what the looks at it show, and what its past tells. */
export class FollowedOrder {
  readonly #past: PastRollouts | undefined;
  #progress = NO_PROGRESS;
  #pastMs: readonly number[] = [];
  #learns = false;

  /** @param past `undefined` where nothing is to be learnt of it */
  constructor(past?: PastRollouts) {
    this.#past = past;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** How long the last rollouts like this one took, in ms, as far as that has been learnt. */
  get pastMs(): readonly number[] {
    return this.#pastMs;
  }

  looked(now: Progress): void {
    this.#progress = now;
  }

  /**
   * Learns from its past, once; `undefined` where there is nothing to learn.
   *
   * @param appId of an order that does not tell its own
   */
  async learn({ appId, coTypeCode }: ChangeOrder, ofAppId: string | undefined): Promise<Lesson | undefined> {
    const askedAppId = appId ?? ofAppId;
    if (this.#past === undefined || askedAppId === undefined || this.#learns) return undefined;
    this.#learns = true;
    const pastMs = await this.#past.durationsMs({ appId: askedAppId, coTypeCode });
    if (pastMs.length === 0) return undefined;
    this.#pastMs = pastMs;
    const [shortestMs, longestMs] = [Math.min(...pastMs), Math.max(...pastMs)];
    return { count: pastMs.length, shortestMs, usualMs: median(pastMs), longestMs };
  }

  /** How far it is, by all that is known at that time. */
  estimateAt(now: TwoClocks): Estimate {
    const estimate = estimateOf(knownOf(this.#progress, this.#pastMs, now), now.nowMs);
    // Of an order that may or may not be over, nobody can tell how far it is.
    const isDoubtful = this.#progress.doubt !== undefined;
    return isDoubtful ? { ...estimate, fractionDone: undefined, remainingMs: undefined } : estimate;
  }
}
