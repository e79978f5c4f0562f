import type { Batch } from '../rollout/change-order.ts';
import { cleanText } from '../text/clean-text.ts';
import { LATEST_DATE_MS } from './loose-fields.ts';

/** The batches of an answer, or the path of the first field in them that is not as it must be. */
export type BatchesReading =
  | { readonly kind: 'batches'; readonly batches: readonly Batch[] }
  | { readonly kind: 'bad-field'; readonly path: readonly (string | number)[] };

/**
 * Reads the batches of an answer, by hand: a schema takes some twenty times as long, and a step of many
 * orders reads tens of thousands at each look. As strict as `wholeNumber` about `Status`, on which
 * verdicts hang, and as lenient as `looseText` and `looseTime` about all else. No list is no batches. Pure.
 */
export function readBatches(pipelines: unknown): BatchesReading {
  if (pipelines === undefined || pipelines === null) return { kind: 'batches', batches: [] };
  if (!Array.isArray(pipelines)) return { kind: 'bad-field', path: [] };
  const batches: Batch[] = [];
  for (const [index, pipeline] of (pipelines as readonly unknown[]).entries()) {
    if (typeof pipeline !== 'object' || pipeline === null || Array.isArray(pipeline)) {
      return { kind: 'bad-field', path: [index] };
    }
    const { PipelineId, PipelineName, Status, StartTime, UpdateTime } = pipeline as PipelineFields;
    const status = readWholeNumber(Status);
    if (status === 'bad') return { kind: 'bad-field', path: [index, 'Status'] };
    batches.push({
      pipelineId: readText(PipelineId),
      name: readText(PipelineName),
      status,
      startMs: readTime(StartTime),
      updateMs: readTime(UpdateTime),
    });
  }
  return { kind: 'batches', batches };
}

/** Of unknown types, as all that comes from outside. */
type PipelineFields = Readonly<
  Record<'PipelineId' | 'PipelineName' | 'Status' | 'StartTime' | 'UpdateTime', unknown>
>;

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

function readTime(value: unknown): number | undefined {
  const ms = typeof value === 'string' && /^\d+$/u.test(value) ? Number(value) : value;
  return typeof ms === 'number' && ms > 0 && ms <= LATEST_DATE_MS ? ms : undefined;
}
