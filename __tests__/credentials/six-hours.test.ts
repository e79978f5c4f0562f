import { describe, expect, test } from '@jest/globals';
import { errorAnswer, UNAVAILABLE } from '../support/answers.ts';
import { ID_TOKEN_VARIABLES, roleRun, ROLE_INPUTS } from '../support/cloud.ts';
import type { CloudRun } from '../support/cloud.ts';
import { findRun } from '../support/find-run.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The share of its life that was left of each session but the last when the next one began. */
function sharesLeft({ cloud }: CloudRun): readonly number[] {
  return cloud.sessions.slice(0, -1).map(({ startMs, endMs }, index) => {
    const nextMs = cloud.sessions[index + 1]?.startMs ?? endMs;
    return (endMs - nextMs) / (endMs - startMs);
  });
}

describe('six hours', () => {
  test('go through on sessions of an hour, with eight renewals', async () => {
    const run = await roleRun({ endsMs: 6 * HOUR_MS, inputs: { timeout: '7h' } });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', asleep: 0 });
    expect(run.endedAtMs).toBeGreaterThanOrEqual(6 * HOUR_MS);
    expect(run.cloud.sessions).toHaveLength(9);
    expect(run.calls('sts')).toHaveLength(9);
  });

  test('use a fresh ID token for each renewal', async () => {
    const run = await roleRun({ endsMs: 6 * HOUR_MS, inputs: { timeout: '7h' } });
    const used = run.cloud.sessions.map(({ idToken }) => idToken);
    expect(new Set(used).size).toBe(9);
    expect(run.calls('id-token')).toHaveLength(9);
  });

  test.each([
    ['15m', 33, 36],
    ['1h', 8, 8],
    ['2h', 4, 4],
    ['12h', 0, 0],
  ])(
    'renew sessions of %s before a fifth of their life is left',
    async (roleSessionDuration, least, most) => {
      const run = await roleRun({ endsMs: 6 * HOUR_MS, inputs: { timeout: '7h', roleSessionDuration } });
      expect(run.green).toBe(true);
      const renewals = run.cloud.sessions.length - 1;
      expect(renewals).toBeGreaterThanOrEqual(least);
      expect(renewals).toBeLessThanOrEqual(most);
      for (const share of sharesLeft(run)) {
        expect(share).toBeGreaterThan(0.2);
        expect(share).toBeLessThanOrEqual(1 / 3);
      }
      // No request was ever signed with less than that.
      const longestMs = Math.max(...run.cloud.sessions.map(({ startMs, endMs }) => endMs - startMs));
      expect(Math.min(...run.cloud.leftMs)).toBeGreaterThan(longestMs / 5);
    },
  );

  test('count the life of a session as STS gave it, not as it was asked', async () => {
    const run = await roleRun({ endsMs: HOUR_MS, lifeMs: 10 * MINUTE_MS, inputs: { timeout: '2h' } });
    expect(run.green).toBe(true);
    for (const share of sharesLeft(run)) expect(share).toBeGreaterThan(0.2);
    expect(run.cloud.sessions.length).toBeGreaterThanOrEqual(9);
  });

  test.each([
    ['ahead of', 20 * MINUTE_MS],
    ['behind', -50 * MINUTE_MS],
  ])('count it by the clock of STS, though that is %s this machine', async (_, aheadMs) => {
    const run = await roleRun({ endsMs: 6 * HOUR_MS, aheadMs, inputs: { timeout: '7h' } });
    expect(run.green).toBe(true);
    expect(run.cloud.sessions).toHaveLength(9);
  });

  test('do not go through on one session: the renewals are what carries them', async () => {
    const run = await roleRun({
      endsMs: 6 * HOUR_MS,
      inputs: { timeout: '7h' },
      trouble: ({ atMs }, service) => (service === 'sts' && atMs > 0 ? UNAVAILABLE : undefined),
    });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable' });
    // The first session's hour, and then the tolerance for outages.
    expect(run.endedAtMs).toBeGreaterThanOrEqual(65 * MINUTE_MS);
    expect(run.endedAtMs).toBeLessThan(66 * MINUTE_MS);
  });
});

