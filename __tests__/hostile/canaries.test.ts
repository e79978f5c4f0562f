import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ProxyCredentials } from '../../testbed/connect-proxy/credentials.ts';
import { startConnectProxy } from '../../testbed/connect-proxy/server.ts';
import type { GitHubFake } from '../../testbed/github-fake/server.ts';
import { startGitHub } from '../../testbed/github-fake/server.ts';
import type { ActionRun } from '../../testbed/runner/action-run.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import { summaryPage } from '../../testbed/runner/summary-page.ts';
import type { RecordedRequest } from '../../testbed/simulator/request-log.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { findScenario, SCENARIO_NAMES } from '../../testbed/simulator/scenarios.ts';
import { stepSetup } from '../../testbed/demo/step-setup.ts';
import { startStoryByLooks } from '../support/story-by-looks.ts';

const KEY = {
  accessKeyId: 'STS.canary-key-id',
  accessKeySecret: 'canary-key-secret/+=',
  securityToken: 'canary/session+token==',
};
const GITHUB_TOKEN = 'ghs_canaryOfGitHub000000000000000000000';
const PROXY: ProxyCredentials = { user: 'canary-proxy-user', password: 'canary/proxy:pass@word' };

/** Limits that end every scenario soon, whatever it recommends for a demonstration. */
const SOON = {
  minPollInterval: '40ms',
  maxPollInterval: '150ms',
  requestTimeout: '5s',
  maxCallsPerMinute: '100000',
  timeout: '8s',
  outageTolerance: '2s',
  discoveryTimeout: '2s',
};

/** Limits for scenarios that come to an end by themselves. */
const PATIENTLY = {
  ...SOON,
  requestTimeout: '1m',
  timeout: '2m',
  outageTolerance: '1m',
  discoveryTimeout: '1m',
};

interface CanaryRun {
  readonly run: ActionRun;
  readonly requests: readonly RecordedRequest[];
  readonly github: GitHubFake;
  /** Whatever stands in the files of the runner when the step has ended, the report among them. */
  readonly files: string;
  /** Everything that must not be told, as it is. */
  readonly secrets: readonly string[];
}

type Source = 'keys' | 'role';

