import { describe, expect, test } from '@jest/globals';
import type { SignalName } from '../../testbed/runner/action-run.ts';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import type { Fault } from '../../testbed/simulator/fault.ts';
import { ENDLESS_BODY, HANG, HANG_AFTER_HEADERS, SLOW_DRIP, fault } from '../../testbed/simulator/fault.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { rollout } from '../../testbed/simulator/timeline.ts';
import { LONGEST_END_MS, PATIENT } from '../support/patient.ts';
import type { GateOptions, GateRun } from './run-gate.ts';
import { looksOf, runGate } from './run-gate.ts';
import { errorOf, expectVerdict } from './sound-run.ts';
import { until } from './until.ts';

interface CancelledRun extends GateRun {
  /** From the first signal to the end of the process. */
  readonly endedAfterMs: number;
}

/** Runs the gate, sends the signals once `ready`, and waits for its end. */
async function cancelled(
  world: Scenario,
  signals: readonly SignalName[],
  ready: (requests: number) => boolean,
  inputs: GateOptions['inputs'] = {},
): Promise<CancelledRun> {
  let sentAtMs = 0;
  const run = await runGate({
    scenario: world,
    inputs: { ...PATIENT, ...inputs },
    meanwhile: async (action, { requests }) => {
      await until('the moment to cancel', () => ready(requests.length));
      sentAtMs = performance.now();
      for (const signal of signals) action.signal(signal);
    },
  });
  return { ...run, endedAfterMs: performance.now() - sentAtMs };
}

const ENDLESS_ROLLOUT = scenario({ order: { timeline: rollout({ batchesMs: [Infinity], prepareMs: 0 }) } });

describe.each<SignalName>(['SIGINT', 'SIGTERM'])('%s', signal => {
  test.concurrent('in mid-sleep: cancelled at once, and says that the rollout still runs', async () => {
    let ended = 0;
    let sentAtMs = 0;
    const run = await runGate({
      scenario: ENDLESS_ROLLOUT,
      inputs: PATIENT,
      signalAfter: { line: /in progress/, signal },
      meanwhile: async (action, { requests }) => {
        await until('the first look', () => requests.length >= 1);
        sentAtMs = performance.now();
        await action.done;
        ended = performance.now();
      },
    });
    expect(ended - sentAtMs).toBeLessThan(LONGEST_END_MS);
    expectVerdict(run, 'cancelled');
    expect(looksOf(run)).toHaveLength(1);
    expect(errorOf(run).message).toMatch(new RegExp(`cancelled \\(${signal}\\)`));
    expect(errorOf(run).title).toBe('SAE · demo-app: wait cancelled, rollout still running');
    expect(errorOf(run).message).toContain('Rollout still running: batch 1 of 1 in progress');
    expect(run.rawSummary).toContain('wait cancelled, rollout still running');
    expect(run.outputs).toMatchObject({ status: '1', appName: 'demo-app' });
  });

  test.concurrent.each<[string, Fault]>([
    ['that gets no answer', HANG],
    ['whose body never comes', HANG_AFTER_HEADERS],
    ['whose body never ends', SLOW_DRIP],
  ])('during a request %s', async (_, what) => {
    const run = await cancelled(scenario({ faults: [fault(what)] }), [signal], requests => requests === 1);
    expect(run.endedAfterMs).toBeLessThan(LONGEST_END_MS);
    expectVerdict(run, 'cancelled');
    expect(run.requests).toHaveLength(1);
    expect(run.requests[0]?.abortedByClient).toBe(true);
    expect(errorOf(run).message).toContain('neither the application nor a status could be read');
  });
});

test.concurrent('a second signal changes nothing', async () => {
  const run = await cancelled(
    scenario({ faults: [fault(HANG)] }),
    ['SIGINT', 'SIGTERM', 'SIGINT'],
    requests => requests >= 1,
  );
  expectVerdict(run, 'cancelled');
  expect(run.endedAfterMs).toBeLessThan(LONGEST_END_MS);
});

test.concurrent('a signal in mid-outage: cancelled, with the last error', async () => {
  const run = await cancelled(
    scenario({ faults: [fault(ENDLESS_BODY)] }),
    ['SIGINT'],
    requests => requests >= 3,
    { minPollInterval: '40ms', maxPollInterval: '40ms' },
  );
  expectVerdict(run, 'cancelled');
});

test.concurrent('the runner’s own cancel: gone before it would kill, and the step is cancelled', async () => {
  const run = await runGate({
    scenario: ENDLESS_ROLLOUT,
    inputs: PATIENT,
    // SIGINT is enough, and it ends before any other signal.
    cancelDelays: { terminateAfterMs: LONGEST_END_MS, killAfterMs: LONGEST_END_MS },
    meanwhile: async (action, { requests }) => {
      await until('the first look', () => requests.length >= 1);
      action.cancel();
    },
  });
  expect({ exit: run.exitCode, signal: run.signal, conclusion: run.conclusion }).toStrictEqual({
    exit: 1,
    signal: null,
    conclusion: 'cancelled',
  });
  expect(run.outputs['verdict']).toBe('cancelled');
  expect(run.rawSummary).toContain('cancelled');
});

test.concurrent('what was known is set already: a kill leaves it to the next steps', async () => {
  const run = await runGate({
    scenario: ENDLESS_ROLLOUT,
    inputs: PATIENT,
    signalAfter: { line: /in progress/, signal: 'SIGKILL' },
  });
  expect({ exit: run.exitCode, signal: run.signal, conclusion: run.conclusion }).toStrictEqual({
    exit: null,
    signal: 'SIGKILL',
    conclusion: 'failure',
  });
  expect(run.outputs).toMatchObject({ status: '1', appName: 'demo-app', changeOrderId: DEMO_ORDER_ID });
  expect(run.outputs['verdict'] ?? '').not.toBe('succeeded');
});
