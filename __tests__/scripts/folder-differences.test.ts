import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { folderDifferences } from '../../scripts/folder-differences.ts';

describe('folderDifferences', () => {
  let root = '';
  const folder = (name: string, files: Readonly<Record<string, string>>): string => {
    const made = path.join(root, name);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(made, file)), { recursive: true });
      writeFileSync(path.join(made, file), text);
    }
    return made;
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'folder-differences-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  test('finds none between folders that hold the same', () => {
    const files = { 'index.js': 'a\nb\n', 'sub/licenses.txt': '' };
    expect(folderDifferences(folder('actual', files), folder('expected', files))).toStrictEqual([]);
  });

  test('names what is missing, too much or different, with the first line that differs', () => {
    const actual = folder('actual', { 'index.js': 'a\nb\nc\n', 'sub/chunk.js': '', 'longer.txt': 'a\nb' });
    const expected = folder('expected', { 'index.js': 'a\nB\nc\n', 'licenses.txt': '', 'longer.txt': 'a\n' });
    expect(folderDifferences(actual, expected)).toStrictEqual([
      'index.js differs from line 2 on',
      'licenses.txt is missing',
      'longer.txt differs from line 2 on',
      `${path.join('sub', 'chunk.js')} should not be there`,
    ]);
  });

  test('takes a folder that is not there for an empty one', () => {
    const expected = folder('expected', { 'index.js': '' });
    expect(folderDifferences(path.join(root, 'nowhere'), expected)).toStrictEqual(['index.js is missing']);
  });
});
