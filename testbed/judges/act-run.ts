import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { JUDGES_FOLDER, ROOT } from './folders.ts';
import { LeftOut } from './judge.ts';
import { plainEnvironment } from './plain-environment.ts';
import { pythonProgram } from './python-packages.ts';

const LONGEST_RUN_MS = 150_000;

/** A line of act's log, as far as it is read here. */
interface ActLine {
  readonly msg: string;
  readonly job?: string;
  readonly jobResult?: string;
  readonly stage?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly kvPairs?: Readonly<Record<string, string>>;
  readonly raw_output?: boolean;
}

/** What act saw of a step; of several stages together, but for the results. */
export interface ActStep {
  readonly results: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly masks: ReadonlySet<string>;
  readonly annotations: readonly string[];
  readonly summary: string;
}

/** A job that act ran. */
export class ActJob {
  readonly #lines: readonly ActLine[];

  constructor(lines: readonly ActLine[]) {
    this.#lines = lines;
  }

  get result(): string {
    return this.#lines.find(({ jobResult }) => jobResult !== undefined)?.jobResult ?? 'none';
  }

  /** What its steps said, masked as act shows it. */
  get log(): string {
    const said = this.#lines.filter(({ raw_output: isOutput }) => isOutput === true);
    return said.map(({ msg }) => msg).join('');
  }

  step(id: string): ActStep {
    const lines = this.#lines.filter(({ stepID }) => stepID?.join('/') === id);
    const commands = (name: string): readonly ActLine[] => lines.filter(({ command }) => command === name);
    const results = lines.flatMap(({ stage = '', stepResult }) =>
      stepResult === undefined ? [] : [[stage, stepResult] as const],
    );
    return {
      results: Object.fromEntries(results),
      outputs: Object.fromEntries(commands('set-output').map(({ name = '', arg = '' }) => [name, arg])),
      masks: new Set(commands('add-mask').map(({ arg = '' }) => arg)),
      annotations: ['error', 'warning', 'notice'].flatMap(kind =>
        commands(kind).map(({ kvPairs }) => `${kind}: ${kvPairs?.['title'] ?? ''}`),
      ),
      summary: commands('summary')
        .map(({ content = '' }) => content)
        .join(''),
    };
  }
}

/** What to run: act's own arguments, and the secrets of the workflow. */
export interface ActOptions {
  readonly workflow: string;
  readonly args?: readonly string[];
  readonly secrets?: Readonly<Record<string, string>>;
  /** Folders that come first in the path of every step. */
  readonly programs?: readonly string[];
}

/**
 * Runs a workflow of this checkout with act, on the machine itself and without Docker, and gives its jobs by
 * name; one that did not run is not there. Ends the simulators that its steps left behind, as a runner does.
 *
 * @throws LeftOut where act cannot be had
 */
export async function runWithAct(options: ActOptions): Promise<ReadonlyMap<string, ActJob>> {
  const { workflow, args = [], secrets = {}, programs = [] } = options;
  const home = path.join(JUDGES_FOLDER, 'act');
  mkdirSync(home, { recursive: true });
  // One of its own: two judges may run at once.
  const cache = mkdtempSync(path.join(home, 'cache-'));
  const fixed = ['--json', '--no-cache-server', '--action-cache-path', cache];
  const platform = ['--platform', 'ubuntu-24.04=-self-hosted'];
  const given = Object.keys(secrets).flatMap(name => ['--secret', name]);
  const program = pythonProgram('act');
  const child = spawn(
    program,
    ['workflow_dispatch', '-W', workflow, ...platform, ...fixed, ...given, ...args],
    {
      cwd: ROOT,
      // No settings of whoever runs this.
      env: { ...plainEnvironment(programs), ...secrets, HOME: home, XDG_CONFIG_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LONGEST_RUN_MS,
    },
  );
  const trouble = text(child.stderr);
  const jobs = new Map<string, ActLine[]>();
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as ActLine;
    if (told.job === undefined) continue;
    const name = told.job.trim();
    jobs.set(name, [...(jobs.get(name) ?? []), told]);
    if (told.command === 'set-output' && told.name === 'pid') toEnd.push(Number(told.arg));
  }
  endSimulators();
  rmSync(cache, { recursive: true, force: true });
  if (jobs.size === 0)
    throw new LeftOut(`act ran nothing: ${(await trouble).trim().split('\n').at(-1) ?? ''}`);
  return new Map([...jobs].map(([name, lines]) => [name, new ActJob(lines)]));
}

/** The simulators that steps told the ids of. */
const toEnd: number[] = [];

function endSimulators(): void {
  for (const pid of toEnd.splice(0)) {
    try {
      process.kill(pid);
    } catch {
      // It has ended by itself.
    }
  }
}
