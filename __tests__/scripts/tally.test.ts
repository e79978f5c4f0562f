import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const TALLY = fileURLToPath(new URL('../../scripts/tally.mjs', import.meta.url));

describe('the tally of a test run', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tally-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['is green where all passed', [12, 0, 0, true], '12 passed, 0 failed', 0],
    ['is red where a test failed', [12, 2, 0, false], '12 passed, 2 failed', 1],
    ['counts a file that could not be run', [12, 0, 1, false], '12 passed, 1 failed', 1],
    ['is red where no test was run', [0, 0, 0, true], '0 passed, 0 failed', 1],
    ['is red where jest is not content for another reason', [12, 0, 0, false], '12 passed, 0 failed', 1],
  ] as const)('%s', (_, [passed, failed, unrun, success], line, status) => {
    const file = path.join(folder, 'result.json');
    const result = {
      numPassedTests: passed,
      numFailedTests: failed,
      numRuntimeErrorTestSuites: unrun,
      success,
    };
    writeFileSync(file, JSON.stringify(result));
    expect(tally(file)).toStrictEqual({ line, status });
  });

  test('tells besides what was skipped', () => {
    const file = path.join(folder, 'result.json');
    const counts = { numPassedTests: 3, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 2 };
    writeFileSync(file, JSON.stringify({ ...counts, success: true }));
    expect(tally(file)).toStrictEqual({ line: '2 skipped\n3 passed, 0 failed', status: 0 });
  });

  test('is red where jest left no result', () => {
    expect(tally(path.join(folder, 'nothing'))).toStrictEqual({ line: '0 passed, 0 failed', status: 1 });
  });
});

function tally(file: string): { readonly line: string; readonly status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [TALLY, file], { encoding: 'utf8' });
  return { line: stdout.trimEnd(), status };
}
