import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { htmlToText } from '../../src/text/html-to-text.ts';

/** What a reader of HTML would take for the beginning of a tag. */
const TAG = /<[a-z/!?]/iu;

describe('HTML becomes text', () => {
  test.each([
    [
      'the message of the API reference',
      "EDAS-10022 <a target='_blank' href='https://help.aliyun.com/knowledge_detail/106573.html#EDAS-10022'>应用启动时 READINESS 检查失败</a>",
      'EDAS-10022 应用启动时 READINESS 检查失败 (https://help.aliyun.com/knowledge_detail/106573.html#EDAS-10022)',
    ],
    [
      'a link in a sentence',
      'see <a href="https://a.example/b?c=1&amp;d=2">here</a>.',
      'see here (https://a.example/b?c=1&d=2).',
    ],
    ['a link without quotes', '<A HREF=http://a.example>x</A>', 'x (http://a.example)'],
    [
      'a link that shows its address',
      '<a href="https://a.example">https://a.example</a>',
      'https://a.example',
    ],
    [
      'a link behind words that shows its address between blanks',
      'see <a href="https://a.example"> https://a.example </a>',
      'see  https://a.example ',
    ],
    ['a link without words', '<a href="https://a.example"><img src="x"></a>', 'https://a.example'],
    [
      'a link with markup inside',
      '<a href="https://a.example"><b>so</b> it is</a>',
      'so it is (https://a.example)',
    ],
    ['a link that is never closed', '<a href="https://a.example">on', 'on (https://a.example)'],
    [
      'a link in a link',
      '<a href="https://a.example">x<a href="https://b.example">y</a>',
      'x (https://a.example)y (https://b.example)',
    ],
    ['a link to a script', '<a href="javascript:alert(1)">x</a>', 'x'],
    ['a link to a script that holds an address', '<a href="javascript:https://a.example">x</a>', 'x'],
    ['a link with blanks around it', '<a href=" https://a.example ">x</a>', 'x (https://a.example)'],
    ['a link with a blank in it', '<a href="https://a.example/ onclick">x</a>', 'x'],
    ['a data-href, which is no link', '<a data-href="https://a.example">x</a>', 'x'],
    ['a bracket in an attribute', '<a title="a>b" href="https://a.example">x</a>', 'x (https://a.example)'],
    ['a bracket in single quotes', "<a title='a>b' href='https://a.example'>x</a>", 'x (https://a.example)'],
    ['an apostrophe that quotes nothing', "<b it's>a</b> isn't", "a isn't"],
    ['inline markup of the end of the alphabet', '<u>a</u><var>b</var>', 'ab'],
    ['inline markup', 'a<b>b</b><i>c</i>', 'abc'],
    ['line breaks', 'one<br>two<br/>three<p>four</p>', 'one\ntwo\nthree\nfour\n'],
    ['a script', 'a<script>if (1 < 2) alert("</b>")</script>b', 'ab'],
    ['a script without end', 'a<script>alert(1)', 'a'],
    ['a style', 'a<STYLE>b { color: red }</style >c', 'ac'],
    ['a comment', 'a<!-- <b> -->c', 'ac'],
    ['a declaration', '<!DOCTYPE html><?xml version="1.0"?>a', 'a'],
    ['entities', '&lt;&gt;&amp;&quot;&apos;&#39;&#x4E2D;&nbsp;&hellip;', `<>&"''中 …`],
    ['entities of punctuation', '&ldquo;&rdquo;&lsquo;&rsquo;&mdash;&ndash;&middot;', '“”‘’—–·'],
    ['entities in capitals', '&AMP;&Lt;', '&<'],
    ['an entity of an entity', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['entities that are none', '&unknown; & &; &#; &#xzz;', '&unknown; & &; &#; &#xzz;'],
    ['characters that are none', '&#0;&#xd800;&#xdfff;&#x110000;', '\ufffd\ufffd\ufffd\ufffd'],
    ['the characters next to them', '&#1;&#xd7ff;&#xe000;&#x10ffff;', '\u0001\ud7ff\ue000\u{10ffff}'],
    ['no prototype of an object', '&constructor;&toString;', '&constructor;&toString;'],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});

describe('what is no HTML stays, and no tag is left', () => {
  test.each([
    ['a plain text', 'Failed to pull image "a/b:1.0": manifest unknown.', undefined],
    ['signs of comparison', 'if a < b and b > c, 1<2', undefined],
    ['an arrow', 'a <- b -> c => d', undefined],
    ['an apostrophe', "isn't <b>it</b>", "isn't it"],
    ['a nil', 'cause: <nil>', 'cause: ‹nil›'],
    ['a constructor', 'at demo.Main.<init>(Main.java:3)', 'at demo.Main.‹init›(Main.java:3)'],
    ['a generic type', 'java.util.List<java.lang.String>', 'java.util.List‹java.lang.String›'],
    ['an address in brackets', '<https://a.example/>', '‹https://a.example/›'],
    ['a tag as text', '&lt;script&gt;alert(1)&lt;/script&gt;', '‹script›alert(1)‹/script›'],
    ['a tag that does not end', 'a <b', 'a ‹b'],
    ['a tag that does not end before the next', 'a <b <i>c</i>', 'a ‹b c'],
    ['a comment that does not end', 'a <!-- b', 'a ‹!-- b'],
    ['a quote that does not end', '<a href="x>y</a>', '‹a href="x›y‹/a›'],
    ['an unknown element that hides one', '<<b>>', '<>'],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text ?? html);
  });

  const PIECES = fc.string({
    unit: fc.oneof(
      fc.constantFrom('<', '>', '</', '<a', '<a href=', '"', "'", '=', '/', '!', '--', '<!--', '-->', '?'),
      fc.constantFrom('<script>', '</script>', '<style', 'nil', '&lt;', '&gt;', '&amp;', '&#60;', '&#x3c;'),
      fc.constantFrom('https://a.example', ' ', '\n', 'b', '<b>', '<br>', '<img src=x onerror=alert(1)>'),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    ),
    maxLength: 60,
  });

  test('of any text', () => {
    fc.assert(
      fc.property(PIECES, html => {
        expect(htmlToText(html)).not.toMatch(TAG);
      }),
      { numRuns: 5_000 },
    );
  });

  test('a text without brackets and ampersands is its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const plain = text.replace(/[<&]/gu, '');
        expect(htmlToText(plain)).toBe(plain);
      }),
    );
  });
});
