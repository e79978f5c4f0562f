import { describe, expect, test } from '@jest/globals';
import type { CredentialsSource } from '../../src/credentials/choice.ts';
import type { InputFault } from '../../src/inputs/faults.ts';
import type { Environment, InputName } from '../../src/inputs/table.ts';
import { readSettings } from '../../src/inputs/settings.ts';
import { en } from '../../src/words/en/en.ts';
import { cloudRun, ID_TOKEN_VARIABLES, NO_KEYS, PROVIDER_ARN, ROLE_ARN } from '../support/cloud.ts';
import { environment } from '../support/environment.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

type Values = Partial<Record<InputName, string>>;

const KEYS: Values = {
  accessKeyId: 'explicit-id',
  accessKeySecret: 'explicit-secret',
  securityToken: 'explicit-token',
};
const ROLE: Values = { roleArn: ROLE_ARN, oidcProviderArn: PROVIDER_ARN };
const ENV_KEYS: Environment = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'env-id',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'env-secret',
  ALIBABA_CLOUD_SECURITY_TOKEN: 'env-token',
};
const ENV_ROLE: Environment = {
  ALIBABA_CLOUD_ROLE_ARN: 'acs:ram::99:role/env',
  ALIBABA_CLOUD_OIDC_PROVIDER_ARN: 'acs:ram::99:oidc-provider/env',
};
/** What RRSA puts into a pod. */
const CLUSTER: Environment = {
  ALIBABA_CLOUD_ROLE_ARN: 'acs:ram::99:role/pod',
  ALIBABA_CLOUD_OIDC_PROVIDER_ARN: 'acs:ram::99:oidc-provider/ack-rrsa-c1',
  ALIBABA_CLOUD_OIDC_TOKEN_FILE: '/var/run/secrets/tokens/oidc-token',
};
const ON_GITHUB: Environment = { GITHUB_ACTIONS: 'true', ...ID_TOKEN_VARIABLES };
const OTHER_SPELLING: Environment = {
  ALIBABACLOUD_ACCESS_KEY_ID: 'other-id',
  ALIBABACLOUD_ACCESS_KEY_SECRET: 'other-secret',
  ALIBABACLOUD_SECURITY_TOKEN: 'other-token',
};
const ECS: Environment = { ALIBABA_CLOUD_ECS_METADATA: 'runner' };

function read(values: Values, ...variables: readonly Environment[]): ReturnType<typeof readSettings> {
  return readSettings(
    environment(values, Object.assign({ ...NO_KEYS }, ...variables) as Environment),
    WALL_START_MS,
  );
}

function choice(values: Values, ...variables: readonly Environment[]) {
  const reading = read(values, ...variables);
  if (reading.kind === 'faults') throw new Error(JSON.stringify(reading.faults));
  return reading.settings.credentials;
}

function faults(values: Values, ...variables: readonly Environment[]): readonly InputFault[] {
  const reading = read(values, ...variables);
  return reading.kind === 'faults' ? reading.faults : [];
}

