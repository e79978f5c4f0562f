import type { Task } from '../rollout/verdicts.ts';
import { EXIT_STATUS } from '../rollout/verdicts.ts';
import { isStepGreen } from '../endings/ending.ts';
import { runStep } from '../gate/run-gate.ts';
import type { StepEnding } from '../endings/ending.ts';
import type { World } from '../gate/world.ts';
import type { Environment, LanguageName } from '../inputs/table.ts';
import { LANGUAGE_NAMES, secretsIn } from '../inputs/table.ts';
import type { Board, Onlooker } from '../report/board.ts';
import { endReports } from '../report/ending.ts';
import { safeLine, thrownText } from '../text/clean.ts';
import type { Toolkit } from '../report/reporter.ts';
import type { Redactor } from '../text/secrets.ts';
import type { Words } from '../words/words.ts';
import { readCommandLine } from './command-line.ts';
import type { CommandLineFault } from '../inputs/flags.ts';
import { commandWords } from './wording.ts';
import { runDoctor } from './doctor.ts';
import { exitNameOf } from './exit-status.ts';
import { flagVariable } from '../inputs/flags.ts';
import { helpText } from './help.ts';
import { JsonLines } from './json-lines.ts';
import { junitXml, unfinishedJunitXml } from './junit.ts';
import { LiveView } from './live-view.ts';
import { printInputErrors } from './input-errors.ts';
import type { CommandLine, WaitRequest } from './command-line.ts';
import type { CommandWorld } from './command-world.ts';
import { commandEnvironment } from './environment.ts';
import { beginReports, textToolkit } from './text-toolkit.ts';
import { PlainScreen } from './terminal.ts';

/**
 * Runs the command and returns its exit status: 0 for a rollout that provably succeeded, for an application
 * that is free, and for help and version if used alone. Never rejects.
 */
export async function runCommand(world: CommandWorld): Promise<number> {
  const line = readCommandLine(world.args, world.env);
  const language = languageFor(line, world.env);
  const words = commandWords(world.catalogue[language]);
  switch (line.kind) {
    case 'help':
      world.stdout.write(helpText(words, world.version));
      return EXIT_STATUS.succeeded;
    case 'version':
      world.stdout.write(`${versionLine(world, words)}\n`);
      return EXIT_STATUS.succeeded;
    case 'faults':
      return printInputErrors(line.faults, world, words, line);
    case 'doctor':
      return runDoctor(world, line, words);
    case 'wait':
    case 'idle':
      return new WaitCommand(world, line, words).run();
  }
}

function versionLine({ version, sourceTree }: CommandWorld, words: Words): string {
  const built = sourceTree === undefined ? '' : words.aside(words.command.sourceTree(sourceTree));
  return `${words.log.started(version)}${built}`;
}

/** Success only if the step passes in the task that it was started for. */
function exitStatusOf(step: StepEnding, task: Task): number {
  const exitStatus = EXIT_STATUS[exitNameOf(step.worst)];
  return exitStatus === EXIT_STATUS.succeeded && !isStepGreen(step, task) ? EXIT_STATUS.bug : exitStatus;
}

/** The language of what is printed before the inputs are read; an invalid one is an input error. */
function languageFor({ language }: CommandLine, env: Environment): LanguageName {
  const asked = (language ?? env[flagVariable('language')])?.trim();
  return LANGUAGE_NAMES.find(name => name === asked) ?? 'en';
}

/** How a wait is shown. */
interface Show {
  readonly toolkit: Toolkit;
  readonly onlooker: Onlooker | undefined;
  /** Reported last. */
  readonly result: (step: StepEnding, exitStatus: number) => void;
}

class WaitCommand {
  readonly #world: CommandWorld;
  readonly #request: WaitRequest;
  readonly #words: Words;
  readonly #redactor: Redactor;
  #board: Board | undefined;

  constructor(world: CommandWorld, request: WaitRequest, words: Words) {
    this.#world = world;
    this.#request = request;
    this.#redactor = world.redactor;
    this.#words = words;
  }

