import type { CommandLineFault, CommandName, FlagInputName } from '../inputs/flags.ts';
import type { InputFault } from '../inputs/faults.ts';
import { readIdleSettings } from '../inputs/idle.ts';
import { readSettings } from '../inputs/settings.ts';
import { secretsIn } from '../inputs/table.ts';
import { EXIT_STATUS } from '../rollout/verdicts.ts';
import { safeLine } from '../text/clean.ts';
import type { Words } from '../words/words.ts';
import type { CommandWorld } from './command-world.ts';
import { commandEnvironment } from './environment.ts';

/** What could be read of a command line. */
export interface ReadableLine {
  /** `undefined` if it is unknown: then the inputs cannot be checked. */
  readonly command: CommandName | undefined;
  readonly inputs: ReadonlyMap<FlagInputName, string>;
}

/** Prints what is wrong with a command line and its inputs, one line each. Returns the exit status for that. */
export function printInputErrors(
  faults: readonly CommandLineFault[],
  world: Pick<CommandWorld, 'stderr' | 'env' | 'clock' | 'redactor'>,
  words: Words,
  line?: ReadableLine,
): number {
  const { stderr, redactor } = world;
  for (const fault of faults) stderr.write(`${safeLine(words.command.fault(fault))}\n`);
  for (const fault of inputFaults(faults, world, line)) {
    stderr.write(`${safeLine(redactor.redact(words.inputFault(fault)))}\n`);
  }
  stderr.write(`${words.command.seeHelp}\n`);
  return EXIT_STATUS.usage;
}

/** Faults of the command line that may hide an input. */
const HIDING: readonly CommandLineFault['kind'][] = [
  'unknown-flag',
  'git-hub-only',
  'secret-flag',
  'no-value',
  'stray-words',
];

/** Faults of a missing input, which are not reported if one of the above may have hidden it. */
const MISSING: readonly InputFault['kind'][] = [
  'auto-without-app',
  'idle-without-app',
  'no-region',
  'no-credentials',
];

function inputFaults(
  faults: readonly CommandLineFault[],
  { env: processEnv, clock, redactor }: Pick<CommandWorld, 'env' | 'clock' | 'redactor'>,
  line: ReadableLine | undefined,
): readonly InputFault[] {
  if (line?.command === undefined) return [];
  const { command, inputs } = line;
  const env = commandEnvironment(processEnv, inputs, command);
  for (const secret of secretsIn(env)) redactor.mask(secret);
  const reading = command === 'idle' ? readIdleSettings(env) : readSettings(env, clock.wallMs());
  if (reading.kind === 'settings') return [];
  const isHidden = faults.some(({ kind }) => HIDING.includes(kind));
  return reading.faults.filter(({ kind }) => !isHidden || !MISSING.includes(kind));
}
