import { describe, expect, test } from '@jest/globals';
import { describeAnswer, pipelines, UNAVAILABLE } from '../support/answers.ts';
import { gateRun } from '../support/gate-run.ts';
import { firstLookFrom } from '../support/quiet-looks.ts';
import { always, overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';

describe('a gate that is cancelled', () => {
  test('in the middle of a wait is over at once', async () => {
    const run = await gateRun(always(RUNNING), { cancelAtMs: 100_000 });
    expect(run).toMatchObject({ green: false, verdict: 'cancelled', endedAtMs: 100_000, asleep: 0 });
  });

  test.each([
    ['that hangs', { kind: 'hang' }],
    ['that heeds nothing', { kind: 'deaf' }],
  ] as const)('in the middle of a request %s is over at once', async (_, reply) => {
    const run = await gateRun(overTime([0, RUNNING], [60_000, reply]), { cancelAtMs: 66_000 });
    expect(run.looksMs.at(-1)).toBe(firstLookFrom(60_000));
    expect(run).toMatchObject({ green: false, verdict: 'cancelled', endedAtMs: 66_000, asleep: 0 });
  });

  test('in the middle of its last look is over at once', async () => {
    const run = await gateRun(overTime([0, RUNNING], [60_000, { kind: 'hang' }]), {
      inputs: { timeout: '1m' },
      cancelAtMs: 61_000,
    });
    expect(run).toMatchObject({ verdict: 'cancelled', endedAtMs: 61_000, asleep: 0 });
  });

  test('before it began asks nothing', async () => {
    const run = await gateRun(always(SUCCEEDED), { cancelAtMs: -1 });
    expect(run).toMatchObject({ green: false, verdict: 'cancelled', looksMs: [], endedAtMs: 0 });
  });

  test('says that the rollout still runs, and what was seen of it', async () => {
    const running = describeAnswer({ Status: 1, Pipelines: pipelines(2, 1), BatchCount: 2 });
    const run = await gateRun(overTime([0, running], [50_000, UNAVAILABLE]), { cancelAtMs: 100_000 });
    expect(run.toolkit.errors).toHaveLength(1);
    expect(run.toolkit.errors[0]?.title).toMatch(/: wait cancelled, rollout still running$/u);
    expect(run.toolkit.errors[0]?.message).toContain(
      'The wait was cancelled (SIGINT) after 1 min 40 s.\nNow: Unknown. Last seen: batch 2 of 2 in progress',
    );
    expect(run.toolkit.summaries).toHaveLength(1);
    expect(run.outputs).toMatchObject({ status: '1', batchCount: '2', durationSeconds: '100' });
  });

  test('says that nothing was seen of a rollout that it never saw', async () => {
    const run = await gateRun(always({ kind: 'hang' }), { cancelAtMs: 5_000 });
    expect(run.toolkit.errors[0]?.message).toContain(
      'Now: Unknown: neither the application nor a status could be read.',
    );
  });

  test('says nothing any more once it has ended', async () => {
    const run = await gateRun(always(RUNNING), { cancelAtMs: 100_000 });
    expect(run.toolkit.log.at(-1)?.atMs).toBe(100_000);
    expect(run.lines.findLast(line => line.startsWith('⏹️'))).toMatch(/cancelled/u);
  });
});
