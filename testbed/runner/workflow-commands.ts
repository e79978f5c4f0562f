import type { Annotation, AnnotationKind } from './annotation.ts';
import { AnnotationList } from './annotation.ts';
import type { CommandText } from './command-syntax.ts';
import { parseCommand } from './command-syntax.ts';
import type { StreamName } from './line-splitter.ts';
import { splitLines } from './line-splitter.ts';
import type { LogLine } from './log-line.ts';
import { toLogLines } from './log-line.ts';
import { SecretMasker } from './secret-masker.ts';

/**
 * The commands that the runner knows (`ExtensionManager`); any other name leaves a line text.
 * `internal-set-repo-path` is for the runner's own plugins only.
 */
const COMMAND_NAMES = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
] as const;

type CommandName = (typeof COMMAND_NAMES)[number];

/** Commands whose own line is not repeated in the log while `echo` is on. */
const NEVER_ECHOED: readonly CommandName[] = ['add-mask', 'debug', 'error', 'notice', 'warning'];

/** A command that the runner obeyed. */
export interface ObeyedCommand extends CommandText {
  readonly stream: StreamName;
}

/** What the runner made of an action's output. */
export interface CommandReading {
  /** The log as it is kept: commands carried out, secrets masked. */
  readonly lines: readonly LogLine[];
  /** Every command that was obeyed, in the order of their arrival. */
  readonly commands: readonly ObeyedCommand[];
  /** The annotations that the action made. */
  readonly annotations: readonly Annotation[];
  /** The annotations that the runner itself made: refused commands, unexpected inputs, a cancel. */
  readonly runnerIssues: readonly Annotation[];
  /** The values that are masked, as they were given: secrets, `add-mask`, long stop tokens. */
  readonly masks: readonly string[];
  /** Set by the deprecated commands `set-output` and `save-state`. */
  readonly outputs: ReadonlyMap<string, string>;
  readonly state: ReadonlyMap<string, string>;
  /** Whether a command could not be carried out, which makes the step red. */
  readonly failed: boolean;
}

/** How the output of an action is read. */
export interface CommandReaderOptions {
  /** Values that are masked from the start, as the secrets of a workflow are. */
  readonly secrets?: readonly string[];
  /** Whether the step runs with debug logging; then debug lines show and `echo` is on. */
  readonly debug?: boolean;
  /** Is told each line of the log as soon as it is there. */
  readonly onLine?: (line: LogLine) => void;
}

/**
 * Reads an action's output by the rules of GitHub's runner, written from the runner's source
 * (`OutputManager`, `ActionCommandManager`, `ActionCommand`; actions/runner at 258d6c8, August 2026)
 * and not from what any action writes. Problem matchers are noted as commands and match nothing.
 */
export class CommandReader {
  readonly #options: CommandReaderOptions;
  readonly #masker = new SecretMasker();
  readonly #lines: LogLine[] = [];
  readonly #commands: ObeyedCommand[] = [];
  readonly #annotations = new AnnotationList(text => this.mask(text));
  readonly #runnerIssues = new AnnotationList(text => this.mask(text));
  readonly #outputs = new Map<string, string>();
  readonly #state = new Map<string, string>();
  #failed = false;
  #echo: boolean;
  #stopToken: string | undefined;

  constructor(options: CommandReaderOptions = {}) {
    this.#options = options;
    this.#echo = options.debug ?? false;
    for (const secret of options.secrets ?? []) this.#masker.addWithLines(secret);
  }

