import { describe, expect, test } from '@jest/globals';
import { edit, set } from '../../testbed/simulator/answer-edit.ts';
import { DEMO_APPLICATION, OTHER_APPLICATION } from '../../testbed/simulator/application.ts';
import { changeOrder, DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import { fault, gatewayError, HANG, orderAbsent } from '../../testbed/simulator/fault.ts';
import { standingAt } from '../../testbed/simulator/pace.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import { finishedAtOnce, rollout } from '../../testbed/simulator/timeline.ts';
import { LONGEST_TO_DEADLINE_S } from '../support/patient.ts';
import { STORY_PER_LOOK_MS } from '../support/story-by-looks.ts';
import { looksOf, REGION, runGate } from './run-gate.ts';
import { errorOf, expectVerdict, logOf, warningTitles } from './sound-run.ts';

const CONSOLE_URL = `https://sae.console.aliyun.com/#/AppList/ChangeOrderDetail?changeOrderId=${DEMO_ORDER_ID}&regionId=${REGION}`;

const MINUTE_MS = 60_000;

const EVERY_SECOND_LOOK = Array.from({ length: 12 }, (_, index) => 2 * index + 2);

/** How many looks it takes to see what happens so late in the story. */
function looksTo(storyMs: number): number {
  return Math.ceil(storyMs / STORY_PER_LOOK_MS) + 1;
}

describe('a rollout in three batches', () => {
  test.concurrent('that succeeds is green, and everything that is known is told', async () => {
    const run = await runGate({ scenario: 'success' });
    expectVerdict(run, 'succeeded');
    expect(run.outputs).toMatchObject({
      verdict: 'succeeded',
      status: '2',
      statusText: 'succeeded',
      subStatus: '0',
      changeOrderId: DEMO_ORDER_ID,
      appId: DEMO_APPLICATION.id,
      appName: DEMO_APPLICATION.name,
      coTypeCode: 'CoDeploy',
      batchCount: '3',
      supportRollback: 'true',
      consoleUrl: CONSOLE_URL,
    });
    expect(warningTitles(run)).toStrictEqual([]);
    expect(run.rawSummary).toContain('<h2>✅ demo-app: rollout succeeded</h2>');
    for (const batch of ['1/3', '2/3', '3/3']) expect(run.rawSummary).toContain(`<td>${batch}</td>`);
  });

  test.concurrent(
    'has its changes in the log, each once, and no line for a look that shows none',
    async () => {
      const run = await runGate({ scenario: 'success' });
      const told = logOf(run)
        .split('\n')
        .filter(line => /[Bb]atch \d of 3/.test(line))
        .map(line => line.replace(/^ +\d+:\d\d +/, '').replace(/ after .*$/, ''));
      expect(told).toStrictEqual([
        'Batch 1 of 3: in progress',
        'Batch 1 of 3: succeeded',
        'Batch 2 of 3: in progress',
        'Batch 2 of 3: succeeded',
        'Batch 3 of 3: in progress',
        'Batch 3 of 3: succeeded',
      ]);
      expect(run.requests.length).toBeGreaterThan(12);
      expect(logOf(run).split('\n').length).toBeLessThan(17);
    },
  );
});

test.concurrent('an order that is already finished takes one request', async () => {
  const run = await runGate({ scenario: 'finished' });
  expectVerdict(run, 'succeeded');
  expect(run.requests).toHaveLength(1);
});

describe('an order that ends badly', () => {
  test.concurrent('failed: its second batch failed', async () => {
    const run = await runGate({ scenario: 'failed-batch' });
    expectVerdict(run, 'failed');
    const said = findScenario('failed-batch').orders[0]?.timeline.phases.at(-1)?.errorMessage ?? 'nothing';
    expect(run.outputs).toMatchObject({ status: '3', statusText: 'failed', errorMessage: said });
    expect(errorOf(run).title).toBe('SAE · demo-app: batch 2 of 3 failed');
    expect(errorOf(run).message).toContain(said);
    expect(errorOf(run).message).toContain(CONSOLE_URL);
    expect(run.rawSummary).toContain(said);
  });

  test.concurrent('terminated', async () => {
    const run = await runGate({ scenario: 'terminated' });
    expectVerdict(run, 'terminated');
    expect(run.outputs).toMatchObject({ status: '6', errorMessage: 'Terminated by user.' });
    expect(errorOf(run).title).toBe('SAE · demo-app: rollout was terminated in batch 2 of 3');
    expect(errorOf(run).message).toContain('Rollout terminated (1 of 3 batches done);');
  });

  test.concurrent('system-error', async () => {
    const run = await runGate({ scenario: 'system-error' });
    expectVerdict(run, 'system-error');
    expect(run.outputs).toMatchObject({ status: '10', errorMessage: 'System exception.' });
    expect(errorOf(run).title).toMatch(/failed – SAE system exception$/);
  });

  test.concurrent.each([3, 6, 10])('status %d keeps its verdict with SubStatus 1', async status => {
    const timeline = rollout({
      batchesMs: [0],
      prepareMs: 0,
      ending: { inBatch: 1, status, subStatus: 1, batchStatus: status },
    });
    const run = await runGate({ scenario: scenario({ order: { timeline } }) });
    expectVerdict(run, status === 3 ? 'failed' : status === 6 ? 'terminated' : 'system-error');
    expect(run.outputs['subStatus']).toBe('1');
    expect(run.requests).toHaveLength(1);
  });
});

describe('SubStatus 1', () => {
  test.concurrent('is red at once, and says that a person must roll back', async () => {
    const run = await runGate({ scenario: 'needs-rollback' });
    expectVerdict(run, 'needs-rollback');
    expect(run.outputs).toMatchObject({ status: '1', subStatus: '1', supportRollback: 'true' });
    expect(errorOf(run).message).toContain('Roll the order back in the console');
    expect(run.rawSummary).toContain('Roll the order back in the console');
    // 5 s to prepare, and two batches of 80 and 70 s.
    expect(run.requests).toHaveLength(looksTo(155_000));
  });

  test.concurrent.each([0, 1, 2, 8, 9, 11, 12, 7])('goes before status %d', async status => {
    const timeline = rollout({
      batchesMs: [0],
      prepareMs: 0,
      ending: { inBatch: 1, status, subStatus: 1, batchStatus: status },
    });
    const run = await runGate({ scenario: scenario({ order: { timeline } }) });
    expectVerdict(run, 'needs-rollback');
    expect(run.requests).toHaveLength(1);
  });
});

describe('the deadline', () => {
  test.concurrent('is red, says that the rollout still runs, and tells the last state', async () => {
    const run = await runGate({
      scenario: 'stuck',
      pace: standingAt(4 * MINUTE_MS),
      inputs: { timeout: '3s' },
    });
    expectVerdict(run, 'timed-out');
    const { message } = errorOf(run);
    expect(message).toMatch(/Rollout still running: batch 3 of 3 in progress/);
    // The last look lands on the deadline, and is answered when the machine finds the time.
    const [, after] =
      /The rollout did not complete within (\d+(?:\.\d)?) s \(timeout\)\./.exec(message) ?? [];
    expect(Number(after)).toBeGreaterThanOrEqual(3);
    expect(Number(after)).toBeLessThan(LONGEST_TO_DEADLINE_S);
    expect(run.outputs).toMatchObject({ status: '1', durationSeconds: Number(after).toFixed(0) });
  });

  test.concurrent('tells the last error too', async () => {
    const run = await runGate({
      scenario: scenario({ faults: [fault(gatewayError('ServiceUnavailable'), { fromLook: 2 })] }),
      inputs: { timeout: '1s' },
    });
    expectVerdict(run, 'timed-out');
    expect(errorOf(run).message).toMatch(
      /Last error: .*ServiceUnavailable \(HTTP 503, RequestId [0-9A-F-]{36}\)/,
    );
  });

  test.concurrent('comes though nothing was ever learnt: not found out is not failed', async () => {
    const run = await runGate({
      scenario: scenario({ faults: [fault(gatewayError('ServiceUnavailable'))] }),
      inputs: { timeout: '700ms' },
    });
    expectVerdict(run, 'timed-out');
    expect(errorOf(run).message).toMatch(/No status of the rollout was seen .*ServiceUnavailable/);
    expect(run.outputs['status']).toBeUndefined();
  });

  test.concurrent('is kept though the API hangs', async () => {
    const run = await runGate({
      scenario: scenario({ faults: [fault(HANG)] }),
      inputs: { timeout: '1s', requestTimeout: '400ms' },
    });
    expectVerdict(run, 'timed-out');
    expect(Number(run.outputs['durationSeconds'])).toBeLessThan(LONGEST_TO_DEADLINE_S);
    expect(errorOf(run).message).toContain('none within 400 ms');
  });

  test.concurrent('has the last look land on it: an order that succeeded just before is green', async () => {
    const run = await runGate({
      scenario: scenario({
        order: { timeline: finishedAtOnce(1) },
        edits: [edit([set('Data.Status', 1)], { looks: [1] })],
      }),
      inputs: { timeout: '3s', minPollInterval: '20s', maxPollInterval: '20s' },
    });
    expectVerdict(run, 'succeeded');
    expect(looksOf(run)).toHaveLength(2);
    // By its own clock: the first look may be late on a busy machine, the last one is never early.
    expect(Number(run.outputs['durationSeconds'])).toBeGreaterThanOrEqual(3);
  });
});

describe('an order that is not there', () => {
  test.concurrent('at the start, up to the deadline', async () => {
    const run = await runGate({
      scenario: 'not-found',
      inputs: { changeOrderId: 'no-such-order', timeout: '1s' },
    });
    expectVerdict(run, 'not-found');
    expect(errorOf(run).message).toMatch(
      /"no-such-order".*InvalidChangeOrder\.NotFound \(HTTP 400, RequestId [0-9A-F-]{36}\)/,
    );
    expect(run.outputs).toMatchObject({ changeOrderId: 'no-such-order', verdict: 'not-found' });
    expect(run.outputs['status']).toBeUndefined();
  });

  test.concurrent('for the first looks only does no harm', async () => {
    const run = await runGate({ scenario: 'appears-late' });
    expectVerdict(run, 'succeeded');
  });

  test.concurrent('any more, up to the deadline, with what was seen before', async () => {
    const run = await runGate({
      scenario: 'vanishes',
      // There at the first look, gone from the second on.
      pace: earlier => (earlier.length === 0 ? MINUTE_MS / 2 : MINUTE_MS),
      inputs: { timeout: '3s' },
    });
    expectVerdict(run, 'not-found');
    expect(run.outputs).toMatchObject({ status: '1', appName: 'demo-app' });
    expect(errorOf(run).message).toMatch(/^Why: Change order "\S+" was there and is gone: /m);
    expect(errorOf(run).message).toMatch(/Last seen: batch \d of 3 in progress/);
  });
});

describe('an API that cannot be read', () => {
  test.concurrent('for longer than is tolerated: unreadable, with the last error', async () => {
    const run = await runGate({
      scenario: scenario({
        order: { timeline: rollout({ batchesMs: [Infinity], prepareMs: 0 }) },
        faults: [fault(gatewayError('ServiceUnavailable'), { fromLook: 2 })],
      }),
      inputs: { outageTolerance: '2s' },
    });
    expectVerdict(run, 'unreadable');
    expect(errorOf(run).message).toMatch(/ServiceUnavailable \(HTTP 503, RequestId [0-9A-F-]{36}\)/);
    expect(errorOf(run).message).toContain('This step only watches; it does not stop the rollout.');
    // The tolerated time is sat out, by the gate's own clock, and the look that ends the wait is made then.
    expect(Number(run.outputs['durationSeconds'])).toBeGreaterThanOrEqual(2);
    expect(run.requests.length).toBeGreaterThan(2);
  });

  test.concurrent('nobody listening: unreadable, and no stack trace', async () => {
    const run = await runGate({
      scenario: 'success',
      inputs: { endpoint: 'http://127.0.0.1:1', outageTolerance: '300ms' },
    });
    expectVerdict(run, 'unreadable');
    expect(errorOf(run).message).toContain('ECONNREFUSED');
    expect(run.requests).toHaveLength(0);
  });

  test.concurrent('again after a while counts from anew', async () => {
    const run = await runGate({
      scenario: scenario({
        order: { timeline: rollout({ batchesMs: [25 * STORY_PER_LOOK_MS], prepareMs: 0 }) },
        faults: [fault(gatewayError('ServiceUnavailable'), { looks: EVERY_SECOND_LOOK })],
      }),
      // All looks together last for longer than is tolerated, each failure for far less.
      inputs: { outageTolerance: '5s', minPollInterval: '400ms', maxPollInterval: '400ms' },
    });
    expectVerdict(run, 'succeeded');
  });
});

describe('the application', () => {
  test.concurrent('is the one that was named', async () => {
    const run = await runGate({ scenario: 'finished', inputs: { appId: DEMO_APPLICATION.id } });
    expectVerdict(run, 'succeeded');
    expect(run.requests).toHaveLength(1);
  });

  test.concurrent('is another one: error, with both', async () => {
    const run = await runGate({ scenario: 'wrong-app', inputs: { appId: DEMO_APPLICATION.id } });
    expectVerdict(run, 'error');
    expect(errorOf(run).message).toContain(DEMO_APPLICATION.id);
    expect(errorOf(run).message).toContain(OTHER_APPLICATION.id);
    expect(run.requests).toHaveLength(1);
  });

  test.concurrent('is not told by an older answer: the list proves it, once', async () => {
    const run = await runGate({ scenario: 'older-shape', inputs: { appId: DEMO_APPLICATION.id } });
    expectVerdict(run, 'succeeded');
    const listed = run.requests.filter(({ action }) => action === 'ListChangeOrders');
    const proving = listed.filter(({ query }) => query['CoStatus'] === undefined);
    expect(proving.map(({ query }) => query['AppId'])).toStrictEqual([DEMO_APPLICATION.id]);
    expect(run.outputs).toMatchObject({ appId: DEMO_APPLICATION.id });
    expect(run.outputs['subStatus'] ?? '').toBe('');
  });

  test.concurrent('is not told by an older answer, and the list has it on a later page', async () => {
    const others = Array.from({ length: 45 }, (_, index) =>
      changeOrder({
        id: `10261d92-e38a-4605-8be7-0000000000${10 + index}`,
        createdAtMs: -1_000 * (index + 1),
      }),
    );
    const run = await runGate({
      scenario: {
        ...scenario({ order: { timeline: finishedAtOnce(1) }, otherOrders: others }),
        edits: [{ on: { action: 'DescribeChangeOrder' }, steps: [{ kind: 'remove', path: 'Data.AppId' }] }],
      },
      inputs: { appId: DEMO_APPLICATION.id },
    });
    expectVerdict(run, 'succeeded');
  });

  test.concurrent('is not told by an older answer, and the list lacks the order: unreadable', async () => {
    const run = await runGate({
      scenario: {
        ...scenario({ order: { timeline: finishedAtOnce(1), app: OTHER_APPLICATION } }),
        edits: [{ on: { action: 'DescribeChangeOrder' }, steps: [{ kind: 'remove', path: 'Data.AppId' }] }],
      },
      inputs: { appId: DEMO_APPLICATION.id, timeout: '1s' },
    });
    expectVerdict(run, 'unreadable');
    expect(errorOf(run).message).toContain('could not be matched to application');
  });

  test.concurrent('is unknown to the list: unreadable, after two requests', async () => {
    const run = await runGate({
      scenario: 'older-shape',
      inputs: { appId: 'no-such-application' },
    });
    expectVerdict(run, 'unreadable');
    expect(errorOf(run).message).toContain('InvalidAppId.NotFound');
    expect(run.requests.map(({ action }) => action)).toStrictEqual([
      'DescribeChangeOrder',
      'ListChangeOrders',
    ]);
  });
});

describe('a rollout that waits', () => {
  test.concurrent.each<[ScenarioName, string[]]>([
    ['paused', ['SAE rollout waits for a person']],
    ['approval', ['SAE rollout waits for approval']],
    ['auto-pause', []],
  ])('%s: green in the end, warnings %j', async (name, warnings) => {
    const run = await runGate({ scenario: name });
    expectVerdict(run, 'succeeded');
    expect(warningTitles(run)).toStrictEqual(warnings);
  });

  test.concurrent('for a person who never comes: timed out, with one warning', async () => {
    const run = await runGate({
      scenario: 'released-by-nobody',
      pace: standingAt(MINUTE_MS),
      inputs: { timeout: '2s' },
    });
    expectVerdict(run, 'timed-out');
    expect(run.outputs['status']).toBe('8');
    expect(warningTitles(run)).toStrictEqual(['SAE rollout waits for a person']);
  });
});

test.concurrent('an order that is absent for one look in the middle goes on', async () => {
  const run = await runGate({ scenario: scenario({ faults: [orderAbsent({ looks: [3] })] }) });
  expectVerdict(run, 'succeeded');
});
