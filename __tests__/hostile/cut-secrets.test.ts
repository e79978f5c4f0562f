import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { githubFault } from '../../testbed/github-fake/fault.ts';
import { startGitHub } from '../../testbed/github-fake/server.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import { edit, set } from '../../testbed/simulator/answer-edit.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { runCli, surroundings } from '../cli/run-cli.ts';
import { startStoryByLooks } from '../support/story-by-looks.ts';

/** Thirty characters, as an AccessKeySecret has, with the signs that others encode. */
const SECRET = 'q7Rk+Zt2/Vn9w=Lm4xYc8Bd1Hs6Jf0';
const ACCOUNT = { accessKeyId: 'LTAI5tCutSecretsTest0000', accessKeySecret: SECRET };

/** So much of a secret is told by nobody. */
const TOLD = 10;

/** How a text may hold the secret: clean or not, in the spellings of other programs. */
const WRITTEN: Readonly<Record<string, string>> = {
  'as it is': SECRET,
  'in a URL, in small letters': 'q7Rk%2bZt2%2fVn9w%3dLm4xYc8Bd1Hs6Jf0',
  'with a zero-width space': SECRET.replace('Rk', 'Rk\u200b'),
  'with an ANSI sequence': SECRET.replace('Rk', 'Rk\u001b[31m'),
};

/** The lengths at which texts are cut, and how much of the secret stood before the cut. */
const LIMITS = [80, 100, 200, 500, 1_000, 4_000];
const BEFORE_CUT = 24;

/** Texts of which each is cut within the secret, for a reader with one of the limits. */
function quoting(written: string): Readonly<Record<number, string>> {
  return Object.fromEntries(
    LIMITS.map(limit => [limit, `${'x'.repeat(limit - BEFORE_CUT - 1)} ${written} and on`]),
  );
}

/** A rollout that fails, of which every text quotes the secret across the limit of its reader. */
function quotingScenario(written: string): Scenario {
  const text = quoting(written);
  const order = [
    set('Data.ErrorMessage', text[4_000]),
    set('Data.AppName', text[100]),
    set('Data.Description', text[100]),
    set('Data.Pipelines.*.PipelineName', text[100]),
  ];
  const tasks = [
    set('Data.StageList.*.TaskList.*.TaskName', text[200]),
    set('Data.StageList.*.TaskList.*.ErrorCode', text[200]),
    set('Data.StageList.*.TaskList.*.ErrorMessage', text[1_000]),
    set('Data.StageList.*.TaskList.*.Message', text[1_000]),
  ];
  const instances = [
    set('Data.Instances.*.UnhealthyMessage', text[1_000]),
    set('Data.Instances.*.InstanceContainerStatus', text[200]),
  ];
  const events = [
    set('Data.AppEventEntity.*.Message', text[1_000]),
    set('Data.AppEventEntity.*.Reason', text[200]),
  ];
  return {
    ...findScenario('crash-loop'),
    edits: [
      edit(order),
      edit(tasks, { action: 'DescribePipeline' }),
      edit(instances, { action: 'DescribeApplicationInstances' }),
      edit(events, { action: 'ListAppEvents' }),
      edit([set('Data', `first\n${text[500] ?? ''}\nlast`)], { action: 'DescribeInstanceLog' }),
    ],
  };
}

function startQuoting(written: string): Promise<Simulator> {
  return startStoryByLooks({ scenario: quotingScenario(written), accounts: [ACCOUNT] });
}

/** Everything in the folder, which holds whatever files the gate has written. */
function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => path.join(folder, name))
    .filter(file => statSync(file).isFile())
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
}

async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cut-secrets-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The longest beginning of the secret that stands in a text, in any of its spellings. */
function toldOf(text: string): string {
  const beginnings = Object.values(WRITTEN)
    .flatMap(written => [written, encodeURIComponent(SECRET)])
    .flatMap(written => [written.slice(0, TOLD), written.slice(-TOLD)]);
  return beginnings.find(beginning => text.includes(beginning)) ?? '';
}

