import type { Answer } from './answer.ts';
import { primaryLimitAnswer, secondaryLimitAnswer } from './fault.ts';

/** How many requests are taken. */
export interface RateLimits {
  /** Primary: all requests of a repository's workflows. */
  readonly requestsPerHour: number;
  /** Secondary: requests that make content. */
  readonly writesPerMinute: number;
  /** Secondary, likewise. */
  readonly writesPerHour: number;
}

/** GitHub's own, for the tokens of workflows. Source: "Rate limits for the REST API". */
export const GITHUB_RATE_LIMITS: RateLimits = {
  requestsPerHour: 1_000,
  writesPerMinute: 80,
  writesPerHour: 500,
};

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Counts requests and refuses those that are too many. */
export class RateLimiter {
  readonly #limits: RateLimits;
  #windowStartMs = -Infinity;
  #used = 0;
  readonly #writesMs: number[] = [];

  constructor(limits: RateLimits) {
    this.#limits = limits;
  }

  /** Counts a request; gives the refusal where it is one too many. A refused one counts for no write. */
  take(isWrite: boolean, nowEpochMs: number): Answer | undefined {
    if (nowEpochMs - this.#windowStartMs >= HOUR_MS) {
      this.#windowStartMs = nowEpochMs;
      this.#used = 0;
    }
    this.#used += 1;
    if (this.#used > this.#limits.requestsPerHour) return primaryLimitAnswer(403, this.#resetEpochS());
    if (!isWrite) return undefined;
    const { writesPerMinute, writesPerHour } = this.#limits;
    if (this.#writesSince(nowEpochMs - MINUTE_MS) >= writesPerMinute) return secondaryLimitAnswer(403, 60);
    if (this.#writesSince(nowEpochMs - HOUR_MS) >= writesPerHour) return secondaryLimitAnswer(403, 60);
    this.#writesMs.push(nowEpochMs);
    return undefined;
  }

  /** What every answer tells of the primary limit. */
  get headers(): Readonly<Record<string, string>> {
    const limit = this.#limits.requestsPerHour;
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - this.#used)),
      'x-ratelimit-used': String(this.#used),
      'x-ratelimit-reset': String(this.#resetEpochS()),
      'x-ratelimit-resource': 'core',
    };
  }

  #resetEpochS(): number {
    return Math.ceil((this.#windowStartMs + HOUR_MS) / 1_000);
  }

  #writesSince(epochMs: number): number {
    return this.#writesMs.filter(writeMs => writeMs > epochMs).length;
  }
}
