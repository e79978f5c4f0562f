import { describe, expect, test } from '@jest/globals';
import { NO_SUCH_ORDER } from '../support/answers.ts';
import { gateRun } from '../support/gate-run.ts';
import { overTime, RUNNING } from '../support/rollouts.ts';

describe('an order that was there and is gone', () => {
  test.each([
    ['en', 'was there and is gone', 'Last seen: in progress', 'what happened to the order'],
    ['zh', '曾经存在，现在已查不到', '最后查到的状态：执行中', '查清该变更单和应用的情况'],
  ])('is told with its last known state: %s', async (language, gone, seen, remedy) => {
    const run = await gateRun(overTime([0, RUNNING], [60_000, NO_SUCH_ORDER]), { inputs: { language } });
    expect(run.verdict).toBe('not-found');
    for (const text of [run.toolkit.errors[0]?.message, run.toolkit.summaries.at(-1)]) {
      expect(text).toContain(gone);
      expect(text).toContain(seen);
      expect(text).toContain(remedy);
    }
    expect(run.toolkit.errors[0]?.message).not.toMatch(/three months|三个月/u);
  });
});
