import { describe, expect, test } from '@jest/globals';
import { secretsIn, unmaskableIn } from '../../src/inputs/table.ts';

const VARIABLES = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'];

describe('the password in the URL of a proxy is a secret', () => {
  test.each(VARIABLES)('in %s, as is what the proxy is sent, and not the user', variable => {
    expect(secretsIn({ [variable]: 'http://builder:hunter2@proxy.test:3128' })).toStrictEqual([
      'hunter2',
      btoa('builder:hunter2'),
    ]);
  });

  test.each<[string, readonly string[]]>([
    // As written and decoded.
    ['http://b%40corp:p%3Aq%2Fr@proxy.test:3128/', ['p%3Aq%2Fr', 'p:q/r', btoa('b@corp:p:q/r')]],
    // As written and as a URL normalises it.
    ['http://builder:p|w @proxy.test', ['p|w ', 'p%7Cw%20', btoa('builder:p|w ')]],
    ['http://builder:p@ss@proxy.test', ['p@ss', 'p%40ss', btoa('builder:p@ss')]],
    ['http://builder:a:b@proxy.test', ['a:b', 'a%3Ab', btoa('builder:a:b')]],
    ['http://:hunter2@proxy.test', ['hunter2', btoa(':hunter2')]],
    [' http://builder:hunter2@proxy.test\n', ['hunter2', btoa('builder:hunter2')]],
    ['builder:hunter2@proxy.test:3128', ['hunter2', btoa('builder:hunter2')]],
    // No URL that could be used.
    ['http://builder:hun/ter@proxy.test:3128', ['hun/ter']],
    ['http://builder:hunter%zz@proxy.test', ['hunter%zz', btoa('builder:hunter%zz')]],
    ['http://builder:hunter2@', ['hunter2']],
    ['http://builder:hun\nter2@proxy.test', ['hun\nter2', 'hunter2', btoa('builder:hunter2')]],
    // A user without a password, or one that looks like a token, has to be the secret.
    ['http://token@proxy.test', ['token', btoa('token:')]],
    ['http://token:@proxy.test', ['token', btoa('token:')]],
    ['http://glpat4f9Zq81LmXw0:x@proxy.test', ['glpat4f9Zq81LmXw0', 'x', btoa('glpat4f9Zq81LmXw0:x')]],
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

describe('of the secrets that cannot be masked', () => {
  test.each(VARIABLES)('the proxy of %s is named', variable => {
    expect(unmaskableIn({ [variable]: 'http://sae:pw@proxy.test' })).toStrictEqual([variable]);
  });

  test('the inputs are named as they are written, and the variables as they are', () => {
    const env = { INPUT_ACCESSKEYSECRET: 'abc', ALIBABA_CLOUD_SECURITY_TOKEN: 'batch', INPUT_TOKEN: ' ' };
    expect(unmaskableIn(env)).toStrictEqual(['accessKeySecret', 'ALIBABA_CLOUD_SECURITY_TOKEN']);
  });

  test.each([
    ['an identifier', { INPUT_ACCESSKEYID: 'id' }],
    ['a secret of usual length', { INPUT_ACCESSKEYSECRET: 'q7RkzZt2mVn9w' }],
    ['a proxy with a password of usual length', { HTTPS_PROXY: 'http://sae:h4nter-2@proxy.test' }],
    ['a proxy without credentials', { HTTPS_PROXY: 'http://proxy.test' }],
    ['nothing', {}],
  ])('%s is none', (_, env) => {
    expect(unmaskableIn(env)).toStrictEqual([]);
  });
});
