import { describe, expect, test } from '@jest/globals';
import type { HttpAnswer } from '../../src/http/transport.ts';
import { errorAnswer, httpAnswer } from '../support/answers.ts';
import type { CloudOptions, CloudRun } from '../support/cloud.ts';
import { cloudRun, REQUEST_TOKEN, roleRun } from '../support/cloud.ts';
import { gateRun } from '../support/gate-run.ts';
import { always } from '../support/rollouts.ts';
import { TransportError } from '../../src/http/transport.ts';
import type { Seen } from '../support/scripted-transport.ts';

const EXPLICIT = {
  accessKeyId: 'canary-explicit-id',
  accessKeySecret: 'canary-explicit-secret/+=',
  securityToken: 'canary-explicit-token/+==',
};

/** All that a cloud minted, and what the runner gave. */
function secretsOf({ cloud }: CloudRun): readonly string[] {
  const minted = cloud.sessions.flatMap(one => [one.accessKeyId, one.accessKeySecret, one.securityToken]);
  return [REQUEST_TOKEN, ...cloud.idTokens, ...cloud.handshakes, ...minted];
}

describe('every secret is masked before anything is done with it', () => {
  test('that of the environment before the first line', async () => {
    const run = await roleRun({ inputs: { token: 'ghs_canary' } });
    const firstLine = run.toolkit.calls.findIndex(call => call !== 'mask');
    const before = run.toolkit.masked.slice(0, firstLine);
    expect(before).toStrictEqual(expect.arrayContaining([REQUEST_TOKEN, 'ghs_canary']));
  });

  test('those that are minted before the next request is sent', async () => {
    const run = await roleRun({ endsMs: 3_600_000 * 2, inputs: { timeout: '3h' } });
    expect(run.cloud.sessions.length).toBeGreaterThan(2);
    for (const secret of secretsOf(run)) expect(run.toolkit.masked).toContain(secret);
  });

  test('the ID token before the debug line that reports it, and the session before its own', async () => {
    const run = await roleRun({ endsMs: 0 });
    const { calls, masked } = run.toolkit;
    const debugs = calls.flatMap((call, index) => (call === 'debug' ? [index] : []));
    const maskedBy = debugs.map(until =>
      masked.slice(0, calls.slice(0, until).filter(call => call === 'mask').length),
    );
    expect(maskedBy[0]).toContain(run.cloud.idTokens[0]);
    for (const secret of secretsOf(run)) expect(maskedBy[1]).toContain(secret);
    expect(debugs).toHaveLength(3);
  });
});

describe('no secret is ever reported, in whatever way, with debug logging too', () => {
  /** An error of a server that quotes the whole request, as some do. */
  function quoting({ request }: Seen, status: number, code: string): HttpAnswer {
    const { 'x-acs-security-token': token = '', authorization = '' } = request.headers;
    const quoted = `GET\n${request.url}\nauthorization:${authorization}\nx-acs-security-token:${token}\n${request.body ?? ''}`;
    return errorAnswer(code, status, {}, `Canonical request: ${quoted}`);
  }

  test.each<[string, CloudOptions]>([
    ['a rollout that succeeds, with renewals', { endsMs: 5_400_000 }],
    ['a rollout that is not finished in time', { endsMs: Infinity }],
    [
      'an order that is not there',
      { trouble: (_, s) => (s === 'sae' ? errorAnswer('InvalidChangeOrder.NotFound', 400) : undefined) },
    ],
    [
      'an STS that quotes the request',
      {
        trouble: (seen, s) =>
          s === 'sts' ? quoting(seen, 401, 'AuthenticationFail.OIDCToken.Invalid') : undefined,
      },
    ],
    [
      'an STS that is down and quotes the request',
      { trouble: (seen, s) => (s === 'sts' ? quoting(seen, 503, 'ServiceUnavailable') : undefined) },
    ],
    [
      'an SAE that quotes the request',
      { trouble: (seen, s) => (s === 'sae' ? quoting(seen, 403, 'SignatureDoesNotMatch') : undefined) },
    ],
    [
      'an SAE that is down and quotes the request',
      { trouble: (seen, s) => (s === 'sae' ? quoting(seen, 500, 'InternalError') : undefined) },
    ],
    [
      'a proxy that shows the request in its page',
      {
        trouble: ({ request }, s) =>
          s === 'sae'
            ? httpAnswer(`${request.headers['x-acs-security-token'] ?? ''} was here`, 200, {
                'content-type': 'text/html',
              })
            : undefined,
      },
    ],
    [
      'an STS that answers 200 with something else',
      {
        trouble: ({ request }, s) =>
          s === 'sts'
            ? httpAnswer({ echo: request.body, Credentials: { AccessKeySecret: 'canary-half' } })
            : undefined,
      },
    ],
    [
      'an ID-token service that answers with something else',
      { trouble: (_, s) => (s === 'id-token' ? httpAnswer({ token: 'canary-elsewhere' }) : undefined) },
    ],
    [
      'a refusal of the ID token',
      { trouble: (_, s) => (s === 'id-token' ? httpAnswer({ message: 'canary-message' }, 403) : undefined) },
    ],
  ])('%s', async (_, options) => {
    const run = await roleRun({ ...options, inputs: { timeout: '2h', token: 'canary-github' } });
    expect(run.toolkit.debugged.length).toBeGreaterThan(0);
    expect(run.toolkit.summaries.length).toBeGreaterThan(0);
    expect(run.toolkit.everything).not.toContain('canary');
    expect(JSON.stringify([run.toolkit.files, run.toolkit.states])).not.toContain('canary');
    expect(run.toolkit.everything).not.toMatch(/Bearer|OIDCToken=(?!\*)/u);
  });

  test.each([
    [
      'a bug that holds one',
      (): never => {
        throw new TypeError('network');
      },
    ],
    [
      'a transport that fails',
      (): never => {
        throw new TransportError('network', 'sts.aliyuncs.com: ECONNRESET');
      },
    ],
  ])('%s', async (_, fail) => {
    const run = await roleRun({ trouble: (__, service) => (service === 'sts' ? fail() : undefined) });
    expect(run.green).toBe(false);
    expect(run.toolkit.everything).not.toContain('canary');
  });

  test('keys that were handed in, quoted by the server whole, in a URL and cut in the middle', async () => {
    const { accessKeySecret, securityToken } = EXPLICIT;
    const text = `${accessKeySecret} ${encodeURIComponent(securityToken)} ${'x'.repeat(900)} ${securityToken.repeat(20)}`;
    const run = await gateRun(always(errorAnswer('SignatureDoesNotMatch', 400, {}, text)), {
      inputs: EXPLICIT,
    });
    expect(run.verdict).toBe('unreadable');
    expect(run.toolkit.errors[0]?.message).toContain('xxx');
    expect(run.toolkit.everything).not.toContain('canary');
  });

  test('the session of an ECS instance', async () => {
    const run = await cloudRun({ variables: { ALIBABA_CLOUD_ECS_METADATA: 'runner' } });
    expect(run.green).toBe(true);
    expect(run.cloud.handshakes).toHaveLength(1);
    expect(run.toolkit.everything).not.toContain('canary');
    for (const secret of [...run.cloud.handshakes, run.cloud.sessions[0]?.securityToken]) {
      expect(run.toolkit.masked).toContain(secret);
    }
  });

  test('the canaries of these tests would be seen', async () => {
    const run = await roleRun({
      trouble: (_, service) =>
        service === 'sae' ? errorAnswer('NoPermission', 403, {}, 'canary') : undefined,
    });
    expect(run.toolkit.everything).toContain('canary');
  });
});
