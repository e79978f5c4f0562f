import type { Batch, ChangeOrder } from '../rollout/change-order.ts';
import { batchLastsMs, batchTotal, hasBegun } from '../rollout/change-order.ts';
import { hasSucceeded, signOf } from '../rollout/statuses.ts';
import { cutText } from '../text/clean.ts';
import { formatTime } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { statusText } from '../words/facts.ts';
import { joined } from '../text/parts.ts';
import { cell, code, folded, heading, htmlText, row, table } from './html.ts';
import { MARKS } from './state.ts';

/** How wide the bars of a report are; those of the command are as wide as its picture wants them. */
const REPORT_CELLS = 20;

/**
 * For each batch a bar of so many cells that shows when, within the whole rollout, it ran: `█` while it ran,
 * `▒` from the end of the one before until it began, `░` before and after. Batches whose times are not told have an empty bar. Drawn only of those that are
 * `places`. Pure.
 */
export function batchBars(
  batches: readonly Batch[],
  nowWallMs: number,
  places: readonly number[] = [...batches.keys()],
  cells = REPORT_CELLS,
): readonly string[] {
  let fromMs = Infinity;
  let toMs = -Infinity;
  for (const batch of batches) {
    const span = spanOf(batch, nowWallMs);
    if (span === undefined) continue;
    fromMs = Math.min(fromMs, span.startMs);
    toMs = Math.max(toMs, span.endMs);
  }
  const lengthMs = Math.max(1, toMs - fromMs);
  return places.map(place => {
    const batch = batches[place];
    const span = batch && spanOf(batch, nowWallMs);
    if (span === undefined) return '░'.repeat(cells);
    const first = Math.min(cells - 1, Math.floor(((span.startMs - fromMs) / lengthMs) * cells));
    const end = Math.max(first + 1, Math.round(((span.endMs - fromMs) / lengthMs) * cells));
    const waited = Math.min(first, Math.floor((waitBefore(batches, place, nowWallMs) / lengthMs) * cells));
    return (
      '░'.repeat(first - waited) + '▒'.repeat(waited) + '█'.repeat(end - first) + '░'.repeat(cells - end)
    );
  });
}

interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

function spanOf(batch: Batch, nowWallMs: number): Span | undefined {
  const { startMs } = batch;
  if (startMs === undefined) return undefined;
  return { startMs, endMs: startMs + (batchLastsMs(batch, nowWallMs) ?? 0) };
}

/** How long nothing ran before a batch, by the times of the one before, in ms. */
function waitBefore(batches: readonly Batch[], place: number, nowWallMs: number): number {
  const before = batches[place - 1];
  const endMs = before && spanOf(before, nowWallMs)?.endMs;
  const startMs = batches[place]?.startMs;
  return startMs === undefined || endMs === undefined ? 0 : Math.max(0, startMs - endMs);
}

/** Between two batches, as a line. */
const NEXT = ' ── ';

/** More stretches than these are no line that anybody reads. */
const MOST_STRETCHES = 7;

/**
 * How the batches stand, in one line: `✅ 1/3 ── ❌ 2/3 ── ⬜ 3/3 not begun`. Neighbours of the same state are one
 * stretch; what has succeeded is told by its sign alone. Empty where there are none. Pure.
 */
export function batchLine(order: ChangeOrder, words: Words): string {
  const stretches: { from: number; to: number; text: string; mark: string }[] = [];
  for (const [index, batch] of order.batches.entries()) {
    const text = batchState(batch, words);
    const last = stretches.at(-1);
    if (last?.text === text) last.to = index + 1;
    else stretches.push({ from: index + 1, to: index + 1, text, mark: MARKS[signOf(batch.status)] });
  }
  const total = batchTotal(order);
  const told = stretches.map(({ from, to, text, mark }) => {
    const said = mark === MARKS.succeeded || mark === MARKS.failed ? '' : ` ${text}`;
    // All of them at once need no first and last.
    const place = from === to || to - from + 1 === total ? to : `${from}–${to}`;
    return `${mark} ${place}/${total}${said}`;
  });
  const more = told.length > MOST_STRETCHES ? ['…'] : [];
  return [...told.slice(0, MOST_STRETCHES), ...more].join(NEXT);
}

/** One batch as a person sees it; plain text. */
export interface BatchRow {
  readonly label: string;
  readonly name: string | undefined;
  readonly mark: string;
  readonly state: string;
  readonly start: string;
  readonly took: string;
  /** For how long nothing ran before it, where that is worth a word. */
  readonly waited: string | undefined;
  readonly bar: string;
}

const LONGEST_NAME = 80;

const LEAST_WAIT_MS = 5_000;

/** Nobody reads more, and with more the table would not fit into a check run. */
const MOST_ROWS = 100;

/** More batches than these are folded, but for those where something happens. */
const MOST_OPEN_ROWS = 12;

