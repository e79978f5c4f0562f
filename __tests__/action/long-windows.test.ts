/**
 * The windows of 15 s in which a doubtful answer is asked about again, in real time: a process has no
 * other. All of them at once, so that the whole takes little longer than one.
 */
import { expect, test } from '@jest/globals';
import { edit, remove, set } from '../../testbed/simulator/answer-edit.ts';
import { DEMO_APPLICATION, OTHER_APPLICATION } from '../../testbed/simulator/application.ts';
import { orderAbsent } from '../../testbed/simulator/fault.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { finishedAtOnce } from '../../testbed/simulator/timeline.ts';
import type { GateRun } from './run-gate.ts';
import { runGate } from './run-gate.ts';
import { errorOf, expectVerdict, logOf } from './sound-run.ts';

const WINDOW_MS = 15_000;
/** Far more than a busy machine takes beyond: what else ends a wait here would take minutes. */
const LATEST_MS = WINDOW_MS + 30_000;

const SLOW = { minPollInterval: '1s', maxPollInterval: '10s' };
const FINISHED = { order: { timeline: finishedAtOnce(2) } };

/** From the first of these requests to the last. */
function spanMs({ requests }: GateRun): number {
  return (requests.at(-1)?.atMs ?? 0) - (requests[0]?.atMs ?? 0);
}

function expectWindow(run: GateRun): void {
  expect(run.requests.length).toBeGreaterThanOrEqual(3);
  expect(spanMs(run)).toBeGreaterThanOrEqual(WINDOW_MS - 50);
  expect(spanMs(run)).toBeLessThan(LATEST_MS);
}

test.concurrent('a batch that contradicts its order for 15 s: failed, and both are named', async () => {
  const run = await runGate({
    scenario: scenario({ ...FINISHED, edits: [edit([set('Data.Pipelines.1.Status', 3)])] }),
    inputs: SLOW,
  });
  expectVerdict(run, 'failed');
  expectWindow(run);
  expect(errorOf(run).message).toContain('The order says succeeded, batch 2 says failed');
  expect(run.outputs['status']).toBe('2');
});

test.concurrent.each([6, 10])('a batch at %d contradicts its order too', async status => {
  const run = await runGate({
    scenario: scenario({ ...FINISHED, edits: [edit([set('Data.Pipelines.0.Status', status)])] }),
    inputs: SLOW,
  });
  expectVerdict(run, 'failed');
  expectWindow(run);
  expect(errorOf(run).message).toContain('The order says succeeded, batch 1 says');
});

test.concurrent('a contradiction that heals within 15 s: green', async () => {
  const run = await runGate({
    scenario: scenario({
      ...FINISHED,
      edits: [edit([set('Data.Pipelines.1.Status', 3)], { toLook: 4 })],
    }),
    inputs: { ...SLOW, maxPollInterval: '1s' },
  });
  expectVerdict(run, 'succeeded');
  expect(run.requests).toHaveLength(5);
  expect(logOf(run)).toContain('although a batch says failed');
});

test.concurrent('an order that is not there for 15 s: not found, with code and RequestId', async () => {
  const run = await runGate({ scenario: 'not-found', inputs: SLOW });
  expectVerdict(run, 'not-found');
  expectWindow(run);
  expect(errorOf(run).message).toMatch(/InvalidChangeOrder\.NotFound \(HTTP 400, RequestId [0-9A-F-]{36}\)/);
});

test.concurrent('an order that vanishes for 15 s: not found', async () => {
  const run = await runGate({
    scenario: scenario({ faults: [orderAbsent({ fromLook: 2 })] }),
    inputs: SLOW,
  });
  expectVerdict(run, 'not-found');
  expect(run.outputs['appName']).toBe(DEMO_APPLICATION.name);
  const absentMs = (run.requests.at(-1)?.atMs ?? 0) - (run.requests[1]?.atMs ?? 0);
  expect(absentMs).toBeGreaterThanOrEqual(WINDOW_MS - 50);
});

test.concurrent('an order that is looked at rarely needs three looks to be not found', async () => {
  const run = await runGate({
    scenario: 'not-found',
    inputs: { minPollInterval: '9s', maxPollInterval: '9s' },
  });
  expectVerdict(run, 'not-found');
  expect(run.requests).toHaveLength(3);
});

test.concurrent('an order that the application’s list lacks for 15 s: unreadable', async () => {
  const run = await runGate({
    scenario: scenario({
      order: { timeline: finishedAtOnce(1), app: OTHER_APPLICATION },
      edits: [edit([remove('Data.AppId')])],
    }),
    inputs: { ...SLOW, appId: DEMO_APPLICATION.id },
  });
  expectVerdict(run, 'unreadable');
  expectWindow(run);
  expect(errorOf(run).message).toContain('could not be matched to application');
});
