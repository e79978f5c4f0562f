import { htmlText } from './html-text.ts';

/** The styles that Node's `styleText` switches on and off, by their numbers (ECMA-48, SGR). */
const ON: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  31: 'red',
  32: 'green',
  33: 'yellow',
  34: 'blue',
  36: 'cyan',
};

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; background: light-dark(#ffffff, #0d1117); }
.terminal {
  display: inline-block; margin: 0; padding: 20px 24px; border-radius: 6px; white-space: pre-wrap; box-sizing: border-box;
  width: 100%; font: 13px/1.5 'DejaVu Sans Mono', 'Noto Sans Mono', 'Noto Sans Mono CJK SC', monospace;
  color: light-dark(#1f2328, #e6edf3); background: light-dark(#f6f8fa, #161b22);
}
.bold { font-weight: bold; }
.dim { color: light-dark(#59636e, #9198a1); }
.red { color: light-dark(#c1121f, #ff7b72); }
.green { color: light-dark(#1a7f37, #56d364); }
.yellow { color: light-dark(#855300, #e3b341); }
.blue { color: light-dark(#0969da, #79c0ff); }
.cyan { color: light-dark(#0b6e6e, #56d4dd); }
`;

/** What a program wrote to a terminal, under the line that started it, as an HTML document. */
export function terminalPage(commandLine: string, output: string): string {
  return `<!doctype html>
<html lang="en" data-finished="true">
<head><meta charset="utf-8"><title>${htmlText(commandLine)}</title><style>${STYLE}</style></head>
<body><pre class="terminal"><span class="dim">$ </span><span class="bold">${htmlText(commandLine)}</span>
${styledHtml(output.trimEnd())}</pre></body>
</html>
`;
}

function styledHtml(output: string): string {
  let open = 0;
  const html = output
    // eslint-disable-next-line no-control-regex -- what sets styles begins with such a character
    .split(/\u001b\[(\d+)m/u)
    .map((part, index) => {
      if (index % 2 === 0) return htmlText(part);
      const style = ON[part];
      if (style !== undefined) {
        open += 1;
        return `<span class="${style}">`;
      }
      if (open === 0) return '';
      open -= 1;
      return '</span>';
    })
    .join('');
  return `${html}${'</span>'.repeat(open)}`;
}
