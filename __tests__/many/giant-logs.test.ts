import { describe, expect, test } from '@jest/globals';
import { checkContent } from '../../src/check-run/content.ts';
import type { TargetEnding } from '../../src/endings/ending.ts';
import type { Report } from '../../src/report/model.ts';
import { reportOf } from '../../src/report/model.ts';
import { summaryMarkdown } from '../../src/report/summary.ts';
import { en } from '../../src/words/en/en.ts';
import { aDiagnosis, aFailingTask } from '../diagnosis/samples.ts';
import { anOutcomeOf } from '../support/outcomes.ts';

/** Red, with a cause of its own and a log of 50 lines of 500 characters, each of which takes five in HTML. */
function redOutcome(number: number): TargetEnding {
  const log = {
    instanceId: `pod-${number}`,
    previous: false,
    lines: Array<string>(50).fill('&'.repeat(500)),
  };
  const tasks = [aFailingTask({ error: `cause ${number}` })];
  return anOutcomeOf(
    { status: 3, appName: `service-${number}`, batches: [] },
    {
      verdict: 'failed',
      cause: { kind: 'ended-badly', how: 'failed' },
      diagnosis: aDiagnosis({ tasks, log }),
    },
  );
}

function redReports(count: number): readonly Report[] {
  return Array.from({ length: count }, (_, index) => reportOf(redOutcome(index + 1), [], en, '0.0.0'));
}

function causesIn(text: string): number {
  return new Set(text.match(/cause \d+/gu)).size;
}

describe('many red orders with giant logs', () => {
  test('fit into the summary without their logs, which are the first to go, the last ones first', () => {
    const text = summaryMarkdown(redReports(30), en);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000_000);
    expect(causesIn(text)).toBe(30);
    expect(text.match(/<details(?: open)?><summary><strong>/gu)).toHaveLength(30);
    const logs = text.match(/<pre>/gu)?.length ?? 0;
    expect(logs).toBeGreaterThan(5);
    expect(logs).toBeLessThan(30);
    expect(text).toContain('of the log of pod-1<');
    expect(text).not.toContain('of the log of pod-30<');
    expect(text).toContain('Left out because of its size: the log of an instance');
  });

  test.each([60, 100])('%d keep each verdict and each cause in a check run', count => {
    const view = { reports: redReports(count), title: '0 green', verdict: 'failed' } as const;
    const identity = { checkName: undefined, jobId: 'deploy', headSha: 'a', jobUrl: undefined };
    const { summary } = checkContent(view, identity, en, text => text);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(65_535);
    expect(causesIn(summary)).toBe(count);
    expect(summary.match(/\d+ ❌ service-/gu)?.length).toBeGreaterThanOrEqual(count);
    expect(summary).not.toContain('&amp;&amp;');
    expect(summary).toContain('Left out');
  });
});
