import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LARGEST_ARCHIVE_BYTES = 700_000;

/** What the runner downloads of a release: `git archive` of the last commit. */
function archive(): Buffer {
  const made = spawnSync('git', ['archive', '--format=tar.gz', '--worktree-attributes', 'HEAD'], {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(made.stderr.toString()).toBe('');
  return made.stdout;
}

/** The names of the files in a tar archive: in the headers, each a block of 512 bytes before its file. */
function filesIn(tar: Buffer): readonly string[] {
  const files: string[] = [];
  for (let at = 0; at + 512 <= tar.length;) {
    const field = (from: number, length: number): string =>
      tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/su, '');
    const name = field(0, 100);
    if (name === '') break;
    const bytes = parseInt(field(124, 12), 8);
    if (field(156, 1) === '0') files.push([field(345, 155), name].filter(Boolean).join('/'));
    at += 512 + Math.ceil(bytes / 512) * 512;
  }
  return files;
}

describe('the archive of a release', () => {
  const gzip = archive();
  const files = filesIn(gunzipSync(gzip));

  test('is at most 0.7 MB', () => {
    expect(gzip.length).toBeLessThan(LARGEST_ARCHIVE_BYTES);
  });

  test('holds what the action runs, and what a reviewer builds it from', () => {
    const action = readFileSync(path.join(ROOT, 'action.yml'), 'utf8');
    const run = [...action.matchAll(/^ {2}(?:main|post|pre): ['"]?([^'"\n]+)/gmu)].map(
      ([, file = '']) => file,
    );
    expect(run).toContain('dist/index.js');
    const needed = ['action.yml', ...run, 'dist/package.json', 'dist/licenses.txt', 'LICENSE', 'README.md'];
    const idle = readFileSync(path.join(ROOT, 'idle/action.yml'), 'utf8');
    const [, runsIdle = ''] = /^ {2}main: (\S+)$/mu.exec(idle) ?? [];
    needed.push('idle/action.yml', path.posix.join('idle', runsIdle));
    // The README points to it.
    needed.push('schema/report.schema.json');
    const built = [
      'package.json',
      'package-lock.json',
      'tsconfig.build.json',
      'scripts/build.ts',
      'src/main.ts',
    ];
    expect(files).toStrictEqual(expect.arrayContaining([...needed, ...built]));
  });

  test('holds no tests, no pictures and no second program', () => {
    expect(
      files.filter(file => /^(?:__tests__|docs|testbed|bench|\.github)\/|\.png$|^dist\/cli/u.test(file)),
    ).toStrictEqual([]);
  });
});
