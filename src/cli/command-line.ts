import { parseArgs } from 'node:util';
import type {
  CommandLineFault,
  CommandName,
  FlagInputName,
  FlagMeaning,
  OwnFlagName,
  VariableOwnFlagName,
} from '../inputs/flags.ts';
import { FLAGS, OWN_FLAGS, flagName, flagVariable, takesInput, takesOwn } from '../inputs/flags.ts';
import type { Environment } from '../inputs/table.ts';
import { cleanText } from '../text/clean.ts';
import { nearestName } from '../text/nearest-name.ts';

const COMMAND_NAMES: readonly CommandName[] = ['wait', 'idle', 'doctor'];
const COMMANDS: readonly string[] = [...COMMAND_NAMES, 'help'];

/** Longer than any ID of SAE: most are UUIDs. */
const LONGEST_ID = 64;

/** The form of SAE's IDs, which names of applications do not have. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Whether the fault may turn the value of a flag into a stray word. */
function leavesWords({ kind }: CommandLineFault): boolean {
  return kind === 'unknown-flag' || kind === 'git-hub-only';
}

/** A valid command line: a wait for a rollout, or for a free application. */
export interface WaitRequest {
  readonly kind: 'wait' | 'idle';
  /** As given; the items of lists are separated by commas. */
  readonly inputs: ReadonlyMap<FlagInputName, string>;
  readonly switches: ReadonlySet<OwnFlagName>;
  /** Where to write reports; `undefined` for none. */
  readonly report: string | undefined;
  readonly junit: string | undefined;
}

/** A valid command line of the doctor. */
export interface DoctorRequest {
  readonly kind: 'doctor';
  /** As given. */
  readonly inputs: ReadonlyMap<FlagInputName, string>;
  readonly json: boolean;
  /** Where to write the record; `undefined` for none. */
  readonly record: string | undefined;
}

/** An invalid command line, with what could be read of it. */
export interface Faulty {
  readonly kind: 'faults';
  readonly faults: readonly CommandLineFault[];
  /** `undefined` if it is unknown. */
  readonly command: CommandName | undefined;
  readonly inputs: ReadonlyMap<FlagInputName, string>;
}

type Request = { readonly kind: 'help' | 'version' } | Faulty | WaitRequest | DoctorRequest;

export type CommandLine = Request & {
  /** As given with `--language`, whatever else is wrong. */
  readonly language: string | undefined;
};

/**
 * Reads a command line, and the variables of the command's own flags that are not set. Returns all faults
 * together, none of which contains the value of a flag. Pure.
 */
export function readCommandLine(args: readonly string[], env: Environment): CommandLine {
  return new Reader(args, env).read();
}

type Takeable = Extract<FlagMeaning, { kind: 'input' | 'own' }>;

/** A flag as `parseArgs` found it. */
interface Given {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** Flags that take a value, or may get one by mistake: it must not become a stray word. */
const OPTIONS = Object.fromEntries(
  [...FLAGS].map(([name, meaning]) => [name, { type: takesValue(meaning) ? 'string' : 'boolean' }] as const),
);

function takesValue(meaning: FlagMeaning): boolean {
  switch (meaning.kind) {
    case 'input':
      return !meaning.yesOrNo;
    case 'own':
      return OWN_FLAGS[meaning.name].takes === 'file';
    case 'secret':
      return true;
    case 'git-hub-only':
      return false;
  }
}

const OWN_VARIABLES = (Object.keys(OWN_FLAGS) as readonly OwnFlagName[]).filter(
  (name): name is VariableOwnFlagName => name !== 'help' && name !== 'version',
);

class Reader {
  readonly #args: readonly string[];
  readonly #env: Environment;
  readonly #faults: CommandLineFault[] = [];
  readonly #inputs = new Map<FlagInputName, string>();
  readonly #own = new Map<OwnFlagName, string>();
  readonly #words: string[] = [];
  /** As written, with their meaning. */
  readonly #flags: (readonly [rawName: string, meaning: Takeable])[] = [];

  constructor(args: readonly string[], env: Environment) {
    this.#args = args;
    this.#env = env;
  }

