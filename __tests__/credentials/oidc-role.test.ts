import { describe, expect, test } from '@jest/globals';
import type { HttpAnswer } from '../../src/http/transport.ts';
import { errorAnswer, httpAnswer } from '../support/answers.ts';
import type { CloudRun } from '../support/cloud.ts';
import { PROVIDER_ARN, REQUEST_TOKEN, ROLE_ARN, roleRun, serviceOf } from '../support/cloud.ts';

/** A run in which this service always answers so. */
function withAnswer(service: 'sts' | 'id-token', answer: HttpAnswer): Promise<CloudRun> {
  return roleRun({ trouble: (_, asked) => (asked === service ? answer : undefined) });
}

function message({ toolkit }: CloudRun): string {
  const [error, ...others] = toolkit.errors;
  if (error === undefined || others.length > 0) throw new Error(`${toolkit.errors.length} error annotations`);
  return error.message;
}

describe('the ID token', () => {
  test('is asked for with the audience and the token of the runner', async () => {
    const run = await roleRun({ inputs: { oidcAudience: 'my audience&x' } });
    expect(run.calls('id-token')[0]?.request).toStrictEqual({
      method: 'GET',
      url: 'https://token.actions.example/idtoken?api-version=2.0&audience=my+audience%26x',
      headers: {
        authorization: `Bearer ${REQUEST_TOKEN}`,
        accept: 'application/json',
        'user-agent': 'sae-rollout-gate/0.0.0',
      },
    });
  });

  test.each([
    ['neither address nor token', {}],
    ['no address', { ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN }],
    ['no token', { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.actions.example/' }],
    [
      'an empty token',
      { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.actions.example/', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' },
    ],
    [
      'an address that is none',
      { ACTIONS_ID_TOKEN_REQUEST_URL: 'x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN },
    ],
  ])(
    'with %s in the environment is not to be had: at once, with the permission that is missing',
    async (_, given) => {
      const none = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined };
      const run = await roleRun({ variables: { ...none, ...given } });
      expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 0 });
      expect(run.transport.seen).toHaveLength(0);
      expect(message(run)).toContain('"permissions: id-token: write"');
      expect(message(run)).toContain('forks');
    },
  );

  test.each([401, 403])('that GitHub refuses with %i is not to be had, after one call', async status => {
    const run = await withAnswer('id-token', httpAnswer({ message: 'no' }, status));
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 0 });
    expect(run.transport.seen.map(serviceOf)).toStrictEqual(['id-token']);
    expect(message(run)).toContain('"permissions: id-token: write"');
  });

  test.each([
    ['no token', httpAnswer({ count: 0 })],
    ['an empty token', httpAnswer({ value: '' })],
    ['no JSON', httpAnswer('<html>', 200)],
    ['a redirect', httpAnswer('', 302, { location: 'https://evil.example/' })],
    ['503', httpAnswer('', 503)],
  ])('of an answer with %s is asked for again, and never taken for one', async (_, answer) => {
    const run = await withAnswer('id-token', answer);
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 300_000 });
    expect(run.calls('sts')).toHaveLength(0);
    expect(run.calls('id-token').length).toBeGreaterThan(5);
  });
});

