import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ENDINGS } from '../testbed/action-e2e/endings.ts';
import { readKeyValueFile } from '../testbed/runner/file-commands.ts';
import { runAction } from '../testbed/runner/run-action.ts';
import { VERDICTS, VERDICT_FACTS } from '../src/rollout/verdicts.ts';
import { LONGEST_END_MS } from './support/patient.ts';
import { filled } from './support/example-workflows.ts';
import type { WorkflowStep } from './support/workflow-files.ts';
import { workflowFiles } from './support/workflow-files.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const job = workflowFiles().find(({ file }) => file === 'ci.yml')?.workflow.jobs['endings'];
const steps = job?.steps ?? [];
const matrix = job?.strategy?.matrix ?? {};

describe('the workflow plays', () => {
  test('every verdict of the gate', () => {
    const verdicts = VERDICTS.filter(verdict => VERDICT_FACTS[verdict].greenOf !== 'idle').toSorted();
    expect((matrix['ending'] as readonly string[]).toSorted()).toStrictEqual(verdicts);
    expect(Object.keys(ENDINGS).toSorted()).toStrictEqual(verdicts);
  });

  test('each of them as what it is: the verdict of the step, or of one of its orders', () => {
    const others = Object.entries(ENDINGS).filter(
      ([name, { verdict, results = [verdict] }]) => !results.includes(name),
    );
    expect(others).toStrictEqual([]);
  });

  test('on other systems only what is in the list', () => {
    const more = (matrix['include'] ?? []) as readonly { readonly os: string; readonly ending: string }[];
    expect(more.length).toBeGreaterThan(0);
    expect(more.filter(({ ending }) => !Object.hasOwn(ENDINGS, ending))).toStrictEqual([]);
  });
});

/** What the expressions of a job's later steps can ask of a step. */
interface StepResult {
  readonly outcome: 'success' | 'failure';
  readonly outputs: Readonly<Record<string, string>>;
  /** What a shell step had to complain of. */
  readonly stderr?: string;
}

const leftBehind: number[] = [];
afterAll(() => {
  for (const pid of leftBehind) process.kill(pid);
});

/** Plays the job as the runner does, but for checkout and Node, which are here. @returns each step's result */
async function play(ending: string): Promise<ReadonlyMap<string, StepResult>> {
  const results = new Map<string, StepResult>();
  const value = (expression: string): string => {
    if (expression === 'matrix.ending') return ending;
    const inner = /^fromJSON\((.*)\)$/u.exec(expression)?.[1] ?? expression;
    const [, id = '', what = '', output = ''] = /^steps\.(\w+)\.(\w+)(?:\.(\w+))?$/u.exec(inner) ?? [];
    const result = results.get(id);
    if (result === undefined) throw new Error(`${expression} asks for a step that is not there`);
    if (what === 'outcome') return result.outcome;
    const found = result.outputs[output];
    if (found === undefined) throw new Error(`${expression} asks for an output that is not there`);
    return found;
  };
  for (const step of steps.filter(({ uses }) => uses === undefined || uses === './')) {
    const result = step.uses === './' ? await runGate(step, value) : runShell(step, value);
    results.set(step.id ?? step.name ?? '', result);
    if (result.outcome === 'failure' && step['continue-on-error'] !== true) break;
  }
  return results;
}

function evaluated(
  values: WorkflowStep['with'],
  value: (expression: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, filled(text, value)]));
}

function runShell({ run = '', env }: WorkflowStep, value: (expression: string) => string): StepResult {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-endings-'));
  try {
    const outputsFile = path.join(folder, 'outputs');
    writeFileSync(outputsFile, '');
    const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: ROOT,
      env: {
        PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`,
        GITHUB_OUTPUT: outputsFile,
        ...evaluated(env, value),
      },
      encoding: 'utf8',
    });
    const outputs = Object.fromEntries(readKeyValueFile(readFileSync(outputsFile, 'utf8')).values);
    if (outputs['pid'] !== undefined) leftBehind.push(Number(outputs['pid']));
    return { outcome: status === 0 ? 'success' : 'failure', outputs, stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runGate(step: WorkflowStep, value: (expression: string) => string): Promise<StepResult> {
  const minutes = Number(filled(step['timeout-minutes'] ?? '', value));
  // A step that the runner cancels after a minute is cancelled here as soon as it has said something.
  const isToBeCancelled = minutes === 1;
  const action = runAction({
    inputs: evaluated(step.with, value),
    // The first signal is enough, however busy the machine is.
    cancelDelays: { terminateAfterMs: LONGEST_END_MS, killAfterMs: LONGEST_END_MS },
    onLine: ({ text }) => {
      if (isToBeCancelled && text.includes('in progress')) action.cancel();
    },
  });
  const { conclusion, outputs } = await action.done;
  // `StepsRunner`: a step that ran out of its time has failed.
  return { outcome: conclusion === 'success' ? 'success' : 'failure', outputs };
}

const hasShell = existsSync('/bin/bash') || spawnSync('bash', ['--version']).status === 0;

(hasShell ? describe : describe.skip)('the steps of the workflow, played here:', () => {
  test.concurrent.each(Object.keys(ENDINGS))('%s', async ending => {
    const results = await play(ending);
    const all = [...results.values()];
    expect(all).toHaveLength(3);
    expect(all.at(-1)).toStrictEqual({ outcome: 'success', outputs: {}, stderr: '' });
    const isGreen = results.get('gate')?.outcome === 'success';
    expect(isGreen).toBe(ending === 'succeeded');
  });

  test('a green gate that had to be red makes the job red', () => {
    const wrong = { outcome: 'success', verdict: 'succeeded', results: '[{"verdict":"succeeded"}]' };
    const judging = steps.at(-1);
    expect(judging?.run).toBe('node scripts/run.mjs --bare testbed/action-e2e/judge.ts');
    const { outcome, stderr } = runShell({ ...judging, with: {}, env: judging?.env ?? {} }, expression =>
      expression === 'matrix.ending'
        ? 'failed'
        : (Object.entries(wrong).find(([name]) => expression.endsWith(name))?.[1] ?? ''),
    );
    expect(outcome).toBe('failure');
    expect(stderr).toMatch(/^failed: wanted .*"failure".*, was .*"success"/u);
  });
});
