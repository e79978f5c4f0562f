import { describe, expect, test } from '@jest/globals';
import { isMaskable, isTokenLike } from '../../src/text/secrets.ts';

describe('a secret is masked', () => {
  test.each([
    'hunter2',
    'a1b2c',
    'pässwort1',
    'correcthorse',
    '12345678',
    'p:q/r',
    'LTAI5tNotARealKey000',
    'x '.repeat(4),
  ])('%j', secret => {
    expect(isMaskable(secret)).toBe(true);
  });
});

describe('a secret is not masked, since it would spoil the log', () => {
  test.each(['', ' ', 'pw', 'sae', 'a1b2', ' a1 '])('too short: %j', secret => {
    expect(isMaskable(secret)).toBe(false);
  });

  test.each(['batch', 'Deploy', 'ERROR', 'seconds', '2026112', 'группа'])(
    'a word or a number: %j',
    secret => {
      expect(isMaskable(secret)).toBe(false);
    },
  );

  test.each([
    'sae-rollout-gate',
    'rollout-gate',
    'changeOrderId',
    'password',
    'Production',
    'cn-hangzhou',
    '127.0.0.1',
  ])('what the log says anyway: %j', secret => {
    expect(isMaskable(secret)).toBe(false);
  });
});

test.each([
  ['glpat4f9Zq81LmXw0', true],
  ['LTAI5tNotARealKey000', true],
  ['deployer2', false],
  ['continuous-integration', false],
  ['1234567890123456', false],
])('%s looks like a token: %s', (text, expected) => {
  expect(isTokenLike(text)).toBe(expected);
});
