import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { htmlText } from '../../src/report/html.ts';
import { Redactor } from '../../src/text/secrets.ts';

function redact(text: string, ...secrets: readonly string[]): string {
  const redactor = new Redactor();
  for (const secret of secrets) redactor.mask(secret);
  return redactor.redact(text);
}

/** As other programs write a text into theirs. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': text => text,
  'in a URL': encodeURIComponent,
  'in a URL, in small letters': text =>
    encodeURIComponent(text).replaceAll(/%../gu, code => code.toLowerCase()),
  'in a URL within a URL': text => encodeURIComponent(encodeURIComponent(text)),
  'in a form': text => new URLSearchParams([['', text]]).toString().slice(1),
  'in JSON': text => JSON.stringify(text).slice(1, -1),
  'in JSON that escapes what HTML reads': text =>
    JSON.stringify(text)
      .slice(1, -1)
      .replaceAll(/[<>&='+]/gu, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'in JSON with slashes escaped': text => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'in HTML': text => text.replaceAll(/[&<>"']/gu, sign => `&#${sign.charCodeAt(0)};`),
  'in HTML with names': text =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'in the HTML of a summary': htmlText,
};

const SECRETS = [
  'q7Rk+Zt2/Vn9w==Lm4xYc8Bd1Hs6Jf',
  'p@ss:w/rd one#2',
  '"quoted" & <b>\'s',
  'back\\slash&amp;%2B',
  'grün-密码-🔑1',
];

describe.each(SECRETS)('the secret %j', secret => {
  test.each(Object.entries(WAYS))('is hidden %s', (_, way) => {
    expect(redact(`a ${way(secret)} b`, secret)).toBe('a *** b');
  });
});

describe('is hidden', () => {
  test.each([
    ['more than once', 'abc-1x abc-1x', ['abc-1x'], '*** ***'],
    ['whole, of which another is the beginning', 'key-1-secret', ['key-1', 'key-1-secret'], '***'],
    [
      'whole, which is spelt in a URL like the beginning of another',
      'abc12%2Bb',
      ['abc12', 'abc12+b'],
      '***',
    ],
    ['whole, where another begins within it', 'abc123xyz789', ['abc123', '123xyz789'], '***'],
    ['beside another', 'abc123xyz789', ['abc123', 'xyz789'], '******'],
    ['with signs of a pattern', 'a$&(x)b', ['$&(x)'], 'a***b'],
    ['that is no well-formed text', 'a\ud800bcd1', ['a\ud800bcd1'], '***'],
    ['with its line break made a blank', 'hun ter2', ['hun\nter2'], '***'],
    ['without what cleaning took from it', 'hunter2', ['hun\u200bter2'], '***'],
  ])('%s', (_, text, secrets, hidden) => {
    expect(redact(text, ...secrets)).toBe(hidden);
  });

  test('and what is not masked, nor even begins like a secret, stays', () => {
    expect(redact('sae-rollout-gate q7Rk+Zt2 pw', 'sae', 'pw', SECRETS[0] ?? '')).toBe(
      'sae-rollout-gate q7Rk+Zt2 pw',
    );
  });
});

describe('the beginning of a secret that looks random', () => {
  const [secret = ''] = SECRETS;

  test.each([10, 11, 24, secret.length - 1])('is hidden from 10 characters on: %d', length => {
    expect(redact(`${'x'.repeat(50)} ${secret.slice(0, length)}`, secret)).toBe(`${'x'.repeat(50)} ***`);
    expect(redact(`${secret.slice(0, length)}… and on`, secret)).toBe('***… and on');
  });

  test('is left where it is shorter: so begin many', () => {
    expect(redact(secret.slice(0, 9), secret)).toBe(secret.slice(0, 9));
  });

  test('that people made up of words is left: it is the name of something', () => {
    expect(redact('demo-app-frontend is up', 'demo-app-password')).toBe('demo-app-frontend is up');
  });
});

test('whatever surrounds it, a secret is not left in any spelling', () => {
  const anySecret = fc.string({ minLength: 8, maxLength: 40, unit: 'binary-ascii' }).map(text => `s3${text}`);
  const anyWay = fc.constantFrom(...Object.entries(WAYS));
  fc.assert(
    fc.property(anySecret, anyWay, fc.string(), fc.string(), (secret, [, way], before, after) => {
      const written = way(secret);
      expect(redact(`${before}${written}${after}`, secret)).not.toContain(written);
    }),
  );
});
