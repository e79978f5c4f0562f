import { afterAll, describe, expect, test } from '@jest/globals';
import type { ProxyCredentials } from '../../testbed/connect-proxy/credentials.ts';
import type { ConnectProxyOptions } from '../../testbed/connect-proxy/server.ts';
import { startConnectProxy } from '../../testbed/connect-proxy/server.ts';
import type { CertificateRequest } from '../../testbed/fault-proxy/certificate-authority.ts';
import type { TlsFront } from '../../testbed/fault-proxy/tls-front.ts';
import { startTlsFront } from '../../testbed/fault-proxy/tls-front.ts';
import { startGitHub } from '../../testbed/github-fake/server.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { authorityFile } from './authority-file.ts';
import { LONGEST_END_MS } from '../support/patient.ts';
import { nameService } from './name-service.ts';
import { errorOf, expectDeadline, expectEnding, runAgainst, startSucceeded } from './run-against.ts';

const CA = authorityFile();
const SAE = 'sae.cn-hangzhou.aliyuncs.com';
const NAME = 'sae.names.test';
const CREDENTIALS: ProxyCredentials = { user: 'proxy-user-1', password: 'proxy/pass:word@1' };

afterAll(() => {
  CA[Symbol.dispose]();
});

function front({ url }: Pick<Simulator, 'url'>, hosts: CertificateRequest['hosts']): Promise<TlsFront> {
  return startTlsFront({ target: url, certificate: CA.authority.issue({ hosts }) });
}

