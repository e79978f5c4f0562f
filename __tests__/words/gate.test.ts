import { describe, expect, test } from '@jest/globals';
import type { Verdict } from '../../src/rollout/verdicts.ts';
import { describeAnswer, errorAnswer, NO_SUCH_ORDER, pipelines, UNAVAILABLE } from '../support/answers.ts';
import type { GateRun, GateRunOptions } from '../support/gate-run.ts';
import { gateRun } from '../support/gate-run.ts';
import { APP_ID } from '../support/orders.ts';
import { always, overTime, RUNNING } from '../support/rollouts.ts';
import type { Script } from '../support/scripted-transport.ts';
import { englishIn } from './english.ts';

interface Case {
  readonly title: string;
  readonly script: Script;
  readonly options?: GateRunOptions;
  readonly verdict: Verdict;
  readonly says: string;
}

const APP = { AppId: APP_ID, AppName: 'app-test', CoTypeCode: 'CoDeploy', BatchCount: 2 };
const GOING = describeAnswer({ ...APP, Status: 1, Pipelines: pipelines(2, 1) });

const CASES: readonly Case[] = [
  {
    title: 'a success',
    script: overTime([0, GOING], [90_000, describeAnswer({ ...APP, Status: 2, Pipelines: pipelines(2, 2) })]),
    verdict: 'succeeded',
    says: 'app-test 发布成功',
  },
  {
    title: 'a failure',
    script: overTime([0, GOING], [90_000, describeAnswer({ ...APP, Status: 3, Pipelines: pipelines(2, 3) })]),
    verdict: 'failed',
    says: '变更单已结束，状态为执行失败：第 2/2 批执行失败。',
  },
  {
    title: 'bad inputs',
    script: always(RUNNING),
    options: { inputs: { timeout: 'soon', maxCallsPerMinute: '0', regionId: 'no region' } },
    verdict: 'error',
    says: 'timeout：收到“soon”，应为大于零的时长',
  },
  {
    title: 'the deadline',
    script: overTime([0, GOING], [60_000, UNAVAILABLE], [80_000, GOING]),
    options: { inputs: { timeout: '3m' } },
    verdict: 'timed-out',
    says: '发布未在 3 分钟（timeout）内完成。',
  },
  {
    title: 'an exception that needs a rollback by hand',
    script: always(describeAnswer({ ...APP, Status: 1, SubStatus: 1, SupportRollback: true })),
    verdict: 'needs-rollback',
    says: '需要人工回滚',
  },
  {
    title: 'a person who never comes',
    script: always(describeAnswer({ ...APP, Status: 8, Pipelines: pipelines(2, 8) })),
    options: { inputs: { manualStepTimeout: '2m' } },
    verdict: 'awaiting-manual-step',
    says: '确认发布下一批',
  },
  {
    title: 'an order that does not exist',
    script: always(NO_SUCH_ORDER),
    verdict: 'not-found',
    says: '未找到变更单',
  },
  {
    title: 'a missing permission',
    script: always(errorAnswer('NoPermission', 403)),
    verdict: 'unreadable',
    says: 'sae:DescribeChangeOrder',
  },
  {
    title: 'a cancelled step',
    script: always(GOING),
    options: { cancelAtMs: 12_400 },
    verdict: 'cancelled',
    says: '等待了 12 秒后被取消（SIGINT）',
  },
];

/** The messages of the scripted API and the command to roll back, which are in no language. */
const FOREIGN = /The text of [\w.]+\.?|aliyun sae \w+(?: --\w+ \S+)*| {2}--\w+ \S+(?: --\w+ \S+)*/gu;

function inChinese({ script, options }: Case): Promise<GateRun> {
  return gateRun(script, { ...options, inputs: { ...options?.inputs, language: 'zh' } });
}

/** All that people are told in lines, annotations and summaries. */
function toldBy({ lines, toolkit }: GateRun): readonly string[] {
  const { notices, warnings, errors, summaries } = toolkit;
  const annotations = [...notices, ...warnings, ...errors].flatMap(({ title, message }) => [title, message]);
  return [...lines, ...annotations, ...summaries].flatMap(text => text.split('\n'));
}

describe('the whole gate in Chinese', () => {
  test.each(CASES)('speaks no English of $title', async one => {
    const run = await inChinese(one);
    expect(run.verdict).toBe(one.verdict);
    const told = toldBy(run);
    const english = told.flatMap(line => englishIn(line.replaceAll(FOREIGN, '')));
    expect(english).toStrictEqual([]);
    expect(told.join('\n')).toContain(one.says);
    expect(told.join('\n')).not.toMatch(/undefined|\[object/u);
  });

  test('tells states in Chinese in its outputs, and verdicts in their own words', async () => {
    const [success] = CASES;
    if (success === undefined) throw new Error('there is no case');
    const { outputs } = await inChinese(success);
    expect(outputs).toMatchObject({ verdict: 'succeeded', status: '2', statusText: '执行成功' });
  });
});
