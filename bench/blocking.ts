import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { startGitHub } from '../testbed/github-fake/server.ts';
import { RunnerFolder } from '../testbed/runner/runner-folder.ts';
import { BUNDLE, stepEnvironment } from './built-gate.ts';
import type { DataFor } from './fixed-answers.ts';
import { startFixedAnswers } from './fixed-answers.ts';
import { machineText } from './machine.ts';
import { markdownTable } from './markdown-table.ts';

/** No answer, and no number of orders, may hold up the gate for longer. */
const AIM_MS = 500;

/** The transport reads no larger body. */
const LARGEST_BODY_BYTES = 8 * 1024 * 1024;
/** The least that can stand in a list of batches. */
const LEAST_BATCH = '{"Status":1}';

const HOOK = fileURLToPath(new URL('block-hook.cjs', import.meta.url));
const CLI = path.resolve('dist/cli.js');

const LONGEST_RUN_MS = 120_000;

/** What a gate is shown, and what it shows. */
interface Case {
  readonly name: string;
  readonly orders: number;
  readonly dataFor: DataFor;
  /** It is interrupted after so many looks at each order; a story that ends on its own is not. */
  readonly looks?: number;
  /** The command with all its reports, in the place of the action with a check run. */
  readonly command?: boolean;
}

const longestBlock = z.object({ wallMs: z.number(), cpuMs: z.number() });

interface Measured {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** From SIGINT to the end, or from the last answer where the story has ended. */
  readonly endMs: number;
}

/** For how long the shipped gate does not turn to anything else, with the largest that it may be shown. */
export async function blockingReport(): Promise<string> {
  const rows: (readonly string[])[] = [];
  const [load = 0] = os.loadavg();
  for (const one of cases()) {
    const { wallMs, cpuMs, endMs } = await measure(one);
    rows.push([
      one.name,
      `${cpuMs.toFixed(0)} ms`,
      `${wallMs.toFixed(0)} ms`,
      `${(endMs / 1_000).toFixed(1)} s`,
    ]);
  }
  return [
    `Measured on ${machineText()}, one run each, with a load of ${load.toFixed(0)} on the machine as a whole.`,
    markdownTable(
      [
        { title: 'What it is shown', align: 'left' },
        { title: `Longest block, processor time; aim ≤ ${AIM_MS} ms`, align: 'right' },
        { title: 'the same by the wall clock', align: 'right' },
        { title: 'To the end; aim ≤ 5 s', align: 'right' },
      ],
      rows,
    ),
  ].join('\n\n');
}

function cases(): readonly Case[] {
  const room = LARGEST_BODY_BYTES - 1_000;
  const leastBatches = Math.floor(room / (LEAST_BATCH.length + 1));
  const most = batches(10_000, 1);
  const some = batches(500, 1);
  const [flap, flop] = [batches(500, 1), batches(500, 9)];
  const fields = Array.from({ length: Math.floor(room / 12) }, (_, index) => `"${index}":1`).join(',');
  const batchText = Array<string>(leastBatches).fill(LEAST_BATCH).join(',');
  const fixed =
    (json: string, status = 1): DataFor =>
    id =>
      `{"ChangeOrderId":"${id}","Status":${status},"Pipelines":[${json}]}`;
  return [
    {
      name: 'one order, 290,000 batches (3.8 MB)',
      orders: 1,
      looks: 2,
      dataFor: fixed(Array<string>(290_000).fill(LEAST_BATCH).join(',')),
    },
    {
      name: `one order, ${leastBatches.toLocaleString('en')} batches (8 MiB)`,
      orders: 1,
      looks: 2,
      dataFor: fixed(batchText),
    },
    {
      name: 'one order, 8 MiB of fields that nobody knows',
      orders: 1,
      looks: 3,
      dataFor: id => `{"ChangeOrderId":"${id}","Status":1,${fields}}`,
    },
    {
      name: 'one order, 8 MiB of brackets',
      orders: 1,
      looks: 2,
      dataFor: id =>
        `{"ChangeOrderId":"${id}","Status":1,"A":${'['.repeat(room / 2)}${']'.repeat(room / 2)}}`,
    },
    {
      name: 'one order, an error message of 8 MiB',
      orders: 1,
      looks: 3,
      dataFor: id => `{"ChangeOrderId":"${id}","Status":1,"ErrorMessage":"${'<b>&'.repeat(room / 4)}"}`,
    },
    { name: 'one order, 10,000 batches', orders: 1, looks: 3, dataFor: fixed(most) },
    {
      name: 'one order, 10,000 batches, to its success',
      orders: 1,
      dataFor: (id, look) => fixed(look > 2 ? batches(10_000, 2) : most, look > 2 ? 2 : 1)(id, look),
    },
    {
      name: 'one order, 500 batches that flap at every look',
      orders: 1,
      looks: 40,
      dataFor: (id, look) => fixed(look % 2 === 0 ? flap : flop)(id, look),
    },
    { name: '100 orders of 500 batches', orders: 100, looks: 3, dataFor: fixed(some) },
    {
      name: '100 orders of 500 batches that flap at every look',
      orders: 100,
      looks: 5,
      dataFor: (id, look) => fixed(look % 2 === 0 ? flap : flop)(id, look),
    },
    {
      name: '100 orders of 500 batches, to their success',
      orders: 100,
      dataFor: (id, look) => fixed(look > 2 ? batches(500, 2) : some, look > 2 ? 2 : 1)(id, look),
    },
    {
      name: '100 orders of 500 batches; the command with JSON, JUnit and report',
      orders: 100,
      looks: 3,
      command: true,
      dataFor: fixed(some),
    },
    { name: '100 orders of 10,000 batches', orders: 100, looks: 2, dataFor: fixed(most) },
    {
      name: '100 orders of 10,000 batches; the command with JSON, JUnit and report',
      orders: 100,
      looks: 2,
      command: true,
      dataFor: fixed(most),
    },
  ];
}

