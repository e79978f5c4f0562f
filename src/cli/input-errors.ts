import type { CommandLineFault, CommandName, FlagInputName } from '../inputs/flags.ts';
import type { InputFault } from '../inputs/faults.ts';
import { readIdleSettings } from '../inputs/idle.ts';
import { readSettings } from '../inputs/settings.ts';
import { secretsIn } from '../inputs/table.ts';
import { EXIT_STATUS } from '../rollout/verdicts.ts';
import { safeLine } from '../text/clean.ts';
import type { Words } from '../words/words.ts';
import { commandEnvironment } from './command-line.ts';
import type { CommandWorld } from './command-world.ts';

/** What a command line asks for, as far as it is understood. */
export interface UnderstoodLine {
  /** `undefined` where it is not known: then nothing can be said of the inputs. */
  readonly command: CommandName | undefined;
  readonly inputs: ReadonlyMap<FlagInputName, string>;
}

/**
 * Tells what is wrong with a command line, and with the inputs that it gives, one line each; gives the exit
 * status for that.
 */
export function tellFaults(
  faults: readonly CommandLineFault[],
  world: Pick<CommandWorld, 'stderr' | 'env' | 'clock' | 'redactor'>,
  words: Words,
  understood?: UnderstoodLine,
): number {
  const { stderr, redactor } = world;
  for (const fault of faults) stderr.write(`${safeLine(words.command.fault(fault))}\n`);
  for (const fault of inputFaults(faults, world, understood)) {
    stderr.write(`${safeLine(redactor.redact(words.inputFault(fault)))}\n`);
  }
  stderr.write(`${words.command.seeHelp}\n`);
  return EXIT_STATUS.usage;
}

/** Faults of the command line that may have taken an input away. */
const TAKING: readonly CommandLineFault['kind'][] = [
  'unknown-flag',
  'git-hub-only',
  'secret-flag',
  'no-value',
  'stray-words',
];

/** Faults of an input that is not there: beside those of them that may have taken it away they are no news. */
const ABSENT: readonly InputFault['kind'][] = [
  'auto-without-app',
  'idle-without-app',
  'no-region',
  'no-credentials',
];

function inputFaults(
  faults: readonly CommandLineFault[],
  { env: processEnv, clock, redactor }: Pick<CommandWorld, 'env' | 'clock' | 'redactor'>,
  understood: UnderstoodLine | undefined,
): readonly InputFault[] {
  if (understood?.command === undefined) return [];
  const { command, inputs } = understood;
  const env = commandEnvironment(processEnv, inputs, command);
  for (const secret of secretsIn(env)) redactor.mask(secret);
  const reading = command === 'idle' ? readIdleSettings(env) : readSettings(env, clock.wallMs());
  if (reading.kind === 'settings') return [];
  const isTaken = faults.some(({ kind }) => TAKING.includes(kind));
  return reading.faults.filter(({ kind }) => !isTaken || !ABSENT.includes(kind));
}
