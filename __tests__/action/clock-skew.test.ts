import { describe, expect, test } from '@jest/globals';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { MINUTE_MS } from '../../testbed/simulator/story-time.ts';
import { runGate } from './run-gate.ts';
import { errorOf, expectVerdict } from './sound-run.ts';

describe('the built action, on a machine whose clock is off', () => {
  test.concurrent('is green, and says by how much', async () => {
    const run = await runGate({ scenario: 'clock-skew' });
    expectVerdict(run, 'succeeded');
    const refused = run.requests.filter(({ status }) => status !== 200);
    expect(refused.map(({ code }) => code)).toStrictEqual(['InvalidTimeStamp.Expired']);
    const warnings = run.annotations.filter(({ kind }) => kind === 'warning');
    expect(warnings.map(({ message }) => message)).toStrictEqual([
      expect.stringMatching(/^This machine's clock is 2[23] min(?: \d+ s)? behind the API's/),
    ]);
  });

  test.concurrent('is red after one call where the API does not tell its time', async () => {
    const run = await runGate({ scenario: 'clock-skew-untold' });
    expectVerdict(run, 'unreadable');
    expect(run.requests).toHaveLength(1);
    expect(errorOf(run).message).toMatch(/clock is more than 15 minutes off: set it by NTP/);
  });

  test.concurrent('is red after one call where the answer has no Date at all', async () => {
    const run = await runGate({ scenario: scenario({ clockOffsetMs: 20 * MINUTE_MS, dateHeader: '' }) });
    expectVerdict(run, 'unreadable');
    expect(run.requests).toHaveLength(1);
    expect(errorOf(run).message).toMatch(/clock is more than 15 minutes off: set it by NTP/);
  });
});
