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
import { commandEnvironment, readCommandLine } from './command-line.ts';
import type { CommandLineFault } from '../inputs/flags.ts';
import { commandWords } from './wording.ts';
import { runDoctor } from './doctor.ts';
import { exitNameOf } from './exit-status.ts';
import { flagVariable } from '../inputs/flags.ts';
import { helpText } from './help.ts';
import { JsonLines } from './json-lines.ts';
import { junitXml, unfinishedJunitXml } from './junit.ts';
import { LiveView } from './live-view.ts';
import { tellFaults } from './told-faults.ts';
import type { CommandLine, WaitRequest } from './command-line.ts';
import type { CommandWorld } from './command-world.ts';
import { beginReports, textToolkit } from './text-toolkit.ts';
import { PlainScreen } from './terminal.ts';

/**
 * Runs the command and returns its exit status: 0 for a rollout that provably succeeded, for an application that
 * is free, and for help and
 * version where nothing else was asked. Never rejects.
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
      return tellFaults(line.faults, world, words, line);
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

/** Success only where the step is green as what it was started for. */
function exitStatusOf(step: StepEnding, task: Task): number {
  const exitStatus = EXIT_STATUS[exitNameOf(step.worst)];
  return exitStatus === EXIT_STATUS.succeeded && !isStepGreen(step, task) ? EXIT_STATUS.bug : exitStatus;
}

/** The language of what is said before the inputs are read; what is none is one of their faults. */
function languageFor({ language }: CommandLine, env: Environment): LanguageName {
  const asked = (language ?? env[flagVariable('language')])?.trim();
  return LANGUAGE_NAMES.find(name => name === asked) ?? 'en';
}

/** How a wait is shown. */
interface Show {
  readonly toolkit: Toolkit;
  readonly onlooker: Onlooker | undefined;
  /** Reported last of all. */
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
    if (faults.length > 0) return tellFaults(faults, this.#world, this.#words, { command: kind, inputs });
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
    // Where letters differ in their case only, or a link leads to what was not there, the files show it.
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
      return { toolkit: this.#toldAloud(lines.toolkit(report)), onlooker: lines, result };
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

  /** What could not be written is said on the other stream, where this one is for machines. */
  #toldAloud(toolkit: Toolkit): Toolkit {
    return {
      ...toolkit,
      summary: async markdown => {
        try {
          await toolkit.summary(markdown);
        } catch (error) {
          this.#tellNotReported(error);
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
      // No runner's file says here when the run began: that has to be an input.
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
      this.#tellNotReported(error);
    }
  }

  #tellNotReported(error: unknown): void {
    const text = this.#words.log.notReported(thrownText(error, this.#redactor.redact));
    this.#world.stderr.write(`${safeLine(text)}\n`);
  }
}
