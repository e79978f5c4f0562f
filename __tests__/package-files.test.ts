import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MOST_BYTES_OF_PROSE = 80_000;

interface Packed {
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

describe('the npm package', () => {
  // Asks no registry: it only lists.
  const out = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [{ files }] = JSON.parse(out) as [Packed];

  test('holds the command, what its documentation points to, and nothing else', () => {
    expect(files.map(file => file.path).toSorted()).toStrictEqual([
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'dist/cli.js',
      'dist/licenses.txt',
      'dist/package.json',
      'docs/command.md',
      'docs/idle.md',
      'package.json',
      'schema/report.schema.json',
    ]);
  });

  test('is a program with its manual, not a book', () => {
    const prose = files.filter(file => file.path.endsWith('.md')).map(({ size }) => size);
    expect(prose.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES_OF_PROSE);
  });

  test('has every file that its package.json and the README of the command name', () => {
    const { bin } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      readonly bin: Readonly<Record<string, string>>;
    };
    expect(files.map(file => file.path)).toStrictEqual(expect.arrayContaining(Object.values(bin)));
  });
});
