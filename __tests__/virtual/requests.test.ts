import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../src/inputs/settings.ts';
import { authorization } from '../../src/sae/signature.ts';
import { throttled, UNAVAILABLE } from '../support/answers.ts';
import { environment, KEY_ID, KEY_SECRET } from '../support/environment.ts';
import { gateRun } from '../support/gate-run.ts';
import { ORDER_ID } from '../support/orders.ts';
import { always, oneByOne, overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';
import { answers } from '../support/scripted-transport.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

describe('every request of a gate', () => {
  test('has a nonce of its own and the date of its moment', async () => {
    const run = await gateRun(
      oneByOne(UNAVAILABLE, { kind: 'reset' }, throttled('1000'), { kind: 'hang' }, RUNNING, SUCCEEDED),
    );
    const { seen } = run.transport;
    expect(seen).toHaveLength(6);
    expect(new Set(seen.map(({ request }) => request.headers['x-acs-signature-nonce'])).size).toBe(6);
    for (const { atMs, request } of seen) {
      const date = Date.parse(request.headers['x-acs-date'] ?? '');
      expect(Math.abs(date - (WALL_START_MS + atMs))).toBeLessThan(1_000);
    }
  });

  test('is signed afresh with the key that was given', async () => {
    const run = await gateRun(oneByOne(UNAVAILABLE, RUNNING, SUCCEEDED));
    for (const { request } of run.transport.seen) {
      const headers = Object.fromEntries(
        Object.entries(request.headers).filter(([name]) => /^(?:host|x-acs-.*)$/u.test(name)),
      );
      const path = '/pop/v1/sam/changeorder/DescribeChangeOrder';
      const signable = { method: 'GET', path, query: { ChangeOrderId: ORDER_ID }, headers, body: '' };
      expect(request.headers['authorization']).toBe(authorization(signable, KEY_ID, KEY_SECRET));
    }
  });

  test('waits for the one before it', async () => {
    for (const reply of [answers(RUNNING, 9_000), { kind: 'hang' }, answers(RUNNING, 20_000)] as const) {
      const run = await gateRun(always(reply), { inputs: { timeout: '10m', outageTolerance: '1h' } });
      expect(run.transport.mostAtOnce).toBe(1);
    }
  });

  test('goes to the endpoint that was given', async () => {
    const run = await gateRun(always(SUCCEEDED), {
      inputs: { endpoint: 'sae-vpc.cn-beijing.aliyuncs.com:8443' },
    });
    expect(run.transport.seen[0]?.url.origin).toBe('https://sae-vpc.cn-beijing.aliyuncs.com:8443');
    expect(run.transport.seen[0]?.request.headers['host']).toBe('sae-vpc.cn-beijing.aliyuncs.com:8443');
  });

  test('is a read', async () => {
    const run = await gateRun(overTime([0, RUNNING], [60_000, SUCCEEDED]), { inputs: { appId: 'app' } });
    for (const { request } of run.transport.seen) {
      expect(request.method).toBe('GET');
      expect(request.url).toMatch(/\/(?:DescribeChangeOrder|ListChangeOrders)\?/u);
    }
  });
});

describe('bad inputs', () => {
  test('are red, are told together, and send nothing', async () => {
    const inputs = { timeout: 'soon', changeOrderId: '', regionId: 'Hangzhou' };
    const run = await gateRun(always(SUCCEEDED), { inputs });
    expect(run).toMatchObject({ green: false, verdict: 'error', looksMs: [], endedAtMs: 0, asleep: 0 });
    expect(run.toolkit.errors).toHaveLength(1);
    const { title, message = '' } = run.toolkit.errors[0] ?? {};
    expect(title).toBe('SAE rollout: 3 inputs need to be corrected');
    expect(message).toMatch(/timeout: expected .+ got "soon"/u);
    expect(message).toContain('changeOrderId: expected a change order ID, got an empty value');
    expect(message).toMatch(/regionId: expected .+ got "Hangzhou"/u);
    expect(readSettings(environment(inputs), WALL_START_MS)).toMatchObject({ faults: { length: 3 } });
  });

  test('come without a stack trace', async () => {
    const run = await gateRun(always(SUCCEEDED), { inputs: { timeout: 'soon' } });
    expect(run.toolkit.everything).not.toMatch(/\n\s+at |\.ts:\d/u);
  });

  test('are in the summary too', async () => {
    const run = await gateRun(always(SUCCEEDED), { inputs: { timeout: 'soon' } });
    expect(run.toolkit.summaries).toHaveLength(1);
    expect(run.toolkit.summaries[0]).toMatch(/timeout: expected .+ got &quot;soon&quot;/u);
  });
});
