import { describe, expect, test } from '@jest/globals';
import { startGitHub } from '../../testbed/github-fake/server.ts';
import { COMMIT, REPOSITORY, ask, createCheck } from './github-client.ts';

describe('a token', () => {
  test.each([
    ['Requires authentication', ''],
    ['Requires authentication', 'Basic abc'],
    ['Bad credentials', 'Bearer wrong'],
    ['Bad credentials', 'token wrong'],
  ])('%s: 401 for %j', async (message, authorization) => {
    await using github = await startGitHub();
    const answer = await ask(github, 'POST', `${REPOSITORY}/check-runs`, {}, { authorization });
    expect(answer).toMatchObject({ status: 401, message });
  });

  test('may also be given as "token …"', async () => {
    await using github = await startGitHub({ token: 'mine' });
    const headers = { authorization: 'token mine' };
    const body = { name: 'a', head_sha: COMMIT };
    expect((await ask(github, 'POST', `${REPOSITORY}/check-runs`, body, headers)).status).toBe(201);
  });

  test.each([
    ['POST', '/check-runs', 'checks=write', { checks: 'read', statuses: 'write', actions: 'write' }],
    ['PATCH', '/check-runs/1', 'checks=write', { checks: 'read' }],
    ['GET', '/check-runs/1', 'checks=read', { statuses: 'write' }],
    ['POST', `/statuses/${COMMIT}`, 'statuses=write', { checks: 'write' }],
    ['GET', '/actions/runs/1658821493/attempts/1', 'actions=read', {}],
  ] as const)('without the permission for %s %s: 403', async (method, path, needed, permissions) => {
    await using github = await startGitHub({ permissions });
    const body = method === 'GET' ? undefined : {};
    const answer = await ask(github, method, `${REPOSITORY}${path}`, body);
    expect(answer).toMatchObject({ status: 403, message: 'Resource not accessible by integration' });
    expect(answer.headers.get('x-accepted-github-permissions')).toBe(needed);
  });
});

describe('a request that GitHub does not take', () => {
  test.each([
    ['GET', `${REPOSITORY}/check-runs/7`, 404],
    ['PATCH', `${REPOSITORY}/check-runs/7`, 404],
    ['DELETE', `${REPOSITORY}/check-runs/7`, 404],
    ['POST', '/repos/octo-org/another/check-runs', 404],
    ['POST', '/rate_limit', 404],
    ['GET', `${REPOSITORY}/actions/runs/1/attempts/1`, 404],
    ['GET', `${REPOSITORY}/actions/runs/1658821493/attempts/2`, 404],
  ])('%s %s: %d', async (method, path, status) => {
    await using github = await startGitHub();
    const answer = await ask(github, method, path, method === 'GET' ? undefined : {});
    expect(answer).toMatchObject({ status, message: 'Not Found' });
  });

  test('is one without User-Agent, of an unknown version, or with half a body', async () => {
    await using github = await startGitHub();
    const path = `${REPOSITORY}/check-runs`;
    expect((await ask(github, 'POST', path, {}, { 'user-agent': '' })).status).toBe(403);
    expect((await ask(github, 'POST', path, {}, { 'x-github-api-version': '2020-01-01' })).status).toBe(400);
    expect(await ask(github, 'POST', path, '{"name":')).toMatchObject({
      status: 400,
      message: 'Problems parsing JSON',
    });
  });

  test('is one outside of the base path', async () => {
    await using github = await startGitHub({ basePath: '/api/v3' });
    expect(github.url).toMatch(/\/api\/v3$/);
    expect((await createCheck(github)).status).toBe(201);
    const outside = { ...github, url: github.url.replace('/api/v3', '') };
    expect((await createCheck(outside)).status).toBe(404);
    expect(github.requests.map(({ endpoint }) => endpoint)).toStrictEqual(['create-check-run', 'unknown']);
  });
});

test('owner and name are found in any case', async () => {
  await using github = await startGitHub();
  const path = '/repos/OCTO-org/Octo-Shop/check-runs';
  expect((await ask(github, 'POST', path, { name: 'a', head_sha: COMMIT })).status).toBe(201);
});

test('a commit status is kept as it was given', async () => {
  await using github = await startGitHub();
  const path = `${REPOSITORY}/statuses/${COMMIT}`;
  const given = {
    state: 'pending',
    context: 'sae',
    description: 'Batch 1',
    target_url: 'https://example.com/',
  };
  expect((await ask(github, 'POST', path, given)).status).toBe(201);
  expect((await ask(github, 'POST', path, { state: 'success' })).status).toBe(201);
  expect(github.statuses).toStrictEqual([
    {
      byRequest: 1,
      sha: COMMIT,
      state: 'pending',
      context: 'sae',
      description: 'Batch 1',
      targetUrl: 'https://example.com/',
    },
    { byRequest: 2, sha: COMMIT, state: 'success', context: 'default', description: null, targetUrl: null },
  ]);
});

test.each([
  [{}, 'Invalid request.\n\n"state" wasn\'t supplied.'],
  [{ state: 'ok' }, '"ok" is not a member of'],
  [{ state: 'error', description: 'x'.repeat(141) }, 'Validation Failed'],
  [{ state: 'error', target_url: 'javascript:alert(1)' }, 'Validation Failed'],
])('a commit status is refused: %j', async (body, message) => {
  await using github = await startGitHub();
  const answer = await ask(github, 'POST', `${REPOSITORY}/statuses/${COMMIT}`, body);
  expect(answer.status).toBe(422);
  expect(answer.message).toContain(message);
  expect(github.statuses).toStrictEqual([]);
});

test('a commit status for an unknown commit is refused', async () => {
  await using github = await startGitHub();
  const answer = await ask(github, 'POST', `${REPOSITORY}/statuses/abc`, { state: 'success' });
  expect(answer).toMatchObject({ status: 422, message: 'No commit found for SHA: abc' });
});

test('an attempt of a run tells its two times', async () => {
  const runAttempts = [
    { runId: 5, attempt: 1, createdAt: '2026-11-22T05:00:00Z', runStartedAt: '2026-11-22T05:00:00Z' },
    { runId: 5, attempt: 2, createdAt: '2026-11-22T05:00:00Z', runStartedAt: '2026-11-22T06:00:00Z' },
  ] as const;
  await using github = await startGitHub({ runAttempts });
  const { status, body } = await ask(github, 'GET', `${REPOSITORY}/actions/runs/5/attempts/2`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    created_at: '2026-11-22T05:00:00Z',
    run_started_at: '2026-11-22T06:00:00Z',
    run_attempt: 2,
  });
  expect(github.env).toMatchObject({ GITHUB_RUN_ID: '5', GITHUB_RUN_ATTEMPT: '1' });
});
