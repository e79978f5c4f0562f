import type { Batch, ChangeOrder } from '../rollout/change-order.ts';
import { batchLastsMs, hasBegun, isRunning } from '../rollout/change-order.ts';
import { failedStatusName, hasEnded } from '../rollout/statuses.ts';
import type { Words } from '../words/words.ts';

/** A pause shorter than this share of the whole rollout is not worth a bar of its own. */
const SHORTEST_PAUSE_SHARE = 0.02;

/** More bars than these push everything else out of sight; the table has every batch. */
const MOST_BATCHES = 20;

interface Bar {
  readonly label: string;
  /** Mermaid's: none is a plain bar, `done` a grey one, `active` and `crit` have colours of their own. */
  readonly tag: '' | 'done, ' | 'active, ' | 'crit, ';
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * The batches as a mermaid gantt chart, pauses between them shown and batches that have not begun
 * planned in grey while the rollout goes on, each as long as those that are over took on average; `undefined`
 * where there is nothing to compare: a single bar, times that are not told, more batches than a chart
 * can show. Holds no text from the cloud, so that there is nothing to escape. Pure.
 */
export function batchGantt(
  { status, subStatus, batches }: Pick<ChangeOrder, 'status' | 'subStatus' | 'batches'>,
  nowWallMs: number,
  words: Words,
): string | undefined {
  if (batches.length > MOST_BATCHES) return undefined;
  const bars = barsOf(batches, nowWallMs, words, !hasEnded(status) && subStatus !== 1);
  if (bars.length < 2) return undefined;
  const lengthMs =
    Math.max(...bars.map(({ endMs }) => endMs)) - Math.min(...bars.map(({ startMs }) => startMs));
  const lines = bars.map(({ label, tag, startMs, endMs }) => `  ${label} :${tag}${startMs}, ${endMs}`);
  return [
    '```mermaid',
    'gantt',
    '  dateFormat x',
    '  todayMarker off',
    ...axis(lengthMs),
    ...lines,
    '```',
  ].join('\n');
}

/** Few enough ticks that their labels do not run into each other on a narrow screen. */
const MOST_TICKS = 5;

const TICKS = [
  ...[1, 2, 5, 10, 15, 30].map(count => ({ text: `${count}second`, lengthMs: count * 1_000 })),
  ...[1, 2, 5, 10, 15, 30].map(count => ({ text: `${count}minute`, lengthMs: count * 60_000 })),
  ...[1, 2, 3, 6, 12].map(count => ({ text: `${count}hour`, lengthMs: count * 3_600_000 })),
] as const;

function axis(lengthMs: number): readonly string[] {
  const tick = TICKS.find(candidate => lengthMs / candidate.lengthMs <= MOST_TICKS);
  const format = lengthMs < 600_000 ? '%H:%M:%S' : '%H:%M';
  return [`  axisFormat ${format}`, `  tickInterval ${tick?.text ?? '1day'}`];
}

function barsOf(batches: readonly Batch[], nowWallMs: number, words: Words, goesOn: boolean): readonly Bar[] {
  const begun = batches.flatMap((batch, index) => begunBar(batch, index, nowWallMs, words));
  const first = begun[0];
  const last = begun.at(-1);
  if (first === undefined || last === undefined) return [];
  const lengthMs = last.endMs - first.startMs;
  const withPauses = begun.flatMap((bar, index) => {
    const fromMs = begun[index - 1]?.endMs ?? bar.startMs;
    const pause: Bar = { label: words.report.pause, tag: 'done, ', startMs: fromMs, endMs: bar.startMs };
    return bar.startMs - fromMs > lengthMs * SHORTEST_PAUSE_SHARE ? [pause, bar] : [bar];
  });
  return goesOn ? [...withPauses, ...plannedBars(batches, begun, last, words)] : withPauses;
}

function meanLengthMs(bars: readonly Bar[]): number {
  return bars.reduce((sum, bar) => sum + bar.endMs - bar.startMs, 0) / bars.length;
}

function begunBar(batch: Batch, index: number, nowWallMs: number, words: Words): readonly Bar[] {
  const tookMs = batchLastsMs(batch, nowWallMs);
  if (batch.startMs === undefined || tookMs === undefined) return [];
  const failed = failedStatusName(batch.status) !== undefined;
  const tag = failed ? 'crit, ' : isRunning(batch) ? 'active, ' : '';
  // A bar needs some length to be seen at all.
  const endMs = batch.startMs + Math.max(1, tookMs);
  return [{ label: words.report.batchLabel(index + 1), tag, startMs: batch.startMs, endMs }];
}

function plannedBars(
  batches: readonly Batch[],
  begun: readonly Bar[],
  last: Bar,
  words: Words,
): readonly Bar[] {
  // One that has just begun says nothing of how long a batch takes.
  const over = begun.filter(({ tag }) => tag !== 'active, ');
  const meanMs = meanLengthMs(over.length === 0 ? begun : over);
  // What runs takes as long as the others, so that the plan does not come nearer than the estimate.
  const fromMs = last.tag === 'active, ' ? Math.max(last.endMs, last.startMs + meanMs) : last.endMs;
  const planned = batches
    .map((batch, index) => ({ batch, number: index + 1 }))
    .filter(({ batch }) => !hasBegun(batch));
  return planned.map(({ number }, index) => ({
    label: `${words.report.batchLabel(number)}${words.aside(words.report.planned)}`,
    tag: 'done, ',
    startMs: Math.round(fromMs + index * meanMs),
    endMs: Math.round(fromMs + (index + 1) * meanMs),
  }));
}
