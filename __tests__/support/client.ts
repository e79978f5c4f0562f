import { CallBudget } from '../../src/polling/call-budget.ts';
import type { HttpAnswer } from '../../src/http/transport.ts';
import { staticCredentials } from '../../src/credentials/provider.ts';
import type { RequestTrace } from '../../src/http/envelope.ts';
import { SaeClient } from '../../src/sae/client.ts';
import { ZONE_OFFSET_MS } from '../../src/sae/time-zone.ts';
import { ServerTime } from '../../src/http/server-time.ts';
import { Redactor } from '../../src/text/secrets.ts';
import { KEY_ID, KEY_SECRET } from './environment.ts';
import type { Script } from './scripted-transport.ts';
import { answers, ScriptedTransport } from './scripted-transport.ts';
import { VirtualClock } from './virtual-clock.ts';

export interface TestClient {
  readonly client: SaeClient;
  readonly clock: VirtualClock;
  readonly transport: ScriptedTransport;
  readonly traces: readonly RequestTrace[];
}

/** A client of the API whose every request is answered by the script, within 10 s. */
export function aClient(
  script: Script,
  securityToken?: string,
  zoneOffsetMs = ZONE_OFFSET_MS,
  callsPerMinute = 1_000_000,
): TestClient {
  const clock = new VirtualClock();
  const transport = new ScriptedTransport(clock, script);
  const traces: RequestTrace[] = [];
  let nonces = 0;
  const redactor = new Redactor();
  for (const secret of [KEY_ID, KEY_SECRET, securityToken ?? '']) redactor.mask(secret);
  const client = new SaeClient({
    origin: 'https://sae.cn-hangzhou.aliyuncs.com',
    transport: transport.send,
    credentials: staticCredentials({ accessKeyId: KEY_ID, accessKeySecret: KEY_SECRET, securityToken }),
    clock,
    serverTime: new ServerTime(clock, () => undefined),
    zoneOffsetMs,
    budget: new CallBudget(clock, callsPerMinute),
    requestTimeoutMs: 10_000,
    userAgent: 'sae-rollout-gate/test',
    nonce: () => `nonce-${++nonces}`,
    hide: redactor.redact,
    traced: trace => traces.push(trace),
  });
  return { client, clock, transport, traces };
}

/** A client that always gets this answer. */
export function clientThatGets(answer: HttpAnswer): TestClient {
  return aClient(() => answers(answer));
}

/** A signal that is never aborted. */
export const NEVER = new AbortController().signal;
