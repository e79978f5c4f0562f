import { afterAll, describe, expect, test } from '@jest/globals';
import type { ProxyCredentials } from '../../connect-proxy/credentials.ts';
import { startConnectProxy } from '../../connect-proxy/server.ts';
import type { CertificateRequest } from '../../fault-proxy/certificate-authority.ts';
import type { TlsFront } from '../../fault-proxy/tls-front.ts';
import { startTlsFront } from '../../fault-proxy/tls-front.ts';
import { startGitHub } from '../../github-fake/server.ts';
import type { Simulator } from '../../simulator/server.ts';
import { authorityFile } from './authority-file.ts';
import { errorOf, expectEnding, runAgainst, startSucceeded } from './run-against.ts';

const CA = authorityFile();
const SAE = 'sae.cn-hangzhou.aliyuncs.com';
const CREDENTIALS: ProxyCredentials = { user: 'proxy-user-1', password: 'proxy/pass:word@1' };

afterAll(() => {
  CA[Symbol.dispose]();
});

function front({ url }: Pick<Simulator, 'url'>, hosts: CertificateRequest['hosts']): Promise<TlsFront> {
  return startTlsFront({ target: url, certificate: CA.authority.issue({ hosts }) });
}

describe('the API is asked through the proxy', () => {
  test.concurrent.each(['HTTP_PROXY', 'http_proxy'])('of %s over http', async variable => {
    await using simulator = await startSucceeded();
    await using proxy = await startConnectProxy();
    const run = await runAgainst({ endpoint: simulator.url, env: { [variable]: proxy.url } });
    expectEnding(run, 'succeeded');
    expect(proxy.requests).toHaveLength(1);
    expect(proxy.requests[0]).toMatchObject({ authority: simulator.url.replace('http://', '') });
  });

  test.concurrent.each(['HTTPS_PROXY', 'https_proxy'])('of %s over https', async variable => {
    await using simulator = await startSucceeded();
    await using tls = await front(simulator, [SAE]);
    await using proxy = await startConnectProxy({ routes: { [`${SAE}:443`]: `127.0.0.1:${tls.port}` } });
    const run = await runAgainst({ env: { [variable]: proxy.url, NODE_EXTRA_CA_CERTS: CA.file } });
    expectEnding(run, 'succeeded');
    expect(proxy.requests).toMatchObject([{ kind: 'tunnel', authority: `${SAE}:443`, ownStatus: 200 }]);
  });

  test.concurrent('of HTTPS_PROXY with the credentials in its URL', async () => {
    await using simulator = await startSucceeded();
    await using tls = await front(simulator, ['127.0.0.1']);
    await using proxy = await startConnectProxy({ credentials: CREDENTIALS });
    const env = { HTTPS_PROXY: proxy.urlWith(CREDENTIALS), NODE_EXTRA_CA_CERTS: CA.file };
    const run = await runAgainst({ endpoint: tls.url, env });
    expectEnding(run, 'succeeded');
    expect(proxy.requests).toMatchObject([{ credentials: CREDENTIALS, ownStatus: 200 }]);
  });

  test.concurrent('of HTTP_PROXY without its scheme', async () => {
    await using simulator = await startSucceeded();
    await using proxy = await startConnectProxy({ credentials: CREDENTIALS });
    const env = { HTTP_PROXY: proxy.urlWith(CREDENTIALS).replace('http://', '') };
    expectEnding(await runAgainst({ endpoint: simulator.url, env }), 'succeeded');
    expect(proxy.requests).toMatchObject([{ credentials: CREDENTIALS }]);
  });

  test.concurrent('of HTTPS_PROXY only where it is https', async () => {
    await using simulator = await startSucceeded();
    await using proxy = await startConnectProxy();
    expectEnding(await runAgainst({ endpoint: simulator.url, env: { HTTPS_PROXY: proxy.url } }), 'succeeded');
    expect(proxy.requests).toHaveLength(0);
  });
});

