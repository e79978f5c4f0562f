import { describe, expect, test } from '@jest/globals';
import type { GitHubFault, GitHubFaultRule } from '../../testbed/github-fake/fault.ts';
import { githubFault, HANGING } from '../../testbed/github-fake/fault.ts';
import type { GitHubFake } from '../../testbed/github-fake/server.ts';
import { startGitHub } from '../../testbed/github-fake/server.ts';
import type {
  ActionRun,
  RunActionOptions,
  RunningAction,
  SignalName,
} from '../../testbed/runner/action-run.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import { edit, set } from '../../testbed/simulator/answer-edit.ts';
import type { FaultRule } from '../../testbed/simulator/fault.ts';
import { fault, HANG, SLOW_DRIP } from '../../testbed/simulator/fault.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';
import { finishedAtOnce, rollout } from '../../testbed/simulator/timeline.ts';
import { LONGEST_END_MS, PATIENT } from '../support/patient.ts';
import { errorOf } from './run-against.ts';

/** As patient with a search, and with as many calls as they like. */
const INPUTS = { ...PATIENT, discoveryTimeout: '1h', maxCallsPerMinute: '100000' };

/** The moment at which a request arrives, at whichever of the two servers, before it is answered. */
interface Moment {
  /** The action of the cloud, or the endpoint of GitHub. */
  readonly request: string;
  /** Which one of these requests, from 1. */
  readonly number?: number;
}

