import { describe, expect, test } from '@jest/globals';
import type { VirtualClock } from '../support/virtual-clock.ts';
import { describeAnswer } from '../support/answers.ts';
import { gateRun } from '../support/gate-run.ts';
import { RecordingToolkit } from '../support/recording-toolkit.ts';
import { always, overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';

const METHODS = ['line', 'debug', 'warning', 'error', 'output', 'summary'] as const;

type Method = (typeof METHODS)[number];

/** A toolkit some of whose methods throw whenever they are called. */
function broken(methods: readonly Method[], thrown: unknown): (clock: VirtualClock) => RecordingToolkit {
  return clock => {
    const toolkit = new RecordingToolkit(clock);
    for (const method of methods) {
      toolkit[method] = () => {
        throw thrown;
      };
    }
    return toolkit;
  };
}

const WAITING = overTime([0, describeAnswer({ Status: 8 })], [100_000, SUCCEEDED]);
const FAILING = overTime([0, describeAnswer({ Status: 8 })], [100_000, describeAnswer({ Status: 3 })]);

describe.each([
  ['an Error', new Error('disk full')],
  ['a text', 'disk full'],
  ['null', null],
  ['undefined', undefined],
  ['an object that is no text', Object.create(null) as unknown],
  ['an Error without a message', Object.assign(new Error('x'), { message: undefined })],
])('a toolkit that throws %s', (_, thrown) => {
  test.each(METHODS)('from %s() does not change the verdict', async method => {
    const toolkit = broken([method], thrown);
    expect((await gateRun(WAITING, { toolkit })).green).toBe(true);
    expect((await gateRun(FAILING, { toolkit })).green).toBe(false);
  });

  test('whatever it is asked for does not change the verdict', async () => {
    const toolkit = broken(METHODS, thrown);
    expect((await gateRun(WAITING, { toolkit })).green).toBe(true);
    expect((await gateRun(FAILING, { toolkit })).green).toBe(false);
    expect((await gateRun(always(RUNNING), { toolkit })).green).toBe(false);
  });
});

describe('a summary that cannot be written', () => {
  const toolkit = (clock: VirtualClock): RecordingToolkit => {
    const recording = new RecordingToolkit(clock);
    recording.summary = () => Promise.reject(new Error('EACCES: permission denied'));
    return recording;
  };

  test('is told in the log, and the verdict stands', async () => {
    const run = await gateRun(always(SUCCEEDED), { toolkit });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
    expect(run.toolkit.errors).toStrictEqual([]);
    expect(run.lines.at(-1)).toContain('EACCES: permission denied');
  });

  test('leaves the annotation of a red gate', async () => {
    const run = await gateRun(always(describeAnswer({ Status: 3 })), { toolkit });
    expect(run.verdict).toBe('failed');
    expect(run.toolkit.errors).toHaveLength(1);
  });
});

describe('an output that cannot be written', () => {
  test('keeps neither the log nor the summary from being written', async () => {
    const run = await gateRun(WAITING, { toolkit: broken(['output'], new Error('no space left')) });
    expect(run.lines.some(line => line.includes('Change order: succeeded'))).toBe(true);
    expect(run.toolkit.warnings).toHaveLength(1);
    expect(run.toolkit.summaries).toHaveLength(1);
  });
});

describe('an annotation that cannot be made', () => {
  test('does not keep the summary from being written', async () => {
    const run = await gateRun(FAILING, { toolkit: broken(['error'], new Error('closed')) });
    expect(run.toolkit.summaries).toHaveLength(1);
  });
});
