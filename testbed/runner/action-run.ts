import type { Annotation } from './annotation.ts';
import type { LogLine } from './log-line.ts';
import type { Environment } from './runner-environment.ts';
import type { ObeyedCommand } from './workflow-commands.ts';

/** A signal that can be sent to the action. */
export type SignalName = 'SIGINT' | 'SIGTERM' | 'SIGKILL' | 'SIGHUP' | 'SIGSTOP' | 'SIGCONT';

/** How long the runner waits between the signals of a cancel. */
export interface CancelDelays {
  /** From SIGINT to SIGTERM. */
  readonly terminateAfterMs: number;
  /** From SIGTERM to SIGKILL. */
  readonly killAfterMs: number;
}

/** What to run, and in which surroundings. */
export interface RunActionOptions {
  /** The step's `with`. A key that is there gets no default, even if its value is empty. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Variables of the job; they win over the runner's own, `GITHUB_…` included. */
  readonly env?: Environment;
  /** The repository's `action.yml`, if not given. */
  readonly actionFile?: string;
  /** `main`, if not given. */
  readonly step?: 'main' | 'post';
  /** The Node binary; this process's own, if not given. */
  readonly node?: string;
  /** What the main step saved, for its post step. */
  readonly state?: Readonly<Record<string, string>>;
  /** The webhook payload in the file that `GITHUB_EVENT_PATH` names; `{}`, if not given. */
  readonly event?: unknown;
  /** What the defaults of inputs may ask for; both empty, if not given. The token is a secret. */
  readonly context?: { readonly token?: string; readonly checkRunId?: string };
  /** Values that are masked from the start, as the secrets of a workflow are. */
  readonly secrets?: readonly string[];
  /** A folder for workspace and temporary files that is kept; otherwise a temporary one. */
  readonly folder?: string;
  /** Is told each line of the log as soon as it is there. */
  readonly onLine?: (line: LogLine) => void;
  /** Sends a signal as soon as the text of a line of the log matches. */
  readonly signalAfter?: { readonly line: RegExp; readonly signal: SignalName };
  /** The runner's, if not given. */
  readonly cancelDelays?: CancelDelays;
  /** What lets the delays of a cancel pass; timers, if not given. A test can say itself when one is over. */
  readonly whenOver?: (delayMs: number, act: () => void) => void;
  /** How long to wait for the pipes of an action that has exited; the runner's 5 s, if not given. */
  readonly pipesAfterExitMs?: number;
  /** Whether to watch the memory of the process (Linux only). */
  readonly measureMemory?: boolean;
}

/** What came of a step. */
export interface ActionRun {
  /** Null where a signal ended the process. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What the step is for the workflow: a malformed file or a refused command is a failure too. */
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  /** The raw output, before any masking. */
  readonly stdout: string;
  readonly stderr: string;
  /** The log as it is kept: commands carried out, secrets masked, the runner's own lines included. */
  readonly lines: readonly LogLine[];
  /** The commands in the output that were obeyed. */
  readonly commands: readonly ObeyedCommand[];
  /** The annotations that the action made. */
  readonly annotations: readonly Annotation[];
  /** The annotations that the runner made. */
  readonly runnerIssues: readonly Annotation[];
  /** The values that are masked: the secrets given, and those that the action added. */
  readonly masks: readonly string[];
  /** From `GITHUB_OUTPUT` (and the deprecated command). */
  readonly outputs: Readonly<Record<string, string>>;
  /** From `GITHUB_STATE` (and the deprecated command). */
  readonly state: Readonly<Record<string, string>>;
  /** From `GITHUB_ENV`. */
  readonly exportedEnv: Readonly<Record<string, string>>;
  /** The summary as GitHub gets it; null where there is none, or more than 1 MiB of it. */
  readonly summary: string | null;
  /** The summary as the action wrote it. */
  readonly rawSummary: string;
  /** From the start of the process to its end. */
  readonly durationMs: number;
  /** Highest resident memory in KiB, where it was measured. */
  readonly peakMemoryKb: number | undefined;
}

/** A step under way. Disposing of it kills a process that still runs. */
export interface RunningAction extends AsyncDisposable {
  /** Settles when the process has ended and its files are read. Rejects where Node cannot be started. */
  readonly done: Promise<ActionRun>;
  /** Sends one signal. @returns whether there was a process to get it */
  readonly signal: (name: SignalName) => boolean;
  /** Cancels as the runner does: SIGINT, then SIGTERM, then SIGKILL, each after its delay. Once only. */
  readonly cancel: () => void;
}
