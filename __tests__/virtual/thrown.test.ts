import { describe, expect, test } from '@jest/globals';
import { describeAnswer, pipelines } from '../support/answers.ts';
import { gateRun } from '../support/gate-run.ts';
import { firstLookFrom } from '../support/quiet-looks.ts';
import { always, overTime } from '../support/rollouts.ts';

const THROWN: readonly (readonly [string, unknown])[] = [
  ['an Error', new Error('a bug')],
  ['an Error without a message', new Error('')],
  ['an Error whose message is no text', Object.assign(new Error('x'), { message: { a: 1 } })],
  ['a text', 'a bug'],
  ['an empty text', ''],
  ['null', null],
  ['undefined', undefined],
  ['zero', 0],
  ['false', false],
  ['a symbol', Symbol('a bug')],
  ['a function', () => undefined],
  ['an object', { verdict: 'succeeded' }],
  ['an object that cannot be made a text', Object.create(null)],
  [
    'an object whose text throws',
    {
      toString: () => {
        throw new Error('twice');
      },
    },
  ],
  ['an answer', describeAnswer({ Status: 2 })],
];

describe('anything that is thrown is red', () => {
  test.each(THROWN)('%s, at the first look', async (_, thrown) => {
    const run = await gateRun(always({ kind: 'throw', thrown }));
    expect(run).toMatchObject({ green: false, verdict: 'error', asleep: 0 });
    expect(run.toolkit.errors).toHaveLength(1);
    expect(run.toolkit.summaries).toHaveLength(1);
  });

  test.each(THROWN)('%s, in mid-wait', async (_, thrown) => {
    const run = await gateRun(
      overTime([0, describeAnswer({ Status: 1 })], [60_000, { kind: 'throw', thrown }]),
    );
    expect(run).toMatchObject({
      green: false,
      verdict: 'error',
      endedAtMs: firstLookFrom(60_000),
      asleep: 0,
    });
    expect(run.toolkit.errors).toHaveLength(1);
  });
});

describe('a bug in mid-wait', () => {
  test('is told with how long was waited and what was seen', async () => {
    const seen = describeAnswer({ AppName: 'app-test', Status: 1, Pipelines: pipelines(2, 1) });
    const run = await gateRun(overTime([0, seen], [60_000, { kind: 'throw', thrown: new Error('a bug') }]));
    expect(run.outputs).toMatchObject({
      verdict: 'error',
      status: '1',
      appName: 'app-test',
      durationSeconds: String(Math.round(firstLookFrom(60_000) / 1_000)),
    });
    expect(run.toolkit.errors[0]?.message).toContain('The gate itself failed: a bug');
    expect(run.toolkit.summaries[0]).toContain('app-test');
  });

  test('is told without a stack trace', async () => {
    const run = await gateRun(always({ kind: 'throw', thrown: new Error('a bug') }));
    expect(run.toolkit.everything).not.toMatch(/\n\s+at |\.ts:\d/u);
  });
});
