import { taskOf } from '../endings/ending.ts';
import { batchRows } from '../report/batches.ts';
import type { BoardEntry } from '../report/board.ts';
import { orderLabel } from '../report/model.ts';
import { verifyFacts } from '../report/now.ts';
import { followedMs, undoResultOf } from '../undo/undo.ts';
import type { Sign } from '../rollout/statuses.ts';
import { signOf } from '../rollout/statuses.ts';
import { VERDICT_FACTS } from '../rollout/verdicts.ts';
import { cutText, cutToWidth, displayWidth, oneLine } from '../text/clean.ts';
import { joined } from '../text/parts.ts';
import type { Words } from '../words/words.ts';
import { statusText } from '../words/facts.ts';
import type { Style } from './terminal.ts';

/** A piece of a line in one style. */
export interface Span {
  readonly text: string;
  readonly style?: Style;
}

export type FrameLine = readonly Span[];

/** What one picture of the live view is made of. */
export interface FrameParts {
  readonly entries: readonly BoardEntry[];
  /** By the monotonic clock and by the wall clock. */
  readonly nowMs: number;
  readonly nowWallMs: number;
  /** Counts the pictures and turns the spinner. */
  readonly turn: number;
  readonly rows: number;
  readonly columns: number;
  readonly words: Words;
  /** Hides secrets, before anything is cut, so that no part of one remains. */
  readonly redact: (text: string) => string;
}

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const LONGEST_NAME = 60;
const BAR_CELLS = 20;

/**
 * The picture of a step in progress: for each order a headline, a line per batch, and the time left. Never
 * more lines than the terminal has, nor wider ones. Pure.
 */
export function liveFrame(parts: FrameParts): readonly FrameLine[] {
  const lines = fittingLines(parts);
  const safe = lines.map(line => line.map(span => ({ ...span, text: parts.redact(span.text) })));
  return safe.map(line => cutLine(line, parts.columns));
}

/** What fits is chosen before it is rendered: this happens eight times a second. */
function fittingLines(parts: FrameParts): readonly FrameLine[] {
  const { entries, rows } = parts;
  const whole = entries.reduce((sum, entry) => sum + linesOf(entry), 0);
  if (whole <= rows) return entries.flatMap((entry, index) => sectionOf(entry, index, parts));
  // If not everything fits, batches are dropped first, then orders that have ended.
  const all = entries.map((entry, index) => ({ entry, index }));
  const going = all.filter(({ entry }) => entry.outcome === undefined);
  const shown = all.length <= rows ? all : going;
  const headlines = (of: typeof all): readonly FrameLine[] =>
    of.map(({ entry, index }) => headlineOf(entry, index, parts));
  if (shown.length <= rows) return headlines(shown);
  return [...headlines(shown.slice(0, rows - 1)), [{ text: `… ${shown.length - rows + 1}` }]];
}

/** How many lines the section of an order has: its headline, its batches, and the time left. */
function linesOf({ progress, moment, outcome }: BoardEntry): number {
  const goesOn = outcome === undefined ? moment !== undefined : outcome.undo?.kind === 'under-way';
  const beat = goesOn ? 1 : 0;
  return 1 + (progress.order?.batches.length ?? 0) + beat;
}

function sectionOf(entry: BoardEntry, index: number, parts: FrameParts): readonly FrameLine[] {
  const batches = batchLines(entry, parts);
  const beat = beatOf(entry, parts);
  return [headlineOf(entry, index, parts), ...batches, ...(beat === undefined ? [] : [beat])];
}

function headlineOf({ subject, progress, outcome }: BoardEntry, index: number, parts: FrameParts): FrameLine {
  const { words, entries } = parts;
  const name = progress.order?.appName ?? subject.appId ?? subject.changeOrderId;
  const label = orderLabel(index, entries.length);
  const task = taskOf(subject);
  const going = task === 'gate' ? words.report.inProgress : words.report.waitingForFree;
  const clause =
    outcome === undefined
      ? going
      : words.undo.title(words.verdict[outcome.verdict], outcome.verdict, undoResultOf(outcome.undo));
  const text = words.report.title(name && cutText(oneLine(name), LONGEST_NAME), clause, task);
  const sign = outcome === undefined ? spinner(parts) : ENDS[VERDICT_FACTS[outcome.verdict].end];
  return [sign, { text: ` ${joined(' ', label, text)}`, style: 'bold' }];
}

