import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ActionRun } from '../../testbed/runner/action-run.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import { issueIdToken } from '../../testbed/simulator/id-token.ts';
import type { RecordedRequest } from '../../testbed/simulator/request-log.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';
import { runCli } from '../cli/run-cli.ts';

/** A folder with the token file of a pod. */
class TokenFolder implements Disposable {
  readonly file: string;
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-pod-'));

  constructor() {
    this.file = path.join(this.#folder, 'oidc-token');
  }

  write(idToken: string): void {
    writeFileSync(this.file, `${idToken}\n`);
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function freshToken(): string {
  return issueIdToken('sts.aliyuncs.com', Date.now());
}

/** What RRSA puts into a pod, for the role that the simulator knows. */
function podVariables({ oidc }: Simulator, file: string): Readonly<Record<string, string>> {
  return {
    ALIBABA_CLOUD_ROLE_ARN: oidc.roleArn,
    ALIBABA_CLOUD_OIDC_PROVIDER_ARN: oidc.oidcProviderArn,
    ALIBABA_CLOUD_OIDC_TOKEN_FILE: file,
  };
}

interface Ended {
  readonly run: ActionRun;
  readonly simulator: Simulator;
}

/** Runs the built action in a pod that is a runner of GitHub, with leave for GitHub's ID tokens. */
async function podAction(
  scenario: ScenarioName,
  fill: (folder: TokenFolder) => void,
  onRequest: (request: RecordedRequest, folder: TokenFolder) => void = () => undefined,
): Promise<Ended> {
  using folder = new TokenFolder();
  fill(folder);
  await using simulator = await startSimulator({
    // Sessions of seven seconds, which are renewed before that.
    scenario: { ...findScenario(scenario), sessionMs: 700_000 },
    timeScale: 100,
    onRequest: request => {
      onRequest(request, folder);
    },
  });
  const { oidc } = simulator;
  await using action = runAction({
    inputs: {
      changeOrderId: simulator.scenario.orders[0]?.id ?? '',
      endpoint: simulator.url,
      regionId: 'cn-hangzhou',
      stsEndpoint: oidc.stsEndpoint,
      maxPollInterval: '2s',
      maxCallsPerMinute: '300',
    },
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: oidc.idTokenRequestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.idTokenRequestToken,
      ...podVariables(simulator, folder.file),
      RUNNER_DEBUG: '1',
    },
    secrets: [oidc.idTokenRequestToken],
  });
  return { run: await action.done, simulator };
}

function errorOf({ annotations }: ActionRun): string {
  return annotations.find(({ kind }) => kind === 'error')?.message ?? '';
}

function actionsOf({ requests }: Simulator): readonly string[] {
  return requests.map(({ action }) => action);
}

describe('the built action in a pod with a token file', () => {
  test.concurrent('assumes the role with that token, never with GitHub’s, and masks it', async () => {
    const idToken = freshToken();
    const { run, simulator } = await podAction('finished', folder => {
      folder.write(idToken);
    });
    expect(run.outputs['verdict']).toBe('succeeded');
    expect(run.exitCode).toBe(0);
    expect(actionsOf(simulator).slice(0, 2)).toStrictEqual(['AssumeRoleWithOIDC', 'DescribeChangeOrder']);
    expect(actionsOf(simulator)).not.toContain('GetIdToken');
    expect(run.masks).toContain(idToken);
    const printed = run.stdout
      .split('\n')
      .filter(line => !line.startsWith('::add-mask::'))
      .join('\n');
    expect(printed).toContain('assumed with the token in ALIBABA_CLOUD_OIDC_TOKEN_FILE');
    for (const text of [printed, run.stderr, run.rawSummary]) expect(text).not.toContain(idToken);
  });

  test.concurrent('reads it afresh for the next session', async () => {
    const { run, simulator } = await podAction(
      'stuck',
      folder => {
        folder.write(freshToken());
      },
      // By the next session the cluster has revoked what it gave first.
      ({ action }, folder) => {
        if (action === 'AssumeRoleWithOIDC') folder.write('another.token.altogether');
      },
    );
    expect(run.outputs['verdict']).toBe('unreadable');
    expect(actionsOf(simulator).filter(action => action === 'AssumeRoleWithOIDC')).toHaveLength(2);
    expect(errorOf(run)).toContain('AuthenticationFail.OIDCToken.Invalid');
    expect(errorOf(run)).toContain('the token in ALIBABA_CLOUD_OIDC_TOKEN_FILE');
    expect(run.masks).toContain('another.token.altogether');
  });

  test.concurrent.each<[string, (folder: TokenFolder) => void, string]>([
    ['is missing', () => undefined, 'which does not exist'],
    [
      'is a pipe that never ends',
      folder => {
        execFileSync('mkfifo', [folder.file]);
      },
      'which is no file but a folder, a pipe or a device',
    ],
    [
      'is empty',
      folder => {
        folder.write('');
      },
      'which is empty',
    ],
  ])('is red at once where it %s, and says so', async (_, fill, problem) => {
    const { run, simulator } = await podAction('finished', fill);
    expect(run.outputs['verdict']).toBe('unreadable');
    expect(run.exitCode).toBe(1);
    expect(errorOf(run)).toContain(problem);
    expect(errorOf(run)).not.toContain('id-token: write');
    expect(simulator.requests).toHaveLength(0);
  });
});

/** What the command needs besides credentials to wait for a rollout that has ended well. */
async function finishedRun(
  variables: (simulator: Simulator, folder: TokenFolder) => Readonly<Record<string, string>>,
) {
  using folder = new TokenFolder();
  await using simulator = await startSimulator({ scenario: 'finished', timeScale: 100 });
  const id = simulator.scenario.orders[0]?.id ?? '';
  const env = {
    ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou',
    SAE_ROLLOUT_GATE_ENDPOINT: simulator.url,
    ...variables(simulator, folder),
  };
  const run = await runCli(['wait', '--change-order-id', id], { env });
  return { run, simulator };
}

describe('the built command', () => {
  test.concurrent('assumes the role of its pod', async () => {
    const { run, simulator } = await finishedRun((simulator, folder) => {
      folder.write(freshToken());
      return {
        ...podVariables(simulator, folder.file),
        SAE_ROLLOUT_GATE_STS_ENDPOINT: simulator.oidc.stsEndpoint,
      };
    });
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(actionsOf(simulator)[0]).toBe('AssumeRoleWithOIDC');
  });

  test.concurrent('takes a key in the other spelling, as a set', async () => {
    const { run } = await finishedRun(({ accessKeyId, accessKeySecret }) => ({
      ALIBABACLOUD_ACCESS_KEY_ID: accessKeyId,
      ALIBABACLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    }));
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toContain('Credentials: the access key of the environment.');
  });

  test.concurrent('makes no key of two halves', async () => {
    const { run, simulator } = await finishedRun(({ accessKeyId, accessKeySecret }) => ({
      ALIBABACLOUD_ACCESS_KEY_ID: accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    }));
    expect(run.status).toBe(2);
    expect(run.stdout).toContain('ALIBABA_CLOUD_ACCESS_KEY_ID: missing although');
    expect(run.stdout).not.toContain(accessKeySecretOf(simulator));
    expect(simulator.requests).toHaveLength(0);
  });
});

function accessKeySecretOf({ accessKeySecret }: Simulator): string {
  return accessKeySecret;
}
