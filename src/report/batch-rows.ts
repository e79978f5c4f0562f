import { batchTotal } from '../rollout/change.ts';
import type { Batch, ChangeOrder } from '../rollout/change-order.ts';
import { statusName } from '../rollout/status.ts';
import { cutText } from '../text/clean-text.ts';
import { formatTime } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { batchBars } from './batch-bars.ts';
import { batchTookMs, statusText } from './state.ts';

/** One batch as a person sees it; plain text. */
export interface BatchRow {
  readonly label: string;
  readonly name: string | undefined;
  readonly mark: string;
  readonly state: string;
  readonly start: string;
  readonly took: string;
  readonly bar: string;
  /** It succeeded, or has not begun: nothing about it needs a look. */
  readonly settled: boolean;
}

const LONGEST_NAME = 80;

/** A row for each batch. Pure. */
export function batchRows(order: ChangeOrder, nowWallMs: number, words: Words): readonly BatchRow[] {
  const bars = batchBars(order.batches, nowWallMs);
  return order.batches.map((batch, index) => {
    const tookMs = batchTookMs(batch, nowWallMs);
    return {
      label: `${index + 1}/${batchTotal(order)}`,
      name: nameOf(batch, index + 1),
      mark: markOf(batch),
      state: hasBegun(batch) ? statusText(batch.status, words) : words.report.notBegun,
      start: batch.startMs === undefined ? '–' : formatTime(batch.startMs).slice(11, 19),
      took: tookMs === undefined ? '–' : words.duration(tookMs),
      bar: bars[index] ?? '',
      settled: isSettled(batch),
    };
  });
}

/** SAE names batches by their number, which stands beside it already. */
function nameOf({ name }: Batch, number: number): string | undefined {
  const isOnlyNumber = new RegExp(`^(?:Batch ${number} Change|第 ?${number} ?批变更)$`, 'u');
  return name === undefined || isOnlyNumber.test(name) ? undefined : cutText(name, LONGEST_NAME);
}

function isSettled(batch: Batch): boolean {
  return !hasBegun(batch) || statusName(batch.status) === 'succeeded';
}

function hasBegun(batch: Batch): batch is Batch & { readonly status: number } {
  return (
    batch.status !== undefined && (statusName(batch.status) !== 'preparing' || batch.startMs !== undefined)
  );
}

/** A sign for a batch's state that can be read without its colour. */
function markOf({ status }: Batch): string {
  switch (status === undefined ? 'preparing' : statusName(status)) {
    case 'succeeded':
      return '✅';
    case 'failed':
    case 'system-error':
      return '❌';
    case 'terminated':
      return '⏹️';
    case 'in-progress':
    case 'approved':
      return '🔄';
    case 'awaiting-release':
    case 'awaiting-approval':
      return '✋';
    case 'auto-pause':
      return '⏸️';
    case 'preparing':
      return '▫️';
    case undefined:
      return '❔';
  }
}
