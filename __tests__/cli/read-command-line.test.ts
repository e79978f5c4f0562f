import { describe, expect, test } from '@jest/globals';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { commandEnvironment } from '../../src/cli/environment.ts';
import { nearestName } from '../../src/text/nearest-name.ts';
import { commandWords, withFlags } from '../../src/cli/wording.ts';
import { FLAG_INPUTS, flagName, flagVariable } from '../../src/inputs/flags.ts';
import { readSettings } from '../../src/inputs/settings.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { SAMPLES } from '../words/samples.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';
import { environment } from '../support/environment.ts';

/** The inputs that a command line gives. */
function inputsOf(...args: readonly string[]): unknown {
  const line = readCommandLine(['wait', ...args], {});
  return line.kind === 'wait' ? Object.fromEntries(line.inputs) : line;
}

function faultsOf(...args: readonly string[]): readonly unknown[] {
  const line = readCommandLine(args, {});
  return line.kind === 'faults' ? line.faults : [line.kind];
}

describe('a command line', () => {
  test('gives inputs, by a blank or an equals sign', () => {
    expect(inputsOf('--timeout', '5m', '--region-id=cn-hangzhou')).toStrictEqual({
      timeout: '5m',
      regionId: 'cn-hangzhou',
    });
  });

  describe('a key that is named by its flag', () => {
    const OFFICIAL = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'first',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret-of-first',
      ALIBABA_CLOUD_SECURITY_TOKEN: 'token-of-first',
    };
    const OTHER = {
      ALIBABACLOUD_ACCESS_KEY_ID: 'second',
      ALIBABACLOUD_ACCESS_KEY_SECRET: 'secret-of-second',
    };

    test.each<[string, string, Readonly<Record<string, string>>, string | undefined, string | undefined]>([
      [
        'the official spelling names it',
        'first',
        { ...OFFICIAL, ...OTHER },
        'secret-of-first',
        'token-of-first',
      ],
      ['the other spelling names it', 'second', { ...OFFICIAL, ...OTHER }, 'secret-of-second', undefined],
      ['neither names it', 'third', { ...OTHER, ...OFFICIAL }, 'secret-of-first', 'token-of-first'],
      ['there is the other spelling only', 'third', OTHER, 'secret-of-second', undefined],
      ['there is none', 'third', {}, undefined, undefined],
    ])('gets secret and token of one spelling where %s', (_, id, env, secret, token) => {
      const flags = new Map([['accessKeyId', id]] as const);
      expect(commandEnvironment(env, flags)).toMatchObject({ INPUT_ACCESSKEYID: id });
      expect(commandEnvironment(env, flags)['INPUT_ACCESSKEYSECRET']).toBe(secret);
      expect(commandEnvironment(env, flags)['INPUT_SECURITYTOKEN']).toBe(token);
    });
  });

  test.each([
    [['--diagnose'], 'true'],
    [['--diagnose=false'], 'false'],
    [['--no-diagnose'], 'false'],
  ])('%j: diagnose is %s', (args, value) => {
    expect(inputsOf(...args)).toStrictEqual({ diagnose: value });
  });

  test('joins what may be a list, empty items too', () => {
    expect(inputsOf('--change-order-id', 'a,b', '--change-order-id=')).toStrictEqual({
      changeOrderId: 'a,b,',
    });
  });

  test.each([
    [['wait', '--timeout', '5m', '--timeout', '6m'], { kind: 'given-twice', flag: '--timeout' }],
    [['wait', '--change-order-id', '--region-id', 'x'], { kind: 'no-value', flag: '--change-order-id' }],
    [['wait', '--timeout'], { kind: 'no-value', flag: '--timeout' }],
    [['wait', '--json=yes'], { kind: 'needless-value', flag: '--json' }],
    [['wait', '--no-diagnose=x'], { kind: 'needless-value', flag: '--no-diagnose' }],
    [['wait', '--no-timeout'], { kind: 'unknown-flag', flag: '--no-timeout', nearest: '--timeout' }],
    [['wait', '--tiemout=5'], { kind: 'unknown-flag', flag: '--tiemout', nearest: '--timeout' }],
    [['wait', '--check-run'], { kind: 'git-hub-only', flag: '--check-run' }],
    [['wait', '--diagnose', 'false'], { kind: 'stray-words', count: 1, instead: undefined }],
    [['wait', 'co-123'], { kind: 'stray-words', count: 1, instead: '--change-order-id co-123' }],
    [['wait', 'co-1', 'co-2'], { kind: 'stray-words', count: 2, instead: undefined }],
    // Not of the look of an id: it may be a secret.
    [['wait', 'LTAI5tSecretSecret'], { kind: 'stray-words', count: 1, instead: undefined }],
    [['wait', '--change-order-id', 'x', 'co-123'], { kind: 'stray-words', count: 1, instead: undefined }],
    [['idle', 'demo-app'], { kind: 'stray-words', count: 1, instead: '--app-name demo-app' }],
    [
      ['doctor', '017f39b8-dfa4-4e16-a84b-1dcee4b10001'],
      { kind: 'stray-words', count: 1, instead: '--app-id 017f39b8-dfa4-4e16-a84b-1dcee4b10001' },
    ],
    [
      ['idle', '--change-order-id', 'x'],
      { kind: 'not-of-command', flag: '--change-order-id', command: 'idle' },
    ],
    [['idle', '--junit', 'x'], { kind: 'not-of-command', flag: '--junit', command: 'idle' }],
    [['wait', '--report', 'a', '--junit', 'a'], { kind: 'same-file' }],
    [['wait', '--report', ''], { kind: 'no-value', flag: '--report' }],
    [['wait', '--junit= '], { kind: 'no-value', flag: '--junit' }],
    [['wiat'], { kind: 'unknown-command', got: 'wiat', nearest: 'wait' }],
    [[], { kind: 'no-command' }],
  ])('%j is refused', (args, fault) => {
    expect(faultsOf(...args)).toContainEqual(fault);
  });

  test('reports its language whatever else is wrong', () => {
    expect(readCommandLine(['--language', 'zh', '--nonsense'], {}).language).toBe('zh');
  });
});