/** Runs the built action with debug logging, a check run, and a proxy that wants credentials. */
async function canaryRun(
  played: Scenario,
  source: Source,
  language: string,
  limits: typeof SOON = SOON,
): Promise<CanaryRun> {
  await using simulator = await startStoryByLooks({
    scenario: played,
    accounts: [
      {
        ...KEY,
        ...(played.accounts[0]?.expiresAtMs === undefined
          ? {}
          : { expiresAtMs: played.accounts[0].expiresAtMs }),
      },
    ],
  });
  await using github = await startGitHub({ token: GITHUB_TOKEN });
  await using proxy = await startConnectProxy({ credentials: PROXY });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'canaries-'));
  try {
    const { oidc, url: endpoint } = simulator;
    const { roleArn, oidcProviderArn, stsEndpoint } = oidc;
    const credentials = source === 'keys' ? KEY : { roleArn, oidcProviderArn, stsEndpoint };
    const { accessKeyId, accessKeySecret, ...recommended } = played.demo.inputs;
    const wrongKey = source === 'keys' && accessKeyId !== undefined ? { accessKeyId, accessKeySecret } : {};
    const inputs = Object.fromEntries(
      Object.entries({
        ...recommended,
        ...credentials,
        ...wrongKey,
        ...limits,
        endpoint,
        regionId: 'cn-hangzhou',
        checkRun: 'true',
        diagnoseLogs: 'true',
        language,
      }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const given = ['accessKeyId', 'accessKeySecret', 'securityToken'].flatMap(name => inputs[name] ?? []);
    const { actionFile } = stepSetup(simulator);
    await using action = runAction({
      ...(actionFile === undefined ? {} : { actionFile }),
      inputs,
      env: {
        ...github.env,
        ACTIONS_ID_TOKEN_REQUEST_URL: oidc.idTokenRequestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.idTokenRequestToken,
        HTTP_PROXY: proxy.urlWith(PROXY),
        RUNNER_DEBUG: '1',
        ACTIONS_STEP_DEBUG: 'true',
      },
      context: { token: github.token, checkRunId: '4711' },
      // As those of a workflow: the runner itself shows the inputs and the variables of a step.
      secrets: [...given, proxy.urlWith(PROXY)],
      folder,
    });
    const run = await action.done;
    const { requests } = simulator;
    const secrets = [
      ...given,
      ...requests.flatMap(mintedIn),
      oidc.idTokenRequestToken,
      // The wait for a free application gets none.
      ...(actionFile === undefined ? [GITHUB_TOKEN] : []),
      PROXY.password,
    ];
    return { run, requests, github, files: textOf(folder), secrets: [...new Set(secrets)] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a request was signed with. */
function mintedIn({ headers }: RecordedRequest): readonly string[] {
  const keyId = /Credential=([^,]+)/u.exec(headers['authorization'] ?? '')?.[1];
  return [keyId ?? '', headers['x-acs-security-token'] ?? ''].filter(text => text !== '');
}

function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => path.join(folder, name))
    .filter(file => statSync(file).isFile())
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
}

/** A secret in every spelling in which it could be told. */
function spellings(secret: string): readonly string[] {
  const encoded = encodeURIComponent(secret);
  return [secret, encoded, encodeURIComponent(encoded), btoa(secret), JSON.stringify(secret).slice(1, -1)];
}

function expectUntold({ run, requests, github, files, secrets }: CanaryRun): void {
  const { stdout, stderr, rawSummary, outputs, state, exportedEnv, annotations, lines, summary } = run;
  const log = stdout.split('\n').filter(line => !line.startsWith('::add-mask::'));
  const page = summaryPage({ title: 'Gate', markdown: summary, annotations, log: lines, outputs });
  const sent = github.requests.map(({ path: asked, rawBody }) => `${asked} ${rawBody}`);
  const asked = requests.map(({ path: called, query }) => `${called} ${JSON.stringify(query)}`);
  const places: Readonly<Record<string, string>> = {
    stdout: log.join('\n'),
    stderr,
    summary: rawSummary,
    outputs: JSON.stringify(outputs),
    state: JSON.stringify(state),
    environment: JSON.stringify(exportedEnv),
    files,
    'check run': sent.join('\n'),
    'addresses asked': asked.join('\n'),
    'page of the demo': page,
  };
  const told = secrets.flatMap(secret =>
    spellings(secret).flatMap(spelling =>
      Object.entries(places)
        .filter(([, text]) => text.includes(spelling))
        .map(([place]) => `${place}: ${spelling}`),
    ),
  );
  expect(told).toStrictEqual([]);
  const masked = run.commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data);
  expect(secrets.filter(secret => !masked.includes(secret))).toStrictEqual([]);
  expect(sent.join('')).not.toMatch(/canary/iu);
}

/** Expects that the run told much, so that it would have told the secrets too. */
function expectTold({ run, github, files }: CanaryRun): void {
  expect(run.signal).toBeNull();
  expect(run.stdout).toMatch(/^::debug::\w/mu);
  expect(run.rawSummary).toMatch(/^<h2>/u);
  expect(files).toContain('"verdict"');
  // The wait for a free application has nothing to ask of GitHub.
  const asksGitHub = !Object.hasOwn(run.outputs, 'blockingOrderId') && run.outputs['verdict'] !== 'idle';
  expect(github.requests.length > 0).toBe(asksGitHub);
}

describe('no secret is told, with debug logging on', () => {
  test.concurrent.each(SCENARIO_NAMES.map((name, index) => [name, index % 2 === 0 ? 'en' : 'zh'] as const))(
    'in the scenario %s (%s), with a session that was handed in',
    async (name, language) => {
      const ended = await canaryRun(findScenario(name), 'keys', language);
      expectTold(ended);
      expectUntold(ended);
    },
  );

  test.concurrent.each([
    'success',
    'failed-batch',
    'outage',
    'hostile-text',
    'find-by-app',
    'oidc-renewal',
    'no-permission',
  ] as const)('in the scenario %s, with a role that is assumed', async name => {
    const ended = await canaryRun(findScenario(name), 'role', 'en', PATIENTLY);
    expectTold(ended);
    expectUntold(ended);
    expect(ended.requests.map(({ action }) => action)).toContain('AssumeRoleWithOIDC');
  });

  test.concurrent('and these tests would see one', async () => {
    const ended = await canaryRun(findScenario('finished'), 'keys', 'en');
    const leaked = { ...ended, files: `${ended.files}${encodeURIComponent(KEY.securityToken)}` };
    expect(() => {
      expectUntold(leaked);
    }).toThrow('files');
  });
});
