import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SUMMARY_LIMIT_BYTES } from './file-commands.ts';
import { splitLines } from './line-splitter.ts';

/** A file through which an action answers the runner, by the end of its variable's name. */
export type FileCommandName = 'OUTPUT' | 'STEP_SUMMARY' | 'STATE' | 'ENV' | 'PATH';

const FILE_COMMANDS: readonly FileCommandName[] = ['OUTPUT', 'STEP_SUMMARY', 'STATE', 'ENV', 'PATH'];

/** What became of a step's summary. */
export interface StepSummary {
  /** As GitHub gets it; null where nothing was written or more than the runner takes. */
  readonly shown: string | null;
  /** The file as the action left it; empty where it is gone. */
  readonly raw: string;
  /** Why it was dropped. */
  readonly fault: string | undefined;
}

/** The folder in which a step runs: workspace, temporary files, the files of the file commands. */
export class RunnerFolder implements Disposable {
  readonly workspace: string;
  readonly temp: string;
  readonly toolCache: string;
  readonly home: string;
  readonly eventFile: string;
  readonly #root: string;
  readonly #owned: boolean;

  /**
   * @param event written to the event file as JSON
   * @param folder the caller's own folder, which is then kept; otherwise a temporary one, which
   *   disposing deletes
   */
  constructor(event: unknown, folder?: string) {
    this.#owned = folder === undefined;
    this.#root = folder ?? mkdtempSync(path.join(os.tmpdir(), 'local-runner-'));
    this.workspace = path.join(this.#root, 'workspace');
    this.temp = path.join(this.#root, 'temp');
    this.toolCache = path.join(this.#root, 'tool-cache');
    this.home = path.join(this.#root, 'home');
    this.eventFile = path.join(this.temp, '_github_workflow', 'event.json');
    for (const each of [this.workspace, this.temp, this.toolCache, this.home]) {
      mkdirSync(each, { recursive: true });
    }
    mkdirSync(path.dirname(this.eventFile), { recursive: true });
    writeFileSync(this.eventFile, JSON.stringify(event));
    mkdirSync(path.join(this.temp, '_runner_file_commands'), { recursive: true });
    for (const name of FILE_COMMANDS) writeFileSync(this.#commandFile(name), '');
  }

  /** The variables that name the files of the file commands. */
  get fileVariables(): Readonly<Record<string, string>> {
    return Object.fromEntries(FILE_COMMANDS.map(name => [`GITHUB_${name}`, this.#commandFile(name)]));
  }

  /** The text of such a file; empty where the action deleted it, as the runner takes that. */
  read(name: FileCommandName): string {
    try {
      return readFileSync(this.#commandFile(name), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
      throw error;
    }
  }

  /** The step summary under the runner's rules: dropped whole beyond 1 MiB, masked line by line. */
  readSummary(mask: (text: string) => string): StepSummary {
    const raw = this.read('STEP_SUMMARY');
    if (raw === '') return { shown: null, raw, fault: undefined };
    const sizeBytes = statSync(this.#commandFile('STEP_SUMMARY')).size;
    if (sizeBytes > SUMMARY_LIMIT_BYTES) {
      const fault = `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.floor(sizeBytes / 1024)}k.`;
      return { shown: null, raw, fault };
    }
    const shown = splitLines(raw).map(line => `${mask(line)}\n`);
    return { shown: shown.join(''), raw, fault: undefined };
  }

  /** Deletes the folder, unless it is the caller's. */
  [Symbol.dispose](): void {
    // On Windows a file may be held for a moment after its process has ended.
    if (this.#owned) rmSync(this.#root, { recursive: true, force: true, maxRetries: 3 });
  }

  #commandFile(name: FileCommandName): string {
    return path.join(this.temp, '_runner_file_commands', name.toLowerCase());
  }
}
