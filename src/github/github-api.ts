import type { RunTimes } from '../discovery/run-start.ts';
import type { GitHubFailure } from './github-failure.ts';

/** A check run as it is written: GitHub replaces the whole output at each write. */
export interface CheckRunContent {
  readonly name: string;
  readonly headSha: string;
  readonly status: 'in_progress' | 'completed';
  /** Given when, and only when, it is completed. */
  readonly conclusion?: CheckConclusion;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

export type CheckConclusion = 'success' | 'failure' | 'timed_out' | 'cancelled' | 'action_required';

/** What GitHub answered. A failure is an answer, not an exception. */
export type GitHubAnswer<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  /** GitHub will not: no permission, or it does not take what was sent. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  /** Not now. `retryAfterMs` where GitHub said for how long. */
  | { readonly kind: 'failed'; readonly failure: GitHubFailure; readonly retryAfterMs: number | undefined };

/** The part of GitHub's API that the gate uses. No call rejects or takes longer than 10 s. */
export interface GitHubApi {
  runTimes(runId: number, attempt: number, signal: AbortSignal): Promise<GitHubAnswer<RunTimes>>;
  /** Gives the id of the new check run. */
  createCheckRun(content: CheckRunContent, signal: AbortSignal): Promise<GitHubAnswer<number>>;
  updateCheckRun(id: number, content: CheckRunContent, signal: AbortSignal): Promise<GitHubAnswer<number>>;
}
