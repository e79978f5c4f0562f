import { describe, expect, test } from '@jest/globals';
import { formatElapsed } from '../../src/words/format.ts';
import { describeAnswer, NO_SUCH_ORDER, pipelines } from '../support/answers.ts';
import { gateRun } from '../support/gate-run.ts';
import type { GateRun } from '../support/gate-run.ts';
import { ORDER_ID } from '../support/orders.ts';
import { firstLookFrom } from '../support/quiet-looks.ts';
import { always, overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';
import { KEY_ID, KEY_SECRET } from '../support/environment.ts';

const APP = { AppName: 'app-test', CoTypeCode: 'CoDeploy', BatchCount: 3 };

function step(status: number, ...batches: readonly number[]): ReturnType<typeof describeAnswer> {
  return describeAnswer({ ...APP, Status: status, Pipelines: pipelines(...batches) });
}

/** The lines that begin with a time, heartbeats and the credentials' line apart. */
function events({ lines }: GateRun): readonly string[] {
  return lines.filter(line => /^ *\d+:\d\d {2}/u.test(line) && !/Still waiting|Credentials/u.test(line));
}

describe('the log', () => {
  test('says what is waited for, where, and how long at most', async () => {
    const run = await gateRun(always(SUCCEEDED));
    expect(run.lines.slice(0, 2)).toStrictEqual([
      'sae-rollout-gate 0.0.0',
      `Waiting for change order ${ORDER_ID} (cn-hangzhou, sae.cn-hangzhou.aliyuncs.com), for at most 30 min.`,
    ]);
  });

  test('says what changed when it changed, and has no line for a look that showed nothing new', async () => {
    const run = await gateRun(
      overTime(
        [0, step(0, 0, 0, 0)],
        [60_000, step(1, 1, 0, 0)],
        [120_000, step(9, 2, 0, 0)],
        [180_000, step(1, 2, 1, 0)],
        [240_000, step(1, 2, 2, 1)],
        [300_000, step(2, 2, 2, 2)],
      ),
      { inputs: { minPollInterval: '10s', maxPollInterval: '10s' } },
    );
    expect(run.looksMs).toHaveLength(31);
    expect(events(run)).toStrictEqual([
      '   0:00  app-test (CoDeploy): preparing, 3 batches',
      '   1:00  Batch 1 of 3: in progress',
      '   1:00  Change order: in progress',
      '   2:00  Batch 1 of 3: succeeded',
      '   2:00  Change order: pausing before the next batch, SAE continues by itself',
      '   3:00  Batch 2 of 3: in progress',
      '   3:00  Change order: in progress',
      '   4:00  Batch 2 of 3: succeeded',
      '   4:00  Batch 3 of 3: in progress',
      '   5:00  Batch 3 of 3: succeeded',
      '   5:00  Change order: succeeded',
    ]);
  });

  test('says how long a batch took, where the API tells', async () => {
    const batch = (Status: number, UpdateTime: number) =>
      describeAnswer({ ...APP, Pipelines: [{ Status, StartTime: 1_000, UpdateTime }] });
    const run = await gateRun(overTime([0, batch(1, 2_000)], [60_000, batch(2, 66_000)], [90_000, step(2)]));
    expect(events(run)).toContain(
      `   ${formatElapsed(firstLookFrom(60_000))}  Batch 1 of 3: succeeded after 1 min 5 s`,
    );
  });

  test('says once that there is a doubt', async () => {
    const run = await gateRun(always(NO_SUCH_ORDER));
    expect(run.looksMs.length).toBeGreaterThanOrEqual(3);
    expect(events(run)).toStrictEqual([
      '   0:00  There is no such order (yet); polling for another 15 s before this counts.',
    ]);
  });

  test('ends with the verdict', async () => {
    const green = await gateRun(always(step(2, 2, 2, 2)));
    expect(green.lines).toContain('✅ app-test: rollout succeeded');
    const red = await gateRun(always(step(3, 3)));
    const at = red.lines.indexOf('❌ app-test: batch 1 of 3 failed');
    expect(red.lines.slice(at + 1)).toStrictEqual([
      '   Batches: ❌ 1/3',
      '   Why: The change order ended as failed: batch 1 of 3 failed.',
      '   Now: Rollout stopped (0 of 3 batches done); SAE may roll it back.',
      '   Do: 1. Open the order in the console to see which task failed.',
      '     2. Fix the cause and deploy again.',
      expect.stringMatching(/^ {3}Change order: https:/u),
    ]);
  });
});

describe('the heartbeat', () => {
  test('comes every 30 s, with the state, the number of looks and what is left', async () => {
    const run = await gateRun(overTime([0, step(1, 2, 1, 0)], [170_000, SUCCEEDED]));
    const beats = run.toolkit.log.filter(({ text }) => text.includes('Still waiting'));
    expect(beats.map(({ atMs }) => atMs)).toStrictEqual(
      [30_000, 60_000, 90_000, 120_000, 150_000, 180_000].slice(0, beats.length),
    );
    expect(beats.length).toBeGreaterThanOrEqual(5);
    expect(beats[0]?.text).toBe(
      '   0:30  Still waiting: batch 2 of 3 in progress · 33 % · 2 polls · 29 min 30 s until the deadline',
    );
  });

  test('becomes seldom in a long wait, and is never silent for 10 min', async () => {
    const run = await gateRun(overTime([0, RUNNING], [3 * 3_600_000, SUCCEEDED]), {
      inputs: { timeout: '4h' },
    });
    const minutes = run.toolkit.log
      .filter(({ text }) => text.includes('Still waiting'))
      .map(({ atMs }) => atMs / 60_000);
    expect(minutes.slice(18, 23)).toStrictEqual([9.5, 10, 12, 14, 16]);
    expect(minutes.slice(43, 47)).toStrictEqual([58, 60, 65, 70]);
    expect(minutes).toHaveLength(20 + 25 + 24);
  });

  test('beats while a request hangs', async () => {
    const run = await gateRun(always({ kind: 'hang' }), { inputs: { requestTimeout: '10m', timeout: '2m' } });
    const beats = run.toolkit.log.filter(({ text }) => text.includes('Still waiting'));
    expect(beats.map(({ atMs }) => atMs).slice(0, 3)).toStrictEqual([30_000, 60_000, 90_000]);
    expect(beats[0]?.text).toContain('the order has not been seen yet · 0 polls');
  });

  test('is silent for a gate that needs less than 30 s', async () => {
    const run = await gateRun(overTime([0, RUNNING], [20_000, SUCCEEDED]));
    expect(run.lines.filter(line => line.includes('Still waiting'))).toStrictEqual([]);
  });
});

describe('a plain number for a duration', () => {
  test('is echoed with what it was taken for', async () => {
    const run = await gateRun(always(SUCCEEDED), { inputs: { timeout: '600', outageTolerance: '1h' } });
    expect(run.lines).toContain('timeout: 600 means 10 min (plain numbers are seconds).');
    expect(run.toolkit.warnings).toStrictEqual([]);
  });

  test('under 60 s is warned of, since it may have been meant as minutes', async () => {
    const run = await gateRun(always(SUCCEEDED), { inputs: { timeout: '30' } });
    expect(run.toolkit.warnings).toHaveLength(1);
    expect(run.toolkit.warnings[0]?.message).toContain(
      'timeout: 30 is a plain number and means seconds, 30 s.',
    );
    expect(run.toolkit.warnings[0]?.message).toContain('write 30m');
  });

  test.each([
    ['59', 1],
    ['60', 0],
    ['30s', 0],
    ['1m', 0],
  ])('of %s is warned of: %d times', async (timeout, warnings) => {
    const run = await gateRun(always(SUCCEEDED), { inputs: { timeout } });
    expect(run.toolkit.warnings).toHaveLength(warnings);
  });
});

describe('secrets', () => {
  test('are masked before anything else happens', async () => {
    const run = await gateRun(always(SUCCEEDED), { variables: { ALIBABA_CLOUD_SECURITY_TOKEN: 'a-token' } });
    expect(run.toolkit.masked).toStrictEqual([KEY_ID, KEY_SECRET, 'a-token']);
    expect(run.toolkit.calls.slice(0, 4)).toStrictEqual(['mask', 'mask', 'mask', 'line']);
  });

  test('are masked even where the inputs are bad', async () => {
    const run = await gateRun(always(SUCCEEDED), { inputs: { timeout: 'x', accessKeyId: 'k' } });
    expect(run.toolkit.masked).toContain('k');
    expect(run.toolkit.calls[0]).toBe('mask');
  });

  test('are told nowhere, the debug log included', async () => {
    const run = await gateRun(overTime([0, RUNNING], [60_000, SUCCEEDED]));
    expect(run.toolkit.debugged.length).toBeGreaterThan(3);
    expect(run.toolkit.everything).not.toContain(KEY_SECRET);
    expect(run.toolkit.everything).not.toContain(KEY_ID);
  });
});

test('the debug log has every request with its RequestId and duration', async () => {
  const slow = { kind: 'answer', answer: RUNNING, afterMs: 850 } as const;
  const run = await gateRun(overTime([0, slow], [1_000, NO_SUCH_ORDER], [26_000, SUCCEEDED]));
  expect(run.toolkit.debugged).toHaveLength(run.looksMs.length);
  expect(run.toolkit.debugged[0]).toBe('DescribeChangeOrder 01CF26C7-00A3-4AA6-BA76-7E95F2A3 850 ms: ok');
  expect(run.toolkit.debugged[1]).toMatch(
    /^DescribeChangeOrder E-4711 0 ms: no-such-order: .*InvalidChangeOrder\.NotFound/u,
  );
});
