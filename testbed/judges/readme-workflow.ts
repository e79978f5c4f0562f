/**
 * The README's workflow, played by act as it stands there, but for the endpoint and the pace of the gate:
 * deploy, hand over the id, wait. Stand-ins take the places of the installer and of `aliyun`; all else is the
 * README's own lines, `uses:` of the gate included, which is this checkout's action.
 *
 *   node scripts/run.mjs testbed/judges/readme-workflow.ts
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { ownerIn } from '../../scripts/publication.ts';
import { perRequest } from '../simulator/pace.ts';
import type { ScenarioName } from '../simulator/scenarios.ts';
import { startSimulator } from '../simulator/server.ts';
import type { ActJob } from './act-run.ts';
import { runWithAct } from './act-run.ts';
import { ROOT } from './folders.ts';
import type { Judgement } from './judge.ts';
import { judge, LeftOut } from './judge.ts';

const MANIFEST = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
const { version } = JSON.parse(MANIFEST) as { readonly version: string };
const GATE = `${ownerIn(MANIFEST)}/sae-rollout-gate@v${version}`;

interface Story {
  readonly scenario: ScenarioName;
  /** What the deploy call answers; `ID` stands for the id of the order. */
  readonly deployed: string;
  readonly result: string;
  /** The output `verdict` of the gate; nothing where its step must not run. */
  readonly verdict: string | undefined;
}

const DEPLOYED = '{"Data":{"ChangeOrderId":"ID"},"Message":"success"}';

const STORIES: readonly Story[] = [
  { scenario: 'success', deployed: DEPLOYED, result: 'success', verdict: 'succeeded' },
  { scenario: 'failed-batch', deployed: DEPLOYED, result: 'failure', verdict: 'failed' },
  { scenario: 'success', deployed: '{"Message":"No quota."}', result: 'failure', verdict: undefined },
];

interface Workflow {
  readonly jobs: {
    readonly deploy: { readonly steps: readonly { uses?: string; id?: string; with?: object }[] };
  };
}

/** The README's first workflow, whose gate asks this endpoint. */
function readmeWorkflow(endpoint: string): string {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const [, shown = ''] = /^```yaml\n(name: [\s\S]*?)^```$/mu.exec(readme) ?? [];
  const workflow = parse(shown) as Workflow;
  const gate = workflow.jobs.deploy.steps.find(({ uses }) => uses === GATE);
  if (gate === undefined) throw new Error('The first workflow of the README has no step of the gate.');
  gate.id = 'gate';
  const pace = { minPollInterval: '250ms', maxPollInterval: '1s', maxCallsPerMinute: '300' };
  gate.with = { ...gate.with, ...pace, endpoint };
  return stringify({ ...workflow, on: 'workflow_dispatch' });
}

/** A folder of stand-ins for what the workflow installs and calls. */
function standIns(folder: string, deployed: string): string {
  const programs = path.join(folder, 'bin');
  mkdirSync(programs);
  // An empty archive, and its checksum as the release of the CLI has it: for $file and $VERSION of the step.
  const archive = 'aliyun-cli-linux-$VERSION-amd64.tgz';
  const curl = `: > "${archive}"; sha256sum "${archive}" > SHASUMS256.txt`;
  const scripts = { curl, sudo: 'true', aliyun: `echo '${deployed}'` };
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
async function play({ scenario, deployed, result, verdict }: Story): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-readme-'));
  try {
    await using simulator = await startSimulator({ scenario, pace: perRequest(30_000), timeScale: 120 });
    const workflow = path.join(folder, 'readme.yml');
    writeFileSync(workflow, readmeWorkflow(simulator.url));
    const id = simulator.scenario.orders[0]?.id ?? '';
    const jobs = await runWithAct({
      workflow,
      args: ['--var', 'SAE_APP_ID=app', '--local-repository', `${GATE}=${actionFolder(folder)}`],
      secrets: {
        ALIBABA_CLOUD_ACCESS_KEY_ID: simulator.accessKeyId,
        ALIBABA_CLOUD_ACCESS_KEY_SECRET: simulator.accessKeySecret,
      },
      programs: [standIns(folder, deployed.replace('ID', id))],
    });
    const job: ActJob | undefined = [...jobs.values()][0];
    const was = `${String(job?.result)}, ${String(job?.step('gate').outputs['verdict'])}`;
    const wanted = `${result}, ${String(verdict)}`;
    return was === wanted
      ? []
      : [`${scenario}, ${deployed}: wanted ${wanted}, was ${was}: ${job?.log ?? ''}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await judge("act, with the README's workflow", async (): Promise<Judgement> => {
  if (spawnSync('jq', ['--version']).status !== 0)
    throw new LeftOut('there is no jq here, which hosted runners have');
  const complaints: string[] = [];
  for (const story of STORIES) complaints.push(...(await play(story)));
  return { seen: 'deployed and green, deployed and red, not deployed and red', complaints };
});
