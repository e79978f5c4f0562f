import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A Node process to be measured. */
export interface Program {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** The exit status that it ends with; any other one spoils the measurement. */
  readonly exitCode: number;
}

const MEMORY_HOOK = fileURLToPath(new URL('peak-memory-hook.cjs', import.meta.url));

/** Runs the program once. @returns milliseconds from its start to its end */
export async function wallMs(program: Program): Promise<number> {
  const startMs = performance.now();
  await run(program);
  return performance.now() - startMs;
}

/** Runs the program once. @returns its peak resident memory in KiB */
export async function peakMemoryKiB(program: Program): Promise<number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-memory-'));
  try {
    const file = path.join(folder, 'peak');
    const env = { ...program.env, BENCH_PEAK_MEMORY_FILE: file };
    await run({ ...program, args: ['--require', MEMORY_HOOK, ...program.args], env });
    return Number(readFileSync(file, 'utf8'));
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
