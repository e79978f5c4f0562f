import { describe, expect, test } from '@jest/globals';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import { SAMPLE_CHANGE_ORDER, SAMPLE_LIST_ITEM } from '../../testbed/simulator/reference-samples.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import type { CallOptions } from './signed-fetch.ts';
import { DESCRIBE, LIST, call, json } from './signed-fetch.ts';
import { ManualClock, withSimulator } from './with-simulator.ts';

const QUERY = { ChangeOrderId: DEMO_ORDER_ID };
const SESSION = {
  accessKeyId: 'STS.session',
  accessKeySecret: 'session-secret',
  securityToken: 'session/token+==',
};

function isoSeconds(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d+Z/, 'Z');
}

describe('the simulated API', () => {
  test('answers DescribeChangeOrder in the documented envelope', async () => {
    await withSimulator({ scenario: 'finished' }, async simulator => {
      const response = await call(simulator, DESCRIBE, QUERY);
      const answer = await json(response);
      expect(response.status).toBe(200);
      expect(response.headers.get('x-acs-request-id')).toBe(answer.RequestId);
      expect(simulator.requests).toMatchObject([
        { action: 'DescribeChangeOrder', requestId: answer.RequestId },
      ]);
      expect(answer).toMatchObject({ Message: 'success', Code: 200, Success: true });
      expect(answer.Data).toMatchObject({ Status: 2, SubStatus: 0, ChangeOrderId: DEMO_ORDER_ID });
    });
  });

  test('answers ListChangeOrders with a text for a code, and neither SubStatus nor ErrorMessage', async () => {
    await withSimulator({ scenario: 'finished' }, async simulator => {
      const answer = await json(await call(simulator, LIST, { AppId: DEMO_APPLICATION.id }));
      expect(answer.Code).toBe('200');
      expect(answer.Data).toMatchObject({ TotalSize: 1, CurrentPage: 1, PageSize: 20 });
      const [item] = answer.Data?.ChangeOrderList ?? [];
      expect(item).toMatchObject({ ChangeOrderId: DEMO_ORDER_ID, Status: 2, AppId: DEMO_APPLICATION.id });
      expect(Object.keys(item ?? {})).not.toEqual(expect.arrayContaining(['SubStatus']));
      expect(Object.keys(item ?? {})).not.toEqual(expect.arrayContaining(['ErrorMessage']));
    });
  });

  test('serves the sample answers of the API reference in every scenario', async () => {
    await withSimulator({ scenario: 'stuck' }, async simulator => {
      const { ChangeOrderId, AppId } = SAMPLE_CHANGE_ORDER;
      const described = await json(await call(simulator, DESCRIBE, { ChangeOrderId }));
      expect(described.Data).toStrictEqual(SAMPLE_CHANGE_ORDER);
      const listed = await json(await call(simulator, LIST, { AppId }));
      expect(listed.Data?.ChangeOrderList).toStrictEqual([SAMPLE_LIST_ITEM]);
    });
  });

  test.each<[string, number, CallOptions]>([
    [
      'SignatureDoesNotMatch',
      400,
      { credential: { accessKeyId: 'simulator-access-key-id', accessKeySecret: 'wrong' } },
    ],
    [
      'InvalidAccessKeyId.NotFound',
      404,
      { credential: { accessKeyId: 'unknown', accessKeySecret: 'simulator-access-key-secret' } },
    ],
    ['MissingParameter', 400, { headers: { 'x-acs-signature-nonce': undefined } }],
    ['MissingParameter', 400, { headers: { 'x-acs-content-sha256': undefined } }],
    ['MissingParameter', 400, { headers: { 'x-acs-action': '' } }],
    ['InvalidVersion', 400, { headers: { 'x-acs-version': '2014-05-26' } }],
    ['InvalidTimeStamp.Format', 400, { headers: { 'x-acs-date': '2026-11-22 12:00:00' } }],
    ['InvalidTimeStamp.Expired', 400, { headers: { 'x-acs-date': isoSeconds(Date.now() - 16 * 60_000) } }],
    ['InvalidTimeStamp.Expired', 400, { headers: { 'x-acs-date': isoSeconds(Date.now() + 16 * 60_000) } }],
    ['SignatureDoesNotMatch', 400, { headers: { 'x-acs-content-sha256': '0'.repeat(64) } }],
    ['IncompleteSignature', 400, { authorization: () => 'Bearer abc' }],
    ['IncompleteSignature', 400, { authorization: text => text.replace('host;', '') }],
    ['IncompleteSignature', 400, { authorization: text => text.replace(';x-acs-date', '') }],
    [
      'IncompleteSignature',
      400,
      { authorization: text => text.replace('host;x-acs-action', 'x-acs-action;host') },
    ],
    [
      'InvalidSecurityToken.MismatchWithAccessKey',
      400,
      { headers: { 'x-acs-security-token': 'a-token-that-is-not-needed' } },
    ],
    ['InvalidSecurityToken.Malformed', 400, { credential: { ...SESSION, securityToken: undefined } }],
    [
      'InvalidSecurityToken.MismatchWithAccessKey',
      400,
      { credential: { ...SESSION, securityToken: 'another-token' } },
    ],
    ['InvalidAccessKeyId.Inactive', 400, { credential: { accessKeyId: 'disabled', accessKeySecret: 'x' } }],
  ])('refuses with %s (%d) what is not signed as it must be: case %#', async (code, status, options) => {
    const disabled = { accessKeyId: 'disabled', accessKeySecret: 'x', inactive: true };
    const accounts = [...scenario().accounts, SESSION, disabled];
    await withSimulator({ scenario: 'finished', accounts }, async simulator => {
      const response = await call(simulator, DESCRIBE, QUERY, options);
      const answer = await json(response);
      expect([answer.Code, response.status]).toStrictEqual([code, status]);
      expect(Object.keys(answer)).toStrictEqual(['RequestId', 'HostId', 'Code', 'Message', 'Recommend']);
      expect(simulator.requests).toMatchObject([{ refusal: code, code, status }]);
    });
  });

  test('refuses a nonce that it has seen before, also if that request had another fault', async () => {
    await withSimulator({ scenario: 'finished' }, async simulator => {
      const headers = { 'x-acs-signature-nonce': 'the-same' };
      const unknown = { accessKeyId: 'unknown', accessKeySecret: 'x' };
      await call(simulator, DESCRIBE, QUERY, { headers, credential: unknown });
      expect((await json(await call(simulator, DESCRIBE, QUERY, { headers }))).Code).toBe(
        'SignatureNonceUsed',
      );
    });
  });

  test('accepts a session with its token until it ends', async () => {
    const clock = new ManualClock(Date.now());
    const accounts = [{ ...SESSION, expiresAtMs: 60_000 }];
    await withSimulator({ scenario: 'finished', accounts, nowMs: clock.nowMs }, async simulator => {
      expect((await call(simulator, DESCRIBE, QUERY)).status).toBe(200);
      clock.advance(60_000);
      expect((await json(await call(simulator, DESCRIBE, QUERY))).Code).toBe('InvalidSecurityToken.Expired');
    });
  });

  test('tells its own time in the Date header, by which a wrong clock can be set', async () => {
    const skewed = scenario({ clockOffsetMs: 20 * 60_000 });
    const clock = new ManualClock(Date.now());
    await withSimulator({ scenario: skewed, nowMs: clock.nowMs }, async simulator => {
      const refused = await call(simulator, DESCRIBE, QUERY);
      expect((await json(refused)).Code).toBe('InvalidTimeStamp.Expired');
      const serverMs = Date.parse(refused.headers.get('date') ?? '');
      expect(Math.abs(serverMs - clock.nowMs() - 20 * 60_000)).toBeLessThan(1_000);
      const headers = { 'x-acs-date': isoSeconds(serverMs) };
      expect((await call(simulator, DESCRIBE, QUERY, { headers })).status).toBe(200);
    });
  });

  test.each([
    ['InvalidParameter.NotEmpty', 400, DESCRIBE, {}],
    ['InvalidChangeOrder.NotFound', 400, DESCRIBE, { ChangeOrderId: 'no-such-order' }],
    ['InvalidParameter.NotEmpty', 400, LIST, {}],
    ['InvalidAppId.NotFound', 404, LIST, { AppId: 'no-such-app' }],
    ['InvalidParameter.Obviously', 400, LIST, { AppId: DEMO_APPLICATION.id, PageSize: 'many' }],
    ['InvalidAction.NotFound', 404, '/pop/v1/sam/changeorder/NoSuchAction', {}],
    ['NoPermission', 403, '/pop/v1/sam/changeorder/ConfirmPipelineBatch', { PipelineId: 'p' }],
  ])('answers %s (%d) to %s %p', async (code, status, path, query) => {
    await withSimulator({ scenario: 'finished' }, async simulator => {
      const response = await call(simulator, path, query);
      expect([(await json(response)).Code, response.status]).toStrictEqual([code, status]);
    });
  });

  test.each(['*/*', 'text/html', ''])('speaks XML to a client that accepts %p', async accept => {
    await withSimulator({ scenario: 'finished' }, async simulator => {
      const answer = await call(simulator, DESCRIBE, QUERY, { accept });
      expect(answer.headers.get('content-type')).toContain('text/xml');
      expect(await answer.text()).toContain('<DescribeChangeOrderResponse><RequestId>');
      const refusal = await call(simulator, DESCRIBE, { ChangeOrderId: 'nope' }, { accept });
      expect(await refusal.text()).toContain('<Code>InvalidChangeOrder.NotFound</Code>');
    });
  });
});
