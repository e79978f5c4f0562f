import { describe, expect, test } from '@jest/globals';
import { headlineMark } from '../../src/report/model.ts';
import type { Verdict } from '../../src/rollout/verdicts.ts';
import {
  describeAnswer,
  envelopeOf,
  errorAnswer,
  httpAnswer,
  NO_SUCH_ORDER,
  pipelines,
  UNAVAILABLE,
} from '../support/answers.ts';
import type { GateRunOptions } from '../support/gate-run.ts';
import { gateRun } from '../support/gate-run.ts';
import { APP_ID, ORDER_ID } from '../support/orders.ts';
import { firstLookFrom } from '../support/quiet-looks.ts';
import { always, overTime, RUNNING } from '../support/rollouts.ts';
import type { Script } from '../support/scripted-transport.ts';

interface Case {
  readonly title: string;
  readonly script: Script;
  readonly options?: GateRunOptions;
  readonly verdict: Verdict;
  readonly outputs: Readonly<Record<string, string>>;
  /** In the one annotation of a red gate. */
  readonly says: string;
}

/** What every ending tells of; other outputs are for other tests. */
const OUTPUTS = [
  ...['verdict', 'status', 'statusText', 'subStatus', 'changeOrderId', 'appId', 'appName', 'coTypeCode'],
  ...['batchCount', 'errorMessage', 'supportRollback', 'durationSeconds', 'consoleUrl'],
];

const APP = {
  AppId: APP_ID,
  AppName: 'app-test',
  CoTypeCode: 'CoDeploy',
  BatchCount: 2,
  SupportRollback: true,
  ErrorMessage: 'success',
};

const LINK = `https://sae.console.aliyun.com/#/AppList/ChangeOrderDetail?changeOrderId=${ORDER_ID}&regionId=cn-hangzhou`;

const KNOWN = {
  changeOrderId: ORDER_ID,
  appId: APP_ID,
  appName: 'app-test',
  coTypeCode: 'CoDeploy',
  batchCount: '2',
  supportRollback: 'true',
  consoleUrl: LINK,
};

const UNSEEN = { changeOrderId: ORDER_ID, consoleUrl: LINK };

