import type { CallBudget } from '../budget/call-budget.ts';
import { userAgentOf } from '../http/user-agent.ts';
import { waryTransport } from '../http/wary-transport.ts';
import type { Settings } from '../inputs/settings.ts';
import type { RequestTrace } from '../sae/sae-client.ts';
import { SaeClient } from '../sae/sae-client.ts';
import type { ServerTime } from '../sae/server-time.ts';
import { credentialsProvider } from './credentials-provider.ts';
import type { World } from './world.ts';

/** The client that asks the API of the settings with their credentials. */
export function saeClientOf(
  { clock, transport: send, nonce, env, readSmallFile, toolkit, version }: World,
  settings: Settings,
  budget: CallBudget,
  serverTime: ServerTime,
  traced: (trace: RequestTrace) => void,
): SaeClient {
  const { origin, requestTimeoutMs } = settings;
  const hide = toolkit.redact;
  const transport = waryTransport(send, hide);
  const requests = { clock, serverTime, transport, requestTimeoutMs, userAgent: userAgentOf(version), hide };
  const mask = (secret: string): void => {
    toolkit.mask(secret);
  };
  const credentials = credentialsProvider(settings.credentials, {
    ...requests,
    env,
    readSmallFile,
    mask,
    traced,
  });
  return new SaeClient({ ...requests, origin, nonce, budget, credentials, traced });
}
