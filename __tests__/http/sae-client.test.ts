import { CallBudget } from '../../src/polling/call-budget.ts';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { staticCredentials } from '../../src/credentials/provider.ts';
import { systemClock } from '../../src/platform/process.ts';
import { undiciTransport } from '../../src/platform/undici-transport.ts';
import type { Answer } from '../../src/http/envelope.ts';
import { SaeClient } from '../../src/sae/client.ts';
import { ZONE_OFFSET_MS } from '../../src/sae/time-zone.ts';
import { ServerTime } from '../../src/http/server-time.ts';
import { DEMO_ACCOUNT } from '../../testbed/simulator/account.ts';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import type { Fault } from '../../testbed/simulator/fault.ts';
import {
  BAD_GATEWAY,
  CONNECTION_RESET,
  ENDLESS_BODY,
  HANG,
  HANG_AFTER_HEADERS,
  OVERSIZED_BODY,
  SLOW_DRIP,
  TRUNCATED_BODY,
  fault,
  gatewayError,
  throttled,
  xmlError,
} from '../../testbed/simulator/fault.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import type { Simulator, SimulatorOptions } from '../../testbed/simulator/server.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';
import { withoutProxies } from './without-proxies.ts';

const NEVER = new AbortController().signal;
const REQUEST_TIMEOUT_MS = 300;
/** Far more than a busy machine takes beyond a time limit, far less than what it cuts off. */
const LEEWAY_MS = 30_000;

withoutProxies();

interface Talk {
  readonly client: SaeClient;
  readonly simulator: Simulator;
}

/** Lets a client of the gate talk with a simulator, over HTTP. */
async function talking(
  options: SimulatorOptions,
  body: (talk: Talk) => Promise<void>,
  requestTimeoutMs = 10_000,
): Promise<void> {
  await using simulator = await startSimulator(options);
  const { accessKeyId, accessKeySecret, securityToken } = simulator;
  const transport = undiciTransport();
  const client = new SaeClient({
    origin: simulator.url,
    transport: transport.send,
    credentials: staticCredentials({ accessKeyId, accessKeySecret, securityToken }),
    clock: systemClock,
    serverTime: new ServerTime(systemClock, () => undefined),
    zoneOffsetMs: ZONE_OFFSET_MS,
    budget: new CallBudget(systemClock, 1_000_000),
    requestTimeoutMs,
    userAgent: 'sae-rollout-gate/test',
    nonce: randomUUID,
    hide: text => text,
    traced: () => undefined,
  });
  try {
    await body({ client, simulator });
  } finally {
    await transport.close();
  }
}

function describeOrder(client: SaeClient, signal = NEVER): Promise<Answer> {
  return client.call('DescribeChangeOrder', { ChangeOrderId: DEMO_ORDER_ID }, signal);
}

describe('the client over HTTP', () => {
  test('is let in, and gets the order', async () => {
    await talking({ scenario: 'finished' }, async ({ client, simulator }) => {
      const answer = await describeOrder(client);
      expect(answer).toMatchObject({ kind: 'data', data: { ChangeOrderId: DEMO_ORDER_ID, Status: 2 } });
      expect(simulator.requests.map(({ refusal }) => refusal)).toStrictEqual([undefined]);
    });
  });

  test('is let in with a session', async () => {
    const accounts = [{ ...DEMO_ACCOUNT, securityToken: 'a+b/c==' }];
    await talking({ scenario: 'finished', accounts }, async ({ client }) => {
      expect(await describeOrder(client)).toMatchObject({ kind: 'data' });
    });
  });

  test('lists the orders of an application', async () => {
    await talking({ scenario: 'finished' }, async ({ client }) => {
      const query = { AppId: DEMO_APPLICATION.id, CurrentPage: '1', PageSize: '20' };
      expect(await client.call('ListChangeOrders', query, NEVER)).toMatchObject({
        kind: 'data',
        data: { TotalSize: 1, ChangeOrderList: [{ ChangeOrderId: DEMO_ORDER_ID }] },
      });
    });
  });

  test.each(["!'()*", '~-_.', 'a b+c', '&=?#%', '演示 ü', '"<>|\\^`{}', '../..', 'x'.repeat(500)])(
    'signs the parameter %j as it is sent',
    async id => {
      await talking({ scenario: 'finished' }, async ({ client, simulator }) => {
        const answer = await client.call('DescribeChangeOrder', { ChangeOrderId: id }, NEVER);
        expect(answer).toMatchObject({ kind: 'fault', fault: { code: 'InvalidChangeOrder.NotFound' } });
        expect(simulator.requests[0]).toMatchObject({ refusal: undefined, query: { ChangeOrderId: id } });
      });
    },
  );

  test('signs each request anew', async () => {
    await talking({ scenario: 'finished' }, async ({ client, simulator }) => {
      for (let requests = 0; requests < 3; requests++) await describeOrder(client);
      const { requests } = simulator;
      expect(new Set(requests.map(({ headers }) => headers['x-acs-signature-nonce'])).size).toBe(3);
      expect(requests.map(({ refusal }) => refusal)).toStrictEqual([undefined, undefined, undefined]);
    });
  });

  test('is refused with a wrong secret', async () => {
    await talking({ scenario: 'finished' }, async ({ simulator }) => {
      const transport = undiciTransport();
      const client = new SaeClient({
        origin: simulator.url,
        transport: transport.send,
        credentials: staticCredentials({
          ...DEMO_ACCOUNT,
          accessKeySecret: 'wrong',
          securityToken: undefined,
        }),
        clock: systemClock,
        serverTime: new ServerTime(systemClock, () => undefined),
        zoneOffsetMs: ZONE_OFFSET_MS,
        budget: new CallBudget(systemClock, 1_000_000),
        requestTimeoutMs: 10_000,
        userAgent: 'sae-rollout-gate/test',
        nonce: randomUUID,
        hide: text => text,
        traced: () => undefined,
      });
      expect(await describeOrder(client)).toMatchObject({
        kind: 'fault',
        fault: { reason: 'credentials', code: 'SignatureDoesNotMatch' },
      });
      await transport.close();
    });
  });
});

