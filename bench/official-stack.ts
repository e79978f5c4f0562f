import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RunnerFolder } from '../testbed/runner/runner-folder.ts';
import { execNode } from '../scripts/exec-node.ts';
import { DEMO_ORDER_ID } from '../testbed/simulator/change-order.ts';
import type { Simulator } from '../testbed/simulator/server.ts';
import { startSimulator } from '../testbed/simulator/server.ts';
import { builtGate, simulatorInputs, stepEnvironment } from './built-gate.ts';
import { measuredInTurns } from './in-turns.ts';
import type { Installed } from './installed-bytes.ts';
import { installed } from './installed-bytes.ts';
import { manyOrders } from './many-orders.ts';
import { markdownTable } from './markdown-table.ts';
import type { Program } from './measured-process.ts';
import { usage, wallMs } from './measured-process.ts';
import { scaledRun } from './scaled-run.ts';
import { median } from './statistics.ts';

const TIMED_ROUNDS = 15;
const USAGE_ROUNDS = 5;
const WAITS = 6;

const CONFORMANCE = fileURLToPath(new URL('../testbed/conformance', import.meta.url));
const SCRIPT = path.join(CONFORMANCE, 'minimal-gate.mjs');
const PACKAGES = ['@alicloud/openapi-core', '@darabonba/typescript'];

/** One order, waited for by the gate and by the least script on Alibaba's own HTTP stack. */
export async function officialStackReport(): Promise<string> {
  using folder = new RunnerFolder({});
  using bundled = new BundledScript();
  await using simulator = await startSimulator({ scenario: 'finished' });
  const programs = {
    bare: { args: ['-e', '0'], env: {}, folder: folder.workspace, exitCode: 0 },
    gate: builtGate(folder, { ...simulatorInputs(simulator), changeOrderId: DEMO_ORDER_ID }, 0),
    script: scriptProgram(SCRIPT, folder, simulator, DEMO_ORDER_ID),
    bundled: scriptProgram(bundled.file, folder, simulator, DEMO_ORDER_ID),
  };
  const times = await measuredInTurns(programs, TIMED_ROUNDS, wallMs);
  const usages = await measuredInTurns(programs, USAGE_ROUNDS, usage);
  const row = (title: string, name: keyof typeof programs, size: string): readonly string[] => [
    title,
    `${median(times[name]).toFixed(0)} ms`,
    (median(times[name]) / median(times.bare)).toFixed(2),
    `${(median(usages[name].map(({ peakKiB }) => peakKiB)) / 1_024).toFixed(0)} MiB`,
    size,
  ];
  return [
    'One order that has ended, seen by one look:',
    markdownTable(
      [
        { title: 'Program', align: 'left' },
        { title: 'Start to verdict', align: 'right' },
        { title: '× bare Node', align: 'right' },
        { title: 'Peak memory', align: 'right' },
        { title: 'Bytes', align: 'right' },
      ],
      [
        row('`node -e 0`', 'bare', '–'),
        row('the gate', 'gate', sizeText({ bytes: statSync('dist/index.js').size, files: 1, packages: 0 })),
        row(
          "a script on the official SDK's HTTP stack",
          'script',
          sizeText(installed(CONFORMANCE, PACKAGES)),
        ),
        row(
          'the same script, bundled as the gate is',
          'bundled',
          sizeText(filesIn(path.dirname(bundled.file))),
        ),
      ],
    ),
    'One order that takes about ten minutes, start and end included; the script looks every 10 s and does nothing else:',
    await waitTable(folder, bundled.file),
  ].join('\n\n');
}

async function waitTable(folder: RunnerFolder, bundledScript: string): Promise<string> {
  const rows: (readonly string[])[] = [];
  const waits: readonly (readonly [string, (simulator: Simulator, id: string) => Program])[] = [
    [
      'the gate',
      (simulator, changeOrderId) => builtGate(folder, { ...simulatorInputs(simulator), changeOrderId }, 0),
    ],
    ['the script, bundled', (simulator, id) => scriptProgram(bundledScript, folder, simulator, id)],
  ];
  for (const [title, programFor] of waits) {
    const seeds = Array.from({ length: WAITS }, (_, index) => index + 1);
    const runs = await Promise.all(
      seeds.map(seed => scaledRun(manyOrders(1, seed), simulator => programFor(simulator, 'order-1'))),
    );
    rows.push([
      title,
      median(runs.map(({ callsMs }) => callsMs.length)).toFixed(0),
      `${(median(runs.flatMap(({ lagsMs }) => lagsMs)) / 1_000).toFixed(1)} s`,
      `${(median(runs.map(({ usage: { cpuMs } }) => cpuMs)) / 1_000).toFixed(2)} s`,
      `${(median(runs.map(({ usage: { peakKiB } }) => peakKiB)) / 1_024).toFixed(0)} MiB`,
    ]);
  }
  return markdownTable(
    [
      { title: 'Program', align: 'left' },
      { title: 'Calls', align: 'right' },
      { title: 'Lag, median', align: 'right' },
      { title: 'CPU', align: 'right' },
      { title: 'Peak memory', align: 'right' },
    ],
    rows,
  );
}

function scriptProgram(
  file: string,
  folder: RunnerFolder,
  { url, accessKeyId, accessKeySecret }: Simulator,
  changeOrderId: string,
): Program {
  const env = {
    ...stepEnvironment(folder, {}),
    SAE_ENDPOINT: url,
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
  };
  return { args: [file, changeOrderId], env, folder: folder.workspace, exitCode: 0 };
}

/** The script as one file, made by the same bundler as the gate; deleted when done with. */
class BundledScript implements Disposable {
  readonly file: string;
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'bench-official-'));

  constructor() {
    const out = path.join(this.#folder, 'dist');
    execNode('node_modules/@vercel/ncc/dist/ncc/cli.js', ['build', SCRIPT, '--out', out, '--quiet']);
    const [script] = readdirSync(out).filter(name => /^index\.m?js$/.test(name));
    this.file = path.join(out, script ?? 'index.mjs');
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function filesIn(folder: string): Installed {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const bytes = files.reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
  return { bytes, files: files.length, packages: 0 };
}

function sizeText({ bytes, files, packages }: Installed): string {
  const megabytes = `${(bytes / 1_000_000).toFixed(2)} MB`;
  return packages === 0 ? megabytes : `${megabytes}, ${files} files of ${packages} packages`;
}
