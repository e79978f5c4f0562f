import { describe, expect, test } from '@jest/globals';
import { junitXml, unfinishedJunitXml } from '../../src/cli/junit.ts';
import type { GateCause, TargetEnding } from '../../src/endings/ending.ts';
import { reportOf } from '../../src/report/model.ts';
import type { Batch } from '../../src/rollout/change-order.ts';
import type { Verdict } from '../../src/rollout/verdicts.ts';
import { VERDICTS } from '../../src/rollout/verdicts.ts';
import { NO_PROGRESS } from '../../src/rollout/progress.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { anOrder } from '../support/orders.ts';
import type { XmlElement } from '../support/strict-xml.ts';
import { readXml } from '../support/strict-xml.ts';

const START_MS = Date.UTC(2026, 10, 22, 5);

function batch(status: number | undefined): Batch {
  return { pipelineId: undefined, name: undefined, status, startMs: START_MS, updateMs: START_MS + 4_000 };
}

const CAUSES: Partial<Record<Verdict, GateCause>> = {
  succeeded: { kind: 'succeeded' },
  failed: { kind: 'ended-badly', how: 'failed' },
};

function outcome(
  verdict: Verdict,
  batches: readonly Batch[] | undefined,
  errorMessage?: string,
): TargetEnding {
  const order = batches && anOrder({ status: 1, batches, errorMessage });
  return {
    verdict,
    cause: CAUSES[verdict] ?? { kind: 'deadline' },
    subject: { changeOrderId: 'order-1', appId: 'app-1', regionId: 'cn-hangzhou' },
    progress: { ...NO_PROGRESS, order },
    amongSeveral: false,
    startedMs: 0,
    waitedMs: 60_000,
    endedWallMs: START_MS + 60_000,
  };
}

function suites(
  outcomes: readonly TargetEnding[],
  redact = (text: string): string => text,
): readonly XmlElement[] {
  const words = catalogue.en;
  const reports = outcomes.map(one => reportOf(one, [], words, '0.0.0'));
  const root = readXml(junitXml({ outcomes, reports, words, version: '0.0.0', redact }));
  expect({ name: root.name, attributes: root.attributes }).toStrictEqual({
    name: 'testsuites',
    attributes: {},
  });
  return root.children;
}

function casesOf(suite: XmlElement | undefined): readonly (readonly [string | undefined, string])[] {
  const cases = suite?.children.filter(({ name }) => name === 'testcase') ?? [];
  return cases.map(({ attributes, children }) => [attributes['name'], children[0]?.name ?? 'passed']);
}

const isRed = (suite: XmlElement | undefined): boolean =>
  casesOf(suite).some(([, result]) => result === 'failure' || result === 'error');

describe('the JUnit file', () => {
  test.each(VERDICTS)('is red exactly where the verdict is: %s', verdict => {
    for (const batches of [undefined, [], [batch(2), batch(2)], [batch(2), batch(1)], [batch(undefined)]]) {
      const [suite] = suites([outcome(verdict, batches)]);
      expect(isRed(suite)).toBe(verdict !== 'succeeded');
    }
  });

  test('has the elements and attributes that the usual schemas want, in their order, and true counts', () => {
    const [suite] = suites([outcome('failed', [batch(2), batch(3), batch(undefined)])]);
    expect(suite?.children.map(({ name }) => name)).toStrictEqual([
      'properties',
      'testcase',
      'testcase',
      'testcase',
      'system-out',
      'system-err',
    ]);
    expect(suite?.attributes).toStrictEqual({
      id: '0',
      name: 'app-1',
      package: 'sae-rollout-gate',
      timestamp: '2026-11-22T05:00:00',
      hostname: 'localhost',
      tests: '3',
      failures: '1',
      errors: '0',
      skipped: '1',
      time: '60.000',
    });
    expect(casesOf(suite)).toStrictEqual([
      ['Batch 1/3', 'passed'],
      ['Batch 2/3', 'failure'],
      ['Batch 3/3', 'skipped'],
    ]);
  });

  test('has a case for the order where no batch says how it ended', () => {
    const [unread, running] = suites([outcome('unreadable', undefined), outcome('timed-out', [batch(1)])]);
    expect(casesOf(unread)).toStrictEqual([['Change order order-1', 'error']]);
    expect(casesOf(running)).toStrictEqual([
      ['Batch 1/1', 'skipped'],
      ['Change order order-1', 'error'],
    ]);
    expect(running?.attributes['id']).toBe('1');
  });

  test('is XML whatever the cloud says', () => {
    const hostile = ']]><![CDATA[ <a b="c">&amp;& \u0000\u0008\u001b[31m\ud800 \ufffe é 变更';
    const [suite] = suites([outcome('failed', [batch(3)], hostile)]);
    const failure = suite?.children[1]?.children[0];
    expect(failure?.text).toContain(']]><![CDATA[ <a b="c">&amp;& ');
    expect(failure?.text).toContain('变更');
  });

  test('hides secrets', () => {
    const [suite] = suites([outcome('failed', [batch(3)], 'key s3cret')], text =>
      text.replaceAll('s3cret', '***'),
    );
    expect(JSON.stringify(suite)).toContain('key ***');
    expect(JSON.stringify(suite)).not.toContain('s3cret');
  });

  test('is red while the wait goes on', () => {
    const root = readXml(unfinishedJunitXml(catalogue.zh, '0.0.0', START_MS));
    expect(isRed(root.children[0])).toBe(true);
  });
});
