import { describe, expect, test } from '@jest/globals';
import type { GitHubApi } from '../../src/github/api.ts';
import { describeAnswer } from '../support/answers.ts';
import type { GateRun } from '../support/gate-run.ts';
import { gateRun } from '../support/gate-run.ts';
import { overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';

const END_MS = 60_000;

/** A GitHub that takes the first check run and answers nothing more. */
const HANGING: GitHubApi = {
  runTimes: () => Promise.reject(new Error('nobody should ask')),
  createCheckRun: () => Promise.resolve({ kind: 'done', value: 1 }),
  updateCheckRun: () => new Promise(() => undefined),
};

function runUntilEnd(cancelAtMs?: number, end = SUCCEEDED): Promise<GateRun> {
  return gateRun(overTime([0, RUNNING], [END_MS, end]), {
    inputs: {
      checkRun: 'true',
      token: 'ghs_notARealToken',
      commit: 'a'.repeat(40),
      timeout: '1m',
      diagnose: 'false',
    },
    ...(cancelAtMs === undefined ? {} : { cancelAtMs }),
    world: { github: () => HANGING },
  });
}

describe('while GitHub does not take the end of a check run', () => {
  test('the gate waits ten seconds for it, and is over', async () => {
    const run = await runUntilEnd();
    expect(run).toMatchObject({ green: true, endedAtMs: END_MS + 10_000, asleep: 0 });
  });

  test.each([
    ['a success', SUCCEEDED, 'succeeded'],
    ['a failure', describeAnswer({ Status: 3 }), 'failed'],
  ])('a cancel leaves three seconds to it, and %s stays what it is', async (_, end, verdict) => {
    const run = await runUntilEnd(END_MS + 2_000, end);
    expect(run).toMatchObject({ verdict, endedAtMs: END_MS + 5_000, asleep: 0 });
  });

  test('a cancel at the last moment makes it no longer', async () => {
    const run = await runUntilEnd(END_MS + 9_000);
    expect(run).toMatchObject({ green: true, endedAtMs: END_MS + 10_000, asleep: 0 });
  });

  test('a cancelled wait leaves three seconds to it', async () => {
    const run = await runUntilEnd(30_000);
    expect(run).toMatchObject({ verdict: 'cancelled', endedAtMs: 33_000, asleep: 0 });
  });
});
