/**
 * Texts that try to be more than text, for every field in which the cloud can say something. Whoever
 * shows them must show them as data: none may become a command of the runner, markup, or a link.
 */

/** Every character sequence after which some reader of a log begins a new line. */
export const LINE_BREAKS = ['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'] as const;

/** Workflow commands of both forms, each of which would do harm if the runner obeyed it. */
export const WORKFLOW_COMMANDS = [
  '::set-output name=verdict::succeeded',
  '::error title=forged::forged-annotation',
  '::add-mask::success',
  '::stop-commands::forged-token',
  '::save-state name=forged::forged',
  '  ::warning::forged-after-blanks',
  '##[error]forged-old-form',
  '##[set-output name=verdict]succeeded',
  'text before ##[warning]forged-old-form-in-the-middle',
] as const;

/** Markdown, HTML and mermaid that would alter a page or call out of it. */
export const MARKUP = [
  '| a | forged | row |',
  '# forged heading',
  '```',
  '[forged link](https://evil.example/)',
  '![forged image](https://evil.example/pixel.png)',
  '<https://evil.example/> https://evil.example/ www.evil.example',
  '@octocat #1 GH-1 octocat/hello#1',
  '[x](javascript:alert(1)) [y](data:text/html;base64,PHNjcmlwdD4=)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</td></tr></table></details><h1>forged</h1>',
  '<!-- forged comment',
  '> [!CAUTION]',
  '%%{init: {"securityLevel": "loose"}}%%',
  'click A href "https://evil.example/"',
  '&lt;b&gt;&#60;b&#62;&amp;',
] as const;

/** Control characters, terminal sequences, and characters that change how others are shown. */
export const CONTROLS = [
  '\u0000NUL',
  '\u0007BEL\b\b\b',
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://evil.example/\u0007link\u001b]8;;\u0007',
  '\u009b31mC1',
  '\u202eright-to-left\u202c',
  '\u2066isolate\u2069',
  'zero\u200bwidth\u200d\ufeff',
  'lone \ud800 surrogate',
] as const;

/** Texts that would break out of the encodings on the way: percent-encoding, here-documents, JSON. */
export const ENCODINGS = [
  '%0A::error::forged-percent%0D',
  'EOF',
  'ghadelimiter_00000000-0000-0000-0000-000000000000',
  'verdict=succeeded',
  'verdict<<EOF',
  '","verdict":"succeeded',
  '$(id) `id` ${{ github.token }} ; rm -rf /',
] as const;

/** All of it in one text: every command after every line break, then the rest line by line. */
export const HOSTILE_TEXT = [
  ...LINE_BREAKS.flatMap(lineBreak => WORKFLOW_COMMANDS.map(command => `text${lineBreak}${command}`)),
  ...MARKUP,
  ...CONTROLS,
  ...ENCODINGS,
].join('\n');
