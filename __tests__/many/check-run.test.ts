import { describe, expect, test } from '@jest/globals';
import { CheckRunWriter } from '../../src/check-run/writer.ts';
import type { World } from '../../src/gate/world.ts';
import type { CheckRunContent, GitHubApi } from '../../src/github/api.ts';
import type { GateRun } from '../support/gate-run.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { manyRun, orders } from '../support/many-run.ts';
import type { AccountOrder } from '../support/sae-account.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** A run with a check run, and every content that was written. */
interface CheckedRun {
  readonly run: GateRun;
  readonly created: number;
  readonly contents: readonly CheckRunContent[];
}

async function checkedRun(
  all: readonly AccountOrder[],
  inputs: Readonly<Record<string, string>> = {},
  world: Partial<Pick<World, 'catalogue'>> = {},
): Promise<CheckedRun> {
  const contents: CheckRunContent[] = [];
  let created = 0;
  const github: GitHubApi = {
    runTimes: () => Promise.reject(new Error('nobody should ask')),
    createCheckRun: content => {
      contents.push(content);
      return Promise.resolve({ kind: 'done', value: ++created });
    },
    updateCheckRun: (id, content) => {
      contents.push(content);
      return Promise.resolve({ kind: 'done', value: id });
    },
  };
  const run = await manyRun(all, {
    inputs: { checkRun: 'true', token: 'ghs_notARealToken', commit: 'a'.repeat(40), ...inputs },
    variables: { GITHUB_JOB: 'deploy' },
    world: { github: () => github, ...world },
  });
  return { run, created, contents };
}

test('the check run of one order shows the batch and an estimate in its title, and what is usual in its text', async () => {
  const past = Array.from({ length: 20 }, (_, day) => {
    const createdMs = -(day + 1) * 86_400_000;
    return { id: `past-${day}`, createdMs, endsMs: createdMs + 230_000 + day * 1_000 };
  });
  const order = { id: 'order-1', appName: 'shop', createdMs: 0, endsMs: 240_000 };
  const { contents } = await checkedRun([order, ...past], { changeOrderId: 'order-1' });
  const running = contents.filter(({ status }) => status === 'in_progress');
  expect(running.at(-1)?.title).toMatch(/^Batch 1 of 1 · about \d+ (?:s|min(?: \d+ s)?) left$/);
  expect(running.at(-1)?.summary).toContain('usually 3 min 59 s');
});

