import { describe, expect, test } from '@jest/globals';
import { stepSetup } from '../../demo/step-setup.ts';
import type { ActionRun } from '../../local-runner/action-run.ts';
import { runAction } from '../../local-runner/run-action.ts';
import type { Simulator } from '../../simulator/server.ts';
import { startSimulator } from '../../simulator/server.ts';

interface Ended {
  readonly run: ActionRun;
  readonly simulator: Simulator;
}

/**
 * Runs the built action with a role that it assumes, 12 times as fast as life: sessions last seven seconds, a
 * third of which is left for a busy machine to renew them in.
 */
async function roleRun(
  change: (setup: ReturnType<typeof stepSetup>) => Partial<ReturnType<typeof stepSetup>> = () => ({}),
): Promise<Ended> {
  await using simulator = await startSimulator({ scenario: 'oidc-renewal', timeScale: 12 });
  const setup = stepSetup(simulator);
  const { inputs, env, secrets } = { ...setup, ...change(setup) };
  await using action = runAction({ inputs, env: { ...env, RUNNER_DEBUG: '1' }, secrets });
  return { run: await action.done, simulator };
}

function actionsOf({ requests }: Simulator): readonly string[] {
  return requests.map(({ action }) => action);
}

function errorOf({ annotations }: ActionRun): string {
  return annotations.find(({ kind }) => kind === 'error')?.message ?? '';
}

describe('the built action, with a role', () => {
  test.concurrent('renews sessions of seven seconds until the rollout has succeeded', async () => {
    const { run, simulator } = await roleRun();
    expect(run.outputs['verdict']).toBe('succeeded');
    expect(run.exitCode).toBe(0);
    const actions = actionsOf(simulator);
    const sessions = actions.filter(action => action === 'AssumeRoleWithOIDC').length;
    // The story lasts 20 s, of which a start on a busy machine may take some.
    expect(sessions).toBeGreaterThanOrEqual(3);
    expect(actions.filter(action => action === 'GetIdToken')).toHaveLength(sessions);
    expect(actions.slice(0, 3)).toStrictEqual(['GetIdToken', 'AssumeRoleWithOIDC', 'DescribeChangeOrder']);
    // Renewed before it ended: no request was ever refused.
    expect(simulator.requests.filter(({ code }) => code !== undefined)).toStrictEqual([]);
    const looks = simulator.requests.filter(({ action }) => action === 'DescribeChangeOrder');
    const tokens = new Set(looks.map(({ headers }) => headers['x-acs-security-token']));
    expect(tokens.size).toBe(sessions);
  });

  test.concurrent('masks what it minted before it prints anything of it', async () => {
    const { run, simulator } = await roleRun();
    const sent = simulator.requests.flatMap(({ headers }) => [
      headers['x-acs-security-token'] ?? '',
      /Credential=([^,]+)/.exec(headers['authorization'] ?? '')?.[1] ?? '',
    ]);
    const secrets = [...new Set(sent)].filter(secret => secret !== '');
    const sessions = actionsOf(simulator).filter(action => action === 'AssumeRoleWithOIDC').length;
    expect(sessions).toBeGreaterThanOrEqual(2);
    expect(secrets).toHaveLength(2 * sessions);
    const printed = run.stdout
      .split('\n')
      .filter(line => !line.startsWith('::add-mask::'))
      .join('\n');
    expect(printed).toMatch(/::debug::AssumeRoleWithOIDC \S+ \d+ ms: ok/);
    for (const secret of secrets) {
      expect(run.masks).toContain(secret);
      for (const text of [printed, run.stderr, run.rawSummary, JSON.stringify(run.outputs)]) {
        expect(text).not.toContain(secret);
      }
    }
  });

  test.concurrent('is red at once without id-token: write', async () => {
    const { run, simulator } = await roleRun(() => ({ env: {} }));
    expect(run.outputs['verdict']).toBe('unreadable');
    expect(run.exitCode).toBe(1);
    expect(errorOf(run)).toContain('"permissions: id-token: write"');
    expect(simulator.requests).toHaveLength(0);
  });

  test.concurrent('is red after one call with an audience that the role does not take', async () => {
    const { run, simulator } = await roleRun(setup => ({
      inputs: { ...setup.inputs, oidcAudience: 'another' },
    }));
    expect(run.outputs['verdict']).toBe('unreadable');
    expect(actionsOf(simulator)).toStrictEqual(['GetIdToken', 'AssumeRoleWithOIDC']);
    expect(errorOf(run)).toMatch(
      /AssumeRoleWithOIDC answered AuthenticationFail\.OIDCToken\.AudienceNotMatch \(HTTP 401, RequestId \S+\)/,
    );
  });
});
