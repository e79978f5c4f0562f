import { describe, expect, test } from '@jest/globals';
import { htmlToText } from '../../src/text/html-to-text.ts';

describe('takes time in proportion to the length', () => {
  const LENGTH = 400_000;

  test.each([
    ['<'],
    ['<a'],
    ['<a '],
    ['<a href="'],
    ["<a href='x'"],
    ['<a href="https://a.example">'],
    ['<a href href href '],
    ['<!--'],
    ['<!-- --'],
    ['<script>'],
    ['<script></script'],
    ['</script>'],
    ['<b "'],
    ['<b ="'],
    ['<nil>'],
    ['<?'],
    ['&'],
    ['&#'],
    ['&lt;'],
    ['&lt;a'],
    ['&amp;'],
  ])('%j, again and again', piece => {
    const html = piece.repeat(Math.ceil(LENGTH / piece.length));
    const startMs = performance.now();
    htmlToText(html);
    // In proportion it takes some hundredths of a second; by the square it would take minutes.
    expect(performance.now() - startMs).toBeLessThan(5_000);
  });
});