  read(): CommandLine {
    const { tokens } = parseArgs({
      args: [...this.#args],
      options: OPTIONS,
      strict: false,
      allowPositionals: true,
      tokens: true,
    });
    for (const token of tokens) {
      if (token.kind === 'option') this.#take(token);
      else if (token.kind === 'positional') this.#words.push(token.value);
    }
    return { ...this.#request(), language: this.#inputs.get('language') };
  }

  #request(): Request {
    const [command, ...others] = this.#words;
    const standalone = (['help', 'version'] as const).find(name => this.#own.has(name));
    if (standalone !== undefined || command === 'help') {
      const flags = [...this.#inputs.keys()].filter(name => name !== 'language').length + this.#own.size;
      const alone = flags <= (standalone === undefined ? 0 : 1) && others.length === 0;
      const known = command === undefined || COMMANDS.includes(command);
      if (alone && known && this.#faults.length === 0) return { kind: standalone ?? 'help' };
      this.#faults.push({ kind: 'not-alone', flag: standalone === undefined ? 'help' : `--${standalone}` });
    }
    this.#judgeWords(command, others);
    if (command === 'doctor') return this.#doctorRequest();
    return this.#waitRequest(command === 'idle' ? 'idle' : 'wait');
  }

  #waitRequest(kind: WaitRequest['kind']): WaitRequest | Faulty {
    this.#judgeFlags(kind);
    this.#takeVariables(kind);
    const report = this.#own.get('report');
    const junit = this.#own.get('junit');
    if (report !== undefined && report === junit) this.#faults.push({ kind: 'same-file' });
    if (this.#faults.length > 0) return this.#faulty();
    return { kind, inputs: this.#inputs, switches: new Set(this.#own.keys()), report, junit };
  }

  #doctorRequest(): DoctorRequest | Faulty {
    this.#judgeFlags('doctor');
    this.#takeVariables('doctor');
    if (this.#faults.length > 0) return this.#faulty();
    const json = this.#own.has('json');
    return { kind: 'doctor', inputs: this.#inputs, json, record: this.#own.get('record') };
  }

  /** Checks flags only: a variable may be set for all commands. */
  #judgeFlags(command: CommandName): void {
    for (const [flag, meaning] of this.#flags) {
      const takes =
        meaning.kind === 'own' ? takesOwn(command, meaning.name) : takesInput(command, meaning.input);
      if (!takes) this.#faults.push({ kind: 'not-of-command', flag, command });
    }
  }

  /** A flag takes precedence over its variable. */
  #takeVariables(command: CommandName): void {
    for (const name of OWN_VARIABLES.filter(own => takesOwn(command, own))) {
      const variable = flagVariable(name);
      const value = this.#env[variable];
      if (value === undefined || this.#own.has(name)) continue;
      if (OWN_FLAGS[name].takes === 'file') {
        if (value.trim() === '') this.#faults.push({ kind: 'no-value', flag: variable });
        else this.#own.set(name, value);
      } else if (/^(?:true|True|TRUE)$/u.test(value.trim())) this.#own.set(name, 'true');
      // Empty means off: these switches do not guard against another's order.
      else if (!/^(?:false|False|FALSE)?$/u.test(value.trim())) {
        this.#faults.push({ kind: 'bad-switch', variable });
      }
    }
  }

  #faulty(): Faulty {
    const command = COMMAND_NAMES.find(name => name === this.#words[0]);
    return { kind: 'faults', faults: this.#faults, command, inputs: this.#inputs };
  }

  #judgeWords(command: string | undefined, others: readonly string[]): void {
    if (command === undefined) this.#faults.push({ kind: 'no-command' });
    else if (!COMMANDS.includes(command)) this.#faults.push(this.#unknownCommand(command));
    else if (others.length > 0 && !this.#faults.some(leavesWords)) {
      this.#faults.push({
        kind: 'stray-words',
        count: others.length,
        instead: this.#instead(command, others),
      });
    }
  }

  /** The flag that a stray ID belongs to. A word that does not look like an ID may be a secret and is not shown. */
  #instead(command: string, [word = '', ...others]: readonly string[]): string | undefined {
    const ofApplication = UUID.test(word) ? 'appId' : 'appName';
    const input = command === 'wait' ? 'changeOrderId' : ofApplication;
    const isId = /^[a-z0-9]+(?:-[a-z0-9]+)+$/u.test(word) && word.length <= LONGEST_ID;
    if (!isId || others.length > 0 || this.#inputs.has(input)) return undefined;
    return `--${flagName(input)} ${word}`;
  }

  #unknownCommand(command: string): CommandLineFault {
    const nearest = nearestName(command, COMMANDS);
    // It may be the value of an unknown flag, and a secret.
    const isSafe = this.#faults.length === 0 && /^[a-z][a-z-]{0,19}$/u.test(command);
    return { kind: 'unknown-command', got: isSafe ? command : '…', nearest };
  }

  #take(given: Given): void {
    const negated = given.name.startsWith('no-') ? FLAGS.get(given.name.slice(3)) : undefined;
    if (negated?.kind === 'input' && negated.yesOrNo) {
      if (given.value === undefined) this.#set(negated, 'false', given);
      else this.#faults.push({ kind: 'needless-value', flag: given.rawName });
      return;
    }
    const meaning = given.rawName === '-h' ? ({ kind: 'own', name: 'help' } as const) : FLAGS.get(given.name);
    if (meaning === undefined || (given.rawName !== '-h' && !given.rawName.startsWith('--'))) {
      this.#faults.push(unknownFlag(given));
      return;
    }
    this.#takeKnown(meaning, given);
  }

  #takeKnown(meaning: FlagMeaning, given: Given): void {
    const flag = given.rawName;
    switch (meaning.kind) {
      case 'secret':
        this.#faults.push({ kind: 'secret-flag', flag, variable: meaning.variable });
        return;
      case 'git-hub-only':
        this.#faults.push({ kind: 'git-hub-only', flag });
        return;
      case 'input':
      case 'own': {
        const takes = takesValue(meaning);
        const isYesOrNo = meaning.kind === 'input' && meaning.yesOrNo;
        if (takes && lacksValue(meaning, given)) this.#faults.push({ kind: 'no-value', flag });
        else if (!takes && !isYesOrNo && given.value !== undefined) {
          this.#faults.push({ kind: 'needless-value', flag });
        } else this.#set(meaning, given.value ?? 'true', given);
      }
    }
  }

