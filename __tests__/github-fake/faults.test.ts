import { describe, expect, test } from '@jest/globals';
import { BAD_GATEWAY, DOWN, HANGING, INTERNAL_ERROR, githubFault } from '../../testbed/github-fake/fault.ts';
import type { GitHubFault } from '../../testbed/github-fake/fault.ts';
import { isMet } from '../../testbed/github-fake/occasion.ts';
import type { GitHubFake } from '../../testbed/github-fake/server.ts';
import { startGitHub } from '../../testbed/github-fake/server.ts';
import { until } from '../action/until.ts';
import { createCheck, updateCheck } from './github-client.ts';

/** Starts a fake on which one fault befalls every request. */
function startWith(fault: GitHubFault): Promise<GitHubFake> {
  return startGitHub({ faults: [githubFault(fault)] });
}

/** Asks until there is an answer, or until the signal says that it is enough. */
function ask(github: GitHubFake, signal: AbortSignal | null = null): Promise<Response> {
  return fetch(`${github.url}/repos/octo-org/octo-shop/check-runs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${github.token}` },
    body: JSON.stringify({ name: 'a', head_sha: github.env['GITHUB_SHA'] }),
    signal,
  });
}

/** For how long nothing comes where nothing ever does. */
const QUIET_MS = 200;

/** Asks, and has enough a while after the request has arrived. */
async function askInVain(github: GitHubFake): Promise<Response> {
  const enough = new AbortController();
  const asked = ask(github, enough.signal);
  await Promise.race([asked.catch(() => undefined), until('the request', () => github.requests.length > 0)]);
  setTimeout(() => {
    enough.abort(new Error('enough'));
  }, QUIET_MS);
  return asked;
}

describe('GitHub is', () => {
  test('down: the connection is reset', async () => {
    await using github = await startWith(DOWN);
    await expect(ask(github)).rejects.toThrow('fetch failed');
    expect(github.requests[0]).toMatchObject({ fault: 'connection-reset', abortedByClient: false });
    expect(github.checkRuns).toStrictEqual([]);
  });

  test('hanging: no answer until the client has enough', async () => {
    await using github = await startWith(HANGING);
    await expect(askInVain(github)).rejects.toThrow('enough');
    expect(github.requests[0]).toMatchObject({ fault: 'hang', status: undefined });
    expect(github.checkRuns).toStrictEqual([]);
  });

  test('hanging after the headers', async () => {
    await using github = await startWith({ kind: 'hang', after: 'headers' });
    const enough = new AbortController();
    const response = await ask(github, enough.signal);
    expect(response.status).toBe(404);
    const text = response.text();
    setTimeout(() => {
      enough.abort(new Error('enough'));
    }, QUIET_MS);
    await expect(text).rejects.toThrow('enough');
  });

  test.each(['hang', 'connection-reset'] as const)('such that only its answer is lost: %s', async kind => {
    const fault: GitHubFault =
      kind === 'hang' ? { kind, after: 'request', takesEffect: true } : { kind, takesEffect: true };
    await using github = await startWith(fault);
    await expect(askInVain(github)).rejects.toThrow();
    expect(github.checkRuns).toHaveLength(1);
  });

  test('slow', async () => {
    await using github = await startWith({ kind: 'slow', delayMs: 150 });
    const startMs = performance.now();
    expect((await ask(github)).status).toBe(201);
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(140);
  });

  test('dripping', async () => {
    await using github = await startWith({ kind: 'drip', msPerByte: 100 });
    const enough = new AbortController();
    const response = await ask(github, enough.signal);
    const { body } = response;
    const sizes: number[] = [];
    for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
      sizes.push(piece.length);
      if (sizes.length === 2) break;
    }
    expect(sizes[0]).toBe(1);
  });

  test.each([
    [500, INTERNAL_ERROR, ''],
    [502, BAD_GATEWAY, '<!DOCTYPE html>'],
  ])('broken: %d', async (status, fault, begin) => {
    await using github = await startWith(fault);
    const response = await ask(github);
    expect(response.status).toBe(status);
    expect((await response.text()).slice(0, 15)).toBe(begin);
    expect(github.checkRuns).toStrictEqual([]);
  });
});

