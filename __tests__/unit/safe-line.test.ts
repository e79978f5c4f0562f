import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safeLine } from '../../src/text/clean.ts';

/**
 * Reads a log as the runner does, and stricter: any line break that Unicode knows ends a line, and
 * whatever begins like a command is one.
 */
function commandsIn(log: string): readonly string[] {
  return log
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/u)
    .filter(line => line.replace(/^[\s\p{Cf}\p{Cc}]+/u, '').startsWith('::') || line.includes('##['));
}

describe('a line of the log', () => {
  test.each([
    'sae-rollout-gate 0.1.0',
    '   0:30  Batch 2 of 3: in progress',
    'a :: b',
    '# [x]',
    '#[x]',
    'a::error::b',
    '版本：1.0',
  ])('that is harmless stays as it is: %j', text => {
    expect(safeLine(text)).toBe(text);
  });

  test.each([
    ['::error::x', ': :error::x'],
    ['  ::set-output name=verdict::succeeded', '  : :set-output name=verdict::succeeded'],
    ['\u00a0\u3000::stop-commands::x', '\u00a0\u3000: :stop-commands::x'],
    [':::x', ': ::x'],
    ['a\n::error::x', 'a ::error::x'],
    ['a\r::error::x', 'a ::error::x'],
    ['a\u2028::error::x', 'a ::error::x'],
    ['\n::error::x', ' : :error::x'],
    ['\u200b::error::x', ': :error::x'],
    [':\u200b:error::x', ': :error::x'],
    ['\u001b[0m::error::x', ': :error::x'],
    ['\ufeff::error::x', ': :error::x'],
    ['##[error]x', '## [error]x'],
    ['a ##[set-env name=a]b', 'a ## [set-env name=a]b'],
    ['###[error]', '### [error]'],
    ['#\u200b#[error]x', '## [error]x'],
    ['##\u001b[0m[error]x', '## [error]x'],
    ['##[a]##[b]', '## [a]## [b]'],
  ])('%j is written as %j', (text, expected) => {
    expect(safeLine(text)).toBe(expected);
  });

  test('is one line without a command of the runner, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...[':', '::', '#', '##', '[', ']', ' ', '\u00a0', '\t', '\n', '\r', '\r\n', '\u0085', '\u2028', '\v'],
      ...['\u200b', '\ufeff', '\u001b', '\u001b[0m', '\u009b', '\0', 'error', '%0A', '\ud800', 'x'],
    );
    const text = fc.oneof(fc.string({ unit: pieces }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, raw => {
        const line = safeLine(raw);
        expect(commandsIn(line)).toStrictEqual([]);
        expect(line).not.toMatch(/[\n\v\f\r\u0085\u2028\u2029]/u);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the reader of this test', () => {
  test.each(['::error::x', ' \t::x', 'a\r::x', 'a\u2028::x', 'a ##[x]y', '\u200b::x'])(
    'finds a command in %j',
    log => {
      expect(commandsIn(log)).toHaveLength(1);
    },
  );
});
