import { describe, expect, test } from '@jest/globals';
import { documentedAnswer } from '../../src/doctor/operations.ts';
import { bodyShape, shapeOf } from '../../src/doctor/value-shape.ts';

const ORDER = documentedAnswer('DescribeChangeOrder');
const CONFIG = documentedAnswer('DescribeApplicationConfig');

function shapeOfOrder(data: object) {
  return shapeOf({ Data: data }, ORDER);
}

describe('the shape of an answer', () => {
  test.each([
    [{ Status: 2 }, { Status: 'integer 2' }],
    [{ Status: 4711 }, { Status: 'integer (4 digits)' }],
    [{ Status: '2' }, { Status: 'text of digits (1 characters)' }],
    [{ Status: 1.5 }, { Status: 'fraction' }],
    [{ SubStatus: null }, { SubStatus: 'null' }],
    [{ Auto: true }, { Auto: 'boolean' }],
    [{ CoTypeCode: 'CoDeploy' }, { CoTypeCode: 'text "CoDeploy"' }],
    [{ CoTypeCode: 'CoDeployX' }, { CoTypeCode: 'text (9 characters)' }],
    // A word that is known in one field is anybody's in another.
    [{ AppName: 'RUNNING' }, { AppName: 'text (7 characters)' }],
    [{ AppName: '' }, { AppName: 'empty text' }],
    [{ CreateTime: '2019-07-11 20:12:58' }, { CreateTime: 'text of a time without a zone (19 characters)' }],
    [
      { ApplicationUpdateStrategy: '{"mine":1}' },
      { ApplicationUpdateStrategy: 'text of JSON (10 characters)' },
    ],
    [{ AppName: { mine: 1 } }, { AppName: 'object (1 fields)' }],
    [{ AppName: ['RUNNING'] }, { AppName: { list: ['1 items'], items: 'text (7 characters)' } }],
    [{ Mine: { deep: ['x'] } }, { 'unknown field (4 characters)': 'object (1 fields)' }],
    [{ Mine: ['x', 'y'] }, { 'unknown field (4 characters)': { list: ['2 items'] } }],
    [{ toString: 'x' }, { 'unknown field (8 characters)': 'text (1 characters)' }],
  ])('of %j', (data, shape) => {
    expect(shapeOfOrder(data)).toStrictEqual({ Data: shape });
  });

  test('has the items of a list together', () => {
    const Pipelines = [{ Status: 1, StartTime: 1_562_847_178_000 }, { Status: 2 }, null, 'x'];
    expect(shapeOfOrder({ Pipelines })).toStrictEqual({
      Data: {
        Pipelines: {
          list: ['4 items'],
          items: {
            either: [
              ['null', 'text (1 characters)'],
              { StartTime: ['integer (13 digits)', 'nothing'], Status: ['integer 1', 'integer 2'] },
            ],
          },
        },
      },
    });
  });

  test('contains neither keys of maps nor those of tags', () => {
    const data = { Labels: { 'my-key': 'my-value' }, Tags: [{ Key: 'my-key', Value: 'my-value', other: 1 }] };
    const shape = shapeOf({ Data: data }, CONFIG);
    expect(shape).toStrictEqual({
      Data: {
        Labels: 'map (1 fields)',
        Tags: {
          list: ['1 items'],
          items: {
            Key: 'text (6 characters)',
            Value: 'text (8 characters)',
            'unknown field (5 characters)': 'integer (1 digits)',
          },
        },
      },
    });
  });

  test('of what is no JSON says how long it is', () => {
    expect(bodyShape('<html>mine</html>', ORDER)).toBe('no JSON (17 characters)');
  });

  test('takes no longer for a giant answer than a moment', () => {
    const fields = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`mine${index}`, index]));
    const text = JSON.stringify(shapeOfOrder(fields));
    expect(text.length).toBeLessThan(20_000);
  });
});
