import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inputVariable } from '../local-runner/action-manifest.ts';
import { runnerEnvironment } from '../local-runner/runner-environment.ts';
import { RunnerFolder } from '../local-runner/runner-folder.ts';
import type { Simulator } from '../simulator/server.ts';
import { startSimulator } from '../simulator/server.ts';
import type { Section } from './bundle-sections.ts';
import { packageOf } from './bundle-sections.ts';
import { distSections } from './bundle-stats.ts';
import { machineText } from './machine.ts';
import { markdownTable } from './markdown-table.ts';
import type { Program } from './measured-process.ts';
import { peakMemoryKiB, wallMs } from './measured-process.ts';
import { IDLE, startUpProfile } from './start-up-profile.ts';
import { median, percentile } from './statistics.ts';

const BUNDLE = path.resolve('dist/index.js');
const TIMED_ROUNDS = 20;
const MEMORY_ROUNDS = 5;
const LARGEST_BUNDLE_BYTES = 2_500_000;
const GREATEST_RATIO = 5;
const MOST_ROWS = 12;

/** What a gate costs: bytes, time and memory, and what weighs most. */
export async function costReport(): Promise<string> {
  const sections = distSections();
  const bundle = readFileSync(BUNDLE);
  using folder = new RunnerFolder({});
  await using simulator = await startSimulator({ scenario: 'finished' });
  const programs = {
    bare: { args: ['-e', '0'], env: environment(folder, {}), folder: folder.workspace, exitCode: 0 },
    refusing: gate(folder, {}, 1),
    finished: gate(folder, inputsFor(simulator), 0),
  };
  const times = await measured(programs, TIMED_ROUNDS, wallMs);
  const memory = await measured(programs, MEMORY_ROUNDS, peakMemoryKiB);
  const profile = await startUpProfile(programs.refusing, sections);
  return [
    `Measured on ${machineText()}. Times and memory are medians (of ${TIMED_ROUNDS} and ${MEMORY_ROUNDS} rounds; in each round every program runs once, in turns).`,
    costTable(times, memory),
    `The bundle is one readable file of ${megabytes(bundle.length)} MB (${megabytes(gzipSync(bundle).length)} MB compressed); the aim is below ${megabytes(LARGEST_BUNDLE_BYTES)} MB. What weighs most:`,
    bytesTable(sections),
    'What takes most time in a gate that refuses its inputs, from the moment that Node runs at all (the profiler slows everything down: read the shares):',
    profileTable(profile),
  ].join('\n\n');
}

type Programs = Readonly<Record<'bare' | 'refusing' | 'finished', Program>>;
type Measured = Readonly<Record<keyof Programs, readonly number[]>>;

/** Measures each program once a round, so that a slow moment of the machine meets them all. */
async function measured(
  programs: Programs,
  rounds: number,
  measure: (program: Program) => Promise<number>,
): Promise<Measured> {
  const values = { bare: [] as number[], refusing: [] as number[], finished: [] as number[] };
  const names = ['bare', 'refusing', 'finished'] as const;
  // One round that does not count warms the file cache.
  for (let round = -1; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const value = await measure(programs[name]);
      if (round >= 0) values[name].push(value);
    }
  }
  return values;
}

function gate(folder: RunnerFolder, inputs: Readonly<Record<string, string>>, exitCode: number): Program {
  return { args: [BUNDLE], env: environment(folder, inputs), folder: folder.workspace, exitCode };
}

function environment(
  folder: RunnerFolder,
  inputs: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const stepVariables = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [inputVariable(name), value]),
  );
  return runnerEnvironment({ folder, node: process.execPath, stepVariables, env: {} });
}

function inputsFor({ url, accessKeyId, accessKeySecret, scenario }: Simulator): Record<string, string> {
  return { endpoint: url, accessKeyId, accessKeySecret, ...scenario.demo.inputs };
}

function costTable(times: Measured, memory: Measured): string {
  const row = (title: string, name: keyof Programs): readonly string[] => {
    const ratios = times[name].map((ms, round) => ms / (times.bare[round] ?? Number.NaN));
    return [
      title,
      `${median(times[name]).toFixed(0)} ms`,
      name === 'bare' ? '1' : `${median(ratios).toFixed(2)} (${spread(ratios)})`,
      `${(median(memory[name]) / 1_024).toFixed(0)} MiB`,
      name === 'bare' ? '1' : (median(memory[name]) / median(memory.bare)).toFixed(2),
    ];
  };
  return markdownTable(
    [
      { title: 'Program', align: 'left' },
      { title: 'Wall time', align: 'right' },
      { title: `× bare Node (half of the runs); aim ≤ ${GREATEST_RATIO}`, align: 'right' },
      { title: 'Peak memory', align: 'right' },
      { title: '× bare Node', align: 'right' },
    ],
    [
      row('`node -e 0`', 'bare'),
      row('the gate, inputs refused: no request', 'refusing'),
      row('the gate, order finished: one request, verdict, summary', 'finished'),
    ],
  );
}

function spread(values: readonly number[]): string {
  return `${percentile(values, 25).toFixed(2)}–${percentile(values, 75).toFixed(2)}`;
}

const BYTES_NAMES: Readonly<Record<string, string>> = {
  src: "the gate's own source",
  bundler: "the bundler's own",
  node: "links to Node's own modules",
};

function bytesTable(sections: readonly Section[]): string {
  const sums = new Map<string, number>();
  for (const { module, bytes } of sections) {
    const name = packageOf(module);
    sums.set(name, (sums.get(name) ?? 0) + bytes);
  }
  const total = sections.reduce((sum, { bytes }) => sum + bytes, 0);
  const rows = largest([...sums]).map(([name, bytes]) => [
    BYTES_NAMES[name] ?? name,
    kilobytes(bytes),
    share(bytes, total),
  ]);
  return markdownTable(
    [
      { title: 'Package', align: 'left' },
      { title: 'Size', align: 'right' },
      { title: 'Share', align: 'right' },
    ],
    [...rows, ['together', kilobytes(total), '100 %']],
  );
}

/** The largest values with their names, and what is left over as `all else`. */
function largest(values: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] {
  const sorted = values.toSorted(([, a], [, b]) => b - a);
  const rest = sorted.slice(MOST_ROWS).reduce((sum, [, value]) => sum + value, 0);
  return [...sorted.slice(0, MOST_ROWS), ['all else', rest]];
}

function profileTable(profile: readonly (readonly [string, number])[]): string {
  const busy = profile.filter(([name]) => name !== IDLE);
  const total = busy.reduce((sum, [, ms]) => sum + ms, 0);
  return markdownTable(
    [
      { title: 'Cause', align: 'left' },
      { title: 'Time', align: 'right' },
      { title: 'Share', align: 'right' },
    ],
    largest(busy).map(([name, ms]) => [BYTES_NAMES[name] ?? name, `${ms.toFixed(1)} ms`, share(ms, total)]),
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(0)} kB`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(2);
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(0)} %`;
}
