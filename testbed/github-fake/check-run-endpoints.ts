import type { Answer } from './answer.ts';
import {
  documentAnswer,
  invalidRequest,
  noSuchCommit,
  notFound,
  refusal,
  validationFailed,
} from './answer.ts';
import type { CheckRun } from './check-run.ts';
import { currentState, firstState, nextState } from './check-run.ts';
import { checkRunErrors, checkRunProblems } from './check-run-shape.ts';
import type { Endpoint, EndpointCall } from './endpoint.ts';
import type { JsonObject } from './json-object.ts';
import type { Repository } from './repository.ts';

/** `POST`, `PATCH` and `GET` of check runs. */
export const CHECK_RUN_ENDPOINTS: readonly Endpoint[] = [
  {
    name: 'create-check-run',
    method: 'POST',
    path: /^\/check-runs$/,
    permission: { scope: 'checks', access: 'write' },
    answer: create,
  },
  {
    name: 'update-check-run',
    method: 'PATCH',
    path: /^\/check-runs\/(?<id>\d+)$/,
    permission: { scope: 'checks', access: 'write' },
    answer: update,
  },
  {
    name: 'get-check-run',
    method: 'GET',
    path: /^\/check-runs\/(?<id>\d+)$/,
    permission: { scope: 'checks', access: 'read' },
    answer: ({ repository, pathValues }) => {
      const run = runOf(repository, pathValues);
      return run === undefined ? notFound() : documentAnswer(200, documentOf(run, repository));
    },
  },
];

function create({ repository, body, requestNumber, nowEpochMs }: EndpointCall): Answer {
  const refused = formRefusal(body, true);
  if (refused !== undefined) return refused;
  const state = firstState(body, requestNumber, nowEpochMs);
  if (!repository.commits.includes(state.headSha)) return noSuchCommit(state.headSha);
  if (repository.checkRuns.isNameOfJob(state.name, state.headSha)) return jobsOwn();
  const run = repository.checkRuns.add(state);
  return documentAnswer(201, documentOf(run, repository));
}

function update({ repository, pathValues, body, requestNumber, nowEpochMs }: EndpointCall): Answer {
  const run = runOf(repository, pathValues);
  if (run === undefined) return notFound();
  const refused = formRefusal(body, false);
  if (refused !== undefined) return refused;
  if (run.isJob && (body['status'] !== undefined || body['conclusion'] !== undefined)) return jobsOwn();
  repository.checkRuns.change(run, nextState(currentState(run), body, requestNumber, nowEpochMs));
  return documentAnswer(200, documentOf(run, repository));
}

function formRefusal(body: JsonObject, isNew: boolean): Answer | undefined {
  const problems = checkRunProblems(body, isNew);
  if (problems.length > 0) return invalidRequest(problems);
  const errors = checkRunErrors(body);
  return errors.length > 0 ? validationFailed(errors) : undefined;
}

/** GitHub's words since 2025-03-31, when workflows lost the power over their jobs' check runs. */
function jobsOwn(): Answer {
  return refusal(403, 'Check run status and conclusions can only be updated internally by GitHub Actions');
}

function runOf({ checkRuns }: Repository, { id }: Readonly<Record<string, string>>): CheckRun | undefined {
  return checkRuns.find(Number(id));
}

/** With a workflow's token the `details_url` of the request counts for nothing. */
function documentOf(run: CheckRun, { name }: Repository): object {
  const { output, ...state } = currentState(run);
  const url = `https://github.com/${name}/runs/${run.id}`;
  return {
    id: run.id,
    name: state.name,
    head_sha: state.headSha,
    external_id: state.externalId,
    html_url: url,
    details_url: url,
    status: state.status,
    conclusion: state.conclusion,
    started_at: state.startedAt,
    completed_at: state.completedAt,
    output: {
      title: output?.title ?? null,
      summary: output?.summary ?? null,
      text: output?.text ?? null,
      annotations_count: state.annotationCount,
    },
    app: { slug: 'github-actions', name: 'GitHub Actions' },
  };
}
