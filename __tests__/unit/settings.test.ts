import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { InputFault } from '../../src/inputs/faults.ts';
import type { Environment, InputDefinition, InputName } from '../../src/inputs/table.ts';
import { INPUTS, secretsIn } from '../../src/inputs/table.ts';
import type { Settings, SettingsReading } from '../../src/inputs/settings.ts';
import { readIdleSettings } from '../../src/inputs/idle.ts';
import { readSettings } from '../../src/inputs/settings.ts';
import { en } from '../../src/words/en/en.ts';
import { environment, inputs, KEY_ID, KEY_SECRET } from '../support/environment.ts';
import { ORDER_ID } from '../support/orders.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

const MANIFEST = readActionManifestDefaults();

function readActionManifestDefaults(): {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
} {
  const file = fileURLToPath(new URL('../../action.yml', import.meta.url));
  return parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as typeof MANIFEST;
}

type Values = Partial<Record<InputName, string>>;

function read(values: Values = {}, variables: Environment = {}): SettingsReading {
  return readSettings(environment(values, variables), WALL_START_MS);
}

function settingsOf(values: Values = {}, variables: Environment = {}): Settings {
  const reading = read(values, variables);
  if (reading.kind === 'faults') throw new Error(JSON.stringify(reading.faults));
  return reading.settings;
}

function faultsOf(values: Values = {}, variables: Environment = {}, isIdle = false): readonly InputFault[] {
  const reading = isIdle ? readIdleSettings(environment(values, variables)) : read(values, variables);
  return reading.kind === 'faults' ? reading.faults : [];
}

/** What narrows which order may be taken for this run's own, guards against another's, or asks for a proof. */
const GUARDS: readonly InputName[] = [
  'changeOrderId',
  'appId',
  'appName',
  'coType',
  'descriptionContains',
  'createdAfter',
  'expectImage',
  'expectVersion',
  'bake',
];

/** Everything else, each with the reason why an empty one is as good as one that is left out. */
const NO_GUARDS: Readonly<Record<string, readonly InputName[]>> = {
  'they end the wait, and red': [
    'timeout',
    'discoveryTimeout',
    'manualStepTimeout',
    'verifyTimeout',
    'outageTolerance',
    'onManualStep',
    'failFast',
    'rollbackTimeout',
  ],
  'without it nothing is written, and nothing of it makes anything green': ['rollbackOn'],
  'ids are of one region, and who may ask for another order sees it under its own id only': [
    'regionId',
    'endpoint',
    'accessKeyId',
    'accessKeySecret',
    'securityToken',
    'roleArn',
    'oidcProviderArn',
    'oidcAudience',
    'roleSessionName',
    'roleSessionDuration',
    'stsEndpoint',
  ],
  'a name that several namespaces have is an error without one': ['namespaceId'],
  'whoever expects something to run says what, and that is a guard': ['verify'],
  'without one the start of the job is the bound, which is stricter': ['token'],
  'they say how often to ask': [
    'minPollInterval',
    'maxPollInterval',
    'requestTimeout',
    'maxCallsPerMinute',
    'learn',
  ],
  'they say what is told, and where': [
    'checkRun',
    'checkName',
    'commit',
    'jobCheckRunId',
    'diagnose',
    'diagnoseLogs',
    'language',
  ],
};

const UNNAMED = { appName: undefined, namespaceId: undefined };

const NO_KEYS = { ALIBABA_CLOUD_ACCESS_KEY_ID: '', ALIBABA_CLOUD_ACCESS_KEY_SECRET: '' };

describe('the settings', () => {
  test('are the documented defaults, where nothing is said', () => {
    expect(settingsOf()).toMatchObject({
      targets: [{ kind: 'order', changeOrderId: ORDER_ID, appId: undefined }],
      failFast: false,
      callsPerMinute: 21,
      regionId: 'cn-hangzhou',
      origin: 'https://sae.cn-hangzhou.aliyuncs.com',
      credentials: {
        kind: 'keys',
        source: 'environment-keys',
        credentials: { accessKeyId: KEY_ID, accessKeySecret: KEY_SECRET, securityToken: undefined },
      },
      token: undefined,
      timeoutMs: 1_800_000,
      bounds: { minMs: 2_000, maxMs: 30_000 },
      requestTimeoutMs: 10_000,
      outageToleranceMs: 300_000,
    });
  });

  test('are what the inputs say', () => {
    const settings = settingsOf({
      changeOrderId: 'order-1',
      appId: 'app-1',
      timeout: '1h30m',
      minPollInterval: '5s',
      maxPollInterval: '1m',
      requestTimeout: '500ms',
      outageTolerance: '90s',
    });
    expect(settings).toMatchObject({
      targets: [{ changeOrderId: 'order-1', appId: 'app-1' }],
      timeoutMs: 5_400_000,
      bounds: { minMs: 5_000, maxMs: 60_000 },
      requestTimeoutMs: 500,
      outageToleranceMs: 90_000,
    });
  });

  test('are the same with blanks around every input', () => {
    const values = { changeOrderId: 'o', appId: 'a', timeout: '5m', regionId: 'us-west-1' };
    const blank = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, ` ${value}\t\n`]));
    expect(settingsOf(blank)).toStrictEqual(settingsOf(values));
  });

  test.each((Object.keys(INPUTS) as InputName[]).filter(name => !GUARDS.includes(name)))(
    'are the same with an empty %s as without it',
    name => {
      const without = environment(
        {},
        { [`INPUT_${name.toUpperCase()}`]: undefined, ALICLOUD_REGION_ID: 'cn-beijing' },
      );
      const empty = { ...without, [`INPUT_${name.toUpperCase()}`]: '' };
      expect(readSettings(empty, WALL_START_MS)).toStrictEqual(readSettings(without, WALL_START_MS));
      expect(readSettings(without, WALL_START_MS).kind).toBe('settings');
    },
  );
});

