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
 * How long the last rollouts of the step's applications took. Each application and type is read once, however
 * many of its orders are followed.
 */
export class PastRollouts {
  readonly #caller: ApiCaller;
  readonly #signal: AbortSignal;
  readonly #asked = new Map<string, Promise<readonly number[]>>();

  /** Pending reads are cancelled when `signal` is aborted. */
  constructor(caller: ApiCaller, signal: AbortSignal) {
    this.#caller = caller;
    this.#signal = signal;
  }

  /** In ms, unordered. Never rejects: an empty list if it cannot be read. */
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
      // The past only affects when to poll: a failure must not affect the verdict.
      return [];
    }
  }
}

/** What the last similar rollouts say about how long an order may take. */
export interface Lesson {
  readonly count: number;
  readonly shortestMs: number;
  readonly usualMs: number;
  readonly longestMs: number;
}

/** The one order that a wait follows: what its polls show, and its past. */
export class FollowedOrder {
  /** What is known of the target while no order is followed. */
  readonly subject: Subject;
  readonly #past: PastRollouts | undefined;
  #progress = NO_PROGRESS;
  #pastMs: readonly number[] = [];
  #learns = false;

  /** @param past `undefined` if its past is not read */
  constructor(subject: Subject, past?: PastRollouts) {
    this.subject = subject;
    this.#past = past;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** How long the last similar rollouts took, in ms, as far as known. */
  get pastMs(): readonly number[] {
    return this.#pastMs;
  }

  polled(now: Progress): void {
    this.#progress = now;
  }

  /**
   * Learns from its past, once; `undefined` if there is nothing to learn.
   *
   * @param ofAppId for an order that does not report its own
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

  /** How far it is at that time, as far as known. */
  estimateAt(now: TwoClocks): Estimate {
    const estimate = estimateOf(knownOf(this.#progress, this.#pastMs, now), now.nowMs);
    // If it is doubtful whether an order has ended, its progress is unknown.
    const isDoubtful = this.#progress.doubt !== undefined;
    return isDoubtful ? { ...estimate, fractionDone: undefined, remainingMs: undefined } : estimate;
  }
}
