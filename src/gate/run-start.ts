import type { RunStart, RunUnknown } from '../discovery/run-start.ts';
import type { GitHubApi } from '../github/github-api.ts';
import type { GitHubFailure } from '../github/github-failure.ts';
import type { Environment } from '../inputs/input-table.ts';
import type { Clock } from '../polling/clock.ts';
import { within } from '../polling/within.ts';

/** What the start of a run is learnt from. */
export interface RunStartParts {
  readonly env: Environment;
  /** `undefined` without a token, or outside a workflow run. */
  readonly github: GitHubApi | undefined;
  /** When a file was last written, epoch ms; `undefined` where there is none. */
  readonly modifiedMs: (file: string) => number | undefined;
  readonly clock: Clock;
  /** How long GitHub may take. */
  readonly limitMs: number;
  readonly cancel: AbortSignal;
}

/**
 * What is known of the start of this workflow run, by `limitMs` at the latest; what cannot be asked is told
 * as unknown, with the reason.
 */
export async function readRunStart(parts: RunStartParts): Promise<RunStart> {
  const { env, github, modifiedMs } = parts;
  const attempt = Number(env['GITHUB_RUN_ATTEMPT'] ?? '1') || 1;
  const eventFile = env['GITHUB_EVENT_PATH'];
  const jobStartedMs = eventFile === undefined || eventFile === '' ? undefined : modifiedMs(eventFile);
  const runId = Number(env['GITHUB_RUN_ID']);
  if (github === undefined || !runId) {
    return { times: { unknown: { kind: 'not-asked' } }, jobStartedMs, attempt };
  }
  return { times: await askedTimes(github, runId, attempt, parts), jobStartedMs, attempt };
}

async function askedTimes(
  github: GitHubApi,
  runId: number,
  attempt: number,
  { clock, limitMs, cancel }: RunStartParts,
): Promise<RunStart['times']> {
  const bounded = await within(clock, limitMs, cancel, signal => github.runTimes(runId, attempt, signal));
  // Who is cancelled in the middle learns nothing, and needs nothing any more.
  if (bounded.kind !== 'done') return failed({ kind: 'time-limit', limitMs });
  const asked = bounded.value;
  if (asked.kind === 'done') return asked.value;
  return asked.kind === 'refused'
    ? { unknown: { kind: 'refused', httpStatus: asked.status } }
    : failed(asked.failure);
}

function failed(failure: GitHubFailure): { readonly unknown: RunUnknown } {
  return { unknown: { kind: 'failed', failure } };
}
