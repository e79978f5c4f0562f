import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { ProxyAgent, request } from 'undici';
import { admit } from '../../testbed/connect-proxy/admission.ts';
import { readBasicCredentials } from '../../testbed/connect-proxy/credentials.ts';
import type { ConnectProxy, ConnectProxyOptions } from '../../testbed/connect-proxy/server.ts';
import { startConnectProxy } from '../../testbed/connect-proxy/server.ts';
import { listenOnLoopback } from '../../testbed/loopback/listen.ts';
import { until } from '../action/until.ts';

const CREDENTIALS = { user: 'builder', password: 'p@ss:w/rd' };

/** What comes within a while after a proxy has been asked: `silence` where nothing does. */
async function quiet(asked: Promise<string>, { requests }: ConnectProxy): Promise<string> {
  await until('the request', () => requests.length > 0);
  return await Promise.race([asked, setTimeout(300, 'silence', { ref: false })]);
}

/** Asks a server through a proxy, by tunnel or in absolute form; gives what came of it. */
async function ask(
  options: ConnectProxyOptions,
  how: { readonly tunnel: boolean; readonly credentials?: typeof CREDENTIALS; readonly host?: string },
) {
  const received: NodeJS.Dict<string | string[]>[] = [];
  const server = createServer((message, response) => {
    received.push(message.headers);
    message.pipe(response);
  });
  const listening = await listenOnLoopback(server);
  await using proxy = await startConnectProxy(options);
  const authority = how.host ?? `127.0.0.1:${listening.port}`;
  const uri = how.credentials === undefined ? proxy.url : proxy.urlWith(how.credentials);
  const agent = new ProxyAgent({ uri, proxyTunnel: how.tunnel });
  const asked = request(`http://${authority}/path?a=1`, {
    method: 'POST',
    body: 'hello',
    dispatcher: agent,
  }).then(
    async ({ statusCode, body }) => `${statusCode} ${await body.text()}`,
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
  // undici heeds no signal while a CONNECT is under way.
  const answer = options.hangs === true ? await quiet(asked, proxy) : await asked;
  await agent.destroy();
  await listening.close();
  return { answer, received, authority, requests: proxy.requests };
}

describe.each([true, false])('with tunnels: %p', tunnel => {
  const kind = tunnel ? 'tunnel' : 'request';
  const path = tunnel ? undefined : '/path?a=1';

  test('a request gets through and is noted', async () => {
    const { answer, authority, requests } = await ask({}, { tunnel });
    expect(answer).toBe('200 hello');
    const ownStatus = tunnel ? 200 : undefined;
    expect(requests).toStrictEqual([{ kind, authority, path, credentials: undefined, ownStatus }]);
  });

  test('credentials open the way and stay at the proxy', async () => {
    const { answer, received, requests } = await ask(
      { credentials: CREDENTIALS },
      { tunnel, credentials: CREDENTIALS },
    );
    expect(answer).toBe('200 hello');
    expect(requests).toMatchObject([{ credentials: CREDENTIALS }]);
    expect(Object.keys(received[0] ?? {}).filter(name => name.startsWith('proxy-'))).toStrictEqual([]);
  });

  test('without credentials the answer is 407', async () => {
    const { answer, received, requests } = await ask({ credentials: CREDENTIALS }, { tunnel });
    expect(answer).toContain('407');
    expect(requests).toMatchObject([{ kind, ownStatus: 407 }]);
    expect(received).toStrictEqual([]);
  });

  test('no request leaves the machine', async () => {
    const { answer, requests } = await ask({}, { tunnel, host: 'sae.test:80' });
    expect(answer).toContain('502');
    expect(requests).toMatchObject([{ ownStatus: 502 }]);
  });
});

test('a proxy that hangs notes what it was asked for', async () => {
  const { answer, requests } = await ask({ hangs: true }, { tunnel: true });
  expect(answer).toBe('silence');
  expect(requests).toMatchObject([{ kind: 'tunnel', ownStatus: undefined }]);
});

test.each([
  [{}, 'localhost:8080', { kind: 'to', hostname: '127.0.0.1', port: 8080 }],
  [{}, '127.0.0.1', { kind: 'to', hostname: '127.0.0.1', port: 80 }],
  [{ routes: { 'sae.test:443': '127.0.0.1:8443' } }, 'SAE.test:443', { port: 8443 }],
  [{ routes: { 'sae.test:443': 'example.com:443' } }, 'sae.test:443', { status: 502 }],
  [{}, 'example.com:443', { status: 502 }],
  [{}, '', { status: 502 }],
  [{ credentials: CREDENTIALS }, 'localhost:1', { status: 407 }],
])('%j: %s is admitted so: %j', (rules, authority, admission) => {
  expect(admit(rules, authority, undefined)).toMatchObject(admission);
});

test.each([
  [undefined, undefined],
  ['Bearer abc', undefined],
  [`Basic ${btoa('a:b:c')}`, { user: 'a', password: 'b:c' }],
  [`basic ${btoa('a')}`, { user: 'a', password: '' }],
])('%s is read as %j', (header, credentials) => {
  expect(readBasicCredentials(header)).toStrictEqual(credentials);
});
