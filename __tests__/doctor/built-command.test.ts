import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { edit, set } from '../../testbed/simulator/answer-edit.ts';
import type { AnswerEdit } from '../../testbed/simulator/answer-edit.ts';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import { fault, gatewayError } from '../../testbed/simulator/fault.ts';
import type { FaultRule } from '../../testbed/simulator/fault.ts';
import { standingAt } from '../../testbed/simulator/pace.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import type { Scenario, ScenarioParts } from '../../testbed/simulator/scenario.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';
import { HOUR_MS } from '../../testbed/simulator/story-time.ts';
import { until } from '../action/until.ts';
import type { CliOptions, CliRun } from '../cli/run-cli.ts';
import { runCli, surroundings } from '../cli/run-cli.ts';

const ABOUT = ['--app-id', DEMO_APPLICATION.id];
const ALL = [
  'ListChangeOrders',
  'DescribeChangeOrder',
  'DescribePipeline',
  'DescribeApplicationStatus',
  'DescribeApplicationGroups',
  'DescribeApplicationInstances',
  'DescribeApplicationConfig',
  'ListAppEvents',
];

/** The doctor against a rollout that is over. */
async function doctor(
  world: ScenarioName | Scenario,
  args: readonly string[] = ABOUT,
  options: CliOptions & { readonly during?: (simulator: Simulator) => CliOptions } = {},
): Promise<CliRun & { readonly asked: readonly string[] }> {
  await using simulator = await startSimulator({ scenario: world, pace: standingAt(HOUR_MS) });
  const env = { ...surroundings(simulator), SAE_ROLLOUT_GATE_DIAGNOSE: undefined };
  const more = options.during?.(simulator) ?? {};
  const run = await runCli(['doctor', ...args], { ...options, ...more, env: { ...env, ...options.env } });
  return { ...run, asked: simulator.requests.map(({ action }) => action) };
}

function worldWith(...faults: readonly FaultRule[]): Scenario {
  return scenario({ faults });
}

function edited(...edits: readonly AnswerEdit[]): Scenario {
  return scenario({ edits });
}

/** What the one line of `--json` says. */
function told({ stdout }: CliRun): {
  readonly exitStatus: number;
  readonly operations: readonly { readonly operation: string; readonly outcome: string }[];
  readonly facts: Readonly<Record<string, unknown>>;
} {
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as ReturnType<typeof told>;
}

function outcomes(run: CliRun): Readonly<Record<string, string>> {
  return Object.fromEntries(told(run).operations.map(({ operation, outcome }) => [operation, outcome]));
}

const denied = (action: string): FaultRule => fault(gatewayError('NoPermission'), { action });

