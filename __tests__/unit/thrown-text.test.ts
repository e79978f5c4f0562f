import { describe, expect, test } from '@jest/globals';
import { thrownText } from '../../src/text/clean.ts';

const AS_IT_IS = (text: string): string => text;

describe('what was thrown', () => {
  test.each<readonly [string, unknown, string]>([
    ['an Error', new Error('a bug'), 'a bug'],
    ['an Error of a kind of its own', new RangeError('too far'), 'too far'],
    ['an Error without a message', new Error(''), ''],
    ['an Error whose message is no text', Object.assign(new Error('x'), { message: undefined }), 'undefined'],
    ['a text', 'a bug', 'a bug'],
    ['several lines', new Error('a\n::error::b\u001b[31m'), 'a ::error::b'],
    ['a number', 7, '7'],
    ['null', null, 'null'],
    ['undefined', undefined, 'undefined'],
    ['a symbol', Symbol('s'), 'Symbol(s)'],
    ['an object', {}, '[object Object]'],
    ['an object that cannot be made a text', Object.create(null), 'something that cannot be shown'],
  ])('is one line of text: %s', (_, thrown, text) => {
    expect(thrownText(thrown, AS_IT_IS)).toBe(text);
  });

  test('is cut, however long', () => {
    expect(thrownText('x'.repeat(1_000_000), AS_IT_IS)).toHaveLength(500);
  });

  test('throws nothing itself', () => {
    const twice = new Error('x');
    Object.defineProperty(twice, 'message', {
      get: () => {
        throw new Error('twice');
      },
    });
    expect(thrownText(twice, AS_IT_IS)).toBe('something that cannot be shown');
  });
});
