import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { RunnerFolder } from '../testbed/runner/runner-folder.ts';
import { startSimulator } from '../testbed/simulator/server.ts';
import { builtGate, BUNDLE, simulatorInputs, stepEnvironment } from './built-gate.ts';
import type { Section } from './bundle-sections.ts';
import { packageOf } from './bundle-sections.ts';
import { distSections } from './bundle-stats.ts';
import { measuredInTurns } from './in-turns.ts';
import { machineText } from './machine.ts';
import { markdownTable } from './markdown-table.ts';
import { peakMemoryKiB, wallMs } from './measured-process.ts';
import { IDLE, startUpProfile } from './start-up-profile.ts';
import { median, percentile } from './statistics.ts';

const TIMED_ROUNDS = 20;
const MEMORY_ROUNDS = 5;
const LARGEST_BUNDLE_BYTES = 1_300_000;
const GREATEST_RATIO = 3.3;
const MOST_ROWS = 12;

/** What a gate costs: bytes, time and memory, and what weighs most. */
export async function costReport(): Promise<string> {
  const sections = distSections();
  const bundle = readFileSync(BUNDLE);
  using folder = new RunnerFolder({});
  await using simulator = await startSimulator({ scenario: 'finished' });
  const inputs = { ...simulatorInputs(simulator), ...simulator.scenario.demo.inputs };
  const finished = builtGate(folder, { ...inputs, verify: 'off' }, 0);
  const programs = {
    bare: { args: ['-e', '0'], env: stepEnvironment(folder, {}), folder: folder.workspace, exitCode: 0 },
    refusing: builtGate(folder, {}, 1),
    finished,
    // The simulator speaks plain HTTP: this is what Node loads besides for a real endpoint.
    secured: { ...finished, args: ['--require', 'node:tls', ...finished.args] },
    shown: builtGate(folder, inputs, 0),
  };
  const times = await measuredInTurns(programs, TIMED_ROUNDS, wallMs);
  const memory = await measuredInTurns(programs, MEMORY_ROUNDS, peakMemoryKiB);
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

type Measured = Readonly<Record<'bare' | 'refusing' | 'finished' | 'secured' | 'shown', readonly number[]>>;

function costTable(times: Measured, memory: Measured): string {
  const row = (title: string, name: keyof Measured): readonly string[] => {
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
      row("the same with Node's TLS loaded, as a real endpoint needs it", 'secured'),
      row('order finished, with the look at what runs, the default: four requests', 'shown'),
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
