import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { ActionManifest, ResolvedInputs } from './action-manifest.ts';
import { inputVariable, readActionManifest, resolveInputs } from './action-manifest.ts';
import type { ActionRun, CancelDelays, RunActionOptions, RunningAction, SignalName } from './action-run.ts';
import { readKeyValueFile } from './file-commands.ts';
import type { StreamName } from './line-splitter.ts';
import { LineSplitter } from './line-splitter.ts';
import type { LogLine } from './log-line.ts';
import { PeakMemory } from './peak-memory.ts';
import type { Environment } from './runner-environment.ts';
import { runnerEnvironment } from './runner-environment.ts';
import { RunnerFolder } from './runner-folder.ts';
import { CommandReader } from './workflow-commands.ts';

/** The runner's own delays (`ProcessInvoker`). */
export const RUNNER_CANCEL_DELAYS: CancelDelays = { terminateAfterMs: 7_500, killAfterMs: 2_500 };

/** How long the runner waits for the pipes of an action that has exited (`ProcessInvoker`). */
const PIPES_AFTER_EXIT_MS = 5_000;

/**
 * Runs a JavaScript action as GitHub's runner would: inputs and defaults from `action.yml`, a clean
 * environment, no standard input, the workspace as working folder.
 *
 * @throws Error at once where `action.yml` cannot be used or lacks the step
 */
export function runAction(options: RunActionOptions): RunningAction {
  return new ActionStep(options);
}

