import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  canonicalRequest,
  isSignedWith,
  parseAuthorization,
  sha256Hex,
  stringToSign,
} from '../../testbed/simulator/signature.ts';
import type { SignedRequest } from '../../testbed/simulator/signature.ts';

interface Vector {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly wirePath?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly accessKeySecret: string;
  readonly expectedCanonicalRequest: string;
  readonly expectedAuthorization: string;
  readonly expectedStringToSign: string;
}

const vectors = JSON.parse(
  readFileSync(new URL('../data/acs3-vectors.json', import.meta.url), 'utf8'),
) as readonly Vector[];

/** The request as the official client sends it: its own wire path where the vector has one. */
function requestOf(vector: Vector): SignedRequest {
  const [rawPath = '', rawQuery = queryOf(vector)] = (vector.wirePath ?? vector.path).split('?');
  return {
    method: vector.method,
    rawPath,
    rawQuery,
    headers: vector.headers,
    body: Buffer.from(vector.body),
  };
}

/** Deliberately not in canonical form: unsorted as given, encoded as encodeURIComponent does. */
function queryOf(vector: Vector): string {
  return Object.entries(vector.query)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}

function authorizationOf(vector: Vector): NonNullable<ReturnType<typeof parseAuthorization>> {
  const authorization = parseAuthorization(vector.expectedAuthorization);
  if (!authorization) throw new Error(`unreadable: ${vector.expectedAuthorization}`);
  return authorization;
}

describe('the check of signatures', () => {
  test('knows all twelve official vectors', () => {
    expect(vectors).toHaveLength(12);
  });

  test.each(vectors)('rebuilds what was signed in $name', vector => {
    const canonical = canonicalRequest(requestOf(vector), authorizationOf(vector).signedHeaders);
    expect(canonical).toBe(vector.expectedCanonicalRequest);
    expect(stringToSign(canonical)).toBe(vector.expectedStringToSign);
  });

  test.each(vectors)('accepts the official signature of $name, and with no other secret', vector => {
    const authorization = authorizationOf(vector);
    expect(isSignedWith(requestOf(vector), authorization, vector.accessKeySecret)).toBe(true);
    expect(isSignedWith(requestOf(vector), authorization, `${vector.accessKeySecret}x`)).toBe(false);
  });

  test.each(vectors)('notices when anything of $name was altered on the way', vector => {
    const request = requestOf(vector);
    const authorization = authorizationOf(vector);
    const altered: SignedRequest[] = [
      { ...request, method: 'DELETE' },
      { ...request, rawPath: `${request.rawPath}x` },
      { ...request, rawQuery: `${request.rawQuery}&Extra=1` },
      { ...request, headers: { ...request.headers, host: 'elsewhere.example' } },
      { ...request, headers: { ...request.headers, 'x-acs-date': '2026-01-01T00:00:00Z' } },
      { ...request, body: Buffer.from('x') },
    ];
    for (const other of altered)
      expect(isSignedWith(other, authorization, vector.accessKeySecret)).toBe(false);
  });

  test('hashes an empty body as the standard says', () => {
    expect(sha256Hex(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  test.each([
    ['empty', ''],
    ['another scheme', 'Bearer abc'],
    ['no signature', 'ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host'],
    ['a signature that is no hash', 'ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=xyz'],
  ])('reads no authorization out of one that is %s', (_, value) => {
    expect(parseAuthorization(value)).toBeUndefined();
  });
});
