import { describe, expect, test } from '@jest/globals';
import { runningTitle } from '../../src/check-run/content.ts';
import { JsonLines } from '../../src/cli/json-lines.ts';
import { liveFrame } from '../../src/cli/live-frame.ts';
import { Board } from '../../src/report/board.ts';
import { LogReporter } from '../../src/report/log.ts';
import { OutputReporter } from '../../src/report/outputs.ts';
import type { Moment } from '../../src/report/reporter.ts';
import { displayWidth } from '../../src/text/clean.ts';
import { en } from '../../src/words/en/en.ts';
import { zh } from '../../src/words/zh/zh.ts';
import { RecordingToolkit } from '../support/recording-toolkit.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { VERIFIED_STORIES } from '../support/verified-stories.ts';

function storyOf(name: string): (typeof VERIFIED_STORIES)[number]['view'] {
  const story = VERIFIED_STORIES.find(one => one.name === name);
  if (story === undefined) throw new Error(`no story ${name}`);
  return story.view;
}

/** A moment of the story in which the proof is under way. */
function momentOf(name: 'baking' | 'verifying', lastedMs?: number): Moment {
  const view = storyOf(name);
  if (view.verdict !== undefined || view.verifying === undefined) throw new Error('it has ended');
  const nothing = {
    fractionDone: undefined,
    remainingMs: undefined,
    usualMs: undefined,
    longerThanAny: undefined,
  };
  return {
    ...{ elapsedMs: 290_000, leftMs: 400_000, wallMs: view.endedWallMs, startedMs: 0, estimate: nothing },
    verifying: { ...view.verifying, lastedMs: lastedMs ?? view.verifying.lastedMs },
  };
}

const { progress, subject } = storyOf('baking');

describe('a proof that is on its way', () => {
  test('is a line of the log for each thing that a round shows anew, and in each heartbeat', () => {
    const toolkit = new RecordingToolkit(new VirtualClock());
    const log = new LogReporter(toolkit, en, '');
    log.verifying(progress, momentOf('verifying'));
    log.verifying(progress, momentOf('verifying', 30_000));
    log.verifying(progress, momentOf('baking'));
    log.verifying(progress, momentOf('baking', 230_000));
    log.beat(progress, momentOf('baking', 260_000));
    expect(toolkit.log.map(({ text }) => text)).toStrictEqual([
      '   4:50  verifying 0:20 of at most 5:00, 2 of 3 healthy',
      '   4:50  baking 3:20 of 10:00, 3 of 3 healthy',
      expect.stringMatching(
        /^ {3}4:50 {2}Still waiting: baking 4:20 of 10:00, 3 of 3 healthy · \d+ polls? · /u,
      ),
    ]);
  });

  test('is the title of the check run, by way of the board', () => {
    const board = new Board([subject]);
    board.reporter(0).verifying?.(progress, momentOf('baking'));
    const [entry] = board.entries;
    expect(entry && runningTitle(entry, en)).toBe('Baking 3:20 of 10:00, 3 of 3 healthy');
    expect(entry && runningTitle(entry, zh)).toBe('观察中（3:20/10:00），3 个实例中 3 个健康');
  });

  test.each([80, 40])(
    'is a line of the live view that fits into %i columns and counts on by itself',
    columns => {
      const board = new Board([subject]);
      board.reporter(0).verifying?.(progress, momentOf('baking'));
      const frame = liveFrame({
        ...{ entries: board.entries, nowMs: 300_000, nowWallMs: 0, turn: 0, rows: 24, columns, words: en },
        redact: text => text,
      });
      const lines = frame.map(spans => spans.map(({ text }) => text).join(''));
      expect(lines.at(-1)).toMatch(/^ {2}baking 3:30 of 10:00/u);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    },
  );

  test('is a line of JSON for each round', () => {
    let written = '';
    const terminal = { write: (text: string) => (written += text) };
    const json = new JsonLines({
      terminal: terminal as never,
      clock: new VirtualClock(),
      redactor: { redact: (text: string) => text } as never,
      version: '0',
    });
    json.reporter(0).verifying?.(progress, momentOf('verifying'));
    expect(JSON.parse(written)).toMatchObject({
      ...{ kind: 'verifying', what: 'verifying', order: 1, lastedMs: 20_000, ofMs: 300_000 },
      running: { wanted: 3, ready: 2, instances: [{ state: 'Running', health: 'Healthy' }, {}, {}] },
    });
  });
});

test('the outputs tell what runs, and whether it is verified', () => {
  const told = (name: string): Readonly<Record<string, string>> => {
    const toolkit = new RecordingToolkit(new VirtualClock());
    const view = storyOf(name);
    if (view.verdict === undefined) throw new Error('it goes on');
    new OutputReporter(toolkit, en).ended(view, undefined);
    return toolkit.outputs;
  };
  expect(told('verified')).toMatchObject({
    ...{ verified: 'true', instances: '3' },
    runningImage: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:2.0',
  });
  // Instances differ, and one does not run.
  expect(told('superseded')).toMatchObject({ verified: 'false', instances: '3' });
  expect(told('superseded')['runningImage'] ?? '').toBe('');
  expect(told('unhealthy')).toMatchObject({ verified: 'false', instances: '2' });
  expect(told('shown-unchecked')['verified'] ?? '').toBe('');
});