class ActionStep implements RunningAction {
  readonly done: Promise<ActionRun>;
  readonly #options: RunActionOptions;
  readonly #folder: RunnerFolder;
  readonly #reader: CommandReader;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #output: Record<StreamName, string> = { stdout: '', stderr: '' };
  readonly #splitters = {
    stdout: new LineSplitter(line => {
      this.#reader.readLine(line, 'stdout');
    }),
    stderr: new LineSplitter(line => {
      this.#reader.readLine(line, 'stderr');
    }),
  } satisfies Record<StreamName, LineSplitter>;
  readonly #startedAtMs: number;
  readonly #memory: PeakMemory | undefined;
  readonly #timers = new Set<NodeJS.Timeout>();
  #signalled = false;
  #cancelled = false;
  #fileFailed = false;

  constructor(options: RunActionOptions) {
    this.#options = options;
    const { step = 'main', env = {}, node = process.execPath, context = {} } = options;
    const actionFile = options.actionFile ?? fileURLToPath(new URL('../../action.yml', import.meta.url));
    const manifest = readActionManifest(actionFile);
    const program = programOf(manifest, step, actionFile);
    const inputs = resolveInputs(manifest, options.inputs ?? {}, expressionValues(context));
    this.#reader = new CommandReader({
      secrets: [...(options.secrets ?? []), context.token ?? ''].filter(secret => secret !== ''),
      debug: env['RUNNER_DEBUG'] === '1',
      onLine: line => {
        this.#onLine(line);
      },
    });
    this.#folder = new RunnerFolder(options.event ?? {}, options.folder);
    this.#introduce(step, manifest, inputs);
    const stepVariables = { ...inputVariables(inputs), ...stateVariables(options.state ?? {}) };
    this.#startedAtMs = performance.now();
    this.#child = spawn(node, [program], {
      cwd: this.#folder.workspace,
      env: runnerEnvironment({ folder: this.#folder, node, stepVariables, env }),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl+C in a terminal reaches the action as a cancel only, not twice.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const { pid } = this.#child;
    this.#memory = options.measureMemory === true && pid !== undefined ? new PeakMemory(pid) : undefined;
    this.#read('stdout');
    this.#read('stderr');
    this.done = this.#finish();
  }

  readonly signal = (name: SignalName): boolean => this.#child.kill(name);

  readonly cancel = (): void => {
    if (this.#cancelled) return;
    this.#cancelled = true;
    const { terminateAfterMs, killAfterMs } = this.#options.cancelDelays ?? RUNNER_CANCEL_DELAYS;
    const whenOver =
      this.#options.whenOver ??
      ((delayMs, act) => {
        this.#after(delayMs, act);
      });
    this.signal('SIGINT');
    whenOver(terminateAfterMs, () => this.signal('SIGTERM'));
    whenOver(terminateAfterMs + killAfterMs, () => this.signal('SIGKILL'));
  };

  async [Symbol.asyncDispose](): Promise<void> {
    this.signal('SIGKILL');
    await this.done.catch(() => undefined);
  }

  /** The lines that the runner writes before the action's own. */
  #introduce(step: 'main' | 'post', manifest: ActionManifest, inputs: ResolvedInputs): void {
    if (inputs.unexpected.length > 0) {
      const valid = manifest.inputs.map(({ name }) => name).join("', '");
      this.#reader.addRunnerIssue(
        'warning',
        `Unexpected input(s) '${inputs.unexpected.join("', '")}', valid inputs are ['${valid}']`,
      );
    }
    if (step === 'post') {
      this.#reader.writeAsRunner('Post job cleanup.');
      return;
    }
    const shownInputs = [...inputs.values].filter(([, value]) => value !== '');
    // The runner lists the variables of the workflow; those it made itself are not among them.
    const shownEnv = Object.entries(this.#options.env ?? {}).filter(
      ([name]) => !/^(?:GITHUB|RUNNER|ACTIONS)_/.test(name),
    );
    this.#reader.writeAsRunner('##[group]Run ./');
    for (const [heading, entries] of [
      ['with:', shownInputs],
      ['env:', shownEnv],
    ] as const) {
      if (entries.length > 0) this.#reader.writeAsRunner(heading);
      for (const [name, value] of entries) this.#reader.writeAsRunner(`  ${name}: ${value}`);
    }
    this.#reader.writeAsRunner('##[endgroup]');
  }

  #onLine(line: LogLine): void {
    this.#options.onLine?.(line);
    const { signalAfter } = this.#options;
    if (signalAfter === undefined || this.#signalled || line.writer === 'runner') return;
    if (line.text.search(signalAfter.line) < 0) return;
    this.#signalled = true;
    this.signal(signalAfter.signal);
  }

  #read(stream: StreamName): void {
    this.#child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      this.#output[stream] += chunk;
      this.#splitters[stream].write(chunk);
    });
  }

  async #finish(): Promise<ActionRun> {
    try {
      const { exitCode, signal } = await this.#ended();
      const durationMs = performance.now() - this.#startedAtMs;
      this.#splitters.stdout.end();
      this.#splitters.stderr.end();
      return this.#result({ exitCode, signal, durationMs, peakMemoryKb: this.#memory?.stop() });
    } finally {
      this.#memory?.stop();
      for (const timer of this.#timers) clearTimeout(timer);
      this.#folder[Symbol.dispose]();
    }
  }

  #ended(): Promise<Pick<ActionRun, 'exitCode' | 'signal'>> {
    return new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('exit', () => {
        // A process that the action left behind may hold the pipes open for ever.
        this.#after(this.#options.pipesAfterExitMs ?? PIPES_AFTER_EXIT_MS, () => {
          // What lies in them is read first, however late this timer is: Node reads before its immediates.
          setImmediate(() => {
            this.#child.stdout.destroy();
            this.#child.stderr.destroy();
          });
        });
      });
      this.#child.once('close', (exitCode, signal) => {
        resolve({ exitCode, signal });
      });
    });
  }

  #result(end: Pick<ActionRun, 'exitCode' | 'signal' | 'durationMs' | 'peakMemoryKb'>): ActionRun {
    const summary = this.#folder.readSummary(text => this.#reader.mask(text));
    if (summary.fault !== undefined) this.#reader.addRunnerIssue('error', summary.fault);
    const files = {
      state: this.#readFile('STATE'),
      outputs: this.#readFile('OUTPUT'),
      env: this.#readFile('ENV'),
    };
    if (this.#cancelled) this.#reader.addRunnerIssue('error', 'The operation was canceled.');
    const { failed, outputs, state, ...reading } = this.#reader.reading;
    const isGreen = end.exitCode === 0 && !failed && !this.#fileFailed;
    return {
      ...end,
      ...this.#output,
      ...reading,
      conclusion: this.#cancelled ? 'cancelled' : isGreen ? 'success' : 'failure',
      outputs: Object.fromEntries([...outputs, ...files.outputs]),
      state: Object.fromEntries([...state, ...files.state]),
      exportedEnv: Object.fromEntries(files.env),
      summary: summary.shown,
      rawSummary: summary.raw,
    };
  }

  #readFile(name: 'STATE' | 'OUTPUT' | 'ENV'): ReadonlyMap<string, string> {
    const { values, fault } = readKeyValueFile(this.#folder.read(name));
    if (fault !== undefined) {
      this.#fileFailed = true;
      this.#reader.addRunnerIssue(
        'error',
        `Unable to process file command '${name.toLowerCase()}' successfully.`,
      );
      this.#reader.addRunnerIssue('error', fault);
    }
    return values;
  }

  #after(delayMs: number, act: () => void): void {
    this.#timers.add(setTimeout(act, delayMs));
  }
}

function programOf(manifest: ActionManifest, step: 'main' | 'post', actionFile: string): string {
  const program = manifest[step];
  if (program === undefined) throw new Error(`${actionFile} declares no runs.${step}`);
  return path.resolve(path.dirname(actionFile), program);
}

function expressionValues(context: NonNullable<RunActionOptions['context']>): Record<string, string> {
  return { 'github.token': context.token ?? '', 'job.check_run_id': context.checkRunId ?? '' };
}

function inputVariables(inputs: ResolvedInputs): Environment {
  return Object.fromEntries([...inputs.values].map(([name, value]) => [inputVariable(name), value]));
}

function stateVariables(state: Readonly<Record<string, string>>): Environment {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}
