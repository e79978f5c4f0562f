import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { ownerIn, publishedAs, unreadyFor } from '../../scripts/publication.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const AS_ACME = { from: 'OWNER', to: 'acme', version: '1.2.0' };

describe('the owner and the version in a text', () => {
  test.each([
    ['a step', 'uses: OWNER/sae-rollout-gate@v0.1.0', 'uses: acme/sae-rollout-gate@v1.2.0'],
    [
      'a link',
      'https://github.com/OWNER/sae-rollout-gate/issues',
      'https://github.com/acme/sae-rollout-gate/issues',
    ],
    ['a code owner', '* @OWNER', '* @acme'],
    ['a pre-release', 'OWNER/sae-rollout-gate@v1.0.0-rc.1', 'acme/sae-rollout-gate@v1.2.0'],
    ['a SHA', 'OWNER/sae-rollout-gate@c0ffee', 'acme/sae-rollout-gate@c0ffee'],
    ['the author of a comment', '["OWNER", "MEMBER"]', '["OWNER", "MEMBER"]'],
    [
      'another repository',
      'uses: SOME-OWNER/sae-rollout-gate@v0.1.0',
      'uses: SOME-OWNER/sae-rollout-gate@v0.1.0',
    ],
  ])('%s', (_, before, after) => {
    expect(publishedAs(before, AS_ACME)).toBe(after);
  });

  test('a second owner takes the place of the first', () => {
    const moved = publishedAs('uses: acme/sae-rollout-gate@v1.2.0', {
      from: 'acme',
      to: 'corp',
      version: '1.2.0',
    });
    expect(moved).toBe('uses: corp/sae-rollout-gate@v1.2.0');
  });

  test.each(['', 'a/b', '-a', 'a--b', 'a b', 'x'.repeat(40)])('"%s" is no owner', to => {
    expect(() => publishedAs('', { ...AS_ACME, to })).toThrow('cannot be the name');
  });
});

describe('a document', () => {
  test.each([
    ['is ready', 'uses: acme/sae-rollout-gate@v1.2.0 if ["OWNER"]', []],
    ['without an owner is not', 'uses: OWNER/sae-rollout-gate@v1.2.0', ['a.md still says OWNER']],
    ['that speaks of the placeholder is not', 'Replace `OWNER`.', ['a.md still says OWNER']],
    [
      'that says that nothing is released is not',
      '0.1.0, not yet released',
      ['a.md still says that nothing'],
    ],
    ['that says so in Chinese is not', '本项目尚未发布', ['a.md still says that nothing']],
    ['of another version is not', 'uses: acme/sae-rollout-gate@v1.1.0', ['a.md names another version']],
  ])('%s', (_, text, wanted) => {
    const found = unreadyFor('1.2.0', { file: 'a.md', text });
    expect(found.map((line, index) => line.startsWith(wanted[index] ?? '!'))).toStrictEqual(
      wanted.map(() => true),
    );
  });
});

test('package.json says who the owner is, in a repository that can be found', () => {
  const manifest = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
  const owner = ownerIn(manifest);
  const { homepage, bugs } = JSON.parse(manifest) as {
    readonly homepage: string;
    readonly bugs: { readonly url: string };
  };
  expect(homepage).toBe(`https://github.com/${owner}/sae-rollout-gate#readme`);
  expect(bugs.url).toBe(`https://github.com/${owner}/sae-rollout-gate/issues`);
  expect(() => ownerIn('{}')).toThrow('names no repository');
});

test('the program sets both in every file of a repository that names it', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-published-'));
  try {
    const write = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    };
    const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
    const url = 'git+https://github.com/OWNER/sae-rollout-gate.git';
    write('package.json', JSON.stringify({ version: '0.2.0', repository: { url } }));
    write('docs/zh/a.md', 'OWNER/sae-rollout-gate@v0.1.0');
    write('.github/CODEOWNERS', '* @OWNER\n');
    write('src/a.ts', 'OWNER/sae-rollout-gate@v0.1.0');
    expect(spawnSync('git', ['init', '--quiet'], { cwd: folder }).status).toBe(0);
    const program = path.join(ROOT, 'scripts/published-as.ts');
    const { status, stderr } = spawnSync(process.execPath, [program, 'acme'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stderr]).toStrictEqual([0, '']);
    expect(ownerIn(read('package.json'))).toBe('acme');
    expect(read('docs/zh/a.md')).toBe('acme/sae-rollout-gate@v0.2.0');
    expect(read('.github/CODEOWNERS')).toBe('* @acme\n');
    expect(read('src/a.ts')).toContain('OWNER');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
