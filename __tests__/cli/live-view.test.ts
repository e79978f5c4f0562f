import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { LiveView } from '../../src/cli/live-view.ts';
import { Redactor } from '../../src/text/secrets.ts';
import type { Style, Terminal } from '../../src/cli/terminal.ts';
import { textToolkit } from '../../src/cli/text-toolkit.ts';
import { checkReporter } from '../../src/check-run/reporter.ts';
import { runGate } from '../../src/gate/run-gate.ts';
import { displayWidth } from '../../src/text/clean.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { rollout } from '../../testbed/simulator/timeline.ts';
import { until } from '../action/until.ts';
import { describeAnswer, pipelines } from '../support/answers.ts';
import { environment } from '../support/environment.ts';
import { APP_ID } from '../support/orders.ts';
import { orders } from '../support/many-run.ts';
import { always, overTime } from '../support/rollouts.ts';
import { SaeAccount } from '../support/sae-account.ts';
import type { Script } from '../support/scripted-transport.ts';
import { ScriptedTransport } from '../support/scripted-transport.ts';
import { SmallTerminal } from '../support/small-terminal.ts';
import { VirtualClock, WALL_START_MS } from '../support/virtual-clock.ts';
import { CLI, runProgram, surroundings, withStory } from './run-cli.ts';

const APP = { AppId: APP_ID, AppName: 'app-test', CoTypeCode: 'CoDeploy', BatchCount: 3 };

/** Ten seconds for each of three batches. */
const ROLLOUT = overTime(
  [0, describeAnswer({ ...APP, Status: 1, Pipelines: pipelines(1, 0, 0) })],
  [10_000, describeAnswer({ ...APP, Status: 1, Pipelines: pipelines(2, 1, 0) })],
  [20_000, describeAnswer({ ...APP, Status: 1, Pipelines: pipelines(2, 2, 1) })],
  [30_000, describeAnswer({ ...APP, Status: 2, Pipelines: pipelines(2, 2, 2) })],
);

const toldBatch = (status: number, startMs: number, tookMs: number): object => ({
  Status: status,
  StartTime: WALL_START_MS + startMs,
  UpdateTime: WALL_START_MS + startMs + tookMs,
});

/** The first of two batches takes two minutes, and the answer tells it. */
const ESTIMATED = overTime(
  [0, describeAnswer({ ...APP, BatchCount: 2, Status: 1, Pipelines: [toldBatch(1, 0, 0), { Status: 0 }] })],
  [
    120_000,
    describeAnswer({
      ...APP,
      BatchCount: 2,
      Status: 1,
      Pipelines: [toldBatch(2, 0, 120_000), toldBatch(1, 120_000, 0)],
    }),
  ],
  [
    240_000,
    describeAnswer({
      ...APP,
      Status: 2,
      BatchCount: 2,
      Pipelines: [toldBatch(2, 0, 120_000), toldBatch(2, 120_000, 120_000)],
    }),
  ],
);

interface Size {
  readonly columns: number;
  readonly rows: number;
}

interface Watched {
  /** Everything that was written, and when, since the start. */
  readonly written: readonly { readonly atMs: number; readonly text: string }[];
  readonly screen: SmallTerminal;
  /** The screen as it was at these moments. */
  readonly pictures: ReadonlyMap<number, readonly string[]>;
}

