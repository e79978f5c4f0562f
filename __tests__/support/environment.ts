import type { Environment } from '../../src/text/environment.ts';
import type { InputName } from '../../src/inputs/table.ts';
import { ORDER_ID } from './orders.ts';

export const KEY_ID = 'LTAI5tNotARealKey000';
export const KEY_SECRET = 'NotARealSecret0123456789abcdef';

/** Inputs as the runner hands them over. */
export function inputs(values: Partial<Record<InputName, string>>): Environment {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

/** All that the gate needs, and over it what the test wants; `undefined` takes something away. */
export function environment(
  values: Partial<Record<InputName, string>> = {},
  variables: Environment = {},
): Environment {
  return {
    ...inputs({ changeOrderId: ORDER_ID, regionId: 'cn-hangzhou' }),
    ALIBABA_CLOUD_ACCESS_KEY_ID: KEY_ID,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: KEY_SECRET,
    ...inputs(values),
    ...variables,
  };
}
