import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** A Node process to be measured. */
export interface Program {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** The exit status that it ends with; any other one spoils the measurement. */
  readonly exitCode: number;
}

const USAGE_HOOK = fileURLToPath(new URL('usage-hook.cjs', import.meta.url));

/** What a process used from its start to its end. */
export interface Usage {
  /** Peak resident memory. */
  readonly peakKiB: number;
  /** Processor time, its own and the system's for it. */
  readonly cpuMs: number;
}

const usageSchema = z.object({ peakKiB: z.number(), cpuMs: z.number() });

/** Runs the program once. @returns milliseconds from its start to its end */
export async function wallMs(program: Program): Promise<number> {
  const startMs = performance.now();
  await run(program);
  return performance.now() - startMs;
}

/** Runs the program once. @returns its peak resident memory in KiB */
export async function peakMemoryKiB(program: Program): Promise<number> {
  return (await usage(program)).peakKiB;
}

/** Runs the program once. @returns what it used */
export async function usage(program: Program): Promise<Usage> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-usage-'));
  try {
    const file = path.join(folder, 'usage');
    const env = { ...program.env, BENCH_USAGE_FILE: file };
    await run({ ...program, args: ['--require', USAGE_HOOK, ...program.args], env });
    return usageSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the program with this very Node, its output thrown away. Throws where it ends otherwise than it should. */
export function run({ args, env, folder, exitCode }: Program): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === exitCode) resolve();
      else reject(new Error(`node ${args.join(' ')} ended with ${String(code ?? signal)}`));
    });
  });
}
