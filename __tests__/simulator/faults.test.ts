import { describe, expect, test } from '@jest/globals';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import {
  BAD_GATEWAY,
  CAPTIVE_PORTAL,
  CONNECTION_RESET,
  EMPTY_BODY,
  ENDLESS_BODY,
  HALF_A_DOCUMENT,
  HANG,
  HANG_AFTER_HEADERS,
  OVERSIZED_BODY,
  REDIRECT,
  TOO_MANY_REQUESTS,
  TRUNCATED_BODY,
  fault,
  gatewayError,
  orderAbsent,
  successFalse,
  throttled,
  xmlError,
} from '../../testbed/simulator/fault.ts';
import type { Fault } from '../../testbed/simulator/fault.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { DESCRIBE, call, json } from './signed-fetch.ts';
import { ManualClock, withSimulator } from './with-simulator.ts';

const QUERY = { ChangeOrderId: DEMO_ORDER_ID };

async function underFault(what: Fault, body: (simulator: Simulator) => Promise<void>): Promise<void> {
  await withSimulator({ scenario: scenario({ faults: [fault(what)] }) }, body);
}

/** The request's record, once the server has noticed that the connection is gone. */
async function recordOnceClosed(simulator: Simulator): Promise<Simulator['requests'][number] | undefined> {
  const [record] = simulator.requests;
  while (record && !record.abortedByClient) await new Promise(resolve => setImmediate(resolve));
  return record;
}

