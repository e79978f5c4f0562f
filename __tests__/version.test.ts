import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { stepSetup } from '../testbed/demo/step-setup.ts';
import { runAction } from '../testbed/runner/run-action.ts';
import { perRequest } from '../testbed/simulator/pace.ts';
import { startSimulator } from '../testbed/simulator/server.ts';
import { runGate } from './action/run-gate.ts';
import { runWithGitHub } from './check/run-with-github.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const versionIn = (file: string): string =>
  (JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as { readonly version: string }).version;
const VERSION = versionIn('package.json');

describe('the version', () => {
  test('stands in package.json alone; the lock file repeats it', () => {
    expect(VERSION).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u);
    expect(versionIn('package-lock.json')).toBe(VERSION);
    const source = path.join(ROOT, 'src');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.ts'),
    );
    const repeating = files.filter(file => readFileSync(path.join(source, file), 'utf8').includes(VERSION));
    expect(files.length).toBeGreaterThan(100);
    expect(repeating).toStrictEqual([]);
  });

  test('is told in the first line of the log, and to SAE', async () => {
    const { lines, requests } = await runGate({ scenario: 'finished' });
    const [first] = lines.filter(({ writer }) => writer === 'action');
    expect(first?.text).toBe(`sae-rollout-gate ${VERSION}`);
    expect(requests.map(({ headers }) => headers['user-agent'])).toStrictEqual([
      `sae-rollout-gate/${VERSION}`,
    ]);
  });

  test('is told to STS, and to who gives out ID tokens', async () => {
    await using simulator = await startSimulator({ scenario: 'oidc-renewal', pace: perRequest(60_000) });
    await using action = runAction(stepSetup(simulator));
    await action.done;
    const told = new Map(
      simulator.requests.map(({ action: call, headers }) => [call, headers['user-agent']]),
    );
    expect([...told.keys()]).toEqual(expect.arrayContaining(['GetIdToken', 'AssumeRoleWithOIDC']));
    expect(new Set(told.values())).toStrictEqual(new Set([`sae-rollout-gate/${VERSION}`]));
  });

  test('is told to GitHub', async () => {
    const { github } = await runWithGitHub({ scenario: 'finished' });
    const agents = new Set(github.requests.map(({ headers }) => headers['user-agent']?.split(' ')[0]));
    expect(agents).toStrictEqual(new Set([`sae-rollout-gate/${VERSION}`]));
  });
});
