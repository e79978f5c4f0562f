import { describe, expect, test } from '@jest/globals';
import { API_PATHS, API_WRITES } from '../../src/sae/client.ts';
import { authorization } from '../../src/sae/signature.ts';
import { describeAnswer, errorAnswer, throttled, UNAVAILABLE } from '../support/answers.ts';
import type { TestClient } from '../support/client.ts';
import { aClient, clientThatGets, NEVER } from '../support/client.ts';
import { KEY_ID, KEY_SECRET } from '../support/environment.ts';

const NAME = 'AbortAndRollbackChangeOrder';

function write({ client, clock }: TestClient, id = 'o', signal = NEVER, options = {}) {
  return clock.run(client.write(NAME, { ChangeOrderId: id }, signal, options));
}

describe('a write', () => {
  test('is a PUT of the documented path without a body, signed as one', async () => {
    const tested = clientThatGets(describeAnswer());
    await write(tested);
    const [seen] = tested.transport.seen;
    const { method, url, body, headers = {} } = seen?.request ?? {};
    expect({ method, body }).toStrictEqual({ method: 'PUT', body: undefined });
    expect(url).toBe(`https://sae.cn-hangzhou.aliyuncs.com/pop/v1/sam/changeorder/${NAME}?ChangeOrderId=o`);
    const signed = Object.fromEntries(
      Object.entries(headers).filter(([name]) => /^(?:host|x-acs-.*)$/u.test(name)),
    );
    const request = {
      method: 'PUT',
      path: API_WRITES[NAME],
      query: { ChangeOrderId: 'o' },
      headers: signed,
      body: '',
    };
    expect(headers['authorization']).toBe(authorization(request, KEY_ID, KEY_SECRET));
  });

  test.each([
    ['throttled', throttled()],
    [
      'stamped wrongly, with the right time',
      errorAnswer('InvalidTimeStamp.Expired', 400, { date: 'Sun, 22 Nov 2026 07:00:00 GMT' }),
    ],
    ['with expired credentials', errorAnswer('InvalidSecurityToken.Expired', 400)],
    ['unavailable', UNAVAILABLE],
  ])('is sent once: %s', async (_, answer) => {
    const tested = clientThatGets(answer);
    expect(await write(tested)).toMatchObject({ kind: 'fault' });
    expect(tested.transport.seen).toHaveLength(1);
  });

  test('is not sent a second time unless the first one provably did nothing', async () => {
    const tested = clientThatGets(UNAVAILABLE);
    await write(tested);
    await expect(write(tested)).rejects.toThrow('may have been carried out already');
    expect(tested.transport.seen).toHaveLength(1);
    await write(tested, 'o', NEVER, { provenUndone: true });
    await write(tested, 'another');
    expect(tested.transport.seen).toHaveLength(3);
  });

  test('that was given up before its turn was never sent, and may be', async () => {
    const tested = aClient(() => ({ kind: 'hang' }));
    const answer = await write(tested, 'o', AbortSignal.abort());
    expect(answer).toMatchObject({ fault: { reason: 'no-answer', neverSent: true } });
    expect(tested.transport.seen).toHaveLength(0);
  });

  test('is no call: nothing that reads can name one', () => {
    expect(Object.keys(API_PATHS).filter(name => Object.hasOwn(API_WRITES, name))).toStrictEqual([]);
  });
});
