import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { FileReading } from '../../src/credentials/id-token.ts';
import type { Environment } from '../../src/inputs/table.ts';
import { readWithoutBlocking } from '../../src/platform/files.ts';
import { errorAnswer } from '../support/answers.ts';
import type { CloudOptions, CloudRun } from '../support/cloud.ts';
import { Cloud, ID_TOKEN_VARIABLES, NO_KEYS, ROLE_INPUTS, serviceOf } from '../support/cloud.ts';
import { errorOf } from '../support/find-run.ts';
import type { GateRunOptions } from '../support/gate-run.ts';
import { gateRun } from '../support/gate-run.ts';

const FILE = '/var/run/secrets/tokens/oidc-token';
const POD: Environment = {
  ALIBABA_CLOUD_ROLE_ARN: 'acs:ram::99:role/pod',
  ALIBABA_CLOUD_OIDC_PROVIDER_ARN: 'acs:ram::99:oidc-provider/ack-rrsa-c1',
  ALIBABA_CLOUD_OIDC_TOKEN_FILE: FILE,
};

type PodRun = Omit<CloudRun, 'cloud'> & { readonly cloud: Cloud; readonly read: readonly string[] };

/** Runs the gate in a pod, whose cluster has a new token in the file at each reading. */
async function podRun(
  options: CloudOptions & GateRunOptions = {},
  reading?: () => Promise<FileReading>,
): Promise<PodRun> {
  const cloud = new Cloud(options);
  const read: string[] = [];
  const fresh = (): Promise<FileReading> => {
    const idToken = `canary-cluster-token-${cloud.idTokens.length + 1}.e30.c2ln`;
    cloud.idTokens.push(idToken);
    return Promise.resolve({ kind: 'text', text: `${idToken}\n` });
  };
  const run = await gateRun(cloud.script, {
    ...options,
    variables: { ...NO_KEYS, ...POD, ...options.variables },
    world: {
      readSmallFile: file => {
        read.push(file);
        return (reading ?? fresh)();
      },
    },
  });
  const calls: CloudRun['calls'] = service => run.transport.seen.filter(seen => serviceOf(seen) === service);
  return { ...run, cloud, calls, read };
}

describe('a role whose token a cluster keeps in a file', () => {
  test.each<[string, Environment]>([
    ['in a pod', {}],
    ['on GitHub, whose endpoint is not asked', { GITHUB_ACTIONS: 'true', ...ID_TOKEN_VARIABLES }],
  ])('is assumed with a token that is read afresh for each session, %s', async (_, variables) => {
    const run = await podRun({ lifeMs: 15_000, variables });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
    const sessions = run.cloud.sessions.length;
    expect(sessions).toBeGreaterThan(3);
    expect(run.read).toStrictEqual(Array.from({ length: sessions }, () => FILE));
    expect(run.calls('id-token')).toHaveLength(0);
    const sent = run.calls('sts').map(({ request }) => new URLSearchParams(request.body));
    expect(sent.map(form => form.get('OIDCToken'))).toStrictEqual(run.cloud.idTokens);
    expect(new Set(sent.map(form => form.get('RoleArn')))).toStrictEqual(new Set(['acs:ram::99:role/pod']));
  });

  test('has its tokens masked before anything else is done with them', async () => {
    const run = await podRun({ lifeMs: 15_000 });
    for (const idToken of run.cloud.idTokens) expect(run.toolkit.masked).toContain(idToken);
  });

  test('gets no token of GitHub where the file has none', async () => {
    const run = await podRun({ variables: { GITHUB_ACTIONS: 'true', ...ID_TOKEN_VARIABLES } }, () =>
      Promise.resolve({ kind: 'missing' }),
    );
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 0 });
    expect(run.transport.seen).toHaveLength(0);
  });

  test('is not the one that a workflow names: that gets no token of the cluster', async () => {
    const run = await podRun({ inputs: ROLE_INPUTS, variables: { GITHUB_ACTIONS: 'true' } });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 0 });
    expect(run.read).toHaveLength(0);
    expect(errorOf(run)).toContain('"permissions: id-token: write"');
  });

  test('that is refused is reported with what a cluster has to mend', async () => {
    const run = await podRun({
      trouble: (_, service) =>
        service === 'sts' ? errorAnswer('AuthenticationFail.NoPermission', 403) : undefined,
    });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 0 });
    expect(errorOf(run)).toContain('asked with the token of ALIBABA_CLOUD_OIDC_TOKEN_FILE');
    expect(errorOf(run)).toContain('Check ALIBABA_CLOUD_ROLE_ARN and ALIBABA_CLOUD_OIDC_PROVIDER_ARN');
    expect(errorOf(run)).not.toMatch(/repository|oidcAudience/u);
  });
});

