import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { DEMO_ORDER_ID, changeOrder } from '../../testbed/simulator/change-order.ts';
import { fault, throttled, xmlError } from '../../testbed/simulator/fault.ts';
import { issueIdToken } from '../../testbed/simulator/id-token.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { DEMO_ROLE } from '../../testbed/simulator/security-token-service.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { DESCRIBE, LIST } from './signed-fetch.ts';
import { withSimulator } from './with-simulator.ts';

/** The last line of JSON that a program of the conformance folder prints, run in a process of its own. */
async function runOfficial(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const file = fileURLToPath(new URL(`../../testbed/conformance/${program}`, import.meta.url));
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [file, ...args], { env }, (_, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout) as Outcome);
      } catch {
        reject(new Error(`no JSON from ${program}:\n${stdout}${stderr}`));
      }
    });
  });
}

interface Outcome {
  readonly statusCode?: number;
  readonly code?: string;
  readonly message?: string;
  readonly body?: unknown;
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
  readonly securityToken?: string;
}

/** One call of Alibaba's own HTTP stack. */
async function officialCall(
  simulator: Simulator,
  apiPath: string,
  query: readonly string[],
  credential: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const action = apiPath.slice(apiPath.lastIndexOf('/') + 1);
  return runOfficial('generic-call.mjs', [action, apiPath, ...query], {
    SAE_ENDPOINT: simulator.url,
    ALIBABA_CLOUD_ACCESS_KEY_ID: simulator.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: simulator.accessKeySecret,
    ALIBABA_CLOUD_SECURITY_TOKEN: simulator.securityToken ?? '',
    ...credential,
  });
}

/** Fetches credentials as the official provider does, then makes a call with them as the official client. */
async function callWithFetched(
  simulator: Simulator,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const fetched = await runOfficial('official-credentials.mjs', args, {
    CREDENTIALS_ENDPOINT: simulator.url,
    ...env,
  });
  if (fetched.message !== undefined) return fetched;
  return officialCall(simulator, DESCRIBE, [`ChangeOrderId=${DEMO_ORDER_ID}`], {
    ALIBABA_CLOUD_ACCESS_KEY_ID: fetched.accessKeyId ?? '',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: fetched.accessKeySecret ?? '',
    ALIBABA_CLOUD_SECURITY_TOKEN: fetched.securityToken ?? '',
  });
}

describe("Alibaba's own HTTP stack", () => {
  test('gets the answer of DescribeChangeOrder', async () => {
    await withSimulator({ scenario: 'finished' }, async simulator => {
      const outcome = await officialCall(simulator, DESCRIBE, [`ChangeOrderId=${DEMO_ORDER_ID}`]);
      expect(outcome).toMatchObject({
        statusCode: 200,
        body: { Success: true, Code: 200, Data: { ChangeOrderId: DEMO_ORDER_ID, Status: 2 } },
      });
      expect(simulator.requests).toMatchObject([{ refusal: undefined, status: 200 }]);
    });
  });

  test('gets the answer of ListChangeOrders, whatever is in the query', async () => {
    const description = "版本：1.0 | a b*c~d+e/f=g&h?i#j%k'l(m)n!o 中文 🚀";
    const order = changeOrder({ description });
    await withSimulator({ scenario: scenario({ order }) }, async simulator => {
      const query = [`AppId=${DEMO_APPLICATION.id}`, `Key=${description}`, 'CoType=', 'CurrentPage=1'];
      expect(await officialCall(simulator, LIST, query)).toMatchObject({
        statusCode: 200,
        body: {
          Success: true,
          Code: '200',
          Data: { TotalSize: 1, ChangeOrderList: [{ Description: description }] },
        },
      });
    });
  });

  test('gets its answer as a session with a security token', async () => {
    await withSimulator({ scenario: 'session-ends' }, async simulator => {
      const outcome = await officialCall(simulator, DESCRIBE, [`ChangeOrderId=${DEMO_ORDER_ID}`]);
      expect(outcome).toMatchObject({ statusCode: 200, body: { Success: true } });
      expect(simulator.requests[0]?.headers['x-acs-security-token']).toBe(simulator.securityToken);
    });
  });

  test.each([
    ['SignatureDoesNotMatch', 400, { ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'wrong' }],
    ['InvalidAccessKeyId.NotFound', 404, { ALIBABA_CLOUD_ACCESS_KEY_ID: 'unknown' }],
    ['InvalidSecurityToken.MismatchWithAccessKey', 400, { ALIBABA_CLOUD_SECURITY_TOKEN: 'not+mine==' }],
  ])('is refused with %s (%d) where its credentials are wrong', async (code, statusCode, credential) => {
    await withSimulator({ scenario: 'finished' }, async simulator => {
      const outcome = await officialCall(simulator, DESCRIBE, [`ChangeOrderId=${DEMO_ORDER_ID}`], credential);
      expect(outcome).toMatchObject({ code, statusCode });
    });
  });

  test.each([
    ['a missing order', [], ['ChangeOrderId=no-such-order'], 'InvalidChangeOrder.NotFound', 400],
    ['throttling', [fault(throttled(10))], [`ChangeOrderId=${DEMO_ORDER_ID}`], 'Throttling.User', 400],
    ['an error in XML', [fault(xmlError('InternalError'))], [], 'InternalError', 500],
  ])('understands %s', async (_, faults, query, code, statusCode) => {
    await withSimulator({ scenario: scenario({ faults }) }, async simulator => {
      expect(await officialCall(simulator, DESCRIBE, query)).toMatchObject({ code, statusCode });
    });
  });
});

describe("Alibaba's own credential providers", () => {
  async function withIdTokenFile(token: string, body: (file: string) => Promise<void>): Promise<void> {
    const folder = await mkdtemp(path.join(tmpdir(), 'id-token-'));
    try {
      await writeFile(path.join(folder, 'token'), token);
      await body(path.join(folder, 'token'));
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  async function callAsRole(simulator: Simulator, audience: string): Promise<Outcome> {
    let outcome: Outcome = {};
    await withIdTokenFile(issueIdToken(audience, Date.now()), async file => {
      outcome = await callWithFetched(simulator, ['oidc', file], {
        ALIBABA_CLOUD_ROLE_ARN: simulator.oidc.roleArn,
        ALIBABA_CLOUD_OIDC_PROVIDER_ARN: simulator.oidc.oidcProviderArn,
      });
    });
    return outcome;
  }

  test('assume the role with an ID token, and a call as that role goes through', async () => {
    await withSimulator({ scenario: 'finished' }, async simulator => {
      expect(await callAsRole(simulator, DEMO_ROLE.audience)).toMatchObject({ statusCode: 200 });
    });
  });

  test('understand why an ID token for another audience is refused', async () => {
    await withSimulator({ scenario: 'finished' }, async simulator => {
      const { message } = await callAsRole(simulator, 'elsewhere');
      expect(message).toContain('AuthenticationFail.OIDCToken.AudienceNotMatch');
    });
  });

  test('take the credentials of the instance role from the metadata service', async () => {
    await withSimulator({ scenario: 'finished' }, async simulator => {
      expect(await callWithFetched(simulator, ['ecs-ram-role'])).toMatchObject({ statusCode: 200 });
      expect(simulator.requests.map(request => request.action)).toContain('CreateMetadataToken');
    });
  });
});
