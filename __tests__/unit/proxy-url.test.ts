import { describe, expect, test } from '@jest/globals';
import { readProxy } from '../../src/inputs/proxies.ts';
import { readSettings } from '../../src/inputs/settings.ts';
import { environment } from '../support/environment.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

describe('the proxy of the environment', () => {
  test.each([
    ['http://proxy.test:3128', 'http://proxy.test:3128/'],
    ['https://proxy.test', 'https://proxy.test/'],
    [' http://proxy.test:3128/\n', 'http://proxy.test:3128/'],
    // As curl and the runner's toolkit take it.
    ['proxy.test:3128', 'http://proxy.test:3128/'],
    ['127.0.0.1:3128', 'http://127.0.0.1:3128/'],
    ['builder:hunter2@proxy.test', 'http://builder:hunter2@proxy.test/'],
    ['http://b%40corp:p%3Aq@proxy.test', 'http://b%40corp:p%3Aq@proxy.test/'],
  ])('%j is %s', (text, url) => {
    expect(readProxy({ HTTPS_PROXY: text }, 'https')).toStrictEqual({ kind: 'url', url });
    expect(readProxy({ http_proxy: text }, 'http')).toStrictEqual({ kind: 'url', url });
  });

  test.each([
    'http://',
    'http://proxy.test:port',
    'ftp://proxy.test',
    'socks5://proxy.test:1080',
    'http://builder:hunter%zz@proxy.test',
    'http://%zz@proxy.test',
    'a b',
  ])('%j is none that can be used', text => {
    expect(readProxy({ HTTP_PROXY: text }, 'http')).toStrictEqual({ kind: 'bad', variable: 'HTTP_PROXY' });
    const reading = readSettings(environment({}, { HTTP_PROXY: text }), WALL_START_MS);
    expect(reading).toStrictEqual({
      kind: 'faults',
      faults: [{ kind: 'bad-proxy', variable: 'HTTP_PROXY' }],
    });
  });

  test('is none where the variable is empty, missing, or another scheme’s', () => {
    for (const env of [{}, { HTTPS_PROXY: ' ' }, { HTTP_PROXY: 'http://proxy.test' }]) {
      expect(readProxy(env, 'https')).toStrictEqual({ kind: 'none' });
    }
  });

  test('is that of the small letters, where they are filled', () => {
    const HTTP_PROXY = 'http://capital.test';
    expect(readProxy({ http_proxy: 'http://small.test', HTTP_PROXY }, 'http')).toMatchObject({
      url: 'http://small.test/',
    });
    for (const empty of ['', ' \n']) {
      expect(readProxy({ http_proxy: empty, HTTP_PROXY }, 'http')).toMatchObject({
        url: 'http://capital.test/',
      });
    }
    expect(readProxy({ http_proxy: '', HTTP_PROXY: 'ftp://capital.test' }, 'http')).toStrictEqual({
      kind: 'bad',
      variable: 'HTTP_PROXY',
    });
  });
});
