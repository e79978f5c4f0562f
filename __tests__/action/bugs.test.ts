import { describe, expect, test } from '@jest/globals';
import type { GateRun } from './run-gate.ts';
import { runGate } from './run-gate.ts';
import { errorOf, expectVerdict } from './sound-run.ts';

/** Runs the gate in a Node in which `script` was run before. */
function runWith(script: string, inputs: Readonly<Record<string, string>> = {}): Promise<GateRun> {
  const module = `data:text/javascript,${encodeURIComponent(script)}`;
  return runGate({ scenario: 'finished', inputs, env: { NODE_OPTIONS: `--import=${module}` } });
}

const THROWN = [
  'new Error("broken")',
  'new TypeError("broken", { cause: 1 })',
  '"broken"',
  'undefined',
  'null',
  '0',
  '{ broken: true }',
  'Symbol("broken")',
  'Object.create(null)',
];

describe('anything thrown, of any type, is red', () => {
  test.concurrent.each(THROWN)('on the way to a request: %s', async thrown => {
    // The signature needs the date: what throws there throws in the middle of a look.
    const run = await runWith(
      `const { toISOString } = Date.prototype; let broken = false;
       Date.prototype.toISOString = function () {
         if (broken) return toISOString.call(this);
         broken = true; throw (${thrown});
       };`,
    );
    expectVerdict(run, 'error');
    expect(run.requests).toHaveLength(0);
    expect(errorOf(run).message).toContain('The gate itself failed');
  });

  test.concurrent.each(THROWN)('outside of everything, at the start: %s', async thrown => {
    const run = await runWith(`setTimeout(() => { throw (${thrown}); }, 0);`);
    expectRed(run);
  });

  test.concurrent('outside of everything, told in the language that is asked for', async () => {
    const run = await runWith('setTimeout(() => { throw new Error("broken"); }, 0);', { language: 'zh' });
    expectRed(run);
    expect(run.stdout).toContain('门禁自身出错');
  });

  test.concurrent.each(THROWN)('in a promise that nobody awaits: %s', async thrown => {
    const run = await runWith(`setTimeout(() => { void Promise.reject(${thrown}); }, 0);`);
    expectRed(run);
  });

  function expectRed({ exitCode, signal, annotations, stderr, stdout }: GateRun): void {
    expect({ exitCode, signal }).toStrictEqual({ exitCode: 1, signal: null });
    expect(annotations.filter(({ kind }) => kind === 'error')).toHaveLength(1);
    expect(`${stderr}${stdout}`).not.toMatch(/^\s+at /m);
  }
});

describe('an end that nobody foresaw is red', () => {
  test.concurrent('when Node ends the process early', async () => {
    const run = await runWith('setTimeout(() => process.exit(), 0);');
    expect(run.exitCode).toBe(1);
  });
});
