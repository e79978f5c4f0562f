import type { Words } from '../words/words.ts';
import type { BatchRow } from './batch-rows.ts';
import { code } from './code.ts';
import { htmlText } from './html.ts';
import { table } from './html-table.ts';

/** Nobody reads more, and with more the table would not fit into a check run. */
const MOST_ROWS = 100;

/** More batches than these are folded, but for those where something happens. */
const MOST_OPEN_ROWS = 12;

/** So many rows around what happens are open too. */
const NEIGHBOURS = 1;

/** The batches as a table with its heading; of many those that matter, and all of them folded. Pure. */
export function batchBlock(batches: readonly BatchRow[], words: Words): string {
  if (batches.length === 0) return '';
  const heading = `<h3>${htmlText(words.report.batches)}</h3>`;
  if (batches.length <= MOST_OPEN_ROWS) return `${heading}\n${batchTable(batches, words)}`;
  const eventful = eventfulRows(batches);
  const all = `<details><summary>${htmlText(words.report.allBatches(batches.length))}</summary>`;
  return [
    heading,
    ...(eventful.length === 0 ? [] : [batchTable(eventful, words)]),
    all,
    batchTable(batches, words),
    '</details>',
  ].join('\n');
}

/** Batches that are neither done nor to come, with their neighbours. */
function eventfulRows(batches: readonly BatchRow[]): readonly BatchRow[] {
  const places = batches.flatMap(({ settled }, index) => (settled ? [] : [index]));
  const near = (index: number): boolean => places.some(place => Math.abs(place - index) <= NEIGHBOURS);
  return batches.filter((_, index) => near(index)).slice(0, MOST_OPEN_ROWS);
}

function batchTable(batches: readonly BatchRow[], words: Words): string {
  const { batch, state, start, duration, bar } = words.report.batchColumn;
  const head = [batch, state, duration, start, bar].map(
    column => `<th align="left" nowrap>${htmlText(column)}</th>`,
  );
  const rows = batches.slice(0, MOST_ROWS).map(row => {
    const name = row.name === undefined ? '' : ` ${code(row.name)}`;
    const cells = [
      `<td>${htmlText(row.label)}${name}</td>`,
      // On a narrow screen Chinese would break after every character.
      ...[`${row.mark} ${htmlText(row.state)}`, htmlText(row.took), htmlText(row.start)].map(nowrap),
      `<td>${code(row.bar)}</td>`,
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  const more = batches.length - rows.length;
  const note = more > 0 ? [`<tr><td colspan="5">${htmlText(words.report.moreBatches(more))}</td></tr>`] : [];
  return table([`<tr>${head.join('')}</tr>`, ...rows, ...note]);
}

function nowrap(html: string): string {
  return `<td nowrap>${html}</td>`;
}
