import { statSync } from 'node:fs';
import * as z from 'zod';
import type { RunStart, RunTimes } from '../discovery/run-start.ts';
import type { Transport } from '../http/transport.ts';
import type { Environment } from '../inputs/input-table.ts';
import { within } from '../polling/within.ts';
import { systemClock } from './system-clock.ts';
import { octokitFetch } from './octokit-fetch.ts';

const RUN_LIMIT_MS = 10_000;

const runSchema = z.looseObject({
  created_at: z.iso.datetime({ offset: true }),
  run_started_at: z.iso.datetime({ offset: true }),
});

/**
 * What GitHub and its runner tell of the start of this workflow run. Never rejects and takes at most
 * 10 s: what cannot be asked is told as unknown, with the reason.
 */
export async function readRunStart(
  env: Environment,
  transport: Transport,
  token: string | undefined,
  signal: AbortSignal,
): Promise<RunStart> {
  return {
    times: await readRunTimes(env, transport, token, signal),
    jobStartedMs: modifiedMs(env['GITHUB_EVENT_PATH']),
    attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? '1') || 1,
  };
}

type MaybeRunTimes = RunTimes | { readonly unknown: string };

async function readRunTimes(
  env: Environment,
  transport: Transport,
  token: string | undefined,
  signal: AbortSignal,
): Promise<MaybeRunTimes> {
  const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  const runId = Number(env['GITHUB_RUN_ID']);
  if (token === undefined) return { unknown: 'no token was given' };
  if (!owner || !repo || !runId) return { unknown: 'this is no workflow run' };
  const attempt = Number(env['GITHUB_RUN_ATTEMPT'] ?? '1');
  try {
    const asked = await within(systemClock, RUN_LIMIT_MS, signal, async stop => {
      const octokit = (await loadGitHub()).getOctokit(token, {
        baseUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
        request: { fetch: octokitFetch(transport, stop) },
      });
      const names = { owner, repo, run_id: runId, attempt_number: attempt };
      const { data } = await octokit.rest.actions.getWorkflowRunAttempt(names);
      return runSchema.parse(data);
    });
    if (asked.kind !== 'done') return { unknown: `GitHub did not answer within ${RUN_LIMIT_MS / 1_000} s` };
    const { created_at: createdAt, run_started_at: startedAt } = asked.value;
    return { createdMs: Date.parse(createdAt), attemptStartedMs: Date.parse(startedAt) };
  } catch (error) {
    const answered = error instanceof Error && 'status' in error && typeof error.status === 'number';
    return {
      unknown: answered ? `GitHub answered HTTP ${String(error.status)}` : 'GitHub gave no usable answer',
    };
  }
}

/**
 * Loaded only here: on import the package reads the event file, and throws where that is no JSON. The
 * comment keeps it in the one file of the bundle.
 */
function loadGitHub() {
  return import(/* webpackMode: "eager" */ '@actions/github');
}

function modifiedMs(file: string | undefined): number | undefined {
  try {
    return file === undefined || file === '' ? undefined : Math.floor(statSync(file).mtimeMs);
  } catch {
    return undefined;
  }
}