/** A simulator behind TLS under the name of the API, and a proxy that knows the way to it. */
async function behindProxy(options: Omit<ConnectProxyOptions, 'routes'> = {}) {
  const stack = new AsyncDisposableStack();
  const simulator = stack.use(await startSucceeded());
  const tls = stack.use(await front(simulator, [SAE]));
  const proxy = stack.use(
    await startConnectProxy({ ...options, routes: { [`${SAE}:443`]: `127.0.0.1:${tls.port}` } }),
  );
  return { simulator, proxy, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

/** An outage that is soon long enough. */
const OUTAGE = { outageTolerance: '300ms', maxPollInterval: '2s' };

/** To the official endpoint of the region, which none of these tests reaches but through a proxy. */
function runThrough(
  env: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
): ReturnType<typeof runAgainst> {
  return runAgainst({ env: { ...env, NODE_EXTRA_CA_CERTS: CA.file }, inputs });
}

describe('the API is asked through the proxy', () => {
  test.concurrent.each(['HTTPS_PROXY', 'https_proxy'])('of %s', async variable => {
    await using there = await behindProxy();
    expectEnding(await runThrough({ [variable]: there.proxy.url }), 'succeeded');
    expect(there.proxy.requests).toMatchObject([{ kind: 'tunnel', authority: `${SAE}:443`, ownStatus: 200 }]);
  });

  test.concurrent('of HTTPS_PROXY where https_proxy is there and empty', async () => {
    await using there = await behindProxy();
    expectEnding(await runThrough({ https_proxy: '', HTTPS_PROXY: there.proxy.url }), 'succeeded');
    expect(there.proxy.requests).toHaveLength(1);
  });

  test.concurrent('of https_proxy where HTTPS_PROXY names another', async () => {
    await using there = await behindProxy();
    await using other = await startConnectProxy();
    expectEnding(await runThrough({ https_proxy: there.proxy.url, HTTPS_PROXY: other.url }), 'succeeded');
    expect(there.proxy.requests).toHaveLength(1);
    expect(other.requests).toHaveLength(0);
  });

  test.concurrent('of HTTPS_PROXY with the credentials in its URL', async () => {
    await using there = await behindProxy({ credentials: CREDENTIALS });
    expectEnding(await runThrough({ HTTPS_PROXY: there.proxy.urlWith(CREDENTIALS) }), 'succeeded');
    expect(there.proxy.requests).toMatchObject([{ credentials: CREDENTIALS, ownStatus: 200 }]);
  });

  test.concurrent('of HTTPS_PROXY with a user and no password', async () => {
    const credentials = { user: 'proxy-user-1', password: '' };
    await using there = await behindProxy({ credentials });
    expectEnding(await runThrough({ HTTPS_PROXY: there.proxy.urlWith(credentials) }), 'succeeded');
    expect(there.proxy.requests).toMatchObject([{ credentials, ownStatus: 200 }]);
  });

  test.concurrent('of HTTPS_PROXY without its scheme', async () => {
    await using there = await behindProxy({ credentials: CREDENTIALS });
    const HTTPS_PROXY = there.proxy.urlWith(CREDENTIALS).replace('http://', '');
    expectEnding(await runThrough({ HTTPS_PROXY }), 'succeeded');
    expect(there.proxy.requests).toMatchObject([{ credentials: CREDENTIALS }]);
  });
});

/** Runs the gate against a name that only a resolver leads to, with a proxy that leads there too. */
async function runByName(envOf: (proxyUrl: string, authority: string) => Readonly<Record<string, string>>) {
  await using simulator = await startSucceeded();
  await using tls = await front(simulator, [NAME]);
  const authority = `${NAME}:${tls.port}`;
  await using proxy = await startConnectProxy({ routes: { [authority]: `127.0.0.1:${tls.port}` } });
  using names = nameService({ [NAME]: ['127.0.0.1'] });
  const { NODE_OPTIONS } = names;
  const run = await runAgainst({
    endpoint: `https://${authority}`,
    inputs: { minPollInterval: '1s', maxPollInterval: '1s' },
    env: { ...envOf(proxy.url, authority), NODE_OPTIONS, NODE_EXTRA_CA_CERTS: CA.file },
  });
  expectEnding(run, 'succeeded');
  return { proxied: proxy.requests.length, resolved: names.asked().length };
}

describe('a proxy for http', () => {
  test.concurrent.each(['HTTP_PROXY', 'http_proxy'])('never carries https: %s', async variable => {
    const went = await runByName(proxyUrl => ({ [variable]: proxyUrl }));
    expect(went).toStrictEqual({ proxied: 0, resolved: 1 });
  });
});

describe('what is on this machine is asked past every proxy', () => {
  const ALL = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'];

  test.concurrent('the API over http: no proxy reads its tokens, or makes a failed order green', async () => {
    await using simulator = await startSucceeded();
    await using liar = await startConnectProxy({ hangs: true });
    const env = Object.fromEntries(ALL.map(name => [name, liar.url]));
    expectEnding(await runAgainst({ endpoint: simulator.url, env }), 'succeeded');
    expectEnding(
      await runAgainst({ endpoint: simulator.url.replace('127.0.0.1', 'localhost'), env }),
      'succeeded',
    );
    expect(liar.requests).toHaveLength(0);
  });

  test.concurrent('the API over https', async () => {
    await using simulator = await startSucceeded();
    await using tls = await front(simulator, ['127.0.0.1']);
    await using proxy = await startConnectProxy();
    const env = Object.fromEntries(ALL.map(name => [name, proxy.url]));
    const run = await runAgainst({ endpoint: tls.url, env: { ...env, NODE_EXTRA_CA_CERTS: CA.file } });
    expectEnding(run, 'succeeded');
    expect(proxy.requests).toHaveLength(0);
  });

  test.concurrent('STS, the ID token and GitHub over http', async () => {
    // First, so that the run has begun before the order, however long the rest takes to start.
    await using github = await startGitHub();
    await using simulator = await startSucceeded();
    await using proxy = await startConnectProxy();
    const { oidc } = simulator;
    const [order] = simulator.scenario.orders;
    const run = await runAgainst({
      endpoint: simulator.url,
      inputs: {
        accessKeyId: '',
        accessKeySecret: '',
        roleArn: oidc.roleArn,
        oidcProviderArn: oidc.oidcProviderArn,
        stsEndpoint: oidc.stsEndpoint,
        changeOrderId: 'auto',
        appId: order?.app.id ?? '',
        token: github.token,
      },
      env: {
        ...github.env,
        ACTIONS_ID_TOKEN_REQUEST_URL: oidc.idTokenRequestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.idTokenRequestToken,
        ...Object.fromEntries(ALL.map(name => [name, proxy.url])),
      },
    });
    expectEnding(run, 'succeeded');
    expect(github.requests).toMatchObject([{ endpoint: 'get-run-attempt', status: 200 }]);
    expect(proxy.requests).toHaveLength(0);
  });
});

describe('NO_PROXY is heeded', () => {
  // What it means, entry by entry: __tests__/unit/proxy-route.test.ts.
  test.concurrent.each([
    ['NO_PROXY', NAME],
    ['no_proxy', NAME],
    ['NO_PROXY', 'other.test, names.test ,.corp.test'],
    ['NO_PROXY', '*.names.test'],
    ['NO_PROXY', '*'],
  ])('%s=%s', async (variable, value) => {
    const went = await runByName(proxyUrl => ({ HTTPS_PROXY: proxyUrl, [variable]: value }));
    expect(went).toStrictEqual({ proxied: 0, resolved: 1 });
  });

  test.concurrent('with the port of the API', async () => {
    const went = await runByName((HTTPS_PROXY, NO_PROXY) => ({ HTTPS_PROXY, NO_PROXY }));
    expect(went).toStrictEqual({ proxied: 0, resolved: 1 });
  });

  test.concurrent('for the hosts that it names and no others', async () => {
    const NO_PROXY = `localhost,${NAME}:1,sae,not${NAME},10.0.0.0/8`;
    const went = await runByName(HTTPS_PROXY => ({ HTTPS_PROXY, NO_PROXY }));
    expect(went).toStrictEqual({ proxied: 1, resolved: 0 });
  });

  test.concurrent('or refused, where a network is none', async () => {
    await using simulator = await startSucceeded();
    const run = await runAgainst({ endpoint: simulator.url, env: { NO_PROXY: 'a.test,10.0.0.0/33' } });
    expectEnding(run, 'error');
    expect(errorOf(run)).toContain(
      'NO_PROXY: expected a network such as 10.0.0.0/8 or fd00::/8, got "10.0.0.0/33"',
    );
    expect(simulator.requests).toHaveLength(0);
  });
});

test.concurrent('SAE, STS, the ID token and GitHub are all asked through the proxy', async () => {
  await using simulator = await startSucceeded();
  await using github = await startGitHub();
  await using api = await front(simulator, [SAE, 'sts.aliyuncs.com', 'token.actions.test']);
  await using githubFront = await front(github, ['api.github.com']);
  const here = `127.0.0.1:${api.port}`;
  await using proxy = await startConnectProxy({
    routes: {
      [`${SAE}:443`]: here,
      'sts.aliyuncs.com:443': here,
      'token.actions.test:443': here,
      'api.github.com:443': `127.0.0.1:${githubFront.port}`,
    },
  });
  const { oidc } = simulator;
  const [order] = simulator.scenario.orders;
  const run = await runAgainst({
    inputs: {
      accessKeyId: '',
      accessKeySecret: '',
      roleArn: oidc.roleArn,
      oidcProviderArn: oidc.oidcProviderArn,
      changeOrderId: 'auto',
      appId: order?.app.id ?? '',
      token: github.token,
    },
    env: {
      ...github.env,
      GITHUB_API_URL: 'https://api.github.com',
      ACTIONS_ID_TOKEN_REQUEST_URL: oidc.idTokenRequestUrl.replace(
        simulator.url,
        'https://token.actions.test',
      ),
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.idTokenRequestToken,
      HTTPS_PROXY: proxy.url,
      NODE_EXTRA_CA_CERTS: CA.file,
    },
  });
  expectEnding(run, 'succeeded');
  expect(new Set(proxy.requests.map(({ authority }) => authority))).toStrictEqual(
    new Set(['api.github.com:443', 'token.actions.test:443', 'sts.aliyuncs.com:443', `${SAE}:443`]),
  );
  expect(github.requests).toMatchObject([{ endpoint: 'get-run-attempt', status: 200 }]);
});

describe('through a proxy', () => {
  test.concurrent('a wrong certificate is final after one call', async () => {
    await using simulator = await startSucceeded();
    await using tls = await front(simulator, ['sae.test']);
    await using proxy = await startConnectProxy({ routes: { [`${SAE}:443`]: `127.0.0.1:${tls.port}` } });
    const run = await runThrough({ HTTPS_PROXY: proxy.url, NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    expectEnding(run, 'unreadable');
    expect(errorOf(run)).toMatch(/does not match.*altnames/);
    expect(proxy.requests).toHaveLength(1);
    expect(simulator.requests).toHaveLength(0);
  });

  test.concurrent('that refuses, the outage is told with its status', async () => {
    await using there = await behindProxy({ credentials: CREDENTIALS });
    const run = await runThrough({ HTTPS_PROXY: there.proxy.url }, OUTAGE);
    expectEnding(run, 'unreadable');
    expect(errorOf(run)).toContain('407');
    expect(there.simulator.requests).toHaveLength(0);
  });

  test.concurrent('that leads nowhere, likewise', async () => {
    await using proxy = await startConnectProxy();
    const run = await runThrough({ HTTPS_PROXY: proxy.url }, OUTAGE);
    expectEnding(run, 'unreadable');
    expect(errorOf(run)).toContain('502');
  });

  test.concurrent('that is not there, likewise', async () => {
    const proxy = await startConnectProxy();
    await proxy.close();
    const run = await runThrough({ HTTPS_PROXY: proxy.url }, OUTAGE);
    expectEnding(run, 'unreadable');
    expect(errorOf(run)).toContain('ECONNREFUSED');
  });

  test.concurrent('that never answers, it is red by the deadline and one request', async () => {
    await using there = await behindProxy({ hangs: true });
    const run = await runThrough(
      { HTTPS_PROXY: there.proxy.url },
      { timeout: '1s', requestTimeout: '700ms', maxPollInterval: '2s' },
    );
    expectDeadline(run);
    expect(run.durationMs).toBeLessThan(LONGEST_END_MS);
  });
});

describe('a proxy that itself speaks TLS', () => {
  test.concurrent('is used', async () => {
    await using there = await behindProxy({ credentials: CREDENTIALS });
    await using proxyTls = await front(there.proxy, ['127.0.0.1']);
    const url = there.proxy
      .urlWith(CREDENTIALS)
      .replace(there.proxy.url.slice('http://'.length), `127.0.0.1:${proxyTls.port}`);
    expectEnding(await runThrough({ HTTPS_PROXY: url.replace('http:', 'https:') }), 'succeeded');
    expect(there.proxy.requests).toMatchObject([{ kind: 'tunnel', ownStatus: 200 }]);
  });

  test.concurrent('is not told any credentials where its certificate is wrong', async () => {
    await using proxy = await startConnectProxy();
    await using proxyTls = await front(proxy, ['sae.test']);
    const url = `https://proxy-user-1:proxy-password-1@127.0.0.1:${proxyTls.port}`;
    const run = await runThrough({ HTTPS_PROXY: url, NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    expectEnding(run, 'unreadable');
    expect(errorOf(run)).toMatch(/does not match.*altnames/);
    expect(proxyTls.connections()).toBe(1);
    expect(proxy.requests).toHaveLength(0);
  });
});

describe('credentials in the URL of a proxy', () => {
  const forms = [
    CREDENTIALS.password,
    encodeURIComponent(CREDENTIALS.password),
    btoa(`${CREDENTIALS.user}:${CREDENTIALS.password}`),
  ];

  test.concurrent('are masked before anything is told, and appear nowhere else', async () => {
    await using there = await behindProxy({ credentials: CREDENTIALS });
    const { proxy } = there;
    const http_proxy = proxy.urlWith({ ...CREDENTIALS, user: 'proxy-user-2' });
    const run = await runThrough({ HTTPS_PROXY: proxy.urlWith(CREDENTIALS), http_proxy, RUNNER_DEBUG: '1' });
    expectEnding(run, 'succeeded');
    expect(run.masks).toStrictEqual(expect.arrayContaining(forms));
    expectUntold(run, [...forms, CREDENTIALS.user, 'proxy-user-2']);
  });

  test.concurrent('spoil nothing of what is told, where they are short words', async () => {
    await using simulator = await startSucceeded();
    const short: ProxyCredentials = { user: 'sae', password: 'pw' };
    await using proxy = await startConnectProxy({ credentials: short });
    const run = await runAgainst({ endpoint: simulator.url, env: { HTTP_PROXY: proxy.urlWith(short) } });
    expectEnding(run, 'succeeded');
    expect(run.stdout).toContain('sae-rollout-gate');
    expect(run.outputs['consoleUrl']).toContain('https://sae.console.aliyun.com/');
    // The runner drops an output between jobs that holds what is masked.
    expect(run.masks.filter(mask => JSON.stringify(run.outputs).includes(mask))).toStrictEqual([]);
    expect(run.annotations).toContainEqual(
      expect.objectContaining({
        message: expect.stringContaining('HTTP_PROXY: too short or too common to be masked') as unknown,
      }),
    );
  });

  test.concurrent('are not told where the proxy refuses them', async () => {
    await using there = await behindProxy({ credentials: { user: 'another', password: 'one' } });
    const env = { HTTPS_PROXY: there.proxy.urlWith(CREDENTIALS), RUNNER_DEBUG: '1' };
    const run = await runThrough(env, OUTAGE);
    expectEnding(run, 'unreadable');
    expectUntold(run, forms);
  });

  test.concurrent.each([
    'http://proxy-user-1:proxy-password-%zz@127.0.0.1:1',
    'http://proxy-user-1:proxy-password-1@127.0.0.1:port',
    'ftp://proxy-user-1:proxy-password-1@127.0.0.1:1',
    'http://proxy-user-1:proxy/password-1@127.0.0.1:1',
  ])('are not told where the URL cannot be used, which is an error of the inputs: %s', async url => {
    await using simulator = await startSucceeded();
    const run = await runAgainst({ endpoint: simulator.url, env: { HTTP_PROXY: url, RUNNER_DEBUG: '1' } });
    expectEnding(run, 'error');
    expect(errorOf(run)).toContain('HTTP_PROXY: expected the URL of a proxy');
    expect(simulator.requests).toHaveLength(0);
    expectUntold(run, ['proxy-user-1', 'proxy-password', 'password-1']);
  });

  function expectUntold(
    { stdout, stderr, rawSummary, outputs, state }: Awaited<ReturnType<typeof runAgainst>>,
    secrets: readonly string[],
  ): void {
    const said = stdout.split('\n').filter(line => !line.startsWith('::add-mask::'));
    const told = [...said, stderr, rawSummary, JSON.stringify(outputs), JSON.stringify(state)].join('\n');
    for (const secret of secrets) {
      expect(told).not.toContain(secret);
      expect(told).not.toContain(btoa(secret));
    }
  }
});
