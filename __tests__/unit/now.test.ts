import { describe, expect, test } from '@jest/globals';
import { HOSTILE_TEXT } from '../../testbed/simulator/hostile-text.ts';
import { errorAnnotation, gistLines } from '../../src/report/annotations.ts';
import { reportJson } from '../../src/report/json.ts';
import type { Report } from '../../src/report/model.ts';
import { reportOf, stopperOf } from '../../src/report/model.ts';
import { stepTitle, summaryMarkdown } from '../../src/report/summary.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { en } from '../../src/words/en/en.ts';
import { zh } from '../../src/words/zh/zh.ts';
import type { TargetEnding } from '../../src/endings/ending.ts';
import { stepEnding } from '../../src/endings/ending.ts';
import { aDiagnosis } from '../diagnosis/samples.ts';
import { aFault, ORDER_ID } from '../support/orders.ts';
import { anOutcomeOf } from '../support/outcomes.ts';
import { instance, NEWER, verification, VERIFIED_STORIES } from '../support/verified-stories.ts';

function report(name: string, words = en): Report {
  const story = VERIFIED_STORIES.find(one => one.name === name);
  if (story === undefined) throw new Error(`no story ${name}`);
  return reportOf(story.view, [], words, '0.0.0');
}

const DONE = 'This order has ended; SAE rolls nothing back by itself.';

describe('the one line and what is now', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'verified',
      '✅',
      'shop: rollout succeeded, verified for 10 min',
      ['3 of 3 instances ready: shop:2.0 (new).'],
    ],
    [
      'shown-unchecked',
      '✅',
      'shop: rollout succeeded',
      [
        '3 of 3 instances ready: shop:2.0 (new).',
        '⚠️ No health check is configured: "running" does not show that it serves.',
      ],
    ],
    [
      'unhealthy',
      '❌',
      'shop: deployed, but not healthy – the container keeps exiting',
      [DONE, '2 of 3 instances ready: shop:2.0 (new).', 'Not ready: 1 × shop:2.0 (new). 3 restarts in all.'],
    ],
    [
      'broke-while-baking',
      '❌',
      'shop: deployed, but not healthy – an instance restarted 3 min 31 s after it was verified',
      [DONE, '3 of 3 instances ready: shop:2.0 (new). 1 restart in all.'],
    ],
    [
      'superseded',
      '⏹️',
      'shop: superseded by a newer order – "hotfix: payment", in progress',
      [
        'This rollout did not fail; a newer order decides what is running.',
        '3 of 3 instances ready: 2 × shop:2.0 (new), 1 × shop:1.9 (from before).',
      ],
    ],
    [
      'unverified',
      '❓',
      'shop: deployed, but not verified – access denied (sae:DescribeApplicationInstances)',
      [DONE],
    ],
    [
      'failed-and-what-runs',
      '❌',
      'shop: batch 2 of 3 failed – port 8080 refuses connections',
      [
        'Rollout stopped (1 of 3 batches done); SAE may roll it back.',
        '2 of 3 instances ready: 1 × shop:2.0 (new), 1 × shop:1.9 (from before).',
        'Not ready: 1 × shop:2.0 (new).',
      ],
    ],
    [
      'baking',
      '🔄',
      'shop: deployed, baking 3:20 of 10:00, 3 of 3 healthy',
      ['3 of 3 instances ready: shop:2.0 (new).'],
    ],
  ])('of the story %s', (name, mark, title, now) => {
    const told = report(name);
    expect(told.mark).toBe(mark);
    expect(told.title).toBe(title);
    expect(told.now).toStrictEqual(now);
  });

  test('warns of a newer order, where that is not the verdict', () => {
    const newer = { ...NEWER, description: '<b>hotfix</b>' };
    const told = anOutcomeOf({}, { verification: verification([instance(1, '2.0')], {}, newer) });
    expect(reportOf(told, [], en, '0.0.0').now[1]).toBe(
      '⚠️ A newer order has changed what is running: 76fa5c0-9ebb-4bb4-b383-1f8854470999 (CoDeploy, of 2026-11-22 05:30:47 UTC, "<b>hotfix</b>").',
    );
    expect(summaryMarkdown([reportOf(told, [], en, '0.0.0')], en)).not.toContain('<b>');
  });

  test('claims of a failed rollout that it was not rolled back only where SAE does not do so by itself', () => {
    const failed = (batches: number): string | undefined =>
      reportOf(
        anOutcomeOf(
          { status: 3, batchCount: batches },
          { verdict: 'failed', cause: { kind: 'ended-badly', how: 'failed' } },
        ),
        [],
        en,
        '0.0.0',
      ).now[0];
    expect(failed(1)).toBe('Rollout stopped, not rolled back.');
    expect(failed(2)).toMatch(/^Rollout stopped .*; SAE may roll it back\.$/u);
  });

  test('is Chinese in Chinese', () => {
    expect(report('unhealthy', zh).title).toBe('shop 变更成功，但实例异常：容器反复退出');
    expect(report('baking', zh).title).toBe('shop 变更成功，观察中（3:20/10:00），3 个实例中 3 个健康');
    expect(report('failed-and-what-runs', zh).title).toBe('shop 发布失败（第 2/3 批）：端口 8080 拒绝连接');
  });

  test('is the same in summary and annotation, in the one reading order', () => {
    const told = report('failed-and-what-runs');
    expect(errorAnnotation(told, en).title).toBe(`SAE · ${told.title}`);
    const labels = gistLines(told, en).map(line => /^\w+(?: \w+)?(?=: )/u.exec(line)?.[0]);
    expect(labels).toStrictEqual([
      ...['Why', 'Now', undefined, undefined],
      ...['Do', undefined, undefined, 'Change order'],
    ]);
    const rows = summaryMarkdown([told], en).match(/(?<=<th align="left" nowrap>)(?:Why|Now|Do)(?=<)/gu);
    expect(rows).toStrictEqual(['Why', 'Now', 'Do']);
  });

  test('tells in the small print which permission is lacking to show it', () => {
    const fault = aFault({
      reason: 'permission',
      action: 'DescribeApplicationInstances',
      code: 'NoPermission',
    });
    const outcome = anOutcomeOf({}, { verification: { ...verification([]), running: undefined, fault } });
    const told = reportOf(outcome, [], en, '0.0.0');
    expect(told.now).toStrictEqual([]);
    expect(told.notes.join(' ')).toContain('"sae:DescribeApplicationInstances"');
  });
});

