import { describe, expect, test } from '@jest/globals';
import type { UndiciTransport } from '../../src/platform/undici-transport.ts';
import { undiciTransport } from '../../src/platform/undici-transport.ts';
import { until } from '../action/until.ts';
import { httpServer } from './servers.ts';
import { stoppedServer } from './stopped-server.ts';

const NEVER = new AbortController().signal;

/** A transport to whom every name has these addresses. */
function transportTo(addresses: readonly string[]): UndiciTransport {
  return undiciTransport({}, { resolve: () => Promise.resolve(addresses), close: () => undefined });
}

function get(port: number) {
  return { method: 'GET', url: `http://sae.test:${port}/`, headers: {}, direct: true } as const;
}

const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('of a host with several addresses', () => {
  test('a slow one has until the end of the request, beside one that leads nowhere', async () => {
    await using slow = await stoppedServer('127.0.0.2');
    await using nowhere = await stoppedServer('127.0.0.3', slow.port);
    const transport = transportTo(['127.0.0.2', '127.0.0.3']);
    const answer = transport.send(get(slow.port), NEVER);
    await until('a handshake with the first', slow.hasHandshake);
    await until('a handshake with the next beside it', nowhere.hasHandshake);
    expect(slow.hasHandshake()).toBe(true);
    slow.goOn();
    expect((await answer).body).toBe('well');
    await until('the other to be given up', () => !nowhere.hasHandshake());
    await transport.close();
  });

  test('the next is tried where the first leads nowhere, which is then given up', async () => {
    await using server = await httpServer((_, response) => response.end('well'));
    await using nowhere = await stoppedServer('127.0.0.3', server.port);
    const transport = transportTo(['127.0.0.3', '127.0.0.1']);
    expect((await transport.send(get(server.port), NEVER)).body).toBe('well');
    await until('the other to be given up', () => !nowhere.hasHandshake());
    await transport.close();
  });

  test('all are given up with the request', async () => {
    await using one = await stoppedServer('127.0.0.2');
    await using other = await stoppedServer('127.0.0.3', one.port);
    const transport = transportTo(['127.0.0.2', '127.0.0.3']);
    const stop = new AbortController();
    const answer = transport.send(get(one.port), stop.signal);
    await until('handshakes with both', () => one.hasHandshake() && other.hasHandshake());
    stop.abort();
    await expect(answer).rejects.toThrow();
    await until('both to be given up', () => !one.hasHandshake() && !other.hasHandshake());
    await transport.close();
  });

  test('the next is tried at once where the first refuses, and the first error is reported where all do', async () => {
    await using server = await httpServer((_, response) => response.end('well'));
    const transport = transportTo(['127.0.0.4', '127.0.0.5', '127.0.0.1']);
    expect((await transport.send(get(server.port), NEVER)).body).toBe('well');
    await transport.close();
    const refused = transportTo(['127.0.0.4', '127.0.0.5']);
    await expect(refused.send(get(server.port), NEVER)).rejects.toMatchObject({
      failure: 'network',
      message: expect.stringContaining(`ECONNREFUSED 127.0.0.4:${server.port}`),
    });
    await refused.close();
  });
});
