import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { expectedExitStatus } from '../../testbed/demo/command-lines.ts';
import { readSimulatorArguments } from '../../testbed/demo/arguments.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import { runProgram } from '../cli/run-cli.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = 'testbed/demo/simulator.ts';

/** The simulator as a process that has said all it says; `interrupt` is Ctrl+C. */
interface Playing {
  readonly told: string;
  readonly port: string;
  readonly interrupt: (
    signal?: NodeJS.Signals,
  ) => Promise<{ readonly exitCode: number | null; readonly stdout: string }>;
}

/** Plays while `use` looks on; ends the process whatever happens. */
async function playing(
  args: readonly string[],
  use: (simulator: Playing) => Promise<void>,
  program: readonly string[] = [PROGRAM],
): Promise<void> {
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] },
    // A group of its own, as a terminal has one that it sends Ctrl+C to.
    detached: true,
  });
  const kill = (signal: NodeJS.Signals): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, signal);
    }
  };
  let stdout = '';
  const closed = once(child, 'close') as Promise<[number | null]>;
  try {
    const told = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
        if (stdout.includes('Ctrl+C ends this.')) resolve(stdout);
      });
      void closed.then(() => {
        reject(new Error(`it ended early and said: ${stdout}`));
      });
    });
    await use({
      told,
      port: /endpoint +http:\/\/127\.0\.0\.1:(\d+)$/mu.exec(told)?.[1] ?? '',
      interrupt: async (signal = 'SIGINT') => {
        kill(signal);
        const [exitCode] = await closed;
        return { exitCode, stdout };
      },
    });
  } finally {
    kill('SIGKILL');
  }
}

/** What is to be pasted, as one script. */
function pasted(told: string): string {
  return told
    .split('\n')
    .filter(line => /^(?:export |node dist\/cli\.js )/u.test(line))
    .join('\n');
}

describe('the simulator alone', () => {
  const names: readonly ScenarioName[] = [
    'success',
    'failed-batch',
    'wrong-secret',
    'session-ends',
    'find-by-app',
    'oidc-renewal',
    'wrong-app',
  ];

  test.concurrent.each(names)(
    'plays %s: what it gives to paste works, and ends with the status that it says',
    async name => {
      const { expect: verdict } = findScenario(name);
      // Sessions would end sooner than a request with one takes, were they so much faster too.
      const scale = name === 'oidc-renewal' ? [] : ['--scale', '120'];
      await playing([name, ...scale], async ({ told, interrupt }) => {
        const { status, stdout } = await runProgram('sh', ['-c', pasted(told)], { cwd: ROOT });
        expect({ status, stdout }).toMatchObject({ status: expectedExitStatus(verdict) });
        expect(told).toContain(`Expected: verdict ${verdict}, exit status ${expectedExitStatus(verdict)}.`);
        expect((await interrupt()).stdout).toMatch(/Ended, after [1-9]\d* requests\.\n$/u);
      });
    },
  );

  test.concurrent.each(['SIGINT', 'SIGTERM'] as const)('ends well at %s', async signal => {
    await playing([], async ({ interrupt }) => {
      expect((await interrupt(signal)).exitCode).toBe(0);
    });
  });

  test.concurrent(
    'ends well at Ctrl+C as npm run starts it, which hands the signal on once more',
    async () => {
      const through = ['scripts/run.mjs', PROGRAM];
      const use = async ({ interrupt }: Playing): Promise<void> => {
        const { exitCode, stdout } = await interrupt();
        expect(exitCode).toBe(0);
        expect(stdout).toMatch(/Ended, after 0 requests\.\n$/u);
      };
      await playing([], use, through);
    },
  );

  test.concurrent('says plainly that a port is in use, and takes it when it is free', async () => {
    let port = '';
    await playing([], async simulator => {
      ({ port } = simulator);
      const second = await runProgram(process.execPath, [PROGRAM, '--port', port], { cwd: ROOT });
      expect(second).toStrictEqual({
        status: 1,
        stdout: '',
        stderr: `Port ${port} of 127.0.0.1 is in use by another program. Name another with --port, or leave it out for a free one.\n`,
      });
      await simulator.interrupt();
    });
    await playing(['--port', port], async again => {
      expect(again.port).toBe(port);
      await again.interrupt();
    });
  });

  test.concurrent.each([
    [['--list'], 0, /^scenario +verdict +what happens\n[^]*^failed-batch +failed /mu, /^$/u],
    [['--help'], 0, /npm run simulator -- <scenario>/u, /^$/u],
    [['failing-batch'], 2, /^$/u, /Perhaps you mean: failed-batch\.\nnpm run simulator -- --list/u],
    [['--port', 'x'], 2, /^$/u, /^--port wants a whole number from 1 to 65535\./u],
  ] as const)('answers %j', async (args, status, stdout, stderr) => {
    const run = await runProgram(process.execPath, [PROGRAM, ...args], { cwd: ROOT });
    expect(run.status).toBe(status);
    expect(run.stdout).toMatch(stdout);
    expect(run.stderr).toMatch(stderr);
  });
});

test.each([
  [[], { kind: 'run', scenario: 'success', timeScale: undefined, port: undefined }],
  [
    ['stuck', '--port', '8080', '--scale', '2.5'],
    { kind: 'run', scenario: 'stuck', timeScale: 2.5, port: 8080 },
  ],
  [['--port', '0'], { kind: 'mistake' }],
  [['--port', '65536'], { kind: 'mistake' }],
  [['--port', '1e3'], { kind: 'mistake' }],
  [['--scale', '0'], { kind: 'mistake' }],
  [['--time-scale', '2'], { kind: 'mistake' }],
  [['a', 'b'], { kind: 'mistake' }],
])('readSimulatorArguments reads %j', (args, request) => {
  expect(readSimulatorArguments(args)).toMatchObject(request);
});