const FIX = 'Deploy a fixed version, or roll back in the console.';

describe('what to do', () => {
  test.each<[string, readonly string[]]>([
    [
      'unhealthy',
      [
        'Check the log of the container before its last restart, its start command and its environment variables.',
        FIX,
      ],
    ],
    ['broke-while-baking', ['Read the log of that instance in the console.', FIX]],
    [
      'superseded',
      [
        'Check the newer order in the console: it decides what is running now.',
        'If you want this version, deploy it again once the newer order has ended.',
      ],
    ],
    [
      'unverified',
      [
        expect.stringMatching(/^Grant the RAM user or role .*"sae:DescribeApplicationInstances"/u) as never,
        `Then run this step again with changeOrderId "${ORDER_ID}".`,
      ],
    ],
    [
      'baking',
      [expect.stringMatching(/^Nothing\. This step watches for 10 min .*then ends by itself\.$/u) as never],
    ],
    [
      'verifying',
      [
        expect.stringMatching(
          /^Nothing\. This step checks for at most 5 min .*then continues by itself\.$/u,
        ) as never,
      ],
    ],
  ])('after the story %s is told step by step', (name, todo) => {
    expect(report(name).todo).toStrictEqual(todo);
  });

  test('of instances that may only be slow is to wait longer, too', () => {
    const slow = { ...instance(3, '2.0'), healthStatus: 'NotCheckedYet' };
    const cause = {
      kind: 'not-settled',
      lastedMs: 300_000,
      shortfalls: [{ kind: 'not-healthy', instance: slow }],
    } as const;
    const told = reportOf(anOutcomeOf({}, { verdict: 'unhealthy', cause }), [], en, '0.0.0');
    expect(told.todo).toStrictEqual([
      'Read the log and the events of these instances in the console.',
      FIX,
      expect.stringContaining('raise verifyTimeout'),
    ]);
  });

  test('of a stuck rollout is to undo it first, with the command under the steps', () => {
    const told = reportOf(
      anOutcomeOf(
        { status: 1, subStatus: 1, supportRollback: true },
        {
          verdict: 'needs-rollback',
          cause: { kind: 'needs-rollback' },
          diagnosis: aDiagnosis({ causes: ['out-of-memory'] }),
        },
      ),
      [],
      en,
      '0.0.0',
    );
    expect(gistLines(told, en).slice(-5, -1)).toStrictEqual([
      expect.stringMatching(/^Do: 1\. Roll the order back in the console, or with the command below\.$/u),
      expect.stringMatching(/^ {2}2\. Give the instances more memory/u),
      '  3. Once that is done, deploy a fixed version.',
      expect.stringMatching(/^ {2}To roll back: aliyun sae /u),
    ]);
    expect(summaryMarkdown([told], en)).toMatch(
      /<ol><li>Roll the order back[^<]*<\/li>.*<\/table>\n<p><strong>To roll back:<\/strong><\/p>\n<pre>aliyun sae AbortAndRollbackChangeOrder \\\n {2}--ChangeOrderId [^<]*<\/pre>/su,
    );
  });

  test.each(['manual-step', 'deadline'] as const)(
    'while only a person can let it go on says so as the reason: %s',
    kind => {
      const cause = kind === 'deadline' ? { kind } : ({ kind, status: 8, ranOut: true } as const);
      const verdict = kind === 'deadline' ? 'timed-out' : 'awaiting-manual-step';
      const told = reportOf(anOutcomeOf({ status: 8 }, { verdict, cause }), [], en, '0.0.0');
      expect(told.why[0]).toMatch(/^A person must release the next batch before SAE continues; nobody did/u);
      expect(told.todo.slice(0, 2)).toStrictEqual([
        'Open the order in the console and release the next batch.',
        `Then run this step again with changeOrderId "${ORDER_ID}".`,
      ]);
    },
  );
});

