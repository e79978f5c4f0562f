import { describe, expect, test } from '@jest/globals';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import type { ChangeOrder } from '../../testbed/simulator/change-order.ts';
import { changeOrder } from '../../testbed/simulator/change-order.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { rollout } from '../../testbed/simulator/timeline.ts';
import { IMAGE_PULL_FAILS } from '../../testbed/simulator/troubles.ts';
import type { GateRun } from '../action/run-gate.ts';
import { runGate } from '../action/run-gate.ts';
import { until } from '../action/until.ts';
import { LONGEST_END_MS } from '../support/patient.ts';

function order(number: number, own: Partial<ChangeOrder> = {}): ChangeOrder {
  const app = { ...DEMO_APPLICATION, id: `app-${number}`, name: `service-${number}` };
  return changeOrder({ id: `order-${number}`, app, ...own });
}

function world(orders: readonly ChangeOrder[]): Scenario {
  const [first, ...otherOrders] = orders;
  return scenario({ ...(first === undefined ? {} : { order: first }), otherOrders });
}

const FAILING: Partial<ChangeOrder> = {
  timeline: rollout({
    batchesMs: [60_000, 60_000, 60_000],
    ending: { inBatch: 2, status: 3, batchStatus: 3, errorMessage: 'Instances were not ready in time.' },
  }),
  trouble: IMAGE_PULL_FAILS,
};

const IDS = 'order-1\norder-2\norder-3\n';

function errors({ annotations }: GateRun): readonly string[] {
  return annotations.filter(({ kind }) => kind === 'error').map(({ message }) => message);
}

describe('the built action with three orders', () => {
  test.concurrent('of which one fails: red, with the verdict of each and the reason of the one', async () => {
    const run = await runGate({
      scenario: world([order(1), order(2, FAILING), order(3)]),
      inputs: { changeOrderId: IDS, diagnose: 'true' },
    });
    expect(run).toMatchObject({ exitCode: 1, conclusion: 'failure', stderr: '', runnerIssues: [] });
    expect(run.outputs).toMatchObject({
      verdict: 'failed',
      changeOrderId: 'order-2',
      appId: 'app-2',
      appName: 'service-2',
      status: '3',
      errorMessage: 'Instances were not ready in time.',
    });
    expect(JSON.parse(run.outputs['results'] ?? '')).toMatchObject([
      { changeOrderId: 'order-1', appId: 'app-1', verdict: 'succeeded', status: 2 },
      { changeOrderId: 'order-2', appId: 'app-2', verdict: 'failed', status: 3 },
      { changeOrderId: 'order-3', appId: 'app-3', verdict: 'succeeded', status: 2 },
    ]);
    expect(errors(run)).toStrictEqual([expect.stringMatching(/^Why: ErrImagePull: Failed to pull image/u)]);
    expect(errors(run)[0]).toMatch(/ImagePullBackOff|ErrImagePull/u);
    expect(run.rawSummary).toMatch(/^<h2>❌ 1 of 3 rollouts failed: service-2<\/h2>/u);
    expect(run.rawSummary.match(/<details open><summary><strong>/gu)).toHaveLength(1);
    expect(run.simultaneous).toBe(1);
    const log = run.lines.map(({ text }) => text).join('\n');
    expect(log).toMatch(/#1 {2}service-1 \(CoDeploy\)/u);
    expect(log).toMatch(/#3 {2}Change order: succeeded/u);
    expect(log).toContain('❌ 1 of 3 rollouts failed: service-2');
  });

  test.concurrent('that all succeed: green', async () => {
    const run = await runGate({
      scenario: world([order(1), order(2), order(3)]),
      inputs: { changeOrderId: IDS },
    });
    expect(run).toMatchObject({ exitCode: 0, conclusion: 'success', outputs: { verdict: 'succeeded' } });
    expect(errors(run)).toHaveLength(0);
    expect(run.simultaneous).toBe(1);
  });

  test.concurrent('and failFast: the step ends with the first red', async () => {
    const endless = { timeline: rollout({ batchesMs: [Infinity] }) };
    const run = await runGate({
      scenario: world([order(1, endless), order(2, FAILING), order(3, endless)]),
      inputs: { changeOrderId: IDS, failFast: 'true' },
    });
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.outputs['results'] ?? '')).toMatchObject([
      { verdict: 'not-awaited' },
      { verdict: 'failed' },
      { verdict: 'not-awaited' },
    ]);
    expect(errors(run)).toHaveLength(3);
  });

  test.concurrent(
    'is one process with one budget: of 40 orders at 60 calls a minute no more are asked',
    async () => {
      const endless = { timeline: rollout({ batchesMs: [Infinity] }) };
      const orders = Array.from({ length: 40 }, (_, index) => order(index + 1, endless));
      const run = await runGate({
        scenario: world(orders),
        inputs: {
          changeOrderId: orders.map(({ id }) => id).join(','),
          maxCallsPerMinute: '60',
          timeout: '5s',
          requestTimeout: '5s',
        },
      });
      expect(run).toMatchObject({ outputs: { verdict: 'timed-out' }, stderr: '' });
      const { length } = run.requests;
      // A bucket of sixty, and one more for each second that the process has had.
      expect(length).toBeLessThanOrEqual(60 + run.durationMs / 1_000 + 1);
      expect(new Set(run.requests.map(({ orderId }) => orderId)).size).toBe(40);
    },
  );

  test.concurrent('ends by a cancel, with 40 orders of which 20 hang in the queue', async () => {
    const endless = { timeline: rollout({ batchesMs: [Infinity] }) };
    const orders = Array.from({ length: 40 }, (_, index) => order(index + 1, endless));
    let sentAtMs = 0;
    const run = await runGate({
      scenario: world(orders),
      inputs: {
        changeOrderId: orders.map(({ id }) => id).join(','),
        maxCallsPerMinute: '20',
        timeout: '1h',
      },
      meanwhile: async (action, { requests }) => {
        await until('the first looks', () => requests.length >= 20);
        sentAtMs = performance.now();
        action.signal('SIGINT');
      },
    });
    expect(performance.now() - sentAtMs).toBeLessThan(LONGEST_END_MS);
    expect(run).toMatchObject({ outputs: { verdict: 'cancelled' }, stderr: '' });
    expect(run.requests.length).toBeLessThanOrEqual(22);
    expect(errors(run)).toHaveLength(10);
  });
});