describe('of all that there is', () => {
  test.each<[CredentialsSource, Values, readonly Environment[]]>([
    ['keys', KEYS, []],
    ['keys', KEYS, [ENV_KEYS, ENV_ROLE, ECS]],
    ['role', ROLE, []],
    ['role', ROLE, [ENV_KEYS, ENV_ROLE, ECS]],
    ['environment-keys', {}, [ENV_KEYS]],
    ['environment-keys', {}, [ENV_KEYS, ENV_ROLE, ECS]],
    ['environment-role', {}, [ENV_ROLE]],
    ['environment-role', {}, [ENV_ROLE, ECS]],
    ['environment-role-by-token-file', {}, [CLUSTER]],
    ['environment-role-by-token-file', {}, [CLUSTER, ECS, ON_GITHUB]],
    ['environment-keys', {}, [CLUSTER, ENV_KEYS]],
    ['environment-keys', {}, [CLUSTER, OTHER_SPELLING]],
    ['keys', KEYS, [CLUSTER]],
    ['role', ROLE, [CLUSTER, ON_GITHUB]],
    ['role', ROLE, [CLUSTER, { GITHUB_ACTIONS: 'true' }]],
    ['role-by-token-file', ROLE, [CLUSTER]],
    ['ecs-role', {}, [ECS]],
  ])('%s is used', (source, values, variables) => {
    expect(choice(values, ...variables).source).toBe(source);
  });

  test.each<[string, Values, readonly Environment[], string | undefined]>([
    [
      'a role of the environment with its token file',
      {},
      [CLUSTER, ON_GITHUB],
      '/var/run/secrets/tokens/oidc-token',
    ],
    ['a role of the environment without one', {}, [ENV_ROLE, ON_GITHUB], undefined],
    [
      'a token file that is named by nothing',
      {},
      [ENV_ROLE, { ALIBABA_CLOUD_OIDC_TOKEN_FILE: ' ' }],
      undefined,
    ],
    ['a role that a workflow names', ROLE, [CLUSTER, ON_GITHUB], undefined],
    [
      'a role that a workflow names without leave for ID tokens',
      ROLE,
      [CLUSTER, { GITHUB_ACTIONS: 'true' }],
      undefined,
    ],
    ['a role that is named elsewhere', ROLE, [CLUSTER], '/var/run/secrets/tokens/oidc-token'],
  ])('%s is assumed with one token and no other', (_, values, variables, tokenFile) => {
    expect(choice(values, ...variables)).toMatchObject({ kind: 'oidc', role: { tokenFile } });
  });

  test('a role that a workflow names half is not made whole with what belongs to a cluster', () => {
    for (const [given, missing] of [
      ['roleArn', 'oidcProviderArn'],
      ['oidcProviderArn', 'roleArn'],
    ] as const) {
      const values = { [given]: ROLE[given] };
      expect(faults(values, CLUSTER, ON_GITHUB)).toStrictEqual([
        { kind: 'half-credentials', given: [given], missing: [missing] },
      ]);
      // Elsewhere it is the cluster's in any case.
      expect(choice(values, CLUSTER)).toMatchObject({ source: 'role-by-token-file', role: values });
    }
  });

  test('the session has the name that the environment gives, unless it is said otherwise', () => {
    const named = { ALIBABA_CLOUD_ROLE_SESSION_NAME: 'my-pod' };
    expect(choice({}, CLUSTER, named)).toMatchObject({ role: { roleSessionName: 'my-pod' } });
    expect(choice({ roleSessionName: 'mine' }, CLUSTER, named)).toMatchObject({
      role: { roleSessionName: 'mine' },
    });
  });

  test('the other spelling of a key is used whole, after the official one', () => {
    expect(choice({}, OTHER_SPELLING)).toStrictEqual({
      kind: 'keys',
      source: 'environment-keys',
      credentials: { accessKeyId: 'other-id', accessKeySecret: 'other-secret', securityToken: 'other-token' },
    });
    const official = { ...ENV_KEYS, ALIBABA_CLOUD_SECURITY_TOKEN: undefined };
    expect(choice({}, official, OTHER_SPELLING)).toMatchObject({
      credentials: { accessKeyId: 'env-id', accessKeySecret: 'env-secret', securityToken: undefined },
    });
    const empty = Object.fromEntries(Object.keys(ENV_KEYS).map(name => [name, ' ']));
    expect(choice({}, empty, OTHER_SPELLING)).toMatchObject({ credentials: { accessKeyId: 'other-id' } });
  });

  test.each<[Environment, readonly string[], readonly string[]]>([
    [
      { ALIBABA_CLOUD_ACCESS_KEY_ID: 'a', ALIBABACLOUD_ACCESS_KEY_SECRET: 'b' },
      ['ALIBABA_CLOUD_ACCESS_KEY_ID'],
      ['ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
    ],
    [
      { ALIBABACLOUD_ACCESS_KEY_ID: 'a', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'b' },
      ['ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
      ['ALIBABA_CLOUD_ACCESS_KEY_ID'],
    ],
    [
      { ...OTHER_SPELLING, ALIBABACLOUD_ACCESS_KEY_ID: '' },
      ['ALIBABACLOUD_ACCESS_KEY_SECRET', 'ALIBABACLOUD_SECURITY_TOKEN'],
      ['ALIBABACLOUD_ACCESS_KEY_ID'],
    ],
    [
      { ...CLUSTER, ALIBABA_CLOUD_ROLE_ARN: '' },
      ['ALIBABA_CLOUD_OIDC_PROVIDER_ARN', 'ALIBABA_CLOUD_OIDC_TOKEN_FILE'],
      ['ALIBABA_CLOUD_ROLE_ARN'],
    ],
    [
      { ...ECS, ALIBABA_CLOUD_OIDC_TOKEN_FILE: '/token' },
      ['ALIBABA_CLOUD_OIDC_TOKEN_FILE'],
      ['ALIBABA_CLOUD_ROLE_ARN', 'ALIBABA_CLOUD_OIDC_PROVIDER_ARN'],
    ],
  ])('half of one set is not made whole with another: %j', (variables, given, missing) => {
    expect(faults({}, variables)).toStrictEqual([{ kind: 'half-credentials', given, missing }]);
  });

  test('the explicit key is used whole, with nothing of the environment', () => {
    const { accessKeyId = '', accessKeySecret = '' } = KEYS;
    expect(choice({ accessKeyId, accessKeySecret }, ENV_KEYS)).toStrictEqual({
      kind: 'keys',
      source: 'keys',
      credentials: { accessKeyId, accessKeySecret, securityToken: undefined },
    });
  });

  test('the key of the environment is used whole', () => {
    expect(choice({}, ENV_KEYS)).toMatchObject({
      credentials: { accessKeyId: 'env-id', accessKeySecret: 'env-secret', securityToken: 'env-token' },
    });
  });

  test('an empty variable is as good as none', () => {
    const empty = { ALIBABA_CLOUD_SECURITY_TOKEN: '', ALIBABA_CLOUD_ACCESS_KEY_ID: ' ' };
    expect(choice({}, empty, ENV_ROLE).source).toBe('environment-role');
    expect(choice({}, ENV_KEYS, { ALIBABA_CLOUD_SECURITY_TOKEN: '' })).toMatchObject({
      credentials: { securityToken: undefined },
    });
  });

  test('what an explicit role does not say is taken from the environment', () => {
    expect(choice({ roleArn: ROLE_ARN }, ENV_ROLE, ENV_KEYS)).toMatchObject({
      source: 'role',
      role: { roleArn: ROLE_ARN, oidcProviderArn: 'acs:ram::99:oidc-provider/env' },
    });
  });

  test('the metadata service of ECS is not used where it is disabled', () => {
    for (const disabled of ['true', 'TRUE', ' True ']) {
      const variables = { ...ECS, ALIBABA_CLOUD_ECS_METADATA_DISABLED: disabled };
      expect(faults({}, variables)).toStrictEqual([{ kind: 'no-credentials' }]);
    }
    for (const disabled of ['', 'false', '0']) {
      expect(choice({}, { ...ECS, ALIBABA_CLOUD_ECS_METADATA_DISABLED: disabled }).source).toBe('ecs-role');
    }
  });

  test('reports the ways to set them if there are none', () => {
    expect(faults({})).toStrictEqual([{ kind: 'no-credentials' }]);
    expect(en.inputFault({ kind: 'no-credentials' })).toMatch(/ALIBABA_CLOUD_ACCESS_KEY_ID.*roleArn/);
  });
});

describe('an explicit key and an explicit role together', () => {
  test.each<[string, Values]>([
    ['whole', { ...KEYS, ...ROLE }],
    ['half of each', { accessKeyId: 'id', roleArn: ROLE_ARN }],
    ['a token and a provider', { securityToken: 'token', oidcProviderArn: PROVIDER_ARN }],
  ])('(%s) are one input error, and nothing is asked', async (_, values) => {
    expect(faults(values, ENV_KEYS, ENV_ROLE)).toStrictEqual([{ kind: 'keys-and-role' }]);
    const run = await cloudRun({ inputs: values });
    expect(run).toMatchObject({ verdict: 'error', endedAtMs: 0 });
    expect(run.transport.seen).toHaveLength(0);
  });
});

describe('half a credential', () => {
  test.each<[Values, Environment, readonly string[], readonly string[]]>([
    [{ accessKeyId: 'a' }, ENV_KEYS, ['accessKeyId'], ['accessKeySecret']],
    [{ accessKeySecret: 'a' }, {}, ['accessKeySecret'], ['accessKeyId']],
    [{ securityToken: 'a' }, ENV_KEYS, ['securityToken'], ['accessKeyId', 'accessKeySecret']],
    [
      {},
      { ALIBABA_CLOUD_ACCESS_KEY_ID: 'a', ...ENV_ROLE },
      ['ALIBABA_CLOUD_ACCESS_KEY_ID'],
      ['ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
    ],
    [
      {},
      { ALIBABA_CLOUD_SECURITY_TOKEN: 'a' },
      ['ALIBABA_CLOUD_SECURITY_TOKEN'],
      ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
    ],
    [{ roleArn: ROLE_ARN }, ENV_KEYS, ['roleArn'], ['oidcProviderArn']],
    [{ oidcProviderArn: PROVIDER_ARN }, ENV_KEYS, ['oidcProviderArn'], ['roleArn']],
    [{}, { ALIBABA_CLOUD_ROLE_ARN: ROLE_ARN }, ['roleArn'], ['oidcProviderArn']],
    [{}, { ALIBABA_CLOUD_OIDC_PROVIDER_ARN: PROVIDER_ARN }, ['oidcProviderArn'], ['roleArn']],
  ])('%j with %j is a fault', (values, variables, given, missing) => {
    expect(faults(values, variables)).toStrictEqual([{ kind: 'half-credentials', given, missing }]);
  });
});

describe('a role', () => {
  test('is assumed for an hour, under the name of the run, unless it is said otherwise', () => {
    expect(choice(ROLE, { GITHUB_RUN_ID: '1658821493' })).toStrictEqual({
      kind: 'oidc',
      source: 'role',
      role: {
        roleArn: ROLE_ARN,
        oidcProviderArn: PROVIDER_ARN,
        tokenFile: undefined,
        audience: 'sts.aliyuncs.com',
        roleSessionName: 'sae-rollout-gate-1658821493',
        durationSeconds: 3_600,
        stsOrigin: 'https://sts.aliyuncs.com',
      },
    });
  });

  test.each<[Values, object]>([
    [{ oidcAudience: 'my-audience' }, { audience: 'my-audience' }],
    [{ roleSessionName: 'a.b@c-d_e' }, { roleSessionName: 'a.b@c-d_e' }],
    [{ roleSessionDuration: '15m' }, { durationSeconds: 900 }],
    [{ roleSessionDuration: '3600' }, { durationSeconds: 3_600 }],
    [{ roleSessionDuration: '12h' }, { durationSeconds: 43_200 }],
  ])('is assumed as %j says', (values, role) => {
    expect(choice({ ...ROLE, ...values })).toMatchObject({ role });
  });

  test.each<[Values, InputFault['kind']]>([
    [{ roleArn: 'gate' }, 'bad-arn'],
    [{ oidcProviderArn: 'arn:aws:iam::1:oidc-provider/x' }, 'bad-arn'],
    [{ roleArn: 'acs:ram::1:role/a b' }, 'bad-arn'],
    [{ roleSessionName: 'a' }, 'bad-session-name'],
    [{ roleSessionName: 'a b' }, 'bad-session-name'],
    [{ roleSessionName: 'x'.repeat(65) }, 'bad-session-name'],
    [{ roleSessionDuration: '14m' }, 'bad-session-duration'],
    [{ roleSessionDuration: '899s' }, 'bad-session-duration'],
    [{ roleSessionDuration: '1ms' }, 'bad-session-duration'],
    [{ roleSessionDuration: '13h' }, 'bad-session-duration'],
    [{ roleSessionDuration: 'long' }, 'bad-duration'],
  ])('with %j is one input error: %s', (values, kind) => {
    expect(faults({ ...ROLE, ...values }).map(fault => fault.kind)).toStrictEqual([kind]);
  });

  test('has all its faults reported together', () => {
    const wrong = {
      roleArn: 'x',
      oidcProviderArn: 'y',
      roleSessionName: 'z',
      roleSessionDuration: '1s',
      stsEndpoint: 'evil',
    };
    expect(faults(wrong).map(fault => fault.kind)).toStrictEqual([
      'bad-arn',
      'bad-arn',
      'bad-session-name',
      'bad-session-duration',
      'bad-sts-endpoint',
    ]);
  });

  test('has no faults where it is not used', () => {
    const wrong = { roleSessionName: 'z', roleSessionDuration: '1s', stsEndpoint: 'evil' };
    expect(faults(wrong, ENV_KEYS)).toStrictEqual([]);
  });
});

describe('stsEndpoint', () => {
  test.each([
    ['sts.aliyuncs.com', 'https://sts.aliyuncs.com'],
    ['sts.cn-hangzhou.aliyuncs.com', 'https://sts.cn-hangzhou.aliyuncs.com'],
    ['STS.Aliyuncs.COM', 'https://sts.aliyuncs.com'],
    ['https://sts-vpc.cn-hangzhou.aliyuncs.com', 'https://sts-vpc.cn-hangzhou.aliyuncs.com'],
    ['https://sts.aliyuncs.com/', 'https://sts.aliyuncs.com'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('may be %s', (stsEndpoint, stsOrigin) => {
    expect(choice({ ...ROLE, stsEndpoint })).toMatchObject({ role: { stsOrigin } });
  });

  test.each([
    'evil-aliyuncs.com',
    'aliyuncs.com.evil.org',
    'sts.aliyuncs.com.evil.org',
    'sts.aliyuncs.com@evil.org',
    'https://sts.aliyuncs.com@evil.org',
    'https://evil.org#sts.aliyuncs.com',
    'https://evil.org/sts.aliyuncs.com',
    'https://evil.org?sts.aliyuncs.com',
    'https://evil.org\\.aliyuncs.com',
    'evil.org',
    'sts.aliyuncs.co',
    'sts.aliyuncs.com.',
    'sts.aliyuncs。com.evil.org',
    'http://sts.aliyuncs.com',
    'ftp://sts.aliyuncs.com',
    'https://sts.aliyuncs.com/path',
    '169.254.169.254',
    'http://localhost.evil.org',
    'http://127.0.0.1.evil.org',
    'http://0.0.0.0:80',
    'sts.aliyuncs.com evil.org',
    'https://',
  ])('may not be %s: it receives a bearer token', stsEndpoint => {
    const found = faults({ ...ROLE, stsEndpoint });
    expect(found.map(({ kind }) => kind)).toStrictEqual(['bad-sts-endpoint']);
  });
});

describe('the log', () => {
  test.each<[string, Values, Environment]>([
    ['the access key of the inputs', KEYS, {}],
    ['the role of the inputs, assumed with the ID token of this workflow', ROLE, ID_TOKEN_VARIABLES],
    ['the access key of the environment', {}, ENV_KEYS],
    [
      'the role of the environment, assumed with the ID token of this workflow',
      {},
      { ...ENV_ROLE, ...ID_TOKEN_VARIABLES },
    ],
    [
      'the role of the environment, assumed with the token in ALIBABA_CLOUD_OIDC_TOKEN_FILE',
      {},
      { ...CLUSTER, ...ON_GITHUB },
    ],
    ['the role of the inputs, assumed with the token in ALIBABA_CLOUD_OIDC_TOKEN_FILE', ROLE, CLUSTER],
    ['the RAM role of this ECS instance', {}, ECS],
  ])('says that %s was used, and no value', async (name, inputs, variables) => {
    const run = await cloudRun({ inputs, variables, cancelAtMs: 1 });
    expect(run.lines.filter(line => line.includes('Credentials: '))).toStrictEqual([
      `   0:00  Credentials: ${name}.`,
    ]);
    const values = { ...KEYS, ...ROLE, ...ENV_KEYS, ...ENV_ROLE };
    for (const value of Object.values(values)) expect(run.lines.join('\n')).not.toContain(value);
  });
});
