import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { OWN_FOLDER } from './folders.ts';
import { LeftOut } from './judge.ts';

const LOCK = path.join(OWN_FOLDER, 'package-lock.json');
const INSTALLED = path.join(OWN_FOLDER, 'node_modules/.package-lock.json');
const LONGEST_INSTALL_MS = 120_000;

/** Runs npm. @throws LeftOut where it fails, with what the reason is for: `the … cannot be installed here` */
export function npm(what: string, folder: string, args: readonly string[]): string {
  const { status, error, stdout, stderr } = spawnSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: LONGEST_INSTALL_MS,
  });
  if (status === 0) return stdout;
  const reason = error?.message ?? stderr.trim().split('\n')[0];
  throw new LeftOut(`${what} cannot be installed here: ${reason || `npm ended with ${String(status)}`}`);
}

/**
 * What one of the judges' own packages exports; they are installed where they are missing or not what the
 * lock file says.
 *
 * @throws LeftOut where that cannot be done on this machine
 */
export function judgesPackage(name: string): unknown {
  if (!existsSync(INSTALLED) || statSync(INSTALLED).mtimeMs < statSync(LOCK).mtimeMs) {
    console.error('> installing the npm packages of the judges (once; may take a minute)');
    npm('the npm packages', OWN_FOLDER, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  return createRequire(LOCK)(name) as unknown;
}
