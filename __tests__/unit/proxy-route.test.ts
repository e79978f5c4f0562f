import { describe, expect, test } from '@jest/globals';
import { badNetworks, routeTo } from '../../src/inputs/proxies.ts';
import { readSettings } from '../../src/inputs/settings.ts';
import { environment } from '../support/environment.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

const P = 'http://proxy.test:3128';
const Q = 'http://other.test:3128';
const DIRECT = 'direct';

function routeOf(env: Readonly<Record<string, string>>, url: string): string {
  const route = routeTo(env, new URL(url));
  return route.kind === 'proxy' ? route.url.replace(/\/$/u, '') : DIRECT;
}

describe('the way to a URL', () => {
  test.each<[env: Record<string, string>, url: string, way: string]>([
    [{}, 'https://sae.test', DIRECT],
    // Each scheme has its own variable: HTTP_PROXY never carries https, nor the other way round.
    [{ HTTPS_PROXY: P }, 'https://sae.test', P],
    [{ https_proxy: P }, 'https://sae.test', P],
    [{ HTTP_PROXY: P }, 'https://sae.test', DIRECT],
    [{ http_proxy: P }, 'https://sae.test', DIRECT],
    [{ HTTPS_PROXY: P }, 'http://sae.test', DIRECT],
    [{ HTTP_PROXY: P }, 'http://sae.test', P],
    [{ http_proxy: P }, 'http://sae.test', P],
    [{ HTTP_PROXY: P, HTTPS_PROXY: Q }, 'https://sae.test', Q],
    [{ HTTP_PROXY: P, HTTPS_PROXY: Q }, 'http://sae.test', P],
    // curl alone knows this one.
    [{ ALL_PROXY: P, all_proxy: P }, 'https://sae.test', DIRECT],
    // The small letters win where both are filled; an empty variable hides none.
    [{ https_proxy: P, HTTPS_PROXY: Q }, 'https://sae.test', P],
    [{ https_proxy: '', HTTPS_PROXY: Q }, 'https://sae.test', Q],
    [{ https_proxy: ' \n', HTTPS_PROXY: Q }, 'https://sae.test', Q],
    [{ https_proxy: P, HTTPS_PROXY: '' }, 'https://sae.test', P],
    [{ https_proxy: '', HTTPS_PROXY: '' }, 'https://sae.test', DIRECT],
    [{ HTTPS_PROXY: P, no_proxy: 'sae.test', NO_PROXY: 'other.test' }, 'https://sae.test', DIRECT],
    [{ HTTPS_PROXY: P, no_proxy: 'other.test', NO_PROXY: 'sae.test' }, 'https://sae.test', P],
    [{ HTTPS_PROXY: P, no_proxy: '', NO_PROXY: 'sae.test' }, 'https://sae.test', DIRECT],
  ])('with %j, to %s: %s', (env, url, way) => {
    expect(routeOf(env, url)).toBe(way);
  });

  test.each([
    'http://localhost',
    'https://LOCALHOST:8443',
    'https://localhost.',
    'https://sae.localhost',
    'http://a.sae.localhost.:8080',
    'http://127.0.0.1:8080',
    'https://127.0.0.1',
    'http://127.255.3.4',
    'http://127.1',
    'http://2130706433',
    'http://0x7f000001',
    'http://0177.0.0.1',
    'http://127.0.0.1.',
    'http://[::1]:8080',
    'https://[0:0:0:0:0:0:0:1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f12:1]',
  ])('%s is loopback, which no variable sends through a proxy', url => {
    const all = { HTTP_PROXY: P, http_proxy: P, HTTPS_PROXY: P, https_proxy: P };
    expect(routeOf(all, url)).toBe(DIRECT);
    expect(routeOf({ ...all, NO_PROXY: 'other.test' }, url)).toBe(DIRECT);
  });

  test.each([
    'https://localhost.sae.test',
    'https://notlocalhost',
    'https://127.0.0.1.sae.test',
    'https://128.0.0.1',
    'https://[::2]',
    'https://[::ffff:128.0.0.1]',
    'https://[fe80::1]',
  ])('%s is not loopback', url => {
    expect(routeOf({ HTTPS_PROXY: P }, url)).toBe(P);
  });

  test.each<[noProxy: string, url: string, way: string]>([
    ['sae.test', 'https://sae.test', DIRECT],
    ['SAE.Test', 'https://sae.test', DIRECT],
    ['sae.test', 'https://cn.sae.test', DIRECT],
    ['sae.test', 'https://notsae.test', P],
    ['sae.test', 'https://sae.test.example', P],
    ['test', 'https://sae.test', DIRECT],
    // As curl has it: a leading dot, or a star before it, means the name itself too.
    ['.sae.test', 'https://sae.test', DIRECT],
    ['.sae.test', 'https://cn.sae.test', DIRECT],
    ['.sae.test', 'https://notsae.test', P],
    ['*.sae.test', 'https://sae.test', DIRECT],
    ['*.sae.test', 'https://a.cn.sae.test', DIRECT],
    ['*.sae.test', 'https://notsae.test', P],
    ['*', 'https://sae.test', DIRECT],
    ['other.test,*', 'https://sae.test', DIRECT],
    ['*', 'https://[fd00::1]', DIRECT],
    ['sae-*.test', 'https://sae-vpc.test', DIRECT],
    ['sae-*.test', 'https://sae.test', P],
    ['10.1.*', 'https://10.1.2.3', DIRECT],
    ['10.1.*', 'https://10.10.2.3', P],
    // Dots at the end.
    ['sae.test.', 'https://sae.test', DIRECT],
    ['sae.test', 'https://sae.test.', DIRECT],
    ['.sae.test.', 'https://cn.sae.test.', DIRECT],
    // Ports.
    ['sae.test:443', 'https://sae.test', DIRECT],
    ['sae.test:443', 'https://sae.test:8443', P],
    ['sae.test:8443', 'https://cn.sae.test:8443', DIRECT],
    ['.sae.test:8443', 'https://sae.test', P],
    ['*:8443', 'https://sae.test:8443', DIRECT],
    ['*:8443', 'https://sae.test', P],
    ['sae.test:44', 'https://sae.test', P],
    ['[fd00::1]:8443', 'https://[fd00::1]:8443', DIRECT],
    ['[fd00::1]:8443', 'https://[fd00::1]', P],
    ['10.0.0.1:443', 'https://10.0.0.1', DIRECT],
    ['10.0.0.1:444', 'https://10.0.0.1', P],
    // Lists.
    ['a.test, sae.test ,b.test', 'https://sae.test', DIRECT],
    ['a.test\tsae.test\nb.test', 'https://sae.test', DIRECT],
    [',, ,', 'https://sae.test', P],
    // Addresses, compared as such.
    ['10.0.0.1', 'https://10.0.0.1', DIRECT],
    ['10.0.0.1', 'https://10.1', DIRECT],
    ['10.1', 'https://10.0.0.1', DIRECT],
    ['10.0.0.1', 'https://[::ffff:10.0.0.1]', DIRECT],
    ['0.0.1', 'https://10.0.0.1', P],
    ['10.0.0.1', 'https://110.0.0.1', P],
    ['fd00::1', 'https://[fd00::1]', DIRECT],
    ['[fd00::1]', 'https://[fd00::1]', DIRECT],
    ['FD00:0:0::1', 'https://[fd00::1]', DIRECT],
    ['fd00::1', 'https://[fd00::2]', P],
    // Networks.
    ['10.0.0.0/8', 'https://10.200.3.4', DIRECT],
    ['10.0.0.0/8', 'https://11.0.0.1', P],
    ['10.1.2.3/31', 'https://10.1.2.2', DIRECT],
    ['10.1.2.3/32', 'https://10.1.2.2', P],
    ['0.0.0.0/0', 'https://10.1.2.2', DIRECT],
    ['10.0.0.0/8', 'https://10.sae.test', P],
    ['10.0.0.0/8', 'https://[::ffff:10.0.0.1]', DIRECT],
    ['fd00::/8', 'https://[fd12::1]', DIRECT],
    ['[fd00::]/8', 'https://[fd12::1]', DIRECT],
    ['fd00::/8', 'https://[fe80::1]', P],
    ['172.16.0.0/12,192.168.0.0/16', 'https://192.168.7.7', DIRECT],
    // What can mean no host means none.
    ['http://sae.test', 'https://sae.test', P],
    ['<local>', 'https://sae', P],
    ['a(b', 'https://sae.test', P],
    ['*(b', 'https://sae.test', P],
    ['[x', 'https://sae.test', P],
    [':443', 'https://sae.test', P],
    ['.', 'https://sae.test', P],
    // A name beyond ASCII, as the URL has it.
    ['bücher.test', 'https://www.bücher.test', DIRECT],
  ])('with NO_PROXY=%j, to %s: %s', (noProxy, url, way) => {
    expect(routeOf({ HTTPS_PROXY: P, NO_PROXY: noProxy }, url)).toBe(way);
  });

  test('of a proxy that cannot be used is direct: with it the inputs are faulty', () => {
    expect(routeOf({ HTTPS_PROXY: 'ftp://proxy.test' }, 'https://sae.test')).toBe(DIRECT);
  });
});