/** Runs the gate by virtual time and looks at its terminal at some moments. */
async function watch(
  script: Script,
  atMs: readonly number[],
  size: Size,
  inputs: Parameters<typeof environment>[0] = {},
  resized: ReadonlyMap<number, Size> = new Map(),
  drained: (elapsedMs: number) => boolean = () => true,
): Promise<Watched> {
  const clock = new VirtualClock();
  const screen = new SmallTerminal(size.rows);
  const written: { readonly atMs: number; readonly text: string }[] = [];
  const listeners = new Set<() => void>();
  let now = size;
  for (const [moment, next] of resized) {
    clock.at(moment, () => {
      now = next;
      screen.resize(next);
      for (const listener of listeners) listener();
    });
  }
  const terminal: Terminal = {
    write: text => {
      written.push({ atMs: clock.elapsedMs, text });
      screen.feed(text);
    },
    interactive: true,
    get drained() {
      return drained(clock.elapsedMs);
    },
    get columns() {
      return now.columns;
    },
    get rows() {
      return now.rows;
    },
    onResize: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    paint: (_: Style, text) => `\u001b[1m${text}\u001b[0m`,
  };
  const words = catalogue.en;
  const redactor = new Redactor();
  const view = new LiveView({ terminal, clock, words, redactor });
  const report = (): Promise<void> => Promise.resolve();
  const pictures = new Map<number, readonly string[]>();
  for (const moment of atMs)
    clock.at(moment, () => pictures.set(moment, now === size ? screen.lines : screen.window));
  await clock.run(
    runGate({
      env: environment({ diagnose: 'false', ...inputs }),
      clock,
      chance: () => 0.5,
      nonce: () => 'nonce',
      transport: new ScriptedTransport(clock, script).send,
      github: () => undefined,
      checkReporter,
      eventPayload: () => undefined,
      modifiedMs: () => undefined,
      readSmallFile: () => Promise.resolve({ kind: 'missing' }),
      toolkit: textToolkit({
        screen: view,
        redactor,
        verbose: false,
        isEndShown: () => view.isEndShown,
        report,
      }),
      onlooker: view,
      cancel: new AbortController().signal,
      catalogue,
      version: '0.0.0',
    }),
  );
  expect([...listeners]).toStrictEqual([]);
  return { screen, pictures, written };
}

const OFTEN = { maxPollInterval: '4s' };