describe('a rate limit', () => {
  test.each([403, 429] as const)('as a fault, the primary one: %d', async httpStatus => {
    await using github = await startWith({ kind: 'primary-rate-limit', httpStatus, resetAfterSeconds: 90 });
    const { status, headers } = await ask(github);
    expect(status).toBe(httpStatus);
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    const resetMs = Number(headers.get('x-ratelimit-reset')) * 1_000 - Date.now();
    // In whole seconds; and a busy machine may have taken a while to look.
    expect(resetMs).toBeGreaterThan(30_000);
    expect(resetMs).toBeLessThan(92_000);
    expect(headers.has('retry-after')).toBe(false);
  });

  test.each([
    [403, 60, '60'],
    [429, undefined, null],
  ] as const)('as a fault, the secondary one: %d, %p', async (httpStatus, retryAfterSeconds, hint) => {
    const hinted = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
    await using github = await startWith({ kind: 'secondary-rate-limit', httpStatus, ...hinted });
    const response = await ask(github);
    expect(response.status).toBe(httpStatus);
    expect(response.headers.get('retry-after')).toBe(hint);
    expect(Number(response.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0);
    expect(await response.text()).toContain('secondary rate limit');
  });

  test('counts the writes of a minute, and forgets them', async () => {
    let nowMs = Date.parse('2026-11-22T05:00:00Z');
    await using github = await startGitHub({ nowMs: () => nowMs });
    for (let write = 0; write < 80; write += 1) expect((await createCheck(github)).status).toBe(201);
    const refused = await createCheck(github);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('retry-after')).toBe('60');
    nowMs += 60_000;
    expect((await createCheck(github)).status).toBe(201);
  });

  test('counts all requests of an hour', async () => {
    let nowMs = Date.parse('2026-11-22T05:00:00Z');
    await using github = await startGitHub({ nowMs: () => nowMs, limits: { requestsPerHour: 2 } });
    expect((await createCheck(github)).headers.get('x-ratelimit-remaining')).toBe('1');
    await createCheck(github);
    const refused = await createCheck(github);
    expect(refused.status).toBe(403);
    expect(refused.message).toContain('API rate limit exceeded');
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String((nowMs + 3_600_000) / 1_000));
    nowMs += 3_600_000;
    expect((await createCheck(github)).status).toBe(201);
  });

  test('counts the writes of an hour', async () => {
    await using github = await startGitHub({ limits: { writesPerHour: 1 } });
    await createCheck(github);
    expect((await createCheck(github)).status).toBe(403);
  });
});

test('faults come by the number of the request, and can be changed meanwhile', async () => {
  const on = { endpoint: 'update-check-run', requests: [2] } as const;
  await using github = await startGitHub({ faults: [githubFault(INTERNAL_ERROR, on)] });
  const created = await createCheck(github);
  const statuses = [];
  for (let update = 0; update < 3; update += 1) {
    statuses.push((await updateCheck(github, created, { status: 'queued' })).status);
  }
  expect(statuses).toStrictEqual([200, 500, 200]);
  github.setFaults([githubFault(INTERNAL_ERROR)]);
  expect((await createCheck(github)).status).toBe(500);
  github.setFaults([]);
  expect((await createCheck(github)).status).toBe(201);
});

test.each([
  [{}, true],
  [{ method: 'PATCH' as const }, true],
  [{ method: 'POST' as const }, false],
  [{ endpoint: 'update-check-run' as const, requests: [2] }, true],
  [{ endpoint: 'update-check-run' as const, requests: [3] }, false],
  [{ fromRequest: 3 }, true],
  [{ fromRequest: 4 }, false],
  [{ toRequest: 2 }, false],
  [{ method: 'PATCH' as const, toRequest: 2 }, true],
])('the occasion %j is met by the second of two updates: %p', (occasion, met) => {
  const update = { endpoint: 'update-check-run', method: 'PATCH' } as const;
  const create = { endpoint: 'create-check-run', method: 'POST' } as const;
  expect(isMet(occasion, [create, update, update])).toBe(met);
});

test('no occasion is met without a request', () => {
  expect(isMet({}, [])).toBe(false);
});

test('closing ends what hangs', async () => {
  const github = await startWith(HANGING);
  const asked = ask(github).catch((error: unknown) => error);
  await until('the request', () => github.requests.length > 0);
  await github.close();
  expect(String(await asked)).toContain('fetch failed');
  expect(github.requests[0]?.abortedByClient).toBe(false);
});
