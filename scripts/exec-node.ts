import { spawnSync } from 'node:child_process';

/** Runs a JavaScript program with this very Node and its output shown; throws where it does not end well. */
export function execNode(program: string, args: readonly string[]): void {
  const { status, error } = spawnSync(process.execPath, [program, ...args], { stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(status)}`);
}
