import { Buffer } from 'node:buffer';
import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';
import {
  bitString,
  boolean,
  contextTag,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  utcTime,
  utf8String,
} from './der.ts';

/** A certificate and the private key that belongs to it, as PEM. */
export interface ServerCertificate {
  readonly certificatePem: string;
  readonly keyPem: string;
}

/** What a certificate is to say. */
export interface CertificateRequest {
  /** The host names and IPv4 addresses that it is for. */
  readonly hosts: readonly string[];
  /** When it begins and ends to be good, epoch ms; the last and the next hour, if not given. */
  readonly notBeforeMs?: number;
  readonly notAfterMs?: number;
}

/** An authority made at run time, of which nothing is kept. */
export interface CertificateAuthority {
  /** Its own certificate, for `NODE_EXTRA_CA_CERTS`. */
  readonly certificatePem: string;
  readonly issue: (request: CertificateRequest) => ServerCertificate;
}

interface Content {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

interface Issuer {
  readonly name: string;
  readonly privateKey: KeyObject;
}

const HOUR_MS = 3_600_000;

/** Makes an authority of this name, good for an hour. Its certificates are X.509 v3 with ECDSA on P-256. */
export function createCertificateAuthority(name: string): CertificateAuthority {
  const { publicKey, privateKey } = newKeys();
  const issuer = { name, privateKey };
  const own = certificate(issuer, {
    subject: name,
    publicKey,
    extensions: [isAuthority(true), mayOnly('sign certificates')],
    ...hourAround(Date.now()),
  });
  return {
    certificatePem: own,
    issue: ({ hosts, ...period }) => {
      const keys = newKeys();
      const certificatePem = certificate(issuer, {
        subject: hosts[0] ?? 'nobody',
        publicKey: keys.publicKey,
        extensions: [isAuthority(false), mayOnly('sign handshakes'), forHosts(hosts)],
        ...hourAround(Date.now()),
        ...period,
      });
      const keyPem = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      return { certificatePem, keyPem };
    },
  };
}

function newKeys(): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function hourAround(nowMs: number): Pick<Content, 'notBeforeMs' | 'notAfterMs'> {
  return { notBeforeMs: nowMs - HOUR_MS, notAfterMs: nowMs + HOUR_MS };
}

const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const VERSION_3 = contextTag(0, integer(Buffer.from([2])), true);

/** Makes and signs a certificate (RFC 5280). */
function certificate(issuer: Issuer, content: Content): string {
  const { subject, publicKey, extensions, notBeforeMs, notAfterMs } = content;
  const toBeSigned = sequence(
    VERSION_3,
    integer(serialNumber()),
    ECDSA_WITH_SHA256,
    commonName(issuer.name),
    sequence(utcTime(notBeforeMs), utcTime(notAfterMs)),
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    contextTag(3, sequence(...extensions), true),
  );
  const signature = sign('sha256', toBeSigned, issuer.privateKey);
  const base64 = sequence(toBeSigned, ECDSA_WITH_SHA256, bitString(signature)).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** Positive, and with no zero in front that DER would not allow. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes.writeUInt8(((bytes[0] ?? 0) & 0x3f) | 0x40);
  return bytes;
}

function commonName(name: string): Buffer {
  return sequence(setOf(sequence(objectIdentifier('2.5.4.3'), utf8String(name))));
}

function extension(dotted: string, isCritical: boolean, content: Buffer): Buffer {
  return sequence(objectIdentifier(dotted), ...(isCritical ? [boolean(true)] : []), octetString(content));
}

/** basicConstraints. */
function isAuthority(authority: boolean): Buffer {
  return extension('2.5.29.19', true, sequence(...(authority ? [boolean(true)] : [])));
}

/** keyUsage: digitalSignature (bit 0), or keyCertSign (bit 5). */
function mayOnly(what: 'sign handshakes' | 'sign certificates'): Buffer {
  const usage =
    what === 'sign handshakes' ? bitString(Buffer.from([0x80]), 7) : bitString(Buffer.from([0x04]), 2);
  return extension('2.5.29.15', true, usage);
}

/** subjectAltName. */
function forHosts(hosts: readonly string[]): Buffer {
  const names = hosts.map(host =>
    isIPv4(host)
      ? contextTag(7, Buffer.from(host.split('.').map(Number)), false)
      : contextTag(2, Buffer.from(host), false),
  );
  return extension('2.5.29.17', false, sequence(...names));
}
