import type { Subject } from '../endings/ending.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import type { Progress } from '../rollout/progress.ts';
import { NO_PROGRESS } from '../rollout/progress.ts';
import type { ApiCaller } from '../sae/client.ts';
import type { PastQuery } from '../sae/order-list.ts';
import { pastDurationsMs } from '../sae/order-list.ts';
import type { Estimate } from '../schedule/estimate.ts';
import { estimateOf } from '../schedule/estimate.ts';
import { median } from '../schedule/forecast.ts';
import type { TwoClocks } from '../schedule/known.ts';
import { knownOf } from '../schedule/known.ts';

/**
 * How long the last rollouts of the step's applications took. Each application and type is asked about
 * once, however many of its orders are waited for.
 */
export class PastRollouts {
  readonly #caller: ApiCaller;
  readonly #signal: AbortSignal;
  readonly #asked = new Map<string, Promise<readonly number[]>>();

  /** What is still being asked is given up when `signal` is aborted. */
  constructor(caller: ApiCaller, signal: AbortSignal) {
    this.#caller = caller;
    this.#signal = signal;
  }

  /** In ms, in no order. Never rejects: what cannot be learnt is an empty list. */
  durationsMs(query: PastQuery): Promise<readonly number[]> {
    const key = JSON.stringify([query.appId, query.coTypeCode]);
    const asked = this.#asked.get(key) ?? this.#ask(query);
    this.#asked.set(key, asked);
    return asked;
  }

  async #ask(query: PastQuery): Promise<readonly number[]> {
    try {
      return await pastDurationsMs(this.#caller, query, this.#signal);
    } catch {
      // The past only says when to look: nothing that goes wrong with it may touch the verdict.
      return [];
    }
  }
}

/** What the last rollouts like an order's own tell of how long it may take. */
export interface Lesson {
  readonly count: number;
  readonly shortestMs: number;
  readonly usualMs: number;
  readonly longestMs: number;
}

/** The one order that a wait follows: what the polls of it show, and what its past tells. */
export class FollowedOrder {
  /** What is known of the target, as long as no order is followed. */
  readonly subject: Subject;
  readonly #past: PastRollouts | undefined;
  #progress = NO_PROGRESS;
  #pastMs: readonly number[] = [];
  #learns = false;

  /** @param past `undefined` where nothing is to be learnt of it */
  constructor(subject: Subject, past?: PastRollouts) {
    this.subject = subject;
    this.#past = past;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** How long the last rollouts like this one took, in ms, as far as that has been learnt. */
  get pastMs(): readonly number[] {
    return this.#pastMs;
  }

  polled(now: Progress): void {
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
