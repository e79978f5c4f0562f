import type { Environment, InputDefinition } from '../inputs/input-table.ts';
import { INPUTS } from '../inputs/input-table.ts';
import type { FlagInputName } from './flags.ts';
import { FLAG_INPUTS, flagVariable } from './flags.ts';

/**
 * The environment in which the gate finds its inputs as the runner would hand them over: each from its
 * flag, or its variable, or what another CI system tells. What a runner put there is taken away: it is
 * the inputs of another program. Pure.
 */
export function commandEnvironment(env: Environment, flags: ReadonlyMap<FlagInputName, string>): Environment {
  const others = Object.entries(env).filter(([name]) => !/^INPUT_/iu.test(name));
  const inputs = FLAG_INPUTS.flatMap(input => {
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