describe('AssumeRoleWithOIDC', () => {
  test('is one unsigned POST, as documented', async () => {
    const run = await roleRun({ variables: { GITHUB_RUN_ID: '1658821493' } });
    const [seen] = run.calls('sts');
    expect(seen?.request).toStrictEqual({
      method: 'POST',
      url: 'https://sts.aliyuncs.com/?Action=AssumeRoleWithOIDC&Version=2015-04-01&Format=JSON&Timestamp=2026-11-22T05%3A00%3A00Z',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': 'sae-rollout-gate/0.0.0',
      },
      body: expect.any(String),
    });
    expect(Object.fromEntries(new URLSearchParams(seen?.request.body))).toStrictEqual({
      RoleArn: ROLE_ARN,
      OIDCProviderArn: PROVIDER_ARN,
      OIDCToken: 'canary-id-token-1.e30.c2ln',
      RoleSessionName: 'sae-rollout-gate-1658821493',
      DurationSeconds: '3600',
    });
  });

  test('goes where stsEndpoint says', async () => {
    const run = await roleRun({ inputs: { stsEndpoint: 'sts.cn-hangzhou.aliyuncs.com' } });
    expect(run.green).toBe(true);
    expect(run.calls('sts').map(({ url }) => url.host)).toStrictEqual(['sts.cn-hangzhou.aliyuncs.com']);
  });

  test.each([
    ['AuthenticationFail.NoPermission', 403],
    ['AuthenticationFail.OIDCToken.Expired', 401],
    ['AuthenticationFail.OIDCToken.Invalid', 401],
    ['AuthenticationFail.OIDCToken.AudienceNotMatch', 401],
    ['AuthenticationFail.OIDCToken.IssuerNotMatch', 401],
    ['AuthenticationFail.SomethingNew', 400],
    ['NoPermission', 403],
    ['EntityNotExist.Role', 404],
    ['InvalidParameter.RoleSessionName', 400],
    ['InvalidParameter.DurationSeconds', 400],
  ])(
    'refused with %s (%i) is final after one call, with Code, RequestId and what to check',
    async (code, status) => {
      const run = await withAnswer('sts', errorAnswer(code, status));
      expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 0, asleep: 0 });
      expect(run.transport.seen.map(serviceOf)).toStrictEqual(['id-token', 'sts']);
      expect(message(run)).toContain(
        `AssumeRoleWithOIDC answered ${code} (HTTP ${status}, RequestId E-4711)`,
      );
      for (const check of [
        'oidcAudience',
        'oidcProviderArn',
        'roleArn',
        'trust policy',
        'roleSessionDuration',
      ]) {
        expect(message(run)).toContain(check);
      }
    },
  );

  test('refused in XML is final too', async () => {
    const xml =
      '<?xml version="1.0"?><Error><RequestId>X-1</RequestId><Code>NoPermission</Code><Message>No.</Message></Error>';
    const run = await withAnswer('sts', httpAnswer(xml, 403, { 'content-type': 'text/xml' }));
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 0 });
    expect(message(run)).toContain('NoPermission (HTTP 403, RequestId X-1): No.');
  });

  test('refused at a renewal is final too, and says that the rollout goes on', async () => {
    const run = await roleRun({
      endsMs: 7_200_000,
      inputs: { timeout: '3h' },
      trouble: ({ atMs }, asked) =>
        asked === 'sts' && atMs > 0 ? errorAnswer('AuthenticationFail.NoPermission', 403) : undefined,
    });
    expect(run.verdict).toBe('unreadable');
    expect(run.calls('sts')).toHaveLength(2);
    expect(message(run)).toContain('Last seen: batch 1 of 1 in progress');
  });

  test.each([
    ['a page of a proxy with 403', httpAnswer('<html>Sign in</html>', 403, { 'content-type': 'text/html' })],
    ['a redirect', httpAnswer('', 302, { location: 'https://evil.example/' })],
    ['502', httpAnswer('bad gateway', 502)],
    ['429', errorAnswer('TooManyRequests', 429)],
    ['throttling with 400', errorAnswer('Throttling.User', 400)],
    ['200 without credentials', httpAnswer({ RequestId: 'R' })],
    ['200 that is no JSON', httpAnswer('<html>')],
  ])('answered with %s is asked again', async (_, answer) => {
    const run = await withAnswer('sts', answer);
    expect(run.verdict).toMatch(/^(?:unreadable|timed-out)$/u);
    expect(run.calls('sts').length).toBeGreaterThan(5);
  });

  test.each([['AccessKeyId'], ['AccessKeySecret'], ['SecurityToken'], ['Expiration']])(
    'answered without %s brings no session, and nothing of the answer is told',
    async field => {
      const whole: Readonly<Record<string, string>> = {
        AccessKeyId: 'canary-a',
        AccessKeySecret: 'canary-b',
        SecurityToken: 'canary-c',
        Expiration: '2026-11-22T06:00:00Z',
      };
      for (const value of [undefined, '', 7, 'tomorrow']) {
        if (field !== 'Expiration' && value === 'tomorrow') continue;
        const run = await withAnswer('sts', httpAnswer({ Credentials: { ...whole, [field]: value } }));
        expect(run.verdict).toBe('unreadable');
        expect(run.calls('sae')).toHaveLength(0);
        expect(run.toolkit.everything).not.toContain('canary');
      }
    },
  );

  test('signs every request with the session', async () => {
    const run = await roleRun();
    expect(run.green).toBe(true);
    for (const { request } of run.calls('sae')) {
      expect(request.headers['x-acs-security-token']).toBe('canary-security-token-1/+==');
      expect(request.headers['authorization']).toContain('Credential=STS.canary-key-id-1,');
      expect(request.headers['authorization']).toContain('x-acs-security-token');
    }
  });
});

describe('with debug logging', () => {
  test('every request is reported with its RequestId, those for credentials too', async () => {
    const run = await roleRun({ endsMs: 0 });
    expect(run.toolkit.debugged).toStrictEqual([
      'GitHub ID token without RequestId 0 ms: ok',
      'AssumeRoleWithOIDC STS-1 0 ms: ok',
      'DescribeChangeOrder 01CF26C7-00A3-4AA6-BA76-7E95F2A3 0 ms: ok',
    ]);
  });

  test('a refusal is reported once', async () => {
    const run = await withAnswer('id-token', httpAnswer('', 403));
    expect(run.toolkit.debugged).toStrictEqual([expect.stringMatching(/^GitHub ID token .*no-id-token/u)]);
  });
});
