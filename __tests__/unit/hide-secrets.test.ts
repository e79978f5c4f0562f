import { describe, expect, test } from '@jest/globals';
import { hideSecrets } from '../../src/text/hide-secrets.ts';

describe('hideSecrets', () => {
  test.each([
    ['whole', 'a s/+= b', ['s/+='], 'a *** b'],
    ['in a URL', 'a?x=s%2F%2B%3D&y', ['s/+='], 'a?x=***&y'],
    ['more than once', 's s', ['s'], '*** ***'],
    ['with signs of a pattern', 'a$& (x) b', ['$&', '(x)'], 'a*** *** b'],
    ['of no length', 'abc', ['', ''], 'abc'],
    ['that is no well-formed text', 'a\ud800b', ['\ud800'], 'a***b'],
    ['whole, of which another is the beginning', 'key-1-secret', ['key-1', 'key-1-secret'], '***'],
    ['whole, which spells itself in a URL like the beginning of another', 'a%2Bb', ['a', 'a+b'], '***'],
  ])('replaces a secret %s', (_, text, secrets, hidden) => {
    expect(hideSecrets(text, secrets)).toBe(hidden);
  });
});
