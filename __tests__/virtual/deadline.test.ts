import { describe, expect, test } from '@jest/globals';
import { describeAnswer, NO_SUCH_ORDER, pipelines, throttled, UNAVAILABLE } from '../support/answers.ts';
import { gateRun } from '../support/gate-run.ts';
import { firstLookFrom } from '../support/quiet-looks.ts';
import { always, overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';
import { answers } from '../support/scripted-transport.ts';

const FIVE_MINUTES = { timeout: '5m', outageTolerance: '1h' };
const DEADLINE_MS = 300_000;

describe('a look that is under way at the deadline', () => {
  test('is cut there and asked again, and the answer to that counts', async () => {
    // Whoever asks in the last minute before the deadline waits for ever.
    const script = overTime([0, RUNNING], [240_000, { kind: 'hang' }], [DEADLINE_MS, SUCCEEDED]);
    const run = await gateRun(script, { inputs: { ...FIVE_MINUTES, requestTimeout: '2m' } });
    expect(run.looksMs.at(-2)).toBeLessThan(DEADLINE_MS);
    expect(run.looksMs.at(-1)).toBe(DEADLINE_MS);
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', endedAtMs: DEADLINE_MS });
    expect(run.transport.mostAtOnce).toBe(1);
  });

  test.each([
    ['just then', 0],
    ['a millisecond before', -1],
  ])('does not stand for the last look when its answer comes %s', async (_, offsetMs) => {
    // This look brings an old state; the order succeeds while that answer is on its way.
    const polledMs = firstLookFrom(270_000);
    const script = overTime(
      [0, RUNNING],
      [polledMs, answers(RUNNING, DEADLINE_MS - polledMs + offsetMs)],
      [polledMs + 1_000, SUCCEEDED],
    );
    const run = await gateRun(script, { inputs: { ...FIVE_MINUTES, requestTimeout: '2m' } });
    expect(run.looksMs.slice(-2)).toStrictEqual([polledMs, DEADLINE_MS]);
    expect(run.green).toBe(true);
  });
});

describe('the last look', () => {
  test('has the request timeout to itself, and then the verdict falls', async () => {
    const run = await gateRun(overTime([0, RUNNING], [DEADLINE_MS, { kind: 'hang' }]), {
      inputs: FIVE_MINUTES,
    });
    expect(run).toMatchObject({ verdict: 'timed-out', endedAtMs: DEADLINE_MS + 10_000, asleep: 0 });
  });

  test('that does not heed being given up holds nothing up', async () => {
    const run = await gateRun(overTime([0, RUNNING], [DEADLINE_MS, { kind: 'deaf' }]), {
      inputs: FIVE_MINUTES,
    });
    expect(run).toMatchObject({ verdict: 'timed-out', endedAtMs: DEADLINE_MS + 10_000 });
  });

  test('may take its time', async () => {
    const run = await gateRun(overTime([0, RUNNING], [DEADLINE_MS, answers(SUCCEEDED, 9_999)]), {
      inputs: FIVE_MINUTES,
    });
    expect(run).toMatchObject({ green: true, endedAtMs: DEADLINE_MS + 9_999 });
  });

  test('may not take longer than one request, though it makes two', async () => {
    // An older answer names no application: the list has to be asked too.
    const run = await gateRun(
      ({ url }) => (url.pathname.endsWith('ListChangeOrders') ? { kind: 'hang' } : answers(RUNNING, 9_000)),
      { inputs: { ...FIVE_MINUTES, appId: 'app-1' } },
    );
    expect(run.looksMs.slice(-2)).toStrictEqual([DEADLINE_MS, DEADLINE_MS + 9_000]);
    expect(run).toMatchObject({ verdict: 'timed-out', endedAtMs: DEADLINE_MS + 10_000, asleep: 0 });
  });

  test('is made even where the server asked for a pause beyond the deadline', async () => {
    const script = overTime([0, RUNNING], [250_000, throttled('60000')], [299_999, SUCCEEDED]);
    const run = await gateRun(script, { inputs: FIVE_MINUTES });
    expect(run).toMatchObject({ green: true, endedAtMs: DEADLINE_MS });
  });

  test.each([
    ['no such order', NO_SUCH_ORDER, 'not-found'],
    ['a failed batch in a success', describeAnswer({ Status: 2, Pipelines: pipelines(2, 3) }), 'failed'],
    [
      'a batch without a state in a success',
      describeAnswer({ Status: 2, Pipelines: pipelines(2, null) }),
      'unreadable',
    ],
    ['an outage that has just begun', UNAVAILABLE, 'timed-out'],
  ])('that shows %s has the last word', async (_, answer, verdict) => {
    const run = await gateRun(overTime([0, RUNNING], [DEADLINE_MS, answer]), { inputs: FIVE_MINUTES });
    expect(run).toMatchObject({ verdict, endedAtMs: DEADLINE_MS });
  });
});

describe('a wait that ends at its deadline', () => {
  test('says that the rollout still runs, where it is, and what went wrong last', async () => {
    const running = describeAnswer({ Status: 1, Pipelines: pipelines(2, 1, 0), BatchCount: 3 });
    const run = await gateRun(overTime([0, running], [290_000, UNAVAILABLE]), { inputs: FIVE_MINUTES });
    const [error] = run.toolkit.errors;
    expect(error?.title).toMatch(/^SAE · .*: timed out after 5 min, rollout still running$/u);
    expect(error?.message).toContain('The rollout did not complete within 5 min (timeout).');
    expect(error?.message).toContain('Now: Unknown. Last seen: batch 2 of 3 in progress');
    expect(error?.message).toContain('This step only watches; it does not stop the rollout.');
    expect(error?.message).toContain(
      'Last error: DescribeChangeOrder answered ServiceUnavailable (HTTP 503, RequestId E-4711)',
    );
  });

  test('says how old the last state is, where the looks since brought none', async () => {
    const run = await gateRun(overTime([0, RUNNING], [60_000, throttled()]), { inputs: FIVE_MINUTES });
    const message = run.toolkit.errors[0]?.message ?? '';
    expect(message).toMatch(/Last seen: in progress \(4 min \d+ s before the end\)\./u);
  });

  test('does not claim to know anything of an order that it never saw', async () => {
    const run = await gateRun(always(UNAVAILABLE), { inputs: FIVE_MINUTES });
    expect(run.toolkit.errors[0]?.message).toContain('No status of the rollout was seen within 5 min');
  });
});
