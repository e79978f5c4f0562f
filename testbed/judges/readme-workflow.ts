/**
 * Workflows of the README and of docs/examples.md, played by act as they stand there, but for the endpoint and
 * the pace of the gate: deploy, find the order or hand over its id, wait. Stand-ins take the places of what they
 * install. `aliyun` is Alibaba Cloud's SDK behind the documents' own flags, since no package that can be had
 * here holds the CLI itself. All else is the documents' own lines, `uses:` of the gate included, which is this
 * checkout's action.
 *
 *   node scripts/run.mjs testbed/judges/readme-workflow.ts
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import type { ScenarioName } from '../simulator/scenarios.ts';
import { startSimulator } from '../simulator/server.ts';
import type { ActJob } from './act-run.ts';
import { runWithAct } from './act-run.ts';
import { SDK_PROGRAM } from './ask-with-sdk.ts';
import { deployable } from './deployable.ts';
import { exampleTexts, GATE } from './examples.ts';
import { ROOT } from './folders.ts';
import type { Judgement } from './judge.ts';
import { judge, LeftOut } from './judge.ts';
import { pythonProgram } from './python-packages.ts';

interface Story {
  /** The heading of the workflow. */
  readonly workflow: string;
  /** How the deploy goes. */
  readonly scenario: ScenarioName;
  /** Whether an order of the application runs already, so that the deploy is refused. */
  readonly isBusy?: true;
  readonly result: string;
  /** The output `verdict` of the gate; nothing where its step must not run. */
  readonly verdict: string | undefined;
}

const README = 'A complete workflow';

const STORIES: readonly Story[] = [
  { workflow: README, scenario: 'success', result: 'success', verdict: 'succeeded' },
  { workflow: README, scenario: 'failed-batch', result: 'failure', verdict: 'failed' },
  { workflow: README, scenario: 'success', isBusy: true, result: 'failure', verdict: undefined },
  ...['With the id from the deploy call', 'With keys', 'Find the order by its description'].map(
    (workflow): Story => ({ workflow, scenario: 'failed-batch', result: 'failure', verdict: 'failed' }),
  ),
];

interface Workflow {
  readonly jobs: {
    readonly deploy: { readonly steps: readonly { uses?: string; id?: string; with?: object }[] };
  };
}

/** The workflow under a heading, whose gate asks this endpoint. */
function workflowOf(heading: string, endpoint: string): string {
  const shown = exampleTexts().find(example => example.heading === heading);
  if (shown === undefined) throw new Error(`There is no workflow under "${heading}".`);
  const workflow = parse(shown.text) as Workflow;
  const gate = workflow.jobs.deploy.steps.find(({ uses }) => uses === GATE);
  if (gate === undefined) throw new Error(`The workflow under "${heading}" has no step of the gate.`);
  gate.id = 'gate';
  const pace = { minPollInterval: '250ms', maxPollInterval: '1s', maxCallsPerMinute: '300' };
  gate.with = { ...gate.with, ...pace, endpoint };
  return stringify({ ...workflow, on: 'workflow_dispatch' });
}

/** A folder of stand-ins for what the workflow installs and calls. */
function standIns(folder: string, endpoint: string): string {
  const programs = path.join(folder, 'bin');
  mkdirSync(programs);
  // An empty archive, and its checksum as the release of the CLI has it: for $file and $VERSION of the step.
  const archive = 'aliyun-cli-linux-$VERSION-amd64.tgz';
  const curl = `: > "${archive}"; sha256sum "${archive}" > SHASUMS256.txt`;
  const sdk = `"${pythonProgram('python')}" "${SDK_PROGRAM}" --endpoint ${endpoint}`;
  const scripts = { curl, sudo: 'true', aliyun: `exec ${sdk} "$@"` };
  for (const [name, line] of Object.entries(scripts)) {
    const file = path.join(programs, name);
    writeFileSync(file, `#!/bin/sh\n${line}\n`);
    chmodSync(file, 0o755);
  }
  return programs;
}

/** What the runner downloads of the action, as far as it is used. */
function actionFolder(folder: string): string {
  const action = path.join(folder, 'action');
  for (const part of ['action.yml', 'dist']) {
    cpSync(path.join(ROOT, part), path.join(action, part), { recursive: true });
  }
  return action;
}

/** What is wrong with how a story went. */
async function play(story: Story): Promise<readonly string[]> {
  const { scenario, isBusy = false, result, verdict } = story;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-readme-'));
  try {
    await using simulator = await startSimulator({
      scenario: isBusy ? scenario : deployable(scenario),
      // By the clock: an order that is to be found by its time has to be younger than the job.
      pace: 'clock-from-first-request',
      timeScale: 24,
    });
    const workflow = path.join(folder, 'readme.yml');
    writeFileSync(workflow, workflowOf(story.workflow, simulator.url));
    const jobs = await runWithAct({
      workflow,
      args: [
        '--var',
        `SAE_APP_ID=${simulator.scenario.orders[0]?.app.id ?? ''}`,
        '--local-repository',
        `${GATE}=${actionFolder(folder)}`,
      ],
      secrets: {
        ALIBABA_CLOUD_ACCESS_KEY_ID: simulator.accessKeyId,
        ALIBABA_CLOUD_ACCESS_KEY_SECRET: simulator.accessKeySecret,
        DEPLOY_ACCESS_KEY_ID: simulator.accessKeyId,
        DEPLOY_ACCESS_KEY_SECRET: simulator.accessKeySecret,
        GATE_ACCESS_KEY_ID: simulator.accessKeyId,
        GATE_ACCESS_KEY_SECRET: simulator.accessKeySecret,
      },
      programs: [standIns(folder, new URL(simulator.url).host)],
    });
    const job: ActJob | undefined = [...jobs.values()][0];
    const [deploy] = simulator.requests;
    const asked = deploy?.action === 'DeployApplication' ? 'deploy asked for' : 'no deploy';
    const was = `${asked}, ${String(job?.result)}, ${String(job?.step('gate').outputs['verdict'])}`;
    const wanted = `deploy asked for, ${result}, ${String(verdict)}`;
    return was === wanted
      ? []
      : [
          `${story.workflow}, ${scenario}${isBusy ? ', busy' : ''}: wanted ${wanted}, was ${was}: ${job?.log ?? ''}`,
        ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await judge('act, with workflows of the README and the examples', async (): Promise<Judgement> => {
  if (spawnSync('jq', ['--version']).status !== 0)
    throw new LeftOut('there is no jq here, which hosted runners have');
  const complaints: string[] = [];
  for (const story of STORIES) complaints.push(...(await play(story)));
  return {
    seen: `${STORIES.length} stories: deployed and green, deployed and red, not deployed and red. The Alibaba Cloud CLI itself is left out, since no package that can be had here holds it: the SDK takes its flags`,
    complaints,
  };
});
