/**
 * A runner that nobody here wrote: act plays the workflow of the endings in `ci.yml`, every verdict but the
 * cancelled one, and a workflow that shows what that one does not. What it saw of some endings is compared
 * with what `testbed/runner/` says of the same ones.
 *
 * Not played: `cancelled`. act ends a step that is over its time by a kill; GitHub's runner sends SIGINT and
 * SIGTERM first (`ProcessInvoker` in its source), as `testbed/runner/` does.
 *
 *   node scripts/run.mjs testbed/judges/runner.ts
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { ENDINGS } from '../action-e2e/endings.ts';
import { runAction } from '../runner/run-action.ts';
import { DEMO_ACCOUNT } from '../simulator/account.ts';
import { startSimulator } from '../simulator/server.ts';
import type { ActJob } from './act-run.ts';
import { runWithAct } from './act-run.ts';
import { OWN_FOLDER, ROOT } from './folders.ts';
import type { Judgement } from './judge.ts';
import { judge } from './judge.ts';

const WORKFLOW = path.join(ROOT, '.github/workflows/ci.yml');
const PLAYED = Object.keys(ENDINGS).filter(name => name !== 'cancelled');
/** Green, red with a diagnosis and annotations, and several orders. */
const COMPARED = ['succeeded', 'failed', 'not-awaited'];

const workflow = readFileSync(WORKFLOW, 'utf8');

function standIn(): readonly string[] {
  const [, pinned = ''] = /uses: (actions\/setup-node@[0-9a-f]{40})/u.exec(workflow) ?? [];
  return ['--local-repository', `${pinned}=${path.join(OWN_FOLDER, 'setup-node')}`];
}

async function playEndings(): Promise<ReadonlyMap<string, ActJob>> {
  const endings = PLAYED.flatMap(name => ['--matrix', `ending:${name}`]);
  const jobs = await runWithAct({
    workflow: WORKFLOW,
    args: ['--job', 'endings', '--matrix', 'os:ubuntu-24.04', ...endings, ...standIn()],
  });
  const byEnding = [...jobs].map(([name, job]) => [/Ends (\S+) /u.exec(name)?.[1] ?? name, job] as const);
  return new Map(byEnding);
}

/** What a runner made of the step, without what is another at each run. */
interface Seen {
  readonly conclusion: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly masks: readonly string[];
  readonly annotations: readonly string[];
  readonly heading: string;
}

function withoutTimes(outputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(outputs).map(([name, value]) => {
    if (name === 'durationSeconds') return [name, ''];
    if (name === 'reportPath') return [name, path.basename(value)];
    return [name, value.replaceAll(/"durationSeconds":\d+/gu, '')];
  });
  return Object.fromEntries(entries.sort()) as Readonly<Record<string, string>>;
}

function seenByAct(job: ActJob): Seen {
  const { results, outputs, masks, annotations, summary } = job.step('gate');
  const main = results['Main'] ?? 'none';
  return {
    conclusion: main,
    outputs: withoutTimes(outputs),
    masks: [...masks].sort(),
    annotations: [...annotations].sort(),
    heading: summary.split('\n')[0] ?? '',
  };
}

/** The same step in the house's own runner, with what `ci.yml` gives it. */
async function seenByOwnRunner(name: string): Promise<Seen> {
  const ending = ENDINGS[name];
  if (ending === undefined) throw new Error(`There is no ending ${name}.`);
  await using simulator = await startSimulator({
    scenario: ending.scenario,
    timeScale: 24,
    pace: 'clock-from-first-request',
  });
  const told: Readonly<Record<string, string>> = {
    ...ending.inputs,
    endpoint: simulator.url,
    accessKeyId: simulator.accessKeyId,
    accessKeySecret: simulator.accessKeySecret,
  };
  await using action = runAction({ inputs: inputsOfWorkflow(told) });
  const run = await action.done;
  return {
    conclusion: run.conclusion,
    outputs: withoutTimes(run.outputs),
    masks: [...run.masks].sort(),
    annotations: run.annotations.map(({ kind, title }) => `${kind}: ${title ?? ''}`).sort(),
    heading: run.rawSummary.split('\n')[0] ?? '',
  };
}

