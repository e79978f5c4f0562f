import { describe, expect, test } from '@jest/globals';
import type { Block } from '../../src/report/blocks.ts';
import { joinBlocks } from '../../src/report/blocks.ts';

function block(name: string, rank: number, text = name): Block {
  return { name, rank, text };
}

function joined(blocks: readonly Block[], mostBytes: number): string {
  return joinBlocks(blocks, mostBytes, names => `(without ${names.join(', ')})`);
}

describe('blocks of a report', () => {
  test('are joined by blank lines, in their order, the empty ones left out', () => {
    expect(joined([block('b', 2), block('', 1), block('a', 0)], 100)).toBe('b\n\na\n');
  });

  test('stay whole up to the last byte that is allowed', () => {
    expect(joined([block('a', 0), block('b', 1)], 5)).toBe('a\n\nb\n');
    expect(joined([block('a', 0), block('b', 1)], 4)).toBe('a\n\n(without b)\n');
  });

  test('are measured in bytes, not in characters', () => {
    expect(joined([block('中', 0), block('文', 1)], 9)).toBe('中\n\n文\n');
    expect(joined([block('中', 0), block('文', 1)], 8)).toContain('without');
  });

  test('are left out by their rank, the highest first, and named', () => {
    const blocks = [block('a', 0), block('c', 2, 'c'.repeat(50)), block('b', 1), block('d', 3)];
    expect(joined(blocks, 40)).toBe('a\n\nb\n\n(without d, c)\n');
  });

  test('give way to their lesser forms, one after the other', () => {
    const least = { name: '', rank: 0, text: 'x' };
    const middle = { name: 'details', rank: 1, text: 'x'.repeat(10), lesser: least };
    const whole = { name: 'log', rank: 9, text: 'x'.repeat(50), lesser: middle };
    const blocks = [whole, block('b', 5)];
    expect(joined(blocks, 60)).toBe(`${'x'.repeat(50)}\n\nb\n`);
    expect(joined(blocks, 40)).toBe(`${'x'.repeat(10)}\n\nb\n\n(without log)\n`);
    expect(joined(blocks, 25)).toBe(`x\n\n(without log, b, details)\n`);
  });

  test('of rank 0 are never left out, however large', () => {
    const large = 'a'.repeat(100);
    expect(joined([block('a', 0, large), block('b', 1)], 10)).toBe(`${large}\n\n(without b)\n`);
  });

  test('are made only up to the first that does not fit', () => {
    const made: number[] = [];
    const blocks = Array.from({ length: 100 }, (_, index): Block => {
      const text = (): string => {
        made.push(index);
        return 'x'.repeat(100);
      };
      return { name: `section ${index}`, rank: 1 + index / 100, text, lesser: block('least', 0, '-') };
    });
    const text = joined(blocks, 3_000);
    const shown = text.match(/x{100}/gu)?.length ?? 0;
    expect(shown).toBeGreaterThan(5);
    expect(made).toStrictEqual(Array.from({ length: made.length }, (_, index) => index));
    expect(made.length).toBeLessThan(50);
  });
});
