import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LineSplitter, splitLines } from '../../testbed/runner/line-splitter.ts';

describe('splitLines', () => {
  test.each([
    ['', []],
    ['one', ['one']],
    ['one\n', ['one']],
    ['one\ntwo', ['one', 'two']],
    ['one\r\ntwo\r\n', ['one', 'two']],
    ['one\rtwo', ['one', 'two']],
    ['one\r\rtwo', ['one', '', 'two']],
    ['\n\n', ['', '']],
    ['\uFEFFone\n\uFEFFtwo', ['one', '\uFEFFtwo']],
    ['no\u0085line\u2028end\u2029here\v\f', ['no\u0085line\u2028end\u2029here\v\f']],
  ])('cuts %j', (text, lines) => {
    expect(splitLines(text)).toEqual(lines);
  });

  test('cuts alike wherever the stream is cut into pieces', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\uFEFF', ':') });
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const lines: string[] = [];
        const splitter = new LineSplitter(line => lines.push(line));
        for (const each of pieces) splitter.write(each);
        splitter.end();
        expect(lines).toEqual(splitLines(pieces.join('')));
      }),
    );
  });

  test('tells a line as soon as a bare CR has ended it', () => {
    const lines: string[] = [];
    const splitter = new LineSplitter(line => lines.push(line));
    splitter.write('::error::x\r');
    expect(lines).toEqual(['::error::x']);
    splitter.write('\nnext\n');
    expect(lines).toEqual(['::error::x', 'next']);
  });
});
