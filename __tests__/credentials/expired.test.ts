import { describe, expect, test } from '@jest/globals';
import { errorAnswer, UNAVAILABLE } from '../support/answers.ts';
import { cloudRun, roleRun, serviceOf } from '../support/cloud.ts';
import { gateRun } from '../support/gate-run.ts';
import { overTime, RUNNING } from '../support/rollouts.ts';

const MINUTE_MS = 60_000;
const EXPIRED = errorAnswer('InvalidSecurityToken.Expired', 400);

describe('a session of the role that the API calls expired', () => {
  test('is renewed once, the request is sent once more, and nobody notices', async () => {
    let refused = 0;
    const run = await roleRun({
      endsMs: 5 * MINUTE_MS,
      trouble: (seen, service) => {
        const isOld = seen.request.headers['x-acs-security-token'] === 'canary-security-token-1/+==';
        if (service !== 'sae' || seen.atMs < 2 * MINUTE_MS || !isOld) return undefined;
        refused++;
        return EXPIRED;
      },
    });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
    expect(refused).toBe(1);
    expect(run.cloud.sessions).toHaveLength(2);
    expect(run.cloud.idTokens).toHaveLength(2);
    const [atRefusal] = run.calls('sae').filter(({ atMs }) => atMs >= 2 * MINUTE_MS);
    const again = run.calls('sae').find(({ index }) => index > (atRefusal?.index ?? Infinity));
    expect(again?.atMs).toBe(atRefusal?.atMs);
    expect(run.toolkit.everything).not.toContain('No usable answer');
  });

  test('twice in a row is unreadable at once: one renewal, one more request, and no more', async () => {
    const run = await roleRun({ trouble: (_, service) => (service === 'sae' ? EXPIRED : undefined) });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 0, asleep: 0 });
    expect(run.transport.seen.map(serviceOf)).toStrictEqual([
      'id-token',
      'sts',
      'sae',
      'id-token',
      'sts',
      'sae',
    ]);
    const tokens = run.calls('sae').map(({ request }) => request.headers['x-acs-security-token']);
    expect(new Set(tokens).size).toBe(2);
    expect(run.toolkit.errors[0]?.message).toContain(
      'InvalidSecurityToken.Expired (HTTP 400, RequestId E-4711)',
    );
  });

  test('is signed afresh for the second request', async () => {
    const run = await roleRun({ trouble: (_, service) => (service === 'sae' ? EXPIRED : undefined) });
    const nonces = run.calls('sae').map(({ request }) => request.headers['x-acs-signature-nonce']);
    expect(new Set(nonces).size).toBe(2);
  });

  test('is an outage while it cannot be renewed, and no more than that', async () => {
    const run = await roleRun({
      endsMs: 6 * MINUTE_MS,
      lifeMs: 90_000,
      trouble: ({ atMs }, service) =>
        service === 'sts' && atMs > 0 && atMs < 4 * MINUTE_MS ? UNAVAILABLE : undefined,
    });
    expect(run.green).toBe(true);
    expect(run.lines.filter(line => line.includes('No usable answer'))).toHaveLength(1);
  });

  test('that ends by itself is never used: it is renewed before', async () => {
    const run = await roleRun({ endsMs: 20 * MINUTE_MS, lifeMs: 2 * MINUTE_MS });
    expect(run.green).toBe(true);
    expect(run.calls('sae').length).toBe(run.cloud.leftMs.length);
  });
});

describe('a session that runs out while a call waits for its turn', () => {
  test('signs nothing: credentials are taken when the turn has come', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `order-${index + 1}`);
    // With one call a minute each of them is asked every twenty minutes, and a session lasts fifteen.
    const run = await roleRun({
      endsMs: 60 * MINUTE_MS,
      lifeMs: 15 * MINUTE_MS,
      inputs: { changeOrderId: ids.join(','), maxCallsPerMinute: '1', timeout: '3h' },
    });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
    expect(run.cloud.leftMs).toHaveLength(run.calls('sae').length);
  });
});

describe('STS credentials that were handed in and run out', () => {
  const HANDED_IN = { accessKeyId: 'STS.handed-in', accessKeySecret: 'secret', securityToken: 'token' };

  test('are unreadable after one call, and the message says what happened and the two ways out', async () => {
    const run = await gateRun(overTime([0, RUNNING], [30 * MINUTE_MS, EXPIRED]), {
      inputs: { ...HANDED_IN, timeout: '3h' },
    });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', outputs: { status: '1' } });
    expect(run.looksMs.filter(atMs => atMs >= 30 * MINUTE_MS)).toHaveLength(1);
    const [message = ''] = run.toolkit.errors.map(error => error.message);
    expect(message).toContain('InvalidSecurityToken.Expired (HTTP 400, RequestId E-4711)');
    expect(message).toContain('Last seen: in progress');
    expect(message).toContain('The credentials have expired. Two ways out');
    expect(message).toContain('let this action assume the role itself (roleArn, oidcProviderArn');
    expect(message).toContain('a longer role-session-expiration');
    expect(run.toolkit.summaries.at(-1)).toContain('role-session-expiration');
  });

  test('before any look are said to have expired, and nothing is said of a rollout that nobody saw', async () => {
    const run = await cloudRun({
      inputs: HANDED_IN,
      trouble: (_, service) => (service === 'sae' ? EXPIRED : undefined),
    });
    const [message = ''] = run.toolkit.errors.map(error => error.message);
    expect(message).toContain('The credentials have expired. Two ways out');
    expect(message).not.toMatch(/running|goes on/u);
  });

  test('are no reason to ask STS or GitHub for others', async () => {
    const run = await cloudRun({
      inputs: HANDED_IN,
      variables: {
        ALIBABA_CLOUD_ROLE_ARN: 'acs:ram::1:role/x',
        ALIBABA_CLOUD_OIDC_PROVIDER_ARN: 'acs:ram::1:y',
      },
      trouble: (_, service) => (service === 'sae' ? EXPIRED : undefined),
    });
    expect(run.verdict).toBe('unreadable');
    expect(run.transport.seen.map(serviceOf)).toStrictEqual(['sae']);
  });
});
