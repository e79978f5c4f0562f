import { parseArgs } from 'node:util';
import type {
  CommandLineFault,
  CommandName,
  FlagInputName,
  FlagMeaning,
  OwnFlagName,
  VariableOwnFlagName,
} from '../inputs/flags.ts';
import {
  FLAGS,
  FLAG_INPUTS,
  OWN_FLAGS,
  flagName,
  flagVariable,
  takesInput,
  takesOwn,
} from '../inputs/flags.ts';
import type { Environment, InputDefinition } from '../inputs/table.ts';
import { INPUTS } from '../inputs/table.ts';
import { cleanText } from '../text/clean.ts';
import { slipsBetween } from '../text/nearest-name.ts';

/** The known name that was probably meant: the one with the fewest slips of the pen, if they are few. Pure. */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  const most = Math.ceil(typed.length / 3);
  const [best] = known
    .map(name => ({
      name,
      slips: name.startsWith(typed) && typed.length > 2 ? 0 : slipsBetween(typed, name),
    }))
    .filter(({ slips }) => slips <= most)
    .toSorted((a, b) => a.slips - b.slips);
  return best?.name;
}

/**
 * The environment in which the gate finds its inputs as the runner would hand them over: each from its
 * flag, or its variable, or what another CI system tells. What a runner put there is taken away: it is
 * the inputs of another program. Pure.
 */
export function commandEnvironment(
  env: Environment,
  flags: ReadonlyMap<FlagInputName, string>,
  command: CommandName = 'wait',
): Environment {
  const others = Object.entries(env).filter(([name]) => !/^INPUT_/iu.test(name));
  const inputs = FLAG_INPUTS.filter(input => takesInput(command, input)).flatMap(input => {
    const value = valueOf(input, flags.get(input), env);
    return value === undefined ? [] : [[`INPUT_${input.toUpperCase()}`, value] as const];
  });
  return { ...Object.fromEntries(others), ...restOfKey(env, inputs), ...Object.fromEntries(inputs) };
}

/** Other CI systems stand in where the command is given nothing, or only the word for that. */
function valueOf(input: FlagInputName, flag: string | undefined, env: Environment): string | undefined {
  const { commandEnvironment: variables = [], default: usual }: InputDefinition = INPUTS[input];
  // An empty variable of the command's own was given: for what guards that is a fault.
  const given = flag ?? env[flagVariable(input)];
  const isLeftOut = given === undefined || given.trim().toLowerCase() === usual;
  return isLeftOut ? (variables.map(name => env[name]).find(Boolean) ?? given) : given;
}

/**
 * Who names a key by its id means it with the secret that only the environment may hold: that of the
 * spelling which names the same id, else of the first that has a secret. Never parts of both.
 */
function restOfKey(env: Environment, inputs: readonly (readonly [string, string])[]): Environment {
  const id = inputs.find(([name]) => name === 'INPUT_ACCESSKEYID')?.[1].trim() ?? '';
  if (id === '') return {};
  const keys = ([0, 1] as const).map(spelling => {
    const valueOf = (name: 'accessKeyId' | 'accessKeySecret' | 'securityToken'): string | undefined =>
      env[INPUTS[name].environment[spelling]];
    return {
      id: valueOf('accessKeyId')?.trim(),
      INPUT_ACCESSKEYSECRET: valueOf('accessKeySecret'),
      INPUT_SECURITYTOKEN: valueOf('securityToken'),
    };
  });
  const key = keys.find(one => one.id === id) ?? keys.find(one => one.INPUT_ACCESSKEYSECRET?.trim());
  if (key === undefined) return {};
  const { INPUT_ACCESSKEYSECRET, INPUT_SECURITYTOKEN } = key;
  return { INPUT_ACCESSKEYSECRET, INPUT_SECURITYTOKEN };
}

const COMMAND_NAMES: readonly CommandName[] = ['wait', 'idle', 'doctor'];
const COMMANDS: readonly string[] = [...COMMAND_NAMES, 'help'];

/** More than an id of SAE has: those are UUIDs for the most part. */
const LONGEST_ID = 64;

/** What the ids of SAE are, and names of applications are not. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Whether a fault may leave a word behind that was meant as the value of a flag. */
function leavesWords({ kind }: CommandLineFault): boolean {
  return kind === 'unknown-flag' || kind === 'git-hub-only';
}

