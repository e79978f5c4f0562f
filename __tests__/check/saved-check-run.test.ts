import { describe, expect, test } from '@jest/globals';
import { openCheckRun } from '../../src/check-run/saved.ts';
import type { GitHubApi } from '../../src/github/api.ts';
import type { Environment, InputName } from '../../src/inputs/table.ts';
import { gateRun } from '../support/gate-run.ts';
import { overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';

const FORGED: Environment = {
  STATE_checkRun: '{"id":666,"name":"theirs","headSha":"x"}',
  STATE_checkRunClosed: 'false',
};

const DOWN = {
  kind: 'failed',
  failure: { kind: 'said', message: 'down', httpStatus: undefined },
  retryAfterMs: undefined,
} as const;

/** A GitHub that takes a check run, but not its end. */
const FORGETFUL: GitHubApi = {
  runTimes: () => Promise.reject(new Error('nobody should ask')),
  createCheckRun: ({ status }) => Promise.resolve(status === 'completed' ? DOWN : { kind: 'done', value: 7 }),
  updateCheckRun: () => Promise.resolve(DOWN),
};

/** The check run that the post part of a step would close, whose variables an earlier step has forged. */
async function leftOpen(inputs: Partial<Record<InputName, string>>): Promise<unknown> {
  const { toolkit } = await gateRun(overTime([0, RUNNING], [30_000, SUCCEEDED]), {
    inputs: { token: 'ghs_notARealToken', commit: 'a'.repeat(40), ...inputs },
    variables: FORGED,
    world: { github: () => FORGETFUL },
  });
  const states = Object.entries(toolkit.states).map(([name, value]) => [`STATE_${name}`, value] as const);
  return openCheckRun({ ...FORGED, ...Object.fromEntries(states) });
}

describe('the check run that is left to the post part', () => {
  test('is the one that this step has begun', async () => {
    expect(await leftOpen({ checkRun: 'true' })).toMatchObject({ id: 7 });
  });

  test.each<[string, Partial<Record<InputName, string>>]>([
    ['that makes no check run', {}],
    ['whose inputs are faulty', { checkRun: 'true', timeout: 'soon' }],
  ])('is never one that another step names in its stead: in a step %s', async (_, inputs) => {
    expect(await leftOpen(inputs)).toBeUndefined();
  });

  test('would be that one if nothing were said of it', () => {
    expect(openCheckRun(FORGED)).toMatchObject({ id: 666 });
  });
});
