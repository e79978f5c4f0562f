import * as z from 'zod/mini';
import type { CheckRunContent, GitHubAnswer, GitHubApi, GitHubFailure } from '../github/api.ts';
import type { HttpAnswer, Transport } from '../http/transport.ts';
import type { Environment } from '../inputs/table.ts';
import type { Clock } from '../polling/clock.ts';
import { within } from '../polling/clock.ts';
import { foreignText } from '../text/clean.ts';
import type { Hide } from '../text/clean.ts';

const CALL_LIMIT_MS = 10_000;
const LONGEST_MESSAGE = 300;

export interface GitHubOptions {
  readonly env: Environment;
  readonly token: string;
  readonly transport: Transport;
  readonly clock: Clock;
  /** The gate's user agent; Octokit's own name is appended. */
  readonly userAgent: string;
  /** GitHub's message may quote what it was sent. */
  readonly hide: Hide;
}

type Octokit = Awaited<ReturnType<typeof loadGitHub>>['getOctokit'] extends (...args: never[]) => infer Api
  ? Api
  : never;

const runSchema = z.object({
  created_at: z.iso.datetime({ offset: true }),
  run_started_at: z.iso.datetime({ offset: true }),
});

/** GitHub's answer does not say when the run began. */
class NoRunStart extends Error {}

/** GitHub through Octokit, over the gate's own transport; `undefined` outside a workflow run. */
export function octokitGitHub(options: GitHubOptions): GitHubApi | undefined {
  const [owner, repo] = (options.env['GITHUB_REPOSITORY'] ?? '').split('/');
  if (!owner || !repo) return undefined;
  const call = <Value>(signal: AbortSignal, ask: (octokit: Octokit) => Promise<Value>) =>
    answerOf(options, signal, ask);
  return {
    runTimes: (runId, attempt, signal) =>
      call(signal, async ({ request }) => {
        const names = { owner, repo, run_id: runId, attempt_number: attempt };
        const { data } = await request(
          'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}',
          names,
        );
        const { data: run } = runSchema.safeParse(data);
        if (run === undefined) throw new NoRunStart();
        return { createdMs: Date.parse(run.created_at), attemptStartedMs: Date.parse(run.run_started_at) };
      }),
    createCheckRun: (content, signal) =>
      call(signal, async ({ request }) => {
        const fields = { owner, repo, head_sha: content.headSha, ...fieldsOf(content) };
        const { data } = await request('POST /repos/{owner}/{repo}/check-runs', fields);
        return Number(data.id);
      }),
    updateCheckRun: (id, content, signal) =>
      call(signal, async ({ request }) => {
        const fields = { owner, repo, check_run_id: id, ...fieldsOf(content) };
        const { data } = await request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', fields);
        return Number(data.id);
      }),
  };
}

function fieldsOf({ name, status, conclusion, title, summary, text }: CheckRunContent) {
  const shown = { name, output: { title, summary, text } };
  return conclusion === undefined
    ? { ...shown, status }
    : { ...shown, status: 'completed' as const, conclusion };
}

/** Makes one call within its time limit and turns any failure into an answer. */
async function answerOf<Value>(
  { env, token, transport, clock, userAgent, hide }: GitHubOptions,
  signal: AbortSignal,
  ask: (octokit: Octokit) => Promise<Value>,
): Promise<GitHubAnswer<Value>> {
  let last: HttpAnswer | undefined;
  try {
    const asked = await within(clock, CALL_LIMIT_MS, signal, async stop => {
      const { getOctokit } = await loadGitHub();
      const baseUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
      const request = {
        fetch: async (url: string, init: RequestInit) => {
          last = await transport(toHttpRequest(url, init), stop);
          return toResponse(last);
        },
      };
      return ask(getOctokit(token, { baseUrl, request, userAgent }));
    });
    if (asked.kind === 'done') return { kind: 'done', value: asked.value };
    return failed({ kind: 'time-limit', limitMs: CALL_LIMIT_MS });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return failureOf(last, error, foreignText(said, LONGEST_MESSAGE, hide), clock.wallMs());
  }
}

/**
 * Loaded only if GitHub is called: on import the package reads the event file, and throws if that is not
 * JSON. The comment keeps it in the one file of the bundle.
 */
function loadGitHub() {
  return import(/* webpackMode: "eager" */ '@actions/github');
}

function toHttpRequest(url: string, init: RequestInit): Parameters<Transport>[0] {
  const method = init.method as 'GET' | 'POST' | 'PATCH';
  const headers = init.headers as Record<string, string>;
  return typeof init.body === 'string' ? { method, url, headers, body: init.body } : { method, url, headers };
}

function toResponse({ status, headers, body }: HttpAnswer): Response {
  const bodyless = status === 204 || status === 205 || status === 304;
  return new Response(bodyless ? null : body, { status, headers });
}

function failureOf(
  answer: HttpAnswer | undefined,
  error: unknown,
  message: string,
  nowWallMs: number,
): GitHubAnswer<never> {
  if (error instanceof NoRunStart) return failed({ kind: 'no-run-start' });
  if (answer === undefined) return failed({ kind: 'said', message, httpStatus: undefined });
  const { status, headers } = answer;
  const retryAfterMs = retryAfterOf(headers, nowWallMs);
  const limited = status === 429 || (status === 403 && retryAfterMs !== undefined);
  if (limited || status >= 500 || status < 400) {
    return failed({ kind: 'said', message, httpStatus: status }, retryAfterMs);
  }
  return { kind: 'refused', status, message };
}

/** The wait that GitHub's primary and secondary rate limits require. */
function retryAfterOf(headers: HttpAnswer['headers'], nowWallMs: number): number | undefined {
  const seconds = Number(headers['retry-after']);
  if (seconds > 0) return seconds * 1_000;
  if (headers['x-ratelimit-remaining'] !== '0') return undefined;
  return Math.max(0, Number(headers['x-ratelimit-reset']) * 1_000 - nowWallMs) || undefined;
}

function failed(failure: GitHubFailure, retryAfterMs?: number): GitHubAnswer<never> {
  return { kind: 'failed', failure, retryAfterMs };
}
