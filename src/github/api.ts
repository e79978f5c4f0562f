import * as z from 'zod/mini';

/** Why GitHub returned no answer. */
export type GitHubFailure =
  | { readonly kind: 'time-limit'; readonly limitMs: number }
  /** Its answer does not say when the run began. */
  | { readonly kind: 'no-run-start' }
  /** In GitHub's or the network's own words. */
  | { readonly kind: 'said'; readonly message: string; readonly httpStatus: number | undefined };

/** A check run to write: each write replaces the whole output. */
export interface CheckRunContent {
  readonly name: string;
  readonly headSha: string;
  readonly status: 'in_progress' | 'completed';
  /** Present if, and only if, it is completed. */
  readonly conclusion?: CheckConclusion;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

export type CheckConclusion = 'success' | 'failure' | 'timed_out' | 'cancelled' | 'action_required';

/** GitHub's answer. A failure is an answer, not an exception. */
export type GitHubAnswer<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  /** GitHub refuses: no permission, or invalid content. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  /** Not now. `retryAfterMs` if GitHub said how long to wait. */
  | { readonly kind: 'failed'; readonly failure: GitHubFailure; readonly retryAfterMs: number | undefined };

/**
 * What GitHub reports of a workflow run: when it was created, and when this attempt of it began. Epoch ms.
 */
export interface RunTimes {
  readonly createdMs: number;
  readonly attemptStartedMs: number;
}

/** The part of GitHub's API that the gate uses. No call rejects or takes longer than 10 s. */
export interface GitHubApi {
  runTimes(runId: number, attempt: number, signal: AbortSignal): Promise<GitHubAnswer<RunTimes>>;
  /** Returns the ID of the new check run. */
  createCheckRun(content: CheckRunContent, signal: AbortSignal): Promise<GitHubAnswer<number>>;
  updateCheckRun(id: number, content: CheckRunContent, signal: AbortSignal): Promise<GitHubAnswer<number>>;
}

/** Variables that the runner sets, by their names. */
export type RunnerVariables = Readonly<Record<string, string | undefined>>;

/**
 * The URL of this job's log, or of the whole run if the job's own ID is unknown; `undefined` outside a
 * workflow run. Pure.
 */
export function jobLink(env: RunnerVariables, jobCheckRunId: string): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  if (!server || !repository || !run) return undefined;
  const job = /^\d+$/u.test(jobCheckRunId) ? `/job/${jobCheckRunId}` : '';
  return `${server}/${repository}/actions/runs/${run}${job}`;
}

const sha = z.string().check(z.regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u));
const head = z.object({ sha });

// Only the needed fields of each payload; invalid ones count as missing.
const payloadSchema = z.catch(
  z.looseObject({
    pull_request: z.catch(z.optional(z.object({ head })), undefined),
    merge_group: z.catch(z.optional(z.object({ head_sha: sha })), undefined),
    workflow_run: z.catch(z.optional(z.object({ head_sha: sha })), undefined),
    deployment: z.catch(z.optional(z.object({ sha })), undefined),
    check_run: z.catch(z.optional(z.object({ head_sha: sha })), undefined),
    check_suite: z.catch(z.optional(z.object({ head_sha: sha })), undefined),
  }),
  {},
);

/**
 * The commit that people look at for this event: the head of the pull request and not its merge commit, the
 * commit that a workflow run, a deployment or a merge group is about, and otherwise `GITHUB_SHA`. `undefined`
 * if there is none. Pure.
 */
export function commitOfEvent(env: RunnerVariables, payload: unknown): string | undefined {
  const event = payloadSchema.parse(payload);
  const candidates: Readonly<Record<string, string | undefined>> = {
    pull_request: event.pull_request?.head.sha,
    pull_request_target: event.pull_request?.head.sha,
    pull_request_review: event.pull_request?.head.sha,
    merge_group: event.merge_group?.head_sha,
    workflow_run: event.workflow_run?.head_sha,
    deployment: event.deployment?.sha,
    deployment_status: event.deployment?.sha,
    check_run: event.check_run?.head_sha,
    check_suite: event.check_suite?.head_sha,
  };
  return candidates[env['GITHUB_EVENT_NAME'] ?? ''] ?? env['GITHUB_SHA'];
}
