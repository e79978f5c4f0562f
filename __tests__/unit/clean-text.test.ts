import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, cutText, oneLine } from '../../src/text/clean.ts';

/** Texts with many of the characters that can do harm. */
const NASTY = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b', '[', ']', '31m', '\u009b', '\u0007', '\n', '\r', '\r\n', '\t', '\v', '\f'),
    fc.constantFrom('\u0085', '\u2028', '\u2029', '\u200b', '\u202e', '\u2066', '\ufeff', '\u{e0041}', '\0'),
    fc.constantFrom('\ud800', '\udc00', '  ', ' ', ':', '#', '<', 'a', '中', '👍'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
});

describe('clean text', () => {
  test.each([
    ['plain text', 'Batch 1 Change', 'Batch 1 Change'],
    ['Chinese text', '版本：1.0 | 镜像名称：nginx', '版本：1.0 | 镜像名称：nginx'],
    ['emoji', 'ok 👍', 'ok 👍'],
    ['markup, which is escaped elsewhere', '<b>**x**</b> [a](b) ::x::', '<b>**x**</b> [a](b) ::x::'],
  ])('keeps %s', (_, raw, expected) => {
    expect(cleanText(raw)).toBe(expected);
  });

  test.each([
    ['a line feed', 'a\nb', 'a b'],
    ['a carriage return', 'a\rb', 'a b'],
    ['both', 'a\r\nb', 'a b'],
    ['many lines', 'a\n\n \r\n b', 'a b'],
    ['a tab', 'a\tb', 'a b'],
    ['a vertical tab and a form feed', 'a\vb\fc', 'a b c'],
    ["Unicode's line breaks", 'a\u0085b\u2028c\u2029d', 'a b c d'],
    ['separators of ASCII', 'a\u001cb\u001dc\u001ed', 'a b c d'],
    ['runs of blanks', 'a    b', 'a b'],
  ])('makes one blank of %s', (_, raw, expected) => {
    expect(cleanText(raw)).toBe(expected);
  });

  test.each([
    ['colours', '\u001b[1;31mred\u001b[0m', 'red'],
    ['colours of the one-byte form', '\u009b31mred', 'red'],
    ['a window title', '\u001b]0;title\u0007text', 'text'],
    ['a link of the terminal', '\u001b]8;;https://evil\u001b\\text\u001b]8;;\u001b\\', 'text'],
    ['a title without end', 'text\u001b]0;title', 'text'],
    ['a short sequence', '\u001bcreset', 'reset'],
    ['a lone escape', 'a\u001b', 'a'],
    ['a colour inside a colour', '\u001b[3\u001b[31m1mx', '31mx'],
    ['control characters', 'a\0b\u0008c\u007fd', 'abcd'],
    ['bidi overrides', 'a\u202eb\u2066c\u2069', 'abc'],
    ['characters without width', 'a\u200bb\u200dc\ufeffd\u00ade', 'abcde'],
    ['invisible tags', 'a\u{e0001}\u{e0041}\u{e007f}b', 'ab'],
    ['blanks at both ends', '  a  ', 'a'],
  ])('takes out %s', (_, raw, expected) => {
    expect(cleanText(raw)).toBe(expected);
  });

  test('replaces half a surrogate pair', () => {
    expect(cleanText('a\ud83db\udc4dc')).toBe('a\ufffdb\ufffdc');
  });

  test('ends with an ellipsis where it was cut', () => {
    expect(cleanText('abcdef', 6)).toBe('abcdef');
    expect(cleanText('abcdefg', 6)).toBe('abcde…');
  });

  test('is made of a beginning only, four times as long as what may be left', () => {
    expect(cleanText(`${'\u200b'.repeat(39)}xy`, 10)).toBe('x');
  });

  test('is not cut through a character', () => {
    expect(cutText('abc👍👍', 5)).toBe('abc…');
    expect(cutText('abc👍👍', 6)).toBe('abc👍…');
  });

  test('of megabytes of escape sequences is made at once', () => {
    expect(cleanText('\u001b[31m'.repeat(1_000_000))).toBe('');
    expect(cleanText('\u001b]'.repeat(1_000_000))).toBe('');
    expect(cleanText('x'.repeat(8_000_000))).toHaveLength(4_000);
  });

  test('has neither line breaks nor control, format or broken characters, whatever it was made of', () => {
    fc.assert(
      fc.property(NASTY, raw => {
        const text = cleanText(raw);
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(text).not.toMatch(/^ | $| {2}/u);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is never longer than asked for', () => {
    fc.assert(
      fc.property(NASTY, fc.integer({ min: 1, max: 40 }), (raw, maxLength) => {
        expect(cleanText(raw, maxLength).length).toBeLessThanOrEqual(maxLength);
      }),
    );
  });

  test('cannot be cleaned any further', () => {
    fc.assert(
      fc.property(NASTY, raw => {
        expect(cleanText(cleanText(raw))).toBe(cleanText(raw));
      }),
      { numRuns: 2_000 },
    );
  });
});

test('one line keeps its blanks', () => {
  expect(oneLine('   0:30  a\n\nb  ')).toBe('   0:30  a b  ');
});