describe('signs and times', () => {
  test.each([
    ['unhealthy', 'Order succeeded: ✅ 3/3 · waited 1 min 30 s'],
    ['superseded', 'Order succeeded: ✅ 3/3 · waited 1 min 30 s'],
    ['unverified', 'Order succeeded: ✅ 3/3 · waited 1 min 30 s'],
    ['verified', 'Batches: ✅ 3/3 · waited 1 min 30 s'],
    ['shown-unchecked', 'Batches: ✅ 3/3 · took 1 min 30 s'],
    ['baking', 'Batches: ✅ 3/3'],
    ['failed-and-what-runs', 'Batches: ✅ 1/3 ── ❌ 2/3 ── ⬜ 3/3 not begun · took 1 min 30 s'],
  ])('of the story %s say whose they are', (name, line) => {
    expect(report(name).line).toBe(line);
  });
});

describe('several orders of a step', () => {
  const ended = (appName: string, status: number, parts: Partial<TargetEnding>): TargetEnding =>
    anOutcomeOf({ status, appName }, parts);
  const outcomes = [
    ended('a', 1, { verdict: 'not-awaited', cause: { kind: 'not-awaited' }, waitedMs: 40_000 }),
    ended('b', 3, { verdict: 'failed', cause: { kind: 'ended-badly', how: 'failed' }, waitedMs: 30_000 }),
    ended('c', 1, { verdict: 'cancelled', cause: { kind: 'cancelled', signal: 'SIGTERM' } }),
    ended('d', 7, { verdict: 'unreadable', cause: { kind: 'refused', fault: aFault() } }),
  ];

  test('are counted by what became of their rollouts, not of the waits', () => {
    const reports = outcomes.map(outcome => reportOf(outcome, [], en, '0.0.0'));
    expect(stepTitle(reports, en)).toBe('1 of 4 rollouts failed: b; 1 more did not succeed; 2 still running');
  });

  test('name the one that ended the waits for the others', () => {
    const stopper = stopperOf(outcomes);
    expect(stopper).toBe('#2 b');
    const [first] = outcomes.map(outcome => reportOf(outcome, [], en, '0.0.0', stopper));
    expect(first?.why[0]).toMatch(/^#2 b did not succeed and failFast is on/u);
    expect(first?.todo[0]).toBe('Check #2 b first.');
    expect(first?.now.at(-1)).toMatch(/The rollout continues; this step only watches\.$/u);
  });
});

describe('a text of the cloud in what runs', () => {
  const hostile = anOutcomeOf(
    {},
    {
      verification: verification([
        instance(1, '2.0', {
          instanceId: HOSTILE_TEXT,
          containerStatus: HOSTILE_TEXT,
          healthStatus: HOSTILE_TEXT,
          imageUrl: HOSTILE_TEXT,
          packageVersion: HOSTILE_TEXT,
        }),
      ]),
    },
  );

  test.each(Object.values(catalogue))('is no markup, and no line of its own', words => {
    const markdown = summaryMarkdown([reportOf(hostile, [], words, '0.0.0')], words);
    const unready = instance(1, '2.0', { healthStatus: 'Unhealthy' });
    const tame = summaryMarkdown(
      [reportOf(anOutcomeOf({}, { verification: verification([unready]) }), [], words, '0.0.0')],
      words,
    );
    const tags = (text: string): ReadonlySet<string> => new Set(text.match(/<\/?[a-z][a-z\d]*/giu));
    expect([...tags(markdown)].filter(tag => !tags(tame).has(tag) && !tag.endsWith('span'))).toStrictEqual(
      [],
    );
    expect(markdown).not.toMatch(/@octocat/u);
  });

  test('is not in the JSON', () => {
    const { orders } = JSON.parse(reportJson(stepEnding([hostile]), '0')) as {
      orders: readonly { running: { instances: readonly Readonly<Record<string, unknown>>[] } }[];
    };
    const [{ id, ...shown } = {}] = orders[0]?.running.instances ?? [];
    expect(id).toBeUndefined();
    expect(shown).toStrictEqual({ restarts: 0, ageMs: 80_000 });
  });
});
