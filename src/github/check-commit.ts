import * as z from 'zod';
import type { Environment } from '../inputs/input-table.ts';

const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u);
const head = z.object({ sha });

// Only what is needed of each payload; what is not as expected is taken as not told.
const payloadSchema = z
  .looseObject({
    pull_request: z.object({ head }).optional().catch(undefined),
    merge_group: z.object({ head_sha: sha }).optional().catch(undefined),
    workflow_run: z.object({ head_sha: sha }).optional().catch(undefined),
    deployment: z.object({ sha }).optional().catch(undefined),
    check_run: z.object({ head_sha: sha }).optional().catch(undefined),
    check_suite: z.object({ head_sha: sha }).optional().catch(undefined),
  })
  .catch({});

/**
 * The commit that people look at for this event: the head of the pull request and not its merge
 * commit, the commit that a workflow run, a deployment or a merge group is about, and otherwise
 * `GITHUB_SHA`. `undefined` where none is told. Pure.
 */
export function commitOfEvent(env: Environment, payload: unknown): string | undefined {
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