describe('a guard', () => {
  test('is told apart from what guards nothing, for every input', () => {
    const marked = (Object.entries(INPUTS) as [InputName, InputDefinition][])
      .filter(([, { guard }]) => guard === true)
      .map(([name]) => name);
    expect(marked).toStrictEqual(GUARDS);
    expect([...GUARDS, ...Object.values(NO_GUARDS).flat()].toSorted()).toStrictEqual(
      Object.keys(INPUTS).toSorted(),
    );
  });

  test.each(GUARDS)('has a default in action.yml, so that empty is not left out: %s', name => {
    expect(MANIFEST.inputs[name]?.default).toBe((INPUTS[name] as InputDefinition).default);
    expect(MANIFEST.inputs[name]?.default).toMatch(/\S/u);
  });

  const EMPTY = ['', ' ', '\n', '\t\r\n', '\u200b', '\u3000', '\ufeff'];
  const OTHERS = GUARDS.filter(name => name !== 'changeOrderId');

  test.each(OTHERS.flatMap(name => EMPTY.map(value => [name, value] as const)))(
    '%s that is given but empty is a fault, whether the order has to be found or not: %j',
    (name, value) => {
      for (const changeOrderId of ['auto', 'order-1']) {
        const faults = faultsOf({ changeOrderId, appId: 'app-1', [name]: value });
        expect(faults).toMatchObject([{ kind: 'empty-guard', input: name }]);
      }
    },
  );

  test.each(OTHERS)('%s is reported in words that name the word for none', name => {
    const [fault] = faultsOf({ changeOrderId: 'auto', appId: 'app-1', [name]: '' });
    const word = fault?.kind === 'empty-guard' ? fault.word : '';
    expect(fault === undefined ? '' : en.inputFault(fault)).toContain(`or "${word}" for none`);
    const meant = read({ changeOrderId: 'auto', appId: 'app-1', [name]: word });
    const kinds = meant.kind === 'faults' ? meant.faults.map(({ kind }) => kind) : [];
    expect(kinds).toStrictEqual(name === 'appId' ? ['auto-without-app'] : []);
  });

  test('is not given where its variable is absent, or holds its word', () => {
    const find = { changeOrderId: 'auto', appId: 'app-1' };
    const absent = settingsOf(find).targets;
    expect(settingsOf({ ...find, descriptionContains: 'none', createdAfter: 'Auto' }).targets).toStrictEqual(
      absent,
    );
    expect(settingsOf({ appId: 'none' })).toStrictEqual(settingsOf());
  });
});

describe('a duration without sense', () => {
  const NAMES = (Object.keys(INPUTS) as InputName[]).filter(name =>
    /^(?:timeout|.*(?:Timeout|Interval|Tolerance))$/u.test(name),
  );
  const FIND = { changeOrderId: 'auto', appId: 'app-1' };

  test('is looked for in all of them', () => {
    expect(NAMES).toHaveLength(9);
  });

  test.each(NAMES)('is longer than any job: %s', name => {
    const others = name === 'minPollInterval' ? { maxPollInterval: '120h' } : {};
    expect(read({ ...FIND, ...others, [name]: '120h' }).kind).toBe('settings');
    for (const got of ['99999h', '120h1ms', '432001', '9007199254740991ms']) {
      expect(faultsOf({ ...FIND, [name]: got })).toStrictEqual([
        { kind: 'long-duration', input: name, got, longestMs: 432_000_000 },
      ]);
    }
  });

  test('would be one that no timer can hold', () => {
    const { timeoutMs } = settingsOf({ timeout: '120h' });
    expect(timeoutMs).toBeLessThanOrEqual(2 ** 31 - 1);
  });
});

