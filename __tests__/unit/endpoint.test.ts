import { describe, expect, test } from '@jest/globals';
import { readEndpoint } from '../../src/inputs/endpoint.ts';

describe('an endpoint', () => {
  test.each([
    ['sae.cn-hangzhou.aliyuncs.com', 'https://sae.cn-hangzhou.aliyuncs.com'],
    ['sae-vpc.cn-beijing.aliyuncs.com', 'https://sae-vpc.cn-beijing.aliyuncs.com'],
    ['https://sae.cn-hangzhou.aliyuncs.com', 'https://sae.cn-hangzhou.aliyuncs.com'],
    ['https://sae.cn-hangzhou.aliyuncs.com/', 'https://sae.cn-hangzhou.aliyuncs.com'],
    ['HTTPS://SAE.CN-HANGZHOU.ALIYUNCS.COM', 'https://sae.cn-hangzhou.aliyuncs.com'],
    ['gateway.example.com:8443', 'https://gateway.example.com:8443'],
    ['https://gateway.example.com:443', 'https://gateway.example.com'],
    ['https://[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
  ])('%s leads to %s', (text, origin) => {
    expect(readEndpoint(text)).toStrictEqual({ kind: 'origin', origin, loopback: false });
  });

  test.each([
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://LOCALHOST', 'http://localhost'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://127.1', 'http://127.0.0.1'],
    ['http://127.255.255.254', 'http://127.255.255.254'],
    ['http://2130706433', 'http://127.0.0.1'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
    ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
    ['https://localhost', 'https://localhost'],
    ['localhost:8443', 'https://localhost:8443'],
  ])('%s is this machine itself, %s', (text, origin) => {
    expect(readEndpoint(text)).toStrictEqual({ kind: 'origin', origin, loopback: true });
  });

  test.each([
    'http://sae.cn-hangzhou.aliyuncs.com',
    'HTTP://sae.cn-hangzhou.aliyuncs.com',
    'http://evil',
    'http://localhost.evil.com',
    'http://evil-localhost',
    'http://127.0.0.1.evil.com',
    'http://127.evil.com',
    'http://128.0.0.1',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'http://[::2]',
    'http://[::]',
    'http://100.100.100.200',
  ])('%s would send everything in the clear', text => {
    expect(readEndpoint(text)).toStrictEqual({ kind: 'not-https' });
  });

  test.each([
    ['a user', 'https://user@sae.cn-hangzhou.aliyuncs.com'],
    ['a user and a password', 'https://user:pass@sae.cn-hangzhou.aliyuncs.com'],
    ['an empty user', 'https://@sae.cn-hangzhou.aliyuncs.com'],
    ['a host that only looks like loopback', 'http://127.0.0.1@evil.com'],
    ['a path', 'https://sae.cn-hangzhou.aliyuncs.com/pop'],
    ['a query', 'https://sae.cn-hangzhou.aliyuncs.com?a=b'],
    ['an empty query', 'https://sae.cn-hangzhou.aliyuncs.com?'],
    ['a fragment', 'https://sae.cn-hangzhou.aliyuncs.com#a'],
    ['an empty fragment', 'https://sae.cn-hangzhou.aliyuncs.com/#'],
    ['a backslash', String.raw`https://sae.cn-hangzhou.aliyuncs.com\evil`],
    ['a blank inside', 'sae.cn-hangzhou .aliyuncs.com'],
    ['a line break inside', 'sae.cn-\nhangzhou.aliyuncs.com'],
    ['a tab that URL parsers drop', 'https://127.0.0.1\t.evil.com'],
    ['another scheme', 'ftp://sae.cn-hangzhou.aliyuncs.com'],
    ['a scheme without a host', 'https://'],
    ['a scheme with one slash', 'https:/sae.cn-hangzhou.aliyuncs.com'],
    ['a port out of range', 'sae.cn-hangzhou.aliyuncs.com:65536'],
    ['a port that is no number', 'sae.cn-hangzhou.aliyuncs.com:http'],
    ['an address out of range', 'https://127.0.0.256'],
    ['a script', 'javascript:alert(1)'],
    ['a tag', '<b>'],
  ])('is not taken with %s', (_, text) => {
    expect(readEndpoint(text)).toStrictEqual({ kind: 'bad' });
  });
});