describe('the time limit of a request holds for headers and body together', () => {
  test.each<[string, Fault]>([
    ['no answer', HANG],
    ['headers only', HANG_AFTER_HEADERS],
    ['a body in single bytes', SLOW_DRIP],
    ['an answer that comes too late', { kind: 'delayed', delayMs: 60_000 }],
  ])('%s', async (_, what) => {
    const options = { scenario: scenario({ faults: [fault(what)] }) };
    await talking(
      options,
      async ({ client, simulator }) => {
        const startMs = performance.now();
        const answer = await describeOrder(client);
        const tookMs = performance.now() - startMs;
        expect(answer).toMatchObject({
          kind: 'fault',
          fault: {
            reason: 'no-answer',
            action: 'DescribeChangeOrder',
            detail: { kind: 'time-limit', limitMs: 300 },
          },
        });
        expect(tookMs).toBeGreaterThanOrEqual(REQUEST_TIMEOUT_MS - 10);
        expect(tookMs).toBeLessThan(REQUEST_TIMEOUT_MS + LEEWAY_MS);
        expect(simulator.requests).toHaveLength(1);
      },
      REQUEST_TIMEOUT_MS,
    );
  });

  test('and so does the caller’s signal', async () => {
    await talking({ scenario: scenario({ faults: [fault(SLOW_DRIP)] }) }, async ({ client }) => {
      const startMs = performance.now();
      const answer = await describeOrder(client, AbortSignal.timeout(200));
      expect(answer).toMatchObject({
        kind: 'fault',
        fault: { reason: 'no-answer', detail: { kind: 'given-up' } },
      });
      expect(performance.now() - startMs).toBeLessThan(LEEWAY_MS);
    });
  });
});

describe('what goes wrong on the way is a fault, not an exception', () => {
  test.each<[string, Fault, object]>([
    ['a reset', CONNECTION_RESET, { reason: 'network' }],
    ['a body that breaks off', TRUNCATED_BODY, { reason: 'network' }],
    ['a body without end', ENDLESS_BODY, { reason: 'too-large' }],
    ['a body over 8 MiB', OVERSIZED_BODY, { reason: 'too-large' }],
    ['a proxy’s page', BAD_GATEWAY, { reason: 'server', httpStatus: 502 }],
    ['a hint to wait', throttled(1_234), { reason: 'throttled', httpStatus: 400, retryAfterMs: 1_234 }],
    [
      'a refusal',
      gatewayError('NoPermission'),
      { reason: 'permission', httpStatus: 403, code: 'NoPermission' },
    ],
    [
      'an error in XML',
      xmlError('InternalError'),
      { reason: 'server', httpStatus: 500, code: 'InternalError' },
    ],
  ])('%s, told once: nothing is tried again', async (_, what, expected) => {
    const options = { scenario: scenario({ faults: [fault(what)] }) };
    await talking(options, async ({ client, simulator }) => {
      const answer = await describeOrder(client);
      expect(answer).toMatchObject({ kind: 'fault', fault: { action: 'DescribeChangeOrder', ...expected } });
      expect(simulator.requests).toHaveLength(1);
    });
  });
});
