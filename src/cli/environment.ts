import type { CommandName, FlagInputName } from '../inputs/flags.ts';
import { FLAG_INPUTS, flagVariable, takesInput } from '../inputs/flags.ts';
import type { Environment, InputDefinition } from '../inputs/table.ts';
import { INPUTS } from '../inputs/table.ts';

/**
 * The environment with the inputs as the runner would set them: each from its flag, its variable, or the
 * variable of another CI system. Inputs that a runner set are removed: they belong to another program. Pure.
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

/** The variable of another CI system applies if the input is missing, or holds only its default. */
function valueOf(input: FlagInputName, flag: string | undefined, env: Environment): string | undefined {
  const { commandEnvironment: variables = [], default: usual }: InputDefinition = INPUTS[input];
  // An empty variable of the command's own counts as set: a guard must not be empty.
  const given = flag ?? env[flagVariable(input)];
  const isUnset = given === undefined || given.trim().toLowerCase() === usual;
  return isUnset ? (variables.map(name => env[name]).find(Boolean) ?? given) : given;
}

/**
 * The secret and token of the access key whose ID is set: those of the spelling that has the same ID, else of
 * the first that has a secret. Never parts of both.
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
