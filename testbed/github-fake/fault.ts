import type { Answer } from './answer.ts';
import { refusal } from './answer.ts';
import type { Occasion } from './occasion.ts';

/** Something that goes wrong with a request. Times in real ms unless they are named otherwise. */
export type GitHubFault =
  /** The connection is reset instead of an answer. With `takesEffect` only the answer is lost. */
  | { readonly kind: 'connection-reset'; readonly takesEffect?: true }
  /** No answer ever, or only its headers. With `takesEffect` only the answer is lost. */
  | { readonly kind: 'hang'; readonly after: 'request' | 'headers'; readonly takesEffect?: true }
  /** The true answer, late. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** The true answer, one byte at a time. */
  | { readonly kind: 'drip'; readonly msPerByte: number }
  /** Out of requests for this hour: `x-ratelimit-remaining: 0` and `x-ratelimit-reset`. */
  | {
      readonly kind: 'primary-rate-limit';
      readonly httpStatus: 403 | 429;
      readonly resetAfterSeconds: number;
    }
  /** Too fast; `retry-after` where GitHub gives one. */
  | {
      readonly kind: 'secondary-rate-limit';
      readonly httpStatus: 403 | 429;
      readonly retryAfterSeconds?: number;
    }
  /** Any answer, word for word, and no effect. */
  | {
      readonly kind: 'raw-answer';
      readonly httpStatus: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    };

/** A fault and when it happens. */
export interface GitHubFaultRule {
  readonly on: Occasion;
  readonly fault: GitHubFault;
}

/** The fault on every occasion, or the given one. */
export function githubFault(fault: GitHubFault, on: Occasion = {}): GitHubFaultRule {
  return { on, fault };
}

/** The connection is reset: GitHub is down. */
export const DOWN: GitHubFault = { kind: 'connection-reset' };

/** No answer, ever. */
export const HANGING: GitHubFault = { kind: 'hang', after: 'request' };

/** GitHub's own 500, which has no body. */
export const INTERNAL_ERROR: GitHubFault = {
  kind: 'raw-answer',
  httpStatus: 500,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: '',
};

/** GitHub's 502 with a page for people. */
export const BAD_GATEWAY: GitHubFault = {
  kind: 'raw-answer',
  httpStatus: 502,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html><head><title>Unicorn! · GitHub</title></head><body><p><strong>We had issues producing the response to your request.</strong></p></body></html>',
};

/** The answer to a request that came too many in this hour. `resetEpochS`: when the next hour begins. */
export function primaryLimitAnswer(httpStatus: 403 | 429, resetEpochS: number): Answer {
  const answer = refusal(httpStatus, 'API rate limit exceeded for installation.');
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetEpochS) };
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** The answer to a request that came too fast after others. */
export function secondaryLimitAnswer(httpStatus: 403 | 429, retryAfterSeconds: number | undefined): Answer {
  const answer = refusal(
    httpStatus,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  );
  const hint = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return { ...answer, headers: { ...answer.headers, ...hint } };
}

/** The answer that a fault puts in the place of the true one, if it is of that kind. */
export function faultyAnswer(fault: GitHubFault | undefined, nowEpochMs: number): Answer | undefined {
  switch (fault?.kind) {
    case 'primary-rate-limit':
      return primaryLimitAnswer(fault.httpStatus, Math.ceil(nowEpochMs / 1_000) + fault.resetAfterSeconds);
    case 'secondary-rate-limit':
      return secondaryLimitAnswer(fault.httpStatus, fault.retryAfterSeconds);
    case 'raw-answer':
      return fault;
    default:
      return undefined;
  }
}
