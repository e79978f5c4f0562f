import type { Words } from '../words/words.ts';
import { htmlAttribute, htmlText } from './html.ts';
import type { BatchRow, Fact, Report } from './report.ts';

/** The runner drops a summary beyond 1 MiB whole. */
const LARGEST_SUMMARY_BYTES = 1_000_000;

/**
 * The report as a job summary. It is written as blocks of HTML without blank lines inside, in which
 * GitHub reads no Markdown: so escaping HTML is all that foreign text needs. Pure.
 */
export function summaryMarkdown(report: Report, words: Words): string {
  const blocks = [
    headline(report, words),
    alert(report, words),
    table(report.facts.map(factRow)),
    noteList(report.notes),
    batchTable(report.batches, words),
    link(report, words),
    `<p><sub>${htmlText(report.footer)}</sub></p>`,
  ].filter(block => block !== '');
  return withinBytes(blocks, words);
}

function headline({ green, verdict, name }: Report, words: Words): string {
  const mark = green ? '✅' : verdict === 'cancelled' ? '⏹️' : '❌';
  if (name === undefined) return `<h2>${mark} ${htmlText(words.report.annotationTitle(verdict))}</h2>`;
  const { before, after } = words.report.headline(verdict);
  return `<h2>${mark} ${htmlText(before)}${code(name)}${htmlText(after)}</h2>`;
}

function alert({ green, what, remedy, errorMessage, inputFaults }: Report, words: Words): string {
  const lines = [
    `<p>${htmlText(what)}</p>`,
    ...inputFaults.map(fault => `<p>• ${htmlText(fault)}</p>`),
    ...(errorMessage === undefined ? [] : [labelled(words.report.errorMessage, code(errorMessage))]),
    ...(remedy === '' ? [] : [labelled(words.report.whatToDo, htmlText(remedy))]),
  ];
  return [`> [!${green ? 'TIP' : 'CAUTION'}]`, '>', ...lines.map(line => `> ${line}`)].join('\n');
}

function labelled(label: string, html: string): string {
  return `<p><strong>${htmlText(label)}:</strong> ${html}</p>`;
}

function factRow({ label, value, verbatim }: Fact): string {
  return `<tr><th align="left">${htmlText(label)}</th><td>${verbatim ? code(value) : htmlText(value)}</td></tr>`;
}

function batchTable(batches: readonly BatchRow[], words: Words): string {
  if (batches.length === 0) return '';
  const { batch, state, start, duration, bar } = words.report.batchColumn;
  const head = [batch, state, start, duration, bar].map(
    column => `<th align="left">${htmlText(column)}</th>`,
  );
  const rows = batches.map(row => {
    const name = row.name === undefined ? '' : ` ${code(row.name)}`;
    const cells = [
      `${htmlText(row.label)}${name}`,
      `${row.mark} ${htmlText(row.state)}`,
      htmlText(row.start),
      htmlText(row.took),
      code(row.bar),
    ];
    return `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<h3>${htmlText(words.report.batches)}</h3>\n${table([`<tr>${head.join('')}</tr>`, ...rows])}`;
}

function table(rows: readonly string[]): string {
  return rows.length === 0 ? '' : ['<table>', ...rows, '</table>'].join('\n');
}

function noteList(notes: readonly string[]): string {
  if (notes.length === 0) return '';
  return ['<ul>', ...notes.map(note => `<li>${htmlText(note)}</li>`), '</ul>'].join('\n');
}

function link({ consoleUrl }: Report, words: Words): string {
  if (consoleUrl === undefined) return '';
  return `<p><a href="${htmlAttribute(consoleUrl)}">${htmlText(words.report.openInConsole)}</a></p>`;
}

function code(text: string): string {
  return `<code>${htmlText(text)}</code>`;
}

/** Keeps whole blocks from the first on, so that verdict and cause are never what is cut. */
function withinBytes(blocks: readonly string[], words: Words): string {
  const whole = `${blocks.join('\n\n')}\n`;
  if (Buffer.byteLength(whole) <= LARGEST_SUMMARY_BYTES) return whole;
  const kept: string[] = [];
  let bytes = 0;
  for (const block of blocks) {
    bytes += Buffer.byteLength(block) + 2;
    if (bytes > LARGEST_SUMMARY_BYTES) break;
    kept.push(block);
  }
  return `${[...kept, `<p><em>${htmlText(words.report.cut)}</em></p>`].join('\n\n')}\n`;
}
