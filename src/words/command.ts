import type { CommandLineFault, FlagInputName, OwnFlagName } from '../inputs/flags.ts';
import type { ExitName } from '../rollout/verdicts.ts';

/** What is said under a title, as in an annotation. */
export interface TitledText {
  readonly title: string;
  readonly message: string;
}

/** What only the command says. */
export interface CommandWords {
  /** In one line, what it does. */
  summary: string;
  usage: string;
  flags: string;
  ownFlags: string;
  environment: string;
  environmentLine: Readonly<
    Record<'secrets' | 'access' | 'role' | 'variables' | 'pipeline' | 'colours', string>
  >;
  exitStatuses: string;
  /** Before a default value. */
  usual: string;
  flag: Readonly<Record<FlagInputName, string>>;
  ownFlag: Readonly<Record<OwnFlagName, string>>;
  exitStatus: Readonly<Record<ExitName, string>>;
  fault(fault: CommandLineFault): string;
  /** After the faults. */
  seeHelp: string;
  /** What stands in a report until the wait has ended. */
  unfinished: string;
  /** In the place of what is said to who runs the action. */
  correctFlags: string;
  reportBug: string;
  noRunStart: string;
  release(order: string, application: string | undefined): string;
  approval(order: string, approvalId: string | undefined): string;
  moreRed(orders: number): TitledText;
}
