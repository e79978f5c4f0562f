import type { Answer, FieldError } from './answer.ts';
import { documentAnswer, invalidRequest, noSuchCommit, validationFailed } from './answer.ts';
import { characterCount } from './character-count.ts';
import type { CommitStatus } from './commit-status.ts';
import type { Endpoint, EndpointCall } from './endpoint.ts';
import type { JsonObject } from './json-object.ts';
import { textOf } from './json-object.ts';
import type { ObjectShape } from './shape.ts';
import { shapeProblems } from './shape.ts';

const DESCRIPTION_LIMIT_CHARACTERS = 140;

const REQUEST: ObjectShape = {
  kind: 'object',
  required: ['state'],
  fields: {
    state: { kind: 'text', oneOf: ['error', 'failure', 'pending', 'success'] },
    target_url: { kind: 'text' },
    description: { kind: 'text' },
    context: { kind: 'text' },
  },
};

/** `POST` of a commit status. */
export const CREATE_COMMIT_STATUS: Endpoint = {
  name: 'create-commit-status',
  method: 'POST',
  path: /^\/statuses\/(?<sha>[^/]+)$/,
  permission: { scope: 'statuses', access: 'write' },
  answer: create,
};

function create({ repository, pathValues, body, requestNumber }: EndpointCall): Answer {
  const sha = pathValues['sha'] ?? '';
  const problems = shapeProblems(REQUEST, body);
  if (problems.length > 0) return invalidRequest(problems);
  const errors = statusErrors(body);
  if (errors.length > 0) return validationFailed(errors);
  if (!repository.commits.includes(sha)) return noSuchCommit(sha);
  const status: CommitStatus = {
    byRequest: requestNumber,
    sha,
    context: textOf(body, 'context') ?? 'default',
    state: textOf(body, 'state') ?? '',
    description: textOf(body, 'description') ?? null,
    targetUrl: textOf(body, 'target_url') ?? null,
  };
  repository.statuses.push(status);
  const { context, state, description, targetUrl } = status;
  const id = repository.statuses.length;
  return documentAnswer(201, { id, context, state, description, target_url: targetUrl });
}

function statusErrors(body: JsonObject): readonly FieldError[] {
  const errors: FieldError[] = [];
  const error = (field: string, message: string): void => {
    errors.push({ resource: 'Status', code: 'custom', field, message });
  };
  if (characterCount(textOf(body, 'description') ?? '') > DESCRIPTION_LIMIT_CHARACTERS) {
    error('description', `description is too long (maximum is ${DESCRIPTION_LIMIT_CHARACTERS} characters)`);
  }
  if (!/^https?:\/\//.test(textOf(body, 'target_url') ?? 'https://')) {
    error('target_url', 'target_url must use http(s) scheme');
  }
  return errors;
}
