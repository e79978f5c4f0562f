import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inputVariable, readActionManifest, resolveInputs } from '../../testbed/runner/action-manifest.ts';
import { readKeyValueFile } from '../../testbed/runner/file-commands.ts';
import { runnerEnvironment } from '../../testbed/runner/runner-environment.ts';
import { RunnerFolder } from '../../testbed/runner/runner-folder.ts';

const ACTION_FILE = fileURLToPath(new URL('../../action.yml', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

const LONGEST_RUN_MS = 120_000;

/** What the gate left, whose output nobody read. */
export interface UnreadRun {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly rawSummary: string;
  readonly durationMs: number;
}

export interface UnreadOptions {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The descriptors for its standard output and standard error. */
  readonly stdout: number;
  readonly stderr: number;
}

/** Runs the built action as the local runner does, but with these descriptors in the place of its pipes. */
export async function runUnread({ inputs, env = {}, stdout, stderr }: UnreadOptions): Promise<UnreadRun> {
  using folder = new RunnerFolder({});
  const { values } = resolveInputs(readActionManifest(ACTION_FILE), inputs, {
    'github.token': '',
    'job.check_run_id': '',
  });
  const node = process.execPath;
  const stepVariables = Object.fromEntries([...values].map(([name, value]) => [inputVariable(name), value]));
  const startMs = performance.now();
  const child = spawn(node, [PROGRAM], {
    cwd: folder.workspace,
    env: runnerEnvironment({ folder, node, stepVariables, env }),
    stdio: ['ignore', stdout, stderr],
    // A gate that hangs is a failure of the test, and not of the machine.
    timeout: LONGEST_RUN_MS,
    killSignal: 'SIGKILL',
  });
  const ended = await new Promise<Pick<UnreadRun, 'exitCode' | 'signal'>>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      resolve({ exitCode, signal });
    });
  });
  return {
    ...ended,
    outputs: Object.fromEntries(readKeyValueFile(folder.read('OUTPUT')).values),
    rawSummary: folder.read('STEP_SUMMARY'),
    durationMs: performance.now() - startMs,
  };
}
