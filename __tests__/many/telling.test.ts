import { describe, expect, test } from '@jest/globals';
import type { GateRun } from '../support/gate-run.ts';
import type { ManyOrder } from '../support/many-run.ts';
import { manyRun, orders, ordersEnding } from '../support/many-run.ts';

const RED: ManyOrder = { ending: 3, endsMs: 0 };
const GREEN: ManyOrder = { endsMs: 0 };

/** A step of which these orders, by their numbers, fail at once. */
async function withRed(count: number, isRed: (number: number) => boolean): Promise<GateRun> {
  return manyRun(orders(count, number => (isRed(number) ? RED : GREEN)));
}

describe('error annotations', () => {
  test.each([0, 1, 2, 9])('of %i red orders among twelve there is one each', async count => {
    const run = await withRed(12, number => number <= count);
    expect(run.toolkit.errors).toHaveLength(count);
    for (const [index, { title, message }] of run.toolkit.errors.entries()) {
      expect(title).toBe(`SAE · #${index + 1} service-${index + 1}: batch 1 of 1 failed`);
      expect(message).toMatch(/^Why: The change order ended/u);
      expect(message).toContain(`changeOrderId=order-${index + 1}&`);
    }
  });

  test.each([
    [10, '1 further order did not succeed: see the job summary.'],
    [11, '2 further orders did not succeed: see the job summary.'],
    [100, '91 further orders did not succeed: see the job summary.'],
  ])('of %i red orders there are nine, and a tenth that counts the rest', async (count, said) => {
    const run = await withRed(count, () => true);
    expect(run.toolkit.errors).toHaveLength(10);
    expect(run.toolkit.errors[8]?.title).toMatch(/^SAE · #9 service-9: /u);
    expect(run.toolkit.errors[9]).toStrictEqual({
      title: 'SAE rollout: further orders that did not succeed',
      message: said,
    });
  });

  test('of many the worst are shown, in the order of the inputs', async () => {
    const run = await manyRun(
      orders(40, number => (number === 30 ? { ending: 3, endsMs: 30_000 } : { endsMs: Infinity })),
      { inputs: { failFast: 'true' } },
    );
    expect(run.toolkit.errors).toHaveLength(10);
    const shown = run.toolkit.errors.map(({ title }) => /#\d+/u.exec(title)?.[0]);
    expect(shown).toStrictEqual(['#1', '#2', '#3', '#4', '#5', '#6', '#7', '#8', '#30', undefined]);
  });

  test('of a single order has no number', async () => {
    const run = await withRed(1, () => true);
    expect(run.toolkit.errors[0]?.title).toBe('SAE · service-1: batch 1 of 1 failed');
    expect(run.toolkit.errors[0]?.message).toMatch(/^Why: The change order ended/u);
  });

  test('of a green step there are none', async () => {
    const run = await withRed(30, () => false);
    expect(run.toolkit.errors).toHaveLength(0);
  });
});

describe('the log', () => {
  test('tells the orders apart by their numbers, which it explains at the start', async () => {
    const run = await manyRun(ordersEnding(3, { 2: 3 }));
    const { lines } = run;
    expect(lines[1]).toBe(
      'Waiting for 3 rollouts (cn-hangzhou, sae.cn-hangzhou.aliyuncs.com), for at most 30 min, with at most 23 calls a minute:',
    );
    expect(lines.slice(2, 5)).toStrictEqual([
      '  #1  change order order-1',
      '  #2  change order order-2',
      '  #3  change order order-3',
    ]);
    for (const number of [1, 2, 3]) {
      const own = lines.filter(line => new RegExp(`^ *[\\d:]+  #${number}  `, 'u').test(line));
      expect(own[0]).toMatch(new RegExp(`#${number}  service-${number} \\(CoDeploy\\): in progress`, 'u'));
      expect(own.at(-1)).toMatch(number === 2 ? /Change order: failed$/u : /Change order: succeeded$/u);
    }
    expect(lines.filter(line => line.includes('Credentials:'))).toStrictEqual([
      '   0:00  Credentials: the access key of the environment.',
    ]);
    expect(lines).toContain('#2  ❌ service-2: batch 1 of 1 failed');
    expect(lines.at(-1)).toBe('❌ 1 of 3 rollouts failed: service-2');
  });

  test('of a single order has no numbers', async () => {
    const run = await manyRun(orders(1));
    expect(run.lines.join('\n')).not.toContain('#1');
    expect(run.lines.join('\n')).not.toContain('of 1 rollouts');
  });

  test('has a heartbeat for each of a few orders every 30 s', async () => {
    const run = await manyRun(orders(5, number => ({ endsMs: number * 100_000 })));
    const beats = run.toolkit.log.filter(({ text }) => text.includes('Still waiting'));
    expect(
      beats.filter(({ atMs }) => atMs === 60_000).map(({ text }) => /#\d/u.exec(text)?.[0]),
    ).toStrictEqual(['#1', '#2', '#3', '#4', '#5']);
  });

  test('has one heartbeat for all of many orders every 30 s, which says how they stand', async () => {
    const run = await manyRun(
      orders(40, number => ({
        endsMs: number <= 35 ? 100_000 : 500_000,
        ...(number <= 2 ? { ending: 3 } : {}),
      })),
    );
    const beats = run.toolkit.log.filter(({ text }) => text.includes('Still waiting'));
    expect(beats.map(({ atMs }) => atMs)).toStrictEqual(beats.map((_, index) => (index + 1) * 30_000));
    expect(beats[0]?.text).toBe(
      '   0:30  Still waiting for 40 of 40 rollouts · 29 min 30 s until the deadline',
    );
    expect(beats.find(({ atMs }) => atMs === 420_000)?.text).toMatch(
      /Still waiting for 5 of 40 rollouts \(#36, #37, #38, #39, #40\) · 2 not successful · 2\d min/u,
    );
  });

  test('stays readable with 100 orders: no line a look', async () => {
    const run = await manyRun(orders(100, () => ({ endsMs: Infinity })));
    const looks = run.transport.seen.length;
    expect(looks).toBeGreaterThan(750);
    // For each order: its name, its first batch, its state, its end; and a heartbeat each 30 s for all.
    expect(run.lines.length).toBeLessThan(100 * 4 + 60 + 10);
  });

  test('and warnings say which order they are about', async () => {
    const run = await manyRun(
      orders(3, number => ({ ending: number === 2 ? 7 : 2, endsMs: 0 })),
      { inputs: { timeout: '1m' } },
    );
    expect(run.toolkit.warnings.map(({ message }) => message)).toStrictEqual([
      expect.stringMatching(/^#2 The API answered Status 7/u),
    ]);
  });
});

describe('the summary', () => {
  test('begins with one overview of what did not succeed: application with its link, state, time', async () => {
    const run = await manyRun(ordersEnding(3, { 2: 3 }));
    expect(run.toolkit.summaries).toHaveLength(1);
    const [summary = ''] = run.toolkit.summaries;
    expect(summary).toMatch(/^<h2>❌ 1 of 3 rollouts failed: service-2<\/h2>\n\n<table>\n/u);
    expect(summary.match(/<h2>/gu)).toHaveLength(1);
    const overview = summary.slice(0, summary.indexOf('</table>'));
    const rows = overview.split('<tr>').slice(1);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(
      /<td><strong>❌ batch 1 of 1 failed<\/strong> · took [\d a-z]+<br><strong>#<span><\/span>2<\/strong> <a href="https:[^"]+order-2[^"]*">service-2<\/a><\/td>/u,
    );
  });

  test('has a section for each order, what failed first and open, the green ones folded together', async () => {
    const run = await manyRun(ordersEnding(4, { 1: 6, 3: 3 }));
    const [summary = ''] = run.toolkit.summaries;
    const sections = summary.match(/<details(?: open)?><summary><strong>.*?<\/strong>/gu);
    expect(sections).toStrictEqual([
      '<details open><summary><strong>#<span></span>3 ❌ service-3</strong>',
      '<details><summary><strong>#<span></span>1 ⏹️ service-1</strong>',
      '<details><summary><strong>#<span></span>2 ✅ service-2</strong>',
      '<details><summary><strong>#<span></span>4 ✅ service-4</strong>',
    ]);
    expect(summary).toContain('<details><summary>✅ 2 succeeded</summary>');
    expect(summary.match(/<details/gu)?.length).toBe(summary.match(/<\/details>/gu)?.length);
  });

  test('groups those of which the same is said', async () => {
    const run = await manyRun(orders(9, number => (number <= 5 ? RED : GREEN)));
    const [summary = ''] = run.toolkit.summaries;
    const overview = summary.slice(0, summary.indexOf('</table>'));
    expect(overview.split('<tr>').slice(1)).toHaveLength(1);
    expect(overview).toContain('<strong>❌ batch 1 of 1 failed</strong> (5 rollouts)<br>');
    for (const number of [1, 2, 3, 4, 5])
      expect(overview).toMatch(new RegExp(`>${number}</strong> <a href="[^"]+">service-${number}</a>`, 'u'));
    expect(summary.match(/<details open>/gu)).toHaveLength(1);
  });

  test('of a green step says so', async () => {
    const run = await manyRun(orders(2));
    expect(run.toolkit.summaries[0]).toMatch(/^<h2>✅ 2 of 2 rollouts succeeded<\/h2>/u);
  });

  test('of a single order is the report of that order', async () => {
    const run = await manyRun(orders(1));
    expect(run.toolkit.summaries[0]).toMatch(/^<h2>✅ service-1: rollout succeeded<\/h2>/u);
    expect(run.toolkit.summaries[0]).not.toContain('rollouts succeeded');
  });

  test('of several orders lets no text of the cloud through as markup', async () => {
    const hostile = '</td></tr></table><script>alert(1)</script> @octocat #1 [x](y) | `';
    const run = await manyRun(orders(2, () => ({ ...RED, appName: hostile })));
    const [summary = ''] = run.toolkit.summaries;
    expect(summary).not.toContain('<script');
    expect(summary).not.toMatch(/@octocat|#1\b(?!<)/u);
  });

  test('of 400 orders fits into what the runner takes, and names what it leaves out, the green ones first', async () => {
    const name = 'x'.repeat(2_000);
    const run = await manyRun(
      orders(400, number => ({ ...(number % 2 === 0 ? RED : GREEN), appName: `${name}${number}` })),
      {
        inputs: { maxCallsPerMinute: '1000' },
      },
    );
    const [summary = ''] = run.toolkit.summaries;
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_000_000);
    expect(summary).toMatch(/Left out because of its size: .*#<span><\/span>399 ✅/u);
    expect(summary.split('<tr>').length).toBeGreaterThan(400);
  });
});