const CASES: readonly Case[] = [
  {
    title: 'a success',
    script: always(describeAnswer({ ...APP, Status: 2, Pipelines: pipelines(2, 2) })),
    verdict: 'succeeded',
    outputs: { ...KNOWN, status: '2', statusText: 'succeeded', subStatus: '0', durationSeconds: '0' },
    says: '',
  },
  {
    title: 'a success of an older API, without SubStatus',
    script: always(httpAnswer(envelopeOf({ ChangeOrderId: ORDER_ID, Status: 2 }))),
    verdict: 'succeeded',
    outputs: { ...UNSEEN, status: '2', statusText: 'succeeded', durationSeconds: '0' },
    says: '',
  },
  {
    title: 'a failure',
    script: overTime(
      [0, describeAnswer({ ...APP, Status: 1, Pipelines: pipelines(2, 1) })],
      [
        60_000,
        describeAnswer({ ...APP, Status: 3, Pipelines: pipelines(2, 3), ErrorMessage: 'no such image' }),
      ],
    ),
    verdict: 'failed',
    outputs: {
      ...KNOWN,
      status: '3',
      statusText: 'failed',
      subStatus: '0',
      errorMessage: 'no such image',
      durationSeconds: String(Math.round(firstLookFrom(60_000) / 1_000)),
    },
    says: 'SAE says: no such image',
  },
  {
    title: 'a success that a batch contradicts',
    script: always(describeAnswer({ ...APP, Status: 2, Pipelines: pipelines(2, 3) })),
    verdict: 'failed',
    outputs: { ...KNOWN, status: '2', statusText: 'succeeded', subStatus: '0', durationSeconds: '15' },
    says: 'The order says succeeded, batch 2 says failed.',
  },
  {
    title: 'a terminated order',
    script: always(describeAnswer({ ...APP, Status: 6 })),
    verdict: 'terminated',
    outputs: { ...KNOWN, status: '6', statusText: 'terminated', subStatus: '0', durationSeconds: '0' },
    says: 'The change order ended as terminated',
  },
  {
    title: 'a system exception',
    script: always(describeAnswer({ ...APP, Status: 10, SubStatus: 1 })),
    verdict: 'system-error',
    outputs: {
      ...KNOWN,
      status: '10',
      statusText: 'failed by a system exception',
      subStatus: '1',
      durationSeconds: '0',
    },
    says: 'The change order ended as failed by a system exception',
  },
  {
    title: 'an exception that needs a rollback by hand',
    script: always(describeAnswer({ ...APP, Status: '1', SubStatus: '1' })),
    verdict: 'needs-rollback',
    outputs: { ...KNOWN, status: '1', statusText: 'in progress', subStatus: '1', durationSeconds: '0' },
    says: 'Roll the order back in the console',
  },
  {
    title: 'an order that does not exist',
    script: always(NO_SUCH_ORDER),
    verdict: 'not-found',
    outputs: { ...UNSEEN, durationSeconds: '15' },
    says: 'InvalidChangeOrder.NotFound (HTTP 400, RequestId E-4711)',
  },
  {
    title: 'the deadline',
    script: always(describeAnswer({ ...APP, Status: 1 })),
    options: { inputs: { timeout: '90s' } },
    verdict: 'timed-out',
    outputs: { ...KNOWN, status: '1', statusText: 'in progress', subStatus: '0', durationSeconds: '90' },
    says: 'The rollout did not complete within 1 min 30 s (timeout).',
  },
  {
    title: 'an outage',
    script: always(UNAVAILABLE),
    verdict: 'unreadable',
    outputs: { ...UNSEEN, durationSeconds: '300' },
    says: 'The API has been unreadable for 5 min.',
  },
  {
    title: 'a missing permission',
    script: always(errorAnswer('NoPermission', 403)),
    verdict: 'unreadable',
    outputs: { ...UNSEEN, durationSeconds: '0' },
    says: '"sae:DescribeChangeOrder"',
  },
  {
    title: 'a batch whose state is not told',
    script: always(describeAnswer({ Status: 2, Pipelines: pipelines(2, null) })),
    verdict: 'unreadable',
    outputs: { ...UNSEEN, status: '2', statusText: 'succeeded', subStatus: '0', durationSeconds: '15' },
    says: 'does not report the status of batch 2',
  },
  {
    title: 'an older answer whose order the application does not list',
    script: ({ url }) => ({
      kind: 'answer',
      answer: url.pathname.endsWith('ListChangeOrders')
        ? httpAnswer(envelopeOf({ ChangeOrderList: [] }))
        : RUNNING,
    }),
    options: { inputs: { appId: APP_ID } },
    verdict: 'unreadable',
    outputs: { ...UNSEEN, appId: APP_ID, durationSeconds: '15' },
    says: `could not be matched to application "${APP_ID}"`,
  },
  {
    title: 'a cancelled step',
    script: always(RUNNING),
    options: { cancelAtMs: 12_400 },
    verdict: 'cancelled',
    outputs: { ...UNSEEN, status: '1', statusText: 'in progress', subStatus: '0', durationSeconds: '12' },
    says: 'The wait was cancelled (SIGINT) after 12 s.\nNow: Rollout still running: ',
  },
  {
    title: 'an order of another application',
    script: always(describeAnswer({ ...APP, Status: 2 })),
    options: { inputs: { appId: 'app-2' } },
    verdict: 'error',
    outputs: { ...UNSEEN, appId: 'app-2', durationSeconds: '0' },
    says: `belongs to application "${APP_ID}", not to "app-2"`,
  },
  {
    title: 'bad inputs',
    script: always(RUNNING),
    options: { inputs: { timeout: 'soon' } },
    verdict: 'error',
    outputs: { changeOrderId: ORDER_ID, durationSeconds: '0' },
    says: 'timeout: expected a duration above zero',
  },
  {
    title: 'a bug',
    script: always({ kind: 'throw', thrown: new Error('a bug') }),
    verdict: 'error',
    outputs: { ...UNSEEN, durationSeconds: '0' },
    says: 'The gate itself failed: a bug',
  },
];

