import { describe, expect, test } from '@jest/globals';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import { fault, gatewayError } from '../../testbed/simulator/fault.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { DESCRIBE, call, json } from './signed-fetch.ts';
import { ManualClock, withSimulator } from './with-simulator.ts';

interface StsAnswer {
  readonly Code?: string;
  readonly RequestId?: string;
  readonly AssumedRoleUser?: { readonly Arn: string };
  readonly Credentials?: {
    readonly AccessKeyId: string;
    readonly AccessKeySecret: string;
    readonly SecurityToken: string;
    readonly Expiration: string;
  };
}

async function idToken(simulator: Simulator, audience = simulator.oidc.audience): Promise<string> {
  const { idTokenRequestUrl, idTokenRequestToken } = simulator.oidc;
  const response = await fetch(`${idTokenRequestUrl}&audience=${encodeURIComponent(audience)}`, {
    headers: { authorization: `bearer ${idTokenRequestToken}` },
  });
  return ((await response.json()) as { readonly value: string }).value;
}

async function assumeRole(
  simulator: Simulator,
  own: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { oidc } = simulator;
  const form = new URLSearchParams({
    RoleArn: oidc.roleArn,
    OIDCProviderArn: oidc.oidcProviderArn,
    OIDCToken: own['OIDCToken'] ?? (await idToken(simulator)),
    RoleSessionName: 'sae-rollout-gate-1',
    ...own,
  });
  const search = new URLSearchParams({
    Action: 'AssumeRoleWithOIDC',
    Version: '2015-04-01',
    Format: 'JSON',
    Timestamp: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    ...query,
  });
  return fetch(`${oidc.stsEndpoint}/?${search.toString()}`, { method: 'POST', body: form });
}

async function session(simulator: Simulator, own: Readonly<Record<string, string>> = {}): Promise<StsAnswer> {
  return (await (await assumeRole(simulator, own)).json()) as StsAnswer;
}

function credentialOf({ Credentials }: StsAnswer): {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken: string;
} {
  if (!Credentials) throw new Error('STS gave no credentials');
  return {
    accessKeyId: Credentials.AccessKeyId,
    accessKeySecret: Credentials.AccessKeySecret,
    securityToken: Credentials.SecurityToken,
  };
}

/** A simulator whose clock stands at the last full second, for expectations to the millisecond. */
async function onClock(
  world: Scenario,
  body: (simulator: Simulator, clock: ManualClock) => Promise<void>,
  timeScale = 1,
): Promise<void> {
  const clock = new ManualClock(Math.floor(Date.now() / 1_000) * 1_000);
  await withSimulator({ scenario: world, nowMs: clock.nowMs, timeScale }, simulator =>
    body(simulator, clock),
  );
}

describe('the ID-token endpoint', () => {
  test('gives a new token for each request, made for the audience that was asked for', async () => {
    await onClock(scenario(), async (simulator, clock) => {
      const tokens = [await idToken(simulator, 'a b'), await idToken(simulator, 'a b')];
      expect(new Set(tokens).size).toBe(2);
      const claims = Buffer.from(tokens[0]?.split('.')[1] ?? '', 'base64url').toString();
      expect(JSON.parse(claims)).toMatchObject({ aud: 'a b', exp: clock.nowMs() / 1_000 + 300 });
    });
  });

  test('wants the bearer token of the job', async () => {
    await onClock(scenario(), async simulator => {
      const response = await fetch(simulator.oidc.idTokenRequestUrl, {
        headers: { authorization: 'bearer x' },
      });
      expect(response.status).toBe(401);
      expect(simulator.requests).toMatchObject([{ action: 'GetIdToken', status: 401 }]);
    });
  });
});