describe('an id as people hand it over', () => {
  const NAMES = ['changeOrderId', 'appId'] as const;
  const given = (name: (typeof NAMES)[number], value: string): Values =>
    name === 'appId' ? { changeOrderId: 'auto', appId: value } : { changeOrderId: value };
  const idsOf = (name: (typeof NAMES)[number], value: string): readonly unknown[] =>
    settingsOf(given(name, value)).targets.map(target =>
      target.kind === 'order' ? target.changeOrderId : target.appId,
    );

  describe.each(NAMES)('%s', name => {
    test.each([
      'a\r',
      'a\r\n',
      '\ra',
      ' a ',
      '\u00a0a\u3000',
      'a\u200b',
      '\ufeffa',
      ' \u202ea\u202c ',
      '["a"]',
    ])('is mended where nothing can be doubted: %j', value => {
      expect(idsOf(name, value)).toStrictEqual(['a']);
    });

    test.each([
      ['null', 'no-value'],
      ['NULL', 'no-value'],
      ['undefined', 'no-value'],
      ['None', 'no-value'],
      ['nil', 'no-value'],
      ['NaN', 'no-value'],
      ['<no value>', 'no-value'],
      ['null\r', 'no-value'],
      ['a,null', 'no-value'],
      ['["a","null"]', 'no-value'],
      ['${{ steps.deploy.outputs.id }}', 'template'],
      ['${ID}', 'template'],
      ['$ID', 'template'],
      ['$(cat id)', 'template'],
      ['%ID%', 'template'],
      ['{{ id }}', 'template'],
      ['<change-order-id>', 'template'],
      ['[object Object]', 'object'],
      ['"a"', 'quotes'],
      ["'a'", 'quotes'],
      ['`a`', 'quotes'],
      ['“a”', 'quotes'],
      ['"a"\r\n', 'quotes'],
      ['"', 'quotes'],
    ])('is a fault that says what was left there: %j', (value, of) => {
      const faults = faultsOf(given(name, value));
      expect(faults).toMatchObject([{ kind: 'leftover', input: name, of }]);
      expect(faults.map(fault => en.inputFault(fault)).join()).toMatch(/: expected .+, got ".+"/u);
    });

    test.each([
      ['x y', 'x y'],
      ['a\tb', String.raw`a\tb`],
      ['a\u0000', String.raw`a\u0000`],
      ['\u001b[1ma\u001b[0m', String.raw`\u001b[1ma\u001b[0m`],
      ['a\u200bb', String.raw`a\u200bb`],
      ['a\u3000b', 'a\u3000b'],
      ['{"id":1}', undefined],
      ['a'.repeat(201), undefined],
    ])('is a fault that shows what cannot be seen: %j', (value, got) => {
      const faults = faultsOf(given(name, value));
      expect(faults).toHaveLength(1);
      if (got !== undefined) expect(faults).toStrictEqual([{ kind: 'bad-id', input: name, got }]);
    });

    test.each([
      'a,b',
      'a;b',
      'a ; b',
      'a，b',
      'a；b',
      'a、b',
      'a,b，a;b',
      '["a","b"]',
      ' [ "a",\n "b" ]\n',
      'a\r\nb\r\n',
      'a\r,b\r',
      'a\r\r\nb',
    ])('may be several, however they are written: %j', value => {
      expect(idsOf(name, value)).toStrictEqual(['a', 'b']);
    });

    test.each(['[1]', '["a",null]', '["a"', '["a"],b', '[["a"]]', '[{"id":"a"}]'])(
      'is a fault where it begins like a JSON array of texts and is none: %j',
      value => {
        expect(faultsOf(given(name, value))).toMatchObject([{ kind: 'bad-list', input: name }]);
      },
    );

    test('is never an empty JSON array, nor an empty text in one', () => {
      expect(faultsOf(given(name, '[]'))).toHaveLength(1);
      expect(faultsOf(given(name, '["a",""]'))).toMatchObject([{ kind: 'empty-item' }]);
    });
  });

  test.each(['AUTO', 'Auto', ' auto\r\n', '["auto"]'])(
    'is found by the gate where it is %j',
    changeOrderId => {
      expect(settingsOf({ changeOrderId, appId: 'app-1' }).targets).toMatchObject([{ kind: 'find' }]);
    },
  );

  test.each(['AUTO,a', 'auto,AUTO'])('is not both found and given: %j', changeOrderId => {
    expect(faultsOf({ changeOrderId, appId: 'app-1' })).toMatchObject([{ kind: 'auto-among-ids' }]);
  });
});