const ENDS = {
  good: { text: '✔', style: 'green' },
  open: { text: '■', style: 'yellow' },
  bad: { text: '✖', style: 'red' },
} as const satisfies Readonly<Record<string, Span>>;

function spinner({ turn }: FrameParts): Span {
  return { text: SPINNER[turn % SPINNER.length] ?? '', style: 'cyan' };
}

function batchLines({ progress: { order }, outcome }: BoardEntry, parts: FrameParts): readonly FrameLine[] {
  if (order === undefined) return [];
  const places = [...order.batches.keys()];
  const rows = batchRows(order, places, outcome?.endedWallMs ?? parts.nowWallMs, parts.words, BAR_CELLS);
  const widest = (of: (row: (typeof rows)[number]) => string): number =>
    rows.reduce((most, row) => Math.max(most, displayWidth(of(row))), 0);
  const labelWidth = widest(row => row.label);
  const stateWidth = widest(row => row.state);
  return rows.map((row, index): FrameLine => {
    const batch = order.batches[index];
    const sign =
      batch === undefined ? { text: ' ' } : batchSign(signOf(batch.status), outcome === undefined, parts);
    return [
      { text: '  ' },
      sign,
      { text: ` ${padded(row.label, labelWidth)}  ` },
      { text: row.bar, ...(sign.style === undefined ? {} : { style: sign.style }) },
      { text: `  ${padded(row.state, stateWidth)}  ` },
      { text: row.took, style: 'dim' },
    ];
  });
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

/** Signs of one column, readable without colors. */
const SIGNS: Readonly<Record<Sign, Span>> = {
  succeeded: { text: '✔', style: 'green' },
  failed: { text: '✖', style: 'red' },
  stopped: { text: '■', style: 'red' },
  running: { text: '…', style: 'cyan' },
  pausing: { text: '‖', style: 'yellow' },
  'awaiting-person': { text: '‖', style: 'yellow' },
  'timed-out': { text: '■', style: 'yellow' },
  'to-come': { text: '·', style: 'dim' },
  unknown: { text: '?', style: 'yellow' },
};

/** It turns while the batch is running. */
function batchSign(sign: Sign, goesOn: boolean, parts: FrameParts): Span {
  return sign === 'running' && goesOn ? spinner(parts) : SIGNS[sign];
}

/** Progress and time left at this moment; short enough for 80 columns. */
function beatOf({ progress, moment, outcome }: BoardEntry, parts: FrameParts): FrameLine | undefined {
  const { words, nowMs } = parts;
  if (outcome?.undo?.kind === 'under-way') {
    const { undo } = outcome;
    return [
      { text: '  ' },
      spinner(parts),
      { text: ` ${words.undo.underWay(undo, followedMs(undo.startedMs, nowMs))}` },
    ];
  }
  if (moment === undefined || outcome !== undefined) return undefined;
  const { order } = progress;
  // Without the batch, which has a line of its own: that fits 80 columns.
  const state = order === undefined ? words.log.notSeenYet : statusText(order.status, words);
  if (moment.verifying !== undefined) {
    const { verifying } = moment;
    const lastedMs = verifying.lastedMs + Math.max(0, nowMs - (moment.startedMs + moment.elapsedMs));
    const text = words.report.verifying(
      verifyFacts({ ...verifying, lastedMs: Math.min(lastedMs, verifying.ofMs) }),
    );
    return [{ text: `  ${text}`, style: 'cyan' }];
  }
  const sinceMs = nowMs - (moment.startedMs + moment.elapsedMs);
  const leftMs = Math.max(0, moment.leftMs - Math.max(0, sinceMs));
  const { remainingMs } = moment.estimate;
  const remaining = remainingMs === undefined ? undefined : Math.max(0, remainingMs - sinceMs);
  // The usual duration is in a line above.
  const estimated = words.estimate({ ...moment.estimate, remainingMs: remaining, usualMs: undefined });
  return [{ text: `  ${words.log.liveBeat(state, estimated, leftMs)}`, style: 'dim' }];
}

/** A line cut to this many columns. Pure. */
function cutLine(line: FrameLine, columns: number): FrameLine {
  const kept: Span[] = [];
  let left = columns;
  for (const span of line) {
    const text = cutToWidth(span.text, left);
    kept.push({ ...span, text });
    left -= displayWidth(text);
    if (text !== span.text) break;
  }
  return kept;
}
