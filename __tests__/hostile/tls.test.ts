import { afterAll, describe, expect, test } from '@jest/globals';
import type { CertificateRequest } from '../../testbed/fault-proxy/certificate-authority.ts';
import { createCertificateAuthority } from '../../testbed/fault-proxy/certificate-authority.ts';
import type { ProxyFault } from '../../testbed/fault-proxy/fault.ts';
import { proxyFault } from '../../testbed/fault-proxy/fault.ts';
import { startFaultProxy } from '../../testbed/fault-proxy/server.ts';
import { startTlsFront } from '../../testbed/fault-proxy/tls-front.ts';
import { authorityFile } from './authority-file.ts';
import {
  errorOf,
  expectDeadline,
  expectEnding,
  failedLooksOf,
  IMPATIENT,
  runAgainst,
  startSucceeded,
} from './run-against.ts';

const CA = authorityFile();
const GOOD: CertificateRequest = { hosts: ['127.0.0.1', 'localhost'] };
const MINUTE_MS = 60_000;

afterAll(() => {
  CA[Symbol.dispose]();
});

describe('a certificate of an own authority', () => {
  test.concurrent.each(['127.0.0.1', 'localhost'])('is accepted for %s', async host => {
    await using simulator = await startSucceeded();
    await using front = await startTlsFront({
      target: simulator.url,
      certificate: CA.authority.issue(GOOD),
    });
    const run = await runAgainst({
      endpoint: `https://${host}:${front.port}`,
      env: { NODE_EXTRA_CA_CERTS: CA.file },
    });
    expectEnding(run, 'succeeded');
    expect(simulator.requests).toHaveLength(1);
  });
});

describe('a wrong certificate is final after one call, with its reason', () => {
  const OTHER = createCertificateAuthority('Another authority');
  const ownCa = { NODE_EXTRA_CA_CERTS: CA.file };
  const wrong: readonly (readonly [
    name: string,
    certificate: ReturnType<typeof CA.authority.issue>,
    env: Readonly<Record<string, string>>,
    reason: RegExp,
  ])[] = [
    ['for another host', CA.authority.issue({ hosts: ['sae.test'] }), ownCa, /does not match.*altnames/],
    [
      'that has expired',
      CA.authority.issue({ ...GOOD, notAfterMs: Date.now() - MINUTE_MS }),
      ownCa,
      /certificate has expired/,
    ],
    [
      'that is not good yet',
      CA.authority.issue({ ...GOOD, notBeforeMs: Date.now() + 10 * MINUTE_MS }),
      ownCa,
      /not yet valid/,
    ],
    ['of an unknown authority', OTHER.issue(GOOD), ownCa, /unable to verify the first certificate/],
    ['of an authority that nobody named', CA.authority.issue(GOOD), {}, /unable to verify/],
  ];

  test.concurrent.each(wrong)('%s', async (_, certificate, env, reason) => {
    await expectRefused(certificate, env, reason);
  });

  test.concurrent.each(wrong)(
    '%s, also with NODE_TLS_REJECT_UNAUTHORIZED=0',
    async (_, certificate, env, reason) => {
      await expectRefused(certificate, { ...env, NODE_TLS_REJECT_UNAUTHORIZED: '0' }, reason);
    },
  );

  async function expectRefused(
    certificate: ReturnType<typeof CA.authority.issue>,
    env: Readonly<Record<string, string>>,
    reason: RegExp,
  ): Promise<void> {
    await using simulator = await startSucceeded();
    await using front = await startTlsFront({ target: simulator.url, certificate });
    const run = await runAgainst({ endpoint: front.url, env });
    expectEnding(run, 'unreadable');
    expect(errorOf(run)).toMatch(reason);
    expect(errorOf(run)).toContain('NODE_EXTRA_CA_CERTS');
    expect(front.connections()).toBe(1);
    expect(simulator.requests).toHaveLength(0);
  }
});

describe('on the way of what is encrypted', () => {
  const FAULTS: readonly (readonly [name: string, ProxyFault])[] = [
    ['no answer to the handshake', { kind: 'hang' }],
    ['a handshake that is swallowed', { kind: 'swallow' }],
    ['a handshake that is cut', { kind: 'cut', afterBytes: 300, how: 'close' }],
    ['a handshake that is reset', { kind: 'reset', at: 'request' }],
    ['a handshake in ruins', { kind: 'corrupt', fromByte: 200, bytes: 1 }],
    ['a handshake that drips', { kind: 'drip', bytes: 1, everyMs: 20 }],
  ];

  test.concurrent.each(FAULTS)('%s is survived', async (_, fault) => {
    const run = await runThrough(fault, { connections: [1] }, {});
    expectEnding(run, 'succeeded');
    expect(failedLooksOf(run)).toBeGreaterThan(0);
  });

  test.concurrent.each(FAULTS)('%s, always, is red by the deadline and one request', async (_, fault) => {
    const run = await runThrough(fault, {}, { timeout: '1s', requestTimeout: '700ms' });
    expectDeadline(run);
  });

  test.concurrent('an answer with one bit turned over is never believed', async () => {
    const corrupt = { kind: 'corrupt', fromByte: 400, bytes: 1 } as const;
    const run = await runThrough(corrupt, { fromExchange: 2 }, { timeout: '1s' });
    expectEnding(run, 'timed-out');
    expect(errorOf(run)).toMatch(/could not be asked/);
  });

  async function runThrough(
    fault: ProxyFault,
    on: Parameters<typeof proxyFault>[1],
    inputs: Readonly<Record<string, string>>,
  ): ReturnType<typeof runAgainst> {
    await using simulator = await startSucceeded();
    await using front = await startTlsFront({
      target: simulator.url,
      certificate: CA.authority.issue(GOOD),
    });
    await using proxy = await startFaultProxy({ target: front.url, faults: [proxyFault(fault, on)] });
    const env = { NODE_EXTRA_CA_CERTS: CA.file };
    return await runAgainst({ endpoint: proxy.url, inputs: { ...IMPATIENT, ...inputs }, env });
  }
});
