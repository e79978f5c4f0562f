import { describe, expect, test } from '@jest/globals';
import { httpAnswer } from '../support/answers.ts';
import type { CloudOptions, CloudRun } from '../support/cloud.ts';
import { cloudRun, serviceOf } from '../support/cloud.ts';
import type { GateRunOptions } from '../support/gate-run.ts';
import type { Reply, Seen } from '../support/scripted-transport.ts';

const MINUTE_MS = 60_000;

function ecsRun(options: CloudOptions & GateRunOptions = {}, role = 'runner'): Promise<CloudRun> {
  return cloudRun({ ...options, variables: { ALIBABA_CLOUD_ECS_METADATA: role } });
}

/** The metadata service does this at the handshake (PUT) or at the question for the credentials (GET). */
function trouble(method: string, what: Reply | ReturnType<typeof httpAnswer>, untilMs = Infinity) {
  return ({ request, atMs }: Seen, service: string) =>
    service === 'metadata' && request.method === method && atMs < untilMs ? what : undefined;
}

describe('the RAM role of an ECS instance', () => {
  test('is taken through the handshake, as documented, and never through a proxy', async () => {
    const run = await ecsRun();
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
    expect(run.calls('metadata').map(({ request }) => request)).toStrictEqual([
      {
        method: 'PUT',
        url: 'http://100.100.100.200/latest/api/token',
        headers: { 'x-aliyun-ecs-metadata-token-ttl-seconds': '60' },
        direct: true,
      },
      {
        method: 'GET',
        url: 'http://100.100.100.200/latest/meta-data/ram/security-credentials/runner',
        headers: { 'x-aliyun-ecs-metadata-token': 'canary-handshake-1' },
        direct: true,
      },
    ]);
  });

  test('signs every request with its session', async () => {
    const run = await ecsRun();
    expect(run.calls('sae').length).toBeGreaterThan(1);
    for (const { request } of run.calls('sae')) {
      expect(request.headers['x-acs-security-token']).toBe('canary-security-token-1/+==');
    }
  });

  test('is renewed by share of its life, each time with a handshake of its own', async () => {
    const run = await ecsRun({ endsMs: 18 * 60 * MINUTE_MS, inputs: { timeout: '20h' } });
    expect(run.green).toBe(true);
    // Sessions of six hours, renewed every four.
    expect(run.cloud.sessions).toHaveLength(5);
    expect(run.cloud.handshakes).toHaveLength(5);
    expect(Math.min(...run.cloud.leftMs)).toBeGreaterThan((6 * 60 * MINUTE_MS) / 5);
  });

  test('has its name encoded in the address', async () => {
    const run = await ecsRun({}, 'a/../b c');
    expect(run.calls('metadata').at(-1)?.request.url).toMatch(/security-credentials\/a%2F\.\.%2Fb%20c$/u);
  });

  test.each([
    ['a role that the instance does not have', {}, 'other', 'HTTP 404'],
    ['a handshake that is refused', { trouble: trouble('PUT', httpAnswer('', 403)) }, 'runner', 'HTTP 403'],
    ['a question that is refused', { trouble: trouble('GET', httpAnswer('', 403)) }, 'runner', 'HTTP 403'],
  ])('%s is final after one call, with what to check', async (_, options, role, told) => {
    const run = await ecsRun(options, role);
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 0 });
    expect(run.calls('sae')).toHaveLength(0);
    const [message = ''] = run.toolkit.errors.map(error => error.message);
    expect(message).toContain(told);
    expect(message).toContain('ALIBABA_CLOUD_ECS_METADATA');
  });

  test.each([
    ['a reset at the handshake', trouble('PUT', { kind: 'reset' }, MINUTE_MS)],
    ['a hang at the handshake', trouble('PUT', { kind: 'hang' }, MINUTE_MS)],
    ['500 at the question', trouble('GET', httpAnswer('', 500), MINUTE_MS)],
    ['429 at the question', trouble('GET', httpAnswer('', 429), MINUTE_MS)],
    ['an answer that is none', trouble('GET', httpAnswer('<html>'), MINUTE_MS)],
    ['an answer that says failed', trouble('GET', httpAnswer({ Code: 'Failed' }), MINUTE_MS)],
    ['half an answer', trouble('GET', httpAnswer({ Code: 'Success', AccessKeyId: 'a' }), MINUTE_MS)],
  ])('%s is survived', async (_, what) => {
    const run = await ecsRun({ trouble: what, endsMs: 0 });
    expect(run.green).toBe(true);
    expect(run.endedAtMs).toBeGreaterThanOrEqual(MINUTE_MS);
  });

  test('that has no metadata service at all is unreadable after the tolerance', async () => {
    const run = await ecsRun({ trouble: trouble('PUT', { kind: 'reset' }) });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 5 * MINUTE_MS });
    expect(run.transport.seen.every(seen => serviceOf(seen) === 'metadata')).toBe(true);
  });
});
