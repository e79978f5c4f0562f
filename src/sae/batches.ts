import type { Batch } from '../rollout/change-order.ts';
import { cleanText } from '../text/clean.ts';
import { LATEST_DATE_MS } from './fields.ts';

/** The batches of an answer, or the path of the first invalid field in them. */
export type BatchesReading =
  | {
      readonly kind: 'batches';
      readonly batches: readonly Batch[];
      readonly oddStart: OddStart | undefined;
    }
  | { readonly kind: 'bad-field'; readonly path: readonly (string | number)[] };

/** A batch's start that is impossible and so proves nothing; `claimedMs` if it is a moment (epoch ms). */
export interface OddStart {
  readonly claimedMs: number | undefined;
}

/**
 * Reads the batches of an answer, by hand: a schema takes some twenty times as long, and a step of many
 * orders reads tens of thousands at each poll. As strict as `wholeNumber` about `Status` and `StartTime`, on
 * which verdicts depend: a start that is no moment, or later than `latestMs` (epoch ms), is invalid. As
 * lenient as `looseText` and `looseTime` about the rest. A missing list means no batches. Pure.
 */
export function readBatches(pipelines: unknown, latestMs: number): BatchesReading {
  if (pipelines === undefined || pipelines === null) {
    return { kind: 'batches', batches: [], oddStart: undefined };
  }
  if (!Array.isArray(pipelines)) return { kind: 'bad-field', path: [] };
  const batches: Batch[] = [];
  let oddStart: OddStart | undefined;
  for (const [index, pipeline] of (pipelines as readonly unknown[]).entries()) {
    if (!isObject(pipeline)) return { kind: 'bad-field', path: [index] };
    const { PipelineId, PipelineName, Status, StartTime, UpdateTime } = pipeline;
    const status = readWholeNumber(Status);
    if (status === 'bad') return { kind: 'bad-field', path: [index, 'Status'] };
    const startMs = readStart(StartTime);
    const isOdd = startMs === 'odd' || (startMs !== undefined && startMs > latestMs);
    if (isOdd) oddStart ??= { claimedMs: startMs === 'odd' ? undefined : startMs };
    batches.push({
      pipelineId: readText(PipelineId),
      name: readText(PipelineName),
      status,
      startMs: isOdd ? undefined : startMs,
      updateMs: readTime(UpdateTime),
    });
  }
  return { kind: 'batches', batches, oddStart };
}

/** Of unknown types, like all foreign data. */
type PipelineFields = Readonly<
  Record<'PipelineId' | 'PipelineName' | 'Status' | 'StartTime' | 'UpdateTime', unknown>
>;

function isObject(value: unknown): value is PipelineFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readWholeNumber(value: unknown): number | undefined | 'bad' {
  if (value === undefined || value === null) return undefined;
  const isDigits = typeof value === 'string' && /^[0-9]+$/u.test(value);
  const number = isDigits ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : 'bad';
}

function readText(value: unknown): string | undefined {
  const isText = typeof value === 'string' || Number.isFinite(value);
  return (isText && cleanText(String(value))) || undefined;
}

/**
 * Epoch ms; `undefined` if missing, null or zero, as before the start, and `odd` for any other invalid value.
 */
function readStart(value: unknown): number | undefined | 'odd' {
  const ms = readWholeNumber(value);
  if (ms === undefined || ms === 0) return undefined;
  return ms === 'bad' || ms < 0 || ms > LATEST_DATE_MS ? 'odd' : ms;
}

function readTime(value: unknown): number | undefined {
  const ms = typeof value === 'string' && /^\d+$/u.test(value) ? Number(value) : value;
  return typeof ms === 'number' && ms > 0 && ms <= LATEST_DATE_MS ? ms : undefined;
}
