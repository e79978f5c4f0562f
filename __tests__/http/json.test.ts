import { expect, test } from '@jest/globals';
import { parseJson } from '../../src/http/transport.ts';

/** Long enough that its levels are counted. */
const FILLING = 'x'.repeat(200_000);

function nested(levels: number, inside: string): string {
  return `${'['.repeat(levels)}${inside}${']'.repeat(levels)}`;
}

test.each([
  ['of few levels', nested(99, `"${FILLING}"`)],
  [
    'with brackets in its strings',
    JSON.stringify(['['.repeat(200_000), '\\"[{', `${'\\'.repeat(7)}"[`, FILLING]),
  ],
  ['with many objects beside each other', JSON.stringify(Array.from({ length: 50_000 }, () => ({ a: [] })))],
  ['that is short, however deep', nested(1_000, '')],
])('a text %s is read', (_, text) => {
  expect(parseJson(text)).toStrictEqual(JSON.parse(text));
});

test.each([
  ['of two million levels', nested(2_000_000, '')],
  ['of more levels than anybody means', nested(101, `"${FILLING}"`)],
  ['behind an escaped quote', `["${FILLING}\\"",${nested(200, '')}]`],
  ['that is none', `${FILLING}[`],
  ['whose string does not end', `["${FILLING}`],
])('a text %s is not', (_, text) => {
  expect(parseJson(text)).toBeUndefined();
});
