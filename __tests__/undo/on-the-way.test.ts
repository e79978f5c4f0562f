import { describe, expect, test } from '@jest/globals';
import { rollbackIdOf } from '../../testbed/simulator/abort.ts';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import { HANG, fault } from '../../testbed/simulator/fault.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import { liveFrame } from '../../src/cli/live-frame.ts';
import type { InputName } from '../../src/inputs/table.ts';
import { heartbeat } from '../../src/polling/clock.ts';
import type { Board } from '../../src/report/board.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { textsOf } from '../support/find-run.ts';
import type { StoryRun } from '../support/story-run.ts';
import { storyRun } from '../support/story-run.ts';

const NEW_ID = rollbackIdOf(DEMO_ORDER_ID);

interface Watched {
  readonly run: StoryRun;
  /** Every picture of the live view that was not like the one before. */
  readonly pictures: readonly string[];
}

/** Runs a story and looks at its live view twice a second. */
async function watch(
  scenario: Scenario,
  inputs: Partial<Record<InputName, string>> = {},
  cancelAtMs?: number,
): Promise<Watched> {
  const language = inputs.language === 'zh' ? 'zh' : 'en';
  const pictures: string[] = [];
  const over = new AbortController();
  const run = await storyRun(scenario, {
    inputs: { verify: 'off', ...inputs },
    ...(cancelAtMs === undefined ? {} : { cancelAtMs }),
    onlooker: clock => ({
      beats: true,
      begun: (board: Board) => {
        void heartbeat(clock, 500, over.signal, () => {
          const frame = liveFrame({
            entries: board.entries,
            nowMs: clock.nowMs(),
            nowWallMs: clock.wallMs(),
            ...{ turn: 0, rows: 24, columns: 200, words: catalogue[language], redact: text => text },
          });
          const picture = frame.map(line => line.map(({ text }) => text).join('')).join('\n');
          if (picture !== pictures.at(-1)) pictures.push(picture);
        });
      },
      reporter: () => ({}),
      over: () => {
        over.abort();
      },
    }),
  });
  expect(run.asleep).toBe(0);
  return { run, pictures };
}

const HANGS = { rollbackTimeout: '5m' } as const;

describe('while a rollback is followed', () => {
  test('the live view is red, and names its order, its state, for how long, and for how long at most', async () => {
    const { pictures } = await watch(findScenario('rollback-hangs'), HANGS);
    const followed = pictures.filter(picture => picture.includes('the rollback is being followed'));
    expect(followed.length).toBeGreaterThan(60);
    for (const picture of followed) {
      expect(picture).toMatch(/^✖ demo-app: rollout failed, and the rollback is being followed\n/u);
    }
    const last = followed.at(-1)?.split('\n').at(-1);
    expect(last).toBe(`  ⠋ Rollback, ${NEW_ID}: in progress · 4 min 59 s of at most 5 min`);
    // The time goes on without a poll.
    const times = new Set(followed.map(picture => /· (.+) of at most 5 min$/u.exec(picture)?.[1]));
    expect(times.size).toBeGreaterThan(60);
  });

  test('the check run is in progress and says the same, with what not to do', async () => {
    const { run } = await watch(findScenario('rollback-hangs'), HANGS);
    const followed = run.checks.filter(({ title }) => title.includes('the rollback is being followed'));
    expect(followed.length).toBeGreaterThan(3);
    for (const { status, title, summary } of followed) {
      expect(status).toBe('in_progress');
      expect(title).toBe(
        'demo-app: rollout failed, and the rollback is being followed – the container exits with code 1',
      );
      expect(summary).toContain('The step is red already');
      expect(summary).toContain(NEW_ID);
      expect(summary).toMatch(/of at most 5 min/u);
      expect(summary).toContain('Leave the order alone');
      // Nobody is to paste what the gate does.
      expect(summary).not.toContain('aliyun sae AbortAndRollbackChangeOrder');
    }
    const summaries = new Set(followed.map(({ summary }) => summary));
    expect(summaries.size).toBe(followed.length);
    expect(run.checks.at(-1)).toMatchObject({ status: 'completed', conclusion: 'failure' });
  });

  test('the log says that the step is red already', async () => {
    const { run } = await watch(findScenario('rolled-back'));
    expect(textsOf(run)).toContainEqual(
      expect.stringMatching(
        /SAE took it, as change order .+\. The step is red already; what becomes of it is followed/u,
      ),
    );
  });

  test('both say it in Chinese', async () => {
    const { run, pictures } = await watch(findScenario('rollback-hangs'), { ...HANGS, language: 'zh' });
    expect(pictures).toContainEqual(
      expect.stringMatching(/发布失败，正在跟踪回滚\n[^]*回滚变更单 \S+：执行中 · 已 1 分钟，最长 5 分钟$/u),
    );
    const { title, summary } = run.checks.findLast(({ status }) => status === 'in_progress') ?? {};
    expect(title).toBe('demo-app 发布失败，正在跟踪回滚：容器退出，退出码为 1');
    expect(summary).toContain('该步骤已判定为失败');
  });
});

test('before anything is sent they say that it is being asked for', async () => {
  const story = findScenario('rolled-back');
  const faults = [fault(HANG, { action: 'DescribeApplicationStatus' })];
  const { run, pictures } = await watch({ ...story, faults });
  const asking = pictures.filter(picture => picture.includes('a rollback is being asked for'));
  expect(asking.at(-1)).toContain('Rollback: checking whether it may be asked for');
  expect(run.checks).toContainEqual(
    expect.objectContaining({
      status: 'in_progress',
      title: 'demo-app: rollout failed, and a rollback is being asked for – the container exits with code 1',
    }),
  );
  expect(run.outputs).toMatchObject({ rolledBack: 'false' });
  expect(run.checks.at(-1)?.title).toContain('was not rolled back');
});

test('a cancelled step has no time for that', async () => {
  const story: Scenario = { ...findScenario('stuck'), abort: {} };
  const inputs = { appId: DEMO_APPLICATION.id, createdAfter: '10m', rollbackOn: 'cancelled', timeout: '30m' };
  const { run, pictures } = await watch(story, inputs, 12_000);
  expect(run.aborted).toHaveLength(1);
  expect(pictures.join('\n')).not.toContain('being');
  for (const { title, status } of run.checks) {
    if (status === 'in_progress') expect(title).not.toMatch(/rollback|cancel/u);
  }
});