describe('changeOrderId', () => {
  test.each([
    '76fa5c0-9ebb-4bb4-b383-1f8854470001',
    'x',
    '1',
    '订单',
    'a::b',
    'a/b?c=d&e',
    '76fa5c0-****',
    'automatic',
  ])('may be any word: %j', changeOrderId => {
    expect(settingsOf({ changeOrderId }).targets[0]).toMatchObject({ kind: 'order', changeOrderId });
  });

  test.each([
    '',
    '   ',
    '\n',
    '\u200b',
    ' \ufeff\u200d ',
    '\u2060\u202e',
    '\u001b[0m',
    '\u2028\u2029',
    '\u0000',
  ])('given but empty is a fault: %j', changeOrderId => {
    expect(faultsOf({ changeOrderId })).toStrictEqual([{ kind: 'empty-order-id' }]);
  });

  test.each([
    'a,b',
    ' a , b ',
    'a,b,a',
    'a\nb',
    'a\nb\n',
    'a\r\nb\r\n',
    'a\rb',
    'a\u2028b',
    'a\u0085b',
    'a\vb',
  ])('may be several, each once, between commas or lines: %j', changeOrderId => {
    const ids = settingsOf({ changeOrderId, appId: 'app-1' }).targets;
    expect(ids).toStrictEqual(
      ['a', 'b'].map(id => ({ ...UNNAMED, kind: 'order', changeOrderId: id, appId: 'app-1' })),
    );
  });

  test.each(['a,,b', 'a,', ',a', 'a\n\nb', 'a\n,b', 'a\n\n', '\na', ',', 'a,\u200b', '\u200b,\u200b'])(
    'with an empty item is a fault: %j',
    changeOrderId => {
      expect(faultsOf({ changeOrderId })).toMatchObject([{ kind: 'empty-item', input: 'changeOrderId' }]);
    },
  );

  test('that is auto may be for several applications', () => {
    const { targets } = settingsOf({ changeOrderId: 'auto', appId: 'a,b' });
    expect(targets.map(({ kind, appId }) => [kind, appId])).toStrictEqual([
      ['find', 'a'],
      ['find', 'b'],
    ]);
  });

  test.each([
    ['auto', { changeOrderId: 'auto' }],
    ['absent', {}],
  ])('that is %s means that the order has to be found by appId', (_, values) => {
    const absent = { INPUT_CHANGEORDERID: undefined };
    const env = { ...environment({ appId: 'app-1' }, absent), ...inputs(values) };
    expect(readSettings(env, WALL_START_MS)).toMatchObject({
      settings: { targets: [{ kind: 'find', appId: 'app-1' }] },
    });
  });

  test('that is auto without an appId is a fault', () => {
    expect(faultsOf({ changeOrderId: 'auto' })).toStrictEqual([{ kind: 'auto-without-app' }]);
  });
});

describe('appId', () => {
  test('of several applications is a fault where orders are given by their ids', () => {
    expect(faultsOf({ appId: 'a\nb' })).toStrictEqual([{ kind: 'several-apps', input: 'appId', got: 'a,b' }]);
  });

  test('with an empty item is a fault', () => {
    expect(faultsOf({ appId: 'a,,b', changeOrderId: 'auto' })).toStrictEqual([
      { kind: 'empty-item', input: 'appId', got: 'a,,b' },
    ]);
  });

  test('of nothing that can be seen is a fault, and not an appId that was left out', () => {
    expect(faultsOf({ appId: '\u200b' })).toMatchObject([{ kind: 'empty-guard', input: 'appId' }]);
  });
});

describe('a duration', () => {
  const NAMES = [
    'timeout',
    'minPollInterval',
    'maxPollInterval',
    'requestTimeout',
    'outageTolerance',
  ] as const;

  test.each(NAMES)('that cannot be read is a fault: %s', name => {
    expect(faultsOf({ [name]: '5 minutes' })).toStrictEqual([
      { kind: 'bad-duration', input: name, got: '5 minutes' },
    ]);
  });

  test.each(NAMES)('of zero is a fault: %s', name => {
    expect(faultsOf({ [name]: '0' })).toStrictEqual([{ kind: 'bad-duration', input: name, got: '0' }]);
  });

  test.each([
    ['timeout', 'timeoutMs'],
    ['requestTimeout', 'requestTimeoutMs'],
    ['outageTolerance', 'outageToleranceMs'],
  ] as const)('is taken as given, however small: %s', (name, key) => {
    expect(settingsOf({ [name]: '1ms' })[key]).toBe(1);
    expect(settingsOf({ [name]: '0.001ms' })[key]).toBe(1);
  });

  test.each([
    ['0.07s', 70],
    ['0.57s', 570],
    ['1.005s', 1_005],
    ['0.29m', 17_400],
    ['1.1h', 3_960_000],
    ['1.5ms', 2],
  ])('of %s is %d ms, whatever binary fractions make of it', (timeout, timeoutMs) => {
    expect(settingsOf({ timeout }).timeoutMs).toBe(timeoutMs);
  });

  test('that is a plain number is reported with what it was taken for', () => {
    expect(read({ timeout: ' 30 ', outageTolerance: '600' })).toMatchObject({
      plainDurations: [
        { input: 'timeout', got: '30', durationMs: 30_000 },
        { input: 'outageTolerance', got: '600', durationMs: 600_000 },
      ],
    });
  });

  test('with a unit is not', () => {
    expect(read({ timeout: '30s' })).toMatchObject({ plainDurations: [] });
  });
});

