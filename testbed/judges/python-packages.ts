import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { JUDGES_FOLDER, OWN_FOLDER } from './folders.ts';
import { LeftOut } from './judge.ts';

const LOCK = path.join(OWN_FOLDER, 'requirements.txt');
const ENVIRONMENT = path.join(JUDGES_FOLDER, 'python');
const INSTALLED = path.join(ENVIRONMENT, 'installed.txt');
const LONGEST_INSTALL_MS = 150_000;

/**
 * The path of a program of the judges' own Python environment, which is made where it is missing or not
 * what `requirements.txt` says.
 *
 * @throws LeftOut where that cannot be done on this machine
 */
export function pythonProgram(name: string): string {
  const lock = readFileSync(LOCK, 'utf8');
  if (!existsSync(INSTALLED) || readFileSync(INSTALLED, 'utf8') !== lock) install(lock);
  const program = path.join(ENVIRONMENT, 'bin', name);
  if (!existsSync(program)) throw new LeftOut(`the Python packages brought no program ${name}`);
  return program;
}

function install(lock: string): void {
  console.error('> installing the Python packages of the judges (once; may take a minute)');
  rmSync(ENVIRONMENT, { recursive: true, force: true });
  mkdirSync(JUDGES_FOLDER, { recursive: true });
  run('python3', ['-m', 'venv', ENVIRONMENT]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-input', '--retries=1', '--disable-pip-version-check'];
  const locked = ['--require-hashes', '-r', LOCK];
  run(path.join(ENVIRONMENT, 'bin/python'), [...pip, ...locked]);
  writeFileSync(INSTALLED, lock);
}

function run(program: string, args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: LONGEST_INSTALL_MS,
  });
  if (status === 0) return;
  const reason = error?.message ?? stderr.trim().split('\n').at(-1) ?? `it ended with ${String(status)}`;
  throw new LeftOut(`the Python packages cannot be installed here: ${reason}`);
}
