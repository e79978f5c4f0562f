import { describe, expect, test } from '@jest/globals';
import { secretsIn } from '../../src/inputs/input-table.ts';

describe('the credentials in the URL of a proxy are secrets', () => {
  test.each(['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'])('in %s', variable => {
    expect(secretsIn({ [variable]: 'http://builder:hunter2@proxy.test:3128' })).toStrictEqual([
      'builder',
      'hunter2',
    ]);
  });

  test.each<[string, readonly string[]]>([
    // As written and decoded.
    ['http://b%40corp:p%3Aq%2Fr@proxy.test:3128/', ['b%40corp', 'p%3Aq%2Fr', 'b@corp', 'p:q/r']],
    // As written and as a URL normalises it.
    ['http://builder:p|w @proxy.test', ['builder', 'p|w ', 'p%7Cw%20']],
    ['http://builder:p@ss@proxy.test', ['builder', 'p@ss', 'p%40ss']],
    ['http://builder:a:b@proxy.test', ['builder', 'a:b', 'a%3Ab']],
    ['http://token@proxy.test', ['token']],
    ['http://:hunter2@proxy.test', ['hunter2']],
    [' http://builder:hunter2@proxy.test\n', ['builder', 'hunter2']],
    // No URL that could be used.
    ['builder:hunter2@proxy.test:3128', ['builder', 'hunter2']],
    ['http://builder:hun/ter@proxy.test:3128', ['builder', 'hun/ter']],
    ['http://builder:hunter%zz@proxy.test', ['builder', 'hunter%zz']],
    ['http://builder:hunter2@', ['builder', 'hunter2']],
    ['http://builder:hun\nter2@proxy.test', ['builder', 'hun\nter2', 'hunter2']],
  ])('%j', (url, secrets) => {
    expect(new Set(secretsIn({ HTTPS_PROXY: url }))).toStrictEqual(new Set(secrets));
  });

  test.each([
    '',
    ' ',
    'http://proxy.test:3128',
    'proxy.test:3128',
    'http://@proxy.test',
    'http://:@proxy.test',
  ])('there are none in %j', url => {
    expect(secretsIn({ HTTPS_PROXY: url, NO_PROXY: 'a@b' })).toStrictEqual([]);
  });
});
