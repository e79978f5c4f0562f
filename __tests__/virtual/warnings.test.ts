import { describe, expect, test } from '@jest/globals';
import type { HttpAnswer } from '../../src/http/transport.ts';
import { describeAnswer, pipelines } from '../support/answers.ts';
import type { GateRun } from '../support/gate-run.ts';
import { gateRun } from '../support/gate-run.ts';
import { ORDER_ID } from '../support/orders.ts';
import { always, overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';

/** Ten minutes of this, and then the success. */
function waitingAt(data: Readonly<Record<string, unknown>>): Promise<GateRun> {
  return gateRun(overTime([0, describeAnswer(data)], [600_000, SUCCEEDED]));
}

describe('a state that the gate waits in', () => {
  test.each([0, 1, 9, 12])('is no reason for a warning: status %d', async Status => {
    const run = await waitingAt({ Status });
    expect(run.toolkit.warnings).toStrictEqual([]);
    expect(run.green).toBe(true);
  });

  test('in which a person has to release the next batch is warned of once', async () => {
    const run = await waitingAt({ Status: 8, AppName: 'app-test' });
    expect(run.toolkit.warnings).toHaveLength(1);
    expect(run.toolkit.warnings[0]?.title).toBe('SAE rollout waits for a person');
    expect(run.toolkit.warnings[0]?.message).toContain(
      `Release the next batch of change order ${ORDER_ID} of app-test in the console`,
    );
    expect(run.green).toBe(true);
  });

  test('in which a person has to approve is warned of once', async () => {
    const run = await waitingAt({ Status: 11, ApprovalId: 'approval-7' });
    expect(run.toolkit.warnings).toHaveLength(1);
    expect(run.toolkit.warnings[0]?.message).toContain(`Approve change order ${ORDER_ID}`);
    expect(run.toolkit.warnings[0]?.message).toContain('approval-7');
    expect(run.green).toBe(true);
  });

  test.each([4, 5, 7, 13, 22, 99, -1])('that nobody knows is warned of once: status %d', async Status => {
    const run = await waitingAt({ Status });
    expect(run.toolkit.warnings).toHaveLength(1);
    expect(run.toolkit.warnings[0]?.message).toContain(`The API answered Status ${Status},`);
    expect(run.green).toBe(true);
    expect(run.looksMs.length).toBeLessThan(80);
  });

  test.each([2, 5, -1])('whose SubStatus nobody knows is warned of once: %d', async SubStatus => {
    const run = await waitingAt({ Status: 1, SubStatus });
    expect(run.toolkit.warnings).toHaveLength(1);
    expect(run.toolkit.warnings[0]?.message).toContain(`The API answered SubStatus ${SubStatus},`);
    expect(run.green).toBe(true);
  });

  test('that says succeeded with a SubStatus that nobody knows is waited in, and warned of', async () => {
    const run = await waitingAt({ Status: 2, SubStatus: 5 });
    expect(run.toolkit.warnings).toHaveLength(1);
    expect(run.endedAtMs).toBeGreaterThanOrEqual(600_000);
  });
});

describe('several states', () => {
  test('are warned of once each, however often they come back', async () => {
    const stages = [8, 1, 8, 11, 1, 7, 11, 99, 7, 8].map((Status, index): readonly [number, HttpAnswer] => [
      index * 60_000,
      describeAnswer({ Status }),
    ]);
    const run = await gateRun(overTime(...stages, [660_000, SUCCEEDED]));
    expect(
      run.toolkit.warnings.map(({ message }) => /^Release|^Approve|Status \d+/u.exec(message)?.[0]),
    ).toStrictEqual(['Release', 'Approve', 'Status 7', 'Status 99']);
  });
});

describe('an answer that decides', () => {
  test.each([
    ['a failure with an unknown SubStatus', { Status: 3, SubStatus: 5 }],
    ['a needed rollback while a person should release', { Status: 8, SubStatus: 1 }],
    ['a needed rollback in an unknown status', { Status: 7, SubStatus: 1 }],
    ['a success', { Status: 2, SubStatus: 0, Pipelines: pipelines(2) }],
  ])('is not warned of, since the gate does not wait: %s', async (_, data) => {
    const run = await gateRun(always(describeAnswer(data)));
    expect(run.endedAtMs).toBe(0);
    expect(run.toolkit.warnings).toStrictEqual([]);
  });
});

test('a gate that only waits warns of nothing', async () => {
  const run = await gateRun(always(RUNNING));
  expect(run.toolkit.warnings).toStrictEqual([]);
});
