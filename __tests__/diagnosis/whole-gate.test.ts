import { describe, expect, test } from '@jest/globals';
import type { HttpAnswer } from '../../src/http/transport.ts';
import type { Verdict } from '../../src/rollout/verdicts.ts';
import { describeAnswer, errorAnswer } from '../support/answers.ts';
import type { GateRun, GateRunOptions } from '../support/gate-run.ts';
import { gateRun } from '../support/gate-run.ts';
import { APP_ID } from '../support/orders.ts';
import type { Reply, Script } from '../support/scripted-transport.ts';
import { answers, isLearning } from '../support/scripted-transport.ts';
import { actionOf, BEGAN_MS, PIPELINE_ID, sickApplication } from './sick-application.ts';

/** An order at this status, with a batch that the diagnosis can ask about. */
function order(Status: number, more: Readonly<Record<string, unknown>> = {}): HttpAnswer {
  return describeAnswer({
    Status,
    AppId: APP_ID,
    AppName: 'demo-app',
    SupportRollback: true,
    Pipelines: [{ PipelineId: PIPELINE_ID, Status: Status === 2 ? 3 : Status, StartTime: BEGAN_MS }],
    ...more,
  });
}

/** The gate about an order that always shows this, and an API that answers everything else so. */
function run(
  shown: HttpAnswer,
  other: Script = sickApplication(),
  options: GateRunOptions = {},
): Promise<GateRun> {
  const script: Script = seen => (actionOf(seen) === 'DescribeChangeOrder' ? answers(shown) : other(seen));
  return gateRun(script, options);
}

function diagnosticCalls({ transport }: GateRun): readonly string[] {
  const asked = transport.seen.filter(seen => !isLearning(seen)).map(actionOf);
  return asked.filter(action => action !== 'DescribeChangeOrder');
}

const FAILED = order(3);
const ROOT = 'The instance exited with code 1.';

describe('the gate asks why', () => {
  test.each<[Verdict, HttpAnswer]>([
    ['failed', FAILED],
    ['failed', order(2)],
    ['terminated', order(6)],
    ['system-error', order(10)],
    ['needs-rollback', order(1, { SubStatus: 1 })],
    ['timed-out', order(1)],
  ])('on %s', async (verdict, shown) => {
    const ended = await run(shown, sickApplication(), { inputs: { timeout: '5m' } });
    expect([ended.verdict, ended.green]).toStrictEqual([verdict, false]);
    expect(new Set(diagnosticCalls(ended))).toStrictEqual(
      new Set([
        'DescribePipeline',
        'DescribeApplicationGroups',
        'DescribeApplicationInstances',
        'DescribeApplicationConfig',
        'ListAppEvents',
      ]),
    );
    // The cause of the verdict and the root cause, and nothing before them.
    expect(ended.toolkit.errors[0]?.message.split('\n').slice(0, 2).join('\n')).toContain(ROOT);
    expect(ended.toolkit.groups.map(({ title }) => title)).toStrictEqual(['Diagnosis: demo-app']);
    expect(ended.toolkit.groups[0]?.lines.join('\n')).toContain(ROOT);
    expect(ended.toolkit.summaries[0]).toContain(ROOT);
    expect(ended.asleep).toBe(0);
  });

  test('and reports how long it waited without the time that this took', async () => {
    const slow: Script = seen => {
      const reply = sickApplication()(seen);
      return reply.kind === 'answer' ? { ...reply, afterMs: 4_000 } : reply;
    };
    const ended = await run(FAILED, slow);
    expect(ended.endedAtMs).toBe(8_000);
    expect(ended.outputs['durationSeconds']).toBe('0');
  });

  test('and gives the command wherever the order is still open, and nowhere else', async () => {
    const command = /aliyun sae AbortAndRollbackChangeOrder --ChangeOrderId '\S+' --region cn-hangzhou/u;
    const needed = await run(order(1, { SubStatus: 1 }));
    for (const told of [
      needed.lines.join('\n'),
      needed.toolkit.summaries[0],
      needed.toolkit.errors[0]?.message,
    ]) {
      expect(told?.replaceAll('&#39;', "'").replace(' \\\n  ', ' ')).toMatch(command);
    }
    const late = await run(order(1), sickApplication(), { inputs: { timeout: '5m' } });
    expect(late.toolkit.errors[0]?.message).toMatch(command);
    expect((await run(FAILED)).toolkit.everything).not.toContain('AbortAndRollback');
    expect(late.toolkit.everything).toContain('To wait again, run this step again with changeOrderId');
  });

  test('and shows the log of an instance only where that is wanted, and never in an output', async () => {
    const SECRET = 'not-a-real-password';
    expect((await run(FAILED)).toolkit.everything).not.toContain(SECRET);
    const { toolkit } = await run(FAILED, sickApplication(), { inputs: { diagnoseLogs: 'true' } });
    expect(toolkit.groups[0]?.lines.join('\n')).toContain(SECRET);
    expect(toolkit.summaries[0]).toContain(SECRET);
    const elsewhere = [JSON.stringify(toolkit.outputs), toolkit.errors[0]?.message].join('\n');
    expect(elsewhere).not.toContain(SECRET);
  });
});