/** What to run with a folder of its own. */
async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-doctor-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the doctor', () => {
  test.concurrent('finds that all works, asking each operation that is needed and only reading', async () => {
    const { status, stdout, stderr, asked } = await doctor('success');
    expect({ status, stderr }).toStrictEqual({ status: 0, stderr: '' });
    for (const operation of ALL) expect(stdout).toMatch(new RegExp(`✔ ${operation} +works\n`, 'u'));
    expect(stdout).toMatch(/· DescribeInstanceLog +not called: only with --diagnose-logs/u);
    expect(stdout).toMatch(/8 operations work: the gate can work here\.\n$/u);
    expect(stdout).toMatch(/Zone of CreateTime +UTC\+8/u);
    expect(stdout).toMatch(/Clock +agrees with the API's/u);
    expect([...new Set(asked)].toSorted()).toStrictEqual(ALL.toSorted());
  });

  test.concurrent('reports the same for machines', async () => {
    const run = await doctor('success', [...ABOUT, '--json']);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    const works = Object.fromEntries(ALL.map(operation => [operation, 'works']));
    expect(outcomes(run)).toStrictEqual({
      ...works,
      ListApplications: 'not-asked',
      DescribeInstanceLog: 'not-asked',
    });
    expect(told(run)).toMatchObject({
      kind: 'doctor',
      exitStatus: 0,
      facts: {
        createTimeZone: 'utc+8',
        healthChecks: 'both',
        namespaces: [
          { form: 'whole', brought: 'events' },
          { form: 'short', brought: 'none' },
        ],
      },
    });
  });

  test.concurrent('says it in Chinese', async () => {
    const { status, stdout } = await doctor('success', [...ABOUT, '--language', 'zh']);
    expect(status).toBe(0);
    expect(stdout).toContain('8 个操作全部正常：门禁可以在此工作。');
  });

  test.concurrent('names the permissions that are missing, and asks on', async () => {
    const world = worldWith(denied('DescribePipeline'), denied('ListAppEvents'));
    const { status, stdout } = await doctor(world);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /✖ DescribePipeline +refused \(NoPermission, HTTP 403\): grant sae:DescribePipeline\n/u,
    );
    expect(stdout).toContain(
      'To do\n    Grant the RAM user or role of this key, on "*":\n      sae:DescribePipeline\n      sae:ListAppEvents\n',
    );
    expect(stdout).toMatch(/✔ DescribeApplicationConfig +works\n/u);
    expect(stdout).toMatch(
      /2 of 8 operations do not work, or could not be called\.\nThe gate can still wait .*\n$/u,
    );
    expect(stdout).toMatch(/Namespace of events +unknown\n/u);
  });

  test.concurrent('names the field that comes otherwise, its type and no value', async () => {
    const world = edited(
      edit([set('Data.Pipelines.*.Status', 'value-4711')]),
      edit([set('Data.Replicas', '47.11')], { action: 'DescribeApplicationConfig' }),
    );
    const { status, stdout } = await doctor(world);
    expect(status).toBe(1);
    expect(stdout).toMatch(/! DescribeChangeOrder +differs from the API reference\n/u);
    expect(stdout).toContain('Data.Pipelines[].Status: expected a whole number, got a text\n');
    expect(stdout).toContain('Data.Replicas: expected a whole number, got a text\n');
    expect(stdout).not.toMatch(/4711|47\.11/u);
    // Whether the gate can read that is not for the doctor to say.
    expect(stdout).toMatch(/2 of 8 operations do not work, or could not be called\.\n$/u);
  });

  test.concurrent('counts undocumented fields, and works', async () => {
    const world = edited(edit([set('Data.NewAndSecret', 1), set('Data.Other', 2)]));
    const { status, stdout } = await doctor(world);
    expect(status).toBe(0);
    expect(stdout).toMatch(/✔ DescribeChangeOrder +works, with 2 undocumented fields\n/u);
    expect(stdout).not.toMatch(/NewAndSecret|Other/u);
  });

  test.concurrent('asks nothing more once the credentials are refused', async () => {
    const { status, stdout, asked } = await doctor('success', ABOUT, {
      env: { ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'another-secret-value-1' },
    });
    expect(status).toBe(1);
    expect(asked).toStrictEqual(['ListChangeOrders']);
    expect(stdout).toMatch(
      /✖ ListChangeOrders +ListChangeOrders failed \(SignatureDoesNotMatch, HTTP 4\d\d\)/u,
    );
    expect(stdout).toMatch(/· DescribeChangeOrder +not called: ListChangeOrders failed for a reason/u);
    expect(stdout).toMatch(/Check that .* belong together/u);
    expect(stdout).toMatch(
      /8 of 8 operations do not work, or could not be called\.\nThe gate cannot wait .*\n$/u,
    );
    expect(stdout).not.toContain('another-secret-value-1');
  });

  test.concurrent('says how far a clock is off that the API corrects', async () => {
    const { status, stdout } = await doctor('clock-skew');
    expect(status).toBe(0);
    expect(stdout).toMatch(/Clock +This machine's clock is 2[23] min(?: \d+ s)? behind the API's\n/u);
  });

  test.concurrent('fails where a clock is off and the API does not report its own', async () => {
    const { status, stdout } = await doctor('clock-skew-untold');
    expect(status).toBe(1);
    expect(stdout).toMatch(/✖ ListChangeOrders +ListChangeOrders failed \(InvalidTimeStamp\.Expired/u);
    expect(stdout).toMatch(/Clock +the API does not report its time\n/u);
    expect(stdout).toContain("This machine's clock is more than 15 minutes off");
  });

  test.concurrent('reports only the host of a proxy, and stops if nothing is reached', async () => {
    const { status, stdout } = await runCli(
      ['doctor', ...ABOUT, '--endpoint', 'https://sae.example.test', '--region-id', 'cn-hangzhou'],
      {
        env: {
          HTTPS_PROXY: 'http://somebody:password-4711@127.0.0.1:1',
          ALIBABA_CLOUD_ACCESS_KEY_ID: 'key-id-of-the-doctor',
          ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'key-secret-of-the-doctor',
        },
      },
    );
    expect(status).toBe(1);
    expect(stdout).toMatch(/Proxy +127\.0\.0\.1\n/u);
    expect(stdout).not.toMatch(/somebody|password-4711/u);
    expect(stdout).toMatch(/· ListAppEvents +not called: ListChangeOrders failed for a reason/u);
  });

  test.concurrent('ends at Ctrl+C with what it knows so far', async () => {
    const world = worldWith(fault({ kind: 'hang', after: 'request' }, { action: 'DescribePipeline' }));
    const { status, stdout } = await doctor(world, ABOUT, {
      during: simulator => ({
        meanwhile: async cli => {
          const isAsked = (): boolean =>
            simulator.requests.some(({ action }) => action === 'DescribePipeline');
          await until('the request that hangs', isAsked);
          cli.signal('SIGINT');
        },
      }),
    });
    expect(status).toBe(130);
    expect(stdout).toContain('Cancelled (SIGINT)');
    expect(stdout).toMatch(/✔ DescribeChangeOrder +works\n/u);
    expect(stdout).toMatch(/· DescribePipeline +not called: cancelled first\n/u);
    expect(stdout).not.toContain('can work');
  });

  test.concurrent('asks for what is switched on, and about the order that is given', async () => {
    const order = ['--change-order-id', DEMO_ORDER_ID];
    const lean = await doctor('success', [...order, '--no-diagnose', '--json']);
    expect(lean.status).toBe(0);
    expect([...new Set(lean.asked)].toSorted()).toStrictEqual(['DescribeChangeOrder', 'ListChangeOrders']);
    const logs = await doctor('success', [...order, ...ABOUT, '--diagnose-logs', '--json']);
    expect(logs.status).toBe(0);
    expect(outcomes(logs)).toMatchObject({ DescribeInstanceLog: 'works' });
  });

  test.concurrent('is not content where something could not be asked', async () => {
    const world = edited(
      edit([set('Data.ChangeOrderList', []), set('Data.TotalSize', 0)], { action: 'ListChangeOrders' }),
    );
    const { status, stdout } = await doctor(world);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /· DescribeChangeOrder +not called: ListChangeOrders returned nothing to ask about\n/u,
    );
    expect(stdout).toContain('2 of 8 operations do not work, or could not be called.');
  });

  test.concurrent('finds whether a page of more than 20 is obeyed', async () => {
    const many = (length: number): ScenarioParts => ({
      edits: [
        edit(
          [
            set('Data.TotalSize', 90),
            set(
              'Data.ChangeOrderList',
              Array.from({ length }, (_, index) => ({
                ChangeOrderId: index === 0 ? DEMO_ORDER_ID : `order-${index}`,
                CoTypeCode: index === 0 ? 'CoDeploy' : 'CoScaleOut',
                CreateTime: `2026-11-${String(28 - Math.floor(index / 3)).padStart(2, '0')} 10:00:00`,
              })),
            ),
          ],
          { action: 'ListChangeOrders', looks: [2] },
        ),
      ],
    });
    expect((await doctor(scenario(many(50)))).stdout).toMatch(/PageSize above 20 +works\n/u);
    expect((await doctor(scenario(many(20)))).stdout).toMatch(/PageSize above 20 +is ignored\n/u);
  });
});

