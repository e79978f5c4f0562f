import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readKeyValueFile } from '../../testbed/runner/file-commands.ts';

function read(text: string, platform: NodeJS.Platform = 'linux'): unknown {
  const { values, fault } = readKeyValueFile(text, platform);
  return { values: Object.fromEntries(values), fault };
}

describe('a file of names and values', () => {
  test.each([
    ['', {}],
    ['a=1', { a: '1' }],
    ['a=1\n\nb=2\n', { a: '1', b: '2' }],
    ['a=1=2<<3', { a: '1=2<<3' }],
    ['a=', { a: '' }],
    ['a<<EOF\none\ntwo\nEOF\n', { a: 'one\ntwo' }],
    ['a<<EOF\nEOF', { a: '' }],
    ['a<<EOF\n\nEOF\n', { a: '' }],
    ['a<<EOF\n\n\nEOF\n', { a: '\n' }],
    ['a<<E=F\nx\nE=F\n', { a: 'x' }],
    ['a<<EOF\n EOF\nEOF\n', { a: ' EOF' }],
    ['a<<EOF\nb=2\nEOF\nc=3\n', { a: 'b=2', c: '3' }],
    ['a=1\r\n', { a: '1\r' }],
    ['\uFEFFa=1', { a: '1' }],
    ['Name=1\nname=2', { Name: '2' }],
  ])('%j', (text, values) => {
    expect(read(text)).toEqual({ values, fault: undefined });
  });

  test('has lines that end with CR LF on Windows', () => {
    expect(read('a=1\r\nb<<EOF\r\nx\r\ny\nEOF\r\n', 'win32')).toEqual({
      values: { a: '1', b: 'x\r\ny' },
      fault: undefined,
    });
  });

  test.each([
    ['no assignment', "Invalid format 'no assignment'"],
    ['=1', "Invalid format '=1'"],
    ['<<EOF\nx\nEOF', "Invalid format '<<EOF'. Name must not be empty and delimiter must not be empty"],
    ['b<<\nx\n', "Invalid format 'b<<'. Name must not be empty and delimiter must not be empty"],
    ['b<<EOF\nx\n', "Invalid value. Matching delimiter not found 'EOF'"],
    ['b<<EOF\nx', 'Invalid value. EOF marker missing new line.'],
    ['b<<EOF\nx\nEOF\r\n', "Invalid value. Matching delimiter not found 'EOF'"],
  ])('keeps what stood before the fault in %j', (text, fault) => {
    expect(read(`a=1\n${text}`)).toEqual({ values: { a: '1' }, fault });
  });

  test('gives back any value that was written as a block with a delimiter of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), value => {
        const file = readKeyValueFile(`a<<delimiter_1\n${value}\ndelimiter_1\n`, 'linux');
        expect(file.values.get('a')).toBe(value);
      }),
    );
  });
});
