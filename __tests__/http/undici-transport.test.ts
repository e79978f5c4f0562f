import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { HttpRequest } from '../../src/http/transport.ts';
import { TransportError } from '../../src/http/transport.ts';
import type { UndiciTransport } from '../../src/platform/undici-transport.ts';
import { undiciTransport } from '../../src/platform/undici-transport.ts';
import { httpServer, proxyServer, selfSignedServer } from './servers.ts';
import { withoutProxies } from './without-proxies.ts';

const LIMIT_BYTES = 8 * 1_024 * 1_024;
const NEVER = new AbortController().signal;

withoutProxies();

describe('the transport', () => {
  let transport: UndiciTransport;

  beforeEach(() => {
    transport = undiciTransport();
  });
  afterEach(async () => {
    await transport.close();
  });

  test('sends method, path, query and headers as they are', async () => {
    const seen: unknown[] = [];
    await using server = await httpServer(({ method, url, headers }, response) => {
      seen.push(method, url, headers['x-acs-action'], headers['accept-encoding'], headers.host);
      response.end();
    });
    const url = `http://127.0.0.1:${server.port}/a/b?Key=%20%2A~&Z=`;
    await transport.send({ method: 'GET', url, headers: { 'x-acs-action': 'Test' } }, NEVER);
    expect(seen).toStrictEqual([
      'GET',
      '/a/b?Key=%20%2A~&Z=',
      'Test',
      'identity',
      `127.0.0.1:${server.port}`,
    ]);
  });

  test('sends a body', async () => {
    await using server = await httpServer((request, response) => {
      request.pipe(response);
    });
    const request = { method: 'POST', url: urlOf(server), headers: {}, body: 'a=ü' } as const;
    expect((await transport.send(request, NEVER)).body).toBe('a=ü');
  });

  test('gives status, headers by lower-case name, and the body', async () => {
    await using server = await httpServer((_, response) => {
      response.writeHead(418, { 'X-Acs-Request-Id': 'R-1', 'Set-Cookie': ['a', 'b'] });
      response.end('演示');
    });
    const answer = await transport.send(get(server), NEVER);
    expect(answer).toMatchObject({ status: 418, body: '演示' });
    expect(answer.headers).toMatchObject({ 'x-acs-request-id': 'R-1', 'set-cookie': 'a' });
  });

  test('follows no redirect', async () => {
    const paths: unknown[] = [];
    await using server = await httpServer(({ url }, response) => {
      paths.push(url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await transport.send(get(server), NEVER)).toMatchObject({
      status: 302,
      headers: { location: '/elsewhere' },
    });
    expect(paths).toStrictEqual(['/']);
  });

  test.each([
    // Such names no resolver has to ask anybody for.
    ['a label that is too long', `${'x'.repeat(64)}.test`],
    ['an empty label', 'a..test'],
  ])('says of a host that cannot exist, by %s, that it is unknown', async (_, host) => {
    const request = { method: 'GET', url: `https://${host}/`, headers: {} } as const;
    await expect(transport.send(request, NEVER)).rejects.toMatchObject({ failure: 'unknown-host' });
  });

  test.each([LIMIT_BYTES - 1, LIMIT_BYTES])('takes a body of %d bytes', async bytes => {
    await using server = await httpServer((_, response) => response.end(Buffer.alloc(bytes, 'x')));
    expect((await transport.send(get(server), NEVER)).body).toHaveLength(bytes);
  });

  test('takes no body of more than 8 MiB', async () => {
    await using server = await httpServer((_, response) => response.end(Buffer.alloc(LIMIT_BYTES + 1, 'x')));
    await expect(transport.send(get(server), NEVER)).rejects.toMatchObject({
      name: 'TransportError',
      failure: 'too-large',
      detail: { kind: 'too-large', host: `127.0.0.1:${server.port}`, limitBytes: LIMIT_BYTES },
    });
  });

  test('says where nobody listens', async () => {
    const server = await httpServer(() => undefined);
    await server[Symbol.asyncDispose]();
    await expect(transport.send(get(server), NEVER)).rejects.toMatchObject({
      failure: 'network',
      message: expect.stringMatching(/^127\.0\.0\.1:\d+: .*ECONNREFUSED/),
    });
  });

  test('says that a connection broke off', async () => {
    await using server = await httpServer((_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half', () => response.destroy());
    });
    await expect(transport.send(get(server), NEVER)).rejects.toMatchObject({ failure: 'network' });
  });

  test('says that it was no HTTP', async () => {
    await using server = await selfSignedServer();
    await expect(transport.send(get(server), NEVER)).rejects.toBeInstanceOf(TransportError);
  });

  test('is given up when its signal is', async () => {
    const stop = new AbortController();
    await using server = await httpServer(() => {
      stop.abort();
    });
    await expect(transport.send(get(server), stop.signal)).rejects.toThrow();
  });

  test('lets all else have its turn between two answers, though they come at once', async () => {
    const held: ServerResponse[] = [];
    await using server = await httpServer((_, response) => {
      held.push(response);
      // The last one lets all go.
      if (held.length === 30) for (const one of held) one.end('{}');
    });
    const seen: ('answer' | 'turn')[] = [];
    const asked = Array.from({ length: 30 }, async () => {
      await transport.send(get(server), NEVER);
      seen.push('answer');
    });
    let over = false;
    const turns = (): void => {
      seen.push('turn');
      if (!over) setImmediate(turns);
    };
    turns();
    await Promise.all(asked);
    over = true;
    expect(seen.filter(one => one === 'answer')).toHaveLength(30);
    const together = seen.filter((one, index) => one === 'answer' && seen[index - 1] === 'answer');
    expect(together).toStrictEqual([]);
  });

  test('works again after a failure', async () => {
    let asked = 0;
    await using server = await httpServer((_, response) => {
      asked += 1;
      if (asked === 1) response.destroy();
      else response.end('well');
    });
    await expect(transport.send(get(server), NEVER)).rejects.toMatchObject({ failure: 'network' });
    expect((await transport.send(get(server), NEVER)).body).toBe('well');
  });
});

describe('a certificate that nobody vouches for', () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];

  afterEach(() => {
    if (before === undefined) Reflect.deleteProperty(process.env, 'NODE_TLS_REJECT_UNAUTHORIZED');
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  });

  test.each([undefined, '1', '0'])('is refused, with NODE_TLS_REJECT_UNAUTHORIZED=%s too', async value => {
    if (value !== undefined) process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = value;
    await using server = await selfSignedServer();
    const transport = undiciTransport();
    const request = { method: 'GET', url: `https://127.0.0.1:${server.port}/`, headers: {} } as const;
    await expect(transport.send(request, NEVER)).rejects.toMatchObject({
      failure: 'certificate',
      message: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT'),
    });
    await transport.close();
  });
});

