import { expect, test } from '@jest/globals';
import { TransportError, waryTransport } from '../../src/http/transport.ts';
import type { Transport } from '../../src/http/transport.ts';
import { Redactor } from '../../src/text/secrets.ts';
import { httpAnswer } from '../support/answers.ts';

const SIGNAL = new AbortController().signal;
const KNOWN = { method: 'GET', url: 'https://sae.cn-hangzhou.aliyuncs.com/x', headers: {} } as const;
const MISSPELT = { ...KNOWN, url: 'https://sae.cn-hangzou.aliyuncs.com/x' } as const;

/** A transport that brings these one after the other. */
function bringing(...outcomes: readonly (Error | 'answer')[]): Transport {
  const left = [...outcomes];
  return () => {
    const next = left.shift() ?? 'answer';
    return next === 'answer' ? Promise.resolve(httpAnswer({})) : Promise.reject(next);
  };
}

const redactor = new Redactor();
redactor.mask('hunter2-secret');

function failureOf(transport: Transport, request: Parameters<Transport>[0]): Promise<unknown> {
  return transport(request, SIGNAL).then(
    () => 'answer',
    (error: unknown) => (error instanceof TransportError ? error.failure : error),
  );
}

test('a host that was never reached stays unknown, one that was is not called so', async () => {
  const notFound = (): Error => new TransportError('unknown-host', 'getaddrinfo ENOTFOUND');
  const wary = waryTransport(bringing(notFound(), 'answer', notFound(), notFound()), redactor.redact);
  expect(await failureOf(wary, KNOWN)).toBe('unknown-host');
  expect(await failureOf(wary, KNOWN)).toBe('answer');
  expect(await failureOf(wary, KNOWN)).toBe('network');
  expect(await failureOf(wary, MISSPELT)).toBe('unknown-host');
});

test('what a failure says is clean, holds no secret and is cut in this order', async () => {
  const said = `${'x'.repeat(990)}hunter2\u200b-secret\n::error::`;
  const wary = waryTransport(bringing(new TransportError('network', said)), redactor.redact);
  await expect(wary(KNOWN, SIGNAL)).rejects.toMatchObject({ message: `${'x'.repeat(990)}*** ::err…` });
});

test('the detail of a failure is kept, and what else is thrown passes through', async () => {
  const detail = { kind: 'too-large', host: 'x', limitBytes: 1 } as const;
  const bug = new RangeError('a bug');
  const wary = waryTransport(bringing(new TransportError('too-large', '', detail), bug), redactor.redact);
  await expect(wary(KNOWN, SIGNAL)).rejects.toMatchObject({ failure: 'too-large', detail });
  await expect(wary(KNOWN, SIGNAL)).rejects.toBe(bug);
});
