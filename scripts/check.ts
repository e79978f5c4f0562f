/**
 * Checks what the tests do not: types, lint, format, and that `dist/` is what the source builds. Makes
 * all checks, says of each failure in plain words what is wrong and what mends it, and ends non-zero
 * where there is one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from './build.ts';
import { execNode } from './exec-node.ts';
import { folderDifferences } from './folder-differences.ts';

interface Check {
  readonly title: string;
  /** Throws where the check fails; its message says what is wrong. */
  readonly make: () => void;
}

const CHECKS: readonly Check[] = [
  {
    title: 'The types hold',
    make: () => {
      program('the type checker', 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']);
    },
  },
  {
    title: 'The linter has nothing to say, not even a warning',
    make: () => {
      program('the linter', 'eslint/bin/eslint.js', ['--max-warnings', '0', '.']);
    },
  },
  {
    title: 'Every file is formatted',
    make: () => {
      program('the formatter', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'], {
        remedy: 'npm run format',
      });
    },
  },
  { title: 'dist/ is what the source builds', make: checkDist },
];

function program(
  what: string,
  binary: string,
  args: readonly string[],
  { remedy }: { readonly remedy?: string } = {},
): void {
  try {
    execNode(`node_modules/${binary}`, args);
  } catch (error) {
    const mend = remedy === undefined ? '' : `; this mends it: ${remedy}`;
    throw new Error(`${what} complains, its own words are above${mend}`, { cause: error });
  }
}

function checkDist(): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-dist-'));
  try {
    build(folder);
    const differences = folderDifferences('dist', folder);
    if (differences.length > 0) {
      throw new Error(
        `dist/ is not what the source builds (${differences.join('; ')}); this mends it: npm run build`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes one check and tells its result. @returns whether it holds */
function holds({ title, make }: Check): boolean {
  try {
    make();
    console.log(`ok      ${title}.`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${title}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

const failed = CHECKS.filter(check => !holds(check)).length;
console.log(
  failed === 0 ? 'All checks hold.' : `${failed} of ${CHECKS.length} checks failed; see FAILED above.`,
);
process.exitCode = failed === 0 ? 0 : 1;
