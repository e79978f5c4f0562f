import { describe, expect, test } from '@jest/globals';
import { isMet } from '../../testbed/simulator/occasion.ts';
import type { Occasion } from '../../testbed/simulator/occasion.ts';

const looks = [
  { action: 'DescribeChangeOrder', orderId: 'a' },
  { action: 'ListChangeOrders', orderId: undefined },
  { action: 'DescribeChangeOrder', orderId: 'b' },
  { action: 'DescribeChangeOrder', orderId: 'a' },
];

/** The numbers (from 1) of the looks above on which the occasion is met. */
function metAt(occasion: Occasion, storyMs = 0): number[] {
  return looks.map((_, index) => index + 1).filter(count => isMet(occasion, looks.slice(0, count), storyMs));
}

describe('an occasion', () => {
  test.each<[string, Occasion, number[]]>([
    ['without conditions is always met', {}, [1, 2, 3, 4]],
    ['can be about one action', { action: 'ListChangeOrders' }, [2]],
    ['can be about one order', { orderId: 'a' }, [1, 4]],
    ['counts all looks', { looks: [2, 3] }, [2, 3]],
    ['counts the looks of its action', { action: 'DescribeChangeOrder', fromLook: 2 }, [3, 4]],
    ['counts the looks at its order', { orderId: 'a', toLook: 1 }, [1]],
  ])('%s', (_, occasion, expected) => {
    expect(metAt(occasion)).toStrictEqual(expected);
  });

  test('can be a window of story time, whose end is excluded', () => {
    const occasion = { fromMs: 10, untilMs: 20 };
    expect([9, 10, 19, 20].map(storyMs => metAt(occasion, storyMs).length)).toStrictEqual([0, 4, 4, 0]);
  });

  test('is never met before the first look', () => {
    expect(isMet({}, [], 0)).toBe(false);
  });
});
