import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { SESSION } from '../action/run-gate.ts';
import { startStoryByLooks } from '../support/story-by-looks.ts';

export const CLI = path.join(fileURLToPath(new URL('../..', import.meta.url)), 'dist', 'cli.js');

/** A run of the built command that has ended. */
export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCli {
  readonly pid: number;
  signal(signal: NodeJS.Signals): void;
  readonly stdout: () => string;
}

export interface CliOptions {
  /** `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly meanwhile?: (cli: RunningCli) => Promise<void>;
}

/** Runs `dist/cli.js` as a process, with nothing of this process's environment but what starts it. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  return runProgram(process.execPath, [CLI, ...args], options);
}

/** Runs any program with the same surroundings. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { env = {}, cwd, meanwhile }: CliOptions = {},
): Promise<CliRun> {
  const told = { stdout: '', stderr: '' };
  const child = spawn(program, args, {
    env: definedOnly({ PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], ...env }),
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (told[name] += text));
  }
  const done = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const signal = (name: NodeJS.Signals): void => void child.kill(name);
  try {
    await meanwhile?.({ pid: child.pid ?? 0, signal, stdout: () => told.stdout });
    return { status: await done, ...told };
  } finally {
    child.kill('SIGKILL');
  }
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** What a wait needs besides its order: place, credentials and patience, as environment variables. */
export function surroundings({
  url,
  accessKeyId,
  accessKeySecret,
  securityToken,
}: Simulator): Record<string, string> {
  return {
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    ...(securityToken === undefined ? {} : { ALIBABA_CLOUD_SECURITY_TOKEN: securityToken }),
    ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou',
    SAE_ROLLOUT_GATE_ENDPOINT: url,
    SAE_ROLLOUT_GATE_MIN_POLL_INTERVAL: '40ms',
    SAE_ROLLOUT_GATE_MAX_POLL_INTERVAL: '150ms',
    SAE_ROLLOUT_GATE_MAX_CALLS_PER_MINUTE: '100000',
    SAE_ROLLOUT_GATE_REQUEST_TIMEOUT: '1m',
    SAE_ROLLOUT_GATE_TIMEOUT: '2m',
    SAE_ROLLOUT_GATE_DIAGNOSE: 'false',
  };
}

/** Has a simulator play a story that goes on with each look, while `use` runs what it likes against it. */
export async function withStory<Result>(
  scenario: ScenarioName | Scenario,
  use: (simulator: Simulator) => Promise<Result>,
): Promise<Result> {
  await using simulator = await startStoryByLooks({ scenario, accounts: [SESSION] });
  return await use(simulator);
}

/** Waits for the order of a scenario, by its id. */
export function waitInStory(
  scenario: ScenarioName | Scenario,
  args: readonly string[] = [],
  options: CliOptions = {},
): Promise<CliRun> {
  return withStory(scenario, async simulator => {
    const id = simulator.scenario.demo.inputs['changeOrderId'] ?? '';
    const env = { ...surroundings(simulator), ...options.env };
    return await runCli(['wait', '--change-order-id', id, ...args], { ...options, env });
  });
}