describe('NO_PROXY is heeded', () => {
  test.concurrent.each([
    ['NO_PROXY', '127.0.0.1'],
    ['no_proxy', '127.0.0.1'],
    ['NO_PROXY', 'sae.test, 127.0.0.1 ,.corp.test'],
    ['NO_PROXY', '*'],
  ])('%s=%s', async (variable, value) => {
    await using simulator = await startSucceeded();
    await using proxy = await startConnectProxy();
    const env = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, [variable]: value };
    expectEnding(await runAgainst({ endpoint: simulator.url, env }), 'succeeded');
    expect(proxy.requests).toHaveLength(0);
  });

  test.concurrent('for the hosts that it names and no others', async () => {
    await using simulator = await startSucceeded();
    await using proxy = await startConnectProxy();
    const env = { HTTP_PROXY: proxy.url, NO_PROXY: 'localhost,127.0.0.1:1,27.0.0.1' };
    expectEnding(await runAgainst({ endpoint: simulator.url, env }), 'succeeded');
    expect(proxy.requests).toHaveLength(1);
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
    await using proxy = await startConnectProxy();
    const env = {
      HTTPS_PROXY: proxy.url,
      NODE_EXTRA_CA_CERTS: CA.file,
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    };
    const run = await runAgainst({ endpoint: tls.url, env });
    expectEnding(run, 'unreadable');
    expect(errorOf(run)).toMatch(/does not match.*altnames/);
    expect(proxy.requests).toHaveLength(1);
    expect(simulator.requests).toHaveLength(0);
  });

  test.concurrent('that refuses, the outage is told with its status', async () => {
    await using simulator = await startSucceeded();
    await using proxy = await startConnectProxy({ credentials: CREDENTIALS });
    const env = { HTTP_PROXY: proxy.url };
    const run = await runAgainst({ endpoint: simulator.url, env, inputs: { outageTolerance: '300ms' } });
    expectEnding(run, 'unreadable');
    expect(errorOf(run)).toContain('407');
    expect(simulator.requests).toHaveLength(0);
  });

  test.concurrent('that leads nowhere, likewise', async () => {
    await using proxy = await startConnectProxy();
    const env = { HTTPS_PROXY: proxy.url };
    const run = await runAgainst({ env, inputs: { outageTolerance: '300ms', maxPollInterval: '2s' } });
    expectEnding(run, 'unreadable');
    expect(errorOf(run)).toContain('502');
  });

  test.concurrent('that is not there, likewise', async () => {
    const proxy = await startConnectProxy();
    await proxy.close();
    await using simulator = await startSucceeded();
    const env = { HTTP_PROXY: proxy.url };
    const run = await runAgainst({ endpoint: simulator.url, env, inputs: { outageTolerance: '300ms' } });
    expectEnding(run, 'unreadable');
    expect(errorOf(run)).toContain('ECONNREFUSED');
  });

  test.concurrent('that never answers, it is red by the deadline and one request', async () => {
    await using simulator = await startSucceeded();
    await using proxy = await startConnectProxy({ hangs: true });
    const env = { HTTP_PROXY: proxy.url };
    const inputs = { timeout: '1s', requestTimeout: '700ms' };
    const run = await runAgainst({ endpoint: simulator.url, env, inputs });
    expectEnding(run, 'timed-out');
    expect(Number(run.outputs['durationSeconds'])).toBeLessThanOrEqual(3);
    expect(run.durationMs).toBeLessThan(15_000);
  });
});

describe('a proxy that itself speaks TLS', () => {
  test.concurrent('is used', async () => {
    await using simulator = await startSucceeded();
    await using tls = await front(simulator, ['127.0.0.1']);
    await using proxy = await startConnectProxy({ credentials: CREDENTIALS });
    await using proxyTls = await front(proxy, ['127.0.0.1']);
    const url = proxy
      .urlWith(CREDENTIALS)
      .replace(proxy.url.slice('http://'.length), `127.0.0.1:${proxyTls.port}`);
    const env = { HTTPS_PROXY: url.replace('http:', 'https:'), NODE_EXTRA_CA_CERTS: CA.file };
    expectEnding(await runAgainst({ endpoint: tls.url, env }), 'succeeded');
    expect(proxy.requests).toMatchObject([{ kind: 'tunnel', ownStatus: 200 }]);
  });

  test.concurrent('is not told any credentials where its certificate is wrong', async () => {
    await using simulator = await startSucceeded();
    await using proxy = await startConnectProxy();
    await using proxyTls = await front(proxy, ['sae.test']);
    const url = `https://proxy-user-1:proxy-password-1@127.0.0.1:${proxyTls.port}`;
    const env = { HTTP_PROXY: url, NODE_EXTRA_CA_CERTS: CA.file, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const run = await runAgainst({ endpoint: simulator.url, env });
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
    await using simulator = await startSucceeded();
    await using proxy = await startConnectProxy({ credentials: CREDENTIALS });
    const wrong = proxy.urlWith({ ...CREDENTIALS, user: 'proxy-user-2' });
    const env = { HTTP_PROXY: proxy.urlWith(CREDENTIALS), https_proxy: wrong, RUNNER_DEBUG: '1' };
    const run = await runAgainst({ endpoint: simulator.url, env });
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
        message: expect.stringContaining(
          'HTTP_PROXY: too short or too common a word to be masked',
        ) as unknown,
      }),
    );
  });

  test.concurrent('are not told where the proxy refuses them', async () => {
    await using simulator = await startSucceeded();
    await using proxy = await startConnectProxy({ credentials: { user: 'another', password: 'one' } });
    const env = { HTTP_PROXY: proxy.urlWith(CREDENTIALS), RUNNER_DEBUG: '1' };
    const run = await runAgainst({ endpoint: simulator.url, env, inputs: { outageTolerance: '300ms' } });
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
    expect(errorOf(run)).toContain('HTTP_PROXY: holds no URL of a proxy');
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
