import { describe, expect, test } from '@jest/globals';
import { stepSetup } from '../../testbed/demo/step-setup.ts';
import type { ActionRun } from '../../testbed/runner/action-run.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import type { Pace } from '../../testbed/simulator/pace.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';
import { MINUTE_MS } from '../../testbed/simulator/story-time.ts';

interface Ended {
  readonly run: ActionRun;
  readonly simulator: Simulator;
  /** When the simulator started, epoch ms. */
  readonly startMs: number;
}

/** How long a session of this scenario lives, by the clock. */
const SESSION_MS = 7_000;

/** In progress until three sessions have been asked for, then over. */
const UNTIL_THREE_SESSIONS: Pace = earlier =>
  earlier.filter(({ action }) => action === 'AssumeRoleWithOIDC').length < 3 ? MINUTE_MS : 5 * MINUTE_MS;

/** Runs the built action with a role that it assumes, whose sessions last seven seconds. */
async function roleRun(
  change: (setup: ReturnType<typeof stepSetup>) => Partial<ReturnType<typeof stepSetup>> = () => ({}),
): Promise<Ended> {
  const startMs = Date.now();
  await using simulator = await startSimulator({
    scenario: { ...findScenario('oidc-renewal'), sessionMs: SESSION_MS },
    pace: UNTIL_THREE_SESSIONS,
  });
  const setup = stepSetup(simulator);
  const { inputs, env, secrets } = { ...setup, ...change(setup) };
  await using action = runAction({ inputs, env: { ...env, RUNNER_DEBUG: '1' }, secrets });
  return { run: await action.done, simulator, startMs };
}

function actionsOf({ requests }: Simulator): readonly string[] {
  return requests.map(({ action }) => action);
}

function errorOf({ annotations }: ActionRun): string {
  return annotations.find(({ kind }) => kind === 'error')?.message ?? '';
}

describe('the built action, with a role', () => {
  test.concurrent('renews sessions of seven seconds until the rollout has succeeded', async () => {
    const { run, simulator, startMs } = await roleRun();
    expect(run.outputs['verdict']).toBe('succeeded');
    expect(run.exitCode).toBe(0);
    const actions = actionsOf(simulator);
    const sessions = actions.filter(action => action === 'AssumeRoleWithOIDC').length;
    expect(sessions).toBeGreaterThanOrEqual(3);
    expect(actions.filter(action => action === 'GetIdToken')).toHaveLength(sessions);
    expect(actions.slice(0, 3)).toStrictEqual(['GetIdToken', 'AssumeRoleWithOIDC', 'DescribeChangeOrder']);
    const looks = simulator.requests.filter(({ action }) => action === 'DescribeChangeOrder');
    const tokens = [...new Set(looks.map(({ headers }) => headers['x-acs-security-token']))];
    expect(tokens).toHaveLength(sessions);
    // Renewed before it ended: none was signed with a session that was over. A request that a busy machine has
    // had on its way for seconds may be refused all the same.
    const givenMs = simulator.requests.flatMap(({ action, atMs }) =>
      action === 'AssumeRoleWithOIDC' ? [startMs + atMs] : [],
    );
    for (const { headers } of looks) {
      const session = tokens.indexOf(headers['x-acs-security-token']);
      const endMs = (givenMs[session] ?? Number.NaN) + SESSION_MS;
      expect(Date.parse(headers['x-acs-date'] ?? '')).toBeLessThan(endMs);
    }
    const refused = simulator.requests.flatMap(({ code }) => code ?? []);
    expect(refused.filter(code => code !== 'InvalidSecurityToken.Expired')).toStrictEqual([]);
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
