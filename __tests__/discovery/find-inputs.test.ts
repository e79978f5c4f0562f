import { describe, expect, test } from '@jest/globals';
import type { Environment, InputName } from '../../src/inputs/table.ts';
import { readSettings } from '../../src/inputs/settings.ts';
import type { OrderToFind } from '../../src/inputs/targets.ts';
import { en } from '../../src/words/en/en.ts';
import { environment } from '../support/environment.ts';

/** 2026-11-22 06:00:00 UTC. */
const NOW_MS = Date.UTC(2026, 10, 22, 6);

type Values = Partial<Record<InputName, string>>;

function read(values: Values): ReturnType<typeof readSettings> {
  return readSettings(environment({ changeOrderId: 'auto', appId: 'app-1', ...values }), NOW_MS);
}

function findTarget(values: Values): OrderToFind {
  const reading = read(values);
  if (reading.kind === 'faults') throw new Error(JSON.stringify(reading.faults));
  const [target] = reading.settings.targets;
  if (target?.kind !== 'find') throw new Error('nothing is to be found');
  return target;
}

/** What the faults of the inputs say to a person. */
function faults(values: Values): readonly string[] {
  const reading = read(values);
  return reading.kind === 'faults' ? reading.faults.map(fault => en.inputFault(fault)) : [];
}

