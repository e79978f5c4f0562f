import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { startSimulator } from '../../testbed/simulator/server.ts';
import type { RawAnswer } from './raw-server.ts';
import { dripping, endlessly, saying, startRawServer } from './raw-server.ts';
import { LONGEST_END_MS } from '../support/patient.ts';
import {
  errorOf,
  expectDeadline,
  expectEnding,
  runAgainst,
  startSucceeded,
  SUCCEEDED,
} from './run-against.ts';

const MEBIBYTE = 1_024 * 1_024;
const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const CHUNKED = `${OK}transfer-encoding: chunked\r\n\r\n`;
const LONG = 'x'.repeat(16_384);

/** Far above what the gate needs, far below what the bombs would make of it. */
const MOST_MEMORY_KIB = 400 * 1_024;

/** Answers that never end, or only seem to be small. */
const ANSWERS: readonly (readonly [string, RawAnswer])[] = [
  ['one header without end', endlessly(`${OK}x-long: `, LONG)],
  ['headers without end', endlessly(OK, `x-${'y'.repeat(50)}: ${'z'.repeat(50)}\r\n`)],
  ['headers that drip', dripping(OK, 'x', 20)],
  ['a status line without end', endlessly('HTTP/1.1 200 ', LONG)],
  ['interim answers without end', endlessly('', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n')],
  ['a body without end', endlessly(CHUNKED, `4000\r\n${LONG}\r\n`)],
  ['a body in chunks of one byte without end', endlessly(CHUNKED, '1\r\nx\r\n')],
  ['a chunk whose extension has no end', endlessly(`${CHUNKED}1;`, LONG)],
  ['trailers without end', endlessly(`${CHUNKED}2\r\n{}\r\n0\r\n`, `x-trailer: ${'z'.repeat(100)}\r\n`)],
  [
    'a body that is announced as larger than any disk',
    saying(`${OK}content-length: 9007199254740991\r\n\r\n{`),
  ],
  ['a body up to the end of the connection, without end', endlessly(`${OK}connection: close\r\n\r\n`, LONG)],
  ['no HTTP, without end', endlessly('', LONG)],
];

/** Those of them that a client notices in ways of their own, for the other servers that the gate asks. */
const FEW = ANSWERS.filter(([name]) => /drip|interim|one byte|announced|no HTTP/u.test(name));

/** Gigabytes of zeros in a few megabytes. */
function bomb(pack: (bytes: Buffer) => Buffer): Buffer {
  const piece = pack(Buffer.alloc(16 * MEBIBYTE));
  return Buffer.concat(Array<Buffer>(Math.min(256, Math.floor((6 * MEBIBYTE) / piece.length))).fill(piece));
}

const CODINGS: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['gzip', bytes => gzipSync(bytes)],
  ['deflate', bytes => deflateSync(bytes)],
  ['br', bytes => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
];

describe('SAE that never comes to an end is red by the deadline and one request, and not read on and on', () => {
  test.concurrent.each(ANSWERS)('%s', async (_, answer) => {
    await using server = await startRawServer(answer);
    const inputs = { timeout: '1s', requestTimeout: '500ms' };
    const run = await runAgainst({ endpoint: server.url, inputs, measureMemory: true });
    expectDeadline(run);
    expect(run.peakMemoryKb ?? 0).toBeLessThan(MOST_MEMORY_KIB);
  });
});

/** Run before the gate: from then on no name is ever resolved, nor refused. */
const DEAF_RESOLVER = `
  import dns from 'node:dns';
  import { syncBuiltinESMExports } from 'node:module';
  dns.lookup = () => undefined;
  syncBuiltinESMExports();`;

test.concurrent('a name that is never resolved is red by the deadline and one request', async () => {
  const run = await runAgainst({
    endpoint: 'https://sae.cn-hangzhou.aliyuncs.com',
    inputs: { minPollInterval: '1s', maxPollInterval: '1s', timeout: '1s', requestTimeout: '500ms' },
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(DEAF_RESOLVER)}` },
  });
  expectDeadline(run);
  expect(errorOf(run)).toContain('DescribeChangeOrder got no answer: none within 500 ms');
  expect(run.durationMs).toBeLessThan(LONGEST_END_MS);
});

describe('a body that is packed', () => {
  test.concurrent.each(CODINGS)(
    'with %s is not unpacked, though nobody asked for it',
    async (coding, pack) => {
      const body = bomb(pack);
      const head = `${OK}content-encoding: ${coding}\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n`;
      await using server = await startRawServer(socket => {
        socket.write(head);
        socket.end(body);
      });
      const run = await runAgainst({
        endpoint: server.url,
        inputs: { outageTolerance: '300ms' },
        measureMemory: true,
      });
      expectEnding(run, 'unreadable');
      expect(run.stdout).toContain('cannot be used');
      expect(run.peakMemoryKb ?? 0).toBeLessThan(MOST_MEMORY_KIB);
    },
  );

  test.concurrent('is not asked for', async () => {
    await using simulator = await startSucceeded();
    expectEnding(await runAgainst({ endpoint: simulator.url }), 'succeeded');
    expect(simulator.requests.map(({ headers }) => headers['accept-encoding'])).toStrictEqual(['identity']);
  });
});

describe('others that answer with', () => {
  test.concurrent.each(FEW)('%s: the ID-token service', async (_, answer) => {
    await using server = await startRawServer(answer);
    await expectOutage({ idTokenUrl: `${server.url}/token` });
  });

  test.concurrent.each(FEW)('%s: STS', async (_, answer) => {
    await using server = await startRawServer(answer);
    await expectOutage({ stsEndpoint: server.url });
  });

  /** Expects a gate that gets no session to be red by its deadline and one request. */
  async function expectOutage(elsewhere: { idTokenUrl?: string; stsEndpoint?: string }): Promise<void> {
    await using simulator = await startSimulator({ scenario: SUCCEEDED });
    const { oidc, url: endpoint } = simulator;
    const run = await runAgainst({
      endpoint,
      inputs: {
        accessKeyId: '',
        accessKeySecret: '',
        roleArn: oidc.roleArn,
        oidcProviderArn: oidc.oidcProviderArn,
        stsEndpoint: elsewhere.stsEndpoint ?? oidc.stsEndpoint,
        timeout: '1s',
        requestTimeout: '500ms',
      },
      env: {
        ACTIONS_ID_TOKEN_REQUEST_URL: elsewhere.idTokenUrl ?? oidc.idTokenRequestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.idTokenRequestToken,
      },
    });
    expectDeadline(run);
  }

  test.concurrent.each(FEW)('%s: GitHub, which delays nothing by more than 10 s', async (_, answer) => {
    await using simulator = await startSucceeded();
    await using github = await startRawServer(answer);
    const run = await runAgainst({
      endpoint: simulator.url,
      inputs: { checkRun: 'true', token: 'ghs_notARealToken' },
      env: { GITHUB_API_URL: github.url },
      measureMemory: true,
    });
    expectEnding(run, 'succeeded');
    expect(run.durationMs).toBeLessThan(LONGEST_END_MS);
    expect(github.connections()).toBeGreaterThan(0);
    expect(run.peakMemoryKb ?? 0).toBeLessThan(MOST_MEMORY_KIB);
  });
});
