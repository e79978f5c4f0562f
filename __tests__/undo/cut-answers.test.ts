import { expect, test } from '@jest/globals';
import type { ProxyFault } from '../../testbed/fault-proxy/fault.ts';
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

/** Undoes the story's rollout over HTTP, through a proxy that does this to the write's answer. */
async function undoneThrough(
  fault: ProxyFault,
  scenario: 'rolled-back' | 'rollback-refused' = 'rolled-back',
): Promise<Cut> {
  const startedMs = Date.now();
  await using simulator = await startSimulator({
    scenario,
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
        proxy.setFaults([proxyFault(fault)]);
      },
      provenUndone: false,
    });
    const writes = simulator.requests.filter(({ method }) => method === 'PUT').length;
    return { aborted, writes, accepted: [...simulator.aborted] };
  } finally {
    await http.close();
  }
}

function cutAfter(bytes: number, scenario?: 'rolled-back' | 'rollback-refused'): Promise<Cut> {
  const how = bytes % 2 === 0 ? 'close' : 'reset';
  return undoneThrough({ kind: 'cut', afterBytes: bytes, how }, scenario);
}

test('an answer that is whole is accepted', async () => {
  const { aborted, writes, accepted } = await cutAfter(100_000);
  expect(aborted).toMatchObject({ kind: 'sent', accepted: true, fault: undefined });
  expect([writes, accepted.length]).toStrictEqual([1, 1]);
});

test('an answer that is cut at any byte is not known, and the write is not sent again', async () => {
  // As long as there is something left of it, each byte in turn.
  let bytes = 0;
  for (; bytes < 5_000; bytes++) {
    const { aborted, writes, accepted } = await cutAfter(bytes);
    expect({ bytes, writes, accepted: accepted.length }).toStrictEqual({ bytes, writes: 1, accepted: 1 });
    expect(aborted.kind).toBe('sent');
    if (aborted.kind === 'sent' && aborted.accepted) break;
  }
  // Headers and body.
  expect(bytes).toBeGreaterThan(300);
  expect(bytes).toBeLessThan(5_000);
}, 300_000);

test('a refusal that is cut at any byte proves nothing, and the write is not sent again', async () => {
  let bytes = 0;
  for (; bytes < 5_000; bytes++) {
    const { aborted, writes } = await cutAfter(bytes, 'rollback-refused');
    expect({ bytes, writes }).toStrictEqual({ bytes, writes: 1 });
    if (aborted.kind === 'not-written') {
      expect(aborted).toMatchObject({ why: { kind: 'refused', fault: { code: 'NoPermission' } } });
      break;
    }
    expect(aborted).toMatchObject({ kind: 'sent', accepted: false });
  }
  expect(bytes).toBeGreaterThan(300);
  expect(bytes).toBeLessThan(5_000);
}, 300_000);

test('an answer in which any one byte is wrong never makes an accepted write a refused one', async () => {
  const LENGTH = 600;
  for (let fromByte = 0; fromByte < LENGTH; fromByte++) {
    const { aborted, writes, accepted } = await undoneThrough({ kind: 'corrupt', fromByte, bytes: 1 });
    expect({ fromByte, kind: aborted.kind, writes, accepted: accepted.length }).toStrictEqual({
      fromByte,
      kind: 'sent',
      writes: 1,
      accepted: 1,
    });
  }
}, 300_000);