  async run(): Promise<number> {
    const { kind, inputs } = this.#request;
    const env = commandEnvironment(this.#world.env, inputs, kind);
    for (const secret of secretsIn(env)) this.#redactor.mask(secret);
    const faults = await this.#beginReports();
    if (faults.length > 0)
      return printInputErrors(faults, this.#world, this.#words, { command: kind, inputs });
    const show = this.#show();
    const task = kind === 'idle' ? 'idle' : 'gate';
    const step = await runStep(this.#gateWorld(env, show), task);
    await this.#writeJunit(step);
    const exitStatus = exitStatusOf(step, task);
    show.result(step, exitStatus);
    return exitStatus;
  }

  async #beginReports(): Promise<readonly CommandLineFault[]> {
    const { writeFile, clock, version } = this.#world;
    const { report, junit } = this.#request;
    if (this.#isOneFile()) return [{ kind: 'same-file' }];
    const junitNow = unfinishedJunitXml(this.#words, version, clock.wallMs());
    const files = [
      { flag: '--report', path: report, unfinished: `${this.#words.command.unfinished}\n` },
      { flag: '--junit', path: junit, unfinished: junitNow },
    ] as const;
    const faults = await beginReports(files, writeFile, this.#redactor.redact);
    // Names that differ only in case, or a link to a file that did not exist, show once the files exist.
    return faults.length === 0 && this.#isOneFile() ? [{ kind: 'same-file' }] : faults;
  }

  #isOneFile(): boolean {
    const { report, junit } = this.#request;
    return report !== undefined && junit !== undefined && this.#world.isSameFile(report, junit);
  }

  #show(): Show {
    const { stdout, clock, version, atExit } = this.#world;
    const { switches } = this.#request;
    const redactor = this.#redactor;
    const report = (markdown: string): Promise<void> => this.#writeReport(markdown);
    if (switches.has('json')) {
      const lines = new JsonLines({ terminal: stdout, clock, redactor, version });
      const result = lines.result.bind(lines);
      return { toolkit: this.#withErrorsOnStderr(lines.toolkit(report)), onlooker: lines, result };
    }
    const live =
      stdout.interactive && !switches.has('plain')
        ? new LiveView({ terminal: stdout, clock, words: this.#words, redactor })
        : undefined;
    if (live !== undefined) {
      atExit(() => {
        live.restore();
      });
    }
    const screen = live ?? new PlainScreen(stdout, clock);
    const isEndShown = (): boolean => live?.isEndShown === true;
    const verbose = switches.has('verbose');
    const toolkit = textToolkit({ screen, redactor, verbose, isEndShown, report });
    return { toolkit, onlooker: live, result: () => undefined };
  }

  /** If this stream is for machines, write errors are reported on the other one. */
  #withErrorsOnStderr(toolkit: Toolkit): Toolkit {
    return {
      ...toolkit,
      summary: async markdown => {
        try {
          await toolkit.summary(markdown);
        } catch (error) {
          this.#reportFailure(error);
        }
      },
    };
  }

  #gateWorld(env: Environment, { toolkit, onlooker }: Show): World {
    return {
      ...this.#world,
      env,
      github: () => undefined,
      checkReporter: () => undefined,
      eventPayload: () => undefined,
      // Here no runner's file says when the run began: it must be an input.
      modifiedMs: () => undefined,
      toolkit,
      onlooker: {
        begun: board => {
          this.#board = board;
          onlooker?.begun(board);
        },
        reporter: index => onlooker?.reporter(index) ?? {},
        over: () => onlooker?.over(),
        beats: onlooker?.beats === true,
      },
      catalogue: { en: this.#words, zh: this.#words },
    };
  }

  async #writeReport(markdown: string): Promise<void> {
    const { report } = this.#request;
    if (report !== undefined) await this.#world.writeFile(report, this.#redactor.redact(markdown));
  }

  async #writeJunit(step: StepEnding): Promise<void> {
    const { junit } = this.#request;
    if (junit === undefined) return;
    try {
      const parts = { words: this.#words, version: this.#world.version, redact: this.#redactor.redact };
      const reports = endReports(step, this.#board ?? { entries: [] }, parts.words, parts.version);
      await this.#world.writeFile(junit, junitXml({ ...parts, outcomes: step.outcomes, reports }));
    } catch (error) {
      this.#reportFailure(error);
    }
  }

  #reportFailure(error: unknown): void {
    const text = this.#words.log.notReported(thrownText(error, this.#redactor.redact));
    this.#world.stderr.write(`${safeLine(text)}\n`);
  }
}
