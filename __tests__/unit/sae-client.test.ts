import { describe, expect, test } from '@jest/globals';
import { TransportError } from '../../src/http/transport.ts';
import { authorization } from '../../src/sae/signature.ts';
import type { Answer } from '../../src/http/envelope.ts';
import { describeAnswer, throttled } from '../support/answers.ts';
import type { TestClient } from '../support/client.ts';
import { aClient, clientThatGets, NEVER } from '../support/client.ts';
import { KEY_ID, KEY_SECRET } from '../support/environment.ts';
import type { Reply } from '../support/scripted-transport.ts';
import { answers } from '../support/scripted-transport.ts';

function ask({ client, clock }: TestClient, signal = NEVER): Promise<Answer> {
  return clock.run(client.call('DescribeChangeOrder', { ChangeOrderId: 'o' }, signal));
}

describe('a request', () => {
  test('is a GET of the documented path, with the headers that the API wants', async () => {
    const tested = clientThatGets(describeAnswer());
    await ask(tested);
    const [seen] = tested.transport.seen;
    expect(seen?.request).toStrictEqual({
      method: 'GET',
      url: 'https://sae.cn-hangzhou.aliyuncs.com/pop/v1/sam/changeorder/DescribeChangeOrder?ChangeOrderId=o',
      headers: {
        host: 'sae.cn-hangzhou.aliyuncs.com',
        'x-acs-action': 'DescribeChangeOrder',
        'x-acs-version': '2019-05-06',
        'x-acs-date': '2026-11-22T05:00:00Z',
        'x-acs-signature-nonce': 'nonce-1',
        'x-acs-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        authorization: expect.stringMatching(/^ACS3-HMAC-SHA256 Credential=/u),
        accept: 'application/json',
        'user-agent': 'sae-rollout-gate/test',
      },
    });
  });

  test('is signed over its host and all its x-acs headers', async () => {
    const tested = clientThatGets(describeAnswer());
    await ask(tested);
    const headers = tested.transport.seen[0]?.request.headers ?? {};
    const signed = Object.fromEntries(
      Object.entries(headers).filter(([name]) => /^(?:host|x-acs-.*)$/u.test(name)),
    );
    const path = '/pop/v1/sam/changeorder/DescribeChangeOrder';
    const request = { method: 'GET', path, query: { ChangeOrderId: 'o' }, headers: signed, body: '' };
    expect(headers['authorization']).toBe(authorization(request, KEY_ID, KEY_SECRET));
  });

  test('carries the token of a temporary session, signed', async () => {
    const tested = aClient(() => answers(describeAnswer()), 'a+token/=');
    await ask(tested);
    const headers = tested.transport.seen[0]?.request.headers ?? {};
    expect(headers['x-acs-security-token']).toBe('a+token/=');
    expect(headers['authorization']).toContain(';x-acs-security-token;');
  });

  test('has a nonce, a date and a signature of its own', async () => {
    const tested = clientThatGets(throttled());
    await ask(tested);
    await tested.clock.run(tested.clock.sleep(1_000));
    await ask(tested);
    const headers = tested.transport.seen.map(({ request }) => request.headers);
    for (const name of ['x-acs-signature-nonce', 'x-acs-date', 'authorization']) {
      expect(new Set(headers.map(one => one[name])).size).toBe(2);
    }
  });

  test('is made once, whatever comes back', async () => {
    for (const reply of [
      answers(throttled()),
      { kind: 'reset' },
      { kind: 'hang' },
    ] satisfies readonly Reply[]) {
      const tested = aClient(() => reply);
      await ask(tested);
      expect(tested.transport.seen).toHaveLength(1);
    }
  });

  test('never holds the secret', async () => {
    const tested = clientThatGets(describeAnswer());
    await ask(tested);
    expect(JSON.stringify(tested.transport.seen)).not.toContain(KEY_SECRET);
    expect(JSON.stringify(tested.traces)).not.toContain(KEY_SECRET);
  });
});

describe('a request that brings no answer', () => {
  test.each<readonly [string, Reply]>([
    ['that hangs', { kind: 'hang' }],
    ['that hangs and does not heed being given up', { kind: 'deaf' }],
    ['whose answer comes too late', answers(describeAnswer(), 10_001)],
  ])('%s is given up after the request timeout', async (_, reply) => {
    const tested = aClient(() => reply);
    expect(await ask(tested)).toStrictEqual({
      kind: 'fault',
      fault: {
        action: 'DescribeChangeOrder',
        reason: 'no-answer',
        message: '',
        detail: { kind: 'time-limit', limitMs: 10_000 },
      },
    });
    expect(tested.clock.elapsedMs).toBe(10_000);
  });

  test('just before the request timeout brings one', async () => {
    const tested = aClient(() => answers(describeAnswer(), 9_999));
    expect((await ask(tested)).kind).toBe('data');
  });

  test('is given up at once when the caller gives up', async () => {
    const tested = aClient(() => ({ kind: 'deaf' }));
    const cancel = new AbortController();
    tested.clock.at(3_000, () => {
      cancel.abort();
    });
    expect(await ask(tested, cancel.signal)).toMatchObject({
      fault: { reason: 'no-answer', detail: { kind: 'given-up' } },
    });
    expect(tested.clock.elapsedMs).toBe(3_000);
  });

  test.each(['network', 'certificate', 'too-large'] as const)(
    'because of "%s" is told as that',
    async failure => {
      const tested = aClient(() => ({ kind: 'throw', thrown: new TransportError(failure, 'why\nnot') }));
      expect(await ask(tested)).toStrictEqual({
        kind: 'fault',
        fault: { action: 'DescribeChangeOrder', reason: failure, message: 'why not' },
      });
    },
  );

  test('since that is too large is reported with the limit', async () => {
    const detail = { kind: 'too-large', host: 'sae.cn-hangzhou.aliyuncs.com', limitBytes: 8 } as const;
    const tested = aClient(() => ({ kind: 'throw', thrown: new TransportError('too-large', 'why', detail) }));
    expect(await ask(tested)).toStrictEqual({
      kind: 'fault',
      fault: { action: 'DescribeChangeOrder', reason: 'too-large', message: 'why', detail },
    });
  });

  test.each([[new Error('a bug')], ['a text'], [null], [undefined], [0]])(
    'because of a bug that throws %p lets it through',
    async thrown => {
      const tested = aClient(() => ({ kind: 'throw', thrown }));
      await expect(ask(tested)).rejects.toBe(thrown);
    },
  );

  test('leaves nobody asleep', async () => {
    const tested = aClient(() => ({ kind: 'hang' }));
    await ask(tested);
    expect(tested.clock.asleep).toBe(0);
  });
});

test('every request is traced with its time and what it brought', async () => {
  const tested = aClient(({ index }) => (index === 0 ? answers(describeAnswer(), 850) : { kind: 'reset' }));
  await ask(tested);
  await ask(tested);
  expect(tested.traces).toMatchObject([
    {
      action: 'DescribeChangeOrder',
      tookMs: 850,
      answer: { kind: 'data', requestId: '01CF26C7-00A3-4AA6-BA76-7E95F2A3' },
    },
    { action: 'DescribeChangeOrder', tookMs: 0, answer: { kind: 'fault', fault: { reason: 'network' } } },
  ]);
});
