import { describe, expect, test } from '@jest/globals';
import { logHtml } from '../../testbed/runner/log-html.ts';
import type { LogLine, LogLineKind } from '../../testbed/runner/log-line.ts';
import type { LogViewOptions } from '../../testbed/runner/log-view.ts';
import { LogView } from '../../testbed/runner/log-view.ts';
import { wantsColours } from '../../testbed/runner/terminal-style.ts';

function line(kind: LogLineKind, text = '', writer: LogLine['writer'] = 'action'): LogLine {
  return { kind, text, writer };
}

function view(lines: readonly LogLine[], options: Partial<LogViewOptions> = {}): string {
  let shown = '';
  const log = new LogView({ write: text => (shown += text), colours: false, ...options });
  for (const each of lines) log.show(each);
  log.end();
  return shown;
}

describe('LogView', () => {
  test('shows what GitHub shows before a line', () => {
    const kinds = ['text', 'error', 'warning', 'notice', 'debug', 'command', 'section'] as const;
    expect(view(kinds.map(kind => line(kind, 'x')))).toBe(
      'x\nError: x\nWarning: x\nNotice: x\n##[debug]x\n[command]x\nx\n',
    );
  });

  test('indents a group, which the next one ends', () => {
    const lines = [line('group', 'A'), line('text', '1'), line('group', 'B'), line('text', '2')];
    expect(view([...lines, line('endgroup'), line('text', '3')])).toBe('▼ A\n  1\n▼ B\n  2\n3\n');
  });

  test('folds a group where it should', () => {
    const lines = [line('group', 'A'), line('text', '1'), line('text', '2'), line('endgroup')];
    const isFolded = ({ text }: LogLine): boolean => text === 'A';
    expect(view([...lines, line('group', 'B'), line('text', '3')], { isFolded })).toBe(
      '▶ A (2 lines)\n▼ B\n  3\n',
    );
    expect(view(lines.slice(0, 2), { isFolded })).toBe('▶ A (1 line)\n');
  });

  test('has colours where they are wanted, and lets no others through', () => {
    expect(view([line('error', 'x')], { colours: true })).toBe('\u001b[31mError: x\u001b[39m\n');
    expect(view([line('text', '\u001b[31mred\u001b[2J\u0007\u009b1m\tend\u0000')])).toBe('red\tend\n');
  });
});

test('colours are wanted by a terminal, unless NO_COLOR says no', () => {
  expect(wantsColours({ isTTY: true }, {})).toBe(true);
  expect(wantsColours({}, {})).toBe(false);
  expect(wantsColours({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
  expect(wantsColours({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
  expect(wantsColours({ isTTY: true }, { NO_COLOR: '' })).toBe(true);
  expect(wantsColours({}, { FORCE_COLOR: '1' })).toBe(true);
  expect(wantsColours({ isTTY: true }, { FORCE_COLOR: '0' })).toBe(false);
  expect(wantsColours({}, { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
});

test('logHtml numbers lines, folds groups and escapes everything', () => {
  const html = logHtml([
    line('group', '<Run>'),
    line('text', 'in'),
    line('endgroup'),
    line('error', '<script>"&'),
  ]);
  expect(html).toContain(
    '<details><summary class="log-line"><span class="log-number">1</span><span>&lt;Run&gt;</span></summary>',
  );
  expect(html).toContain(
    '<div class="log-line log-text"><span class="log-number">2</span><span>in</span></div>',
  );
  expect(html).toContain(
    '<div class="log-line log-error"><span class="log-number">3</span><span>Error: &lt;script&gt;&quot;&amp;</span></div>',
  );
});
