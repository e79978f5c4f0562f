/**
 * Builds `dist/` from `src/`: the compiler's output, bundled into one readable file by ncc.
 * The output is the same, byte for byte, wherever it is built; `npm run check` relies on that.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { execNode } from './exec-node.ts';

/** Builds into `folder`, which is emptied first. Into `statsFile`, if given, goes what ncc knows of its modules. */
export function build(folder: string, statsFile?: string): void {
  rmSync('build', { recursive: true, force: true });
  execNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
  rmSync(folder, { recursive: true, force: true });
  execNode('node_modules/@vercel/ncc/dist/ncc/cli.js', [
    'build',
    'build/src/main.js',
    '--out',
    folder,
    '--license',
    'licenses.txt',
    '--quiet',
    ...(statsFile === undefined ? [] : ['--stats-out', statsFile]),
  ]);
  mkdirSync(folder, { recursive: true });
  // The step's post part is the same program, told so by a word that no environment can forge.
  writeFileSync(`${folder}/post.js`, "process.argv.push('--post');\nawait import('./index.js');\n");
  // The bundle is a module wherever it is copied to, without the repository's own package.json.
  writeFileSync(`${folder}/package.json`, '{ "type": "module" }\n');
}

if (import.meta.main) build('dist');
