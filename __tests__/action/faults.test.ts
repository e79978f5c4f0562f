import { describe, expect, test } from '@jest/globals';
import { edit, remove, set } from '../../testbed/simulator/answer-edit.ts';
import type { Fault } from '../../testbed/simulator/fault.ts';
import {
  BAD_GATEWAY,
  CAPTIVE_PORTAL,
  CONNECTION_RESET,
  EMPTY_BODY,
  ENDLESS_BODY,
  HALF_A_DOCUMENT,
  HANG,
  HANG_AFTER_HEADERS,
  OVERSIZED_BODY,
  REDIRECT,
  SLOW_DRIP,
  TOO_MANY_REQUESTS,
  TRUNCATED_BODY,
  fault,
  gatewayError,
  htmlPage,
  successFalse,
  throttled,
  xmlError,
} from '../../testbed/simulator/fault.ts';
import type { ScenarioParts } from '../../testbed/simulator/scenario.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { finishedAtOnce } from '../../testbed/simulator/timeline.ts';
import { LONGEST_TO_DEADLINE_S } from '../support/patient.ts';
import { runGate } from './run-gate.ts';
import type { GateOptions, GateRun } from './run-gate.ts';
import { errorOf, expectVerdict, logOf } from './sound-run.ts';

const MEBIBYTE = 1_024 * 1_024;

/** An order that is finished, behind a first look that goes wrong. */
function finishedBehind(what: Fault): ScenarioParts {
  return { order: { timeline: finishedAtOnce(1) }, faults: [fault(what, { looks: [1] })] };
}

