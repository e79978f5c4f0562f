import { describe, expect, test } from '@jest/globals';
import type { ProxyFault } from '../../testbed/fault-proxy/fault.ts';
import { proxyFault } from '../../testbed/fault-proxy/fault.ts';
import { startFaultProxy } from '../../testbed/fault-proxy/server.ts';
import {
  errorOf,
  expectDeadline,
  expectEnding,
  failedLooksOf,
  IMPATIENT,
  runAgainst,
  startSucceeded,
} from './run-against.ts';

/** Each way in which TCP can go wrong. An answer is about 1,000 bytes long, the half of them headers. */
const FAULTS: readonly (readonly [name: string, ProxyFault])[] = [
  ['no answer for a minute', { kind: 'delay', delayMs: 60_000 }],
  ['a connection closed before the answer', { kind: 'cut', afterBytes: 0, how: 'close' }],
  ['a connection closed within the headers', { kind: 'cut', afterBytes: 100, how: 'close' }],
  ['a connection closed within the body', { kind: 'cut', afterBytes: 700, how: 'close' }],
  ['a connection reset within the body', { kind: 'cut', afterBytes: 700, how: 'reset' }],
  ['a status line in ruins', { kind: 'corrupt', fromByte: 0, bytes: 12 }],
  ['headers in ruins', { kind: 'corrupt', fromByte: 17, bytes: 150 }],
  ['a body in ruins', { kind: 'corrupt', fromByte: 400, bytes: 10_000 }],
  ['an answer that drips', { kind: 'drip', bytes: 1, everyMs: 20 }],
  ['a connection reset at once', { kind: 'reset', at: 'connect' }],
  ['a connection reset by the request', { kind: 'reset', at: 'request' }],
  ['a request that is swallowed', { kind: 'swallow' }],
  ['a connection that hangs', { kind: 'hang' }],
];

describe('on the way to the API', () => {
  test.concurrent.each(FAULTS)('%s is survived', async (_, fault) => {
    await using simulator = await startSucceeded();
    const once = proxyFault(fault, { connections: [1], exchanges: [1] });
    await using proxy = await startFaultProxy({ target: simulator.url, faults: [once] });
    const run = await runAgainst({ endpoint: proxy.url, inputs: IMPATIENT });
    expectEnding(run, 'succeeded');
    const failedLooks = failedLooksOf(run);
    expect(failedLooks).toBeGreaterThan(0);
    // A look is one request: nothing on the way sends it once more.
    expect(proxy.exchanges()).toBeLessThanOrEqual(failedLooks + 1);
  });

  test.concurrent.each(FAULTS)('%s, always, is red when the outage has lasted', async (_, fault) => {
    await using simulator = await startSucceeded();
    await using proxy = await startFaultProxy({ target: simulator.url, faults: [proxyFault(fault)] });
    const run = await runAgainst({ endpoint: proxy.url, inputs: { ...IMPATIENT, outageTolerance: '600ms' } });
    expectEnding(run, 'unreadable');
  });

  test.concurrent.each(FAULTS)('%s, always, is red by the deadline and one request', async (_, fault) => {
    await using simulator = await startSucceeded();
    await using proxy = await startFaultProxy({ target: simulator.url, faults: [proxyFault(fault)] });
    const run = await runAgainst({ endpoint: proxy.url, inputs: { timeout: '1s', requestTimeout: '700ms' } });
    expectDeadline(run);
  });
});

test.concurrent('an answer cut anywhere proves nothing', async () => {
  await using simulator = await startSucceeded();
  const cuts = Array.from({ length: 30 }, (_, index) =>
    proxyFault({ kind: 'cut', afterBytes: 20 + 30 * index, how: 'close' }, { exchanges: [index + 1] }),
  );
  await using proxy = await startFaultProxy({ target: simulator.url, faults: cuts });
  const run = await runAgainst({ endpoint: proxy.url });
  expectEnding(run, 'succeeded');
  expect(failedLooksOf(run)).toBe(30);
  expect(proxy.exchanges()).toBe(31);
});

test.concurrent('nobody listening there is told, with what to do', async () => {
  const proxy = await startFaultProxy({ target: 'http://127.0.0.1:1' });
  await proxy.close();
  const run = await runAgainst({ endpoint: proxy.url, inputs: { outageTolerance: '300ms' } });
  expectEnding(run, 'unreadable');
  expect(errorOf(run)).toMatch(/ECONNREFUSED/);
  expect(errorOf(run)).toContain('Check that this runner reaches the endpoint');
});