describe('a token file', () => {
  const text = (content: string): FileReading => ({ kind: 'text', text: content });

  test.each<[string, FileReading, string]>([
    ['does not exist', { kind: 'missing' }, 'which does not exist'],
    ['is none', { kind: 'not-a-file' }, 'which is no file but a folder, a pipe or a device'],
    ['may not be read', { kind: 'unreadable', code: 'EACCES' }, 'which cannot be read (EACCES)'],
    ['is empty', text(''), 'which is empty'],
    ['holds white space', text(' \n\t'), 'which is empty'],
    ['is large', { kind: 'too-large' }, 'which is larger than any token that STS takes (20,000 characters)'],
    ['holds one character too many', text('a'.repeat(20_001)), 'which is larger than any token'],
    ['holds two lines', text('canary-a\ncanary-b'), 'which holds something else than one token'],
    ['holds what no token has', text('canary-\u0000'), 'which holds something else than one token'],
  ])('that %s is told at once, and nobody is asked', async (_, reading, problem) => {
    const run = await podRun({}, () => Promise.resolve(reading));
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 0, asleep: 0 });
    expect(errorOf(run)).toContain(
      `OIDC token could not be obtained: ALIBABA_CLOUD_OIDC_TOKEN_FILE names "${FILE}", ${problem}`,
    );
    expect(errorOf(run)).toContain('RRSA');
    expect(errorOf(run)).not.toMatch(/id-token: write|canary/u);
    expect(run.transport.seen).toHaveLength(0);
  });

  test('of 20,000 characters is a token', async () => {
    const run = await podRun({}, () => Promise.resolve(text(` ${'a'.repeat(20_000)}\n`)));
    const [sent] = run.calls('sts').map(({ request }) => new URLSearchParams(request.body));
    expect(sent?.get('OIDCToken')).toBe('a'.repeat(20_000));
  });

  test('on a file system that hangs is given up after the time of a request', async () => {
    const run = await podRun({ inputs: { requestTimeout: '7s' } }, () => new Promise(() => undefined));
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 7_000, asleep: 0 });
    expect(errorOf(run)).toContain('which could not be read within 7 s');
  });

  test('that is waited for does not hold up a cancel', async () => {
    const run = await podRun({ cancelAtMs: 500 }, () => new Promise(() => undefined));
    expect(run).toMatchObject({ verdict: 'cancelled', endedAtMs: 500, asleep: 0 });
  });
});

(process.platform === 'win32' ? describe.skip : describe)('of a file system', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'token-file-'));
  const file = path.join(folder, 'token');
  const inFolder = (name: string): string => path.join(folder, name);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('a file is read whole, through a link too, and not beyond its limit', async () => {
    writeFileSync(file, '0123456789');
    symlinkSync(file, inFolder('link'));
    for (const one of [file, inFolder('link')]) {
      expect(await readWithoutBlocking(one, 10)).toStrictEqual({ kind: 'text', text: '0123456789' });
      expect(await readWithoutBlocking(one, 9)).toStrictEqual({ kind: 'too-large' });
    }
    writeFileSync(file, '');
    expect(await readWithoutBlocking(file, 10)).toStrictEqual({ kind: 'text', text: '' });
  });

  test('a pipe that nobody writes to, a folder and a device are reported at once', async () => {
    execFileSync('mkfifo', [inFolder('pipe')]);
    mkdirSync(inFolder('folder'));
    for (const one of [inFolder('pipe'), inFolder('folder'), '/dev/zero']) {
      expect(await readWithoutBlocking(one, 10)).toStrictEqual({ kind: 'not-a-file' });
    }
  });

  test('what is not there and what may not be read is reported', async () => {
    expect(await readWithoutBlocking(inFolder('nothing'), 10)).toStrictEqual({ kind: 'missing' });
    writeFileSync(inFolder('token-as-folder'), '');
    expect(await readWithoutBlocking(inFolder('token-as-folder/token'), 10)).toStrictEqual({
      kind: 'unreadable',
      code: 'ENOTDIR',
    });
    chmodSync(file, 0o000);
    // The superuser may read everything.
    const expected =
      process.getuid?.() === 0 ? { kind: 'text', text: '' } : { kind: 'unreadable', code: 'EACCES' };
    expect(await readWithoutBlocking(file, 10)).toStrictEqual(expected);
  });
});
