import type { Phase, Timeline } from './timeline.ts';

/** One batch at one moment. Times in story ms after the order's creation. */
export interface BatchProgress {
  readonly status: number;
  /** When it began to run; not there if it has not. */
  readonly startMs?: number;
  /** When it last changed; while it runs, the moment asked for. Not there if it has not begun. */
  readonly updateMs?: number;
}

/** An order at one moment. */
export interface OrderProgress {
  readonly status: number;
  readonly subStatus: number;
  readonly errorMessage: string;
  readonly batches: readonly BatchProgress[];
  /** The batch that runs or ran last, numbered from 1; the first one before any has run. */
  readonly currentBatch: number;
  /** When the order came to its end, in story ms after its creation; not there while it runs. */
  readonly finishMs?: number;
}

const FINAL_STATUSES: readonly number[] = [2, 3, 6, 10];

interface Reached {
  readonly phase: Phase;
  readonly startMs: number;
}

/** The state of an order `elapsedMs` story ms after its creation. Pure: the same moment, the same state. */
export function progressAt(timeline: Timeline, elapsedMs: number): OrderProgress {
  const reached = phasesReached(timeline.phases, elapsedMs);
  const current = reached.at(-1);
  if (!current) throw new RangeError('a timeline needs at least one phase');
  const batches = Array.from({ length: timeline.batchCount }, (_, index) =>
    batchProgress(reached, index + 1, elapsedMs),
  );
  return {
    status: current.phase.status,
    subStatus: current.phase.subStatus ?? 0,
    errorMessage: current.phase.errorMessage ?? 'success',
    batches,
    currentBatch: Math.max(1, batches.findLastIndex(batch => batch.startMs !== undefined) + 1),
    ...(FINAL_STATUSES.includes(current.phase.status) ? { finishMs: current.startMs } : {}),
  };
}

/** The phases that have begun, oldest first; the first one always has. */
function phasesReached(phases: readonly Phase[], elapsedMs: number): Reached[] {
  const reached: Reached[] = [];
  let startMs = 0;
  for (const phase of phases) {
    if (reached.length > 0 && startMs > elapsedMs) break;
    reached.push({ phase, startMs });
    startMs += phase.durationMs;
  }
  return reached;
}

function batchProgress(reached: readonly Reached[], batch: number, elapsedMs: number): BatchProgress {
  let progress: BatchProgress = { status: 0 };
  for (const { phase, startMs } of reached) {
    const status = phase.batches?.[batch];
    // A later phase may say again what the batch is: that changes nothing.
    if (status === undefined || status === progress.status) continue;
    progress = { status, startMs: progress.startMs ?? startMs, updateMs: startMs };
  }
  return progress.status === 1 ? { ...progress, updateMs: elapsedMs } : progress;
}