  #set(meaning: Takeable, value: string, { rawName }: Given): void {
    this.#flags.push([rawName, meaning]);
    const before = meaning.kind === 'input' ? this.#inputs.get(meaning.input) : this.#own.get(meaning.name);
    if (before !== undefined && !(meaning.kind === 'input' && meaning.list)) {
      this.#faults.push({ kind: 'given-twice', flag: rawName });
      return;
    }
    if (meaning.kind === 'own') this.#own.set(meaning.name, value);
    else {
      // A trailing line break ends the value and starts no further item.
      const joined = before === undefined ? value : `${before.replace(/\r?\n$/u, '')},${value}`;
      this.#inputs.set(meaning.input, joined);
    }
  }
}

/** What looks like a flag is no value. A file must have a name; inputs are checked later. */
function lacksValue({ kind }: FlagMeaning, { value, inlineValue }: Given): boolean {
  if (value === undefined || (inlineValue !== true && value.startsWith('-'))) return true;
  return kind === 'own' && value.trim() === '';
}

function unknownFlag({ name, rawName }: Given): CommandLineFault {
  const known = [...FLAGS].flatMap(([flag, { kind }]) => (kind === 'input' || kind === 'own' ? [flag] : []));
  const nearest = rawName.startsWith('--') ? nearestName(name, known) : undefined;
  // Anything but the name of a flag may be a secret and is not shown.
  const flag = /^--?[a-z][a-z0-9-]{0,39}$/iu.test(rawName) ? cleanText(rawName, 60) : '…';
  return { kind: 'unknown-flag', flag, nearest: nearest === undefined ? undefined : `--${nearest}` };
}
