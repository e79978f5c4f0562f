import { describe, expect, test } from '@jest/globals';
import { parseCommand } from '../../testbed/runner/command-syntax.ts';

const KNOWN = new Set(['error', 'group', 'set-output', 'add-mask']);

function parse(line: string): unknown {
  const command = parseCommand(line, name => KNOWN.has(name));
  return command && { ...command, properties: Object.fromEntries(command.properties) };
}

describe('the form of today', () => {
  test.each([
    ['::error::text', {}, 'text'],
    ['::ERROR::text', {}, 'text'],
    ['  \t\u0085\u00A0\u2003\u3000::error::text', {}, 'text'],
    ['::error title=A%3A B%2C C,file=a.ts::text', { title: 'A: B, C', file: 'a.ts' }, 'text'],
    ['::error Title=x::text', { title: 'x' }, 'text'],
    ['::error   title=x  ::text', { title: 'x' }, 'text'],
    ['::error title=a=b::text', { title: 'a=b' }, 'text'],
    ['::error title==x::text', { title: 'x' }, 'text'],
    ['::error title=,file::text', {}, 'text'],
    ['::error::', {}, ''],
    ['::error::a::b', {}, 'a::b'],
    ['::error::%0A%0D%25%3A%2C', {}, '\n\r%%3A%2C'],
    ['::error::%250A', {}, '%0A'],
  ])('%j is a command', (line, properties, data) => {
    expect(parse(line)).toEqual({ name: 'error', properties, data, syntax: '::' });
  });

  test.each([
    'text ::error::text',
    ':error::text',
    '::error:text',
    '::error',
    '::unknown::text',
    ':: error::text',
    '::error\ttitle=x::text',
    '\u200B::error::text',
    '\uFEFF::error::text',
    '',
  ])('%j is text', line => {
    expect(parse(line)).toBeUndefined();
  });
});

describe('the older form', () => {
  test.each([
    ['##[error]text', {}, 'text'],
    ['before ##[error]text', {}, 'text'],
    ['##[Error]text', {}, 'text'],
    ['##[error title=a%3Bb%5Dc;file=d,e]text', { title: 'a;b]c', file: 'd,e' }, 'text'],
    ['##[error]%0A%0D%25%5D%3B', {}, '\n\r%];'],
    ['::unknown::##[error]text', {}, 'text'],
  ])('%j is a command', (line, properties, data) => {
    expect(parse(line)).toEqual({ name: 'error', properties, data, syntax: '##[' });
  });

  test.each([
    '#[error]text',
    '##[unknown]text',
    '##[error text',
    '##[ error]text',
    // Only the first marker of a line is looked at.
    '##[unknown]##[error]text',
  ])('%j is text', line => {
    expect(parse(line)).toBeUndefined();
  });

  test('comes second', () => {
    expect(parse('::group::##[error]x')).toMatchObject({ name: 'group', data: '##[error]x', syntax: '::' });
  });
});
