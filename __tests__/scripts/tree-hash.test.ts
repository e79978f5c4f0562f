import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { treeHash } from '../../scripts/tree-hash.ts';

function git(folder: string, ...args: readonly string[]): string {
  const ran = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout.trim();
}

test('is what git calls the same folder, however its names are sorted', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-tree-'));
  try {
    const source = path.join(folder, 'src');
    // `a.ts` comes before `a/` and `a-b` before both, as git has it.
    for (const name of ['a.ts', 'a/b.ts', 'a-b/c.ts', 'a/d/e.ts', 'ä.ts', 'Z.ts']) {
      mkdirSync(path.dirname(path.join(source, name)), { recursive: true });
      writeFileSync(path.join(source, name), `${name}\n`);
    }
    git(folder, 'init', '--quiet');
    git(folder, 'add', '.');
    const whole = git(folder, 'write-tree');
    expect(treeHash(source)).toBe(git(folder, 'rev-parse', `${whole}:src`));
    writeFileSync(path.join(source, 'Z.ts'), 'another\n');
    expect(treeHash(source)).not.toBe(git(folder, 'rev-parse', `${whole}:src`));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
