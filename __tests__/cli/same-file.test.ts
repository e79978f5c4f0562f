import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCli, waitInStory } from './run-cli.ts';

function freshFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'sae-gate-same-file-'));
}

/** Runs the built command in a folder, with an input that is wrong: nothing is asked of anybody. */
function reportsInto(folder: string, report: string, junit: string, env: Record<string, string> = {}) {
  return runCli(['wait', '--change-order-id', '', '--report', report, '--junit', junit], {
    cwd: folder,
    env,
  });
}

const REFUSED = '--report, --junit: expected two files, got the same one twice.';

describe('two reports into one file are refused', () => {
  test.concurrent.each([
    ['x', './x'],
    ['x', 'folder/../x'],
    ['./x', path.join('.', '.', 'x')],
    ['folder/x', 'folder//x'],
  ])('%s and %s', async (report, junit) => {
    const folder = freshFolder();
    const run = await reportsInto(folder, report, junit);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(REFUSED);
    expect(existsSync(path.join(folder, 'x'))).toBe(false);
  });

  test.concurrent('by its whole path', async () => {
    const folder = freshFolder();
    expect((await reportsInto(folder, 'x', path.join(folder, 'x'))).stderr).toContain(REFUSED);
  });

  test.concurrent('by a link to the folder, which is found when both are written', async () => {
    const folder = freshFolder();
    mkdirSync(path.join(folder, 'real'));
    symlinkSync('real', path.join(folder, 'link'));
    expect((await reportsInto(folder, 'real/x', 'link/x')).stderr).toContain(REFUSED);
  });

  test.concurrent('by a link to a file that is not there yet', async () => {
    const folder = freshFolder();
    symlinkSync('x', path.join(folder, 'link'));
    expect((await reportsInto(folder, 'x', 'link')).stderr).toContain(REFUSED);
  });

  test.concurrent('by a hard link, of which nothing is overwritten', async () => {
    const folder = freshFolder();
    writeFileSync(path.join(folder, 'x'), 'before');
    linkSync(path.join(folder, 'x'), path.join(folder, 'y'));
    expect((await reportsInto(folder, 'x', 'y')).stderr).toContain(REFUSED);
    expect(readFileSync(path.join(folder, 'y'), 'utf8')).toBe('before');
  });
});

test.concurrent('two reports into two files are not', async () => {
  const folder = freshFolder();
  const run = await reportsInto(folder, 'x', 'y');
  expect(run.stderr).not.toContain('same file');
  expect(readFileSync(path.join(folder, 'y'), 'utf8')).toContain('<testsuites');
});

test.concurrent('the variables of the reports and of JSON are heeded by the built command', async () => {
  const folder = freshFolder();
  const run = await waitInStory('finished', [], {
    cwd: folder,
    env: {
      SAE_ROLLOUT_GATE_JUNIT: 'j.xml',
      SAE_ROLLOUT_GATE_REPORT: 'r.md',
      SAE_ROLLOUT_GATE_JSON: 'true',
    },
  });
  expect(run.status).toBe(0);
  expect(readFileSync(path.join(folder, 'j.xml'), 'utf8')).toContain('<testsuites');
  expect(readFileSync(path.join(folder, 'r.md'), 'utf8')).toContain('succeeded');
  expect(JSON.parse(run.stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ kind: 'result' });
});
