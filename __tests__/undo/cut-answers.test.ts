import { expect, test } from '@jest/globals';
import { proxyFault } from '../../testbed/fault-proxy/fault.ts';
import { startFaultProxy } from '../../testbed/fault-proxy/server.ts';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import { standingAt } from '../../testbed/simulator/pace.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';
import { staticCredentials } from '../../src/credentials/provider.ts';
import { ServerTime } from '../../src/http/server-time.ts';
import { systemClock } from '../../src/platform/process.ts';
import { undiciTransport } from '../../src/platform/undici-transport.ts';
import { CallBudget } from '../../src/polling/call-budget.ts';
import { SaeClient } from '../../src/sae/client.ts';
import { ZONE_OFFSET_MS } from '../../src/sae/time-zone.ts';
import type { Aborted } from '../../src/undo/abort.ts';
import { abortAndRollBack } from '../../src/undo/abort.ts';
import { withoutProxies } from '../http/without-proxies.ts';

withoutProxies();

/** When the rollout of the story has stopped and waits for a person. */
const STOPPED_MS = 200_000;

interface Cut {
  readonly aborted: Aborted;
  readonly writes: number;
  readonly accepted: Simulator['aborted'];
}

/** Undoes the story's rollout over HTTP, through a proxy that lets so many bytes of the write's answer pass. */
async function cutAfter(bytes: number, how: 'close' | 'reset'): Promise<Cut> {
  const startedMs = Date.now();
  await using simulator = await startSimulator({
    scenario: 'rolled-back',
    pace: standingAt(STOPPED_MS),
    timeScale: 1_000,
  });
  await using proxy = await startFaultProxy({ target: simulator.url });
  const http = undiciTransport({});
  let nonces = 0;
  const client = new SaeClient({
    origin: proxy.url,
    transport: http.send,
    credentials: staticCredentials({ ...simulator, securityToken: undefined }),
    clock: systemClock,
    serverTime: new ServerTime(systemClock, () => undefined),
    zoneOffsetMs: ZONE_OFFSET_MS,
    budget: new CallBudget(systemClock, 1_000_000),
    requestTimeoutMs: 60_000,
    userAgent: 'sae-rollout-gate/test',
    nonce: () => `nonce-${startedMs}-${++nonces}`,
    hide: text => text,
    traced: () => undefined,
  });
  try {
    const aborted = await abortAndRollBack({
      client,
      clock: systemClock,
      cancel: new AbortController().signal,
      asked: {
        trigger: 'needs-rollback',
        targets: 1,
        changeOrderId: DEMO_ORDER_ID,
        appId: DEMO_APPLICATION.id,
        givenById: true,
        descriptionContains: undefined,
        amongSeveral: false,
        createdAfterMs: startedMs - 60_000,
      },
      writes: () => {
        proxy.setFaults([proxyFault({ kind: 'cut', afterBytes: bytes, how })]);
      },
      provenUndone: false,
    });
    const writes = simulator.requests.filter(({ method }) => method === 'PUT').length;
    return { aborted, writes, accepted: [...simulator.aborted] };
  } finally {
    await http.close();
  }
}

test('an answer that is whole is accepted', async () => {
  const { aborted, writes, accepted } = await cutAfter(100_000, 'close');
  expect(aborted).toMatchObject({ kind: 'sent', accepted: true, fault: undefined });
  expect([writes, accepted.length]).toStrictEqual([1, 1]);
});

test('an answer that is cut at any byte is not known, and the write is not sent again', async () => {
  // As long as there is something left of it, each byte in turn.
  let bytes = 0;
  for (; bytes < 5_000; bytes++) {
    const { aborted, writes, accepted } = await cutAfter(bytes, bytes % 2 === 0 ? 'close' : 'reset');
    expect({ bytes, writes, accepted: accepted.length }).toStrictEqual({ bytes, writes: 1, accepted: 1 });
    expect(aborted.kind).toBe('sent');
    if (aborted.kind === 'sent' && aborted.accepted) break;
  }
  // Headers and body.
  expect(bytes).toBeGreaterThan(300);
  expect(bytes).toBeLessThan(5_000);
}, 300_000);
