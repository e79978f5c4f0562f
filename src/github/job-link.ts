import type { Environment } from '../inputs/input-table.ts';

/**
 * The address of this job's log, or of the whole run where the job's own id is not known; `undefined`
 * outside a workflow run. Pure.
 */
export function jobLink(env: Environment, jobCheckRunId: string): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  if (!server || !repository || !run) return undefined;
  const job = /^\d+$/u.test(jobCheckRunId) ? `/job/${jobCheckRunId}` : '';
  return `${server}/${repository}/actions/runs/${run}${job}`;
}
