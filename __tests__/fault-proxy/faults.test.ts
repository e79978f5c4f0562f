import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Listening } from '../../testbed/loopback/listen.ts';
import { listenOnLoopback } from '../../testbed/loopback/listen.ts';
import { describe, expect, test } from '@jest/globals';
import type { ProxyFault, ProxyFaultRule } from '../../testbed/fault-proxy/fault.ts';
import { proxyFault } from '../../testbed/fault-proxy/fault.ts';
import type { FaultProxy } from '../../testbed/fault-proxy/server.ts';
import { startFaultProxy } from '../../testbed/fault-proxy/server.ts';
import { until } from '../action/until.ts';

const BODY = 'The quick brown fox jumps over the lazy dog. '.repeat(50);

/** A server that answers with `BODY`, a proxy before it, and what the server was asked for. */
interface Place extends AsyncDisposable {
  readonly proxy: FaultProxy;
  readonly asked: readonly string[];
}

async function startPlace(faults: readonly ProxyFaultRule[]): Promise<Place> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(BODY);
  });
  server.keepAliveTimeout = 0;
  const listening: Listening = await listenOnLoopback(server);
  const proxy = await startFaultProxy({ target: `http://127.0.0.1:${listening.port}`, faults });
  return {
    proxy,
    asked,
    [Symbol.asyncDispose]: async () => {
      await proxy.close();
      await listening.close();
    },
  };
}

/** For how long nothing comes where there is silence. Nothing is waited for that would be late on a busy machine. */
const QUIET_MS = 300;

/** The text of the answer, `rejected` where there is none. */
async function ask({ proxy }: Place, signal?: AbortSignal): Promise<string> {
  try {
    const response = await fetch(`${proxy.url}/path`, signal === undefined ? {} : { signal });
    return await response.text();
  } catch {
    return 'rejected';
  }
}

/** What comes within a while after the fault has met the request: `silence` where nothing does. */
async function askAfter(place: Place, isMet: () => boolean): Promise<string> {
  const enough = new AbortController();
  const asked = ask(place, enough.signal);
  await until('the fault', isMet);
  const outcome = await Promise.race([asked, setTimeout(QUIET_MS, 'silence')]);
  enough.abort();
  await asked;
  return outcome;
}

test('without faults everything passes', async () => {
  await using place = await startPlace([]);
  for (let request = 0; request < 3; request += 1) expect(await ask(place)).toBe(BODY);
  expect(place.asked).toStrictEqual(['/path', '/path', '/path']);
  expect(place.proxy.exchanges()).toBe(3);
  expect([1, 2, 3]).toContain(place.proxy.connections());
});

describe('a fault', () => {
  const faults: readonly (readonly [ProxyFault, string, number])[] = [
    [{ kind: 'cut', afterBytes: 400, how: 'close' }, 'rejected', 1],
    [{ kind: 'cut', afterBytes: 400, how: 'reset' }, 'rejected', 1],
    [{ kind: 'cut', afterBytes: 0, how: 'close' }, 'rejected', 1],
    [{ kind: 'reset', at: 'request' }, 'rejected', 0],
    [{ kind: 'reset', at: 'connect' }, 'rejected', 0],
    [{ kind: 'corrupt', fromByte: 0, bytes: 20 }, 'rejected', 1],
    [{ kind: 'drip', bytes: 1, everyMs: 20 }, 'silence', 1],
    [{ kind: 'swallow' }, 'silence', 0],
    [{ kind: 'hang' }, 'silence', 0],
    [{ kind: 'delay', delayMs: 60_000 }, 'silence', 1],
  ];
  test.each(faults)('%j: %s', async (fault, outcome, asked) => {
    await using place = await startPlace([proxyFault(fault)]);
    const isMet = (): boolean =>
      fault.kind === 'hang'
        ? place.proxy.connections() > 0
        : place.proxy.exchanges() > 0 && place.asked.length === asked;
    expect(outcome === 'silence' ? await askAfter(place, isMet) : await ask(place)).toBe(outcome);
    expect(place.asked).toHaveLength(asked);
  });

  test('that delays lets the answer through in the end', async () => {
    await using place = await startPlace([proxyFault({ kind: 'delay', delayMs: 150 })]);
    const startMs = performance.now();
    expect(await ask(place)).toBe(BODY);
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(140);
  });

  test('that drips lets the answer through in the end', async () => {
    await using place = await startPlace([proxyFault({ kind: 'drip', bytes: 500, everyMs: 20 })]);
    expect(await ask(place)).toBe(BODY);
  });

  test('that corrupts changes these bytes and no others', async () => {
    await using place = await startPlace([proxyFault({ kind: 'corrupt', fromByte: 1_000, bytes: 3 })]);
    const text = await ask(place);
    expect(text.length).toBe(BODY.length);
    expect(Array.from(text).filter((character, index) => character !== BODY[index])).toStrictEqual([
      '\ufffd',
      '\ufffd',
      '\ufffd',
    ]);
  });
});

test('faults come by the number of the exchange', async () => {
  await using place = await startPlace([
    proxyFault({ kind: 'reset', at: 'request' }, { exchanges: [2] }),
    proxyFault({ kind: 'cut', afterBytes: 10, how: 'close' }, { fromExchange: 4, toExchange: 5 }),
  ]);
  const outcomes = [];
  for (let request = 0; request < 6; request += 1) outcomes.push((await ask(place)).slice(0, 9));
  expect(outcomes).toStrictEqual(['The quick', 'rejected', 'The quick', 'rejected', 'rejected', 'The quick']);
});

test('faults come by the number of the connection', async () => {
  await using place = await startPlace([
    proxyFault({ kind: 'reset', at: 'connect' }, { connections: [1] }),
    proxyFault({ kind: 'swallow' }, { connections: [2] }),
  ]);
  expect(await ask(place)).toBe('rejected');
  expect(await askAfter(place, () => place.proxy.exchanges() === 1)).toBe('silence');
  expect(await ask(place)).toBe(BODY);
});

test('faults can be changed while a connection is open', async () => {
  await using place = await startPlace([]);
  expect(await ask(place)).toBe(BODY);
  place.proxy.setFaults([proxyFault({ kind: 'swallow' })]);
  expect(await askAfter(place, () => place.proxy.exchanges() === 2)).toBe('silence');
  place.proxy.setFaults([]);
  expect(await ask(place)).toBe(BODY);
});

test('a target that is not there breaks the connection', async () => {
  const nobody = await listenOnLoopback(createServer());
  await nobody.close();
  await using proxy = await startFaultProxy({ target: `http://127.0.0.1:${nobody.port}` });
  await expect(fetch(proxy.url)).rejects.toThrow('fetch failed');
});
