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
    const start = process.cpuUsage();
    htmlToText(html);
    // Microseconds of this process alone. In proportion it takes some hundredths of a second; by the square it would take minutes.
    expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
  });
});
