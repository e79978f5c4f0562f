import type { Batch } from '../rollout/change-order.ts';
import { isRunning } from './state.ts';

const CELLS = 20;

/**
 * For each batch a bar of 20 cells that shows when, within the whole rollout, it ran: `█` while it ran,
 * `░` before and after. Batches whose times are not told have an empty bar. Pure.
 */
export function batchBars(batches: readonly Batch[], nowWallMs: number): readonly string[] {
  const spans = batches.map(batch => spanOf(batch, nowWallMs));
  const known = spans.flatMap(span => span ?? []);
  // Not Math.min(...starts): an answer may hold more batches than a call can have arguments.
  const fromMs = known.reduce((least, span) => Math.min(least, span.startMs), Infinity);
  const toMs = known.reduce((most, span) => Math.max(most, span.endMs), -Infinity);
  const lengthMs = Math.max(1, toMs - fromMs);
  return spans.map(span => {
    if (span === undefined) return '░'.repeat(CELLS);
    const first = Math.min(CELLS - 1, Math.floor(((span.startMs - fromMs) / lengthMs) * CELLS));
    const end = Math.max(first + 1, Math.round(((span.endMs - fromMs) / lengthMs) * CELLS));
    return '░'.repeat(first) + '█'.repeat(end - first) + '░'.repeat(CELLS - end);
  });
}

interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

function spanOf(batch: Batch, nowWallMs: number): Span | undefined {
  const { startMs, updateMs } = batch;
  if (startMs === undefined) return undefined;
  return { startMs, endMs: Math.max(startMs, (isRunning(batch) ? nowWallMs : updateMs) ?? startMs) };
}
