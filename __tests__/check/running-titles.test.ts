import { describe, expect, test } from '@jest/globals';
import { findScenario, SCENARIO_NAMES } from '../../testbed/simulator/scenarios.ts';
import { storyRun } from '../support/story-run.ts';
import { SHAPES } from '../support/shapes.ts';

function scenarioName(name: string): (typeof SCENARIO_NAMES)[number] {
  const found = SCENARIO_NAMES.find(each => each === name);
  if (found === undefined) throw new Error(`no scenario ${name}`);
  return found;
}

/** The titles of a scenario's check run, those in progress. */
async function titlesOf(name: string, language: 'en' | 'zh' = 'en'): Promise<readonly string[]> {
  const shape = SHAPES.find(each => each.name === name);
  const { checks } = await storyRun(shape?.scenario ?? findScenario(scenarioName(name)), {
    ...shape?.options,
    inputs: { ...shape?.options.inputs, language },
  });
  return checks.filter(({ status }) => status === 'in_progress').map(({ title }) => title);
}

describe('the title of a check run in progress', () => {
  test.each(['finished', 'success', 'crash-loop', 'no-permission', 'wrong-app'])(
    'never reads like a verdict: %s',
    async name => {
      for (const title of await titlesOf(name)) expect(title).toMatch(/^(?:Preparing$|Batch \d)/);
    },
  );

  test('of an order that is over when it is first seen is written only with its conclusion', async () => {
    expect(await titlesOf('finished')).toStrictEqual([]);
  });

  test('says that an answer is doubted, and guesses nothing of it', async () => {
    expect((await titlesOf('contradiction')).at(-1)).toBe('Doubtful answer, polling again');
    expect((await titlesOf('contradiction', 'zh')).at(-1)).toBe('响应存疑，正在再次查询');
  });

  test('says which person is waited for', async () => {
    expect((await titlesOf('given-up-on-a-person')).at(-1)).toBe(
      'Waiting for a person to release the next batch · 33 %',
    );
    expect((await titlesOf('approval'))[0]).toBe('Waiting for approval');
  });

  test('says in a pause after which batch it is', async () => {
    expect(await titlesOf('fifty-batches')).toContainEqual(
      expect.stringMatching(/^Wait after batch 7 of 50 · about 2 h \d+ min left$/),
    );
    expect(await titlesOf('fifty-batches', 'zh')).toContainEqual(
      expect.stringMatching(/^第 7\/50 批后等待 · 预计剩余约 2 小时 \d+ 分钟$/),
    );
  });

  test('never falls back although people were waited for', async () => {
    const shares = (await titlesOf('long-pauses')).flatMap(title => /(\d+) %/.exec(title)?.[1] ?? []);
    const numbers = shares.map(Number);
    expect(new Set(numbers).size).toBeGreaterThan(3);
    expect(numbers).toStrictEqual(numbers.toSorted((a, b) => a - b));
  });

  test('counts those of many orders that are red', async () => {
    expect(await titlesOf('many-10')).toContain(
      '1 of 10 rollouts failed: 订单中心-3; 3 succeeded, 6 in progress',
    );
  });
});