describe('the live view', () => {
  test('is one picture, drawn anew in its place, under the lines of what happened', async () => {
    const { pictures, screen } = await watch(ROLLOUT, [5_000, 19_500], { columns: 100, rows: 30 }, OFTEN);
    const early = pictures.get(5_000)?.slice(-5) ?? [];
    expect(early[0]).toMatch(/^[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] app-test: rollout in progress$/u);
    expect(early[1]).toMatch(/^ {2}[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] 1\/3 {2}\S{20} {2}in progress/u);
    expect(early[2]).toMatch(/^ {2}· 2\/3 /u);
    expect(early[4]).toMatch(/^ {2}in progress · 29 min 55 s until the deadline$/u);
    const later = pictures.get(19_500) ?? [];
    expect(later.filter(line => line.includes('app-test: rollout in progress'))).toHaveLength(1);
    expect(later.at(-4)).toMatch(/^ {2}✔ 1\/3 .* succeeded/u);
    expect(later.filter(line => line.includes('Batch 1 of 3: succeeded'))).toHaveLength(1);
    expect(screen.lines.filter(line => line.includes('until the deadline'))).toStrictEqual([]);
  });

  test('says in 80 columns how far it is, how long it may take and how long there is', async () => {
    const { pictures } = await watch(ESTIMATED, [160_000], { columns: 80, rows: 30 }, OFTEN);
    expect(pictures.get(160_000)?.at(-1)).toMatch(
      /^ {2}in progress · about 1 min \d0 s left · 27 min 20 s until the deadline$/u,
    );
  });

  test('leaves its last picture, then reports the ending, and gives the cursor back', async () => {
    const { screen } = await watch(ROLLOUT, [], { columns: 100, rows: 30 });
    const { lines } = screen;
    const last = lines.findIndex(line => line === '✔ app-test: succeeded');
    expect(lines.slice(last + 1, last + 4).every(line => line.startsWith('  ✔ '))).toBe(true);
    expect(lines.slice(last + 4).join('\n')).toContain('✅ app-test: rollout succeeded');
    expect(screen.cursorShown).toBe(true);
  });

  test('shows a red ending once: the picture, and below it why', async () => {
    const { screen } = await watch(always(describeAnswer({ Status: 3, AppName: 'app-test' })), [], {
      columns: 300,
      rows: 30,
    });
    expect(screen.lines.filter(line => line.startsWith('✖'))).toStrictEqual(['✖ app-test: failed']);
    expect(screen.lines.join('\n')).toContain('  Why: The change order ended as failed.');
  });

  test.each([8, 20, 40])('has no line that wraps in %i columns', async columns => {
    const { pictures } = await watch(ROLLOUT, [15_000], { columns, rows: 30 });
    const picture = pictures.get(15_000)?.slice(-5) ?? [];
    expect(picture).toHaveLength(5);
    for (const line of picture) expect(displayWidth(line)).toBeLessThan(columns);
  });

  test.each<[string, Size]>([
    ['narrower', { columns: 40, rows: 30 }],
    ['much narrower', { columns: 12, rows: 30 }],
    ['lower', { columns: 100, rows: 7 }],
    ['lower than the picture', { columns: 100, rows: 4 }],
    ['wider and higher', { columns: 160, rows: 50 }],
    ['narrower and lower', { columns: 50, rows: 9 }],
  ])('in a window that becomes %s has no old picture left', async (_, next) => {
    const at = [15_050, 18_000] as const;
    const resized = new Map([[15_049, next]]);
    const { pictures } = await watch(ROLLOUT, at, { columns: 100, rows: 30 }, OFTEN, resized);
    for (const moment of at) {
      const seen = pictures.get(moment) ?? [];
      const start = (text: string): string => text.slice(0, Math.max(1, next.columns - 5));
      const heads = seen.filter(line =>
        start(line.slice(2)).startsWith(start('app-test: rollout in progress')),
      );
      const deadlines = seen.filter(line => line.includes('until the deadline'));
      expect(heads.length).toBe(1);
      expect(deadlines.length).toBeLessThanOrEqual(1);
      expect(seen.length).toBeLessThanOrEqual(next.rows);
    }
  });

  test('in a window of another size keeps the lines above it that have room', async () => {
    const next = { columns: 60, rows: 30 };
    const { pictures } = await watch(
      ROLLOUT,
      [15_000, 15_050],
      { columns: 100, rows: 30 },
      OFTEN,
      new Map([[15_049, next]]),
    );
    const squeezed = (lines: readonly string[] = []): string =>
      lines.slice(0, -5).join('').replaceAll(' ', '');
    expect(squeezed(pictures.get(15_050))).toBe(squeezed(pictures.get(15_000)));
  });

  test('waits for a terminal that does not read: only what happened is written meanwhile', async () => {
    const reads = (elapsedMs: number): boolean => elapsedMs < 5_000 || elapsedMs >= 25_000;
    const size = { columns: 100, rows: 30 };
    const { written, pictures } = await watch(ROLLOUT, [24_900, 26_000], size, OFTEN, new Map(), reads);
    const unread = written.filter(({ atMs }) => !reads(atMs));
    expect(unread.map(({ text }) => text).join('')).toContain('Batch 1 of 3: succeeded');
    // A line for each of the four changes; pictures would be some 160.
    expect(unread.length).toBeLessThanOrEqual(4);
    expect(pictures.get(24_900)?.join('\n')).not.toContain('until the deadline');
    expect(pictures.get(26_000)?.at(-1)).toContain('until the deadline');
  });

  test('writes the lines that have changed, and no others', async () => {
    const { written } = await watch(ROLLOUT, [], { columns: 100, rows: 30 }, OFTEN);
    // Between two looks, in a second of eight pictures.
    const second = written.filter(({ atMs }) => atMs > 5_000 && atMs <= 6_000);
    expect(second.length).toBeLessThanOrEqual(9);
    for (const { text } of second) {
      expect(text).toMatch(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/u);
      expect(text).not.toContain('2/3');
    }
    expect(second.filter(({ text }) => text.includes('until the deadline')).length).toBeLessThanOrEqual(2);
  });

  test('of many orders has no more lines than the terminal', async () => {
    const all = orders(40);
    const { script } = new SaeAccount(all);
    const changeOrderId = all.map(({ id }) => id).join(',');
    const { pictures, screen } = await watch(
      script,
      [30_000],
      { columns: 80, rows: 12 },
      { changeOrderId, maxCallsPerMinute: '1000' },
    );
    expect(screen.highestJump).toBeLessThan(12);
    expect(pictures.get(30_000)?.at(-1)).toMatch(/^… \d+$/u);
  });
});

