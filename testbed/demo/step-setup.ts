import { fileURLToPath } from 'node:url';
import type { Scenario } from '../simulator/scenario.ts';
import type { SimulatorAccess } from '../simulator/server.ts';

/** The surroundings in which the gate meets a simulator. */
export interface StepSetup {
  /** The `action.yml` that the step uses; that of the repository's root, if not given. */
  readonly actionFile?: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** The values that a workflow would keep as secrets. */
  readonly secrets: readonly string[];
}

const IDLE_ACTION = fileURLToPath(new URL('../../idle/action.yml', import.meta.url));

/** Shorter and more than the action's own: the story runs many times faster than life. */
const POLL_INPUTS = { minPollInterval: '250ms', maxPollInterval: '1s', maxCallsPerMinute: '300' };

/** Inputs and environment of a step that waits for the simulator's rollout, as its scenario recommends. */
export function stepSetup(simulator: SimulatorAccess & { readonly scenario: Scenario }): StepSetup {
  const { url, scenario, accessKeyId, accessKeySecret, securityToken, oidc } = simulator;
  const common = { endpoint: url, regionId: 'cn-hangzhou', ...POLL_INPUTS };
  const action = scenario.demo.task === 'idle' ? { actionFile: IDLE_ACTION } : {};
  switch (scenario.demo.credentials) {
    case 'keys': {
      const token = securityToken === undefined ? {} : { securityToken };
      return {
        ...action,
        inputs: { ...common, accessKeyId, accessKeySecret, ...token, ...scenario.demo.inputs },
        env: {},
        secrets: [accessKeySecret, securityToken ?? ''],
      };
    }
    case 'oidc': {
      const { roleArn, oidcProviderArn, stsEndpoint } = oidc;
      return {
        ...action,
        inputs: { ...common, roleArn, oidcProviderArn, stsEndpoint, ...scenario.demo.inputs },
        env: {
          ACTIONS_ID_TOKEN_REQUEST_URL: oidc.idTokenRequestUrl,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.idTokenRequestToken,
        },
        secrets: [oidc.idTokenRequestToken],
      };
    }
  }
}