describe('the bounds of polling', () => {
  test.each(['999ms', '0.5s', '1ms'])('have a floor of 1 s: %s', minPollInterval => {
    expect(faultsOf({ minPollInterval })).toStrictEqual([
      { kind: 'poll-floor', got: minPollInterval, floorMs: 1_000 },
    ]);
  });

  test('may be at the floor', () => {
    expect(settingsOf({ minPollInterval: '1s', maxPollInterval: '1s' }).bounds).toStrictEqual({
      minMs: 1_000,
      maxMs: 1_000,
    });
  });

  test('have no floor on loopback', () => {
    const settings = settingsOf({
      endpoint: 'http://127.0.0.1:4010',
      minPollInterval: '1ms',
      maxPollInterval: '1ms',
    });
    expect(settings.bounds).toStrictEqual({ minMs: 1, maxMs: 1 });
  });

  test('may not cross', () => {
    expect(faultsOf({ minPollInterval: '31s' })).toStrictEqual([
      { kind: 'poll-bounds-crossed', min: '31s', max: '30s' },
    ]);
    expect(faultsOf({ maxPollInterval: '1s' })).toStrictEqual([
      { kind: 'poll-bounds-crossed', min: '2s', max: '1s' },
    ]);
  });

  test('are not compared when one of them cannot be read', () => {
    expect(faultsOf({ minPollInterval: 'x', maxPollInterval: '1ms' })).toStrictEqual([
      { kind: 'bad-duration', input: 'minPollInterval', got: 'x' },
    ]);
  });
});

describe('the region', () => {
  const NAMES = INPUTS.regionId.environment;

  test.each(['cn-hangzhou', 'ap-southeast-1', 'us-east-1', 'eu-central-1', 'cn-hongkong', 'me-new-2a'])(
    'has a shape, not a list: %s',
    regionId => {
      expect(settingsOf({ regionId }).origin).toBe(`https://sae.${regionId}.aliyuncs.com`);
    },
  );

  test.each([
    'hangzhou',
    'cn_hangzhou',
    'CN-HANGZHOU',
    'cn-',
    '-hangzhou',
    'cn--x',
    'cn-a.evil',
    'cn-a/',
    'c-a',
    'cn-ä',
  ])('of another shape is a fault: %s', regionId => {
    expect(faultsOf({ regionId })).toStrictEqual([{ kind: 'bad-region', input: 'regionId', got: regionId }]);
  });

  test('that is endless is a fault', () => {
    expect(faultsOf({ regionId: `cn-${'a'.repeat(100)}` })).toMatchObject([{ kind: 'bad-region' }]);
  });

  test.each(NAMES)('is taken from %s', name => {
    expect(settingsOf({ regionId: '' }, { [name]: ' us-west-1 ' }).regionId).toBe('us-west-1');
  });

  test('is taken from the variables in their order, and from the input before them', () => {
    const all = Object.fromEntries(NAMES.map((name, index) => [name, `cn-r${index}`]));
    expect(settingsOf({ regionId: '' }, all).regionId).toBe('cn-r0');
    expect(settingsOf({ regionId: '' }, { ...all, [NAMES[0]]: '' }).regionId).toBe('cn-r1');
    expect(settingsOf({ regionId: '' }, { ...all, [NAMES[0]]: ' ', [NAMES[1]]: undefined }).regionId).toBe(
      'cn-r2',
    );
    expect(settingsOf({ regionId: 'cn-input' }, all).regionId).toBe('cn-input');
  });

  test.each(NAMES)('from %s is reported by that name when it is faulty', name => {
    expect(faultsOf({ regionId: '' }, { [name]: 'Hangzhou' })).toStrictEqual([
      { kind: 'bad-region', input: name, got: 'Hangzhou' },
    ]);
  });

  test('that is missing is a fault, unless there is an endpoint', () => {
    expect(faultsOf({ regionId: '' })).toStrictEqual([{ kind: 'no-region' }]);
    expect(settingsOf({ regionId: '', endpoint: 'gateway.example.com' }).regionId).toBeUndefined();
  });

  test('is read off the host of an official endpoint', () => {
    expect(settingsOf({ regionId: '', endpoint: 'sae-vpc.cn-beijing.aliyuncs.com' }).regionId).toBe(
      'cn-beijing',
    );
    expect(settingsOf({ regionId: '', endpoint: 'https://sae.us-west-1.aliyuncs.com' }).regionId).toBe(
      'us-west-1',
    );
    expect(
      settingsOf({ regionId: '', endpoint: 'sae.cn-beijing.aliyuncs.com.evil.com' }).regionId,
    ).toBeUndefined();
  });
});

