import { describe, expect, test } from '@jest/globals';
import { edit, set } from '../../testbed/simulator/answer-edit.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { finishedAtOnce } from '../../testbed/simulator/timeline.ts';
import type { GateRun } from './run-gate.ts';
import { looksOf, runGate } from './run-gate.ts';
import { expectVerdict, warningTitles } from './sound-run.ts';

/** Lets the gate wait for a while, with at least 200 ms between two looks. */
function waitWith(path: string, value: unknown, timeout = '1500ms'): Promise<GateRun> {
  return runGate({
    scenario: scenario({ order: { timeline: finishedAtOnce(1) }, edits: [edit([set(path, value)])] }),
    inputs: { timeout, minPollInterval: '200ms', maxPollInterval: '400ms' },
  });
}

describe('a number that the API does not document', () => {
  test.concurrent.each([
    ['Data.Status', 7, '7'],
    ['Data.Status', '7', '7'],
    ['Data.Status', 4, '4'],
    ['Data.Status', -1, '-1'],
    ['Data.Status', 9_007_199_254_740_991, '9007199254740991'],
  ])('%s %j waits, with one warning, and is no success', async (path, value, output) => {
    const run = await waitWith(path, value);
    expectVerdict(run, 'timed-out');
    expect(run.outputs['status']).toBe(output);
    expect(warningTitles(run)).toStrictEqual(['SAE rollout in an unknown state']);
  });

  test.concurrent.each([2, '5', -1])(
    'SubStatus %j waits, with one warning, though the status is 2',
    async value => {
      const run = await waitWith('Data.SubStatus', value);
      expectVerdict(run, 'timed-out');
      expect(run.outputs).toMatchObject({ status: '2', subStatus: String(value) });
      expect(warningTitles(run)).toStrictEqual(['SAE rollout in an unknown state']);
    },
  );

  test.concurrent('is no hot loop', async () => {
    const { requests } = await waitWith('Data.Status', 7, '5s');
    // 5 s in steps of 200 ms and more, the first and the last look included.
    expect(requests.length).toBeGreaterThan(2);
    expect(requests.length).toBeLessThanOrEqual(26);
  });

  test.concurrent('gives way to a number that decides', async () => {
    const run = await runGate({
      scenario: scenario({
        order: { timeline: finishedAtOnce(1) },
        edits: [edit([set('Data.Status', 7)], { toLook: 2 })],
      }),
    });
    expectVerdict(run, 'succeeded');
    expect(looksOf(run)).toHaveLength(3);
  });
});
