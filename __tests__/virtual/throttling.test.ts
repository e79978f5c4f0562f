import { describe, expect, test } from '@jest/globals';
import { errorAnswer, httpAnswer, throttled } from '../support/answers.ts';
import { gateRun } from '../support/gate-run.ts';
import { firstLookFrom, quietLooksMs } from '../support/quiet-looks.ts';
import { always, oneByOne, overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';

describe('a throttled gate', () => {
  test('waits the longest wait where the server gives no hint', async () => {
    const run = await gateRun(oneByOne(throttled(), SUCCEEDED));
    expect(run).toMatchObject({ green: true, looksMs: [0, 30_000] });
  });

  test.each([
    ['5000', 5_000],
    ['30001', 30_001],
    ['45000', 45_000],
    ['60000', 60_000],
    ['60001', 60_000],
    ['999999999999', 60_000],
    ['3001', 3_001],
    ['3000', 3_000],
    ['1', 2_000],
    ['0', 2_000],
  ])('waits as long as the hint says, from the next wait up to 60 s: %s ms', async (hint, waitedMs) => {
    const run = await gateRun(oneByOne(throttled(hint), SUCCEEDED));
    expect(run.looksMs).toStrictEqual([0, waitedMs]);
  });

  test.each(['-5', 'NaN', '1.5', '', 'soon', '1e3'])('takes %j for no hint', async hint => {
    const run = await gateRun(oneByOne(throttled(hint), SUCCEEDED));
    expect(run.looksMs).toStrictEqual([0, 30_000]);
  });

  test.each(['Throttling', 'Throttling.User', 'Throttling.Api', 'Rejected.Throttling'])(
    'knows it by its code: %s',
    async code => {
      const run = await gateRun(oneByOne(errorAnswer(code, 400), SUCCEEDED));
      expect(run.looksMs).toStrictEqual([0, 30_000]);
    },
  );

  test('lengthens one wait only', async () => {
    const run = await gateRun(oneByOne(throttled('45000'), RUNNING, RUNNING, SUCCEEDED));
    expect(run.looksMs).toStrictEqual([0, ...quietLooksMs(30_000).map(ms => 45_000 + ms)]);
  });

  test('is not in an outage, however long it is throttled', async () => {
    const run = await gateRun(overTime([0, throttled('10000')], [1_000_000, SUCCEEDED]), {
      inputs: { outageTolerance: '1m' },
    });
    expect(run.green).toBe(true);
  });

  test('that is throttled to the end is timed out, on the deadline', async () => {
    const run = await gateRun(always(throttled('60000')), { inputs: { timeout: '150s' } });
    expect(run.looksMs).toStrictEqual([0, 60_000, 120_000, 150_000]);
    expect(run.verdict).toBe('timed-out');
    expect(run.toolkit.errors[0]?.message).toContain('Throttling.User');
  });

  test('is not throttled by a hint beside a success', async () => {
    const success = { ...RUNNING, headers: { ...RUNNING.headers, 'x-acs-retry-after': '60000' } };
    const run = await gateRun(oneByOne(success, SUCCEEDED));
    expect(run.looksMs).toStrictEqual([0, firstLookFrom(1)]);
  });

  test('obeys the hint of any other fault, too', async () => {
    const run = await gateRun(oneByOne(httpAnswer('', 503, { 'x-acs-retry-after': '45000' }), SUCCEEDED));
    expect(run.looksMs).toStrictEqual([0, 45_000]);
  });

  test('says so once in the log, and how often in the summary', async () => {
    const run = await gateRun(
      oneByOne(throttled('5000'), throttled('5000'), RUNNING, throttled('5000'), SUCCEEDED),
    );
    expect(run.lines.filter(line => line.includes('Throttling.User'))).toHaveLength(1);
    expect(run.toolkit.summaries[0]).toContain('3 throttled');
  });
});