/** The batches of an order as far as they are shown. What is not shown has no row. */
export interface ShownBatches {
  /** How many the answer holds. */
  readonly count: number;
  /** Of many those that stand open, since they are neither done nor to come, with their neighbours; else all. */
  readonly open: readonly BatchRow[];
  /** The first ones of all, folded; none where all stand open. */
  readonly folded: readonly BatchRow[];
}

export const NO_BATCHES: ShownBatches = { count: 0, open: [], folded: [] };

/** Chooses which batches are shown, then makes a row for each of them. Pure. */
export function shownBatches(order: ChangeOrder, nowWallMs: number, words: Words): ShownBatches {
  const count = order.batches.length;
  const rows = (places: readonly number[]): readonly BatchRow[] => batchRows(order, places, nowWallMs, words);
  if (count <= MOST_OPEN_ROWS) return { count, open: rows([...order.batches.keys()]), folded: [] };
  const first = Array.from({ length: Math.min(count, MOST_ROWS) }, (_, place) => place);
  return { count, open: rows(eventfulPlaces(order.batches)), folded: rows(first) };
}

/** A row for each of the batches at these places. Pure. */
export function batchRows(
  order: ChangeOrder,
  places: readonly number[],
  nowWallMs: number,
  words: Words,
  cells = REPORT_CELLS,
): readonly BatchRow[] {
  const bars = batchBars(order.batches, nowWallMs, places, cells);
  return places.flatMap((place, index) => {
    const batch = order.batches[place];
    if (batch === undefined) return [];
    const number = place + 1;
    const waitMs = waitBefore(order.batches, place, nowWallMs);
    const tookMs = batchLastsMs(batch, nowWallMs);
    return {
      label: `${number}/${batchTotal(order)}`,
      name: nameOf(batch, number),
      mark: MARKS[signOf(batch.status)],
      state: batchState(batch, words),
      start: batch.startMs === undefined ? '–' : formatTime(batch.startMs).slice(11, 19),
      // Nobody reads milliseconds.
      took: tookMs === undefined ? '–' : words.duration(Math.max(1_000, tookMs)),
      waited: waitMs < LEAST_WAIT_MS ? undefined : words.report.waitedBefore(waitMs),
      bar: bars[index] ?? '',
    };
  });
}

/** The state of a batch in words. Pure. */
export function batchState(batch: Batch, words: Words): string {
  const { status } = batch;
  return status === undefined || !hasBegun(batch) ? words.report.notBegun : statusText(status, words);
}

/** The first places where a batch is neither done nor to come, or stands beside such a one. */
function eventfulPlaces(batches: readonly Batch[]): readonly number[] {
  const isEventful = (batch: Batch | undefined): boolean => batch !== undefined && !isSettled(batch);
  const places: number[] = [];
  for (let place = 0; place < batches.length && places.length < MOST_OPEN_ROWS; place++) {
    const near = [batches[place - 1], batches[place], batches[place + 1]];
    if (near.some(isEventful)) places.push(place);
  }
  return places;
}

/** SAE names batches by their number, which stands beside it already. */
function nameOf({ name }: Batch, number: number): string | undefined {
  const isOnlyNumber = new RegExp(`^(?:Batch ${number} Change|第 ?${number} ?批变更)$`, 'u');
  return name === undefined || isOnlyNumber.test(name) ? undefined : cutText(name, LONGEST_NAME);
}

/** It succeeded, or has not begun: nothing about it needs a poll. */
function isSettled(batch: Batch): boolean {
  return batch.status === undefined || !hasBegun(batch) || hasSucceeded(batch.status);
}

/** The batches as a table; of many those that matter, and all of them folded. Pure. */
export function batchBlock({ count, open, folded: first }: ShownBatches, words: Words): string {
  return joined(
    '\n',
    open.length > 0 && batchTable(open, words),
    first.length > 0 &&
      folded(htmlText(words.report.allBatches(count)), [batchTable(first, words, count - first.length)]),
    count > 0 && `<p><sub>${htmlText(words.report.legend)}</sub></p>`,
  );
}

/** `more` batches have no row. */
function batchTable(batches: readonly BatchRow[], words: Words, more = 0): string {
  const { batch, state, start, duration, bar } = words.report.batchColumn;
  const rows = batches.map(one => [
    cell(joined(' ', htmlText(one.label), one.name !== undefined && code(one.name))),
    cell(`${one.mark} ${htmlText(one.state)}`, true),
    cell(joined('<br>', htmlText(one.took), one.waited && htmlText(one.waited)), true),
    cell(htmlText(one.start), true),
    cell(code(one.bar)),
  ]);
  const head = [batch, state, duration, start, bar].map(column => heading(column));
  const note = `<td colspan="5">${htmlText(words.report.moreBatches(more))}</td>`;
  return table([head, ...rows, ...(more > 0 ? [[note]] : [])].map(row));
}