describe('AssumeRoleWithOIDC', () => {
  test('gives a session that the API accepts until it ends, with its token only', async () => {
    await onClock(scenario(), async (simulator, clock) => {
      const answer = await session(simulator, { DurationSeconds: '900' });
      expect(answer.AssumedRoleUser?.Arn).toMatch(/:assumed-role\/.*\/sae-rollout-gate-1$/);
      expect(Date.parse(answer.Credentials?.Expiration ?? '')).toBe(clock.nowMs() + 900_000);
      const credential = credentialOf(answer);
      const query = { ChangeOrderId: DEMO_ORDER_ID };
      expect((await call(simulator, DESCRIBE, query, { credential })).status).toBe(200);
      const bare = { ...credential, securityToken: undefined };
      const refused = await json(await call(simulator, DESCRIBE, query, { credential: bare }));
      expect(refused.Code).toBe('InvalidSecurityToken.Malformed');
      clock.advance(899_999);
      const headers = { 'x-acs-date': new Date(clock.nowMs()).toISOString().replace(/\.\d+Z$/, 'Z') };
      expect((await call(simulator, DESCRIBE, query, { credential, headers })).status).toBe(200);
      clock.advance(1);
      const expired = await json(await call(simulator, DESCRIBE, query, { credential, headers }));
      expect(expired.Code).toBe('InvalidSecurityToken.Expired');
    });
  });

  test('makes sessions shorter on the clock as the time scale makes rollouts, or as the scenario says', async () => {
    await onClock(
      scenario(),
      async (simulator, clock) => {
        const { Credentials } = await session(simulator);
        expect(Date.parse(Credentials?.Expiration ?? '')).toBe(clock.nowMs() + 300_000);
      },
      12,
    );
    await onClock(
      scenario({ sessionMs: 84_000 }),
      async (simulator, clock) => {
        const { Credentials } = await session(simulator);
        expect(Date.parse(Credentials?.Expiration ?? '')).toBe(clock.nowMs() + 7_000);
      },
      12,
    );
  });

  test.each<[string, number, Readonly<Record<string, string>>]>([
    ['AuthenticationFail.NoPermission', 401, { RoleArn: 'acs:ram::123456789012:role/another' }],
    ['AuthenticationFail.NoPermission', 401, { OIDCProviderArn: 'acs:ram::123456789012:oidc-provider/x' }],
    ['AuthenticationFail.OIDCToken.Invalid', 401, { OIDCToken: 'a.b.c' }],
    ['AuthenticationFail.OIDCToken.Invalid', 401, { OIDCToken: 'not a token' }],
    ['InvalidParameter.OIDCToken', 400, { OIDCToken: '' }],
    ['InvalidParameter.RoleSessionName', 400, { RoleSessionName: 'x' }],
    ['InvalidParameter.RoleSessionName', 400, { RoleSessionName: 'with a blank' }],
    ['InvalidParameter.DurationSeconds', 400, { DurationSeconds: '899' }],
    ['InvalidParameter.DurationSeconds', 400, { DurationSeconds: '3601' }],
    ['InvalidParameter.DurationSeconds', 400, { DurationSeconds: '1e3' }],
    ['InvalidParameter.RoleArn', 400, { RoleArn: '' }],
  ])('refuses with %s (%d): case %#', async (code, status, own) => {
    await onClock(scenario(), async simulator => {
      const response = await assumeRole(simulator, own);
      const answer = (await response.json()) as StsAnswer;
      expect([answer.Code, response.status]).toStrictEqual([code, status]);
      expect(simulator.requests.at(-1)).toMatchObject({ action: 'AssumeRoleWithOIDC', code, status });
    });
  });

  test.each([
    ['InvalidVersion', { Version: '2019-05-06' }],
    ['InvalidAction.NotFound', { Action: 'AssumeRole' }],
    ['InvalidTimeStamp.Expired', { Timestamp: '2020-01-01T00:00:00Z' }],
    ['InvalidTimeStamp.Format', { Timestamp: 'now' }],
  ])('refuses with %s a call that is not its own', async (code, query) => {
    await onClock(scenario(), async simulator => {
      expect(await (await assumeRole(simulator, {}, query)).json()).toMatchObject({ Code: code });
    });
  });

  test('refuses a token for another audience, an old one and an altered one', async () => {
    await onClock(scenario(), async (simulator, clock) => {
      const other = await idToken(simulator, 'https://github.com/octo-org');
      const old = await idToken(simulator);
      const [header, , signature] = old.split('.');
      const altered = [header, other.split('.')[1], signature].join('.');
      clock.advance(300_000);
      const codes: unknown[] = [];
      for (const OIDCToken of [await idToken(simulator, 'x'), old, altered]) {
        codes.push((await session(simulator, { OIDCToken })).Code);
      }
      expect(codes).toStrictEqual([
        'AuthenticationFail.OIDCToken.AudienceNotMatch',
        'AuthenticationFail.OIDCToken.Expired',
        'AuthenticationFail.OIDCToken.Invalid',
      ]);
    });
  });

  test('can be made to fail like anything else', async () => {
    const faults = [fault(gatewayError('ServiceUnavailable'), { action: 'AssumeRoleWithOIDC', toLook: 1 })];
    await onClock(scenario({ faults }), async simulator => {
      expect([(await assumeRole(simulator)).status, (await assumeRole(simulator)).status]).toStrictEqual([
        503, 200,
      ]);
    });
  });
});

describe('the ECS metadata service', () => {
  async function metadataToken(simulator: Simulator, lifeSeconds: string): Promise<Response> {
    const headers = { 'x-aliyun-ecs-metadata-token-ttl-seconds': lifeSeconds };
    return fetch(`${simulator.ecsMetadata.url}/latest/api/token`, { method: 'PUT', headers });
  }

  async function roleOf(simulator: Simulator, role: string, token: string): Promise<Response> {
    return fetch(`${simulator.ecsMetadata.url}/latest/meta-data/ram/security-credentials/${role}`, {
      headers: { 'x-aliyun-ecs-metadata-token': token },
    });
  }

  test('gives a session after the handshake', async () => {
    await onClock(scenario(), async simulator => {
      const token = await (await metadataToken(simulator, '60')).text();
      expect(await (await roleOf(simulator, '', token)).text()).toBe(simulator.ecsMetadata.roleName);
      const response = await roleOf(simulator, simulator.ecsMetadata.roleName, token);
      const answer = (await response.json()) as NonNullable<StsAnswer['Credentials']> & { Code: string };
      expect(answer.Code).toBe('Success');
      const credential = credentialOf({ Credentials: answer });
      const seen = await call(simulator, DESCRIBE, { ChangeOrderId: DEMO_ORDER_ID }, { credential });
      expect(seen.status).toBe(200);
    });
  });

  test.each(['', '0', '21601', '1.5', 'x'])('gives no token for a life of %p seconds', async lifeSeconds => {
    await onClock(scenario(), async simulator => {
      expect((await metadataToken(simulator, lifeSeconds)).status).toBe(400);
    });
  });

  test('wants a token that is its own and still alive, and a role that there is', async () => {
    await onClock(scenario(), async (simulator, clock) => {
      const { roleName } = simulator.ecsMetadata;
      const token = await (await metadataToken(simulator, '60')).text();
      expect((await roleOf(simulator, roleName, 'x')).status).toBe(403);
      expect((await roleOf(simulator, 'another-role', token)).status).toBe(404);
      clock.advance(60_000);
      expect((await roleOf(simulator, roleName, token)).status).toBe(403);
    });
  });
});
