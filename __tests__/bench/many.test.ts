import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { installed } from '../../bench/installed-bytes.ts';
import { endMsOf, manyOrders } from '../../bench/many-orders.ts';
import { median } from '../../bench/statistics.ts';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';

describe('the orders of the benchmark', () => {
  test('are the same for the same seed, and others for another', () => {
    const ends = (seed: number): readonly number[] => manyOrders(20, seed).map(endMsOf);
    expect(ends(1)).toStrictEqual(ends(1));
    expect(ends(1)).not.toStrictEqual(ends(2));
  });

  test('take ten minutes in the middle, each of an application of its own', () => {
    const orders = manyOrders(2_000, 3);
    expect(median(orders.map(endMsOf)) / 60_000).toBeCloseTo(10, 0);
    expect(new Set(orders.map(({ id }) => id)).size).toBe(2_000);
    expect(new Set(orders.map(({ app }) => app.id)).size).toBe(2_000);
  });
});

describe('scaled time', () => {
  test('lets a minute pass in a second, for every clock and timer of a process', () => {
    const hook = fileURLToPath(new URL('../../bench/scaled-time-hook.cjs', import.meta.url));
    const program = `
      import { performance } from 'node:perf_hooks';
      import { setTimeout as timer } from 'node:timers';
      const [monotonic, wall, dated] = [performance.now(), Date.now(), new Date().getTime()];
      setTimeout(() => timer(() => console.log(JSON.stringify([
        performance.now() - monotonic, Date.now() - wall, new Date().getTime() - dated,
      ])), 3000), 3000);
    `;
    const env = { BENCH_TIME_SCALE: '60', BENCH_EPOCH_MS: String(Date.now()) };
    const args = ['--require', hook, '--input-type=module', '--eval', program];
    const passed = JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' })) as number[];
    expect(passed).toHaveLength(3);
    for (const ms of passed) expect(ms).toBeGreaterThanOrEqual(5_800);
  });
});

describe('what is installed', () => {
  test('is a package with those that it needs, each as Node finds it, and none that nobody needs', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'installed-'));
    try {
      const packages = {
        '': {},
        'node_modules/a': { dependencies: { b: '1', c: '1' } },
        'node_modules/a/node_modules/b': { dependencies: { a: '1' } },
        'node_modules/b': {},
        'node_modules/c': {},
      };
      writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages }));
      for (const [index, name] of Object.keys(packages).entries()) {
        mkdirSync(path.join(folder, name, 'lib'), { recursive: true });
        if (name !== '') writeFileSync(path.join(folder, name, 'lib', 'code.js'), '.'.repeat(10 ** index));
      }
      expect(installed(folder, ['a'])).toStrictEqual({ bytes: 10 + 100 + 10_000, files: 3, packages: 3 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the script on the official stack', () => {
  const script = fileURLToPath(new URL('../../testbed/conformance/minimal-gate.mjs', import.meta.url));

  test.each<[ScenarioName, number, number]>([
    ['finished', 0, 2],
    ['terminated', 1, 6],
  ])('ends an order that is %s with exit status %i', async (scenario, exitCode, status) => {
    // The story is over before the script's first look.
    await using simulator = await startSimulator({ scenario, timeScale: 1_000_000 });
    const { url, accessKeyId, accessKeySecret } = simulator;
    const env = {
      SAE_ENDPOINT: url,
      ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    };
    const ended = await new Promise<unknown>(resolve => {
      execFile(process.execPath, [script, DEMO_ORDER_ID], { env }, (error, stdout) => {
        resolve([error === null ? 0 : error.code, stdout]);
      });
    });
    expect(ended).toStrictEqual([exitCode, `status ${status}\n`]);
  });
});
