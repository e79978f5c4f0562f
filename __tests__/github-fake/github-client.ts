import type { GitHubFake } from '../../testbed/github-fake/server.ts';
import { isJsonObject } from '../../testbed/github-fake/json-object.ts';
import type { JsonObject } from '../../testbed/github-fake/json-object.ts';

/** An answer of the fake. */
export interface GitHubAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: JsonObject;
  /** The `message` of a refusal; empty without one. */
  readonly message: string;
}

/** The commit that the fake has, unless it is told others. */
export const COMMIT = 'ffac537e6cbbf934b08745a378932722df287a53';

/** The path of the fake's repository. */
export const REPOSITORY = '/repos/octo-org/octo-shop';

/** Sends one request as a good client would; `headers` may spoil it. */
export async function ask(
  github: GitHubFake,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<GitHubAnswer> {
  const response = await fetch(`${github.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${github.token}`,
      'user-agent': 'a-test',
      'x-github-api-version': '2022-11-28',
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const document: unknown = text === '' ? {} : JSON.parse(text);
  const fields = isJsonObject(document) ? document : {};
  const message = typeof fields['message'] === 'string' ? fields['message'] : '';
  return { status: response.status, headers: response.headers, body: fields, message };
}

/** Creates a check run in progress, or as the values say. */
export function createCheck(github: GitHubFake, own: JsonObject = {}): Promise<GitHubAnswer> {
  return ask(github, 'POST', `${REPOSITORY}/check-runs`, {
    name: 'SAE rollout',
    head_sha: COMMIT,
    status: 'in_progress',
    ...own,
  });
}

/** Updates the check run of this answer. */
export function updateCheck(github: GitHubFake, created: GitHubAnswer, body: unknown): Promise<GitHubAnswer> {
  return ask(github, 'PATCH', `${REPOSITORY}/check-runs/${String(created.body['id'])}`, body);
}