describe('the endpoint', () => {
  test('goes before the region', () => {
    const settings = settingsOf({ regionId: 'cn-hangzhou', endpoint: 'sae-vpc.cn-beijing.aliyuncs.com' });
    expect(settings).toMatchObject({
      origin: 'https://sae-vpc.cn-beijing.aliyuncs.com',
      regionId: 'cn-hangzhou',
    });
  });

  test('over plain http is a fault elsewhere than on loopback', () => {
    expect(faultsOf({ endpoint: 'http://evil' })).toStrictEqual([
      { kind: 'endpoint-not-https', got: 'http://evil' },
    ]);
  });

  test('with a path is a fault', () => {
    expect(faultsOf({ endpoint: 'https://a.example/b' })).toStrictEqual([
      { kind: 'bad-endpoint', got: 'https://a.example/b' },
    ]);
  });

  test.each([
    ['https://user:hunter2@a.example', 'https://…@a.example'],
    ['https://user:hunter/2@a.example/b', 'https://…@a.example/b'],
    ['user:hunter@2@a.example', '…@a.example'],
    ['http://hunter2@evil', 'http://…@evil'],
  ])('with a password is a fault that does not tell it: %s', (endpoint, got) => {
    expect(faultsOf({ endpoint })).toStrictEqual([{ kind: 'bad-endpoint', got }]);
  });
});

