import {
  CONTROLS,
  ENCODINGS,
  HOSTILE_TEXT,
  LINE_BREAKS,
  MARKUP,
  WORKFLOW_COMMANDS,
} from '../../testbed/simulator/hostile-text.ts';

/** A word that nobody but the corpus uses: where it turns up, foreign text has turned up. */
export const TRACER = 'forged';

/** Commands behind every line break, many at a time: whoever obeys one of them obeys it. */
const BROKEN_LINES = LINE_BREAKS.map(lineBreak =>
  WORKFLOW_COMMANDS.map(command => `text${lineBreak}${command}`).join(lineBreak),
);

/** The same without anything before them, and behind characters that are removed. */
const BARE_COMMANDS = WORKFLOW_COMMANDS.flatMap(command => [command, `\u200b${command}`]);

/** Signs that come together only once something between them is gone. */
const SPLIT_SIGNS = [
  ':\u200b:error title=forged::forged',
  '#\u202e#[error]forged',
  '#\u001b[0m#[error]forged',
  '\u001b[2K::error::forged',
  '##\u0000[error]forged',
  ':\n:error::forged',
  '\ufeff::error::forged',
  '%3A%3Aerror::forged',
  '::error::%0A::error::forged%25%250A',
  '###[error]forged',
  '#####[error]forged ##[##[error]forged',
  ':::error::forged',
] as const;

const MORE_MARKUP = [
  '\n\n# forged\n\n![forged](https://evil.example/x.png)\n\n',
  '</code></pre></li></ul></p><img src="https://evil.example/x.png">',
  '"><a href="https://evil.example/forged">forged</a>',
  "' onmouseover='globalThis.forged=1' x='",
  '<svg onload="globalThis.forged=1"><image href="https://evil.example/x.png"/></svg>',
  '<iframe src="https://evil.example/"></iframe><object data="https://evil.example/"></object>',
  '<style>@import url(https://evil.example/x.css);</style><link rel=stylesheet href=https://evil.example/x.css>',
  '<math><mi xlink:href="javascript:globalThis.forged=1">forged</mi></math>',
  '<details open ontoggle=globalThis.forged=1><summary>forged</summary></details>',
  '<a href="javascript:globalThis.forged=1">forged</a><a href="data:text/html,forged">forged</a>',
  '[forged]: https://evil.example/ "forged"',
  '[^1]: forged footnote [^1]',
  '$$\\href{https://evil.example}{forged}$$ $`forged`$',
  '- [x] forged\n- [ ] forged',
  '\\<script>globalThis.forged=1</script>',
  '<scr\u200bipt>globalThis.forged=1</scr\u200bipt>',
  '&#60;img src=x onerror=globalThis.forged=1&#62;',
  '```mermaid\ngraph TD; A[forged]; click A href "https://evil.example/"\n```',
  ':tada: :forged: https://github.com/octocat/hello/issues/1 ffac537e6cbbf934b08745a378932722df287a53',
  '@octocat @octo-org/forged #1 octocat/hello#1 GH-12 (@octocat) .@octocat @\u200boctocat',
  'forged@evil.example mailto:forged@evil.example ftp://evil.example xmpp:forged@evil.example',
  '\u202eforged\u202c \u2066forged\u2069 \u061cforged \u200eforged\u{e0041}\u{e007f}',
] as const;

/** Every text of the corpus; each stands in every field in its turn. */
export const CORPUS: readonly string[] = [
  'plain forged text',
  '',
  ' ',
  '\u200b',
  'forged '.repeat(3_000),
  `${'<'.repeat(5_000)}forged`,
  `${'&'.repeat(9_000)}forged`,
  ...BROKEN_LINES,
  ...BARE_COMMANDS,
  ...SPLIT_SIGNS,
  ...MARKUP,
  ...MORE_MARKUP,
  ...CONTROLS,
  ...ENCODINGS,
  HOSTILE_TEXT,
];