describe('the variables of the own flags', () => {
  const FILES = { SAE_ROLLOUT_GATE_REPORT: 'r.md', SAE_ROLLOUT_GATE_JUNIT: 'j.xml' };

  test('stand for the flags', () => {
    const env = { ...FILES, SAE_ROLLOUT_GATE_JSON: 'true', SAE_ROLLOUT_GATE_VERBOSE: 'TRUE' };
    expect(readCommandLine(['wait'], env)).toMatchObject({
      kind: 'wait',
      report: 'r.md',
      junit: 'j.xml',
      switches: new Set(['report', 'junit', 'json', 'verbose']),
    });
  });

  test('give way to the flags', () => {
    expect(readCommandLine(['wait', '--junit', 'x'], FILES)).toMatchObject({ report: 'r.md', junit: 'x' });
  });

  test.each(['', 'false', 'False'])('of a switch may say no: %j', SAE_ROLLOUT_GATE_PLAIN => {
    expect(readCommandLine(['wait'], { SAE_ROLLOUT_GATE_PLAIN })).toMatchObject({ switches: new Set() });
  });

  test('are refused where they are nonsense', () => {
    const env = { SAE_ROLLOUT_GATE_JSON: 'yes', SAE_ROLLOUT_GATE_JUNIT: ' ' };
    expect(readCommandLine(['wait'], env)).toMatchObject({
      faults: [
        { kind: 'no-value', flag: 'SAE_ROLLOUT_GATE_JUNIT' },
        { kind: 'bad-switch', variable: 'SAE_ROLLOUT_GATE_JSON' },
      ],
    });
  });

  test.each(['HELP', 'VERSION'])('never succeed without a look: %s', name => {
    expect(readCommandLine(['wait'], { [`SAE_ROLLOUT_GATE_${name}`]: 'true' }).kind).toBe('wait');
  });

  test('do not stand in the way of help', () => {
    expect(readCommandLine(['--help'], FILES).kind).toBe('help');
  });
});

