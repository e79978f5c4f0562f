import { expect, test } from '@jest/globals';
import { startConnectProxy } from '../../testbed/connect-proxy/server.ts';
import { githubFault } from '../../testbed/github-fake/fault.ts';
import { startGitHub } from '../../testbed/github-fake/server.ts';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { fault } from '../../testbed/simulator/fault.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';
import { startRawServer } from './raw-server.ts';
import { errorOf, expectEnding, runAgainst, startSucceeded, SUCCEEDED } from './run-against.ts';

const STATUSES = [301, 302, 303, 307, 308];

/** A server that must never be asked. */
function trap() {
  return startRawServer(socket => {
    socket.destroy();
  });
}

test.concurrent.each(STATUSES)('a redirect of SAE by %i leads nowhere', async httpStatus => {
  await using elsewhere = await trap();
  const headers = { location: `${elsewhere.url}/`, 'content-type': 'text/html' };
  const rules = [fault({ kind: 'raw-answer', httpStatus, headers, body: '' })];
  await using simulator = await startSimulator({ scenario: { ...SUCCEEDED, faults: rules } });
  const { accessKeyId, accessKeySecret, url: endpoint } = simulator;
  const inputs = { accessKeyId, accessKeySecret, outageTolerance: '300ms' };
  const run = await runAgainst({ endpoint, inputs });
  expectEnding(run, 'unreadable');
  expect(errorOf(run)).toContain(`a redirect to ${elsewhere.url}/`);
  expect(elsewhere.connections()).toBe(0);
});

test.concurrent.each(STATUSES)(
  'a redirect of STS or the ID-token service by %i leads nowhere',
  async httpStatus => {
    await using elsewhere = await trap();
    const headers = { location: `${elsewhere.url}/` };
    const redirect = { kind: 'raw-answer', httpStatus, headers, body: '' } as const;
    for (const action of ['AssumeRoleWithOIDC', 'GetIdToken']) {
      await using simulator = await startSimulator({
        scenario: { ...SUCCEEDED, faults: [fault(redirect, { action })] },
      });
      const { oidc, url: endpoint } = simulator;
      const { roleArn, oidcProviderArn, stsEndpoint } = oidc;
      const run = await runAgainst({
        endpoint,
        inputs: {
          accessKeyId: '',
          accessKeySecret: '',
          roleArn,
          oidcProviderArn,
          stsEndpoint,
          timeout: '1s',
        },
        env: {
          ACTIONS_ID_TOKEN_REQUEST_URL: oidc.idTokenRequestUrl,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.idTokenRequestToken,
        },
      });
      expect(run.exitCode).toBe(1);
      expect(simulator.requests.some(request => request.action === action)).toBe(true);
      expect(simulator.requests.some(request => request.action === 'DescribeChangeOrder')).toBe(false);
    }
    expect(elsewhere.connections()).toBe(0);
  },
);

test.concurrent.each(STATUSES)('a redirect of GitHub by %i leads nowhere', async httpStatus => {
  await using elsewhere = await trap();
  await using simulator = await startSucceeded();
  const headers = { location: `${elsewhere.url}/` };
  await using github = await startGitHub({
    faults: [githubFault({ kind: 'raw-answer', httpStatus, headers, body: '' })],
  });
  const inputs = { checkRun: 'true', token: github.token, discoveryTimeout: '300ms' };
  const find = { ...inputs, changeOrderId: 'auto', appId: DEMO_APPLICATION.id };
  const surroundings = { endpoint: simulator.url, env: github.env };
  expectEnding(await runAgainst({ ...surroundings, inputs }), 'succeeded');
  // Without the start of the run the start of the job counts, and the order is older than that.
  expectEnding(await runAgainst({ ...surroundings, inputs: find }), 'not-found');
  expect(new Set(github.requests.map(({ endpoint }) => endpoint))).toStrictEqual(
    new Set(['create-check-run', 'get-run-attempt']),
  );
  expect(elsewhere.connections()).toBe(0);
});

test.concurrent(
  'GitHub’s API and the ID-token service are not asked in the clear, save on this machine',
  async () => {
    await using simulator = await startSucceeded();
    await using proxy = await startConnectProxy();
    const { oidc } = simulator;
    const run = await runAgainst({
      endpoint: simulator.url,
      inputs: {
        accessKeyId: '',
        accessKeySecret: '',
        roleArn: oidc.roleArn,
        oidcProviderArn: oidc.oidcProviderArn,
        stsEndpoint: oidc.stsEndpoint,
        changeOrderId: 'auto',
        appId: DEMO_APPLICATION.id,
        token: 'ghs_notARealToken',
        timeout: '1s',
      },
      env: {
        GITHUB_API_URL: 'http://api.github.test',
        ACTIONS_ID_TOKEN_REQUEST_URL: 'http://token.actions.test/?api-version=2.0',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.idTokenRequestToken,
        HTTP_PROXY: proxy.url,
        NO_PROXY: '127.0.0.1',
      },
    });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('token.actions.test: not called, since http://');
    expect(run.stdout).toContain('api.github.test: not called, since http://');
    expect(proxy.requests).toHaveLength(0);
    expect(simulator.requests).toHaveLength(0);
  },
);