describe('faults', () => {
  test.each<[string, Fault, number, string, string]>([
    ['throttled', throttled(1_500), 400, 'application/json', 'Throttling.User'],
    ['unavailable', gatewayError('ServiceUnavailable'), 503, 'application/json', 'ServiceUnavailable'],
    ['upgrading', gatewayError('System.Upgrading'), 400, 'application/json', 'System.Upgrading'],
    ['an XML error', xmlError('InternalError'), 500, 'text/xml', '<Code>InternalError</Code>'],
    ['a bad gateway', BAD_GATEWAY, 502, 'text/html', '<h1>502 Bad Gateway</h1>'],
    ['too many requests', TOO_MANY_REQUESTS, 429, 'text/html', '429'],
    ['a captive portal', CAPTIVE_PORTAL, 200, 'text/html', 'log in'],
    ['a redirect', REDIRECT, 302, 'text/html', 'Moved'],
    ['a failure with HTTP 200', successFalse('InternalError'), 200, 'application/json', '"Success":false'],
  ])('can be %s', async (_, what, status, contentType, text) => {
    await underFault(what, async simulator => {
      const response = await call(simulator, DESCRIBE, QUERY);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toContain(contentType);
      expect(await response.text()).toContain(text);
      expect(simulator.requests).toMatchObject([{ fault: what.kind, status, refusal: undefined }]);
    });
  });

  test('throttle with and without a hint', async () => {
    const faults = [fault(throttled(1_500), { looks: [1] }), fault(throttled(), { looks: [2] })];
    await withSimulator({ scenario: scenario({ faults }) }, async simulator => {
      const hints: (string | null)[] = [];
      for (let look = 0; look < 3; look += 1) {
        hints.push((await call(simulator, DESCRIBE, QUERY)).headers.get('x-acs-retry-after'));
      }
      expect(hints).toStrictEqual(['1500', null, null]);
      expect(simulator.requests.map(({ status }) => status)).toStrictEqual([400, 400, 200]);
    });
  });

  test('hide the order for some looks, or from some moment on', async () => {
    const clock = new ManualClock(Date.now());
    const faults = [orderAbsent({ toLook: 2 }), orderAbsent({ fromMs: 60_000 })];
    await withSimulator({ scenario: scenario({ faults }), nowMs: clock.nowMs }, async simulator => {
      const codes: unknown[] = [];
      for (const stepMs of [0, 0, 0, 60_000]) {
        clock.advance(stepMs);
        codes.push((await json(await call(simulator, DESCRIBE, QUERY))).Code);
      }
      const absent = 'InvalidChangeOrder.NotFound';
      expect(codes).toStrictEqual([absent, absent, 200, absent]);
    });
  });

  test('reset the connection instead of an answer', async () => {
    await underFault(CONNECTION_RESET, async simulator => {
      await expect(call(simulator, DESCRIBE, QUERY)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
      expect(simulator.requests).toMatchObject([{ status: undefined, abortedByClient: false }]);
    });
  });

  test('break off in the middle of a body', async () => {
    await underFault(TRUNCATED_BODY, async simulator => {
      const response = await call(simulator, DESCRIBE, QUERY);
      await expect(response.text()).rejects.toThrow('terminated');
    });
  });

  test('send half a document as if it were whole', async () => {
    await underFault(HALF_A_DOCUMENT, async simulator => {
      const response = await call(simulator, DESCRIBE, QUERY);
      await expect(response.json()).rejects.toMatchObject({ name: 'SyntaxError' });
    });
  });

  test('send nothing as if it were something', async () => {
    await underFault(EMPTY_BODY, async simulator => {
      const response = await call(simulator, DESCRIBE, QUERY);
      expect([response.status, await response.text()]).toStrictEqual([200, '']);
    });
  });

  test('send more than eight mebibytes that are valid JSON all the same', async () => {
    await underFault(OVERSIZED_BODY, async simulator => {
      const text = await (await call(simulator, DESCRIBE, QUERY)).text();
      expect(text.length).toBeGreaterThan(8 * 1024 * 1024);
      expect(JSON.parse(text)).toMatchObject({ Success: true });
    });
  });

  test('never end a body, until the client goes away', async () => {
    await underFault(ENDLESS_BODY, async simulator => {
      const { body } = await call(simulator, DESCRIBE, QUERY);
      let bytes = 0;
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        bytes += chunk.length;
        if (bytes > 9 * 1024 * 1024) break;
      }
      expect(await recordOnceClosed(simulator)).toMatchObject({ status: 200, abortedByClient: true });
    });
  });

  test('drip, one byte at a time', async () => {
    await underFault({ kind: 'slow-drip', msPerByte: 1 }, async simulator => {
      const { body } = await call(simulator, DESCRIBE, QUERY);
      const sizes: number[] = [];
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        sizes.push(chunk.length);
        if (sizes.length === 3) break;
      }
      expect(sizes[0]).toBe(1);
      expect(await recordOnceClosed(simulator)).toMatchObject({ abortedByClient: true });
    });
  });

  test('hang without an answer, until the client goes away', async () => {
    await underFault(HANG, async simulator => {
      const controller = new AbortController();
      const hanging = call(simulator, DESCRIBE, QUERY, { signal: controller.signal });
      while (simulator.requests.length === 0) await new Promise(resolve => setImmediate(resolve));
      expect(simulator.requests).toMatchObject([{ status: undefined, abortedByClient: false }]);
      controller.abort();
      await expect(hanging).rejects.toThrow('aborted');
      expect(await recordOnceClosed(simulator)).toMatchObject({ abortedByClient: true });
    });
  });

  test('hang after the headers', async () => {
    await underFault(HANG_AFTER_HEADERS, async simulator => {
      const response = await call(simulator, DESCRIBE, QUERY);
      expect(response.status).toBe(200);
      const body = response.text();
      await simulator.close();
      await expect(body).rejects.toThrow('terminated');
    });
  });

  test('count the requests that are under way at once for the same order', async () => {
    await underFault(HANG, async simulator => {
      const hanging = Promise.allSettled([
        call(simulator, DESCRIBE, QUERY),
        call(simulator, DESCRIBE, QUERY),
        call(simulator, DESCRIBE, { ChangeOrderId: 'another' }),
      ]);
      while (simulator.requests.length < 3) await new Promise(resolve => setImmediate(resolve));
      expect(simulator.greatestSimultaneous()).toStrictEqual(
        new Map([
          [DEMO_ORDER_ID, 2],
          ['another', 1],
        ]),
      );
      await simulator.close();
      expect((await hanging).map(({ status }) => status)).toStrictEqual(['rejected', 'rejected', 'rejected']);
      expect(simulator.requests.filter(({ abortedByClient }) => abortedByClient)).toStrictEqual([]);
    });
  });
});