/** Batches as the API tells them, with names that have to be escaped. */
function batches(count: number, status: number): string {
  const beganMs = Date.now() - 3_600_000;
  const batch = (index: number): string =>
    JSON.stringify({
      PipelineId: `pipeline-${index}`,
      PipelineName: `<batch> & @no-${index}`,
      Status: status,
      StartTime: beganMs + index,
      UpdateTime: beganMs + index + 500,
      BatchType: 0,
      ParallelCount: 1,
    });
  return Array.from({ length: count }, (_, index) => batch(index)).join(',');
}

async function measure({ orders, dataFor, looks, command = false }: Case): Promise<Measured> {
  await using server = await startFixedAnswers(dataFor);
  await using github = await startGitHub({});
  using folder = new RunnerFolder({});
  const reports = mkdtempSync(path.join(os.tmpdir(), 'bench-block-'));
  try {
    const inputs = {
      changeOrderId: Array.from({ length: orders }, (_, index) => `order-${index + 1}`).join(','),
      regionId: 'cn-hangzhou',
      endpoint: server.url,
      accessKeyId: 'LTAI-not-a-real-key',
      accessKeySecret: 'not-a-real-secret',
      minPollInterval: '250ms',
      maxPollInterval: '1s',
      maxCallsPerMinute: '100000',
      diagnose: 'false',
    };
    const file = path.join(reports, 'block');
    const checked = { ...inputs, checkRun: 'true', token: github.token };
    const env = {
      ...stepEnvironment(folder, command ? {} : checked),
      ...github.env,
      ALIBABA_CLOUD_ACCESS_KEY_ID: inputs.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: inputs.accessKeySecret,
      BENCH_BLOCK_FILE: file,
    };
    const told = [`--report=${path.join(reports, 'r.md')}`, `--junit=${path.join(reports, 'j.xml')}`];
    const program = command ? [CLI, 'wait', '--json', ...told, ...flagsOf(inputs)] : [BUNDLE];
    const child = spawn(process.execPath, ['--require', HOOK, ...program], {
      cwd: folder.workspace,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: LONGEST_RUN_MS,
      killSignal: 'SIGKILL',
    });
    const ended = once(child, 'exit');
    child.stdout.resume();
    await server.answered(orders * (looks ?? 3));
    const signalledMs = performance.now();
    if (looks !== undefined) child.kill('SIGINT');
    await ended;
    const endMs = performance.now() - signalledMs;
    return { ...longestBlock.parse(JSON.parse(readFileSync(file, 'utf8'))), endMs };
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

function flagsOf(inputs: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(inputs)
    .filter(([name]) => !name.startsWith('accessKey'))
    .map(([name, value]) => `--${name.replace(/[A-Z]/gu, char => `-${char.toLowerCase()}`)}=${value}`);
}
