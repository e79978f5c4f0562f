import { Buffer } from 'node:buffer';
import { describe, expect, test } from '@jest/globals';
import { SecretMasker } from '../../testbed/runner/secret-masker.ts';

function masker(...secrets: string[]): SecretMasker {
  const instance = new SecretMasker();
  for (const secret of secrets) instance.addWithLines(secret);
  return instance;
}

const SECRET = `p"a's<s>&w*rd`;

describe('SecretMasker', () => {
  test.each([
    ['as it is', SECRET],
    ['Base64', Buffer.from(SECRET).toString('base64')],
    ['Base64 after one byte', Buffer.from(SECRET).subarray(1).toString('base64')],
    ['Base64 after two bytes', Buffer.from(SECRET).subarray(2).toString('base64')],
    ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['in a URL', 'p%22a%27s%3Cs%3E%26w%2Ard'],
    ['in XML', 'p&quot;a&apos;s&lt;s&gt;&amp;w*rd'],
    ['in an expression', `p"a''s<s>&w*rd`],
    ['in a shell', `p\\"a's<s>&w*rd`],
  ])('hides a secret %s', (_, form) => {
    expect(masker(SECRET).mask(`[${form}]`)).toBe('[***]');
  });

  test('makes one of hits that touch or overlap', () => {
    expect(masker('abc', 'cde').mask('x abcde y')).toBe('x *** y');
    expect(masker('abab').mask('ababab')).toBe('***');
    expect(masker('abc').mask('abcabc abc')).toBe('*** ***');
  });

  test('hides each line of a secret of several lines', () => {
    const instance = masker('first line\r\n  second line\n\n');
    expect(instance.mask('a first line, a second line')).toBe('a ***, a ***');
    expect(instance.values).toEqual(['first line\r\n  second line\n\n', 'first line', 'second line']);
  });

  test('hides the parts in which PowerShell prints a secret', () => {
    expect(masker('secret&+another').mask('secret&+ … nother')).toBe('*** … ***');
    expect(masker('first1&second').mask('first1& second')).toBe('*** ***');
  });

  test('leaves other text alone, and all of it where nothing is secret', () => {
    expect(masker('abc').mask('ab c ABC')).toBe('ab c ABC');
    expect(masker('').mask('text')).toBe('text');
  });
});