describe('its command line', () => {
  test.concurrent.each([
    [['--app-id', 'x', '--junit', 'file'], '--junit: not a flag of sae-rollout-gate doctor.'],
    [['--app-id', 'x', '--timeout', '1m'], '--timeout: not a flag of sae-rollout-gate doctor.'],
    [['--app-id', 'x,y'], '--app-id: expected one, got several'],
    [['--change-order-id', 'x,y'], '--change-order-id: expected one, got several'],
    [[], '--app-id, --app-name: missing; expected the application'],
    [['--app-id', ''], '--app-id: expected a value'],
    [['--app-id', 'x', '--access-key-secret', 'y'], '--access-key-secret: secrets are not read'],
  ])('refuses %j, and asks nothing', async (args, says) => {
    const { status, stdout, stderr, asked } = await doctor('success', args);
    expect({ status, stdout, asked }).toStrictEqual({ status: 2, stdout: '', asked: [] });
    expect(stderr).toContain(says);
  });

  test.concurrent('leaves what is only its own to it', async () => {
    const run = await runCli(['wait', '--change-order-id', 'x', '--record', 'file']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('--record: not a flag of sae-rollout-gate wait.');
  });

  test.concurrent('heeds no variable that is for a wait', async () => {
    const env = { SAE_ROLLOUT_GATE_JUNIT: '/nowhere/junit.xml', SAE_ROLLOUT_GATE_TIMEOUT: 'soon' };
    expect((await doctor('success', ABOUT, { env })).status).toBe(0);
  });
});

describe('its record', () => {
  test.concurrent('is for its owner alone, and holds the shapes', async () => {
    await inFolder(async folder => {
      const file = path.join(folder, 'reports', 'record.json');
      const { status, stdout } = await doctor('success', [...ABOUT, '--record', file]);
      expect(status).toBe(0);
      expect(stdout).toContain(`are in ${file}`);
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
      const record = JSON.parse(readFileSync(file, 'utf8')) as { readonly answers: readonly object[] };
      expect(record).toMatchObject({ format: 'sae-rollout-gate doctor record 1', endpoint: 'another' });
      expect(record.answers).toContainEqual(
        expect.objectContaining({
          operation: 'DescribeChangeOrder',
          httpStatus: 200,
          shape: expect.objectContaining({
            Data: expect.objectContaining({
              Status: 'integer 2',
              CoTypeCode: 'text "CoDeploy"',
              AppName: `text (${DEMO_APPLICATION.name.length} characters)`,
            }) as unknown,
          }) as unknown,
        }),
      );
      expect(JSON.stringify(record)).not.toContain(DEMO_APPLICATION.name);
    });
  });

  test.concurrent('is missed aloud where it cannot be written in the end', async () => {
    await inFolder(async folder => {
      const file = path.join(folder, 'reports', 'record.json');
      const world = worldWith(
        fault({ kind: 'hang', after: 'request' }, { action: 'ListAppEvents', looks: [1] }),
      );
      const { status, stdout, stderr } = await doctor(world, [...ABOUT, '--record', file], {
        during: simulator => ({
          meanwhile: async cli => {
            await until('the request that hangs', () =>
              simulator.requests.some(({ action }) => action === 'ListAppEvents'),
            );
            rmSync(file);
            mkdirSync(file);
            cli.signal('SIGINT');
          },
        }),
      });
      expect(status).toBe(130);
      expect(stdout).not.toContain('record.json');
      expect(stderr).toContain('--record: the file cannot be written: ');
    });
  });

  test.concurrent('is written over nothing', async () => {
    await inFolder(async folder => {
      const file = path.join(folder, 'record.json');
      writeFileSync(file, 'mine');
      const { status, stdout, stderr, asked } = await doctor('success', [...ABOUT, '--record', file]);
      expect({ status, stdout, asked }).toStrictEqual({ status: 2, stdout: '', asked: [] });
      expect(stderr).toContain('--record: the file exists and is not overwritten.');
      expect(readFileSync(file, 'utf8')).toBe('mine');
    });
  });
});