describe('the gate does not ask why', () => {
  const nothingAsked = async (ended: Promise<GateRun>, verdict: Verdict): Promise<void> => {
    const was = await ended;
    expect(was.verdict).toBe(verdict);
    expect(diagnosticCalls(was)).toStrictEqual([]);
    expect(was.toolkit.groups).toStrictEqual([]);
  };

  test('when it is green', async () => {
    await nothingAsked(run(describeAnswer({ Status: 2, AppId: APP_ID })), 'succeeded');
  });

  test('when that is not wanted', async () => {
    await nothingAsked(run(FAILED, sickApplication(), { inputs: { diagnose: 'false' } }), 'failed');
  });

  test('when it was cancelled', async () => {
    await nothingAsked(run(order(1), sickApplication(), { cancelAtMs: 10_000 }), 'cancelled');
  });

  test('when nobody may ask', async () => {
    await nothingAsked(run(errorAnswer('NoPermission', 403)), 'unreadable');
  });

  test('when the order was never seen', async () => {
    const never = run(errorAnswer('Throttling.User', 400), sickApplication(), { inputs: { timeout: '1m' } });
    await nothingAsked(never, 'timed-out');
  });
});

describe('the verdict is the same, whatever the diagnosis meets', () => {
  const REPLIES: readonly (readonly [string, Reply])[] = [
    ['no permission', answers(errorAnswer('NoPermission', 403))],
    ['a throttle', answers(errorAnswer('Throttling.User', 400, { 'x-acs-retry-after': '60000' }))],
    ['an outage', answers(errorAnswer('ServiceUnavailable', 503))],
    ['expired credentials', answers(errorAnswer('InvalidSecurityToken.Expired', 400))],
    ['a reset', { kind: 'reset' }],
    ['no answer', { kind: 'hang' }],
    ['no answer and no heed', { kind: 'deaf' }],
    ['a bug', { kind: 'throw', thrown: new Error('no luck') }],
    ['something thrown that is nothing', { kind: 'throw', thrown: undefined }],
    ['an answer about a success', describeReply({ Status: 2, SubStatus: 0 })],
    ['a text', describeReply('text')],
    ['nothing', describeReply(null)],
  ];

  function describeReply(data: unknown): Reply {
    return answers({ ...describeAnswer(), body: JSON.stringify({ Success: true, Code: 200, Data: data }) });
  }

  test.each(REPLIES)('%s', async (_, reply) => {
    const { verdict, green, endedAtMs, toolkit, transport, asleep } = await run(FAILED, () => reply);
    expect([verdict, green]).toStrictEqual(['failed', false]);
    expect(endedAtMs).toBeLessThanOrEqual(15_000);
    expect(transport.seen.length).toBeLessThanOrEqual(11);
    expect(toolkit.errors).toHaveLength(1);
    expect(toolkit.errors[0]?.message).toMatch(
      /^Why: The change order ended as failed: batch 1 of 1 failed\./u,
    );
    expect(toolkit.summaries).toHaveLength(1);
    // Only who does not heed an abort may be left behind, and he sleeps by no clock.
    expect(asleep).toBe(0);
  });

  test('a cancel on the way ends it at once', async () => {
    const ended = await run(FAILED, () => ({ kind: 'hang' }), { cancelAtMs: 3_000 });
    expect([ended.verdict, ended.endedAtMs]).toStrictEqual(['failed', 3_000]);
  });
});

describe('the inputs of the diagnosis', () => {
  test.each(['diagnose', 'diagnoseLogs'] as const)('%s takes true and false only', async input => {
    const ended = await run(FAILED, sickApplication(), { inputs: { [input]: 'yes' } });
    expect(ended.verdict).toBe('error');
    expect(ended.transport.seen).toHaveLength(0);
    expect(ended.toolkit.errors[0]?.message).toContain(`${input}: expected true or false, got "yes".`);
  });
});
