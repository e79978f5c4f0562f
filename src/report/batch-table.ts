import type { Words } from '../words/words.ts';
import type { BatchRow, ShownBatches } from './batch-rows.ts';
import { code } from './code.ts';
import { htmlText } from './html.ts';
import { table } from './html-table.ts';

/** The batches as a table with its heading; of many those that matter, and all of them folded. Pure. */
export function batchBlock({ count, open, folded }: ShownBatches, words: Words): string {
  if (count === 0) return '';
  const heading = `<h3>${htmlText(words.report.batches)}</h3>`;
  if (folded.length === 0) return `${heading}\n${batchTable(open, words)}`;
  const all = `<details><summary>${htmlText(words.report.allBatches(count))}</summary>`;
  return [
    heading,
    ...(open.length === 0 ? [] : [batchTable(open, words)]),
    all,
    batchTable(folded, words, count - folded.length),
    '</details>',
  ].join('\n');
}

/** `more` batches have no row. */
function batchTable(batches: readonly BatchRow[], words: Words, more = 0): string {
  const { batch, state, start, duration, bar } = words.report.batchColumn;
  const head = [batch, state, duration, start, bar].map(
    column => `<th align="left" nowrap>${htmlText(column)}</th>`,
  );
  const rows = batches.map(row => {
    const name = row.name === undefined ? '' : ` ${code(row.name)}`;
    const cells = [
      `<td>${htmlText(row.label)}${name}</td>`,
      // On a narrow screen Chinese would break after every character.
      ...[`${row.mark} ${htmlText(row.state)}`, htmlText(row.took), htmlText(row.start)].map(nowrap),
      `<td>${code(row.bar)}</td>`,
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  const note = more > 0 ? [`<tr><td colspan="5">${htmlText(words.report.moreBatches(more))}</td></tr>`] : [];
  return table([`<tr>${head.join('')}</tr>`, ...rows, ...note]);
}

function nowrap(html: string): string {
  return `<td nowrap>${html}</td>`;
}
