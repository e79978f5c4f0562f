/**
 * Runs one of this repository's own programs under Node 24, from a fresh clone on. Works on Node 20 and
 * newer. Installs the locked dependencies where they are missing or stale, and fetches Node 24 through the
 * npm package `node` where this machine has another version.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const USAGE = `node scripts/run.mjs path/to/program.ts [arguments]          a program of this repository
node scripts/run.mjs --bare path/to/program.ts [arguments]   one that needs no package: nothing is installed
node scripts/run.mjs --test [jest arguments]                 the tests

npm test and npm run do the same for what is used most: npm run lists it.`;

const MISTAKE = 2;
const NODE_PACKAGE = 'node@24.21.0';
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

function npm(what, folder, args) {
  console.error(`> ${what}`);
  const { status } = spawnSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(
      `npm ${args.join(' ')} ended with ${String(status)} in ${folder}; its own words are above.`,
    );
    process.exit(1);
  }
}

/** Installs what the lock file of `folder` names, unless the last install is newer than that lock. */
function ensureLockedDependencies(folder) {
  const installed = path.join(folder, 'node_modules', '.package-lock.json');
  const lock = path.join(folder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  npm(
    `installing the locked dependencies of ${path.relative(root, folder) || '.'} (once; may take a minute)`,
    folder,
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
  );
}

/** The path of a Node 24 binary: this process's own, or the one of the npm package `node`. */
function ensureNode24() {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const folder = path.join(root, '.node24');
  const packageFolder = path.join(folder, 'node_modules', 'node');
  const binary = path.join(packageFolder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  npm(`fetching Node 24, which is what the runner has (this is ${process.version})`, root, [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    NODE_PACKAGE,
  ]);
  if (!existsSync(binary)) {
    // npm may be set to run no install scripts; the package's own one is what puts the binary there.
    spawnSync(process.execPath, ['installArchSpecificPackage'], { cwd: packageFolder, stdio: 'inherit' });
  }
  if (!existsSync(binary)) {
    console.error(
      `The npm package ${NODE_PACKAGE} left no binary at ${binary}. Install Node 24 and try again.`,
    );
    process.exit(1);
  }
  return binary;
}

/** This process's environment, with Node 24 first and without a proxy for the servers on this machine itself. */
function environmentFor(node) {
  const withoutProxy = ['localhost', '127.0.0.1', '::1', process.env.no_proxy ?? process.env.NO_PROXY ?? ''];
  const noProxy = withoutProxy.filter(host => host !== '').join(',');
  const PATH = `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`;
  return { ...process.env, PATH, no_proxy: noProxy, NO_PROXY: noProxy };
}

/** Says what is wrong with how this was called, and how it is done; never returns. */
function refuse(mistake) {
  console.error(`${mistake}\n\n${USAGE}`);
  process.exit(MISTAKE);
}

/** The path of a program, absolute or from the root of the repository. */
function programAt(given) {
  if (given === undefined) refuse('Which program?');
  const program = path.resolve(root, given);
  if (!existsSync(program) || !statSync(program).isFile()) refuse(`There is no program ${given} here.`);
  return program;
}

/** The folders whose lock files say what a program needs, the repository's own first. */
function packageFolders(program) {
  const own = path.join(root, path.relative(root, program).split(path.sep)[0]);
  return [root, ...(existsSync(path.join(own, 'package-lock.json')) ? [own] : [])];
}

/** The arguments for Node, after everything that they need is there. */
function prepared([first, ...rest]) {
  if (first === '--test') {
    for (const folder of [root, path.join(root, 'testbed/conformance')]) ensureLockedDependencies(folder);
    return ['--experimental-vm-modules', path.join(root, 'node_modules/jest/bin/jest.js'), ...rest];
  }
  if (first === '--bare') return [programAt(rest[0]), ...rest.slice(1)];
  const program = programAt(first);
  for (const folder of packageFolders(program)) ensureLockedDependencies(folder);
  return [program, ...rest];
}

const args = prepared(process.argv.slice(2));
const node = ensureNode24();

const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
  cwd: root,
  stdio: 'inherit',
  env: environmentFor(node),
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', error => {
  console.error(`${node} could not be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
