import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDuration } from '../../src/inputs/reader.ts';

describe('a duration', () => {
  test.each([
    ['90s', 90_000],
    ['30m', 1_800_000],
    ['1h30m', 5_400_000],
    ['500ms', 500],
    ['0.5m', 30_000],
    ['1h', 3_600_000],
    ['1h1m1s1ms', 3_661_001],
    ['1m500ms', 60_500],
    ['1.5h0.5m', 5_430_000],
    ['2h30s', 7_230_000],
    ['0h5m', 300_000],
    ['90m', 5_400_000],
    ['007s', 7_000],
    ['1ms', 1],
    ['0.4ms', 0.4],
    ['  30m  ', 1_800_000],
    ['\t5s\n', 5_000],
  ])('%j is %d ms', (text, durationMs) => {
    expect(parseDuration(text)).toStrictEqual({ durationMs, plainSeconds: false });
  });

  test.each([
    ['30', 30_000],
    ['1', 1_000],
    ['0.5', 500],
    [' 600 ', 600_000],
    ['86400', 86_400_000],
    ['0030', 30_000],
  ])('%j is a plain number of seconds, %d ms', (text, durationMs) => {
    expect(parseDuration(text)).toStrictEqual({ durationMs, plainSeconds: true });
  });

  test.each([
    ['nothing', ''],
    ['only blanks', '  '],
    ['zero', '0'],
    ['zero with a unit', '0s'],
    ['zeros with units', '0h0m0s0ms'],
    ['a negative number', '-5m'],
    ['a negative plain number', '-5'],
    ['a plus sign', '+5m'],
    ['no number', 'm'],
    ['a word', 'soon'],
    ['a number and a word', '5 minutes'],
    ['a blank before the unit', '5 m'],
    ['a blank between the parts', '1h 30m'],
    ['a capital unit', '5M'],
    ['an unknown unit', '5d'],
    ['units in the wrong order', '30m1h'],
    ['a unit twice', '5m5m'],
    ['a number without unit at the end', '1h30'],
    ['half a number', '.5m'],
    ['a number that ends with its point', '5.m'],
    ['two points', '1.2.3s'],
    ['a comma', '1,5m'],
    ['an exponent', '1e3'],
    ['an exponent with a unit', '1e3s'],
    ['a hexadecimal number', '0x10'],
    ['Infinity', 'Infinity'],
    ['NaN', 'NaN'],
    ['digits of another script', '５s'],
    ['ISO 8601', 'PT5M'],
    ['a second line', '5m\n5m'],
    ['more milliseconds than can be counted', '9007199254740993ms'],
    ['a number without end', `${'9'.repeat(400)}h`],
    ['a plain number without end', '9'.repeat(400)],
  ])('is not %s', (_, text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  test('reads what was written of hours, minutes, seconds and milliseconds', () => {
    const parts = fc.record({
      h: fc.nat(1_000),
      m: fc.nat(100_000),
      s: fc.nat(1_000_000),
      ms: fc.nat(1e9),
    });
    fc.assert(
      fc.property(parts, fc.boolean(), ({ h, m, s, ms }, leaveOutZeros) => {
        const durationMs = ((h * 60 + m) * 60 + s) * 1_000 + ms;
        fc.pre(durationMs > 0);
        const written = Object.entries({ h, m, s, ms }).filter(([, value]) => value > 0 || !leaveOutZeros);
        const text = written.map(([unit, value]) => `${value}${unit}`).join('');
        expect(parseDuration(text)).toStrictEqual({ durationMs, plainSeconds: false });
      }),
    );
  });

  test('is above zero and can be counted, whatever the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...['0', '1', '5', '9', '.', 'h', 'm', 's', ' ', '-', 'e']) }),
    );
    fc.assert(
      fc.property(text, raw => {
        const durationMs = parseDuration(raw)?.durationMs ?? 1;
        expect(durationMs > 0 && durationMs <= Number.MAX_SAFE_INTEGER).toBe(true);
      }),
    );
  });
});
