import { describe, expect, test } from '@jest/globals';
import { isPlainId } from '../../src/sae/fields.ts';
import { APP_ID, ORDER_ID } from '../support/orders.ts';

describe('an id', () => {
  test.each([ORDER_ID, APP_ID, 'a', '0', 'A_b.c-9', 'x'.repeat(200)])('can be %s', text => {
    expect(isPlainId(text)).toBe(true);
  });

  test.each([
    '',
    'x'.repeat(201),
    ' ',
    'a b',
    ' a',
    'a ',
    'a\n',
    '\na',
    'a/b',
    '"a',
    'a"',
    '<a',
    'a>',
    'é',
    '号',
  ])('cannot be %j', text => {
    expect(isPlainId(text)).toBe(false);
  });
});