interface Setting {
  readonly scenario?: Scenario;
  readonly faults?: readonly FaultRule[];
  readonly githubFaults?: readonly GitHubFaultRule[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly signals?: readonly SignalName[];
  readonly env?: RunActionOptions['env'];
  readonly find?: true;
  readonly role?: true;
}

interface SignalledRun {
  readonly run: ActionRun;
  readonly github: GitHubFake;
  /** From the first signal to the end of the process. */
  readonly endedAfterMs: number;
}

const ENDLESS = scenario({ order: { timeline: rollout({ batchesMs: [Infinity], prepareMs: 0 }) } });

/** Runs the built action with a check run, and sends the signals the moment that request arrives. */
async function signalledAt(moment: Moment, setting: Setting): Promise<SignalledRun> {
  const started: { action?: RunningAction } = {};
  let sentAtMs = Number.NaN;
  let seen = 0;
  const arrived = (request: string): void => {
    if (request !== moment.request || ++seen !== (moment.number ?? 1)) return;
    sentAtMs = performance.now();
    for (const signal of setting.signals ?? ['SIGINT']) started.action?.signal(signal);
  };
  const world = setting.scenario ?? ENDLESS;
  await using simulator = await startSimulator({
    scenario: { ...world, faults: [...world.faults, ...(setting.faults ?? [])] },
    onRequest: ({ action: name }) => {
      arrived(name);
    },
  });
  await using github = await startGitHub({
    faults: setting.githubFaults ?? [],
    onRequest: ({ endpoint }) => {
      arrived(endpoint);
    },
  });
  const { accessKeyId, accessKeySecret, oidc, url: endpoint, scenario: played } = simulator;
  const { roleArn, oidcProviderArn, stsEndpoint } = oidc;
  const [order] = played.orders;
  await using running = runAction({
    inputs: {
      ...INPUTS,
      ...(setting.role === undefined
        ? { accessKeyId, accessKeySecret }
        : { roleArn, oidcProviderArn, stsEndpoint }),
      ...(setting.find === undefined
        ? { changeOrderId: order?.id ?? '' }
        : { changeOrderId: 'auto', appId: order?.app.id ?? '' }),
      endpoint,
      regionId: 'cn-hangzhou',
      checkRun: 'true',
      ...setting.inputs,
    },
    env: {
      ...github.env,
      ACTIONS_ID_TOKEN_REQUEST_URL: oidc.idTokenRequestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.idTokenRequestToken,
      ...setting.env,
    },
    context: { token: github.token },
  });
  started.action = running;
  const run = await running.done;
  return { run, github, endedAfterMs: performance.now() - sentAtMs };
}

/** Expects all that must hold of a run that a signal has ended, whatever it was at. */
function expectTold({ run, endedAfterMs }: SignalledRun, verdict = 'cancelled'): void {
  expect({ exit: run.exitCode, signal: run.signal, verdict: run.outputs['verdict'] }).toStrictEqual({
    exit: 1,
    signal: null,
    verdict,
  });
  expect(endedAfterMs).toBeLessThan(LONGEST_END_MS);
  expect(run.rawSummary).toMatch(/^<h2>(?:⏹️|❌) /u);
  expect(run.outputs['durationSeconds']).toMatch(/^\d+$/);
  expect(run.outputs['reportPath']).toBeDefined();
  expect(run.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(1);
  expect(run.stderr).toBe('');
}

/** Expects the check run to be closed, with its conclusion. */
function expectClosed({ github }: SignalledRun, conclusion = 'cancelled'): void {
  const own = github.checkRuns.filter(({ isJob }) => !isJob);
  expect(own).toHaveLength(1);
  expect(own[0]?.states.at(-1)).toMatchObject({ status: 'completed', conclusion });
}

const SIGNALS: readonly (readonly SignalName[])[] = [
  ['SIGINT'],
  ['SIGTERM'],
  ['SIGINT', 'SIGTERM'],
  ['SIGTERM', 'SIGINT', 'SIGTERM'],
];

describe.each(SIGNALS.map(sent => [sent.join(', then '), sent] as const))('%s', (_, sent) => {
  test.concurrent('in the first moment in which it can be heeded', async () => {
    // Sent from within, as soon as the last handler is there: no line of the gate has run by then.
    const script = `
      const { on } = process;
      process.on = function (name, listener) {
        const self = on.call(this, name, listener);
        if (name === 'SIGTERM') {
          process.on = on;
          for (const signal of ${JSON.stringify(sent)}) process.kill(process.pid, signal);
        }
        return self;
      };`;
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(script)}`;
    const startMs = performance.now();
    const { run, github } = await signalledAt({ request: 'none' }, { env: { NODE_OPTIONS } });
    expectTold({ run, github, endedAfterMs: performance.now() - startMs });
    expect(errorOf(run)).toContain('neither the application nor a status could be read');
  });

  test.concurrent('while a look is under way', async () => {
    const setting = { faults: [fault(HANG)], signals: sent };
    const ended = await signalledAt({ request: 'DescribeChangeOrder' }, setting);
    expectTold(ended);
    expectClosed(ended);
  });

  test.concurrent('while the diagnosis asks: what was decided stays', async () => {
    const ended = await signalledAt(
      { request: 'DescribePipeline' },
      {
        scenario: { ...findScenario('failed-batch'), orders: [failedAtOnce()] },
        faults: [fault(HANG, { action: 'DescribePipeline' }), fault(SLOW_DRIP, { action: 'ListAppEvents' })],
        signals: sent,
      },
    );
    expectTold(ended, 'failed');
    expectClosed(ended, 'failure');
  });

  test.concurrent('while the check run is created', async () => {
    const ended = await signalledAt({ request: 'create-check-run' }, { signals: sent });
    expectTold(ended);
    expectClosed(ended);
  });

  test.concurrent('while the check run gets its end', async () => {
    const ended = await signalledAt(
      { request: 'update-check-run' },
      { signals: sent, ...FAILS_AFTER_A_LOOK },
    );
    expectTold(ended, 'failed');
    expectClosed(ended, 'failure');
  });
});

function failedAtOnce(): Scenario['orders'][number] {
  const ending = { inBatch: 1, status: 3, batchStatus: 3, errorMessage: 'Batch 1 failed.' };
  const timeline = rollout({ batchesMs: [0, 1], prepareMs: 0, ending });
  const [order] = scenario({ order: { timeline } }).orders;
  if (order === undefined) throw new Error('a scenario has an order');
  return order;
}

/** It goes on at the first look, which has a check run made, and has failed at the second. */
const FAILS_AFTER_A_LOOK: Setting = {
  scenario: {
    ...ENDLESS,
    orders: [failedAtOnce()],
    edits: [edit([set('Data.Status', 1)], { looks: [1] })],
  },
  inputs: { diagnose: 'false', minPollInterval: '50ms', maxPollInterval: '50ms' },
};

describe('a signal while something else is asked', () => {
  test.concurrent('GitHub, when the run began', async () => {
    const hanging = [githubFault(HANGING, { endpoint: 'get-run-attempt' })];
    const ended = await signalledAt({ request: 'get-run-attempt' }, { find: true, githubFaults: hanging });
    expectTold(ended);
    expectClosed(ended);
  });

  test.concurrent.each([
    ['the ID token', 'GetIdToken', { role: true }],
    ['STS', 'AssumeRoleWithOIDC', { role: true }],
    ['the list of orders', 'ListChangeOrders', { find: true }],
  ] as const)('%s', async (_, request, setting) => {
    const ended = await signalledAt({ request }, { ...setting, faults: [fault(HANG, { action: request })] });
    expectTold(ended);
    expectClosed(ended);
  });
});

describe('a signal while GitHub does not answer', () => {
  const faults: readonly (readonly [string, GitHubFault])[] = [
    ['hangs', HANGING],
    ['hangs after its headers', { kind: 'hang', after: 'headers' }],
    ['drips', { kind: 'drip', msPerByte: 500 }],
    ['loses the connection', { kind: 'connection-reset' }],
  ];

  test.concurrent.each(faults)('and %s at the creation of the check run', async (_, what) => {
    expectTold(await signalledAt({ request: 'create-check-run' }, { githubFaults: [githubFault(what)] }));
  });

  test.concurrent.each(faults)('and %s at its end', async (_, what) => {
    const rules = [githubFault(what, { endpoint: 'update-check-run' })];
    const ended = await signalledAt(
      { request: 'update-check-run' },
      {
        ...FAILS_AFTER_A_LOOK,
        githubFaults: rules,
      },
    );
    expectTold(ended, 'failed');
  });
});

test.concurrent(
  'a signal while the report is written changes no verdict, and leaves nothing out',
  async () => {
    await using simulator = await startSimulator({
      scenario: scenario({ order: { timeline: finishedAtOnce(1) } }),
    });
    const { accessKeyId, accessKeySecret, url: endpoint, scenario: played } = simulator;
    const changeOrderId = played.orders[0]?.id ?? '';
    await using action = runAction({
      inputs: { changeOrderId, endpoint, regionId: 'cn-hangzhou', accessKeyId, accessKeySecret },
      signalAfter: { line: /The rollout succeeded/, signal: 'SIGTERM' },
    });
    const run = await action.done;
    expect(run).toMatchObject({ exitCode: 0, signal: null, outputs: { verdict: 'succeeded', status: '2' } });
    expect(run.rawSummary).toMatch(/^<h2>✅ /u);
  },
);
