import type { CreatedAfter } from '../discovery/run-start.ts';
import { parseDuration } from './duration.ts';
import type { InputReader } from './input-reader.ts';
import { hasLineBreak, shown } from './input-reader.ts';
import { INPUTS, rawInput } from './input-table.ts';

/** An order that was given by its id. */
export interface OrderTarget {
  readonly kind: 'order';
  readonly changeOrderId: string;
  readonly appId: string | undefined;
}

/** An order that has to be found among those of an application. */
export interface FindTarget {
  readonly kind: 'find';
  readonly appId: string;
  /** `undefined` allows every type. */
  readonly coTypes: readonly string[] | undefined;
  readonly descriptionContains: string | undefined;
  readonly createdAfter: CreatedAfter;
  readonly discoveryTimeoutMs: number;
}

export type Target = OrderTarget | FindTarget;

/** Reads which order is meant. Faulty inputs are told to the reader; the target is then of no use. */
export function readTarget(reader: InputReader): Target {
  const changeOrderId = readChangeOrderId(reader);
  const appId = reader.line('appId');
  if (changeOrderId !== 'auto') return { kind: 'order', changeOrderId, appId };
  if (appId === undefined) reader.faults.push({ kind: 'auto-without-app' });
  return {
    kind: 'find',
    appId: appId ?? '',
    coTypes: readCoTypes(reader),
    descriptionContains: reader.line('descriptionContains'),
    createdAfter: readCreatedAfter(reader),
    discoveryTimeoutMs: reader.durationMs('discoveryTimeout'),
  };
}

function readChangeOrderId(reader: InputReader): string {
  // Not `text`: the runner puts the default where the key is absent, so an empty value was given.
  const id = rawInput(reader.env, 'changeOrderId') ?? INPUTS.changeOrderId.default;
  if (id === '') reader.faults.push({ kind: 'empty-order-id' });
  else if (hasLineBreak(id))
    reader.faults.push({ kind: 'line-break', input: 'changeOrderId', got: shown(id) });
  else if (id.includes(',')) reader.faults.push({ kind: 'several-order-ids', got: shown(id) });
  return id;
}

function readCoTypes(reader: InputReader): readonly string[] | undefined {
  const text = reader.text('coType');
  const types = text.split(/[,\n]/u).map(type => type.trim());
  if (types.includes('')) reader.faults.push({ kind: 'empty-co-type', got: shown(text) });
  return types.includes('*') ? undefined : [...new Set(types)];
}

/** A time with its zone: without one nobody knows which hour is meant. */
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/u;

/** SAE forgets orders after three months: who looks back further has written something else, such as an epoch time. */
const LONGEST_AGO_MS = 366 * 24 * 3_600_000;

function readCreatedAfter(reader: InputReader): CreatedAfter {
  const text = reader.text('createdAfter');
  if (text === '') return { kind: 'run-start' };
  const written = parseDuration(text);
  if (written !== undefined && written.durationMs <= LONGEST_AGO_MS) {
    return { kind: 'ago', durationMs: reader.tookDuration('createdAfter', text, written) };
  }
  const epochMs = parseIsoTime(text);
  if (Number.isNaN(epochMs)) reader.faults.push({ kind: 'bad-created-after', got: shown(text) });
  return { kind: 'time', epochMs };
}

/** Epoch ms, or `NaN` for anything else and for days that do not exist. */
function parseIsoTime(text: string): number {
  const day = ISO_TIME.exec(text)?.[1];
  const midnight = new Date(day ?? '');
  // `Date` takes the 30th of February for the 2nd of March.
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === day;
  return exists ? Date.parse(text) : Number.NaN;
}