describe('a proxy in the environment', () => {
  test.each(['https_proxy', 'HTTPS_PROXY'])('%s is used', async variable => {
    await using proxy = await proxyServer();
    await using server = await selfSignedServer();
    process.env[variable] = `http://127.0.0.1:${proxy.port}`;
    const transport = undiciTransport();
    const request = { method: 'GET', url: `https://sae.test:${server.port}/`, headers: {} } as const;
    // Its certificate was seen, so there was a way to it.
    await expect(transport.send(request, NEVER)).rejects.toMatchObject({ failure: 'certificate' });
    expect(proxy.asked).toStrictEqual([`sae.test:${server.port}`]);
    await transport.close();
  });

  test.each(['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'])(
    '%s gets nothing that is for this machine itself',
    async variable => {
      await using proxy = await proxyServer();
      await using server = await httpServer((_, response) => response.end('straight'));
      await using secure = await selfSignedServer();
      process.env[variable] = `http://127.0.0.1:${proxy.port}`;
      const transport = undiciTransport();
      for (const host of ['127.0.0.1', 'localhost', 'sae.localhost', '[::ffff:127.0.0.1]']) {
        const url = `http://${host}:${server.port}/`;
        expect((await transport.send({ method: 'GET', url, headers: {} }, NEVER)).body).toBe('straight');
        const request = { method: 'GET', url: `https://${host}:${secure.port}/`, headers: {} } as const;
        await expect(transport.send(request, NEVER)).rejects.toMatchObject({ failure: 'certificate' });
      }
      expect(proxy.asked).toStrictEqual([]);
      await transport.close();
    },
  );

  test('is passed by where the request says so', async () => {
    await using proxy = await proxyServer();
    await using server = await httpServer((_, response) => response.end('straight'));
    process.env['HTTP_PROXY'] = `http://127.0.0.1:${proxy.port}`;
    const transport = undiciTransport(process.env, {
      resolve: () => Promise.resolve(['127.0.0.1']),
      close: () => undefined,
    });
    const url = `http://metadata.test:${server.port}/`;
    const request = { method: 'GET', url, headers: {}, direct: true } as const;
    expect((await transport.send(request, NEVER)).body).toBe('straight');
    expect(proxy.asked).toStrictEqual([]);
    await transport.close();
  });

  test.each(['http://10.0.0.1/', 'http://api.github.test/', 'http://127.0.0.1.example/', 'HTTP://sae.test'])(
    'gets nothing in the clear that is for another machine: %s',
    async url => {
      await using proxy = await proxyServer();
      process.env['HTTP_PROXY'] = `http://127.0.0.1:${proxy.port}`;
      const transport = undiciTransport();
      await expect(transport.send({ method: 'GET', url, headers: {} }, NEVER)).rejects.toMatchObject({
        failure: 'network',
        message: expect.stringContaining('not called'),
      });
      expect(proxy.asked).toStrictEqual([]);
      await transport.close();
    },
  );

  test.each(['no_proxy', 'NO_PROXY'])('is passed by where %s says so', async variable => {
    await using proxy = await proxyServer();
    await using server = await selfSignedServer();
    process.env['HTTPS_PROXY'] = `http://127.0.0.1:${proxy.port}`;
    process.env[variable] = 'example.com,sae.test';
    const transport = undiciTransport(process.env, {
      resolve: () => Promise.resolve(['127.0.0.1']),
      close: () => undefined,
    });
    const request = { method: 'GET', url: `https://sae.test:${server.port}/`, headers: {} } as const;
    await expect(transport.send(request, NEVER)).rejects.toMatchObject({ failure: 'certificate' });
    expect(proxy.asked).toStrictEqual([]);
    await transport.close();
  });
});

function urlOf({ port }: { readonly port: number }): string {
  return `http://127.0.0.1:${port}/`;
}

function get(server: { readonly port: number }): HttpRequest {
  return { method: 'GET', url: urlOf(server), headers: {} };
}
