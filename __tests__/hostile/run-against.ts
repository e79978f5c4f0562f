import { expect } from '@jest/globals';
import type { ActionRun, RunActionOptions } from '../../testbed/runner/action-run.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import type { Verdict } from '../../src/rollout/verdicts.ts';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';
import { finishedAtOnce } from '../../testbed/simulator/timeline.ts';
import { LONGEST_TO_DEADLINE_S } from '../support/patient.ts';

/** The key of these tests. */
const ACCOUNT = { accessKeyId: 'network-test-key-id', accessKeySecret: 'network-test-secret' };

/** An order that has succeeded: one answer that gets through is green. */
export const SUCCEEDED: Scenario = scenario({ order: { timeline: finishedAtOnce(1) } });

/** A simulator of that order, to which `inputs` below have the key. */
export function startSucceeded(): Promise<Simulator> {
  return startSimulator({ scenario: SUCCEEDED, accounts: [ACCOUNT] });
}

/** For a look that gets no answer: soon made once more. How many looks it takes then depends on the machine. */
export const IMPATIENT = { requestTimeout: '2s' } as const;

/** Where the gate looks, and in which surroundings. */
export interface Surroundings {
  /** What it takes for the SAE API; the official one of the region, if not given. */
  readonly endpoint?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: RunActionOptions['env'];
  readonly measureMemory?: boolean;
}

/**
 * Runs the built action as a process. Quick on loopback, and patient with each request: a busy machine makes
 * no second one of it.
 */
export function runAgainst({
  endpoint,
  inputs = {},
  env = {},
  measureMemory = false,
}: Surroundings): Promise<ActionRun> {
  return runAction({
    inputs: {
      ...ACCOUNT,
      regionId: 'cn-hangzhou',
      changeOrderId: DEMO_ORDER_ID,
      ...(endpoint === undefined ? {} : { endpoint, minPollInterval: '40ms', maxPollInterval: '100ms' }),
      timeout: '2m',
      requestTimeout: '1m',
      maxCallsPerMinute: '10000',
      diagnose: 'false',
      verify: 'off',
      ...inputs,
    },
    env,
    measureMemory,
  }).done;
}

/** Expects the verdict, told the same by output, exit status, annotation and summary. */
export function expectEnding(run: ActionRun, verdict: Verdict): void {
  const green = verdict === 'succeeded';
  expect({ verdict: run.outputs['verdict'], exit: run.exitCode, conclusion: run.conclusion }).toStrictEqual({
    verdict,
    exit: green ? 0 : 1,
    conclusion: green ? 'success' : 'failure',
  });
  expect(run.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(green ? 0 : 1);
  expect(run.summary).toMatch(green ? /^<h2>✅/u : /^<h2>(?:❌|❓|⏱️|⏹️|⏸️)/u);
}

/** Expects the verdict of a wait whose deadline of a second has ended it, though it never got an answer. */
export function expectDeadline(run: ActionRun): void {
  expectEnding(run, 'timed-out');
  expect(Number(run.outputs['durationSeconds'])).toBeLessThan(LONGEST_TO_DEADLINE_S);
}

/** The error annotation of a red run. */
export function errorOf({ annotations }: ActionRun): string {
  return annotations.find(({ kind }) => kind === 'error')?.message ?? '';
}

/** How many looks in a row failed before the API could be read again; 0 where none did. */
export function failedLooksOf({ lines }: ActionRun): number {
  const log = lines.map(({ text }) => text).join('\n');
  return Number(/The API can be read again, after (\d+) failed poll/.exec(log)?.[1] ?? 0);
}
