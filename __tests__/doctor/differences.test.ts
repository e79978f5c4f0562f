import { describe, expect, test } from '@jest/globals';
import type { Documented } from '../../src/doctor/operations.ts';
import { NEEDED, OPERATION_NAMES, documentedAnswer } from '../../src/doctor/operations.ts';
import { API_PATHS } from '../../src/sae/client.ts';
import { compareShape, kindOf } from '../../src/doctor/differences.ts';

const text = { kind: 'text' } as const;
const integer = { kind: 'integer' } as const;
const ITEM = { kind: 'fields', fields: { Name: text, Status: integer } } as const;
const ANSWER: Documented = {
  kind: 'fields',
  fields: {
    Code: { kind: 'code' },
    Success: { kind: 'boolean' },
    Labels: { kind: 'map' },
    Items: { kind: 'list', of: ITEM },
    Part: ITEM,
  },
};
const GOOD = {
  Code: 200,
  Success: true,
  Labels: { anything: 'goes' },
  Items: [{ Name: 'a', Status: 1 }, { Name: null }],
  Part: { Status: 2 },
};

describe('compareShape', () => {
  test('finds nothing where all is as documented, absent or null', () => {
    const none = { differences: [], unknownFields: 0 };
    expect(compareShape(GOOD, ANSWER)).toStrictEqual(none);
    expect(compareShape({ ...GOOD, Code: '200', Items: null }, ANSWER)).toStrictEqual(none);
    expect(compareShape({}, ANSWER)).toStrictEqual(none);
  });

  test.each([
    [{ Success: 'true' }, { path: 'Success', expected: 'boolean', came: 'text' }],
    [{ Code: true }, { path: 'Code', expected: 'code', came: 'boolean' }],
    [{ Code: 2.5 }, { path: 'Code', expected: 'code', came: 'fraction' }],
    [{ Labels: [] }, { path: 'Labels', expected: 'object', came: 'list' }],
    [{ Items: {} }, { path: 'Items', expected: 'list', came: 'object' }],
    [{ Items: ['x'] }, { path: 'Items[]', expected: 'object', came: 'text' }],
    [{ Items: [{ Status: '1' }] }, { path: 'Items[].Status', expected: 'integer', came: 'text' }],
    [{ Items: [{ Status: 1.5 }] }, { path: 'Items[].Status', expected: 'integer', came: 'fraction' }],
    [{ Part: { Name: 7 } }, { path: 'Part.Name', expected: 'text', came: 'integer' }],
    [{ Part: false }, { path: 'Part', expected: 'object', came: 'boolean' }],
  ])('of %j', (part, difference) => {
    expect(compareShape({ ...GOOD, ...part }, ANSWER).differences).toStrictEqual([difference]);
  });

  test('reports a field once, however many items have it so, and each kind that came', () => {
    const Items = [{ Status: '1' }, { Status: '2' }, { Status: true }];
    expect(compareShape({ Items }, ANSWER).differences).toStrictEqual([
      { path: 'Items[].Status', expected: 'integer', came: 'text' },
      { path: 'Items[].Status', expected: 'integer', came: 'boolean' },
    ]);
  });

  test('counts undocumented fields, and reports none of their names', () => {
    const answer = { ...GOOD, Secret: 1, Items: [{ Mine: 1 }, { Mine: 2 }], Labels: { a: 1, b: 2 } };
    const comparison = compareShape(answer, ANSWER);
    expect(comparison).toStrictEqual({ differences: [], unknownFields: 2 });
  });

  test('takes no inherited name for a field', () => {
    const answer = JSON.parse('{"__proto__": 1, "constructor": 2}') as unknown;
    expect(compareShape(answer, ANSWER)).toStrictEqual({ differences: [], unknownFields: 2 });
  });

  test('misses what is needed, where its object is', () => {
    const needed = ['Items', 'Items[].Name', 'Part.Name'];
    expect(compareShape({ Part: null }, ANSWER, needed).differences).toStrictEqual([
      { path: 'Items', expected: 'list', came: 'nothing' },
    ]);
    expect(compareShape(GOOD, ANSWER, needed).differences).toStrictEqual([
      { path: 'Items[].Name', expected: 'text', came: 'null' },
      { path: 'Part.Name', expected: 'text', came: 'nothing' },
    ]);
  });
});

test('kindOf tells all kinds apart', () => {
  const values = ['', 1, 1.5, false, [], {}, null, undefined];
  expect(values.map(kindOf)).toStrictEqual([
    'text',
    'integer',
    'fraction',
    'boolean',
    'list',
    'object',
    'null',
    'nothing',
  ]);
});

/** Whether a path leads to a documented field. */
function leads(documented: Documented | undefined, path: string): boolean {
  const [, name, list, rest] = /^(\w+)((?:\[\])*)\.?(.*)$/u.exec(path) ?? [];
  if (name === undefined || documented?.kind !== 'fields') return false;
  let at: Documented | undefined = documented.fields[name];
  for (let level = 0; level < (list?.length ?? 0) / 2; level++) at = at?.kind === 'list' ? at.of : undefined;
  return rest === '' || rest === undefined ? at !== undefined : leads(at, rest);
}

test('every operation that the gate asks is one that the doctor knows', () => {
  const unknown = Object.keys(API_PATHS).filter(
    call => !(OPERATION_NAMES as readonly string[]).includes(call),
  );
  expect(unknown).toStrictEqual([]);
});

test.each(OPERATION_NAMES)('what is needed of %s is documented', operation => {
  const documented = documentedAnswer(operation);
  expect(NEEDED[operation].filter(path => !leads(documented, path))).toStrictEqual([]);
});
