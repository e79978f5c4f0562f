import type { CommandLineFault } from '../inputs/flags.ts';
import { EXIT_STATUS } from '../rollout/verdicts.ts';
import { safeLine } from '../text/clean.ts';
import type { Words } from '../words/words.ts';
import type { Terminal } from './terminal.ts';

/** Tells what is wrong with a command line, one line each; gives the exit status for that. */
export function tellFaults(faults: readonly CommandLineFault[], stderr: Terminal, words: Words): number {
  for (const fault of faults) stderr.write(`${safeLine(words.command.fault(fault))}\n`);
  stderr.write(`${words.command.seeHelp}\n`);
  return EXIT_STATUS.usage;
}
