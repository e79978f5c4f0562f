import { describe, expect, test } from '@jest/globals';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import { manyRun, orders } from '../support/many-run.ts';
import type { StoryRun } from '../support/story-run.ts';
import { SHAPES } from '../support/shapes.ts';
import { storyRun } from '../support/story-run.ts';

function shapeRun(name: string): Promise<StoryRun> {
  const shape = SHAPES.find(one => one.name === name);
  if (shape === undefined) throw new Error(`there is no shape ${name}`);
  return storyRun(shape.scenario, shape.options);
}

function summaryOf({ toolkit }: StoryRun): string {
  return toolkit.summaries.at(-1) ?? '';
}

async function errorOf(name: ScenarioName): Promise<string> {
  const { toolkit } = await storyRun(findScenario(name));
  return toolkit.errors[0]?.message ?? '';
}

describe('the summary', () => {
  test('of 50 batches shows those where something happened, and folds all of them', async () => {
    const summary = summaryOf(await shapeRun('fifty-batches-failed'));
    const [open = '', folded = ''] = summary.split('<summary>All 50 batches</summary>');
    expect(open.match(/<td>\d+\/50/gu)).toStrictEqual(['<td>36/50', '<td>37/50', '<td>38/50']);
    expect(folded.match(/<td>\d+\/50/gu)).toHaveLength(50);
    expect(summary).not.toContain('```mermaid');
  });

  test('of a single batch has no chart of a single bar', async () => {
    const summary = summaryOf(await shapeRun('ten-seconds'));
    expect(summary).toContain('<td>1/1</td>');
    expect(summary).not.toContain('```mermaid');
  });

  test('tells in one line how the batches stand, and for how long nothing ran between them', async () => {
    expect(summaryOf(await storyRun(findScenario('failed-batch')))).toContain(
      '<p>Batches: ✅ 1/3 ── ❌ 2/3 ── ⬜ 3/3 not begun · ',
    );
    const pauses = SHAPES.find(({ name }) => name === 'long-pauses');
    if (pauses === undefined) throw new Error('no such shape');
    const summary = summaryOf(await storyRun(pauses.scenario, pauses.options));
    expect(summary).toContain('<p>Batches: ✅ 5/5 · took 4 h 1 min');
    expect(summary.match(/<br>after a wait of 1 h</gu)).toHaveLength(4);
    expect(summary).toMatch(/░▒+█/u);
  });
});

test('the log names an order that was chosen once, and does not say that it is looked at', async () => {
  const { lines } = await storyRun(findScenario('find-by-app'));
  expect(lines.filter(line => line.includes('76fa5c0-') && !line.includes('https:'))).toStrictEqual([
    expect.stringContaining('Chosen: 76fa5c0-'),
  ]);
});

describe('the error annotation', () => {
  test('of an order that vanished says that it had been there', async () => {
    const message = await errorOf('vanishes');
    expect(message).toContain('was there and is gone: DescribeChangeOrder answered');
    expect(message).toContain('Last seen: batch 1 of 3 in progress');
  });

  test('of a rollout that a person held up says what the person has to do', async () => {
    expect(await errorOf('released-by-nobody')).toContain(
      'Open the order in the console and release the next batch',
    );
  });

  test('of a sub-status that nobody knows names it', async () => {
    expect(await errorOf('unknown-sub-status')).toContain('succeeded, SubStatus: unknown sub-status 5');
  });

  test('of a terminated rollout asks who stopped it, and of a diagnosed one to mend what was found', async () => {
    expect(await errorOf('terminated')).toContain('Find out who terminated the rollout and why');
    expect(await errorOf('failed-batch')).toContain('Listen on 0.0.0.0:8080');
  });

  test('of an order whose turn never came at the end names maxCallsPerMinute', async () => {
    const { toolkit } = await manyRun(
      orders(30, () => ({ endsMs: Infinity })),
      { inputs: { maxCallsPerMinute: '1', timeout: '5m' } },
    );
    const starved = toolkit.errors.filter(({ message }) => message.includes('raise maxCallsPerMinute'));
    expect(starved.length).toBeGreaterThan(0);
  });
});

test('a name as long as a book is cut in the log', async () => {
  const { lines } = await storyRun(findScenario('hostile-text'), { inputs: { diagnose: 'false' } });
  expect(Math.max(...lines.map(line => line.length))).toBeLessThan(400);
});
