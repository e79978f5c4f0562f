import type { InputDefinition, InputName } from './table.ts';
import { IDLE_INPUTS, INPUTS } from './table.ts';

type IsFlag<Definition> = Definition extends { readonly gitHubOnly: true }
  ? false
  : Definition extends { readonly secret: true }
    ? Definition extends { readonly identifier: true }
      ? true
      : false
    : true;

/** The inputs that the command has flags for: all except secrets and what only GitHub knows. */
export type FlagInputName = {
  [Name in InputName]: IsFlag<(typeof INPUTS)[Name]> extends true ? Name : never;
}[InputName];

/** The tasks of the command. */
export type CommandName = 'wait' | 'idle' | 'doctor';

interface OwnFlag {
  readonly takes: 'file' | 'nothing';
  /** The commands that have it; all, if not given. */
  readonly of?: readonly CommandName[];
}

/** The flags of the command itself. */
export const OWN_FLAGS = {
  report: { takes: 'file', of: ['wait', 'idle'] },
  junit: { takes: 'file', of: ['wait'] },
  record: { takes: 'file', of: ['doctor'] },
  json: { takes: 'nothing' },
  plain: { takes: 'nothing', of: ['wait', 'idle'] },
  verbose: { takes: 'nothing', of: ['wait', 'idle'] },
  help: { takes: 'nothing' },
  version: { takes: 'nothing' },
} as const satisfies Record<string, OwnFlag>;

/** The inputs that say where to call, with which credentials and about what: those of the doctor. */
const DOCTOR_INPUTS: readonly string[] = [
  'changeOrderId',
  'appId',
  'appName',
  'regionId',
  'endpoint',
  'accessKeyId',
  'roleArn',
  'oidcProviderArn',
  'oidcAudience',
  'roleSessionName',
  'roleSessionDuration',
  'stsEndpoint',
  'requestTimeout',
  'diagnose',
  'diagnoseLogs',
  'language',
];

/** Whether a command has the flag of this input. Pure. */
export function takesInput(command: CommandName, input: FlagInputName): boolean {
  switch (command) {
    case 'wait':
      return true;
    case 'idle':
      return IDLE_INPUTS.some(name => name === input);
    case 'doctor':
      return DOCTOR_INPUTS.includes(input);
  }
}

/** Whether a command has this flag of its own. Pure. */
export function takesOwn(command: CommandName, name: OwnFlagName): boolean {
  const { of }: OwnFlag = OWN_FLAGS[name];
  return of?.includes(command) ?? true;
}

export type OwnFlagName = keyof typeof OWN_FLAGS;

/** Those that a variable must not set: they succeed without polling any rollout. */
export type VariableOwnFlagName = Exclude<OwnFlagName, 'help' | 'version'>;

/** The meaning of a flag. */
export type FlagMeaning =
  /** `yesOrNo`: it may have no value, and the form `--no-…`. */
  | {
      readonly kind: 'input';
      readonly input: FlagInputName;
      readonly yesOrNo: boolean;
      readonly list: boolean;
    }
  | { readonly kind: 'own'; readonly name: OwnFlagName }
  /** Only read from the environment; `undefined` if nothing reads it outside GitHub. */
  | { readonly kind: 'secret'; readonly variable: string | undefined }
  | { readonly kind: 'git-hub-only' };

/** An input's name on the command line, without the dashes: `changeOrderId` is `change-order-id`. */
export function flagName(input: InputName): string {
  return input.replaceAll(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`);
}

/** The environment variable for a flag: `SAE_ROLLOUT_GATE_CHANGE_ORDER_ID`. */
export function flagVariable(input: FlagInputName | OwnFlagName): string {
  const flag = input in INPUTS ? flagName(input as FlagInputName) : input;
  return `SAE_ROLLOUT_GATE_${flag.replaceAll('-', '_').toUpperCase()}`;
}

const DEFINITIONS = Object.entries(INPUTS) as readonly (readonly [InputName, InputDefinition])[];

/** Every flag by its name without the dashes, in the order of the inputs. */
export const FLAGS: ReadonlyMap<string, FlagMeaning> = new Map([
  ...DEFINITIONS.map(([name, definition]) => [flagName(name), meaningOf(name, definition)] as const),
  // Its usual name.
  ['github-token', { kind: 'secret', variable: undefined }] as const,
  ...(Object.keys(OWN_FLAGS) as readonly OwnFlagName[]).map(name => [name, { kind: 'own', name }] as const),
]);

/** The inputs that have a flag, in their order. */
export const FLAG_INPUTS: readonly FlagInputName[] = [...FLAGS.values()].flatMap(meaning =>
  meaning.kind === 'input' ? [meaning.input] : [],
);

function meaningOf(name: InputName, definition: InputDefinition): FlagMeaning {
  const { secret, identifier, gitHubOnly, list, environment } = definition;
  if (secret === true && identifier !== true) return { kind: 'secret', variable: environment?.[0] };
  if (gitHubOnly === true) return { kind: 'git-hub-only' };
  const yesOrNo = definition.default === 'true' || definition.default === 'false';
  // What is neither is a flag by the type of the same rule.
  return { kind: 'input', input: name as FlagInputName, yesOrNo, list: list === true };
}

/** An invalid command line, as data. It contains no given value, which might be a secret. */
export type CommandLineFault =
  | { readonly kind: 'no-command' }
  /** `nearest` is the most similar command. */
  | { readonly kind: 'unknown-command'; readonly got: string; readonly nearest: string | undefined }
  | { readonly kind: 'unknown-flag'; readonly flag: string; readonly nearest: string | undefined }
  /** `variable` is where the secret belongs; `undefined` if nothing reads it. */
  | { readonly kind: 'secret-flag'; readonly flag: string; readonly variable: string | undefined }
  | { readonly kind: 'git-hub-only'; readonly flag: string }
  | { readonly kind: 'no-value'; readonly flag: string }
  /** A variable for a flag without a value. */
  | { readonly kind: 'bad-switch'; readonly variable: string }
  | { readonly kind: 'needless-value'; readonly flag: string }
  | { readonly kind: 'given-twice'; readonly flag: string }
  /** How many words belong to no flag; `instead`: the flag for one of them that looks like an ID. */
  | { readonly kind: 'stray-words'; readonly count: number; readonly instead: string | undefined }
  /** `--help` and `--version` succeed without a poll, so they must be used alone. */
  | { readonly kind: 'not-alone'; readonly flag: string }
  | { readonly kind: 'same-file' }
  /** A flag of another command. */
  | { readonly kind: 'not-of-command'; readonly flag: string; readonly command: CommandName }
  /** The doctor checks one application, or one order. */
  | { readonly kind: 'one-only'; readonly flag: string }
  /** Its present content would be lost. */
  | { readonly kind: 'file-exists'; readonly flag: string }
  | { readonly kind: 'not-writable'; readonly flag: string; readonly reason: string };