function json(body: unknown, httpStatus = 200): Fault {
  return {
    kind: 'raw-answer',
    httpStatus,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function run(parts: ScenarioParts, inputs: GateOptions['inputs'] = {}): Promise<GateRun> {
  return runGate({ scenario: scenario(parts), inputs, realTime: true });
}

/** How long after the one before it each request came. */
function gapsMs({ requests }: GateRun): readonly number[] {
  return requests.slice(1).map(({ atMs }, index) => atMs - (requests[index]?.atMs ?? 0));
}

describe('one look that goes wrong is survived, and told', () => {
  test.concurrent.each<[string, Fault, RegExp]>([
    ['503 of the gateway', gatewayError('ServiceUnavailable'), /ServiceUnavailable \(HTTP 503, RequestId/],
    ['500 of the gateway', gatewayError('InternalError'), /InternalError \(HTTP 500, RequestId/],
    ['an unknown code with 500', json({ Code: 'Whatever', Message: 'm' }, 500), /Whatever \(HTTP 500\): m/],
    ['an unknown code with 400', json({ Code: 'Whatever', Message: 'm' }, 400), /Whatever \(HTTP 400\): m/],
    ['429 from something on the way', TOO_MANY_REQUESTS, /HTTP 429/],
    ['502 with HTML', BAD_GATEWAY, /HTTP 502.*502 Bad Gateway/],
    ['504 with HTML', htmlPage(504, '504 Gateway Time-out'), /HTTP 504/],
    ['404 with HTML', htmlPage(404, '404 Not Found'), /HTTP 404/],
    ['System.Upgrading, a 400', gatewayError('System.Upgrading'), /System\.Upgrading \(HTTP 400, RequestId/],
    [
      'an error in XML',
      xmlError('ServiceUnavailable'),
      /ServiceUnavailable \(HTTP 503, RequestId [0-9A-F-]{36}\)/,
    ],
    ['a used nonce', gatewayError('SignatureNonceUsed'), /SignatureNonceUsed \(HTTP 400, RequestId/],
    ['200 with Success: false', successFalse('InternalError', 'no luck'), /InternalError .*no luck/],
    ['200 with Success: false, unknown', successFalse('Whatever'), /Whatever/],
    ['a reset connection', CONNECTION_RESET, /ECONNRESET|socket|reset/],
    ['a body that breaks off', TRUNCATED_BODY, /could not be asked/],
    ['half a document', HALF_A_DOCUMENT, /cannot be used/],
    ['an empty body', EMPTY_BODY, /an empty body/],
    ['the page of a captive portal', CAPTIVE_PORTAL, /HTTP 200.*Please log in/],
    ['a redirect', REDIRECT, /HTTP 302.*\/redirected/],
    ['JSON that is null', json(null), /cannot be used/],
    ['JSON that is a list', json([]), /cannot be used/],
    ['JSON that is a text', json('Status 2'), /cannot be used/],
    ['JSON without Data', json({ Success: true, Code: '200', RequestId: 'R-1' }), /RequestId R-1.*no Data/],
    ['Data that is null', json({ Success: true, Code: 200, Data: null }), /no Data/],
    ['Data that is a list', json({ Success: true, Code: 200, Data: [] }), /no Data/],
    ['success that is not 200', json({ Success: true, Code: '200', Data: { Status: 2 } }, 201), /HTTP 201/],
  ])('%s', async (_, what, told) => {
    const survived = await run(finishedBehind(what));
    expectVerdict(survived, 'succeeded');
    expect(survived.requests).toHaveLength(2);
    expect(logOf(survived)).toMatch(told);
    expect(logOf(survived)).toMatch(/The API can be read again, after 1 failed poll/);
    expect(survived.rawSummary).toContain('recovered from 1 failed poll');
  });

  test.concurrent.each<[string, Fault]>([
    ['no answer at all', HANG],
    ['an answer that hangs after its headers', HANG_AFTER_HEADERS],
    ['an answer in single bytes', SLOW_DRIP],
    ['an answer that comes too late', { kind: 'delayed', delayMs: 60_000 }],
  ])('%s', async (_, what) => {
    const survived = await run(finishedBehind(what), { requestTimeout: '5s' });
    expectVerdict(survived, 'succeeded');
    expect(survived.requests.map(({ abortedByClient }) => abortedByClient)).toStrictEqual([true, false]);
    expect(logOf(survived)).toContain('none within 5 s');
  });
});

describe('a body that is too large', () => {
  test.concurrent.each<[string, Fault]>([
    ['by one byte', OVERSIZED_BODY],
    ['by far', { kind: 'oversized-body', bytes: 256 * MEBIBYTE }],
    ['without end', ENDLESS_BODY],
  ])('%s is not taken', async (_, what) => {
    const survived = await run(finishedBehind(what));
    expectVerdict(survived, 'succeeded');
    expect(survived.requests).toHaveLength(2);
    expect(logOf(survived)).toContain('larger than 8 MiB');
  });

  test.concurrent.each<[string, Fault]>([
    ['by far', { kind: 'oversized-body', bytes: 256 * MEBIBYTE }],
    ['without end', ENDLESS_BODY],
  ])('%s is not read to its end', async (_, what) => {
    const survived = await run(finishedBehind(what));
    expect(survived.requests.map(({ abortedByClient }) => abortedByClient)).toStrictEqual([true, false]);
  });

  test.concurrent('is one beyond 8 MiB: a little less is read', async () => {
    const read = await run(finishedBehind({ kind: 'oversized-body', bytes: 8 * MEBIBYTE - 64 * 1_024 }));
    expectVerdict(read, 'succeeded');
    expect(read.requests).toHaveLength(1);
  });
});

test.concurrent('a redirect is not followed', async () => {
  const { requests } = await run(finishedBehind(REDIRECT));
  expect(requests.map(({ path }) => path)).not.toContain('/redirected');
});

describe('throttling', () => {
  test.concurrent('obeys the hint, beyond maxPollInterval too', async () => {
    const survived = await run(finishedBehind(throttled(900)));
    expectVerdict(survived, 'succeeded');
    expect(gapsMs(survived)[0]).toBeGreaterThanOrEqual(890);
    expect(survived.rawSummary).toContain('1 throttled');
  });

  test.concurrent.each<[string, Fault]>([
    ['without a hint', throttled()],
    ['with a hint that is nonsense', throttled('soon')],
    ['as Throttling', throttled(undefined, 'Throttling')],
    ['as Throttling.Api', throttled(undefined, 'Throttling.Api')],
    ['as Rejected.Throttling', throttled(undefined, 'Rejected.Throttling')],
    ['in an HTTP 200', successFalse('Throttling.User')],
  ])('%s waits for maxPollInterval', async (_, what) => {
    const survived = await run(finishedBehind(what), { maxPollInterval: '700ms' });
    expectVerdict(survived, 'succeeded');
    expect(gapsMs(survived)[0]).toBeGreaterThanOrEqual(690);
    expect(survived.rawSummary).toContain('1 throttled');
  });

  test.concurrent('lengthens the next wait only', async () => {
    const survived = await run({
      order: { timeline: finishedAtOnce(1) },
      faults: [
        fault(throttled(8_000), { looks: [1] }),
        fault(gatewayError('InternalError'), { looks: [2, 3] }),
      ],
    });
    expectVerdict(survived, 'succeeded');
    const [first, second, third] = gapsMs(survived);
    expect(first).toBeGreaterThanOrEqual(7_990);
    // Far less than that hint, far more than maxPollInterval: a busy machine may be late.
    expect(Math.max(second ?? 0, third ?? 0)).toBeLessThan(7_000);
  });

  test.concurrent('without end is no outage: the deadline ends it', async () => {
    const ended = await run(
      { faults: [fault(throttled(100))] },
      { outageTolerance: '300ms', timeout: '1500ms' },
    );
    expectVerdict(ended, 'timed-out');
    expect(errorOf(ended).message).toContain('Throttling.User');
  });

  test.concurrent('never puts off the last look', async () => {
    const parts = {
      faults: [fault(throttled(600_000), { looks: [1] })],
      order: { timeline: finishedAtOnce(1) },
    };
    const ended = await run(parts, { timeout: '1s' });
    expectVerdict(ended, 'succeeded');
    expect(ended.requests).toHaveLength(2);
    expect(Number(ended.outputs['durationSeconds'])).toBeLessThan(LONGEST_TO_DEADLINE_S);
  });
});

describe('an answer that does not prove what it says is unreadable, and never green', () => {
  const malformed = [
    true,
    false,
    '',
    ' ',
    [2],
    ['2'],
    {},
    2.5,
    '2.5',
    '2.0',
    ' 2',
    '2 ',
    '+2',
    '0x2',
    '２',
    'succeeded',
    1e300,
    -0.5,
  ];

  test.concurrent.each(malformed.map(value => [JSON.stringify(value), value]))(
    'Status %s',
    async (_, value) => {
      await expectUnreadable({ edits: [edit([set('Data.Status', value)])] }, 'Data.Status');
    },
  );

  test.concurrent.each([
    ['null', [set('Data.Status', null)]],
    ['missing', [remove('Data.Status')]],
  ])('Status %s', async (_, steps) => {
    await expectUnreadable({ edits: [edit(steps)] }, 'Data.Status');
  });

  test.concurrent.each(
    [true, false, '', [0], {}, 0.5, '0.0', 'normal'].map(value => [JSON.stringify(value), value]),
  )('SubStatus %s', async (_, value) => {
    await expectUnreadable({ edits: [edit([set('Data.SubStatus', value)])] }, 'Data.SubStatus');
  });

  test.concurrent.each([
    ['another order', 'ba386059-69b1-4e65-b1e5-0682d9fa0001'],
    ['the order in other letters', '76FA5C0-9EBB-4BB4-B383-1F8854470001'],
    ['no order', null],
    ['a number for an order', 765],
  ])('the answer for %s', async (_, id) => {
    await expectUnreadable({ edits: [edit([set('Data.ChangeOrderId', id)])] }, /order|ChangeOrderId/);
  });

  test.concurrent('a batch whose status is no number', async () => {
    await expectUnreadable({ edits: [edit([set('Data.Pipelines.0.Status', true)])] }, 'Pipelines');
  });

  test.concurrent('batches that are no list', async () => {
    await expectUnreadable({ edits: [edit([set('Data.Pipelines', '[]')])] }, 'Pipelines');
  });

  async function expectUnreadable(parts: ScenarioParts, told: string | RegExp): Promise<void> {
    const order = { timeline: finishedAtOnce(1) };
    const ended = await run({ order, ...parts }, { outageTolerance: '200ms' });
    expectVerdict(ended, 'unreadable');
    expect(errorOf(ended).message).toMatch(told);
    expect(ended.requests.length).toBeGreaterThan(1);
    expect(ended.outputs['status']).toBeUndefined();
  }
});

describe('a success that contradicts itself is red, still at the deadline', () => {
  test.concurrent.each<[string, Parameters<typeof edit>[0], string]>([
    ['an ErrorCode', [set('ErrorCode', 'InternalError')], 'its ErrorCode is "InternalError"'],
    ['a Code of another type', [set('Code', ['InternalError'])], 'its Code is neither a text nor a number'],
    ['a batch that goes on', [set('Data.Pipelines.1.Status', 1)], 'batch 2 is in progress'],
    ['a batch in an unknown state', [set('Data.Pipelines.0.Status', 7)], 'batch 1 is unknown status 7'],
    ['fewer batches than there are', [set('Data.BatchCount', 3)], 'the API shows 2 different batches'],
    ['a BatchCount of another type', [set('Data.BatchCount', {})], 'BatchCount is missing or not a number'],
  ])('%s', async (_, steps, told) => {
    const order = { timeline: finishedAtOnce(2) };
    const ended = await run({ order, edits: [edit(steps)] }, { timeout: '1s' });
    expectVerdict(ended, 'unreadable');
    expect(errorOf(ended).message).toContain(told);
  });
});

describe('what does not decide is read leniently', () => {
  const finished = { order: { timeline: finishedAtOnce(2) } };

  test.concurrent.each<[string, Parameters<typeof edit>[0]]>([
    ['SubStatus null', [set('Data.SubStatus', null)]],
    ['SubStatus absent', [remove('Data.SubStatus')]],
    ['SubStatus "0"', [set('Data.SubStatus', '0')]],
    ['Status "2"', [set('Data.Status', '2')]],
    ['no batches', [set('Data.Pipelines', [])]],
    ['batches null', [set('Data.Pipelines', null)]],
    ['batches absent', [remove('Data.Pipelines')]],
    [
      'texts that are null',
      [set('Data.AppName', null), set('Data.Description', null), set('Data.CoTypeCode', null)],
    ],
    [
      'fields of other types',
      [set('Data.AppName', 7), set('Data.BatchWaitTime', {}), set('Data.SupportRollback', [])],
    ],
    ['fields nobody knows', [set('Data.Whatever', { a: 1 }), set('Whatever', 2)]],
    ['the code as a text', [set('Code', '200')]],
    ['ErrorCode "success"', [set('ErrorCode', 'success')]],
    ['ErrorCode "空"', [set('ErrorCode', '空')]],
    ['Success absent', [remove('Success')]],
    ['Code absent', [remove('Code')]],
    [
      'times that are nonsense',
      [set('Data.Pipelines.0.StartTime', 'soon'), set('Data.Pipelines.1.UpdateTime', -1)],
    ],
  ])('%s: green at the first look', async (_, steps) => {
    const green = await run({ ...finished, edits: [edit(steps)] });
    expectVerdict(green, 'succeeded');
    expect(green.requests).toHaveLength(1);
  });

  test.concurrent('numbers as texts, with nulls in between, through a whole rollout', async () => {
    const green = await runGate({ scenario: 'numbers-as-text' });
    expectVerdict(green, 'succeeded');
    expect(green.outputs).toMatchObject({ status: '2', batchCount: '3' });
  });

  test.concurrent('the sample answer of the API reference', async () => {
    const green = await runGate({ scenario: 'reference-sample' });
    expectVerdict(green, 'succeeded');
    expect(green.outputs).toMatchObject({ appName: 'app-test', coTypeCode: 'CoRestartInstances' });
    expect(green.rawSummary).toContain('4 h 18 min');
  });

  test.concurrent('Chinese texts', async () => {
    const green = await runGate({ scenario: 'chinese' });
    expectVerdict(green, 'succeeded');
    expect(green.outputs['appName']).toBe('演示应用');
    expect(green.rawSummary).toContain('版本：2026.11.22 | 镜像名称：演示应用');
    expect(logOf(green)).toContain('演示应用');
  });
});

describe('SubStatus 1 is seen in every spelling', () => {
  test.concurrent.each([1, '1', '01'].map(value => [JSON.stringify(value), value]))(
    '%s',
    async (_, value) => {
      const red = await run({
        order: { timeline: finishedAtOnce(1) },
        edits: [edit([set('Data.SubStatus', value)])],
      });
      expectVerdict(red, 'needs-rollback');
      expect(red.requests).toHaveLength(1);
    },
  );
});