describe('a network that is none', () => {
  test.each(['10.0.0.0/33', '10.0.0.0/', '10.0.0/8', '300.0.0.0/8', 'fd00::/129', '[fd00::]/129', 'fd00/8'])(
    '%s is an error of the inputs',
    entry => {
      const NO_PROXY = `sae.test,${entry}`;
      expect(badNetworks(NO_PROXY)).toStrictEqual([entry]);
      expect(routeOf({ HTTPS_PROXY: P, NO_PROXY }, 'https://10.0.0.1')).toBe(P);
      expect(readSettings(environment({}, { NO_PROXY }), WALL_START_MS)).toStrictEqual({
        kind: 'faults',
        faults: [{ kind: 'bad-no-proxy', variable: 'NO_PROXY', got: entry }],
      });
    },
  );

  test('is looked for in the variable that counts', () => {
    expect(
      readSettings(environment({}, { no_proxy: 'a.test', NO_PROXY: '10.0.0.0/33' }), WALL_START_MS),
    ).toMatchObject({
      kind: 'settings',
    });
    expect(
      readSettings(environment({}, { no_proxy: '10.0.0.0/33', NO_PROXY: 'a.test' }), WALL_START_MS),
    ).toMatchObject({
      faults: [{ variable: 'no_proxy' }],
    });
  });
});
