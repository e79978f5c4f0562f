import { describe, expect, test } from '@jest/globals';
import { foreignText, holdsNoSecret, withoutSecrets } from '../../src/text/clean.ts';
import { Redactor } from '../../src/text/secrets.ts';

const SECRET = 'q7Rk+Zt2/Vn9w==Lm4xYc8Bd1Hs6Jf';

const redactor = new Redactor();
redactor.mask(SECRET);
const hide = redactor.redact;

/** The secret with something in its middle that nobody sees once the text is clean. */
const BROKEN_UP: Readonly<Record<string, string>> = {
  'as it is': SECRET,
  'with a zero-width space': `q7Rk\u200b${SECRET.slice(4)}`,
  'with an ANSI sequence': `q7Rk\u001b[31m${SECRET.slice(4)}`,
  'with a bidi override': `q7Rk\u202e${SECRET.slice(4)}`,
  'with a control character': `q7Rk\u0000${SECRET.slice(4)}`,
  'with a tag character': `q7Rk\u{e0041}${SECRET.slice(4)}`,
};

describe.each(Object.entries(BROKEN_UP))('a secret %s', (_, written) => {
  test.each([0, 70, 76, 90, 99, 100])(
    'after %d characters of 100 is hidden before the text is cut',
    before => {
      const text = foreignText(`${'-'.repeat(before)}${written} and on`, 100, hide);
      expect(text.length).toBeLessThanOrEqual(100);
      expect(text).not.toContain(SECRET.slice(0, 2));
    },
  );

  test.each([999, 3_976, 3_999, 15_990, 499])('after %d characters of a field is gone from it', before => {
    const data = { Data: { List: [{ Text: `${'-'.repeat(before)}${written}` }] } };
    expect(JSON.stringify(withoutSecrets(data, hide))).not.toContain(SECRET.slice(0, 2));
  });
});

test('a text is cut as long before, and no more of a giant one is looked at', () => {
  expect(foreignText('a  b\nc', 100, hide)).toBe('a b c');
  expect(foreignText('x'.repeat(8_000_000), 100, hide)).toBe(`${'x'.repeat(99)}…`);
  expect(foreignText('\u200b'.repeat(40_000), 100, hide)).toBe('');
});

test('what is cut before it is looked at is not the beginning of a secret', () => {
  const text = foreignText(`${'\u200b'.repeat(16_750)}${'a'.repeat(20)}${SECRET.repeat(9)}`, 100, hide);
  expect(text).not.toContain(SECRET.slice(0, 2));
});

describe('an answer', () => {
  test('stays what it was, save the texts that would show a secret', () => {
    const told = { A: [`a\u001b[1m ${SECRET}`, 'b\u200b', 2, null, true], B: { C: '<b>x</b> &amp;' } };
    expect(withoutSecrets(structuredClone(told), hide)).toStrictEqual({
      ...told,
      A: ['a ***', 'b\u200b', 2, null, true],
    });
  });

  test.each([
    ['in a tag', `<b>${SECRET.slice(0, 4)}</b>${SECRET.slice(4)}`, '***'],
    ['in entities', `&#113;${SECRET.slice(1)}`, '***'],
    ['in a link', `<a href="https://x/?k=${encodeURIComponent(SECRET)}">see</a>`, 'https://x/?k=***'],
    ['in lines of a log', `one\n  two ${SECRET}\r\nthree`, 'one\n  two ***\r\nthree'],
  ])('shows no secret %s', (_, written, shown) => {
    const text = withoutSecrets(written, hide);
    expect(text).toContain(shown);
    expect(text).not.toContain('Zt2');
  });

  test('with a field of any name is walked, and one of any depth', () => {
    const data: unknown = JSON.parse(`{"__proto__":{"k":"${SECRET}"}}`);
    expect(JSON.stringify(withoutSecrets(data, hide))).toBe('{"__proto__":{"k":"***"}}');
    const deep: unknown = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    expect(() => withoutSecrets(deep, hide)).not.toThrow();
  });

  test.each([
    ['plain', '{"a":"b"}', true],
    ['with the secret', `{"a":"${SECRET}"}`, false],
    ['with what has to be read first', '{"a":"\\u0071"}', false],
    ['with what may be HTML', '{"a":"<b>"}', false],
    ['with an entity', '{"a":"&amp;"}', false],
    ['with an invisible character', '{"a":"\u200b"}', false],
  ])('%s: nobody need look closer: %s', (_, body, expected) => {
    expect(holdsNoSecret(body, hide)).toBe(expected);
  });
});
