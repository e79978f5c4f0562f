import type { Credentials } from '../sae/credentials.ts';
import type { InputFault } from './input-fault.ts';
import type { Environment } from './input-table.ts';
import { INPUTS, rawInput } from './input-table.ts';

/** One place that credentials can come from: the names under which it holds them, and what they hold. */
interface Source {
  readonly names: readonly [string, string, string];
  readonly values: readonly [string, string, string];
}

/**
 * The access key: from the inputs or, where these give none at all, from the environment; never half
 * from each. What is wrong is added to `faults`; nothing of a value is ever told. Pure.
 */
export function readCredentials(env: Environment, faults: InputFault[]): Credentials | undefined {
  const sources = [fromInputs(env), fromEnvironment(env)];
  const source = sources.find(({ values }) => values.some(value => value !== ''));
  if (source === undefined) {
    faults.push({ kind: 'no-credentials' });
    return undefined;
  }
  const { names, values } = source;
  const missing = names.filter((_, index) => index < 2 && values[index] === '');
  if (missing.length > 0) {
    faults.push({
      kind: 'half-credentials',
      given: names.filter((_, index) => values[index] !== ''),
      missing,
    });
    return undefined;
  }
  const unusable = names.filter((_, index) => /[^\u0021-\u007e]/u.test(values[index] ?? ''));
  if (unusable.length > 0) {
    faults.push(...unusable.map(input => ({ kind: 'bad-credential', input }) as const));
    return undefined;
  }
  const [accessKeyId, accessKeySecret, securityToken] = values;
  return { accessKeyId, accessKeySecret, securityToken: securityToken || undefined };
}

function fromInputs(env: Environment): Source {
  const names = ['accessKeyId', 'accessKeySecret', 'securityToken'] as const;
  const value = (name: (typeof names)[number]): string => rawInput(env, name) ?? '';
  return { names, values: [value(names[0]), value(names[1]), value(names[2])] };
}

function fromEnvironment(env: Environment): Source {
  const names = [
    INPUTS.accessKeyId.environment[0],
    INPUTS.accessKeySecret.environment[0],
    INPUTS.securityToken.environment[0],
  ] as const;
  const value = (name: string): string => env[name]?.trim() ?? '';
  return { names, values: [value(names[0]), value(names[1]), value(names[2])] };
}
