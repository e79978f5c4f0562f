import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import type { Section } from './bundle-sections.ts';
import { packageOf } from './bundle-sections.ts';
import type { Program } from './measured-process.ts';
import { run } from './measured-process.ts';
import { median } from './statistics.ts';

const PROFILE_RUNS = 7;
const SAMPLE_EVERY_US = 100;

/** Time in which the program waits. */
export const IDLE = 'idle';

const profileSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
      children: z.array(z.number()).optional(),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

type CpuProfile = z.infer<typeof profileSchema>;

/** What no line of the bundle caused. */
const NODE_ITSELF = 'Node: all else of its own';

/**
 * Where a program that runs `dist/index.js` spends its processor time once Node has started: milliseconds
 * by what caused them, the largest first; the median of some runs under V8's sampling profiler. Time that
 * Node's own code takes counts for the package whose call it serves, and where it serves to load one of
 * Node's modules, for that module.
 */
export async function startUpProfile(
  program: Program,
  sections: readonly Section[],
): Promise<readonly (readonly [string, number])[]> {
  const profiles: ReadonlyMap<string, number>[] = [];
  for (let runs = 0; runs < PROFILE_RUNS; runs++) profiles.push(await profileOnce(program, sections));
  const names = [...new Set(profiles.flatMap(profile => [...profile.keys()]))];
  return names
    .map(name => [name, median(profiles.map(profile => profile.get(name) ?? 0))] as const)
    .sort(([, a], [, b]) => b - a);
}

async function profileOnce(
  program: Program,
  sections: readonly Section[],
): Promise<ReadonlyMap<string, number>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-profile-'));
  try {
    const profiling = ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-interval=${SAMPLE_EVERY_US}`];
    await run({ ...program, args: [...profiling, ...program.args] });
    const [file] = readdirSync(folder);
    if (file === undefined) throw new Error('the profiler left no file');
    return msByCause(
      profileSchema.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))),
      sections,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function msByCause(profile: CpuProfile, sections: readonly Section[]): ReadonlyMap<string, number> {
  const causes = causesByNode(profile, sections);
  const sums = new Map<string, number>();
  for (const [index, sample] of profile.samples.entries()) {
    const cause = causes.get(sample) ?? NODE_ITSELF;
    // The delta before a sample is the time since the one before it.
    sums.set(cause, (sums.get(cause) ?? 0) + (profile.timeDeltas[index + 1] ?? 0) / 1_000);
  }
  return sums;
}

/** For each node of the call tree the cause of the time spent in it: its own, or that of who called it. */
function causesByNode({ nodes }: CpuProfile, sections: readonly Section[]): ReadonlyMap<number, string> {
  const nodesById = new Map(nodes.map(node => [node.id, node]));
  const causes = new Map<number, string>();
  const [root] = nodes;
  const open: (readonly [number, string])[] = root === undefined ? [] : [[root.id, NODE_ITSELF]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [id, inherited] = next;
    const node = nodesById.get(id);
    if (node === undefined) continue;
    const cause = causeOf(node.callFrame, sections) ?? inherited;
    causes.set(id, cause);
    open.push(...(node.children ?? []).map(child => [child, cause] as const));
  }
  return causes;
}

function causeOf(
  { functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame'],
  sections: readonly Section[],
): string | undefined {
  if (functionName === '(garbage collector)') return 'V8: collecting garbage';
  if (functionName === 'compileSourceTextModule') return 'V8: compiling the bundle';
  if (functionName === '(idle)') return IDLE;
  if (!url.endsWith('/dist/index.js')) return undefined;
  const section = sections.find(({ fromLine, toLine }) => lineNumber >= fromLine && lineNumber < toLine);
  const [, nodeModule] = /^external "(?:node:)?(.+)"$/.exec(section?.module ?? '') ?? [];
  return nodeModule === undefined ? packageOf(section?.module ?? '') : `Node: loading ${nodeModule}`;
}
