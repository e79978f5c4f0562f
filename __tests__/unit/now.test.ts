import { describe, expect, test } from '@jest/globals';
import { HOSTILE_TEXT } from '../../testbed/simulator/hostile-text.ts';
import { errorAnnotation, gistLines } from '../../src/report/annotations.ts';
import { reportJson } from '../../src/report/json.ts';
import type { Report } from '../../src/report/model.ts';
import { reportOf } from '../../src/report/model.ts';
import { summaryMarkdown } from '../../src/report/summary.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { en } from '../../src/words/en/en.ts';
import { zh } from '../../src/words/zh/zh.ts';
import { stepEnding } from '../../src/endings/ending.ts';
import { aFault } from '../support/orders.ts';
import { anOutcomeOf } from '../support/outcomes.ts';
import { instance, NEWER, verification, VERIFIED_STORIES } from '../support/verified-stories.ts';

function report(name: string, words = en): Report {
  const story = VERIFIED_STORIES.find(one => one.name === name);
  if (story === undefined) throw new Error(`no story ${name}`);
  return reportOf(story.view, [], words, '0.0.0');
}

describe('the one line and what is now', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'verified',
      '✅',
      'shop: rollout succeeded, verified for 10 min',
      ['3 of 3 instances ready: shop:2.0 (3 new).'],
    ],
    [
      'shown-unchecked',
      '✅',
      'shop: rollout succeeded',
      [
        '3 of 3 instances ready: shop:2.0 (3 new).',
        '⚠️ No health check is configured: "running" does not show that it serves.',
      ],
    ],
    [
      'unhealthy',
      '❌',
      'shop: deployed, but not healthy – the container keeps exiting',
      ['2 of 3 instances ready: shop:2.0 (3 new, 3 restarts).', 'Rollout finished.'],
    ],
    [
      'broke-while-baking',
      '❌',
      'shop: deployed, but not healthy – an instance restarted after 3 min 31 s',
      ['3 of 3 instances ready: shop:2.0 (3 new, 1 restart).', 'Rollout finished.'],
    ],
    [
      'superseded',
      '❌',
      'shop: superseded by a newer order',
      ['3 of 3 instances ready: shop:2.0 on 2, shop:1.9 on 1 (2 new).', 'Rollout finished.'],
    ],
    [
      'unverified',
      '❓',
      'shop: deployed, but not verified – access denied (sae:DescribeApplicationInstances)',
      ['Rollout finished.'],
    ],
    [
      'failed-and-what-runs',
      '❌',
      'shop: batch 2 of 3 failed – port 8080 refuses connections',
      [
        '2 of 3 instances ready: shop:2.0 on 2, shop:1.9 on 1 (2 new).',
        'Rollout stopped (1 of 3 batches done). This order was not rolled back.',
      ],
    ],
    [
      'baking',
      '🔄',
      'shop: baking, 3:20 of 10:00, 3 of 3 healthy',
      ['3 of 3 instances ready: shop:2.0 (3 new).'],
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

  test('is Chinese in Chinese', () => {
    expect(report('unhealthy', zh).title).toBe('shop 变更成功，但实例异常：容器反复退出');
    expect(report('baking', zh).title).toBe('shop 观察期，已持续 3:20，共 10:00，3 个实例中 3 个健康');
    expect(report('failed-and-what-runs', zh).title).toBe('shop 发布失败（第 2/3 批）：端口 8080 拒绝连接');
  });

  test('is the same in summary and annotation, in the one reading order', () => {
    const told = report('failed-and-what-runs');
    expect(errorAnnotation(told, en).title).toBe(`SAE · ${told.title}`);
    const labels = gistLines(told, en).map(line => /^\w+(?: \w+)?(?=: )/u.exec(line)?.[0]);
    expect(labels).toStrictEqual(['Why', 'Now', undefined, 'Do', undefined, 'Change order']);
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
    const tame = summaryMarkdown(
      [reportOf(anOutcomeOf({}, { verification: verification([instance(1, '2.0')]) }), [], words, '0.0.0')],
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
