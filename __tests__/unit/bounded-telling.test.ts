import { describe, expect, test } from '@jest/globals';
import { junitXml } from '../../src/cli/junit.ts';
import { LogReporter } from '../../src/report/log.ts';
import { reportJson } from '../../src/report/json.ts';
import { reportOf } from '../../src/report/model.ts';
import type { Moment } from '../../src/report/reporter.ts';
import { summaryMarkdown } from '../../src/report/summary.ts';
import { stepEnding } from '../../src/endings/ending.ts';
import type { Batch } from '../../src/rollout/change-order.ts';
import { fold, NO_PROGRESS } from '../../src/rollout/progress.ts';
import { en } from '../../src/words/en/en.ts';
import { zh } from '../../src/words/zh/zh.ts';
import type { Words } from '../../src/words/words.ts';
import { RecordingToolkit } from '../support/recording-toolkit.ts';
import { aBatch, readLook } from '../support/orders.ts';
import { anOutcome, anOutcomeOf, ENDED_WALL_MS } from '../support/outcomes.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const FAILED = { verdict: 'failed', cause: { kind: 'ended-badly', how: 'failed' } } as const;

/** English that counts how often a duration is put into words: once for each row of a batch. */
function countingWords(): { readonly words: Words; readonly count: () => number } {
  let count = 0;
  const duration = (ms: number): string => {
    count++;
    return en.duration(ms);
  };
  return { words: { ...en, duration }, count: () => count };
}

function manyBatches(count: number, failedNumber: number): readonly Batch[] {
  return Array.from({ length: count }, (_, index) =>
    aBatch({
      status: index + 1 === failedNumber ? 3 : 2,
      startMs: ENDED_WALL_MS - 60_000,
      updateMs: ENDED_WALL_MS - 1_000,
    }),
  );
}

test('of ten thousand batches no more are put into words than are shown', () => {
  const { words, count } = countingWords();
  const outcome = anOutcomeOf({ status: 3, batches: manyBatches(10_000, 7_000) }, FAILED);
  const text = summaryMarkdown([reportOf(outcome, [], words, '0.0.0')], words);
  expect(text).toContain('<td>6999/10000</td>');
  expect(text).toContain('<td>7001/10000</td>');
  expect(text).toContain('<td>100/10000</td>');
  expect(text).toContain('… and 9900 more batches');
  // The rows, the facts, and the changes of the timeline that are kept.
  expect(count()).toBeLessThan(600);
});

describe('of very many batches', () => {
  const outcomes = Array.from({ length: 100 }, () =>
    anOutcomeOf({ status: 3, batches: manyBatches(1_000, 900) }, FAILED),
  );

  test('the report in JSON holds a share for each order and says how many it lacks', () => {
    const { orders } = JSON.parse(reportJson(stepEnding(outcomes), '0.0.0')) as {
      orders: readonly { batches: unknown[]; batchesLeftOut: number }[];
    };
    expect(orders).toHaveLength(100);
    for (const { batches, batchesLeftOut } of orders) {
      expect(batches).toHaveLength(500);
      expect(batchesLeftOut).toBe(500);
    }
  });

  test('JUnit has a share for each order, the failed ones among it, and says how many it lacks', () => {
    const reports = outcomes.map(outcome => reportOf(outcome, [], en, '0.0.0'));
    const xml = junitXml({ outcomes, reports, words: en, version: '0.0.0', redact: text => text });
    expect(xml.match(/<testcase /gu)).toHaveLength(100 * 200);
    expect(xml.match(/<testcase [^>]*900\/1000/gu)).toHaveLength(100);
    expect(xml.match(/… and 800 more batches/gu)).toHaveLength(100);
  });
});

describe('of very many changes', () => {
  const look = readLook({ status: 1, batches: manyBatches(1_000, 900) });
  const progress = fold(NO_PROGRESS, look, 5_000);

  test.each([
    [en, '… 601 changes left out …'],
    [zh, '……此处省略 601 条变化……'],
  ])('the summary and the log say in their place how many are left out', (words, said) => {
    const report = reportOf(anOutcome({ ...FAILED, progress }), [], words, '0.0.0');
    expect(report.timeline).toHaveLength(401);
    expect(report.timeline[200]).toBe(said);
    const toolkit = new RecordingToolkit(new VirtualClock());
    const moment = { elapsedMs: 0, wallMs: 0, leftMs: 1, startedMs: 5_000 } as Moment;
    new LogReporter(toolkit, words, '').polled(progress, NO_PROGRESS, moment);
    expect(toolkit.lines).toHaveLength(401);
    expect(toolkit.lines[200]).toContain(said);
  });

  test('the report in JSON says how many are left out', () => {
    const step = stepEnding([anOutcome({ ...FAILED, progress })]);
    const { orders } = JSON.parse(reportJson(step, '0.0.0')) as {
      orders: readonly { timeline: unknown[]; timelineLeftOut: number }[];
    };
    expect(orders[0]?.timeline).toHaveLength(400);
    expect(orders[0]?.timelineLeftOut).toBe(601);
  });
});