describe('the check run of a step of many orders', () => {
  test('is one, begun in progress and ended with the verdict that speaks for the step', async () => {
    const { run, created, contents } = await checkedRun(
      orders(5, number => ({ endsMs: number * 40_000, ending: number === 2 ? 3 : 2 })),
    );
    expect(run.green).toBe(false);
    expect(created).toBe(1);
    expect(contents[0]).toMatchObject({ status: 'in_progress', name: 'SAE rollout: 5 orders (deploy)' });
    expect(contents.at(-1)).toMatchObject({
      status: 'completed',
      conclusion: 'failure',
      name: 'SAE rollout: 5 orders (deploy)',
      title: '1 of 5 rollouts failed: service-2',
    });
    expect(contents.filter(({ status }) => status === 'completed')).toHaveLength(1);
    expect(new Set(contents.map(({ name }) => name)).size).toBe(1);
  });

  test('says on the way how many have succeeded and go on, and shows those that have ended', async () => {
    const { contents } = await checkedRun(orders(3, number => ({ endsMs: number * 60_000 })));
    const titles = contents.map(({ title }) => title);
    expect(titles).toContain('0 of 3 rollouts succeeded, 3 in progress');
    expect(titles).toContain('1 of 3 rollouts succeeded, 2 in progress');
    expect(titles.at(-1)).toBe('3 of 3 rollouts succeeded');
    const midway = contents.find(({ title }) => title.startsWith('1 of 3'));
    expect(midway?.summary).toContain(
      '<details><summary><strong>#<span></span>1 ✅ service-1</strong></summary>',
    );
    expect(midway?.summary).toContain(
      '<details><summary><strong>#<span></span>2 🔄 service-2</strong>: batch 1 of 1 in progress</summary>',
    );
  });

  test('succeeds only if every order did', async () => {
    const { contents } = await checkedRun(orders(2));
    expect(contents.at(-1)).toMatchObject({ conclusion: 'success' });
  });

  test('has the overview in its body and the links of the orders there, not once more below', async () => {
    const { contents } = await checkedRun(orders(12, () => ({ endsMs: 0 })));
    const last = contents.at(-1);
    expect(last?.summary.match(/\d+<\/strong> <a href="[^"]+">service-\d+<\/a>/gu)).toHaveLength(12);
    expect(last?.text).toBe('');
  });

  test('is rendered when it is written, not at every look', async () => {
    let rendered = 0;
    const report = {
      ...catalogue.en.report,
      // Told twice in each rendering, in the title and over the overview.
      severalTitle: (...told: Parameters<typeof catalogue.en.report.severalTitle>) => {
        rendered++;
        return catalogue.en.report.severalTitle(...told);
      },
    };
    const { run, contents } = await checkedRun(
      orders(50, number => ({ endsMs: number * 2_000 })),
      { maxCallsPerMinute: '10000' },
      { catalogue: { ...catalogue, en: { ...catalogue.en, report } } },
    );
    expect(run.looksMs.length).toBeGreaterThan(5 * contents.length);
    // The ending tells it twice more, in the log and in the summary, and a content that came out as before is not written.
    expect(rendered).toBeLessThanOrEqual(2 * (contents.length + 2) + 2);
  });

  test('is paced for 100 orders too, and fits into what GitHub takes', async () => {
    const { run, contents } = await checkedRun(
      orders(100, number => ({ endsMs: number * 10_000, ending: number % 50 === 0 ? 3 : 2 })),
      { timeout: '60m' },
    );
    expect(contents.length).toBeLessThanOrEqual(run.endedAtMs / 10_000 + 2);
    for (const { summary, text } of contents) {
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(65_535);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_535);
    }
    const last = contents.at(-1);
    // What does not fit is the green ones.
    expect(last?.summary).toMatch(/Left out because of its size: .*#<span><\/span>99 ✅/u);
    for (const number of [50, 100])
      expect(last?.summary).toContain(`#<span></span>${number} ❌ service-${number}`);
  });
});

describe('a content that nobody would see', () => {
  test('is not made: progress while a write waits for its pace, or within the minute after one', async () => {
    const clock = new VirtualClock();
    const written: CheckRunContent[] = [];
    const write = (content: CheckRunContent) => {
      written.push(content);
      return Promise.resolve({ kind: 'done', value: 1 } as const);
    };
    const writer = new CheckRunWriter({
      github: {
        runTimes: () => Promise.reject(new Error('nobody should ask')),
        createCheckRun: write,
        updateCheckRun: (_, content) => write(content),
      },
      clock,
      created: () => undefined,
      refused: () => undefined,
    });
    const wanted = (): readonly boolean[] => [writer.wants(true), writer.wants(false)];
    const content = (title: string): CheckRunContent => ({
      name: 'n',
      headSha: 'a'.repeat(40),
      title,
      summary: '',
      text: '',
      status: 'in_progress',
    });
    expect(wanted()).toStrictEqual([true, true]);
    writer.write(() => content('first'));
    expect(wanted()).toStrictEqual([true, false]);
    await clock.run(clock.sleep(59_999));
    expect(wanted()).toStrictEqual([true, false]);
    await clock.run(clock.sleep(1));
    expect(wanted()).toStrictEqual([true, true]);
    writer.write(() => content('second'));
    expect(wanted()).toStrictEqual([true, false]);
    await clock.run(clock.sleep(1));
    expect(written.map(({ title }) => title)).toStrictEqual(['first', 'second']);
  });
});
