import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { htmlAttribute, htmlText } from '../../src/report/html.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** What a browser shows of a text with these entities. */
function shown(html: string): string {
  return html.replaceAll('<span></span>', '').replace(/&[a-z0-9#]+;/gu, entity => ENTITIES[entity] ?? '?');
}

const PIECES = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      '#',
      '@',
      '-',
      ';',
      '/',
      '<b>',
      '</td>',
      '&lt;',
      '&#39;',
      '<!--',
    ),
    fc.constantFrom('<span></span>', 'a', '1', '_', ' ', 'script'),
    fc.string({ unit: 'grapheme', maxLength: 1 }),
  ),
});

describe('text for HTML', () => {
  test.each([
    ['plain text', 'app-test', 'app-test'],
    ['a tag', '<img src=x>', '&lt;img src=x&gt;'],
    ['quotes', `"'`, '&quot;&#39;'],
    ['an entity', '&lt;', '&amp;lt;'],
    ['a mention', 'hello @octocat', 'hello @<span></span>octocat'],
    ['a mention of a team', '@org/team', '@<span></span>org/team'],
    ['a reference', 'fixes #12', 'fixes #<span></span>12'],
    ['a reference by words', 'GH-12 gh-1234567', 'GH-<span></span>12 gh-<span></span>1234567'],
    ['the number of a run', 'gh-1658821493-1', 'gh-1658821493-1'],
    ['a word that ends so', 'high-12', 'high-12'],
    ['line breaks', 'a\n\nb\r\nc', 'a  b  c'],
    ['an address', 'a@b.example', 'a@<span></span>b.example'],
    ['a lone sign', '@ # #', '@ # #'],
    ['an entity that is a number', '&#123;', '&amp;#<span></span>123;'],
  ])('is written for %s', (_, text, expected) => {
    expect(htmlText(text)).toBe(expected);
  });

  test('shows the very text, and no tag of it survives', () => {
    fc.assert(
      fc.property(PIECES, text => {
        const html = htmlText(text);
        expect(html.replaceAll('<span></span>', '')).not.toMatch(/[<>"'\r\n]/u);
        expect(shown(html)).toBe(text.replace(/[\r\n]/gu, ' '));
      }),
      { numRuns: 2_000 },
    );
  });

  test('mentions nobody and refers to nothing', () => {
    fc.assert(
      fc.property(PIECES, text => {
        const withoutEntities = htmlText(text).replace(/&[a-z]+;|&#39;/gu, ' ');
        expect(withoutEntities).not.toMatch(/[@#][\w-]/u);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('text for an attribute', () => {
  test('cannot leave its quotes, and says the very text', () => {
    fc.assert(
      fc.property(PIECES, text => {
        const html = htmlAttribute(text);
        expect(html).not.toMatch(/[<>"']/u);
        expect(shown(html)).toBe(text);
      }),
    );
  });

  test('keeps the fragment of an address', () => {
    expect(htmlAttribute('https://x/#/a?b=1&c=2')).toBe('https://x/#/a?b=1&amp;c=2');
  });
});
