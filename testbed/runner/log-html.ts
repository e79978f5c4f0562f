import { htmlText } from './html-text.ts';
import type { LogLine } from './log-line.ts';
import { shownText } from './log-view.ts';

interface Group {
  readonly title: LogLine;
  readonly number: number;
  readonly rows: string[];
}

/** A log as GitHub's log page shows it: numbered lines, groups folded, errors and warnings coloured. */
export function logHtml(lines: readonly LogLine[]): string {
  const rows: string[] = [];
  let group: Group | undefined;
  let number = 0;
  const closeGroup = (): void => {
    if (group !== undefined) rows.push(groupHtml(group));
    group = undefined;
  };
  for (const line of lines) {
    if (line.kind === 'endgroup') {
      closeGroup();
      continue;
    }
    number += 1;
    if (line.kind === 'group') {
      closeGroup();
      group = { title: line, number, rows: [] };
    } else {
      (group?.rows ?? rows).push(rowHtml(line, number));
    }
  }
  closeGroup();
  return `<div class="log">\n${rows.join('\n')}\n</div>`;
}

function rowHtml(line: LogLine, number: number): string {
  return `<div class="log-line log-${line.kind}">${numberHtml(number)}<span>${htmlText(shownText(line))}</span></div>`;
}

function groupHtml({ title, number, rows }: Group): string {
  const summary = `<summary class="log-line">${numberHtml(number)}<span>${htmlText(shownText(title))}</span></summary>`;
  return `<details>${summary}\n${rows.join('\n')}\n</details>`;
}

function numberHtml(number: number): string {
  return `<span class="log-number">${number}</span>`;
}
