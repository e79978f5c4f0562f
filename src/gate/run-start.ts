import type { RunStart, RunUnknown } from '../discovery/run-start.ts';
import type { GitHubApi } from '../github/github-api.ts';
import type { Environment } from '../inputs/input-table.ts';

/** What the start of a run is learnt from. */
export interface RunStartParts {
  readonly env: Environment;
  /** `undefined` without a token, or outside a workflow run. */
  readonly github: GitHubApi | undefined;
  /** When a file was last written, epoch ms; `undefined` where there is none. */
  readonly modifiedMs: (file: string) => number | undefined;
  readonly cancel: AbortSignal;
}

/** What is known of the start of this workflow run; what cannot be asked is told as unknown, with the reason. */
export async function readRunStart({ env, github, modifiedMs, cancel }: RunStartParts): Promise<RunStart> {
  const attempt = Number(env['GITHUB_RUN_ATTEMPT'] ?? '1') || 1;
  const eventFile = env['GITHUB_EVENT_PATH'];
  const jobStartedMs = eventFile === undefined || eventFile === '' ? undefined : modifiedMs(eventFile);
  const runId = Number(env['GITHUB_RUN_ID']);
  if (github === undefined || !runId) {
    return { times: { unknown: { kind: 'not-asked' } }, jobStartedMs, attempt };
  }
  const asked = await github.runTimes(runId, attempt, cancel);
  if (asked.kind === 'done') return { times: asked.value, jobStartedMs, attempt };
  const unknown: RunUnknown =
    asked.kind === 'refused'
      ? { kind: 'refused', httpStatus: asked.status }
      : { kind: 'failed', failure: asked.failure };
  return { times: { unknown }, jobStartedMs, attempt };
}
