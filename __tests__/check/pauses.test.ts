import { describe, expect, test } from '@jest/globals';
import type { GitHubApi } from '../../src/github/api.ts';
import { octokitGitHub } from '../../src/platform/octokit-github.ts';
import { httpAnswer } from '../support/answers.ts';
import { gateRun } from '../support/gate-run.ts';
import { RecordingToolkit } from '../support/recording-toolkit.ts';
import { overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';
import { VirtualClock, WALL_START_MS } from '../support/virtual-clock.ts';

const HOUR_MS = 3_600_000;

/** When a GitHub that once asks for a pause is written to, during a rollout of three hours. */
async function writesAfter(retryAfterMs: number): Promise<readonly number[]> {
  const timesMs: number[] = [];
  let nowMs: () => number = () => 0;
  const github: GitHubApi = {
    runTimes: () => Promise.reject(new Error('nobody should ask')),
    createCheckRun: () => {
      timesMs.push(nowMs());
      return Promise.resolve(
        timesMs.length === 1
          ? { kind: 'failed', failure: { kind: 'said', message: 'not now', httpStatus: 429 }, retryAfterMs }
          : { kind: 'done', value: 1 },
      );
    },
    updateCheckRun: () => {
      timesMs.push(nowMs());
      return Promise.resolve({ kind: 'done', value: 1 });
    },
  };
  await gateRun(overTime([0, RUNNING], [3 * HOUR_MS, SUCCEEDED]), {
    inputs: { checkRun: 'true', token: 'ghs_notARealToken', commit: 'a'.repeat(40), timeout: '4h' },
    world: {
      github: () => github,
      modifiedMs: () => undefined,
    },
    toolkit: clock => {
      nowMs = () => clock.elapsedMs;
      return new RecordingToolkit(clock);
    },
  });
  return timesMs;
}

describe('the pause that GitHub asks for', () => {
  test.each([
    ['of ten minutes is made', 600_000, 600_000],
    ['of an hour is made', HOUR_MS, HOUR_MS],
    ['of a year is made for an hour', 8_760 * HOUR_MS, HOUR_MS],
    ['without end is made for an hour', Infinity, HOUR_MS],
  ])('%s', async (_, retryAfterMs, pauseMs) => {
    const [first = Number.NaN, second = Number.NaN] = await writesAfter(retryAfterMs);
    expect(first).toBe(0);
    expect(second).toBeGreaterThanOrEqual(pauseMs);
    expect(second).toBeLessThan(pauseMs + 61_000);
  });
});

describe('what GitHub’s headers ask for', () => {
  test.each<[string, Readonly<Record<string, string>>, number | undefined]>([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['nothing', {}, undefined],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 06:00:00 GMT' }, undefined],
    ['less than nothing', { 'retry-after': '-7' }, undefined],
    ['no number', { 'retry-after': 'NaN' }, undefined],
    ['more than there is', { 'retry-after': '1e400' }, Infinity],
    [
      'a reset in a minute',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(WALL_START_MS / 1_000 + 60) },
      60_000,
    ],
    ['a reset that is over', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }, undefined],
    ['a reset at no time', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'soon' }, undefined],
  ])('%s', async (_, headers, retryAfterMs) => {
    const clock = new VirtualClock();
    const github = octokitGitHub({
      env: { GITHUB_REPOSITORY: 'octo-org/octo-shop' },
      token: 'ghs_notARealToken',
      transport: () => Promise.resolve(httpAnswer({ message: 'slow down' }, 429, headers)),
      clock,
      userAgent: 'sae-rollout-gate/0.0.0',
      hide: text => text,
    });
    const answer = await github?.runTimes(1, 1, new AbortController().signal);
    expect(answer).toMatchObject({ kind: 'failed', failure: { kind: 'said', httpStatus: 429 } });
    expect(answer).toHaveProperty('retryAfterMs', retryAfterMs);
  });
});