describe('an outage', () => {
  test.each(['sts', 'id-token'] as const)(
    'of %s for a quarter of an hour at a renewal is noticed by nobody',
    async service => {
      const run = await roleRun({
        endsMs: 90 * MINUTE_MS,
        inputs: { timeout: '2h' },
        trouble: ({ atMs }, asked) =>
          asked === service && atMs > MINUTE_MS && atMs < 55 * MINUTE_MS ? UNAVAILABLE : undefined,
      });
      expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
      expect(run.cloud.sessions[1]?.startMs).toBeGreaterThanOrEqual(55 * MINUTE_MS);
      expect(run.toolkit.everything).not.toContain('No usable answer');
    },
  );

  test.each([
    ['503', UNAVAILABLE],
    ['500', errorAnswer('InternalError', 500)],
    ['throttling', errorAnswer('Throttling.User', 400)],
    ['a reset', { kind: 'reset' } as const],
    ['a hang', { kind: 'hang' } as const],
  ])('of STS or of the ID-token service at the start (%s) is survived', async (_, what) => {
    for (const service of ['sts', 'id-token'] as const) {
      const run = await roleRun({
        trouble: ({ atMs }, asked) => (asked === service && atMs < 2 * MINUTE_MS ? what : undefined),
      });
      expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
      expect(run.endedAtMs).toBeGreaterThanOrEqual(2 * MINUTE_MS);
    }
  });

  test.each(['sts', 'id-token'] as const)(
    'of %s that hangs does not keep the last look at the deadline from its answer',
    async service => {
      const run = await roleRun({
        // Only the look at the deadline can see it.
        endsMs: 50 * MINUTE_MS - 1_000,
        inputs: { timeout: '50m' },
        trouble: ({ atMs }, asked) => (asked === service && atMs > MINUTE_MS ? { kind: 'hang' } : undefined),
      });
      expect(run).toMatchObject({ green: true, endedAtMs: 50 * MINUTE_MS });
      // It was tried, and given up, a few times.
      expect(run.calls(service).length).toBeGreaterThan(2);
      expect(run.calls(service).length).toBeLessThan(6);
    },
  );

  test('of STS that lasts is unreadable, with the last error', async () => {
    const run = await roleRun({ trouble: (_, service) => (service === 'sts' ? UNAVAILABLE : undefined) });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 5 * MINUTE_MS });
    expect(run.toolkit.errors[0]?.message).toContain(
      'AssumeRoleWithOIDC answered ServiceUnavailable (HTTP 503, RequestId E-4711)',
    );
  });
});

test('an order is found and followed on a session too', async () => {
  const run = await findRun([{ id: 'ours', createdMs: -5_000 }], {
    inputs: { ...ROLE_INPUTS },
    variables: {
      ...ID_TOKEN_VARIABLES,
      ALIBABA_CLOUD_ACCESS_KEY_ID: '',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: '',
    },
    trouble: ({ url, atMs }) => {
      if (url.host.startsWith('token.')) return { status: 200, headers: {}, body: '{"value":"canary"}' };
      if (!url.host.startsWith('sts')) return undefined;
      const Expiration = new Date(Date.UTC(2026, 10, 22, 6) + atMs).toISOString();
      const Credentials = { AccessKeyId: 'k', AccessKeySecret: 's', SecurityToken: 't', Expiration };
      return { status: 200, headers: {}, body: JSON.stringify({ Credentials }) };
    },
  });
  expect(run.green).toBe(true);
  const signed = run.transport.seen.filter(({ url }) => url.host.startsWith('sae'));
  expect(signed.length).toBeGreaterThan(2);
  expect(signed.every(({ request }) => request.headers['x-acs-security-token'] === 't')).toBe(true);
});
