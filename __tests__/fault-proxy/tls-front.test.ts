import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:http';
import { get } from 'node:https';
import { describe, expect, test } from '@jest/globals';
import type { CertificateRequest } from '../../testbed/fault-proxy/certificate-authority.ts';
import { createCertificateAuthority } from '../../testbed/fault-proxy/certificate-authority.ts';
import { startTlsFront } from '../../testbed/fault-proxy/tls-front.ts';
import { listenOnLoopback } from '../../testbed/loopback/listen.ts';

const HOUR_MS = 3_600_000;
const AUTHORITY = createCertificateAuthority('An authority of the tests');

describe('a certificate', () => {
  test('is of its authority, for its hosts and its time', () => {
    const notBeforeMs = Date.parse('2026-11-22T05:00:00Z');
    const notAfterMs = Date.parse('2027-01-01T00:00:00Z');
    const { certificatePem } = AUTHORITY.issue({ hosts: ['sae.test', '127.0.0.1'], notBeforeMs, notAfterMs });
    const certificate = new X509Certificate(certificatePem);
    const authority = new X509Certificate(AUTHORITY.certificatePem);
    expect(certificate.subject).toBe('CN=sae.test');
    expect(certificate.subjectAltName).toBe('DNS:sae.test, IP Address:127.0.0.1');
    expect([certificate.ca, authority.ca]).toStrictEqual([false, true]);
    expect(certificate.checkIssued(authority)).toBe(true);
    expect(certificate.verify(authority.publicKey)).toBe(true);
    expect(certificate.validFromDate.getTime()).toBe(notBeforeMs);
    expect(certificate.validToDate.getTime()).toBe(notAfterMs);
  });

  test('has a serial number of its own, and is made of sound numbers whatever chance gives', () => {
    const serials = Array.from({ length: 50 }, () => {
      const { certificatePem } = AUTHORITY.issue({ hosts: ['sae.test'] });
      return new X509Certificate(certificatePem).serialNumber;
    });
    expect(new Set(serials).size).toBe(50);
  });
});

/** Asks a front with this certificate; gives the answer, or the code of what the client did not like. */
async function ask(request: CertificateRequest, ca: string): Promise<string> {
  const inner = await listenOnLoopback(createServer((_, response) => response.end('hello')));
  const certificate = AUTHORITY.issue(request);
  await using front = await startTlsFront({ target: `http://127.0.0.1:${inner.port}`, certificate });
  const answer = await new Promise<string>(resolve => {
    const asked = get(front.url, { ca, agent: false }, response => {
      response.setEncoding('utf8').on('data', resolve);
    });
    asked.on('error', error => {
      resolve('code' in error ? String(error.code) : error.message);
    });
  });
  await inner.close();
  expect(front.connections()).toBe(1);
  return answer;
}

describe('a front', () => {
  const { certificatePem } = AUTHORITY;

  test('passes on what is said, to a client that knows the authority', async () => {
    expect(await ask({ hosts: ['127.0.0.1'] }, certificatePem)).toBe('hello');
  });

  test.each([
    ['ERR_TLS_CERT_ALTNAME_INVALID', { hosts: ['another.test'] }, certificatePem],
    ['CERT_HAS_EXPIRED', { hosts: ['127.0.0.1'], notAfterMs: Date.now() - 60_000 }, certificatePem],
    ['CERT_NOT_YET_VALID', { hosts: ['127.0.0.1'], notBeforeMs: Date.now() + HOUR_MS / 2 }, certificatePem],
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      { hosts: ['127.0.0.1'] },
      createCertificateAuthority('Another').certificatePem,
    ],
  ])('%s', async (code, request, ca) => {
    expect(await ask(request, ca)).toBe(code);
  });
});
