import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { Server } from 'node:net';
import { createServer, Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { startConnectProxy } from '../../testbed/connect-proxy/server.ts';
import { listenOnLoopback } from '../../testbed/loopback/listen.ts';
import { undiciTransport } from '../../src/platform/undici-transport.ts';

const REQUESTS = 5;

/** A server that takes connections and says nothing; each is told by its first bytes, and by its end. */
async function muteServer() {
  const server: Server = createServer();
  const sockets: Socket[] = [];
  const spoken: Promise<unknown>[] = [];
  const waiting: (() => void)[] = [];
  server.on('connection', socket => {
    sockets.push(socket);
    spoken.push(once(socket, 'data'));
    waiting.shift()?.();
  });
  const listening = await listenOnLoopback(server);
  return {
    port: listening.port,
    sockets,
    /** Resolves when the client of the n-th connection has begun to speak. */
    begun: async (n: number): Promise<void> => {
      while (spoken.length < n) await new Promise<void>(resolve => waiting.push(resolve));
      await spoken[n - 1];
    },
    [Symbol.asyncDispose]: listening.close,
  };
}

describe('the connection of a request that is given up ends', () => {
  /** Gives up one request after the other, each in the middle, and waits for the end of its connection. */
  async function giveUpEach(
    mute: Awaited<ReturnType<typeof muteServer>>,
    env: Readonly<Record<string, string>>,
    url: string,
  ): Promise<void> {
    const transport = undiciTransport(env);
    for (let n = 1; n <= REQUESTS; n += 1) {
      const stop = new AbortController();
      const answer = transport.send({ method: 'GET', url, headers: {} }, stop.signal);
      await mute.begun(n);
      const closed = once(mute.sockets.at(-1) ?? new Socket(), 'close');
      stop.abort();
      await expect(answer).rejects.toThrow();
      await closed;
    }
    expect(mute.sockets).toHaveLength(REQUESTS);
    await transport.close();
  }

  test('in the TLS handshake with the server', async () => {
    await using mute = await muteServer();
    await giveUpEach(mute, {}, `https://127.0.0.1:${mute.port}/`);
  });

  test('in the answer of the server', async () => {
    await using mute = await muteServer();
    await giveUpEach(mute, {}, `http://127.0.0.1:${mute.port}/`);
  });

  test('in the CONNECT to a proxy', async () => {
    await using mute = await muteServer();
    await giveUpEach(mute, { HTTPS_PROXY: `http://127.0.0.1:${mute.port}` }, 'https://sae.test/');
  });

  test('in the TLS handshake with a proxy', async () => {
    await using mute = await muteServer();
    await giveUpEach(mute, { HTTPS_PROXY: `https://127.0.0.1:${mute.port}` }, 'https://sae.test/');
  });

  test('in the TLS handshake with the server behind a proxy', async () => {
    await using mute = await muteServer();
    await using proxy = await startConnectProxy({ routes: { 'sae.test:443': `127.0.0.1:${mute.port}` } });
    await giveUpEach(mute, { HTTPS_PROXY: proxy.url }, 'https://sae.test/');
  });

  test('when the transport is closed', async () => {
    await using mute = await muteServer();
    const transport = undiciTransport({});
    const url = `https://127.0.0.1:${mute.port}/`;
    const answer = transport.send({ method: 'GET', url, headers: {} }, new AbortController().signal);
    await mute.begun(1);
    const closed = once(mute.sockets.at(-1) ?? new Socket(), 'close');
    await transport.close();
    await expect(answer).rejects.toThrow();
    await closed;
  });
});

test('connections are kept for the next request, one for each that is under way', async () => {
  const server = createHttpServer((_, response) => response.end('well'));
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  const listening = await listenOnLoopback(server);
  const transport = undiciTransport({});
  const ask = () =>
    transport.send(
      { method: 'GET', url: `http://127.0.0.1:${listening.port}/`, headers: {} },
      new AbortController().signal,
    );
  for (let n = 0; n < REQUESTS; n += 1) expect((await ask()).body).toBe('well');
  expect(sockets.size).toBe(1);
  await Promise.all(Array.from({ length: REQUESTS }, ask));
  expect(sockets.size).toBeLessThanOrEqual(REQUESTS);
  await transport.close();
  await listening.close();
});