/** A command line that is understood: a wait for a rollout, or for a free application. */
export interface WaitRequest {
  readonly kind: 'wait' | 'idle';
  /** As given; of lists the items with commas between them. */
  readonly inputs: ReadonlyMap<FlagInputName, string>;
  readonly switches: ReadonlySet<OwnFlagName>;
  /** Where to write reports; `undefined` for none. */
  readonly report: string | undefined;
  readonly junit: string | undefined;
}

/** A doctor that is understood. */
export interface DoctorRequest {
  readonly kind: 'doctor';
  /** As given. */
  readonly inputs: ReadonlyMap<FlagInputName, string>;
  readonly json: boolean;
  /** Where to write the record; `undefined` for none. */
  readonly record: string | undefined;
}

/** A command line that is not understood, with what of it is. */
export interface Faulty {
  readonly kind: 'faults';
  readonly faults: readonly CommandLineFault[];
  /** `undefined` where it is not known. */
  readonly command: CommandName | undefined;
  readonly inputs: ReadonlyMap<FlagInputName, string>;
}

export type CommandLine = (
  { readonly kind: 'help' } | { readonly kind: 'version' } | Faulty | WaitRequest | DoctorRequest
) & {
  /** As given with `--language`, whatever else is wrong. */
  readonly language: string | undefined;
};

/**
 * Reads a command line, and the variables that stand for the command's own flags where these are not
 * given; tells all faults together. No value of a flag is in what it tells. Pure.
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

/** Every flag that takes a value, or may be given one by mistake, so that it is not taken for a word. */
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
  /** As they were written, with what they stand for. */
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

  #request(): Omit<CommandLine, 'language'> & CommandLine {
    const language = undefined;
    const [command, ...others] = this.#words;
    const peace = (['help', 'version'] as const).find(name => this.#own.has(name));
    if (peace !== undefined || command === 'help') {
      const besides = [...this.#inputs.keys()].filter(name => name !== 'language').length + this.#own.size;
      const alone = besides <= (peace === undefined ? 0 : 1) && others.length === 0;
      const known = command === undefined || COMMANDS.includes(command);
      const kind = peace ?? 'help';
      if (alone && known && this.#faults.length === 0) return { kind, language };
      this.#faults.push({ kind: 'not-alone', flag: peace === undefined ? 'help' : `--${peace}` });
    }
    this.#judgeWords(command, others);
    const request =
      command === 'doctor' ? this.#doctorRequest() : this.#waitRequest(command === 'idle' ? 'idle' : 'wait');
    return { ...request, language };
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

  /** A variable is there for all commands; a flag is written for this one. */
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
      // Empty is not asked for: nothing is taken for another's order by that.
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

  /** Who gives an id as a word means the flag for it. What is none by its looks may be a secret, and is not told. */
  #instead(command: string, [word = '', ...others]: readonly string[]): string | undefined {
    const ofApplication = UUID.test(word) ? 'appId' : 'appName';
    const input = command === 'wait' ? 'changeOrderId' : ofApplication;
    const isId = /^[a-z0-9]+(?:-[a-z0-9]+)+$/u.test(word) && word.length <= LONGEST_ID;
    if (!isId || others.length > 0 || this.#inputs.has(input)) return undefined;
    return `--${flagName(input)} ${word}`;
  }

  #unknownCommand(command: string): CommandLineFault {
    const nearest = nearestName(command, COMMANDS);
    // Beside a flag that is not known it may be the value of that, and a secret.
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
      // A last line break ends the value, and begins no item of the list.
      const joined = before === undefined ? value : `${before.replace(/\r?\n$/u, '')},${value}`;
      this.#inputs.set(meaning.input, joined);
    }
  }
}

/** What looks like a flag is one: the value before it is missing. A file has a name; inputs are judged later. */
function lacksValue({ kind }: FlagMeaning, { value, inlineValue }: Given): boolean {
  if (value === undefined || (inlineValue !== true && value.startsWith('-'))) return true;
  return kind === 'own' && value.trim() === '';
}

function unknownFlag({ name, rawName }: Given): CommandLineFault {
  const known = [...FLAGS].flatMap(([flag, { kind }]) => (kind === 'input' || kind === 'own' ? [flag] : []));
  const nearest = rawName.startsWith('--') ? nearestName(name, known) : undefined;
  // What is no name of a flag at all may be anything, and is not told.
  const told = /^--?[a-z][a-z0-9-]{0,39}$/iu.test(rawName) ? cleanText(rawName, 60) : '…';
  return { kind: 'unknown-flag', flag: told, nearest: nearest === undefined ? undefined : `--${nearest}` };
}