  /** Takes one line of the action's output, without its line end. */
  readLine(line: string, stream: StreamName): void {
    const command = parseCommand(line, name => this.#isKnown(name));
    if (command === undefined || !this.#obey(command, line, stream)) {
      // The runner keeps two markers for itself and spoils them in an action's text.
      this.#write(line.replaceAll(/##\[(?=(?:start|end)-action)/g, '##[\\'), 'action');
    }
  }

  /** Puts text into the log that the runner writes of its own accord; it may hold markers. */
  writeAsRunner(text: string): void {
    this.#write(text, 'runner');
  }

  /** An annotation of the runner's own, shown in the log too. It alone does not make the step red. */
  addRunnerIssue(kind: AnnotationKind, message: string): void {
    const issue = this.#runnerIssues.add(kind, message);
    if (issue.message !== '') this.#write(`##[${kind}]${issue.message}`, 'runner');
  }

  /** `text` with every secret known so far masked. */
  mask(text: string): string {
    return this.#masker.mask(text);
  }

  /** What was read so far. */
  get reading(): CommandReading {
    return {
      lines: [...this.#lines],
      commands: [...this.#commands],
      annotations: this.#annotations.all,
      runnerIssues: this.#runnerIssues.all,
      masks: this.#masker.values,
      outputs: new Map(this.#outputs),
      state: new Map(this.#state),
      failed: this.#failed,
    };
  }

  #isKnown(name: string): boolean {
    return isCommandName(name) || name === this.#stopToken?.toLowerCase();
  }

  /** @returns false where the line stays text: commands are stopped, and this is not the token */
  #obey(command: CommandText, line: string, stream: StreamName): boolean {
    if (this.#stopToken !== undefined) {
      if (command.name !== this.#stopToken.toLowerCase()) return false;
      this.#stopToken = undefined;
      this.#write(line, 'action');
      return true;
    }
    this.#commands.push({ ...command, stream });
    const { name } = command;
    if (!isCommandName(name)) return true;
    if (this.#echo && name !== 'stop-commands' && !NEVER_ECHOED.includes(name)) this.#write(line, 'action');
    this.#carryOut(name, command, line);
    return true;
  }

  #carryOut(name: CommandName, command: CommandText, line: string): void {
    const { data, properties } = command;
    switch (name) {
      case 'error':
      case 'warning':
      case 'notice':
        this.#annotate(name, data, properties);
        break;
      case 'group':
      case 'endgroup':
        this.#write(`##[${name}]${name === 'group' ? data : ''}`, 'action');
        break;
      case 'debug':
        if (this.#options.debug === true) {
          for (const text of data.split(/\r?\n/)) this.#write(`##[debug]${text}`, 'action');
        }
        break;
      case 'add-mask':
        this.#addMask(data);
        break;
      case 'stop-commands':
        this.#stop(data, line);
        break;
      case 'echo':
        this.#setEcho(data, line);
        break;
      case 'set-output':
      case 'save-state':
        this.#setDeprecated(name, properties.get('name'), data, line);
        break;
      case 'set-env':
      case 'add-path':
        this.#refuse(line, `The \`${name}\` command is disabled; an environment file does what it did.`);
        break;
      case 'add-matcher':
      case 'remove-matcher':
        break;
    }
  }

  #annotate(kind: AnnotationKind, message: string, properties: CommandText['properties']): void {
    const annotation = this.#annotations.add(kind, message, properties);
    if (annotation.message !== '') this.#write(`##[${kind}]${annotation.message}`, 'action');
  }

  #addMask(value: string): void {
    if (value.trim() === '') {
      this.addRunnerIssue('warning', "Can't add secret mask for empty string in ##[add-mask] command.");
      return;
    }
    if (this.#echo) this.#write('::add-mask::***', 'action');
    this.#masker.addWithLines(value);
  }

  #stop(token: string, line: string): void {
    if (token === '' || token.toLowerCase() === 'pause-logging' || isCommandName(token.toLowerCase())) {
      this.#refuse(line, 'A stop token must not be empty, `pause-logging` or the name of a command.');
      return;
    }
    this.#stopToken = token;
    if (token.length > 6) this.#masker.add(token);
    this.#write(line, 'action');
  }

  #setEcho(value: string, line: string): void {
    const mode = value.trim().toUpperCase();
    if (mode === 'ON' || mode === 'OFF') this.#echo = mode === 'ON';
    else this.#refuse(line, "Invalid echo command value. Possible values can be: 'on', 'off'.");
  }

  #setDeprecated(
    name: 'set-output' | 'save-state',
    key: string | undefined,
    value: string,
    line: string,
  ): void {
    this.addRunnerIssue('warning', `The \`${name}\` command is deprecated and will be disabled soon.`);
    if (key === undefined) this.#refuse(line, `Required field 'name' is missing in ##[${name}] command.`);
    else (name === 'set-output' ? this.#outputs : this.#state).set(key, value);
  }

  #refuse(line: string, reason: string): void {
    this.#failed = true;
    this.addRunnerIssue('error', `Unable to process command '${line}' successfully.`);
    this.addRunnerIssue('error', reason);
  }

  #write(text: string, writer: LogLine['writer']): void {
    for (const line of toLogLines(this.mask(text), writer)) {
      this.#lines.push(line);
      this.#options.onLine?.(line);
    }
  }
}

/**
 * Reads the whole output of an action at once. The runner reads the two streams side by side, in no
 * order that it promises; here stdout comes first.
 */
export function readWorkflowCommands(
  output: { readonly stdout: string; readonly stderr?: string },
  options: CommandReaderOptions = {},
): CommandReading {
  const reader = new CommandReader(options);
  for (const line of splitLines(output.stdout)) reader.readLine(line, 'stdout');
  for (const line of splitLines(output.stderr ?? '')) reader.readLine(line, 'stderr');
  return reader.reading;
}

function isCommandName(name: string): name is CommandName {
  return (COMMAND_NAMES as readonly string[]).includes(name);
}
