import { describe, expect, test } from '@jest/globals';
import { markdownHtml } from '../../testbed/runner/markdown-html.ts';
import { markdownText } from '../../testbed/runner/markdown-text.ts';

describe('markdownHtml', () => {
  test.each([
    ['a table', '| a |\n|---|\n| 1 |', '<td>1</td>'],
    ['an emoji', ':tada:', '🎉'],
    ['struck text', '~~old~~', '<del>old</del>'],
    ['raw HTML', '<table><tr><th align="left">x</th></tr></table>', '<th align="left">x</th>'],
    ['folded parts', '<details><summary>S</summary>\n\n**b**\n\n</details>', '<strong>b</strong>'],
    ['a language', '```sh\nls\n```', '<pre><code class="language-sh">ls\n</code></pre>'],
    [
      'a link',
      '<a href="https://example.com/a?b=1&amp;c">x</a>',
      '<a href="https://example.com/a?b=1&#x26;c">',
    ],
  ])('renders %s', (_, markdown, html) => {
    expect(markdownHtml(markdown)).toContain(html);
  });

  test('renders alerts with icon and title', () => {
    for (const kind of ['Note', 'Tip', 'Important', 'Warning', 'Caution']) {
      const html = markdownHtml(`> [!${kind.toUpperCase()}]\n>\n> <p>text</p>`);
      expect(html).toContain(`<div class="markdown-alert markdown-alert-${kind.toLowerCase()}" dir="auto">`);
      expect(html).toMatch(new RegExp(`<svg [^>]*><path d="M[^"]+"></path></svg>${kind}</p>`));
      expect(html).toContain('<p>text</p>');
      expect(html).not.toContain('<p></p>');
    }
  });

  test('makes diagrams of mermaid fences and of nothing else', () => {
    const html = markdownHtml('```mermaid\ngraph TD; a-->b<script>\n```');
    expect(html).toBe('<pre class="mermaid">graph TD; a-->b&#x3C;script>\n</pre>');
    const forged =
      '<pre class="mermaid">x</pre>\n\n`<pre class="mermaid">`\n\n```text\n<pre class="mermaid">\n```';
    expect(markdownHtml(forged)).not.toContain('<pre class="mermaid">');
  });

  test.each([
    ['<script>alert(1)</script>'],
    ['<style>body { display: none }</style>'],
    ['<p style="position: fixed" onclick="alert(1)" class="box" id="x">text</p>'],
    ['<img src="data:image/svg+xml;base64,PHN2Zz4=" onerror="alert(1)">'],
    ['[x](javascript:alert(1)) <a href="JaVaScRiPt:alert(1)">y</a> <a href="data:text/html,x">z</a>'],
    ['<iframe src="https://example.com"></iframe><object data="x"></object><embed src="x">'],
    ['<form action="https://example.com"><button>b</button><input name="a"></form>'],
    ['<svg onload="alert(1)"><script>alert(1)</script></svg><math><a href="javascript:x">m</a></math>'],
    ['<link rel="stylesheet" href="https://example.com/x.css"><meta http-equiv="refresh" content="0">'],
    ['<div class="markdown-alert evil">x</div><base href="https://example.com">'],
  ])('keeps nothing active of %s', markdown => {
    const html = markdownHtml(markdown);
    expect(html).not.toMatch(/<(?:script|style|iframe|object|embed|form|button|svg|math|link|meta|base)\b/i);
    expect(html).not.toMatch(/\s(?:on\w+|style)=|javascript:|data:|display: none|evil|class="box"/i);
  });
});

describe('markdownText', () => {
  test('shows a summary on a terminal', () => {
    const markdown = [
      '## ❌ Rollout of `demo`',
      '> [!CAUTION]\n>\n> Batch 2 <b>failed</b>',
      '<table><tr><th>A</th><td>1</td></tr><tr><th>Long</th><td>中文</td><td>end</td></tr></table>',
      '- one\n- two\n  1. three\n  2. four',
      '<details><summary>More</summary>\n\n```sh\nls -l\n\nps\n```\n\n</details>',
      '[link](https://example.com/) https://example.com/',
      '```mermaid\ngantt\n```',
      '> quoted\n\n---\n\nfirst<br>second ![picture](https://example.com/a.png)',
    ].join('\n\n');
    expect(markdownText(markdown, false)).toBe(
      [
        '❌ Rollout of demo\n',
        '┃ Caution\n┃\n┃ Batch 2 failed\n',
        'A     1\nLong  中文  end\n',
        '• one\n• two\n',
        '  1. three\n  2. four\n',
        '▼ More\n      ls -l\n\n      ps\n',
        'link (https://example.com/) https://example.com/\n',
        '(a diagram: see the page)\n',
        '│ quoted\n\n────────\n\nfirst\nsecond picture',
      ].join('\n'),
    );
  });

  test('gives each step in a table its own line on a terminal', () => {
    const html =
      '<table><tr><th>Why</th><td>a<br>b</td></tr><tr><th>Do</th><td><ol><li>First.<br><b>So:</b><pre>run it</pre></li><li>Then.</li></ol></td></tr></table>';
    expect(markdownText(html, false).split('\n')).toStrictEqual([
      'Why  a b',
      'Do   1. First.',
      '        So:',
      '            run it',
      '     2. Then.',
    ]);
  });

  test('lets nothing through that steers a terminal', () => {
    expect(markdownText('a\u001b[2Jb `c\u0007d`\n\n    e\u009b1mf', false)).toBe('ab cd\n\n    ef');
  });

  test('lets one giant cell not push the others out of sight', () => {
    const giant = 'x'.repeat(100);
    expect(markdownText(`| a | b |\n|---|---|\n| ${giant} | 1 |\n| 2 | 3 |`, false)).toBe(
      `a  b\n${giant}  1\n2  3`,
    );
  });
});
