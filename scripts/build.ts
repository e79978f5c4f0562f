/**
 * Builds `dist/` from `src/`: the compiler's output, bundled by ncc into one readable file for the action
 * and one for the command. The output is the same, byte for byte, wherever it is built; `npm run check` relies on that.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import {
  halveIndents,
  layOutPackages,
  layOutShaken,
  stripComments,
  withoutBundlerNotes,
} from './bundle-parts.ts';
import { execNode } from './exec-node.ts';
import { treeHash } from './tree-hash.ts';

/** Builds into `folder`, which is emptied first. Into `statsFile`, if given, goes what ncc knows of its modules. */
export function build(folder: string, statsFile?: string): void {
  rmSync('build', { recursive: true, force: true });
  execNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
  tellSource('build/package.json');
  // What they say is in src/, which is beside the bundle; every runner would download and read it again.
  stripComments('build/src');
  halveIndents('build/src');
  layOutPackages('build/node_modules');
  layOutShaken('build/node_modules', 'build/src');
  rmSync(folder, { recursive: true, force: true });
  const stats = statsFile === undefined ? [] : ['--stats-out', statsFile];
  bundle('build/src/main.js', folder, ['--license', 'licenses.txt', ...stats]);
  mkdirSync(folder, { recursive: true });
  // The command is made of less than the action, so that its licences are among those.
  bundle('build/src/cli.js', 'build/command', []);
  copyFileSync('build/command/index.js', `${folder}/cli.js`);
  // The step's post part is the same program, told so by a word that no environment can forge.
  writeFileSync(`${folder}/post.js`, "process.argv.push('--post');\nawait import('./index.js');\n");
  // So is the wait for a free application, which idle/action.yml runs.
  writeFileSync(`${folder}/idle.js`, "process.argv.push('--idle');\nawait import('./index.js');\n");
  // The bundle is a module wherever it is copied to, without the repository's own package.json.
  writeFileSync(`${folder}/package.json`, '{ "type": "module" }\n');
}

/** Puts the hash of what is built beside the version: a commit's own hash cannot be known before the commit. */
function tellSource(file: string): void {
  const description = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...description, sourceTree: treeHash('src') }, undefined, 2));
}

function bundle(entry: string, folder: string, options: readonly string[]): void {
  execNode('node_modules/@vercel/ncc/dist/ncc/cli.js', [
    'build',
    entry,
    '--out',
    folder,
    '--quiet',
    ...options,
  ]);
  const file = `${folder}/index.js`;
  writeFileSync(file, withoutBundlerNotes(readFileSync(file, 'utf8')));
}

if (import.meta.main) build('dist');