describe('credentials', () => {
  const fromInputs = { accessKeyId: 'input-id', accessKeySecret: 'input-secret' };

  test('come from the environment, with the token of a session', () => {
    const { credentials } = settingsOf({}, { ALIBABA_CLOUD_SECURITY_TOKEN: 'token' });
    expect(credentials).toMatchObject({
      source: 'environment-keys',
      credentials: { accessKeyId: KEY_ID, accessKeySecret: KEY_SECRET, securityToken: 'token' },
    });
  });

  test('come without a token where that is empty', () => {
    expect(settingsOf({}, { ALIBABA_CLOUD_SECURITY_TOKEN: '  ' }).credentials).toMatchObject({
      credentials: { securityToken: undefined },
    });
  });

  test('come whole from the inputs, where these give any, and never mixed', () => {
    const { credentials } = settingsOf(fromInputs, { ALIBABA_CLOUD_SECURITY_TOKEN: 'token' });
    expect(credentials).toStrictEqual({
      kind: 'keys',
      source: 'keys',
      credentials: { accessKeyId: 'input-id', accessKeySecret: 'input-secret', securityToken: undefined },
    });
  });

  test('come from the environment where the inputs are there and empty', () => {
    expect(settingsOf({ accessKeyId: '', accessKeySecret: ' ' }).credentials.source).toBe('environment-keys');
  });

  test.each<readonly [string, Values, readonly string[], readonly string[]]>([
    ['an id alone', { accessKeyId: 'a' }, ['accessKeyId'], ['accessKeySecret']],
    ['a secret alone', { accessKeySecret: 'a' }, ['accessKeySecret'], ['accessKeyId']],
    ['a token alone', { securityToken: 'a' }, ['securityToken'], ['accessKeyId', 'accessKeySecret']],
    [
      'an id and a token',
      { accessKeyId: 'a', securityToken: 'b' },
      ['accessKeyId', 'securityToken'],
      ['accessKeySecret'],
    ],
  ])('of the inputs are half with %s, though the environment has whole ones', (_, values, given, missing) => {
    expect(faultsOf(values)).toStrictEqual([{ kind: 'half-credentials', given, missing }]);
  });

  test('of the environment can be half too', () => {
    expect(faultsOf({}, { ALIBABA_CLOUD_ACCESS_KEY_SECRET: '' })).toStrictEqual([
      {
        kind: 'half-credentials',
        given: ['ALIBABA_CLOUD_ACCESS_KEY_ID'],
        missing: ['ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
      },
    ]);
  });

  test('that are nowhere are a fault', () => {
    expect(faultsOf({}, NO_KEYS)).toStrictEqual([{ kind: 'no-credentials' }]);
  });

  test.each(['a b', 'a\nb', 'a\u0000b', 'ä', 'a\u200b', '“a”'])(
    'with a character that no credential has are a fault that does not tell it: %j',
    accessKeySecret => {
      expect(faultsOf({ accessKeyId: 'id', accessKeySecret })).toStrictEqual([
        { kind: 'bad-credential', input: 'accessKeySecret' },
      ]);
    },
  );

  test('with a faulty token are a fault', () => {
    expect(faultsOf({ ...fromInputs, securityToken: 'a b' })).toStrictEqual([
      { kind: 'bad-credential', input: 'securityToken' },
    ]);
  });

  test('may not be given together with a role', () => {
    expect(faultsOf({ ...fromInputs, roleArn: 'acs:ram::1:role/x' })).toStrictEqual([
      { kind: 'keys-and-role' },
    ]);
  });
});

describe('all faults', () => {
  const FAULTY: Values = {
    changeOrderId: '',
    appId: 'a\nb',
    timeout: 'soon',
    regionId: 'Hangzhou',
    endpoint: 'http://evil',
    accessKeyId: 'id',
    minPollInterval: '5ms',
    maxPollInterval: '1ms',
    requestTimeout: '-1',
    outageTolerance: '0',
  };

  test('are reported together', () => {
    expect(
      faultsOf(FAULTY)
        .map(({ kind }) => kind)
        .sort(),
    ).toStrictEqual([
      'bad-duration',
      'bad-duration',
      'bad-duration',
      'bad-region',
      'empty-order-id',
      'endpoint-not-https',
      'half-credentials',
      'poll-bounds-crossed',
      'poll-floor',
      'several-apps',
    ]);
  });

  test('are reported once each, the missing region not besides a faulty one', () => {
    expect(faultsOf({ regionId: 'x' }).map(({ kind }) => kind)).toStrictEqual(['bad-region']);
  });

  test('show foreign text only as one clean line that is cut', () => {
    const [fault] = faultsOf({ timeout: `1\u001b[31m\n::error::${'x'.repeat(1_000)}` });
    const got = fault?.kind === 'bad-duration' ? fault.got : '';
    expect(got).toMatch(/^1\\u001b\[31m\\n::error::x+…$/u);
    expect(got).toHaveLength(100);
  });
});

describe('every kind of fault', () => {
  /** One of each, as the inputs make it: the type makes sure that none is left out. */
  const EXAMPLES: Readonly<Record<InputFault['kind'], readonly [Values, Environment?]>> = {
    'empty-order-id': [{ changeOrderId: '' }],
    'empty-guard': [{ descriptionContains: '' }],
    leftover: [{ changeOrderId: 'null' }],
    'bad-id': [{ appId: 'x y' }],
    'bad-list': [{ changeOrderId: '[1]' }],
    'bad-app-name': [{ appName: 'x y' }],
    'bad-namespace': [{ appName: 'x', namespaceId: 'x y' }],
    'namespace-without-name': [{ namespaceId: 'x' }],
    'names-unlike-ids': [{ changeOrderId: 'auto', appName: 'x,y', appId: 'z' }],
    'proof-not-required': [{ verify: 'off', bake: '5m' }],
    'bad-rollback-on': [{ rollbackOn: 'failed' }],
    'rollback-of-several': [{ changeOrderId: 'a,b', appId: 'x', rollbackOn: 'needs-rollback' }],
    'rollback-without-app': [{ rollbackOn: 'needs-rollback' }],
    'rollback-undescribed': [{ changeOrderId: 'auto', appId: 'x', rollbackOn: 'cancelled' }],
    // Not of the inputs alone, as the other one of its kind.
    'rollback-no-run-start': [{}],
    'bad-image': [{ expectImage: 'Registry/App' }],
    'bad-version': [{ expectVersion: '1 2' }],
    'several-targets': [{ changeOrderId: 'a,b', expectVersion: '1' }],
    'long-bake': [{ bake: '25h' }],
    'long-duration': [{ timeout: '99999h' }],
    'auto-without-app': [{ changeOrderId: 'auto' }],
    'idle-without-app': [{ appId: 'none' }],
    'idle-several-apps': [{ appId: 'a,b' }],
    'empty-co-type': [{ changeOrderId: 'auto', appId: 'a', coType: 'CoDeploy,,x' }],
    'bad-created-after': [{ changeOrderId: 'auto', appId: 'a', createdAfter: 'yesterday' }],
    'created-after-too-old': [{ changeOrderId: 'auto', appId: 'a', createdAfter: '2232h' }],
    'created-after-to-come': [{ changeOrderId: 'auto', appId: 'a', createdAfter: '2026-11-22T06:00:00Z' }],
    // Not of the inputs alone: nothing tells when the run began.
    'bad-flag': [{ checkRun: 'yes' }],
    'bad-commit': [{ commit: 'main' }],
    'no-run-start': [{}],
    'keys-and-role': [{ accessKeyId: 'a', roleArn: 'b' }],
    'bad-arn': [{ roleArn: 'role/x', oidcProviderArn: 'acs:ram::1:oidc-provider/y' }],
    'bad-session-name': [
      { roleArn: 'acs:ram::1:role/x', oidcProviderArn: 'acs:ram::1:oidc-provider/y', roleSessionName: '!' },
    ],
    'bad-session-duration': [
      {
        roleArn: 'acs:ram::1:role/x',
        oidcProviderArn: 'acs:ram::1:oidc-provider/y',
        roleSessionDuration: '1m',
      },
    ],
    'bad-sts-endpoint': [
      {
        roleArn: 'acs:ram::1:role/x',
        oidcProviderArn: 'acs:ram::1:oidc-provider/y',
        stsEndpoint: 'evil.com',
      },
    ],
    'several-apps': [{ changeOrderId: 'a,b', appId: 'c,d' }],
    'empty-item': [{ changeOrderId: 'a,,b' }],
    'auto-among-ids': [{ changeOrderId: 'auto,a', appId: 'b' }],
    'bad-call-limit': [{ maxCallsPerMinute: '0' }],
    'line-break': [{ checkName: 'a\nb' }],
    'bad-duration': [{ timeout: 'soon' }],
    'bad-choice': [{ language: 'fr' }],
    'poll-floor': [{ minPollInterval: '500ms' }],
    'poll-bounds-crossed': [{ maxPollInterval: '1s' }],
    'bad-region': [{ regionId: 'Hangzhou' }],
    'no-region': [{ regionId: '' }],
    'bad-endpoint': [{ endpoint: 'https://a.example/b' }],
    'endpoint-not-https': [{ endpoint: 'http://evil' }],
    'half-credentials': [{ accessKeySecret: 'a' }],
    'bad-credential': [{ accessKeyId: 'a', accessKeySecret: 'ä' }],
    'bad-proxy': [{}, { HTTPS_PROXY: 'ftp://builder:hunter2@proxy.test' }],
    'bad-no-proxy': [{}, { NO_PROXY: '10.0.0.0/33' }],
    'no-credentials': [{}, NO_KEYS],
  };
  const kinds = Object.keys(EXAMPLES) as InputFault['kind'][];
  const made = kinds.filter(kind => !kind.endsWith('no-run-start'));

  test.each(made)('can be made by inputs: %s', kind => {
    const [values, variables] = EXAMPLES[kind];
    expect(faultsOf(values, variables, kind.startsWith('idle-')).map(fault => fault.kind)).toContain(kind);
  });

  test.each(made)('names an input or a variable, says what it expects and what it got: %s', kind => {
    const [values, variables] = EXAMPLES[kind];
    const faults = faultsOf(values, variables, kind.startsWith('idle-'));
    const fault = faults.find(one => one.kind === kind);
    if (fault === undefined) throw new Error('not made');
    const text = en.inputFault(fault);
    const [name = ''] = text.split(/[:,]/u);
    const names = [...Object.keys(INPUTS), ...INPUTS.regionId.environment, 'HTTPS_PROXY', 'NO_PROXY'];
    expect(names).toContain(name);
    expect(text).toMatch(/got|missing/u);
    expect(text).toContain('expected');
    expect(text).not.toMatch(/undefined|\n/u);
  });
});

describe('secrets', () => {
  const SECRETS = {
    INPUT_ACCESSKEYID: ' the-id ',
    INPUT_ACCESSKEYSECRET: 'the-secret',
    INPUT_SECURITYTOKEN: 'the-token',
    INPUT_TOKEN: 'the-github-token',
    ALIBABA_CLOUD_ACCESS_KEY_ID: 'env-id',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'env-secret\n',
    ALIBABA_CLOUD_SECURITY_TOKEN: 'env-token',
    ALIBABACLOUD_ACCESS_KEY_ID: 'env-other-id',
    ALIBABACLOUD_ACCESS_KEY_SECRET: 'env-other-secret',
    ALIBABACLOUD_SECURITY_TOKEN: 'env-other-token',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'env-request-token',
  };

  test('are all known, as given and trimmed', () => {
    expect([...secretsIn(SECRETS)].sort()).toStrictEqual([
      ' the-id ',
      'env-id',
      'env-other-id',
      'env-other-secret',
      'env-other-token',
      'env-request-token',
      'env-secret',
      'env-secret\n',
      'env-token',
      'the-github-token',
      'the-id',
      'the-secret',
      'the-token',
    ]);
  });

  test('are never empty, since that would mask everything', () => {
    expect(
      secretsIn({ INPUT_ACCESSKEYID: '', INPUT_ACCESSKEYSECRET: '  ', INPUT_SECURITYTOKEN: '\n' }),
    ).toStrictEqual([]);
    expect(secretsIn({})).toStrictEqual([]);
  });

  test.each([
    ['half of them', { INPUT_ACCESSKEYSECRET: '' }],
    ['a bad character in them', { INPUT_ACCESSKEYSECRET: 'the-secret ä' }],
    ['two lines in one', { INPUT_SECURITYTOKEN: 'the-token\nthe-token' }],
    ['a role besides', { INPUT_ROLEARN: 'acs:ram::1:role/x' }],
  ])('are never in the text of a fault: %s', (_, variables) => {
    const reading = readSettings(
      { ...environment({ timeout: 'x' }), ...SECRETS, ...variables },
      WALL_START_MS,
    );
    if (reading.kind !== 'faults') throw new Error('no faults');
    const texts = [JSON.stringify(reading.faults), ...reading.faults.map(fault => en.inputFault(fault))].join(
      '\n',
    );
    expect(reading.faults.length).toBeGreaterThan(1);
    expect(texts).not.toMatch(/the-id|the-secret|the-token|the-github-token|env-/u);
  });
});
