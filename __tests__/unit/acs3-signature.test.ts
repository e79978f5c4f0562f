import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  authorization,
  canonicalQuery,
  canonicalRequest,
  sha256Hex,
  stringToSign,
} from '../../src/sae/signature.ts';
import type { SignableRequest } from '../../src/sae/signature.ts';

interface Vector extends SignableRequest {
  readonly name: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly expectedCanonicalRequest: string;
  readonly expectedStringToSign: string;
  readonly expectedAuthorization: string;
}

const vectors = (
  JSON.parse(readFileSync(new URL('../data/acs3-vectors.json', import.meta.url), 'utf8')) as readonly Vector[]
).map(vector => ({ ...vector, headers: signable(vector.headers) }));

/** Of the headers that the official client sent, those that are signed. */
function signable(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const isSigned = (name: string): boolean => /^(?:host|content-type|x-acs-.*)$/u.test(name);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => isSigned(name)));
}

describe('the signature', () => {
  test('is held to twelve official vectors', () => {
    expect(vectors).toHaveLength(12);
  });

  describe.each(vectors)('of $name', vector => {
    test('is made of the official canonical request', () => {
      expect(canonicalRequest(vector)).toBe(vector.expectedCanonicalRequest);
    });

    test('is made of the official string to sign', () => {
      expect(stringToSign(vector)).toBe(vector.expectedStringToSign);
    });

    test('is the official one', () => {
      const { accessKeyId, accessKeySecret, expectedAuthorization } = vector;
      expect(authorization(vector, accessKeyId, accessKeySecret)).toBe(expectedAuthorization);
    });
  });

  test('changes with the secret, the method, the path, a query, a header and the body', () => {
    const [vector] = vectors;
    if (vector === undefined) throw new Error('no vectors');
    const variants: readonly (readonly [Partial<SignableRequest>, string])[] = [
      [{}, vector.accessKeySecret],
      [{}, `${vector.accessKeySecret}x`],
      [{ method: 'PUT' }, vector.accessKeySecret],
      [{ path: '/x' }, vector.accessKeySecret],
      [{ query: { ...vector.query, x: '' } }, vector.accessKeySecret],
      [{ headers: { ...vector.headers, 'x-acs-x': '' } }, vector.accessKeySecret],
      [{ body: 'x' }, vector.accessKeySecret],
    ];
    const signatures = variants.map(([parts, secret]) =>
      authorization({ ...vector, ...parts }, 'id', secret).replace(/.*Signature=/u, ''),
    );
    expect(new Set(signatures).size).toBe(variants.length);
    for (const signature of signatures) expect(signature).toMatch(/^[0-9a-f]{64}$/u);
  });

  test('is over header values without the blanks around them', () => {
    const headers = { host: ' a.example ', 'x-acs-action': '\tX' };
    const request = canonicalRequest({ method: 'GET', path: '/', query: {}, headers, body: '' });
    expect(request).toContain('\nhost:a.example\nx-acs-action:X\n\nhost;x-acs-action\n');
  });

  test('says the same whatever the order in which headers and query were put together', () => {
    const turned = (fields: Readonly<Record<string, string>>): Record<string, string> =>
      Object.fromEntries(Object.entries(fields).reverse());
    for (const vector of vectors) {
      const other = { ...vector, headers: turned(vector.headers), query: turned(vector.query) };
      expect(canonicalRequest(other)).toBe(vector.expectedCanonicalRequest);
    }
  });
});

describe('the canonical query', () => {
  test.each([
    ['is empty without parameters', {}, ''],
    ['keeps an empty value', { a: '' }, 'a='],
    ['sorts by code unit, capitals first', { b: '1', B: '2', a: '3', _: '4' }, 'B=2&_=4&a=3&b=1'],
    ['encodes what encodeURIComponent leaves', { k: "!'()*" }, 'k=%21%27%28%29%2A'],
    ['leaves the unreserved characters', { k: 'aZ09-_.~' }, 'k=aZ09-_.~'],
    ['writes a blank as %20', { k: 'a b' }, 'k=a%20b'],
    ['encodes keys too', { 'a b': '1' }, 'a%20b=1'],
    ['encodes as UTF-8', { k: '中' }, 'k=%E4%B8%AD'],
    ['does not fail on half a surrogate pair', { k: '\ud800' }, 'k=%EF%BF%BD'],
  ])('%s', (_, query, expected) => {
    expect(canonicalQuery(query)).toBe(expected);
  });

  test('is what a reader of URLs decodes to the very same parameters', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), query => {
        const read = Object.fromEntries(new URLSearchParams(canonicalQuery(query)));
        expect(read).toEqual({ ...query });
      }),
    );
  });
});

test('the hash of nothing is the well-known one', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
