import { describe, expect, test } from '@jest/globals';
import type { Account } from '../../testbed/simulator/account.ts';
import type { Fault } from '../../testbed/simulator/fault.ts';
import { fault, gatewayError, successFalse, xmlError } from '../../testbed/simulator/fault.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { runGate, SESSION } from './run-gate.ts';
import { errorOf, expectVerdict } from './sound-run.ts';

const GRANT = /Grant .*"sae:DescribeChangeOrder"/;
const KEY = /Check that accessKeyId and accessKeySecret belong together/;
const CLOCK = /clock is more than 15 minutes off/;
const RENEW = /credentials have expired/i;
const CHECK = /Check (?:changeOrderId|appId)/;

const FINAL: readonly (readonly [code: string, remedy: RegExp])[] = [
  ['NoPermission', GRANT],
  ['Forbidden.RAM', GRANT],
  ['AccessDenied', GRANT],
  ['Resouce.no.permission', GRANT],
  ['InvalidAccessKeyId.NotFound', KEY],
  ['InvalidAccessKeyId.Inactive', KEY],
  ['SignatureDoesNotMatch', KEY],
  ['IncompleteSignature', KEY],
  ['InvalidSecurityToken.Malformed', KEY],
  ['InvalidSecurityToken.MismatchWithAccessKey', KEY],
  ['InvalidSecurityToken.Expired', RENEW],
  ['InvalidTimeStamp.Expired', CLOCK],
  ['InvalidTimeStamp.Format', CLOCK],
  ['InvalidParameter.NotEmpty', CHECK],
  ['InvalidParameter.Obviously', CHECK],
  ['InvalidParameter.WithMessage', CHECK],
  ['InvalidAppId.NotFound', CHECK],
  ['InvalidApplication.NotFound', CHECK],
];

describe('a final error is unreadable after exactly one call, with code, RequestId and remedy', () => {
  test.concurrent.each(FINAL)('%s of the gateway', async (code, remedy) => {
    await expectFinal(gatewayError(code), code, remedy);
  });

  test.concurrent.each(FINAL.slice(0, 6))('%s in XML', async (code, remedy) => {
    await expectFinal(xmlError(code), code, remedy);
  });

  test.concurrent.each(FINAL.slice(0, 6))('%s in an HTTP 200 with Success: false', async (code, remedy) => {
    await expectFinal(successFalse(code), code, remedy);
  });

  test.concurrent('where ErrorCode names it and Code says nothing', async () => {
    const what: Fault = {
      kind: 'service-error',
      code: '400',
      errorCode: 'Resouce.no.permission',
      message: 'no',
    };
    await expectFinal(what, 'Resouce.no.permission', GRANT);
  });

  async function expectFinal(what: Fault, code: string, remedy: RegExp): Promise<void> {
    const run = await runGate({ scenario: scenario({ faults: [fault(what)] }) });
    expectVerdict(run, 'unreadable');
    expect(run.requests).toHaveLength(1);
    const { message } = errorOf(run);
    expect(message).toContain(code);
    expect(message).toMatch(/RequestId [0-9A-F-]{36}/);
    expect(message).toMatch(remedy);
    expect(run.rawSummary).toContain(code);
  }
});

describe('a credential that is really refused', () => {
  test.concurrent('an unknown key', async () => {
    const run = await runGate({ scenario: 'success', inputs: { accessKeyId: 'STS.nobody' } });
    expectVerdict(run, 'unreadable');
    expect(run.requests).toHaveLength(1);
    // The gateway says so with a 404, which is not "no such order".
    expect(errorOf(run).message).toMatch(/InvalidAccessKeyId\.NotFound \(HTTP 404/);
  });

  test.concurrent('a wrong secret', async () => {
    const run = await runGate({ scenario: 'success', inputs: { accessKeySecret: 'wrong' } });
    expectVerdict(run, 'unreadable');
    expect(run.requests).toHaveLength(1);
    expect(errorOf(run).message).toContain('SignatureDoesNotMatch');
  });

  test.concurrent('a session that ends in the middle: red, and says that the rollout goes on', async () => {
    const ending: Account = { ...SESSION, expiresAtMs: 100_000 };
    const run = await runGate({ scenario: 'success', accounts: [ending] });
    expectVerdict(run, 'unreadable');
    expect(run.requests.filter(({ status }) => status !== 200)).toHaveLength(1);
    expect(errorOf(run).message).toContain('InvalidSecurityToken.Expired');
    expect(errorOf(run).message).toContain('This step only watches; it does not stop the rollout.');
    expect(run.outputs['status']).toBe('1');
  });
});