function inputsOfWorkflow(told: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { jobs } = parse(workflow, { schema: 'failsafe' }) as {
    readonly jobs: {
      readonly endings: { readonly steps: readonly { id?: string; with?: Record<string, string> }[] };
    };
  };
  const inputs = jobs.endings.steps.find(({ id }) => id === 'gate')?.with ?? {};
  const filled = Object.entries(inputs).map(([name, value]) => {
    const output = /^\$\{\{ steps\.sae\.outputs\.(\w+) \}\}$/u.exec(value)?.[1];
    return [name, output === undefined ? value : (told[output] ?? '')];
  });
  return Object.fromEntries(filled) as Readonly<Record<string, string>>;
}

/** Where the two say different things of a field, in a line each. */
function differences(name: string, act: Seen, own: Seen): readonly string[] {
  return (Object.keys(act) as readonly (keyof Seen)[])
    .filter(field => !isDeepStrictEqual(act[field], own[field]))
    .map(
      field =>
        `${name}, ${field}: act ${JSON.stringify(act[field])}, testbed/runner ${JSON.stringify(own[field])}`,
    );
}

/** What is wrong with the job of an ending by itself. */
function faultsOf(name: string, job: ActJob | undefined): readonly string[] {
  if (job === undefined) return [`${name} was not played`];
  const { results, outputs, summary } = job.step('gate');
  const wanted = ENDINGS[name]?.verdict === 'succeeded' ? 'success' : 'failure';
  const heading = wanted === 'success' ? '<h2>✅' : '<h2>';
  const sayings: readonly (readonly [string, boolean])[] = [
    [`the step is ${String(results['Main'])}, not ${wanted}`, results['Main'] === wanted],
    [`a later step reads ${String(outputs['verdict'])}`, job.log.includes(`${name}: as wanted`)],
    ['the post step failed', results['Post'] === 'success'],
    [`the summary begins with ${summary.slice(0, 60)}`, /^<h2>✅?/u.exec(summary)?.[0] === heading],
    ['the secret is in the log', !job.log.includes(DEMO_ACCOUNT.accessKeySecret)],
  ];
  return sayings.filter(([, holds]) => !holds).map(([fault]) => `${name}: ${fault}`);
}

await judge('act, with every ending', async (): Promise<Judgement> => {
  const jobs = await playEndings();
  const own = await Promise.all(COMPARED.map(seenByOwnRunner));
  const compared = COMPARED.flatMap((name, index) => {
    const job = jobs.get(name);
    const seen = own[index];
    return job === undefined || seen === undefined ? [] : differences(name, seenByAct(job), seen);
  });
  return {
    seen: `${jobs.size} endings as wanted; of ${COMPARED.join(', ')} testbed/runner says the same`,
    complaints: [...PLAYED.flatMap(name => faultsOf(name, jobs.get(name))), ...compared],
  };
});

await judge('act, with jobs that stay red', async (): Promise<Judgement> => {
  const jobs = await runWithAct({
    workflow: path.join(OWN_FOLDER, 'runner.yml'),
    secrets: {
      ACCESS_KEY_ID: DEMO_ACCOUNT.accessKeyId,
      ACCESS_KEY_SECRET: DEMO_ACCOUNT.accessKeySecret,
    },
  });
  const job = (name: string): ActJob | undefined => jobs.get(`Judged/${name}`);
  const results = ['green', 'after-green', 'red'].map(name => `${name}: ${job(name)?.result ?? 'not run'}`);
  const log = [...jobs.values()].map(one => one.log).join('\n');
  const sayings: readonly (readonly [string, boolean])[] = [
    [
      `jobs ended otherwise: ${results.join(', ')}`,
      results.join(', ') === 'green: success, after-green: success, red: failure',
    ],
    ['a secret is shown', log.includes('and shows ***') && !log.includes(DEMO_ACCOUNT.accessKeySecret)],
    ['a later step has no output', log.includes('a later step reads succeeded')],
    ['another job has no output', log.includes('another job reads succeeded')],
    ['nobody learns the verdict of a red step', log.includes('after a red step one reads failed')],
    ['something ran after a red step', !log.includes('must not run')],
  ];
  return {
    seen: `${results.join(', ')}, and what needs it did not run; outputs go on, secrets are masked`,
    complaints: sayings.filter(([, holds]) => !holds).map(([fault]) => fault),
  };
});
