import { documentAnswer, notFound } from './answer.ts';
import type { Endpoint } from './endpoint.ts';

/** `GET` of one attempt of a workflow run: when the run was created, and when this attempt began. */
export const GET_RUN_ATTEMPT: Endpoint = {
  name: 'get-run-attempt',
  method: 'GET',
  path: /^\/actions\/runs\/(?<runId>\d+)\/attempts\/(?<attempt>\d+)$/,
  permission: { scope: 'actions', access: 'read' },
  answer: ({ repository, pathValues: { runId, attempt } }) => {
    const found = repository.runAttempts.find(
      run => run.runId === Number(runId) && run.attempt === Number(attempt),
    );
    if (found === undefined) return notFound();
    return documentAnswer(200, {
      id: found.runId,
      name: 'Deploy',
      run_attempt: found.attempt,
      status: 'in_progress',
      conclusion: null,
      created_at: found.createdAt,
      run_started_at: found.runStartedAt,
    });
  },
};