describe.each(CASES)('$title', ({ script, options, verdict, outputs, says }) => {
  test(`is the verdict ${verdict}`, async () => {
    const run = await gateRun(script, options);
    expect(run).toMatchObject({ verdict, green: verdict === 'succeeded', asleep: 0 });
  });

  test('sets these outputs and leaves the others empty', async () => {
    const run = await gateRun(script, options);
    const told = OUTPUTS.flatMap(name => (name in run.outputs ? [[name, run.outputs[name]]] : []));
    expect(Object.fromEntries(told)).toStrictEqual({ ...outputs, verdict });
  });

  test(
    verdict === 'succeeded' ? 'makes no error annotation' : 'makes exactly one error annotation',
    async () => {
      const { toolkit } = await gateRun(script, options);
      expect(toolkit.errors).toHaveLength(verdict === 'succeeded' ? 0 : 1);
      if (verdict !== 'succeeded') {
        expect(toolkit.errors[0]?.title).toMatch(/^SAE (?:rollout|·) \S/u);
        expect(toolkit.errors[0]?.message).toContain(says);
      }
    },
  );

  test('writes one summary, with the verdict and how many looks it took', async () => {
    const { toolkit, looksMs } = await gateRun(script, options);
    expect(toolkit.summaries).toHaveLength(1);
    expect(toolkit.summaries[0]).toMatch(new RegExp(`^<h2>${headlineMark(verdict)} `, 'u'));
    if (looksMs.length > 0) expect(toolkit.summaries[0]).toMatch(/\d+ polls?/u);
  });
});

describe('outputs', () => {
  test('are set as soon as they are known', async () => {
    const run = await gateRun(
      overTime(
        [0, UNAVAILABLE],
        [5_000, describeAnswer({ ...APP, Status: 1 })],
        [60_000, describeAnswer({ ...APP, Status: 2 })],
      ),
    );
    const firstTimes = Object.fromEntries(
      run.toolkit.outputTimes.toReversed().map(({ name, atMs }) => [name, atMs]),
    );
    expect(firstTimes).toMatchObject({ changeOrderId: 0, consoleUrl: 0, status: 5_000, appName: 5_000 });
    expect(firstTimes['verdict']).toBe(run.endedAtMs);
  });

  test('are set again only when they change', async () => {
    const run = await gateRun(overTime([0, RUNNING], [60_000, describeAnswer({ Status: 2 })]));
    const statuses = run.toolkit.outputTimes
      .filter(({ name }) => name === 'status')
      .map(({ value }) => value);
    expect(statuses).toStrictEqual(['1', '2']);
  });

  test('are emptied when what they told is no longer so', async () => {
    const run = await gateRun(
      overTime(
        [0, describeAnswer({ Status: 1, SubStatus: 5, ErrorMessage: 'one instance restarts' })],
        [60_000, describeAnswer({ Status: 2, SubStatus: null, ErrorMessage: 'success' })],
      ),
    );
    expect(run.outputs).toMatchObject({ status: '2', subStatus: '', errorMessage: '' });
  });

  test('hold text of the cloud on one line', async () => {
    const run = await gateRun(
      always(describeAnswer({ Status: 3, ErrorMessage: 'one\r\n::set-output name=verdict::succeeded' })),
    );
    expect(run.outputs['errorMessage']).toBe('one ::set-output name=verdict::succeeded');
  });
});

describe('a missing order', () => {
  test('is believed after 15 s and three looks', async () => {
    const run = await gateRun(always(NO_SUCH_ORDER));
    expect(run.looksMs).toStrictEqual([0, 2_000, 5_000, 9_500, 15_000]);
    expect(run.endedAtMs).toBe(15_000);
  });

  test('is not believed after two looks, however far apart', async () => {
    const run = await gateRun(always(NO_SUCH_ORDER), { inputs: { minPollInterval: '20s' } });
    expect(run.looksMs).toStrictEqual([0, 20_000, 50_000]);
    expect(run.verdict).toBe('not-found');
  });

  test('that appears is waited for', async () => {
    const run = await gateRun(overTime([0, NO_SUCH_ORDER], [12_000, describeAnswer({ Status: 2 })]));
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', endedAtMs: 15_000 });
  });

  test('that was there before is as missing', async () => {
    const run = await gateRun(overTime([0, RUNNING], [60_000, NO_SUCH_ORDER]));
    expect(run).toMatchObject({ verdict: 'not-found', endedAtMs: firstLookFrom(60_000) + 15_000 });
  });
});

describe('a success that a batch contradicts', () => {
  test('is believed when the batch comes to agree', async () => {
    const run = await gateRun(
      overTime(
        [0, describeAnswer({ Status: 2, Pipelines: pipelines(2, 3) })],
        [10_000, describeAnswer({ Status: 2, Pipelines: pipelines(2, 2) })],
      ),
    );
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', endedAtMs: 15_000 });
  });
});