describe.each(Object.entries(WRITTEN))('a secret %s, across the limits of all texts,', (_, written) => {
  test.concurrent('is told nowhere by the action', async () => {
    await using simulator = await startQuoting(written);
    await using github = await startGitHub();
    await inFolder(async folder => {
      await using action = runAction({
        inputs: {
          ...ACCOUNT,
          endpoint: simulator.url,
          regionId: 'cn-hangzhou',
          changeOrderId: simulator.scenario.demo.inputs['changeOrderId'] ?? '',
          minPollInterval: '40ms',
          maxPollInterval: '150ms',
          maxCallsPerMinute: '100000',
          checkRun: 'true',
          diagnoseLogs: 'true',
        },
        env: { ...github.env, RUNNER_DEBUG: '1' },
        context: { token: github.token, checkRunId: '4711' },
        // As those of a workflow: the runner shows the inputs of a step.
        secrets: Object.values(ACCOUNT),
        folder,
      });
      const run = await action.done;
      expect(run.outputs['verdict']).toBe('failed');
      const log = run.stdout.split('\n').filter(line => !line.startsWith('::add-mask::'));
      const places = {
        log: log.join('\n'),
        annotations: JSON.stringify(run.annotations),
        summary: run.rawSummary,
        outputs: JSON.stringify(run.outputs),
        files: textOf(folder),
        'check run': github.requests.map(({ rawBody }) => rawBody).join('\n'),
      };
      for (const text of Object.values(places)) expect(text).toContain('***');
      expect(Object.entries(places).filter(([, text]) => toldOf(text) !== '')).toStrictEqual([]);
    });
  });

  test.concurrent('is told nowhere by the command', async () => {
    await using simulator = await startQuoting(written);
    await inFolder(async folder => {
      const id = simulator.scenario.demo.inputs['changeOrderId'] ?? '';
      const files = ['--report', path.join(folder, 'r.md'), '--junit', path.join(folder, 'j.xml')];
      const env = { ...surroundings(simulator), SAE_ROLLOUT_GATE_DIAGNOSE: 'true' };
      for (const show of ['--json', '--verbose']) {
        const args = ['wait', '--change-order-id', id, '--diagnose-logs', show, ...files];
        const run = await runCli(args, { env });
        expect(run.stdout).toContain('***');
        expect(textOf(folder)).toContain('***');
        expect([run.stdout, run.stderr, textOf(folder)].map(toldOf)).toStrictEqual(['', '', '']);
      }
    });
  });
});

test.concurrent('what GitHub says of a refused check run is hidden before it is cut', async () => {
  await using simulator = await startQuoting('nothing');
  const body = JSON.stringify({ message: `${'x'.repeat(300 - BEFORE_CUT - 1)} ${SECRET} and on` });
  const headers = { 'content-type': 'application/json' };
  await using github = await startGitHub({
    faults: [
      githubFault({ kind: 'raw-answer', httpStatus: 403, headers, body }, { endpoint: 'create-check-run' }),
    ],
  });
  const run = await runAction({
    inputs: {
      ...ACCOUNT,
      endpoint: simulator.url,
      regionId: 'cn-hangzhou',
      changeOrderId: simulator.scenario.demo.inputs['changeOrderId'] ?? '',
      minPollInterval: '40ms',
      maxPollInterval: '150ms',
      maxCallsPerMinute: '100000',
      checkRun: 'true',
      diagnose: 'false',
    },
    env: github.env,
    context: { token: github.token, checkRunId: '4711' },
  }).done;
  expect(JSON.stringify(run.annotations)).toContain('GitHub refused the check run');
  expect(JSON.stringify(run.annotations)).toContain('***');
  expect(toldOf(run.stdout.replaceAll(/^::add-mask::.*$/gmu, ''))).toBe('');
});
