import type { Batch } from '../rollout/change-order.ts';
import { isRunning } from './state.ts';

const CELLS = 20;

/**
 * For each batch a bar of 20 cells that shows when, within the whole rollout, it ran: `█` while it ran,
 * `░` before and after. Batches whose times are not told have an empty bar. Drawn only of those that are
 * `shown`. Pure.
 */
export function batchBars(
  batches: readonly Batch[],
  nowWallMs: number,
  shown: readonly Batch[] = batches,
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
  return shown.map(batch => {
    const span = spanOf(batch, nowWallMs);
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