const hasTerminals = spawnSync('script', ['--version']).status === 0 && process.platform === 'linux';

(hasTerminals ? describe : describe.skip)('on a real pseudo terminal, the built command', () => {
  /** Runs it within `script`, which gives it a terminal of this size. */
  const onTerminal = (
    command: string,
    env: Readonly<Record<string, string>>,
    meanwhile?: Parameters<typeof runProgram>[2],
  ) =>
    runProgram(
      'script',
      ['--quiet', '--return', '--command', `stty cols 70 rows 20; ${command}`, '/dev/null'],
      {
        ...meanwhile,
        env: { TERM: 'xterm', ...env },
      },
    );
  const node = `'${process.execPath}' '${CLI}'`;

  test.concurrent('draws in place, and ends with the status of the rollout', async () => {
    const run = await withStory('failed-batch', simulator => {
      const id = simulator.scenario.demo.inputs['changeOrderId'] ?? '';
      return onTerminal(`${node} wait --change-order-id ${id}`, surroundings(simulator));
    });
    expect(run.status).toBe(1);
    const screen = new SmallTerminal(20);
    screen.feed(run.stdout.replaceAll('\r\n', '\n'));
    expect(screen.cursorShown).toBe(true);
    const pictures = screen.lines.filter(line => line.startsWith('✖ demo-app: failed'));
    expect(pictures).toHaveLength(1);
    expect(run.stdout).toContain('\u001b[31m');
  });

  test.concurrent('has no colours with NO_COLOR, and no picture with --plain', async () => {
    const [dull, plain] = await withStory('finished', async simulator => {
      const id = simulator.scenario.demo.inputs['changeOrderId'] ?? '';
      const env = { ...surroundings(simulator), NO_COLOR: '1' };
      const line = `${node} wait --change-order-id ${id}`;
      return [await onTerminal(line, env), await onTerminal(`${line} --plain`, env)] as const;
    });
    expect(dull.status).toBe(0);
    expect(dull.stdout).toContain('\u001b[?25l');
    expect(dull.stdout).not.toMatch(/\u001b\[\d*m/u); // eslint-disable-line no-control-regex -- a colour
    expect(plain.stdout).not.toContain('\u001b');
  });

  test.concurrent.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGQUIT', 131],
    ['SIGHUP', 129],
  ] as const)('gives the cursor back, and ends red, at %s', async (signal, status) => {
    const endless = scenario({ order: { timeline: rollout({ batchesMs: [Infinity], prepareMs: 0 }) } });
    const run = await withStory(endless, simulator => {
      const id = simulator.scenario.demo.inputs['changeOrderId'] ?? '';
      const line = `echo pid=$$; exec ${node} wait --change-order-id ${id}`;
      return onTerminal(line, surroundings(simulator), {
        meanwhile: async cli => {
          await until('the first picture', () => cli.stdout().includes('Batch 1 of 1'));
          process.kill(Number(/pid=(\d+)/u.exec(cli.stdout())?.[1]), signal);
        },
      });
    });
    expect(run.status).toBe(status);
    expect(run.stdout).toContain(signal);
    expect(run.stdout.lastIndexOf('\u001b[?25h')).toBeGreaterThan(run.stdout.lastIndexOf('\u001b[?25l'));
  });
});