describe('the order to be found', () => {
  test('is a deployment or a first one, since the start of the run, for two minutes', () => {
    expect(findTarget({})).toStrictEqual({
      kind: 'find',
      appId: 'app-1',
      appName: undefined,
      namespaceId: undefined,
      coTypes: ['CoDeploy', 'CoCreateApp'],
      descriptionContains: undefined,
      createdAfter: { kind: 'run-start' },
      discoveryTimeoutMs: 120_000,
    });
  });

  test('needs an application', () => {
    expect(faults({ appId: 'none' })).toStrictEqual([
      expect.stringMatching(/^appId, appName: missing; expected the application/),
    ]);
  });

  test.each([
    [{ appName: 'shop' }, [[undefined, 'shop', undefined]]],
    [{ appName: ' shop ', namespaceId: 'cn-hangzhou:test' }, [[undefined, 'shop', 'cn-hangzhou:test']]],
    [
      { appName: 'shop, pay\nshop' },
      [
        [undefined, 'shop', undefined],
        [undefined, 'pay', undefined],
      ],
    ],
    [
      { appName: '["shop","pay"]', appId: 'app-1,app-2' },
      [
        ['app-1', 'shop', undefined],
        ['app-2', 'pay', undefined],
      ],
    ],
    // A pair that is given twice is one; each half of it may stand in others.
    [
      { appName: 'shop,shop,pay', appId: 'app-1,app-1,app-2' },
      [
        ['app-1', 'shop', undefined],
        ['app-2', 'pay', undefined],
      ],
    ],
  ])('may be that of an application by its name: %j', (values, wanted) => {
    const reading = read({ appId: 'none', ...values });
    const targets = reading.kind === 'settings' ? reading.settings.targets : [];
    expect(targets.map(({ appId, appName, namespaceId }) => [appId, appName, namespaceId])).toStrictEqual(
      wanted,
    );
  });

  test('may be of one application by its name where it is given by its id', () => {
    const reading = read({ changeOrderId: 'a,b', appId: 'none', appName: 'shop', namespaceId: 'cn-a:b' });
    expect(reading).toMatchObject({
      kind: 'settings',
      settings: {
        targets: ['a', 'b'].map(changeOrderId => ({
          kind: 'order',
          changeOrderId,
          appId: undefined,
          appName: 'shop',
          namespaceId: 'cn-a:b',
        })),
      },
    });
  });

  test.each<[Values, readonly unknown[]]>([
    [
      { appName: '' },
      [
        'appName: expected a value, or "none" for none, got an empty value. It excludes other orders, so an empty value is not treated as unset. Check the step or variable that sets it.',
      ],
    ],
    [
      { appId: 'none', appName: 'my shop' },
      [
        'appName: expected an application name as the console shows it (one word, at most 200 visible characters), got "my shop". Separate several names with commas or line breaks.',
      ],
    ],
    [
      { appId: 'none', appName: 'null' },
      [expect.stringMatching(/^appName: expected a value, got "null", which programs print/)],
    ],
    [
      { appId: 'none', appName: 'shop,' },
      [
        'appName: expected no empty item, got "shop,". Check the steps that set it: one of them returned nothing.',
      ],
    ],
    [
      { appId: 'none', appName: '[1]' },
      [expect.stringMatching(/^appName: expected names separated by commas .*, got "\[1\]"/)],
    ],
    [
      { appName: 'shop,pay' },
      [
        'appName, appId: expected as many names as IDs, in the same order, got 2 names and 1 ID. Each name must match the application with that ID.',
      ],
    ],
    [
      { namespaceId: 'cn-hangzhou:test' },
      [
        'namespaceId: expected appName with it, got only "cn-hangzhou:test". It is the namespace in which that name is looked up.',
      ],
    ],
    [
      { appName: 'shop', namespaceId: 'my space' },
      ['namespaceId: expected a namespace ID such as cn-hangzhou:test, got "my space".'],
    ],
    [
      { appName: 'shop', namespaceId: 'undefined' },
      [expect.stringMatching(/^namespaceId: expected a value, got "undefined", which programs print/)],
    ],
    [
      { changeOrderId: 'a,b', appId: 'none', appName: 'shop,pay' },
      ['appName: expected one application, got "shop,pay". All orders given by ID must belong to it.'],
    ],
  ])('is not that of an application named so: %j', (values, wanted) => {
    expect(faults(values)).toStrictEqual(wanted);
  });

  test('is that of an application whose empty namespace is left out', () => {
    expect(findTarget({ appName: 'shop', namespaceId: ' ' }).namespaceId).toBeUndefined();
  });

  test.each([
    ['CoDeploy', ['CoDeploy']],
    [' CoDeploy , CoRollback ', ['CoDeploy', 'CoRollback']],
    ['CoDeploy\nCoRollback', ['CoDeploy', 'CoRollback']],
    ['CoDeploy,CoDeploy', ['CoDeploy']],
    ['CoTeleport', ['CoTeleport']],
    ['["CoDeploy","CoRollback"]', ['CoDeploy', 'CoRollback']],
    ['CoDeploy；CoRollback', ['CoDeploy', 'CoRollback']],
    ['*', undefined],
    ['CoDeploy,*', undefined],
  ])('is of the types %j', (coType, coTypes) => {
    expect(findTarget({ coType }).coTypes).toStrictEqual(coTypes);
  });

  test.each([
    ',',
    'CoDeploy,',
    'CoDeploy,,CoRollback',
    '\n,',
    '[]',
    'CoDeploy CoRollback',
    'null',
    '"CoDeploy"',
  ])('is of no type that is left empty, or is none: %j', coType => {
    expect(faults({ coType })).toStrictEqual([expect.stringMatching(/^coType: expected types .*; got ".*"/)]);
  });

  test.each([
    ['2h', { kind: 'ago', durationMs: 7_200_000 }],
    ['1h30m', { kind: 'ago', durationMs: 5_400_000 }],
    ['90', { kind: 'ago', durationMs: 90_000 }],
    ['2208h', { kind: 'ago', durationMs: 92 * 86_400_000 }],
    ['2026-11-22T05:30:00Z', { kind: 'time', epochMs: Date.UTC(2026, 10, 22, 5, 30) }],
    ['2026-11-22T05:30Z', { kind: 'time', epochMs: Date.UTC(2026, 10, 22, 5, 30) }],
    ['2026-11-22T05:30:00.250Z', { kind: 'time', epochMs: Date.UTC(2026, 10, 22, 5, 30, 0, 250) }],
    ['2026-11-22T13:30:00+08:00', { kind: 'time', epochMs: Date.UTC(2026, 10, 22, 5, 30) }],
    ['2026-11-22T13:30:00+0800', { kind: 'time', epochMs: Date.UTC(2026, 10, 22, 5, 30) }],
    ['2026-08-22T06:00:00Z', { kind: 'time', epochMs: Date.UTC(2026, 7, 22, 6) }],
    // As late as the clock of who wrote it may be ahead.
    ['2026-11-22T06:30:00Z', { kind: 'time', epochMs: Date.UTC(2026, 10, 22, 6, 30) }],
  ])('was created after %s', (createdAfter, expected) => {
    expect(findTarget({ createdAfter }).createdAfter).toStrictEqual(expected);
  });

  test.each([
    ['a time without a zone', '2026-11-22T05:30:00'],
    ['a time of the list', '2026-11-22 05:30:00'],
    ['a day', '2026-11-22'],
    ['a day that does not exist', '2026-02-30T05:30:00Z'],
    ['the 31st of a month of 30 days', '2026-04-31T05:30:00Z'],
    ['a month that does not exist', '2026-13-01T05:30:00Z'],
    ['an hour that does not exist', '2026-11-22T25:00:00Z'],
    ['a zone that does not exist', '2026-11-22T05:30:00+99:99'],
    ['a word', 'yesterday'],
    ['zero', '0'],
    ['a time to come', '-2h'],
    // Taken for seconds it would be half a century ago, and every order would be new enough.
    ['an epoch time in seconds', '1795325400'],
    ['an epoch time in milliseconds', '1795325400000'],
    ['more than a year', '8785h'],
  ])('was not created after %s', (_, createdAfter) => {
    expect(faults({ createdAfter })).toStrictEqual([
      expect.stringMatching(
        /^createdAfter: expected a time with a zone such as .*, or a duration .*; got ".*"/,
      ),
    ]);
  });

  test.each([
    ['the year 1', '0001-01-01T00:00:00Z'],
    ['1970', '1970-01-01T00:00:00Z'],
    ['a second more than three months ago', '2026-08-22T05:59:59Z'],
    ['a second more, as a duration', '7948801'],
    ['a year ago, as a duration', '8784h'],
  ])('was not created after %s: SAE keeps orders for three months', (_, createdAfter) => {
    expect(faults({ createdAfter })).toStrictEqual([
      `createdAfter: expected at most three months (92 days) back, got "${createdAfter}". SAE does not keep older orders.`,
    ]);
  });

  test.each([
    ['a second more than clocks may differ', '2026-11-22T06:30:01Z'],
    ['a leap day to come', '2028-02-29T00:00:00Z'],
    ['the year 9999', '9999-12-31T23:59:59Z'],
  ])('was not created after %s: that is in the future', (_, createdAfter) => {
    expect(faults({ createdAfter })).toStrictEqual([
      `createdAfter: expected a time in the past, got "${createdAfter}" (this machine's clock says 2026-11-22 06:00:00 UTC). Check the time zone and the clock.`,
    ]);
  });

  test('was created so many seconds ago, where a plain number is given, and that is reported', () => {
    const reading = read({ createdAfter: '90' });
    expect(reading).toMatchObject({
      plainDurations: [{ input: 'createdAfter', got: '90', durationMs: 90_000 }],
    });
  });

  test('may be described in one line only', () => {
    expect(findTarget({ descriptionContains: ' gh-7-1 ' }).descriptionContains).toBe('gh-7-1');
    expect(findTarget({ descriptionContains: 'none' }).descriptionContains).toBeUndefined();
    expect(findTarget({ descriptionContains: 'say "hi"' }).descriptionContains).toBe('say "hi"');
    expect(faults({ descriptionContains: 'a\nb' })).toStrictEqual([
      expect.stringMatching(/^descriptionContains: expected one line, got ".*"/),
    ]);
  });

  test.each(['null', 'undefined', 'None', '${{ github.sha }}', '[object Object]'])(
    'is not described as what was left where a text should stand: %j',
    descriptionContains => {
      expect(faults({ descriptionContains })).toStrictEqual([
        expect.stringMatching(/^descriptionContains: expected .*, got ".*"/),
      ]);
    },
  );

  test('is searched for as long as a duration says', () => {
    expect(findTarget({ discoveryTimeout: '500ms' }).discoveryTimeoutMs).toBe(500);
    expect(faults({ discoveryTimeout: 'long' })).toStrictEqual([
      expect.stringMatching(/^discoveryTimeout: expected a duration .+ got "long"/),
    ]);
  });

  test('is no matter where the id is given: then these inputs are not read at all', () => {
    const values = {
      changeOrderId: 'order-1',
      coType: ',',
      createdAfter: 'yesterday',
      discoveryTimeout: 'x',
    };
    expect(faults(values)).toStrictEqual([]);
  });

  test('is known to be of this pipeline where the CI system says so', () => {
    const created = '2026-11-22T05:30:00Z';
    const inputs = { changeOrderId: 'auto', appId: 'app-1', createdAfter: created };
    const target = (variables: Environment) => {
      const reading = readSettings(environment(inputs, variables), NOW_MS);
      return reading.kind === 'settings' ? reading.settings.targets[0] : undefined;
    };
    const time = { kind: 'time', epochMs: Date.UTC(2026, 10, 22, 5, 30) };
    expect(target({ CI_PIPELINE_CREATED_AT: created })).toMatchObject({
      createdAfter: { ...time, ofPipeline: true },
    });
    expect(target({ CI_PIPELINE_CREATED_AT: '2026-11-22T05:00:00Z' })).toHaveProperty('createdAfter', time);
  });
});