describe('an empty guard of the command', () => {
  const NAMES = ['changeOrderId', 'appId', 'coType', 'descriptionContains', 'createdAfter'] as const;
  const FOUND = { SAE_ROLLOUT_GATE_APP_ID: 'app-1', SAE_ROLLOUT_GATE_CREATED_AFTER: '10m' };

  function kindsOf(args: readonly string[], variables: Readonly<Record<string, string>>): readonly string[] {
    const env = environment({}, { ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou', ...FOUND, ...variables });
    const line = readCommandLine(['wait', ...args], env);
    if (line.kind !== 'wait') return [line.kind];
    const reading = readSettings(commandEnvironment(env, line.inputs), WALL_START_MS);
    return reading.kind === 'faults' ? reading.faults.map(({ kind }) => kind) : [];
  }

  test('is none where nothing is empty', () => {
    expect(kindsOf([], {})).toStrictEqual([]);
  });

  test.each(NAMES)('is an error as flag, after an equals sign, and as variable: %s', name => {
    const flag = `--${flagName(name)}`;
    const kind = name === 'changeOrderId' ? 'empty-order-id' : 'empty-guard';
    expect(kindsOf([flag, ''], {})).toStrictEqual([kind]);
    expect(kindsOf([`${flag}=`], {})).toStrictEqual([kind]);
    expect(kindsOf([flag, ' \n'], {})).toStrictEqual([kind]);
    expect(kindsOf([], { [flagVariable(name)]: '' })).toStrictEqual([kind]);
  });

  test('is none where the variable is of another CI system, which may leave it empty', () => {
    expect(kindsOf([], { CI_PIPELINE_CREATED_AT: '' })).toStrictEqual([]);
  });
});

describe('the environment of the gate', () => {
  const NONE = new Map();

  test('has no inputs of another program', () => {
    expect(commandEnvironment({ INPUT_TIMEOUT: '1s', PATH: '/bin' }, NONE)).toStrictEqual({ PATH: '/bin' });
  });

  test('takes the flag before its variable, and that before those of CI systems', () => {
    const env = { SAE_ROLLOUT_GATE_CREATED_AFTER: '2h', CI_PIPELINE_CREATED_AT: '2026-11-22T05:30:00Z' };
    const created = (flags: ReadonlyMap<'createdAfter', string>, own = env) =>
      commandEnvironment(own, flags)['INPUT_CREATEDAFTER'];
    expect(created(new Map([['createdAfter', '1h']]))).toBe('1h');
    expect(created(NONE)).toBe('2h');
    const { CI_PIPELINE_CREATED_AT } = env;
    for (const flags of [NONE, new Map([['createdAfter', 'auto']] as const)]) {
      expect(commandEnvironment({ CI_PIPELINE_CREATED_AT }, flags)['INPUT_CREATEDAFTER']).toBe(
        CI_PIPELINE_CREATED_AT,
      );
    }
  });

  test('takes a key by its flag with the secret of the environment, never with another role', () => {
    const env = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'other',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'its-secret',
      ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou',
    };
    const flags = new Map([
      ['accessKeyId', 'mine'],
      ['changeOrderId', 'x'],
    ] as const);
    expect(readSettings(commandEnvironment(env, flags), WALL_START_MS)).toMatchObject({
      settings: {
        credentials: { kind: 'keys', credentials: { accessKeyId: 'mine', accessKeySecret: 'its-secret' } },
      },
    });
  });
});

test.each([
  ['raise timeout.', 'raise --timeout.'],
  ['timeout: expected x, got "changeOrderId"', '--timeout: expected x, got "changeOrderId"'],
  ['createdAfter, accessKeySecret', '--created-after, ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
  ['the timeout of a request', 'the timeout of a request'],
  ['请调大 timeout。', '请调大 --timeout。'],
  ['changeOrderId“appId”', '--change-order-id“appId”'],
])('%s is said as %s', (text, said) => {
  expect(withFlags(text)).toBe(said);
});

test.each([
  ['regionid', 'region-id'],
  ['change-order', 'change-order-id'],
  ['frobnicate', undefined],
])('%s: did you mean %s?', (typed, nearest) => {
  expect(nearestName(typed, ['region-id', 'change-order-id', 'timeout'])).toBe(nearest);
});

describe('a doctor', () => {
  test('is given the inputs that say where, who and about what, and its own flags', () => {
    const args = [
      'doctor',
      '--app-id',
      'app-1',
      '--endpoint=host',
      '--no-diagnose',
      '--json',
      '--record',
      'file',
    ];
    const line = readCommandLine(args, {
      SAE_ROLLOUT_GATE_REPORT: 'report.md',
      SAE_ROLLOUT_GATE_PLAIN: 'maybe',
    });
    expect(line).toStrictEqual({
      kind: 'doctor',
      inputs: new Map([
        ['appId', 'app-1'],
        ['endpoint', 'host'],
        ['diagnose', 'false'],
      ]),
      json: true,
      record: 'file',
      language: undefined,
    });
  });

  test('takes its own flags from variables too', () => {
    const line = readCommandLine(['doctor'], {
      SAE_ROLLOUT_GATE_RECORD: 'file',
      SAE_ROLLOUT_GATE_JSON: 'true',
    });
    expect(line).toMatchObject({ kind: 'doctor', json: true, record: 'file' });
  });

  test('takes no flag of a wait, and a wait none of its', () => {
    expect(faultsOf('doctor', '--timeout', '5m', '--verbose')).toStrictEqual([
      { kind: 'not-of-command', flag: '--timeout', command: 'doctor' },
      { kind: 'not-of-command', flag: '--verbose', command: 'doctor' },
    ]);
    expect(faultsOf('wait', '--record', 'file')).toStrictEqual([
      { kind: 'not-of-command', flag: '--record', command: 'wait' },
    ]);
  });

  test('ignores variables that only a wait uses', () => {
    const env = { SAE_ROLLOUT_GATE_APP_ID: 'app-1', SAE_ROLLOUT_GATE_TIMEOUT: 'soon' };
    expect(commandEnvironment(env, new Map(), 'doctor')).toMatchObject({ INPUT_APPID: 'app-1' });
    expect(commandEnvironment(env, new Map(), 'doctor')).not.toHaveProperty('INPUT_TIMEOUT');
    expect(commandEnvironment(env, new Map())).toHaveProperty('INPUT_TIMEOUT');
  });
});

describe('the words of the command', () => {
  /** Every text of a catalogue that samples make, by where it stands. */
  function textsOf(part: unknown, samples: unknown, at: string): readonly (readonly [string, string])[] {
    if (typeof part === 'string') return [[at, part]];
    if (typeof part === 'function') {
      return (samples as readonly unknown[][]).flatMap((args, index) =>
        textsOf((part as (...of: unknown[]) => unknown)(...args), undefined, `${at}[${index}]`),
      );
    }
    return Object.entries(part as object).flatMap(([name, inner]) =>
      textsOf(inner, (samples as Readonly<Record<string, unknown>> | undefined)?.[name], `${at}.${name}`),
    );
  }

  const isNameOfInput = new RegExp(
    `(?<![\\w-])(?:${FLAG_INPUTS.filter(name => /[A-Z]/u.test(name)).join('|')})(?!\\w)`,
    'u',
  );

  test.each(['en', 'zh'] as const)(
    'call inputs by their flags alone, in what is told of a wait: %s',
    language => {
      const words = commandWords(catalogue[language]);
      const parts = ['cause', 'note', 'inputFault', 'warning', 'faultRemedy', 'amongSeveral'] as const;
      const told = parts.flatMap(part => textsOf(words[part], SAMPLES[part], part));
      expect(told.length).toBeGreaterThan(200);
      const named = told.map(([at, text]) => [at, text.replaceAll(/"[^"]*"|“[^”]*”/gu, '')] as const);
      expect(named.filter(([, text]) => isNameOfInput.test(text))).toStrictEqual([]);
    },
  );
});
