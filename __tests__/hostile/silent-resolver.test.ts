import { describe, expect, test } from '@jest/globals';
import type { RunActionOptions } from '../../testbed/runner/action-run.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import { until } from '../action/until.ts';
import { runCli, surroundings } from '../cli/run-cli.ts';
import { PATIENT } from '../support/patient.ts';
import type { NameService } from './name-service.ts';
import { nameService } from './name-service.ts';
import { errorOf, expectEnding, runAgainst, startSucceeded } from './run-against.ts';

const NAME = 'sae.silent.test';
const SILENT = { [NAME]: 'silent' } as const;

/** As soon as an endpoint on another machine may be asked again. */
const SOON = { minPollInterval: '1s', maxPollInterval: '1s' } as const;

const describeOnPosix = process.platform === 'win32' ? describe.skip : describe;

/** A gate that asks for the address of the API and gets no answer, with a signal once it asks. */
async function signalled(
  signal: 'SIGINT' | 'SIGTERM',
  names: NameService,
  inputs: RunActionOptions['inputs'],
) {
  await using running = runAction({
    inputs: {
      accessKeyId: 'key-id-of-a-test',
      accessKeySecret: 'key-secret-of-a-test',
      endpoint: `https://${NAME}`,
      regionId: 'cn-hangzhou',
      changeOrderId: DEMO_ORDER_ID,
      ...PATIENT,
      ...inputs,
    },
    env: { NODE_OPTIONS: names.NODE_OPTIONS },
  });
  await until('the resolver to be asked', () => names.asked().includes(NAME));
  running.signal(signal);
  return await running.done;
}

// Each of these would last until its resolver answers, which it never does.
describeOnPosix('a resolver that never answers keeps no process from its end', () => {
  test.concurrent.each(['SIGINT', 'SIGTERM'] as const)(
    'after %s, with all that is to be told',
    async signal => {
      using names = nameService(SILENT);
      const run = await signalled(signal, names, {});
      expect({ exit: run.exitCode, signal: run.signal, verdict: run.outputs['verdict'] }).toStrictEqual({
        exit: 1,
        signal: null,
        verdict: 'cancelled',
      });
      expect(run.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(1);
      expect(run.rawSummary).toMatch(/^<h2>⏹️ /u);
      expect(names.gaveUp()).toBe(false);
      expect(run.stderr).toBe('');
    },
  );

  test.concurrent('at the deadline', async () => {
    using names = nameService(SILENT);
    const run = await runAgainst({
      endpoint: `https://${NAME}`,
      inputs: { ...SOON, timeout: '2s', requestTimeout: '10s' },
      env: { NODE_OPTIONS: names.NODE_OPTIONS },
    });
    expectEnding(run, 'timed-out');
    expect(names.asked()).toContain(NAME);
    expect(names.gaveUp()).toBe(false);
  });

  test.concurrent('when the outage has lasted', async () => {
    using names = nameService(SILENT);
    const run = await runAgainst({
      endpoint: `https://${NAME}`,
      inputs: { ...SOON, outageTolerance: '600ms', requestTimeout: '2s' },
      env: { NODE_OPTIONS: names.NODE_OPTIONS },
    });
    expectEnding(run, 'unreadable');
    expect(errorOf(run)).toContain('The API has been unreadable for');
    expect(names.gaveUp()).toBe(false);
  });

  test.concurrent('after a green, with GitHub still unasked', async () => {
    await using simulator = await startSucceeded();
    using names = nameService({ 'api.silent.test': 'silent' });
    const run = await runAgainst({
      endpoint: simulator.url,
      inputs: { checkRun: 'true', token: 'ghs_notARealToken' },
      env: {
        NODE_OPTIONS: names.NODE_OPTIONS,
        GITHUB_API_URL: 'https://api.silent.test',
        GITHUB_REPOSITORY: 'demo/demo',
        GITHUB_SHA: '0123456789012345678901234567890123456789',
      },
    });
    expectEnding(run, 'succeeded');
    expect(names.asked()).toContain('api.silent.test');
    expect(names.gaveUp()).toBe(false);
  });

  test.concurrent('of the command, whose exit status stays', async () => {
    await using simulator = await startSucceeded();
    using names = nameService(SILENT);
    const run = await runCli(['wait', '--change-order-id', DEMO_ORDER_ID, '--json'], {
      env: {
        ...surroundings(simulator),
        SAE_ROLLOUT_GATE_ENDPOINT: `https://${NAME}`,
        SAE_ROLLOUT_GATE_MIN_POLL_INTERVAL: '10m',
        SAE_ROLLOUT_GATE_MAX_POLL_INTERVAL: '10m',
        SAE_ROLLOUT_GATE_REQUEST_TIMEOUT: '10m',
        SAE_ROLLOUT_GATE_TIMEOUT: '1h',
        NODE_OPTIONS: names.NODE_OPTIONS,
      },
      meanwhile: async cli => {
        await until('the resolver to be asked', () => names.asked().includes(NAME));
        cli.signal('SIGTERM');
      },
    });
    expect(run.status).toBe(143);
    const last: unknown = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '');
    expect(last).toMatchObject({ kind: 'result' });
    expect(names.gaveUp()).toBe(false);
  });
});
